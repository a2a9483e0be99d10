"""Tables that count their places: under "rank" 1, 2, 3, and beside it the one column that they are ranked by."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import pairwise

from factcheck.link.context.grids import Cell, Grid
from factcheck.model import Relation
from factcheck.quantity import Quantity

LEAST = 4


def places(grid: Grid) -> Iterator[Relation]:
    """Yield the one place where the figures of a ranking go the other way than all others."""
    if len(grid.rows) < LEAST or list(grid.labels) != [str(place) for place in range(1, len(grid.rows) + 1)]:
        return
    columns = [grid.column(number) for number in range(grid.width) if any(grid.column(number))]
    cells = [cell for cell in columns[0] if cell] if len(columns) == 1 else []
    if len(cells) != len(grid.rows):
        return
    for sign in (1, -1):
        wrong = [(one, two) for one, two in pairwise(cells) if (one.value - two.value) * sign < 0]
        if not wrong:
            yield _order(cells[-1], cells[0], "in order", "in order")
        elif len(wrong) == 1 and len(cells) > LEAST:
            yield _order(*wrong[0], "in order", "out of order")


def _order(one: Cell, two: Cell, stated: str, implied: str) -> Relation:
    return Relation(
        Quantity.named(stated, two.text, two.span),
        Quantity.named(implied, one.text, one.span),
        says=f"The places go by these figures, but {two.text} stands behind {one.text}.",
    )
