"""The rows of a table that answers rest on, all of a small one, as a document: what a report shows beside the article."""

from __future__ import annotations

from collections.abc import Sequence

from factcheck.datatable.asked import Answer
from factcheck.datatable.table import Cell, DataTable
from factcheck.document import Document, Span, Table
from factcheck.records import NamedTuple

PARTED = " | "
TALLEST = 200
"""A table of no more rows is read as a source is, too."""


class Cited(NamedTuple):
    """A table's answers, and the document of the rows that they cite; `places` are the spans of each answer there."""

    document: Document
    answers: tuple[Answer, ...]
    places: tuple[tuple[Span, ...], ...]


def cited(table: DataTable, answers: Sequence[Answer]) -> Cited:
    """Return answers with their rows: the header first, each row on the line that it has in the file."""
    small = table.height <= TALLEST
    wanted = range(1, table.height + 1) if small else sorted({cell.row for answer in answers for cell in answer.cells})
    rows = {0: table.heads, **table.lines(wanted)} if wanted else {0: table.heads}
    starts: dict[int, int] = {}
    origins: list[int] = []
    text = source = ""
    parts: list[str] = []
    lines: list[str] = []
    length = at = last = 0
    for row, cells in rows.items():
        line = PARTED.join(_one_line(cell) for cell in cells)
        gap = table.line - 1 if row == 0 else row - last
        lines.append("\n" * gap + line)
        at += gap
        starts[row], origins = length, [*origins, at]
        parts.append(line)
        length, at, last = length + len(line) + 1, at + len(line), row
    text, source = "\n".join(parts), "".join(lines)
    laid = tuple(
        tuple(_span("", rows[row], start, place) for place in range(len(table.heads))) for row, start in starts.items()
    )
    whole = (Table(laid),) if small else ()
    document = Document(table.name, text, source, tuple(starts.values()), tuple(origins), tables=whole)
    return Cited(document, tuple(answers), tuple(_places(table, rows, starts, answer.cells) for answer in answers))


def _one_line(text: str) -> str:
    return " ".join(text.split())


def _places(
    table: DataTable, rows: dict[int, tuple[str, ...]], starts: dict[int, int], cells: Sequence[Cell]
) -> tuple[Span, ...]:
    """Return where the head, the name and the number of each cell stand in the document."""
    found: list[Span] = []
    for cell in cells:
        for row, place in ((0, cell.place), (cell.row, cell.key), (cell.row, cell.place)):
            span = _span(table.name, rows[row], starts[row], place)
            if span.end > span.start and span not in found:
                found.append(span)
    return tuple(found)


def _span(file: str, cells: tuple[str, ...], start: int, place: int) -> Span:
    shown = [_one_line(cell) for cell in cells]
    begin = start + sum(len(cell) + len(PARTED) for cell in shown[:place])
    return Span(begin, begin + len(shown[place]), file)
