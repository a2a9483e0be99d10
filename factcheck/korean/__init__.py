"""Reading Korean: text to tokens, tokens to mentions."""

from __future__ import annotations

import re
from collections.abc import Callable
from functools import cache

from factcheck.korean.amounts import LEADS, read_amount
from factcheck.korean.calendar import read_clock, read_date, read_length, read_months, read_year
from factcheck.korean.cut import segment
from factcheck.korean.figures import (
    leftover,
    read_age,
    read_label,
    read_multiple,
    read_ordinal,
    read_pair,
    read_share,
)
from factcheck.korean.lexicon import letters_of, section
from factcheck.model import Mention
from factcheck.segment import NUMERALS, Tokens, vocabulary

__all__ = ["extract", "segment"]

Reader = Callable[[Tokens, int], Mention | None]
DIGITS: tuple[Reader, ...] = (
    read_label, read_months, read_date, read_clock, read_share, read_length, read_year, read_pair,
    read_multiple, read_age, read_ordinal, read_amount, leftover,
)  # fmt: skip
SPELT: tuple[Reader, ...] = (read_share, read_multiple, read_age, read_length, read_ordinal, read_amount)
READERS: dict[str, tuple[Reader, ...]] = {
    "two thousand": SPELT,
    "first": (read_ordinal,),
    "days": (read_length,),
    "half double": (read_share, read_multiple),
    "last this next yesterday today tomorrow Monday Tuesday Wednesday Thursday Friday Saturday Sunday": (read_date,),
    "am pm noon midnight": (read_clock,),
}


@cache
def _readers() -> tuple[re.Pattern[str], dict[str, tuple[Reader, ...]]]:
    letters = vocabulary()[0]
    found = {letters[word]: readers for words, readers in READERS.items() for word in words.split()}
    found |= dict.fromkeys(NUMERALS, DIGITS)
    return re.compile(f"[{''.join(found)}]"), found


@cache
def _leads() -> dict[str, str]:
    """The letters of particles that are drawn before a figure, by themselves."""
    return {letters_of("particles")[text]: text for text, meaning in section("particles").items() if meaning in LEADS}


def extract(tokens: Tokens) -> list[Mention]:
    """Return every figure, date, time and label of the text, in order, none overlapping another."""
    seeds, readers = _readers()
    letters = tokens.letters
    mentions: list[Mention] = []
    free = 0
    for seed in seeds.finditer(letters):
        place = seed.start()
        if place < free:
            continue
        for read in readers[letters[place]]:
            mention = read(tokens, place)
            if mention is not None and mention.first >= free:
                mentions.append(mention)
                free = mention.last
                break
    _lead_over_brackets(tokens, mentions)
    return mentions


def _lead_over_brackets(tokens: Tokens, mentions: list[Mention]) -> None:
    """Give a figure the particle that stands behind the bracket after it, or round it: 12억 원(900만 달러)에서."""
    letters, leads = tokens.letters, _leads()
    for number, mention in enumerate(mentions):
        behind = letters[mention.last : mention.last + 2]
        if len(behind) < 2 or behind[0] != ")" or behind[1] not in leads or not tokens.glued(mention.last):
            continue
        opened = letters.rfind("(", mention.first - 3, mention.first)
        outer = mentions[number - 1] if number and mentions[number - 1].last == opened else mention
        if not outer.lead:
            outer.lead = behind[1]
