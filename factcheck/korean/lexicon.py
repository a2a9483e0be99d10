"""The Korean words of rules/korean.toml, as tables."""

from __future__ import annotations

from functools import cache

from factcheck import currencies
from factcheck.reference import units
from factcheck.regexes import compiled
from factcheck.rulefiles import load_rules
from factcheck.segment import vocabulary

TEN = 10
HANGUL = compiled("[가-힣]")
DATE_MARKS = ("년", "월", "일", "시", "분기", "배", "세", "살", "위", "번째", "주년", "반기")


@cache
def section(name: str, inner: str = "") -> dict[str, str]:
    """Return the words of a section, each with the name under which it stands."""
    rules = load_rules("korean")[name]
    rules = rules[inner] if inner else rules
    return {word: key for key, words in rules.items() for word in words.split()}


@cache
def numbers(name: str) -> dict[str, int]:
    """Return the words of a section, each with the number that it stands under; tens with ones behind them too."""
    alone = {word: int(number) for word, number in section(name).items()}
    if name != "native":
        return alone
    tens = [(word, number) for word, number in alone.items() if number > TEN and number % TEN == 0 and word != "스무"]
    ones = [(word, number) for word, number in alone.items() if number < TEN]
    return alone | {ten + one: many + few for ten, many in tens for one, few in ones}


@cache
def letters_of(name: str) -> dict[str, str]:
    """Return the words of a section with the letters of their English, "w" where the lexicon has none."""
    known = vocabulary()[0]
    return {word: known.get(meaning, "w") for word, meaning in section(name).items()}


@cache
def money() -> dict[str, str]:
    """Return every name of a currency with its code, blanks left out."""
    return {word: name.code for word, name in currencies.names("ko").items()}


@cache
def measures() -> dict[str, str]:
    """Return every Korean name of a unit of measure, with the unit; units of time are lengths of time."""
    found = {word: name for word, name in units.written().items() if HANGUL.match(word)}
    return {word: name for word, name in found.items() if (unit := units.unit(name)) and unit.dimension != "time"}


@cache
def unit_words() -> tuple[str, ...]:
    """Return every word that may stand straight behind a numeral, the longest first."""
    single = [word for word in (*money(), *measures()) if " " not in word]
    names = ("counters", "percent", "durations")
    known = [*single, *DATE_MARKS, *(word for name in names for word in section(name)), *labels_behind()]
    return tuple(sorted({word for word in known if HANGUL.match(word)}, key=lambda word: (-len(word), word)))


@cache
def labels_behind() -> frozenset[str]:
    """Return the words that make the number before them count nothing."""
    return frozenset(load_rules("korean")["labels"]["behind"].split())


@cache
def hedges(side: str) -> dict[str, str]:
    """Return the hedging words "before" or "after" a figure, with the name of each one's hedge."""
    rules = load_rules("korean")["hedges"][side]
    return {word: name for name, words in rules.items() for word in words.split()}


@cache
def shifts() -> dict[str, tuple[str, str]]:
    """Return the words of relative dates, with the shift and the period that it moves by, "" for none."""
    rules = {**load_rules("korean")["shifts"]}
    return {word: _shift(key) for key, words in rules.items() for word in words.split()}


@cache
def paired_shifts() -> dict[tuple[str, str], tuple[str, str]]:
    """Return the relative dates of two words."""
    found: dict[tuple[str, str], tuple[str, str]] = {}
    for key, words in load_rules("korean")["two_word_shifts"].items():
        first, second = words.split()
        found[first, second] = _shift(key)
    return found


def _shift(key: str) -> tuple[str, str]:
    shift, _, unit = key.rpartition(" ")
    return shift, unit
