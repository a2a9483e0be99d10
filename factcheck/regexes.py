"""Regexes compiled once for a Python, as its modules are, and kept beside them.

Some two hundred and fifty of them serve one article; to parse them anew took a third of a first answer.  What is kept is
what the standard library hands to its engine, under the regex in writing, so that no change of a regex can find it
stale; a Python of another build, or a file that nobody can read, compiles them again.
"""

from __future__ import annotations

import marshal
import re
import sys
from array import array
from contextlib import suppress
from functools import cache
from importlib.util import cache_from_source
from typing import Any

from factcheck.machine import write_whole
from factcheck.prefilter import Required, required

Made = tuple[int, bytes, int, dict[str, int], tuple[str | None, ...]]
"""Flags, code for the engine in machine words, how many groups, their numbers by name, their names by number."""

WORD = "I"

COMPILER: Any = sys.modules.get("re._compiler")
LAYOUT = 3
"""Of what is kept: another one is another run's."""

BUILD = f"{sys.version} {getattr(COMPILER, 'MAGIC', None)} {LAYOUT}"


class _Kept:
    """What an earlier run compiled, and whether this one added to it."""

    def __init__(self) -> None:
        self.made: dict[tuple[str, int], tuple[Made, Required]] = {}
        self.grown = False
        with suppress(OSError, ValueError, EOFError, TypeError), open(_path(), "rb") as file:
            build, made = marshal.loads(file.read())
            self.made = made if build == BUILD else {}


def _path() -> str:
    return cache_from_source(__file__).removesuffix("pyc") + "regexes"


@cache
def _kept() -> _Kept:
    return _Kept()


@cache
def compiled(source: str, flags: int = 0) -> re.Pattern[str]:
    """Return a regex of the project's own, compiled; re.error where it is none.  One that an article's words make is for `re`."""
    try:
        settled, code, *groups = _known(source, flags)[0]
        found: re.Pattern[str] = COMPILER._sre.compile(source, settled, array(WORD, code).tolist(), *groups)
        return found
    except (AttributeError, TypeError, RuntimeError):
        return re.compile(source, flags)


def needed(source: str, flags: int = 0) -> Required:
    """Return the pieces one of which every match of a regex of the project's own holds; () where none need be."""
    try:
        return _known(source, flags)[1]
    except (AttributeError, TypeError, RuntimeError):
        return ()


def _known(source: str, flags: int) -> tuple[Made, Required]:
    kept, key = _kept(), (source, int(flags))
    if key not in kept.made:
        kept.made[key], kept.grown = _made(source, flags), True
    return kept.made[key]


def _made(source: str, flags: int) -> tuple[Made, Required]:
    tree = COMPILER._parser.parse(source, flags)
    state = tree.state
    names: list[str | None] = [None] * state.groups
    for name, group in state.groupdict.items():
        names[group] = name
    code = array(WORD, map(int, COMPILER._code(tree, flags))).tobytes()
    return (int(flags | state.flags), code, state.groups - 1, state.groupdict, tuple(names)), required(tree)


def keep() -> None:
    """Keep what this run compiled for the next, unless Python was told to write nothing or may not write there."""
    kept = _kept()
    if kept.grown and not sys.dont_write_bytecode:
        with suppress(OSError):
            write_whole(_path(), marshal.dumps((BUILD, kept.made)))
