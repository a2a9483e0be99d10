"""Cutting a stretch of tokens out of the text."""

from __future__ import annotations

from factcheck.document import Span
from factcheck.records import NamedTuple
from factcheck.segment import Tokens


class Found(NamedTuple):
    """A stretch of tokens, `first` up to not including `last`, with its characters."""

    first: int
    last: int
    span: Span
    text: str


def found(tokens: Tokens, first: int, last: int) -> Found:
    """Return the tokens from `first` up to `last` without the blanks behind them."""
    text = "".join(tokens.pieces[first:last]).rstrip()
    start = tokens.starts[first]
    return Found(first, last, Span(start, start + len(text)), text)
