"""Which figures that a text takes as known must have been given before: no few things, no code, no set that words define."""

from __future__ import annotations

from factcheck.article import Article
from factcheck.link.context.subjects import TOLLS, concept
from factcheck.model import Mention
from factcheck.numerals import digits
from factcheck.phrase import phrase
from factcheck.segment import vocabulary

DEFINED = "<wN>? <wN>? that|who|which|whose|where"
CLOSE = 4
"""So many words behind "who" may tell of a toll."""

DEFINING = frozenset("in at on from during of near inside outside by with aboard there here when under".split())
"""Behind a toll these tell of which dead it is."""

NEW = frozenset({"new", "extra", "additional", "further"})
"""Right behind a figure these make it one of others."""

CODE = 5
"""So many digits without commas are no count: a version, a number of a file."""

FEWEST = 12
"""Of so few things, a text may well speak of another set of the same kind."""


def must_be_given(article: Article, mention: Mention) -> bool:
    """Tell whether a figure that is taken as known must be one given before."""
    if mention.number is None or mention.hedge or mention.upper:
        return False
    if mention.kind not in ("duration", "percent") and mention.number.middle < FEWEST:
        return False
    if mention.kind == "count" and len(digits(mention.text)) >= CODE and mention.text.isdecimal():
        return False
    place = article.place(mention) + 1
    if article.word(place) in NEW:
        return False
    defined = article.has_articles and phrase(DEFINED).match(article.skeleton, place)
    return not defined or _tolled(article, defined.end())


def _tolled(article: Article, start: int) -> bool:
    """Tell whether a relative clause says no more than the toll: the 17 people who died, or who the council says died."""
    classes, letters = vocabulary()[1], article.skeleton
    passed = {*classes["DETERMINER"], *classes["SAY"], *classes["HAVE"], *classes["BE"], "w"}
    for at in range(start, min(start + CLOSE + 1, len(letters) - 1)):
        if concept(article.word(at)) in TOLLS:
            return letters[at + 1] not in "wN" and article.word(at + 1) not in DEFINING
        if letters[at] not in passed:
            return False
    return False
