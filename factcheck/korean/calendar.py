"""Korean dates, days, years, times of day and lengths of time, read from tokens."""

from __future__ import annotations

from dataclasses import dataclass, replace
from fractions import Fraction
from functools import cache

from factcheck.korean.amounts import MANY_WEEKS, RANGE_MARKS, Draft, finished, led, with_hedge
from factcheck.korean.lexicon import numbers, paired_shifts, section, shifts
from factcheck.korean.numerals import read_numeral
from factcheck.korean.span import cut_out, word_at
from factcheck.model import Clock, Mention, When
from factcheck.numerals import Number
from factcheck.regexes import compiled
from factcheck.rulefiles import load_rules
from factcheck.segment import STOPS, Tokens

WEEKDAYS = "월화수목금토일"
STAMP = compiled(r"([12]\d{3})\.(\d\d?)\.(\d\d?)")
DOTTED_DATE = compiled("y·d·d·?")
LONGEST_MONTH = 31
GOES_ON = frozenset(
    {"동안", "만에", "만", "째", "간", "가량", "이상", "이내", "내내", "남짓", "전", "뒤", "후", "안에", "연속", "내리"}
)
SPAN = 8
"""So many tokens before a time of day the half of the day may stand that it goes on with."""
HALVES = {"오전": 0, "새벽": 0, "아침": 0, "오후": 12, "밤": 12, "저녁": 12, "낮": 12}


@dataclass(slots=True)
class Reading:
    """A date being read: what it says so far, up to token `last`; `weekday` the token of the weekday."""

    last: int
    when: When
    weekday: int = -1


def read_date(tokens: Tokens, place: int) -> Mention | None:
    """Return the date, month, weekday, year or shifted period that begins at `place`."""
    reading = Reading(place, When())
    shifted = _shift(tokens, reading)
    dated = _dotted(tokens, reading) or (_year(tokens, reading) | _month(tokens, reading) | _day(tokens, reading))
    named = _weekday(tokens, reading, bracketed=dated)
    if (
        not dated
        and not named
        and (not shifted or (not reading.when.unit and reading.when.shift in ("last", "next", "this")))
    ):
        return None
    return _dated(tokens, place, reading)


def _dated(tokens: Tokens, place: int, reading: Reading) -> Mention:
    when = reading.when
    span, text = cut_out(tokens, place, reading.last)
    last, lead = led(tokens, reading.last)
    parts = (cut_out(tokens, reading.weekday, reading.weekday + 1)[0],) if reading.weekday >= 0 else ()
    return Mention(_kind(when), span, text, place, last, when=when, parts=parts, lead=lead)


def _kind(when: When) -> str:
    if when.month is not None or when.day is not None:
        return "date"
    if when.weekday is not None:
        return "weekday"
    return "year" if when.year is not None else "relative"


def _shift(tokens: Tokens, reading: Reading) -> bool:
    word, following = word_at(tokens, reading.last), word_at(tokens, reading.last + 1)
    found = paired_shifts().get((word, following))
    reading.last += 2 if found else 0
    if not found and (found := shifts().get(word)):
        reading.last += 1
    if found:
        reading.when = When(shift=found[0], unit=found[1])
    return found is not None


def _number(tokens: Tokens, place: int, mark: str) -> int | None:
    """Return the whole number at `place` with `mark` straight behind it."""
    if place + 1 >= len(tokens.letters) or tokens.letters[place] not in "dy" or word_at(tokens, place + 1) != mark:
        return None
    return int(word_at(tokens, place)) if tokens.glued(place) else None


def _year(tokens: Tokens, reading: Reading) -> bool:
    year = _number(tokens, reading.last, "년")
    if year is None or not 1000 <= year <= 2999:
        return False
    decade = tokens.glued(reading.last + 1) and word_at(tokens, reading.last + 2) == "대"
    unit = "decade" if decade else reading.when.unit
    reading.when = reading.when._replace(year=year, unit=unit)
    reading.last += 2 + decade
    return True


def _dotted(tokens: Tokens, reading: Reading) -> bool:
    """Read 2024. 12. 14. and 2024.12.14."""
    match = DOTTED_DATE.match(tokens.letters, reading.last)
    if match is None:
        return False
    year, month, day = (int(word_at(tokens, reading.last + at)) for at in (0, 2, 4))
    if not (1 <= month <= 12 and 1 <= day <= LONGEST_MONTH):
        return False
    reading.when = reading.when._replace(year=year, month=month, day=day)
    reading.last = match.end()
    return True


def _month(tokens: Tokens, reading: Reading) -> bool:
    month = _number(tokens, reading.last, "월")
    if month is None or not 1 <= month <= 12:
        return False
    reading.when, reading.last = reading.when._replace(month=month), reading.last + 2
    return True


