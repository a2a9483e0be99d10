"""A figure of the text with another value, written as it was: its decimals, scale words and signs."""

from __future__ import annotations

import re
from fractions import Fraction

from factcheck import shown
from factcheck.numerals import SCALES, WORDS, written
from factcheck.quantity import Interval, Quantity
from factcheck.records import NamedTuple
from factcheck.regexes import compiled

NUMERAL = shown.NUMERAL
NUMBER = compiled(rf"{NUMERAL.pattern}|[A-Za-z]+")
SCALE = compiled(r"([ \N{NO-BREAK SPACE}-]?)([A-Za-z]+)")
LADDERS = (
    "million billion trillion",
    "thousand million billion trillion",
    "m bn tn",
    "mn bn trn",
    "mln bln trn",
    "lakh crore",
)
"""Scale words that are written in one style, each by its next greater."""

MYRIAD = {"조": 10**12, "억": 10**8, "만": 10**4, "": 1}
MYRIADS = compiled(
    r"(\d[\d,]*(?:\.\d+)?)([조억만])(?:( ?)(\d[\d,]*)(?![\d.])([억만]?))?(?:( ?)(\d[\d,]*)(?![\d.])(만?))?"
)
COMPOUND = (60, 12, 7, 24)
PARTED = compiled(r"[½¼¾⅓⅔]| and an? ")
"""What adds a part to the number before it."""

ONE_IN = compiled(r" (?:in|of|out of)(?: every)? ")
MOST_IN, LOOSE = 10, Fraction(1, 10)
"""A share is told as so many in no more than so many; one that is loosely told may be so far off what it says."""

NARROW = Fraction(1, 50)
"""So narrow, an interval is told by its middle; so near to a whole number, a value is told in a word."""


class Piece(NamedTuple):
    """A number of the text, in digits or a word, with its place there."""

    start: int
    end: int
    words: str
    value: Fraction


def as_stated(implied: Quantity, stated: Quantity) -> str:
    """Return what the implied side comes to, written as the stated figure is where it is known as finely."""
    if not (isinstance(implied.value, Interval) and isinstance(stated.value, Interval)):
        return shown.quantity(implied)
    low, high = implied.value
    if not stated.spans or implied.unit != stated.unit or high - low > abs(low) * NARROW:
        return shown.quantity(implied)
    return restyled(stated.working, stated.centre, implied.centre) or shown.quantity(implied)


def restyled(text: str, old: Fraction, new: Fraction) -> str | None:
    """Return a figure of the text with the value `new` in place of `old`, written as it was.

    None where the text shows no number to replace, or several and none that the value hangs on alone.
    """
    if PARTED.search(text):
        return None
    if found := MYRIADS.search(text):
        return _in_myriads(text, found, old, new)
    pieces = _pieces(text)
    if len(pieces) == 2 and (size := _size(pieces, old)):
        wholes = divmod(int(shown.round_half_up(new, 0)), size)
        return _both(text, pieces, *wholes)
    if len(pieces) == 2 and ONE_IN.fullmatch(text[pieces[0].end : pieces[1].start]):
        return _one_in(text, pieces, old, new)
    piece = _carrier(pieces, old)
    if piece is None:
        return None
    factor = old / piece.value if piece.value else Fraction(1)
    if piece.words[0].isalpha():
        return _in_words(text, piece, new / factor)
    return text[: piece.start] + _in_digits(text[piece.end :], piece, factor, new)


def _pieces(text: str) -> list[Piece]:
    """Return every number of a text, in digits or in words."""
    found = [(match, WORDS.get(match[0].lower())) for match in NUMBER.finditer(text)]
    return [
        Piece(match.start(), match.end(), match[0], written(match[0]).middle if word is None else Fraction(word))
        for match, word in found
        if word is not None or match[0][0].isdigit()
    ]


def _size(pieces: list[Piece], whole: Fraction) -> int:
    """Return how many of the second unit of "three hours and 12 minutes" make one of the first; 0 for no such two."""
    major, minor = pieces
    return next((size for size in COMPOUND if major.value * size + minor.value == whole), 0)


def _both(text: str, pieces: list[Piece], *numbers: int) -> str:
    """Return a text of two numbers with two others, each in a word or in digits as the one in its place."""
    first, second = (
        shown.spelt(number) if piece.words[0].isalpha() else str(number)
        for piece, number in zip(pieces, numbers, strict=True)
    )
    major, minor = pieces
    return text[: major.start] + first + text[major.end : minor.start] + second + text[minor.end :]


def _one_in(text: str, pieces: list[Piece], old: Fraction, new: Fraction) -> str | None:
    """Return another "two in three": of the same number where that tells it, else of the least that does."""
    part, whole = (piece.value for piece in pieces)
    if not 0 < part < whole or abs(part / whole - old) > old * LOOSE:
        return None
    for size in (int(whole), *range(2, MOST_IN + 1)):
        number = int(shown.round_half_up(new * size, 0))
        if 0 < number < size and abs(Fraction(number, size) - new) <= new * NARROW:
            small = pieces[1]._replace(words="ten") if size < int(whole) else pieces[1]
            return _both(text, [pieces[0], small], number, size)
    return None


