"""What something rose or fell to, beside its other levels in the source: the year before, the figure it came from."""

from __future__ import annotations

from factcheck.article import KINDS
from factcheck.companions.compare import Comparison
from factcheck.companions.facts import Fact
from factcheck.companions.former import is_former, year_of
from factcheck.companions.rightcell import over_years
from factcheck.companions.sides import CHANGES, FILLERS, letters_of, mates, mates_of
from factcheck.companions.telling import COMMON
from factcheck.patterns import Pattern

REACH = 8
FROM = Pattern(r",? from (?:about |around |some |nearly |just (?:over|under) )?")
MOST = 3
"""So many times one level may be another of the same thing."""


def reached(fact: Fact, by_much: bool = False) -> int:
    """Return 1 where the words before a figure say that something rose to it, -1 where it fell, 0 where they say neither.

    With `by_much` they may say by how much: dropped by 29% to 0.58.
    """
    if fact.article.language != "en" or fact.column >= 0:
        return 0
    before = fact.article.before(fact.mention, REACH).rstrip("".join(letters_of(FILLERS)))
    if not before or before[-1] not in letters_of(("to",)):
        return 0
    between = {*letters_of(FILLERS), *(KINDS if by_much else ())}
    moved = before[:-1].rstrip("".join(between))[-1:]
    return (moved in letters_of(("RISE",))) - (moved in letters_of(("FALL",))) if moved else 0


def start_for_end(comparison: Comparison, fact: Fact, tied: list[Fact]) -> Fact | None:
    """Return what something really came to, where the article has what it came from: by 29% to 0.58, of 0.58 and 0.41."""
    if len(tied) != 1 or not (way := reached(fact, by_much=True)):
        return None
    others = _levels(comparison, tied[0])
    changes = [one for one in mates_of(mates(comparison.article, fact.passage), fact) if one.sort in CHANGES]
    for change in changes[:1]:
        if any(_changed(change, one, tied[0]) == way for one in others):
            return None
        ends = [one for one in others if _changed(change, tied[0], one) == way and not _is_earlier(one, tied[0])]
        return ends[0] if len(ends) == 1 else None
    return None


def moved_otherwise(comparison: Comparison, change: Fact) -> tuple[Fact, Fact] | None:
    """Return the levels in the source that something moved between by as much as an article says, but the other way."""
    if change.sort not in CHANGES:
        return None
    for end in mates_of(mates(comparison.article, change.passage), change):
        told = comparison.supports[end.place]
        if len(told) != 1 or not (way := reached(end, by_much=True)) or end.place < change.place:
            continue
        earlier = [one for one in _levels(comparison, told[0]) if _is_earlier(one, told[0])]
        ways = [(_changed(change, one, told[0]), one) for one in earlier]
        contrary = [one for moved, one in ways if moved == -way]
        if contrary and all(moved != way for moved, _ in ways):
            return told[0], contrary[0]
    return None


def other_way(comparison: Comparison, fact: Fact, tied: list[Fact]) -> Fact | None:
    """Return the earlier level in the source that a figure rose above, or fell below, where the article says the contrary."""
    if len(tied) != 1 or not (way := reached(fact)):
        return None
    told = [one for one in _levels(comparison, tied[0]) if one.shown != tied[0].shown]
    came_from = _came_from(comparison, fact)
    if came_from is not None:
        later = [one for one in told if one in came_from and _is_earlier(tied[0], one)]
        return later[0] if len(later) == 1 else None
    days = [one for one in comparison.article.passages[fact.passage].facts if one.sort == "day"]
    if {year_of(one) for one in days} - {None, tied[0].year} or (tied[0].column >= 0 and any(map(_in_a_year, days))):
        return None
    earlier = [one for one in told if _is_earlier(one, tied[0])]
    near = comparison.source.passages[max(0, tied[0].passage - 1) : tied[0].passage + 2] if tied[0].column < 0 else []
    others = [one for passage in near for one in passage.facts[:COMMON] if _alike(one, tied[0])]
    maybe_earlier = [one for one in (*told, *others) if one.shown != tied[0].shown and not _is_earlier(tied[0], one)]
    contrary = all((tied[0].shown - one.shown) * way < 0 for one in maybe_earlier)
    return earlier[0] if earlier and contrary else None


def _in_a_year(day: Fact) -> bool:
    """Tell whether a day or a month is named, so that what moved may have done so within its year."""
    return day.mention.when is not None and day.mention.when.month is not None


def _came_from(comparison: Comparison, fact: Fact) -> list[Fact] | None:
    """Return what the source has of the figure that an article says something came from; None where it says none."""
    found = FROM.match(fact.article.document.text, fact.span.end)
    beside = comparison.article.passages[fact.passage].facts
    behind = [one for one in beside if found and one.span.start == found.end()]
    return comparison.supports[behind[0].place] if behind else [] if found else None


def _levels(comparison: Comparison, told: Fact) -> list[Fact]:
    """Return the other levels of what a figure of the source is one of: of its row or column in other years, of its sentence."""
    if told.column < 0:
        beside = [
            one for one in comparison.source.passages[told.passage].facts[:COMMON] if one is not told and one.column < 0
        ]
        return [one for one in beside if _alike(one, told)]
    if told.year is None:
        return []
    return [one for one in over_years(comparison, told) if one is not told and _alike(one, told)]


def _alike(one: Fact, other: Fact) -> bool:
    nouns = {one.mention.noun, other.mention.noun} - {""}
    if (one.sort, one.unit) != (other.sort, other.unit) or one.sort == "day" or len(nouns) > 1:
        return False
    return one.shown < MOST * other.shown and other.shown < MOST * one.shown


def _is_earlier(one: Fact, other: Fact) -> bool:
    if one.year is not None and other.year is not None:
        return one.year < other.year
    return one.column < 0 and is_former(one) and not is_former(other)


def _changed(change: Fact, start: Fact, end: Fact) -> int:
    """Return 1 or -1 where a figure is by how much one level lies above or below another, 0 where it is not."""
    if not start.shown:
        return 0
    moved = end.values[0].minus(start.values[0])
    moved = moved.over(start.values[0]) if change.sort == "share" else moved
    fits = any(moved.size().meets(value) for value in change.values)
    return (1 if end.shown > start.shown else -1) if fits else 0
