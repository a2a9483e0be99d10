"""Figures that a sentence gives to one row of a table beside it, told by what stands over their column or by its unit."""

from __future__ import annotations

import re
from collections.abc import Iterator

from factcheck.article import Article, Sentence
from factcheck.link.context.grids import SCALES, Cell, Grid, grids
from factcheck.link.context.subjects import stem
from factcheck.link.table.columnheads import head
from factcheck.link.table.tabletalk import OTHERWISE, figured, stretches
from factcheck.model import Mention, Relation
from factcheck.numerals import digits
from factcheck.patterns import Pattern
from factcheck.quantity import Interval, Quantity
from factcheck.slips import mistyped

SHORTEST, LEAST = 3, 2
"""So many letters has a label, and so many digits a figure, that are known again."""

ONE = Interval.exactly(1)
SAYS = "The text says {stated}, the table {working}."
QUOTED = frozenset({"money", "count", "percent", "measure"})
COMPARED = Pattern(
    r"\b(?:than|from|against|versus|to|by|of the|aged?|another|other|further|every|each|per)(?: (?:the|a|about|some|just|only))? ?[£$€]?$",
    re.I,
)
"""Right before a figure these make it none of the row's own."""

MOVED = Pattern(
    r"\b(?:down|up|ros\w*|ris\w*|f[ae]ll\w*|gr[eo]w\w*|increas\w*|declin\w*|gain\w*|drop\w*|cut|climb\w*|jump\w*|slip\w*)(?: (?:by|some|about|nearly))? [£$€]?$",
    re.I,
)
"""And these make it how far the row's own moved."""

SPREAD = Pattern(r"^ ?(?:an?|per|each|apiece|more|fewer|less|higher|lower|ahead|behind|points?\b(?! (?:and|in)))\b")
YEARS = Pattern(r"\b(?:(?:19|20)\d\d|(?:last|previous) (?:year|month|week|season))\b")
OPEN = Pattern(r"(\d+)(?: ?\+| (?:and|or) (?:over|more|older|above|up))", re.I)
COIN = Pattern(r"[£$€¥₩]")


def rows_quoted(article: Article) -> Iterator[Relation]:
    """Yield each figure of a sentence with the cell that it quotes, or would but for a slip, in the one row that is named."""
    found = list(grids(article.document))
    for grid in found:
        for sentence, span in figured(article, stretches(article, grid, len(found) == 1)):
            words = article.text(span)
            if not OTHERWISE.search(words.lower()):
                yield from _of_rows(article, sentence, grid, words, span.start)


def _of_rows(article: Article, sentence: Sentence, grid: Grid, words: str, start: int) -> Iterator[Relation]:
    places = {
        row: at
        for row in range(len(grid.labels))
        if not grid.is_total(row) and (at := _named(grid.labels[row], words)) >= 0
    }
    for figure in sentence.mentions if places else ():
        before = [row for row, at in places.items() if at < figure.span.start - start]
        if len(before) != 1 or not may_quote(article, figure):
            continue
        row = before[0]
        columns = [n for n in range(grid.width) if grid.rows[row][n] and _is_of(article, figure, grid, n, words)]
        cells = [cell for cell in grid.rows[row] if cell]
        cell = grid.rows[row][columns[0]] if len(columns) == 1 else None
        if cell and _equal(figure, cell):
            stated = Quantity(ONE, "", figure.text, (figure.span,))
            yield Relation(stated, Quantity(ONE, "", cell.text, (cell.span,)))
        elif cell and not any(_equal(figure, cell) for cell in cells):
            others = [one for one in grid.column(columns[0]) if one and one is not cell and _equal(figure, one)]
            slipped = mistyped(digits(figure.text), digits(cell.text))
            if (slipped or (others and len(places) <= LEAST)) and _timed_alike(grid, columns[0], words):
                yield Relation(figure.quantity, cell.scaled_to(figure), says=SAYS)


def _named(label: str, words: str) -> int:
    """Return where a sentence names a row, in the singular or the plural, or in other words for "60 and over"; -1 where it does not."""
    if opened := OPEN.fullmatch(label.strip()):
        return next((one.start() for one in OPEN.finditer(words) if one[1] == opened[1]), -1)
    if len(label) < SHORTEST or not label[0].isalpha():
        return -1
    found = re.search(rf"\b{re.escape(label)}(?:e?s)?\b", words, re.I if label.islower() else 0)
    if found is None and label.isalpha():
        found = re.search(rf"\b{re.escape(label)}(?:e?s)?\b", words, re.I)
    return found.start() if found else -1


def may_quote(article: Article, figure: Mention) -> bool:
    """Tell whether a figure may be one of a table: a plain number that is compared with none, and none for each."""
    before, behind = article.around(figure, 24)
    plain = figure.kind in QUOTED and figure.number is not None and not figure.hedge and figure.upper is None
    if MOVED.search(before):
        return False
    return plain and len(digits(figure.text)) >= LEAST and not COMPARED.search(before) and not SPREAD.match(behind)


def _is_of(article: Article, figure: Mention, grid: Grid, column: int, words: str) -> bool:
    """Tell whether a figure is of what a column tells: its percentages, its money, its unit, or what stands over it."""
    cells = [cell for cell in grid.column(column) if cell]
    told = head(grid.heads[column]) if column < len(grid.heads) else None
    if any(cell.percent for cell in cells) or (told is not None and told.unit == "%"):
        return figure.kind == "percent"
    if told is None or figure.kind == "percent":
        return False
    topics = {stem(word) for word in re.findall(r"[a-z]{3,}", words.lower())}
    if any(COIN.search(cell.text) for cell in cells) or (told.unit or "").isupper():
        return figure.kind == "money" and not told.words.isdisjoint(topics)
    if told.unit:
        return figure.kind == "measure" and figure.unit == told.unit
    alone = (
        grid.width == 1
        and not figure.noun
        and (len(digits(figure.text)) > LEAST or any(_equal(figure, one) for one in cells))
    )
    return figure.kind == "count" and (alone or stem(_behind(article, figure)) in told.words)


def _behind(article: Article, figure: Mention) -> str:
    return figure.noun or article.word(article.place(figure) + 1)


def _timed_alike(grid: Grid, column: int, words: str) -> bool:
    """Tell whether a sentence tells no time but that of the column."""
    return set(YEARS.findall(words.lower())) <= set(YEARS.findall(grid.head(column)))


def _equal(figure: Mention, cell: Cell) -> bool:
    return any(figure.rounded.interval.meets(cell.scaled(scale).interval) for scale in SCALES)
