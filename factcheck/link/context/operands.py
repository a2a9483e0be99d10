"""The figures of a change as quantities that can be set against each other."""

from __future__ import annotations

from fractions import Fraction

from factcheck.model import Mention
from factcheck.numerals import Number, hedged
from factcheck.quantity import Interval, Quantity
from factcheck.records import NamedTuple

SCALES = (10**3, 10**6, 10**9, 10**12)
UNSCALED = 1000
THOUSANDS = 500
HUNDREDTHS = ("cents", "cent", "pence")
CLOSE = 12
CENTS = 100
FINEST = 400
"""A figure that is known to so small a part of itself is no guess, whatever stands before it."""

LOOSEST = Fraction(1, 20)
"""No zeros at its end make a figure vaguer than by this share of itself."""


class Ends(NamedTuple):
    """What a thing was before and after."""

    before: Quantity
    after: Quantity

    @property
    def grows(self) -> bool:
        """Tell whether the later figure is the larger."""
        return self.after.interval.middle >= self.before.interval.middle

    @property
    def share(self) -> Quantity:
        """The size of the change as a share of what was before."""
        ratio = self.after / self.before
        one = Quantity.constant(1)
        return self._either_way(ratio - one if self.grows else one - ratio).as_unit("%")

    @property
    def gap(self) -> Quantity:
        """The size of the change in the figures' own unit."""
        return self._either_way(self.after - self.before if self.grows else self.before - self.after)

    def _either_way(self, change: Quantity) -> Quantity:
        """Return a change as a size where the figures may have gone either way: to "up to 5" from 4."""
        return abs(change) if self.before.interval.meets(self.after.interval) else change


def as_sentence(share: Quantity) -> str | None:
    """Return what a finding says of a change that was worked out from its two ends; None for one that was not."""
    sign, left, right = share.made or ("", share, share)
    made = left.made or right.made
    if sign != "-" or not made or made[0] != "/":
        return None
    after, before = (figure.working for figure in made[1:])
    return f"From {before} to {after} is a {'rise' if left.made else 'fall'} of {{implied}}, not {{stated}}."


def unhedged(mention: Mention) -> Mention:
    """Return a figure that shows more digits than its "some" or "about" allows as one rounded at its noughts: some 614,300."""
    number = mention.number
    if mention.hedge != "about" or number is None or mention.upper is not None:
        return mention
    fine = max(number.half, number.coarse)
    plain = fine * FINEST <= abs(number.middle)
    return mention.changed(hedge="", number=Number(number.middle, fine, fine)) if plain else mention


def ends(before: Mention, after: Mention) -> Ends:
    """Return two figures set side by side: rounded to one place, an unsaid unit or scale taken from the other.

    Percentages show no nought behind the point where there is one ("to 4% from 3.5%"), so the finer place is both's.
    """
    before, after = unhedged(before), unhedged(after)
    one, other = _like(before, after), _like(after, before)
    if before.unit == after.unit == "%" or _in_cents(before, after):
        half = min(one.half, other.half)
        one, other = Number(one.middle, half, half), Number(other.middle, half, half)
    return Ends(_quantity(before, one, other.coarse, after), _quantity(after, other, one.coarse, before))


def _in_cents(before: Mention, after: Mention) -> bool:
    """Tell whether two prices are told to the cent, one of which leaves its noughts unsaid: from $32.40 to $36."""
    halves = sorted(one.number.half for one in (before, after) if one.number)
    prices = before.kind == after.kind == "money" and before.unit == after.unit
    return prices and halves[:1] == [Fraction(1, 2 * CENTS)] and halves[-1] <= Fraction(1, 2)


def exact_ends(before: Mention, after: Mention, stated: Mention) -> Ends:
    """Return two figures for a difference: counts are exact, zeros round only where all three end in thousands."""
    before, after = unhedged(before), unhedged(after)
    one, other = _like(before, after), _like(after, before)
    zeros = min(one.coarse, other.coarse, _number(stated).coarse)
    zeros = zeros if zeros >= THOUSANDS else Fraction(0)
    return Ends(_counted(before, one, zeros, after), _counted(after, other, zeros, before))


def in_unit(mention: Mention, other: Mention) -> Mention:
    """Return a bare number as a figure of the unit and scale of another: 46 percent and 38."""
    if mention.kind != "count" or other.kind == "count":
        return mention
    return mention.changed(kind=other.kind, unit=other.unit, number=_like(mention, other))


def _number(mention: Mention) -> Number:
    return mention.number or Number(Fraction(0))


def _like(mention: Mention, other: Mention) -> Number:
    """Return the number of a figure in the unit and scale of another where it names none of its own."""
    number, beside = _number(mention), _number(other)
    if mention.kind != "count" or other.kind == "count" or not number.middle:
        return number
    if other.kind == "percent" or (other.kind == "money" and other.text.lower().endswith(HUNDREDTHS)):
        return number.times(Fraction(1, 100))
    if other.kind == "money" and UNSCALED > number.middle > CLOSE * beside.middle >= number.middle / CENTS:
        return number.times(Fraction(1, CENTS))
    if number.middle >= UNSCALED or beside.middle <= CLOSE * number.middle:
        return number
    return number.times(next((scale for scale in SCALES if beside.middle <= CLOSE * scale * number.middle), 1))


def _quantity(mention: Mention, number: Number, place: Fraction, other: Mention) -> Quantity:
    half = max(number.half, min(number.coarse, place, abs(number.middle) * LOOSEST))
    shown = Interval.around(number.middle, half)
    return Quantity(hedged(shown, mention.hedge), mention.unit or other.unit, mention.text, (mention.span,))


def _counted(mention: Mention, number: Number, zeros: Fraction, other: Mention) -> Quantity:
    whole = mention.kind in ("count", "pair") and other.kind in ("count", "pair") and number.half == Fraction(1, 2)
    half = max(zeros, Fraction(0) if whole else number.half)
    shown = Interval.around(number.middle, half)
    return Quantity(hedged(shown, mention.hedge), mention.unit or other.unit, mention.text, (mention.span,))


def points(stated: Mention) -> Quantity:
    """Return bare points ("12 points") as percentage points."""
    factor = Fraction(1, 100) if stated.unit == "pt" else Fraction(1)
    number = _number(stated).times(factor)
    return Quantity(hedged(number.interval, stated.hedge), "pp", stated.text, (stated.span,))


def percent(stated: Mention) -> Quantity:
    """Return a stated percentage or fraction; from 100% on, zeros at its end may be rounding."""
    large = _number(stated).middle >= 1
    return stated.rounded if large else stated.quantity
