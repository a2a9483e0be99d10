"""Who says a figure: the writer, or somebody quoted; and figures that nobody says are so."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator
from functools import cache
from operator import attrgetter

from factcheck.article import HEADINGS, Article, Sentence
from factcheck.model import Mention
from factcheck.phrase import phrase
from factcheck.segment import vocabulary

REVISED = frozenset({
    "earlier", "previously", "initially", "originally", "revised", "later", "corrected", "updated", "since", "now",
    "instead", "not", "actually", "mistakenly", "wrongly", "first", "preliminary", "provisional", "initial", "yet",
    "still",
})  # fmt: skip
"""Words with which a text says itself that a figure has another value elsewhere."""

CORRECTING = frozenset({"corrections", "correction:", "clarification"})
"""A text that says these has wrong figures and names on purpose."""

FURTHER = frozenset({"another", "other", "additional", "more", "further", "remaining"})
"""Words before a figure that tell it from one given before."""

KNOWN = ("the", "these", "those", "this", "all", "its", "their", "his", "her", "our")
BEFORE, BEHIND = 8, 4
SHIFTS, REACH = frozenset({"last", "next"}), 6
"""So many places behind a figure stands the time that it is of."""

BASES = frozenset({"on", "from", "than", "over", "against"})
AMOUNTS = frozenset({"money", "count", "measure", "duration"})
REMEMBERED = 120
"""So many figures back a text is searched for what one takes up."""


def quoted(article: Article, mention: Mention) -> bool:
    """Tell whether a figure stands within quotation marks."""
    place = article.place(mention)
    start = article.skeleton.rfind("\n", 0, place) + 1
    return article.skeleton.count('"', start, place) % 2 == 1


def revised(article: Article, mention: Mention, besides: frozenset[str] = frozenset()) -> bool:
    """Tell whether the words about a figure, besides some, speak of another one: an earlier one, a revision, a further lot."""
    place = article.place(mention)
    sentence = article.sentences[mention.sentence]
    first, last = max(sentence.start, place - BEFORE), min(sentence.end, place + BEHIND)
    words = {
        article.word(at)
        for at in range(first, last)
        if not _in_compound(article, at) and not _denies_none(article, at, place) and not _is_base(article, at, place)
    }
    of_more = mention.kind == "percent" or article.word(place + 2) in ("a", "per", "every")
    close = {
        article.word(at) for at in range(max(first, place - 2), min(place + 3, last)) if at != place + of_more
    }  # 6% more, $5 more a year
    return not (REVISED.isdisjoint(words - besides) and FURTHER.isdisjoint(close))


def _denies_none(article: Article, at: int, place: int) -> bool:
    """Tell whether "not" denies no figure: not one of the 46; it was the 13 strikeouts, not the win."""
    if article.word(at) != "not":
        return False
    return article.word(at + 1) == "one" or (at > place and not any(near in article.at for near in range(at, at + 4)))


def _is_base(article: Article, at: int, place: int) -> bool:
    """Tell whether a word behind a figure says from when it is a change: up 6% on a year earlier."""
    timed = at > place and article.skeleton[at - 1] in vocabulary()[1]["PERIOD"]
    return timed and not BASES.isdisjoint(article.word(near) for near in range(place + 1, at))


def _in_compound(article: Article, at: int) -> bool:
    """Tell whether a word names a part of something: first-quarter profit, the first half."""
    behind = article.skeleton[at + 1 : at + 2]
    return behind == "-" or (bool(behind) and behind in vocabulary()[1]["PERIOD"])


def to_come(article: Article, mention: Mention) -> bool:
    """Tell whether a figure is of a time that its sentence says is to come: there will be eight next year."""
    sentence = article.sentences[mention.sentence]
    coming = any(other.when is not None and other.when.shift == "next" for other in sentence.mentions)
    return coming and phrase("will|would").search(article.skeleton, sentence.start, sentence.end) is not None


def another_time(article: Article, mention: Mention, *, coming: bool) -> bool:
    """Tell whether last year, or four years ago, stands just behind a figure: 56 games next year.

    Where a headline speaks of what is `coming`, next year is the time that it means, and so is what a figure holds from.
    """
    place, end = article.place(mention) + 1, article.sentences[mention.sentence].end
    for at in range(place, min(place + REACH, end)):
        other = article.at.get(at)
        if other is None and article.word(at) == "ago":
            return True
        if other is not None and (other.kind, other.unit, other.noun) == (mention.kind, mention.unit, mention.noun):
            return False
        if other is not None and other.when is not None and article.skeleton[at + 1] == "'":
            return False  # It is of something else: charged over last week's riot.
        if other is not None and other.when is not None and (other.when.shift in SHIFTS or "ago" in other.text):
            return not (other.when.shift == "next" and (coming or article.word(at - 1) == "from"))
    return False


def known_figures(article: Article) -> Iterator[Mention]:
    """Yield the figures that are taken as known: the 221 homes, all 36 floors, those 12 people.

    A language without articles does not tell them from others: there every amount may be one.
    """
    if not article.has_articles:
        yield from (mention for mention in article.mentions if mention.kind in AMOUNTS)
        return
    yield from (mention for mention in article.mentions if mention.kind in AMOUNTS and is_known(article, mention))


def is_known(article: Article, mention: Mention) -> bool:
    """Tell whether a figure is taken as known: "the", the like or a possessive stands before it."""
    before = article.before(mention, 1)
    owned = before in "'’" and (mention.kind != "count" or article.after(mention, 1) == "w")
    pointed = before == vocabulary()[0]["that"] and article.before(mention, 2)[:-1] in _leading()
    return bool(before) and (before in _known() or owned or pointed)


@cache
def _leading() -> frozenset[str]:
    """Return what "that" stands behind where it points, and opens no clause: of that $3 million, and nothing."""
    return frozenset({"", *vocabulary()[1]["PREPOSITION"]})


@cache
def _known() -> frozenset[str]:
    letters = vocabulary()[0]
    return frozenset(letters[word] for word in KNOWN)


def amounts_before(article: Article, mention: Mention) -> list[Mention]:
    """Return the figures of the same kind and unit that the copy has in the sentences before, up to some way back."""
    sentences, number = article.sentences, mention.sentence
    place = bisect_left(article.mentions, mention.first, key=attrgetter("first"))
    found = article.mentions[max(0, place - REMEMBERED) : place]
    alike = [other for other in found if other.kind == mention.kind and other.unit == mention.unit]
    return [other for other in alike if other.sentence < number and is_copy(article, sentences[other.sentence])]


def is_copy(article: Article, sentence: Sentence) -> bool:
    """Tell whether a sentence is copy: no heading, caption or cell."""
    return sentence.block not in HEADINGS and sentence.block != "cell"
