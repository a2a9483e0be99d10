"""Figures that only tell circumstances: "rose to 41 percent across the 14 districts", "even after six closures".

They are no operands of what is told beside them: no part, no whole, no size of a sample, no time of a growth.
"""

from __future__ import annotations

import re
from collections.abc import Iterable

from factcheck.article import Article
from factcheck.model import Mention
from factcheck.patterns import Pattern
from factcheck.phrase import phrase

LOOK = 40
"""So many characters before a figure may say that it is a circumstance."""

SMALL, HUNDRED = 12, 100

LED = Pattern(
    r"\b(?:(?:(?:not )?even )?(?:across|within|into|during|throughout|since|despite|after|amid|before|until)|even with"
    r"|in spite of|thanks to|with(?:out)? (?:the )?(?:help|aid|support|assistance) (?:of|from))"
    r"(?: (?:all|the|its|their|his|her|these|those|some|about|nearly|only|just|more than|a further)){0,2} $"
    r"|\b(?:in|over|for|during|within|across) (?:all )?(?:(?:the|these|those|its|their) )?(?:past|last|next|previous|following|coming) $",
    re.I,
)
"""Before a number of things, or a length of time, these say where, when, in spite of what or with whose help."""


THERE = frozenset("present existing current old original".split())

CLOSED = Pattern(r"(?: (?!of\b|from\b|to\b|and\b|per\b|at\b)[a-z'’-]+){0,3}(?= ?[,.;:)”\"\n]|$)")
"""Behind a number of things these close its clause."""


def is_circumstance(article: Article, figure: Mention) -> bool:
    """Tell whether a figure only tells circumstances: across the 14 districts, after six closures, in the past three years.

    What another figure of its sentence, or of the one before it, counts too is what is told.
    """
    if _is_attribute(article, figure) or _is_pronoun(article, figure):
        return True
    if figure.kind not in ("count", "duration") or not (figure.noun or figure.unit) or article.verb_last:
        return False
    before, behind = article.around(figure, LOOK)
    if not LED.search(before) or (figure.kind == "count" and not CLOSED.match(behind)):
        return False
    near = article.sentences[max(0, figure.sentence - 1) : figure.sentence + 1]
    return not any(
        one.first != figure.first and (one.noun, one.unit) == (figure.noun, figure.unit)
        for sentence in near
        for one in sentence.mentions
    )


def _is_attribute(article: Article, one: Mention) -> bool:
    """Tell whether a small number says of what sort those are that another counts: 34 with one bedroom, 48 with two."""
    place = article.place(one)
    counted = article.at.get(place - 2) or (article.at.get(place - 3) if article.skeleton[place - 2] == "w" else None)
    small = one.kind == "count" and one.text.isalpha() and one.size <= SMALL
    return small and article.word(place - 1) == "with" and counted is not None and counted.kind == "count"


def _is_pronoun(article: Article, one: Mention) -> bool:
    """Tell whether a small number stands for things that are there: double the capacity of the present two."""
    small = one.kind == "count" and not one.noun and one.text.isalpha() and one.size <= SMALL
    return small and article.word(article.place(one) - 1) in THERE


def is_age(article: Article, one: Mention) -> bool:
    """Tell whether a bare number is how old somebody was: he joined at 17, saying that he was 19."""
    place = article.place(one)
    before = phrase("PRONOUN|who BE").fullmatch(article.before(one, 2)) or article.word(place - 1) == "at"
    return one.kind == "count" and not one.noun and one.size < HUNDRED and bool(before)


def without_circumstances(article: Article, figures: Iterable[Mention]) -> list[Mention]:
    """Return some figures without those that are circumstances."""
    return [one for one in figures if not is_circumstance(article, one)]
