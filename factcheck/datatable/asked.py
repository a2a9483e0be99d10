"""A figure that is asked of a table, and the answer that it gets."""

from __future__ import annotations

import os
from fractions import Fraction

from factcheck import shown
from factcheck.article import Article
from factcheck.datatable.reading import Told
from factcheck.datatable.table import Cell, DataTable, Frame, Label, Measure
from factcheck.document import Span
from factcheck.model import Mention
from factcheck.quantity import Interval, Quantity
from factcheck.records import NamedTuple

LOOSE = "the words do not tie the figure closely enough to one cell of the data"
UNDATED = "the words do not say which year of the data they mean"


class Answer(NamedTuple):
    """A figure of the article and what the table gives for it.

    `span` is where the article says so, `cells` those of the table that bear on it, the first the one that decides;
    `says`, `working`, `doubt` and `fix` are as in Relation.
    """

    span: Span
    stated: Quantity
    implied: Quantity
    cells: tuple[Cell, ...]
    says: str
    working: str
    doubt: str | None = None
    fix: str | None = None


class Asked(NamedTuple):
    """A figure that is held against the table, with the rows that it is one of, and its own row, if it has one."""

    article: Article
    table: DataTable
    told: Told
    mention: Mention
    frame: Frame
    label: Label | None
    dated: bool

    @property
    def firm(self) -> bool:
        """Whether the sentence itself names the measure and, for a figure of one row, the row."""
        named = self.told.named or self.label is None or self.table.series is not None
        return self.told.measured and named

    @property
    def place(self) -> int:
        """Where in the skeleton the figure stands."""
        return self.article.place(self.mention)


def value_of(measure: Measure, cell: Cell, factor: Fraction = Fraction(1)) -> Interval:
    """Return what a cell stands for: its number, as finely as the column shows it."""
    return Interval.around(cell.value, measure.column.half).times(Interval.exactly(factor))


def file_of(table: DataTable) -> str:
    """Return a table's name as an editor knows it: its file, without the folders."""
    return os.path.basename(table.name)


def where(table: DataTable, measure: Measure, cell: Cell) -> str:
    """Return where a cell stands, in words: "exports.csv, row Ulsan, column 2024"."""
    return f"{file_of(table)}, row {cell.label}, column {measure.name}"


def as_shown(cell: Cell) -> str:
    """Return a cell's number, grouped by commas."""
    return shown.number(cell.value, 12)
