"""Files of data as tables of text in DuckDB: most by its own readers, XLSX and SQLite through CSV."""

from __future__ import annotations

import csv
import os
import re
import sqlite3
import tempfile
from codecs import getincrementaldecoder
from collections.abc import Callable, Iterable, Iterator, Sequence
from functools import partial
from glob import escape
from itertools import chain, islice
from typing import IO, TYPE_CHECKING, Any

from factcheck.document import UnreadableError
from factcheck.records import NamedTuple

if TYPE_CHECKING:
    from duckdb import DuckDBPyConnection

INSTALL = "pip install 'factcheck[data]'"
WIDEST = 400
"""A table of more columns is no table that an article cites."""

HEADER_WITHIN = 20
"""In so many rows of a sheet, or lines of a file, the header is looked for."""

PART = 1 << 20
"""Bytes that are looked through at a time."""


class Loaded(NamedTuple):
    """A table read: `heads` stand over the columns c0, c1 ... of the table `raw`; `title` is what stands above.

    `line` is the line or row of the file that the header stands in, counted from 1.
    """

    connection: DuckDBPyConnection
    name: str
    heads: tuple[str, ...]
    title: str = ""
    line: int = 1


def load(path: str) -> list[Loaded]:
    """Return the tables of a file; UnreadableError where it is missing, empty, damaged or of no format known here."""
    _existing(path)
    reader = READERS.get(os.path.splitext(path)[1].lower())
    if reader is None:
        raise UnreadableError(path, f"no table can be read from it; save it as one of {' '.join(READERS)}")
    try:
        return reader(path)
    except ModuleNotFoundError as missing:
        raise UnreadableError(path, f"data needs {missing.name}, which is not installed: {INSTALL}") from None


def _existing(path: str) -> None:
    try:
        size = os.stat(path).st_size
    except FileNotFoundError:
        raise UnreadableError(path, "there is no such file; check the name") from None
    except OSError as slip:
        raise UnreadableError(path, f"it cannot be opened: {slip.strerror or slip}") from None
    if os.path.isdir(path):
        raise UnreadableError(path, "it is a folder; name the files in it")
    if size == 0:
        raise UnreadableError(path, "it is empty; there is no table in it")


def _connection() -> DuckDBPyConnection:
    import duckdb

    quiet: dict[str, str | bool | int | float | list[str]] = {
        "autoinstall_known_extensions": "false",
        "autoload_known_extensions": "false",
    }
    connection = duckdb.connect(config=quiet)
    connection.execute("SET enable_progress_bar = false")
    return connection


def _csv(path: str) -> list[Loaded]:
    """Return the table of a file of lines: its header is the first line of two words, its title what stands above."""
    connection = _connection()
    import duckdb

    delimiter, heads, title, line = _header(path)
    columns = ", ".join(f"'c{n}': 'VARCHAR'" for n in range(len(heads)))
    trimmed = ", ".join(f"trim(c{n}) AS c{n}" for n in range(len(heads)))
    query = (
        f"CREATE TABLE raw AS SELECT {trimmed} FROM read_csv(?, auto_detect=false, header=true, skip={line - 1}, "
        f"delim='{delimiter}', quote='\"', escape='\"', null_padding=true, columns={{{columns}}}"
    )
    try:
        connection.execute(f"{query})", [escape(path)])
    except duckdb.Error as slip:
        if "parallel=false" not in str(slip):
            raise UnreadableError(path, f"it cannot be read as a table: {_line(slip)}") from None
        connection.execute(f"{query}, parallel=false)", [escape(path)])
    return [_filled(Loaded(connection, path, heads, title, line))]


