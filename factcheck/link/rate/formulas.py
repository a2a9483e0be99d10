"""What a yearly rate makes of a sum in some years, the ways that it is reckoned, and the words that say which."""

from __future__ import annotations

import math
from collections.abc import Callable
from fractions import Fraction

from factcheck.patterns import Pattern
from factcheck.records import NamedTuple

COMPOUNDING = Pattern(r"\bcompound(?:ed|ing)\b|\bcompound (?:\w+ )?(?:interest|growth|rates?)\b|복리")
REINVESTED = Pattern(
    r"\breinvest\w*|\binterest on (?:the )?interest\b|\brolled up\b|\bon the (?:previous|preceding|last) (?:year's|one's)|\bon the year before's"
    r"|\b(?:interest|return|gain)s?(?: \w+){0,3} (?:added|credited)\b"
)
"""With these a rate is on what it has made already."""

NOT_COMPOUNDED = Pattern(
    r"\b(?:simple|whereas|instead|not|no|nothing|never|takes?|took|spends?|spent|elsewhere|otherwise|paid|pays|one who|if)\b|n't\b"
)
"""Beside those, these tell of another way too."""


def is_compounded(words: str) -> bool:
    """Tell whether words say that a rate is on what it has made already, and tell of no other way beside it."""
    return (COMPOUNDING.search(words) or REINVESTED.search(words)) is not None and NOT_COMPOUNDED.search(words) is None


MOST = 1e100
"""A figure that grows so many times over is misread; a float holds it, and what comes of it."""


def power(base: float | Fraction, exponent: float | Fraction) -> float:
    """Return a power of what is not below nought, at most MOST: whatever a text says, growth comes to some number."""
    try:
        return min(math.pow(max(float(base), 0.0), float(exponent)), MOST)
    except (OverflowError, ValueError):
        return MOST


class Formula(NamedTuple):
    """What a yearly rate makes of a figure in some years, as a multiple of it, and how that is written."""

    factor: Callable[[float, float], float]
    written: str


def payment(rate: float, periods: float) -> float:
    """Return the share of a loan that each of so many equal payments is, at a rate for each of their periods."""
    left = 1 - power(1 + rate, -periods)
    return rate / left if left else 1 / max(periods, 1)


GROWN = Formula(lambda rate, years: power(1 + rate, years), "{first} × (1 + {rate}) ^ {years}")
SHRUNK = Formula(lambda rate, years: power(1 - rate, years), "{first} × (1 - {rate}) ^ {years}")
MONTHLY = Formula(lambda rate, years: payment(rate / 12, 12 * years), "{first} at {rate} over {years} years, a month")
YEARLY = Formula(payment, "{first} at {rate} over {years} years, a year")
PAID = Formula(
    lambda rate, years: 12 * years * payment(rate / 12, 12 * years), "{first} at {rate} over {years} years, in all"
)
INTEREST = Formula(
    lambda rate, years: 12 * years * payment(rate / 12, 12 * years) - 1,
    "{first} at {rate} over {years} years, the interest",
)
