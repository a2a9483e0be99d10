"""By how much a length of time misses its stretch where a pen has slipped."""

from __future__ import annotations

from math import ceil, floor

from factcheck.model import Mention
from factcheck.quantity import Interval
from factcheck.slips import mistyped, swapped

CLOSE, TEN, HUNDRED, FEW = 2, 10, 100, 5
"""A length misses by so many, or by ten, where a pen has slipped; only of a hundred or more a wrong digit tells.

Of fewer than the last a miss tells little.
"""
AN_HOUR, HOURS, VAGUEST = 60, 300, 4
"""In minutes: of a length to the minute, only the hours may be wrong."""


def slips(length: Mention, between: Interval, near: bool) -> bool:
    """Tell whether a length misses its stretch by what a slip of the pen makes of it, or not at all.

    Less than the stretch by a little it may be a part of it, unless a `near` miss is as good.
    """
    assert length.number is not None
    gap = length.quantity.interval.gap(between)
    shown, ends = length.number.middle, (between.low, between.high)
    if length.unit == "minute":
        tens = gap <= AN_HOUR and any((end - shown) % TEN == 0 for end in (*ends, between.middle))
        hours = near and shown % AN_HOUR and (between.middle - shown) % AN_HOUR == 0 and gap <= HOURS
        return (gap <= TEN and (near or shown > between.high)) or tens or bool(hours)
    if gap <= CLOSE and (near or not gap or shown > between.high):
        return True
    if shown.denominator != 1 or between.high - between.low > VAGUEST:
        return False
    right = {floor(between.middle), ceil(between.middle)}
    return any((abs(whole - shown) == TEN and whole >= FEW) or _mistaken(int(shown), whole) for whole in right)


def _mistaken(shown: int, right: int) -> bool:
    """Tell whether two numbers are one but for two digits swapped or, of three or more, for one digit."""
    one, other = str(shown), str(right)
    return swapped(one, other) or (min(shown, right) >= HUNDRED and mistyped(one, other))
