"""Times of day as they are read: in which zone or place each is, and which of a sentence may be one instant."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, timedelta
from itertools import pairwise, product

from factcheck.article import BIT, Article, Sentence
from factcheck.link.context.places import LONGEST, Named, dateline, place_at, places_in
from factcheck.model import Clock, Mention
from factcheck.patterns import Pattern
from factcheck.phrase import phrase
from factcheck.records import NamedTuple
from factcheck.reference import zones
from factcheck.reference.zones import Zone
from factcheck.segment import vocabulary

JOINTS = {
    "(": "... <(> (from|between)?",
    "or": "<)>? (, | — | -)? (or | / | (that|which)? AUXILIARY? BE (ABOUT|ONLY|<w>)? | that <'> (ABOUT|ONLY|<w>)? | (that|which) <w\ue000-\uf8ff> it | (that|which) in <NC·>* BE (ABOUT|ONLY)?"
    " | (when|where) it AUXILIARY? BE (ABOUT|ONLY|<w>)?)",
    "so": ",? so ((it|that)? BE)? at?",
    "it": ",? it AUXILIARY? (BE|<'>) (ABOUT|ONLY|<w>)?",
    "to": "to|and|until",
    ",": ",",
    "and": "(, | ; | /)? and?",
    "dash": "— | -",
    "then": "(, | ; | — | -)? (and|but)? (<w\ue000-\uf8ff>? in|from the? <NC·>+ ,?)? (where (<wNC\ue000-\uf8ff>+ ,)?)? (it AUXILIARY? (BE|<'>))? (ABOUT|ONLY|<w>)?",
}
"""What parts two times of one sentence: another zone in brackets or behind "or", a range's end, a list."""
THERE_BEHIND = frozenset({"(", "or", ",", "dash"})
"""Behind a time these lead to what it is there, at the place named before it."""
PAIR, SOME_DAY = 2, date(2023, 1, 15)
DAY = 1440
BESIDE = "on? {day:weekday|date} (of {relative})?"
FOR_THOSE = "for <w\ue000-\uf8ff> <w\ue000-\uf8ff>? <w\ue000-\uf8ff>? in"
"""Between a time and the place of those whose clocks show it: for shareholders listening in New York."""
OTHER_END = frozenset(
    {"from", "to", "for", "with", "towards", "toward", "via", "rings", "rang", "phones", "phoned", "calls", "called"}
)
"""Before a place and "at" these leave it open on which of two clocks the time is: it hands over to Denver at 5 p.m."""
LEADING = frozenset({"in", "on", "from"})
BETWEEN = LEADING | frozenset(
    {
        "the",
        "back",
        "home",
        "here",
        "over",
        "for",
        "visitors",
        "viewers",
        "readers",
        "fans",
        "those",
        "people",
        "anyone",
        "watching",
        "previous",
        "next",
        "same",
        "that",
        "day",
        "night",
        "morning",
        "evening",
    }
)
"""Words between a time and the place that it is of."""
CLOCKS = frozenset({"time", "zone", "clock", "clocks"})
WHERE_REACH = 8
SHOWING = frozenset("it is was be will would 's ’s already still about now only then by".split())
"""Words between a place and what its clocks show: "in Tokyo it will be 5"."""
ENDS = ".q\n,;"
CLOCKED = Pattern(r"(?:시간|시각)(?:으로|으론|으로는)? ?(?:(?:\d{1,2}일|같은 ?날|이튿날|다음 ?날|전날|당일) ?)?$")
REACH, MOST = 6, 12


class Reading(NamedTuple):
    """A time of day, the zones it may be of (none where that is left open), and where its phrase ends."""

    mention: Mention
    clock: Clock
    zones: tuple[Zone, ...]
    place: str
    weekday: Mention | None
    end: int


def timed(article: Article, sentences: list[Sentence]) -> Iterator[tuple[Sentence, list[Reading]]]:
    """Yield each sentence with times of day, and these as they are read."""
    for sentence in sentences:
        if sentence.kinds & BIT["H"]:
            yield sentence, [read(article, mention) for mention in sentence.of_kind("clock")]


