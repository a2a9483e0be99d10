"""Two times that are no beginning and end: by 2% from 1 April and by 3% from 1 January, over two years."""

from __future__ import annotations

from factcheck.article import Article
from factcheck.link.time.sofar import YEARS_IN
from factcheck.model import Mention
from factcheck.patterns import Pattern

PASSING = Pattern(
    r"\b(?:that|which|who|whose|where) (?!makes?\b|made\b|meant\b|means\b|is\b|lasted\b|gave\b|gives\b|took\b|takes\b|put\b|puts\b|left\b|brought\b)[^.;]*$"
)
"""From a time to a length behind it these lead to something named in passing; those left out take up what was told."""
LOOK = 160
BEGINNING = frozenset({"from", "since"})


def are_no_ends(article: Article, length: Mention, first: Mention, last: Mention) -> bool:
    """Tell whether each of two times begins something, or whether neither names a year and the length is in years."""
    begun = all(article.word(article.place(time) - 1) in BEGINNING for time in (first, last))
    of_a_year = length.unit in YEARS_IN and not any(
        time.when and (time.when.year or time.when.unit) for time in (first, last)
    )
    return begun or of_a_year


def in_passing(article: Article, length: Mention, ends: tuple[Mention, Mention]) -> bool:
    """Tell whether a length is told of something named between: convicted in 2011 of a fraud that had gone on for seven years."""
    told = [end for end in ends if end.first < length.first and end.sentence == length.sentence]
    between = (
        article.document.text[max(told[-1].span.end, length.span.start - LOOK) : length.span.start] if told else ""
    )
    return PASSING.search(between) is not None
