"""The numbers that multiply what is for one of something: so many homes, hectares, days."""

from __future__ import annotations

from collections.abc import Iterator
from fractions import Fraction
from functools import cache

from factcheck.article import Article, Sentence
from factcheck.link.context.adjuncts import operands
from factcheck.link.rate.apiece import matches, times
from factcheck.link.rate.each import ANNUAL, DAYS, Each, single_periods
from factcheck.link.series.figures import is_single, telling_digits, value
from factcheck.model import Mention
from factcheck.quantity import Quantity
from factcheck.records import NamedTuple
from factcheck.reference.units import unit
from factcheck.segment import vocabulary

NUMBERS = "count|measure|duration"
EVERYBODY = frozenset({"man", "person", "resident", "inhabitant"})
"""Who "every man, woman and child" are."""
PASSED = frozenset({"ago", "earlier", "before", "later", "since"})
"""Behind a length of time they make it a time."""


class Factor(NamedTuple):
    """A number of things or periods: its size, the digits that show it, and what of it is held against the text.

    `named` where words say what it counts.
    """

    size: Fraction
    digits: int
    quantity: Quantity
    named: bool = True


def factors(article: Article, each: Each, passage: list[Sentence]) -> list[Factor]:
    """Return the numbers in a passage that a rate may be multiplied by, those of circumstances where there are no others."""
    kept = {one.span for part in passage for one in operands(article, part.mentions)}
    found = list(_all_factors(article, each, passage))
    return [one for one in found if kept.issuperset(one.quantity.spans)] or found


def _all_factors(article: Article, each: Each, passage: list[Sentence]) -> Iterator[Factor]:
    for part in passage:
        for number in part.of_kind(NUMBERS):
            if number.first != each.rate.first and _multiplies(article, number) and _counts(each, number):
                many = times(number, each.noun)
                named = number.kind != "count" or bool(number.noun)
                yield Factor(value(number) * many, telling_digits(number), _in_full(number, many), named)
        for period in single_periods(article, each.noun, part):
            many = times(period, each.noun) * value(period)
            if value(period) == 1 and many > 1:
                yield Factor(many, 2, Quantity.constant(many, f"{float(many):.4g}", ""))
        yield from _annual(article, each, part)


def _multiplies(article: Article, number: Mention) -> bool:
    """Tell whether a number is of things or of time that goes on: neither "your 401(k)" nor "two years ago"."""
    code = article.document.text.startswith("(", number.span.end)
    return is_single(number.changed(hedge="")) and not code and article.word(article.place(number) + 1) not in PASSED


def _counts(each: Each, number: Mention) -> bool:
    """Tell whether a number is of what a rate is for one of: homes, hectares, days."""
    if each.noun in DAYS and not (number.kind == "count" and is_each() & each.sentence.letters):
        return number.kind == "duration" and number.unit in DAYS
    if each.noun in DAYS:
        return number.size > 1 and value(number).denominator == 1  # Each of the 900 members pays £45 a year.
    if number.kind == "measure":
        named = unit(each.noun.replace("_", " ")) if each.noun else None
        return not each.noun or (named is not None and named.name == number.unit)
    if number.kind == "duration":
        return False
    whole = value(number).denominator == 1 and number.size > 1
    return whole and (not each.noun or matches(each.noun, number) or {each.noun, number.noun} <= EVERYBODY)


def _in_full(number: Mention, many: Fraction) -> Quantity:
    told = number.changed(hedge="").quantity
    return told.as_unit("") if many == 1 else (told * Quantity.constant(many, f"{float(many):.4g}")).as_unit("")


def _annual(article: Article, each: Each, part: Sentence) -> Iterator[Factor]:
    """Yield how many of a rate's periods another period holds that a sentence counts by: a month, and a year."""
    if each.noun not in DAYS:
        return
    words = {article.word(at) for at in range(part.start, part.end) if at not in article.at}
    for period in {ANNUAL.get(word, word) for word in words} & DAYS.keys():
        many = DAYS[period] / DAYS[each.noun]
        if many > 1:
            yield Factor(many, 2, Quantity.constant(many, f"{float(many):.4g}"))


@cache
def is_each() -> frozenset[str]:
    """Return the letters of the words that say that a figure is for one: each, apiece, on average."""
    return frozenset(vocabulary()[1]["PER"] + vocabulary()[0]["average"])