def read(article: Article, mention: Mention) -> Reading:
    clock = mention.clock or Clock(0)
    if not clock.zone and (zone := _in_brackets(article, article.place(mention) + 1)):
        return Reading(mention, clock._replace(zone=zone), zones.named(zone), "", None, article.place(mention) + 4)
    place, weekday, end = _tail(article, article.place(mention) + 1)
    if weekday and not clock.zone and (article.word(end), article.word(end + 1)) == ("local", "time"):
        clock, end = clock._replace(zone="local"), end + 2
    if clock.zone and clock.zone != "local":
        return Reading(mention, clock, zones.named(clock.zone), "", weekday, end)
    place = place or _place_before(article, article.place(mention))
    name = place.name if place else ""
    return Reading(mention, clock, zones.of_place(name), name, weekday, end)


def _in_brackets(article: Article, place: int) -> str:
    """Return the zone of "17:25 (SGT)"."""
    if article.skeleton[place] != "(" or article.skeleton[place + 2 : place + 3] != ")":
        return ""
    zone = article.tokens.word(article.token(place + 1))
    return zone if zone.isupper() and zones.named(zone) else ""


def _place_before(article: Article, place: int) -> Named | None:
    """Return the place of "left Lisbon at 1:05 p.m.", "which in Rome is noon" and "in London, where six was 9 a.m."."""
    word = article.word(place - 1) if place else ""
    if word in ("is", "was") and (told := _told_elsewhere(article, place - 1)):
        return told
    if word == "at":
        named = _ending(article, place - 1)
        return named if named and article.word(named.start - 1) not in OTHER_END else None
    at = place
    while at > max(0, place - REACH) and article.word(at - 1) in SHOWING:
        at -= 1
    named = _ending(article, at - (at > 0 and article.skeleton[at - 1] == ","))
    before = article.at.get(named.start - 2) if named else None
    taken = before is not None and before.kind in ("clock", "weekday", "date")
    return named if named and not taken and article.word(named.start - 1) == "in" else None


def _ending(article: Article, end: int) -> Named | None:
    """Return the place whose name ends just before a place of the skeleton."""
    for length in range(LONGEST, 0, -1):
        named = place_at(article, end - length) if end >= length else None
        if named and named.end == end:
            return named
    return None


def _told_elsewhere(article: Article, verb: int) -> Named | None:
    named = _ending(article, verb)
    if named and article.word(named.start - 1) == "in" and article.word(named.start - 2) in ("which", "that"):
        return named
    for at in range(verb - 1, max(0, verb - WHERE_REACH), -1):
        if article.word(at) == "where":
            return _ending(article, at - (article.word(at - 1) == ","))
    return None


def _tail(article: Article, end: int) -> tuple[Named | None, Mention | None, int]:
    """Return the place, the weekday and the end of "Saturday in New York", "on Friday", "London time"."""
    place: Named | None = None
    weekday: Mention | None = None
    for _ in range(2):
        if match := phrase(BESIDE).match(article.skeleton, end):
            day, end = article.at[match.start("day")], match.end()
            weekday = day if day.kind == "weekday" else weekday
        if named := _here(article, end) or _located(article, end):
            place, end = named, named.end
    return place, weekday, end


def _here(article: Article, place: int) -> Named | None:
    """Return the place that an article is dated from, of "9 a.m. here"."""
    known = dateline(article) if article.word(place) == "here" else []
    return Named(known[0], place, place + 1) if known else None


def _located(article: Article, start: int) -> Named | None:
    """Return the place of "in New York", "back home in the Eastern zone", "for visitors on Melbourne time"."""
    if those := phrase(FOR_THOSE).match(article.skeleton, start):
        return named_at(article, those.end())
    stop = min(start + REACH, len(article.skeleton))
    at = next(
        (at for at in range(start, stop) if article.skeleton[at] in ENDS or article.word(at) not in BETWEEN), stop
    )
    timed = named_at(article, at)
    if timed is None:
        return None
    last = timed.end
    while last < len(article.skeleton) and last - timed.end < 2 and article.word(last) in CLOCKS:
        last += 1
    led = any(article.word(place) in LEADING for place in range(start, at))
    return timed._replace(end=last) if led or last > timed.end else None


