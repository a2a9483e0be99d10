"""Everything in an article that another can be held to: its claims, its names, and the sentences they stand in."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator

from factcheck.archive import bodies, editions, figures, people
from factcheck.archive.claims import Claim, passage, words
from factcheck.article import Article
from factcheck.document import Span
from factcheck.link.context.names import full_names
from factcheck.patterns import Pattern
from factcheck.records import NamedTuple

LONGEST = 5
"""A name of more words is a headline's."""


class Name(NamedTuple):
    """A name of two words or more, where it stands first."""

    text: str
    span: Span


def sayings(article: Article) -> Iterator[Claim]:
    """Yield every claim of an article, spellings of names apart."""
    for module in (people, bodies, figures, editions):
        yield from module.sayings(article)


def names(article: Article) -> Iterator[Name]:
    """Yield the names of an article, those of its writers left out."""
    starts = article.tokens.starts
    credits = [found.start() for found in CREDIT.finditer(article.document.text)]
    for text, places in full_names(article.tokens).items():
        if text.count(" ") < LONGEST and not text.isupper():
            span = Span(starts[places[0]], starts[places[0]] + len(text))
            if not credits or bisect_left(credits, passage(article, span).start) == bisect_left(credits, span.start):
                yield Name(text, span)


CREDIT = Pattern(lambda: rf"\b(?:{'|'.join(sorted(words('names', 'credits')))}) by\b", re.IGNORECASE)
"""What leads to a writer's name: Reporting by."""
