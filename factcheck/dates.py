"""Calendar phrases as days: what "last December" or "Aug. 25" means to a text of a given day."""

from __future__ import annotations

from datetime import MAXYEAR, MINYEAR, date, timedelta
from fractions import Fraction
from math import ceil, floor

from factcheck.model import When
from factcheck.quantity import Interval
from factcheck.records import NamedTuple
from factcheck.regexes import compiled

KOREAN_WEEKDAYS = "월화수목금토일"
KOREAN_WEEKDAY = compiled(f"[{KOREAN_WEEKDAYS}](?=요일|$|[)일])")
WEEKDAY = compiled(r"\b(?:Mon|Tue|Wed|Thu|Fri|Sat|Sun)(?:[a-z]*(day)|[a-z]{0,2})")
NAMES = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")
MONTH_NAMES = ("January", "February", "March", "April", "May", "June", "July", "August", "September", "October",
               "November", "December")  # fmt: skip
LONGEST = (31, 29, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31)


class Days(NamedTuple):
    """The days from `first` to `last`, both in."""

    first: date
    last: date


def day(year: int, month: int, number: int) -> date | None:
    """Return a day of the calendar; None where there is no such day."""
    try:
        return date(year, month, number)
    except (ValueError, OverflowError):
        return None


def possible(when: When) -> bool:
    """Tell whether a month can have the day that is said of it, in some year or in the one named."""
    if when.month is None or when.day is None:
        return when.month is None or 1 <= when.month <= 12
    if not 1 <= when.month <= 12 or not 1 <= when.day <= LONGEST[when.month - 1]:
        return False
    return when.year is None or day(when.year, when.month, when.day) is not None


def nearest(when: When, published: date) -> date | None:
    """Return the day of a date said without a year that lies nearest to publication.

    A day said without a month ("on the 17th", 지난달 30일) is one of the month that its shift names.
    """
    if when.day is None:
        return None
    if when.month is None:
        return _day_alone(when, when.day, published)
    if when.year is not None or (when.unit == "year" and when.shift in STEP):
        return day(when.year or published.year + STEP[when.shift], when.month, when.day)
    years = (published.year - 1, published.year, published.year + 1)
    days = [found for year in years if (found := day(year, when.month, when.day))]
    days = [found for found in days if found <= published] if when.shift == "last" else days
    return min(days, key=lambda found: abs((found - published).days), default=None)


MONTH_TURN = 5
"""So near to the first of a month, a high day said alone is one of the month before."""


