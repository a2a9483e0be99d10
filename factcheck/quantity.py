"""What a written number can mean, and arithmetic that keeps its word.

A figure in print is rounded: "2.1" stands for anything from 2.05 to 2.15.  An Interval holds that range,
exactly; a Quantity adds the unit, the places in the text it came from, and the working that made it.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from fractions import Fraction
from itertools import product
from operator import add, mul, sub
from typing import Any

from factcheck.document import Span
from factcheck.records import NamedTuple

HUGE, DEEP = Fraction(10**60), Fraction(-(10**60))
"""Stand for infinity and for less than everything, so that every end of every Interval is a Fraction."""


class Interval(NamedTuple):
    """Every value from `low` to `high`, both included."""

    low: Fraction
    high: Fraction

    @classmethod
    def exactly(cls, number: int | Fraction) -> Interval:
        """Return the interval of one value."""
        return cls(Fraction(number), Fraction(number))

    @classmethod
    def around(cls, middle: Fraction, reach: Fraction | int) -> Interval:
        """Return everything within `reach` of `middle`."""
        return cls(middle - reach, middle + reach) if reach else cls(middle, middle)

    @property
    def middle(self) -> Fraction:
        """The value half-way between the ends; the finite end where only one is."""
        if self.low is self.high or self.high >= HUGE:
            return self.low
        return self.high if self.low <= DEEP else (self.low + self.high) / 2

    def plus(self, other: Interval) -> Interval:
        """Return every sum of a value of each."""
        return Interval(self.low + other.low, self.high + other.high)

    def minus(self, other: Interval) -> Interval:
        """Return every difference of a value of each."""
        return Interval(self.low - other.high, self.high - other.low)

    def times(self, other: Interval) -> Interval:
        """Return every product of a value of each."""
        if self.low >= 0 and other.low >= 0:
            return Interval(self.low * other.low, self.high * other.high)
        corners = [a * b for a, b in product(self, other)]
        return Interval(min(corners), max(corners))

    def over(self, other: Interval) -> Interval:
        """Return every quotient; nothing is known of it where the divisor may be nought."""
        if other.low <= 0 <= other.high:
            return ANYTHING
        if self.low >= 0 and other.low > 0:
            return Interval(self.low / other.high, self.high / other.low)
        corners = [a / b for a, b in product(self, other)]
        return Interval(min(corners), max(corners))

    def negative(self) -> Interval:
        """Return the interval mirrored at nought."""
        return Interval(-self.high, -self.low)

    def size(self) -> Interval:
        """Return every absolute value of a value."""
        if self.low >= 0:
            return self
        return self.negative() if self.high <= 0 else Interval(Fraction(0), max(-self.low, self.high))

    def widened(self, by: Fraction) -> Interval:
        """Return the interval with both ends moved outward by the share `by` of their own size."""
        return Interval(self.low - abs(self.low) * by, self.high + abs(self.high) * by)

    def meets(self, other: Interval) -> bool:
        """Tell whether some value lies in both."""
        return self.low <= other.high and other.low <= self.high

    def reaches_into(self, other: Interval) -> bool:
        """Tell whether the two have more than an end in common: what rounds to 11 is never more than what rounds to 12."""
        return self.meets(other) and (self == other or (self.low < other.high and other.low < self.high))

    def gap(self, other: Interval) -> Fraction:
        """Return how far apart the nearest ends lie; 0 where the two meet."""
        return max(self.low - other.high, other.low - self.high, Fraction(0))

    def hull(self, other: Interval) -> Interval:
        """Return the smallest interval that holds both."""
        return Interval(min(self.low, other.low), max(self.high, other.high))


ANYTHING = Interval(DEEP, HUGE)


class OneOf(NamedTuple):
    """A value that is one of a few named things: a weekday, a spelling, a set of items."""

    names: frozenset[str]

    def meets(self, other: OneOf) -> bool:
        """Tell whether the two have a name in common."""
        return bool(self.names & other.names)


Value = Interval | OneOf

WORKED: dict[str, Callable[[Fraction, Fraction], Fraction | None]] = {
    "+": add, "-": sub, "×": mul, "/": lambda left, right: left / right if right else None
}  # fmt: skip


class Quantity:
    """A value of some unit that knows where it was read and how it was worked out.

    `value` is what the displayed digits and the hedge allow; `coarse` what they allow when trailing zeros of a
    whole number are taken for rounding ("2,600" from 2,550 to 2,650), None where that is no wider.
    `unit` is "" for a plain number, "%" for a share (0.24 for 24 percent), "pp" for percentage points (0.10 for
    10), an ISO code for money, else the name of a unit of measure.  `printed` is what the digits say, hedge and
    rounding left aside, None where no one number is printed.  `working` shows the figures as they stand in
    the text with the signs between them, and `made` is the same as a sum of two quantities, for solving.
    """

    __slots__ = ("coarse", "made", "printed", "spans", "unit", "value", "working")

    def __init__(
        self,
        value: Value,
        unit: str = "",
        working: str = "",
        spans: tuple[Span, ...] = (),
        coarse: Interval | None = None,
        made: tuple[str, Quantity, Quantity] | None = None,
        printed: Fraction | None = None,
    ) -> None:
        self.value, self.unit, self.working, self.spans = value, unit, working, spans
        self.coarse, self.made, self.printed = coarse, made, printed

    @classmethod
    def named(cls, name: str, working: str, *spans: Span) -> Quantity:
        """Return what is told by a name: a weekday, a side, a way; it meets nothing but the same name."""
        return cls(OneOf(frozenset({name})), "", working, spans)

    @classmethod
    def one_of(cls, names: Iterable[str], working: str, *spans: Span) -> Quantity:
        """Return what may be told by any of several names: the days that "next week" may mean."""
        return cls(OneOf(frozenset(names)), "", working, spans)

    def changed(self, **parts: Any) -> Quantity:
        """Return a copy with some of its parts changed."""
        return Quantity(**{**{name: getattr(self, name) for name in self.__slots__}, **parts})

    @property
    def interval(self) -> Interval:
        """The value of a number; TypeError for names."""
        if isinstance(self.value, Interval):
            return self.value
        raise TypeError(f"{self.working!r} is no number")

    @property
    def centre(self) -> Fraction:
        """What the figures come to as they are printed; the middle of the interval where they do not tell."""
        interval, printed = self.interval, self.printed
        if self.made:
            sign, left, right = self.made
            printed = WORKED[sign](left.centre, right.centre)
        return printed if printed is not None and interval.low <= printed <= interval.high else interval.middle

    @property
    def rounded(self) -> Quantity:
        """The same figure, its trailing zeros taken for rounding."""
        return self if self.coarse is None else self.changed(value=self.coarse, coarse=None)

    @classmethod
    def constant(cls, number: int | Fraction, working: str = "", unit: str = "") -> Quantity:
        """Return a number that stands nowhere in the text: a definition, the number of listed items."""
        return cls(Interval.exactly(number), unit, working or str(number))

    def __truediv__(self, other: Quantity | int) -> Quantity:
        right = _quantity(other, "")
        unit = self.unit if not right.unit else ("" if self.unit == right.unit else f"{self.unit}/{right.unit}")
        return _worked(self, right, "/", Interval.over, unit)

    def __mul__(self, other: Quantity | int) -> Quantity:
        right = _quantity(other, "")
        return _worked(self, right, "×", Interval.times, self.unit or right.unit)

    def __sub__(self, other: Quantity | int) -> Quantity:
        return _worked(self, _quantity(other, self.unit), "-", Interval.minus, self.unit)

    def __add__(self, other: Quantity | int) -> Quantity:
        return _worked(self, _quantity(other, self.unit), "+", Interval.plus, self.unit)

    def __neg__(self) -> Quantity:
        nought = Quantity.constant(0, unit=self.unit)
        return self.changed(value=self.interval.negative(), coarse=None, made=("-", nought, self))

    def __abs__(self) -> Quantity:
        return self.changed(value=self.interval.size(), coarse=None)

    def as_unit(self, unit: str) -> Quantity:
        """Return the same value read in another unit."""
        return self.changed(unit=unit)


def total(parts: list[Quantity]) -> Quantity:
    """Return the sum of the parts, with its working; ValueError for no parts."""
    if not parts:
        raise ValueError("nothing to add up")
    answer = parts[0]
    for part in parts[1:]:
        answer = answer + part
    return answer


def _quantity(number: Quantity | int, unit: str) -> Quantity:
    return number if isinstance(number, Quantity) else Quantity.constant(number, unit=unit)


_LOOSE = {"+", "-"}


def _worked(
    left: Quantity, right: Quantity, sign: str, operate: Callable[[Interval, Interval], Interval], unit: str
) -> Quantity:
    if set(left.spans) & set(right.spans):
        raise ValueError(f"{left.working} {sign} {right.working} uses one figure twice: each may widen the answer once")
    shown = left.working if sign in _LOOSE else _bracketed(left.working)
    return Quantity(
        operate(left.interval, right.interval),
        unit,
        f"{shown} {sign} {_bracketed(right.working)}",
        left.spans + right.spans,
        made=(sign, left, right),
    )


def _bracketed(working: str) -> str:
    return f"({working})" if any(f" {sign} " in working for sign in _LOOSE) else working
