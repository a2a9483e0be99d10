"""Rates told without a sum: two in turn, one a month beside one a year, and how long one takes to double what it is of."""

from __future__ import annotations

import re
from fractions import Fraction
from math import log

from factcheck import shown
from factcheck.article import Article, Sentence
from factcheck.link.context.apposition import plain
from factcheck.link.rate.formulas import power
from factcheck.link.series.complete import stroke
from factcheck.link.series.figures import last_place, swapped, value
from factcheck.model import Mention, Relation
from factcheck.patterns import Pattern
from factcheck.quantity import Interval, Quantity

CLOSE = Fraction(1, 200)
"""So far off is no more than rounding."""

DOUBLING, TWICE = Fraction(1, 5), 2
"""By more than this share of it a time in which something doubles is wrong: nobody reckons it to the month."""

FALLING = Pattern(
    r"\b(?:shr[aiu]nk\w*|shrinking|f[ea]ll\w*|fell|cut|lost|los(?:es|ing)|shed\w*|declin\w+|drop\w*|reduc\w+|decay\w*|decreas\w+|down|worse)\b",
    re.I,
)
RISING = Pattern(
    r"\b(?:r[io]se\w*|rising|gr[eo]w\w*|gain\w*|climb\w*|increas\w+|raised?|up|better|expand\w*|compounded|gone up|dearer)\b",
    re.I,
)
IN_ALL = Pattern(
    r"\b(?:combined|over (?:the|both|those) \w+|together|in all|overall|altogether|leaving|on top of)\b", re.I
)
LOOK = 40
OF_ITS_OWN = Pattern(r"\b(?:margin|share|rate|turnout|yield|stake|tax|quota)\b[^.,;\d]*$", re.I)
"""Before a percentage these make it no change."""

AT_THAT = Pattern(
    r"\bat (?:that|this|the same|such a|\d[\d.]*) ?(?:%|per ?cent|rate|pace)|\binvested at\b|\b(?:at|with) (?:an? )?(?:annual |yearly |steady )?(?:growth(?: rate)?|rate of growth) of\b",
    re.I,
)


def as_shown(figure: Mention, worth: float) -> Fraction:
    """Return a worth to the last digit that a figure shows, or to the noughts that it ends in, where it is as round."""
    step = last_place(figure)
    digits = str(int(value(figure) / step))
    coarse = step * 10 ** (len(digits) - len(digits.rstrip("0")))
    rounded = round(Fraction(worth) / coarse) * coarse
    return rounded if abs(rounded - Fraction(worth)) <= CLOSE * rounded else round(Fraction(worth) / step) * step


def stacked(article: Article, rates: list[Mention], words: str) -> Relation | None:
    """Return what two changes in turn come to, beside the third: 4% on top of 6% is 10.2%."""
    one, two, total = rates
    if not IN_ALL.search(words) or OF_ITS_OWN.search(article.around(total, LOOK)[0]):
        return None
    text = article.document.text
    first, second = (text[max(0, rate.span.start - 40) : rate.span.start].rpartition(".")[2] for rate in (one, two))
    signs = [
        -1 if FALLING.search(before) and not RISING.search(before.rpartition("and")[2]) else 1
        for before in (first, second)
    ]
    made = abs((1 + signs[0] * float(value(one))) * (1 + signs[1] * float(value(two))) - 1)
    if not made:
        return None
    interval = total.quantity.interval
    met = float(interval.low) <= made + 1e-9 and made - 1e-9 <= float(interval.high)
    added = abs(signs[0] * value(one) + signs[1] * value(two))
    wrong = (
        value(total) == added
        or stroke(total, as_shown(total, made))
        or (not added and value(total) in (value(one), value(two)))
    )
    if not (met or wrong):
        return None
    working, gives = f"{one.text} and then {two.text}", shown.with_unit(Fraction(made), "%")
    return Relation(
        total.quantity,
        Quantity(Interval.around(Fraction(made), Fraction(1, 10**6)), "%", working, (one.span, two.span)),
        says=f"{working} come to {gives}, not {total.text}.",
        working=f"{working} = {gives}; the text says {total.text}",
    )


def by_the_month(rates: list[Mention], words: str) -> Relation | None:
    """Return what a rate a month comes to over a year, beside the rate that is said: 3% a month is 42.6% a year."""
    month, year = sorted(rates, key=value)
    if not (re.search(r"\ba month\b", words) and re.search(r"\b(?:compound\w*|over a (?:full )?year)\b", words)):
        return None
    made = power(1 + value(month), 12) - 1
    needed = as_shown(year, made)
    if needed != value(year) and not swapped(year, needed) and not stroke(year, needed):
        return None
    working, gives = f"(1 + {month.text}) ^ 12 - 1", shown.with_unit(Fraction(made), "%")
    return Relation(
        year.quantity,
        Quantity(Interval.around(Fraction(made), Fraction(1, 10**6)), "%", working, (month.span,)),
        says=f"{month.text} a month comes to {gives} a year, not {year.text}.",
        working=f"{working} = {gives}; the text says {year.text}",
    )


def doubling(article: Article, near: list[Sentence], rate: Mention, words: str) -> Relation | None:
    """Return the years in which something doubles at a rate, beside those that are said."""
    doubles = [one for some in near for one in some.of_kind("multiple") if value(one) == TWICE]
    times = [one for some in near for one in some.of_kind("duration") if one.unit == "year" and value(one) > TWICE]
    if len(doubles) != 1 or len(times) != 1 or not AT_THAT.search(words) or FALLING.search(words):
        return None
    needed = Fraction(log(2) / log(1 + float(value(rate))))
    working = f"log 2 / log (1 + {rate.text})"
    told = shown.number(Fraction(round(needed)))
    return Relation(
        plain(times[0]),
        Quantity(Interval.around(needed, needed * DOUBLING), "year", working, (rate.span, doubles[0].span)),
        says=f"At {rate.text} a year it takes {told} years to double, not {times[0].text}.",
        working=f"{working} = {told} years; the text says {times[0].text}",
    )
