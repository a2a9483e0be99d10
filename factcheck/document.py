"""Where things stand: a Document is clean text that remembers the file it came from."""

from __future__ import annotations

from bisect import bisect_right
from copy import copy
from datetime import date
from functools import cached_property

from factcheck.records import NamedTuple


class Span(NamedTuple):
    """Characters `start` up to, not including, `end` of a Document's text.

    `file` is empty for the article itself and the path of a companion document otherwise.
    """

    start: int
    end: int
    file: str = ""


class Location(NamedTuple):
    """A place in a file as editors count it: both from 1, columns in code points."""

    line: int
    column: int


class Block(NamedTuple):
    """A stretch of a Document's text that is of one kind.

    `kind` is one of: title (of the front matter), headline, standfirst, heading, paragraph, item, quote,
    caption, cell, code, furniture.  Code and furniture are not copy: nothing in them is a claim.
    """

    kind: str
    start: int
    end: int


Row = tuple[Span, ...]


class Table(NamedTuple):
    """A table of the text: one Span a cell, the header row first where `header` says so."""

    rows: tuple[Row, ...]
    header: bool = True

    @property
    def filled(self) -> list[Span]:
        """The cells that have words, in order."""
        return [cell for row in self.rows for cell in row if cell.end > cell.start]


NOT_COPY = frozenset({"code", "furniture"})


class Document:
    """The words of one file, free of markup.

    `source` is the file as it stands; the characters of `text` from `starts[i]` on are those of `source` from
    `origins[i]` on; `ends` tells, by its offset, where those end that one character stands for, such as an
    entity's.  Blocks lie in reading order, each on a line of its own; a newline in `text` always parts two
    blocks.  `meta` holds the front matter's plain values as written (title, date, dateline, lang, section).  `pages` tells where in the source each page begins, of a
    file that has pages.
    """

    def __init__(
        self,
        path: str,
        text: str,
        source: str,
        starts: tuple[int, ...] = (0,),
        origins: tuple[int, ...] = (0,),
        blocks: tuple[Block, ...] = (),
        tables: tuple[Table, ...] = (),
        meta: dict[str, str] | None = None,
        published: date | None = None,
        ends: dict[int, int] | None = None,
        pages: tuple[int, ...] = (),
    ) -> None:
        self.path, self.text, self.source = path, text, source
        self.starts, self.origins, self.blocks, self.tables = starts, origins, blocks, tables
        self.meta: dict[str, str] = meta or {}
        self.published, self.pages = published, pages
        self.ends: dict[int, int] = ends or {}

    def with_blocks(self, blocks: tuple[Block, ...]) -> Document:
        """Return the same text with its stretches taken for other kinds."""
        made = copy(self)
        made.blocks = blocks
        return made

    def of_day(self, published: date) -> Document:
        """Return the same text as published on a day, whatever the file says."""
        made = copy(self)
        made.published = published
        return made

    def origin(self, offset: int) -> int:
        """Return where the character at `offset` of the text stands in the source."""
        piece = bisect_right(self.starts, offset) - 1
        return self.origins[piece] + offset - self.starts[piece]

    def in_source(self, span: Span) -> Span:
        """Return the characters of the source that `span` of the text stands for, both ends exact."""
        start = self.origin(span.start)
        return Span(start, self._end(span.end - 1) if span.end > span.start else start, span.file)

    def _end(self, offset: int) -> int:
        """Return where in the source that ends which the character at `offset` stands for."""
        return self.ends.get(offset) or self.origin(offset) + 1

    @cached_property
    def _lines(self) -> list[int]:
        starts = [0]
        while (newline := self.source.find("\n", starts[-1])) >= 0:
            starts.append(newline + 1)
        return starts

    def location(self, source_offset: int) -> Location:
        """Return line and column of a character of the source."""
        line = bisect_right(self._lines, source_offset)
        return Location(line, source_offset - self._lines[line - 1] + 1)

    def page(self, source_offset: int) -> int:
        """Return the number of the page that a character of the source is on, from 1; 0 for a file without pages."""
        return bisect_right(self.pages, source_offset)


class UnreadableError(Exception):
    """An input that cannot be checked: names the file, the place where known, and the reason in plain words."""

    def __init__(self, path: str, reason: str) -> None:
        super().__init__(f"{path}: {reason}")
        self.path, self.reason = path, reason
