"""English dates, days, years and times of day, read from tokens."""

from __future__ import annotations

import re
from functools import cache

from factcheck import currencies
from factcheck.english.span import found
from factcheck.english.unitnames import currency_at, unit_at
from factcheck.model import Clock, Mention, When
from factcheck.numerals import ORDINALS, SCALES
from factcheck.phrase import phrase, source
from factcheck.regexes import compiled
from factcheck.segment import Tokens, vocabulary

MONTHS = {
    name: number
    for number, names in enumerate(
        ("January Jan", "February Feb", "March Mar", "April Apr", "May", "June Jun", "July Jul", "August Aug",
         "September Sep Sept", "October Oct", "November Nov", "December Dec"), 1)
    for name in names.split()
}  # fmt: skip
WEEKDAYS = {
    name: number
    for number, names in enumerate(
        ("Monday Mon", "Tuesday Tue Tues", "Wednesday Wed", "Thursday Thu Thur Thurs", "Friday Fri", "Saturday Sat",
         "Sunday Sun"))
    for name in names.split()
}  # fmt: skip
TIMED = frozenset("in since by until till after before during of from to late early mid and".split())
"""Before a number of four digits they make it a year even where money or a measure stands behind: in 2015 dollars."""

ALSO_WORDS = frozenset("ALL TRY TOP CUP MAD PEN GEL LAK".split())
DAY = "day=<d> ORDINAL_MARK?"
YEAR = "(,? year=<y>)?"
WEEK_DAY = "(weekday=WEEKDAY ·? ,? (morning|afternoon|evening|night)? ,? (<(> | the)?)?"
MONTH_FIRST = f"{WEEK_DAY} month=MONTH ·? the? {DAY} {YEAR}"
MONTH_RANGE = f"{WEEK_DAY} month=MONTH ·? the? {DAY} (- | joint=and|to) until=<d> {YEAR}"
DAY_FIRST = f"{WEEK_DAY} {DAY} of? month=MONTH ·? {YEAR}"
SHARED_MONTH = f"(weekday=WEEKDAY ,?)? {DAY} (- | to|and|until) (WEEKDAY ,?)? <d> ORDINAL_MARK? month=MONTH ·? {YEAR}"
MONTH_ONLY = "(shift=last|next|this)? month=MONTH ·? (,? of? year=<y>)?"
DAY_OF_WEEK = "(shift=last|next|this|coming|past)? weekday=WEEKDAY ·?"
SHIFTED = (
    "shift=last|next|this|past|coming|previous|following unit=day|week|month|year|quarter|decade|century|weekend|season"
)
DEICTIC = "shift=DEICTIC"
NUMERIC = "(weekday=WEEKDAY ·? ,? <(>?)? first=<d> / second=<d> / year=<y>"
ISO = "year=<y> - month=<d> - day=<d>"
TIME = "hour=<dyf> (: minute=<d>)? (half=a|p|am|pm (· m ·?)?)? (-? zone=ZONE)?"
NOON = "half=NOON (zone=ZONE)?"
UNTIL_TIME = "hour=<df> (: minute=<d>)? (- | joint=to|until|till|and) end=<dyf> (: <d>)? half=a|p|am|pm"
SEASON = compiled("y-d(?!-)")
LAST_MINUTE = 59
MONTHS_OF_YEAR, LAST_DAY = 12, 31
YEARS = range(1500, 2101)
RANGED = frozenset({"from", "between"})
"""Before a day these lead to a second one, whatever its number."""
SHORT = 3
"""Letters of the short form of a month."""


def read_date(tokens: Tokens, place: int) -> Mention | None:
    """Return the date, month, weekday or shifted period ("last December") that begins at `place`."""
    if _is_shouted(tokens, place):
        return None
    for pattern, kind in _shapes(tokens.letters[place]):
        match = pattern.match(tokens.letters, place)
        if match and (when := _when(tokens, match)):
            return _dated(tokens, match, kind, when)
    return None


