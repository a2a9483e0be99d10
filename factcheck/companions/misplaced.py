"""A right figure in the wrong place: another cell of the table, another noun, another figure's partner."""

from __future__ import annotations

from factcheck.companions.between import slip_between
from factcheck.companions.compare import Comparison
from factcheck.companions.exchanged import exchanged
from factcheck.companions.facts import SHARP, Fact, agree, comparable, weekday
from factcheck.companions.former import now
from factcheck.companions.labels import noun, predicate
from factcheck.companions.levels import start_for_end
from factcheck.companions.listed import of_another_item
from factcheck.companions.rightcell import right_cell
from factcheck.companions.sides import CHANGES, mates, mates_of
from factcheck.companions.telling import COMMON, Telling
from factcheck.companions.words import HEARD, counters
from factcheck.patterns import Pattern

AT_ONCE = Pattern(r",?\s*(?:on |at )?")
IN_BRACKETS = Pattern(r"[^\d.;,()（）]{0,40}[(（][^\d.;()（）]{0,12}")
"""What parts a figure from another of the same thing: 0.62 per cent of lending (0.48 per cent)."""

PAIRED = CHANGES | {"count"}
"""These are told of what stands beside them; sums and measures stand beside each other by chance."""

FEW = 10
"""Of fewer there are some of everything in most texts."""


def should_be(comparison: Comparison, fact: Fact, tied: list[Fact]) -> Fact | None:
    """Return the figure of the source that belongs where the article has another of the source; None if it fits."""
    return (
        _mated(comparison, fact, tied)
        or right_cell(comparison, fact, tied)
        or _noun(comparison, fact, tied)
        or exchanged(comparison, fact, tied)
        or of_another_item(comparison, fact, tied)
        or now(comparison, fact, tied)
        or start_for_end(comparison, fact, tied)
        or _day_of_time(comparison, fact)
    )


def unfit(comparison: Comparison, fact: Fact) -> Fact | None:
    """Return what belongs where a figure that its value alone ties to the source stands with another's; None if nothing does."""
    return _mated(comparison, fact, comparison.supports[fact.place]) or _day_of_time(comparison, fact)


def _mated(comparison: Comparison, fact: Fact, tied: list[Fact]) -> Fact | None:
    """Where the figure that a share, a change or a number is told beside in the article stands with another in the source."""
    if fact.sort not in PAIRED:
        return None
    for partner in mates_of(mates(comparison.article, fact.passage), fact):
        if right := _mate_of_partner(comparison, fact, tied, partner):
            return right
    return None


def _mate_of_partner(comparison: Comparison, fact: Fact, tied: list[Fact], partner: Fact) -> Fact | None:
    beside = comparison.supports[partner.place]
    if len(partner.digits) < SHARP or len({one.passage for one in beside}) != 1:
        return None
    of_partner = _comparable_mates(comparison, fact, beside)
    if not of_partner or any(agree(fact, other) for other in of_partner):
        return None
    theirs = [_comparable_mates(comparison, partner, [one]) for one in tied]
    if not theirs or not all(theirs) or any(agree(partner, other) for others in theirs for other in others):
        return None
    ours, other_way = slip_between(fact, of_partner[0]).weight, slip_between(partner, theirs[0][0]).weight
    if of_partner[0].column >= 0 and not comparison.unclaimed(of_partner[0]):
        return None
    return of_partner[0] if (ours, -fact.place) >= (other_way, -partner.place) else None


def _comparable_mates(comparison: Comparison, fact: Fact, others: list[Fact]) -> list[Fact]:
    """Return what stands with figures of the source and may stand for the same thing as a figure."""
    found = (mates_of(mates(comparison.source, other.passage), other) for other in others)
    return [one for mates_there in found for one in mates_there if comparable(fact, one)]


