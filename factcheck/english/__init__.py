"""Reading English: tokens to mentions."""

from __future__ import annotations

import re
from collections.abc import Callable
from functools import cache

from factcheck.english.amounts import read_amount
from factcheck.english.calendar import read_clock, read_date, read_year
from factcheck.english.figures import (
    read_age,
    read_label,
    read_multiple,
    read_ordinal,
    read_pair,
    read_share,
)
from factcheck.english.lengths import read_length
from factcheck.model import Mention
from factcheck.phrase import source
from factcheck.segment import NUMERALS, Tokens, vocabulary

Reader = Callable[[Tokens, int], Mention | None]

NUMBER = (read_label, read_date, read_length, read_clock, read_year, read_pair, read_share, read_multiple, read_age,
          read_ordinal, read_amount)  # fmt: skip
WORD = (read_share, read_multiple, read_age, read_length, read_amount)
ROUTES: dict[str, tuple[Reader, ...]] = {
    "MONTH": (read_date,),
    "WEEKDAY": (read_date,),
    "DEICTIC": (read_date,),
    "SHIFT": (read_date,),
    "NOON": (read_clock,),
    "ONES|TEENS|TENS": WORD,
    "half|halves": (read_share, read_amount),
    "PART": (read_share, read_ordinal, read_amount),
    "ORDINAL": (read_ordinal,),
    "MULTIPLE": (read_multiple,),
    "HUNDRED|SCALE|DOZEN": (read_amount,),
    "a|one": (read_share,),
}


@cache
def _routes() -> tuple[re.Pattern[str], dict[str, tuple[Reader, ...]]]:
    letters, classes = vocabulary()
    routes: dict[str, tuple[Reader, ...]] = dict.fromkeys(NUMERALS, NUMBER)
    for names, readers in ROUTES.items():
        for name in names.split("|"):
            for letter in classes.get(name, letters.get(name, "")):
                routes[letter] = tuple(dict.fromkeys(routes.get(letter, ()) + readers))
    return re.compile(f"[{NUMERALS}]|{source('|'.join(ROUTES).replace('a|one', 'one'))}|{source('a PART')}"), routes


def extract(tokens: Tokens) -> list[Mention]:
    """Return every figure, date, time and label of the text, in order, none overlapping another."""
    seeds, routes = _routes()
    mentions: list[Mention] = []
    free = 0
    for seed in seeds.finditer(tokens.letters):
        place = seed.start()
        if place < free:
            continue
        for read in routes[tokens.letters[place]]:
            mention = read(tokens, place)
            if mention is not None and mention.first >= free:
                mentions.append(mention)
                free = mention.last
                break
    return mentions
