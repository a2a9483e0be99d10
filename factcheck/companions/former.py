"""A figure of an earlier time that an article gives as the present one: 12.3% where the source says 10.9%, from 12.3%."""

from __future__ import annotations

import re
from datetime import date

from factcheck.companions.compare import Comparison
from factcheck.companions.facts import Fact
from factcheck.companions.telling import CLAUSE
from factcheck.patterns import Pattern

BEFORE = Pattern(
    r"(?:전년|작년|지난해|전년 동기|전년 동월|전분기|전월|종전|당초|기존|이전|직전"
    r"|[(（](?:[^()\d]{1,12}|\d{1,2} \w+ )?(?:19|20)\d\d(?:[-/–]\d\d)?:(?:\s[a-z]+){0,3}"
    r"|\bfrom|\bcompared (?:with|to)|\bagainst|\bprevious(?:ly)?|\bprevious (?:outlook|guidance|forecast|range|estimate) (?:of|was))"
    r"\s*(?:of\s*)?[(（]?\s*$",
    re.IGNORECASE,
)
BEHIND = Pattern(
    r"[)）]?\s*(?:에서\b|보다|(?:in |for )?(?:a year (?:earlier|ago|before)|the (?:year|quarter|month) before|the previous|previously))"
    r"|\s(?:at|on|in|for) (?:\d{1,2} )?[A-Z][a-z]+ (?:\d{1,2}, )?(?:19|20)\d\d[)）]"
)
TOLD = Pattern(
    r"\b(?:from|earlier|before(?! (?:tax|interest|exceptional|one-off))|ago|previous(?:ly)?|last|former(?:ly)?|compared|than|against|on|had (?:been|stood)|used to|until|once|since|present|current|existing|original(?:ly)?)\b"
    r"|전년|작년|지난해|종전|기존|이전"
)
TOLD_BEHIND = Pattern(
    r"[^.;,]{0,30}\b(?:earlier|before(?! (?:tax|interest|exceptional|one-off))|ago|previous(?:ly)?|(?:the )?last|formerly|until|once|as recently)\b|보다|에서|이던|였던"
)
"""What puts a figure in an earlier time, before it and behind it."""

CLOSED = Pattern(r"[)）]")
PAST = 120
"""From so many days before publication on, a day is of an earlier time than what an article reports."""

NEAR = 60
REACH = 40
STRETCHES = frozenset({"day", "clock"})
"""What a stretch of time goes from, and is no former value: shut from 3 March to 5 May."""

LIKE = 3
"""The two are so many times apart at most."""


def now(comparison: Comparison, fact: Fact, tied: list[Fact]) -> Fact | None:
    """Return the present figure of a sentence of the source, where the article gives its former one and does not say so."""
    if fact.sort in STRETCHES or (fact.sort == "count" and not fact.distinct):
        return None
    if len(tied) != 1 or tied[0].column >= 0 or not is_former(tied[0]) or said_so(comparison, fact):
        return None
    present = [one for one in comparison.source.passages[tied[0].passage].facts if _alike(one, tied[0])]
    before = [one for one in present if one.place < tied[0].place]
    one = present[0] if len(present) == 1 else before[-1] if before and _in_brackets(tied[0]) else None
    return one if one and comparison.unclaimed(one) else None


def _in_brackets(fact: Fact) -> bool:
    """Tell whether a figure stands in brackets behind the one that it is the former of."""
    text, start = fact.article.document.text, fact.span.start
    opened = max(text.rfind(sign, max(0, start - REACH), start) for sign in "(（")
    return opened >= 0 and not CLOSED.search(text, opened, start)


def is_former(fact: Fact) -> bool:
    """Tell whether the words at a figure of a source say that it is of an earlier time than the one beside it."""
    text, (start, end, _) = fact.article.document.text, fact.span
    return BEFORE.search(text, max(0, start - REACH), start) is not None or BEHIND.match(text, end) is not None


def said_so(comparison: Comparison, fact: Fact, present: int | None = None, clause_only: bool = False) -> bool:
    """Tell whether the words at a figure, or a day in its clause that is not of the `present` year, may put it earlier.

    With `clause_only` words before it count only in its own clause.
    """
    before, behind = comparison.article.gaps(fact)
    if clause_only:
        before = CLAUSE.split(before)[-1]
    told = TOLD.search(before[-NEAR:]) or TOLD_BEHIND.match(behind)
    days = comparison.article.days_at(fact)
    return told is not None or any(_is_past(one) if present is None else year_of(one) != present for one in days)


def _is_past(day: Fact) -> bool:
    published = day.article.published
    return published is None or published.toordinal() - day.values[0].high > PAST


def year_of(day: Fact) -> int | None:
    """Return the year that a day, a month or a year lies in; None of a stretch that two years share."""
    first, last = (date.fromordinal(int(end)).year for end in (day.values[0].low, day.values[0].high))
    return first if first == last else None


def _alike(one: Fact, former: Fact) -> bool:
    nouns = {one.mention.noun, former.mention.noun} - {""}
    if one is former or (one.sort, one.unit) != (former.sort, former.unit) or len(nouns) > 1:
        return False
    return former.shown < LIKE * one.shown and one.shown < LIKE * former.shown and not is_former(one)
