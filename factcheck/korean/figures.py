"""Korean figures that are no amounts: shares in words, multiples, ages, scores, ranks, labels."""

from __future__ import annotations

from fractions import Fraction
from functools import cache
from string import ascii_letters

from factcheck.korean.amounts import Draft, finished, led, unit_behind, with_hedge
from factcheck.korean.lexicon import labels_behind, section
from factcheck.korean.numerals import read_numeral
from factcheck.korean.span import cut_out, word_at
from factcheck.model import Mention
from factcheck.numerals import Number, written
from factcheck.regexes import compiled
from factcheck.rulefiles import load_rules
from factcheck.segment import Tokens

FRACTION_REACH = Fraction(1, 40)
"""A share said in words (셋 중 하나) is good to two and a half points."""

NEAR = {2: Fraction(1, 50), 4: Fraction(1, 50)}
MACHINES = frozenset({"기", "대"})
"""These count machines behind the name of one; behind any other word years of a school, or people in their twenties."""
TOTALS = frozenset({"등", "모두", "총"})

FEW = 5
"""Of so few, 3명 중 1명 is a share and no count."""

ROUND_WHOLES = frozenset({10, 100})
OF = frozenset({"중", "가운데", "에"})
DECADES = frozenset({10, 20, 30, 40, 50, 60, 70, 80, 90})
OLDEST = 120
JOINS_LABEL = frozenset(ascii_letters + "#/_=@&")
DOTS = ("·", "・", "‧")
GENERATIONS = compiled("([2-7])0([3-8])0")
PHONE = compiled(r"d(?:[-)][dy]){1,3}")
RANKS = {"위": "place", "번째": "time", "분기": "quarter", "주년": "anniversary"}


def read_share(tokens: Tokens, place: int) -> Mention | None:
    """Return a share in words: 3분의 1, 절반, 셋 중 하나, 10명 중 3명."""
    if word_at(tokens, place) == "절반":
        return _share(tokens, place, place + 1, Fraction(1, 2), 2)
    return _parts_of(tokens, place) or _so_many_of(tokens, place)


def _parts_of(tokens: Tokens, place: int) -> Mention | None:
    if tokens.letters[place] != "d" or word_at(tokens, place + 1) != "분" or word_at(tokens, place + 2) != "의":
        return None
    if place + 3 >= len(tokens.letters) or tokens.letters[place + 3] != "d":
        return None
    whole, part = int(word_at(tokens, place)), int(word_at(tokens, place + 3))
    if not 0 < part < whole <= 100:
        return None
    return _share(tokens, place, place + 4, Fraction(part, whole), whole)


def _so_many_of(tokens: Tokens, place: int) -> Mention | None:
    whole = read_numeral(tokens, place) if place + 3 < len(tokens.letters) else None
    if whole is None or whole.number.middle > 100 or whole.number.middle < 2:
        return None
    at = whole.last + (word_at(tokens, whole.last) in section("counters"))
    if word_at(tokens, at) not in OF or at + 1 >= len(tokens.letters):
        return None
    part = read_numeral(tokens, at + 1)
    if part is None or not 0 < part.number.middle < whole.number.middle:
        return None
    counted = word_at(tokens, part.last) in section("counters")
    last = part.last + counted
    said = (whole.spelt and part.spelt) or word_at(tokens, last) in ("꼴", "꼴로")
    alike = counted and word_at(tokens, whole.last) == word_at(tokens, part.last)
    if (
        not said
        and not (counted and whole.number.middle in ROUND_WHOLES)
        and not (alike and whole.number.middle <= FEW)
    ):
        return None
    return _share(tokens, place, last, part.number.middle / whole.number.middle, int(whole.number.middle))


def _share(tokens: Tokens, first: int, last: int, share: Fraction, whole: int) -> Mention:
    mention = finished(tokens, Draft(first, last, Number(share, NEAR.get(whole, FRACTION_REACH)), "fraction", "%"))
    mention.hedge = _passed(tokens, last) or mention.hedge
    return mention


def read_multiple(tokens: Tokens, place: int) -> Mention | None:
    """Return a multiple: 2배, 두 배, 두 배 반, 갑절."""
    if word_at(tokens, place) in ("갑절", "곱절"):
        draft = Draft(place, place + 1, Number(Fraction(2)), "multiple", "x")
    else:
        numeral = read_numeral(tokens, place)
        if numeral is None or word_at(tokens, numeral.last) != "배":
            return None
        half = word_at(tokens, numeral.last + 1) == "반"
        number = numeral.number.plus(Fraction(1, 2)) if half else numeral.number
        draft = Draft(place, numeral.last + 1 + half, number, "multiple", "x", hedge=numeral.odd)
    mention = finished(tokens, draft)
    mention.hedge = _passed(tokens, draft.last) or mention.hedge
    mention.lead = ""
    return mention


