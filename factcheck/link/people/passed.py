"""Years that have passed between two ages of one person: "I am 61, and I have fished here since I was 15. Forty-six years."

Where the three agree they belong together; a length that differs is of something else.
"""

from __future__ import annotations

from collections.abc import Iterator

from factcheck.article import BIT, Article
from factcheck.link.people.births import OLDEST
from factcheck.link.people.lifetimes import Lifetime, stated
from factcheck.link.people.lives import OF_ANOTHER
from factcheck.model import Mention

PERSONS = frozenset({"i", "he", "she"})
NOW = frozenset({"am", "is", "'m", "’m", "now", "aged"})
BACK = 5
"""So many words before an age then may stand "since" or "when"."""
AGES = BIT["K"] | BIT["A"]


def years_since(article: Article) -> Iterator[Lifetime]:
    """Yield the length of years that two ages of one person near it part, where it is what they part."""
    for sentence in article.body:
        for length in sentence.of_kind("duration") if sentence.kinds & BIT["L"] else ():
            if length.unit != "year" or not length.number or length.hedge:
                continue
            near = article.sentences[max(0, sentence.number - 1) : sentence.number + 1]
            said = [one for told in near if told.kinds & AGES for one in told.of_kind("count|age") if _whole(one)]
            then = [one for one in said if _then(article, one)]
            now = [one for one in said if one not in then and (one.kind == "age" or _now(article, one))]
            if len(then) == len(now) == 1 and stated(now[0]).minus(stated(then[0])).meets(length.quantity.interval):
                spans = (now[0].span, then[0].span)
                years = stated(now[0]).minus(stated(then[0]))
                yield Lifetime(length, years, f"{then[0].text} to {now[0].text}", spans, OF_ANOTHER)


def _whole(mention: Mention) -> bool:
    return mention.number is not None and 0 < mention.number.middle <= OLDEST and not mention.noun


def _then(article: Article, age: Mention) -> bool:
    """Tell "since I was 15" from other numbers."""
    place = article.place(age)
    words = [article.word(at) for at in range(max(0, place - BACK), place)]
    return (
        words[-1:] == ["was"]
        and words[-2:-1] != []
        and words[-2] in PERSONS
        and not {"since", "when"}.isdisjoint(words)
    )


def _now(article: Article, age: Mention) -> bool:
    return article.word(article.place(age) - 1) in NOW
