"""English figures that are no amounts: shares in words, multiples, ages, scores and ranks."""

from __future__ import annotations

import re
from fractions import Fraction
from functools import cache

from factcheck.english.amounts import Draft, measured_behind, read_numeral
from factcheck.english.compounds import compound_unit
from factcheck.english.hedging import with_hedge
from factcheck.english.nouns import is_plural
from factcheck.english.span import found
from factcheck.model import Mention
from factcheck.numerals import MULTIPLES, ORDINALS, PARTS, SCALES, Number, written
from factcheck.phrase import phrase
from factcheck.segment import Tokens, vocabulary

FRACTION_REACH = Fraction(1, 40)
"""A share said in words ("a third", "three in ten") is good to two and a half points."""

NEAR = {2: Fraction(1, 50), 4: Fraction(1, 50)}
"""Halves and quarters are said more strictly: two points."""

OF_NUMBER = "- in|of - (every -)? | noun=<w> in every? | out of every? | in|of every?"
FRACTION_WORDS = ("count=ONES|TEENS -? part=PART", "a|an|one part=PART", "part=half|halves")
MULTIPLE_OF = "-? (times|fold)"
SHARE_ENDS = frozenset(",.)·;:q\n") | {""}
OF_ONE = "of? (a|an|one) -? (% | percent|pct | per cent | percentage|points|point | SCALE) | -? (percentage -?)? point"
SHARED_BEFORE = 14
"""So many tokens before a fraction another may stand that says what both are of."""

HUNDRED, SELDOM = 100, 1000
"""One in more than so many is told otherwise."""
SPELLS = frozenset(
    "games matches starts innings attempts tries outings races meetings goes visits seasons appearances at-bats".split()
)
"""Behind "one in 13" these tell how often in a row, not how many of a whole."""
PERIODS = frozenset({"first", "last", "next", "past", "previous", "these", "those"})
"""Before "two quarters" they make them parts of a year."""

BEFORE_HALF = frozenset("first second same latest opening closing final corresponding and - at".split())
"""Before "half" these make it a part of a year or of a match."""

TAKEN = frozenset({"in", "fell", "falls", "rose", "rises"})
LIVED = "-? year|years -? old"
PAIR = "<d> - <d>"


def read_share(tokens: Tokens, place: int) -> Mention | None:
    """Return a share in words: "a third", "two-thirds", "one in five", "six of every 10", "half"."""
    return _share_of_number(tokens, place) or _share_in_parts(tokens, place)


def _share_of_number(tokens: Tokens, place: int) -> Mention | None:
    part = read_numeral(tokens, place)
    if part is None or part.number.middle > 99 or part.number.middle.denominator != 1:
        return None
    match = phrase(OF_NUMBER).match(tokens.letters, part.last)
    whole = _whole_of(tokens, match.end()) if match and match.end() < len(tokens.letters) else None
    if (
        match is None
        or whole is None
        or not part.number.middle < whole.number.middle <= (SELDOM if part.number.middle == 1 else 100)
    ):
        return None
    if match["noun"] and not (part.number.middle == 1 and _stands_alone(tokens, whole.last)):
        return None
    plain = match.end() - match.start() == 1 + (match["noun"] is not None)
    odd = not _round_whole(whole) and not (part.number.middle == 1 and _is_rarity(tokens, whole))
    if plain and (odd or tokens.letters[match.end()] == "y"):
        return None
    return _share(tokens, place, whole.last, part.number.middle, whole.number.middle)


def _whole_of(tokens: Tokens, place: int) -> Draft | None:
    """Return the number that a share is out of: ten, 100, every hundred, a thousand."""
    named = place + (tokens.word(place).lower() == "a")
    many = SCALES.get(tokens.word(named).lower(), 0) if named < len(tokens.letters) else 0
    if HUNDRED <= many <= SELDOM:
        return Draft(place, named + 1, Number(Fraction(many)), spelt=True)
    return read_numeral(tokens, place)


