"""A page of HTML in the making: every word that goes in is escaped, so nothing of an article is ever obeyed."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from xml.etree import ElementTree

from factcheck.regexes import compiled

UNPRINTABLE = compiled(r"[^\t\n\r\x20-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")
"""Characters that XML 1.0 has no way to write."""


class Markup:
    """A tree of elements that grows from its root as it is written; `str` is the page."""

    def __init__(self) -> None:
        self._tree = ElementTree.TreeBuilder()

    @contextmanager
    def within(self, tag: str, style: str = "", **attributes: str) -> Iterator[None]:
        """Open an element of the class `style` for what is written inside; `for_` stands for the attribute "for"."""
        named = {name.rstrip("_").replace("_", "-"): printable(value) for name, value in attributes.items()}
        self._tree.start(tag, ({"class": style} if style else {}) | named)
        yield
        self._tree.end(tag)

    def put(self, tag: str, words: str = "", style: str = "", **attributes: str) -> None:
        """Write an element that holds words alone."""
        with self.within(tag, style, **attributes):
            self.text(words)

    def text(self, words: str) -> None:
        """Write words as they are."""
        self._tree.data(printable(words))

    def __str__(self) -> str:
        return f"<!doctype html>\n{ElementTree.tostring(self._tree.close(), encoding='unicode', method='html')}\n"


def printable(words: str) -> str:
    """Return words with a mark in place of the characters that no page and no XML can hold."""
    return UNPRINTABLE.sub("\N{REPLACEMENT CHARACTER}", words)
