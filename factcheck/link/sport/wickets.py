"""Whether an article tells of cricket, where a side makes 179 for six and wants eight from six."""

from __future__ import annotations

from functools import lru_cache

from factcheck.article import Article


@lru_cache(maxsize=2)
def tells_of_cricket(article: Article) -> bool:
    """Tell whether wickets are spoken of."""
    return "wicket" in article.lowered
