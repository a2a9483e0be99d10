"""Times of day as they are spoken: "half past eight", "ten o'clock at night", "5 in the morning", "a quarter to two"."""

from __future__ import annotations

import re
from functools import cache

from factcheck.english.span import found
from factcheck.model import Clock, Mention
from factcheck.phrase import phrase
from factcheck.regexes import compiled
from factcheck.segment import Tokens

HOURS = dict(zip("one two three four five six seven eight nine ten eleven twelve".split(), range(1, 13), strict=True))
PAST = "a? past=half|quarter -? side=past|to hour=<df\ue000-\uf8ff>"
HOUR = "hour=<df\ue000-\uf8ff> (: minute=<d>)?"
OCLOCK = "<w> <'> <w>"
PART = "((in the | at) | day=on|that|the the? (WEEKDAY | next | following)?) half=morning|afternoon|evening|night"
MINUTES = "past=<d\ue000-\uf8ff> unit=<w\ue000-\uf8ff>? side=past|to hour=<df\ue000-\uf8ff>"
SPOKEN = (f"{PAST} ({PART})?", f"{HOUR} {OCLOCK} ({PART})?", f"{HOUR} {PART}", f"{MINUTES} ({PART})?")
LED = frozenset(
    "at by until till from to since is was be 's ’s being it around about before after nearly almost already still or "
    "means meant until between past say says show shows read reads".split()
)
"""Words before a bare hour that make "5 in the morning" a time and no count; a place may stand there too."""
THERE = frozenset({"in", "here", "there", "back", "for"})
"""Behind "9 in the morning", which a comma parts from another time, these lead to the place that it is of."""
DOTTED, HALVED = compiled(r"(?P<hour>1[0-2]|[1-9])\.(?P<minute>[0-5]\d)"), compiled(r"\d\d?\.\d\d ?[ap]\.?m\.?")
DAYLONG = compiled(r"(?P<hour>[01]\d|2[0-3])\.(?P<minute>[0-5]\d)")
TIMED = frozenset("at by until till to from the around about between before after and".split())
"""Before "07.40" these make it a time of day; no other number begins with a nought and has a digit more before its point."""
WITHIN = 30
"""So many tokens at the most part "5.35" from the time told before it."""
HAPPENING = frozenset(
    "over ended finished began started resumed stopped left arrived landed docked departed sailed returned back home out off "
    "again there lifted adjourned rose woke called rang died through".split()
)
"""Before "at 5.35" these tell when something happened and no price."""
SPAN = 8
"""So many tokens before "and 5 in the afternoon" may stand the "between" of its beginning."""
TURNS = {"midnight": 0, "noon": 720}
"""What is an hour by its name: ten past midnight."""
MINUTE_WORDS = {"five": 5, "ten": 10, "twenty": 20}
AT_AN_HOUR = frozenset({"at", "by", "until", "till", "since", "from"})
"""Before "9 on Friday morning" these make it a time, whatever follows."""
AT = frozenset({"at", "by", "until", "till", "around", "about"})
"""Before so many minutes past an hour, or to it."""
MORNING, EVENING = 0, 720
SMALL_HOURS = 5
"""Up to this hour the night is the morning's."""


@cache
def _shapes() -> tuple[re.Pattern[str], ...]:
    return tuple(map(phrase, SPOKEN))


def read_spoken_clock(tokens: Tokens, place: int) -> Mention | None:
    """Return the time of day in words that begins at `place`; None for a count or a share."""
    past, oclock, bare, minutes = _shapes()
    if (match := minutes.match(tokens.letters, place)) and _at_minutes(tokens, match):
        return _minutes_past(tokens, match)
    if match := past.match(tokens.letters, place):
        return _past(tokens, match)
    if tokens.word(place + 1) == "o" or tokens.letters[place + 1 : place + 2] == ":":
        match = oclock.match(tokens.letters, place)
        if match and tokens.word(match.start() + 1 + 2 * bool(match["minute"])) == "o":
            return _told(tokens, match, match.end())
    match = bare.match(tokens.letters, place)
    return _told(tokens, match, match.end()) if match and _led(tokens, match) else None


def dotted(tokens: Tokens, count: Mention, before: list[Mention]) -> Mention | None:
    """Return the time that "5.35" is behind one in the same style: started at 2.10pm and was over at 5.35; at 07.40 and 19.20."""
    if day := DAYLONG.fullmatch(count.text):
        return _daylong(tokens, count, day, before)
    match = DOTTED.fullmatch(count.text)
    told = before[-1] if match and before else None
    if match is None or told is None or not told.clock or count.first - told.last > WITHIN:
        return None
    lead, verb = (tokens.word(max(0, count.first - back)).lower() for back in (1, 2))
    ranged = lead in ("to", "until", "till") and count.first - told.last == 1
    if not HALVED.fullmatch(told.text) or not (ranged or (lead in AT and verb in HAPPENING)):
        return None
    minute = int(match["hour"]) % 12 * 60 + int(match["minute"])
    clock = Clock(minute + EVENING * (minute < told.clock.minute))
    return Mention("clock", count.span, count.text, count.first, count.last, clock=clock)


