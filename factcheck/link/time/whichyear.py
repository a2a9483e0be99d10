"""In which years two times may lie that name none, or of which one does: opened in August 2016 and closed three years later, in October."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from factcheck.article import Article
from factcheck.dates import MONTHS_IN, Days, day, months_between, years_before
from factcheck.link.context.tense import PAST
from factcheck.model import Mention, When

TO_COME = frozenset("will marks opens begins starts reopens returns scheduled due set".split())
"""With these a date may be one to come."""


def in_years(
    article: Article, length: Mention, start: Mention, end: Mention, between: tuple[Days, Days]
) -> Iterator[tuple[Days, Days]]:
    """Yield two times in each of the years that they may lie in, that of `between` or what the length tells first.

    Days still to come when the article appears may also be those of the year before, which may have a leap day.
    """
    named = sum(bool(time.when and time.when.year) for time in (start, end))
    if named == 1 and length.unit in MONTHS_IN and length.number is not None:
        yield _years_on(length, bool(start.when and start.when.year), between)
        return
    yield between
    if not named and length.unit == "day" and article.published and between[0].first > article.published:
        yield _moved(between[0], 1), _moved(between[1], 1)


def _years_on(length: Mention, start_named: bool, between: tuple[Days, Days]) -> tuple[Days, Days]:
    """Return two times in the years that a longer length puts them in: only the months can then be at odds."""
    first, last = between
    assert length.number is not None
    months = length.number.middle * MONTHS_IN[length.unit] - months_between(first.first, last.first)
    years = max(0, round(months / MONTHS_IN["year"]))
    return (first, _moved(last, -years)) if start_named else (_moved(first, years), last)


def _moved(days: Days, years: int) -> Days:
    return Days(years_before(days.first, years), years_before(days.last, years))


def year_before(article: Article, dated: Mention, when: When, found: date) -> date | None:
    """Return the date a year before one that is still to come, where what is told of it is past and the weekday fits."""
    sentence = article.sentences[dated.sentence]
    words = {article.word(at) for at in range(sentence.start, sentence.end)}
    if (last := _in_last_season(article, dated, when, found)) and last.weekday() == when.weekday:
        return last
    told = not words.isdisjoint(PAST | {"left"}) and words.isdisjoint(TO_COME)
    until = article.verb_last and article.word(article.place(dated) - 1) in (
        "to",
        "until",
    )  # 9월 27일(화)까지 준다고 밝혔다.
    if when.year is not None or not told or until or article.published is None or found <= article.published:
        return None
    earlier = day(found.year - 1, found.month, found.day)
    return earlier if earlier and earlier.weekday() == when.weekday else None


def _in_last_season(article: Article, dated: Mention, when: When, found: date) -> date | None:
    """Return the date of the year before, where its sentence tells of last season or last year."""
    words = article.words(article.sentences[dated.sentence]).lower()
    told = when.year is None and ("last season" in words or "last year" in words)
    return day(found.year - 1, found.month, found.day) if told else None
