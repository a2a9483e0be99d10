"""Korean numerals: 1조2000억, 14억 400만, 6천5백만, 8만 2000, 수천억, 열두."""

from __future__ import annotations

from dataclasses import dataclass
from fractions import Fraction

from factcheck.korean.lexicon import numbers
from factcheck.korean.span import word_at
from factcheck.numerals import Number, written
from factcheck.segment import Tokens

SMALL = "십백천"
MANY = "수"
SEVERAL = Number(Fraction(11, 2), Fraction(7, 2))
"""What 수 says of its scale: from two to nine of it."""

FEW_SHOWN = 20
"""From so many of the last scale on, what 여 adds is small."""


@dataclass(slots=True)
class Numeral:
    """A numeral read: tokens from where it began up to `last`; `odd` the hedge of 여, "" where there is none."""

    last: int
    number: Number
    odd: str = ""
    scale: str = ""
    spelt: bool = False


class Sum:
    """A numeral being added up: `whole` of the great scales, `part` below the next one, `digits` not yet scaled."""

    def __init__(self) -> None:
        self.whole = self.part = Fraction(0)
        self.digits: Number | None = None
        self.half = self.coarse = Fraction(0)
        self.least = 0

    def take(self, digits: Number) -> None:
        """Add digits."""
        self.digits, self.half, self.coarse = digits, digits.half, digits.coarse

    def scale(self, mark: str) -> None:
        """Multiply what is not yet scaled by 십, 백, 천, or all below the next great scale by 만, 억, 조."""
        power = numbers("scales")[mark]
        self.least = power
        factor = Fraction(10**power)
        given = Fraction(1) if self.digits is None else self.digits.middle
        if mark in SMALL:
            self.part += given * factor
        else:
            below = self.part + (self.digits.middle if self.digits else 0)
            self.whole += (below or 1) * factor
            self.part = Fraction(0)
        self.half, self.coarse = self.half * factor, self.coarse * factor
        self.digits = None

    @property
    def number(self) -> Number:
        """What has been read so far."""
        loose = self.digits.middle if self.digits else Fraction(0)
        return Number(self.whole + self.part + loose, self.half, max(self.half, self.coarse))


def read_numeral(tokens: Tokens, place: int) -> Numeral | None:
    """Return the number at `place`, all its groups taken together; None where there is none."""
    if tokens.letters[place] in "dygf":
        return _digits(tokens, place)
    text = word_at(tokens, place)
    if text in numbers("native"):
        return Numeral(place + 1, Number(Fraction(numbers("native")[text])), spelt=True)
    return _spelt(tokens, place, text)


def _spelt(tokens: Tokens, place: int, text: str) -> Numeral | None:
    bare = text.removeprefix(MANY)
    if not bare or not all(mark in numbers("scales") for mark in bare):
        return None
    added = Sum()
    if bare != text:
        added.take(SEVERAL)
    else:
        added.take(Number(Fraction(1), Fraction(1, 2), Fraction(1, 2)))
    for mark in bare:
        added.scale(mark)
    return _with_odd(tokens, Numeral(place + 1, added.number, scale=bare[-1], spelt=True), added)


def _digits(tokens: Tokens, place: int) -> Numeral | None:
    added, last, scale = Sum(), place, ""
    bound = 99
    while last < len(tokens.letters) and tokens.letters[last] in "dygf":
        try:
            digits = written(word_at(tokens, last))
        except ValueError:
            break
        if last > place and not _continues(tokens, last, digits, bound):
            break
        added.take(digits)
        last += 1
        marks = word_at(tokens, last)
        if not marks or not all(mark in numbers("scales") for mark in marks):
            break
        for mark in marks:
            added.scale(mark)
        scale, bound, last = marks[-1], added.least, last + 1
    return _with_odd(tokens, Numeral(last, added.number, scale=scale), added) if last > place else None


def _continues(tokens: Tokens, place: int, digits: Number, bound: int) -> bool:
    """Tell whether the digits at `place` go on below the last scale: 1만 1780, not 3만 2024년."""
    return digits.middle < 10**bound and word_at(tokens, place + 1) not in ("년", "월", "일")


def _with_odd(tokens: Tokens, numeral: Numeral, added: Sum) -> Numeral:
    if word_at(tokens, numeral.last) == "여":
        numeral.last += 1
        shown = numeral.number.middle / (2 * numeral.number.half) if numeral.number.half else 1
        numeral.odd = "just-over" if shown >= FEW_SHOWN else "odd"
    return numeral
