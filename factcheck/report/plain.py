"""Words fit for a terminal: nothing in an article can move its cursor, and no row ends inside a figure."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from factcheck.numerals import WORDS
from factcheck.regexes import compiled

_OBEYED = compiled("[\0-\x1f\x7f-\x9f\u061c\u200e\u200f\u2028-\u202e\u2066-\u2069\ud800-\udfff\ufeff]")
_SHOWN_AS = str.maketrans({"\n": " | ", "\t": " ", "\r": " ", "\u00a0": " ", "\u202f": " ", "\u2009": " "})
_BREAK = compiled(r"(?<![\d\s])\s+|[、。，；！？]+")  # a figure keeps the word after it: "$2.6 billion"
_ONE_COLUMN = compiled("[ -~\u00a1-\u00ac\u00ae-\u02ff\u2010-\u2027\u20a0-\u20bf]*")  # others take two, or none
_CHARACTERS_A_COLUMN = 4  # accents and joiners take no column of their own

_WORD = compiled(r"[^\s,;:()“”=]+")
_COMMON = frozenset("the text says has source article".split())


def added(working: str, message: str) -> str:
    """Return a working, "" where it tells nothing that the message has not said."""
    return "" if _words(working) <= _words(message) | _COMMON else working


def _words(text: str) -> set[str]:
    words = {word.rstrip(".").lower() for word in _WORD.findall(text)}
    return {str(WORDS.get(word, word)) for word in words}


def plain(text: str) -> str:
    """Return `text` with all that a terminal would obey replaced, and bars between the cells of a table."""
    return _OBEYED.sub("�", text.translate(_SHOWN_AS))


def cells(text: str) -> int:
    """Return how many columns `text` takes, wide characters two."""
    shown = plain(text)
    if _ONE_COLUMN.fullmatch(shown):
        return len(shown)
    from rich.cells import cell_len

    return cell_len(shown)


def wrap(text: str, width: int) -> list[str]:
    """Return `text`, one paragraph, as rows of at most `width` columns."""
    text = text.replace("\n", " ")
    return [plain(text[start:end]).rstrip() for start, end in fold(text, 0, len(text), width)]


def fold(
    text: str, start: int, end: int, width: int, whole: Iterable[tuple[int, int]] = ()
) -> Iterator[tuple[int, int]]:
    """Yield the ends of the rows, each `width` columns at most, that show `text` from `start` to `end`.

    The stretches in `whole` are parted only where a row is too short for one.
    """
    while start < end:
        stop = _row_end(text, start, end, width, whole)
        yield start, stop
        start = stop


def before(text: str, start: int, low: int, width: int) -> int:
    """Return from where, `low` at the least, whole words up to `start` fit in `width` columns."""
    reach = max(low, start - width * _CHARACTERS_A_COLUMN)
    places = [*([low] if reach == low else []), *_breaks(text, reach, start), start]
    return next(at for at in places if at == start or cells(text[at:start]) <= width)


def after(text: str, end: int, high: int, width: int) -> int:
    """Return up to where, `high` at the most, whole words from `end` on fit in `width` columns."""
    reach = min(high, end + width * _CHARACTERS_A_COLUMN)
    places = [end, *_breaks(text, end, reach), *([high] if reach == high else [])]
    return max(at for at in places if at == end or cells(plain(text[end:at]).rstrip()) <= width)


def _breaks(text: str, first: int, last: int) -> list[int]:
    return [found.end() for found in _BREAK.finditer(text, first, last)]


def _row_end(text: str, start: int, end: int, width: int, whole: Iterable[tuple[int, int]]) -> int:
    best = after(text, start, end, width)
    parted = [low for low, high in whole if low < best < high and low > start]
    if parted:
        best = after(text, start, min(parted), width)
    return best if best > start else _cut(text, start, end, width)


def _cut(text: str, start: int, end: int, width: int) -> int:
    """Return where a row ends in a word that is wider than a row."""
    reach = min(end, start + width * _CHARACTERS_A_COLUMN)
    return max(at for at in range(start + 1, reach + 1) if at == start + 1 or cells(text[start:at]) <= width)
