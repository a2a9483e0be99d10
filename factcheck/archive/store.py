"""The archive's file: an SQLite database of what past articles said, written in batches that a crash cannot tear."""

from __future__ import annotations

import json
import os
import sqlite3
import zlib
from collections.abc import Iterable, Iterator, Sequence
from contextlib import closing, contextmanager, suppress
from datetime import date
from fractions import Fraction
from hashlib import blake2b
from time import monotonic, sleep
from typing import Any

from factcheck.archive.claims import Claim
from factcheck.document import Span, UnreadableError
from factcheck.quantity import Interval
from factcheck.records import NamedTuple

APPLICATION = 0x66616374
"""Marks a file as an archive of factcheck's: the letters "fact"."""

VERSION = 1
"""Of the tables below.  An archive of another version is refused: what it holds may no longer be at hand to be read."""

PATIENCE, PAUSE = 60.0, 0.02
"""So many seconds one run waits for another to finish its batch."""

TABLES = """
CREATE TABLE articles (
    id INTEGER PRIMARY KEY, path TEXT NOT NULL UNIQUE, size INTEGER NOT NULL, modified INTEGER NOT NULL,
    digest BLOB NOT NULL, published INTEGER, sentences BLOB NOT NULL, names BLOB NOT NULL
);
CREATE TABLE claims (
    article INTEGER NOT NULL, published INTEGER, kind TEXT NOT NULL, subject TEXT NOT NULL, measure TEXT NOT NULL,
    period TEXT NOT NULL, unit TEXT NOT NULL, name TEXT NOT NULL, text TEXT NOT NULL, hedged INTEGER NOT NULL,
    low TEXT NOT NULL, high TEXT NOT NULL, sentence INTEGER NOT NULL, start INTEGER NOT NULL, end INTEGER NOT NULL
);
CREATE INDEX claims_by_subject ON claims (subject, kind, published);
CREATE INDEX claims_by_article ON claims (article);
CREATE TABLE names (id INTEGER PRIMARY KEY, text TEXT NOT NULL, bare TEXT NOT NULL, first TEXT NOT NULL, last TEXT NOT NULL);
CREATE INDEX names_by_bare ON names (bare);
CREATE INDEX names_by_first ON names (first, last);
CREATE INDEX names_by_last ON names (last, first);
CREATE TABLE appearances (
    name INTEGER NOT NULL, article INTEGER NOT NULL, sentence INTEGER NOT NULL, PRIMARY KEY (name, article)
) WITHOUT ROWID;
"""
CLAIM_COLUMNS = "kind, subject, measure, period, unit, name, text, hedged, low, high, sentence, start, end"


class Sentence(NamedTuple):
    """A sentence as it was read, and where in its file it begins: line and column from 1."""

    line: int
    column: int
    text: str


class Placed(NamedTuple):
    """A claim with the number of its sentence among the article's; the claim's span counts from that one's start."""

    sentence: int
    claim: Claim


class Name(NamedTuple):
    """A name of an article with what it is looked for by, and the number of the sentence where it stands first."""

    text: str
    bare: str
    sentence: int

    @property
    def id(self) -> int:
        """What the archive knows the name by."""
        return int.from_bytes(blake2b(self.text.encode(), digest_size=8).digest(), "big", signed=True)

    @property
    def ends(self) -> tuple[str, str]:
        """Its first word and its last."""
        return self.text.partition(" ")[0], self.text.rpartition(" ")[2]


class Stamp(NamedTuple):
    """What tells whether a file has changed: bytes, time of change in nanoseconds, hash of what it holds."""

    size: int
    modified: int
    digest: bytes


class Entry(NamedTuple):
    """Everything that the archive keeps of one article."""

    path: str
    stamp: Stamp
    published: date | None
    sentences: tuple[Sentence, ...]
    claims: tuple[Placed, ...]
    names: tuple[Name, ...]


class Info(NamedTuple):
    """What an archive holds, and the days of its oldest and newest article."""

    articles: int
    claims: int
    names: int
    undated: int
    oldest: date | None
    newest: date | None
    size: int


