"""English amounts: a numeral with its sign, scale, unit, currency, hedge and range."""

from __future__ import annotations

from fractions import Fraction
from functools import cache

from factcheck import currencies
from factcheck.english.compounds import compound_unit, leaves_out_inches
from factcheck.english.hedging import with_hedge
from factcheck.english.nouns import counted_noun
from factcheck.english.scales import has_sign_before, scale_at, scale_of
from factcheck.english.span import found
from factcheck.english.unitnames import currency_at, first_words, money_words, unit_at
from factcheck.model import Mention
from factcheck.numerals import (
    ORDINALS,
    PARTS,
    SCALES,
    VULGAR,
    WORDS,
    Number,
    spelled,
    written,
)
from factcheck.phrase import phrase
from factcheck.segment import Tokens, letters_of, vocabulary

WORD_NUMBER = "(TENS - ONES | TENS|TEENS|ONES) (HUNDRED (and? (TENS - ONES | TENS|TEENS|ONES))?)?"
HALF_OF = "(half|PART) (of (a|an|one) | a|an|of)"
PARTS_OF_ONE = "(many=ONES -? | a|one) part=PART of (a|an|one)"
TIMED = "ORDINAL_MARK|MONTH|a|p|am|pm | <:/>"
"""Before these a number is part of a date or of a time of day: 7 or 8 p.m."""
PERHAPS = frozenset({"possibly", "perhaps", "maybe"})
PERIODS_OF_YEAR = frozenset({"half", "quarter"})
"""Behind a rank these are times: the first quarter of the year."""
RESULT = "score of (<dyg> | TENS|TEENS|ONES)"
"""A score of 72 is no twenty."""
PART_OF_POINT = "(many=ONES -? | a|one)? part=half|quarter|quarters -? (percentage -?)? point"
POINT_AND_PART = "a|one -? (of=percentage -?)? point and (a|one)? part=half|quarter"
A_POINT = "a percentage point"
AND_A_PART = "-? and -? a -? part=half|quarter|third"
HUNDREDTHS = "pc"
"""Percent in short, in small letters alone: 5pc, but two PCs and PC Jones."""
PERCENT = "-? (% | percent|pct | per cent)"
POINTS = "-? ((of a|an|one)? (% | percentage|percent) -? POINT | pp|ppt|ppts)"
BARE_POINTS = "-? (of a|an|one)? points|point"
BASIS_POINTS = "-? (basis -? POINT | bps|bp)"
LIKELY_MONEY = 10**5
"""From so many pounds on, a bare figure is of money rather than of weight."""
ALIKE = 10
"""Two figures of one size are so many times apart at the most."""
GROUP = 3
"""Digits of a group within a long numeral."""
DOZEN = SCALES["dozen"]
"""This scale alone leaves nothing open of the number before it."""
OPENS_FRACTION = frozenset("-d")
PERIODS = {
    "second": "second", "seconds": "second", "minute": "minute", "minutes": "minute", "hour": "hour", "hours": "hour",
    "day": "day", "days": "day", "week": "week", "weeks": "week", "month": "month", "months": "month",
    "year": "year", "years": "year", "decade": "decade", "decades": "decade", "century": "century",
    "centuries": "century", "fortnight": "fortnight", "fortnights": "fortnight", "quarter": "", "quarters": "",
    "night": "night", "nights": "night", "hr": "hour", "hrs": "hour", "min": "minute", "mins": "minute", "sec": "second",
    "secs": "second", "yr": "year", "yrs": "year",
}  # fmt: skip


class Draft:
    """An amount while it is being read: tokens `first` up to `last`."""

    __slots__ = ("first", "hedge", "kind", "last", "number", "spelt", "unit", "upper")

    def __init__(self, first: int, last: int, number: Number, spelt: bool = False) -> None:
        self.first, self.last, self.number, self.spelt = first, last, number, spelt
        self.kind, self.unit, self.hedge = "count", "", ""
        self.upper: Number | None = None


def read_amount(tokens: Tokens, place: int) -> Mention | None:
    """Return the amount whose numeral stands at `place`, with whatever belongs to it before and behind."""
    draft = read_numeral(tokens, place)
    if draft is None:
        return None
    if not draft.unit:
        with_range(tokens, draft)
        with_scale(tokens, draft)
        with_currency_before(tokens, draft)
        with_unit(tokens, draft)
    with_sign(tokens, draft)
    with_hedge(tokens, draft)
    return finished(tokens, draft)