def _day_of_time(comparison: Comparison, fact: Fact) -> Fact | None:
    """Where the time of day beside a weekday stands in the source beside a day of another one: at 2 p.m. on Thursday."""
    times = [one for one in _at_once(comparison.article, fact) if one.sort == "clock"]
    if fact.unit != "weekday" or len(times) != 1:
        return None
    told = comparison.supports[times[0].place]
    days = [day for one in told for day in _at_once(comparison.source, one) if day.sort == "day"]
    ours = [one for one in comparison.supports[fact.place] if told and one.passage == told[0].passage]
    if any(all(beside.sort != "clock" for beside in _at_once(comparison.source, one)) for one in ours):
        return None  # At 10 a.m. on Saturday and on Sunday.
    if len(told) != 1 or len(days) != 1 or days[0].unit not in ("day", "weekday") or told[0].shown != times[0].shown:
        return None
    return days[0] if weekday(days[0]) != weekday(fact) else None


def _at_once(telling: Telling, fact: Fact) -> list[Fact]:
    """Return the figures before and behind one, with no more between them than makes a day and a time of day one."""
    facts, text = telling.passages[fact.passage].facts, telling.article.document.text
    at = facts.index(fact)
    before = [one for one in facts[at - 1 : at] if AT_ONCE.fullmatch(text, one.span.end, fact.span.start)] if at else []
    return before + [one for one in facts[at + 1 : at + 2] if AT_ONCE.fullmatch(text, fact.span.end, one.span.start)]


def _noun(comparison: Comparison, fact: Fact, tied: list[Fact]) -> Fact | None:
    """Where what is counted, or what is said of it, belongs to another figure beside, and to this one something else."""
    if len(tied) != 1 or tied[0].column >= 0 or fact.sort not in ("count", "share", "money"):
        return None
    beside = comparison.source.passages[tied[0].passage].facts[:COMMON]
    others = [one for one in beside if _like_kind(one, tied[0]) and comparable(fact, one) and not agree(fact, one)]
    if fact.sort == "count" and fact.shown < FEW:
        return None
    fitting = [one for one in others if _swapped(comparison, fact, tied[0], one) and not _part(fact, one, others)]
    return fitting[0] if len(fitting) == 1 else None


def _like_kind(one: Fact, own: Fact) -> bool:
    """Tell whether a figure is of another thing than one's own and counted in the same way: not cases beside cars."""
    first, second = sorted((one, own), key=lambda fact: fact.span.start)
    again = IN_BRACKETS.fullmatch(one.article.document.text, first.span.end, second.span.start)
    return one is not own and one.mention.counter == own.mention.counter and not again


def _swapped(comparison: Comparison, fact: Fact, own: Fact, other: Fact) -> bool:
    """Tell whether the words at a figure are those of another, which the article has nowhere or with this one's words."""
    claiming = [comparison.article.facts[place] for place in comparison.claims.get(other.place, ())]
    if not claiming:
        return _told_of(fact, own, other)
    return _told_of(fact, own, other, any_thing=True) and all(
        _told_of(one, other, own, any_thing=True) for one in claiming
    )


def _told_of(fact: Fact, own: Fact, other: Fact, any_thing: bool = False) -> bool:
    """Tell whether the words at a figure say what another is of, and not what the one of its value is of.

    That one is of people, places or things says little, unless the other way round is told as well: `any_thing`.
    """
    every = (noun(own) | predicate(own)) - (noun(other) | predicate(other))
    if (noun(fact) | predicate(fact)) & every:
        return False
    dull = frozenset() if any_thing else counters()
    return any(
        _known(told(own) - told(other) - dull) and told(fact) & _known(told(other) - told(own) - dull)
        for told in (noun, predicate)
    )


def _known(words: frozenset[str]) -> frozenset[str]:
    """Return the words that two languages share, not those of one that has no other word here."""
    return frozenset(word for word in words if word.isascii() and not word.startswith(HEARD))


def _part(fact: Fact, other: Fact, others: list[Fact]) -> bool:
    """Tell whether a figure is the sum of another and a third, which are told as its parts."""
    sums = (other.values[0].plus(one.values[0]) for one in others if one is not other and one.sort == other.sort)
    return any(total.meets(fact.values[0]) for total in sums)
