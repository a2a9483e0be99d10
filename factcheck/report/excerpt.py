"""Cuts an article down to the words around its figures: rows of a terminal, with the marks to set below."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from itertools import pairwise

from factcheck.document import Document
from factcheck.records import NamedTuple
from factcheck.report.plain import after, before, cells, fold, plain

ELLIPSIS = "…"


class Mark(NamedTuple):
    """Characters to underline: of a document's text, or of a Row's."""

    start: int
    end: int
    primary: bool = False


class Ends(NamedTuple):
    """Characters `start` up to, not including, `end` of a text."""

    start: int
    end: int


class Row(NamedTuple):
    """One row, safe to print, with its marks; `place` is where in the document the first of them stands."""

    text: str
    marks: tuple[Mark, ...]
    place: int


def excerpt(document: Document, marks: Iterable[Mark], width: int) -> list[Row]:
    """Return the rows, `width` columns at most, that show every mark among the words around it."""
    room = width - 2 * cells(f"{ELLIPSIS} ")
    groups = list(_groups(document, sorted(set(marks)), room // 2))
    ends = [0, *map(_end, groups)]
    starts = [*(group[0].start for group in groups[1:]), len(document.text)]
    rows: list[Row] = []
    for group, last_end, next_start in zip(groups, ends, starts, strict=False):
        low, high = _line(document, group[0].start)
        rows += _stretch(
            document.text,
            group,
            Ends(max(low, min(last_end, group[0].start)), min(high, max(next_start, _end(group)))),
            room,
        )
    return rows


def whole(text: str, marks: Iterable[Mark], width: int) -> list[Row]:
    """Return all of a text in rows, with its marks."""
    everything, marked = Ends(0, len(text)), sorted(marks)
    return [_row(text, ends, marked, everything) for ends in _folded(text, everything, marked, width)]


def underline(row: Row) -> str:
    """Return the marks of a row as they stand below it: ^ for what was stated, - for what it rests on."""
    line = [" "] * (cells(row.text) + 1)
    for mark in sorted(row.marks, key=lambda mark: mark.primary):
        left = cells(row.text[: mark.start])
        width = max(cells(row.text[mark.start : mark.end]), 1)
        line[left : left + width] = ("^" if mark.primary else "-") * width
    return "".join(line).rstrip()


def _end(marks: Iterable[Mark]) -> int:
    return max(mark.end for mark in marks)


def _line(document: Document, offset: int) -> Ends:
    """Return the ends of the line, or of the row of a table, around a character of the text."""
    for row in (row for table in document.tables for row in table.rows):
        filled = [cell for cell in row if cell.end > cell.start]
        if filled and filled[0].start <= offset < filled[-1].end:
            return Ends(filled[0].start, filled[-1].end)
    end = document.text.find("\n", offset)
    return Ends(document.text.rfind("\n", 0, offset) + 1, end if end >= 0 else len(document.text))


def _groups(document: Document, marks: Sequence[Mark], reach: int) -> Iterator[list[Mark]]:
    """Yield the marks that are near enough to be read in one go."""
    together = list(marks[:1])
    for last, mark in pairwise(marks):
        near = mark.start - last.end <= reach
        if not (near and _line(document, last.start) == _line(document, mark.start)):
            yield together
            together = []
        together.append(mark)
    if together:
        yield together


def _stretch(text: str, marks: list[Mark], limits: Ends, width: int) -> list[Row]:
    """Return the marks with as many words around them as fill their rows."""
    bare = Ends(marks[0].start, _end(marks))
    rows = max(-(-cells(text[slice(*bare)]) // width), 1)
    shown = _folded(text, _grown(text, bare, limits, rows * width), marks, width) or [bare]
    while len(shown) > 1 and shown[-1].start >= bare.end:
        shown.pop()
    outer = Ends(shown[0].start, shown[-1].end)
    return [_row(text, ends, marks, outer) for ends in shown]


def _folded(text: str, ends: Ends, marks: list[Mark], width: int) -> list[Ends]:
    whole = [(mark.start, mark.end) for mark in marks]
    return [Ends(*row) for row in fold(text, *ends, width, whole)]


def _grown(text: str, bare: Ends, limits: Ends, width: int) -> Ends:
    """Return the ends moved outward over whole words: half the room to the left, then all to the right."""
    room = width - cells(text[slice(*bare)])
    left = before(text, bare.start, limits.start, room // 2)
    right = after(text, bare.end, limits.end, room - cells(text[left : bare.start]))
    return Ends(before(text, bare.start, limits.start, room - cells(text[bare.end : right])), right)


def _row(text: str, ends: Ends, marks: list[Mark], outer: Ends) -> Row:
    """Return one row, with an ellipsis where the line goes on beyond the `outer` ends of what is shown."""
    opening = f"{ELLIPSIS} " if ends.start == outer.start and not _starts_a_line(text, ends.start) else ""
    closing = f" {ELLIPSIS}" if ends.end == outer.end and not _ends_a_line(text, ends.end) else ""
    inside = [mark for mark in marks if mark.start < ends.end and mark.end > ends.start]
    moved = tuple(_moved(text, mark, ends, len(opening)) for mark in inside)
    place = max(inside[0].start, ends.start) if inside else ends.start
    return Row(f"{opening}{plain(text[slice(*ends)]).rstrip()}{closing}", moved, place)


def _moved(text: str, mark: Mark, ends: Ends, shift: int) -> Mark:
    """Return the part of a mark that lies in a row, counted from the row's first character."""
    start, end = max(mark.start, ends.start), min(mark.end, ends.end)
    left = shift + len(plain(text[ends.start : start]))
    return Mark(left, left + len(plain(text[start:end])), mark.primary)


def _starts_a_line(text: str, start: int) -> bool:
    return start == 0 or text[start - 1] == "\n"


def _ends_a_line(text: str, end: int) -> bool:
    return text[end : end + 1] in ("", "\n")
