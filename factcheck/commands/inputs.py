"""The articles that a command is given: files, folders, standard input."""

from __future__ import annotations

import os
import sys
from collections.abc import Iterable, Iterator
from typing import TYPE_CHECKING

from factcheck.commands.streams import UsageError

if TYPE_CHECKING:
    from factcheck.document import Document


def articles(paths: Iterable[str]) -> list[str]:
    """Return each file named and, of folders, every file of a format known here, each once; an empty folder itself."""
    return list(dict.fromkeys(_each(paths)))


def _each(paths: Iterable[str]) -> Iterator[str]:
    for path in paths:
        yield from (_inside(path) or [path]) if os.path.isdir(path) else [path]


def _inside(folder: str) -> list[str]:
    found: list[str] = []
    for home, folders, names in os.walk(folder):
        folders[:] = sorted(name for name in folders if not name.startswith("."))
        # Code hosts match the paths of a report with a repository's, which begin with no dot.
        found += (os.path.normpath(os.path.join(home, name)) for name in sorted(names) if _suffix(name) in _suffixes())
    return found


def _suffix(name: str) -> str:
    return os.path.splitext(name)[1].lower()


def _suffixes() -> set[str]:
    from factcheck.read import BYTE_READERS, NAMED_ONLY, TEXT_READERS

    return {*TEXT_READERS, *BYTE_READERS} - NAMED_ONLY - {""}


def looked_for() -> str:
    """Return the suffixes of articles, for people."""
    return " ".join(sorted(_suffixes()))


def read(path: str) -> Document:
    """Return the document at a path, "-" for standard input; UnreadableError where it cannot be read."""
    from factcheck.document import UnreadableError
    from factcheck.read import read_bytes, read_file

    if path == "-":
        return read_bytes(sys.stdin.buffer.read(), "-", "")
    if os.path.isdir(path):
        raise UnreadableError(path, f"no article in this folder; looked for {looked_for()}")
    return read_file(path)


def readable(path: str) -> Document:
    """Return the document at a path; UsageError where it cannot be read."""
    from factcheck.document import UnreadableError

    try:
        return read(path)
    except UnreadableError as slip:
        raise UsageError(str(slip)) from None
