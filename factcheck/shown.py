"""Values in words: an interval as an editor would write it, and a figure of the text with another value."""

from __future__ import annotations

import re
from fractions import Fraction

from factcheck import currencies
from factcheck.numerals import WORDS, written
from factcheck.quantity import DEEP, HUGE, Interval, Quantity

SIGNS = {"USD": "$", "EUR": "€", "GBP": "£", "JPY": "¥", "INR": "₹"}
SCALES = ((10**12, " trillion"), (10**9, " billion"), (10**6, " million"))
NUMERAL = re.compile(r"\d+(?:,\d+)*(?:\.\d+)?")
NUMBER = re.compile(rf"{NUMERAL.pattern}|[A-Za-z]+")
COMPOUND = (60, 12, 7, 24)
NUMBER_WORD = re.compile(r"[A-Za-z]+")
SIGNIFICANT = 4
NARROW = Fraction(1, 50)
"""So narrow, an interval is told by its middle."""


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
        return f"{number(value * 100, 3)} percentage points"
    if unit == "pt":
        return f"{number(value)} points"
    if unit == "x":
        return f"{number(value, 3)} times"
    if len(unit) == 3 and unit.isupper():
        return _money(value, unit)
    return number(value) + (f" {plural(unit, value)}" if unit else "")


def plural(unit: str, value: Fraction) -> str:
    """Return the name of a unit for so many of it."""
    name = unit.replace("_", " ")
    irregular = {"foot": "feet", "inch": "inches", "celsius": "degrees Celsius", "fahrenheit": "degrees Fahrenheit",
                 "square foot": "square feet", "mile per hour": "miles per hour"}  # fmt: skip
    if value == 1 and name not in ("celsius", "fahrenheit"):
        return name
    first, _, rest = name.partition(" per ")
    return irregular.get(name) or f"{first}s" + (f" per {rest}" if rest else "")


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
    low, high = with_unit(value.low, unit), with_unit(value.high, unit)
    if low == high:
        return low
    (first, _, low_unit), (_, _, high_unit) = low.partition(" "), high.partition(" ")
    return f"{first} to {high}" if low_unit == high_unit else f"{low} to {high}"


def as_stated(implied: Quantity, stated: Quantity) -> str:
    """Return what the implied side comes to, written as the stated figure is where it is known as finely."""
    if not (isinstance(implied.value, Interval) and isinstance(stated.value, Interval)):
        return quantity(implied)
    low, high = implied.value
    if not stated.spans or implied.unit != stated.unit or high - low > abs(low) * NARROW:
        return quantity(implied)
    return restyled(stated.working, stated.value.middle, implied.value.middle) or quantity(implied)


def figure(value: Quantity) -> str:
    """Return how a quantity was worked out and what it comes to; a figure that is only repeated stands alone."""
    comes_to = quantity(value)
    if not value.working or value.working == comes_to:
        return comes_to
    repeated = isinstance(value.value, Interval) and not value.made and repeats(value.working, value)
    return value.working if repeated else f"{value.working} = {comes_to}"


def repeats(words: str, value: Quantity) -> bool:
    """Tell whether a figure's own words already show its value in its own unit."""
    middle = value.interval.middle
    shown = NUMERAL.search(with_unit(middle, value.unit))
    bare = NUMERAL.search(words)
    return bool(shown and bare and shown[0] == bare[0]) or words.lower() == spelt(int(middle))


def quantity(value: Quantity) -> str:
    """Return what a quantity comes to, in words; names as they are."""
    return (
        interval(value.value, value.unit)
        if isinstance(value.value, Interval)
        else " or ".join(sorted(value.value.names))
    )


PARTS, HANGUL = re.compile(r"분의 ?\d|[가-힣\d] ?(?:중|가운데) "), re.compile("[가-힣]")
"""A share in Korean words, which no other number can be written into: 3분의 1, 10명 중 3명."""


def restyled(text: str, old: Fraction, new: Fraction) -> str | None:
    """Return a figure of the text with another value, written as it was: its decimals, scale and signs.

    None where the text shows no number to replace.
    """
    if PARTS.search(text):
        return None
    if len(both := _numbers(text)) == 2 and (size := _size(both, old)):
        (major, _), (minor, _) = both
        wholes = divmod(int(round_half_up(new, 0)), size)
        parts = [
            spelt(whole) if part[0][0].isalpha() else str(whole)
            for part, whole in zip((major, minor), wholes, strict=True)
        ]
        return text[: major.start()] + parts[0] + text[major.end() : minor.start()] + parts[1] + text[minor.end() :]
    if found := NUMERAL.search(text):
        shown = written(found[0]).middle
        factor = old / shown if shown else Fraction(1)
        places = len(found[0].partition(".")[2])
        if not places and 0 < new / factor < 1 and HANGUL.search(text):
            return None
        return text[: found.start()] + _numeral(new / factor, places) + _ending(text[found.end() :], new)
    for found in NUMBER_WORD.finditer(text):
        if found[0].lower() in WORDS and new.denominator == 1 and old == WORDS[found[0].lower()]:
            return text[: found.start()] + spelt(int(new)) + text[found.end() :]
    return None


Numbers = list[tuple[re.Match[str], Fraction]]


def _numbers(text: str) -> Numbers:
    """Return every number of a text, in digits or in words."""
    numbers = [(found, WORDS.get(found[0].lower())) for found in NUMBER.finditer(text)]
    return [
        (found, written(found[0]).middle if value is None else Fraction(value))
        for found, value in numbers
        if value is not None or found[0][0].isdigit()
    ]


def _size(both: Numbers, whole: Fraction) -> int:
    """Return how many of the second unit of "three hours and 12 minutes" make one of the first; 0 for no such two."""
    (_, major), (_, minor) = both
    return next((size for size in COMPOUND if major * size + minor == whole), 0)


def _ending(rest: str, value: Fraction) -> str:
    """Return what stands behind a numeral, the ending of a rank made to fit: 42nd, 43rd."""
    if rest[:2] not in ("st", "nd", "rd", "th"):
        return rest
    teen = 10 < value % 100 < 14
    return ("th" if teen else {1: "st", 2: "nd", 3: "rd"}.get(int(value % 10), "th")) + rest[2:]


def _numeral(value: Fraction, places: int) -> str:
    for more in range(places, places + 6):
        if round_half_up(value, more) != 0 or value == 0:
            return fixed(value, more)
    return fixed(value, places)


def spelt(value: int) -> str:
    """Return a whole number in words up to nineteen, in digits beyond."""
    names = {number: word for word, number in WORDS.items()}
    return names.get(value) or f"{value:,}"
