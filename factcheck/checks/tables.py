"""Tables: what their rows and columns say of each other, and what the text says of them."""

from __future__ import annotations

from collections.abc import Iterator
from fractions import Fraction

from factcheck.article import Article
from factcheck.check import check
from factcheck.columns import laws, meets, relations_of
from factcheck.grids import Cell, Grid, grids
from factcheck.model import Mention, Relation
from factcheck.quantity import Interval, Quantity, total
from factcheck.subjects import digits, mistyped

NEAR = Fraction(1, 10)
"""A total so near to its sum is that sum miswritten; one farther off is of other rows."""

FEWEST = 3
"""A figure of fewer digits may be that of a cell by chance."""

SHORTEST = 4
SCALES = (0, 3, 6, 9)
QUOTING = frozenset({"count", "money", "percent", "measure"})
ONE = Interval.exactly(1)
SAYS = "The text says {stated}, the table {working}."

UNSUMMED = (
    "rate", "average", "avg", "mean", "median", "per ", "price", "index", "rank", "year", "age", "%", "share",
    "ratio",
)  # fmt: skip
"""What stands over a column whose total is no sum."""


@check("table", says="The table says {stated} where {working} gives {implied}.")
def table(article: Article) -> Iterator[Relation]:
    """The totals, changes, sums and products of a table must be right, and the text must quote it rightly.

    What a column is to others is found out from the rows: where a relation holds in all rows but few, those few
    are wrong.  A total is wrong only where it is near the sum of its rows.

    Wrong: | | 2023 | 2022 | / |---|---|---| / | Figs | 1,140 | 1,000 | / | Plums | 820 | 655 | / | Total | 1,960 | [1,565] |
    Wrong: | | Now | Then | Change | / |---|---|---|---| / | A | 110 | 100 | 10% | / | B | 60 | 50 | 20% | / | C | 39 | 30 | [20%] |
    Wrong: | | Acres | Yield | Crop | / |---|---|---|---| / | A | 20 | 31 | 620 | / | B | 15 | 42 | 630 | / | C | 11 | 50 | 550 | / | D | 12 | 36 | 432 | / | E | 14 | 33 | [642] |
    Wrong: | | P | W | D | L | / |---|---|---|---|---| / | Leith | 9 | 5 | 3 | 1 | / | Ayr | 9 | 4 | 3 | 2 | / | Perth | 9 | 4 | 2 | [1] |
    Wrong: | | 2023 | 2022 | / |---|---|---| / | Ashby | 9,330 | 8,100 | / | Corley | 700 | 600 | / Ashby had [9,930] people.
    Right: | | 2023 | / |---|---| / | Figs | 1,140 | / | Plums | 820 | / | Total | 1,960 |
    Right: | | 2023 | 2022 | / |---|---|---| / | Ashby | 9,330 | 8,100 | / | Corley | 700 | 600 | / Ashby had 9,300 people.
    Skip: | Largest | 2023 | / |---|---| / | Figs | 1,140 | / | Plums | 820 | / | All fruit | 7,000 |
    Skip: | | Rate | / |---|---| / | Ashby | 4 | / | Corley | 6 | / | Total | 5 |
    Skip: | | Score | / |---|---| / | Ashby | 0 | / | Corley | 6 | / Ashby were reduced to 10 men.
    Skip: | | Old | New | / |---|---|---| / | parse | 240 ms | 180 ms | / | plan | 90 ms | 80 ms | / To parse it reads each of 340 rules.
    Skip: The table was long.
    """
    for grid in grids(article.document):
        yield from _totals(grid)
        yield from _columns(grid)
    if article.document.tables:
        yield from _prose(article)


def _totals(grid: Grid) -> Iterator[Relation]:
    """Add the rows up to the rows that are named as their totals."""
    start = 0
    for row in range(len(grid.rows)):
        if grid.is_total(row):
            parts = range(start, row) if row > start else range(1, len(grid.rows))
            if len(parts) > 1 and not any(grid.is_total(part) for part in parts):
                yield from _footed(grid, row, parts)
            start = row + 1


def _footed(grid: Grid, row: int, parts: range) -> Iterator[Relation]:
    sums = [_sum(grid, row, parts, column) for column in range(grid.width)]
    found = [relation for relation in sums if relation is not None]
    agreed = sum(meets(relation) for relation in found)
    for relation in found:
        if meets(relation) or _nearly(relation, agreed > 0):
            yield relation


