"""Figures by which a text calls a thing: "the 4.7-mile tunnel", "the $225,000 grant", "the fine of $900".

What a thing is called must be what was said of it: the tunnel is 4.2 miles long.
"""

from __future__ import annotations

from collections.abc import Iterator

from factcheck.article import Article
from factcheck.link.context.roles import grammar
from factcheck.link.context.speakers import amounts_before, is_copy
from factcheck.link.context.subjects import SHORTEST, stem
from factcheck.link.series.figures import within
from factcheck.model import Mention
from factcheck.records import NamedTuple
from factcheck.segment import vocabulary

KINDS = frozenset({"money", "measure", "duration"})
KNOWN = frozenset({"the", "this", "that", "his", "her", "its", "their", "'s"})
AHEAD = 5
"""So many places before a figure stands the thing that it is said of."""

STOPPED = frozenset(';:()"—\n.q')
LARGER = 20
PLAIN = frozenset("rise fall increase decrease drop gain loss profit total share shares stake price cost worth period time term span "
                  "expenditure spending sum appropriation rate level amount value size length distance dose intake".split())  # fmt: skip
"""What many amounts of a text are called."""


TERMED = frozenset("yield note bond bill gilt swap mortgage loan deposit future contract".split())
"""Of these one is told beside another by its term: the 10-year note, the two-year yield."""

DOES = frozenset(
    "opens opened closes closed runs ran links linked carries carried costs stands stood crosses crossed lies begins began ends ended takes took"
    " needs holds held remains fell sank burned burnt reached reaches cuts saves starts started comes came goes went".split()
)
"""Behind a noun these are verbs: what they stand behind is the last of its nouns."""


class Epithet(NamedTuple):
    """A figure that a thing is called by, and those that were said of such a thing before; `sure` if it can be no other."""

    mention: Mention
    given: tuple[Mention, ...]
    sure: bool


def epithets(article: Article) -> Iterator[Epithet]:
    """Yield every figure by which a known thing is called, with what the sentences before said of it."""
    if not article.has_articles:
        return
    for mention in article.mentions:
        if mention.kind not in KINDS or not mention.number or mention.hedge or mention.upper:
            continue
        thing = _called(article, mention)
        if thing and is_copy(article, article.sentences[mention.sentence]):
            given = [one for one in amounts_before(article, mention) if _said_of(article, one, thing)]
            if given:
                yield Epithet(mention, tuple(given), _one_thing(article, mention, thing, given))


def _one_thing(article: Article, mention: Mention, thing: str, given: list[Mention]) -> bool:
    """Tell whether nothing tells two such things apart: no other epithet, and no owner that was not named before."""
    place = article.place(mention)
    owner = article.word(place - 2) if article.word(place - 1) == "'s" else ""
    named = {article.word(at) for one in given for at in _places(article, one)} if owner else {""}
    owned = owner in named and article.word(place - 1) not in ("his", "her", "its", "their")
    return owned and all(_called(article, one) != thing for one in given)


def _places(article: Article, mention: Mention) -> range:
    sentence = article.sentences[mention.sentence]
    return range(sentence.start, sentence.end)


def of_a_size(one: Mention, other: Mention) -> bool:
    """Tell whether two figures are near enough that one may stand for the other by a slip."""
    return within(one, other, LARGER)


def _called(article: Article, mention: Mention) -> str:
    """Return the stem of the thing that a figure is part of the name of, "" for none."""
    place = article.place(mention)
    behind = article.word(place + 1) if article.skeleton[place + 1 : place + 2] == "w" else ""
    if behind and article.word(place - 1) in KNOWN and _ends(article, place + 2):
        return _thing(behind)
    led = place > 3 and article.word(place - 1) == "of" and article.word(place - 3) in KNOWN
    return _thing(article.word(place - 2)) if led and article.skeleton[place - 2] == "w" else ""


def _ends(article: Article, place: int) -> bool:
    """Tell whether a noun before a place is the last of its kind: the 4.7-mile bridge opens, not the 4.7-mile bridge toll."""
    return article.skeleton[place : place + 1] not in "wN-" or article.word(place) in DOES


def _thing(word: str) -> str:
    plain = len(word) < SHORTEST or word in PLAIN | TERMED or (word.endswith("s") and not word.endswith("ss"))
    return "" if plain else stem(word)


def _said_of(article: Article, one: Mention, thing: str) -> bool:
    """Tell whether a figure was said of a thing that no other word tells from the rest of its kind."""
    if not one.number or one.hedge or one.upper:
        return False
    if _called(article, one) == thing:
        return True
    place, start = article.place(one), article.sentences[one.sentence].start
    if "-" in one.text and article.skeleton[place - 1] not in grammar().known | grammar().be | {"'"}:
        return False  # It is of what stands behind it: yields on 30-year gilts.
    for at in range(place - 1, max(start - 1, place - 1 - AHEAD), -1):
        if at in article.at or article.skeleton[at] in STOPPED:
            return False
        if article.skeleton[at] in "wN" and stem(article.word(at)) == thing:
            before = article.skeleton[at - 1] if at > start else "'"
            return before in grammar().known | grammar().be | {"'"} or before in vocabulary()[1]["DETERMINER"]
    return False
