"""Figures about a stated one that it follows from: found by their values, they may confirm it and never refute it.

Words seldom say outright which two figures a third was worked out from.  Where a pair near by gives it so closely
that chance would hardly do as much, the pair is taken for its source.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Callable, Iterator, Sequence
from fractions import Fraction
from functools import lru_cache
from operator import add, mul, sub, truediv

from factcheck.article import HEADINGS, Article
from factcheck.document import Span
from factcheck.link.context.operands import ends
from factcheck.link.series.figures import family, is_plain, operand, significant
from factcheck.link.series.shares import ratio
from factcheck.model import Mention, Relation
from factcheck.quantity import Quantity
from factcheck.records import NamedTuple

REACHES = (0, 1, 3)
"""So many sentences before and behind a figure hold what it may follow from, the nearest sought first."""

MOST = 16
CHANCE = 0.01
"""The most that unrelated figures may be expected to come as near: few figures have a source, and many are tried."""

VAGUEST = 20
"""What comes of two figures may be so many times as vague as the stated one, no more: else any would agree with it."""

TELLING = 3
"""So many digits two figures must have between them to be told from any others."""

SURE = 6
"""And so many where they count things by two names: of 1,460 homes 912 were safe, which left 548 families."""

FINEST = 0.001
"""No agreement tells more than one to a thousandth: figures are rounded."""

ELSEWHERE = "the figures it may follow from are not tied to it"
TWO, HUNDRED = 2, 100
NUMBERS = frozenset({"money", "count", "measure", "percent", "duration"})


class Figure(NamedTuple):
    """A figure that may be worked upon: its displayed value `size` as a float, and how many significant digits it shows."""

    mention: Mention
    size: float
    family: str
    digits: int


class Work(NamedTuple):
    """A way to work a figure out from two others.

    `takes` tells whether a figure may be the first of the two for a stated one, `fits` whether a second may go with
    it, `gives` what comes of them, `roughly` the same of their displayed values alone, and `spread` how far the results
    of unrelated figures lie apart, given the two.
    """

    takes: Callable[[Figure, Figure], bool]
    fits: Callable[[Figure, Figure, Figure], bool]
    gives: Callable[[Mention, Mention], Quantity]
    roughly: Callable[[float, float], float]
    spread: Callable[[float, float], float]


class Pair(NamedTuple):
    """Two figures with a way to work upon them."""

    work: Work
    one: Figure
    other: Figure


Aim = tuple[Quantity, Mention, tuple[Work, ...]]
"""A stated figure, as it is said and as it stands, with the ways by which it may have been worked out."""


def confirming(
    proposed: Iterator[Relation], article: Article, aims: Callable[[Article], Iterator[Aim]]
) -> Iterator[Relation]:
    """Yield the relations that words propose; then those that confirm the figures which words have left alone."""
    told: set[Span] = set()
    for relation in proposed:
        told.update(relation.stated.spans)
        yield relation
    for said, stated, works in aims(article):
        if stated.span not in told:
            yield from confirmed(article, said, stated, *works)


def confirmed(article: Article, said: Quantity, stated: Mention, *works: Work) -> Iterator[Relation]:
    """Yield the relation of a stated figure, `said` so, with the pair that gives it, near by or not, if one does."""
    aim, crowd = figure(stated), 0.0
    near: list[Figure] = []
    firsts: list[tuple[int, Figure, list[Work]]] = []
    for fresh in _about(article, stated):
        known = len(near)
        near += fresh[: MOST - known]
        taken = ((n, near[n], [work for work in works if work.takes(aim, near[n])]) for n in range(known, len(near)))
        firsts += [first for first in taken if first[-1]]
        pairs: list[Pair] = []
        for pair in _pairs(aim, firsts, near, known):
            pairs.append(pair)
            spread = pair.work.spread(pair.one.size, pair.other.size)
            crowd += 2 / spread if spread >= aim.size else 0.0
            # Who looks farther finds more that chance might give: once there is too much, that is so for good.
            if crowd * aim.size * FINEST > CHANCE:
                return
        if crowd and (implied := _given(said, aim, pairs, crowd)):
            yield Relation(said, implied, doubt=ELSEWHERE)
            return


def _pairs(aim: Figure, firsts: list[tuple[int, Figure, list[Work]]], near: list[Figure], known: int) -> Iterator[Pair]:
    """Yield every two near figures that may be worked upon for a stated one, but for the `known` ones among each other.

    `firsts` are those that may be the first of the two, by their number, with the works that take them.
    """
    for n, one, able in firsts if known < len(near) else ():
        for other in near if n >= known else near[known:]:
            if other is not one and one.digits + other.digits >= TELLING:
                for work in able:
                    if work.fits(aim, one, other):
                        yield Pair(work, one, other)


def _given(said: Quantity, aim: Figure, pairs: Sequence[Pair], crowd: float) -> Quantity | None:
    """Return what comes nearest to the stated figure of all that pairs give; None where chance would give as much.

    `crowd` is how many results of unrelated figures may be expected for each unit of the stated figure.
    """
    number = aim.mention.number
    widest = VAGUEST * max(_width(said), 2 * number.half if number else Fraction(0))
    near = CHANCE / crowd + float(widest) / 2
    nearest, found = float("inf"), None
    for work, one, other in pairs:
        if abs(work.roughly(one.size, other.size) - aim.size) <= near:
            implied = work.gives(one.mention, other.mention)
            apart = abs(float(implied.interval.middle) - aim.size)
            plain = _width(implied) <= widest or said.interval.low <= implied.interval.middle <= said.interval.high
            if apart < nearest and plain and said.interval.meets(implied.interval):
                nearest, found = apart, implied
    return found if crowd * nearest <= CHANCE else None


def _about(article: Article, stated: Mention) -> Iterator[list[Figure]]:
    """Yield the figures within each reach that can be worked upon, but for those within a shorter one, the nearest first."""
    numbers, figures = _workable(article)
    low = high = bisect_left(numbers, stated.sentence)
    here = bisect_left(figures, stated.first, low, key=_place)
    for reach in REACHES:
        start = max(bisect_left(numbers, stated.sentence - reach, 0, low), min(low, here - MOST))
        stop = min(bisect_right(numbers, stated.sentence + reach, high), max(high, here + MOST + 1))
        fresh = [one for one in figures[start:low] + figures[high:stop] if one.mention is not stated]
        yield sorted(fresh, key=lambda one: abs(one.mention.first - stated.first))
        low, high = start, stop


def _place(one: Figure) -> int:
    return one.mention.first


@lru_cache(maxsize=2)
def _workable(article: Article) -> tuple[list[int], list[Figure]]:
    """Return the figures of an article that can be worked upon, in order, and the sentence that each stands in."""
    mentions = (
        mention for sentence in article.sentences if sentence.block not in HEADINGS for mention in sentence.mentions
    )
    made = (figure(mention) for mention in mentions if mention.kind in NUMBERS and mention.upper is None)
    figures = [one for one in made if one.size > 0 and one.digits]
    return [one.mention.sentence for one in figures], figures


def figure(mention: Mention) -> Figure:
    """Return a figure as one that may be worked upon."""
    return Figure(mention, mention.size, family(mention), significant(mention))


def _width(quantity: Quantity) -> Fraction:
    return quantity.interval.high - quantity.interval.low


def beside(article: Article, stated: Mention, before: int, behind: int) -> str:
    """Return the skeleton about a figure, so many places before and behind, within its sentence."""
    place, sentence = article.place(stated), article.sentences[stated.sentence]
    return article.skeleton[max(sentence.start, place - before) : min(sentence.end, place + 1 + behind)]


def words_before(article: Article, stated: Mention, most: int) -> frozenset[str]:
    """Return the words before a figure, so many places back, within its sentence."""
    place, sentence = article.place(stated), article.sentences[stated.sentence]
    places = range(max(sentence.start, place - most), place)
    return frozenset(article.word(at) for at in places if at not in article.at)


def _like(one: Figure, other: Figure) -> bool:
    """Tell whether two figures count the same, as far as their words say, or too finely to agree by chance."""
    if one.family != other.family:
        return False
    noun, beside = one.mention.noun, other.mention.noun
    named_alike = noun == beside or not noun or not beside
    return named_alike or one.digits + other.digits >= SURE


def _larger(stated: Figure, one: Figure) -> bool:
    return one.size > stated.size and _like(stated, one)


def _smaller(stated: Figure, one: Figure) -> bool:
    return one.size < stated.size and _like(stated, one)


def _no_percentage(stated: Figure, one: Figure) -> bool:
    return one.mention.kind != "percent"


def _percentage(stated: Figure, one: Figure) -> bool:
    return one.mention.kind == "percent"


def _shared_out(stated: Figure, one: Figure) -> bool:
    """Tell whether a figure may be what is shared out: money for money, tonnes for tonnes."""
    return stated.family == one.family and stated.mention.kind in ("money", "measure")


def _apiece(stated: Figure, one: Figure) -> bool:
    """Tell whether a figure may be what each has of the stated one."""
    return _shared_out(one, stated)


def _risen(stated: Figure, one: Figure, other: Figure) -> bool:
    return one.size < other.size and _like(one, other)


def _fallen(stated: Figure, one: Figure, other: Figure) -> bool:
    return other.size < one.size < other.size * HUNDRED and _like(one, other)


def _changed(stated: Figure, one: Figure, other: Figure) -> bool:
    return one.size != other.size and _like(one, other)


def _pointed(stated: Figure, one: Figure, other: Figure) -> bool:
    return other.mention.kind == "percent" and one.size > other.size


def _added(stated: Figure, one: Figure, other: Figure) -> bool:
    return other.size < stated.size and one.mention.first < other.mention.first and _like(one, other)


def _sharers(stated: Figure, one: Figure, other: Figure) -> bool:
    """Tell whether a figure may be what money or tonnes are shared out over: people, hectares."""
    return other.mention.kind in ("count", "measure") and other.family != stated.family and other.size > 1


def _holders(stated: Figure, one: Figure, other: Figure) -> bool:
    return _sharers(one, stated, other)


def _share(stated: Figure, one: Figure) -> bool:
    return one.mention.kind in ("percent", "fraction") and 0 < one.size < 1


def _whole(stated: Figure, one: Figure, other: Figure) -> bool:
    return other.size > stated.size and _like(stated, other)


def _part(one: Mention, other: Mention) -> Quantity:
    return (operand(other) * operand(one).as_unit("")).as_unit(operand(other).unit)


def _change(one: Mention, other: Mention) -> Quantity:
    return ends(one, other).share


def _times(one: Mention, other: Mention) -> Quantity:
    return (operand(one).as_unit("") / operand(other).as_unit("")).as_unit("x")


def _points(one: Mention, other: Mention) -> Quantity:
    return (operand(one) - operand(other)).as_unit("pp")


def _quotient(one: Mention, other: Mention) -> Quantity:
    return operand(one) / operand(other).as_unit("")


def _product(one: Mention, other: Mention) -> Quantity:
    return operand(one) * operand(other).as_unit("")


def _difference(one: Mention, other: Mention) -> Quantity:
    return operand(one) - operand(other)


def _sum(one: Mention, other: Mention) -> Quantity:
    return operand(one) + operand(other)


def _first(one: float, other: float) -> float:
    return one


def _one(one: float, other: float) -> float:
    return 1.0


DIFFERENCE = Work(_larger, _fallen, _difference, sub, _first)
SUM = Work(_smaller, _added, _sum, add, add)
SHARE = Work(_no_percentage, _risen, ratio, truediv, _one)
RISE = Work(_no_percentage, _risen, _change, lambda one, other: other / one - 1, _one)
FALL = Work(_no_percentage, _fallen, _change, lambda one, other: 1 - other / one, _one)
POINTS = Work(_percentage, _pointed, _points, sub, _first)
TIMES = Work(_no_percentage, _changed, _times, truediv, lambda one, other: 4.0)
QUOTIENT = Work(_shared_out, _sharers, _quotient, truediv, lambda one, other: 3 * one / other)
PRODUCT = Work(_apiece, _holders, _product, mul, lambda one, other: 3 * one * other)
PART = Work(_share, _whole, _part, lambda one, other: one * other, lambda one, other: other)


def anything(article: Article, kinds: str, *works: Work) -> Iterator[Aim]:
    """Yield every exact figure of some kinds that shows enough digits to be told from any other, whatever its words say."""
    for sentence in article.body:
        for stated in sentence.of_kind(kinds):
            if is_plain(stated) and significant(stated) >= TWO and stated.size > 1:
                yield operand(stated), stated, works
