"""Sums of money said to be so much of another currency, and the rates that may stand behind them."""

from __future__ import annotations

from fractions import Fraction

from factcheck.link.context.apposition import Apposed, plain, said
from factcheck.model import Mention
from factcheck.quantity import Interval, Quantity
from factcheck.records import NamedTuple

CLOSE = Fraction(3, 100)
"""How far a sum may be off the market unremarked."""

DIGITS = Fraction(1, 20)
"""How far, at most, the sum converted may itself have been rounded."""


class Rate(NamedTuple):
    """What one of the first currency is worth in the second, and whose word that is; `slack` is what it allows."""

    band: Interval
    words: str
    slack: Fraction = CLOSE


class Stated(NamedTuple):
    """A rate that the text states: so much of `unit` for one of `per`, either "" where the text leaves it out."""

    value: Interval
    unit: str
    per: str
    sentence: int

    def bands(self, sum_: Sum, near: bool) -> list[Interval]:
        """Return what the rate makes of one of a sum's first currency; nothing where it is of other currencies."""
        pair = {sum_.base, sum_.quote}
        if not {self.unit, self.per} - {""} <= pair or not (self.unit or self.per or near):
            return []
        ahead = self.unit in ("", sum_.quote) and self.per in ("", sum_.base)
        back = self.unit in ("", sum_.base) and self.per in ("", sum_.quote)
        inverse = Interval.exactly(1).over(self.value)
        return [self.value] * ahead + [inverse] * back


def _shown(figure: Mention, other: Mention, most: Fraction | None = None) -> Quantity:
    """Return what a figure displays; its hedge is its own where the other has another: more than ... (nearly ...)."""
    own = figure.hedge and other.hedge and figure.hedge != other.hedge
    return said(figure, most) if own else plain(figure, most)


class Sum(NamedTuple):
    """A conversion of the text: so much of one currency said to be so much of another."""

    pair: Apposed
    base: str
    quote: str
    times: Fraction = Fraction(1)
    """By so much the first is of more than the second: 1,000 for a price a tonne beside one a kilo."""

    @property
    def given(self) -> Quantity:
        """The sum converted."""
        return _shown(self.pair.first, self.pair.second, DIGITS).as_unit(self.base)

    @property
    def stated(self) -> Quantity:
        """What it is said to be."""
        shown = _shown(self.pair.second, self.pair.first).as_unit(self.quote)
        return shown if self.times == 1 else shown.changed(value=shown.interval.times(Interval.exactly(self.times)))

    def worth(self, rate: Rate) -> Interval:
        """Return what the sum converted comes to at a rate."""
        return self.given.interval.times(rate.band.widened(rate.slack))

    def fits(self, rate: Rate) -> bool:
        """Tell whether the text's conversion agrees with a rate."""
        return self.worth(rate).meets(self.stated.interval)
