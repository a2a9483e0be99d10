"""Where the keys and values of a TOML file stand, which the standard reader does not tell.

The file has been read before, so that only well-formed text comes here; what it means is the reader's business.
"""

from __future__ import annotations

import re
from collections import defaultdict

from factcheck.document import Span
from factcheck.regexes import compiled

TOKEN = compiled(
    r'''(?P<blank>[ \t\r]+|\#[^\n]*)
      | (?P<line>\n)
      | (?P<text>"""(?:\\.|[^\\])*?"{3,5} | \'\'\'.*?\'{3,5} | "(?:\\.|[^"\\\n])*" | '[^'\n]*')
      | (?P<sign>[\[\]{},=.])
      | (?P<bare>[^\s\[\]{},=."'\#]+)''',
    re.VERBOSE | re.DOTALL,
)
OPENING = {"[": "]", "{": "}"}
Path = tuple[str | int, ...]
Places = dict[Path, Span]


def places(source: str) -> Places:
    """Return where the value of each key stands, the brackets around a header's name for a table itself."""
    return _Reader(source).read()


def place(known: Places, path: Path) -> Span:
    """Return where a value stands or, where that is not known, what holds it; the file's start for the whole."""
    while path and path not in known:
        path = path[:-1]
    return known.get(path, Span(0, 0))


class _Reader:
    """Goes over the tokens of a file once."""

    def __init__(self, source: str) -> None:
        self.tokens = [found for found in TOKEN.finditer(source) if found.lastgroup != "blank"]
        self.at = 0
        self.found: Places = {}
        self.listed: defaultdict[Path, int] = defaultdict(int)

    def read(self) -> Places:
        home: Path = ()
        while self.at < len(self.tokens):
            if self.sign == "\n":
                self.at += 1
            elif self.sign == "[":
                home = self._header()
            else:
                self._pair(home)
        return self.found

    @property
    def sign(self) -> str:
        return self.tokens[self.at][0] if self.at < len(self.tokens) else ""

    def _header(self) -> Path:
        first, start = self.at, self.tokens[self.at].start()
        while self.sign == "[":
            self.at += 1
        many = self.at - first > 1
        name = self._key("]")
        path = self._numbered(name[:-1]) + name[-1:]
        if many:
            self.listed[path] += 1
            path = (*path, self.listed[path] - 1)
        while self.sign == "]":
            self.at += 1
        self.found[path] = Span(start, self.tokens[self.at - 1].end())
        return path

    def _numbered(self, name: Path) -> Path:
        """Return the path with the number of the last table behind the name of each list of tables."""
        path: Path = ()
        for part in name:
            path = (*path, part)
            if path in self.listed:
                path = (*path, self.listed[path] - 1)
        return path

    def _key(self, end: str) -> Path:
        parts: list[str] = []
        while self.sign not in (end, ""):
            if self.sign != ".":
                parts.append(self.sign.strip("\"'"))
            self.at += 1
        return tuple(parts)

    def _pair(self, home: Path) -> None:
        path = home + self._key("=")
        self.at += 1
        self._value(path)

    def _value(self, path: Path) -> None:
        if self.at >= len(self.tokens):
            return
        start = self.tokens[self.at].start()
        if end := OPENING.get(self.sign):
            self.at += 1
            self._inside(path, end)
        else:
            while self.sign not in ("", "\n", ",", "]", "}"):
                self.at += 1
        self.found[path] = Span(start, self.tokens[self.at - 1].end())

    def _inside(self, path: Path, end: str) -> None:
        number = 0
        while self.sign not in (end, ""):
            if self.sign in ("\n", ","):
                self.at += 1
            elif end == "}":
                self._pair(path)
            else:
                self._value((*path, number))
                number += 1
        self.at += 1
