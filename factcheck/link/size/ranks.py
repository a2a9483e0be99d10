"""Ranks against the list of those ahead: the third-largest city has two above it."""

from __future__ import annotations

from collections.abc import Iterator

from factcheck.article import BIT, Article, Sentence
from factcheck.link.context.roles import grammar
from factcheck.link.context.ties import adjacent
from factcheck.link.series.circumstances import is_circumstance
from factcheck.model import Mention
from factcheck.records import NamedTuple
from factcheck.segment import vocabulary

AHEAD = frozenset({"ahead", "behind", "after", "trailing", "above"})

BEHIND = frozenset({"behind", "after", "trailing"})
LARGEST = frozenset(
    "largest biggest highest longest tallest heaviest busiest richest greatest most wealthiest bulkiest".split()
)
TURNS = AHEAD | {"followed", "before", "but", "while"}
"""Behind these a list tells of others: after Leeds (52) and ahead of Hull (40)."""
LISTING = frozenset({"where", "as", "since", "because"})
"""Behind a rank these too may open the list of those ahead."""

BESIDE, CLOSES = frozenset({"at", "on", "with"}), frozenset(",.eq\n")
"""These stand between a name and its figure, and right behind that."""

MADE = frozenset("that this it which".split())
"""A sentence that ranks what the one before it has measured opens so."""

NAMED = 10
"""So many words may part a name from its figure."""


OPENING = BEHIND | LISTING
SIZES, TWO, NEAR = "money|count|measure|percent|duration", 2, 5


class Rank(NamedTuple):
    """A rank ("third-largest") and the figures, in brackets, of those named as ahead of it."""

    rank: Mention
    ahead: tuple[Mention, ...]


class Placed(NamedTuple):
    """A rank among others, the figure that it rests on, and those of the others."""

    rank: Mention
    own: Mention
    others: tuple[Mention, ...]


def placed(article: Article) -> Iterator[Placed]:
    """Yield every rank whose sentence gives the figures that it rests on: its own, then those of others by name."""
    for sentence in article.sentences:
        if sentence.kinds & BIT["O"] and len(sentence.mentions) > 2:
            ranked = [mention for mention in sentence.of_kind("ordinal") if _by_size(article, mention)]
            if len(ranked) == 1 and (found := _placed(article, sentence, ranked[0])):
                yield found


def _placed(article: Article, sentence: Sentence, rank: Mention) -> Placed | None:
    start = article.place(rank)
    parts = (at for at in range(start, sentence.end) if article.skeleton[at] in ";:" or article.word(at) in OPENING)
    part = next(parts, None)
    if part is None:
        return None
    figures = [one for one in sentence.of_kind(SIZES) if not is_circumstance(article, one)]
    own = [mention for mention in figures if article.place(mention) < part]
    others = [mention for mention in figures if article.place(mention) > part]
    told_before = not own and len(others) > 1
    if told_before and article.word(sentence.start) in MADE and (before := adjacent(article, sentence, -1)):
        own = [mention for mention in before.of_kind(SIZES) if _alike(mention, others[0]) and mention.unit]
    if len(own) != 1 or len(others) < TWO:
        return None
    if not all(_alike(own[0], other) and _of_name(article, other, part) for other in others):
        return None
    listed = article.word(part) in BEHIND or (article.skeleton[part] == ";" and not told_before)
    ahead = all(one.size > own[0].size for one in others) and _of_all(article, start, part)
    return Placed(rank, own[0], tuple(others)) if listed or ahead else None


def _of_all(article: Article, start: int, stop: int) -> bool:
    """Tell whether a rank is among all of a place: the third-longest in the region, not the third-longest of wood."""
    behind = [article.word(at) for at in range(start + 1, min(start + NEAR, stop))]
    largest = next((n for n, word in enumerate(behind) if word in LARGEST), -1)
    return largest >= 0 and behind[largest + 1 : largest + TWO] in (["in"], ["on"])


def _by_size(article: Article, mention: Mention) -> bool:
    """Tell "second-largest", "the third biggest" and "second among them by output" from other ranks."""
    place = article.place(mention) + 1
    behind = [
        article.word(at) for at in range(place, min(place + 4, len(article.skeleton))) if article.skeleton[at] != "-"
    ]
    return not LARGEST.isdisjoint(behind[:1]) or (behind[:1] == ["among"] and "by" in behind) or behind[:1] == ["by"]


