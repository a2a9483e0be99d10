"""Times counted in words: which day of it something is in, how late it was, how much later a clock."""

from __future__ import annotations

from collections.abc import Iterator

from factcheck.article import Article
from factcheck.link.time.lateness import lateness
from factcheck.link.time.laterclocks import later_clocks
from factcheck.link.time.nthday import nth_days
from factcheck.link.time.nthyears import nth_years
from factcheck.model import Relation


def counted_times(article: Article) -> Iterator[Relation]:
    """Yield what must hold between days and times of day, and how many are told to lie between them."""
    yield from nth_days(article)
    yield from nth_years(article)
    yield from lateness(article)
    yield from later_clocks(article)
