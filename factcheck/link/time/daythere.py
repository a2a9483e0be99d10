"""The day that clocks elsewhere show: 9 p.m. on Tuesday in New York is Wednesday in London."""

from __future__ import annotations

from collections.abc import Collection, Iterator
from datetime import date

from factcheck.article import Article
from factcheck.dates import NAMES
from factcheck.link.time.instants import DAY, Reading, minutes_off, times_there
from factcheck.link.time.spells import half_unsaid
from factcheck.link.time.written import HALF_DAY
from factcheck.model import Mention, Relation
from factcheck.phrase import phrase
from factcheck.quantity import Quantity

MIRRORED = -1
"""Stands for a time that is as far from another as it should be, and on the wrong side."""


def day_there(article: Article, first: Reading, second: Reading, days: list[date]) -> Iterator[Relation]:
    """The weekday of the second reading follows from that of the first."""
    ours, theirs = first.weekday or _weekday_before(article, first.mention), second.weekday
    if not (ours and theirs and ours.when and theirs.when):
        return
    if ours.when.weekday is None or theirs.when.weekday is None:
        return
    minutes = times_there(first.zones, second.zones, first, days)
    steps = {minute // DAY for minute in minutes if fits(second.clock.minute, [minute], second)}
    names = {NAMES[(ours.when.weekday + step) % 7] for step in steps}
    stated = Quantity.named(NAMES[theirs.when.weekday], theirs.text, theirs.span)
    implied = Quantity.one_of(names, f"{first.mention.text} on {ours.text}", ours.span, first.mention.span)
    yield Relation(
        stated, implied, "{working} is {implied} there, not {stated}.", fix=" or ".join(sorted(names)),
        instead=only(names),
    )  # fmt: skip


def _weekday_before(article: Article, mention: Mention) -> Mention | None:
    place = article.place(mention)
    for length in (1, 2, 3):
        if phrase("{weekday} (morning|afternoon|evening|night)? at?").fullmatch(
            article.skeleton, place - length, place
        ):
            return article.at[place - length]
    return None


def fits(stated: int, minutes: list[int], second: Reading) -> bool:
    """Tell whether a time of day is one of those worked out, in either half of the day where it says none."""
    round_clock = HALF_DAY if half_unsaid(second.mention.text) else DAY
    return any((minute - stated) % round_clock == 0 for minute in minutes)


def only(names: Collection[str]) -> str:
    """Return the one name of some, "" where there are several."""
    return next(iter(names)) if len(names) == 1 else ""


def misses(first: Reading, second: Reading, days: list[date]) -> list[int]:
    """Return by how many minutes the second of two times may miss the first's instant.

    MIRRORED is among them where it is as far from the first as it should be, and on the wrong side.
    """
    there = times_there(first.zones, second.zones, first, days)
    stated, told = second.clock.minute, first.clock.minute
    off = [minutes_off(stated, minute) for minute in there]
    halves = [gap % HALF_DAY for gap in off] if half_unsaid(second.mention.text) else []
    wrong = any(minute != told and minutes_off(stated, 2 * told - minute) == 0 for minute in there)
    return [*off, *(min(gap, HALF_DAY - gap) for gap in halves), *([MIRRORED] if wrong else ())]