def _is_shouted(tokens: Tokens, place: int) -> bool:
    """Tell whether "today" stands in capitals among words that do not, as a name does: the TODAY show."""
    word = tokens.word(place)
    beside = (tokens.word(place + 1), tokens.word(place - 1) if place else "")
    named = (
        word.isupper() and tokens.letters[place] in vocabulary()[1]["DEICTIC"] and tokens.word(place + 1)[:1].isalpha()
    )
    return named and not any(len(other) > 1 and other.isupper() for other in beside)


POSSESSIVE = frozenset("my your his her its our their".split())

SHAPES = (
    (SHARED_MONTH, "date", "<d> | WEEKDAY"),
    (MONTH_RANGE, "date", "MONTH|WEEKDAY"),
    (MONTH_FIRST, "date", "MONTH|WEEKDAY"),
    (DAY_FIRST, "date", "<d> | WEEKDAY"),
    (ISO, "date", "<y>"),
    (NUMERIC, "date", "<d> | WEEKDAY"),
    (SHIFTED, "relative", "last|next|this|past|coming|previous|following"),
    (MONTH_ONLY, "date", "last|next|this|MONTH"),
    (DAY_OF_WEEK, "weekday", "last|next|this|coming|past|WEEKDAY"),
    (DEICTIC, "relative", "DEICTIC"),
)
"""How days are said, the longer readings first, with the kind of figure that each is and what it may begin with."""


@cache
def _shapes(letter: str) -> tuple[tuple[re.Pattern[str], str], ...]:
    """Return the shapes of days that may begin with a letter, each with its kind."""
    return tuple((phrase(shape), kind) for shape, kind, opens in SHAPES if re.match(source(opens), letter))


def _dated(tokens: Tokens, match: re.Match[str], kind: str, when: When) -> Mention:
    shared = match.re is phrase(SHARED_MONTH)
    last = match.start("month") - 1 if shared else match.end()
    while shared and tokens.letters[last - 1] not in "d":
        last -= 1
    if shared:
        last = _end_of_first_day(tokens, match)
    at = found(tokens, match.start(), last)
    parts = tuple(found(tokens, *match.span(name)).span for name in ("weekday",) if _has(match, name))
    return Mention(kind, at.span, at.text, at.first, at.last, when=when, parts=parts)


def _end_of_first_day(tokens: Tokens, match: re.Match[str]) -> int:
    last = match.end("day")
    return last + 1 if tokens.word(last) in ("st", "nd", "rd", "th") else last


def _has(match: re.Match[str], name: str) -> bool:
    return name in match.re.groupindex and match.start(name) >= 0


def _when(tokens: Tokens, match: re.Match[str]) -> When | None:
    said = {name: tokens.word(match.start(name)) for name, letter in match.groupdict().items() if letter}
    if "first" in said and not _ordered(said):
        return None
    year, day, until = (int(said[name]) if name in said else None for name in ("year", "day", "until"))
    month, weekday = said.get("month", ""), said.get("weekday", "")
    when = When(
        year,
        int(month) if month.isdigit() else MONTHS.get(month.capitalize()),
        day,
        WEEKDAYS.get(weekday.capitalize()),
        said.get("shift", "").lower(),
        said.get("unit", "").lower(),
        until,
    )
    return when if _sensible(when, tokens, match) else None


def _ordered(said: dict[str, str]) -> bool:
    """Name the day and the month of 25/08/2025 and 8/25/2025; tell whether it can only be read one way."""
    first, second = int(said["first"]), int(said["second"])
    day, month = (first, second) if first > MONTHS_OF_YEAR else (second, first)
    said.update(day=str(day), month=str(month))
    return month <= MONTHS_OF_YEAR < day <= LAST_DAY or first == second


def _sensible(when: When, tokens: Tokens, match: re.Match[str]) -> bool:
    if when.day is not None and when.month is not None and when.day > 99:
        return False
    after = tokens.letters[match.end() : match.end() + 1]
    if when.unit and when.shift and match.start() and tokens.word(match.start() - 1).lower() in POSSESSIVE:
        return False  # "His last year" is that of what he did.
    if "joint" in match.groupdict() and match["joint"] and not _is_range(when, tokens, match):
        return False
    if when.day is not None and tokens.word(match.end()).lower() in ("percent", "per", "%"):
        return False  # "In October 44 percent were for it"
    if when.day is None and when.month is not None and when.year is None and not when.shift:
        return tokens.word(match.start("month"))[:1].isupper() and not _of_a_name(tokens, match)
    timed = after == ":" and tokens.letters[match.end() + 1 : match.end() + 2] == "d"
    return not (timed or after == "%") or when.year is not None


