"""Sentences of a file that may be gone, as a document: each on the line and column where it stood."""

from __future__ import annotations

from collections.abc import Iterable

from factcheck.archive.store import Sentence
from factcheck.document import Block, Document
from factcheck.records import NamedTuple


class Quotes(NamedTuple):
    """A document of sentences, and where in its text each begins."""

    document: Document
    starts: dict[Sentence, int]


def quotes(path: str, sentences: Iterable[Sentence]) -> Quotes:
    """Return a document of some sentences of the file at `path`, each a block, its source blank but for them."""
    parts: list[str] = []
    starts: dict[Sentence, int] = {}
    origins: list[int] = []
    line, column, written, at = 1, 1, 0, 0
    for sentence in sorted(sentences):
        gap = "\n" * (sentence.line - line) + " " * (sentence.column - (column if sentence.line == line else 1))
        starts[sentence] = at
        origins.append(written + len(gap))
        parts += (gap, sentence.text)
        written += len(gap) + len(sentence.text)
        line, column, at = sentence.line, sentence.column + len(sentence.text), at + len(sentence.text) + 1
    blocks = tuple(Block("paragraph", start, start + len(said.text)) for said, start in starts.items())
    text = "\n".join(sentence.text for sentence in starts)
    return Quotes(Document(path, text, "".join(parts), tuple(starts.values()), tuple(origins), blocks), starts)