def finished(tokens: Tokens, draft: Draft) -> Mention:
    """Return the amount as a Mention."""
    at = found(tokens, draft.first, draft.last)
    noun = counted_noun(tokens, draft.last) if draft.kind == "count" else ""
    return Mention(
        draft.kind, at.span, at.text, at.first, at.last, draft.number, draft.upper, draft.unit, draft.hedge, noun
    )


def read_numeral(tokens: Tokens, place: int) -> Draft | None:
    """Return the bare number at `place`: digits, words, 8 1/4, 6½, half a ..., two and a half."""
    letters = tokens.letters
    if letters[place] in "dygf":
        return _digits(tokens, place)
    if place and tokens.word(place).lower() in PERIODS_OF_YEAR and tokens.word(place - 1).lower() in ORDINALS:
        return None
    if (match := phrase(HALF_OF).match(letters, place)) and letters[match.end() : match.end() + 1] != "y":
        share = Fraction(1, PARTS.get(tokens.word(place).lower(), 1))
        return Draft(place, match.end(), Number(share), spelt=True)
    if match := phrase(PARTS_OF_ONE).match(letters, place):
        many = WORDS[tokens.word(place).lower()] if match["many"] else 1
        share = Fraction(many, PARTS[tokens.word(match.start("part")).lower()])
        return Draft(place, match.end(), Number(share), spelt=True)
    if letters[place] in _opening_points() and (points := _points_in_words(tokens, place)):
        return points
    if match := phrase(WORD_NUMBER).match(letters, place):
        words = [tokens.word(at).lower() for at in range(place, match.end())]
        return _and_a_part(tokens, Draft(place, match.end(), spelled(words), spelt=True))
    if place and tokens.word(place).lower() in SCALES and tokens.word(place - 1).lower() in ("a", "an"):
        return (
            None if phrase(RESULT).match(letters, place) else Draft(place - 1, place, Number(Fraction(1)), spelt=True)
        )
    return None


def _points_in_words(tokens: Tokens, place: int) -> Draft | None:
    """Return the number of "a quarter-point", "a point and a half" and "a percentage point"."""
    letters = tokens.letters
    if match := phrase(POINT_AND_PART).match(letters, place):
        share = 1 + Fraction(1, PARTS[tokens.word(match.start("part")).lower()])
        draft = Draft(place, match.end(), Number(share), spelt=True)
        _take(draft, "points", "pp" if match["of"] else "pt", match.end(), Fraction(1, 100 if match["of"] else 1))
        return draft
    if phrase(A_POINT).match(letters, place):
        return Draft(place, place + 1, Number(Fraction(1)))
    match = phrase(PART_OF_POINT).match(letters, place)
    if match is None or (place and letters[place - 1] == "-"):
        return None
    many = WORDS[tokens.word(place).lower()] if match["many"] else 1
    share = Fraction(many, PARTS[tokens.word(match.start("part")).lower()])
    return Draft(place, match.start("part") + 1, Number(share), spelt=True)


@cache
def _opening_points() -> frozenset[str]:
    """Return the letters of what a number of points in words may begin with."""
    return letters_of("a one half quarter quarters three".split())


def _digits(tokens: Tokens, place: int) -> Draft | None:
    point, last = _leading_point(tokens, place), spaced_groups(tokens, place)
    try:
        digits = "".join(tokens.word(at) for at in range(place, last))
        draft = Draft(place - point, last, written("." * point + digits))
    except ValueError:
        return None
    following = tokens.letters[last : last + 1]
    if last > place + 1 or (following not in OPENS_FRACTION and following not in VULGAR and following != _and()):
        return draft
    if following in VULGAR:
        draft.number, draft.last = draft.number.plus(VULGAR[following]), place + 2
    elif match := phrase("-? over=<d> / under=<d>").match(tokens.letters, place + 1):
        over, under = (int(tokens.word(match.start(name))) for name in ("over", "under"))
        if 0 < over < under <= 64:
            places = len(tokens.word(place).partition(".")[2])  # $5.26-1/4 is a quarter of a cent over $5.26.
            draft.number, draft.last = draft.number.plus(Fraction(over, under * 10**places)), match.end()
    return _and_a_part(tokens, draft)


def spaced_groups(tokens: Tokens, place: int) -> int:
    """Return the token behind a numeral whose groups of three are parted by blanks: 1 400 000; R12 500, a price, of one group."""
    first = tokens.word(place)
    last = place + 1
    while (
        tokens.letters[last : last + 1] == "d"
        and len(tokens.word(last)) == GROUP
        and tokens.pieces[last - 1][-1] == " "
    ):
        last += 1
    groups = last - place - 1
    whole = (
        len(first) <= GROUP
        and first[0] != "0"
        and first.isdecimal()
        and tokens.letters[last : last + 1] not in ("-", "d", "y")
    )
    return last if whole and groups > (0 if has_sign_before(tokens, place) else 1) else place + 1


