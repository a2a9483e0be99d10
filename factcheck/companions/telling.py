"""A document as a telling of facts: its figures in passages, a passage a sentence or the row of a table."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections import defaultdict
from collections.abc import Iterable, Iterator
from fractions import Fraction
from itertools import groupby, zip_longest
from math import log

from factcheck.article import Article, Sentence
from factcheck.companions.cells import in_points, of_years, read_cell
from factcheck.companions.facts import Fact, comparable, fact_of, restates, weekday
from factcheck.companions.slips import keys
from factcheck.companions.words import topics
from factcheck.document import Row, Span, Table
from factcheck.model import Mention
from factcheck.numerals import Number
from factcheck.patterns import Pattern
from factcheck.quantity import Interval

COMMON = 40
"""A word or a value found in more places than this ties nothing to anything."""

SCANNED = 64
FULL = 5
"""A document of fewer passages is weighed as if it had so many."""

REACH = Fraction(1, 12)
NEAR = 45
"""Characters either way that are near a figure."""

OF_EVENTS = frozenset({"day", "clock"})
"""Figures that all of a sentence may tell of; what accuses any other is not beyond the figures beside it."""

OPENING = 12
"""A day that begins no later in a sentence is of all that follows in its clause."""

LONG = 5
"""A word of a row's label that is so long may begin another that means it."""

FEWEST_ROWS, ROUNDING = 4, Fraction(1, 500)
"""A table of so many rows may have their sum in the last, off by rounding no more than this share of it."""

CLAUSE = Pattern(r"[,;:(]|\bwhile\b|\band\b|\bbut\b")
TOTAL = Pattern(r"(?:grand )?total|all\b|overall|합계|총계|전체|계\b", re.IGNORECASE)
SCALE = Pattern(r"(?:[mb]illion|trillion|[bt]n|[만억조])$")
UNIT_HEADS = frozenset({"unit", "units", "단위"})
LONGEST_CAPTION = 120
"""A line of more characters is prose."""

CONTEXT = 300
"""Characters before a sentence that it may go on from."""


class Passage:
    """A sentence, or a row of a table, with its figures: `words` what it speaks of, `label` what names a row.

    `context` is what the sentences just before it speak of, from the last that has figures on, `table` the number of
    the row's table, -1 for a sentence; `about` what the line over the table and the heads of its figures say; `start` is where its text begins in the document's.
    """

    __slots__ = ("about", "context", "facts", "label", "number", "start", "table", "text", "words")

    def __init__(
        self, number: int, start: int, text: str, words: frozenset[str], label: frozenset[str] = frozenset()
    ) -> None:
        self.number, self.start, self.text, self.words, self.label = number, start, text, words, label
        self.context: frozenset[str] = frozenset()
        self.about: frozenset[str] = frozenset()
        self.table = -1
        self.facts: list[Fact] = []


NO_HEAD: tuple[frozenset[str], str] = (frozenset(), "")


