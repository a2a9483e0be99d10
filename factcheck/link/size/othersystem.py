"""Measures told again in units of another system with other words between them: "44 pounds of it ... The 20 kilograms, in foil".

Which words take the first up varies without end.  That a passage tells one length, area or weight in metric units and one in
others does not: where they agree they are one, and where they would but for a slip, or words set them equal, they are meant to.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import partial
from itertools import pairwise

from factcheck.article import Article, Sentence
from factcheck.link.context.apposition import Apposed
from factcheck.link.context.passages import last_two
from factcheck.model import Mention
from factcheck.patterns import Pattern
from factcheck.records import NamedTuple
from factcheck.reference.units import unit
from factcheck.regexes import compiled

LOOK = 50
"""So many characters before a measure tell that it is another one in other units."""

METRIC = compiled(r"meter|gram|liter|hectare|tonne|celsius|pascal|bar$")
SPOON = compiled(r"spoon")
"""What a recipe measures so is another thing than what it weighs."""

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


class Again(NamedTuple):
    """Two measures that may be one; `linked` where a word takes the first up: it needs less of a slip to tell that they are."""

    pair: Apposed
    linked: bool


def told_again(article: Article) -> Iterator[Again]:
    """Yield each measure with the only one of its kind in another system in the passage that leads to it, sure where words equate them."""
    for dimension in sorted({_dimension(one) for one in article.mentions if one.kind == "measure"} - {""}):
        for first, second in last_two(article, partial(_measures, article, dimension)):
            other = any(OTHERWISE.search(article.around(one, LOOK)[0]) for one in (first, second))
            if other or first.unit == second.unit or any(SPOON.search(one.unit) for one in (first, second)):
                continue
            words = article.around(second, LOOK)[0]
            sure, explained = EQUAL.search(words) is not None, _is_explained(article, first, second)
            if sure or explained or _system(first) != _system(second):
                pair = Apposed(first, second, article.sentences[second.sentence], sure)
                yield Again(pair, sure or explained or LINKED.search(words) is not None)


def _is_explained(article: Article, first: Mention, second: Mention) -> bool:
    """Tell whether what a unit is stands with two measures, or between their sentences."""
    passage = article.sentences[first.sentence : second.sentence + 1]
    return any(_is_factor(article, one) for told in passage for one in told.of_kind("measure"))


def _is_factor(article: Article, one: Mention) -> bool:
    """Tell whether a measure says what a unit is: a fathom is six feet, 42 gallons to a barrel."""
    before, behind = article.around(one, LOOK)
    return FACTOR.search(before) is not None or TO_A_UNIT.match(behind) is not None


def _measures(article: Article, dimension: str, sentence: Sentence) -> list[Mention]:
    """Return the measures of a dimension in a sentence, without those that only end the one before: 6 feet 1 inch."""
    known = [one for one in sentence.of_kind("measure") if _dimension(one) == dimension]
    measures = [one for one in known if not _is_factor(article, one)]
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
