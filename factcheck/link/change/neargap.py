"""Gaps that two neighbouring figures before them leave but for a digit, by whatever words: "she could not fill 165 vacancies".

"It should have 2,315 officers. / It has 2,140. / She could fill 60 posts; the 165 vacancies would stay": in four thousand stories no
gap of three digits, which no two figures about leave, was a digit off what two neighbours leave, unless it was meant to be.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from fractions import Fraction
from itertools import combinations, pairwise

from factcheck.article import Article, Sentence
from factcheck.link.series.figures import family, is_plain, value
from factcheck.model import Mention, Relation
from factcheck.numerals import digits
from factcheck.patterns import Pattern
from factcheck.slips import retyped

BACK, WIDE, LOOK, DIGITS, MOST, PARTS = 3, 5, 60, 3, 20, 3
"""So many sentences before a gap may tell its ends, so many about what else leaves it; so many characters about it say what it
is; so many digits must it show; so many figures are tried; no end is so much smaller than the gap."""

GAP = (
    r"leads?|gap|margin|swing|drop|fall|rise|revision|difference|shortfall|deficit|surplus|loss|gain|win|victory|defeat|cut|increase|extra|missing|losing|lost|short|saving"
    r"|gulf|cushion|advantage|edge|premium|discount|overrun|excess|jump|climb|dip|improvement|reduction|thrown away"
)
LED = Pattern(
    rf"\b(?:{GAP}|burn(?:ed|t)|used(?: up)?|consumed|drunk|drained|spent|shed|by|miss(?:ed|es)|ahead|behind)(?:,? (?:of|is|was|a|an|just|only|some|it|them|him|her|by|that|about|now)){{0,4}} (?:[A-Z]{{0,2}}[£$€₹])?$",
    re.I,
)
BEHIND = Pattern(
    r"(?: (?:[a-z]+ ){0,2}|[ -])(?:less|more|fewer|higher|lower|short|back|behind|ahead|clear|adrift|shy|extra|vacanc(?:y|ies)|lead|gap|margin|swing|drop|fall|rise|deficit|surplus|shortfall|advantage"
    r"|cushion|difference|increase|cut|over|under|better|worse|faster|slower|longer|shorter|cheaper|dearer|gain|loss|missing|lost)\b",
    re.I,
)
"""Before a figure, and behind it, these may make it what parts two others."""

LEFT = Pattern(r" (?:[a-z]+ )?(?:left|remaining|remained|over)\b")
"""Behind a figure these make it what a gap leaves, however small."""

OTHERWISE = Pattern(r"\b(?:to|from|than|at|of the|another|a further|up to|at least) (?:[A-Z]{0,2}[£$€₹])?$", re.I)
"""Right before a figure these make it an end, or one of other figures."""


SET_APART = frozenset(
    "after counting including excluding allowing over in with without despite at since until before".split()
)
ANOTHERS = Pattern(
    r"\b(?:last (?:year|season|week|month)|needed|needs|neighbouring|average|costs?|another|dips?)\b", re.I
)
"""At the head of a sentence, or within it, these bring in something besides the two figures told before."""


def near_gaps(article: Article) -> Iterator[Relation]:
    """Yield each gap beside the two neighbours that leave it but for a slip."""
    for at, sentence in enumerate(article.body if not article.verb_last else ()):
        for gap in sentence.of_kind("money|count|measure|duration"):
            if is_plain(gap) and len(digits(gap.text).strip("0")) >= DIGITS and _is_gap(article, gap):
                ends = _ends(article, at, gap)
                if ends and not _is_set_apart(article, sentence, ends) and not _is_left(article, at, gap):
                    yield _relation(gap, *ends)


def _is_gap(article: Article, gap: Mention) -> bool:
    before, behind = article.around(gap, LOOK)
    told = LED.search(before) is not None or BEHIND.match(behind) is not None
    return told and OTHERWISE.search(before) is None


def _ends(article: Article, at: int, gap: Mention) -> tuple[Mention, Mention] | None:
    """Return the first two neighbours before a gap that leave it but for one digit, or two swapped."""
    figures = [one for part in article.body_about(at, BACK) for one in _alike(part, gap) if is_plain(one)]
    figures = [one for one in figures if _is_end(article, one, gap) and not _is_gap(article, one)]
    for one, other in pairwise(figures):
        one_thing = not (one.noun and other.noun) or one.noun == other.noun
        larger = max(value(one), value(other)) > value(gap)
        if one_thing and larger and _is_slip(gap, one, other):
            return one, other
    return None


def _is_end(article: Article, one: Mention, gap: Mention) -> bool:
    """Tell whether a figure is large enough beside a gap to bound it, or is what was left."""
    return value(one) * PARTS > value(gap) or LEFT.match(article.around(one, LOOK)[1]) is not None


def _is_set_apart(article: Article, sentence: Sentence, ends: tuple[Mention, Mention]) -> bool:
    """Tell whether a gap's sentence, behind those of its ends, begins or goes on with what else there is: "After fees he had gained £625"."""
    if sentence.number == ends[1].sentence:
        return False
    return article.word(sentence.start).lower() in SET_APART or ANOTHERS.search(article.words(sentence)) is not None


def _alike(sentence: Sentence, gap: Mention) -> list[Mention]:
    return [one for one in sentence.of_kind("money|count|measure|duration") if family(one) == family(gap)]


def _is_slip(gap: Mention, one: Mention, other: Mention) -> bool:
    step = max(2 * (each.number.half if each.number else 0) for each in (gap, one, other)) or Fraction(1)
    told, left = (str(round(size / step)) for size in (value(gap), abs(value(one) - value(other))))
    return len(told) >= DIGITS and retyped(told, left)


def _is_left(article: Article, at: int, gap: Mention) -> bool:
    """Tell whether a text has a gap again, or any two figures about leave it or come to it."""
    near = [one for part in article.body_about(at, WIDE, WIDE) for one in part.mentions if family(one) == family(gap)]
    others = [one for one in near if one.number and one.first != gap.first][:MOST]
    if any(value(one) == value(gap) for one in others):
        return True
    slack = gap.number.half if gap.number else Fraction(0)
    return any(
        abs(made - value(gap))
        <= slack + (one.number.half if one.number else 0) + (other.number.half if other.number else 0)
        for one, other in combinations(others, 2)
        for made in (abs(value(one) - value(other)), value(one) + value(other))
    )


def _relation(gap: Mention, one: Mention, other: Mention) -> Relation:
    more, less = sorted((one, other), key=value, reverse=True)
    return Relation(gap.quantity, more.quantity - less.quantity)
