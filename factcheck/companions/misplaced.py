"""A right figure in the wrong place: another cell of the table, another noun, another figure's partner."""

from __future__ import annotations

from factcheck.companions.compare import Comparison
from factcheck.companions.facts import Fact, agree, comparable
from factcheck.companions.former import now
from factcheck.companions.listed import of_another_item
from factcheck.companions.rightcell import right_cell
from factcheck.companions.sides import mates, mates_of
from factcheck.companions.words import topics


def should_be(comparison: Comparison, fact: Fact, tied: list[Fact]) -> Fact | None:
    """Return the figure of the source that belongs where the article has another of the source; None if it fits."""
    return (
        _mated(comparison, fact, tied)
        or right_cell(comparison, fact, tied)
        or _noun(comparison, fact, tied)
        or of_another_item(comparison, fact, tied)
        or now(comparison, fact, tied)
    )


def _mated(comparison: Comparison, fact: Fact, tied: list[Fact]) -> Fact | None:
    """Where the figure that stands with it in the article stands with another in the source."""
    for partner in mates_of(mates(comparison.article, fact.passage), fact):
        if right := _mate_of_partner(comparison, fact, tied, partner):
            return right
    return None


def _mate_of_partner(comparison: Comparison, fact: Fact, tied: list[Fact], partner: Fact) -> Fact | None:
    of_partner = _comparable_mates(comparison, fact, comparison.supports[partner.place])
    if not of_partner or any(agree(fact, other) for other in of_partner):
        return None
    theirs = [_comparable_mates(comparison, partner, [one]) for one in tied]
    if not all(theirs) or any(agree(partner, other) for others in theirs for other in others):
        return None
    ours, other_way = comparison.slip(fact, of_partner[0]).weight, comparison.slip(partner, theirs[0][0]).weight
    return of_partner[0] if (ours, -fact.place) >= (other_way, -partner.place) else None


def _comparable_mates(comparison: Comparison, fact: Fact, others: list[Fact]) -> list[Fact]:
    """Return what stands with figures of the source and may stand for the same thing as a figure."""
    found = (mates_of(mates(comparison.source, other.passage), other) for other in others)
    return [one for mates_there in found for one in mates_there if comparable(fact, one)]


def _noun(comparison: Comparison, fact: Fact, tied: list[Fact]) -> Fact | None:
    """Where what is counted is counted with another figure beside, and this figure counts something else."""
    if len(tied) != 1 or tied[0].column >= 0 or fact.sort not in ("count", "share", "money"):
        return None
    own = _kind(fact)
    passage = comparison.source.passages[tied[0].passage]
    if not own or not (theirs := _kind(tied[0])) or own & theirs:
        return None
    others = [one for one in passage.facts if one is not tied[0] and comparable(fact, one) and own & _kind(one)]
    return others[0] if len(others) == 1 else None


def _kind(fact: Fact) -> frozenset[str]:
    return topics(fact.mention.noun) if fact.mention.noun else frozenset()
