"""Gaps that are told with both their ends: the gap between the richest, at $92,000, and the poorest, at $38,000, is $54,000."""

from __future__ import annotations

import re
from collections.abc import Iterator

from factcheck.article import Article, Sentence
from factcheck.link.context.frames import alike
from factcheck.link.context.operands import in_unit
from factcheck.link.series.figures import counted, is_plain
from factcheck.model import Mention, Relation
from factcheck.patterns import Pattern

CUES = ("gap between", "difference between", "spread between", "gulf between", "disparity between")
BETWEEN = Pattern(r"\b(?:gap|difference|spread|gulf|disparity) between\b", re.I)
COMES_TO = Pattern(
    r"[^.;:\d]{0,24}? (?:is|was|are|were|comes? to|came to|amounts? to|amounted to|stands at|stood at|works out at)"
    r"(?: (?:about|some|just|only|now|almost|nearly|exactly))? ?(?:[A-Z]{1,3})?[£$€¥₩]?",
    re.I,
)
"""Between the second end of a gap and a figure these make it the size of the gap."""

THEN = Pattern(r"[^.;,]{0,24}\b(?:ago|earlier|before|last|previous\w*|in (?:19|20)\d\d)\b", re.I)
"""Behind the size these make it that of another time."""

THREE = 3


def gaps_between(article: Article) -> Iterator[Relation]:
    """Hold the size of each gap that is told with both its ends to what parts them."""
    for sentence in article.holding(*CUES) if not article.verb_last else ():
        found = _ends_and_size(article, sentence)
        if found and not THEN.match(article.document.text, found[2].span.end):
            one, other, size = found
            low, high = sorted((in_unit(one, size), in_unit(other, size)), key=lambda end: end.size)
            yield Relation(counted(size), (counted(high) - counted(low)).as_unit(counted(size).unit))


def _ends_and_size(article: Article, sentence: Sentence) -> list[Mention] | None:
    """Return the first three figures behind "gap between", if they are its ends and its size."""
    text, here = article.document.text, article.here(sentence)
    cue = BETWEEN.search(text, here.start, here.end)
    told = [
        one for one in sentence.of_kind("money|count|measure|points|duration") if cue and one.span.start > cue.end()
    ]
    told = (
        [one for one in told if one.unit] if any(one.unit for one in told) else told
    )  # between the two bids, £4.2m and £3.6m
    if len(told) < THREE or not all(map(is_plain, told[:THREE])):
        return None
    one, other, size = told[:THREE]
    joined = " and " in text[one.span.end : other.span.start]
    comes = COMES_TO.fullmatch(text, other.span.end, size.span.start) is not None
    return [one, other, size] if joined and comes and alike(one, other) and alike(other, size) else None
