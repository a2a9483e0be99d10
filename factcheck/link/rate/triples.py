"""Rates with the totals and the numbers that may make them, and which of those is held against the text."""

from __future__ import annotations

from collections.abc import Iterator
from fractions import Fraction
from itertools import combinations

from factcheck import shown
from factcheck.link.context.apposition import said
from factcheck.link.rate.apiece import comes_to, counted, in_full, matches, named, times
from factcheck.link.rate.each import DAYS, Each
from factcheck.link.series.figures import digits_of, is_plain, last_place, slip, swapped, value
from factcheck.model import Mention, Relation, Severity
from factcheck.numerals import Number
from factcheck.quantity import Quantity
from factcheck.records import NamedTuple

CLOSE, FITS = Fraction(1, 20), Fraction(3, 200)
"""How far a rate may be off what it follows from before that is told: other bases, weights and averages lie nearer."""

BARE, NAMED, MEASURED = 5, 4, 3
"""So many digits three figures must have among them before their agreement is more than chance: counts of anything, of what
the rate is for one of, and other figures."""

GROSS = Fraction(1, 5)
"""By so much of it a rate that is off is no warning but an error."""

SHARED = frozenset({"game", "match", "fixture", "bout", "meeting"})
"""What two share in: ten clubs that play 18 matches each play 90 in all."""

FAR_OFF = 3
"""A rate that is so many times off is of another total or number."""


class Triple(NamedTuple):
    """A rate, a total and a number that may make it.

    `tied` where words tie them beyond doubt, `offered` where the rate is said to follow from figures before it.
    """

    each: Each
    total: Mention
    number: Mention
    tied: bool
    offered: bool

    @property
    def implied(self) -> Quantity:
        """The total over the number, in the rate's own terms."""
        answer = (in_full(self.total) / counted(self.number, self.each.noun)).as_unit(self.each.rate.unit)
        return answer if self.each.base is None else answer * Quantity.constant(value(self.each.base))

    @property
    def exact(self) -> Fraction:
        """The same for the figures as they stand."""
        return comes_to(self.each, self.total, self.number)

    def exactly(self) -> Triple:
        """Return the same with each figure no more and no less than its digits."""
        one, total, number = (
            figure.changed(number=Number(value(figure))) for figure in (self.each.rate, self.total, self.number)
        )
        return self._replace(each=self.each._replace(rate=one), total=total, number=number)


def settled(triples: list[Triple]) -> Iterator[Relation]:
    """Yield the first triple that fits and has more to it than chance; else, where none fits nearly, the one that words tie, if one does."""
    fitting = [triple for triple in triples if _fits(triple, FITS) and (triple.tied or _likely(triple))]
    if mistyped := next((triple for triple in fitting if triple.tied and _is_mistyped(triple)), None):
        yield _relation(mistyped.exactly(), Fraction(0))
        return
    if fitting:
        yield _relation(min(fitting, key=lambda triple: not triple.tied), FITS)
        return
    if any(_fits(triple, _slack(triple)) for triple in triples) or _of_both(triples):
        return
    for triple in triples:
        if (triple.tied or _slipped(triple)) and _of_a_size(triple) and _digits(triple) >= _least(triple):
            yield _relation(triple, _slack(triple))
            return


def _slack(triple: Triple) -> Fraction:
    """Return how far a rate may be off: hardly, where words tie it and its total is so many times its number without remainder."""
    step = last_place(triple.each.rate)
    return FITS if triple.tied and (triple.exact / step).denominator == 1 else CLOSE


def _of_both(triples: list[Triple]) -> bool:
    """Tell whether a total is shared by two numbers together: with 300 rooms in one and 180 in the other, 125,000 a key."""
    return any(
        abs(value(one.total) / (value(one.number) + value(other.number)) / value(one.each.rate) - 1) <= CLOSE
        for one, other in combinations(triples, 2)
        if one.total.first == other.total.first and one.number.first != other.number.first and value(one.each.rate)
    )


