"""Tables drawn with signs: grids of +---+ and |, and columns under lines of ===."""

from __future__ import annotations

from factcheck.read.page import Page
from factcheck.read.pieces import Piece, shape

_BORDER = r"\s*\+(?:[-=]+\+)+\s*$"
_LINE = r"\s*[+|].*[+|]\s*$"
_RULER = r"\s*=+(?:\s+=+)+\s*$"
_SEPARATOR = r"\s*[-=]+(?:\s+[-=]+)*\s*$"

_WIDEST = 100
"""A table of more columns is none."""

Cell = list[Piece]
"""The lines of a cell: where the words of each begin and end."""


def take_grid(page: Page, line: int) -> int:
    """Take a table whose cells are drawn with bars; a border of = ends its header."""
    if not shape(_BORDER).match(page.lines[line]):
        return line
    after = line + 1
    while after < len(page.lines) and shape(_LINE).match(page.lines[after]):
        after += 1
    columns = [place for place, sign in enumerate(page.lines[line]) if sign == "+"]
    if len(columns) > _WIDEST:
        return line
    rows: list[list[Cell]] = []
    header = False
    for row in range(line, after):
        words = page.lines[row]
        if shape(_BORDER).match(words) or "+-" in words:
            header = header or (len(rows) == 1 and "=" in words)
            rows.append([[] for _ in columns[1:]])
        elif rows:
            _fill(page, row, columns, rows[-1], "|")
    return _keep(page, rows, header, after)


def take_simple(page: Page, line: int) -> int:
    """Take a table whose columns stand under lines of =; a second such line ends its header."""
    if not shape(_RULER).match(page.lines[line]):
        return line
    ruler = page.lines[line]
    columns = [place for place, sign in enumerate(ruler) if sign == "=" and ruler[place - 1 : place] != "="]
    if len(columns) > _WIDEST:
        return line
    rows: list[list[Cell]] = []
    header, after = False, line + 1
    while after < len(page.lines) and (words := page.lines[after]).strip():
        if shape(_SEPARATOR).match(words):
            if not _more(page, after):
                return _keep(page, rows, header, after + 1)
            header = header or (len(rows) == 1 and "=" in words)
        else:
            if words[columns[0] : columns[1]].strip() or not rows:
                rows.append([[] for _ in columns])
            _fill(page, after, [*columns, len(words)], rows[-1], " ")
        after += 1
    return _keep(page, rows, header, after)


def _more(page: Page, line: int) -> bool:
    return line + 1 < len(page.lines) and bool(page.lines[line + 1].strip())


def _fill(page: Page, line: int, columns: list[int], cells: list[Cell], bar: str) -> None:
    """Add the words of a line to the cells of a row; where no bar parts two columns, they are one cell."""
    words, start = page.lines[line], page.starts[line]
    number = 0
    while number < len(cells):
        last = number + 1
        while last < len(cells) and not _parts(words, columns[last], bar):
            last += 1
        first = columns[number] + (bar == "|")
        end = len(words) if last == len(cells) and bar == " " else columns[last]
        bare = words[first:end].lstrip()
        begin = start + min(end, len(words)) - len(bare)
        if bare.strip():
            cells[number].append((begin, begin + len(bare.rstrip())))
        number = last


def _parts(words: str, column: int, bar: str) -> bool:
    """Tell whether a bar stands where a column begins, or a blank before it."""
    place = column - (bar == " ")
    return words[place : place + 1] in (bar, "")


def _keep(page: Page, rows: list[list[Cell]], header: bool, after: int) -> int:
    table = [[_cell(page, cell) for cell in row] for row in rows if any(row)]
    if table:
        page.tables.append((table, header))
    return after


def _cell(page: Page, lines: Cell) -> int | None:
    """Keep the lines of a cell as one block; its ends of lines stand for blanks."""
    pieces = [piece for start, end in lines for piece in ((start, end), (end, end + 1))]
    return page.add("cell", pieces[:-1]) if pieces else None