@contextmanager
def reading(path: str) -> Iterator[sqlite3.Connection]:
    """Open an archive to look things up in it; UnreadableError where it is none."""
    if not os.path.isfile(path):
        raise UnreadableError(path, "there is no such archive; make one with `factcheck archive add FOLDER`")
    with _guarded(path), closing(_connected(f"file:{_quoted(path)}?mode=ro")) as connection:
        _known(connection, path)
        yield connection


@contextmanager
def writing(path: str) -> Iterator[sqlite3.Connection]:
    """Open an archive to add to it, made where there is none; UnreadableError where the file is something else."""
    folder = os.path.dirname(os.path.abspath(path))
    if not os.path.isdir(folder):
        raise UnreadableError(path, f"there is no folder {folder}; make it first")
    with _guarded(path), closing(_connected(f"file:{_quoted(path)}")) as connection:
        if not _empty(connection):
            _known(connection, path)
        _in_wal(connection)
        connection.execute("PRAGMA synchronous = NORMAL")
        connection.execute("PRAGMA cache_size = -65536")
        with batch(connection):
            if _empty(connection):
                for statement in TABLES.split(";"):
                    connection.execute(statement)
                connection.execute(f"PRAGMA application_id = {APPLICATION}")
                connection.execute(f"PRAGMA user_version = {VERSION}")
        yield connection
        _folded(connection)


def _in_wal(connection: sqlite3.Connection) -> None:
    """Let readers and a writer be at it together; SQLite does not wait of itself for a run that is just beginning or ending."""
    until = monotonic() + PATIENCE
    while True:
        try:
            connection.execute("PRAGMA journal_mode = WAL")
            return
        except sqlite3.OperationalError:
            if monotonic() > until:
                raise
            sleep(PAUSE)


def _folded(connection: sqlite3.Connection) -> None:
    """Leave one plain file, that can be copied and read where nothing can be written, unless another run is at it."""
    connection.execute("PRAGMA busy_timeout = 0")
    with suppress(sqlite3.OperationalError):
        connection.execute("PRAGMA journal_mode = DELETE")


def _quoted(path: str) -> str:
    from urllib.parse import quote

    return quote(path)


def _connected(address: str) -> sqlite3.Connection:
    return sqlite3.connect(address, timeout=PATIENCE, isolation_level=None, uri=True)


@contextmanager
def _guarded(path: str) -> Iterator[None]:
    """Turn what SQLite says into a line that names the archive."""
    try:
        yield
    except sqlite3.DatabaseError as slip:
        said = str(slip)
        if "not a database" in said:
            raise UnreadableError(path, "it is no archive of factcheck's; name another file") from None
        if "locked" in said:
            raise UnreadableError(path, "another run is still writing to it; try again when that has ended") from None
        raise UnreadableError(
            path, f"the archive cannot be used ({said}); delete it and add the articles again"
        ) from None


def _empty(connection: sqlite3.Connection) -> bool:
    found: int = connection.execute("SELECT count(*) FROM sqlite_master").fetchone()[0]
    return found == 0


def _known(connection: sqlite3.Connection, path: str) -> None:
    if connection.execute("PRAGMA application_id").fetchone()[0] != APPLICATION:
        raise UnreadableError(path, "it is no archive of factcheck's; name another file")
    if connection.execute("PRAGMA user_version").fetchone()[0] != VERSION:
        raise UnreadableError(path, "it was made by another version of factcheck; delete it and add the articles again")


@contextmanager
def batch(connection: sqlite3.Connection) -> Iterator[None]:
    """Do all of what is within, or nothing."""
    connection.execute("BEGIN IMMEDIATE")
    try:
        yield
    except BaseException:
        connection.execute("ROLLBACK")
        raise
    connection.execute("COMMIT")


def stamps(connection: sqlite3.Connection) -> dict[str, Stamp]:
    """Return the stamp of every article of the archive, by path."""
    rows = connection.execute("SELECT path, size, modified, digest FROM articles")
    return {path: Stamp(*stamp) for path, *stamp in rows}


def restamp(connection: sqlite3.Connection, path: str, stamp: Stamp) -> None:
    """Note that a file was touched, what it holds being the same."""
    connection.execute("UPDATE articles SET size = ?, modified = ? WHERE path = ?", (stamp.size, stamp.modified, path))


