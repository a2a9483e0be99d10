"""Two figures of a sentence that have changed places: a house for £640,000 and cars for £1.82m, where it was the other way round."""

from __future__ import annotations

from functools import lru_cache

from factcheck.companions.between import noun_of
from factcheck.companions.compare import Comparison
from factcheck.companions.facts import Fact, agree, comparable
from factcheck.companions.telling import COMMON, Telling
from factcheck.companions.words import topics
from factcheck.patterns import Pattern

REACH = 60
PART = Pattern(r"[.,;:\n](?!\d)|\b(?:and|but|while|whereas)\b")
"""What ends the words that belong to a figure."""


def exchanged(comparison: Comparison, fact: Fact, tied: list[Fact]) -> Fact | None:
    """Return the figure of the source that changed places with the one of a figure's value; None where they stand right.

    Of two figures of a sentence of the source, or of two rows of one column, both must stand among the words of the other.
    """
    if len(tied) != 1:
        return None
    own, passage = tied[0], comparison.article.passages[fact.passage]
    for partner in passage.facts[:COMMON]:
        theirs = comparison.supports[partner.place]
        if (
            partner.place > fact.place
            and len(theirs) == 1
            and _told_together(comparison, own, theirs[0])
            and comparable(fact, partner)
            and not agree(fact, theirs[0])
            and _crossed(comparison, (fact, partner), (own, theirs[0]))
        ):
            return theirs[0]
    return None


def _told_together(comparison: Comparison, one: Fact, other: Fact) -> bool:
    """Tell whether two figures of a source are of one sentence, or of two rows of one column."""
    if one.column < 0 or other.column < 0:
        return one.passage == other.passage and one.column == other.column
    rows = [comparison.source.passages[cell.passage] for cell in (one, other)]
    return one.column == other.column and rows[0].table == rows[1].table and rows[0] is not rows[1]


def _crossed(comparison: Comparison, ours: tuple[Fact, Fact], theirs: tuple[Fact, Fact]) -> bool:
    """Tell whether two figures stand among each other's words, and less among their own."""
    (one, other), (first, second) = (
        [_words(telling, fact) for fact in pair]
        for telling, pair in ((comparison.article, ours), (comparison.source, theirs))
    )
    own_words, other_words = first - second, second - first
    right, wrong = (one & own_words, other & other_words), (one & other_words, other & own_words)
    return all(wrong) and all(len(crossed) > 2 * len(straight) for straight, crossed in zip(right, wrong, strict=True))


@lru_cache(maxsize=4096)
def _words(telling: Telling, fact: Fact) -> frozenset[str]:
    """Return what the words about a figure speak of, up to the figures beside it and within its part of the sentence; the label of its row."""
    passage, text = telling.passages[fact.passage], telling.article.document.text
    if fact.column >= 0:
        return passage.label
    at = passage.facts.index(fact)
    start = passage.facts[at - 1].span.end if at else passage.start
    last = passage.start + len(passage.text)
    end = passage.facts[at + 1].span.start if at + 1 < len(passage.facts) else last
    before = PART.split(text[max(start, fact.span.start - REACH) : fact.span.start])[-1]
    behind = PART.split(text[fact.span.end : min(end, fact.span.end + REACH)])[0]
    return topics(f"{before} {behind}") | noun_of(fact)