def _stands_alone(tokens: Tokens, place: int) -> bool:
    """Tell "one child in ten has" from "one goal in ten games" and "one strike in five years"."""
    word = tokens.word(place).lower()
    return word in ("has", "was", "does") or not (measured_behind(tokens, place) or is_plural(word))


def _is_rarity(tokens: Tokens, whole: Draft) -> bool:
    """Tell "one in 13 trains" and "one in 450" from "one in 13 games", "one in 2 goals" and "one in 7.5 years"."""
    digits = tokens.word(whole.last - 1)
    behind = tokens.word(whole.last).lower()
    return (
        digits.isdecimal()
        and whole.number.middle > 2
        and behind not in SPELLS
        and not measured_behind(tokens, whole.last)
    )


def _round_whole(whole: Draft) -> bool:
    return whole.number.half == 0 or whole.number.middle in (10, 20, 100) or whole.spelt


def _share_in_parts(tokens: Tokens, place: int) -> Mention | None:
    tried = (phrase(words).match(tokens.letters, place) for words in FRACTION_WORDS)
    match = next(filter(None, tried), None)
    if match is None or not _said_as_share(tokens, match):
        return None
    many = match.re.groupindex.get("count") and match["count"]
    count = read_numeral(tokens, match.start("count")) if many else None
    parts = PARTS[tokens.word(match.start("part")).lower()]
    return _share(tokens, place, match.end(), count.number.middle if count else Fraction(1), Fraction(parts))


def _said_as_share(tokens: Tokens, match: re.Match[str]) -> bool:
    """Tell "a third of them" and "by a quarter" from "a third man" and "the second quarter"."""
    before = tokens.word(match.start() - 1).lower() if match.start() else ""
    word = tokens.word(match.end() - 1).lower()
    if phrase(OF_ONE).match(tokens.letters, match.end()) or (before in PERIODS and word == "quarters"):
        return False
    following = tokens.word(match.end()).lower() if match.end() < len(tokens.letters) else ""
    if word.startswith("hundredth") and following != "of":
        return False  # He lost by three hundredths.
    if following == "-" and tokens.word(match.end() + 1).lower() in ("to", "on", "over"):
        return False  # A quarter-to-quarter decrease.
    if word == "half" and (before in BEFORE_HALF or following in ("-", "an", "hour", "time")):
        return False
    hyphened = tokens.letters[match.start() + 1 : match.start() + 2] == "-"
    if hyphened or (before in TAKEN and following not in ("a", "an")):
        return True
    opens = match.start() == 0 or tokens.letters[match.start() - 1] in ".q\n"
    if opens and tokens.word(match.start()).lower() == "a" and tokens.letters[match.end() : match.end() + 2] == ",N":
        return False
    if word.endswith(("ths", "ds", "ters", "lves")) or before in ("by", "about", "nearly", "almost", "over", "than"):
        return word not in ("seconds",)
    after = tokens.letters[match.end() : match.end() + 1]
    if after and phrase("MORE|LESS").match(after):
        return True
    if before in (",", ";", "and") and phrase("PREPOSITION|BE").match(after) and _shares_on(tokens, match.start()):
        return True
    if following == "as":
        return tokens.phrase(match.end() + 1, 1).lower() in AS_MANY
    return following in ("of", "the", "its", "their", "that", "again") or after in SHARE_ENDS


def _shares_on(tokens: Tokens, place: int) -> bool:
    """Tell whether a fraction stands before a place, so that one without "of" goes on: "half of it to her, a third to him"."""
    start = max(0, place - SHARED_BEFORE)
    return phrase("PART of|to|in|by|from").search(tokens.letters, start, place) is not None


def _share(tokens: Tokens, first: int, last: int, part: Fraction, whole: Fraction) -> Mention:
    share = part / whole
    reach = 1 / (whole - Fraction(1, 2)) - share if part == 1 else FRACTION_REACH
    number = Number(share, NEAR.get(int(whole), min(reach, FRACTION_REACH, 1 / whole)))
    draft = Draft(first, last, number)
    with_hedge(tokens, draft)
    at = found(tokens, first, last)
    return Mention("fraction", at.span, at.text, first, last, number, unit="%", hedge=draft.hedge)