def named_at(article: Article, place: int) -> Named | None:
    """Return the place, or the zone named for one, whose name begins at a place of the skeleton."""
    found = place_at(article, place)
    if found or place >= len(article.skeleton):
        return found
    word = article.tokens.word(article.token(place))
    named = (
        (word in zones.REGIONAL or zones.of_people(word))
        and place + 1 < len(article.skeleton)
        and article.word(place + 1) in CLOCKS
    )
    return Named(word, place, place + 1) if named else None


def same_instant(article: Article, sentence: Sentence, readings: list[Reading]) -> Iterator[tuple[Reading, Reading]]:
    """Yield the pairs of a sentence that are one instant: with those in brackets behind it, or after "or"."""
    joints = [_joint(article, *pair) for pair in pairwise(readings)]
    for at, joint in enumerate(joints):
        if joint in THERE_BEHIND and (pair := _there(article, sentence, *readings[at : at + 2])):
            yield pair
            continue
        told = (
            joint in ("(", "or")
            or _so(article, joint, *readings[at : at + 2])
            or _apposed(article, readings, at, joint)
        )
        if not (told or _shown(article, sentence, readings[at], readings[at + 1], joint)):
            continue
        if joints[at + 1 : at + 2] in (["to"], ["dash"]) and not readings[at + 1].zones:
            if at and joints[at - 1] in ("to", "dash"):
                yield readings[at - 1], _in_zone_of(readings[at + 1], readings[at + 2])
                yield readings[at], readings[at + 2]
            continue
        yield readings[at], readings[at + 1]
        for further in range(at + 1, len(joints)):
            if (
                joints[further] not in ("and", ",", "to", "dash")
                or not readings[further + 1].zones
                or not readings[further].zones
            ):
                break
            yield readings[at] if readings[at].zones else readings[at + 1], readings[further + 1]


def _there(article: Article, sentence: Sentence, first: Reading, second: Reading) -> tuple[Reading, Reading] | None:
    """Return two times of which the second is "there": our Rome desk hands over to Lima at 5 p.m., 10 a.m. there.

    Of the two places named before them the one behind "to" is there; else either may be, and no time is of a place
    unless the two agree.
    """
    if article.word(second.end) != "there" or second.zones or first.clock.zone not in ("", "local"):
        return None
    named = places_in(article, sentence.start, article.place(first.mention))
    known = dict.fromkeys(zones.of_place(one.name) for one in named)
    if len(known) != PAIR:
        return None
    there, here = named[-1], next(one for one in named if zones.of_place(one.name) != zones.of_place(named[-1].name))
    certain = article.word(there.start - 1) in OTHER_END - {"from"}
    for ours, theirs in ((here, there),) if certain else ((here, there), (there, here)):
        one = first._replace(zones=zones.of_place(ours.name), place=ours.name)
        other = second._replace(zones=zones.of_place(theirs.name), place=theirs.name)
        shown = times_there(one.zones, other.zones, one, [article.published or SOME_DAY])
        if certain or any(minutes_off(second.clock.minute, minute) == 0 for minute in shown):
            return one, other
    return first._replace(zones=(), place=""), second


def _so(article: Article, joint: str, first: Reading, second: Reading) -> bool:
    """Tell "at 8 p.m. Rome time, so at 2 p.m. in Lima." from "so at 2 p.m. in Lima they knew"."""
    closed = article.skeleton[second.end] in ENDS or article.word(second.end) in ("and", "for")
    return joint == "so" and bool(first.zones and second.zones) and closed


def _shown(article: Article, sentence: Sentence, first: Reading, second: Reading, joint: str) -> bool:
    """Tell "when it is 6 in London it is 11 in Mumbai" and "in Tokyo it will be 5, in Rome 9" from "it is shut at 6"."""
    places = {first.place, second.place} - {""}
    if (
        joint not in ("it", "then", ",", "and")
        or not (first.zones and second.zones)
        or len(places) < 2 - bool(first.clock.zone)
    ):
        return False
    ours, theirs = (_of_clocks(article, sentence, reading) for reading in (first, second))
    led = ours or (theirs and joint not in (",", "and"))
    return ours is not False and bool(led) and first.zones != second.zones


