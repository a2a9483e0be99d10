"""Slips of the pen: two figures so alike that one is surely the other, mistyped.

Of two unrelated figures of three digits, one pair in hundreds has the same digits with two neighbours swapped; so where
words leave open whether two figures are to agree, such a slip between them tells that they are.
"""

from __future__ import annotations

from fractions import Fraction

from factcheck.quantity import HUGE, Interval

DIGITS = 3
"""So many digits a figure must show, zeros at its end left off, for its likeness with another to be no chance."""

FINE = Fraction(1, 100)
"""A figure that is known no better than this share of itself is a power of ten off too easily."""

POWERS = tuple(Fraction(10) ** power for power in (-9, -6, -4, -3, -2, -1, 1, 2, 3, 4, 6, 9))


def slipped(stated: Interval, implied: Interval) -> bool:
    """Tell whether two figures that conflict differ as chance hardly does: by two neighbours swapped, or a power of ten."""
    if not (0 < stated.low <= stated.high < HUGE and 0 < implied.low <= implied.high < HUGE):
        return False
    step = stated.high - stated.low or Fraction(1)
    shown = str(round(stated.middle / step))
    if len(shown.rstrip("0")) < DIGITS:
        return False
    if any(stated.times(Interval.exactly(power)).meets(implied) for power in POWERS):
        return _fine(stated) and _fine(implied)
    return implied.high - implied.low <= step and swapped(shown, str(round(implied.middle / step)))


def _fine(figure: Interval) -> bool:
    return figure.high - figure.low <= figure.middle * FINE


def swapped(one: str, other: str) -> bool:
    """Tell whether two strings of digits differ by two neighbours swapped."""
    changed = [at for at, (first, second) in enumerate(zip(one, other, strict=False)) if first != second]
    return (
        len(one) == len(other) and len(changed) == 2 and changed[1] == changed[0] + 1 and sorted(one) == sorted(other)
    )


def differing(one: str, other: str) -> int:
    """Return in how many places two strings differ, as far as the shorter reaches."""
    return sum(a != b for a, b in zip(one, other, strict=False))


def retyped(one: str, other: str) -> bool:
    """Tell whether two strings of as many digits differ by one of them, or by two neighbours swapped."""
    return len(one) == len(other) and (differing(one, other) == 1 or swapped(one, other))


def mistyped(one: str, other: str) -> bool:
    """Tell whether two strings of digits differ by one slip: a digit changed or dropped, or two swapped."""
    if one == other or min(len(one), len(other)) < 2:
        return False
    if len(one) == len(other):
        return retyped(one, other)
    short, long = sorted((one, other), key=len)
    return len(long) == len(short) + 1 and any(long[:n] + long[n + 1 :] == short for n in range(len(long)))


def misheard(one: str, other: str) -> bool:
    """Tell whether two strings of digits are a number in -teen and one in -ty: 17 and 70, 15,000 and 50,000."""
    teen, ty = sorted((one, other))
    rest = teen[2:]
    return len(teen) == len(ty) > 1 and teen[0] == "1" and teen[1] in "3456789" and ty == f"{teen[1]}0{rest}"
