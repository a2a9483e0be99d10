"""When people were born, as an article says it: outright, or by their age on the day of publication."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, timedelta
from fractions import Fraction

from factcheck.archive.claims import Claim, claim, person
from factcheck.article import Article
from factcheck.dates import Days
from factcheck.link.context.names import by_surname, full_names
from factcheck.link.people.births import births
from factcheck.link.people.lives import Aged, ages, recently
from factcheck.link.people.persons import Name, name_before, run
from factcheck.quantity import Interval

YEAR = 365
"""Days of a year; a year's leap day more or less does not tell two people apart."""


def sayings(article: Article) -> Iterator[Claim]:
    """Yield the births of the people whose full name an article has."""
    surnames: dict[str, list[str]] | None = None
    for birth in births(article):
        surnames = surnames or by_surname(full_names(article.tokens))
        if name := whole(birth.name, surnames):
            yield claim("birth", " ".join(name), birth.mention, as_interval(birth.days), person(name))
    if article.published is None:
        return
    for aged in ages(article):
        surnames = surnames or by_surname(full_names(article.tokens))
        if _of_now(aged) and (name := whole(_beside(article, aged), surnames)):
            days = _born(aged, article.published)
            yield claim("birth", " ".join(name), aged.mention, days, person(name), measure="age")


def whole(name: Name, surnames: dict[str, list[str]]) -> Name:
    """Return a person's full name; a surname alone is that of the one full name with it, else ()."""
    if len(name) > 1:
        return name
    bearers = surnames.get(name[0], ()) if name and name[0] else ()
    return tuple(bearers[0].split()) if len(bearers) == 1 else ()


def _beside(article: Article, aged: Aged) -> Name:
    """Return the name right before an age, or right behind it: Ann Kim, 45; 45-year-old Ann Kim."""
    return name_before(article, aged.mention.first) or run(article, aged.mention.last)


def _of_now(aged: Aged) -> bool:
    times = any(mention.kind in ("year", "date", "relative") for mention in aged.sentence.mentions)
    return aged.manner == "now" and not aged.mention.hedge and not times


def _born(aged: Aged, published: date) -> Interval:
    """Return the days on which somebody may have been born who is that old in the news of a day."""
    on, years = recently(published), aged.mention.quantity.interval.middle
    first = on.first - timedelta(int((years + 1) * YEAR + years / 4) + 1)
    last = on.last - timedelta(int(years * YEAR + years / 4) - 1)
    return as_interval(Days(first, last))


def as_interval(days: Days) -> Interval:
    """Return days as the interval of their ordinals."""
    return Interval(Fraction(days.first.toordinal()), Fraction(days.last.toordinal()))
