"""How often a thing comes, said twice: every so long, and so many times an hour, a day or a year."""

from __future__ import annotations

import re
from collections.abc import Iterator
from fractions import Fraction

from factcheck import shown
from factcheck.article import Article
from factcheck.link.context.apposition import plain
from factcheck.link.rate.each import DAYS
from factcheck.link.series.figures import value
from factcheck.model import Mention, Relation
from factcheck.patterns import Pattern
from factcheck.quantity import Interval, Quantity

EVERY = Pattern(r"\bevery (?:about |roughly |nearly )?$", re.I)
SAID = Pattern(
    r"(?: (?!and\b|but\b|while\b|until\b|from\b)[a-z-]+){0,4},? ?(?:—|–|\()? ?(?:(?:or|that is|which is|which makes|that makes|meaning|so|i\.e\.) )?"
    r"(?:(?:about|roughly|some|nearly|almost|just over|just under|an average of) )?"
)
"""Between how long and how many these say the one for the other."""

PERIOD = Pattern(
    r"(?: times| trains| buses| of them)?,? (?:(?:an?|each|every|per) |(?:in|over) (?:the course of )?(?:an?|the|each|every) (?:whole |full )?)(?P<period>hour|day|week|month|year|minute|decade)\b(?P<more>[^.;]{0,30})"
)
BOTH = Pattern(
    r"\b(?:both|each|either|every) (?:way|direction|side|line)|\bdirections\b|\bpeak\b|\bon (?:weekdays|Sundays|Saturdays)\b",
    re.I,
)
"""Behind so many these say that more than one comes every so long, or not always."""

BACK, AHEAD, CLOSE = 24, 70, Fraction(3, 100)
ROUND_THE_CLOCK = frozenset({"day", "week", "month"})
"""In these not every hour may count: a bus that comes every 20 minutes rests at night."""

NIGHTLY = "it may rest at night"


def frequencies(article: Article) -> Iterator[Relation]:
    """Yield how many times a thing comes in a period beside how long is said to lie between."""
    for sentence in article.holding("every "):
        figures = sentence.mentions
        for at, each in enumerate(figures[:-1]):
            often = figures[at + 1]
            if each.kind != "duration" or each.unit not in DAYS or not each.number or each.upper:
                continue
            if often.kind in ("count", "multiple") and EVERY.search(article.around(each, BACK, 0)[0]):
                yield from _told(article, each, often)


def _told(article: Article, each: Mention, often: Mention) -> Iterator[Relation]:
    found = PERIOD.match(article.around(often, 0, AHEAD)[1])
    if not found or not SAID.fullmatch(article.document.text, each.span.end, often.span.start):
        return
    period = found["period"]
    if value(each) <= 0 or DAYS[period] <= value(each) * DAYS[each.unit] or BOTH.search(found["more"]):
        return
    many = Interval.exactly(DAYS[period] / DAYS[each.unit]).over(plain(each).interval)
    exact = DAYS[period] / (value(each) * DAYS[each.unit])
    rests = period in ROUND_THE_CLOCK and value(each) * DAYS[each.unit] < 1
    working = f"one {period} / {each.text}"
    gives, one = shown.number(exact), "an" if period == "hour" else "a"
    yield Relation(
        plain(often).as_unit(""),
        Quantity(many.widened(CLOSE), "", working, (each.span,)),
        says=f"Every {each.text} is {gives} times {one} {period}, not {often.text}.",
        doubt=NIGHTLY if rests else None,
        working=f"{working} = {gives}; the text says {often.text}",
    )
