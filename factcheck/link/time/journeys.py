"""A departure, an arrival and how long the journey took, each time by the clock of its own place.

"It left London at 10 a.m. and landed in New York at 1 p.m., eight hours later": how the three are put varies without end.
That there are two times of day and one length, that one time is told with a leaving and one place, and the other with an
arrival and another place, does not.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from fractions import Fraction
from itertools import product
from math import ceil, floor

from factcheck.article import BIT, Article, Sentence
from factcheck.link.context.places import Named, dateline, places_in
from factcheck.link.time.clockdays import ANY_DATES
from factcheck.link.time.courses import KNOWN, clause
from factcheck.link.time.instants import read
from factcheck.link.time.spells import HALF_DAY, MINUTES_IN, WHOLE_DAY, half_unsaid
from factcheck.model import Mention, Relation
from factcheck.patterns import Pattern
from factcheck.quantity import Interval, Quantity
from factcheck.records import NamedTuple
from factcheck.reference import zones
from factcheck.reference.zones import Zone

LEAVING = Pattern(
    r"\b(?:left|leav(?:es?|ing)|depart\w*|t(?:ook|akes?|aking) off|from|set(?:s|ting)? (?:out|off)|board\w+|sail\w+)\b",
    re.I,
)
ARRIVING = Pattern(
    r"\b(?:reach\w+|arriv\w+|land(?:s|ed|ing)?|touch\w* down|dock\w*|g[eo]ts? (?:in|into|to)|to|pull\w* in(?:to)?)\b",
    re.I,
)
JOURNEY = Pattern(
    r"\b(?:flights?|fl(?:ew|ies|own)|planes?|airliners?|aircraft|jets?|trains?|journeys?|trips?|crossings?|voyages?|ferry|coach|bus|drives?|driven|rides?|(?:hours?|minutes) later|after leaving|earlier)\b",
    re.I,
)
STOPPED = Pattern(
    r"\b(?:stop\w*|via|change[sd]?|delay\w*|late|wait\w*|layover|instead|would|should|usually|due)\b", re.I
)
"""With these a journey may not have gone on all the time between."""

LOCAL = "local"
"""The zone of a time that is told to be of its place."""

TWO = 2


class Journey(NamedTuple):
    """A length, and the times and the places of the departure and the arrival between which it lies."""

    length: Mention
    leaves: Mention
    arrives: Mention
    start: Named
    end: Named


def journeys(article: Article) -> Iterator[Relation]:
    """Yield what a journey must last by the clocks of the two places that it leads between."""
    for sentence in article.body if not article.verb_last else ():
        lengths = sentence.of_kind("duration") if sentence.kinds & BIT["L"] else []
        if len(lengths) == 1 and lengths[0].number and lengths[0].unit in MINUTES_IN:
            if (found := _read(article, sentence, lengths[0])) and (relation := _relation(article, found)):
                yield relation


def _read(article: Article, sentence: Sentence, length: Mention) -> Journey | None:
    near = _near(article, sentence)
    told = " ".join(article.words(one) for one in near)
    clocks = [one for part in near for one in part.of_kind("clock")]
    if len(clocks) != TWO or not JOURNEY.search(told) or STOPPED.search(told):
        return None
    seated = [named for part in near for named in (*places_in(article, part.start, part.end), *_here(article, part))]
    if len({named.name for named in seated}) != TWO:
        return None
    leaves = [one for one in clocks if LEAVING.search(clause(article, one))]
    arrives = [one for one in clocks if one not in leaves]
    if len(leaves) != 1 or not ARRIVING.search(clause(article, arrives[0])):
        return None
    start, end = (_seat(article, time, clocks, seated) for time in (leaves[0], arrives[0]))
    return Journey(length, leaves[0], arrives[0], start, end) if start.name != end.name else None


def _here(article: Article, sentence: Sentence) -> list[Named]:
    """Return the place that an article is dated from, where a sentence says "here"."""
    known = dateline(article)
    places = [at for at in range(sentence.start, sentence.end) if article.word(at) == "here"] if known else []
    return [Named(known[0], at, at + 1) for at in places]


def _near(article: Article, sentence: Sentence) -> list[Sentence]:
    """Return a sentence, with the one before it, or behind it, that tells the other of two times and that one takes up."""
    if len(sentence.of_kind("clock")) >= TWO:
        return [sentence]
    for step in (-1, 1):
        number = sentence.number + step
        if 0 <= number < len(article.sentences):
            near = article.sentences[number]
            pair = [near, sentence] if step < 0 else [sentence, near]
            if near.of_kind("clock") and not near.of_kind("duration") and KNOWN.match(article.words(pair[1])):
                return pair
    return [sentence]


def _seat(article: Article, time: Mention, clocks: list[Mention], seated: list[Named]) -> Named:
    """Return the place told last before a time and behind the one before it, else the one nearest to it."""
    at = article.place(time)
    before = max((article.place(one) for one in clocks if one.first < time.first), default=-1)
    own = [named for named in seated if before < named.start < at]
    return own[-1] if own else min(seated, key=lambda named: abs(named.start - at))


def _zones(article: Article, time: Mention, named: Named) -> tuple[Zone, ...]:
    """Return the zones that a time may be told in: its own, if it names one, else those of its place."""
    return read(article, time).zones or zones.of_place(named.name)


def _relation(article: Article, found: Journey) -> Relation | None:
    length, leaves, arrives = found.length, found.leaves.clock, found.arrives.clock
    if leaves is None or arrives is None or length.number is None:
        return None
    days = [article.published] if article.published else list(ANY_DATES)
    turn = HALF_DAY if half_unsaid(found.leaves.text) or half_unsaid(found.arrives.text) else WHOLE_DAY
    size, stated = MINUTES_IN[length.unit], length.quantity
    if length.number.middle * size >= turn:
        return None
    pairs = product(_zones(article, found.leaves, found.start), _zones(article, found.arrives, found.end), days)
    apart = {
        (arrives.minute - there.ahead(on, arrives.minute) - leaves.minute + here.ahead(on, leaves.minute)) % turn
        for here, there, on in pairs
    }
    lasts = [_told(length, Fraction(minutes) / size) for minutes in apart]
    if not lasts:
        return None
    lasted = min(lasts, key=stated.interval.gap)
    naive = _told(length, Fraction((arrives.minute - leaves.minute) % turn) / size)
    if arrives.zone != LOCAL and naive.meets(stated.interval) and not lasted.meets(stated.interval):
        return None
    made = f"{found.leaves.text} in {found.start.name} to {found.arrives.text} in {found.end.name}"
    return Relation(stated, Quantity(lasted, length.unit, made, (found.leaves.span, found.arrives.span)))


def _told(length: Mention, lasted: Fraction) -> Interval:
    """Return what a writer may give for so long: a whole number of hours is good to an hour, minutes to one."""
    if length.unit == "hour" and length.number and length.number.middle.denominator == 1:
        return Interval(Fraction(floor(lasted)), Fraction(ceil(lasted)))
    return Interval.around(lasted, 1 if length.unit == "minute" else Fraction(1, 10))
