"""Columns of shares: what stands under "share of purchases" is all of one whole, and comes to a hundred percent."""

from __future__ import annotations

import re
from collections.abc import Iterator
from fractions import Fraction

from factcheck.link.context.grids import Cell, Grid
from factcheck.numerals import digits
from factcheck.patterns import Pattern
from factcheck.quantity import Quantity, total
from factcheck.slips import mistyped

LEAST, MUCH, HUNDRED = 3, Fraction(13, 10), 100
SHARED = Pattern(
    r"\b(?:share|proportion|portion|split|percentage|part)\b|^(?:%|per ?cent)$|% of|비중|점유율|구성비|비율", re.I
)
OTHERS = Pattern(
    r"^(?:all )?(?:the )?(?:others?|rest|remainder|none|no (?:answer|opinion|reply)|don['’]t know|undecided|unknown|unsure|elsewhere|기타|나머지|무응답|모름)\b",
    re.I,
)
MANY = Pattern(r"\b(?:use|used|have|had|own|watch|read|ever|rate|of (?:men|women|those))\b", re.I)
"""Over a column these let one be counted in several rows."""


def hundreds(grid: Grid) -> Iterator[Quantity]:
    """Yield the sum of each column of shares of one whole that comes to a hundred, or misses it by a slip."""
    rows = [row for row in range(len(grid.rows)) if not (grid.is_total(row) or grid.is_part(row))]
    for column in range(grid.width):
        cells = [grid.rows[row][column] for row in rows]
        told = [cell for cell in cells if cell and cell.percent]
        if (
            len(told) != len(cells)
            or len(told) < LEAST
            or len(rows) < len(grid.rows)
            or not SHARED.search(grid.head(column))
        ):
            continue
        added = sum((cell.value for cell in told), Fraction(0)) / HUNDRED
        closed = OTHERS.match(grid.labels[rows[-1]]) is not None
        off = added - 1
        whole = total([cell.quantity for cell in told])
        if whole.interval.low <= 1 <= whole.interval.high or (
            not MANY.search(grid.head(column))
            and (1 < added <= MUCH or (closed and added < 1))
            and any(_slipped(cell, off) for cell in told)
        ):
            yield whole


def _slipped(cell: Cell, off: Fraction) -> bool:
    """Tell whether one digit makes a share what it would have to be."""
    needed = cell.value - off * HUNDRED
    if not 0 < needed < HUNDRED:
        return False
    shown = digits(cell.text)
    power = 10 ** len(cell.text.partition(".")[2].strip("% "))
    other = str(int(needed * power)) if (needed * power).denominator == 1 else ""
    width = max(len(shown), len(other), 2)
    one, two = shown.zfill(width), other.zfill(width)
    return bool(other) and mistyped(one, two)
