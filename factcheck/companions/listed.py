"""Which of the things that a sentence of the source lists a figure is of: rent 44.7%, own 26.3%, lease 23.9%."""

from __future__ import annotations

import re
from itertools import pairwise

from factcheck.companions.compare import Comparison
from factcheck.companions.facts import Fact, agree, comparable
from factcheck.companions.telling import Passage
from factcheck.companions.words import topics

LABEL = re.compile(r"[\s,;·]*(?:and\s+|및\s+)?(?P<label>[^\W\d]+(?:[\s-][^\W\d]+){0,2})\s*[:(]?\s*")
LAST_WORDS = re.compile(r"[^\W\d]+\s*[:(]?\s*$")
NEAR = 40
"""So many characters about a figure name what it is of."""

Listed = list[tuple[frozenset[str], Fact]]


def of_another_item(comparison: Comparison, fact: Fact, tied: list[Fact]) -> Fact | None:
    """Return the figure of the item that the words name, where a figure is that of another item of one list."""
    if len({one.passage for one in tied}) != 1 or tied[0].column >= 0:
        return None
    items = listed(comparison.source.article.document.text, comparison.source.passages[tied[0].passage], tied[0])
    said = _said(comparison, fact)
    if any(label & said for label, one in items if one in tied):
        return None
    named = [one for label, one in items if label & said and comparable(fact, one)]
    return named[0] if len(named) == 1 and not agree(fact, named[0]) else None


def listed(text: str, passage: Passage, member: Fact) -> Listed:
    """Return the items of the list that a figure is in, each with the words that it alone has; [] where it is in none."""
    items: Listed = []
    for before, fact in pairwise([None, *passage.facts]):
        label = _label(text, before, fact) if fact is not None else None
        if label is None or fact is None:
            continue
        if items and not (label and items[-1][1] is before and _alike(items[-1][1], fact)):
            if any(one is member for _, one in items):
                break
            items = []
        items.append((topics(label), fact))
    labels = [label for label, _ in items]
    own = [label - frozenset().union(*labels[:at], *labels[at + 1 :]) for at, label in enumerate(labels)]
    found = [(words, one) for words, (_, one) in zip(own, items, strict=True) if words]
    return found if len(found) == len(items) > 1 and any(one is member for _, one in found) else []


def _alike(one: Fact, other: Fact) -> bool:
    """Tell whether two figures count the same: 41 houses and 22 cars make no list."""
    return (one.sort, one.unit, one.mention.noun) == (other.sort, other.unit, other.mention.noun)


def _label(text: str, before: Fact | None, fact: Fact) -> str:
    """Return the words that stand between a figure and the one before it, "" where they are more than a label."""
    if before is not None and (found := LABEL.fullmatch(text, before.span.end, fact.span.start)):
        return found["label"]
    last = LAST_WORDS.search(text, max(0, fact.span.start - NEAR), fact.span.start)
    return last[0] if before is None and last else ""


def _said(comparison: Comparison, fact: Fact) -> frozenset[str]:
    """Return the words about a figure, up to the figures beside it."""
    text, (start, end, _) = comparison.article.article.document.text, fact.span
    beside = [one.span for one in comparison.article.passages[fact.passage].facts if one is not fact]
    left = max([start - NEAR, *(span.end for span in beside if span.end <= start)])
    right = min([end + NEAR, *(span.start for span in beside if span.start >= end)])
    return topics(text[max(0, left) : start].rpartition("\n")[2] + " " + text[end:right].partition("\n")[0])
