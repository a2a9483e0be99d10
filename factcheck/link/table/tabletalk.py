"""Sentences about a table of the text: which stand beside it or point to it, and which column and rows they speak of.

A sentence may agree with a table that it stands beside or points to, where one column alone can be meant and no time
is told that the table does not tell.  It is held to the table only where it points to it, names what the column is of
or quotes one of its figures.
"""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterator
from functools import lru_cache

from factcheck.article import Article, Sentence, lowered
from factcheck.document import Block, Span
from factcheck.link.context.grids import WIDEST, Cell, Grid
from factcheck.link.table.columnheads import stems
from factcheck.patterns import Pattern
from factcheck.records import NamedTuple

COPY = frozenset({"paragraph", "item", "standfirst", "caption"})
SENTENCE = Pattern(r"[^\s.!?][^.!?\n]*(?:[.](?=\d)[^.!?\n]*)*")
POINTS = Pattern(
    r"\b(?:tables?|figures?|charts?|lists?|data|results|numbers) (?:\w+ )?(?:shows?|showed|suggests?|has|have|gives?|below|above)\b|"
    r"\bas (?:listed|shown|set out)\b"
)
OTHERWISE = Pattern(
    r"\b(?:not|never|no longer|used to|had been|once|previously|before|except|outside|apart|other than|since|until|if|would|could|"
    r"may|might|one of|among|ago|earlier|ever|yet|despite|newest|some)\b|n't\b"
)
"""What may make a sentence one of other rows, of another time, or of no fact."""
PER = Pattern(r"\bper(?! ?cent)|\bfor (?:its|their) \w+")
TIMES = Pattern(
    r"\b(?:(?:19|20)\d\d|january|february|march|april|june|july|august|september|october|november|december|monday|tuesday|"
    r"wednesday|thursday|friday|saturday|sunday|last (?:year|month|week)|quarter)\b"
)
ALIKE = (
    frozenset({"staff", "employ", "worker", "job"}),
    frozenset({"taking", "taken", "sale", "sold", "revenue"}),
    frozenset({"jobless", "unemploy"}),
)
"""What tells one measure in several words."""
MOST = "est"
"""How a superlative ends: the fullest is that of the column "full"."""

SHORTEST = 3
"""So many letters a label has that is looked for in the text."""


class Told(NamedTuple):
    """A sentence about a table: its words in lower case from character `start` on, and the rows that it names, in order."""

    text: str
    start: int
    grid: Grid
    rows: tuple[int, ...]
    column: tuple[Cell | None, ...]
    head: str
    quotes: bool
    """Whether a figure of the sentence is one of the column."""

    @property
    def tied(self) -> bool:
        """Whether the sentence speaks of the column beyond doubt."""
        return self.quotes or POINTS.search(self.text) is not None or self.named(self.text)

    def named(self, words: str) -> bool:
        """Tell whether some words have what stands over the column."""
        return not _topics(self.head).isdisjoint(_topics(words))

    @property
    def cells(self) -> list[Cell]:
        """The cells of the column that is meant, totals left out."""
        return [cell for row, cell in enumerate(self.column) if cell and not self.grid.is_total(row)]


def stretches(article: Article, grid: Grid, alone: bool) -> list[Span]:
    """Return the paragraphs before and behind a table; if it is the only one, all others that point to one too."""
    blocks = article.document.blocks
    before = bisect_right(article.block_starts, grid.spans[0].start) - 1
    behind = bisect_left(article.block_starts, grid.spans[-1].start)
    near = [*_next(blocks, before, -1), *_next(blocks, behind, 1)]
    if alone:
        near += [one for one in blocks if one.kind in COPY and one not in near and POINTS.search(_words(article, one))]
    return sorted({Span(one.start, one.end) for one in near if one.kind in COPY})


def _next(blocks: tuple[Block, ...], at: int, step: int) -> list[Block]:
    """Return the block that follows the cells of a table on one side, and the one beyond it where it is a heading."""
    for place in range(at, at + step * 2 * (WIDEST + 1), step):
        if not 0 <= place < len(blocks):
            return []
        if blocks[place].kind != "cell":
            if step > 0 and place + 1 < len(blocks) and blocks[place + 1].kind == "cell":
                return []  # it leads to the table behind it
            beyond = blocks[place + step : place + step + 1] if step > 0 else blocks[max(0, place - 1) : place]
            return [blocks[place]] if blocks[place].kind == "paragraph" else [blocks[place], *beyond]
    return []


