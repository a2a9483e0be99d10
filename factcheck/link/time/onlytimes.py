"""Lengths beside the only two times of a passage, by no words tied to them, which miss by a slip of the pen.

"They sat down at 7.10pm and voted at 11.40pm. The debate, at five and a half hours, was the longest of the year": how a length
takes up two times varies without end.  In two thousand news stories none missed the only two times before it by what a slip
makes of it, but for the names of things ("three-month bills"), what is counted from one of the two, and other clocks.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from fractions import Fraction
from itertools import combinations
from math import ceil, floor

from factcheck.article import BIT, Article, Sentence
from factcheck.dates import Days, days_meant
from factcheck.link.time.noends import are_no_ends, in_passing
from factcheck.link.time.parted import COARSE, FROM_ONE, between_them, is_of_other, is_precise, times_of
from factcheck.link.time.sofar import Lasting
from factcheck.link.time.spells import MINUTES_IN, lasts
from factcheck.model import Mention
from factcheck.patterns import Pattern
from factcheck.quantity import Interval
from factcheck.slips import retyped, swapped

BACK, REACH, MOST, LOOK = 2, 4, 12, 60
"""So many sentences before a length may tell its two times, so many about may tell others, and so many of those are tried; so many characters about
it tell what it is of."""

COUNTED_ON = FROM_ONE | {"ago", "from", "old", "since", "away", "hence", "in"}
"""Behind a length these count it from one time, which need not be either."""

TWICE, TEN, CLOSE, VAGUEST, HOUR = 2, 10, 2, 2, 60
"""A length that is so many times its stretch, or a part of it as small, is of something else; so many off it is mistyped; so
little longer it may be miscounted; so vague at most is a stretch; so many minutes has an hour."""

WHOLLY = Pattern(
    r"^[\"“]?$|\b(?:all|a (?:voyage|trip|journey|stay|siege|strike|walk|march|ban|closure) of|those|having gone) $",
    re.I,
)
"""Before a length these take up the whole of what was told."""

OWN_ACT = Pattern(
    r"\b(?:for|lasts?|lasted|lasting|every|each|terms?|up to|under|takes?|took)(?: (?:about|around|some|nearly|almost|just|over|only|another|a further|more than))? $|\b(?:had been|was to|were to|should have)\b[^.;]{0,40} $|s of $",
    re.I,
)
"""Before a length these tell what else went on so long: had run the fair for eight years, six terms of three years."""

OF_WHAT = Pattern(r"^ of (?!(?:them|it|that|this)\b)")
"""Behind "after 17 years" this does: of losses."""

OTHER_CLOCK = Pattern(
    r"\b(?:local time|clocks?|time (?:zone|difference)|hours? (?:ahead|behind)|GMT|lunch|breaks?|interval|stops?|rain)\b",
    re.I,
)
"""With these two times of day are told by two clocks, or something between them does not count."""


def only_times(article: Article, told: set[int]) -> Iterator[Lasting]:
    """Yield the lengths, those `told` by their first token left out, that miss the only two times of a passage by a slip."""
    for at, sentence in enumerate(article.body if not article.verb_last else ()):
        for length in sentence.of_kind("duration") if sentence.kinds & BIT["L"] else ():
            if length.first in told or not _is_plain(article, sentence, length):
                continue
            ends = _only_two(article, at, length)
            found = between_them(article, length, *ends) if ends else None
            if (
                ends
                and found
                and not found[3]
                and _misses(article, length, found[0], close=_is_close(length, *ends))
                and not in_passing(article, length, ends)
            ):
                if not _given(article, at, length):
                    yield Lasting(found[0], length, found[1], found[2])


def _is_plain(article: Article, sentence: Sentence, length: Mention) -> bool:
    """Tell whether a length says how long something went on, and not what it is called or from when it is counted."""
    if length.number is None or length.upper is not None or length.unit in COARSE or "-" in length.text:
        return False
    before, behind = article.around(length, LOOK)
    other = OWN_ACT.search(before) or OF_WHAT.match(behind)
    counted_on = article.word(article.place(length) + 1) in COUNTED_ON
    return not other and not counted_on and not is_of_other(article, sentence, length)


def _only_two(article: Article, at: int, length: Mention) -> tuple[Mention, Mention] | None:
    """Return the only two times of the fewest sentences, up to that of a length, that have two."""
    for window in article.reaching_back(at, BACK):
        found = [time for one in window for time in _times(article, one, length)]
        if len(found) > 1:
            alone = len(found) == 2 and all(map(is_precise, found)) and not are_no_ends(article, length, *found)
            return (found[0], found[1]) if alone and _on_one_clock(article, window, length) else None
    return None


def _times(article: Article, sentence: Sentence, length: Mention) -> list[Mention]:
    if length.unit in MINUTES_IN:
        return [time for time in sentence.of_kind("clock") if time.clock]
    return times_of(article, sentence, "date|year")


def _on_one_clock(article: Article, window: list[Sentence], length: Mention) -> bool:
    """Tell whether nothing else is told of hours and minutes that could move one of two times, or take time off."""
    if length.unit not in MINUTES_IN:
        return True
    others = [one for part in window for one in part.of_kind("duration") if one is not length]
    return not others and not any(OTHER_CLOCK.search(article.words(part)) for part in window)


def _misses(article: Article, length: Mention, between: Interval, *, close: bool) -> bool:
    """Tell whether a length misses a stretch by what a slip of the pen makes of it, and nothing else would.

    One that is a little shorter may be a part of the stretch, and one that is a little longer of something else, unless it
    takes up the whole, "all five days", "Eight weeks without", or stands `close` behind its two times, in their sentence.
    """
    assert length.number is not None
    shown, right = length.number.middle, between.middle
    if right <= 0 or length.quantity.interval.meets(between) or not 1 / TWICE <= shown / right <= TWICE:
        return False
    if length.unit in MINUTES_IN:
        size = MINUTES_IN[length.unit]
        told, made = shown * size, right * size
        return _is_hours_off(told, made) or ((close or told > made) and _is_mistyped(round(told), round(made)))
    whole = shown.denominator == 1 and between.high - between.low <= VAGUEST
    near = {floor(between.low), round(right), ceil(between.high)}
    typed = whole and any(abs(one - shown) == TEN or swapped(str(one), str(int(shown))) for one in near)
    longer = 0 < length.quantity.interval.low - between.high <= CLOSE
    return typed or (longer and WHOLLY.search(article.around(length, LOOK)[0]) is not None)


def _is_hours_off(shown: Fraction, right: Fraction) -> bool:
    """Tell whether two lengths in minutes are some hours apart, to the minute, or have two digits swapped in their minutes."""
    return shown % HOUR != 0 and (shown - right) % HOUR == 0 and abs(shown - right) <= CLOSE * HOUR


def _is_close(length: Mention, *ends: Mention) -> bool:
    return all(end.sentence == length.sentence and end.first < length.first for end in ends)


def _is_mistyped(shown: int, right: int) -> bool:
    """Tell whether two lengths in minutes are one but for a digit, or two swapped; of less than an hour the tens must be."""
    if min(shown, right) < TEN:
        return False
    if max(shown, right) < HOUR:
        return swapped(str(shown), str(right)) or shown % TEN == right % TEN
    told, made = (f"{minutes // HOUR}{minutes % HOUR:02}" for minutes in (shown, right))
    return shown % (HOUR // 2) != 0 and retyped(told, made) and shown % TEN == right % TEN


def _given(article: Article, at: int, length: Mention) -> bool:
    """Tell whether any other two times about give a length, the day of writing among them."""
    times = [time for one in article.body_about(at, REACH, REACH) for time in _times(article, one, length)][:MOST]
    pairs = (between_them(article, length, *pair) for pair in combinations(times, 2))
    today = Days(article.published, article.published) if article.published else None
    since = [_until(article, length, time, today) for time in times] if today else []
    stretches = (*(found[0] for found in pairs if found), *(found for found in since if found))
    return any(length.quantity.interval.meets(stretch) for stretch in stretches)


def _until(article: Article, length: Mention, time: Mention, today: Days) -> Interval | None:
    """Return how long it was from a time to the day of writing."""
    began = days_meant(time.when, article.published) if time.when else None
    return lasts(length, (began, today)) if began and began.first <= today.first else None