def _passed(tokens: Tokens, place: int) -> str:
    """Return the hedge that a verb behind a multiple or a share says: 세 배를 웃돌았다, 절반을 조금 넘는다, 두 배에 가깝다, 절반에 못 미쳤다."""
    words = [word_at(tokens, at) for at in range(place, place + HEDGING)]
    missed = {"미치": "less", "미쳤": "less"} if "못" in words else {}
    found = ((stem, hedge) for stem, hedge in (PASSED | missed).items() if any(word.startswith(stem) for word in words))
    hedge = next((hedge for _, hedge in found), "")
    return "just-over" if hedge == "more" and not SLIGHTLY.isdisjoint(words) else hedge


HEDGING = 3
PASSED = {"웃돌": "more", "넘": "more", "밑돌": "less", "가깝": "nearly", "가까": "nearly", "육박": "nearly"}
SLIGHTLY = frozenset({"조금", "약간", "살짝"})


def read_age(tokens: Tokens, place: int) -> Mention | None:
    """Return an age: 58세, 열두 살, 박 모(58) 씨, 한동훈(52·연수원 27기), (본명 박재상·48)."""
    numeral = read_numeral(tokens, place)
    if numeral is None or not 0 < numeral.number.middle < OLDEST or numeral.number.middle.denominator != 1:
        return None
    of_age = word_at(tokens, numeral.last) == "의" and word_at(tokens, numeral.last + 1).startswith("나이")
    if numeral.spelt and of_age:
        return _age(tokens, Draft(place, numeral.last, Number(numeral.number.middle), "age", "year"))
    if word_at(tokens, numeral.last) in ("세", "살"):
        return _age(tokens, Draft(place, numeral.last + 1, Number(numeral.number.middle), "age", "year"))
    if tokens.letters[place] == "d" and len(word_at(tokens, place)) == 2 and _bracketed(tokens, place):
        return _age(tokens, Draft(place, numeral.last, Number(numeral.number.middle), "age", "year"))
    return None


def _bracketed(tokens: Tokens, place: int) -> bool:
    """Tell whether a number stands where a bracket behind a name has the age."""
    before, behind = word_at(tokens, place - 1), word_at(tokens, place + 1)
    opens = before == "(" and behind in (")", *DOTS)
    closes = before in DOTS and behind == ")"
    return (opens or closes) and place >= 2 and _is_name(word_at(tokens, place - 2))


def _is_name(text: str) -> bool:
    return 1 <= len(text) <= 4 and text.isalpha()


def _age(tokens: Tokens, draft: Draft) -> Mention:
    with_hedge(tokens, draft)
    return finished(tokens, draft)


def read_pair(tokens: Tokens, place: int) -> Mention | None:
    """Return two numbers set against each other: 3-1, 3대1, 19대 1."""
    if place + 2 >= len(tokens.letters) or tokens.letters[place + 2] not in "d":
        return None
    joint = word_at(tokens, place + 1)
    left, right = word_at(tokens, place), word_at(tokens, place + 2)
    ratio = joint == "대" and (right == "1" or tokens.letters[place] == "d")
    dashed = (
        joint == "-"
        and tokens.glued(place)
        and tokens.glued(place + 1)
        and tokens.letters[place] == "d"
        and len(left) <= 3
        and len(right) <= 3
    )
    if not (ratio or dashed) or _goes_on(tokens, place, place + 3):
        return None
    span, text = cut_out(tokens, place, place + 3)
    last, lead = led(tokens, place + 3)
    parts = tuple(cut_out(tokens, at, at + 1)[0] for at in (place, place + 2))
    unit = "ratio" if ratio and right == "1" else ""
    return Mention("pair", span, text, place, last, written(left), written(right), unit, parts=parts, lead=lead)


def _goes_on(tokens: Tokens, place: int, last: int) -> bool:
    before = word_at(tokens, place - 1) in ("-", "−") and tokens.glued(place - 1)
    return (
        before
        or word_at(tokens, last) == "-"
        or unit_behind(tokens, last)
        or word_at(tokens, last) in ("년", "월", "일", "시")
    )


def read_ordinal(tokens: Tokens, place: int) -> Mention | None:
    """Return a rank or a quarter: 3위, 두 번째, 3분기, 10주년."""
    first = word_at(tokens, place) == "첫"
    numeral = None if first else read_numeral(tokens, place)
    last = place + 1 if first else numeral.last if numeral else -1
    noun = RANKS.get(word_at(tokens, last)) if last >= 0 else None
    if noun is None:
        return None
    rank = numeral.number.middle if numeral else Fraction(1)
    span, text = cut_out(tokens, place, last + 1)
    return Mention("ordinal", span, text, place, led(tokens, last + 1)[0], Number(rank), noun=noun)


def read_label(tokens: Tokens, place: int) -> Mention | None:
    """Return a number that counts nothing: 제3호, A330, 84조, 101동, 061-555-0123, 6·25, 30대 남성, 2할1푼."""
    last = (
        _telephone(tokens, place)
        or _memorial(tokens, place)
        or _born_in(tokens, place)
        or _batting(tokens, place)
        or (place + 1 if _is_label(tokens, place) else 0)
    )
    if not last:
        return None
    span, text = cut_out(tokens, place, last)
    return Mention("label", span, text, place, last)


