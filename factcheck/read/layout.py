"""Printed lines as paragraphs: joined where one goes on in the next, hyphens undone, page heads and feet dropped."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator
from itertools import pairwise

from factcheck.read.pieces import Piece, shape
from factcheck.records import NamedTuple

_EDGE, _LINES_AN_EDGE = 2, 3
"""A page's head and its foot have at most so many lines, and of the page's at most one in so many."""
_NUMBERED = r"(?i)(?:page |p\. ?)?[-–— ]*\d{1,4}[-–— ]*(?:(?:of|/) ?\d{1,4})?"
_BULLET = r"[•◦▪‣●–-] +(?=\S)|\d{1,3}[.)] +(?=\S)"
_ENDS_SENTENCE = r"[.!?:…][\"'”’)\]]*$"
_INDENT, _ALIKE, _SPACED, _LARGER, _COLUMN = 0.8, 0.12, 1.25, 1.2, 4.0
"""In heights of a line: an indent; how far two lines of a size differ; how far apart lines of a paragraph stand, of
the usual distance; how much larger a heading is; how far lines of a column begin from one another."""
_HYPHENS = "-‐\u00ad"
_LONGEST_HEADING = 200


class Printed(NamedTuple):
    """A line as it is printed: where it begins and ends, how high it stands on its page and how large its letters are.

    All in points, from the page's lower left corner.
    """

    text: str
    left: float
    right: float
    base: float
    height: float


class Placed(NamedTuple):
    """A printed line, where its text begins in the file's, its page, and how far its column reaches right."""

    line: Printed
    start: int
    page: int
    reach: float


def paragraphs(pages: list[list[Printed]]) -> Iterator[tuple[str, list[Piece]]]:
    """Yield kind and pieces of each paragraph; the file's text is the lines of all pages, each with a newline."""
    lines = list(_copy(pages))
    usual = _usual(round(one.line.height) for one in lines for _ in one.line.text)
    distance = _distance(lines, usual)
    open_lines: list[Placed] = []
    for one in lines:
        if open_lines and not _goes_on(open_lines, one, distance):
            yield _paragraph(open_lines, usual)
            open_lines = []
        open_lines.append(one)
    if open_lines:
        yield _paragraph(open_lines, usual)


def _copy(pages: list[list[Printed]]) -> Iterator[Placed]:
    """Yield the lines that neither head nor foot a page."""
    running = _running(pages)
    at = 0
    for number, page in enumerate(pages):
        edge = set(map(id, _edges(page)))
        reach = _reaches(page)
        for line in page:
            if not (id(line) in edge and (_key(line) in running or shape(_NUMBERED).fullmatch(line.text))):
                yield Placed(line, at, number, max(reach[column] for column in _columns(line)))
            at += len(line.text) + 1


def _running(pages: list[list[Printed]]) -> set[tuple[str, int]]:
    """Return what heads or foots more than one page at the same height, but for its figures."""
    seen = Counter(key for page in pages for key in set(map(_key, _edges(page))))
    return {key for key, count in seen.items() if count > 1}


def _edges(page: list[Printed]) -> list[Printed]:
    down = sorted(page, key=lambda line: -line.base)
    edge = min(_EDGE, len(page) // _LINES_AN_EDGE)
    return down[:edge] + down[len(down) - edge :]


def _key(line: Printed) -> tuple[str, int]:
    return shape(r"\d+").sub("0", line.text), round(line.base)


def _reaches(page: list[Printed]) -> dict[int, float]:
    """Return how far right the lines reach that begin in each column."""
    reach: dict[int, float] = {}
    for line in page:
        for column in _columns(line):
            reach[column] = max(reach.get(column, line.right), line.right)
    return reach


def _columns(line: Printed) -> tuple[int, int]:
    """Return the two columns that a line is in: they overlap, so that lines near one another share one."""
    half = int(line.left // (line.height * _COLUMN / 2))
    return half, half + 1


def _usual(heights: Iterable[int]) -> int:
    return max(Counter(heights).items(), key=lambda pair: pair[1], default=(1, 0))[0]


def _distance(lines: list[Placed], usual: int) -> float:
    """Return the least distance between lines of the usual size that every tenth of them has."""
    steps = Counter(
        round(before.line.base - one.line.base)
        for before, one in pairwise(lines)
        if before.page == one.page
        and round(one.line.height) == usual
        and 0 < before.line.base - one.line.base < 4 * usual
    )
    return min((step for step, count in steps.items() if 10 * count >= steps.total()), default=usual)


def _goes_on(open_lines: list[Placed], one: Placed, distance: float) -> bool:
    """Tell whether a line goes on with the paragraph of those before it."""
    last = open_lines[-1]
    before, line = last.line, one.line
    alike = abs(before.height - line.height) <= _ALIKE * before.height
    if not alike or shape(_BULLET).match(line.text):
        return False
    unfinished = not shape(_ENDS_SENTENCE).search(before.text[-9:])
    runs_on = unfinished and (line.text[0].islower() or before.text[-1] in _HYPHENS)
    if last.page != one.page or line.base > before.base:
        return runs_on or (unfinished and not _had_room(last, line))
    if before.base - line.base > max(_SPACED * distance, _SPACED * before.height):
        return False
    if line.left > before.left + _INDENT * before.height and not shape(_BULLET).match(open_lines[0].line.text):
        return False
    return runs_on or not _had_room(last, line)


def _had_room(last: Placed, line: Printed) -> bool:
    """Tell whether a line could have held the first word of the next: then its end was meant."""
    word = len(line.text.split(None, 1)[0]) + 1
    width = (line.right - line.left) * word / max(len(line.text), 1)
    return last.line.right + width < last.reach


def _paragraph(lines: list[Placed], usual: int) -> tuple[str, list[Piece]]:
    first = lines[0]
    bullet = shape(_BULLET).match(first.line.text)
    pieces: list[Piece] = []
    begin = first.start + (bullet.end() if bullet else 0)
    for before, after in pairwise(lines):
        end = before.start + len(before.line.text)
        hyphen, blank = _joint(before.line.text, after.line.text)
        pieces.append((begin, end - hyphen))
        pieces += [(end, end + 1)] if blank else []
        begin = after.start
    pieces.append((begin, lines[-1].start + len(lines[-1].line.text)))
    length = sum(len(one.line.text) for one in lines)
    larger = first.line.height >= _LARGER * usual and length <= _LONGEST_HEADING
    return "item" if bullet else "heading" if larger else "paragraph", pieces


def _joint(before: str, after: str) -> tuple[bool, bool]:
    """Tell whether a hyphen goes that parts a word, and whether a blank stands for the line's end."""
    if before[-1] not in _HYPHENS or not before[-2:-1].isalnum():
        return False, True
    return before[-2].isalpha() and after[0].islower(), False
