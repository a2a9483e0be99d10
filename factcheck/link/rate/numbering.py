"""How many a total is enough for, beside what one takes: 3.9 terawatt-hours, at 4,000 kilowatt-hours a household, supply 975,000 of them.

Of one total and one rate in a passage, in units that convert, the number must be the quotient; another is told where it is that but
for a digit, or two swapped.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from fractions import Fraction
from itertools import permutations
from math import log10

from factcheck.article import Article, Sentence
from factcheck.link.series.figures import is_plain, value
from factcheck.model import Mention, Relation
from factcheck.numerals import digits
from factcheck.patterns import Pattern
from factcheck.quantity import Interval, Quantity
from factcheck.reference.units import convert, unit
from factcheck.slips import retyped

ENOUGH = Pattern(
    r"\b(?:suppl(?:y|ies)|serves?|feeds?|houses?|heats?|powers?|lights?|runs?|funds?|buys?|pays? for|numbers?|makes|means|meaning|comes to|enough (?:for|to \w+)|room for|cater for|needs?|takes)"
    r"(?: some| about| around| roughly| nearly| almost| just over)? $",
    re.I,
)
"""Right before a number these make it how many a total is enough for."""

BACK, LOOK, LEAST, CLOSE, ROUGHLY, PLACES, MOST = 2, 50, 10, Fraction(1, 100), Fraction(1, 25), 3, 12
"""So many sentences back may stand the total and the rate; a smaller number fits by chance; so near is the quotient, and a hedged one; so many digits of it are told; so many figures are tried."""


def numbered(article: Article) -> Iterator[Relation]:
    """Yield each number that a total is said to be enough for with that total over what one takes."""
    for at, sentence in enumerate(article.body if not article.verb_last else ()):
        for number in sentence.of_kind("count"):
            if value(number) >= LEAST and number.upper is None and ENOUGH.search(article.around(number, LOOK)[0]):
                yield from _held(article.body_about(at, BACK), number)


def _held(near: list[Sentence], number: Mention) -> Iterator[Relation]:
    figures = [one for part in near for one in part.of_kind("money|measure") if is_plain(one) and value(one) > 0]
    before = [one for one in figures if one.first < number.first][-MOST:]
    alike = [(one, other, made) for one, other in permutations(before, 2) if (made := _over(one, other)) and made > 1]
    if len(alike) != 1:
        return
    total, rate, exact = alike[0]
    fits = abs(exact - value(number)) <= (ROUGHLY if number.hedge else CLOSE) * exact
    if fits or _is_slip(number, exact):
        around = Interval.around(exact, ROUGHLY * exact if fits else 0)
        working = f"{total.text} / {rate.text}"
        yield Relation(number.quantity, Quantity(around, "", working, (total.span, rate.span), printed=exact))


def _over(one: Mention, other: Mention) -> Fraction | None:
    """Return how many times one figure holds another; None where they measure two things."""
    if one.unit == other.unit:
        return value(one) / value(other)
    if one.kind != "measure" or other.kind != "measure" or not (unit(one.unit) and unit(other.unit)):
        return None
    answers = convert(Interval.exactly(value(one)), one.unit, other.unit)
    return answers[0].middle / value(other) if len(answers) == 1 else None


def _is_slip(number: Mention, exact: Fraction) -> bool:
    """Tell whether a number has the digits of a quotient, rounded as it is, but for one, or two swapped, at the same size."""
    told = digits(number.text).strip("0")
    scale = round(log10(number.size / int(told))) if told else 0
    made = str(round(exact / Fraction(10) ** scale))
    return len(told) >= PLACES and len(made) == len(told) and retyped(told, made)
