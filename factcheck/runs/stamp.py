"""A stamp of everything but the article that an answer depends on: factcheck's code, its rules, its libraries."""

from __future__ import annotations

import os
import sys
from functools import cache
from typing import TYPE_CHECKING

from factcheck.rulefiles import rules_folder

if TYPE_CHECKING:
    from collections.abc import Iterator

LEFT_OUT = frozenset({"__pycache__", "_rules"})


@cache
def stamp() -> bytes:
    """Return a digest that changes when any file of the package or its rules, Python, or a library does.

    A file is known by its path, its size and the nanosecond in which it was last written: to read them all would take as
    long as to check several articles.
    """
    from hashlib import blake2b

    package = os.path.dirname(os.path.dirname(__file__))
    files = [
        f"{name}\0{size}\0{written}" for folder in (package, rules_folder()) for name, size, written in _files(folder)
    ]
    return blake2b("\0".join([*sorted(files), sys.version, *_libraries()]).encode(), digest_size=16).digest()


def _files(folder: str) -> Iterator[tuple[str, int, int]]:
    """Yield every file below a folder, with its size and when it was written."""
    with os.scandir(folder) as entries:
        for entry in entries:
            if entry.is_dir():
                yield from _files(entry.path) if entry.name not in LEFT_OUT else ()
            else:
                status = entry.stat()
                yield entry.path, status.st_size, status.st_mtime_ns


def _libraries() -> list[str]:
    """Return the installed distributions with their versions, as their folders' names have them: no import needed."""
    folders = [path for path in sys.path if path.endswith("-packages") and os.path.isdir(path)]
    return sorted(name for path in folders for name in os.listdir(path) if name.endswith(".dist-info"))