def add(connection: sqlite3.Connection, entries: Iterable[Entry]) -> None:
    """Put articles into the archive, each in place of what was there under its path."""
    for entry in entries:
        remove(connection, entry.path)
        published = entry.published.toordinal() if entry.published else None
        article = connection.execute(
            "INSERT INTO articles (path, size, modified, digest, published, sentences, names) VALUES (?, ?, ?, ?, ?, ?, ?)",
            (entry.path, *entry.stamp, published, _packed(entry.sentences), _ids(entry.names)),
        ).lastrowid
        connection.executemany(
            f"INSERT INTO claims (article, published, {CLAIM_COLUMNS}) VALUES ({', '.join('?' * 15)})",
            [(article, published, *_row(placed)) for placed in entry.claims],
        )
        connection.executemany("INSERT OR IGNORE INTO names VALUES (?, ?, ?, ?, ?)", map(_named, entry.names))
        connection.executemany(
            "INSERT INTO appearances VALUES (?, ?, ?)", [(name.id, article, name.sentence) for name in entry.names]
        )


def remove(connection: sqlite3.Connection, path: str) -> None:
    """Take an article out of the archive, if it is there."""
    row = connection.execute("SELECT id, names FROM articles WHERE path = ?", (path,)).fetchone()
    if row:
        article, names = row
        connection.executemany(
            "DELETE FROM appearances WHERE name = ? AND article = ?", [(name, article) for name in ids(names)]
        )
        connection.execute("DELETE FROM claims WHERE article = ?", (article,))
        connection.execute("DELETE FROM articles WHERE id = ?", (article,))


def forget_names(connection: sqlite3.Connection) -> None:
    """Take out the names that no article has any more."""
    connection.execute("DELETE FROM names WHERE id NOT IN (SELECT name FROM appearances)")


def info(path: str) -> Info:
    """Return what an archive holds; UnreadableError where it is none."""
    with reading(path) as connection:
        said = "SELECT count(*), sum(published IS NULL), min(published), max(published) FROM articles"
        articles, undated, oldest, newest = connection.execute(said).fetchone()
        claims, names = (
            connection.execute(f"SELECT count(*) FROM {table}").fetchone()[0] for table in ("claims", "names")
        )
    return Info(articles, claims, names, undated or 0, day(oldest), day(newest), os.path.getsize(path))


def day(ordinal: int | None) -> date | None:
    """Return the day of an ordinal, None for none."""
    return None if ordinal is None else date.fromordinal(ordinal)


def sentences(packed: bytes) -> list[Sentence]:
    """Return the sentences that the archive keeps of an article."""
    return [Sentence(*row) for row in json.loads(zlib.decompress(packed))]


def _packed(kept: Iterable[Sentence]) -> bytes:
    return zlib.compress(json.dumps(list(kept), ensure_ascii=False, separators=(",", ":")).encode())


def ids(packed: bytes) -> list[int]:
    """Return what the archive knows the names of an article by."""
    return [int.from_bytes(packed[at : at + 8], "big", signed=True) for at in range(0, len(packed), 8)]


def _ids(names: Iterable[Name]) -> bytes:
    return b"".join(name.id.to_bytes(8, "big", signed=True) for name in names)


def _named(name: Name) -> tuple[int, str, str, str, str]:
    return (name.id, name.text, name.bare, *name.ends)


def _row(placed: Placed) -> tuple[object, ...]:
    said = placed.claim
    return (
        said.kind, said.subject, said.measure, said.period, said.unit, said.name, said.text, said.hedged,
        str(said.value.low), str(said.value.high), placed.sentence, said.span.start, said.span.end,
    )  # fmt: skip


def claim_of(row: Sequence[Any]) -> Placed:
    """Return the claim in the columns CLAIM_COLUMNS of a row."""
    kind, subject, measure, period, unit, name, text, hedged, low, high, sentence, start, end = row
    value, span = Interval(Fraction(low), Fraction(high)), Span(start, end)
    return Placed(sentence, Claim(kind, subject, name, text, span, value, measure, period, unit, bool(hedged)))
