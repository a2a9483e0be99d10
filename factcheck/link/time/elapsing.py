"""Lengths of time that two times near by part: found by their values, they may confirm a length and never refute it."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator
from fractions import Fraction
from functools import lru_cache
from itertools import combinations, permutations

from factcheck.article import Article
from factcheck.dates import DAYS_IN, MONTHS_IN, OFFSETS, Days, days_meant
from factcheck.link.time.sofar import Lasting
from factcheck.link.time.spells import MINUTES_IN, lasts, time_between
from factcheck.model import Mention
from factcheck.patterns import Pattern
from factcheck.quantity import Interval
from factcheck.records import NamedTuple

REACHES = (0, 1, 3)
"""So many sentences before and behind a length hold the times that it may part, the nearest sought first."""
MOST = 12
CHANCE, TOLD = 0.08, 0.12
"""The most that unrelated times may be expected to agree with a length, and with one that is told from a time."""
FROM_A_TIME = frozenset(
    "ago later after before earlier since together apart old ahead away hence 전 전에 전인 만에 만의 만이다 뒤 후 지난".split()
)
TO_COME = frozenset({"next", "coming", "within"})
BY_A_DAY, DEADLINE = Pattern(r"[^.;]*\bby (?:the )?(?:[A-Z]|\d)"), 60
"""Behind "within 60 days" this tells the day that they lead to."""
ENDING = frozenset({"to", "ended", "ending", "through", "until"})
"""Between a length and a day they make it a period of accounts: the three months to June 30."""
A_MONTH, HALF_A_YEAR = 28, 183
"""In days."""
VAGUEST = Fraction(1, 10)
ELSEWHERE = "the times that it may part are not tied to it"
READING = Pattern(r"\d{1,2}:\d\d(:\d\d)?(\.\d+)?")
"""A time on a stopwatch, or one of day to the second."""


class Instant(NamedTuple):
    """A time near a length; `mention` is None for the day of publication."""

    mention: Mention | None
    days: Days | None


def near_by(article: Article, told: set[int]) -> Iterator[Lasting]:
    """Yield the lengths, those `told` by their first token left out, that a pair of times near by bears out."""
    for length in article.mentions:
        if length.kind == "duration" and length.number and length.first not in told and _plain(article, length):
            yield from _clocked(article, length) if length.unit in MINUTES_IN else _dated(article, length)


def _plain(article: Article, length: Mention) -> bool:
    """Tell a length of time that may part two times from "a 15-year low", "the next two weeks" and "up to a year"."""
    interval, middle = length.quantity.interval, length.number.middle if length.number else Fraction(0)
    place = article.place(length)
    behind = article.at.get(place + 2) if article.word(place + 1) in ENDING else None
    deadline = article.word(place - 1) == "within" and BY_A_DAY.match(article.around(length, 0, DEADLINE)[1])
    if (
        "-" in length.text
        or (article.word(place - 1) in TO_COME and not deadline)
        or (behind and behind.kind == "date")
    ):
        return False
    return middle > 1 and interval.high - interval.low <= middle * VAGUEST and not READING.fullmatch(length.text)


@lru_cache(maxsize=2)
def _times(article: Article) -> tuple[list[int], list[Mention]]:
    found = [
        mention
        for mention in article.mentions
        if mention.kind in ("date", "year", "relative", "clock") or _read(mention)
    ]
    return [mention.first for mention in found], found


def _read(mention: Mention) -> bool:
    return mention.kind == "duration" and mention.unit == "second" and bool(READING.fullmatch(mention.text))


def _about(article: Article, length: Mention, reach: int) -> list[Mention]:
    firsts, found = _times(article)
    at = bisect_left(firsts, length.first)
    window = found[max(0, at - MOST) : at + MOST]
    return [mention for mention in window if abs(mention.sentence - length.sentence) <= reach and mention is not length]


def _dated(article: Article, length: Mention) -> Iterator[Lasting]:
    if length.number is None or (length.unit not in DAYS_IN and length.unit not in MONTHS_IN):
        return
    chance, published = _chance(article, length), article.published
    reaches_today = chance == TOLD or length.unit in MONTHS_IN or length.number.middle * DAYS_IN[length.unit] >= A_MONTH
    today = Days(published, published) if published else None
    for reach in REACHES:
        known: dict[Days, Instant] = {today: Instant(None, today)} if today and reaches_today else {}
        for mention in _about(article, length, reach):
            days = _days(article, mention)
            if days and not (today in known and _of_today(length, days, today)):
                known.setdefault(days, Instant(mention, days))
        if found := _one_of(length, list(known.values()), chance):
            yield from found
            return


def _of_today(length: Mention, days: Days, today: Days | None) -> bool:
    """Tell whether a day is so near to that of publication that a length of years tells the two not apart."""
    return today is not None and length.unit not in DAYS_IN and abs((days.last - today.last).days) < HALF_A_YEAR


def _days(article: Article, mention: Mention) -> Days | None:
    when = mention.when
    if when is None or when.unit or when.until or (mention.kind == "relative" and when.shift not in OFFSETS):
        return None
    return days_meant(when, article.published)


def _chance(article: Article, length: Mention) -> float:
    place = article.place(length)
    first = article.word(place - 1) == "in" and "time" in map(article.word, range(max(0, place - 3), place))
    return TOLD if first or article.word(place + 1) in FROM_A_TIME else CHANCE


def _one_of(length: Mention, instants: list[Instant], chance: float) -> list[Lasting]:
    """Return the pair of times that a length parts, if one does and chance would hardly do as much."""
    expected, found = 0.0, list[Lasting]()
    for one, other in combinations(instants, 2):
        if one.days is None or other.days is None:
            continue
        first, last = sorted((one, other), key=lambda instant: instant.days or ())
        interval = lasts(length, (first.days, last.days)) if first.days and last.days else None
        if interval is None or length.number is None:
            continue
        expected += float((interval.high - interval.low + 1) / (2 * length.number.middle))
        if expected > chance:
            return []
        start, end = (first, last) if first.mention else (last, first)
        if start.mention and interval.meets(length.quantity.interval):
            found.append(Lasting(interval, length, start.mention, end.mention, ELSEWHERE))
    return found[:1]


def _clocked(article: Article, length: Mention) -> Iterator[Lasting]:
    block = article.block_at(length.span.start)
    for reach in REACHES:
        near = [mention for mention in _about(article, length, reach) if mention.clock or _read(mention)]
        near = [mention for mention in near if block.start <= mention.span.start < block.end]
        expected, found = 0.0, list[Lasting]()
        for one, other in permutations(near, 2):
            interval = _between(article, length, one, other)
            if interval is None or length.number is None:
                continue
            size = MINUTES_IN[length.unit]
            expected += float((interval.high - interval.low + 1) * size / 720)
            if interval.meets(length.quantity.interval):
                found.append(Lasting(interval, length, one, other, ELSEWHERE))
        if found and expected <= TOLD:
            yield found[0]
            return


def _between(article: Article, length: Mention, one: Mention, other: Mention) -> Interval | None:
    if one.clock and other.clock:
        return time_between(article, length, one, other)
    if one.number and other.number and not one.clock and not other.clock and one.first < other.first:
        seconds = abs(other.number.middle - one.number.middle)
        return Interval.exactly(seconds / 60 / MINUTES_IN[length.unit])
    return None