def _header(path: str) -> tuple[str, tuple[str, ...], str, int]:
    """Return what parts the cells, the header's, the words above it and the line that it stands in."""
    with open(path, "rb") as file:
        _decoded(path, file)
    with open(path, encoding="utf-8-sig", newline="") as text:
        top = list(islice(text, HEADER_WITHIN))
    signs = "\t" if path.lower().endswith((".tsv", ".tab")) else ",;\t|"
    delimiter = max(signs, key=lambda sign: sum(line.count(sign) for line in top))
    rows = csv.reader(top, delimiter=delimiter)
    above: list[str] = []
    started = 0
    for row in rows:
        if sum(bool(cell.strip()) for cell in row) > 1:
            return delimiter, tuple(cell.strip() for cell in row), " ".join(above), started + 1
        above, started = [*above, *(cell.strip() for cell in row if cell.strip())], rows.line_num
    raise UnreadableError(path, f"none of its first {len(top)} lines is the header of a table")


def _decoded(path: str, file: IO[bytes]) -> None:
    """Read a file to its end; UnreadableError names the first line that is not in UTF-8."""
    decoder, line = getincrementaldecoder("utf-8")(), 1
    for part in chain(iter(partial(file.read, PART), b""), [b""]):
        try:
            line += decoder.decode(part, final=not part).count("\n")
        except UnicodeDecodeError as slip:
            line += slip.object[: slip.start].count(b"\n")
            raise UnreadableError(path, f"line {line} is not in UTF-8; save the file as CSV in UTF-8") from None


def _queried(function: str) -> Callable[[str], list[Loaded]]:
    """Return the reader of a format that DuckDB reads by the table function named."""

    def read(path: str) -> list[Loaded]:
        connection = _connection()
        import duckdb

        query, named = f"FROM {function}(?)", [escape(path)]
        try:
            heads = [row[0] for row in connection.execute(f"DESCRIBE {query}", named).fetchall()]
            texts = ", ".join(f"trim(CAST({_quoted(head)} AS VARCHAR)) AS c{n}" for n, head in enumerate(heads))
            connection.execute(f"CREATE TABLE raw AS SELECT {texts} {query}", named)
        except duckdb.Error as slip:
            raise UnreadableError(path, f"it is damaged or no {_format(path)} file: {_line(slip)}") from None
        return [_filled(Loaded(connection, path, tuple(heads)))]

    return read


def _quoted(name: str) -> str:
    return '"' + name.replace('"', '""') + '"'


def _format(path: str) -> str:
    return os.path.splitext(path)[1].lstrip(".").upper()


def _line(slip: Exception) -> str:
    """Return what a reader says in one short line, its advice to programmers left off."""
    text = str(slip)
    line, cells = re.search(r"on Line: (\d+)", text), re.search(r"Columns: (\d+) Found: (\d+)", text)
    if line and cells:
        return f"line {line[1]} has {cells[2]} cells, the header {cells[1]}"
    if line and "unterminated quote" in text:
        return f"a quotation mark in line {line[1]} is never closed"
    lines = [row.strip() for row in text.splitlines() if row.strip()] or [type(slip).__name__]
    return lines[0].partition("Error: ")[2][:160] or lines[0][:160]


def _filled(loaded: Loaded) -> Loaded:
    found = loaded.connection.execute("SELECT count(*) FROM raw").fetchone()
    if not found or not found[0]:
        raise UnreadableError(loaded.name, "it has no rows; there is nothing to hold the article against")
    if len(loaded.heads) > WIDEST:
        raise UnreadableError(loaded.name, f"it has {len(loaded.heads)} columns; at most {WIDEST} are read")
    return loaded


def _spooled(name: str, heads: Sequence[str], rows: Iterable[Sequence[str]], title: str = "", line: int = 1) -> Loaded:
    """Return rows from elsewhere as a table: written to a file that DuckDB reads faster than it takes rows."""
    connection = _connection()
    columns = ", ".join(f"'c{n}': 'VARCHAR'" for n in range(len(heads)))
    with tempfile.TemporaryDirectory() as folder:
        path = os.path.join(folder, "rows.csv")
        with open(path, "w", encoding="utf-8", newline="") as file:
            csv.writer(file, quoting=csv.QUOTE_ALL).writerows(rows)
        connection.execute(
            f"CREATE TABLE raw AS FROM read_csv(?, auto_detect=false, header=false, delim=',', quote='\"', "
            f"escape='\"', columns={{{columns}}})",
            [path],
        )
    return Loaded(connection, name, tuple(heads), title, line)


