"""Plain text and Markdown as Documents."""

from __future__ import annotations

from factcheck.document import Block, Document, Span, Table
from factcheck.read.frontmatter import published, read_front_matter
from factcheck.read.kinds import name_blocks
from factcheck.read.lines import Page, read_lines
from factcheck.read.pieces import Text, assemble

_BLANKS = dict.fromkeys("\u00a0\u2007\u2009\u200a\u202f", " ") | dict.fromkeys("\u2028\u2029", "\n")


def read_markdown(source: str, path: str) -> Document:
    """Return the words of a Markdown file; UnreadableError where its front matter is malformed."""
    return _read(source, path, plain=False)


def read_plain(source: str, path: str) -> Document:
    """Return the words of plain text, in which stars, underscores and number signs stand for themselves."""
    return _read(source, path, plain=True)


def _read(source: str, path: str, plain: bool) -> Document:
    flat = _flat(source)
    front = read_front_matter(flat, path)
    page = Page(flat, front.end, plain)
    if front.title:
        page.raws.append(front.title)
    read_lines(page)
    text = assemble(flat, page.raws)
    blocks, page_date = name_blocks(text.text, [block for block in text.blocks if block])
    meta = front.meta | {"page_date": page_date} if page_date else front.meta
    return Document(
        path=path,
        text=text.text,
        source=source,
        starts=text.starts,
        origins=text.origins,
        ends=text.ends,
        blocks=blocks,
        tables=tuple(_table(rows, header, text) for rows, header in page.tables),
        meta=meta,
        published=published(meta) if meta else None,
    )


def _flat(source: str) -> str:
    """Return the source, character for character, with plain blanks and newlines."""
    if "\r" in source:
        source = source.replace("\r\n", "\x1f\n").replace("\r", "\n")
    if not source.isascii():
        for blank, plain in _BLANKS.items():
            source = source.replace(blank, plain)
    return source


def _table(rows: list[list[int | None]], header: bool, text: Text) -> Table:
    spans, near = [], 0
    for row in rows:
        cells = [_cell(None if cell is None else text.blocks[cell], near) for cell in row]
        spans.append(tuple(cells))
        near = cells[-1].end if cells else near
    return Table(tuple(spans), header)


def _cell(block: Block | None, near: int) -> Span:
    return Span(block.start, block.end) if block else Span(near, near)
