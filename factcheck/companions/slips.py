"""Slips of the pen between two figures: a digit changed, two swapped, a power of ten, a unit."""

from __future__ import annotations

from collections.abc import Iterator
from fractions import Fraction
from typing import NamedTuple

from factcheck.subjects import mistyped

LONGEST = 12
POWERS = tuple(range(1, 7))
ANY = "?"
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
        return Slip("magnitude", 3.0 if len(stated) > 1 else 1.5)
    near = Fraction(1, 12) < ratio < 12
    if (
        near
        and len(stated) == len(right)
        and sorted(stated) == sorted(right)
        and stated != right
        and mistyped(stated, right)
    ):
        return Slip("swapped", 3.0 if len(stated) > 2 else 2.0)
    if near and mistyped(stated, right):
        return Slip("digit", {1: 0.5, 2: 1.0}.get(min(len(stated), len(right)), 2.0))
    return NONE


def _power(ratio: Fraction) -> bool:
    larger = max(ratio, 1 / ratio) if ratio else Fraction(0)
    return any(abs(larger / 10**n - 1) < CLOSE for n in POWERS)