def _sheets(path: str) -> list[Loaded]:
    import duckdb  # noqa: F401  (named as what is missing before a workbook is opened)
    import openpyxl

    try:
        book = openpyxl.load_workbook(path, read_only=True, data_only=True)
        found = [(sheet.title, list(_rows(sheet))) for sheet in book.worksheets]
    except Exception as slip:  # openpyxl lets through whatever its readers of XML and ZIP raise
        raise UnreadableError(path, f"it is damaged, protected or no XLSX file: {_line(slip)}") from None
    tables = [table for title, rows in found if (table := _sheet(path, title, rows, len(found) > 1))]
    if not tables:
        raise UnreadableError(path, "no sheet of it holds a table with a header and rows")
    return tables


def _rows(sheet: Any) -> Iterator[list[str]]:
    for row in sheet.iter_rows():
        yield [_shown(cell.value, getattr(cell, "number_format", "")) for cell in row]


def _shown(value: object, form: str) -> str:
    """Return a cell of a sheet as the sheet shows it: a share formatted as percent gets its sign."""
    if value is None:
        return ""
    if isinstance(value, float) and value.is_integer():
        value = int(value)
    if isinstance(value, int | float) and not isinstance(value, bool) and "%" in str(form):
        return f"{value * 100:.10g}%"
    return str(value).strip()


def _sheet(path: str, title: str, rows: list[list[str]], several: bool) -> Loaded | None:
    """Return the table of a sheet: its header is the first row with two words, what stands above is its title."""
    at = next((n for n, row in enumerate(rows[:HEADER_WITHIN]) if sum(map(bool, row)) > 1), None)
    body = [] if at is None else [row for row in rows[at + 1 :] if any(row)]
    if at is None or not body:
        return None
    width = max(len(rows[at]), *(len(row) for row in body))
    filled = [row + [""] * (width - len(row)) for row in (rows[at], *body)]
    above = " ".join(word for row in rows[:at] for word in row if word)
    name = f"{path}#{title}" if several else path
    return _spooled(name, filled[0], filled[1:], f"{title if several else ''} {above}".strip(), at + 1)


def _database(path: str) -> list[Loaded]:
    import duckdb  # noqa: F401  (named as what is missing before a database is opened)

    try:
        base = sqlite3.connect(f"file:{_uri(path)}?mode=ro", uri=True)
        names = [row[0] for row in base.execute(
            "SELECT name FROM sqlite_master WHERE type IN ('table', 'view') AND name NOT LIKE 'sqlite_%' ORDER BY name"
        )]  # fmt: skip
        tables = [_select(base, path, name, len(names) > 1) for name in names]
    except sqlite3.Error as slip:
        raise UnreadableError(path, f"it is damaged or no SQLite database: {slip}") from None
    filled = [table for table in tables if table]
    if not filled:
        raise UnreadableError(path, "no table of it has rows")
    return filled


def _uri(path: str) -> str:
    from urllib.parse import quote

    return quote(os.path.abspath(path))


def _select(base: sqlite3.Connection, path: str, name: str, several: bool) -> Loaded | None:
    found = base.execute(f"SELECT * FROM {_quoted(name)}")
    heads = [column[0] for column in found.description]
    first = found.fetchone()
    if first is None:
        return None
    rows = (["" if value is None else str(value) for value in row] for row in _with(first, found))
    return _spooled(f"{path}#{name}" if several else path, heads, rows, name)


def _with(first: Sequence[object], rest: Iterable[Sequence[object]]) -> Iterator[Sequence[object]]:
    yield first
    yield from rest


_PARQUET = _queried("read_parquet")
_JSON = _queried("read_json_auto")
READERS: dict[str, Callable[[str], list[Loaded]]] = {
    ".csv": _csv, ".tsv": _csv, ".tab": _csv, ".xlsx": _sheets, ".xlsm": _sheets, ".parquet": _PARQUET,
    ".json": _JSON, ".jsonl": _JSON, ".ndjson": _JSON, ".sqlite": _database, ".sqlite3": _database, ".db": _database,
}  # fmt: skip
"""By suffix, what reads the tables of a file."""