def _leading_point(tokens: Tokens, place: int) -> bool:
    """Tell whether a point makes the numeral a decimal without a nought: .319, p < .05."""
    if not place or tokens.pieces[place - 1] != "." or "," in tokens.pieces[place]:
        return False
    return place == 1 or not tokens.glued(place - 2) or tokens.letters[place - 2] in "($=<>"


@cache
def _and() -> str:
    return vocabulary()[0]["and"]


def _and_a_part(tokens: Tokens, draft: Draft) -> Draft:
    if match := phrase(AND_A_PART).match(tokens.letters, draft.last):
        part = Fraction(1, PARTS[tokens.word(match.start("part")).lower()])
        draft.number, draft.last = draft.number.plus(part), match.end()
    return draft


def with_range(tokens: Tokens, draft: Draft) -> None:
    """Read the other end of "10-12", "10 to 12", "between 10 and 12", "two or three" and "two, perhaps three"."""
    letters = tokens.letters
    if draft.last + 1 >= len(letters) or letters[draft.last] not in _joints():
        return
    joint = letters[draft.last]
    word, before = tokens.word(draft.last).lower(), tokens.word(draft.first - 1).lower() if draft.first else ""
    perhaps = joint == "," and tokens.word(draft.last + 1).lower() in PERHAPS
    whole = (before == "between" and word == "and") or word == "or" or perhaps
    leads = word == "to" and before == "from"
    if not (whole or joint == "-" or word == "to") or draft.last + 1 + perhaps >= len(letters):
        return
    other = read_numeral(tokens, draft.last + 1 + perhaps)
    if other is None or (not leads and phrase(TIMED).match(letters, other.last)):
        return
    if has_sign_before(tokens, draft.first) and phrase(PERCENT).match(letters, other.last):
        return  # Down $3.20 or 5 percent.
    if leads:
        draft.number = draft.number.times(_scale_left_unsaid(tokens, draft.number, other, behind=True))
    elif other.number.middle > draft.number.middle and (whole or measured_behind(tokens, other.last)):
        draft.number = draft.number.times(_scale_left_unsaid(tokens, draft.number, other))
        draft.upper, draft.last = other.number, other.last


def _scale_left_unsaid(tokens: Tokens, low: Number, other: Draft, behind: bool = False) -> Fraction:
    """Return the scale that a figure shares with the next, or `behind` it: "three or four hundred", "from six to nine million"."""
    scale = scale_of(tokens.word(other.last - 1).lower())
    alike = low.middle > 0 and 1 / ALIKE < other.number.middle / scale / low.middle < ALIKE
    shared = scale * scale_of(tokens.word(other.last).lower()) if behind else scale
    return Fraction(shared if alike else 1)


@cache
def _joints() -> frozenset[str]:
    """Return the letters of what stands between the ends of a range."""
    letters = vocabulary()[0]
    return frozenset({"-", ",", letters["and"], letters["to"], letters["or"]})


def measured_behind(tokens: Tokens, place: int) -> bool:
    """Tell whether a scale, a unit, a currency or a percent sign stands at `place`."""
    if place >= len(tokens.letters):
        return False
    word = tokens.word(place).lower()
    return bool(
        word in SCALES
        or word in PERIODS
        or phrase(PERCENT).match(tokens.letters, place)
        or phrase(POINTS).match(tokens.letters, place)
        or currency_at(tokens, place)
        or unit_at(tokens, place)
    )


def with_scale(tokens: Tokens, draft: Draft) -> None:
    """Read "million", "-crore", "bn", "lakh crore"."""
    scale = scale_at(tokens, draft.first, draft.last)
    if scale is None:
        return
    factor, last = scale
    draft.last = last
    if draft.spelt:
        _and_a_part(tokens, draft)
    number = draft.number
    if draft.spelt and number.half == 0 and factor != DOZEN:
        half = Fraction(1, 2 if number.middle.denominator == 1 else 10)
        number = Number(number.middle, half, max(half, number.coarse))
    draft.number = number.times(factor)
    if draft.upper is not None:
        draft.upper = draft.upper.times(factor)


