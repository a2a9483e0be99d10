"""Korean amounts: a numeral with its unit behind it, its hedge on either side, its range and its particle."""

from __future__ import annotations

from dataclasses import dataclass
from fractions import Fraction
from functools import cache

from factcheck import currencies
from factcheck.korean.lexicon import hedges, letters_of, measures, money, section
from factcheck.korean.numerals import Numeral, read_numeral
from factcheck.korean.span import cut_out, word_at
from factcheck.model import Mention
from factcheck.numerals import Number
from factcheck.reference import units
from factcheck.rulefiles import load_rules
from factcheck.segment import Tokens, vocabulary

RANGE_MARKS = frozenset({"~", "-", "∼", "〜", "～", "–"})
MONEY_WORDS = 3
MANY_WEEKS = 100
"""From so many on, 주 are shares of a company and not weeks."""


@dataclass(slots=True)
class Draft:
    """An amount while it is being read: tokens `first` up to `last`."""

    first: int
    last: int
    number: Number
    kind: str = "count"
    unit: str = ""
    upper: Number | None = None
    hedge: str = ""
    noun: str = ""
    counter: str = ""


def read_amount(tokens: Tokens, place: int) -> Mention | None:
    """Return the amount whose numeral stands at `place`."""
    numeral = read_numeral(tokens, place)
    if numeral is None:
        return None
    draft = Draft(place, numeral.last, numeral.number, hedge=numeral.odd)
    with_range(tokens, draft, numeral)
    with_sign(tokens, draft)
    named = with_unit(tokens, draft)
    if not named and (numeral.spelt or numeral.scale == "조"):
        return None
    with_minus(tokens, draft)
    return finished(tokens, draft)


def finished(tokens: Tokens, draft: Draft) -> Mention:
    """Return the amount as a Mention, with the hedge and the particle beside it."""
    with_hedge(tokens, draft)
    span, text = cut_out(tokens, draft.first, draft.last)
    last, lead = led(tokens, draft.last)
    return Mention(
        draft.kind,
        span,
        text,
        draft.first,
        last,
        draft.number,
        draft.upper,
        draft.unit,
        draft.hedge,
        draft.noun,
        lead=lead,
        counter=draft.counter,
    )


def with_range(tokens: Tokens, draft: Draft, numeral: Numeral) -> None:
    """Read the other end of 10~12만 명, 1조~2조 원."""
    if word_at(tokens, draft.last) not in RANGE_MARKS or draft.last + 1 >= len(tokens.letters):
        return
    if tokens.letters[draft.last + 1] not in "dygf":
        return
    other = read_numeral(tokens, draft.last + 1)
    if other is None or not unit_behind(tokens, other.last):
        return
    low, high = draft.number, other.number
    if not numeral.scale and other.scale and low.middle < high.middle:
        shared = Fraction(10 ** _power(tokens, other.last - 1))
        low = low.times(shared) if low.middle * shared <= high.middle else low
    if low.middle < high.middle:
        draft.number, draft.upper, draft.last = low, high, other.last


def _power(tokens: Tokens, place: int) -> int:
    from factcheck.korean.lexicon import numbers

    return sum(numbers("scales").get(mark, 0) for mark in word_at(tokens, place))


def unit_behind(tokens: Tokens, place: int) -> bool:
    """Tell whether what stands at `place` says what a number is of."""
    text = word_at(tokens, place)
    return bool(text) and (text in _unit_words() or unit_at(tokens, place) is not None)


@cache
def _unit_words() -> frozenset[str]:
    named = (
        *money(),
        *measures(),
        *section("counters"),
        *section("percent"),
        *section("durations"),
        "%",
        "％",
    )
    return frozenset(named)


def with_sign(tokens: Tokens, draft: Draft) -> None:
    """Read "$", "US$", "₩" before the numeral."""
    place = draft.first - 1
    if place < 0 or tokens.letters[place] in "w\n":
        return
    sign = word_at(tokens, place)
    before = word_at(tokens, place - 1) if place else ""
    joined = before + sign if before else ""
    for text, first in ((joined, place - 1), (sign, place)):
        if code := currencies.symbols().get(text):
            draft.kind, draft.unit, draft.first = "money", code, first
            return


def with_unit(tokens: Tokens, draft: Draft) -> bool:
    """Read what the number is of; tell whether anything says so."""
    if draft.kind == "money":
        return True
    readers = (_percent, _money, _duration, _measure, _counter)
    return any(read(tokens, draft) for read in readers)


def _take(draft: Draft, kind: str, unit: str, last: int, factor: Fraction = Fraction(1)) -> bool:
    draft.kind, draft.unit, draft.last = kind, unit, last
    if factor != 1:
        draft.number = draft.number.times(factor)
        draft.upper = draft.upper.times(factor) if draft.upper else None
    return True


HUNDREDTH, BASIS = Fraction(1, 100), Fraction(1, 10000)


def _percent(tokens: Tokens, draft: Draft) -> bool:
    place = draft.last
    text = word_at(tokens, place)
    meaning = section("percent").get(text)
    if meaning == "percent":
        if section("percent").get(word_at(tokens, place + 1)) == "points":
            return _take(draft, "points", "pp", place + 2, HUNDREDTH)
        return _take(draft, "percent", "%", place + 1, HUNDREDTH)
    if text == "bp":
        return _take(draft, "points", "pp", place + 1, BASIS)
    if meaning == "points" and text not in ("p", "P"):
        whole = len(text) > len("포인트")
        return _take(draft, "points", "pp" if whole else "pt", place + 1, HUNDREDTH if whole else Fraction(1))
    return False


def _money(tokens: Tokens, draft: Draft) -> bool:
    for words in range(MONEY_WORDS, 0, -1):
        text = tokens.phrase(draft.last, words)
        if code := money().get(text):
            return _take(draft, "money", code, draft.last + words)
    return False


