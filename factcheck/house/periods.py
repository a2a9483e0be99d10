"""The periods that figures are of: years, halves, quarters and months, as an article or a house names them."""

from __future__ import annotations

import re
from bisect import bisect_right
from datetime import date

from factcheck.dates import Days, days_meant, month
from factcheck.document import Span
from factcheck.model import Mention, When
from factcheck.records import NamedTuple
from factcheck.regexes import compiled

PARTS = {"first": 1, "second": 2, "third": 3, "fourth": 4, "1st": 1, "2nd": 2, "3rd": 3, "4th": 4}
PART = compiled(
    r"\b(?:(?P<name>first|second|third|fourth|1st|2nd|3rd|4th)[- ](?P<kind>quarter|half)|(?P<letter>[QH])(?P<number>[1-4])"
    r"|(?P<before>[1-4])(?P<behind>[QH]))\b(?:,?(?: of| in)? (?P<year>(?:19|20)\d\d)\b)?",
    re.IGNORECASE,
)
YEAR_BEHIND = compiled(
    r"\W+(?:of |in |from )?(?:a|one|last|this|next|the (?:previous|prior|same|following|next)) year", re.IGNORECASE
)
YEAR_BEFORE = (
    "last year's",
    "last year’s",
    "year-ago",
    "year-earlier",
    "previous",
    "prior-year",
    "prior",
    "next year's",
    "next year’s",
)
REACH = 12
MONTHS = {"quarter": 3, "half": 6}
SHIFTED = frozenset({"year", "month"})


class Period(NamedTuple):
    """A period as named at `span` of the text; `days` are None where its year is not known."""

    days: Days | None
    span: Span


def named(text: str, start: int, mentions: list[Mention], published: date | None) -> list[Period]:
    """Return the periods named in a stretch of text that begins at `start`, in order."""
    parts = [_part(found, start, published) for found in PART.finditer(text)]
    whole = [period for mention in mentions if (period := _whole(mention, published))]
    free = [one for one in whole if not within(one.span.start, parts)]
    return sorted([*parts, *free], key=lambda period: period.span)


def within(offset: int, periods: list[Period]) -> bool:
    """Tell whether a character is of one of some periods, given in order."""
    at = bisect_right(periods, offset, key=lambda period: period.span.start) - 1
    return at >= 0 and offset < periods[at].span.end


def _part(found: re.Match[str], start: int, published: date | None) -> Period:
    letter = (found["letter"] or found["behind"] or "").upper()
    length = MONTHS[(found["kind"] or {"Q": "quarter", "H": "half"}[letter]).lower()]
    number = PARTS.get((found["name"] or "").lower()) or int(found["number"] or found["before"])
    first, last = (number - 1) * length + 1, number * length
    year = int(found["year"] or 0) or (0 if _other_year(found) else _latest(published, first))
    days = Days(month(year, first).first, month(year, last).last) if year and last <= 12 else None
    return Period(days, Span(start + found.start(), start + found.end()))


def _other_year(found: re.Match[str]) -> bool:
    """Tell whether the words beside a quarter or half move it into a year that is not said."""
    text, (start, end) = found.string, found.span()
    return bool(YEAR_BEHIND.match(text, end)) or text[max(0, start - REACH) : start].lower().rstrip().endswith(
        YEAR_BEFORE
    )


def _latest(published: date | None, first: int) -> int:
    """Return the year of the latest period from that month on that had begun, the fourth quarter's in January; 0 for none."""
    return published.year - (first > published.month) if published else 0


def _whole(mention: Mention, published: date | None) -> Period | None:
    """Return the year or month that a figure of the text names; None for a day, and for what is no period."""
    when = mention.when
    if when is None or when.day is not None or when.weekday is not None or not _is_period(when):
        return None
    return Period(days_meant(when, published), mention.span)


def _is_period(when: When) -> bool:
    return when.year is not None or when.month is not None or (bool(when.shift) and when.unit in SHIFTED)
