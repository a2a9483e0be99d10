"""Figures that were hoped for, and are no earlier value of anything: the 190 million expected, a consensus forecast of €131 million."""

from __future__ import annotations

from factcheck.article import Article
from factcheck.model import Mention

BEHIND = frozenset("expected forecast forecasted estimated projected predicted anticipated targeted".split())
BEFORE = frozenset(
    "consensus forecast forecasts estimate estimates target targets budget expectation expectations projection guidance".split()
)
REACH = 3
"""So many words before a figure may say that it was hoped for."""


def is_hoped_for(article: Article, figure: Mention) -> bool:
    """Tell whether the words about a figure make it a forecast or a target."""
    place = article.place(figure)
    before = range(place - REACH, place)
    return article.word(place + 1) in BEHIND or any(article.word(at) in BEFORE for at in before)
