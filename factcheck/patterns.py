"""Regexes over words as they are written, each compiled when it is first tried: an article needs few of them."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from functools import cached_property


class Pattern:
    """A regex that is compiled when it is first tried; where its source takes long to make, a function makes it then."""

    def __init__(self, source: str | Callable[[], str], flags: int = 0) -> None:
        self.source, self.flags = source, flags

    @cached_property
    def compiled(self) -> re.Pattern[str]:
        """The regex itself."""
        return re.compile(self.source if isinstance(self.source, str) else self.source(), self.flags)

    @cached_property
    def search(self) -> Callable[..., re.Match[str] | None]:
        """Find the first place in a text, from one place to another."""
        return self.compiled.search

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
        return self.compiled.finditer
