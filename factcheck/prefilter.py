"""Pieces of text of which every match of a regex holds one: a quick look for them spares most texts the regex itself.

The engine tries each of many alternatives at each letter; a look for a piece takes one native pass.
"""

from __future__ import annotations

import sys
from functools import lru_cache
from typing import Any

Required = tuple[str, ...]
"""Pieces in folded case, one of which must be there; empty where none need be."""

MARKS: Any = sys.modules.get("re._constants")
SHORTEST, MOST, LONG = 3, 100, 400
"""Shorter pieces are in every text, and more take as long as the regex; a longer text is folded once for all regexes."""


def required(tree: Any) -> Required:
    """Return the pieces of which a parsed regex needs one, in folded case; () where it can do without any."""
    found = _needed(tree)
    return tuple(sorted(found)) if _worth(found) >= SHORTEST and len(found) <= MOST else ()


def may_match(pieces: Required, text: str) -> bool:
    """Tell whether a text holds one of some pieces, in whatever case."""
    folded = _folded(text) if len(text) > LONG else text.casefold()
    return any(map(folded.__contains__, pieces))


@lru_cache(maxsize=16)
def _folded(text: str) -> str:
    return text.casefold()


def _worth(pieces: frozenset[str]) -> int:
    return min((len(piece.replace(" ", "").encode()) for piece in pieces), default=0)


def _needed(tree: Any) -> frozenset[str]:
    """Return the best of what the parts of a regex in a row need, each by itself."""
    choices: list[frozenset[str]] = []
    run = ""
    for mark, value in tree:
        if mark is MARKS.LITERAL:
            run += chr(value).casefold()
        elif mark not in (MARKS.AT, MARKS.ASSERT, MARKS.ASSERT_NOT):
            choices += [frozenset({run}), _inside(mark, value)]
            run = ""
    choices.append(frozenset({run}))
    return max(choices, key=lambda pieces: (_worth(pieces), -len(pieces)))


def _inside(mark: Any, value: Any) -> frozenset[str]:
    if mark is MARKS.SUBPATTERN:
        return _needed(value[-1])
    if mark in (MARKS.MAX_REPEAT, MARKS.MIN_REPEAT) and value[0]:
        return _needed(value[-1])
    ways = [_needed(way) for way in value[1]] if mark is MARKS.BRANCH else []
    return _shortest(frozenset().union(*ways)) if all(map(_worth, ways)) else frozenset()


def _shortest(pieces: frozenset[str]) -> frozenset[str]:
    """Return pieces without those that hold another."""
    return frozenset(one for one in pieces if not any(other != one and other in one for other in pieces))
