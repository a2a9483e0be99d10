"""Reading English: tokens to mentions."""

from __future__ import annotations

import re
from collections.abc import Callable
from functools import cache

from factcheck.english.amounts import read_amount
from factcheck.english.calendar import read_clock, read_date, read_year
from factcheck.english.figures import (
    read_aged,
    read_apposed_age,
    read_lived,
    read_multiple,
    read_ordinal,
    read_pair,
    read_share,
)
from factcheck.english.hours import dotted, read_spoken_clock
from factcheck.english.labels import read_label
from factcheck.english.lengths import read_length, read_part_of_length
from factcheck.model import Mention
from factcheck.phrase import source
from factcheck.records import NamedTuple
from factcheck.regexes import compiled
from factcheck.segment import NUMERALS, Tokens, segment, vocabulary

__all__ = ["extract", "segment"]

Reader = Callable[[Tokens, int], Mention | None]
"""Returns the figure of one kind whose first word or numeral stands at a token, if it is of that kind."""


class Route(NamedTuple):
    """A reader, and the letters one of which must follow the first token for it to have a chance; "" for any."""

    read: Reader
    follows: str = ""


PERIODS = "PERIOD|and|-|w|m"
NUMERALS_OR = "d|f|"
LABEL, SHARE = Route(read_label), Route(read_share, "in|of|out|PART|-|w")
MULTIPLE, LENGTH = Route(read_multiple, "times|fold|and|-"), Route(read_length, f"{PERIODS}|:")
SPOKEN, PAST = Route(read_spoken_clock, "in|at|on|past|to|that|the|w|:|PERIOD"), Route(read_spoken_clock, "past|to|-")
LIVED, APPOSED = Route(read_lived, "year|years|-"), Route(read_apposed_age, ",|.|q")
DAY, CLOCK = (
    Route(read_date, "MONTH|ORDINAL_MARK|of|to|and|until|-"),
    Route(read_clock, ":|a|p|am|pm|ZONE|-|to|until|till|and"),
)
YEAR, PAIR, RANK, AMOUNT = (
    Route(read_year),
    Route(read_pair, "-"),
    Route(read_ordinal, "ORDINAL_MARK|w"),
    Route(read_amount),
)
ROUTES: dict[str, tuple[Route, ...]] = {
    "d": (
        SPOKEN,
        LENGTH,
        Route(read_date, "/"),
        LABEL,
        DAY,
        CLOCK,
        PAIR,
        SHARE,
        MULTIPLE,
        LIVED,
        APPOSED,
        RANK,
        AMOUNT,
    ),
    "y": (LABEL, DAY, CLOCK, YEAR, AMOUNT),
    "g": (SHARE, AMOUNT),
    "f": (SPOKEN, CLOCK, SHARE, MULTIPLE, AMOUNT),
    "x": (LABEL, AMOUNT),
    "MONTH|WEEKDAY|DEICTIC|SHIFT": (Route(read_date),),
    "NOON": (Route(read_clock),),
    "ONES|TEENS|TENS": (SPOKEN, Route(read_part_of_length, "PART|-"), SHARE, MULTIPLE, LIVED, LENGTH, AMOUNT),
    "half|halves": (PAST, Route(read_multiple, "w|as"), Route(read_share), AMOUNT),
    "PART": (PAST, Route(read_part_of_length, "of"), Route(read_share), Route(read_ordinal), AMOUNT),
    "ORDINAL": (Route(read_ordinal),),
    "AGED": (Route(read_aged, f"{NUMERALS_OR}ONES|TEENS|TENS"),),
    "MULTIPLE": (Route(read_multiple),),
    "HUNDRED|SCALE|DOZEN": (AMOUNT,),
    "a|an|one": (
        Route(read_spoken_clock, "PART"),
        Route(read_part_of_length, "PART"),
        Route(read_length, "PERIOD"),
        Route(read_share, "PART"),
        Route(read_amount, "PART|point|percentage"),
    ),
}


def _letters(names: str) -> set[str]:
    letters, classes = vocabulary()
    return {letter for name in names.split("|") for letter in classes.get(name, letters.get(name, name))}


@cache
def _seeds() -> re.Pattern[str]:
    """Return the pattern of the tokens that a figure may begin with."""
    words = source("|".join(name for name in ROUTES if name not in NUMERALS and name != "a|an|one") + "|one")
    led = f"{source('a|an')}(?={source('PART | percentage? point | PERIOD and')})"
    return compiled(f"[{NUMERALS}]|{words}|{led}")


@cache
def _routes() -> dict[str, tuple[Route, ...]]:
    routes: dict[str, tuple[Route, ...]] = {}
    for names, choices in ROUTES.items():
        for letter in _letters(names):
            routes[letter] = tuple(dict.fromkeys(routes.get(letter, ()) + choices))
    return routes


@cache
def _readers(opening: str) -> tuple[Reader, ...]:
    """Return the readers that have a chance where a figure's first letter and the one behind it are these."""
    behind = opening[1:]
    return tuple(
        route.read for route in _routes()[opening[0]] if not route.follows or behind in _letters(route.follows)
    )


def extract(tokens: Tokens) -> list[Mention]:
    """Return every figure, date, time and label of the text, in order, none overlapping another."""
    letters = tokens.letters
    mentions: list[Mention] = []
    free = 0
    for seed in _seeds().finditer(letters):
        place = seed.start()
        if place < free:
            continue
        for read in _readers(letters[place : place + 2]):
            mention = read(tokens, place)
            if mention is not None and mention.first >= free:
                spoken = dotted(tokens, mention, mentions) if mention.kind == "count" else None
                mentions.append(spoken or mention)
                free = mention.last
                break
    return mentions
