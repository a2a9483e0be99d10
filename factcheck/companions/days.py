"""The days that a date of an article or its source may stand for, the likeliest first."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import date, timedelta
from fractions import Fraction

from factcheck.article import Article
from factcheck.dates import days_meant, nearest
from factcheck.model import Mention, When
from factcheck.quantity import Interval

WEEK, LONGEST_MONTH = 7, 31
JOINING = frozenset({"to", "and", "or", "until", "through", "-", "–"})
DEICTIC = frozenset({"yesterday", "today", "tonight", "tomorrow"})


def precision(when: When) -> str:
    """Return how exact a calendar phrase is: weekday, day, month or period."""
    if when.weekday is not None and when.day is None:
        return "weekday"
    return "day" if when.day is not None or when.shift in DEICTIC else "month" if when.month is not None else "period"


def told_in_full(article: Article, mention: Mention) -> When | None:
    """Return a calendar phrase, a month without its year in that of the one it is joined to: March to November 2028."""
    when, place = mention.when, article.place(mention)
    if when is None or when.month is None or when.year or when.shift:
        return when
    for step in (2, -2):
        other = article.at.get(place + step)
        beside = other.when if other and article.word(place + step // 2) in JOINING else None
        if beside and beside.year and beside.month and not beside.shift:
            turns = (beside.month > when.month) - (beside.month < when.month)
            return when._replace(year=beside.year + (turns if turns * step < 0 else 0))
    return when


def days_of(when: When, published: date | None) -> Iterable[Interval]:
    """Yield the stretches of days, as ordinals, that a calendar phrase may mean in an article of that day."""
    if when.unit in ("decade", "season") or when.until is not None:
        return
    if when.weekday is not None and when.day is None:
        yield from _weekdays(when.weekday, published)
    elif when.day is not None and when.month is None and not when.shift:
        yield from _day_alone(when, published)
    else:
        yield from _dated(when, published)


def _dated(when: When, published: date | None) -> Iterable[Interval]:
    """The days that a date or a month may be: of any year near publication where none is named."""
    meant = [days for year in _years(when, published) if (days := days_meant(when._replace(year=year), published))]
    fit = [days for days in meant if when.weekday is None or when.day is None or days.first.weekday() == when.weekday]
    for days in fit or meant[:1]:
        yield Interval(Fraction(days.first.toordinal()), Fraction(days.last.toordinal()))


def _years(when: When, published: date | None) -> Iterable[int | None]:
    if when.month is None or when.year is not None or when.shift or published is None:
        return (when.year,)
    found = nearest(when, published) if when.day is not None and when.weekday is None else None
    year = found.year if found else published.year
    return (year, year - 1, year + 1)


def in_years_of(when: When | None, days: Interval) -> Iterator[Interval]:
    """Yield the days that a date without a year is in the year of a month or a day: 30 June of June 2019."""
    if (
        days.high - days.low >= LONGEST_MONTH
        or when is None
        or when.year is not None
        or when.month is None
        or when.day is None
        or when.weekday is not None
    ):
        return
    first, last = (date.fromordinal(int(end)).year for end in (days.low, days.high))
    for year in {first, last}:
        if found := days_meant(when._replace(year=year), None):
            yield Interval.exactly(found.first.toordinal())


def _weekdays(weekday: int, published: date | None) -> Iterable[Interval]:
    if published is None:
        return
    back = (published.weekday() - weekday) % WEEK
    for shift in (-back, WEEK - back, -back - WEEK):
        yield Interval.exactly(published.toordinal() + shift)


def _day_alone(when: When, published: date | None) -> Iterable[Interval]:
    if published is None:
        return
    reach = (published + timedelta(shift) for shift in range(-25, 26))
    yield from (
        Interval.exactly(day.toordinal())
        for day in sorted(reach, key=lambda day: abs(day - published))
        if day.day == when.day and when.weekday in (None, day.weekday())
    )
