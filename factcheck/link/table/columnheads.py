"""What stands over a column, read: the words that name it, its unit, its scale and its year."""

from __future__ import annotations

import re
from fractions import Fraction
from functools import cache
from typing import Any

from factcheck import currencies
from factcheck.link.context.subjects import SHORTEST, stem
from factcheck.numerals import SCALES
from factcheck.patterns import Pattern
from factcheck.records import NamedTuple
from factcheck.reference import units
from factcheck.rulefiles import load_rules

YEAR = Pattern(r"(?<!\d)(?:FY ?)?((?:19|20)\d\d)(?:년도?)?(?!\d)", re.IGNORECASE)
PIECE = Pattern(
    r"(?:US)?[$€£¥₩￦](?:k|mn?|mln|bn?|bln|tn?|trn)\b|[^\W_]+(?:'[a-z]+)?|%p|[%$€£¥₩￦']|US\$", re.IGNORECASE
)
BRACKETS = Pattern(r"[(\[（][^)\]）]*[)\]）]")
MONEY = Pattern(r"(US\$|[$€£¥₩]|[a-z]{3})(k|mn?|mln|bn?|bln|tn?|trn)?", re.IGNORECASE)
NOUGHTS = Pattern(r"(?:(?<![\d,.])'?|(?<=[(\[$€£¥₩])1[,.]?)(?P<more>000,?)?000s?\b(?! m\b)")
"""A scale in noughts: (€'000), (1,000 t), but for a race of 1,000 m."""
SIZED = Pattern(r"\d[- ]?$")
"""What stands before the unit of a size: a column of 60-kg bags is not in kilograms."""

HANGUL = Pattern(r"[가-힣]")
LETTERS = {"b": 10**9, "t": 10**12}


class Head(NamedTuple):
    """A column's head: `words` are stems, `unit` as in Quantity or None where none is named, `year` None for none.

    A value of the column is to be multiplied by `scale`: 1,000 under "in thousands", 1/100 under "%".
    """

    words: frozenset[str]
    unit: str | None
    scale: Fraction
    year: int | None


class Piece(NamedTuple):
    """What one word of a head says of the unit."""

    unit: str | None = None
    scale: Fraction = Fraction(1)


def head(text: str) -> Head:
    """Return what a head says: "Exports 2024 (USD bn)" is of exports, in billions of dollars, in 2024."""
    years = YEAR.findall(text)
    bare = NOUGHTS.sub(lambda found: " million " if found["more"] else " thousand ", YEAR.sub(" ", text))
    words: list[str] = []
    unit: str | None = None
    scale = Fraction(1)
    for word, bracketed in _words(bare):
        piece = _piece(word, bracketed)
        if piece is None:
            words.append(word)
            continue
        unit, scale = unit or piece.unit, scale * piece.scale
    if unit in ("%", "pp"):
        scale /= 100
    return Head(stems(words), unit, scale, int(years[0]) if len(set(years)) == 1 else None)


def _words(text: str) -> list[tuple[str, bool]]:
    """Return the words of a head, each with whether it stands in brackets, or behind the comma or "in" of a unit."""
    found: list[tuple[str, bool]] = []
    for start, end, inside in _stretches(text):
        behind = inside
        for match in PIECE.finditer(text, start, end):
            behind = (
                behind or match[0].lower() == "in" or text[max(0, match.start() - 2) : match.start()].startswith(",")
            )
            found.append((match[0], behind and not SIZED.search(text, 0, match.start())))
    return found


def _stretches(text: str) -> list[tuple[int, int, bool]]:
    stretches, at = [], 0
    for bracket in BRACKETS.finditer(text):
        stretches += [(at, bracket.start(), False), (*bracket.span(), True)]
        at = bracket.end()
    return [*stretches, (at, len(text), False)]


def _piece(word: str, bracketed: bool) -> Piece | None:
    """Return what a word says of the unit, None for one that names the measure."""
    low = word.lower()
    if low in _rules()["percent"].split():
        return Piece("%")
    if low in _rules()["points"].split():
        return Piece("pp")
    if low in SCALES and len(low) > 1 and low != "score":
        return Piece(scale=Fraction(SCALES[low]))
    return _korean(word) if HANGUL.search(word) else _coin(word) or (_measured(word) if bracketed else None)


def _coin(word: str) -> Piece | None:
    found = MONEY.fullmatch(word)
    code = found and (currencies.symbols().get(found[1]) or currencies.symbols().get(found[1].upper()))
    if found and code:
        size = (found[2] or "").lower()
        return Piece(code, Fraction(LETTERS.get(size) or SCALES.get(size, 1)))
    name = currencies.names().get(word.lower())
    return Piece(name.code, name.factor) if name else None


def _measured(word: str) -> Piece | None:
    if word.lower() == "m":
        return Piece(scale=Fraction(10**6))
    unit = units.unit(word)
    return Piece(unit.name) if unit and not unit.offset else None


def _korean(word: str) -> Piece | None:
    """Return what 억원, 천명 or 백만달러 says; None for a word that names the measure."""
    rules = _rules()
    scales, counters = rules["scales"], rules["counters"].split()
    start = max((scale for scale in scales if word.startswith(scale)), key=len, default="")
    rest = word[len(start) :]
    coin = currencies.names("ko").get(rest)
    if coin:
        return Piece(coin.code, scales.get(start, 1) * coin.factor)
    if (start and not rest) or rest in counters:
        return Piece(scale=Fraction(scales.get(start, 1)))
    unit = units.unit(rest) if rest else None
    return Piece(unit.name, Fraction(scales.get(start, 1))) if unit and start else None


@cache
def _rules() -> dict[str, Any]:
    rules: dict[str, Any] = load_rules("data")["heads"]
    return rules


def stems(words: list[str]) -> frozenset[str]:
    """Return the stems of words that name something, small and general words left off."""
    general = set(_rules()["general"].split())
    kept = (word.lower() for word in words)
    return frozenset(
        word if HANGUL.search(word) else stem(word)
        for word in kept
        if word not in general and (len(word) >= SHORTEST or HANGUL.search(word) or word in ("gdp", "gni", "cpi", "tax"))
        and not word.isdecimal()
    )  # fmt: skip
