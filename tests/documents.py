"""What tests of readers ask of a Document."""

from __future__ import annotations

import gc
import re
from collections.abc import Callable
from time import process_time

from factcheck.document import Document, Span
from factcheck.pipeline import read_article


def blocks(document: Document) -> list[tuple[str, str]]:
    return [(block.kind, document.text[block.start : block.end]) for block in document.blocks]


def copy(document: Document) -> str:
    """The words that claims are made in."""
    return "\n".join(words for kind, words in blocks(document) if kind not in ("furniture", "code"))


def cells(document: Document, table: int = 0) -> list[list[str]]:
    return [[document.text[cell.start : cell.end] for cell in row] for row in document.tables[table].rows]


def quoted(document: Document, words: str) -> str:
    """What stands in the file where the text has these words."""
    start = document.text.index(words)
    span = document.in_source(Span(start, start + len(words)))
    return document.source[span.start : span.end]


def place(document: Document, words: str) -> tuple[int, int]:
    """Line and column of the first of these words."""
    return document.location(document.origin(document.text.index(words)))


def check_positions(document: Document, bare: Callable[[str], str]) -> None:
    """Cut out of the file, every figure and block is what the text has, once `bare` has dropped the markup."""
    spans = [Span(block.start, block.end) for block in document.blocks]
    spans += [mention.span for mention in read_article(document).mentions]
    for span in spans:
        start, end, _ = document.in_source(span)
        assert 0 <= start < end <= len(document.source)
        assert _signs(bare(document.source[start:end])) == _signs(document.text[span.start : span.end])
    assert "\n".join(words for _, words in blocks(document)) == document.text


def seconds(read: Callable[[], object]) -> float:
    """The least time of three that reading takes, the objects of other tests left out of its collections."""
    times = []
    gc.freeze()
    for _ in range(3):
        start = process_time()
        read()
        times.append(process_time() - start)
    return min(times)


def check_linear(reading: Callable[[int], Callable[[], object]], count: int = 2_000) -> None:
    """Ten times as many of what `reading` makes take at most twice ten times as long, by a clock of small steps."""
    assert seconds(reading(10 * count)) <= 24 * max(seconds(reading(count)), 0.003)


def _signs(words: str) -> str:
    return re.sub(r"[\s\u00ad\u200b\u2060\ufeff]+", "", words)
