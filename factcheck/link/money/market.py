"""What a currency was worth when an article was written: the house's own rates first, then the shipped history."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date, timedelta

from factcheck.article import Article
from factcheck.currencies import called
from factcheck.dates import spelled_out
from factcheck.reference import rates
from factcheck.reference.rates import Quoted

WINDOW = timedelta(10)
WEEKEND = 3
"""A rate so many days old is of the last business day."""


def quoted(article: Article, base: str, quote: str, first: date, last: date) -> Quoted | None:
    """Return the rates of a pair on the days from `first` to `last`; None where there are none."""
    own = article.rates.quoted(base, quote, first, last) if article.rates else None
    return own or rates.quoted(base, quote, first, last)


def newest(article: Article, base: str, quote: str, on: date) -> Quoted | None:
    """Return the newest rates of a pair before a day that they do not reach; None where there are none."""
    own = article.rates.stale(base, quote, on) if article.rates else None
    shipped = rates.stale(base, quote, on)
    return max(filter(None, (own, shipped)), key=lambda found: found.last, default=None)


def sourced(found: Quoted) -> str:
    """Return where rates are from and of what days they are; a peg is of every day."""
    pegged = found.source.startswith("fixed") and rates.BANK not in found.source
    return found.source if pegged else f"{found.source}, {spelled_out(found.first, found.last)}"


def age(found: Quoted, on: date) -> str:
    """Return how much older rates are than a text of a day, "" where they are of its last business day."""
    days = (on - found.last).days
    return f"{days} days older than the text" if days > WEEKEND else ""


def wanting(codes: Iterable[str], on: date) -> str:
    """Return which currency has no rate on a day, and how to give one; "" where each has one."""
    code = next((code for code in codes if code != "EUR" and not rates.band(code, "EUR", on - WINDOW, on)), "")
    if not code:
        return ""
    day = f" on {spelled_out(on, on)}" if rates.covered(code) else ""
    return f"no rate for the {called(code)}{day}; give one with --rates"