def _carrier(pieces: list[Piece], old: Fraction) -> Piece | None:
    """Return the number that makes the value: the only one, or the one that is the value but for its scale."""
    if len(pieces) == 1:
        piece = pieces[0]
        return (
            piece if piece.words[0].isdigit() or _is_scale(old / piece.value if piece.value else Fraction(1)) else None
        )
    return next((piece for piece in pieces if piece.value and _is_scale(old / piece.value)), None)


def _is_scale(factor: Fraction) -> bool:
    """Tell whether a factor is a power of ten."""
    top, bottom = str(factor.numerator), str(factor.denominator)
    return "1" in (top, bottom) and (top + bottom).strip("0") == "11"


def _in_words(text: str, piece: Piece, value: Fraction) -> str | None:
    whole = shown.round_half_up(value, 0)
    if value < 0 or abs(whole - value) > abs(value) * NARROW:
        return None
    return text[: piece.start] + shown.spelt(int(whole)) + text[piece.end :]


def _in_digits(rest: str, piece: Piece, factor: Fraction, new: Fraction) -> str:
    """Return the new value in digits and what stands behind it, in another scale where the old one does not suit."""
    places = len(piece.words.partition(".")[2])
    value = new / factor
    if scale := SCALE.match(rest):
        if other := _scaled(scale[2], value, piece):
            word, value, places = other
            behind = f"{scale[1]}{word}" if word else ""
            return shown.fixed(value, places) + behind + rest[scale.end() :]
    return _grouped(_numeral(value, places), piece.words) + _ending(rest, value)


def _scaled(word: str, value: Fraction, piece: Piece) -> tuple[str, Fraction, int] | None:
    """Return the scale word, the value and the decimals that suit a value better than `word`; None where it is good.

    The word is "" where the value is too small for the least of its style.
    """
    ladder = next((ladder.split() for ladder in LADDERS if word.lower() in ladder.split()), [])
    if not ladder or not value or 1 <= abs(value) < 1000 or (abs(value) < 1 and piece.value < 1):
        return None
    if abs(value) >= 1000 and piece.value >= 1000:
        return None
    number = value * SCALES[word.lower()]
    fitting = [step for step in ladder if abs(number) >= SCALES[step]]
    new = fitting[-1] if fitting else ""
    value = number / (SCALES[new] if new else 1)
    significant = len(piece.words.replace(",", "").replace(".", "").strip("0"))
    places = max(0, significant - len(str(int(abs(value))))) if new else 0
    return (new, value, places) if new != word.lower() else None


def _grouped(numeral: str, like: str) -> str:
    """Return a numeral without commas where the one that it replaces is a long one without them."""
    long = len(like.partition(".")[0]) > 3
    return numeral.replace(",", "") if long and "," not in like else numeral


def _ending(rest: str, value: Fraction) -> str:
    """Return what stands behind a numeral, the ending of a rank made to fit: 42nd, 43rd."""
    if rest[:2] not in ("st", "nd", "rd", "th"):
        return rest
    return shown.ending(int(shown.round_half_up(value, 0))) + rest[2:]


def _numeral(value: Fraction, places: int) -> str:
    for more in range(places, places + 6):
        if shown.round_half_up(value, more) != 0 or value == 0:
            return shown.fixed(value, more)
    return shown.fixed(value, places)


def _in_myriads(text: str, found: re.Match[str], old: Fraction, new: Fraction) -> str | None:
    """Return a Korean figure, 14억 400만 or 1.2조, with another value; None where its parts are not all of its value."""
    digits, scales = found.group(1, 4, 7), found.group(2, 5, 8)
    parts = [(written(figure), MYRIAD[scale or ""]) for figure, scale in zip(digits, scales, strict=True) if figure]
    if sum(number.middle * scale for number, scale in parts) != old:
        return None
    least = min(scale for _, scale in parts)
    decimals = len(digits[0].partition(".")[2])
    if decimals:
        scale = next((scale for scale in MYRIAD.values() if abs(new) >= scale), 1)
        name = next(name for name, size in MYRIAD.items() if size == scale)
        return text[: found.start()] + shown.fixed(new / scale, decimals) + name + text[found.end() :]
    while least > 1 and abs(new) < 10 * least and new % least:
        least //= 10**4
    left, told = int(shown.round_half_up(new / least, 0)) * least, []
    for name, scale in MYRIAD.items():
        count, left = divmod(left, scale)
        if count:
            told.append(f"{count:,}{name}" if "," in found[0] else f"{count}{name}")
    space = " " if found[3] is None else found[3]
    return text[: found.start()] + space.join(told) + text[found.end() :]
