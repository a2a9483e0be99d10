"""What the figures of a table say of each other: totals and averages that foot, shares, balances, laws of its columns."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from fractions import Fraction

from factcheck.link.context.grids import Cell, Grid
from factcheck.link.table.columnheads import stems
from factcheck.link.table.columns import laws, relations_of, slipped
from factcheck.link.table.downward import downward
from factcheck.model import Relation
from factcheck.numerals import digits
from factcheck.patterns import Pattern
from factcheck.quantity import Interval, Quantity, total
from factcheck.restyle import restyled
from factcheck.slips import mistyped

NEAR = Fraction(1, 10)
"""A total so near to its sum is that sum miswritten; one farther off is of other rows."""

FEWEST, LEAST, HUNDRED = 3, 10, 100
FINAL = frozenset({"r", "f", "t", "final", "total"})
PERIOD = Pattern(r"(?:q|p|set )?\d{1,2}(?:st|nd|rd|th)?|[eo]t\d?|i{1,3}|iv")
RESULTS = frozenset({"profit", "net", "surplus", "balance", "margin", "difference", "gap", "income"})
UNSUMMED = (
    "rate", "average", "avg", "mean", "median", "per ", "price", "index", "rank", "year", "age", "%", "share",
    "ratio",
)  # fmt: skip
"""What stands over a column whose total is no sum."""


def footed(grid: Grid) -> Iterator[Relation]:
    """Yield all that the rows and columns of a table say of each other."""
    yield from totals(grid)
    yield from _columns(grid)
    yield from downward(grid)
    yield from _shares(grid)
    yield from _results(grid)
    yield from _periods(grid)


def totals(grid: Grid) -> Iterator[Relation]:
    """Add the rows up to the rows that are named as their totals."""
    start = 0
    for row in range(len(grid.rows)):
        if grid.is_mean(row):
            yield from _averages(grid, row, [part for part in range(row) if not grid.is_total(part)])
        elif grid.is_total(row):
            whole = range(start, row) if row > start else range(1, len(grid.rows))
            parts = [part for part in whole if not grid.is_part(part)]
            if len(parts) > 1 and not any(grid.is_total(part) for part in parts):
                yield from _summed(grid, row, parts)
            start = row + 1
    if (last := _unnamed(grid)) is not None:
        yield from _summed(grid, last, range(last), len(grid.rows) > FEWEST)


def _averages(grid: Grid, row: int, parts: list[int]) -> Iterator[Relation]:
    """Hold the averages of a table's last row to the rows above it; where one is weighted, it misses by more than a slip."""
    for column in range(grid.width):
        stated, cells = grid.rows[row][column], [grid.rows[part][column] for part in parts]
        whole = [cell.quantity for cell in cells if cell]
        if stated and 1 < len(whole) == len(cells):
            relation = Relation(stated.quantity, total(whole) / Quantity.constant(len(whole)))
            if relation.meets() or _miswritten(relation):
                yield relation


def _summed(grid: Grid, row: int, parts: Sequence[int], named: bool = True) -> Iterator[Relation]:
    sums = [_sum(grid, row, parts, column) for column in range(grid.width)]
    found = [relation for relation in sums if relation is not None]
    if any(_to_the_digit(relation) for relation in found):
        found = [_counted(relation) for relation in found]
    agreed = sum(relation.meets() for relation in found)
    foot = named and len(parts) >= FEWEST and row == len(grid.rows) - 1
    for relation in found:
        alone = len(found) == 1 and relation.stated.unit == "%"
        shown = len(digits(relation.stated.working)) >= FEWEST
        near = _nearly(relation, named and (agreed > 0 or alone)) and (shown or agreed)
        if relation.meets() or near or (foot and _one_stroke(relation, agreed > 0)):
            yield relation


def _to_the_digit(relation: Relation) -> bool:
    """Tell whether a total is its sum as the figures stand, so that what the rows count is not rounded."""
    stated, implied = relation.stated.interval, relation.implied.interval
    return (
        relation.stated.unit != "%"
        and stated.middle == implied.middle
        and stated.middle.denominator == 1
        and stated.middle >= LEAST
    )


def _counted(relation: Relation) -> Relation:
    """Return a total and its sum as numbers of things, which are no more and no less than they say."""
    sides = (relation.stated, relation.implied)
    if any(side.interval.middle.denominator > 1 or side.interval.middle >= 1000 or side.unit == "%" for side in sides):
        return relation
    stated, implied = (side.changed(value=Interval.exactly(side.interval.middle)) for side in sides)
    return relation._replace(stated=stated, implied=implied)


def _one_stroke(relation: Relation, agreed: bool) -> bool:
    """Tell whether one slip in one figure is why the rows above the foot of a table miss their total: too much, or a digit off.

    What falls short may leave some rows out, so there another column must agree, or the total be a digit off.
    """
    stated, implied = relation.stated.interval.middle, relation.implied.interval.middle
    if stated < LEAST or relation.stated.unit == "%" or abs(stated - implied) > stated / 3:
        return False
    return slipped(relation) if agreed or implied > stated else _miswritten(relation)


def _sum(grid: Grid, row: int, parts: Sequence[int], column: int) -> Relation | None:
    stated, cells = grid.rows[row][column], [grid.rows[part][column] for part in parts]
    whole = [cell for cell in cells if cell is not None]
    unsummed = any(word in grid.head(column) for word in UNSUMMED)
    if stated is None or len(whole) != len(cells):
        return None
    if stated.percent:
        shown = sum(cell.value for cell in whole if cell.percent and cell.value > 0)
        hundred = stated.value == HUNDRED <= shown  # what falls short may leave some out
        return Relation(stated.quantity, total([cell.quantity for cell in whole])) if hundred else None
    if unsummed:
        return None
    return Relation(stated.quantity, total([cell.quantity for cell in whole]))


