"""Figures about a stated one that it follows from: found by their values, they may confirm it and never refute it.

Words seldom say outright which two figures a third was worked out from.  Where a pair near by gives it so closely
that chance would hardly do as much, the pair is taken for its source.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from fractions import Fraction
from itertools import permutations
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


class Work(NamedTuple):
    """A way to work a figure out from two others.

    `fits` tells whether two figures may be worked upon for a stated one, `gives` what comes of them, and `spread` how
    far the results of unrelated figures lie apart, given the stated figure and the two.
    """

    fits: Callable[[Mention, Mention, Mention], bool]
    gives: Callable[[Mention, Mention], Quantity]
    spread: Callable[[float, float, float], float]


Aim = tuple[Quantity, Mention, tuple[Work, ...]]
"""A stated figure, as it is said and as it stands, with the ways by which it may have been worked out."""


def confirming(proposed: Iterator[Relation], article: Article, aims: Callable[[Article], Iterator[Aim]]) -> Iterator[Relation]:
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
    for reach in REACHES:
        if implied := _given(said, stated, works, permutations(_about(article, stated, reach)[:MOST], 2)):
            yield Relation(said, implied, doubt=ELSEWHERE)
            return


def _given(said: Quantity, stated: Mention, works: Sequence[Work], pairs: Iterable[tuple[Mention, Mention]]) -> Quantity | None:
    """Return what comes nearest to the stated figure of all that pairs give; None where chance would give as much."""
    aim, crowd = float(value(stated)), 0.0
    widest = VAGUEST * max(_width(said), 2 * stated.number.half if stated.number else Fraction(0))
    nearest, found = float("inf"), None
    for one, other in pairs:
        for work in works:
            if work.fits(stated, one, other) and _digits(one) + _digits(other) >= TELLING:
                crowd += 2 / work.spread(aim, float(value(one)), float(value(other)))
                implied = work.gives(one, other)
                apart = abs(float(implied.interval.middle) - aim)
                if apart < nearest and _width(implied) <= widest and said.interval.meets(implied.interval):
                    nearest, found = apart, implied
    sharp = max(nearest, aim * FINEST)
    return found if found and crowd * sharp <= CHANCE else None


def _about(article: Article, stated: Mention, reach: int) -> list[Mention]:
    """Return the figures about one that can be worked upon, the nearest first."""
    around = article.sentences[max(0, stated.sentence - reach) : stated.sentence + reach + 1]
    figures = [
        mention
        for sentence in around
        if sentence.block not in HEADINGS
        for mention in sentence.mentions
        if mention is not stated and mention.kind in NUMBERS and mention.upper is None and value(mention) > 0
        and any(sign.isdecimal() for sign in mention.text)
    ]
    return sorted(figures, key=lambda mention: abs(mention.first - stated.first))


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


def _like(one: Mention, other: Mention) -> bool:
    """Tell whether two figures count the same, as far as their words say."""
    return family(one) == family(other) and (one.noun == other.noun or not one.noun or not other.noun)


def _parted(stated: Mention, one: Mention, other: Mention) -> bool:
    return _like(one, other) and _like(stated, one) and value(one) > value(other) and value(one) > value(stated)


def _shared(stated: Mention, one: Mention, other: Mention) -> bool:
    return _like(one, other) and one.kind != "percent" and value(one) < value(other)


def _share(one: Mention, other: Mention) -> Quantity:
    return (operand(one).as_unit("") / operand(other).as_unit("")).as_unit("%")


def _changed(stated: Mention, one: Mention, other: Mention) -> bool:
    return _like(one, other) and one.kind != "percent" and value(one) != value(other)


def _risen(stated: Mention, one: Mention, other: Mention) -> bool:
    return _changed(stated, one, other) and value(one) < value(other)


def _fallen(stated: Mention, one: Mention, other: Mention) -> bool:
    return _changed(stated, one, other) and value(one) > value(other)


def _pointed(stated: Mention, one: Mention, other: Mention) -> bool:
    return one.kind == other.kind == "percent" and value(one) > value(other)


def _change(one: Mention, other: Mention) -> Quantity:
    return ends(one, other).share


def _times(one: Mention, other: Mention) -> Quantity:
    return (operand(one).as_unit("") / operand(other).as_unit("")).as_unit("x")


def _each(stated: Mention, one: Mention, other: Mention) -> bool:
    """Tell whether one figure may be shared out over the other: money over people, tonnes over hectares."""
    alike = family(stated) == family(one) and stated.kind in ("money", "measure")
    return alike and other.kind in ("count", "measure") and family(other) != family(stated) and value(other) > 1


def _gathered(stated: Mention, one: Mention, other: Mention) -> bool:
    return _each(one, stated, other)


def _added(stated: Mention, one: Mention, other: Mention) -> bool:
    return one.first < other.first and _like(one, other) and _like(stated, one) and value(one) < value(stated) > value(other)


DIFFERENCE = Work(_parted, lambda one, other: operand(one) - operand(other), lambda stated, one, other: one)
SUM = Work(_added, lambda one, other: operand(one) + operand(other), lambda stated, one, other: one + other)
SHARE = Work(_shared, _share, lambda stated, one, other: 1.0)
RISE = Work(_risen, _change, lambda stated, one, other: 1.0)
FALL = Work(_fallen, _change, lambda stated, one, other: 1.0)
POINTS = Work(_pointed, lambda one, other: (operand(one) - operand(other)).as_unit("pp"), lambda stated, one, other: one)
TIMES = Work(_changed, _times, lambda stated, one, other: 4.0)
QUOTIENT = Work(_each, lambda one, other: operand(one) / operand(other).as_unit(""), lambda stated, one, other: 3 * one / other)
PRODUCT = Work(_gathered, lambda one, other: operand(one) * operand(other).as_unit(""), lambda stated, one, other: 3 * one * other)
