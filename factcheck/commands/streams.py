"""Where commands write, how they complain, and with which status they end."""

from __future__ import annotations

import io
import os
import sys
from collections.abc import Iterable
from typing import IO, TYPE_CHECKING

if TYPE_CHECKING:
    from rich.console import Console

GOOD, FOUND, UNUSABLE, INTERRUPTED = 0, 1, 2, 130


class UsageError(Exception):
    """A request that cannot be met, in words for whoever made it."""


def prepare(stream: IO[str], encoding: str | None = None) -> None:
    """Let a stream take every character: one that its encoding lacks is written as an escape."""
    if isinstance(stream, io.TextIOWrapper):
        stream.reconfigure(encoding=encoding, errors="backslashreplace")


def complain(slip: Exception) -> None:
    """Say on standard error, in one line, what cannot be done."""
    words = "".join(sign if sign.isprintable() else "�" for sign in str(slip))
    prepare(sys.stderr)
    print(f"factcheck: {words}", file=sys.stderr)


def screen(colour: bool) -> Console:
    """Return standard output for text in colour."""
    from factcheck.report.paper import console

    prepare(sys.stdout)
    return console(sys.stdout, colour=colour)


def opened(path: str, articles: Iterable[str]) -> IO[str]:
    """Return a file to write to; UsageError where it is one of the articles, or cannot be written."""
    if os.path.realpath(path) in map(os.path.realpath, articles):
        raise UsageError(f"{path} is an article; the report would overwrite it")
    try:
        return open(path, "w", encoding="utf-8", errors="backslashreplace")
    except OSError as slip:
        raise UsageError(f"{path} cannot be written: {slip.strerror}") from None


def abandoned() -> int:
    """Keep Python from complaining, as it ends, that whoever read its output has gone."""
    os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
    return FOUND
