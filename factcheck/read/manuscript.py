"""Paragraphs and tables of an office document on the way to a Document, whose source is its paragraphs."""

from __future__ import annotations

from factcheck.document import Document
from factcheck.read.build import Copy, RawTable, build, plain_blanks, worded
from factcheck.read.grid import Grid
from factcheck.read.pieces import Raw, unseen
from factcheck.records import NamedTuple

_ENDS_LINE = str.maketrans(dict.fromkeys("\n\r\v\f\x1c\x1d\x1e\x85\u2028\u2029", " "))


class Line(NamedTuple):
    """A paragraph: its kind, and where its words begin and end in the source."""

    kind: str
    start: int
    end: int


class Cell(NamedTuple):
    """A cell: its paragraphs, and how many columns and rows it spans."""

    lines: list[Line]
    across: int
    down: int


class Manuscript:
    """What has been read of a document: its paragraphs, and what is open.

    Every paragraph, an empty one too, is a line of the source, so that a place is paragraph and character.
    """

    def __init__(self) -> None:
        self.paragraphs: list[str] = []
        self.length = 0
        self.raws: list[Raw] = []
        self.tables: list[RawTable] = []
        self.open: list[list[str]] = []
        self.kinds: list[str] = []
        self.rows: list[list[list[Cell]]] = []
        self.heads: list[bool] = []
        self.cells: list[Cell | None] = [None]

    @property
    def kind(self) -> str:
        """The kind of the paragraph that is open."""
        return self.kinds[-1] if self.kinds else ""

    @kind.setter
    def kind(self, kind: str) -> None:
        if self.kinds:
            self.kinds[-1] = kind

    def begin_paragraph(self, kind: str = "paragraph") -> None:
        """Open a paragraph; one may stand in another, as in the frame of a picture."""
        self.open.append([])
        self.kinds.append(kind)

    def words(self, words: str) -> None:
        """Add words to the paragraph that is open; words outside any are none."""
        if self.open:
            self.open[-1].append(words)

    def end_paragraph(self) -> None:
        """Close the paragraph that was opened last."""
        if not self.open:
            return
        words = "".join(self.open.pop()).translate(_ENDS_LINE)
        bare = words.strip()
        start = self.length + len(words) - len(words.lstrip())
        line = Line(self.kinds.pop(), start, start + len(bare))
        self.paragraphs.append(words)
        self.length += len(words) + 1
        if bare and (cell := self.cells[-1]):
            cell.lines.append(line)
        elif bare:
            self._add(line)

    def begin_table(self) -> None:
        """Open a table; one may stand in a cell of another."""
        self.rows.append([])
        self.heads.append(False)
        self.cells.append(None)

    def begin_row(self) -> None:
        """Begin a row of the table that is open."""
        if self.rows:
            self.rows[-1].append([])

    def head(self) -> None:
        """Say that the table's first row is its header."""
        if self.rows:
            self.heads[-1] = True

    def begin_cell(self, across: int = 1, down: int = 1) -> None:
        """Open a cell of the row."""
        if self.rows:
            self.cells[-1] = Cell([], across, down)

    def widen(self, across: int) -> None:
        """Say how many columns the open cell spans."""
        if cell := self.cells[-1]:
            self.cells[-1] = cell._replace(across=across)

    def end_cell(self) -> None:
        """Close the cell."""
        if self.rows and (cell := self.cells[-1]):
            if not self.rows[-1]:
                self.begin_row()
            self.rows[-1][-1].append(cell)
            self.cells[-1] = None

    def end_table(self) -> None:
        """Close the table: its cells become blocks; a table of one cell is but a frame around paragraphs."""
        if not self.rows:
            return
        rows, header = self.rows.pop(), self.heads.pop()
        self.cells.pop()
        cells = [cell for row in rows for cell in row]
        if len(cells) > 1:
            self._tabulate(rows, header)
        else:
            for line in (line for cell in cells for line in cell.lines):
                self._add(line)

    def document(self, path: str, meta: dict[str, str]) -> Document:
        """Return the document; UnreadableError where it has no words."""
        source = "\n".join(self.paragraphs)
        flat = plain_blanks(source).replace("\t", " ")
        raws = [raw._replace(cuts=unseen(flat, raw.pieces)) for raw in self.raws]
        return build(path, source, flat, worded(path, Copy(raws, self.tables, meta)))

    def _add(self, line: Line) -> None:
        self.raws.append(Raw(line.kind, [(line.start, line.end)], []))

    def _add_cell(self, lines: list[Line]) -> int | None:
        """Keep the paragraphs of a cell as one block; return its number, None where there are none."""
        if not lines:
            return None
        pieces = [piece for line in lines for piece in ((line.start, line.end), (line.end, line.end + 1))]
        self.raws.append(Raw("cell", pieces[:-1], []))
        return len(self.raws) - 1

    def _tabulate(self, rows: list[list[Cell]], header: bool) -> None:
        grid = Grid()
        for row in rows:
            grid.begin_row()
            for cell in row:
                grid.add(self._add_cell(cell.lines), cell.across, cell.down)
        grid.header = header
        self.tables += grid.tables()
