"""Days on which something was said: they tell of no more than when a text heard of it."""

from __future__ import annotations

from factcheck.article import Article
from factcheck.model import Mention
from factcheck.phrase import word_letters

LISTENERS = frozenset(
    "reporters journalists parliament lawmakers councillors investors reuters afp them him her".split()
)
"""Between a verb of saying and its day these tell to whom: told reporters on Tuesday."""


def on_which_said(article: Article, mention: Mention) -> bool:
    """Tell whether a day is the one on which somebody said something: officials said on Tuesday."""
    at = article.place(mention) - 1
    at -= article.word(at) in ("on", "late", "early")
    at -= article.word(at) in LISTENERS
    return article.skeleton[at : at + 1] in word_letters("SAY") if at >= 0 else False
