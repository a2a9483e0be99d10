"""Figures about a stated one that it follows from: found by their values, they may confirm it and never refute it.

Words seldom say outright which two figures a third was worked out from.  Where a pair near by gives it so closely
that chance would hardly do as much, the pair is taken for its source.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Callable, Iterator, Sequence
from fractions import Fraction
from functools import lru_cache
from itertools import permutations
from operator import add, mul, sub, truediv
from typing import NamedTuple

from factcheck.article import HEADINGS, Article
from factcheck.document import Span
from factcheck.model import Mention, Relation
from factcheck.operands import ends
from factcheck.quantity import Quantity
from factcheck.series.figures import family, operand, value

REACHES = (0, 1, 3)
"""So many sentences before and behind a figure hold what it may follow from, the nearest sought first."""

MOST = 16
CHANCE = 0.01
"""The most that unrelated figures may be expected to come as near: few figures have a source, and many are tried."""

VAGUEST = 20
"""What comes of two figures may be so many times as vague as the stated one, no more: else any would agree with it."""

TELLING = 3
"""So many digits two figures must have between them to be told from any others."""

FINEST = 0.001
"""No agreement tells more than one to a thousandth: figures are rounded."""

ELSEWHERE = "the figures it may follow from are not tied to it"
NUMBERS = frozenset({"money", "count", "measure", "percent", "duration"})


class Figure(NamedTuple):
    """A figure that may be worked upon: its displayed value `size` as a float, and how many significant digits it shows."""

    mention: Mention
    size: float
    family: str
    digits: int


class Work(NamedTuple):
    """A way to work a figure out from two others.

    `fits` tells whether two figures may be worked upon for a stated one, `gives` what comes of them, `roughly` the
    same of their displayed values alone, and `spread` how far the results of unrelated figures lie apart, given the
    stated figure and the two.
    """

    fits: Callable[[Figure, Figure, Figure], bool]
    gives: Callable[[Mention, Mention], Quantity]
    roughly: Callable[[float, float], float]
    spread: Callable[[float, float, float], float]


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
    about = _about(article, stated)
    near = (
        [figure for figure in about if abs(figure.mention.sentence - stated.sentence) <= reach] for reach in REACHES
    )
    for figures in dict.fromkeys(tuple(nearest[:MOST]) for nearest in near):
        if implied := _given(said, _figure(stated), works, figures):
            yield Relation(said, implied, doubt=ELSEWHERE)
            return


def _given(said: Quantity, stated: Figure, works: Sequence[Work], figures: Sequence[Figure]) -> Quantity | None:
    """Return what comes nearest to the stated figure of all that pairs give; None where chance would give as much."""
    tried = [
        (work, one, other)
        for one, other in permutations(figures, 2)
        for work in works
        if work.fits(stated, one, other) and one.digits + other.digits >= TELLING
    ]
    spreads = (work.spread(stated.size, one.size, other.size) for work, one, other in tried)
    crowd = sum(2 / spread for spread in spreads if spread >= stated.size)
    if not crowd or crowd * stated.size * FINEST > CHANCE:
        return None
    number = stated.mention.number
    widest = VAGUEST * max(_width(said), 2 * number.half if number else Fraction(0))
    near = CHANCE / crowd + float(widest) / 2
    nearest, found = float("inf"), None
    for work, one, other in tried:
        if abs(work.roughly(one.size, other.size) - stated.size) <= near:
            implied = work.gives(one.mention, other.mention)
            apart = abs(float(implied.interval.middle) - stated.size)
            plain = _width(implied) <= widest or said.interval.low <= implied.interval.middle <= said.interval.high
            if apart < nearest and plain and said.interval.meets(implied.interval):
                nearest, found = apart, implied
    return found if crowd * nearest <= CHANCE else None


def _about(article: Article, stated: Mention) -> list[Figure]:
    """Return the figures about one that can be worked upon, the nearest first."""
    firsts, figures = _workable(article)
    at = bisect_left(firsts, stated.first)
    window = figures[max(0, at - MOST) : at + MOST + 1]
    near = [
        figure
        for figure in window
        if figure.mention is not stated and abs(figure.mention.sentence - stated.sentence) <= REACHES[-1]
    ]
    return sorted(near, key=lambda figure: abs(figure.mention.first - stated.first))


@lru_cache(maxsize=2)
def _workable(article: Article) -> tuple[list[int], list[Figure]]:
    """Return the figures of an article that can be worked upon, in order, and the token at which each begins."""
    mentions = (
        mention for sentence in article.sentences if sentence.block not in HEADINGS for mention in sentence.mentions
    )
    made = (_figure(mention) for mention in mentions if mention.kind in NUMBERS and mention.upper is None)
    figures = [figure for figure in made if figure.size > 0 and figure.digits]
    return [figure.mention.first for figure in figures], figures


def _figure(mention: Mention) -> Figure:
    return Figure(mention, float(value(mention)), family(mention), _digits(mention))


def _width(quantity: Quantity) -> Fraction:
    return quantity.interval.high - quantity.interval.low


def _digits(mention: Mention) -> int:
    """Return how many significant digits a figure shows."""
    return len("".join(filter(str.isdecimal, mention.text)).strip("0"))


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
    """Tell whether two figures count the same, as far as their words say."""
    if one.family != other.family:
        return False
    noun, beside = one.mention.noun, other.mention.noun
    return noun == beside or not noun or not beside


def _parted(stated: Figure, one: Figure, other: Figure) -> bool:
    return _like(one, other) and _like(stated, one) and one.size > other.size and one.size > stated.size


def _shared(stated: Figure, one: Figure, other: Figure) -> bool:
    return _like(one, other) and one.mention.kind != "percent" and one.size < other.size


def _share(one: Mention, other: Mention) -> Quantity:
    return (operand(one).as_unit("") / operand(other).as_unit("")).as_unit("%")


def _changed(stated: Figure, one: Figure, other: Figure) -> bool:
    return _like(one, other) and one.mention.kind != "percent" and one.size != other.size


def _risen(stated: Figure, one: Figure, other: Figure) -> bool:
    return _changed(stated, one, other) and one.size < other.size


def _fallen(stated: Figure, one: Figure, other: Figure) -> bool:
    return _changed(stated, one, other) and one.size > other.size


def _pointed(stated: Figure, one: Figure, other: Figure) -> bool:
    return one.mention.kind == other.mention.kind == "percent" and one.size > other.size


def _change(one: Mention, other: Mention) -> Quantity:
    return ends(one, other).share


def _times(one: Mention, other: Mention) -> Quantity:
    return (operand(one).as_unit("") / operand(other).as_unit("")).as_unit("x")


def _each(stated: Figure, one: Figure, other: Figure) -> bool:
    """Tell whether one figure may be shared out over the other: money over people, tonnes over hectares."""
    alike = stated.family == one.family and stated.mention.kind in ("money", "measure")
    return alike and other.mention.kind in ("count", "measure") and other.family != stated.family and other.size > 1


def _gathered(stated: Figure, one: Figure, other: Figure) -> bool:
    return _each(one, stated, other)


def _added(stated: Figure, one: Figure, other: Figure) -> bool:
    in_order = one.mention.first < other.mention.first
    return in_order and _like(one, other) and _like(stated, one) and one.size < stated.size > other.size


DIFFERENCE = Work(_parted, lambda one, other: operand(one) - operand(other), sub, lambda stated, one, other: one)
SUM = Work(_added, lambda one, other: operand(one) + operand(other), add, lambda stated, one, other: one + other)
SHARE = Work(_shared, _share, truediv, lambda stated, one, other: 1.0)
RISE = Work(_risen, _change, lambda one, other: other / one - 1, lambda stated, one, other: 1.0)
FALL = Work(_fallen, _change, lambda one, other: 1 - other / one, lambda stated, one, other: 1.0)
POINTS = Work(
    _pointed, lambda one, other: (operand(one) - operand(other)).as_unit("pp"), sub, lambda stated, one, other: one
)
TIMES = Work(_changed, _times, truediv, lambda stated, one, other: 4.0)
QUOTIENT = Work(
    _each,
    lambda one, other: operand(one) / operand(other).as_unit(""),
    truediv,
    lambda stated, one, other: 3 * one / other,
)
PRODUCT = Work(
    _gathered,
    lambda one, other: operand(one) * operand(other).as_unit(""),
    mul,
    lambda stated, one, other: 3 * one * other,
)
