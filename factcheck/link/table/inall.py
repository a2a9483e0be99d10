"""What a text says that a column of its table comes to: "in all, 20,639 ballots were cast", "the budget of 36 million"."""

from __future__ import annotations

from collections.abc import Iterator
from fractions import Fraction

from factcheck.article import Article
from factcheck.link.context.grids import Cell, Grid, grids, nearest_scale
from factcheck.link.context.subjects import stem
from factcheck.link.series.closers import leaves_none
from factcheck.link.table.columnheads import head
from factcheck.link.table.rowsquoted import may_quote
from factcheck.link.table.tabletalk import figured, rows_named, stretches
from factcheck.model import Mention, Relation
from factcheck.numerals import digits
from factcheck.patterns import Pattern
from factcheck.quantity import Interval, total
from factcheck.slips import mistyped

LEAST, TELLING, FAR = 3, 4, Fraction(1, 3)
"""So many rows make a column, so many digits tell its sum without more words, and no slip takes it farther off."""

ALL_OF_IT = Pattern(
    r"\b(?:in all|in total|altogether|all told|total(?:led|ling)?|budget|costs?|raised|came to|comes to|together|combined|overall|whole)\b"
)
UNSUMMED = Pattern(r"%|rate|average|price|rank|year|age|index|ratio|per |share|height|built|founded")
SAYS = "The text says {stated}, but the table comes to {implied} ({working})."


def in_all(article: Article) -> Iterator[Relation]:
    """Yield each figure beside a table that is the sum of a column, or would be but for a slip."""
    found = list(grids(article.document))
    for grid in found:
        sums = [one for number in range(grid.width) if (one := _column(grid, number))]
        near = stretches(article, grid, len(found) == 1) if sums else []
        closed = any(leaves_none(article.text(one)) for one in near)
        for sentence, span in figured(article, near):
            words = article.text(span)
            if rows_named(grid, words) and not ALL_OF_IT.search(words):
                continue
            for figure in sentence.mentions:
                if may_quote(article, figure) and figure.kind != "percent" and len(digits(figure.text)) > 1:
                    yield from _held(figure, grid, sums, words, closed)


def _column(grid: Grid, number: int) -> tuple[int, list[Cell]] | None:
    cells = [cell for cell in grid.column(number) if cell]
    rows = range(len(grid.rows))
    plain = len(cells) == len(rows) >= LEAST and not any(
        grid.is_total(row) or grid.is_part(row) or grid.is_mean(row) for row in rows
    )
    whole = (
        plain and not any(cell.percent or cell.value < 0 for cell in cells) and not UNSUMMED.search(grid.head(number))
    )
    return (number, cells) if whole else None


def _held(
    figure: Mention, grid: Grid, sums: list[tuple[int, list[Cell]]], words: str, closed: bool
) -> Iterator[Relation]:
    size = figure.quantity.interval.middle
    for _, cells in sums:
        added = sum((cell.value for cell in cells), Fraction(0))
        scale = nearest_scale(added, size)
        if size == added * scale:
            if len(digits(figure.text)) >= LEAST:
                yield _relation(figure, cells, scale)
            return
    for number, cells in sums:
        added = sum((cell.value for cell in cells), Fraction(0))
        scale = nearest_scale(added, size)
        off = size / scale - added
        named = (
            stem(figure.noun) in head(grid.heads[number]).words if figure.noun and number < len(grid.heads) else False
        )
        tied = (len(digits(figure.text).strip("0")) >= TELLING and (named or len(sums) == 1)) or (
            ALL_OF_IT.search(words.lower()) is not None and (closed or named) and len(sums) == 1
        )
        quoted = any(digits(cell.text) == digits(figure.text) for row in grid.rows for cell in row if cell)
        if (
            tied
            and not quoted
            and size / scale > max(cell.value for cell in cells)
            and abs(off) <= added * FAR
            and _slipped(cells, figure, added, off)
        ):
            yield _relation(figure, cells, scale)
            return


def _slipped(cells: list[Cell], figure: Mention, added: Fraction, off: Fraction) -> bool:
    """Tell whether one digit, in the sum or in one row, is why the two miss each other."""
    wanted = [(cell.text, cell.value, cell.value + off) for cell in cells]
    rows = any(_mistyped(value, right) for _, value, right in wanted if right > 0)
    return rows or _mistyped(added + off, added)


def _mistyped(one: Fraction, other: Fraction) -> bool:
    power = max(one.denominator, other.denominator)
    return mistyped(str(int(one * power)), str(int(other * power)))


def _relation(figure: Mention, cells: list[Cell], scale: int) -> Relation:
    exact = [cell.quantity.changed(value=Interval.exactly(cell.value * scale), unit=figure.unit) for cell in cells]
    stated = figure.quantity.changed(value=Interval.exactly(figure.quantity.interval.middle))
    return Relation(stated, total(exact), says=SAYS)