class Telling:
    """A document's facts, found by value, by digits and by the words around them."""

    def __init__(self, article: Article, source: bool) -> None:
        self.article, self.source = article, source
        self.file = article.document.path if source else ""
        self.passages: list[Passage] = []
        self.facts: list[Fact] = []
        self.headers: dict[int, tuple[frozenset[str], str]] = {}
        self._read_to = 0
        self._read()
        self._index()

    def _read(self) -> None:
        rows = _rows(self.article.document.tables)
        starts = [row[0].start for _, row in rows]
        opened: dict[int, Passage] = {}
        for sentence in self.article.sentences:
            at = bisect_right(starts, sentence.mentions[0].span.start) - 1
            inside = at >= 0 and sentence.mentions[0].span.start < rows[at][1][-1].end
            if inside and at in opened:
                passage = opened[at]
            else:
                passage = self._row(*rows[at]) if inside else self._sentence(sentence)
                self.passages.append(passage)
                if inside:
                    opened[at] = passage
            mentions = sentence.mentions if inside else _with_currency(sentence.mentions)
            for mention in mentions:
                cell = rows[at] if inside else None
                told = self._in_cell(mention, *cell) if cell else mention
                if fact := fact_of(self.article, told, bound=not self.source):
                    self._take(fact, passage, cell)

    def _sentence(self, sentence: Sentence) -> Passage:
        text, start = self.article.words(sentence), self.article.span(sentence.start, sentence.start + 1).start
        passage = Passage(len(self.passages), start, text, topics(text))
        passage.context = topics(self.article.document.text[max(self._read_to, start - CONTEXT) : start])
        if self.passages:
            passage.context |= self.passages[-1].words
        self._read_to = start + len(text)
        return passage

    def _row(self, table: Table, row: Row) -> Passage:
        label = topics(self.article.text(row[0]))
        words = label.union(*(topics(self.article.text(cell)) for cell in table.rows[0])) if table.header else label
        text = self.article.text(Span(row[0].start, row[-1].end))
        passage = Passage(len(self.passages), row[0].start, text, words, label)
        passage.table = self.article.document.tables.index(table)
        heads = " ".join(map(self.article.text, table.rows[0][1:])) if table.header else ""
        passage.about = topics(f"{heads} {self._caption(table)}")
        return passage

    def _in_cell(self, mention: Mention, table: Table, row: Row) -> Mention:
        """Return the figure of a cell: 1588 is a year under a head of years alone."""
        column = bisect_right([cell.start for cell in row], mention.span.start) - 1
        if mention.kind != "year" or row is table.rows[0] or column == 0 or not mention.text.isdecimal():
            return mention
        head = self.article.text(table.rows[0][column]) if table.header and column < len(table.rows[0]) else ""
        if of_years(head):
            return mention
        return mention.changed(kind="count", number=Number(Fraction(mention.text)), when=None)

    def _take(self, fact: Fact, passage: Passage, cell: tuple[Table, Row] | None) -> None:
        fact.passage, fact.place = passage.number, len(self.facts)
        if cell is not None and cell[1] is not cell[0].rows[0]:
            fact.column = bisect_right([column.start for column in cell[1]], fact.span.start) - 1
            if fact.column == 0:
                return
            self._measure(fact, *cell)
        passage.facts.append(fact)
        self.facts.append(fact)

    def _measure(self, fact: Fact, table: Table, row: Row) -> None:
        head = (
            self.article.text(table.rows[0][fact.column]) if table.header and fact.column < len(table.rows[0]) else ""
        )
        self.headers[fact.place] = (topics(head), head)
        if fact.sort == "count":
            corner = self.article.text(table.rows[0][0]) if table.header else ""
            heads = self.article.text(Span(table.rows[0][0].start, table.rows[0][-1].end))
            behind = self.article.text(row[fact.column])[fact.span.end - row[fact.column].start :]
            own = "pp" if in_points(behind, self.passages[fact.passage].facts) else ""
            heads_of_it = (own, head, *self._unit_told(table, row), self.article.text(row[0]), corner)
            read_cell(fact, heads_of_it, self._caption(table), heads)

    def _unit_told(self, table: Table, row: Row) -> list[str]:
        """Return what a column of units says of a row, in brackets as a head has it."""
        heads = [self.article.text(head).strip().lower() for head in table.rows[0]] if table.header else []
        return [f"({self.article.text(row[at])})" for at, head in enumerate(heads[: len(row)]) if head in UNIT_HEADS]

    def _caption(self, table: Table) -> str:
        """The line before a table, "" where that is the end of a paragraph of prose."""
        text, start = self.article.document.text, table.rows[0][0].start
        line = text[text.rfind("\n", 0, max(0, start - 1)) + 1 : max(0, start - 1)]
        return line if len(line) <= LONGEST_CAPTION else ""

    def rows_named(self, words: frozenset[str]) -> list[Passage]:
        """Return the rows of tables whose labels are among the words, in order."""
        numbers = {number for word in words for number in self.by_word.get(word, ())[:COMMON]}
        rows = (self.passages[number] for number in sorted(numbers))
        return [row for row in rows if row.table >= 0 and row.label and row.label <= words]

    def rows_sharing(self, words: frozenset[str]) -> Iterator[list[Passage]]:
        """Yield for each of the words the rows of one table that have it in their labels."""
        for word in sorted(words):
            rows = (self.passages[number] for number in self.by_word.get(word, ())[:COMMON])
            named = [row for row in rows if row.table >= 0 and word in row.label]
            yield from (list(together) for _, together in groupby(named, key=lambda row: row.table))

    def names_row(self, number: int, label: frozenset[str]) -> bool:
        """Tell whether a passage, or what it goes on from, names a row of a table: "Hydropower" is of "Hydro"."""
        passage = self.passages[number]
        if not label.isdisjoint(passage.words) or not label.isdisjoint(passage.context):
            return True
        openings = tuple(word for word in label if len(word) >= LONG)
        return bool(openings) and any(word.startswith(openings) for word in passage.words)

    def _index(self) -> None:
        self.by_word: defaultdict[str, list[int]] = defaultdict(list)
        self.by_key: defaultdict[str, list[Fact]] = defaultdict(list)
        self.wholes: defaultdict[int, list[Passage]] = defaultdict(list)
        for passage, behind in zip_longest(self.passages, self.passages[1:]):
            for word in passage.words:
                self.by_word[word].append(passage.number)
            ends = behind is None or behind.table != passage.table
            if passage.table >= 0 and (ends or TOTAL.match(passage.text)):
                self.wholes[passage.table].append(passage)
        rows_of = groupby((one for one in self.passages if one.table >= 0), key=lambda one: one.table)
        self.totals = frozenset(total for _, rows in rows_of for total in _totals(list(rows)))
        self.decimals = [fact for fact in self.facts if fact.sort == "count" and 0 < fact.values[0].middle < 1][:COMMON]
        self.clocks = [fact for fact in self.facts if fact.sort == "clock"][:SCANNED]
        placed = sorted((value.middle, fact.place) for fact in self.facts for value in _sought(fact))
        self._middles = [middle for middle, _ in placed]
        self._placed = [place for _, place in placed]
        self.by_weekday: defaultdict[int, list[Fact]] = defaultdict(list)
        for fact in self.facts:
            if fact.unit in ("day", "weekday") and fact.sort == "day":
                self.by_weekday[weekday(fact)].append(fact)
            for key in keys(fact.digits):
                self.by_key[key].append(fact)

    def weight(self, word: str) -> float:
        """Return how much a shared word ties two passages: a rare one much, one on every line little."""
        places = len(self.by_word.get(word, ()))
        return min(1.0, log(1 + max(len(self.passages), FULL) / places) / log(1 + FULL)) if places else 0.0

    def valued(self, fact: Fact) -> list[Fact]:
        """Return the facts of this document that have the value of another's."""
        if fact.unit == "weekday":
            return self.by_weekday[weekday(fact)][:SCANNED]
        if fact.sort == "clock":
            return [other for other in self.clocks if restates(fact, other)]
        found: dict[int, Fact] = {}
        for value in (*fact.values, *fact.as_told):
            reach = REACH * abs(value.middle)
            first = bisect_left(self._middles, min(value.low, value.low - reach))
            for place in self._placed[first : first + SCANNED]:
                other = self.facts[place]
                if comparable(fact, other) and restates(fact, other):
                    found[place] = other
        return list(found.values())

    def resembling(self, fact: Fact) -> list[Fact]:
        """Return the facts whose digits are a slip of the pen away from another's."""
        found = {other.place: other for key in keys(fact.digits) for other in self.by_key.get(key, ())[:COMMON]}
        return list(found.values())

    def head(self, fact: Fact) -> frozenset[str]:
        """Return the topics of the head over a figure's cell, none for a figure of a head or a label itself."""
        return self.headers.get(fact.place, NO_HEAD)[0]

    def head_text(self, fact: Fact) -> str:
        """Return what stands over a figure's cell, "" for any other figure."""
        return self.headers.get(fact.place, NO_HEAD)[1]

    def gaps(self, fact: Fact) -> tuple[str, str]:
        """Return the words between a figure and the ones before and behind it in its sentence."""
        passage = self.passages[fact.passage]
        at, (start, end, _) = passage.facts.index(fact), fact.span
        before, behind = passage.facts[at - 1 : at], passage.facts[at + 1 : at + 2]
        text, last = self.article.document.text, passage.start + len(passage.text)
        first = before[0].span.end if before else passage.start
        return text[first:start], text[end : behind[0].span.start if behind else last]

    def days_at(self, fact: Fact) -> list[Fact]:
        """Return the days that stand in one clause with a figure: "in 2019, 35%" and "35% in 2019"; in Korean before it."""
        passage = self.passages[fact.passage]
        at = passage.facts.index(fact)
        before, behind = passage.facts[at - 1 : at] if at else [], passage.facts[at + 1 : at + 2]
        words = self.gaps(fact)
        opens = bool(before) and before[0].span.start - passage.start <= OPENING
        joined = [one for one in before if opens or not CLAUSE.search(words[0])]
        if self.article.language == "en":
            joined += [one for one in behind if not CLAUSE.search(words[1])]
        return [one for one in joined if one.sort == "day"]

    def in_clause(self, fact: Fact) -> list[Fact]:
        """Return the figures before and behind one that no clause parts from it."""
        passage = self.passages[fact.passage]
        at, words = passage.facts.index(fact), self.gaps(fact)
        before, behind = passage.facts[at - 1 : at] if at else [], passage.facts[at + 1 : at + 2]
        return (before if not CLAUSE.search(words[0]) else []) + (behind if not CLAUSE.search(words[1]) else [])

    def around(self, fact: Fact, within: bool = False) -> str:
        """Return the words near a figure, in its paragraph or `within` its part of the sentence; of a cell, row label and column head."""
        passage = self.passages[fact.passage]
        if fact.place in self.headers:
            return f"{' '.join(passage.label)} {self.headers[fact.place][1]}"
        text, (start, end, _) = self.article.document.text, fact.span
        if within:
            if fact.sort not in OF_EVENTS and not self.source:
                before, behind = self.gaps(fact)
                return f"{before[-NEAR:]} {behind[:NEAR]}"
            first, last = passage.start, passage.start + len(passage.text)
            return text[max(first, start - NEAR) : start] + " " + text[end : min(last, end + NEAR)]
        left, right = text[max(0, start - NEAR) : start], text[end : end + NEAR]
        return left.rpartition("\n")[2] + " " + right.partition("\n")[0]


