"""Innings of cricket and how far apart they are: 174-8 and 161-9, so 13 runs short; 312 for seven in reply to 287, a lead of 25."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

from factcheck.article import HEADINGS, Article, Sentence
from factcheck.document import Span
from factcheck.model import Relation
from factcheck.numerals import small_number, small_numbers
from factcheck.patterns import Pattern
from factcheck.quantity import Interval, Quantity
from factcheck.regexes import compiled

CRICKET = (
    "wicket",
    "innings",
    "stumps",
    "run-chase",
    " overs",
    "bowled",
    "batting first",
    "in reply",
    "declared",
    "for four",
    "for five",
    "for six",
    "for seven",
)
REACH, FURTHEST, TWO, LEAST, FAR = 1, 420, 2, 40, 30
WICKETS = "one|two|three|four|five|six|seven|eight|nine"
OTHERS = Pattern(
    r"\b(?:first innings|second innings|follow-on|by an innings|D/L|DLS|Duckworth|revised|last (?:year|week)|in (?:19|20)\d\d)\b",
    re.I,
)


@cache
def _total() -> re.Pattern[str]:
    return compiled(
        rf"\b(?P<runs>\d{{2,3}})(?:[-/](?P<down>\d)(?!\d)|,? for (?P<words>{WICKETS})\b(?! (?:overs|runs))|,? all out| (?:dec\b|declared))"
        rf"|(?:in reply to|replying to|in response to|chasing|needing) (?:[A-Z]\w+['’]s? )?(?P<reply>\d{{2,3}})(?! (?:runs|overs))"
        r"|(?:bowled|all) out for (?P<out>\d{2,3})",
        re.I,
    )


@cache
def _margin() -> re.Pattern[str]:
    many = small_numbers(3)
    return compiled(
        rf"\b(?:(?:lost|won|win|winners|defeat|victory|beat\w*) (?:[\w ]{{0,24}})?by|a (?:first-innings )?lead of|fell|fall|finished|were|left them|ended|trail(?:ed|ing)?(?: by)?|led by|lead by)"
        rf" (?:just |still )?(?P<by>{many})(?: runs)?(?P<tail> short| behind| ahead| adrift)?(?= runs|[ .,;]|$)",
        re.I,
    )


def innings(article: Article) -> Iterator[Relation]:
    """Hold what parts two innings to the runs of both, where two sentences tell those two alone."""
    for sentence in article.holding(*CRICKET):
        if sentence.block not in HEADINGS:
            yield from _apart(article, sentence)


def _apart(article: Article, sentence: Sentence) -> Iterator[Relation]:
    text, own = article.document.text, article.here(sentence)
    before = article.sentences[max(0, sentence.number - REACH)]
    start = article.span(before.start, before.end).start if before.block == sentence.block else own.start
    start = start if own.start - start <= FURTHEST else own.start
    words = text[start : own.end]
    totals = [one for one in _total().finditer(text, start, own.end) if _runs(one) >= LEAST]
    said = [one for one in _margin().finditer(text, own.start, own.end) if _is_gap(one)]
    if (
        len(totals) != TWO
        or len(said) != 1
        or OTHERS.search(words)
        or "wickets" in text[said[0].start() : said[0].end() + 10]
    ):
        return
    one, other = totals
    chase = any(found[0].lower().startswith(("chasing", "needing")) for found in totals)
    first, last = map(_runs, totals)
    apart, by = abs(first - last), small_number(said[0]["by"])
    readings = {apart, apart - 1} if chase else {apart}
    if by in readings or (0 < abs(apart - by) <= FAR and apart > 0):
        spans = tuple(Span(*found.span(_named(found))) for found in totals)
        high, low = (one, other) if first >= last else (other, one)
        working = f"{high[_named(high)]} - {low[_named(low)]}"
        made = Quantity(Interval.exactly(by if by in readings else apart), "", working, spans)
        stated = Quantity(Interval.exactly(by), "", said[0]["by"], (Span(*said[0].span("by")),))
        yield Relation(stated, made)


def _named(total: re.Match[str]) -> str:
    """Return the name of the group that holds the runs of a total."""
    return next(name for name in ("runs", "reply", "out") if total[name])


def _runs(total: re.Match[str]) -> int:
    return int(total[_named(total)])


def _is_gap(found: re.Match[str]) -> bool:
    """Tell whether a number is of runs: with a tail, a lead, or "by N runs"."""
    told = found[0].lower()
    return (
        bool(found["tail"])
        or "lead" in told
        or "led" in told
        or "trail" in told
        or found.string[found.end() :].startswith(" runs")
        or told.endswith("runs")
    )
