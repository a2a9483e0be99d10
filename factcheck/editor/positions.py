"""Where things stand as editors count: lines from 0, and in a line the units of the encoding agreed on."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Callable
from itertools import accumulate

from factcheck.regexes import compiled

LINE_END = compiled(r"\r\n|\r|\n")
Place = tuple[int, int]
"""Line and character, both from 0."""


class Lines:
    """The lines of a text, to turn its offsets into an editor's positions and back.

    `units` tells how many units some words take; in UTF-16, an emoji takes two.
    """

    def __init__(self, text: str, units: Callable[[str], int]) -> None:
        breaks = list(LINE_END.finditer(text))
        self._starts = [0, *(found.end() for found in breaks)]
        self._ends = [*(found.start() for found in breaks), len(text)]
        more = {sign: units(sign) - 1 for sign in set(text)}
        self._wide = [offset for offset, sign in enumerate(text) if more[sign]] if any(more.values()) else []
        self._more = [0, *accumulate(more[text[offset]] for offset in self._wide)]

    def place(self, offset: int) -> Place:
        """Return line and character of an offset."""
        line = bisect_right(self._starts, offset) - 1
        return line, self._units(offset) - self._units(self._starts[line])

    def offset(self, line: int, character: int) -> int:
        """Return the offset of a position; one beyond its line's end is that end, one below the last line the text's."""
        if line >= len(self._starts):
            return self._ends[-1]
        start, end = self._starts[line], self._ends[line]
        return start + bisect_left(range(start, end), self._units(start) + character, key=self._units)

    def _units(self, offset: int) -> int:
        return offset + self._more[bisect_left(self._wide, offset)]
