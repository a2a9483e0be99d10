"""A table of data as an article cites it: measures over rows that have names, and what can be asked of them."""

from __future__ import annotations

import os
import re
from fractions import Fraction
from functools import cache, cached_property
from typing import TYPE_CHECKING, Any

from factcheck.datatable.sources import Loaded, load
from factcheck.document import UnreadableError
from factcheck.link.table.columnheads import Head, head
from factcheck.records import NamedTuple
from factcheck.rulefiles import load_rules

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence
    from decimal import Decimal

    from duckdb import DuckDBPyConnection

MOSTLY = 0.8
"""A column is of numbers where this share of its cells are."""

DECIMALS = 9
WITHIN = Fraction(999, 1000)
NUMERAL = r"^[-+−]?[$€£¥₩]?\s?(\d{1,3}(,\d{3})+|\d+)(\.\d+)?\s?%?$"
FOLD = r"lower(strip_accents(trim(regexp_replace({}, '[^\p{{L}}\p{{N}}]+', ' ', 'g'))))"
"""Names compared without capitals, accents and signs, the same way for the table's and the article's."""


class Column(NamedTuple):
    """A column: `place` counts from 0, `decimals` are the most that a cell shows, `high` is its largest value."""

    place: int
    name: str
    head: Head
    decimals: int = 0
    high: Fraction = Fraction(0)

    @property
    def half(self) -> Fraction:
        """How far a cell may be off by the rounding of the table: nothing for things that are counted one by one.

        Short of the end itself, where 3.8 and 3.9 would meet.
        """
        if not self.decimals and self.head.scale == 1:
            return Fraction(0)
        return Fraction(1, 2 * 10 ** min(self.decimals, DECIMALS)) * WITHIN


class Measure(NamedTuple):
    """What one number of a row tells, of one year where the table has several: `rows` are those of that year."""

    column: Column
    words: frozenset[str]
    year: int | None
    rows: str = "true"
    titled: bool = False

    @property
    def name(self) -> str:
        """The column as an editor finds it, with the year where the rows tell it."""
        return self.column.name if self.rows == "true" else f"{self.column.name}, {self.year}"


class Label(NamedTuple):
    """The name of a row: the value `text` in the column `place`."""

    place: int
    text: str


class Frame(NamedTuple):
    """The rows that one question is asked of: a measure, the column that names them, and what else is settled."""

    measure: Measure
    key: int
    fixed: tuple[Label, ...] = ()


class Cell(NamedTuple):
    """A cell of the table: the row counted from 1, its column's place, its number, and the row's name."""

    row: int
    place: int
    value: Fraction
    label: str
    key: int


class Sum(NamedTuple):
    """What the rows of a frame come to: how many there are, how many are named twice, and their sum."""

    rows: int
    twice: int
    total: Fraction