def _day(tokens: Tokens, reading: Reading) -> bool:
    place, first = reading.last, None
    if word_at(tokens, place + 1) in RANGE_MARKS and tokens.letters[place] == "d":
        first, place = int(word_at(tokens, place)), place + 2
    number = _number(tokens, place, "일")
    if number is None or (number > LONGEST_MONTH and reading.when.month is None):
        return False
    if reading.when.month is None and _is_length(tokens, place):
        return False
    day, until = (first, number) if first and first < number else (number, None)
    reading.when, reading.last = reading.when._replace(day=day, until=until), place + 2
    return True


def _is_length(tokens: Tokens, place: int) -> bool:
    return word_at(tokens, place + 2) in GOES_ON or word_at(tokens, place - 1) == "박"


def _weekday(tokens: Tokens, reading: Reading, bracketed: bool) -> bool:
    place = reading.last
    text = word_at(tokens, place)
    if bracketed and text == "(":
        inside = word_at(tokens, place + 1)
        closed = word_at(tokens, place + 2) == ")" and inside.removesuffix("요일") in WEEKDAYS
        if closed and inside:
            _name_day(reading, inside, place + 1, place + 3)
        return closed
    if text.endswith("요일") and text[:-2] in WEEKDAYS and len(text) == 3:
        _name_day(reading, text, place, place + 1)
        return True
    return False


def _name_day(reading: Reading, word: str, place: int, last: int) -> None:
    reading.when, reading.weekday = reading.when._replace(weekday=WEEKDAYS.index(word[0])), place
    reading.last = last


def read_year(tokens: Tokens, place: int) -> Mention | None:
    """Return the first year of "2023~2025년" and of "2023·2024년"."""
    if tokens.letters[place] != "y" or word_at(tokens, place + 1) not in (*RANGE_MARKS, "·", ","):
        return None
    other = _number(tokens, place + 2, "년")
    if other is None or not 1000 <= other <= 2999:
        return None
    span, text = cut_out(tokens, place, place + 1)
    return Mention("year", span, text, place, place + 1, when=When(int(text)))


def read_stamp(tokens: Tokens, place: int) -> Mention | None:
    """Return the date written in one: 2024.12.14."""
    match = STAMP.fullmatch(word_at(tokens, place)) if tokens.letters[place] == "x" else None
    if match is None or not (1 <= int(match[2]) <= 12 and 1 <= int(match[3]) <= LONGEST_MONTH):
        return None
    span, text = cut_out(tokens, place, place + 1)
    when = When(int(match[1]), int(match[2]), int(match[3]))
    return Mention("date", span, text, place, place + 1, when=when)


def read_months(tokens: Tokens, place: int) -> Mention | None:
    """Return the stretch of months "1~5월" as a label: it is no figure, and no one month."""
    if (
        tokens.letters[place] != "d"
        or word_at(tokens, place + 1) not in RANGE_MARKS
        or _number(tokens, place + 2, "월") is None
    ):
        return None
    span, text = cut_out(tokens, place, place + 4)
    return Mention("label", span, text, place, led(tokens, place + 4)[0])


def read_clock(tokens: Tokens, place: int) -> Mention | None:
    """Return the time of day that begins at `place`: 오전 10시 30분, 밤 11시, 14:30, 정오."""
    word = word_at(tokens, place)
    if word in ("정오", "자정"):
        return _clocked(tokens, place, place + 1, 720 if word == "정오" else 0, True)
    half = HALVES.get(word)
    at = place + (half is not None)
    hour = _number(tokens, at, "시")
    if hour is None:
        return _on_the_dot(tokens, place, at, half)
    if hour > 24:
        return None
    minute = _number(tokens, at + 2, "분")
    last = at + 2 + 2 * (minute is not None)
    past = minute or 0
    if minute is None and word_at(tokens, last) in ("반", "반에"):
        past, last = 30, last + 1
    return _clocked(tokens, place, last, _minute(hour, half, word) + past, half is not None or hour > 12)


def _on_the_dot(tokens: Tokens, place: int, at: int, half: int | None) -> Mention | None:
    if at + 2 >= len(tokens.letters) or tokens.letters[at] != "d" or word_at(tokens, at + 1) != ":":
        return None
    hour, minute = word_at(tokens, at), word_at(tokens, at + 2)
    if not (minute.isdigit() and len(minute) == 2 and len(hour) <= 2 and int(hour) < 25 and int(minute) < 60):
        return None
    if word_at(tokens, at + 3) == ":":
        return None
    total = _minute(int(hour), half, word_at(tokens, place)) + int(minute)
    return _clocked(tokens, place, at + 3, total, half is not None or int(hour) > 12)


def _minute(hour: int, half: int | None, word: str) -> int:
    late = word == "밤" and hour in (12, 1, 2, 3)
    if half is None or late:
        return hour % 24 * 60 if half is None else hour % 12 * 60
    return (hour % 12 + half if hour <= 12 else hour) * 60


def _afternoon(tokens: Tokens, first: int, minute: int) -> bool:
    """Tell whether a time goes on with an afternoon told just before it: 오후 2시부터 5시 30분까지."""
    before = [word_at(tokens, at) for at in range(max(0, first - SPAN), first)]
    return minute < 720 and "오후" in before and bool({"부터", "에서", "~", "-"} & set(before[-2:]))


