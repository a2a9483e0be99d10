"""Two figures of a sentence that have changed places: a house for £640,000 and cars for £1.82m, where it was the other way round."""

from __future__ import annotations

from functools import lru_cache

from factcheck.companions.compare import Comparison
from factcheck.companions.facts import Fact, agree, comparable
from factcheck.companions.telling import COMMON, Telling
from factcheck.companions.words import counters, topics
from factcheck.patterns import Pattern

REACH = 60
PART = Pattern(r"[.,;:\n](?!\d)|\b(?:and|but|while|whereas)\b")
"""What ends the words that belong to a figure."""


def exchanged(comparison: Comparison, fact: Fact, tied: list[Fact]) -> Fact | None:
    """Return the figure of the source that changed places with the one of a figure's value; None where they stand right.

    The words on one side of each figure must be those of the other in the source, and none those of its own.
    """
    if len(tied) != 1 or tied[0].column >= 0:
        return None
    own, passage = tied[0], comparison.article.passages[fact.passage]
    for partner in passage.facts[:COMMON]:
        theirs = comparison.supports[partner.place]
        if (
            partner.place > fact.place
            and len(theirs) == 1
            and theirs[0].passage == own.passage
            and comparable(fact, partner)
            and not agree(fact, theirs[0])
            and _crossed(comparison, (fact, partner), (own, theirs[0]))
        ):
            return theirs[0]
    return None


def _crossed(comparison: Comparison, ours: tuple[Fact, Fact], theirs: tuple[Fact, Fact]) -> bool:
    """Tell whether two figures stand among each other's words, before them or behind, and on neither side among their own."""
    told = [[_sides(comparison.article, one) for one in ours], [_sides(comparison.source, one) for one in theirs]]
    crossed = False
    for side in (0, 1):
        (one, other), (first, second) = ([both[side] for both in pair] for pair in told)
        own_words, other_words = first - second, second - first
        if one & own_words or other & other_words:
            return False
        crossed = crossed or bool(one & other_words and other & own_words)
    return crossed


@lru_cache(maxsize=4096)
def _sides(telling: Telling, fact: Fact) -> tuple[frozenset[str], frozenset[str]]:
    """Return what the words before a figure speak of, and those behind it, up to the figures beside it and within its part of the sentence."""
    passage, text = telling.passages[fact.passage], telling.article.document.text
    at = passage.facts.index(fact)
    start = passage.facts[at - 1].span.end if at else passage.start
    last = passage.start + len(passage.text)
    end = passage.facts[at + 1].span.start if at + 1 < len(passage.facts) else last
    before = PART.split(text[max(start, fact.span.start - REACH) : fact.span.start])[-1]
    behind = PART.split(text[fact.span.end : min(end, fact.span.end + REACH)])[0]
    return topics(before) - counters(), topics(behind) - counters()
