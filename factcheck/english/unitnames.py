"""Which currency or unit of measure stands at a place of an English text."""

from __future__ import annotations

import re
from functools import cache

from factcheck import currencies
from factcheck.reference import units
from factcheck.segment import Tokens

UNIT_WORDS = 5


def currency_at(tokens: Tokens, place: int) -> tuple[int, currencies.Name] | None:
    """Return the currency named at `place` ("Danish crowns", "won", "cents") and where its name ends."""
    if place >= len(tokens.letters) or tokens.word(place).lower() not in money_words():
        return None
    names = currencies.names()
    for words in (3, 2, 1):
        text = tokens.phrase(place, words).lower()
        if text in names and place + words <= len(tokens.letters):
            return place + words, names[text]
    return None


@cache
def money_words() -> frozenset[str]:
    """Return the words that names of currencies begin with."""
    return frozenset(re.match(r"[^\W\d_]+|.", text)[0] for text in currencies.names())  # type: ignore[index]


def unit_at(tokens: Tokens, place: int) -> tuple[int, str] | None:
    """Return the unit of measure written at `place` and where it ends; the longest reading wins."""
    if place >= len(tokens.letters) or tokens.word(place).lower() not in first_words():
        return None
    for words in range(UNIT_WORDS, 0, -1):
        text = tokens.phrase(place, words)
        if place + words <= len(tokens.letters) and (unit := units.unit(text)) and unit.dimension != "time":
            return place + words, unit.name
    return None


@cache
def first_words() -> frozenset[str]:
    """Return the words that names of units begin with."""
    return frozenset(
        first for text in units.written() for first in (re.match(r"[^\W\d_]+|.", text) or [""])[0].lower().split()
    )
