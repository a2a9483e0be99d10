"""Which of the things that a sentence of the source lists a figure is of: rent 44.7%, own 26.3%, lease 23.9%."""

from __future__ import annotations

import re
from itertools import pairwise

from factcheck.companions.compare import Comparison
from factcheck.companions.facts import Fact, agree, comparable
from factcheck.companions.telling import Passage, Telling
from factcheck.companions.words import counters, topics
from factcheck.patterns import Pattern

LABEL = Pattern(
    r"[^\W\d]{0,3}\s*(?:[,;·]|\band\b|\b및\b)\s*(?:and\s+)?(?P<label>[^\W\d]+(?:[\s-][^\W\d]+){0,2})\s*[:(]?\s*"
)
LINE = Pattern(r"\W{0,3}[^\W\d]+(?:[\s-][^\W\d]+){0,2}\s*:?\s*")
MOST_LINES = 6
"""So many lines either way may be of one list."""

QUOTE = r"['‘\"“](?P<label>[^'‘’\"“”]{2,40})['’\"”]\s*[:(,]?\s*"
QUOTED, LAST_QUOTED = Pattern(r"[^'‘’\"“”]{0,40}" + QUOTE), Pattern(QUOTE + "$")
"""An item as the answers to a poll stand: 'no time'(24.4%) came before 'other media'(23.4%)."""

LAST_WORD = Pattern(r"(?P<label>[^\W\d]+)\s*[:(]?\s*$")
PARTED = Pattern(r"[,;·]|\band\b|\b및\b")
NEAR = 40
"""So many characters about a figure name what it is of."""

Listed = list[tuple[frozenset[str], Fact]]


def of_another_item(comparison: Comparison, fact: Fact, tied: list[Fact]) -> Fact | None:
    """Return the figure of the item that the words name, where a figure is that of another item of one list."""
    if len({one.passage for one in tied}) != 1 or tied[0].column >= 0:
        return None
    source = comparison.source
    items = listed(source.article.document.text, source.passages[tied[0].passage], tied[0])
    items = items or _told_apart(_lines(source, tied[0]))
    said = _said(comparison, fact)
    if any(label & said for label, one in items if one in tied):
        return None
    named = [one for label, one in items if label & said and comparable(fact, one)]
    return named[0] if len(named) == 1 and not agree(fact, named[0]) else None


def listed(text: str, passage: Passage, member: Fact) -> Listed:
    """Return the items of the list that a figure is in, each with the words that it alone has; [] where it is in none."""
    items: Listed = []
    for before, fact in zip([None, *passage.facts], passage.facts, strict=False):
        between = _item(text, before.span.end, fact.span.start) if before else None
        if between is None or before is None or not _alike(before, fact) or not topics(between["label"]):
            if any(one is member for _, one in items):
                break
            items = []
        elif not items:
            items = [(topics(_last_word(text, before)), before)]
        if between is not None and items and topics(between["label"]):
            items.append((topics(between["label"]), fact))
    return _told_apart(items) if any(one is member for _, one in items) else []


def _lines(source: Telling, member: Fact) -> list[tuple[frozenset[str], Fact]]:
    """Return the items of a list that has each on a line of its own, a label and its figure: Services £156.3m (£150.3m)."""
    number = member.passage
    around = source.passages[max(0, number - MOST_LINES) : number + MOST_LINES + 1]
    items: list[tuple[frozenset[str], Fact]] = []
    for passage in around:
        label = _label(passage)
        if label and _alike(passage.facts[0], member):
            items.append((topics(label), passage.facts[0]))
        elif passage.number > number:
            break
        else:
            items = []
    return items if any(one is member for _, one in items) else []


def _label(passage: Passage) -> str:
    """Return the words of a line that is nothing but a label with its figures behind it, "" for any other passage."""
    if not passage.facts or passage.table >= 0:
        return ""
    first, last = (passage.facts[0].span.start - passage.start, passage.facts[-1].span.end - passage.start)
    spans = [(one.span.start - passage.start, one.span.end - passage.start) for one in passage.facts]
    between = "".join(passage.text[end:start] for (_, end), (start, _) in pairwise(spans)) + passage.text[last:]
    bare = first > 0 and not any(map(str.isalpha, between))
    return passage.text[:first] if bare and LINE.fullmatch(passage.text, 0, first) else ""


def _item(text: str, start: int, end: int) -> re.Match[str] | None:
    """Return what names an item of a list between the figure of the one before it and its own; None where nothing does."""
    return LABEL.fullmatch(text, start, end) or QUOTED.fullmatch(text, start, end)


def _told_apart(items: Listed) -> Listed:
    """Return items with the words that each alone has; none where one has no such word."""
    labels = [label for label, _ in items]
    own = [label - counters().union(*labels[:at], *labels[at + 1 :]) for at, label in enumerate(labels)]
    return [(words, one) for words, (_, one) in zip(own, items, strict=True)] if all(own) else []


def _alike(one: Fact, other: Fact) -> bool:
    """Tell whether two figures count the same: 41 houses and 22 cars make no list."""
    return (one.sort, one.unit, one.mention.noun) == (other.sort, other.unit, other.mention.noun)


def _last_word(text: str, fact: Fact) -> str:
    stretch = (max(0, fact.span.start - NEAR), fact.span.start)
    found = LAST_QUOTED.search(text, *stretch) or LAST_WORD.search(text, *stretch)
    return found["label"] if found else ""


def _said(comparison: Comparison, fact: Fact) -> frozenset[str]:
    """Return the words of its sentence about a figure, up to the clauses of the figures beside it."""
    text, (start, end, _) = comparison.article.article.document.text, fact.span
    passage = comparison.article.passages[fact.passage]
    beside = [one.span for one in passage.facts if one is not fact]
    left = max([start - NEAR, *(span.end for span in beside if span.end <= start)])
    right = min([end + NEAR, *(span.start for span in beside if span.start >= end)])
    right = min(right, max(end, passage.start + len(passage.text)))
    before, behind = text[max(0, left) : start].rpartition("\n")[2], text[end:right].partition("\n")[0]
    if left > start - NEAR:
        before = PARTED.split(before, maxsplit=1)[-1]
    behind = PARTED.split(behind, maxsplit=1)[0]
    return topics(f"{before} {behind}")
