"""A table of the text as numbers in rows and columns, with what its labels say."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from fractions import Fraction
from functools import cache
from itertools import groupby
from operator import attrgetter

from factcheck.document import Document, Span, Table
from factcheck.model import Mention
from factcheck.numerals import Number, written
from factcheck.patterns import Pattern
from factcheck.quantity import Interval, Quantity
from factcheck.records import NamedTuple
from factcheck.regexes import compiled

LARGEST = 400
"""Tables of more rows are data, not copy."""

WIDEST = 12
TOTALS = frozenset("total totals all overall sum altogether combined both whole entire everything 합계 전체 계".split())
WHOLE = frozenset({"full year", "whole year", "full season", "grand total", "in all", "everyone", "everybody"})
"""Labels that name a total without a word of TOTALS."""

SCALES = (1, 10**3, 10**6, 10**9)
"""By these a text and a table may tell one number in other units: 1.2 million, and 1,200 under "in thousands"."""

IN_ALL = Pattern(r"\b(?:in all|in total|all told|altogether|combined|overall|together)$|\btotal\b")
PART_OF = Pattern(r"[-–—] ?|(?:of|in|among) which\b|of (?:whom|them)\b|incl", re.IGNORECASE)
"""What begins the label of a row that is a part of the one above it."""
MEANS = frozenset({"average", "mean", "avg", "avg.", "평균"})
LINE = Pattern(r"(?P<label>[^\W\d][^:\n]{0,60}?): *(?P<figure>\S+)\W*")
"""An item of a list that is a row of a table: Salaries: £1.8m."""


SPACES = compiled(r"\s")
IN_PERCENT = Pattern(
    r"(?<!\d)(?<!\d )(?:%|\bper ?cent\b|\bpct\b|퍼센트)(?! ?(?:p\b|pts?\b|points?\b|포인트))", re.IGNORECASE
)
"""In the head of a column these make its numbers shares."""


def nearest_scale(number: Fraction, aim: Fraction) -> int:
    """Return the scale that brings a number of a table nearest to one of the text."""
    return min(SCALES, key=lambda scale: abs(number * scale - aim))


class Cell(NamedTuple):
    """A cell that holds a number; `percent` where a percent sign stands in it, or over its column."""

    span: Span
    text: str
    number: Number
    percent: bool

    @property
    def quantity(self) -> Quantity:
        """The number as a Quantity, a share as a fraction of one."""
        number = self.number.times(Fraction(1, 100)) if self.percent else self.number
        return Quantity(number.interval, "%" if self.percent else "", self.text, (self.span,))

    def scaled(self, scale: int) -> Quantity:
        """Return the size of the number in another scale."""
        return self.quantity.changed(value=self.quantity.interval.size().times(Interval.exactly(scale)))

    def scaled_to(self, figure: Mention) -> Quantity:
        """Return the size of the number in the scale that brings it nearest to a figure of the text, and in its unit."""
        scale = nearest_scale(self.quantity.interval.size().middle, figure.quantity.interval.middle)
        return self.scaled(scale).as_unit(figure.unit)

    @property
    def value(self) -> Fraction:
        """The number as displayed."""
        return self.number.middle


class Grid(NamedTuple):
    """The rows of a table below its header: a label each, and behind it a number or None for each column."""

    heads: tuple[str, ...]
    labels: tuple[str, ...]
    spans: tuple[Span, ...]
    rows: tuple[tuple[Cell | None, ...], ...]

    def column(self, number: int) -> list[Cell | None]:
        """Return a column from the top down."""
        return [row[number] for row in self.rows]

    def head(self, number: int) -> str:
        """Return what stands over a column, in lower case."""
        return self.heads[number].lower() if number < len(self.heads) else ""

    @property
    def width(self) -> int:
        """How many columns there are behind the labels."""
        return max(map(len, self.rows), default=0)

    def is_part(self, row: int) -> bool:
        """Tell whether a row is said to be a part of the one above it: of which abroad."""
        return row > 0 and PART_OF.match(self.labels[row]) is not None

    def is_mean(self, row: int) -> bool:
        """Tell whether a row is named as the average of others."""
        return self.labels[row].lower().split(" ")[0] in MEANS

    def is_total(self, row: int) -> bool:
        """Tell whether a row is named as the total of others."""
        label = self.labels[row].lower()
        if label in WHOLE or IN_ALL.search(label):
            return True
        return not TOTALS.isdisjoint(label.replace(":", "").split()[:2])


@cache
def _numeral() -> re.Pattern[str]:
    digits = r"(?P<digits>(?:\d[\d,]*|\d{1,3}(?:[ \u00a0\u202f]\d{3})+)(?:\.\d+)?)"
    return compiled(rf"(?P<minus>[-−–(])?\+?\s?[$€£¥₩]?{digits}\s?(?P<percent>%)?(?:[a-z]{{0,2}})\)?")


def cell(document: Document, span: Span) -> Cell | None:
    """Return a cell as a number; None for words, dashes and what holds more than one."""
    text = document.text[span.start : span.end].strip().strip("*")
    found = _numeral().fullmatch(text)
    if found is None:
        return None
    try:
        number = written(SPACES.sub("", found["digits"]))
    except ValueError:
        return None
    if found["minus"]:
        number = Number(-number.middle, number.half, number.coarse)
    return Cell(span, text, number, bool(found["percent"]))


def grids(document: Document) -> Iterator[Grid]:
    """Return the document's tables that hold numbers."""
    for table in document.tables:
        if 3 <= len(table.rows) <= LARGEST and 2 <= max(map(len, table.rows)) <= WIDEST:
            yield _grid(document, table)


def listed(document: Document) -> Iterator[Grid]:
    """Yield the lists whose items are each a label and a figure, the last of them a total, as tables of one column."""
    for kind, blocks in groupby(document.blocks, attrgetter("kind")):
        lines = [LINE.fullmatch(document.text, block.start, block.end) for block in blocks] if kind == "item" else []
        rows = tuple((Span(*line.span("label")), Span(*line.span("figure"))) for line in lines if line)
        if 2 < len(rows) == len(lines):
            grid = _grid(document, Table(rows, header=False))
            if not grid.heads and grid.is_total(len(rows) - 1):
                yield grid


def _grid(document: Document, table: Table) -> Grid:
    def words(span: Span) -> str:
        return document.text[span.start : span.end].strip().strip("*")

    headed = table.header or _all_words(document, table.rows[0])
    body = [row for row in table.rows[headed:] if row]
    heads = tuple(words(span) for span in table.rows[0][1:]) if headed else ()
    shares = {n for n, head in enumerate(heads) if IN_PERCENT.search(head)}
    rows = tuple(tuple(_of_column(cell(document, span), n in shares) for n, span in enumerate(row[1:])) for row in body)
    width = max(map(len, rows), default=0)
    filled = tuple(row + (None,) * (width - len(row)) for row in rows)
    return Grid(heads, tuple(words(row[0]) for row in body), tuple(row[0] for row in body), filled)


def _of_column(found: Cell | None, shares: bool) -> Cell | None:
    """Return a cell as a share where the head of its column says that all are."""
    return found._replace(percent=True) if found and shares else found


def _all_words(document: Document, row: Sequence[Span]) -> bool:
    """Tell whether a first row that is not marked as a header is one all the same: a word over every column."""
    said = [document.text[span.start : span.end].strip() for span in row[1:]]
    return bool(said) and all(text[:1].isalpha() for text in said)
