"""What a table answers to a figure: the value that it gives, the cells that give it, and whether the words tie the two."""

from __future__ import annotations

import os
from collections.abc import Sequence
from fractions import Fraction
from typing import NamedTuple

from factcheck import shown
from factcheck.article import Article
from factcheck.datatable.heads import head
from factcheck.datatable.names import words
from factcheck.datatable.reading import Told, root_of, same
from factcheck.datatable.table import Cell, DataTable, Frame, Label, Measure
from factcheck.document import Span
from factcheck.model import Mention
from factcheck.quantity import HUGE, Interval, Quantity
from factcheck.reference import units
from factcheck.segment import vocabulary
from factcheck.subjects import digits, mistyped

POWERS = (1, 10**3, 10**6, 10**9)
"""The scales that a table may be in which names none."""

COUNTED = 10**5
"""A column of whole numbers that reaches so far counts things one by one."""

TELLING = 3
"""A figure of fewer digits is a digit away from too many others."""

TENS = (1, 2, 3, 6)
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
    def place(self) -> int:
        """Where in the skeleton the figure stands."""
        return self.article.place(self.mention)


def value_of(measure: Measure, cell: Cell, factor: Fraction = Fraction(1)) -> Interval:
    """Return what a cell stands for: its number, as finely as the column shows it."""
    return Interval.around(cell.value, measure.column.half).times(Interval.exactly(factor))


def factors(measure: Measure, mention: Mention) -> list[Fraction]:
    """Return what turns a number of the table into the unit of a figure; none where the two are of different things.

    Several where the table names no scale.
    """
    unit, scale = measure.column.head.unit, measure.column.head.scale
    if mention.kind in ("percent", "fraction", "points"):
        return [scale] if unit in ("%", "pp") else [Fraction(1, 100)] if unit is None and scale == 1 else []
    if mention.kind not in ("money", "count", "measure"):
        return []
    if unit is None:
        known = scale != 1 or (mention.kind == "count" and measure.column.high >= COUNTED and not measure.column.decimals)
        return [scale] if known else [Fraction(power) for power in POWERS]
    if unit == mention.unit:
        return [scale]
    converted = units.convert(Interval.exactly(scale), unit, mention.unit) if mention.kind == "measure" else []
    return [value.low for value in converted]


def stated(mention: Mention) -> Quantity:
    """Return a figure as it is held against data: noughts at its end may be rounding, save in a percentage."""
    return mention.quantity if mention.kind in ("percent", "points", "fraction") else mention.rounded


def number_answer(
    asked: Asked, implied: Sequence[Interval], cells: tuple[Cell, ...], working: str, says: str, sure: bool = True
) -> Answer | None:
    """Return the answer to a figure from what it may be; None for nothing to compare it with.

    It is held against the article where it is miswritten as figures are, or where the words leave nothing else to mean.
    """
    if not implied:
        return None
    mention = asked.mention
    said = stated(mention)
    near = min(implied, key=lambda value: (value.gap(said.interval), abs(value.middle - said.interval.middle)))
    doubt = None
    if not near.meets(said.interval):
        slip = slipped(mention, near) or _elsewhere(asked, implied, near)
        firm = asked.told.firm and sure and asked.dated and len(implied) == 1 and plain(asked)
        doubt = None if slip or firm else LOOSE
        doubt = UNDATED if doubt is None and not asked.dated else doubt
    given = Quantity(near, mention.unit, working)
    return Answer(mention.span, said, given, cells, says, f"{working}; the text says {mention.text}", doubt)


def slipped(mention: Mention, right: Interval) -> bool:
    """Tell whether a figure differs from the right one as slips do: a digit, two digits swapped, a power of ten."""
    said = mention.quantity.interval
    should = shown.restyled(mention.text, said.middle, right.middle)
    ours, theirs = digits(mention), "".join(sign for sign in should or "" if sign.isdecimal())
    if len(ours) < TELLING or mention.hedge:
        return False
    tens = (Interval.exactly(Fraction(10) ** power) for size in TENS for power in (size, -size))
    return mistyped(ours, theirs) or any(said.times(power).meets(right) for power in tens)


def _elsewhere(asked: Asked, implied: Sequence[Interval], near: Interval) -> bool:
    """Tell whether a figure is that of another row, or of the same row in another year."""
    said, measure = asked.mention.quantity.interval, asked.frame.measure
    ways = factors(measure, asked.mention)
    if len(digits(asked.mention)) < TELLING or len(ways) != len(implied) or said.high >= HUGE or said.low <= -HUGE:
        return False
    factor = ways[list(implied).index(near)]
    low, high = said.low / factor, said.high / factor
    twins = [one for one in asked.table.measures if one.words == measure.words and one.column.head.unit == measure.column.head.unit]
    own = [asked.table.cell(asked.frame._replace(measure=twin), asked.label) for twin in twins if asked.label]
    return any(cell and low <= cell.value <= high for cell in own) or bool(asked.table.within(asked.frame, low, high))


def plain(asked: Asked) -> bool:
    """Tell whether the words narrow neither the measure nor the figure: "exports", not "car exports" or "exports of cars"."""
    measured = [at for at, _ in asked.told.measures if at >= 0]
    return all(not _narrowed(asked, at, True) for at in measured) and not _narrowed(asked, asked.place, False)


def _narrowed(asked: Asked, at: int, before: bool) -> bool:
    if before and _strange(asked, at - 1):
        return True
    behind = at + 1
    if before and _strange(asked, behind) and not asked.article.word(behind).endswith("ed"):
        return True
    if asked.article.word(behind) not in words("partial"):
        return False
    while asked.article.skeleton[behind + 1 : behind + 2] in vocabulary()[1]["DETERMINER"] and behind < asked.told.passage.end:
        behind += 1
    return _strange(asked, behind + 1)


def _strange(asked: Asked, place: int) -> bool:
    """Tell whether a word is one that neither the table nor the lexicon knows."""
    article, passage = asked.article, asked.told.passage
    if not passage.start <= place < passage.end or article.skeleton[place] not in "wN":
        return False
    if place in asked.told.inside:
        return False
    root = root_of(article, place)
    known = asked.frame.measure.words | kinds(asked.table)
    return not any(same(word, root) for word in known)


def kinds(table: DataTable) -> frozenset[str]:
    """Return what the rows of a table are, by the heads of their names: districts."""
    return frozenset(word for place in table.labels for word in head(table.heads[place]).words)


def file_of(table: DataTable) -> str:
    """Return a table's name as an editor knows it: its file, without the folders."""
    return os.path.basename(table.name)


def where(table: DataTable, measure: Measure, cell: Cell) -> str:
    """Return where a cell stands, in words: "exports.csv, row Ulsan, column 2024"."""
    return f"{file_of(table)}, row {cell.label}, column {measure.name}"


def as_shown(cell: Cell) -> str:
    """Return a cell's number, grouped by commas."""
    return shown.number(cell.value, 12)
