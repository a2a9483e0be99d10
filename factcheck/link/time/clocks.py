"""Two times of day that may be told on the clocks of two places, as those of a flight are."""

from __future__ import annotations

import re
from datetime import date
from fractions import Fraction
from functools import lru_cache
from itertools import pairwise, product

from factcheck.article import Article
from factcheck.link.context.places import dateline, places_in
from factcheck.link.time.spells import MINUTES_IN, time_between
from factcheck.model import Mention
from factcheck.patterns import Pattern
from factcheck.reference import zones

SEVERAL = "the times may be of several clocks"
OTHER_FACE = 8
"""So many places behind a time, in brackets, it may be told on another clock: 12:40 p.m. on Monday (7:40 p.m. in Seoul)."""

FLOWN = frozenset(
    "flight flights flew fly flying plane jet airport airline landed landing touched aircraft airliner voyage "
    "crossing crossings ferry ferries sail sails sailed sailing ship ships".split()
)
TOLD_AGAIN = Pattern(r"(?:,? on \w+| local time| here)*(?: \(|,? or |, )(?:at )?")
ELSEWHERE = Pattern(r"(?: (?:that|the same|the next|the previous|on) \w+)?,? (?:in [A-Z]|[A-Z]{2,4}\b|\w+ time\b)")
"""Between two times of day, and behind the second, these make it the first by another clock."""
MANY = 3
DIFFER = Pattern(
    r"\bclocks?\b[^.;]{0,60}\b(?:ahead|behind|forward|back|earlier|later|changed?|differ\w*)\b|\btime[- ](?:zones?|difference)\b"
    r"|\b(?:half an|an|one|two|three|\d) hours? (?:ahead|behind)\b",
    re.I,
)
"""A text with these tells of two clocks, or of one that was put on or back."""
STEP = 30
"""Clocks differ by whole half hours."""

ANY_DAY = date(2024, 1, 15)


def on_clocks(article: Article, length: Mention, start: Mention, end: Mention) -> tuple[Mention, Mention, str]:
    """Return two times of day between which a length fits on one clock; as they are, and why not, where none does."""
    if not (start.clock and end.clock):
        return start, end, ""
    pairs = list(product(_faces(article, start), _faces(article, end)))
    for pair in pairs:
        between = time_between(article, length, *pair)
        if between and length.quantity.interval.meets(between):
            return *pair, ""
    several = any(
        (
            len(pairs) > 1,
            _clocks_differ(article),
            _far_apart(article, start, end),
            _flown(article, length, start, end),
        )
    )
    return start, end, SEVERAL if several else ""


@lru_cache(maxsize=2)
def _clocks_differ(article: Article) -> bool:
    """Tell whether an article says that clocks differ: "clocks on the coast are an hour behind"."""
    return DIFFER.search(article.document.text) is not None


def _faces(article: Article, time: Mention) -> list[Mention]:
    """Return a time and, if the text gives it behind in brackets, what another clock then shows."""
    place = article.place(time) + 1
    opened = article.skeleton.find("(", place, place + OTHER_FACE)
    other = article.at.get(opened + 1) if opened > 0 else None
    return [time, other] if other and other.clock else [time]


def told_once(article: Article, times: list[Mention]) -> list[Mention]:
    """Return times, those left out that tell the time before by another clock: 9:40 p.m., or 7:40 a.m. that day in Lima."""
    if len(times) < MANY or not times[0].clock:
        return times
    text = article.document.text
    again = {
        other.first
        for one, other in pairwise(times)
        if TOLD_AGAIN.fullmatch(text, one.span.end, other.span.start) and ELSEWHERE.match(text, other.span.end)
    }
    return [one for one in times if one.first not in again]


def _far_apart(article: Article, start: Mention, end: Mention) -> bool:
    """Tell whether the sentences of two times name places whose clocks differ."""
    said = [article.sentences[number] for number in {start.sentence, end.sentence}]
    names = {named.name for sentence in said for named in places_in(article, sentence.start, sentence.end)}
    if any(article.word(at) == "here" for sentence in said for at in range(sentence.start, sentence.end)):
        names |= set(dateline(article))
    on = article.published or ANY_DAY
    clocks = [{zone.ahead(on) for zone in zones.of_place(name)} for name in names]
    return any(one.isdisjoint(other) for one in clocks for other in clocks)


def _flown(article: Article, length: Mention, start: Mention, end: Mention) -> bool:
    """Tell whether a length, one in hours only or off by whole half hours, is of a flight."""
    assert start.clock and end.clock and length.number
    off = length.number.middle * MINUTES_IN.get(length.unit, Fraction(0)) - (end.clock.minute - start.clock.minute)
    said = {start.sentence, end.sentence, length.sentence}
    words = {word.strip(",.") for number in said for word in article.words(article.sentences[number]).lower().split()}
    return (off % STEP == 0 or length.unit == "hour") and not FLOWN.isdisjoint(words)
