"""Laws that run down a table: growth on the row above it, and totals so far.

A column whose head says that it is such a thing is held to them row by row, where all rows but few keep it.
"""

from __future__ import annotations

from collections.abc import Iterator
from itertools import pairwise, permutations

from factcheck.link.context.grids import Cell, Grid
from factcheck.link.table.columns import idle
from factcheck.model import Relation

GROWTH = (
    "change",
    "chg",
    "growth",
    "rise",
    "increase",
    "fall",
    "yoy",
    "y-o-y",
    "on year",
    "on month",
    "증감",
    "증가",
    "성장",
    "등락",
)
SO_FAR = ("so far", "cumul", "running", "to date", "누적", "누계")
"""What stands over a column that is worked out from the row above as well."""

LEAST, SOME = 2, 4
"""So many rows must keep a law, and so many times as many as break it."""

Step = tuple[Cell, Cell, Cell]
"""A figure of a row, and the figures of the other column in that row and in the one before it in time."""


def downward(grid: Grid) -> Iterator[Relation]:
    """Yield the rows of the columns that grow on the row above, or add to it."""
    rows = [at for at in range(len(grid.rows)) if not (grid.is_total(at) or grid.is_mean(at))]
    for target, source in permutations(range(grid.width), 2):
        head = grid.head(target)
        if any(word in head for word in GROWTH):
            for way in (rows, rows[::-1]):
                yield from _kept([_grown(step) for step in _steps(grid, way, target, source) if step[0].percent])
        elif any(word in head for word in SO_FAR):
            yield from _kept(list(_added(grid, rows, target, source)))


def _steps(grid: Grid, rows: list[int], target: int, source: int) -> Iterator[Step]:
    for before, row in pairwise(rows):
        stated, now, then = grid.rows[row][target], grid.rows[row][source], grid.rows[before][source]
        if stated and now and then and then.value > 0 and not now.percent:
            yield stated, now, then


def _grown(step: Step) -> Relation:
    stated, now, then = step
    return Relation(stated.quantity, (now.quantity / then.quantity - 1).as_unit("%"))


def _added(grid: Grid, rows: list[int], target: int, source: int) -> Iterator[Relation]:
    for before, row in pairwise(rows):
        stated, more, so_far = grid.rows[row][target], grid.rows[row][source], grid.rows[before][target]
        if stated and more and so_far and stated.percent == more.percent:
            yield Relation(stated.quantity, so_far.quantity + more.quantity)


def _kept(found: list[Relation]) -> list[Relation]:
    """Return what a law says of some rows, if so many keep it that it is theirs."""
    kept = sum(relation.meets() and not idle(relation) for relation in found)
    broken = sum(not relation.meets() for relation in found)
    return found if kept >= LEAST and broken <= max(1, kept // SOME) else []
