"""Figures made comparable across documents: one sort, one scale, every value that the words may stand for."""

from __future__ import annotations

import re
from collections.abc import Iterable
from fractions import Fraction

from factcheck import currencies
from factcheck.article import Article
from factcheck.companions.clocks import ahead, one_instant
from factcheck.companions.days import WEEK, days_of, in_years_of, precision, told_in_full
from factcheck.dates import MONTHS_IN
from factcheck.document import Span
from factcheck.model import Mention
from factcheck.numerals import digits, hedged
from factcheck.patterns import Pattern
from factcheck.quantity import Interval, Quantity
from factcheck.reference import units

SECONDS = {
    "second": 1,
    "minute": 60,
    "hour": 3600,
    "day": 86400,
    "night": 86400,
    "week": 604800,
    "fortnight": 1209600,
}
ONE_SIDED = {"more": (Fraction(0), Fraction(1, 8)), "less": (Fraction(1, 8), Fraction(0))}
"""How far beyond "more than 150" the figure may lie of which a writer says so."""

HALVES = "5"
"""The last digit of figures rounded to halves of the next: 25, 450."""

RATE = "_per_"
PARTS_OF = frozenset({"day", "year", "hectare", "acre"})
"""What a rate may be told of in other words: the tonnes of a hectare, what is made in a day."""

QUARTER = Pattern(r"quarters?\b|분기|Q\b", re.IGNORECASE)
SHARP = 2
"""From so many significant digits on, the zeros behind them are taken for rounding."""

VAGUE_UNIT = "degree"
"""A unit of angles and of temperatures alike."""

WARMTH = frozenset({VAGUE_UNIT, "celsius"})
"""Units that "11.9 degrees" may be in where the other figure is in one of them."""

VAGUE = Fraction(1, 2)
"""A figure whose ends are so far apart, as a share of the upper one, bears out none that is sharper."""

DISTINCT = 3
"""So many significant digits stand for one thing in a document."""


class Fact:
    """A figure of a document: its `sort` says with which others it may be compared, `values` what it may be.

    `scale` is what a table multiplies its number by; `digits` are its significant digits as they stand, `column` its place in a table's row, else -1, `factor` what
    turns its own unit into that of `values`; `ahead` are the zones that a time may be in, in minutes from Greenwich;
    `way` is 1 or -1 where a cell of a table says by its sign or its head that something went up or down, `year` what its
    head says, `per` what its head reckons it by.
    """

    __slots__ = (
        "ahead",
        "article",
        "column",
        "digits",
        "factor",
        "mention",
        "passage",
        "per",
        "place",
        "scale",
        "sort",
        "unit",
        "values",
        "way",
        "year",
    )

    def __init__(
        self, article: Article, mention: Mention, sort: str, unit: str, values: tuple[Interval, ...],
        factor: Fraction = Fraction(1),
    ) -> None:  # fmt: skip
        self.article, self.mention, self.sort, self.unit, self.values = article, mention, sort, unit, values
        self.factor, self.scale = factor, Fraction(1)
        self.ahead: tuple[int, ...] = ()
        self.digits = significant(mention)
        self.passage, self.place, self.column = -1, -1, -1
        self.way, self.per = 0, ""
        self.year: int | None = None

    @property
    def as_told(self) -> tuple[Interval, ...]:
        """What its number says in its own unit, where `values` are in another: 12 of "12 hectares"."""
        return () if self.factor == 1 else tuple(value.over(Interval.exactly(self.factor)) for value in self.values)

    @property
    def bare(self) -> tuple[Interval, ...]:
        """What its number may be without its unit: of a cell as it stands, and in the scale of its table."""
        told, scale = self.as_told or self.values, Interval.exactly(self.scale)
        return told + tuple(value.times(scale) for value in told if self.scale != 1)

    def beside(self, other: Fact) -> tuple[Interval, ...]:
        """Return its values as those of one thing with another figure: of a cell and a bare number, each may have no unit."""
        if self.column >= 0 and other.sort == "count" != self.sort:
            return self.bare
        if self.column < 0 or self.sort != "count" or other.factor == 1:
            return self.values
        return tuple(value.times(Interval.exactly(other.factor)) for value in self.values)

    @property
    def distinct(self) -> bool:
        """Tell whether its digits alone make it one thing in a document."""
        return len(self.digits) >= DISTINCT or self.unit in ("day", "period")

    @property
    def is_round(self) -> bool:
        """Whether one digit is all that it has before its noughts: nobody takes 60 for 70."""
        return len(self.digits) == 1 and sum(map(str.isdecimal, self.mention.text)) > 1

    @property
    def shown(self) -> Fraction:
        """Its number as displayed, no hedge reckoned in, in the unit of `values`; of a day its middle."""
        number = self.mention.number
        return self.values[0].middle if number is None or self.column >= 0 else number.middle * self.factor

    @property
    def signed(self) -> Fraction:
        """The value of a cell with its sign."""
        return -self.shown if self.way < 0 else self.shown

    @property
    def span(self) -> Span:
        """Where it stands, the file of a companion named."""
        return self.mention.span

    def quantity(self, file: str = "") -> Quantity:
        """Return the figure as one side of a relation, its place in `file`."""
        spans = (self.mention.span._replace(file=file),)
        return Quantity(self.values[0], "", self.mention.text, spans)

    def widened(self, share: Fraction) -> Fact:
        """Return the figure with every number that it may be moved outward by a share of it."""
        values = self.values if self.sort == "day" else tuple(value.widened(share) for value in self.values)
        return Fact(self.article, self.mention, self.sort, self.unit, values, self.factor)

    def named(self, name: str, file: str = "") -> Quantity:
        """Return the figure as something that has a name: an own one agrees with no other."""
        return Quantity.named(name, self.mention.text, self.mention.span._replace(file=file))


