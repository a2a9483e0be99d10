"""Means and medians, and the intervals of confidence about an estimate, in the sentences of a passage."""

from __future__ import annotations

import re
from collections.abc import Iterator
from fractions import Fraction
from itertools import pairwise

from factcheck.article import Article, Sentence
from factcheck.link.series.figures import value
from factcheck.model import Mention
from factcheck.patterns import Pattern

FIGURES = "number|age|duration|percent|points"
LOOK, BEHIND = 96, 28
MIDDLE = Pattern(
    r"\b(?:mean|median|average[sd]?|averaging)\b(?:[^.;,\d]{0,60}|(?: [\w-]+)?,[^.;\d]{0,80})$|(?:평균|중앙값|중위값)[^.\d]{0,16}$",
    re.I,
)
OF_HOW_MANY = Pattern(
    r"\b(?:of|for|among|over|across) (?:the|all|its|their|his|her|these|those|our|every)(?: \w+)? $", re.I
)
ON_AVERAGE = Pattern(r"(?: [\w-]+){0,2},? on average\b", re.I)
CONFIDENCE = Pattern(
    r"\b(?:confidence|credible|uncertainty) (?:interval|range|limits?|level|bounds?)\b|\bconfidence\b|\bCIs?\b", re.I
)
TO = Pattern(r"(?: [a-z]+)?,? ?(?:to|and|–|—|-|,) ?(?:as (?:much|many|high) as |plus )?", re.I)


def is_middle(article: Article, one: Mention) -> bool:
    """Tell whether a figure is said to be a mean or median."""
    before, behind = article.around(one, LOOK, BEHIND)
    if one.kind == "count" and OF_HOW_MANY.search(before):
        return False
    return bool(MIDDLE.search(before) or ON_AVERAGE.match(behind))


def intervals_of(article: Article, sentence: Sentence) -> Iterator[tuple[Fraction, Fraction, list[Mention]]]:
    """Yield the ranges of a sentence that speaks of confidence."""
    figures = [one for one in sentence.of_kind(FIGURES) if one.number]
    for one in figures:
        if one.upper is not None and one.number:
            yield one.number.middle, one.upper.middle, [one]
    for low, high in pairwise(figures):
        between = article.document.text[low.span.end : high.span.start]
        if low.upper is high.upper is None and value(low) < value(high) and TO.fullmatch(between):
            yield value(low), value(high), [low, high]
