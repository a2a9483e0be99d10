"""Figures that tell only where, when or with whose help something was so: no part, no whole, no size of a sample."""

from __future__ import annotations

import re
from collections.abc import Iterable

from factcheck.article import Article
from factcheck.model import Mention
from factcheck.patterns import Pattern

LOOK = 40
"""So many characters before a figure may say that it is a circumstance."""

LED = Pattern(
    r"\b(?:(?:across|within|during|throughout|since|despite|after|amid|before|until)"
    r"(?: (?:all|the|its|their|these|those|some|about|nearly|only|just)){0,2}"
    r"|(?:in|over|for) (?:all )?(?:the|these|its|their) (?:past|last|next|previous|following)"
    r"|with(?:out)? (?:the )?(?:help|aid|support|assistance) (?:of|from)(?: (?:some|about))?) $",
    re.I,
)


def is_circumstance(article: Article, figure: Mention) -> bool:
    """Tell whether a figure stands beside what is told: across the 14 districts, after six closures, in the past three years.

    What another figure of its sentence, or of the one before it, counts too is what is told.
    """
    if figure.kind not in ("count", "duration") or not (figure.noun or figure.unit):
        return False
    if not LED.search(article.around(figure, LOOK)[0]):
        return False
    near = article.sentences[max(0, figure.sentence - 1) : figure.sentence + 1]
    return not any(
        one.first != figure.first and (one.noun, one.unit) == (figure.noun, figure.unit)
        for sentence in near
        for one in sentence.mentions
    )


def without_circumstances(article: Article, figures: Iterable[Mention]) -> list[Mention]:
    """Return some figures without those that are circumstances."""
    return [one for one in figures if not is_circumstance(article, one)]
