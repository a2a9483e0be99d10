"""A cell of a table as a figure: its unit and scale from the head over it, the words before it or the line over the table."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from fractions import Fraction
from functools import cache, lru_cache

from factcheck.companions.facts import SECONDS, Fact
from factcheck.companions.words import topics
from factcheck.dates import MONTHS_IN
from factcheck.link.table.columnheads import YEAR, head
from factcheck.patterns import Pattern
from factcheck.quantity import Interval
from factcheck.reference import units
from factcheck.rulefiles import load_rules

RECKONED = Pattern(r"(?:/|\bper\b)(?!\s*cent)\s*([A-Za-z]+)")
"""What a head reckons its figures by, which is no unit of theirs: crowns per kg."""

YEARS = frozenset({"year", "years", "년"})
POINTS = Pattern(r"\s*(?:pts?|points?|pp|ppts?|p\.p\.)\s*")
"""What stands behind the change of a percentage in a row of percentages."""

BRACKETED = Pattern(r"\([^()]*\)")
FIGURE = Pattern(r"(?<!\d)(?!(?:19|20)\d\d\b)[1-9][\d.,]*\s?(?:[%$€£]|[^\W\d])")
"""A figure of a line over a table, and no unit of the table's: rose to 20,590 (10.1%)."""

SEASON = Pattern(rf"{YEAR.pattern}(?:[-/–]\d\d\b)?", YEAR.flags)
PERIODS = SECONDS.keys() | MONTHS_IN.keys()
"""What a line over a table says of time is no unit of its figures: "(30 April of each year)"."""

PLUS = "+"


def read_cell(fact: Fact, own: tuple[str, ...], caption: str, heads: str) -> None:
    """Give the bare figure of a cell its unit, its year, its way and its size.

    `own` are the heads that speak of the cell alone, the nearest first; the first that names a unit settles it, then
    the line over the table where it has one in brackets.  A scale alone may not be of this column: with it the figure
    has one more value, but where it is reckoned by something, a price per kilogram.
    """
    fact.per = next((found[1] for text in own if (found := RECKONED.search(text))), "")
    fact.way, fact.year = _way(fact, own), next((read.year for text in own if (read := head(text)).year), None)
    fact.values = tuple(value.size() for value in fact.values)
    over = [text for text in BRACKETED.findall(caption) if head(text).unit not in PERIODS and not FIGURE.search(text)]
    if not any(_measure(fact, text) for text in own) and not fact.per and not any(_measure(fact, t) for t in over):
        scales = _scales(" ".join((caption, heads, *own)))
        fact.values += tuple(value.times(Interval.exactly(scale)) for scale in scales for value in fact.values)


def in_points(behind: str, beside: Iterable[Fact]) -> bool:
    """Tell whether a figure of a cell is in percentage points: +0.8 pts, where other figures of its row are in percent."""
    return POINTS.fullmatch(behind) is not None and any(one.sort == "share" for one in beside)


def _measure(fact: Fact, text: str) -> bool:
    """Give a figure the unit that a head names, and tell whether it does: none that is a rate: t/ha."""
    read = head(RECKONED.sub("", text))
    if read.unit is None:
        return False
    sort, unit, factor = _sort(read.unit)
    if RECKONED.search(text) and sort == "measure":
        return False
    fact.sort, fact.unit, fact.factor, fact.scale = sort, unit, factor * read.scale, read.scale
    fact.values = tuple(value.times(Interval.exactly(fact.factor)) for value in fact.values)
    return True


def _sort(unit: str) -> tuple[str, str, Fraction]:
    """Return sort, unit and factor of the figures in a unit, as facts of prose have them."""
    if unit == "%":
        return "share", "%", Fraction(1)
    if unit == "pp":
        return "pp", "", Fraction(1)
    if unit in SECONDS or unit in MONTHS_IN:
        known = "seconds" if unit in SECONDS else "months"
        return known, known, Fraction((SECONDS | MONTHS_IN)[unit])
    if measure := units.unit(unit):
        return "measure", measure.dimension, measure.factors[0]
    return "money", unit, Fraction(1)


def _way(fact: Fact, texts: tuple[str, ...]) -> int:
    """Return -1 for what is below nought, 1 for a change above it, 0 for any other figure."""
    number = fact.mention.number
    if number is None or number.middle == 0:
        return 0
    if number.middle < 0:
        return -1
    return int(fact.mention.text.startswith(PLUS) or any(topics(text) & _changes() for text in texts))


def of_years(head: str) -> bool:
    """Tell whether a head says that the numbers of its column are years."""
    return head.strip().lower() in YEARS or bool(topics(head) & _years())


@cache
def _years() -> frozenset[str]:
    return topics(load_rules("sources")["year_heads"])


@cache
def _changes() -> frozenset[str]:
    return topics(load_rules("sources")["change_heads"])


@cache
def _table_scales() -> dict[str, int]:
    scales: dict[str, int] = load_rules("sources")["table_scales"]
    return scales


def _scales(about: str) -> Iterator[Fraction]:
    """Yield by what the figures of a table may have to be multiplied, from its heads."""
    words = about.lower().replace("(", " ").replace(")", " ").replace(",", " ").split()
    yield from {Fraction(scale) for word in words for name, scale in _table_scales().items() if word.startswith(name)}
    if "%" in about or "percent" in words or "per cent" in about:
        yield Fraction(1, 100)


PERIOD = Pattern(
    r"(?:[1-4]|일|이|삼|사)\s?분기|[상하]반기|\b[1-4]?[QH][1-4]?\b|\b(?:first|second|third|fourth) (?:quarter|half)\b|\d{1,2}월"
    r"|\b(?:Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec)[a-z]*\b|[년도]\b",
    re.IGNORECASE,
)


@lru_cache(maxsize=1024)
def measure(head: str) -> str:
    """Return what a column's head says without its period: two columns with one answer are of one thing at two times."""
    return " ".join(PERIOD.sub("", series(head)).split())


@lru_cache(maxsize=1024)
def series(head: str) -> str:
    """Return what a column's head says without its years: two columns with one answer differ in their year alone."""
    return " ".join(SEASON.sub("", head).split()).lower()
