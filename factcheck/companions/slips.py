"""Slips of the pen between two figures: a digit changed, two swapped, a power of ten, a unit."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from fractions import Fraction
from typing import NamedTuple

from factcheck.subjects import mistyped

LONGEST = 12
POWERS = tuple(range(1, 7))
ANY = "?"
DIGIT = {1: 0.5, 2: 1.0, 3: 2.0, 4: 2.5}
HALF_DAY, YEAR = 720, 360
CLOSE = Fraction(1, 50)


class Slip(NamedTuple):
    """How one figure may have come of another: `name` in a word, `weight` how little chance explains it."""

    name: str
    weight: float


NONE = Slip("altered", 0.0)


def keys(digits: str) -> Iterator[str]:
    """Yield strings of which two numbers share one where one may be a slip for the other, by their digits."""
    if not 0 < len(digits) <= LONGEST:
        return
    yield digits
    if len(digits) < 2:
        return
    yield "".join(sorted(digits)) + "="
    for place in range(len(digits)):
        yield digits[:place] + ANY + digits[place + 1 :]


def slip(stated: str, right: str, ours: Fraction, theirs: Fraction) -> Slip:
    """Return the slip that makes the figure with digits `stated` and value `ours` of the other."""
    ratio = abs(ours / theirs) if theirs else Fraction(0)
    if _power(ratio) and (stated == right or min(len(stated), len(right)) > 1):
        return Slip("magnitude", 3.0 if len(stated) > 1 else 2.0)
    if not Fraction(1, 12) < ratio < 12:
        return NONE
    if len(stated) == len(right) and sorted(stated) == sorted(right) and mistyped(stated, right):
        return Slip("swapped", 3.0 if len(stated) > 2 else 2.0)
    if mistyped(stated, right):
        return Slip("digit", DIGIT.get(min(len(stated), len(right)), 3.0))
    return NONE


def slip_of_days(ours: int, theirs: int) -> Slip:
    """Return the slip between two days of the calendar, given as ordinals: another day of the month, or month."""
    one, other = date.fromordinal(ours), date.fromordinal(theirs)
    if (one.year, one.month) == (other.year, other.month):
        return Slip("altered", 1.5)
    return Slip("altered", 1.0) if one.day == other.day and abs(ours - theirs) < YEAR else NONE


def slip_of_clocks(ours: int, theirs: int) -> Slip:
    """Return the slip between two times of day in minutes: morning for afternoon, or one part of it."""
    if abs(ours - theirs) == HALF_DAY:
        return Slip("altered", 2.0)
    return Slip("altered", 1.5) if ours % 60 == theirs % 60 or ours // 60 == theirs // 60 else NONE


def _power(ratio: Fraction) -> bool:
    larger = max(ratio, 1 / ratio) if ratio else Fraction(0)
    return any(abs(larger / 10**n - 1) < CLOSE for n in POWERS)
