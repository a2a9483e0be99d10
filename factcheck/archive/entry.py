"""A file of an article as what the archive keeps of it."""

from __future__ import annotations

import os
from hashlib import blake2b

from factcheck.archive.claims import Claim, passage
from factcheck.archive.extract import names, sayings
from factcheck.archive.store import Entry, Name, Placed, Sentence, Stamp
from factcheck.article import Article
from factcheck.document import Span
from factcheck.link.context.names import bare


def stamp(path: str) -> Stamp:
    """Return what tells whether a file has changed; OSError where there is no such file."""
    state = os.stat(path)
    with open(path, "rb") as file:
        digest = blake2b(file.read(), digest_size=16).digest()
    return Stamp(state.st_size, state.st_mtime_ns, digest)


def entry(article: Article, path: str, stamped: Stamp) -> Entry:
    """Return what the archive keeps of an article."""
    numbers: dict[Span, int] = {}

    def placed(said: Claim) -> Placed:
        where = passage(article, said.span)
        span = Span(said.span.start - where.start, said.span.end - where.start)
        return Placed(numbers.setdefault(where, len(numbers)), said._replace(span=span))

    claims = tuple(map(placed, dict.fromkeys(sayings(article))))
    found = tuple(
        Name(name.text, bare(name.text), numbers.setdefault(passage(article, name.span), len(numbers)))
        for name in names(article)
    )
    return Entry(path, stamped, article.published, tuple(_sentence(article, span) for span in numbers), claims, found)


def _sentence(article: Article, span: Span) -> Sentence:
    document = article.document
    return Sentence(*document.location(document.origin(span.start)), article.text(span))
