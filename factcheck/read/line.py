"""One block of a marked-up file in the making: the words between its tags, with blanks drawn together."""

from __future__ import annotations

from html import unescape

from factcheck.read.pieces import Cut, Piece, Raw, raw_text, shape

_MARKUP = r"""(?x)(?P<blanks>[ \n]{2,})
    |(?P<entity>&(?:\#\d{1,7}(?!\d)|\#[xX][0-9a-fA-F]{1,6}(?![0-9a-fA-F])|[A-Za-z][A-Za-z0-9]{1,31});?)
    |[\u00ad\u200b\u2060\ufeff]+"""
_SIGNS = r"[&\u00ad\u200b\u2060\ufeff]|[ \n]{2}"
_NOTHING = "\u00ad\u200b\u2060\ufeff"
"""Characters that show nothing; entities may stand for them."""


class Line:
    """The words of a block so far, as pieces of the file and cuts in them.

    `links` counts the open links, `unlinked` the stretches of words that stood in none.
    """

    def __init__(self, flat: str) -> None:
        self.flat = flat
        self.signs = shape(_SIGNS).search
        self.links = 0
        self.clear()

    def clear(self) -> None:
        """Begin a new block."""
        self.pieces: list[Piece] = []
        self.cuts: list[Cut] = []
        self.length = 0
        self.blank, self.broken = True, False
        self.unlinked = 0

    def words(self, start: int, end: int) -> None:
        """Add what stands between two tags."""
        words = self.flat[start:end]
        if not words or words.isspace():
            self._blank(start, end)
            return
        self.broken = False
        if not self.links:
            self.unlinked += 1
        if self.signs(words):
            self._marked(start, end)
        else:
            self._piece(start, end)

    def stands(self, start: int, end: int, instead: str) -> None:
        """Add a character, or some, that stand for those of the file."""
        self.cuts.append((self.length, self.length + end - start, instead))
        self.pieces.append((start, end))
        self.length += end - start
        self.blank = instead == " "

    def gap(self, start: int, end: int) -> None:
        """Part what follows from what precedes by a blank that stands for a tag."""
        if not self.blank and end > start:
            self.stands(start, end, " ")

    def raw(self, kind: str) -> Raw:
        """Return the block as it now is, without a blank at its end."""
        if self.blank and self.pieces:
            start, end = self.pieces.pop()
            if self.flat[end - 1] in " \n":
                self.pieces += [(start, end - 1)] if end - 1 > start else []
            else:
                self.cuts.pop()
        return Raw(kind, self.pieces, self.cuts)

    def text(self) -> str:
        """Return the words so far, entities as they stand in the file."""
        return raw_text(self.flat, self.pieces).strip()

    def _marked(self, start: int, end: int) -> None:
        at = start
        for found in shape(_MARKUP).finditer(self.flat, start, end):
            entity = found["entity"]
            if entity and not _is_entity(entity):
                continue
            self._piece(at, found.start())
            if found["blanks"]:
                self._blank(*found.span())
            elif entity:
                self._entity(*found.span(), unescape(entity))
            at = found.end()
        self._piece(at, end)

    def _entity(self, start: int, end: int, instead: str) -> None:
        if instead.isspace():
            self.gap(start, end)
        elif instead not in _NOTHING:
            self.stands(start, end, instead)

    def _blank(self, start: int, end: int) -> None:
        if not self.blank and start < end:
            self._piece(start, start + 1)

    def _piece(self, start: int, end: int) -> None:
        if self.blank and start < end and self.flat[start] in " \n":
            start += 1
        if start < end:
            self.pieces.append((start, end))
            self.length += end - start
            self.blank = self.flat[end - 1] in " \n"


def _is_entity(words: str) -> bool:
    return unescape(words).removesuffix(";") != words.removesuffix(";")
