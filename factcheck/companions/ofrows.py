"""Figures worked out of the rows of a table that the words name: their sum, and their share of the whole."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import groupby

from factcheck.companions.compare import Comparison
from factcheck.companions.facts import Fact
from factcheck.companions.former import is_former
from factcheck.companions.telling import Passage
from factcheck.quantity import Interval
from factcheck.records import NamedTuple

ONE = Interval.exactly(1)
MOST_ROWS = 4


class Derived(NamedTuple):
    """A figure worked out of others: its `value`, how, from which facts of the source; `firm` if no chance agreement.

    `compares` tells whether it is what parts the two.
    """

    value: Interval
    working: str
    facts: tuple[Fact, ...]
    firm: bool
    compares: bool = False

    @property
    def way(self) -> int:
        """1 where what parts two figures went up from the earlier to the later, -1 down, 0 where none is known to be earlier."""
        if not self.compares or len({fact.passage for fact in self.facts}) > 1:
            return 0
        earlier, later = self._in_order()
        return 0 if earlier is None or later is None else 1 if later.signed > earlier.signed else -1

    def _in_order(self) -> tuple[Fact, Fact] | tuple[None, None]:
        """Return the earlier and the later of two figures: by the years of their heads, or by the words at them."""
        one, other = self.facts
        if one.year is not None and other.year is not None:
            return (one, other) if one.year < other.year else (other, one) if one.year > other.year else (None, None)
        if one.column >= 0 or is_former(one) == is_former(other):
            return None, None
        return (one, other) if is_former(one) else (other, one)

    @property
    def relative(self) -> Interval:
        """By what share of the one figure the other differs, whichever of the two is the first."""
        one, other = (fact.values[0] for fact in self.facts)
        return one.over(other).minus(ONE).size().hull(other.over(one).minus(ONE).size())

    @property
    def points(self) -> bool:
        """Whether two percentages are subtracted."""
        return self.compares and all(fact.sort == "share" for fact in self.facts)


def of_rows(comparison: Comparison, fact: Fact) -> Iterator[Derived]:
    """Yield what comes of the rows that the words about a figure name, column by column, and of the rows that may be the whole."""
    said = comparison.article.passages[fact.passage]
    words = said.words | said.context
    for table, rows in groupby(comparison.source.rows_named(words), key=lambda row: row.table):
        together = list(rows)
        for whole in comparison.source.wholes[table]:
            if len(together) <= MOST_ROWS and whole not in together:
                yield from _of_columns(fact, together, whole)
    yield from _of_one_name(comparison, fact, words)


def _of_one_name(comparison: Comparison, fact: Fact, words: frozenset[str]) -> Iterator[Derived]:
    """Yield the sums of the few rows of a table that share a word with the sentence: the two ferries of Torsay."""
    for rows in comparison.source.rows_sharing(words):
        if len(rows) <= MOST_ROWS:
            for column in sorted({cell.column for cell in rows[0].facts}):
                cells = [cell for row in rows for cell in row.facts if cell.column == column]
                if len(cells) == len(rows) > 1:
                    yield from _sums(fact, cells)


def _of_columns(fact: Fact, rows: list[Passage], whole: Passage) -> Iterator[Derived]:
    for total in whole.facts:
        cells = [cell for row in rows for cell in row.facts if cell.column == total.column]
        if fact.sort == "share" and total.sort != "share" and total.values[0].low > 0:
            yield from (_share([cell], total) for cell in cells)
            if len(cells) > 1:
                yield _share(cells, total)
        elif len(cells) > 1:
            yield from _sums(fact, cells)


def _sums(fact: Fact, cells: list[Fact]) -> Iterator[Derived]:
    """Yield the sum of cells, in each of the scales that their table may set."""
    for values in zip(*(cell.beside(fact) for cell in cells), strict=False):
        total = values[0]
        for value in values[1:]:
            total = total.plus(value)
        yield Derived(total, " + ".join(cell.mention.text for cell in cells), tuple(cells), firm=True)


def _share(cells: list[Fact], total: Fact) -> Derived:
    part = cells[0].values[0]
    for cell in cells[1:]:
        part = part.plus(cell.values[0])
    texts = " + ".join(cell.mention.text for cell in cells)
    working = f"({texts}) / {total.mention.text}" if len(cells) > 1 else f"{texts} / {total.mention.text}"
    return Derived(part.over(total.values[0]), working, (*cells, total), firm=True)