def _words(article: Article, block: Block) -> str:
    return article.document.text[block.start : block.end].lower()


def wordings(article: Article, near: list[Span]) -> Iterator[Span]:
    """Yield every sentence of some stretches, those too that hold no figure."""
    for stretch in near:
        for found in SENTENCE.finditer(article.document.text, stretch.start, stretch.end):
            yield Span(*found.span())


def figured(article: Article, near: list[Span]) -> Iterator[tuple[Sentence, Span]]:
    """Yield every sentence of some stretches that holds figures."""
    starts = _first_figures(article)
    for stretch in near:
        for sentence in article.body[bisect_left(starts, stretch.start) : bisect_left(starts, stretch.end)]:
            yield sentence, article.here(sentence)


def told_of(article: Article, grid: Grid, span: Span) -> Told | None:
    """Return a sentence as one about a table; None where it is not, or where several columns may be meant."""
    text = article.text(span)
    low = lowered(text)
    if OTHERWISE.search(low):
        return None
    column = _column(grid, low)
    if column is None:
        return None
    head = grid.head(column)
    if PER.search(low) and not PER.search(head):
        return None
    if set(TIMES.findall(low)) - set(TIMES.findall(head)) and TIMES.search(head):
        return None
    cells = tuple(grid.column(column))
    shown = {one.text.strip("$£€¥%*+ ") for one in cells if one}
    quotes = not shown.isdisjoint(re.findall(r"\d[\d,]*(?:\.\d+)?", text))
    return Told(low, span.start, grid, rows_named(grid, text), cells, head, quotes)


@lru_cache(maxsize=2)
def _first_figures(article: Article) -> list[int]:
    return [sentence.mentions[0].span.start for sentence in article.body]


@lru_cache(maxsize=64)
def _topics(words: str) -> frozenset[str]:
    """Return the stems of some words, those that mean one thing as one."""
    told = re.findall(r"[a-z']+", words)
    found = stems([*told, *(word[: -len(MOST)] for word in told if word.endswith(MOST))])
    alike = (min(group) for group in ALIKE if any(word.startswith(stem) for word in found for stem in group))
    return found.union(alike)


def _column(grid: Grid, low: str) -> int | None:
    """Return the only column of numbers, else the only one whose head has a word of the sentence."""
    numbers = [number for number in range(grid.width) if sum(map(bool, grid.column(number))) >= 2]
    if len(numbers) == 1:
        return numbers[0]
    words = _topics(low)
    named = [number for number in numbers if _topics(grid.head(number)) & words]
    return named[0] if len(named) == 1 else None


def rows_named(grid: Grid, text: str) -> tuple[int, ...]:
    """Return the rows whose labels a sentence has, in its order; those in small letters where it has none as they stand."""
    return _rows_in(grid, text) or _rows_in(grid, text, re.I)


def _rows_in(grid: Grid, text: str, flags: int = 0) -> tuple[int, ...]:
    places = {
        row: found.start()
        for row, label in enumerate(grid.labels)
        if len(label) >= SHORTEST + bool(flags)
        and not grid.is_total(row)
        and (found := re.search(rf"\b{re.escape(label)}\b", text, flags))
    }
    return tuple(sorted(places, key=places.__getitem__))


def two_times(article: Article, grid: Grid, span: Span) -> tuple[int, int] | None:
    """Return the two columns, the earlier first, of a table that tells one thing at two times beside a sentence."""
    columns = [number for number in range(grid.width) if sum(map(bool, grid.column(number))) >= 2]
    low = article.text(span).lower()
    if len(columns) != 2 or OTHERWISE.search(low):
        return None
    years = [TIMES.findall(grid.head(number)) for number in columns]
    if not all(years):
        return None
    return (columns[1], columns[0]) if years[0] > years[1] and years[0][0].isdecimal() else (columns[0], columns[1])
