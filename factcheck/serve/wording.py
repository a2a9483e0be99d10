"""A document as text to work on: Markdown that reads back to the same blocks and tables."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from factcheck.document import Document, Table

LEADS = {"headline": "# ", "heading": "## ", "item": "- ", "quote": "> "}
LEFT_OUT = frozenset({"title", "furniture", "code"})


def as_markdown(document: Document) -> str:
    """Return the copy of a document as Markdown."""
    return "\n\n".join(_blocks(document)) + "\n"


def _blocks(document: Document) -> Iterator[str]:
    tables = {cell.start: table for table in document.tables for row in table.rows[:1] for cell in row[:1]}
    behind = 0
    for block in document.blocks:
        if block.kind == "cell" and block.start in tables:
            table = tables[block.start]
            behind = max(cell.end for row in table.rows for cell in row)
            yield "\n".join(_rows(document, table))
        elif block.start >= behind and block.kind not in LEFT_OUT:
            yield LEADS.get(block.kind, "") + document.text[block.start : block.end]


def _rows(document: Document, table: Table) -> Iterator[str]:
    for number, row in enumerate(table.rows):
        cells = [document.text[cell.start : cell.end].replace("|", "\\|") for cell in row]
        yield f"| {' | '.join(cells)} |"
        if number == 0:
            yield "|" + "---|" * len(row)
