"""What a rate is for one of against what is counted: the same thing, in the same unit or period."""

from __future__ import annotations

from fractions import Fraction

from factcheck.link.context.apposition import said
from factcheck.link.rate.batting import exactly
from factcheck.link.rate.each import DAYS, Each
from factcheck.link.series.figures import value
from factcheck.model import Mention
from factcheck.quantity import Interval, Quantity
from factcheck.reference.units import convert, unit

FEW = 1000
PEOPLE = frozenset(
    "person resident inhabitant people head employee worker staff victim retiree customer member passenger "
    "capita citizen household taxpayer pupil student patient subscriber user voter shareholder".split()
)
ALIKE = tuple(map(frozenset, (("person", "resident", "inhabitant", "citizen", "head", "capita"), ("pupil", "student"), ("pupil", "child"),
                              ("employee", "worker", "staff"), ("bus", "vehicle"), ("home", "house"),
                              ("night", "date"), ("book", "novel", "title"), ("film", "movie"), ("shop", "store", "outlet", "branch"),
                              ("flat", "apartment", "unit", "dwelling"), ("home", "flat", "apartment", "unit", "dwelling"), ("home", "house", "property", "door"), ("child", "kid"), ("dose", "shot", "jab"), ("car", "vehicle"),
                              ("ship", "vessel", "boat", "frigate", "destroyer", "ferry", "tanker", "trawler"),
                              ("aircraft", "plane", "jet", "helicopter"), ("theater", "theatre", "cinema", "location", "screen", "site"), ("show", "performance", "concert"),
                              ("game", "match", "fixture", "outing", "appearance", "start"))))  # fmt: skip


def counted(number: Mention, noun: str) -> Quantity:
    """Return the number, lengths of time in the period of the rate: so many of it, where it is told in that, are exact."""
    periods = number.kind == "duration" and number.unit == noun and not number.hedge and number.upper is None
    whole = exactly(number) if periods and value(number).denominator == 1 else in_full(number)
    return whole.changed(value=whole.interval.times(Interval.exactly(times(number, noun))), unit="")


def in_full(figure: Mention) -> Quantity:
    """Return what a figure stands for: a count of a few is exact."""
    few = figure.kind == "count" and figure.upper is None and value(figure).denominator == 1 and value(figure) < FEW
    return exactly(figure) if few else said(figure)


def times(number: Mention, noun: str) -> Fraction:
    """Return how many of a period, or of a unit, one of a length of time or of another unit is; 1 of anything else."""
    measure = unit(noun.replace("_", " ")) if noun and number.kind == "measure" else None
    if measure is not None and measure.name != number.unit:
        return convert(Interval.exactly(1), number.unit, measure.name)[0].middle
    return DAYS[number.unit] / DAYS[noun] if noun in DAYS and number.unit in DAYS else Fraction(1)


def comes_to(each: Each, total: Mention, number: Mention) -> Fraction:
    """Return what a total shared over a number comes to for what a rate is for, all figures as they stand."""
    one = value(total) / (value(number) * times(number, each.noun))
    return one * value(each.base) if each.base else one


def in_unit(name: str, figure: Mention) -> Mention:
    """Return a measure in another unit of its kind, as it is where it has none: tonnes in kilograms."""
    if figure.kind == "duration" and figure.number and name in DAYS and figure.unit in DAYS and figure.unit != name:
        return figure.changed(unit=name, number=figure.number.times(DAYS[figure.unit] / DAYS[name]))
    if figure.kind != "measure" or figure.number is None or figure.unit == name or unit(name) is None:
        return figure
    answers = convert(Interval.exactly(1), figure.unit, name)
    return figure.changed(unit=name, number=figure.number.times(answers[0].middle)) if answers else figure


def same(noun: str, number: Mention) -> bool:
    """Tell whether a rate is for one of the very thing that is counted: people are no households."""
    alike = any({number.noun, noun} <= group for group in ALIKE)
    return not noun or not number.noun or number.kind != "count" or number.noun == noun or alike


def named(noun: str, number: Mention) -> bool:
    """Tell whether a rate is for one of what a number says that it counts or measures."""
    return bool(noun) and (noun == number.unit or (bool(number.noun) and same(noun, number)))


def matches(noun: str, number: Mention) -> bool:
    """Tell whether a rate may be for one of what is counted: people of any kind are people."""
    return same(noun, number) or {number.noun, noun} <= PEOPLE
