"""A headline that stands on its page again and again."""

from __future__ import annotations

from collections.abc import Iterator

from factcheck.article import Article
from factcheck.document import Span
from factcheck.model import Relation, Severity
from factcheck.quantity import Interval, Quantity


def repeated(article: Article) -> Iterator[Relation]:
    """Note a headline that stands on the page again and again."""
    blocks = article.document.blocks
    headline = next((block for block in blocks if block.kind == "headline"), None)
    furniture = [block for block in blocks if block.kind == "furniture"]
    if headline is None or not furniture:
        return
    text = article.document.text
    words = text[headline.start : headline.end].strip()
    again = [block for block in furniture if text[block.start : block.end].strip() == words]
    if again:
        spans = tuple(Span(block.start, block.start + len(words)) for block in (headline, *again))
        yield Relation(
            Quantity(Interval.exactly(len(spans)), working=words, spans=spans),
            Quantity.constant(1, "once"),
            says=f"The headline stands {len(spans)} times on the page.",
            severity=Severity.NOTE,
            fix="keep one",
            variant="repeated",
        )
