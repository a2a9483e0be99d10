"""Values in words, as an editor would write them."""

from __future__ import annotations

from collections.abc import Collection
from fractions import Fraction

from factcheck import currencies
from factcheck.numerals import ORDINALS, WORDS
from factcheck.quantity import DEEP, HUGE, Interval, Quantity
from factcheck.regexes import compiled

SIGNS = {"USD": "$", "EUR": "€", "GBP": "£", "JPY": "¥", "INR": "₹"}
SCALES = ((10**12, " trillion"), (10**9, " billion"), (10**6, " million"))
SCORE = compiled(r"(\d+)-(\d+)")
NUMERAL = compiled(r"\d+(?:,\d+)*(?:\.\d+)?")
SIGNIFICANT = 4
MOST_PARTS = 12
"""A sum of more parts is told by some of them."""

WIDE = Fraction(1, 100)
"""Of a wider interval nobody needs more digits."""


def number(value: Fraction, digits: int = SIGNIFICANT) -> str:
    """Return a value to so many significant digits, grouped by commas, whole parts never cut."""
    if value == 0:
        return "0"
    size = len(str(int(abs(value)))) if abs(value) >= 1 else _leading_zeros(abs(value))
    places = max(0, digits - size)
    text = fixed(value, places)
    return text.rstrip("0").rstrip(".") if places else text


def _leading_zeros(value: Fraction) -> int:
    zeros = 0
    while value < Fraction(1, 10) and zeros < 12:
        value, zeros = value * 10, zeros + 1
    return -zeros


def round_half_up(value: Fraction, places: int) -> Fraction:
    """Return the value rounded to so many decimals, halves away from nought."""
    scaled = abs(value) * 10**places + Fraction(1, 2)
    rounded = Fraction(scaled.numerator // scaled.denominator, 10**places)
    return rounded if value >= 0 else -rounded


def significant(value: Fraction, digits: int) -> Fraction:
    """Return a value rounded to so many significant digits."""
    if value == 0:
        return value
    size = len(str(int(abs(value)))) if abs(value) >= 1 else _leading_zeros(abs(value))
    step = Fraction(10) ** (size - digits)
    return round_half_up(value / step, 0) * step


def fixed(value: Fraction, places: int) -> str:
    """Return the value with so many decimals, thousands grouped by commas."""
    digits = int(abs(round_half_up(value, places)) * 10**places)
    whole, decimals = divmod(digits, 10**places)
    sign = "-" if value < 0 and digits else ""
    return f"{sign}{whole:,}" + (f".{decimals:0{places}d}" if places else "")


def with_unit(value: Fraction, unit: str) -> str:
    """Return a value with its unit: 15%, $91.2 billion, 16 kilometers."""
    if unit == "%":
        return f"{number(value * 100, 3)}%"
    if unit == "pp":
        points = number(value * 100, 3)
        return f"{points} percentage point{'' if points == '1' else 's'}"
    if unit == "pt":
        return f"{number(value)} points"
    if unit == "x":
        return f"{number(value, 3)} times"
    if len(unit) == 3 and unit.isupper():
        return _money(value, unit)
    return _scaled(value) + (f" {plural(unit, value)}" if unit else "")


def plural(unit: str, value: Fraction) -> str:
    """Return the name of a unit for so many of it."""
    name = unit.replace("_", " ")
    irregular = {"foot": "feet", "inch": "inches", "celsius": "degrees Celsius", "fahrenheit": "degrees Fahrenheit",
                 "square foot": "square feet", "mile per hour": "miles per hour"}  # fmt: skip
    if value == 1 and name not in ("celsius", "fahrenheit"):
        return name
    first, _, rest = name.partition(" per ")
    return irregular.get(name) or f"{first}s" + (f" per {rest}" if rest else "")


def _scaled(value: Fraction) -> str:
    """Return a value in millions and more by name, where a few digits tell all of it."""
    size, scale = next(((size, scale) for size, scale in SCALES if abs(value) >= size), (1, ""))
    return number(value / size) + scale if significant(value, SIGNIFICANT) == value else number(value)


def _money(value: Fraction, code: str) -> str:
    size, scale = next(((size, scale) for size, scale in SCALES if abs(value) >= size), (1, ""))
    sign = SIGNS.get(code)
    amount = number(value / size) + scale
    return f"{sign}{amount}" if sign else f"{amount} {currencies.plural(code)}"


def interval(value: Interval, unit: str = "") -> str:
    """Return an interval in words: one value where both ends read alike, else "18.6% to 29.3%"."""
    if value.low <= DEEP:
        return f"at most {with_unit(value.high, unit)}"
    if value.high >= HUGE:
        return f"at least {with_unit(value.low, unit)}"
    wide = value.low >= 10**SIGNIFICANT and value.high - value.low > value.low * WIDE
    ends = (significant(end, SIGNIFICANT) for end in value) if wide else value
    low, high = (with_unit(end, unit) for end in ends)
    if low == high:
        return low
    (first, _, low_unit), (_, _, high_unit) = low.partition(" "), high.partition(" ")
    return f"{first} to {high}" if low_unit == high_unit else f"{low} to {high}"


def figure(value: Quantity) -> str:
    """Return how a quantity was worked out and what it comes to; a figure that is only repeated stands alone."""
    comes_to = quantity(value)
    if not value.working or value.working == comes_to:
        return comes_to
    repeated = isinstance(value.value, Interval) and not value.made and repeats(value.working, value)
    return value.working if repeated else f"{abridged(value.working).rstrip(',')} = {comes_to}"


def abridged(working: str) -> str:
    """Return a sum of many parts by the first and the last of them."""
    parts = working.split(" + ")
    return " + ".join([*parts[:3], "…", *parts[-2:]]) if len(parts) > MOST_PARTS else working


def repeats(words: str, value: Quantity) -> bool:
    """Tell whether a figure's own words already show its value in its own unit."""
    middle = value.interval.middle
    shown = NUMERAL.search(with_unit(middle, value.unit))
    bare = NUMERAL.search(words)
    return bool(shown and bare and shown[0] == bare[0]) or words.lower() == spelt(int(middle))


def quantity(value: Quantity) -> str:
    """Return what a quantity comes to, in words; names as they are."""
    if isinstance(value.value, Interval):
        return interval(value.value, value.unit)
    names = value.value.names
    return " or ".join(sorted(name for name in names if not _turned(name, names)))


def _turned(name: str, names: Collection[str]) -> bool:
    """Tell whether a name is the score of the losing side, 1-3 where 3-1 is a name too."""
    score = SCORE.fullmatch(name)
    return bool(score and int(score[1]) < int(score[2]) and f"{score[2]}-{score[1]}" in names)


def ending(value: int) -> str:
    """Return what stands behind the digits of a rank: the nd of 42nd, the rd of 43rd."""
    teen = 10 < value % 100 < 14
    return "th" if teen else {1: "st", 2: "nd", 3: "rd"}.get(value % 10, "th")


def rank(value: int) -> str:
    """Return a rank: in words up to ninth, in digits beyond."""
    names = {number: word for word, number in ORDINALS.items()}
    return names[value] if 0 < value < 10 else f"{value:,}{ending(value)}"


def spelt(value: int) -> str:
    """Return a whole number in words up to nineteen, in digits beyond."""
    names = {number: word for word, number in WORDS.items()}
    return names.get(value) or f"{value:,}"
