"""A Document from raw blocks: the last step of every reader."""

from __future__ import annotations

from collections.abc import Callable

from factcheck.document import Block, Document, Row, Span, Table, UnreadableError
from factcheck.read.frontmatter import published
from factcheck.read.kinds import name_blocks
from factcheck.read.pieces import Raw, Text, assemble
from factcheck.records import NamedTuple

Cells = list[list[int | None]]
"""The rows of a table by the numbers of its raw blocks, None for an empty cell."""

RawTable = tuple[Cells, bool]
"""The cells of a table, and whether its first row is a header."""


class Copy(NamedTuple):
    """What a reader makes of a file: its blocks, its tables, and what it says of itself, such as its date."""

    raws: list[Raw]
    tables: list[RawTable]
    meta: dict[str, str]


def worded(path: str, copy: Copy) -> Copy:
    """Return what a reader made of a file; UnreadableError where it found no words."""
    if not copy.raws:
        raise UnreadableError(path, "no words of an article are in it; there is nothing to check")
    return copy


BLANKS = dict.fromkeys("\u00a0\u2007\u2009\u200a\u202f", " ") | dict.fromkeys("\u2028\u2029", "\n")


def plain_blanks(source: str) -> str:
    """Return the source, character for character, with plain blanks and newlines for every other."""
    if not source.isascii():
        for blank, plain in BLANKS.items():
            source = source.replace(blank, plain)
    return source


def build(
    path: str, source: str, flat: str, copy: Copy, placed: Callable[[Text], Text] = lambda text: text
) -> Document:
    """Return the Document that raw blocks make, each with the kind that it has in an article.

    `flat` is the source, character for character, in plain blanks and newlines; it may have more newlines.  If it is
    something else, `placed` gives the words made of it their places in the source.
    """
    text = placed(assemble(flat, copy.raws))
    blocks, page_date = name_blocks(text.text, [block for block in text.blocks if block])
    meta = copy.meta | {"page_date": page_date} if page_date else copy.meta
    return Document(
        path=path,
        text=text.text,
        source=source,
        starts=text.starts,
        origins=text.origins,
        ends=text.ends,
        blocks=blocks,
        tables=tuple([Table(_rows(cells, text), header) for cells, header in copy.tables]),
        meta=meta,
        published=published(meta) if meta else None,
    )


def _rows(cells: Cells, text: Text) -> tuple[Row, ...]:
    """Return the cells of a table in their order in the text; an empty one stands where the one before it ends."""
    blocks = (text.blocks[number] for row in cells for number in row if number is not None)
    near = next((block.start for block in blocks if block), 0)
    rows = []
    for numbers in cells:
        row = []
        for number in numbers:
            row.append(_cell(None if number is None else text.blocks[number], near))
            near = row[-1].end
        rows.append(tuple(row))
    return tuple(rows)


def _cell(block: Block | None, near: int) -> Span:
    return Span(block.start, block.end) if block else Span(near, near)