def _with_currency(mentions: Iterable[Mention]) -> Iterator[Mention]:
    """Yield figures, those of millions and billions that stand bare behind a sum of money as sums too: $84.2 billion, Japan 71.3 billion."""
    unit = ""
    for mention in mentions:
        bare = mention.kind == "count" and not mention.noun and SCALE.search(mention.text) is not None
        yield mention.changed(kind="money", unit=unit) if bare and unit else mention
        unit = mention.unit if mention.kind == "money" else unit if bare or mention.kind == "percent" else ""


def _totals(rows: list[Passage]) -> Iterator[int]:
    """Yield the rows that are of all the others: by their label, or the last where a column of it is their sum."""
    yield from (row.number for row in rows if TOTAL.match(row.text))
    parts: defaultdict[int, Fraction] = defaultdict(Fraction)
    for fact in (one for row in rows[:-1] for one in row.facts):
        parts[fact.column] += fact.shown
    if len(rows) >= FEWEST_ROWS and any(_is_sum(one.shown, parts[one.column]) for one in rows[-1].facts):
        yield rows[-1].number


def _is_sum(total: Fraction, parts: Fraction) -> bool:
    return total > 0 and abs(total - parts) <= total * ROUNDING


def _rows(tables: Iterable[Table]) -> list[tuple[Table, Row]]:
    rows = [(table, row) for table in tables for row in table.rows if row]
    return sorted(rows, key=lambda found: found[1][0].start)


def _sought(fact: Fact) -> Iterable[Interval]:
    """The values by which a figure is found: those of a cell without its unit too."""
    return (*fact.values, *fact.bare) if fact.column >= 0 else fact.values
