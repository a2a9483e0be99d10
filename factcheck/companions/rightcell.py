"""A figure of a table's cell where the words mean another: another year, another column, another row."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from factcheck.companions.cells import measure, series
from factcheck.companions.compare import Comparison
from factcheck.companions.facts import Fact, comparable
from factcheck.companions.former import said_so
from factcheck.companions.telling import CLAUSE
from factcheck.companions.words import HEARD, counters, topics
from factcheck.patterns import Pattern

YEAR = Pattern(r"(?<!\d)(?:19|20)\d\d(?!\d)")
YEAR_BEFORE = Pattern(
    r"(?:\s[\w'-]+){0,3}?\s(?:a year (?:earlier|before|ago|previously)|(?:the|in the) (?:year before|previous year|prior year))"
)
SEASON = Pattern(r"[^\d.;]{0,40}\bin (?P<year>(?:19|20)\d\d)[-–/]\d\d(?!\d)")
"""The year in which a season or fiscal year begins, as a head has it: 2.4% of its trains in 2024-25."""

WORDS_OF_LENGTH = Pattern(r"\b(\w+)[- ](month|quarter|week|year|day)s?\b")
GOES_ON = Pattern(r"\b(?:[Ii]ts?|[Tt]heirs?|[Tt]hey|[Tt]hem)\b")
MOST_CELLS = 40
REACH = 300
"""So many characters before a figure may name its row."""

OF_ITS_YEAR = Pattern(
    r"(?:(?!\b(?:than|from|since|to|on|over|against|compared|it|they|who|which|that|where|when|after|before|until)\b)[^.;:–—]){0,40}"
)
"""What may part a figure from its own year, and not from that of something else: 400 books; it closed in 2023."""

BESIDE = 40
"""So many characters may part a figure from the year that it is of."""


def right_cell(comparison: Comparison, fact: Fact, tied: list[Fact]) -> Fact | None:
    """Return the cell that belongs where the article has another of the table; None if that fits."""
    if not tied or any(cell.column < 0 or (fact.sort, cell.sort) == ("count", "share") for cell in tied):
        return None  # "Four of the five" is no 4.0 per cent.
    return (
        _of_year(comparison, fact, tied)
        or _column(comparison, fact, tied)
        or _row(comparison, fact, tied)
        or _of_neighbours(comparison, fact, tied)
        or _latest(comparison, fact, tied)
    )


def _of_year(comparison: Comparison, fact: Fact, tied: list[Fact]) -> Fact | None:
    """Where the words say the year, and the figure stands in the same row under another."""
    wanted = _year_said(comparison, fact, tied[0])
    years = {cell.year for cell in tied}
    if wanted is None or None in years or wanted in years or not comparison.names_row(fact, tied[0]):
        return None
    row = comparison.source.passages[tied[0].passage].facts
    said = series(comparison.source.head_text(tied[0]))
    return next(
        (
            cell
            for cell in row
            if cell.year == wanted and series(comparison.source.head_text(cell)) == said and comparable(fact, cell)
        ),
        None,
    )


def _year_said(comparison: Comparison, fact: Fact, cell: Fact) -> int | None:
    """Return the year that stands right beside a figure, or the one before that of the figure before it."""
    facts = comparison.article.passages[fact.passage].facts
    at = facts.index(fact)
    text = comparison.article.article.document.text
    if YEAR_BEFORE.match(text, fact.span.end):
        earlier = (
            found for one in facts[:at] for found in comparison.supports[one.place] if found.passage == cell.passage
        )
        known = {one.year for one in earlier if one.year is not None}
        return min(known) - 1 if len(known) == 1 else None
    if season := SEASON.match(text, fact.span.end):
        return int(season["year"])
    behind = facts[at + 1] if at + 1 < len(facts) else None
    if behind is not None and _one_year(behind) and OF_ITS_YEAR.fullmatch(text, fact.span.end, behind.span.start):
        return _one_year(behind)
    before = facts[0] if at == 1 else None
    if before is not None and fact.span.start - before.span.end <= BESIDE and _one_year(before):
        return _one_year(before)
    return None


def _one_year(fact: Fact) -> int | None:
    """Return the year that a fact is, where it is one whole year; None of any other."""
    if fact.sort != "day" or fact.unit != "period":
        return None
    first, last = (date.fromordinal(int(end)) for end in (fact.values[0].low, fact.values[0].high))
    return first.year if first.year == last.year and (first.month, last.month) == (1, 12) else None


def _column(comparison: Comparison, fact: Fact, tied: list[Fact]) -> Fact | None:
    """Where a figure of one column stands beside figures of another, the row being the same."""
    if not tied or any(cell.column < 0 or not series(comparison.source.head_text(cell)) for cell in tied):
        return None
    ours = {series(comparison.source.head_text(cell)) for cell in tied}
    beside = _cells(comparison, [one for one in comparison.article.passages[fact.passage].facts if one is not fact])
    wanted = {series(comparison.source.head_text(cell)) for cell in beside if cell.passage == tied[0].passage}
    if (
        not wanted
        or ours & wanted
        or _says_so(comparison, fact, ours)
        or _of_its_column(comparison, fact, tied, beside)
    ):
        return None
    overall = _usual(comparison)
    if not wanted & overall or ours & overall:
        return None
    year = set(YEAR.findall(comparison.source.head_text(tied[0])))
    row = comparison.source.passages[tied[0].passage].facts
    return next(
        (
            cell
            for cell in row
            if series(comparison.source.head_text(cell)) in wanted
            and set(YEAR.findall(comparison.source.head_text(cell))) == year
            and (cell.sort, cell.unit) == (tied[0].sort, tied[0].unit)
            and cell not in beside
        ),
        None,
    )


def _of_its_column(comparison: Comparison, fact: Fact, tied: list[Fact], beside: list[Fact]) -> bool:
    """Tell whether the words near a figure are of the head over it, and not of those over the figures beside it."""
    heads = frozenset[str]().union(*(comparison.source.head(cell) for cell in beside if cell.column != tied[0].column))
    own = frozenset[str]().union(*map(comparison.source.head, tied)) - heads
    said = comparison.near(comparison.article, fact, within=True)
    return comparison.names_row(fact, tied[0]) and not own.isdisjoint(said)


def _cells(comparison: Comparison, facts: list[Fact]) -> list[Fact]:
    """The cells that figures repeat, where each repeats one only."""
    return [found[0] for fact in facts if len(found := comparison.supports[fact.place]) == 1 and found[0].column >= 0]


def _usual(comparison: Comparison) -> set[str]:
    """The series that most figures of the article which repeat a table are of."""
    counted: dict[str, int] = {}
    for cell in _cells(comparison, comparison.article.facts):
        head = series(comparison.source.head_text(cell))
        counted[head] = counted.get(head, 0) + 1
    most = max(counted.values(), default=0)
    return {head for head, count in counted.items() if count == most}


def _says_so(comparison: Comparison, fact: Fact, heads: set[str]) -> bool:
    """Tell whether the sentence names the column: "in the nine months", of a head of "9 months"."""
    text = comparison.article.passages[fact.passage].text.lower()
    spelt = {"3": "three", "6": "six", "9": "nine", "12": "twelve"}
    return any(
        f"{word} {unit}" in text.replace("-", " ") or f"{spelt.get(word, word)} {unit}" in text.replace("-", " ")
        for head in heads for word, unit in WORDS_OF_LENGTH.findall(head)
    )  # fmt: skip


def _row(comparison: Comparison, fact: Fact, tied: list[Fact]) -> Fact | None:
    """Where the words name one row of a table alone, and the figure stands in the same column of another."""
    if len(tied) != 1 or not (fact.digits == tied[0].digits or (fact.distinct and not fact.mention.hedge)):
        return None
    cell, passage = tied[0], comparison.article.passages[fact.passage]
    label = comparison.source.passages[cell.passage].label
    column = list(column_of(comparison, cell))
    if not label or all(one.passage < cell.passage for one in column) or not label.isdisjoint(passage.words):
        return None
    if comparison.translated and not _translated(label):
        return None
    beside = [one for one in passage.facts if one is not fact]
    if any(one.passage == cell.passage for one in _cells(comparison, [one for one in beside if one.distinct])):
        return None
    if named := _nearest(comparison, fact, [cell, *column]):
        return named
    if comparison.names_row(fact, cell):
        return None
    alone = _named(comparison, column, passage.words)
    if alone and any(one.passage == cell.passage for one in _cells(comparison, beside)):
        return None  # The row named behind the figure is one that it is compared with.
    if not alone and _goes_on(comparison, fact):
        alone = _named(comparison, column, passage.context)
    return alone[0] if len(alone) == 1 else None


def _goes_on(comparison: Comparison, fact: Fact) -> bool:
    """Tell whether a figure is of what a sentence goes on from: a word for it stands before the figure, or in its clause."""
    passage = comparison.article.passages[fact.passage]
    before, behind = passage.text[: max(0, fact.span.start - passage.start)], comparison.article.gaps(fact)[1]
    return GOES_ON.search(f"{before} {CLAUSE.split(behind)[0]}") is not None


def _translated(label: frozenset[str]) -> bool:
    """Tell whether a word of a Korean label has an English one, so that it would be known if the article named the row."""
    return any(word.isascii() and not word.startswith(HEARD) for word in label)


def _nearest(comparison: Comparison, fact: Fact, cells: list[Fact]) -> Fact | None:
    """Return the cell of the row whose name stands last before a figure in its sentence; None if several may be meant."""
    passage = comparison.article.passages[fact.passage]
    rows = [(one, comparison.source.passages[one.passage].label) for one in cells]
    start = max(0, fact.span.start - passage.start)
    for word in reversed(passage.text[max(0, start - REACH) : start].split()):
        meant = topics(word)
        if near := [(one, label) for one, label in rows if meant & label]:
            full = [one for one, label in near if label <= passage.words]
            return full[0] if len(full) == 1 else None
        if comparison.translated and word[:1].isupper():
            return None
    return None


def _latest(comparison: Comparison, fact: Fact, tied: list[Fact]) -> Fact | None:
    """Where a figure of an earlier year stands for the last one, which the article has nowhere, and no word says so."""
    cell = tied[0]
    if len(tied) > 1 or cell.year is None or not (fact.distinct or fact.digits == cell.digits) or fact.mention.hedge:
        return None
    if not comparison.names_row(fact, cell) and not _names_column(comparison, fact, cell):
        return None
    alike = [one for one in over_years(comparison, cell) if comparable(fact, one)]
    last = max(alike, key=lambda one: one.year or 0, default=None)
    if last is None or last.year == cell.year or comparison.told(last) or comparison.spoken_of(fact, cell.year):
        return None
    return None if said_so(comparison, fact, last.year) else last


def over_years(comparison: Comparison, cell: Fact) -> list[Fact]:
    """Return a cell and the others of what it is one of: of its row under the heads of years, or of its column beside them."""
    if not YEAR.search(comparison.source.head_text(cell)):
        return [cell, *(one for one in column_of(comparison, cell) if one.year is not None)]
    said = series(comparison.source.head_text(cell))
    row = [one for one in comparison.source.passages[cell.passage].facts if one.year is not None]
    return [one for one in row if series(comparison.source.head_text(one)) == said]


def _names_column(comparison: Comparison, fact: Fact, cell: Fact) -> bool:
    """Tell whether a sentence has a word of the head over a cell of a row that is a year."""
    if YEAR.search(comparison.source.head_text(cell)):
        return False
    return not (comparison.source.head(cell) - counters()).isdisjoint(comparison.article.passages[fact.passage].words)


def _of_neighbours(comparison: Comparison, fact: Fact, tied: list[Fact]) -> Fact | None:
    """Where its sentence has the usual time of the article of other rows, and the figure is of another; no word says so."""
    cell, passages = tied[0], comparison.source.passages
    if len(tied) > 1 or not fact.distinct or not comparison.names_row(fact, cell):
        return None
    others = _cells(comparison, [one for one in comparison.article.passages[fact.passage].facts if one is not fact])
    table = [one for one in others if passages[one.passage].table == passages[cell.passage].table]
    columns = {one.column for one in table}
    if len(columns) != 1 or cell.column in columns or any(one.passage == cell.passage for one in table):
        return None
    right = next((one for one in passages[cell.passage].facts if one.column in columns), None)
    if right is None or comparison.told(right) or not _at_two_times(comparison, cell, right):
        return None
    usual = _usual(comparison)
    if any((series(comparison.source.head_text(one)) in usual) != (one is right) for one in (cell, right)):
        return None
    return None if said_so(comparison, fact, clause_only=True) else right


def _at_two_times(comparison: Comparison, one: Fact, other: Fact) -> bool:
    """Tell whether the heads of two cells differ in their period alone."""
    heads = [comparison.source.head_text(cell) for cell in (one, other)]
    return (one.sort, one.unit) == (other.sort, other.unit) and measure(heads[0]) == measure(heads[1])


def _named(comparison: Comparison, cells: list[Fact], words: frozenset[str]) -> list[Fact]:
    """Return the cells whose rows the words name in full."""
    labels = ((one, comparison.source.passages[one.passage].label) for one in cells)
    return [one for one, label in labels if label and label <= words]


def column_of(comparison: Comparison, cell: Fact) -> Iterator[Fact]:
    """The other figures of a cell's column, of rows not too far away."""
    passages = comparison.source.passages
    table = passages[cell.passage].table
    for passage in passages[max(0, cell.passage - MOST_CELLS) : cell.passage + MOST_CELLS]:
        if passage.table == table:
            yield from (one for one in passage.facts if one.column == cell.column and one is not cell)
