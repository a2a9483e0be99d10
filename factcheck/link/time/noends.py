"""Two times that are no beginning and end: by 2% from 1 April and by 3% from 1 January, over two years."""

from __future__ import annotations

from factcheck.article import Article
from factcheck.link.time.sofar import YEARS_IN
from factcheck.model import Mention

BEGINNING = frozenset({"from", "since"})


def are_no_ends(article: Article, length: Mention, first: Mention, last: Mention) -> bool:
    """Tell whether each of two times begins something, or whether neither names a year and the length is in years."""
    begun = all(article.word(article.place(time) - 1) in BEGINNING for time in (first, last))
    of_a_year = length.unit in YEARS_IN and not any(
        time.when and (time.when.year or time.when.unit) for time in (first, last)
    )
    return begun or of_a_year