def _is_range(when: When, tokens: Tokens, match: re.Match[str]) -> bool:
    """Tell "June 3 to 5" from a day before what something came to: "the total since June 3 to 143"."""
    led = tokens.word(match.start() - 1).lower() if match.start() else ""
    return led in RANGED or (when.day or 0) < (when.until or 0) <= LAST_DAY


def _of_a_name(tokens: Tokens, match: re.Match[str]) -> bool:
    """Tell whether the short form of a month is the first syllable of a name: Lee Jun-ho."""
    end = match.end()
    spelt_out = len(tokens.word(match.start("month"))) > SHORT
    hyphened = tokens.letters[end : end + 1] == "-" and tokens.glued(match.start("month")) and tokens.glued(end)
    behind = tokens.word(end + 1)
    return not spelt_out and hyphened and behind.isalpha() and behind.capitalize() not in MONTHS


def read_year(tokens: Tokens, place: int) -> Mention | None:
    """Return the year that stands at `place`, or a decade ("1990s")."""
    if tokens.letters[place] != "y" or int(tokens.word(place)) not in YEARS or _is_amount(tokens, place):
        return None
    decade = tokens.glued(place) and tokens.word(place + 1) in ("s", "'s", "’s")
    season = bool(SEASON.match(tokens.letters, place)) and len(tokens.word(place + 2)) == 2
    at = found(tokens, place, place + 1 + decade + 2 * season)
    unit = "decade" if decade else "season" if season else ""
    return Mention("year", at.span, at.text, at.first, at.last, when=When(int(tokens.word(place)), unit=unit))


def _is_amount(tokens: Tokens, place: int) -> bool:
    """Tell "$1947", "1500 million" and "a 1200 km run" from a year; "in 2015 dollars" names one."""
    before = tokens.word(place - 1) if place else ""
    if before in currencies.symbols() and before not in ALSO_WORDS:
        return True
    if place + 1 >= len(tokens.letters) or before.lower() in TIMED:
        return False
    behind = tokens.word(place + 1).lower()
    return len(behind) > 1 and bool(behind in SCALES or currency_at(tokens, place + 1) or unit_at(tokens, place + 1))


@cache
def _times() -> re.Pattern[str]:
    return phrase(TIME)


def read_clock(tokens: Tokens, place: int) -> Mention | None:
    """Return the time of day that begins at `place`: "9:30 p.m. EDT", "0147 GMT", "4.30pm", "noon"."""
    if match := phrase(NOON).match(tokens.letters, place):
        return _clocked(tokens, match, 0 if tokens.word(place).lower() == "midnight" else 720)
    if opening := _opening(tokens, place):
        return opening
    match = _times().match(tokens.letters, place)
    minute = _minute(tokens, match) if match and not _rated(tokens, match) else None
    return None if match is None or minute is None else _clocked(tokens, match, minute)


def _rated(tokens: Tokens, match: re.Match[str]) -> bool:
    """Tell "$6.30 a bushel", "12 a month" and "6p" from a time: a bare "a" or "p" is glued to its hour, and a "p" alone needs its zone."""
    if not match["half"] or tokens.word(match.start("half")).lower() not in ("a", "p"):
        return False
    dotted = tokens.letters[match.start("half") + 1 : match.start("half") + 2] == "·"
    alone = "zone" in match.re.groupindex and not match["minute"] and not match["zone"]
    pence = alone and tokens.word(match.start("half")) == "p"
    return not dotted and (pence or not tokens.glued(match.start("half") - 1))


