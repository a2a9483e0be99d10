"""Cutting a stretch of tokens out of the text."""

from __future__ import annotations

from factcheck.document import Span
from factcheck.segment import Tokens


def cut_out(tokens: Tokens, first: int, last: int) -> tuple[Span, str]:
    """Return the characters of tokens `first` up to `last`, without the blanks behind them."""
    text = "".join(tokens.pieces[first:last]).rstrip()
    start = tokens.starts[first]
    return Span(start, start + len(text)), text


def word_at(tokens: Tokens, place: int) -> str:
    """Return the token at `place` without its blanks; "" outside the text."""
    return tokens.pieces[place].rstrip() if 0 <= place < len(tokens.pieces) else ""