def significant(mention: Mention) -> str:
    """Return the digits of a figure without the noughts at either end."""
    shown = digits(mention.text)
    if not shown and mention.number is not None and mention.number.middle.denominator == 1:
        shown = str(mention.number.middle)
    return shown.strip("0")


def fact_of(article: Article, mention: Mention, bound: bool) -> Fact | None:
    """Return a figure that can be compared, None for any other.

    With `bound`, "more than 150" is somewhat more than 150; without, it is the figure that bounds.
    """
    if (when := told_in_full(article, mention)) is not None:
        days = tuple(days_of(when, article.published))
        return Fact(article, mention, "day", precision(when), days) if days else None
    if mention.clock is not None:
        time = Fact(article, mention, "clock", mention.clock.zone, (Interval.exactly(mention.clock.minute),))
        time.ahead = ahead(article, mention)
        return time
    if mention.number is None or mention.kind in ("label", "pair"):
        return None
    return _number(article, mention, bound)


def unbounded(article: Article, mention: Mention) -> Fact | None:
    """Return a figure that can be compared, where "more than 150" is anything from there on; None for any other."""
    fact = fact_of(article, mention, bound=False)
    if fact and mention.number is not None and mention.hedge in ONE_SIDED:
        factor = Interval.exactly(_sort(mention)[2])
        fact.values = (mention.quantity.interval.times(factor), mention.rounded.interval.times(factor))
    return fact


def _number(article: Article, mention: Mention, bound: bool) -> Fact | None:
    sort, unit, factor = _sort(mention)
    if mention.kind == "ordinal" and _quarter(article, mention):
        sort = "quarter"
    if sort == "count" and mention.number and 0 < mention.number.middle < 1 and not mention.text[:1].isdigit():
        if _after_ordinal(article, mention):
            return None
        sort, unit = "share", "%"
    return Fact(
        article,
        mention,
        sort,
        unit,
        tuple(value.times(Interval.exactly(factor)) for value in values(mention, bound)),
        factor,
    )


def _sort(mention: Mention) -> tuple[str, str, Fraction]:
    one = Fraction(1)
    if mention.kind in ("percent", "fraction"):
        return "share", "%", one
    if mention.kind == "duration":
        known = "seconds" if mention.unit in SECONDS else "months"
        return known, known, Fraction((SECONDS | MONTHS_IN).get(mention.unit, 1))
    whole, _, part = mention.unit.partition(RATE)
    name = whole if part in PARTS_OF else mention.unit
    if mention.kind == "measure" and (unit := units.unit(name)) and not unit.offset:
        return "measure", unit.dimension, unit.factors[0]
    kind = {"points": mention.unit or "pt", "ordinal": "rank"}.get(mention.kind, mention.kind)
    return kind, mention.unit if mention.kind in ("money", "measure") else "", one