def _clocked(tokens: Tokens, first: int, last: int, minute: int, exact: bool) -> Mention:
    if not exact and _afternoon(tokens, first, minute):
        minute, exact = minute + 720, True
    span, text = cut_out(tokens, first, last)
    end, lead = led(tokens, last)
    return Mention("clock", span, text, first, end, clock=Clock(minute, _zone(tokens, first), exact), lead=lead)


DATING = compiled(r"[월일날]|\d{1,2}|같은|다음|이튿날|전날|당일")
LONGEST_DATE = 4
PLACED = 6
"""So many tokens before words for the time of a place may stand its name."""

BY = frozenset({"으로", "으로는", "으론"})
TOLD_BY = compiled("(.*?)(?:시간|시각)(?:으로|으론|으로는)?")
LOCAL = ("현지", "local")
"""Of the place that is spoken of: 현지시간 오후 3시."""


def _zone(tokens: Tokens, first: int) -> str:
    """Return the zone or place named before a time of day, a date between passed over: 영국시간 15일 오후 4시."""
    at = first - 1
    while first - at <= LONGEST_DATE and DATING.fullmatch(word_at(tokens, at)):
        at -= 1
    at -= word_at(tokens, at) in BY
    told = TOLD_BY.fullmatch(word_at(tokens, at))
    at, bare = (at, told[1]) if told and told[1] else (at - 1, word_at(tokens, at - 1)) if told else (at, "")
    if bare == LOCAL[0]:
        return _place_before(tokens, at) or LOCAL[1]
    return (places().get(f"{bare}시간") or places().get(bare, "")) if told else places().get(word_at(tokens, at), "")


def _place_before(tokens: Tokens, at: int) -> str:
    """Return the place named last before words for its own time: 뉴욕에서 현지시간 15일 오전 9시."""
    for near in range(at - 1, max(-1, at - 1 - PLACED), -1):
        if tokens.letters[near] in STOPS:
            return ""
        if place := places().get(word_at(tokens, near)):
            return place
    return ""


@cache
def places() -> dict[str, str]:
    """Return the words for places and zones whose clocks are known, each with its English name."""
    return {word: zone for zone, words in load_rules("korean")["zones"].items() for word in words.split()}


SECONDS = {"second": 1, "minute": 60, "hour": 3600, "day": 86400, "week": 604800}
MONTHS = {"month": 1, "year": 12}
HALVED, HALF = frozenset({"hour", "month", "year"}), frozenset({"반", "반이", "반을", "반은", "반의", "반이나"})
"""Half of one of these may be told behind it: 세 시간 반."""


def read_length(tokens: Tokens, place: int) -> Mention | None:
    """Return a length of time: 3시간 20분, 1년 6개월, 사흘, 100일, 2박 3일."""
    if days := numbers("day_words").get(word_at(tokens, place)):
        return _lasting(tokens, Draft(place, place + 1, Number(Fraction(days)), "duration", "day"))
    draft = _period(tokens, place)
    if draft is None:
        return None
    smaller = _period(tokens, draft.last) if draft.last < len(tokens.letters) else None
    factor = _ratio(smaller.unit, draft.unit) if smaller else None
    if smaller and factor:
        number = Number(draft.number.middle * factor + smaller.number.middle)
        draft = replace(smaller, first=place, number=number)
    elif word_at(tokens, draft.last) in HALF and draft.unit in HALVED:
        particle = len(word_at(tokens, draft.last)) - 1
        half = _lasting(tokens, replace(draft, last=draft.last + 1, number=draft.number.plus(Fraction(1, 2))))
        end = half.span.end - particle
        return half.changed(span=half.span._replace(end=end), text=half.text[: end - half.span.start])
    return _lasting(tokens, draft)


def _lasting(tokens: Tokens, draft: Draft) -> Mention:
    with_hedge(tokens, draft)
    return finished(tokens, draft)


def _period(tokens: Tokens, place: int) -> Draft | None:
    if tokens.letters[place] not in "dgf" and word_at(tokens, place) not in numbers("native"):
        return None
    numeral = read_numeral(tokens, place)
    if numeral is None:
        return None
    unit = section("durations").get(word_at(tokens, numeral.last)) or _days(tokens, numeral.last, numeral.number)
    if not unit or (unit == "week" and numeral.number.middle >= MANY_WEEKS):
        return None
    return Draft(place, numeral.last + 1, numeral.number, "duration", unit, hedge=numeral.odd)


def _days(tokens: Tokens, place: int, number: Number) -> str:
    return (
        "day"
        if word_at(tokens, place) == "일" and (number.middle > LONGEST_MONTH or _is_length(tokens, place - 1))
        else ""
    )


def _ratio(unit: str, whole: str) -> Fraction | None:
    for sizes in (SECONDS, MONTHS):
        if unit in sizes and whole in sizes and sizes[whole] > sizes[unit]:
            return Fraction(sizes[whole], sizes[unit])
    return None