def _sum(grid: Grid, row: int, parts: range, column: int) -> Relation | None:
    stated, cells = grid.rows[row][column], [grid.rows[part][column] for part in parts]
    whole = [cell for cell in cells if cell is not None]
    unsummed = any(word in grid.head(column) for word in UNSUMMED)
    if stated is None or stated.percent or len(whole) != len(cells) or unsummed:
        return None
    return Relation(stated.quantity, total([cell.quantity for cell in whole]))


def _nearly(relation: Relation, agreed: bool) -> bool:
    """Tell whether a total misses its sum as a slip does, or by little where another column is right."""
    stated, implied = relation.stated.interval.middle, relation.implied.interval.middle
    plain = relation.implied.interval.high - relation.implied.interval.low <= 100
    slip = plain and mistyped(_plain(stated), _plain(implied))
    return slip or (agreed and abs(stated - implied) <= NEAR * abs(stated))


def _plain(value: Fraction) -> str:
    return str(round(value))


def _columns(grid: Grid) -> Iterator[Relation]:
    """Hold every row to the laws that the other rows keep."""
    for law in laws(grid):
        yield from (relation for _, relation in relations_of(grid, law))


def _prose(article: Article) -> Iterator[Relation]:
    """Hold the figures of a sentence that names one row against the cells of that row."""
    rows = _rows(article)
    for sentence in article.body:
        text = article.words(sentence)
        named = [label for label in rows if label in text]
        if len(named) == 1 and rows[named[0]]:
            for mention in sentence.mentions:
                yield from _quoted(mention, rows[named[0]])


def _rows(article: Article) -> dict[str, list[Cell]]:
    """Return the cells of each row that one label names, in all tables."""
    rows: dict[str, list[Cell]] = {}
    for grid in grids(article.document):
        for label, row in zip(grid.labels, grid.rows, strict=True):
            if len(label) >= SHORTEST and label[0].isalpha():
                rows[label] = [] if label in rows else [cell for cell in row if cell]
    return rows


def _quoted(mention: Mention, cells: list[Cell]) -> Iterator[Relation]:
    """Find the cell that a figure of the text quotes: the same digits, whatever the table's scale."""
    shown = len(digits(mention)) + 2 * (mention.kind == "percent")
    if mention.number is None or mention.kind not in QUOTING or shown < FEWEST:
        return
    alike = [cell for cell in cells if cell.percent == (mention.kind == "percent")]
    same = next((cell for cell in alike if _rounds(mention, cell)), None)
    if same is not None:
        stated, cited = ((found.text, found.span) for found in (mention, same))
        yield Relation(Quantity(ONE, "", stated[0], stated[1:]), Quantity(ONE, "", cited[0], cited[1:]))
    else:
        slipped = [cell for cell in alike if mistyped(digits(mention), _digits(cell)) and _as_told(mention, cell)]
        if len(slipped) == 1 and len(digits(mention)) >= FEWEST and not mention.hedge:
            yield Relation(mention.quantity, _scaled(slipped[0], mention), says=SAYS)


def _as_told(mention: Mention, cell: Cell) -> bool:
    """Tell whether a figure can be a cell's: none of things that are counted is that of a cell with a unit, 240 ms."""
    return mention.kind != "count" or not mention.noun or not any(map(str.isalpha, cell.text))


def _digits(cell: Cell) -> str:
    return "".join([sign for sign in cell.text if sign.isdecimal()])


def _rounds(mention: Mention, cell: Cell) -> bool:
    """Tell whether the text's figure is the cell's in round numbers, in some scale of thousands."""
    shown = mention.rounded.interval
    return cell.value != 0 and any(shown.meets(_in_scale(cell, power).interval) for power in SCALES)


def _in_scale(cell: Cell, power: int) -> Quantity:
    quantity = cell.quantity
    size = Quantity.constant(10**power)
    return quantity.changed(value=quantity.interval.size().times(size.interval))


def _scaled(cell: Cell, mention: Mention) -> Quantity:
    """Return a cell in the scale that brings it nearest to a figure of the text."""
    middle = mention.quantity.interval.middle
    power = min(SCALES, key=lambda power: abs(_in_scale(cell, power).interval.middle - middle))
    return _in_scale(cell, power).changed(unit=mention.unit)
