"""What the articles of a run are held against: each file opened once a process, and what is wrong in it told."""

from __future__ import annotations

import os
import sys
from collections.abc import Callable, Iterable
from functools import cache
from typing import TYPE_CHECKING, TypeVar

from factcheck.document import Document, UnreadableError
from factcheck.read import bytes_of, read_bytes
from factcheck.records import NamedTuple

if TYPE_CHECKING:
    from factcheck.datatable.table import DataTable
    from factcheck.house.rules import House
    from factcheck.reference.own import OwnRates
    from factcheck.runs.job import Job

Opened = TypeVar("Opened")
Slip = tuple[str, str]
"""A path that could not be checked, or a file that could not be read, and why."""

Layers = tuple[tuple[str, ...], ...]


class Beside(NamedTuple):
    """Sources, tables, the archive, the rules and the rates of a house; `slips` are what could not be read."""

    companions: tuple[Document, ...]
    tables: tuple[DataTable, ...]
    archive: str
    house: House | None
    rates: OwnRates | None
    slips: tuple[Slip, ...]


def opened(job: Job) -> Beside:
    """Return what a job's article is held against."""
    companions, unread = _each(job.sources, _companion)
    tables, unopened = _each(job.data, _tables)
    house, wrong = _house(job.rules)
    rates, missed = _rates(job.rates)
    archive, unusable = _archive(job.archive)
    together = tuple(table for held in tables for table in held)
    return Beside(companions, together, archive, house, rates, (*unread, *unopened, *unusable, *wrong, *missed))


def _each(paths: Iterable[str], one: Callable[[str], Opened]) -> tuple[tuple[Opened, ...], list[Slip]]:
    """Return what can be opened, and why the rest cannot."""
    found, slips = [], []
    for path in paths:
        try:
            found.append(one(path))
        except UnreadableError as slip:
            slips.append((slip.path, slip.reason))
    return tuple(found), slips


@cache
def held_bytes(path: str) -> bytes:
    """Return what a file holds, read once a process; UnreadableError where it cannot be read."""
    return fresh_bytes(path)


def fresh_bytes(path: str) -> bytes:
    """Return what a file, or standard input for "-", holds now; UnreadableError where it cannot be read."""
    return sys.stdin.buffer.read() if path == "-" else bytes_of(path)


def suffix(path: str) -> str:
    """Return what the name of a file ends in, "" for standard input."""
    return "" if path == "-" else os.path.splitext(path)[1]


@cache
def _companion(path: str) -> Document:
    return read_bytes(held_bytes(path), path, suffix(path))


@cache
def _tables(path: str) -> tuple[DataTable, ...]:
    from factcheck.datatable.table import open_data

    return tuple(open_data(path))


@cache
def _house(layers: Layers) -> tuple[House | None, tuple[Slip, ...]]:
    if not layers:
        return None, ()
    from factcheck.house.load import read_house

    house, slips = read_house(layers)
    return house, tuple((slip.path, slip.reason) for slip in slips)


def rule_files(layers: Layers) -> list[str]:
    """Return every rule file of some layers that is there."""
    if not layers:
        return []
    from factcheck.house.load import rule_files as listed

    return [path for path in listed([path for layer in layers for path in layer], []) if os.path.exists(path)]


@cache
def _rates(path: str) -> tuple[OwnRates | None, tuple[Slip, ...]]:
    if not path:
        return None, ()
    from factcheck.read import decoded
    from factcheck.reference.own import read_rates

    try:
        rates, slips = read_rates(decoded(held_bytes(path), path), path)
    except UnreadableError as slip:
        return None, ((slip.path, slip.reason),)
    return rates, tuple((slip.path, slip.reason) for slip in slips)


@cache
def _archive(path: str) -> tuple[str, tuple[Slip, ...]]:
    if not path:
        return "", ()
    from factcheck.archive.store import reading

    try:
        with reading(path):
            return path, ()
    except UnreadableError as slip:
        return "", ((slip.path, slip.reason),)


def state_of(archive: str) -> bytes:
    """Return what changes whenever an archive does: it is too large to be read for its digest."""
    try:
        found = os.stat(archive) if archive else None
    except OSError:
        found = None
    return f"{found.st_mtime_ns} {found.st_size}".encode() if found else b""
