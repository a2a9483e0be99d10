"""Figures of which the very words between or behind them make one a part of the other: 18 of the 72, 48,000 of them."""

from __future__ import annotations

import re

from factcheck.article import Article
from factcheck.model import Mention
from factcheck.patterns import Pattern

LOOK = 60
"""So many characters before a whole tell whether it opens its clause."""

PARTLY = Pattern(
    r"(?: (?!and\b|but\b|or\b|with\b|while\b|than\b)[\w'’-]+){0,5}?,? (?:out of|of|from|in|among|amongst) (?:(?:the|its|their|his|her|our|all|some|about|those|these|a|total|last|that|this|[a-z'’-]+['’]s?) )*(?:(?!and |or |but )[a-z-]+ ){0,2}[£$€]?$",
    re.I,
)
"""Between two figures these make one a part of the other: 18 of the 72, 21 goals from 84, 410 such people among 4,100."""

OPENING = Pattern(
    r"(?:^|[,;:—] )[\"“]?(?:and )?(?:out )?(?:of|among|from) (?:the |its |their |all |those )*[£$€]?$", re.I
)
"""Before a figure that opens a clause these make what follows a part of it."""

OF_THESE = Pattern(r" (?:of|among) (?:them|these|those|whom|which)\b", re.I)


def is_partitive(article: Article, part: Mention, whole: Mention) -> bool:
    """Tell whether words make one figure a part of the other."""
    text = article.document.text
    if part.first < whole.first:
        return PARTLY.match(text[part.span.end : whole.span.start]) is not None
    if part.sentence == whole.sentence and OPENING.search(article.around(whole, LOOK)[0]):
        return True
    return OF_THESE.match(text, part.span.end) is not None
