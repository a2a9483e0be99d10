"""Heights and weights in two units, whose shortest names mean a unit only there: 6ft 3in, 5'10", 14st 7lb."""

from __future__ import annotations

from factcheck.segment import Tokens

LARGE = {
    "st": "stone", "'": "foot", "’": "foot", "′": "foot", "ft": "foot", "ft.": "foot", "foot": "foot", "feet": "foot",
}  # fmt: skip
SMALL = {
    "foot": dict.fromkeys(("in", '"', "”", "″", "''", "’’"), "inch"),
    "stone": dict.fromkeys(("lb", "lbs", "lb."), "pound"),
}
HEIGHTS, INCHES = frozenset("45678"), frozenset(map(str, range(1, 12)))
CLOSES = frozenset((*",.;:)\n", ""))
SIGNS = LARGE.keys() | SMALL["foot"].keys() | SMALL["stone"].keys()


def compound_unit(tokens: Tokens, first: int, last: int) -> str:
    """Return the unit that the sign behind a numeral, tokens `first` up to `last`, means beside its other; "" for none."""
    sign = _word(tokens, last)
    if sign not in SIGNS:
        return ""
    if large := LARGE.get(sign):
        behind = _word(tokens, last + 2)
        if tokens.letters[last + 1 : last + 2] == "d" and behind in SMALL[large]:
            return large
        return large if sign == "st" and tokens.glued(last - 1) and not _is_first(tokens.word(first)) else ""
    before = LARGE.get(_word(tokens, first - 1), "") if tokens.letters[max(0, first - 2) : first - 1] == "d" else ""
    return SMALL[before].get(sign, "") if before else ""


def leaves_out_inches(tokens: Tokens, first: int, last: int) -> bool:
    """Tell whether a numeral that closes its clause is of inches, as a height leaves it unsaid: 5 feet 11, 6ft 3."""
    feet = LARGE.get(_word(tokens, first - 1)) == "foot" and _word(tokens, first - 2) in HEIGHTS
    closed = feet and _word(tokens, first) in INCHES and tokens.letters[last : last + 1] in CLOSES
    return closed or hyphened_inches(tokens, first)


def hyphened_inches(tokens: Tokens, place: int) -> bool:
    """Tell whether a numeral is of inches, joined to its feet: the 6-foot-2 guard."""
    joined = _word(tokens, place - 1) == _word(tokens, place - 3) == "-" and _word(tokens, place) in INCHES
    return joined and LARGE.get(_word(tokens, place - 2)) == "foot" and _word(tokens, place - 4) in HEIGHTS


def _is_first(digits: str) -> bool:
    """Tell whether "st" makes an ordinal of digits: 21st, not 14st or 11st."""
    return digits.endswith("1") and not digits.endswith("11")


def _word(tokens: Tokens, place: int) -> str:
    return tokens.word(place).lower() if 0 <= place < len(tokens.letters) else ""
