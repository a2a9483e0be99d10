"""Korean numerals: 1조2000억, 14억 400만, 6천5백만, 8만 2000, 수천억, 열두."""

from __future__ import annotations

from fractions import Fraction
from functools import lru_cache

from factcheck.korean.lexicon import numbers
from factcheck.korean.span import word_at
from factcheck.numerals import Number, written
from factcheck.records import NamedTuple
from factcheck.segment import Tokens

DIGITS = frozenset("dygf")
DATE_MARKS = frozenset({"년", "월", "일"})
HIGHEST = 99
SMALL, GREAT = "십백천", "만억조"
SCALED = frozenset("십백천만억조여")
MANY = "수"
SEVERAL = Number(Fraction(11, 2), Fraction(7, 2))
"""What 수 says of its scale: from two to nine of it."""

FEW_SHOWN = 20
"""From so many of the last scale on, what 여 adds is small."""


class Numeral(NamedTuple):
    """A numeral read, up to token `last`; `odd` the hedge of 여, "" where there is none."""

    last: int
    number: Number
    odd: str = ""
    scale: str = ""
    spelt: bool = False


class Sum:
    """A numeral being added up: `whole` of the great scales, `part` below, `digits` not yet scaled."""

    def __init__(self) -> None:
        self.whole = self.part = Fraction(0)
        self.digits: Number | None = None
        self.half = self.coarse = Fraction(0)

    def take(self, digits: Number) -> None:
        """Add digits."""
        self.digits, self.half, self.coarse = digits, digits.half, digits.coarse

    def scale(self, mark: str) -> None:
        """Multiply what is not yet scaled by 십, 백, 천, or all below the next great scale by 만, 억, 조."""
        power = numbers("scales")[mark]
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
    if tokens.letters[place] in DIGITS:
        if word_at(tokens, place + 1)[:1] in SCALED:
            return _digits(tokens, place)
        return _plain(word_at(tokens, place), place)
    text = word_at(tokens, place)
    if text in numbers("native"):
        return Numeral(place + 1, Number(Fraction(numbers("native")[text])), spelt=True)
    return _spelt(tokens, place, text)


def _plain(digits: str, place: int) -> Numeral | None:
    try:
        return Numeral(place + 1, written(digits))
    except ValueError:
        return None


def _spelt(tokens: Tokens, place: int, text: str) -> Numeral | None:
    number = spelt(text)
    return _with_odd(tokens, Numeral(place + 1, number, scale=text[-1], spelt=True)) if number else None


@lru_cache(maxsize=1024)
def spelt(text: str) -> Number | None:
    """Return the number of a word of scales, 천만 or 수백억; None for any other word."""
    bare = text.removeprefix(MANY)
    if not bare or not all(mark in SMALL or mark in GREAT for mark in bare):
        return None
    added = Sum()
    added.take(SEVERAL if bare != text else Number(Fraction(1), Fraction(1, 2), Fraction(1, 2)))
    for mark in bare:
        added.scale(mark)
    return added.number


def _digits(tokens: Tokens, place: int) -> Numeral | None:
    """Read groups of digits, each with its scale, as long as each goes on below the scale before it."""
    words: list[str] = []
    bound = HIGHEST
    while tokens.letters[place : place + 1] in DIGITS:
        digits, marks = word_at(tokens, place), word_at(tokens, place + 1)
        if words and not _continues(tokens, place, digits, bound):
            break
        scaled = bool(marks) and all(mark in SMALL or mark in GREAT for mark in marks)
        words += (digits, marks) if scaled else (digits,)
        place += 1 + scaled
        if not scaled:
            break
        bound = numbers("scales")[marks[-1]]
    number = summed(tuple(words)) if words else None
    return (
        _with_odd(tokens, Numeral(place, number, scale=words[-1][-1] if len(words) % 2 == 0 else ""))
        if number
        else None
    )


@lru_cache(maxsize=4096)
def summed(words: tuple[str, ...]) -> Number | None:
    """Return the number that digits and scales by turns make: 14, 억, 400, 만; None for no numeral."""
    added = Sum()
    for n, word in enumerate(words):
        if n % 2:
            for mark in word:
                added.scale(mark)
            continue
        try:
            added.take(written(word))
        except ValueError:
            return None
    return added.number


def _continues(tokens: Tokens, place: int, digits: str, bound: int) -> bool:
    """Tell whether the digits at `place` go on below the last scale: 1만 1780, not 3만 2024년."""
    return len(digits.partition(".")[0].replace(",", "")) <= bound and word_at(tokens, place + 1) not in DATE_MARKS


def _with_odd(tokens: Tokens, numeral: Numeral) -> Numeral:
    if word_at(tokens, numeral.last) != "여":
        return numeral
    shown = numeral.number.middle / (2 * numeral.number.half) if numeral.number.half else 1
    return numeral._replace(last=numeral.last + 1, odd="just-over" if shown >= FEW_SHOWN else "odd")