def with_currency_before(tokens: Tokens, draft: Draft) -> None:
    """Read "$", "US$", "EUR", "Rs" before the numeral."""
    place = draft.first - 1
    if place >= 0 and tokens.letters[place] == "·":
        place -= 1
    if place < 0 or tokens.letters[place - 1 : place] == "&":
        return  # The S&P 500
    word = tokens.pieces[place].rstrip()
    prefix = tokens.pieces[place - 1] + word if place else ""
    for text, first in ((prefix, place - 1), (word, place)):
        if code := currencies.symbols().get(text):
            draft.kind, draft.unit, draft.first = "money", code, first
            return


def is_priced(tokens: Tokens, place: int) -> bool:
    """Tell whether the letters glued to a numeral are a currency's: R340 million and Rs500, not R340 or Top10."""
    sign = tokens.word(place - 1)
    if sign not in currencies.symbols():
        return False
    last = place + 1
    scaled = last < len(tokens.letters) and tokens.word(last).lower() in SCALES
    grouped = "," in tokens.word(place) or spaced_groups(tokens, place) > last
    return scaled or grouped or (len(sign) > 1 and not sign.isupper()) or sign == "RM"


def with_unit(tokens: Tokens, draft: Draft) -> None:
    """Read what the number is of: percent, points, a currency, a unit of measure, a length of time."""
    letters, place = tokens.letters, draft.last
    if letters[place : place + 1] in _share_marks():
        for pattern, kind, unit, factor in _UNITS:
            if match := phrase(pattern).match(letters, place):
                _take(draft, kind, unit, match.end(), factor)
                return
    if draft.kind == "money":
        return
    if beside := compound_unit(tokens, draft.first, place):
        _take(draft, "measure", beside, place + 1)
        return
    if leaves_out_inches(tokens, draft.first, place):
        _take(draft, "measure", "inch", place)
        return
    place += letters[place : place + 1] == "-"
    if letters[place : place + 1] not in _naming_units():
        return
    at = currency_at(tokens, place)
    if tokens.word(place) == HUNDREDTHS:
        _take(draft, "percent", "%", place + 1, Fraction(1, 100))
    elif at and (draft.number.middle >= LIKELY_MONEY or at[0] > place + 1 or not unit_at(tokens, place)):
        _take(draft, "money", at[1].code, at[0], at[1].factor)
    elif place < len(letters) and (period := PERIODS.get(tokens.word(place).lower())) and not _ranked(tokens, place):
        _take(draft, "duration", period, place + 1)
    elif measure := unit_at(tokens, place):
        _take(draft, "measure", measure[1], measure[0])


def _ranked(tokens: Tokens, place: int) -> bool:
    """Tell a rank or a part in a compound, second-hand and quarter-final, from a length of time."""
    both = tokens.letters[place] in vocabulary()[1]["ORDINAL"] + vocabulary()[1]["PART"]
    return both and tokens.letters[place + 1 : place + 2] == "-"


@cache
def _naming_units() -> frozenset[str]:
    """Return the letters of what a currency, a length of time or a unit of measure may begin with."""
    return letters_of(money_words() | first_words() | PERIODS.keys())


@cache
def _share_marks() -> frozenset[str]:
    classes = vocabulary()[1]
    letters = vocabulary()[0]
    return frozenset(
        {"", "%", "-", letters["per"], letters["of"], *classes["PERCENT"], *classes["POINT"], *classes["BASIS"]}
    )


_UNITS = (
    (POINTS, "points", "pp", Fraction(1, 100)),
    (BASIS_POINTS, "points", "pp", Fraction(1, 10000)),
    (PERCENT, "percent", "%", Fraction(1, 100)),
    (BARE_POINTS, "points", "pt", Fraction(1)),
)


def _take(draft: Draft, kind: str, unit: str, last: int, factor: Fraction = Fraction(1)) -> None:
    draft.kind, draft.unit, draft.last = kind, unit, last
    if draft.spelt and kind in ("percent", "points") and draft.number.middle.denominator == 1:
        draft.number = draft.number._replace(half=Fraction(1, 2), coarse=Fraction(1, 2))
    if factor != 1:
        draft.number = draft.number.times(factor)
        draft.upper = draft.upper.times(factor) if draft.upper else None


def with_sign(tokens: Tokens, draft: Draft) -> None:
    """Read "minus 2" and "-9", a hyphen that parts nothing before it."""
    place = draft.first - 1
    if place < 0:
        return
    if tokens.letters[place] == "-":
        signed = tokens.glued(place) and (place == 0 or not tokens.glued(place - 1))
    else:
        signed = (
            tokens.letters[place] in "wN"
            and tokens.word(place).lower() == "minus"
            and tokens.word(max(0, place - 1)).lower() not in ("or", "/")
        )
    if signed:
        number = draft.number
        draft.number, draft.first = Number(-number.middle, number.half, number.coarse), place