def _opening(tokens: Tokens, place: int) -> Mention | None:
    """Return the time that begins "7 to 8:30 p.m.", its half of the day read off the end."""
    match = phrase(UNTIL_TIME).match(tokens.letters, place)
    if match is None or _rated(tokens, match) or not _reaches(tokens, match):
        return None
    hour, past = _hour(tokens.word(place), match["minute"] and tokens.word(match.start("minute")), zoned=False)
    end = re.match(r"\d+", tokens.word(match.start("end")))
    if hour is None or end is None or not 1 <= hour <= 12 or not 1 <= int(end[0]) <= 12 or past > LAST_MINUTE:
        return None
    afternoon = tokens.word(match.start("half"))[0].lower() == "p"
    later = hour % 12 <= int(end[0]) % 12
    minute = (hour % 12 + 12 * (afternoon == later)) * 60 + past
    at = found(tokens, place, match.end("minute") if match["minute"] else place + 1)
    return Mention("clock", at.span, at.text, at.first, at.last, clock=Clock(minute, "", _to_the_minute(tokens, place)))


def _reaches(tokens: Tokens, match: re.Match[str]) -> bool:
    """Tell "between 7 and 9 p.m." from two times: at 7 and 9 p.m."""
    joined = match["joint"] and tokens.word(match.start("joint")).lower() == "and"
    return not joined or tokens.word(match.start() - 1).lower() == "between"


def _clocked(tokens: Tokens, match: re.Match[str], minute: int) -> Mention:
    zone = tokens.word(match.start("zone")) if match["zone"] else ""
    last, zone = _zone_behind(tokens, match.end(), zone)
    at = found(tokens, match.start(), last)
    clock = Clock(minute, zone, _to_the_minute(tokens, match.start()))
    return Mention("clock", at.span, at.text, at.first, at.last, clock=clock)


REGIONS = frozenset({"eastern", "central", "mountain", "pacific"})
STANDARD = frozenset({"standard", "daylight", "summer"})
LOOSELY = frozenset(
    {"about", "around", "nearly", "almost", "approximately", "roughly", "before", "after", "by", "past"}
)


def _zone_behind(tokens: Tokens, place: int, zone: str) -> tuple[int, str]:
    """Return where a time with its zone ends: "Eastern", "Eastern Standard Time", "local time", "UTC+2"."""
    words = [tokens.word(at).lower() for at in range(place, min(place + 2, len(tokens.pieces)))]
    if zone:
        if zone in ("UTC", "GMT") and len(words) == 2 and words[0] in ("+", "-") and words[1].isdigit():
            return place + 2, zone + words[0] + words[1]
        if words[:1] == ["time"]:
            return place + 1, zone
        named = words[1:] == ["time"] and words[0] in STANDARD
        return (place + 2, f"{zone} {words[0]}") if named else (place, zone)
    if words[1:] == ["time"] and words[0] in REGIONS:
        return place + 2, words[0].capitalize()
    return (place + 2, "local") if words == ["local", "time"] else (place, "")


def _to_the_minute(tokens: Tokens, place: int) -> bool:
    return place == 0 or tokens.word(place - 1).lower() not in LOOSELY


def _minute(tokens: Tokens, match: re.Match[str]) -> int | None:
    figure, minutes = tokens.word(match.start("hour")), match["minute"] and tokens.word(match.start("minute"))
    half = tokens.word(match.start("half"))[0].lower() if match["half"] else ""
    if minutes is not None and (len(minutes) != 2 or not tokens.glued(match.start("hour"))):
        return None
    if not half and not match["zone"] and not minutes:
        return None
    hour, past = _hour(figure, minutes, bool(match["zone"]))
    if hour is None or past > LAST_MINUTE or (half and not 1 <= hour <= 12):
        return None
    return (hour % 12 + (12 if half == "p" else 0) if half else hour) * 60 + past


def _hour(figure: str, minutes: str | None, zoned: bool) -> tuple[int | None, int]:
    if minutes is not None:
        return (int(figure), int(minutes)) if figure.isdigit() and len(figure) <= 2 else (None, 0)
    if figure.isdigit():
        if len(figure) in (3, 4) and zoned:
            return int(figure[:-2]), int(figure[-2:])
        return (int(figure), 0) if len(figure) <= 2 else (None, 0)
    hour, _, past = figure.partition(".")
    return (int(hour), int(past)) if hour.isdigit() and len(past) == 2 and len(hour) <= 2 else (None, 0)


def rank(word: str) -> int | None:
    """Return the number of an ordinal word: "third" is 3."""
    return ORDINALS.get(word.lower())
