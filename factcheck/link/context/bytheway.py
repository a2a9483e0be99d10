"""Figures that only tell circumstances, where, after what and with what help: "rose to 41 percent across the 14 districts".

They are no operands of what is told beside them; that they stand there says nothing of the other figures of the sentence.
"""

from __future__ import annotations

import re

from factcheck.article import Article
from factcheck.model import Mention
from factcheck.patterns import Pattern

LOOK = 40
LED = Pattern(
    r"(?:(?:^|[ ,(—–])(?:across|despite|amid|throughout|even after|not even after|even with)|\bwith the help of|\bthanks to|\bin spite of)"
    r"(?: (?:the|all|its|their|his|her|these|those|some|about|nearly|more than|a further))* $",
    re.I,
)
"""Before a number of things these say that it was so there, or in spite of them."""

SPAN = Pattern(
    r"\b(?:in|over|for|during|within|across)(?: the| these| those)? (?:past|last|previous|coming|next) $", re.I
)
"""Before a length of time these say when."""

CLOSED = Pattern(r"(?: (?!of\b|from\b|to\b|and\b|per\b|at\b)[a-z'’-]+){0,3}(?= ?[,.;:)”\"\n]|$)")
"""Behind a number of things these close its clause."""


def circumstantial(article: Article, one: Mention) -> bool:
    """Tell whether a figure says no more than where, in spite of what or in what time something was so."""
    if one.kind == "duration":
        return not article.verb_last and SPAN.search(article.around(one, LOOK, 0)[0]) is not None
    return by_the_way(article, one)


def by_the_way(article: Article, one: Mention) -> bool:
    """Tell whether a number of things says no more than where, in spite of what or with whose help something was so."""
    if one.kind != "count" or not one.noun or article.verb_last:
        return False
    before, behind = article.around(one, LOOK)
    return LED.search(before) is not None and CLOSED.match(behind) is not None