def _quarter(article: Article, mention: Mention) -> bool:
    behind = article.document.text[mention.span.start : mention.span.end + 9]
    return bool(QUARTER.search(behind))


def _after_ordinal(article: Article, mention: Mention) -> bool:
    before = article.at.get(article.place(mention) - 1)
    return before is not None and before.kind == "ordinal"


def values(mention: Mention, bound: bool) -> Iterable[Interval]:
    """Return what a number may be: as displayed, its hedge reckoned in; then with its noughts taken for rounding."""
    number = mention.number
    if number is None:
        return
    shown = number.interval if mention.upper is None else number.interval.hull(mention.upper.interval)
    yield _hedged(shown, mention.hedge, bound)
    if number.loose and mention.upper is None and (mention.hedge or len(significant(mention)) >= SHARP):
        yield _hedged(_onward(shown, number.loose, mention.hedge), mention.hedge, bound)


def _onward(shown: Interval, loose: Interval, hedge: str) -> Interval:
    """Return a rounded number that its hedge bounds: "over 10 years" may be 14, and not 6."""
    if hedge not in ONE_SIDED:
        return loose
    return Interval(shown.low, loose.high) if hedge == "more" else Interval(loose.low, shown.high)


def _hedged(shown: Interval, hedge: str, bound: bool) -> Interval:
    if hedge not in ONE_SIDED:
        return hedged(shown, hedge)
    low, high = ONE_SIDED[hedge] if bound else (Fraction(0), Fraction(0))
    return Interval(shown.low - abs(shown.low) * low, shown.high + abs(shown.high) * high)


def comparable(one: Fact, other: Fact) -> bool:
    """Tell whether two figures may stand for one thing: of one sort and unit, or one with no unit at all."""
    if one.sort == other.sort:
        return one.unit == other.unit or one.sort in ("day", "clock") or (one.unit in WARMTH and other.unit in WARMTH)
    return _bare(one, other) or _bare(other, one)


def other_unit(one: Fact, other: Fact) -> bool:
    """Tell whether two figures have one number, rounded or not, but not one unit: 2.9 percent and 2.9 points."""
    ours, theirs = one.mention, other.mention
    if ours.number is None or theirs.number is None or not _of_one_kind(one, other):
        return False
    if (one.sort, ours.unit) == (other.sort, theirs.unit) or ours.unit.partition(RATE)[0] == theirs.unit:
        return False
    half = _last_place(one) / one.factor / 2 if len(one.digits) > 1 else 0
    return abs(_as_written(one) - _as_written(other)) <= half


def _of_one_kind(one: Fact, other: Fact) -> bool:
    """Tell whether a writer may take the unit of one figure for that of the other: nobody takes kilometres for percent."""
    sorts = {one.sort, other.sort}
    if VAGUE_UNIT in (one.mention.unit, other.mention.unit) or one.mention.text.endswith("cents"):
        return False  # Of which currency cents are, they do not say.
    return sorts <= {"share", "pp"} or sorts in ({"money"}, {"measure"})


def _as_written(fact: Fact) -> Fraction:
    """Return the number of a figure as it stands: 3.4 of "3.4%" and of 3.4 in a column of percentages."""
    number = fact.mention.number
    percent = fact.mention.kind in ("percent", "points", "fraction") and fact.mention.unit != "pt"
    return Fraction(0) if number is None else number.middle * (100 if percent else 1)


WITH_UNITS = frozenset({"money", "share", "pp", "measure"})
PEOPLE = frozenset({"age", "rank"})
FIGURES = frozenset({"money", "share", "measure", "count", "pp", "pt", "multiple", "seconds", "months"})


def _bare(bare: Fact, other: Fact) -> bool:
    if bare.sort != "count":
        return False
    if bare.column >= 0:
        return other.sort in FIGURES
    if other.column >= 0 and not bare.mention.noun:
        return other.sort in FIGURES
    if other.sort == "money":
        noun = bare.mention.noun
        return other.unit in currencies.sharing(f"{noun}s") or other.unit in currencies.sharing(noun)
    return other.sort in PEOPLE and not bare.mention.noun


