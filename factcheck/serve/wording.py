"""A document as text to work on: Markdown that reads back to the same blocks and tables."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import TYPE_CHECKING

from factcheck.read.inline import Walk, cuts

if TYPE_CHECKING:
    from factcheck.document import Document, Table

LEADS = {"headline": "# ", "heading": "## ", "item": "- ", "quote": "> "}
_SIGN = r"[*_`\[\]<>&\\~]"
_OPENING = r"^(?:(?=[-+*]\s|[#>=|])|(\d{1,3})(?=[.)]\s))"
LEFT_OUT = frozenset({"title", "furniture", "code"})


def as_markdown(document: Document) -> str:
    """Return the copy of a document as Markdown."""
    return "\n\n".join(_blocks(document)) + "\n"


def _blocks(document: Document) -> Iterator[str]:
    tables = {table.filled[0].start: table for table in document.tables if table.filled}
    behind = 0
    for block in document.blocks:
        if block.start in tables:
            table = tables[block.start]
            behind = table.filled[-1].end
            yield "\n".join(_rows(document, table))
        elif block.start >= behind and block.kind not in LEFT_OUT:
            yield LEADS.get(block.kind, "") + _escaped(document.text[block.start : block.end])


def _escaped(words: str) -> str:
    """Return words with a backslash before what Markdown would take for markup, and before nothing else."""
    inside = re.sub(_SIGN, r"\\\g<0>", words) if cuts(Walk, words, Walk.signs, frozenset()) else words
    return re.sub(_OPENING, r"\1\\", inside)


def _rows(document: Document, table: Table) -> Iterator[str]:
    for number, row in enumerate(table.rows):
        cells = [_escaped(document.text[cell.start : cell.end]).replace("|", "\\|") for cell in row]
        yield f"| {' | '.join(cells)} |"
        if number == 0:
            yield "|" + "---|" * len(row)