AGAIN = frozenset({"half as much again", "half as many again", "half again as much", "half again as many"})
AS_MANY = frozenset("much many large big likely high long often common".split())
BASES = frozenset(
    "the as that those its his her our their your what this last today yesterday face book par average normal usual "
    "more higher larger bigger greater longer faster heavier taller deeper wider stronger likelier costlier".split()
)
"""Behind "three times" these compare: three times the rate, face value, faster; not three times a week."""

TO_THAN = 4
"""So many words behind a comparative may stand its "than"."""

IDIOMS = frozenset(
    "down digit digits standard standards agent agents murder murders act acts bill room rooms bed beds header headers "
    "decker deckers bogey bogeys fault faults play plays jump jumps crown life negative helix whammy vision glazing "
    "espresso overtime bass check dip take booking jeopardy amputee gold entendre axel lutz".split()
)
"""What follows a word of multiplying that multiplies nothing: doubled down, double digits."""


def read_multiple(tokens: Tokens, place: int) -> Mention | None:
    """Return a multiple: "doubled", "threefold", "three times", "twice"; halving is a multiple of one half."""
    word = tokens.word(place).lower()
    last = place + 1
    twice = tokens.letters[max(0, place - 1) : place] == "-" and _multiple(
        tokens.word(place - 2).lower()
    )  # a triple-double
    joined = tokens.letters[last : last + 1] == "-" or twice
    ratio = None if joined or tokens.word(last).lower() in IDIOMS else _multiple(word)
    number = Number(ratio) if ratio else None
    if (number is None and tokens.letters[place] in "dygf") or word in (
        "two",
        "three",
        "four",
        "five",
        "six",
        "seven",
        "eight",
        "nine",
        "ten",
    ):
        draft = read_numeral(tokens, place)
        match = phrase(MULTIPLE_OF).match(tokens.letters, draft.last) if draft else None
        if draft and match and _compared(tokens, match.end(), tokens.word(match.end() - 1)):
            number, last = draft.number, match.end()
    if word in ("twice", "thrice") and not _compares(tokens, last):
        return None
    if word == "half" and tokens.phrase(place, 4).lower() in AGAIN:
        number, last = Number(Fraction(3, 2)), place + 4
    if number is None:
        return None
    draft = Draft(place, last, number)
    with_hedge(tokens, draft)
    at = found(tokens, place, last)
    return Mention("multiple", at.span, at.text, place, last, number, unit="x", hedge=draft.hedge)


def _compared(tokens: Tokens, place: int, word: str) -> bool:
    if word.lower() == "fold":
        return True
    if place >= len(tokens.letters):
        return False
    owned = tokens.letters[place : place + 2] == "N'" and tokens.glued(place)
    return owned or tokens.word(place).lower() in BASES or _is_comparative(tokens, place)


def _is_comparative(tokens: Tokens, place: int) -> bool:
    """Tell whether a word compares, with its "than" close behind: safer for women than, bigger than."""
    behind = range(place + 1, min(place + 1 + TO_THAN, len(tokens.letters)))
    return tokens.word(place).endswith("er") and any(tokens.word(at) == "than" for at in behind)


CLOSING = ".,;:)\n"


def _compares(tokens: Tokens, place: int) -> bool:
    """Tell "twice the rate", "more than twice" and "twice $4bn" from how often a thing was done: sang twice at, was twice fined."""
    letter, word = tokens.letters[place : place + 1], tokens.phrase(place, 1).lower()
    if letter in CLOSING:
        return not tokens.word(place - 2).endswith("ed")  # some bodies had been counted twice.
    if word == "more" and tokens.letters[place + 1 : place + 2] in ("", *CLOSING):
        return False  # The two meet twice more, in March.
    if letter in vocabulary()[1]["PREPOSITION"] and letter:
        return word in ("of", "to", "from", "as", "that")
    return not (letter == "w" and word.endswith("ed"))


