"""Plain text and Markdown as Documents."""

from __future__ import annotations

from os.path import basename

from factcheck.document import Document
from factcheck.read.build import Copy, build, plain_blanks
from factcheck.read.frontmatter import published, read_front_matter
from factcheck.read.lines import read_lines
from factcheck.read.page import Page
from factcheck.read.pieces import shape

_DATED = r"(\d{4}-\d\d-\d\d)-.*\.(?:md|markdown)"


def read_markdown(source: str, path: str) -> Document:
    """Return the words of a Markdown file; UnreadableError where its front matter is malformed."""
    return _read(source, path, plain=False)


def read_plain(source: str, path: str) -> Document:
    """Return the words of plain text, in which stars, underscores and number signs stand for themselves."""
    return _read(source, path, plain=True)


def _read(source: str, path: str, plain: bool) -> Document:
    flat = flat_lines(source)
    front = read_front_matter(flat, path)
    meta = front.meta if published(front.meta) else {**front.meta, **_named_date(path)}
    page = Page(flat, front.end, plain)
    if front.title:
        page.raws.append(front.title)
    read_lines(page)
    return build(path, source, flat, Copy(page.raws, page.tables, meta))


def _named_date(path: str) -> dict[str, str]:
    """Return the day that a file is named by, as Jekyll names posts: 2025-08-25-title.md."""
    name = basename(path)
    named = shape(_DATED).fullmatch(name) if name[:1].isdigit() else None
    return {"date": named[1]} if named else {}


def plain_copy(flat: str) -> Copy:
    """Return the blocks of plain text."""
    page = Page(flat, 0, plain=True)
    read_lines(page)
    return Copy(page.raws, page.tables, {})


def flat_lines(source: str) -> str:
    """Return the source, character for character, with plain blanks and newlines at the ends of lines."""
    if "\r" in source:
        source = source.replace("\r\n", "\x1f\n").replace("\r", "\n")
    return plain_blanks(source)
