"""Measures told again in units of another system with other words between them: "44 pounds of it ... The 20 kilograms, in foil".

Which words take the first up varies without end.  That a passage tells one length, area or weight in metric units and one in
others does not: where they agree they are one, and where they would but for a slip, or words set them equal, they are meant to.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import pairwise
from typing import NamedTuple

from factcheck.article import Article, Sentence
from factcheck.link.context.apposition import Apposed
from factcheck.model import Mention
from factcheck.patterns import Pattern
from factcheck.reference.units import unit
from factcheck.regexes import compiled

REACH = 2
"""So many sentences may lie between a measure and where it is told again."""

LOOK = 50
"""So many characters before a measure tell that it is another one in other units."""

METRIC = compiled(r"meter|gram|liter|hectare|tonne|celsius|pascal|bar$")
NAUTICAL = compiled(r"knot|nautical")
HEDGE = r"(?:,? (?:about|around|roughly|nearly|almost|some|a|the|just|over|under|only|or so))*"
EQUAL = Pattern(
    r"\b(?:equals?|equal to|equivalent (?:of|to)|the same as|works? out (?:at|to|as)|comes? to|converts? to|translates? (?:in)?to"
    rf"|in (?:metric|imperial|american|british) (?:terms|units|measure)\b[^.;\d]*|(?:in|on the) (?:fahrenheit|celsius)\b[^.;\d]*){HEDGE} $",
    re.I,
)
LINKED = Pattern(
    rf"\b(?:the|that|this|those|these|same|its)(?: full| whole| entire)? $|\b(?:which|that|it) (?:is|was|are|were|makes|means){HEDGE} $",
    re.I,
)
"""Before a measure these take up one that was told, or may."""

FACTOR = Pattern(
    r"\b(?:an?|one|1|each|every) [\w ]{2,24} (?:is|has|holds|equals|makes|being|was)(?: about| some| roughly| just over| just under)? $",
    re.I,
)
TO_A_UNIT = Pattern(r" to (?:the|an?|each|every|one) \w+\b", re.I)
OTHERWISE = Pattern(
    r"\b(?:another|further|additional|plus|than|versus|against|every|per|each|or)\b[^.;\d]{0,20}$|^(?:an?|one) [\w ]+ (?:is|has) $",
    re.I,
)
"""Before a measure these say that it is of something else, that the reader may choose, or what a unit is."""

Window = list[tuple[Sentence, list[Mention]]]


class Again(NamedTuple):
    """Two measures that may be one; `linked` where a word takes the first up: it needs less of a slip to tell that they are."""

    pair: Apposed
    linked: bool


def told_again(article: Article) -> Iterator[Again]:
    """Yield each measure with the only one of its kind in another system in the passage that leads to it, sure where words equate them."""
    window: Window = []
    for sentence in article.body:
        window = [told for told in window if _in_passage(article, told[0], sentence)]
        measures = sentence.of_kind("measure")
        window.append((sentence, [one for one in measures if not _is_factor(article, one)]))
        explained = any(len(told) < len(one.of_kind("measure")) for one, told in window)
        for dimension in {_dimension(one) for one in window[-1][1]} - {""}:
            pair = _last_two(article, window, dimension)
            if pair and not any(OTHERWISE.search(article.around(one, LOOK)[0]) for one in pair):
                words = article.around(pair[1], LOOK)[0]
                sure = EQUAL.search(words) is not None
                if not (sure or explained) and _system(pair[0]) == _system(pair[1]):
                    continue
                yield Again(Apposed(*pair, sentence, sure), sure or explained or LINKED.search(words) is not None)


def _is_factor(article: Article, one: Mention) -> bool:
    """Tell whether a measure says what a unit is: a fathom is six feet, 42 gallons to a barrel."""
    before, behind = article.around(one, LOOK)
    return FACTOR.search(before) is not None or TO_A_UNIT.match(behind) is not None


def _last_two(article: Article, window: Window, dimension: str) -> tuple[Mention, Mention] | None:
    """Return the only two measures of a dimension in the last few sentences, as few as have two, where their units differ."""
    told: list[Mention] = []
    for _, measures in reversed(window):
        told = [*_whole_ones(article, [one for one in measures if _dimension(one) == dimension]), *told]
        if len(told) > 1:
            break
    last = window[-1][0].number
    apart = len(told) == 2 and told[1].sentence == last and told[0].unit != told[1].unit
    return (told[0], told[1]) if apart else None


def _whole_ones(article: Article, measures: list[Mention]) -> list[Mention]:
    """Return measures without those that only end the one before: 6 feet 1 inch."""
    ends = {one.first for before, one in pairwise(measures) if _ends(article, before, one)}
    return [one for one in measures if one.first not in ends]


def _ends(article: Article, before: Mention, one: Mention) -> bool:
    return article.place(one) - article.place(before) <= 2 and _system(one) == _system(before)


def _dimension(measure: Mention) -> str:
    known = unit(measure.unit) if measure.unit != "degree" and measure.number is not None else None
    return known.dimension if known else ""


def _system(measure: Mention) -> str:
    if METRIC.search(measure.unit):
        return "metric"
    return "nautical" if NAUTICAL.search(measure.unit) else "customary"


def _in_passage(article: Article, earlier: Sentence, sentence: Sentence) -> bool:
    start, here = (article.span(one.start, one.end).start for one in (earlier, sentence))
    return sentence.number - earlier.number <= REACH and article.block_at(start) == article.block_at(here)
