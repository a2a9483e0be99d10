"""Sums taken up as known lines after their parts, a digit off: 8,400 people and 3,150 ... the 11,050 members.

Between the parts and their sum stand sentences of another matter, and what the sum is called by varies without end.  That no
other figures of its kind stand before it, that words take it up as known or as a total, and that it is their sum but for one
digit or two that changed places, does not; in two thousand news stories none was so by chance.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from fractions import Fraction
from itertools import combinations

from factcheck.article import Article, Sentence
from factcheck.link.series.circumstances import is_circumstance
from factcheck.link.series.figures import HALF, family, is_plain, last_place, value
from factcheck.link.series.partof import is_partitive
from factcheck.link.series.readings import Reading
from factcheck.model import Mention
from factcheck.patterns import Pattern
from factcheck.slips import retyped

BACK, LOOK, MOST, WIDE, MANY, PAIR = 3, 60, 5, 4, 16, 2
"""So many sentences before a sum may tell its parts; so many characters about it tell what it is; so many parts are added; so
many sentences about may tell what else gives it, of so many figures."""

TELLING, UNLIKE = 3, 40
"""So many digits a sum must show; a part so many times another is of something else."""

KNOWN = Pattern(
    r"\b(?<!of )(?:the|all|those|these|its|their|her|his|[a-z]+['’]s)(?: [a-z]+)?(?: (?:total|combined|full|whole|entire))?(?: of)? (?:[A-Z]{0,2}[£$€₹])?$"
    r"|\b(?:total\w*|altogether|in all|combined|together|sum|population|output|haul|therefore|thus|you have|comes? to|came to|adds? up to|made|making|bring(?:s|ing)|mourned)\b[^.;]{0,30}$",
    re.I,
)
TOTALLED = Pattern(r" (?:\w+ )?(?:in (?:all|total)|altogether|together|combined|all told)\b", re.I)
"""Before a figure, and behind it, these make it known, or a sum."""

ANOTHER = Pattern(
    r"\b(?:last year|a year|ago|earlier|before|than|from|forecast|expected|estimate\w*|compared|average|capacity|target|more|fewer|less|other|another|rest|remaining|each|only)\b"
    r"|\b(?:of|in|out of) (?:the|its|their) (?:[A-Z]{0,2}[£$€₹])?$",
    re.I,
)
"""Near before a figure these make it one of something else, or of another time."""

SINCE = Pattern(
    r"[^.;]{0,30}\b(?:since|last year|a year (?:ago|earlier)|so far)\b|[^.;]{0,20}\b(?:includ\w+|among (?:them|which|whom))\b",
    re.I,
)
BESIDES = Pattern(
    r"\b(?:with|including|counting|and) (?:a|an|some|the|its|his|her)\b[^.;]{0,45}, (?:was|were|is|came|comes|had|made)\b[^.;]{0,20}$",
    re.I,
)
MOVED = Pattern(r"\b(?:to|from|by|than|until) (?:about |some |just )?(?:[A-Z]{0,2}[£$€₹])?$")
"""Behind a sum, and right before a part, these tell of another stretch of time, of a change, or of what else there is."""

NEAR = 20


def taken_sums(article: Article) -> Iterator[Reading]:
    """Yield each sum, taken up as known, that its parts miss by one digit, or by two that changed places."""
    for at, sentence in enumerate(article.body if not article.verb_last else ()):
        for whole in sentence.of_kind("count|money|measure"):
            if is_plain(whole) and _is_known(article, whole):
                parts = _parts(article, at, whole)
                if parts and _misses(whole, parts) and not _is_given(article, at, whole, parts):
                    yield Reading(whole, parts, None)


def _is_known(article: Article, whole: Mention) -> bool:
    before, behind = article.around(whole, LOOK)
    told = KNOWN.search(before) or TOTALLED.match(behind)
    return (
        told is not None
        and ANOTHER.search(before[-NEAR:]) is None
        and BESIDES.search(before) is None
        and SINCE.match(behind) is None
    )


def _parts(article: Article, at: int, whole: Mention) -> list[Mention]:
    """Return all figures of a sum's kind in the fewest sentences, up to its own, that have two or more."""
    for window in article.reaching_back(at, BACK):
        figures = [one for part in window for one in _alike(article, part, whole)]
        most = max(map(value, figures), default=Fraction(0))
        figures = [one for one in figures if most <= UNLIKE * value(one)]
        if len(figures) > 1:
            return figures if _may_be_added(article, whole, figures) else []
    return []


def _alike(article: Article, sentence: Sentence, whole: Mention) -> list[Mention]:
    figures = [one for one in sentence.of_kind("count|money|measure") if family(one) == family(whole)]
    return [one for one in figures if one.first < whole.first and value(one) > 1 and not is_circumstance(article, one)]


def _may_be_added(article: Article, whole: Mention, parts: list[Mention]) -> bool:
    named = {one.noun for one in parts if one.noun}
    one_thing = whole.kind != "count" or len(named) <= 1 or len(parts) == PAIR
    within = any(is_partitive(article, *sorted(pair, key=value)) for pair in combinations(parts, 2))
    moved = any(MOVED.search(article.around(one, NEAR)[0]) for one in parts)
    plain = all(map(is_plain, parts)) and len(parts) <= MOST and not moved
    return plain and one_thing and not within and max(map(value, parts)) < value(whole)


def _misses(whole: Mention, parts: list[Mention]) -> bool:
    """Tell whether a sum is its parts' but for a slip of the pen, in digits as fine as theirs."""
    finest = max(last_place(one) for one in (whole, *parts))
    one, other = (str(round(size / finest)) for size in (sum(map(value, parts)), value(whole)))
    return retyped(one, other) and last_place(whole) <= finest and len(other.rstrip("0")) >= TELLING


def _is_given(article: Article, at: int, whole: Mention, parts: list[Mention]) -> bool:
    """Tell whether other figures about give a sum, or tell the sum that the parts come to."""
    figures = [
        one
        for part in article.body_about(at, WIDE, WIDE)
        for one in part.mentions
        if family(one) == family(whole) and one.number
    ]
    sizes = [value(one) for one in figures if one.first != whole.first][:MANY]
    summed, half = sum(map(value, parts)), whole.number.half if whole.number else HALF
    made = any(abs(goal - value(whole)) <= half for a, b in combinations(sizes, 2) for goal in (a + b, abs(a - b)))
    return made or summed in sizes or value(whole) in sizes
