"""What multiplies an English figure: million, lakh crore, bn, and letters that do so where a price or a count leaves no doubt."""

from __future__ import annotations

from functools import cache
from itertools import takewhile

from factcheck import currencies
from factcheck.english.nouns import NOUN_WINDOW, is_plural
from factcheck.english.unitnames import currency_at, unit_at
from factcheck.numerals import SCALES
from factcheck.segment import STOPS, Tokens, letters_of

ON_PRICES = {"b": 10**9, "t": 10**12, "cr": 10**7, "mm": 10**6, "mil": 10**6, "mio": 10**6, "mrd": 10**9}
"""Short for scales behind a price alone: elsewhere they are rooms, tonnes, millimetres or thousandths of an inch."""
SHORT = 2
"""Words of more letters say a scale wherever they stand: million, not m or bn."""
UNIQUE = frozenset({"bn", "mn"})
"""Abbreviations in small letters that are nothing else, even with a blank before them."""
METRES = frozenset(
    "high tall wide long deep thick away apart above below across x by race races hurdles steeplechase sprint sprints "
    "freestyle breaststroke backstroke butterfly medley relay relays dash heats final finals runners".split()
)
"""Behind a figure with an m these tell that it is of metres."""
FAR = 40
"""So many tokens back another figure of a sentence may tell what its letter is short for."""
LONG = 60
"""So many tokens back, sentences passed over, billions tell of what an m is short for that ends its phrase."""
JOINED = ("-", "&", "'")
"""What makes of a letter that stands alone another word: $5 T-shirts, $4 M&M's."""


def scale_of(word: str) -> int:
    """Return what a word of scale multiplies by, 1 for any other and for an abbreviation."""
    return SCALES.get(word, 1) if len(word) > SHORT else 1


def scale_at(tokens: Tokens, first: int, place: int) -> tuple[int, int] | None:
    """Return what multiplies the numeral of the tokens `first` up to `place`, and the token behind it; None for nothing."""
    if tokens.letters[place : place + 1] not in _scaling():
        return None
    at = place + (tokens.letters[place] == "-")
    word = tokens.word(at).lower() if at < len(tokens.letters) else ""
    priced = has_sign_before(tokens, first)
    factor = SCALES.get(word) or (ON_PRICES.get(word) if priced else None)
    if factor is None or not (len(word) > SHORT or _is_short_scale(tokens, place, at, priced)):
        return None
    behind = tokens.word(at + 1).lower() if len(word) > SHORT else ""
    again = ON_PRICES.get(behind, 1) if priced and behind == "cr" else scale_of(behind)
    return factor * again, at + 1 + (again > 1)


def has_sign_before(tokens: Tokens, first: int) -> bool:
    """Tell whether a currency's sign or code stands before the numeral that begins at `first`."""
    before = first - 1 - (first > 0 and tokens.letters[first - 1] == "·")
    return before >= 0 and tokens.pieces[before].rstrip() in currencies.symbols()


@cache
def _scaling() -> frozenset[str]:
    return letters_of(["-", *SCALES, *ON_PRICES])


def _is_short_scale(tokens: Tokens, place: int, at: int, priced: bool) -> bool:
    """Tell bn, m and k from metres, initials and rooms: $5m, 5m people, 1.4M and £2.9 bn, but not 5 m, 503b or 55401 MN."""
    written, glued = tokens.word(at), tokens.glued(place - 1)
    if len(written) == SHORT:
        return glued or priced or written in UNIQUE or currency_at(tokens, at + 1) is not None
    if not glued:
        return priced and not (tokens.glued(at) and tokens.letters[at + 1] in JOINED)
    if priced or written.lower() == "k" or ("." in tokens.word(place - 1) and written.isupper()):
        return True
    return (
        written == "m"
        and "," not in tokens.word(place - 1)
        and (_counts(tokens, at + 1) or _counted_before(tokens, at) or _beside_billions(tokens, at))
    )


def _beside_billions(tokens: Tokens, place: int) -> bool:
    """Tell whether a figure with bn stands not far before an m that ends its phrase, which is of millions too: 1.2bn florins, leaving 900m."""
    if tokens.letters[place + 1 : place + 2] not in (",", ".", ";"):
        return False
    before = range(place - 2, max(0, place - LONG), -1)
    return any(tokens.word(at) == "bn" and tokens.glued(at - 1) and tokens.letters[at - 1] in "df" for at in before)


def _counted_before(tokens: Tokens, place: int) -> bool:
    """Tell whether an m earlier in the sentence is of millions, and this one of no length: 72.1m votes, 3.6m more than."""
    if not METRES.isdisjoint({tokens.word(place + 1), tokens.word(place + 2)}):
        return False
    for at in range(place - 2, max(0, place - FAR), -1):
        if tokens.letters[at] in STOPS:
            return False
        glued = tokens.word(at) == "m" and tokens.glued(at - 1) and tokens.letters[at - 1] in "df"
        if glued and _counts(tokens, at + 1):
            return True
    return False


def _counts(tokens: Tokens, place: int) -> bool:
    """Tell whether a currency, a unit or a plural follows, and nothing that is measured or run in metres."""
    if currency_at(tokens, place) or unit_at(tokens, place):
        return True
    words = [tokens.word(at).lower() for at in range(place, min(place + NOUN_WINDOW, len(tokens.letters)))]
    behind = list(takewhile(str.isalpha, words))
    return any(map(is_plural, behind)) and METRES.isdisjoint(behind[:2])
