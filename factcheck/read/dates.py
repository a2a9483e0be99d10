"""Dates as a page or its front matter states them, alone on a line."""

from __future__ import annotations

import re
from datetime import date
from functools import cache

from factcheck.regexes import compiled

_MONTHS = "jan feb mar apr may jun jul aug sep oct nov dec"
_MONTH = r"(?P<month>[A-Za-z]{3,9})\.?"
_YEAR = r"(?P<year>(?:19|20)\d\d)"
_DAY = r"(?P<day>\d{1,2})(?:st|nd|rd|th)?"
_SHAPES = (
    rf"{_YEAR}-(?P<month>\d\d)-(?P<day>\d\d)(?:[T ]\d.*)?",
    rf"{_YEAR}[./] ?(?P<month>\d{{1,2}})[./] ?(?P<day>\d{{1,2}})\.?",
    rf"{_YEAR}년 ?(?P<month>\d{{1,2}})월 ?(?P<day>\d{{1,2}})일",
    rf"{_MONTH}[ -]{_DAY},?[ -]{_YEAR}",
    rf"{_DAY}[ -]{_MONTH},?[ -]{_YEAR}",
)
_WEEKDAY = r"(?:(?:mon|tues?|wed(?:nes)?|thu(?:rs)?|fri|sat(?:ur)?|sun)(?:day)?\.?,? +)?"
_CLOCK = r"(?:(?:,| at| -| \|)? *\d{1,2}[:.]\d\d.{0,20}| *\([월화수목금토일]\))?"
_LABEL = r"(?:(?:published|updated|posted|last updated|date)(?: on)?:? +)?"
LONGEST = 70


def read_date(words: str) -> date | None:
    """Return the day that the words state and nothing else; None if they state none.

    Read are ISO dates and times, "Oct. 21, 2025", "21 October 2025", "Tue, 21-Oct-2025", "2025.10.21" and
    "2025년 10월 21일", with a weekday before (which is not checked) and a time of day after.
    """
    words = words.strip()
    if len(words) == 10 and words[4] == words[7] == "-":
        return _day(words[:4], words[5:7], words[8:])
    if len(words) > LONGEST or not any(sign.isdigit() for sign in words):
        return None
    found = next((match for shape in _dates() if (match := shape.fullmatch(words))), None)
    return _day(found["year"], found["month"], found["day"]) if found else None


@cache
def _dates() -> list[re.Pattern[str]]:
    return [compiled(f"{_LABEL}{_WEEKDAY}{shape}{_CLOCK}\\.?", re.IGNORECASE) for shape in _SHAPES]


def _day(year: str, month: str, day: str) -> date | None:
    try:
        number = int(month) if month.isdigit() else _MONTHS.index(month[:3].lower()) // 4 + 1
        return date(int(year), number, int(day))
    except ValueError:
        return None