def _day_alone(when: When, number: int, published: date) -> date | None:
    """Return the day of that number in the month of publication, or in the one that a shift moves to."""
    steps = [STEP.get(when.shift, 0)] if when.unit == "month" else [0, 1] if when.shift == "next" else [0, -1]
    months = [published.year * 12 + published.month - 1 + step for step in steps]
    days = [found for at in months if (found := day(at // 12, at % 12 + 1, number))]
    if when.unit == "month":
        return days[0] if days else None
    if when.shift == "next":
        return next((found for found in days if found >= published), None)
    turned = published.day <= MONTH_TURN and number > 31 - MONTH_TURN
    return next((found for found in days if found <= published or (not when.shift and not turned)), None)


def month(year: int, number: int) -> Days:
    """Return the days of a month."""
    following = date(year + number // 12, number % 12 + 1, 1)
    return Days(date(year, number, 1), following - timedelta(1))


def last_month(published: date, number: int) -> Days:
    """Return the latest month of that name that was over, or had begun before, when a text was published."""
    year = published.year if number < published.month else published.year - 1
    return month(year, number)


def days_meant(when: When, published: date | None) -> Days | None:
    """Return the days that a phrase stands for; None where that takes a day of publication, unknown."""
    if when.year is not None and when.month is None:
        return Days(date(when.year, 1, 1), date(when.year, 12, 31))
    if when.day is not None:
        found = nearest(when, published or date(when.year or 1, 1, 1)) if published or when.year else None
        return Days(found, found) if found else None
    if when.month is not None:
        return _month_meant(when, published)
    return _shifted(when, published) if published else None


def _month_meant(when: When, published: date | None) -> Days | None:
    if when.month is None:
        return None
    if when.year is not None:
        return month(when.year, when.month)
    if published is None:
        return None
    if when.unit == "year" and when.shift in STEP:
        return month(published.year + STEP[when.shift], when.month)
    if when.shift == "last":
        return last_month(published, when.month)
    year = published.year + (1 if when.shift == "next" and when.month <= published.month else 0)
    return month(year, when.month)


def settled(when: When, published: date | None) -> When:
    """Return a day or a month that is told from that of writing by its month and year: the 3rd of last month, 작년 2월.

    As it is where it is told otherwise, or no day of publication is known.
    """
    step = STEP.get(when.shift)
    if published is None or step is None or when.year is not None:
        return when
    if when.unit == "year" and when.month is not None:
        return When(published.year + step, when.month, when.day)
    if when.unit == "month" and when.month is None:
        number = published.year * 12 + published.month - 1 + step
        return When(number // 12, number % 12 + 1, when.day)
    return when


OFFSETS = {
    "yesterday": -1, "today": 0, "tonight": 0, "tomorrow": 1, "day before yesterday": -2, "day after tomorrow": 2,
}  # fmt: skip
"""So many days from that of writing; the words of two days off are one in some languages: 그제, 모레."""


def _shifted(when: When, published: date) -> Days | None:
    if when.shift in OFFSETS:
        found = published + timedelta(OFFSETS[when.shift])
        return Days(found, found)
    if when.weekday is not None:
        return None
    if when.unit == "week":
        start = published - timedelta(published.weekday()) + timedelta(7 * STEP.get(when.shift, 0))
        return Days(start, start + timedelta(6))
    if when.unit == "month":
        number = published.year * 12 + published.month - 1 + STEP.get(when.shift, 0)
        return month(number // 12, number % 12 + 1)
    if when.unit == "year":
        year = published.year + STEP.get(when.shift, 0)
        return Days(date(year, 1, 1), date(year, 12, 31))
    return None


STEP = {"last": -1, "past": -1, "previous": -1, "this": 0, "next": 1, "coming": 1, "following": 1}

DAYS_IN = {"day": 1, "night": 1, "week": 7, "fortnight": 14}
MONTHS_IN = {"month": 1, "year": 12, "decade": 120, "century": 1200}
SOME_YEAR = 2001
"""Stands in where neither a text nor its day names a year: a common one."""


def spelled_out(first: date, last: date) -> str:
    """Return days in words: "25 August 2025", "15 to 25 August 2025", "28 July to 3 August 2025"."""
    end = f"{last.day} {MONTH_NAMES[last.month - 1]} {last.year}"
    if first == last:
        return end
    month = f" {MONTH_NAMES[first.month - 1]}" if (first.year, first.month) != (last.year, last.month) else ""
    return f"{first.day}{month}{f' {first.year}' if first.year != last.year else ''} to {end}"


def months_between(first: date, last: date) -> Fraction:
    """Return how many months lie between two days, a day over counted as a thirty-first of one."""
    return 12 * (last.year - first.year) + last.month - first.month + Fraction(last.day - first.day, 31)


def birthdays(born: date, on: date) -> int:
    """Return how many full years had passed on a day."""
    return on.year - born.year - ((on.month, on.day) < (born.month, born.day))


def years_before(on: date, years: int) -> date:
    """Return the day so many years before another, the last of February for a leap day's; none is beyond the calendar."""
    year = min(max(on.year - years, MINYEAR), MAXYEAR)
    return day(year, on.month, on.day) or date(year, on.month, 28)


def elapsed(start: Days, end: Days, unit: str) -> Interval:
    """Return how many days, weeks, months or years can lie between a day of `start` and one of `end`."""
    shortest, longest = (start.last, end.first), (start.first, end.last)
    if unit in DAYS_IN:
        size = DAYS_IN[unit]
        return Interval(*(Fraction((last - first).days, size) for first, last in (shortest, longest)))
    return Interval(*(months_between(*pair) / MONTHS_IN[unit] for pair in (shortest, longest)))


def counted(start: Days, end: Days, unit: str) -> Interval:
    """Return the whole numbers that a writer may give for that time, the last day counted or not."""
    bare = elapsed(start, end, unit)
    with_last_day = elapsed(start, Days(end.first, end.last + timedelta(1)), unit)
    return Interval(Fraction(floor(bare.low)), Fraction(ceil(with_last_day.high)))


def in_order(start: When, end: When, published: date | None) -> tuple[Days, Days] | None:
    """Return the days of two dates, the earlier first; where one names no year, the other's is meant."""
    year = end.year or start.year or _year_near(end, published)
    last = days_meant(end._replace(year=end.year or year), published)
    first = days_meant(start._replace(year=start.year or year), published)
    if first and last and start.year is None and first.first > last.last:
        first = days_meant(start._replace(year=year - 1), published)
    elif first and last and end.year is None and first.first > last.last:
        last = days_meant(end._replace(year=year + 1), published)
    return (first, last) if first and last and first.first <= last.last else None


def _year_near(when: When, published: date | None) -> int:
    if published is None:
        return SOME_YEAR
    found = nearest(when, published)
    return found.year if found else published.year


def weekday_of_month(rank: int, weekday: int, year: int, number: int) -> date | None:
    """Return the first, second ... weekday of a month; None where it has no such."""
    first = date(year, number, 1)
    return day(year, number, 1 + (weekday - first.weekday()) % 7 + 7 * (rank - 1))


def weekday_as(words: str, number: int) -> str:
    """Return the name of a weekday, counted from Monday as 0, in place of that in `words`: "next Friday", "Tues.", "수"."""
    if found := KOREAN_WEEKDAY.search(words):
        return words[: found.start()] + KOREAN_WEEKDAYS[number] + words[found.start() + 1 :]
    name = NAMES[number]
    found = WEEKDAY.search(words)
    if found is None:
        return name
    short = name if found[1] else {"Tuesday": "Tues", "Thursday": "Thurs"}.get(name, name[:3])[: max(3, len(found[0]))]
    return words[: found.start()] + short + words[found.end() :]


def shown(found: date) -> str:
    """Return a day as an editor would write it: Aug. 25, 2025."""
    name = MONTH_NAMES[found.month - 1]
    short = name if len(name) < 6 else {"September": "Sept."}.get(name, f"{name[:3]}.")
    return f"{short} {found.day}, {found.year}"


def about(on: Days, published: date) -> str:
    """Return days in words: those of a whole month, or year, by its name, those about publication by its day."""
    if (on.first.month, on.last.month) == (1, 12) and on.first.year == on.last.year:
        return str(on.first.year)
    if on == month(on.first.year, on.first.month):
        return f"{MONTH_NAMES[on.first.month - 1]} {on.first.year}"
    near = on.first <= published <= on.last
    return f"about {shown(published)}" if near else f"{shown(on.first)} to {shown(on.last)}"
