"""The date that stands over a page, beside the text below it."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date
from fractions import Fraction

from factcheck import shown
from factcheck.article import Article
from factcheck.check import check
from factcheck.dates import NAMES, spelled_out
from factcheck.dates import shown as day_shown
from factcheck.document import Span
from factcheck.link.context.apposition import Apposed, apposed, plain
from factcheck.link.money import market
from factcheck.model import Relation, Severity
from factcheck.patterns import Pattern
from factcheck.quantity import Interval, Quantity
from factcheck.reference.rates import Quoted

WEEKDAY = Pattern(r"\b(mon|tue|wed|thu|fri|sat|sun)[a-z]*", re.IGNORECASE)
FITS, FITS_BEFORE = Fraction(3, 200), Fraction(1, 200)
"""How far a conversion may be off the rate of the page's date, and how near it must come to that of an earlier time."""

STEPS = 12
"""So many times ten days before the page's date an earlier rate is sought."""


@check("page-date", says="{working}.", severity="note")
def page_date(article: Article) -> Iterator[Relation]:
    """The date over a page must fall on its weekday, and be of the time at which the text below it was written.

    A page may be printed or sent on long after. Where no day of publication is given, conversions of money are held
    against the rates of the page's date: one that fits the rates of some weeks before tells when it was worked out.

    Wrong: [Wed], 21-Oct-2025 / They have 126 trillion won at work in the country, it was said at the talks.
    Wrong: Tue, 21-Oct-2025 / Their commitments come to [126 trillion won] ([$91.2 billion]), the paper said that day.
    Right: Tue, 21-Oct-2025 / They have 126 trillion won at work in the country, it was said at the talks.
    Right: 21 October 2025 / Their commitments come to 126 trillion won ($88.7 billion), the paper said that day.
    Skip: (2025-08-25) 21 October 2025 / Their commitments come to 126 trillion won ($91.2 billion), the paper said.
    Skip: 21 October 2025 / Their commitments come to 126 trillion won in all, the paper said on that day.
    """
    written = article.document.meta.get("page_date")
    if not written:
        return
    day = date.fromisoformat(written)
    yield from _weekday(article, day)
    if article.published is None:
        for pair in apposed(article):
            yield from _conversion(article, pair, day)


def _weekday(article: Article, day: date) -> Iterator[Relation]:
    heading = next(block for block in article.document.blocks if block.kind == "furniture")
    found = WEEKDAY.match(article.document.text, heading.start, heading.end)
    if found:
        said = next(name for name in NAMES if name.startswith(found[1].capitalize()))
        right = NAMES[day.weekday()]
        stated = Quantity.named(said, found[0], Span(*found.span()))
        implied = Quantity.named(right, day_shown(day), Span(heading.start, heading.end))
        says = f"{day_shown(day)}, the page's date, was a {right}, not a {said}."
        yield Relation(stated, implied, says, Severity.WARNING, instead=right[: len(found[0])])


def _conversion(article: Article, pair: Apposed, day: date) -> Iterator[Relation]:
    first, second = pair.mentions
    if not (pair.sure and first.kind == second.kind == "money" and first.unit != second.unit):
        return
    if found := market.quoted(article, first.unit, second.unit, day - market.WINDOW, day):
        stated = second.quantity.changed(value=plain(second).interval, coarse=None)
        worth = Quantity(_worth(pair, found, FITS), second.unit, first.text, (first.span,))
        fits = worth.interval.meets(stated.interval)
        if fits:
            working = f"{shown.figure(worth)} at the rate of {day_shown(day)}; the text says {stated.working}"
            yield Relation(stated, worth, working=working)
        elif earlier := _earlier(article, pair, day):
            yield _relation(pair, stated, worth, earlier, day)


def _worth(pair: Apposed, found: Quoted, slack: Fraction) -> Interval:
    return plain(pair.first).interval.times(found.band.widened(slack))


def _earlier(article: Article, pair: Apposed, day: date) -> list[Quoted]:
    """Return the rates of some weeks before the page's date that a conversion fits, the latest first."""
    ends = (day - step * market.WINDOW for step in range(1, STEPS + 1))
    tried = (market.quoted(article, pair.first.unit, pair.second.unit, end - market.WINDOW, end) for end in ends)
    said = plain(pair.second).interval
    return [found for found in tried if found and _worth(pair, found, FITS_BEFORE).meets(said)]


def _relation(pair: Apposed, stated: Quantity, worth: Quantity, earlier: list[Quoted], day: date) -> Relation:
    both = f"{pair.first.text} ({pair.second.text})"
    days = spelled_out(earlier[-1].first, earlier[0].last)
    says = f"{both} fits the rates of {days}, not those of the page's date, {day_shown(day)}."
    working = f"{shown.figure(worth)} at the rate of {day_shown(day)}; the text says {stated.working}"
    fix = "check the day that the text was written on"
    return Relation(stated, worth, says, fix=fix, working=working)
