"""The figures of an article as stretches of its text to underline: where they overlap, the gravest shows."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator
from heapq import heappop, heappush
from itertools import pairwise
from typing import TYPE_CHECKING

from factcheck.records import NamedTuple

if TYPE_CHECKING:
    from factcheck.document import Span
    from factcheck.model import Finding, Held, Report

HOLDS = "holds"
GRAVEST = ("error", "warning", "note", HOLDS)


class Underline(NamedTuple):
    """Characters `start` up to, not including, `end` of a text, and the entry of the report that they belong to.

    `kind` is a severity or "holds"; `stated` tells the figure in question from those that it rests on; `entry`
    names the finding, or what holds.
    """

    start: int
    end: int
    kind: str
    stated: bool
    entry: str


class Piece(NamedTuple):
    """A stretch of text under one underline at most; stated figures that begin and end with it are `opening` and `closing`."""

    start: int
    end: int
    over: Underline | None
    opening: tuple[Underline, ...]
    closing: tuple[Underline, ...]


def in_reading_order(report: Report) -> list[Finding]:
    """Return the findings of a report by where the figure in question stands."""
    return sorted(report.findings, key=lambda finding: (place_of(finding), finding.rule))


def place_of(finding: Finding | Held) -> int:
    """Return where in the article an entry of the report belongs: at its figure in question, if that is there."""
    return next((span.start for span in finding.spans if not span.file), 0)


def underlines(report: Report, prefix: str = "") -> list[Underline]:
    """Return the figures of all findings, and of all that holds, named "f1", "h1" ... behind a prefix."""
    found = [_of(one.spans, str(one.severity), f"{prefix}f{n}") for n, one in enumerate(in_reading_order(report), 1)]
    held = [_of(one.spans, HOLDS, f"{prefix}h{n}") for n, one in enumerate(report.held, 1)]
    return [line for lines in [*found, *held] for line in lines]


def _of(spans: Iterable[Span], kind: str, entry: str) -> Iterator[Underline]:
    here = [span for span in spans if not span.file and span.end > span.start]
    yield from (Underline(span.start, span.end, kind, span == here[0], entry) for span in here)


def pieces(length: int, lines: Iterable[Underline], bounds: Iterable[int] = ()) -> list[Piece]:
    """Return a text of so many characters cut wherever an underline, or one of the bounds, begins or ends."""
    waiting = sorted(lines, reverse=True)
    opening, closing = defaultdict(list), defaultdict(list)
    for line in reversed(waiting):
        if line.stated:
            opening[line.start].append(line)
            closing[line.end].append(line)
    cuts = sorted({0, length, *bounds, *(end for line in waiting for end in line[:2])})
    open_ones: list[tuple[tuple[int, bool, int], Underline]] = []
    cut: list[Piece] = []
    for start, end in pairwise(cuts):
        while waiting and waiting[-1].start <= start:
            line = waiting.pop()
            heappush(open_ones, (_weight(line), line))
        while open_ones and open_ones[0][1].end <= start:
            heappop(open_ones)
        over = open_ones[0][1] if open_ones else None
        cut.append(Piece(start, end, over, tuple(opening[start]), tuple(closing[end])))
    return cut


def _weight(line: Underline) -> tuple[int, bool, int]:
    return GRAVEST.index(line.kind), not line.stated, line.end - line.start