@cache
def _multiple(word: str) -> Fraction | None:
    if word.startswith("halv"):
        return Fraction(1, 2)
    stem = word.removesuffix("d").removesuffix("ing").removesuffix("s")
    for form in (word, stem, stem + "e"):
        if form in MULTIPLES:
            return Fraction(MULTIPLES[form])
    return None


def read_lived(tokens: Tokens, place: int) -> Mention | None:
    """Return an age told in years: "47-year-old", "16 years old"."""
    draft = _years(tokens, place)
    match = phrase(LIVED).match(tokens.letters, draft.last) if draft else None
    return _age(tokens, place, match.end(), draft) if draft and match else None


NAME_ENDS = ("N,", "C,", "N-w,")
"""What ends a name before an age: Coyle, R. J. C., Yoon Se-jin."""


def read_apposed_age(tokens: Tokens, place: int) -> Mention | None:
    """Return an age between commas behind a name: "Coyle, 47,"."""
    if not tokens.letters[max(0, place - 4) : place].endswith(NAME_ENDS):
        return None
    draft = _years(tokens, place)
    behind = draft and tokens.letters[draft.last : draft.last + 1] in (",", ".", "q")
    return _age(tokens, place, draft.last, draft) if draft and behind else None


def read_aged(tokens: Tokens, place: int) -> Mention | None:
    """Return the age behind "aged" or "age", the word itself left out."""
    draft = _years(tokens, place + 1)
    return _age(tokens, place + 1, draft.last, draft) if draft else None


def _years(tokens: Tokens, place: int) -> Draft | None:
    draft = read_numeral(tokens, place) if place < len(tokens.letters) else None
    return draft if draft and 0 < draft.number.middle < 120 else None


def _age(tokens: Tokens, first: int, last: int, draft: Draft) -> Mention:
    at = found(tokens, first, last)
    return Mention("age", at.span, at.text, first, last, Number(draft.number.middle), unit="year")


def read_pair(tokens: Tokens, place: int) -> Mention | None:
    """Return two whole numbers joined by a hyphen: a score, a record, a vote; ranges of a unit are no pairs."""
    match = phrase(PAIR).match(tokens.letters, place)
    if match is None or not (tokens.glued(place) and tokens.glued(place + 1)):
        return None
    left, right = tokens.word(place), tokens.word(place + 2)
    if len(left) > 3 or len(right) > 3 or _continues(tokens, place, place + 3):
        return None
    at = found(tokens, place, place + 3)
    parts = tuple(found(tokens, n, n + 1).span for n in (place, place + 2))
    return Mention("pair", at.span, at.text, place, place + 3, written(left), written(right), parts=parts)


def _continues(tokens: Tokens, place: int, last: int) -> bool:
    """Tell whether a unit, a third number or a leading hyphen makes the pair something else."""
    after = tokens.letters[last : last + 1]
    before = tokens.letters[place - 1 : place] if place else ""
    hyphened = after in ("-", "/") and tokens.glued(last - 1)
    return hyphened or (before == "-" and tokens.glued(place - 1)) or measured_behind(tokens, last)


def read_ordinal(tokens: Tokens, place: int) -> Mention | None:
    """Return a rank: "third", "21st", "33d"."""
    word = tokens.word(place).lower()
    last = place + 1
    if word in ORDINALS:
        rank = ORDINALS[word]
    elif word.isdigit() and tokens.glued(place) and _ends_ordinal(word, tokens.word(place + 1)):
        if compound_unit(tokens, place, last):
            return None
        rank, last = int(word), place + 2
    else:
        return None
    at = found(tokens, place, last)
    return Mention("ordinal", at.span, at.text, place, last, Number(Fraction(rank)), noun=_rank_noun(tokens, last))


def _ends_ordinal(digits: str, ending: str) -> bool:
    """Tell whether letters make a rank of digits: 21st, and in older copy 22d and 33d."""
    return ending in ("st", "nd", "rd", "th") or (ending == "d" and digits[-1] in "23")


def _rank_noun(tokens: Tokens, place: int) -> str:
    return tokens.word(place).lower() if tokens.letters[place : place + 1] == "w" else ""