def _duration(tokens: Tokens, draft: Draft) -> bool:
    unit = section("durations").get(word_at(tokens, draft.last))
    if unit == "week" and draft.number.middle >= MANY_WEEKS:
        return False
    return bool(unit) and _take(draft, "duration", unit or "", draft.last + 1)


def _measure(tokens: Tokens, draft: Draft) -> bool:
    found = unit_at(tokens, draft.last)
    if found is None:
        return False
    last, name = found
    if word_at(tokens, draft.first - 1) == "영하" and name == "degree":
        draft.first, number = draft.first - 1, draft.number
        draft.number = Number(-number.middle, number.half, number.coarse)
    about = hedges("before").get(word_at(tokens, draft.first - 1), "")
    lead = draft.first - 1 - bool(about)
    if narrower := led_units().get((word_at(tokens, lead), name)):
        draft.first, name, draft.hedge = lead, narrower, draft.hedge or about
    return _take(draft, "measure", name, last)


@cache
def led_units() -> dict[tuple[str, str], str]:
    """Return the units that a word before a figure makes of the one behind it: 시속 90㎞, 섭씨 40도."""
    rules = {**load_rules("korean")["speeds"], **load_rules("korean")["heats"]}
    pairs, names = map(str.split, rules.values()), (units.unit(name.replace("_", " ")) for name in rules)
    return {(word, plain): unit.name for (word, plain), unit in zip(pairs, names, strict=True) if unit}


def unit_at(tokens: Tokens, place: int) -> tuple[int, str] | None:
    """Return the unit of measure written at `place` and where it ends."""
    text = word_at(tokens, place)
    if not text:
        return None
    if text in measures():
        return place + 1, measures()[text]
    if "가" <= text[0] <= "힣" or text[0].isdigit():
        return None
    for words in (3, 2, 1):
        written = tokens.phrase(place, words)
        if (unit := units.unit(written)) and unit.dimension != "time":
            return place + words, unit.name
    return None


def _counter(tokens: Tokens, draft: Draft) -> bool:
    text = word_at(tokens, draft.last)
    if noun := section("counters").get(text):
        draft.noun, draft.counter = noun, text
        return _take(draft, "count", "", draft.last + 1)
    if text.isascii() and text.isalpha() and tokens.glued(draft.last - 1):
        draft.noun = draft.counter = text.lower()
        return _take(draft, "count", "", draft.last + 1)
    return False


def with_minus(tokens: Tokens, draft: Draft) -> None:
    """Read "-9%" and 마이너스 3%."""
    place = draft.first - 1
    text = word_at(tokens, place)
    dash = (
        text in ("-", "−")
        and tokens.glued(place)
        and not (place and tokens.glued(place - 1) and word_at(tokens, place - 1)[-1:].isalnum())
    )
    if dash or text == "마이너스":
        number = draft.number
        draft.number, draft.first = Number(-number.middle, number.half, number.coarse), place


def with_hedge(tokens: Tokens, draft: Draft) -> None:
    """Read 약, 최소 before the amount and 가량, 이상, 넘는 behind it; what is said behind weighs more."""
    text = word_at(tokens, draft.last)
    if found := _hedge_behind(text):
        draft.hedge, draft.last = found, draft.last + 1
        return
    if section("particles").get(text) == "plain" and (found := _hedge_behind(word_at(tokens, draft.last + 1))):
        draft.hedge = found
    elif section("particles").get(text) == "in" and word_at(tokens, draft.last + 1)[:2] in ("육박", "가까"):
        draft.hedge = "nearly"
    elif not draft.hedge:
        draft.hedge = hedges("before").get(word_at(tokens, draft.first - 1), "")


def _hedge_behind(text: str) -> str:
    after = hedges("after")
    return after.get(text) or next((after[text[:n]] for n in (3, 2) if text[:n] in after and len(text[:n]) > 1), "")


def led(tokens: Tokens, place: int) -> tuple[int, str]:
    """Return how far the particle behind a figure goes, and the letter to draw before the figure for it.

    English says "from 3 to 5", Korean 3에서 5로: the particle is drawn in front, and one shape finds both.
    A particle that says nothing of the figure's part (이, 을, 은) is taken in with the figure.
    """
    fillers = section("fillers")
    while (
        word_at(tokens, place) in fillers
        and word_at(tokens, place) not in section("particles")
        and tokens.glued(place - 1)
    ):
        place += 1
    text = word_at(tokens, place)
    if text in ("중", "가운데"):
        return place + 1, vocabulary()[0]["of"]
    if text in compared():
        return place + 1, vocabulary()[0]["than"]
    meaning = section("particles").get(text)
    if meaning is None or not tokens.glued(place - 1):
        return place, ""
    if text in SUBJECT and word_at(tokens, place + 1).startswith(BECOMES):
        return place + 1, vocabulary()[0]["to"]
    if meaning in ("in", "and") and word_at(tokens, place + 1) in compared():
        return place + 2, vocabulary()[0]["than"]
    if meaning in LEADS:
        return place + 1, letters_of("particles")[text]
    return (place + 1 if meaning in ABSORBED else place), ""


@cache
def compared() -> frozenset[str]:
    """Return the words that make a base of the figure before them, though they are no particles."""
    return frozenset(word for word, meaning in section("words").items() if meaning == "than") - set(
        section("particles")
    )


SUBJECT, BECOMES = ("이", "가"), ("된", "됐", "되", "돼", "될")
"""What makes of a figure one that something comes to: 1500원에서 1700원이 된다."""

LEADS = frozenset({"from", "to", "than", "of", "per"})
ABSORBED = frozenset({"plain", "in"})
