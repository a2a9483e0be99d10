"""How many of one thing there are in a day and in a year: 1.1m invoices a day, 400,000 over the whole of 2023."""

from __future__ import annotations

import re
from collections.abc import Iterator
from fractions import Fraction

from factcheck.article import Article
from factcheck.link.context.roles import roles
from factcheck.link.context.speakers import is_copy
from factcheck.link.context.subjects import stem
from factcheck.model import Mention, Relation
from factcheck.phrase import phrase
from factcheck.quantity import Quantity
from factcheck.records import NamedTuple

YEAR = 365
DAYS = {"day": Fraction(1), "week": Fraction(7), "month": Fraction(YEAR, 12), "year": Fraction(YEAR)}
FLOW = (
    "{count} <wN>? <wN>? <wN>? a|per|each|every unit=day|week|month|year",
    "{count} <wN>? <wN>? over|in|during|for (the <w> of)? {year}",
    "{count} <wN>? <wN>? over|in|during|for (the <w> of)? {span:duration}",
)
COMPANY = frozenset("company firm group business operator".split())
"""Behind "the" they are what the text is about."""

GENERAL = frozenset({"person", "population", "man", "woman", "child", "case", "time"})
"""What people and things are called whatever they do; two such counts may be of different ones."""

ALLOWED = Fraction(1, 4)
"""A year of working days, or a year with growth in it, is so far from 365 days of one day's figure."""


class Flow(NamedTuple):
    """A count of things in a time: 1.1m invoices a day."""

    mention: Mention
    noun: str
    days: Fraction


def flows(article: Article) -> Iterator[Relation]:
    """Compare how many of one thing there are in a day and in a year."""
    by_noun: dict[str, Flow] = {}
    for flow in _flows_in(article):
        other = by_noun.setdefault(flow.noun, flow)
        if other.days != flow.days:
            short, long = sorted((flow, other), key=lambda either: either.days)
            yield _compared(article, short, long)


def _flows_in(article: Article) -> Iterator[Flow]:
    for shape in FLOW:
        for match in phrase(shape).finditer(article.skeleton):
            mention = article.at[match.start()]
            days = _days(article, match)
            if days and mention.noun and is_copy(article, article.sentences[mention.sentence]):
                yield Flow(mention, stem(mention.noun), days)


def _days(article: Article, match: re.Match[str]) -> Fraction | None:
    """Return how many days a flow is counted over."""
    groups = match.groupdict()
    if "unit" in groups:
        return DAYS.get(article.word(match.start("unit")))
    return _length(article.at[match.start("span")]) if "span" in groups else DAYS["year"]


def _length(mention: Mention) -> Fraction | None:
    if mention.number is None or mention.unit not in DAYS:
        return None
    return mention.number.middle * DAYS[mention.unit]


def _of_one_subject(article: Article, *flows: Flow) -> bool:
    """Tell whether the sentences of two flows are of one thing: they begin alike, name one, or take up the one named.

    A change is of none.
    """
    sentences = sorted((article.sentences[flow.mention.sentence] for flow in flows), key=lambda one: one.start)
    read = [role for sentence in sentences for role in roles(article, sentence)]
    if any(role.mention is flow.mention and role.sign for flow in flows for role in read):
        return False
    opening = [article.word(sentence.start) for sentence in sentences]
    takes_up = opening[1] == "the" and article.word(sentences[1].start + 1) in COMPANY
    named = [{article.word(at) for at in range(one.start, one.end) if article.skeleton[at] == "N"} for one in sentences]
    return len(set(opening)) == 1 or takes_up or not named[0].isdisjoint(named[1])


def _compared(article: Article, short: Flow, long: Flow) -> Relation:
    """Hold a year's figure against a day's: it must be as many times more, and never less than one day's."""
    ratio = long.days / short.days
    daily, stated = short.mention.rounded, long.mention.quantity
    exact = daily * Quantity.constant(ratio, f"{round(ratio)}")
    implied = exact.changed(value=exact.interval.widened(ALLOWED))
    less = stated.interval.high < daily.interval.low and short.noun not in GENERAL
    impossible = less and _of_one_subject(article, short, long)
    return Relation(stated, implied, doubt=None if impossible else "the figures may be of two things")