def _of_clocks(article: Article, sentence: Sentence, reading: Reading) -> bool | None:
    """Tell whether "it is" leads to a time; False where something else is ("closing time is 8"), None for no verb."""
    place = article.place(reading.mention)
    words = [article.word(at) for at in range(max(sentence.start, place - REACH), place)]
    verbs = [at for at, word in enumerate(words) if word in ("is", "was", "be", "'s", "’s")]
    if not verbs or not set(words[verbs[-1] + 1 :]) <= SHOWING:
        return None
    return "it" in words[max(0, verbs[-1] - 2) : verbs[-1]]


def _apposed(article: Article, readings: list[Reading], at: int, joint: str) -> bool:
    """Tell "14:00 CET, 13:00 GMT" and "3am Moscow time — midnight in Greenwich" from the times of a list or a range."""
    first, second = readings[at : at + 2]
    named = {reading.clock.zone for reading in (first, second)} - {"", "local"}
    local = first.clock.zone == "local" and second.place != ""
    home = article.verb_last and not first.zones and bool(second.zones) and _by_the_clock(article, second)
    if len(readings) == 2 and joint == "," and (local or home):
        return True
    both = len(readings) == 2 and bool(first.zones and second.zones) and first.zones != second.zones
    clocked = article.word(second.end - 1) in CLOCKS
    zone = any(name.isupper() or name in zones.REGIONAL for name in named)  # and no city: 도쿄 오후 3시, 파리 오전 10시
    days = {reading.weekday.text for reading in (first, second) if reading.weekday}
    named_both = article.verb_last and all(reading.clock.zone for reading in (first, second))
    clocked = clocked or (named_both and _by_the_clock(article, second))
    return both and (joint == "dash" or (joint == "," and (zone or clocked or len(days) > 1)))


def _by_the_clock(article: Article, reading: Reading) -> bool:
    """Tell whether a time is said to be by the clocks of its place, where that is told before it: 서울 시간으로 4일 오전 4시."""
    start = reading.mention.span.start
    return CLOCKED.search(article.document.text[max(0, start - 3 * REACH) : start]) is not None


def _joint(article: Article, first: Reading, second: Reading) -> str:
    between = article.skeleton[first.end : article.place(second.mention)]
    if article.verb_last and second.clock.zone and between.startswith(",") and _by_the_clock(article, second):
        return ","
    if article.verb_last and second.clock.zone:
        between = between.rstrip(f"wD{vocabulary()[0]['to']}")
    return next((name for name, shape in JOINTS.items() if phrase(shape).fullmatch(between)), "")


def _in_zone_of(reading: Reading, other: Reading) -> Reading:
    return reading._replace(zones=other.zones, place=other.place)


def listed(article: Article, readings: list[Reading]) -> Iterator[tuple[Reading, Reading]]:
    """Yield each two of "4 p.m. in Rio and 3 p.m. in Manaus", which may be one instant or more."""
    run: list[Reading] = []
    for reading in readings[:MOST]:
        goes_on = run and _joint(article, run[-1], reading) in ("and", ",", "to", "dash")
        run = run if goes_on else []
        for first in run:
            if first.zones and reading.zones and set(first.zones).isdisjoint(reading.zones):
                yield first, reading
        run.append(reading)


def times_there(ours: tuple[Zone, ...], theirs: tuple[Zone, ...], first: Reading, days: list[date]) -> list[int]:
    """Return every minute, counted from the first one's midnight, that the other clocks may show.

    The day is that of either clock.
    """
    found: dict[int, None] = {}
    for a, b, on in product(ours, theirs, days):
        minute = _shown_there(a, b, on, first.clock.minute)
        found |= dict.fromkeys((minute, _shown_there(a, b, on - timedelta(minute // DAY), first.clock.minute)))
    return list(found)


def _shown_there(here: Zone, there: Zone, on: date, minute: int) -> int:
    """Return what the clocks there show at a minute of a day here, counted from this day's midnight.

    Theirs are read at their own time, as near a change of clocks they may be put on before or after ours.
    """
    greenwich = minute - here.ahead(on, minute % DAY)
    shown = greenwich + there.ahead(on)
    for _ in range(2):
        shown = greenwich + there.ahead(on + timedelta(shown // DAY), shown % DAY)
    return shown


def minutes_off(stated: int, minute: int) -> int:
    """Return by how many minutes a time of day misses another."""
    gap = abs(stated - minute) % DAY
    return min(gap, DAY - gap)
