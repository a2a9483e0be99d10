"""Slips of the pen between two figures: a digit changed, two swapped, a power of ten, a unit, a day, a year."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from fractions import Fraction

from factcheck.records import NamedTuple
from factcheck.slips import mistyped

LONGEST = 12
POWERS = frozenset(Fraction(10) ** n for n in range(-6, 7) if n)
THOUSANDS = frozenset(Fraction(1000) ** n for n in (1, 2))
SCALED = 1000
ANY = "?"
EVIDENCE = (0.0, 0.5, 0.75, 2.0, 2.5, 3.5, 4.5)
"""How little chance explains that two figures of so many digits differ in one of them."""

WEAK = 0.5
"""The weight of a slip that turns up by chance, too: a single digit, a weekday, a year."""

ROUND = frozenset({0, 30})
"""Minutes at which most things begin."""

HALF_DAY, YEAR = 720, 360


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
    yield "".join(sorted(digits)).lstrip("0") + "="
    for place in range(len(digits)):
        yield digits[:place] + ANY + digits[place + 1 :]


def slip(stated: str, ours: Fraction, theirs: Fraction) -> Slip:
    """Return the slip that makes the figure `ours`, whose digits are `stated`, of another in the same unit.

    The other is rounded as far as the figure is, so that "$6.5 billion" is a digit away from $1,460 million.
    """
    length = len(stated)
    if not length or not ours or not theirs:
        return NONE
    rounded = _rounded(abs(theirs), length)
    full = _digits(abs(theirs))
    right, ratio = _digits(rounded), abs(ours) / rounded
    exact = rounded == abs(theirs)
    evidence = EVIDENCE[max(1, min(length, len(right), len(EVIDENCE) - 1) - (not exact))]
    if ratio in POWERS and (length > 1 or exact):
        return Slip("magnitude", _power_of_ten(abs(ours), rounded, evidence, exact))
    if not Fraction(1, 12) < ratio < 12 or (length == len(right) and _order(abs(ours)) != _order(rounded)):
        return NONE
    if sorted(stated) == sorted(right) and mistyped(stated, right):
        return Slip("swapped", evidence + 1.25)
    if whole := _swapped_nought(abs(ours), abs(theirs)):
        return Slip("swapped", EVIDENCE[min(whole, len(EVIDENCE) - 1)])
    if (
        mistyped(stated, right)
        or (mistyped(stated, full) and len(full) > length)
        or (length == len(right) == 1 and stated != right)
    ):
        return Slip("digit", evidence)
    return NONE


def _swapped_nought(ours: Fraction, theirs: Fraction) -> int:
    """Return how many digits two numbers have whose last one and its neighbour are swapped and one a nought; 0 for others."""
    one, other = str(ours), str(theirs)
    ends = (one[-1] == "0") != (other[-1] == "0")
    return len(one) if ends and sorted(one) == sorted(other) and mistyped(one, other) else 0


def _power_of_ten(ours: Fraction, theirs: Fraction, evidence: float, exact: bool) -> float:
    """Return the weight of a slip by a power of ten: where one digit is all there is, only a scale word tells it."""
    if evidence > WEAK:
        return max(evidence + 1, 3.0)
    thousands = max(ours / theirs, theirs / ours) in THOUSANDS
    return 2.0 if thousands and exact and min(ours, theirs) >= SCALED else 1.0


def _rounded(value: Fraction, length: int) -> Fraction:
    """Return a positive number rounded to so many significant digits."""
    unit = Fraction(10) ** (_order(value) - length + 1)
    return Fraction(round(value / unit)) * unit


def _order(value: Fraction) -> int:
    """Return the power of ten of a positive number's first digit."""
    guess = len(str(value.numerator)) - len(str(value.denominator))
    return guess if value >= Fraction(10) ** guess else guess - 1


def _digits(value: Fraction) -> str:
    """Return the significant digits of a number that has few."""
    return str((value / Fraction(10) ** (_order(value) - LONGEST)).numerator).strip("0")


def slip_of_days(ours: date, theirs: date, unit: str) -> Slip:
    """Return the slip between two days of the calendar, or the two months, years or weekdays that they stand for."""
    if unit == "weekday":
        return Slip("altered", WEAK)
    if unit == "period":
        return Slip("altered", WEAK) if mistyped(str(ours.year), str(theirs.year)) else NONE
    if unit == "month" and ours.month == theirs.month:
        return Slip("altered", 1.0) if mistyped(str(ours.year), str(theirs.year)) else NONE
    if unit == "month":
        return Slip("altered", WEAK) if abs((ours - theirs).days) < YEAR else NONE
    if (ours.year, ours.month) == (theirs.year, theirs.month):
        return Slip("altered", 1.5)
    return Slip("altered", 1.0) if ours.day == theirs.day and abs((ours - theirs).days) < YEAR else NONE


def slip_of_units(digits: str) -> Slip:
    """Return the slip that gives a number of these digits another unit."""
    return Slip("unit", EVIDENCE[min(len(digits), len(EVIDENCE) - 1)] + 1)


def slip_of_clocks(ours: int, theirs: int) -> Slip:
    """Return the slip between two times of day in minutes: morning for afternoon, or one part of it."""
    if abs(ours - theirs) == HALF_DAY:
        return Slip("altered", 2.0 if ours % 60 in ROUND else 3.0)
    if ours // 60 != theirs // 60 and ours % 60 != theirs % 60:
        return NONE
    return Slip("altered", WEAK if {ours % 60, theirs % 60} <= ROUND else 1.5)
