"""The lines of a file on the way to raw blocks, whatever markup they are written in."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from itertools import accumulate
from typing import TypeVar

from factcheck.read.inline import Walk, cuts
from factcheck.read.pieces import Cut, Piece, Raw, raw_text

NO_CUTS: list[Cut] = []


class Page:
    """The lines of one file on the way to raw blocks.

    `flat` is the source, character for character, with every blank a space and every end of line a newline.
    A table is its rows of indices of `raws`, None for an empty cell, and whether its first row is a header.
    `markup` tells what inside a block is no words.
    """

    def __init__(self, flat: str, start: int, plain: bool, markup: type[Walk] = Walk) -> None:
        self.flat, self.plain = flat, plain
        self.lines = flat[start:].split("\n")
        self.starts = list(accumulate([len(line) + 1 for line in self.lines], initial=start))
        self.raws: list[Raw] = []
        self.tables: list[tuple[list[list[int | None]], bool]] = []
        self.labels: frozenset[str] = frozenset()
        self.unclosed: set[str] = set()
        self.markup = markup
        self.signs = "" if plain else "".join([sign for sign in markup.signs if sign in flat])

    def add(self, kind: str, pieces: list[Piece]) -> int:
        """Keep one block; return its index."""
        raw = raw_text(self.flat, pieces) if self.signs and kind != "code" else ""
        if kind == "paragraph" and raw.startswith(("*", "_")):
            kind = _emphasis(raw, self.markup.emphases)
        self.raws.append(Raw(kind, pieces, cuts(self.markup, raw, self.signs, self.labels) if raw else NO_CUTS))
        return len(self.raws) - 1

    def pieces(self, first: int, after: int, skip: int = 0) -> list[Piece]:
        """Return the words of lines `first` to `after`, without margins; a newline stands for a space.

        `skip` characters of the first line are its mark.
        """
        begin, end = self.margins(first, skip)
        pieces = []
        for line in range(first + 1, after):
            start, stop = self.margins(line)
            if (newline := self.starts[line] - 1) == start - 1 and newline == end:
                end = stop
            else:
                pieces += [(begin, end), (newline, newline + 1)]
                begin, end = start, stop
        pieces.append((begin, end))
        return pieces

    def margins(self, line: int, skip: int = 0) -> Piece:
        """Return where the words of a line begin and end."""
        words = self.lines[line]
        if not skip and words == words.strip() and not words.endswith(self.markup.breaks):
            return self.starts[line], self.starts[line] + len(words)
        bare = words[skip:].lstrip()
        start = self.starts[line] + len(words) - len(bare)
        bare = bare.rstrip()
        if bare.endswith(self.markup.breaks) and not self.plain:
            bare = bare[:-1].rstrip()
        return start, start + len(bare)


P = TypeVar("P", bound=Page)

Taker = Callable[[Page, int], int]
"""Takes the block that begins on a line and returns the line after it; the same line for another kind."""


def take_lines(
    page: P, takers: Mapping[str, tuple[Callable[[P, int], int], ...]], otherwise: Callable[[P, int], int]
) -> None:
    """Turn the lines of a page into raw blocks, by the takers for what a line begins with, or else by one for all."""
    line, total = 0, len(page.lines)
    while line < total:
        bare = page.lines[line].lstrip()
        line = _take(page, line, takers.get(bare[0], ()), otherwise) if bare else line + 1


def _take(page: P, line: int, takers: tuple[Callable[[P, int], int], ...], otherwise: Callable[[P, int], int]) -> int:
    for taker in takers:
        if (after := taker(page, line)) > line:
            return after
    return otherwise(page, line)


def _emphasis(raw: str, emphases: tuple[tuple[str, str], ...]) -> str:
    """Return what a paragraph is that begins with a star: wholly bold, wholly italic or neither."""
    for sign, kind in emphases:
        if raw.startswith(sign):
            whole = raw.endswith(sign) and raw.count(sign) == 2 and len(raw) > 2 * len(sign)
            return kind if whole else "paragraph"
    return "paragraph"
