"""The days that the times of day in a sentence may be of: which clocks keep summer time depends on them."""

from __future__ import annotations

from datetime import date, timedelta

from factcheck.article import Article, Sentence
from factcheck.dates import days_meant

ANY_YEAR = 2024
"""Stands in for that of a date whose text names none, where no day of publication is known."""

ANY_DATES = (date(ANY_YEAR, 1, 15), date(ANY_YEAR, 7, 15))
"""A day of winter and one of summer, for a text of no known day."""

WEEK, LATELY = 6, 366
"""So many days before and behind publication lies what a bare weekday may mean, and what a sentence before tells of late."""


def days_of(article: Article, sentence: Sentence) -> list[date]:
    """Return the days that a sentence may be about: those that it names, else those around publication."""
    for number in (sentence.number, sentence.number - 1):
        whens = [mention.when for mention in article.sentences[number].mentions if mention.when] if number >= 0 else []
        found = [
            days_meant(when, article.published or date(ANY_YEAR, when.month, 1))
            for when in whens
            if when.day is not None and when.month and 1 <= when.month <= 12
        ]
        days = [meant.first for meant in found if meant]
        if days and (number == sentence.number or _is_of_late(article, days)):
            return days
    if article.published is None:
        return list(ANY_DATES)
    named = {mention.when.weekday for mention in sentence.of_kind("weekday") if mention.when}
    near = [article.published + timedelta(step) for step in range(-WEEK, WEEK + 1)] if named else []
    return [on for on in near if on.weekday() in named] or [article.published]


def _is_of_late(article: Article, days: list[date]) -> bool:
    """Tell whether a day is no more than a year from publication: what a sentence before tells of another time is no day of this."""
    return article.published is None or any(abs((on - article.published).days) <= LATELY for on in days)
