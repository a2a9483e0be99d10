"""Words that a file holds in another notation, such as JSON strings or escaped markup, and where they stand in it."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Callable, Iterable

from factcheck.document import Document
from factcheck.read.build import Copy, build, worded
from factcheck.read.html import flat_markup
from factcheck.read.pieces import Chunk, Piece, Raw, Text


class Inner:
    """A file, character for character, and behind it, decoded, what it holds in another notation: blocks of both."""

    def __init__(self, source: str, path: str) -> None:
        self.source, self.path = source, path
        self.parts = [flat_markup(source), "\n"]
        self.length = len(source) + 1
        self.starts, self.origins = [0], [0]
        self.ends: dict[int, int] = {}
        self.copy = Copy([], [], {})

    def line(self, kind: str, chunks: Iterable[Chunk]) -> None:
        """Add decoded words as one block."""
        begin, words = self._add(chunks)
        self.copy.raws.append(Raw(kind, [(begin, begin + len(words))], []))

    def read(self, chunks: Iterable[Chunk], reader: Callable[[str], Copy]) -> None:
        """Add the blocks and tables that a reader makes of decoded words."""
        begin, words = self._add(chunks)
        first, copy = len(self.copy.raws), reader(words)
        for kind, pieces, cuts in copy.raws:
            self.copy.raws.append(Raw(kind, [(start + begin, end + begin) for start, end in pieces], cuts))
        for rows, header in copy.tables:
            self.copy.tables.append(([[_after(first, cell) for cell in row] for row in rows], header))

    def document(self) -> Document:
        """Return the document; UnreadableError where it has no words."""
        copy = worded(self.path, self.copy)
        return build(self.path, self.source, "".join(self.parts), copy, self.placed)

    def _add(self, chunks: Iterable[Chunk]) -> tuple[int, str]:
        begin, first = self.length, len(self.parts)
        for origin, words, width in chunks:
            if words:
                self.starts.append(self.length)
                self.origins.append(origin)
                self.parts.append(flat_markup(words))
                self.length += len(words)
                if width:
                    self.ends[self.length - 1] = origin + width
        decoded = "".join(self.parts[first:])
        self.parts.append("\n")
        self.length += 1
        return begin, decoded

    def placed(self, text: Text) -> Text:
        """Return a text made of `flat` with its places in the file."""
        starts: list[int] = []
        origins: list[int] = []
        ends = {offset: self._end(end) for offset, end in text.ends.items()}
        stops = [*text.starts[1:], len(text.text)]
        for begin, stop, origin in zip(text.starts, stops, text.origins, strict=True):
            for first, there in self._split(origin, origin + stop - begin):
                starts.append(begin + first - origin)
                origins.append(there)
                if first in self.ends:
                    ends.setdefault(starts[-1], self.ends[first])
        return text._replace(starts=tuple(starts), origins=tuple(origins), ends=ends)

    def _split(self, begin: int, end: int) -> Iterable[Piece]:
        """Yield where each stretch begins that one notation covers, and where that is in the file."""
        number = bisect_right(self.starts, begin) - 1
        while True:
            first = max(self.starts[number], begin)
            yield first, self.origins[number] + first - self.starts[number]
            number += 1
            if number == len(self.starts) or self.starts[number] >= end:
                return

    def _end(self, end: int) -> int:
        number = bisect_right(self.starts, end - 1) - 1
        return self.ends.get(end - 1) or self.origins[number] + end - self.starts[number]


def _after(first: int, cell: int | None) -> int | None:
    return None if cell is None else cell + first
