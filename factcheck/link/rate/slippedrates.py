"""Rates that the only total and number before them give but for two digits swapped, by whatever words.

"Ticket income rose to £9.1 million from 140,000 seats. / People pay £56 on average": in two thousand news stories no rate was a
total over a number but for two digits that had changed places, unless it was meant to be.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from fractions import Fraction
from itertools import product

from factcheck import shown
from factcheck.article import Article
from factcheck.link.context.apposition import said
from factcheck.link.series.figures import family, is_plain, last_place, value
from factcheck.model import Mention, Relation
from factcheck.patterns import Pattern
from factcheck.quantity import Interval
from factcheck.slips import differing, swapped

BACK, LOOK, TOTALS, NUMBERS = 3, 60, 2, 3
"""So many sentences before a rate may tell what it is of; so many characters about it say that it is one; of more totals or
numbers any might give it."""

LEAST, NEAR, TELLING, SURE = 10, Fraction(3, 100), 2, 3
"""Of fewer things a rate is met by chance; so near a figure is given; so many digits must be swapped, or shown where one is off."""

LED = Pattern(r"\b(?:each|apiece|per|every|averag\w*|mean|typical|works out at|comes to|worth)\b[^.;]{0,45}$", re.I)
FOR_ONE = Pattern(
    r"[^.;]{0,25}\b(?:each|apiece|per|every|on average|average|a (?:head|person|seat|ticket|share|home|pupil|unit|piece|job|game|tonne|minute|hour|day|week|month|year))\b|,? each\b| an? [a-z]+",
    re.I,
)
"""Before a figure, and behind it, these make it one for each of several."""


OF_SOME = Pattern(
    r"\b(?:cheapest|dearest|best|finest|suites?|private|membership|memberships|subscription|to (?:enter|join)|entry|adult|record|others?|another)\b",
    re.I,
)
"""About a figure these make it one for a few of them, or for another thing."""


def slipped_rates(article: Article) -> Iterator[Relation]:
    """Yield each rate beside the total over the number that it is but for a slip."""
    for at, sentence in enumerate(article.body if not article.verb_last else ()):
        for rate in sentence.of_kind("money|measure|count"):
            if rate.upper is None and value(rate) > 1 and _is_rate(article, rate):
                yield from _slipped(article, at, rate)


def _is_rate(article: Article, rate: Mention) -> bool:
    before, behind = article.around(rate, LOOK)
    if OF_SOME.search(before + "|" + behind):
        return False
    return LED.search(before) is not None or FOR_ONE.match(behind) is not None


def _slipped(article: Article, at: int, rate: Mention) -> Iterator[Relation]:
    for window in article.reaching_back(at, BACK):
        figures = [
            one for part in window for one in part.of_kind("number") if one.first != rate.first and value(one) > 1
        ]
        figures = [one for one in figures if is_plain(one.changed(hedge=""))]
        totals = [one for one in figures if family(one) == family(rate) and value(one) > 2 * value(rate)]
        counts = [one for one in figures if one.kind == "count" and value(one) >= LEAST]
        if totals and counts:
            break
    else:
        return
    several = any(_is_rate(article, one) for one in totals)  # So many at so much each, and so many others.
    if several or len({value(one) for one in totals}) > TOTALS or len({value(one) for one in counts}) > NUMBERS:
        return
    pairs = [
        (whole, many)
        for whole, many in product(totals, counts)
        if whole is not many and value(many) < value(whole) * LEAST
    ]
    made = {pair: value(pair[0]) / value(pair[1]) for pair in pairs}
    if any(abs(one - value(rate)) <= max(last_place(rate), value(rate) * NEAR) for one in made.values()):
        return
    for (whole, many), one in made.items():
        if _is_slip(rate, one):
            yield _relation(rate, whole, many, one)
            return


def _is_slip(rate: Mention, made: Fraction) -> bool:
    """Tell whether a rate is what two figures give but for two digits swapped or, where that comes out even, for one digit."""
    step = last_place(rate)
    one, other = (str(round(size / step)) for size in (value(rate), made))
    if len(one) != len(other):
        return False
    even = made % step == 0 and len(other.rstrip("0")) >= SURE
    return (swapped(one, other) and len(one.rstrip("0")) >= TELLING) or (even and differing(one, other) == 1)


def _relation(rate: Mention, whole: Mention, many: Mention, made: Fraction) -> Relation:
    implied = (whole.rounded / many.rounded).as_unit(rate.unit)
    gives = shown.with_unit(made, rate.unit)
    return Relation(
        said(rate),
        implied.changed(value=Interval.around(made, last_place(rate) / 2)),
        says=f"{whole.text} / {many.text} comes to {gives}, not {rate.text}.",
        working=f"{whole.text} / {many.text} = {gives}; the text says {rate.text}",
    )
