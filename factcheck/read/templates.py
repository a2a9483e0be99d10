"""What makers of sites and papers put among the copy: the tags of Hugo, Jekyll and Quarto, and what they caption."""

from __future__ import annotations

from factcheck.read.page import Page
from factcheck.read.pieces import Piece, shape

_OPENS = r"\s*(\{\{[<%]?|\{%|\{:)"
_CLOSES = {"{{<": ">}}", "{{%": "%}}", "{{": "}}", "{%": "%}", "{:": "}"}
_LONGEST = 5_000
"""A tag of more characters is none."""
_LEFT_OUT = r"\{[{%][<%]?-?\s*(comment|highlight|mermaid|math|katex|code)\b"
_CAPTION = r"""\b(?:caption|alt|title)\s*=\s*(?:"([^"]*+)"|'([^']*+)'|`([^`]*+)`)"""
_DIV = r"\s*:{3,}\s*(?:\{[^{}]*\}|[\w-]*)\s*:*\s*$"
_OPTION = r"\s*(?:#|//|%%|--)\|\s*(?:fig|tbl)-(?:cap|alt|subcap):\s*(?=\S)"
_TABLE_CAPTION = r"\s*:\s+(?=\S)"


def take_template(page: Page, line: int) -> int:
    """Take a tag, a line of colons or a table's caption, whichever begins on a line."""
    for take in (_tag, _div, _table_caption):
        if (after := take(page, line)) > line:
            return after
    return line


def _tag(page: Page, line: int) -> int:
    """Take a tag that has its lines for itself: its captions are copy, and what a comment or a listing holds is none."""
    opening = shape(_OPENS).match(page.lines[line])
    if not opening:
        return line
    start, closing = page.starts[line] + opening.start(1), _CLOSES[opening[1]]
    end = page.flat.find(closing, start, start + _LONGEST) + len(closing)
    if end < start + len(closing):
        return line
    after = line + 1 + page.flat.count("\n", start, end)
    if page.flat[end : page.starts[after] if after < len(page.starts) else None].strip():
        return line
    if (name := shape(_LEFT_OUT).match(page.flat, start)) and (last := _ends(page, after, name[1])) > after:
        for inside in range(after, last - 1):
            page.add("code", [page.margins(inside)])
        return last
    _keep_captions(page, start, end)
    return after


def _ends(page: Page, first: int, name: str) -> int:
    """Return the line after the one that ends what a tag holds; the first line where none does."""
    ending = shape(rf"\s*\{{[{{%][<%]?-?\s*(?:end|/){name}\b")
    if name in page.unclosed:
        return first
    found = (line + 1 for line in range(first, len(page.lines)) if ending.match(page.lines[line]))
    if not (after := next(found, 0)):
        page.unclosed.add(name)
    return after or first


def _keep_captions(page: Page, start: int, end: int) -> None:
    """Keep what the attributes between two places say under a picture."""
    for found in shape(_CAPTION).finditer(page.flat, start, end):
        begin, after = found.span(found.lastindex or 0)
        if page.flat[begin:after].strip():
            page.add("alt", [(begin, after)])


def _div(page: Page, line: int) -> int:
    """Take a line of colons, which begins or ends a part of the page; the part's title is copy."""
    if not shape(_DIV).match(page.lines[line]):
        return line
    _keep_captions(page, page.starts[line], page.starts[line] + len(page.lines[line]))
    return line + 1


def _table_caption(page: Page, line: int) -> int:
    """Take the caption of a table, behind a colon."""
    mark = shape(_TABLE_CAPTION).match(page.lines[line])
    if not mark:
        return line
    page.add("caption", [page.margins(line, mark.end())])
    return line + 1


def option_caption(page: Page, line: int) -> Piece | None:
    """Return the words of an option of a listing that captions what it draws."""
    if not (found := shape(_OPTION).match(page.lines[line])):
        return None
    start, end = page.margins(line, found.end())
    quoted = end - start > 2 and page.flat[start] == page.flat[end - 1] and page.flat[start] in "\"'"
    return start + quoted, end - quoted
