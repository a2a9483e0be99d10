"""English lengths of time, compound ones too: "three hours and 12 minutes", "seven and a half years", "2:07:44"."""

from __future__ import annotations

from fractions import Fraction

from factcheck.dates import MONTHS_IN
from factcheck.english.amounts import PERIODS, Draft, read_numeral
from factcheck.english.hedging import with_hedge
from factcheck.english.span import found
from factcheck.model import Mention
from factcheck.numerals import PARTS, WORDS, Number, written
from factcheck.phrase import phrase
from factcheck.segment import Tokens

SECONDS = {"second": 1, "minute": 60, "hour": 3600, "day": 86400, "week": 604800, "fortnight": 1209600}
LETTERS = {"h": "hour", "m": "minute", "s": "second"}
"""Glued to figures, one length behind another: 1h 32m, 5m 30s."""
NEXT, SIXTY, ENDS = {"hour": "minute", "minute": "second"}, 60, frozenset(".,;)\n")
"""What a bare figure behind hours counts, up to what, and what must follow it."""
PART_OF = "(a | many=<d\ue000-\uf8ff> -?)? part=PART of a|an unit=PERIOD"
HALVED = frozenset({2, 4})
"""Behind a whole length a half or a quarter of it may be told."""
LED = frozenset(
    "for after in of than about around nearly almost over under only just some within by spent took takes take lasted lasts "
    "last was is be and but or".split()
)
"""Before "an hour and ten minutes" these make it a length, and no rate: $12 an hour, twice a week."""
TIMED = "(hour=<d> :)? minute=<d> : second=<df>"


def read_length(tokens: Tokens, place: int) -> Mention | None:
    """Return a compound length of time; simple ones ("five weeks") are amounts."""
    return _spoken(tokens, place) or _timed(tokens, place)


def read_part_of_length(tokens: Tokens, place: int) -> Mention | None:
    """Return "a quarter of a century" and "three-quarters of an hour" as the lengths that they are."""
    match = phrase(PART_OF).match(tokens.letters, place)
    unit = PERIODS.get(tokens.word(match.start("unit")).lower()) if match else None
    parts = PARTS.get(tokens.word(match.start("part")).lower()) if match else None
    many = tokens.word(match.start("many")).lower() if match and match["many"] else "one"
    number = WORDS.get(many) or (int(many) if many.isdigit() and len(many) == 1 else 0)
    if match is None or not (unit and parts and 0 < number < parts):
        return None
    whole = Draft(place, match.end(), Number(Fraction(number, parts)))
    return _mention(tokens, whole, unit)


def _spoken(tokens: Tokens, place: int) -> Mention | None:
    first = _period(tokens, place) or _one(tokens, place)
    if first is None or (longer := _joined(tokens, first) or _with_part(tokens, first)) is None:
        return None
    first = longer
    while longer := _joined(tokens, first):
        first = longer
    return _mention(tokens, Draft(place, first[0].last, first[0].number), first[1])


def _mention(tokens: Tokens, whole: Draft, unit: str) -> Mention:
    place = whole.first
    with_hedge(tokens, whole)
    at = found(tokens, place, whole.last)
    return Mention("duration", at.span, at.text, place, whole.last, whole.number, unit=unit, hedge=whole.hedge)


def _joined(tokens: Tokens, first: tuple[Draft, str]) -> tuple[Draft, str] | None:
    """Return a length and the smaller one behind it as one, in the smaller unit; None where there is no such."""
    draft, unit = first
    joint = phrase(",? and?").match(tokens.letters, draft.last)
    start = joint.end() if joint else draft.last
    second = _period(tokens, start) if start < len(tokens.letters) else None
    second = second or (_unsaid(tokens, start, unit) if start == draft.last else None)
    if second is None or (factor := _smaller(second[1], unit)) is None:
        return None
    number = Number(draft.number.middle * factor + second[0].number.middle, Fraction(0))
    return Draft(draft.first, second[0].last, number), second[1]


def _period(tokens: Tokens, place: int) -> tuple[Draft, str] | None:
    draft = read_numeral(tokens, place)
    if draft is None or draft.last >= len(tokens.letters):
        return None
    word = tokens.word(draft.last).lower()
    unit = PERIODS.get(word) or (LETTERS.get(word) if tokens.glued(draft.last - 1) else None)
    if not unit:
        return None
    draft.last += 1
    return draft, unit


def _one(tokens: Tokens, place: int) -> tuple[Draft, str] | None:
    """Return "an hour" of "an hour and 48 minutes"."""
    before = tokens.word(place - 1).lower() if place else ""
    led = before in LED or not before[:1].isalnum()
    unit = PERIODS.get(tokens.word(place + 1).lower()) if led and tokens.word(place).lower() in ("a", "an") else None
    return (Draft(place, place + 2, Number(Fraction(1))), unit) if unit else None


def _with_part(tokens: Tokens, first: tuple[Draft, str]) -> tuple[Draft, str] | None:
    """Return "a year and a half" as the length that it is."""
    draft, unit = first
    match = phrase("and a part=half|PART").match(tokens.letters, draft.last)
    parts = PARTS.get(tokens.word(match.start("part")).lower(), 0) if match else 0
    if match is None or parts not in HALVED or tokens.word(match.end()).lower() == "of":
        return None
    return Draft(draft.first, match.end(), Number(draft.number.middle + Fraction(1, parts))), unit


def _unsaid(tokens: Tokens, place: int, whole: str) -> tuple[Draft, str] | None:
    """Return what a figure behind hours or minutes counts that stands for the next smaller: "3 hours 37"."""
    draft = read_numeral(tokens, place) if whole in NEXT and place < len(tokens.letters) else None
    if draft is None or draft.number.middle >= SIXTY or draft.number.middle.denominator != 1:
        return None
    return (draft, NEXT[whole]) if tokens.letters[draft.last : draft.last + 1] in ENDS else None


def _smaller(unit: str, whole: str) -> Fraction | None:
    """Return how many of `unit` make one `whole`; None where that is no fixed number above one."""
    for sizes in (SECONDS, MONTHS_IN):
        if unit in sizes and whole in sizes and sizes[whole] > sizes[unit]:
            return Fraction(sizes[whole], sizes[unit])
    return None


def _timed(tokens: Tokens, place: int) -> Mention | None:
    match = phrase(TIMED).match(tokens.letters, place)
    second = tokens.word(match.start("second")) if match else ""
    if match is None or not (match["hour"] or "." in second):
        return None  # 7:30 is a time of day, 3:58.24 a runner's.
    hours = int(tokens.word(match.start("hour"))) if match["hour"] else 0
    minutes = int(tokens.word(match.start("minute")))
    at = found(tokens, place, match.end())
    number = written(second).plus(Fraction(hours * 3600 + minutes * 60))
    return Mention("duration", at.span, at.text, place, match.end(), number, unit="second")
