"""What a report for people is printed on: a terminal, in colours drawn by rich, or a file, in words alone."""

from __future__ import annotations

from typing import IO, TYPE_CHECKING, Any, Protocol

if TYPE_CHECKING:
    from rich.console import Console
    from rich.text import Text

Part = str | tuple[str, str]
"""Words of a line, or words and their style."""

IN_A_PIPE = 80
LIKE_A_TERMINAL = {"FORCE_COLOR", "TTY_COMPATIBLE"}
"""Variables of the environment by which one asks for what a terminal gets."""


class Paper(Protocol):
    """What takes lines: `width` is in columns."""

    @property
    def width(self) -> int: ...

    def print(self, *lines: Any, sep: str = "\n") -> None:
        """Print each line, or an empty one for none."""


class Sheet:
    """A file that is no terminal."""

    def __init__(self, file: IO[str], width: int) -> None:
        self.file, self.width = file, width

    def print(self, *lines: Any, sep: str = "\n") -> None:
        """Print the words of each line, or an empty line for none."""
        print(*lines, sep=sep, file=self.file, flush=True)


class Line:
    """A line of words, some of them in a style that rich knows."""

    __slots__ = ("styles", "words")

    def __init__(self, *parts: Part) -> None:
        self.words = ""
        self.styles: list[tuple[int, int, str]] = []
        for part in parts:
            words, style = (part, "") if isinstance(part, str) else part
            self.paint(len(self.words), len(self.words) + len(words), style)
            self.words += words

    def paint(self, start: int, end: int, style: str) -> None:
        """Give the words from `start` up to `end` a style; of two that overlap the later one shows."""
        if style:
            self.styles.append((start, end, style))

    def __str__(self) -> str:
        return self.words

    def __rich__(self) -> Text:
        from rich.text import Text

        drawn = Text(self.words)
        for start, end, style in self.styles:
            drawn.stylize(style, start, end)
        return drawn


def paper(file: IO[str], *, colour: bool = True) -> Paper:
    """Return what prints on `file`, in colour where that is a terminal that wants it."""
    from os import environ

    if file.isatty() or not LIKE_A_TERMINAL.isdisjoint(environ):
        return console(file, colour=colour)
    columns = environ.get("COLUMNS", "")
    return Sheet(file, int(columns) if columns.isdecimal() else IN_A_PIPE)


def console(file: IO[str], *, colour: bool = True) -> Console:
    """Return a console that prints words as they are, in colour where `file` is a terminal that wants it."""
    from os import environ

    from rich.console import Console

    wanted = colour and not environ.get("NO_COLOR")
    made = Console(
        file=file, markup=False, emoji=False, highlight=False, soft_wrap=True,
        color_system="auto" if wanted else None,
    )  # fmt: skip
    if not made.is_terminal and not environ.get("COLUMNS"):
        made.width = IN_A_PIPE
    return made
