"""Ages that are those of a group: no one who is named need be so old."""

from __future__ import annotations

from factcheck.article import Article
from factcheck.model import Mention

EXTREMES, EXTREME_WITHIN = frozenset("youngest oldest eldest average mean median typical".split()), 4
BOUNDS = frozenset("over older more above under younger".split())
"""Behind an age and "or" these make it that of a group: aged 100 or over."""


def is_of_group(article: Article, age: Mention) -> bool:
    """Tell whether an age bounds a group, is that of its youngest, its oldest or its average, or is one of a list, or a limit: the age, now 65."""
    place = article.place(age)
    behind, second = article.word(place + 1), article.word(place + 2)
    listed = article.at.get(place + 2) if behind in (",", "and") else None
    in_list = listed is not None and listed.kind in ("age", "count") and not listed.noun
    bounds = behind in ("or", "and") and second in BOUNDS
    before = range(max(0, place - EXTREME_WITHIN), place)
    limit = (article.word(place - 3), article.word(place - 2), article.word(place - 1)) == ("age", ",", "now")
    limit = limit or (article.word(place - 2) == "it" and article.word(place - 3) in ("until", "when", "till"))
    return bounds or in_list or limit or any(article.word(at) in EXTREMES for at in before)