def _is_mistyped(triple: Triple) -> bool:
    """Tell whether a total is the product but for two digits swapped, or one where what comes to each is no average."""
    each, total = triple.each, triple.total
    made = value(triple.number) * times(triple.number, each.noun) * value(each.rate)
    plain_ones = each.base is None and all(map(is_plain, (each.rate, total, triple.number)))
    return plain_ones and each.noun not in DAYS and total.unit == each.rate.unit and swapped(total, made)


def _slipped(triple: Triple) -> bool:
    """Tell whether a rate for one of what was counted just before is off by a slip: ", that works out at $347 a tonne"."""
    each, total, number = triple.each, triple.total, triple.number
    close = total.sentence == each.rate.sentence == number.sentence + 1 and total.first < each.rate.first
    return triple.offered and close and named(each.noun, number) and each.base is None and slip(each.rate, triple.exact)


def _fits(triple: Triple, slack: Fraction) -> bool:
    stated = said(triple.each.rate, None if triple.tied else CLOSE).interval
    near = triple.tied or abs(triple.exact - value(triple.each.rate)) <= CLOSE * value(triple.each.rate)
    return near and stated.meets(triple.implied.interval.widened(slack))


def _of_a_size(triple: Triple) -> bool:
    """Tell whether a rate is near enough to what it follows from to be of it, or would be but for so many noughts."""
    off = triple.exact / (value(triple.each.rate) or 1)
    slipped = any(abs(off / Fraction(10) ** power - 1) <= CLOSE for power in (-6, -5, -4, -3, -2, -1, 1, 2, 3, 4, 5, 6))
    return 1 / FAR_OFF < off < FAR_OFF or slipped or swapped(triple.each.rate, triple.exact)


def _likely(triple: Triple) -> bool:
    """Tell whether more than their values ties three figures: what is counted is what the rate is for one of."""
    bare = _least(triple) > MEASURED and not named(triple.each.noun, triple.number)
    enough = _digits(triple) >= (BARE if bare else _least(triple))
    return enough and matches(triple.each.noun, triple.number) and value(triple.total) != value(triple.number)


def _digits(triple: Triple) -> int:
    return sum(map(digits_of, (triple.total, triple.number, triple.each.rate)))


def _least(triple: Triple) -> int:
    """Return how many digits three figures must have among them before they agree, or fail to, by more than chance."""
    return NAMED if triple.total.kind == triple.number.kind == "count" else MEASURED


def _relation(triple: Triple, slack: Fraction) -> Relation:
    each, total = triple.each, triple.total
    if each.base is None and total.span.start > each.rate.span.start:
        return _product(triple, slack)
    made = triple.implied
    gives = shown.with_unit(triple.exact, each.unit or each.rate.unit)
    return Relation(
        said(each.rate),
        made.changed(value=made.interval.widened(slack)),
        says=f"{made.working} comes to {gives}, not {each.rate.text}.",
        severity=_severity(said(each.rate), made, each.noun),
        working=f"{made.working} = {gives}; the text says {each.rate.text}",
    )


def _product(triple: Triple, slack: Fraction) -> Relation:
    each, total, number = triple.each, triple.total, triple.number
    product = counted(number, each.noun) * said(each.rate)
    made = value(number) * times(number, each.noun) * value(each.rate)
    if each.rate.noun in SHARED and value(total) * 2 == made:
        product, made = product / Quantity.constant(2), made / 2
    gives = shown.with_unit(made, total.unit)
    return Relation(
        said(total),
        product.changed(value=product.interval.widened(slack), unit=total.unit),
        says=f"{product.working} comes to {gives}, not {total.text}.",
        severity=_severity(said(total), product, each.noun),
        working=f"{product.working} = {gives}; the text says {total.text}",
    )


def _severity(stated: Quantity, implied: Quantity, noun: str) -> Severity | None:
    """Return a warning for what is off by less than a fifth, a note for earnings per share."""
    if noun == "share":
        return Severity.NOTE
    gap = stated.interval.gap(implied.interval)
    return Severity.WARNING if gap <= GROSS * abs(implied.interval.middle) else None
