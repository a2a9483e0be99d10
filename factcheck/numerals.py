"""What a numeral stands for: digits, words and fractions as exact intervals of the values they may round."""

from __future__ import annotations

from fractions import Fraction
from functools import cache, lru_cache

from factcheck.quantity import DEEP, HUGE, Interval
from factcheck.records import NamedTuple
from factcheck.rulefiles import load_rules

LONGEST = 30
"""Digits beyond which a run of them is no figure of an article."""

WORDS = {
    word: value
    for value, word in enumerate(
        "zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen "
        "seventeen eighteen nineteen".split()
    )
} | {word: 10 * tens for tens, word in enumerate("twenty thirty forty fifty sixty seventy eighty ninety".split(), 2)}
SCALES = {
    "hundred": 10**2, "hundreds": 10**2, "dozen": 12, "score": 20, "thousand": 10**3, "thousands": 10**3, "k": 10**3,
    "lakh": 10**5, "lakhs": 10**5, "million": 10**6, "millions": 10**6, "m": 10**6, "mn": 10**6, "mln": 10**6,
    "crore": 10**7, "crores": 10**7, "billion": 10**9, "billions": 10**9, "bn": 10**9, "bln": 10**9,
    "trillion": 10**12, "trillions": 10**12, "tn": 10**12, "trn": 10**12,
}  # fmt: skip
VULGAR = {"½": Fraction(1, 2), "¼": Fraction(1, 4), "¾": Fraction(3, 4), "⅓": Fraction(1, 3), "⅔": Fraction(2, 3)}
PARTS = {
    name: parts
    for parts, names in enumerate(
        ("half halves", "third thirds", "quarter quarters fourth fourths", "fifth fifths", "sixth sixths",
         "seventh sevenths", "eighth eighths", "ninth ninths", "tenth tenths"), 2)
    for name in names.split()
} | {"hundredth": 100, "hundredths": 100}  # fmt: skip
MULTIPLES = {
    "double": 2, "triple": 3, "treble": 3, "quadruple": 4, "quintuple": 5, "twice": 2, "thrice": 3, "twofold": 2,
    "threefold": 3, "fourfold": 4, "fivefold": 5, "sixfold": 6, "sevenfold": 7, "eightfold": 8, "ninefold": 9,
    "tenfold": 10, "elevenfold": 11, "twelvefold": 12, "fifteenfold": 15, "twentyfold": 20, "thirtyfold": 30, "hundredfold": 100,
}  # fmt: skip
ORDINALS = {
    name: rank
    for rank, name in enumerate(
        "first second third fourth fifth sixth seventh eighth ninth tenth eleventh twelfth thirteenth fourteenth "
        "fifteenth sixteenth seventeenth eighteenth nineteenth twentieth".split(), 1)
} | {"thirtieth": 30, "fortieth": 40, "fiftieth": 50, "hundredth": 100}  # fmt: skip


class Number(NamedTuple):
    """What a numeral displays: `middle` is known to within `half`; `coarse` is the half-width if zeros round."""

    middle: Fraction
    half: Fraction = Fraction(0)
    coarse: Fraction = Fraction(0)

    @property
    def interval(self) -> Interval:
        """Every value that rounds to the digits shown."""
        return Interval.around(self.middle, self.half)

    @property
    def loose(self) -> Interval | None:
        """The same with trailing zeros taken for rounding; None where that is no wider."""
        if self.coarse is self.half or self.coarse <= self.half:
            return None
        return Interval.around(self.middle, self.coarse)

    def times(self, factor: int | Fraction) -> Number:
        """Return the number in another scale."""
        half = self.half * factor
        return Number(self.middle * factor, half, half if self.coarse is self.half else self.coarse * factor)

    def plus(self, more: Fraction) -> Number:
        """Return the number with an exact fraction added: 8 and 1/4."""
        return Number(self.middle + more)


@lru_cache(maxsize=4096)
def written(digits: str) -> Number:
    """Return what `digits` ("1,284", "2.1", "516,000") is the rounding of; ValueError if it is no numeral."""
    whole, _, decimals = digits.replace(",", "").partition(".")
    if len(whole) + len(decimals) > LONGEST:
        raise ValueError("too many digits for a figure")
    unit = Fraction(1, 10 ** len(decimals))
    figure = whole + decimals
    if decimals:
        return Number(int(figure) * unit, unit / 2)
    zeros = len(figure) - len(figure.rstrip("0"))
    half = Fraction(1, 2)
    return Number(Fraction(int(figure)), half, half * 10**zeros if 0 < zeros < len(figure) else half)


def spelled(words: list[str]) -> Number:
    """Return the exact number that words spell: ["two", "hundred", "and", "twelve"] is 212."""
    total = current = 0
    for word in words:
        if word in ("hundred", "dozen"):
            current = (current or 1) * SCALES[word]
        elif word in SCALES:
            total, current = total + (current or 1) * SCALES[word], 0
        else:
            current += WORDS.get(word, 0)
    return Number(Fraction(total + current))


@cache
def hedges() -> dict[str, str]:
    """Return every hedging phrase before a figure, with the name of its hedge."""
    return {phrase: name for name, rule in load_rules("hedges").items() for phrase in rule["before"]}


@cache
def hedges_after() -> dict[str, str]:
    """Return every hedging phrase behind a figure, with the name of its hedge."""
    return {phrase: name for name, rule in load_rules("hedges").items() for phrase in rule.get("after", ())}


@cache
def hedge_words() -> tuple[frozenset[str], frozenset[str]]:
    """Return the words that can end a hedge before a figure, and those that can begin one behind it."""
    return (
        frozenset(phrase.rsplit(" ", 1)[-1] for phrase in hedges()),
        frozenset(phrase.split(" ", 1)[0] for phrase in hedges_after()),
    )


@cache
def _stretch(hedge: str) -> tuple[Fraction | None, Fraction | None]:
    rule = load_rules("hedges")[hedge]
    low, high = (None if rule[side] == "open" else Fraction(str(rule[side])) for side in ("low", "high"))
    return low, high


STEPS = 10
"""A hedge moves a figure by so many units of the last digit that it shows, at the most."""


def hedged(interval: Interval, hedge: str) -> Interval:
    """Return what a figure may stand for beside a hedge: both ends moved outward by the hedge's shares.

    They move by so many times what the interval spans at the most: some 614,300 are not 600,000.
    """
    if not hedge:
        return interval
    low, high = _stretch(hedge)
    most = STEPS * (interval.high - interval.low) or HUGE
    return Interval(
        DEEP if low is None else interval.low - min(abs(interval.low) * low, most),
        HUGE if high is None else interval.high + min(abs(interval.high) * high, most),
    )


def digits(text: str) -> str:
    """Return the digits of a figure as they stand: "16500" for 16,500 crore."""
    return "".join(filter(str.isdecimal, text))


def small_numbers(digits: int) -> str:
    """Return a pattern of a small number, in words or in so many digits at the most, as `small_number` reads it."""
    return "|".join([rf"\d{{1,{digits}}}", *WORDS])


def small_number(text: str) -> int:
    """Return what digits or one word of a small number say; 1 for any other word, an article's "a" among them."""
    word = text.lower()
    return int(word) if word.isdigit() else WORDS.get(word, 1)
