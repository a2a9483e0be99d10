"""Whether a change is what two figures give but for a slip of the pen, or so far off that it is of others."""

from __future__ import annotations

from fractions import Fraction

from factcheck.numerals import digits
from factcheck.quantity import Quantity
from factcheck.slips import mistyped, swapped

UNLIKE = 10
"""So many times what two figures give is no slip of a size, but the size of something else."""

POWERS, TEN_OFF = (10, 100, 1000), Fraction(1, 10)
TENS, FINE = (Fraction(10), Fraction(1, 10)), Fraction(1, 200)
TEN, SHORT, FEW = 10, 3, 4


def misprinted(said: Quantity, implied: Quantity) -> bool:
    """Tell whether a change is what two figures give but for a slip of the pen: ten off, two digits swapped, a nought too many.

    One figure in ten is so by chance; of three digits, any one may be the wrong one.
    """
    low, high = said.interval
    if low == high or said.unit == "x" or said.interval.meets(implied.interval):
        return False
    first, last = implied.interval
    if any(
        abs(said.interval.middle * ten - implied.interval.middle) <= FINE * abs(implied.interval.middle) for ten in TENS
    ):
        return True
    shown = round(said.interval.middle / (high - low))
    if said.unit != "pp" and shown < TEN:
        return False
    lowest, highest = round(first / (high - low)), round(last / (high - low))
    least = 1 if said.unit == "pp" else TEN
    telling = bool(digits(said.working)) and highest - lowest < FEW
    return telling and any(_mistaken(shown, one, least) for one in range(lowest, highest + 1))


def unlike(said: Quantity, implied: Quantity) -> bool:
    """Tell whether a change is so far from what two figures give, and no power of ten off, that it is of others: 11,620, not two."""
    low, high = sorted((abs(said.interval.middle), abs(implied.interval.middle)))
    return high > UNLIKE * low and not any(abs(high / low - ten) <= TEN_OFF * ten for ten in POWERS) if low else True


def turned_about(said: Quantity, implied: Quantity) -> bool:
    """Tell whether a figure has two digits of what it should be the wrong way about: 6.5 for 5.6."""
    step = said.interval.high - said.interval.low
    return step > 0 and swapped(*(str(round(side.interval.middle / step)) for side in (said, implied)))


def _mistaken(shown: int, meant: int, least: int) -> bool:
    one, other = str(shown), str(meant)
    tens = abs(shown - meant) == TEN and min(shown, meant) >= least
    return meant > 0 and (tens or swapped(one, other) or (len(one) >= SHORT and mistyped(one, other)))