def agree(one: Fact, other: Fact) -> bool:
    """Tell whether two comparable figures may have one value; a day must lie within a longer period."""
    if one.unit == "weekday" and other.unit in ("day", "weekday"):
        return weekday(one) == weekday(other)
    if one.sort == "clock":
        return _one_time(one, other)
    if one.sort == "day":
        return any(
            ours.low <= theirs.low and theirs.high <= ours.high
            for ours in one.values
            for theirs in (*other.values, *in_years_of(other.mention.when, ours))
        )
    return any(_overlap(ours, theirs) for ours in one.values for theirs in other.beside(one))


def _one_time(one: Fact, other: Fact) -> bool:
    """Tell whether two times are one instant, or stand alike where the article names no zone."""
    alike = one.values[0] == other.values[0]
    if not (one.ahead and other.ahead):
        return alike
    return (alike and not one.unit) or one_instant(int(one.shown), one.ahead, int(other.shown), other.ahead)


def restates(one: Fact, other: Fact) -> bool:
    """Tell whether a figure may be another as a writer puts it: agreeing, and by its hedge only where it is coarser.

    Nobody rounds 2,900 to "about 2,800"; "about 3,000", "more than 2,500" and "about 2,750" are other matters.
    """
    if not agree(one, other) or (_vague(other) and not _vague(one)):
        return False
    hedges = (one.mention.hedge, other.mention.hedge)
    if sharper(one, other) and not any(one.values[0].meets(value) for value in other.values[:1]):
        return False
    if not any(hedges) or other.column >= 0 or not one.digits or not other.digits:
        return True
    if one.factor != other.factor or one.mention.upper or other.mention.upper:
        return True
    if hedges[0] in ONE_SIDED:
        return not one.distinct or one.digits[-1] in HALVES or abs(one.shown - other.shown) <= _last_place(one)
    if len(one.digits) < len(other.digits) or (one.digits[-1] in HALVES and one.digits != other.digits):
        return True
    return _displayed(one).meets(_displayed(other))


def sharper(one: Fact, other: Fact) -> bool:
    """Tell whether a figure has more digits than another of its unit, so that it is no rounding of it: 2.74 and 2.7."""
    hedged_or_range = one.mention.hedge or other.mention.hedge or one.mention.upper or other.mention.upper
    plain = one.mention.number is not None and not hedged_or_range
    return plain and one.factor == other.factor and other.column < 0 and len(one.digits) > len(other.digits) > 0


def _vague(fact: Fact) -> bool:
    """Tell whether a figure is hardly one: "hundreds", "dozens"."""
    low, high = fact.values[0]
    return fact.sort != "day" and high - low >= VAGUE * abs(high)


def _last_place(fact: Fact) -> Fraction:
    """Return what its last significant digit counts: "almost 319 million" is within a million of it."""
    number = fact.mention.number
    if number is None or number.middle < 1:
        return Fraction(0)
    return Fraction(10) ** (len(str(int(number.middle))) - len(fact.digits)) * fact.factor


def _displayed(fact: Fact) -> Interval:
    number = fact.mention.number
    return number.interval.times(Interval.exactly(fact.factor)) if number else fact.values[0]


def weekday(fact: Fact) -> int:
    """Return the day of the week that a day falls on, from Monday as 0."""
    return int(fact.values[0].low - 1) % WEEK


def _overlap(one: Interval, other: Interval) -> bool:
    """Tell whether two intervals have more than an end in common: 11.5 is neither 11 tonnes nor 12."""
    if one.high in (one.low, other.low) or other.high in (other.low, one.low):
        return (one.meets(other) and one.high != other.low and one.low != other.high) or one == other
    return one.meets(other)


def repeats(one: Fact, other: Fact) -> bool:
    """Tell whether a figure repeats another as it stands, neither rounded nor converted."""
    if one.sort == "day":
        return one.unit == other.unit
    alike = one.mention.unit == other.mention.unit
    return one.digits == other.digits and (
        alike or (one.sort, one.unit, one.factor) == (other.sort, other.unit, other.factor)
    )