class DataTable:
    """A table that articles are held against: its columns by what they are for, and the questions put to it.

    `name` is the path of its file, with `#` and the sheet where that has several; `line` the one its header is in;
    `names` are the words of its measures, with whether they are the title's, and `words` all of these; `series` is the
    column of years of a table whose rows have no other name, else None.
    """

    def __init__(self, loaded: Loaded) -> None:
        self.connection: DuckDBPyConnection = loaded.connection
        self.name, self.heads, self.line = loaded.name, loaded.heads, loaded.line
        self._asked: dict[tuple[str, tuple[object, ...]], list[tuple[Any, ...]]] = {}
        above = _above(loaded)
        numbers = self._typed(above)
        years = next((column for column in numbers if _is_years(column)), None)
        named = set(_rule("heads", "names"))
        values = [c for c in numbers if c is not years and not named & set(re.split(r"[\W_]+", c.name.lower()))]
        self.labels = tuple(place for place in range(len(self.heads)) if place not in {c.place for c in numbers})
        self.series = years.place if years and not self.labels else None
        self.rows = self._settle(years)
        self.measures = tuple(self._measures(values, years, above))
        self.names = tuple(dict.fromkeys((measure.words, measure.titled) for measure in self.measures))
        self.words = frozenset(word for words, _ in self.names for word in words)

    def _typed(self, above: Head) -> list[Column]:
        """Add n0, n1 ... to the table, the numbers of those columns that hold numbers, and return these."""
        parts = ", ".join(f"count(nullif(c{n}, '')), count({_number(n)})" for n in range(len(self.heads)))
        counts = self._row(f"SELECT {parts} FROM raw")
        numeric = [n for n in range(len(self.heads)) if counts[2 * n + 1] >= max(1, MOSTLY * counts[2 * n])]
        made = "".join(f", {_number(n)} AS n{n}" for n in numeric)
        self.connection.execute(f"CREATE TABLE t AS SELECT row_number() OVER () AS r, *{made} FROM raw")
        self.connection.execute("DROP TABLE raw")
        return [self._column(n, above) for n in numeric]

    def _column(self, n: int, above: Head) -> Column:
        decimals, shares, high, filled = self._row(
            f"SELECT max(length(regexp_extract(c{n}, '\\.(\\d+)', 1))), count(*) FILTER (c{n} LIKE '%\\%' ESCAPE '\\'), "
            f"max(abs(n{n})), count(n{n}) FROM t"
        )
        read = head(self.heads[n])
        if read.unit is None and shares == filled:
            read = read._replace(unit="%", scale=read.scale / 100)
        if read.unit is None and read.scale == 1:
            read = read._replace(unit=above.unit, scale=above.scale)
        return Column(n, self.heads[n] or f"column {n + 1}", read, decimals or 0, _exact(high))

    def _settle(self, years: Column | None) -> int:
        """Add the year of each row and whether it is the total of others; return how many rows there are."""
        year = f"CAST(n{years.place} AS INTEGER)" if years else "NULL"
        names = ", ".join(f"'{name}'" for name in sorted(_rule("rows", "totals")))
        told = (f"split_part(lower(c{n}), ' ', 1) IN ({names})" for n in self.labels)
        whole = " OR ".join(["false", *(f"coalesce({one}, false)" for one in told)])
        self.connection.execute("ALTER TABLE t ADD COLUMN year INTEGER; ALTER TABLE t ADD COLUMN whole BOOLEAN")
        self.connection.execute(f"UPDATE t SET year = {year}, whole = {whole}")
        return int(self._row("SELECT count(*) FROM t")[0])

    def _measures(self, values: Sequence[Column], years: Column | None, above: Head) -> Iterable[Measure]:
        for column in values:
            words = column.head.words or above.words
            titled = not column.head.words
            if years is None:
                yield Measure(column, words, column.head.year or above.year, titled=titled)
            else:
                told = self.connection.execute(
                    "SELECT DISTINCT year FROM t WHERE year IS NOT NULL ORDER BY 1"
                ).fetchall()
                yield from (Measure(column, words, year, f"year = {year}", titled) for (year,) in told)

    def _row(self, query: str, values: Sequence[object] = ()) -> tuple[Any, ...]:
        return self._rows(query, values)[0]

    def _rows(self, query: str, values: Sequence[object] = ()) -> list[tuple[Any, ...]]:
        """Return what a query of the finished table gives, each asked once."""
        key = query, tuple(values)
        if key not in self._asked:
            self._asked[key] = self.connection.execute(query, list(values)).fetchall()
        return self._asked[key]

    def named(self, grams: Sequence[str]) -> dict[str, list[Label]]:
        """Return the labels that each of some names may stand for, whole names before those without their ending."""
        asked = f"(SELECT DISTINCT gram, {FOLD.format('gram')} AS folded FROM (SELECT unnest(?) AS gram))"
        ending = f"( ({_suffixes(True)})|({_suffixes(False)}))$"
        found: dict[str, list[Label]] = {}
        for place in self.labels:
            known = (
                f"(SELECT label, folded, regexp_replace(folded, '{ending}', '') AS short FROM "
                f"(SELECT DISTINCT c{place} AS label, {FOLD.format(f'c{place}')} AS folded FROM t WHERE NOT whole))"
            )
            rows = self.connection.execute(
                f"SELECT gram, label, 0 FROM {asked} a JOIN {known} k ON a.folded = k.folded UNION ALL "
                f"SELECT gram, label, 1 FROM {asked} a JOIN {known} k ON a.folded = k.short AND k.short <> k.folded "
                "ORDER BY 3, 1, 2",
                [grams, grams],
            ).fetchall()
            whole = {gram for gram, _, short in rows if not short}
            for gram, label, short in rows:
                if not (short and gram in whole):
                    found.setdefault(gram, []).append(Label(place, label))
        return found

    def sum(self, frame: Frame) -> Sum:
        """Return what the rows of a frame come to, those left off that are totals of others."""
        n, k = frame.measure.column.place, frame.key
        query, values = _where(frame)
        count, names, total = self._row(
            f"SELECT count(*), count(DISTINCT c{k}), sum(n{n}) FROM t WHERE {query}", values
        )
        return Sum(count, count - names, _exact(total))

    def cell(self, frame: Frame, label: Label) -> Cell | None:
        """Return the one cell of a frame in the row named, in a series that of its year; None for none or several."""
        query, values = _where(frame, [] if self.series is not None else [label])
        cells = self._cells(frame, f"{query} LIMIT 2", values)
        return cells[0] if len(cells) == 1 else None

    def whole(self, frame: Frame) -> Cell | None:
        """Return the cell of the row that is named as the total; None where there is none, or more than one."""
        query, values = _where(frame, whole=True)
        cells = self._cells(frame, f"{query} LIMIT 2", values)
        return cells[0] if len(cells) == 1 else None

    def ranked(self, frame: Frame, rank: int, top: bool) -> Cell | None:
        """Return the cell at a rank from the top, or from the bottom."""
        query, values = _where(frame)
        order = f"n{frame.measure.column.place} {'DESC' if top else 'ASC'}, r"
        cells = self._cells(frame, f"{query} ORDER BY {order} LIMIT 1 OFFSET {rank - 1}", values) if rank > 0 else []
        return cells[0] if cells else None

    def within(self, frame: Frame, low: Fraction, high: Fraction) -> Cell | None:
        """Return a cell of a frame that lies between two values, both ends in."""
        query, values = _where(frame)
        n = frame.measure.column.place
        cells = self._cells(frame, f"{query} AND n{n} BETWEEN {literal(low)} AND {literal(high)} LIMIT 1", values)
        return cells[0] if cells else None

    def count(self, frame: Frame, condition: str) -> int:
        """Return how many rows of a frame have a number that meets a condition of SQL: "> 5"."""
        query, values = _where(frame)
        n = frame.measure.column.place
        return int(self._row(f"SELECT count(*) FROM t WHERE {query} AND n{n} {condition}", values)[0])

    def moved(self, frame: Frame, base: Measure, way: int) -> int:
        """Return how many rows of a frame have more than in another year or, with `way` below 0, less."""
        (later, theirs), (before, ours) = _where(frame), _where(frame._replace(measure=base))
        k, n, m = frame.key, frame.measure.column.place, base.column.place
        query = (
            f"SELECT count(*) FROM (SELECT c{k} AS k, n{n} AS v FROM t WHERE {later}) a "
            f"JOIN (SELECT c{k} AS k, n{m} AS v FROM t WHERE {before}) b USING (k) WHERE a.v {'>' if way > 0 else '<'} b.v"
        )
        return int(self._row(query, [*theirs, *ours])[0])

    def middle(self, frame: Frame) -> list[Cell]:
        """Return the cell, or the two, in the middle of a frame's rows in order."""
        count = self.sum(frame).rows
        places = sorted({(count + 1) // 2, count // 2 + 1})
        return [cell for place in places if (cell := self.ranked(frame, place, True))]

    def _cells(self, frame: Frame, query: str, values: Sequence[object]) -> list[Cell]:
        n, k = frame.measure.column.place, frame.key
        rows = self._rows(f"SELECT r, n{n}, c{k} FROM t WHERE {query}", values)
        return [Cell(row, n, _exact(value), label, k) for row, value, label in rows]

    @cached_property
    def height(self) -> int:
        """How many rows it has."""
        return int(self._row("SELECT count(*) FROM t")[0])

    def lines(self, rows: Iterable[int]) -> dict[int, tuple[str, ...]]:
        """Return the cells of some rows as they stand in the file, by the row's number."""
        wanted = ", ".join(map(str, sorted(set(rows)))) or "0"
        columns = ", ".join(f"c{n}" for n in range(len(self.heads)))
        found = self.connection.execute(f"SELECT r, {columns} FROM t WHERE r IN ({wanted}) ORDER BY r").fetchall()
        return {row: tuple(value or "" for value in cells) for row, *cells in found}


def open_data(path: str) -> list[DataTable]:
    """Return the tables of a file that hold numbers; UnreadableError where it cannot be read, or none does."""
    tables = [
        table for table in map(DataTable, load(path)) if table.measures and (table.labels or table.series is not None)
    ]
    if not tables:
        raise UnreadableError(
            path, "no column of it holds numbers beside one of names or years; numbers are written 1,234.5"
        )
    return tables


def literal(value: Fraction) -> str:
    """Return a value as SQL writes it, exact to the decimals that a table keeps."""
    shown = round(value * 10**DECIMALS)
    whole, decimals = divmod(abs(shown), 10**DECIMALS)
    return f"CAST('{'-' if shown < 0 else ''}{whole}.{decimals:0{DECIMALS}d}' AS DECIMAL(38,{DECIMALS}))"


def _exact(value: Decimal | None) -> Fraction:
    return Fraction(value) if value is not None else Fraction(0)


def _number(n: int) -> str:
    """Return the SQL of a cell as a number, NULL for one that is none."""
    kind = f"DECIMAL(38,{DECIMALS})"
    bare = f"replace(regexp_replace(c{n}, '[^-−0-9.]', '', 'g'), '−', '-')"
    return (
        f"coalesce(TRY_CAST(c{n} AS {kind}), "
        f"CASE WHEN regexp_matches(c{n}, '{NUMERAL}') THEN TRY_CAST({bare} AS {kind}) END)"
    )


def _where(frame: Frame, also: Sequence[Label] = (), whole: bool = False) -> tuple[str, list[object]]:
    measure, settled = frame.measure, [*frame.fixed, *also]
    parts = [measure.rows, f"n{measure.column.place} IS NOT NULL", "whole" if whole else "NOT whole"]
    parts += [f"c{label.place} = ?" for label in settled]
    return " AND ".join(parts), [label.text for label in settled]


def _is_years(column: Column) -> bool:
    words = set(re.split(r"[\W_]+", column.name.lower()))
    return bool(words & set(_rule("heads", "years"))) and not column.decimals and 1500 <= column.high <= 2200


def _above(loaded: Loaded) -> Head:
    """Return what the title of a table and the name of its file say of all its columns."""
    path, _, sheet = loaded.name.partition("#")
    title, file = head(f"{sheet} {loaded.title}"), head(os.path.splitext(os.path.basename(path))[0])
    unit = title if title.unit or title.scale != 1 else file
    return Head(title.words | file.words, unit.unit, unit.scale, title.year or file.year)


@cache
def _rule(section: str, name: str) -> tuple[str, ...]:
    return tuple(str(load_rules("data")[section][name]).split())


@cache
def _suffixes(spaced: bool) -> str:
    every = str(load_rules("data")["rows"]["suffixes"]).split("|")
    return "|".join(suffix for suffix in every if suffix.isascii() == spaced)
