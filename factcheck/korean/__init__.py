"""Reading Korean: text to tokens, tokens to mentions."""

from __future__ import annotations

import re
from collections.abc import Callable
from functools import cache
from itertools import pairwise

from factcheck.korean.amounts import LEADS, RANGE_MARKS, compared, led_units, read_amount
from factcheck.korean.calendar import places, read_clock, read_date, read_length, read_months, read_stamp, read_year
from factcheck.korean.cut import segment
from factcheck.korean.figures import (
    DOTS,
    OF,
    RANKS,
    leftover,
    read_age,
    read_label,
    read_multiple,
    read_ordinal,
    read_pair,
    read_share,
)
from factcheck.korean.lexicon import letters_of, section
from factcheck.korean.numerals import SCALED
from factcheck.korean.span import word_at
from factcheck.model import Mention
from factcheck.records import NamedTuple
from factcheck.regexes import compiled
from factcheck.rulefiles import load_rules
from factcheck.segment import NUMERALS, Tokens, vocabulary

__all__ = ["extract", "gloss", "places", "segment", "stem"]

Reader = Callable[[Tokens, int], Mention | None]


class Route(NamedTuple):
    """A reader, and the words one of which must stand behind the first token to give it a chance, if any."""

    read: Reader
    follows: frozenset[str] = frozenset()


@cache
def _routes() -> tuple[Route, ...]:
    """Return the readers of what begins with digits."""
    scaled = frozenset(SCALED).union(section("counters"))
    periods, ranges = frozenset(section("durations")), RANGE_MARKS
    return (
        Route(read_stamp), Route(read_label), Route(read_months, ranges),
        Route(read_date, ranges | {"년", "월", "일", "."}),
        Route(read_clock, frozenset({"시", ":"})), Route(read_share, scaled | OF | {"분"}),
        Route(read_length, periods | {"일"}), Route(read_year, ranges | {"·", ","}),
        Route(read_pair, frozenset({"대", "-"})), Route(read_multiple, frozenset({"배", "여", "천", "만"})),
        Route(read_age, frozenset({"세", "살", ")", *DOTS})), Route(read_ordinal, frozenset(RANKS)),
        Route(read_amount), Route(leftover),
    )  # fmt: skip


SPELT = (read_share, read_multiple, read_age, read_length, read_ordinal, read_amount)
DATES = "last this next yesterday today tomorrow Monday Tuesday Wednesday Thursday Friday Saturday Sunday"
READERS: dict[str, tuple[Route, ...]] = {
    "thousand": tuple(map(Route, SPELT)),
    "first": (Route(read_ordinal),),
    "days": (Route(read_length),),
    "half double": (Route(read_share), Route(read_multiple)),
    DATES: (Route(read_date),),
    "am pm noon midnight": (Route(read_clock),),
}


@cache
def _readers() -> tuple[re.Pattern[str], dict[str, tuple[Route, ...]]]:
    letters = vocabulary()[0]
    found = {letters[word]: readers for words, readers in READERS.items() for word in words.split()}
    behind = frozenset({*section("counters"), *section("durations"), *RANKS, *OF, "배", "세", "살", "의"})
    found[letters["two"]] = tuple(Route(read, behind) for read in SPELT)
    found |= dict.fromkeys(NUMERALS, _routes())
    return compiled(f"[{''.join(found)}]"), found


class Gloss(dict[str, str]):
    """The English of words that checks look for; any other word is left as it is."""

    def __missing__(self, text: str) -> str:
        return section("gloss_stems").get(text[:2], text)


@cache
def gloss() -> dict[str, str]:
    """Return the words of Korean in English, as far as checks look for them."""
    return Gloss(section("words") | section("gloss"))


@cache
def stem(text: str) -> str:
    """Return a word without its particle, "" for one that says nothing of what a figure is of."""
    if text in load_rules("korean")["stop"]["words"].split():
        return ""
    particles = section("particles")
    endings = (text[-length:] for length in range(min(3, len(text) - 2), 0, -1))
    return text.removesuffix(next((ending for ending in endings if ending in particles), ""))


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
        behind = word_at(tokens, place + 1)
        for read, follows in readers[letters[place]]:
            if follows and behind not in follows:
                continue
            mention = read(tokens, place)
            if mention is not None and mention.first >= free:
                mentions.append(mention)
                free = mention.last
                break
    _lead_over_brackets(tokens, mentions)
    _speeds_in_brackets(tokens, mentions)
    return mentions


def _speeds_in_brackets(tokens: Tokens, mentions: list[Mention]) -> None:
    """Read the length in brackets behind a speed as a speed: 시속 160마일(257㎞)."""
    speeds = led_units()
    words = {unit: word for (word, plain), unit in speeds.items() if plain != "degree"}
    for one, other in pairwise(mentions):
        if one.unit in words and other.first == one.last + 1 and tokens.letters[one.last] == "(":
            other.unit = speeds.get((words[one.unit], other.unit), other.unit)


def _lead_over_brackets(tokens: Tokens, mentions: list[Mention]) -> None:
    """Give a figure the particle behind the bracket after it, or about it: 12억 원(900만 달러)에서."""
    letters, leads = tokens.letters, _leads()
    for number, mention in enumerate(mentions):
        behind = letters[mention.last : mention.last + 2]
        if len(behind) < 2 or behind[0] != ")" or behind[1] not in leads:
            continue
        if not tokens.glued(mention.last) and word_at(tokens, mention.last + 1) not in compared():
            continue
        opened = letters.rfind("(", mention.first - 3, mention.first)
        before = mentions[number - 1] if number else mention
        outer = before if before.last == opened and before.number else mention
        if not outer.lead:
            outer.lead = behind[1]
