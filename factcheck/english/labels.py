"""English numbers that count nothing: Boeing 737, F-35, Section 232, telephone numbers, addresses, decades."""

from __future__ import annotations

from factcheck.english.amounts import is_priced, measured_behind
from factcheck.english.compounds import hyphened_inches
from factcheck.english.scales import scale_at
from factcheck.english.span import found
from factcheck.model import Mention
from factcheck.patterns import Pattern
from factcheck.phrase import phrase, source
from factcheck.regexes import compiled
from factcheck.segment import NUMERALS, STOPS, Tokens, vocabulary

PHONE = compiled(r"d(?:[-· ]?[dy]){2,14}|\+d[dy]{0,14}")

ITEM = 2
"""So many digits alone between two stops number a paragraph: 3. With regard to the above ..."""
OF_CENTURY = frozenset({"of", "in", "since"})
"""Before an apostrophe and two digits these tell that a year of the century is meant: the class of '98."""
RANKING = frozenset({"last", "top", "final", "under", "over"})
"""Joined to one of these a number names a set: a last-16 tie, the top-10 list."""

GAPPED = Pattern(
    lambda: rf"(?:%|{source('PERCENT')})[^.\n:()q·]*?(?:,|;|{source('and|while|but')})+{source('the')}?N+$"
)
"""What stands before a share whose verb and sign were said of another before it: Poles made up 22 percent, Danes 17."""

CLOSES, BACK = ",;.)·\n", 60


def read_label(tokens: Tokens, place: int) -> Mention | None:
    """Return a number that counts nothing: Boeing 737, F-35, Section 232, No. 3, a note's[1], a telephone number, an address."""
    letter = tokens.letters[place]
    if letter not in "dyx":
        return None
    last = _telephone(tokens, place) or (place + 1 if _is_label(tokens, place) else 0)
    if not last:
        return None
    at = found(tokens, place, last)
    return Mention("label", at.span, at.text, place, last)


def _telephone(tokens: Tokens, place: int) -> int:
    match = PHONE.match(tokens.letters, place)
    if match is None:
        return 0
    digits = "".join(tokens.word(at) for at in range(*match.span()) if tokens.word(at).isdigit())
    groups = [tokens.word(at) for at in range(*match.span()) if tokens.word(at).isdigit()]
    joined = all(tokens.glued(at) for at in range(place, match.end() - 1))
    long_enough = 7 <= len(digits) <= 15 and len(groups[-1]) >= 3
    return match.end() if long_enough and (joined or groups[0][0] == "0" or tokens.letters[place - 1] == "+") else 0


def _is_label(tokens: Tokens, place: int) -> bool:
    letters = tokens.letters
    before = letters[place - 1] if place else "\n"
    after = letters[place + 1 : place + 2]
    glued_before = place > 0 and tokens.glued(place - 1)
    if glued_before and (
        is_priced(tokens, place) or (before == "/" and tokens.word(place + 1) in ("am", "pm", "a", "p"))
    ):
        return False
    if (
        before in STOPS
        and after in (".", "·")
        and len(tokens.word(place)) <= ITEM
        and tokens.word(place + 2)[:1].isupper()
    ):
        return True
    if letters[place] == "d" and _is_grade(tokens, place):
        return True
    if before == "'" and glued_before and len(tokens.word(place)) == 2 and _of_century(tokens, place):
        return True
    if glued_before and (before in "NCw#/_=@&\\" or before >= "\ue000"):
        return True
    if before == "[" and after == "]" and glued_before and place >= 2 and tokens.glued(place - 2):
        return True
    if hyphened_inches(tokens, place):
        return False
    if before == "-" and glued_before and place >= 2 and tokens.glued(place - 2) and letters[place - 2] in "NCw":
        return True
    if (
        after == "-"
        and tokens.glued(place)
        and not tokens.glued(place + 1)
        and tokens.word(place + 2) in ("to", "and", "or")
    ):
        return True  # 15- to 24-year-olds
    if before == "-" and glued_before and place >= 2 and tokens.word(place - 2).lower() in RANKING:
        return True
    if after == "w" and tokens.glued(place) and tokens.word(place + 1) == "s" and letters[place] == "d":
        return True
    coded = after == "w" and tokens.glued(place + 1) and letters[place + 2] in "dy"
    if tokens.glued(place) and (coded or after in ("N", "C", "/")) and letters[place] == "d":
        return _unmeasured(tokens, place)
    named = letters[place - 2 : place - 1] if before == "·" else before
    if named and named in vocabulary()[1]["LABEL"]:
        verb = (
            tokens.word(place - 1) == "measure"
        )  # Trays that measure 4 feet 3 inches; but Measure 4, which a ballot decides
        return not verb or _unmeasured(tokens, place)
    if after and after in "NC" and phrase("<NC> ·? <NC>? STREET").match(letters, place + 1):
        return True
    return _is_index(tokens, place) or (before == "N" and _named(tokens, place))


def _is_index(tokens: Tokens, place: int) -> bool:
    """Tell whether a number is part of a name of two letters joined: the S&P 500."""
    joined = place > 1 and tokens.word(place - 2) == "&" and tokens.glued(place - 2) and tokens.glued(place - 3)
    return joined and not tokens.glued(place - 1)


def _is_grade(tokens: Tokens, place: int) -> bool:
    """Tell whether a number that "a" stands before is a mark, a grade or a card, which counts nothing: at least a 4 in each."""
    if tokens.word(place - 1).lower() not in ("a", "an") or tokens.glued(place):
        return False
    led = phrase("PREPOSITION|and|or|but").match(tokens.letters, place + 1) is not None
    return led and tokens.letters[place + 2 : place + 3] not in tuple(NUMERALS)  # a 1 in 4 chance


def _of_century(tokens: Tokens, place: int) -> bool:
    """Tell whether two digits behind an apostrophe are a year: the class of '98; won in '22, '23 and '24."""
    listed = tokens.letters[place + 1 : place + 2] in (",", ";", ".", ")") or tokens.word(place + 1) in ("and", "or")
    return listed or tokens.word(place - 2) in OF_CENTURY


def _unmeasured(tokens: Tokens, place: int) -> bool:
    return not (measured_behind(tokens, place + 1) or scale_at(tokens, place, place + 1))


def _named(tokens: Tokens, place: int) -> bool:
    """A number straight after a name belongs to it (Boeing 737), unless what follows makes it an amount."""
    letters = tokens.letters
    if letters[place] == "y" and 1900 <= int(tokens.word(place)) <= 2100:
        return False
    starts_sentence = place < 2 or letters[place - 2] in ".q\n"
    follows = letters[place + 1 : place + 2]
    joined = follows in ("w", "-") or starts_sentence or _gapped(tokens, place)
    return not joined and _unmeasured(tokens, place)


def _gapped(tokens: Tokens, place: int) -> bool:
    """Tell whether a number behind a name is a share that goes without the verb and the sign of one before it."""
    letters = tokens.letters
    closed = letters[place + 1 : place + 2] in ("", *CLOSES) or phrase("and|while|but").match(letters, place + 1)
    return bool(closed) and GAPPED.search(letters, max(0, place - BACK), place) is not None