def _telephone(tokens: Tokens, place: int) -> int:
    match = PHONE.match(tokens.letters, place)
    if match is None:
        return 0
    groups = [word_at(tokens, at) for at in range(*match.span(), 2)]
    return match.end() if groups[0][0] == "0" or (len(groups[-1]) == 4 and len(groups[0]) >= 3) else 0


def _batting(tokens: Tokens, place: int) -> int:
    """A batting average: 2할1푼, 3할2푼5리."""
    last = place
    for name in ("할", "푼", "리"):
        if tokens.letters[last : last + 1] == "d" and word_at(tokens, last + 1) == name:
            last += 2
    return last if last > place and word_at(tokens, place + 1) == "할" else 0


def _born_in(tokens: Tokens, place: int) -> int:
    """A year that people are called by: 79년생, not 1979년생."""
    said = tokens.letters[place] == "d" and word_at(tokens, place + 1) == "년" and word_at(tokens, place + 2) == "생"
    return place + 3 if said and tokens.glued(place) and tokens.glued(place + 1) else 0


def _memorial(tokens: Tokens, place: int) -> int:
    """A day that has become a name: 6·25, 12·3 비상계엄."""
    dotted = word_at(tokens, place + 1) in DOTS and tokens.letters[place + 2 : place + 3] == "d"
    return place + 3 if dotted and tokens.glued(place) and not unit_behind(tokens, place + 3) else 0


def _is_label(tokens: Tokens, place: int) -> bool:
    digits, behind = word_at(tokens, place), word_at(tokens, place + 1)
    named = digits in _labels("exact") or _are_ages(digits)
    if (named and _stands_alone(tokens, place, behind)) or _follows_label(tokens, place):
        return True
    return tokens.glued(place) and _opens_label(tokens, place, digits, behind)


def _follows_label(tokens: Tokens, place: int) -> bool:
    """Tell whether what stands straight before the number makes it a label: 제3, A330, 코로나-19."""
    if not place or not tokens.glued(place - 1):
        return False
    before = word_at(tokens, place - 1)
    if before[-1] in JOINS_LABEL or before in _labels("before"):
        return True
    return before == "-" and place >= 2 and tokens.letters[place - 2] in "NCw" and tokens.glued(place - 2)


def _opens_label(tokens: Tokens, place: int, digits: str, behind: str) -> bool:
    """Tell whether what stands straight behind the number makes it a label: 3항, 22대 총선, 2016도14781."""
    if tokens.letters[place] == "y" and _is_case(tokens, place):
        return True
    if behind in MACHINES and place and _without_particle(word_at(tokens, place - 1)).endswith(_machines()):
        return False
    if behind in MACHINES and int_or_none(digits) not in DECADES and place and word_at(tokens, place - 1) in TOTALS:
        return False
    if behind == "대":
        return int_or_none(digits) in DECADES or word_at(tokens, place + 2) in _labels("numbered")
    return behind in labels_behind() or (tokens.letters[place + 1] == "C" and len(behind) == 1)


def _without_particle(word: str) -> str:
    """Return a word without the particle that may end it: 급속충전기는."""
    return word[:-1] if len(word) > 2 and section("particles").get(word[-1]) == "plain" else word


@cache
def _machines() -> tuple[str, ...]:
    return tuple(_labels("machines"))


def _are_ages(digits: str) -> bool:
    """Tell whether digits are two ages of people in one: 2030 세대, 5070."""
    match = GENERATIONS.fullmatch(digits)
    return match is not None and int(match[1]) < int(match[2])


def _stands_alone(tokens: Tokens, place: int, behind: str) -> bool:
    if tokens.glued(place):
        return behind in section("particles") or not (behind[:1].isalnum() or unit_behind(tokens, place + 1))
    return not unit_behind(tokens, place + 1) or behind == "세대"


def _is_case(tokens: Tokens, place: int) -> bool:
    """Tell whether a year begins the number of a court's case: 2016도14781, 2024헌나8."""
    follows = tokens.letters[place + 2 : place + 3]
    behind = word_at(tokens, place + 1)
    court = behind.isalpha() and len(behind) <= 2 and behind not in ("년", "억", "만", "조", "천")
    return court and follows == "d" and tokens.glued(place + 1) and not set(behind) & set("십백천만억조")


def int_or_none(text: str) -> int | None:
    """Return the whole number that digits write, None for any other text."""
    return int(text) if text.isdigit() else None


@cache
def _labels(side: str) -> frozenset[str]:
    return frozenset(load_rules("korean")["labels"][side].split())


def leftover(tokens: Tokens, place: int) -> Mention | None:
    """Return a number with 조 and no currency behind it, an article of a law, as a label."""
    if tokens.letters[place] not in "dy" or not word_at(tokens, place + 1).startswith("조"):
        return None
    span, text = cut_out(tokens, place, place + 2)
    return Mention("label", span, text, place, place + 2)
