"""Raw blocks of a file, and the Document's text made from them piece by piece, positions kept."""

from __future__ import annotations

import re
from functools import cache

from factcheck.document import Block
from factcheck.records import NamedTuple
from factcheck.regexes import compiled

_UNSEEN = r"[\u00ad\u200b\u2060\ufeff]+|(?<= ) +"

Piece = tuple[int, int]
"""Characters of the file from the first up to, not including, the second."""

Cut = tuple[int, int, str]
"""Characters of a raw block, counted from its start, and the one character, or none, that stands for them."""

Chunk = tuple[int, str, int]
"""Where words begin in the file, the words and, where they stand for others, for how many characters."""


class Raw(NamedTuple):
    """A block as it stands in the file: its kind, its pieces and what of it is markup."""

    kind: str
    pieces: list[Piece]
    cuts: list[Cut]


class Text(NamedTuple):
    """The words of a whole file with the map back to it, as a Document has it.

    `blocks[i]` is the i-th raw block, None if empty.
    """

    text: str
    starts: tuple[int, ...]
    origins: tuple[int, ...]
    ends: dict[int, int]
    blocks: list[Block | None]


@cache
def shape(pattern: str) -> re.Pattern[str]:
    """Return the pattern compiled, at its first use: most files need few of them."""
    return compiled(pattern)


def raw_text(flat: str, pieces: list[Piece]) -> str:
    """Return the characters of a raw block on one line."""
    if len(pieces) == 1:
        return flat[pieces[0][0] : pieces[0][1]].replace("\n", " ")
    return "".join([flat[start:end] for start, end in pieces]).replace("\n", " ")


def unseen(flat: str, pieces: list[Piece]) -> list[Cut]:
    """Return what of a raw block shows nothing: soft hyphens and their like, and all but the first of several blanks."""
    return [(found.start(), found.end(), "") for found in shape(_UNSEEN).finditer(raw_text(flat, pieces))]


def assemble(flat: str, raws: list[Raw]) -> Text:
    """Return the words of all blocks, each on a line of its own; a block without words takes no line."""
    parts: list[str] = []
    starts: list[int] = []
    origins: list[int] = []
    ends: dict[int, int] = {}
    blocks: list[Block | None] = []
    place = 0
    for kind, pieces, cuts in raws:
        if not cuts and len(pieces) == 1 and pieces[0][1] > pieces[0][0]:
            start, end = pieces[0]
            chunks = [(start, flat[start:end].replace("\n", " "), 0)]
        else:
            chunks = _chunks(flat, pieces, cuts)
        begin = place
        for origin, chunk, width in chunks:
            starts.append(place)
            origins.append(origin)
            parts.append(chunk)
            place += len(chunk)
            if width:
                ends[place - 1] = origin + width
        blocks.append(Block(kind, begin, place) if chunks else None)
        if chunks:
            parts.append("\n")
            place += 1
    return Text("".join(parts[:-1]), tuple(starts) or (0,), tuple(origins) or (0,), ends, blocks)


def _chunks(flat: str, pieces: list[Piece], cuts: list[Cut]) -> list[Chunk]:
    chunks = [(start, flat[start:end].replace("\n", " "), 0) for start, end in pieces]
    return _trimmed(_without(chunks, cuts) if cuts else chunks)


def _without(chunks: list[Chunk], cuts: list[Cut]) -> list[Chunk]:
    """Return the chunks less the cuts: one walk over both, since both lie in order."""
    kept: list[Chunk] = []
    at = 0
    todo = 0
    for origin, chunk, _ in chunks:
        offset = 0
        while todo < len(cuts) and cuts[todo][0] < at + len(chunk):
            start, end, instead = cuts[todo]
            if start - at > offset:
                kept.append((origin + offset, chunk[offset : start - at], 0))
            if instead and start >= at:
                kept.append((origin + start - at, instead, min(end, at + len(chunk)) - start))
            offset = max(offset, min(end - at, len(chunk)))
            if end > at + len(chunk):
                break
            todo += 1
        if offset < len(chunk):
            kept.append((origin + offset, chunk[offset:], 0))
        at += len(chunk)
    return kept


def _trimmed(chunks: list[Chunk]) -> list[Chunk]:
    """Return the chunks less the blanks at both ends, which markup leaves behind."""
    first, last = 0, len(chunks)
    while first < last and not chunks[first][1].strip():
        first += 1
    while last > first and not chunks[last - 1][1].strip():
        last -= 1
    chunks = [chunk for chunk in chunks[first:last] if chunk[1]]
    if chunks:
        origin, words, width = chunks[0]
        chunks[0] = (origin + len(words) - len(words.lstrip()), words.lstrip(), width)
        origin, words, width = chunks[-1]
        chunks[-1] = (origin, words.rstrip(), width)
    return chunks
