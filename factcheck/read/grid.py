"""A table's cells in their columns, whatever they span."""

from __future__ import annotations

from factcheck.read.build import RawTable

_WIDEST = 50
"""A cell spans at most so many columns, and so many rows."""


class Grid:
    """The rows of a table in the making; a cell's number stands in the first place that it spans."""

    def __init__(self) -> None:
        self.rows: list[list[int | None]] = []
        self.header = False
        self.below: dict[int, int] = {}

    def begin_row(self) -> None:
        """Begin a row, below what earlier rows reach down."""
        if self.rows:
            self._pass_spanned()
        self.rows.append([])

    def add(self, number: int | None, across: int = 1, down: int = 1) -> None:
        """Add a cell by the number of its raw block, None for an empty one."""
        if not self.rows:
            self.rows.append([])
        self._pass_spanned()
        row = self.rows[-1]
        across, down = min(max(across, 1), _WIDEST), min(down, _WIDEST)
        if down > 1:
            self.below.update(dict.fromkeys(range(len(row), len(row) + across), down - 1))
        row += [number, *[None] * (across - 1)]

    def heads(self, header: bool) -> None:
        """Say whether the last cell heads a column; a row whose cells all do is the table's header."""
        if len(self.rows) == 1:
            self.header = header and (self.header or len(self.rows[0]) == 1)

    def tables(self) -> list[RawTable]:
        """Return the table, if any cell of it has words."""
        rows = [row for row in self.rows if any(number is not None for number in row)]
        return [(rows, self.header)] if rows else []

    def _pass_spanned(self) -> None:
        row = self.rows[-1]
        while self.below.get(len(row), 0) > 0:
            self.below[len(row)] -= 1
            row.append(None)
