"""What a headline says in words of a figure, or of no figure at all, against what its text tells."""

from __future__ import annotations

from collections.abc import Iterator

from factcheck.article import Article
from factcheck.link.headline.directions import directions, worked_out
from factcheck.link.headline.heads import Head
from factcheck.link.headline.majorities import majorities
from factcheck.link.headline.multiplied import multiplied
from factcheck.link.headline.namedones import named_ones
from factcheck.link.headline.passed import passed
from factcheck.link.headline.recordbroken import records_missed
from factcheck.link.headline.streaks import streaks
from factcheck.link.headline.swapped import swapped_units, swapped_years
from factcheck.link.headline.ways import turned
from factcheck.model import Relation


def sayings(article: Article, heads: list[Head]) -> Iterator[Relation]:
    """Yield what the words of the headlines must have in common with the text."""
    yield from turned(article, heads)
    yield from named_ones(article, heads)
    yield from streaks(article, heads)
    yield from multiplied(article)
    yield from passed(article, heads)
    yield from swapped_units(article, heads)
    yield from swapped_years(article)
    yield from directions(article)
    yield from worked_out(article, heads)
    yield from majorities(article)
    yield from records_missed(article)
