"""A language that is not read: none of its words is known, so nothing is taken for a figure or for a name."""

from __future__ import annotations

from factcheck import segment as segmenting
from factcheck.model import Mention
from factcheck.segment import Tokens

__all__ = ["extract", "segment", "stem"]


def segment(text: str) -> Tokens:
    """Cut the text into tokens, and give each the letter of what is no copy."""
    tokens = segmenting.segment(text)
    return tokens._replace(letters="\n" * len(tokens.letters))


def extract(tokens: Tokens) -> list[Mention]:
    """Return no figure at all."""
    return []


def stem(word: str) -> str:
    """Return a word as it stands."""
    return word