def _daylong(tokens: Tokens, count: Mention, match: re.Match[str], before: list[Mention]) -> Mention | None:
    """Return the time of a clock of 24 hours: told with a nought, or behind one so told."""
    lead = tokens.word(max(0, count.first - 1)).lower()
    sure = match["hour"][0] == "0" or any(one.clock and DAYLONG.fullmatch(one.text) for one in before)
    if lead not in TIMED or not sure:
        return None
    clock = Clock(int(match["hour"]) * 60 + int(match["minute"]))
    return Mention("clock", count.span, count.text, count.first, count.last, clock=clock)


def _led(tokens: Tokens, match: re.Match[str]) -> bool:
    """Tell "it was 5 in the morning" from "killed 5 in the morning rush"."""
    before = tokens.word(match.start() - 1) if match.start() else ""
    noun = tokens.letters[match.end() : match.end() + 1] == "w"
    if match["minute"]:
        return True
    there = before == "," and tokens.word(match.end()).lower() in THERE
    between = before == "and" and "between" in map(tokens.word, range(max(0, match.start() - SPAN), match.start()))
    if match["day"] and before.lower() in AT_AN_HOUR:
        return True
    return not noun and (
        there or between or before.lower() in LED or before[:1].isupper() or before in ("", "(", "—", "–")
    )


def _at_minutes(tokens: Tokens, match: re.Match[str]) -> bool:
    """Tell "at ten past one" and "by 20 to six" from "rose from ten to six"."""
    before = tokens.word(match.start() - 1).lower() if match.start() else ""
    spoken = not tokens.word(match.start("past")).isdigit()
    past = tokens.word(match.start("side")) == "past"
    named = tokens.word(match.start("past")).lower() in MINUTE_WORDS
    if match["unit"] and tokens.word(match.start("unit")).lower() != "minutes":
        return False
    turn = tokens.word(match.start("hour")).lower() in TURNS
    if turn or (match["unit"] and past):
        return before in AT | LED
    return (before in AT and (past or (before == "at" and spoken))) or (before in LED and past and named)


def _minutes_past(tokens: Tokens, match: re.Match[str]) -> Mention | None:
    """Return the time of "ten past one" and "twenty to six in the morning"."""
    said = tokens.word(match.start("past")).lower()
    number = MINUTE_WORDS.get(said) or (int(said) if said.isdigit() else 0)
    if number not in MINUTE_WORDS.values():
        return None
    return _told(tokens, match, match.end(), -number if tokens.word(match.start("side")) == "to" else number)


def _past(tokens: Tokens, match: re.Match[str]) -> Mention | None:
    to = tokens.word(match.start("side")) == "to"
    before = tokens.word(match.start("past") - 1).lower() if match.start("past") else ""
    quarter = tokens.word(match.start("past")).lower() == "quarter"
    if to and not (quarter and before in ("a", "at")):
        return None
    return _told(tokens, match, match.end(), (-15 if to else 15) if quarter else 30)


def _told(tokens: Tokens, match: re.Match[str], last: int, past: int = 0) -> Mention | None:
    figure, half = tokens.word(match.start("hour")).lower(), ""
    if "half" in match.re.groupindex and match["half"]:
        half = tokens.word(match.start("half")).lower()
    hour, _, minutes = figure.partition(".")
    if "minute" in match.re.groupindex and match["minute"]:
        minutes = tokens.word(match.start("minute"))
    number = 12 if hour in TURNS else HOURS.get(hour) or (int(hour) if hour.isdigit() else 0)
    if not 1 <= number <= 12 or (minutes and not (len(minutes) == 2 and int(minutes) <= 59)):
        return None
    minute = number % 12 * 60 + past + int(minutes or 0)
    day = match.start("day") if "day" in match.re.groupindex and match["day"] else last
    at = found(tokens, match.start(), day)
    return Mention(
        "clock",
        at.span,
        at.text,
        at.first,
        at.last,
        clock=Clock((minute + TURNS.get(hour, _half(half, number))) % 1440, halved=day < last or hour in TURNS),
    )


def _half(half: str, hour: int) -> int:
    """Return how many minutes after midnight the half of the day begins that an hour is told to be in."""
    late = half in ("afternoon", "evening") or (half == "night" and SMALL_HOURS < hour < 12)
    return EVENING if late else MORNING
