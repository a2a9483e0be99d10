"""What a figure of a headline, or of the text under it, measures: the words about it, those of whom it is a share passed over."""

from __future__ import annotations

from factcheck.article import Article, Sentence
from factcheck.link.context.subjects import near, stem, topics, topics_of
from factcheck.model import Mention
from factcheck.segment import vocabulary

GROUP, PREDICATE = 3, 2
"""So many words may name whom or what a percentage is of, and so many behind them what is told of those."""

WORK = frozenset({"job", "post", "position", "role", "worker", "employee", "person", "people", "staff", "man", "woman"})
HIRING = frozenset(
    "hire hires hired hiring recruit recruits recruited recruiting employ employs employed employing bring brings create "
    "creates created creating add adds added adding provide provides generate mean means".split()
)
CUTTING = frozenset(
    "cut cuts cutting shed sheds shedding lose loses losing lost axe axes axed axing sack sacks sacked dismiss dismissed "
    "fire fires fired eliminate eliminates eliminating".split()
)
ON, OFF = frozenset({"take", "takes", "taking", "took"}), frozenset({"lay", "lays", "laying", "laid"})
DELAYS = frozenset({"late", "early", "behind", "ahead"})
BACK = 3
"""So many places before a count of people stands the verb by which they come by work, or lose it."""


def measure(article: Article, mention: Mention, reach: int) -> frozenset[str]:
    """Return the stems of so many words about a figure, a share's read on behind those it is of: 44% of voters approve."""
    group = shared_of(article, mention)
    behind = range(group.start, min(group.stop + PREDICATE, len(article.skeleton)))
    return near(article, mention, reach) | topics(article, behind if group else group)


def shared_of(article: Article, mention: Mention) -> range:
    """Return the places of the words that a share is said to be of, none where it is of nothing: of registered voters."""
    first = article.place(mention) + 2
    if mention.kind not in ("percent", "fraction") or article.word(first - 1) != "of":
        return range(0)
    first += article.skeleton[first] in vocabulary()[1]["DETERMINER"]
    last = first
    while last < first + GROUP and article.skeleton[last] in "wN":
        last += 1
    return range(first, last)


def moves_work(article: Article, mention: Mention) -> int:
    """Return 1 where a count is of people who get work, or of their jobs, -1 where of those who lose it, 0 for neither."""
    if mention.noun not in WORK:
        return 0
    place = article.place(mention)
    before = [article.word(at) for at in range(max(place - BACK, 0), place)]
    gets = not HIRING.isdisjoint(before) or (before[-1:] == ["on"] and not ON.isdisjoint(before))
    loses = not CUTTING.isdisjoint(before) or (before[-1:] == ["off"] and not OFF.isdisjoint(before))
    return gets - loses


def group_of(article: Article, mention: Mention) -> frozenset[str]:
    """Return the stems of the words that a share is of."""
    return frozenset(stem(article.word(at)) for at in shared_of(article, mention)) - {""}


def same_group(article: Article, one: Mention, other: Mention) -> frozenset[str]:
    """Return the stems of what two shares are both of; that ties nothing: 60% of voters want this, 45% of voters that."""
    return group_of(article, one) & group_of(article, other)


def is_of_another(article: Article, head: Sentence, said: Mention, mention: Mention) -> bool:
    """Tell whether a length of time is said to be of what a headline does not name: five years of separation; hours late, not hours in all."""
    place = article.place(mention) + 1
    if mention.kind != "duration":
        return False
    if "-" in mention.text and "-" not in said.text:
        return True  # The first visit in 14 years; a 15-year contract.
    if article.word(place) in DELAYS and article.word(article.place(said) + 1) not in DELAYS:
        return True
    return article.word(place) == "of" and stem(article.word(place + 1)) not in topics_of(article, head)
