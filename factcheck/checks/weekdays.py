"""Weekdays beside dates."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, timedelta

from factcheck.article import Article
from factcheck.check import check
from factcheck.dates import NAMES, day, nearest, shown
from factcheck.model import Mention, Relation, When
from factcheck.quantity import OneOf, Quantity

NEAR = timedelta(120)
"""So near to publication, a date without a year can only be this one."""


@check("weekday-date", says="{working} was a {implied}, not a {stated}.")
def weekday_date(article: Article) -> Iterator[Relation]:
    """A weekday must fall on the date that stands beside it.

    A date without a year is the one nearest to publication; far from it, another year may be meant.

    Wrong: They met on [Tuesday], Aug. 25, 2025.  =>  Aug. 25, 2025
    Wrong: (2018-04-26) The sale opens [Friday], May 5, behind the hall.  =>  May 5, 2018
    Right: They met on Monday, Aug. 25, 2025.
    Right: (2024-02-22) A consultation that closed on Monday 12 February drew 1,240 responses.
    Skip: They met on Monday.
    Skip: They met on Monday, Aug. 25.
    """
    for mention in article.mentions:
        when = mention.when
        if when and when.weekday is not None and when.day is not None and when.month is not None:
            found = _day(when, article.published)
            if found:
                yield _relation(article, mention, when, found)


def _day(when: When, published: date | None) -> date | None:
    if when.year is not None and when.month is not None and when.day is not None:
        return day(when.year, when.month, when.day)
    return nearest(when, published) if published else None


def _relation(article: Article, mention: Mention, when: When, found: date) -> Relation:
    stated = Quantity(OneOf(frozenset({NAMES[when.weekday or 0]})), working=article.text(mention.parts[0]), spans=mention.parts)
    implied = Quantity(OneOf(frozenset({NAMES[found.weekday()]})), working=shown(found), spans=(mention.span,))
    return Relation(stated, implied, doubt=_doubt(article, when, found), fix=NAMES[found.weekday()])


def _doubt(article: Article, when: When, found: date) -> str | None:
    if when.year is not None or (article.published and abs(found - article.published) <= NEAR):
        return None
    return "the date names no year"