def _nearly(relation: Relation, agreed: bool) -> bool:
    """Tell whether a total misses its sum as a slip does, or by little where another column is right."""
    stated, implied = relation.stated.interval.middle, relation.implied.interval.middle
    return _miswritten(relation) or (agreed and abs(stated - implied) <= NEAR * abs(stated))


def _miswritten(relation: Relation) -> bool:
    """Tell whether the stated figure is what it should be but for one digit, or two swapped."""
    stated, low, high = relation.stated, relation.implied.interval.low, relation.implied.interval.high
    text = restyled(stated.working, stated.interval.middle, relation.implied.interval.middle)
    return high - low <= HUNDRED and text is not None and mistyped(digits(stated.working), digits(text))


def _unnamed(grid: Grid) -> int | None:
    """Return the last row if it is the sum of all others in two columns at least, whatever its name."""
    last = len(grid.rows) - 1
    if last < FEWEST or any(map(grid.is_total, range(last + 1))):
        return None
    sums = [one for column in range(grid.width) if (one := _sum(grid, last, range(last), column))]
    met = [one for one in sums if one.meets() and one.stated.interval.middle >= LEAST]
    if len(met) > 1 and 2 * len(met) > len(sums):
        return last
    telling = any(_to_the_digit(one) or _fine(one) for one in met)
    return last if telling and len(sums) == 2 and all(one in met or slipped(one) for one in sums) else None


def _fine(relation: Relation) -> bool:
    """Tell whether a figure of three digits or more is the sum of others as they stand, which is no chance."""
    stated, implied = relation.stated, relation.implied
    return len(digits(stated.working)) >= FEWEST and stated.interval.middle == implied.interval.middle


def _periods(grid: Grid) -> Iterator[Relation]:
    """Add the innings, quarters or sets of a line score up to its last figure: | 1 | 2 | 3 | R |; an x is none."""
    ends = [column for column in range(grid.width) if grid.head(column) in FINAL]
    timed = [column for column in range(ends[0]) if PERIOD.fullmatch(grid.head(column))] if len(ends) == 1 else []
    if len(timed) < FEWEST or len(timed) != ends[0]:
        return
    for row in grid.rows:
        cells = [row[column] for column in timed]
        final, played = row[ends[0]], [cell for cell in cells if cell]
        if final is not None and len(played) >= len(cells) - 1 and played:
            parts = [_exactly(cell) for cell in played]
            yield Relation(_exactly(final), total(parts))


def _exactly(cell: Cell) -> Quantity:
    return cell.quantity.changed(value=Interval.exactly(cell.value))


def _columns(grid: Grid) -> Iterator[Relation]:
    """Hold every row to the laws that the other rows keep."""
    for law in laws(grid):
        yield from (relation for _, relation in relations_of(grid, law))


def _shares(grid: Grid) -> Iterator[Relation]:
    """Hold the percentages of a column to the total of another, named or not: 18 seats of 50 are 36%."""
    row = next(filter(grid.is_total, range(len(grid.rows))), None)
    shares = [n for n in range(grid.width) if any(cell and cell.percent for cell in grid.column(n))]
    for column in range(grid.width) if shares else ():
        whole = _whole(grid, row, column) if column not in shares else None
        for share in shares if whole else ():
            if " of " in grid.head(share) and not stems(grid.head(column).split()) & stems(grid.head(share).split()):
                continue
            pairs = [(one[share], one[column]) for at, one in enumerate(grid.rows) if at != row]
            found = [
                Relation(stated.quantity, (part.quantity / whole).as_unit("%"))
                for stated, part in pairs
                if whole and stated and part and not part.percent
            ]
            broken = [one for one in found if not one.meets()]
            slips = row is not None or all(map(slipped, broken))
            if len(found) >= FEWEST - 1 + bool(broken) and len(broken) <= max(1, len(found) // 4) and slips:
                yield from found


def _whole(grid: Grid, row: int | None, column: int) -> Quantity | None:
    """Return the figure of the row that is named as the total, or the sum of a column that has none; None for no number."""
    if row is not None:
        cell = grid.rows[row][column]
        return cell.quantity if cell and cell.value > 0 else None
    cells = [cell for cell in grid.column(column) if cell and cell.value >= 0 and not cell.percent]
    if len(cells) != len(grid.rows) or len(cells) < FEWEST:
        return None
    whole = total([cell.quantity for cell in cells])
    return whole.changed(spans=(), made=None) if whole.interval.low > 0 else None


def _results(grid: Grid) -> Iterator[Relation]:
    """Hold a profit or balance in the last of three rows to the two above it."""
    if (
        len(grid.rows) == FEWEST
        and grid.labels[-1].lower().split()[-1:]
        and not RESULTS.isdisjoint(grid.labels[-1].lower().split())
    ):
        above = [(one, other, last) for one, other, last in zip(*grid.rows, strict=True) if one and other and last]
        found = [Relation(last.quantity, _left_of(one, other)) for one, other, last in above]
        if sum(one.meets() for one in found) * 2 >= len(found):
            yield from found


def _left_of(one: Cell, other: Cell) -> Quantity:
    """Return what costs leave of an income, told as they are or as less than nothing: 410, (312)."""
    return one.quantity + other.quantity if other.value < 0 else one.quantity - other.quantity
