"""Which day a figure for a day names, said in one way: the weekday of a near one, the date of a far one."""

from __future__ import annotations

from datetime import date, timedelta

from factcheck.article import Article
from factcheck.dates import MONTH_NAMES, NAMES, OFFSETS, SOME_YEAR, nearest, possible, shown
from factcheck.link.time.deictic import spoken_at
from factcheck.model import Mention, When

WEEK = 7


def day_of(article: Article, mention: Mention) -> str:
    """Return the weekday that is told, or that of a date within a week of publication, else the date; "" for no day."""
    when = mention.when
    if when and when.shift in OFFSETS and article.published and not _quoted(article, mention):
        return NAMES[(article.published + timedelta(OFFSETS[when.shift])).weekday()]
    if when is None or ((when.shift or when.unit) and not (when.day and when.month and when.unit == "year")):
        return ""
    if when.weekday is not None:
        return NAMES[when.weekday]
    found = _found(article, when)
    return (
        NAMES[found.weekday()] if found and article.published and not is_far(article, when) else date_of(article, when)
    )


def is_far(article: Article, when: When) -> bool:
    """Tell whether a date lies more than a week from publication."""
    found = _found(article, when)
    return found is not None and article.published is not None and abs((found - article.published).days) > WEEK


def _quoted(article: Article, mention: Mention) -> bool:
    """Tell whether somebody said "yesterday" on a day of their own."""
    return spoken_at(article, mention.sentence, article.place(mention)) is not None


def _found(article: Article, when: When) -> date | None:
    if not (when.day and when.month and possible(when)):
        return None
    return nearest(when, article.published or date(SOME_YEAR, when.month, 1))


def date_of(article: Article, when: When) -> str:
    """Return a date by its name, "" where none is told."""
    found = _found(article, when)
    if found is None or not when.month:
        return ""
    return shown(found) if when.year or article.published else f"{MONTH_NAMES[when.month - 1]} {when.day}"
