"""Plain text and Markdown as Documents."""

from __future__ import annotations

from factcheck.document import Document
from factcheck.read.build import Copy, build, plain_blanks
from factcheck.read.frontmatter import read_front_matter
from factcheck.read.lines import Page, read_lines


def read_markdown(source: str, path: str) -> Document:
    """Return the words of a Markdown file; UnreadableError where its front matter is malformed."""
    return _read(source, path, plain=False)


def read_plain(source: str, path: str) -> Document:
    """Return the words of plain text, in which stars, underscores and number signs stand for themselves."""
    return _read(source, path, plain=True)


def _read(source: str, path: str, plain: bool) -> Document:
    flat = flat_lines(source)
    front = read_front_matter(flat, path)
    page = Page(flat, front.end, plain)
    if front.title:
        page.raws.append(front.title)
    read_lines(page)
    return build(path, source, flat, Copy(page.raws, page.tables, front.meta))


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
