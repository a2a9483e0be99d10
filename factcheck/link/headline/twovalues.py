"""What tells that two figures alike are two values: others make up what parts them, or one is by a measure of its own.

"It employs 1,840 people. Of those, 1,480 have contracts; the other 360 come from agencies": 1,480 is no slip for 1,840.
"""

from __future__ import annotations

import re
from itertools import combinations

from factcheck.article import Article
from factcheck.link.series.figures import family
from factcheck.model import Mention
from factcheck.patterns import Pattern

NEAR, MOST, PARTS = 1, 8, 3
"""So many sentences beside the later figure may tell what makes up the rest; of so many figures so many are added up."""

SLIGHT = 1e-9
"""Sizes are kept as numbers of a machine."""

BY_ITSELF = Pattern(
    r"\bown (?:watch|clock|count|figures?|estimates?|reckoning|records?|tally|books?)\b"
    r"|\b(?:jur(?:y|ors)|judge|court|panel)\b[^.;]{0,30}\b(?:sure|satisfied|convinced|accepted|found)\b|\b(?:sure|satisfied|convinced) of (?:only|just)\b|\bprove[dn]\b",
    re.I,
)
"""With these a sentence tells a value that somebody else does not give."""


def are_two_values(article: Article, again: Mention, first: Mention) -> bool:
    """Tell whether two figures that look like one, mistyped, are two that are told apart."""
    return BY_ITSELF.search(article.words(article.sentences[again.sentence])) is not None or _is_made_up(
        article, again, first
    )


def _is_made_up(article: Article, again: Mention, first: Mention) -> bool:
    """Tell whether figures beside the later of two come to what parts it from the other."""
    number = again.sentence
    near = article.sentences[max(0, number - NEAR) : number + NEAR + 1]
    figures = [
        one.size
        for sentence in near
        for one in sentence.of_kind("number")
        if one.first not in (again.first, first.first) and (family(one) == family(again) or not one.noun)
    ][:MOST]
    gap = abs(again.size - first.size)
    added = (sum(some) for many in range(1, PARTS + 1) for some in combinations(figures, many))
    return any(abs(one - gap) < SLIGHT * gap for one in added)