def _alike(own: Mention, other: Mention) -> bool:
    bare = other.kind == "count" and not other.noun
    return bare or (own.kind == other.kind and own.unit == other.unit and other.noun in ("", own.noun))


def _of_name(article: Article, mention: Mention, start: int) -> bool:
    """Tell "Marlowe's cast 9,400" and "Tindall 6,800" from figures of nobody; "18 days in 1936" has its year for a name."""
    place = article.place(mention)
    year = next((at for at in range(place + 1, place + NEAR) if article.skeleton[at] in "YD,;"), place)
    if article.skeleton[year] in "YD" and "in" in (article.word(year - 1), article.word(year - 2)):
        return True
    for at in range(place - 1, max(start, place - NAMED), -1):
        if at in article.at and article.at[at].kind not in ("date", "year", "relative"):
            return False
        if article.skeleton[at] == "N":
            return True
    return False


def ranks(article: Article) -> Iterator[Rank]:
    """Yield every superlative's rank with the bracketed figures of a closed list of those ahead."""
    for sentence in article.sentences:
        if sentence.kinds & BIT["O"]:
            for mention in sentence.mentions:
                if (
                    mention.kind == "ordinal"
                    and _superlative(article, mention)
                    and (ahead := _ahead(article, sentence, mention))
                ):
                    yield Rank(mention, ahead)


def _superlative(article: Article, mention: Mention) -> bool:
    place = article.place(mention) + 1
    joined = article.skeleton[place : place + 1] == "-"
    return (joined and article.word(place + 1).endswith("est")) or article.word(place + joined) == "most"


def _ahead(article: Article, sentence: Sentence, mention: Mention) -> tuple[Mention, ...]:
    """Return the figures listed ahead, in this sentence or at the start of the next."""
    place = article.place(mention)
    here = next((at for at in range(place, sentence.end) if _leads(article, at)), None)
    if here is not None:
        return _listed(article, here, sentence)
    following = article.sentences[sentence.number + 1 : sentence.number + 2]
    if following and _leads(article, following[0].start):
        return _listed(article, following[0].start, following[0])
    return ()


def _leads(article: Article, at: int) -> bool:
    """Tell whether those ahead are listed behind a word: "after Leeds", "ahead are"; not "ahead of Leeds", which are behind."""
    word = article.word(at)
    return word in BEHIND or (word in AHEAD and not grammar().be.isdisjoint(article.skeleton[at + 1 : at + 4]))


def _listed(article: Article, start: int, sentence: Sentence) -> tuple[Mention, ...]:
    """Return the figures of the list from `start`, in brackets, behind "at" or each with its year, none where no "and" closes it."""
    letters = article.skeleton
    ends = (at for at in range(start + 1, sentence.end) if letters[at] == ";" or article.word(at) in TURNS)
    end = next(ends, sentence.end)
    places = [at for at in range(start, end) if at in article.at]
    if all(_is_year(article, at) for at in places[1::2]) and not any(_is_year(article, at) for at in places[::2]):
        places, years = places[::2], places[1::2]
        dated = len(years) == len(places) and all(
            article.word(at + 1) in ("in", "of") or letters[at + 1] == "(" for at in places
        )
        return _closed(article, places) if dated else ()
    bracketed = all(letters[at - 1] == "(" and letters[at + 1] == ")" for at in places)
    by_name = all(
        article.word(at - 1) in BESIDE
        and letters[at - 2] == "N"
        and (letters[at + 1] in CLOSES or article.word(at + 1) == "and")
        for at in places
    )
    return _closed(article, places) if bracketed or by_name else ()


def _is_year(article: Article, at: int) -> bool:
    return article.at[at].kind in ("year", "date")


def _closed(article: Article, places: list[int]) -> tuple[Mention, ...]:
    """Return the figures at two or more places where "and" stands before the last of them."""
    if len(places) < TWO or not all(article.at[at].number for at in places):
        return ()
    closed = vocabulary()[0]["and"] in article.skeleton[places[-2] : places[-1]]
    return tuple(article.at[at] for at in places) if closed else ()
