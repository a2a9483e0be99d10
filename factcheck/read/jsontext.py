"""JSON whose strings remember where they stand."""

from __future__ import annotations

import json
import json.scanner
from collections.abc import Iterator
from typing import Any

from factcheck.document import UnreadableError
from factcheck.read.pieces import Chunk, shape

_UNPAIRED = "[\ud800-\udfff]"
_ESCAPE = r"(?i)\\(?:ud[89ab][0-9a-f]{2}\\ud[c-f][0-9a-f]{2}|u[0-9a-f]{4}|.)"


class Placed(str):
    """A string of a JSON file: `start` and `end` are where its characters, escapes and all, stand in the file."""

    start: int
    end: int


def load_json(source: str, path: str, start: int = 0) -> tuple[Any, int]:
    """Return the JSON value that begins at `start`, its strings Placed, and where it ends.

    UnreadableError, with line and column, where it is malformed.  The standard library's decoder does the reading; its
    form in Python, unlike the one in C, lets strings be made by a function of one's own.
    """
    decoder: Any = json.JSONDecoder(strict=False)
    decoder.parse_string = _placed
    decoder.scan_once = json.scanner.py_make_scanner(decoder)  # type: ignore[attr-defined]
    try:
        value, end = decoder.raw_decode(source, start)
    except json.JSONDecodeError as slip:
        raise UnreadableError(path, f"line {slip.lineno}, column {slip.colno}: broken JSON ({slip.msg})") from None
    except RecursionError:
        raise UnreadableError(path, "it is nested too deeply to be an article") from None
    except ValueError as slip:
        raise UnreadableError(path, f"broken JSON ({slip})") from None
    return value, end


def _placed(source: str, start: int, strict: bool = True) -> tuple[Placed, int]:
    words, after = json.decoder.scanstring(source, start, strict)  # type: ignore[attr-defined]
    placed = Placed(words)
    placed.start, placed.end = start, after - 1
    return placed, after


def chunks(source: str, words: Placed) -> Iterator[Chunk]:
    """Yield the words of a string, each escape as what it stands for."""
    at = words.start
    for escape in shape(_ESCAPE).finditer(source, words.start, words.end):
        yield at, source[at : escape.start()], 0
        yield escape.start(), shape(_UNPAIRED).sub("\ufffd", json.loads(f'"{escape[0]}"')), len(escape[0])
        at = escape.end()
    yield at, source[at : words.end], 0
