"""Regexes over words as they are written, each compiled when it is first tried: an article needs few of them."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from functools import cached_property
from sys import maxsize
from typing import Any

from factcheck.prefilter import Required, may_match
from factcheck.regexes import compiled, needed


class Pattern:
    """A regex that is compiled when it is first tried; where its source takes long to make, a function makes it then."""

    def __init__(self, source: str | Callable[[], str], flags: int = 0) -> None:
        self.source, self.flags = source, flags

    @property
    def pattern(self) -> str:
        """The regex in writing."""
        return self.source if isinstance(self.source, str) else self.source()

    @cached_property
    def compiled(self) -> re.Pattern[str]:
        """The regex itself."""
        return compiled(self.pattern, self.flags)

    @cached_property
    def search(self) -> Callable[..., re.Match[str] | None]:
        """Find the first place in a text, from one place to another."""
        pieces, search = needed(self.pattern, self.flags), self.compiled.search
        return _searching(pieces, search) if pieces else search

    @cached_property
    def match(self) -> Callable[..., re.Match[str] | None]:
        """Match at one place of a text."""
        return self.compiled.match

    @cached_property
    def fullmatch(self) -> Callable[..., re.Match[str] | None]:
        """Match the whole of a text."""
        return self.compiled.fullmatch

    @cached_property
    def finditer(self) -> Callable[..., Iterator[re.Match[str]]]:
        """Find every place in a text, in order."""
        pieces, finditer = needed(self.pattern, self.flags), self.compiled.finditer
        return _finding(pieces, finditer) if pieces else finditer

    @cached_property
    def findall(self) -> Callable[..., list[Any]]:
        """Return the words of every place in a text, or those of its groups."""
        return self.compiled.findall

    @cached_property
    def sub(self) -> Callable[..., str]:
        """Put other words in its places."""
        return self.compiled.sub

    @cached_property
    def split(self) -> Callable[..., list[str | Any]]:
        """Cut a text at its places."""
        return self.compiled.split


def _searching(
    pieces: Required, search: Callable[..., re.Match[str] | None]
) -> Callable[[str, int, int], re.Match[str] | None]:
    def searched(text: str, start: int = 0, end: int = maxsize) -> re.Match[str] | None:
        return search(text, start, end) if may_match(pieces, text[start:end]) else None

    return searched


def _finding(
    pieces: Required, finditer: Callable[..., Iterator[re.Match[str]]]
) -> Callable[[str, int, int], Iterator[re.Match[str]]]:
    def found(text: str, start: int = 0, end: int = maxsize) -> Iterator[re.Match[str]]:
        return finditer(text, start, end) if may_match(pieces, text[start:end]) else iter(())

    return found
