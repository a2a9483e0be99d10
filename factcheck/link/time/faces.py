"""Two clocks told side by side: times of day in one sentence, or in two neighbours, each of a place of its own.

Two events may be told at two hours in two places. So the pair is one instant only where nothing but its place tells the
second from the first ("at 8pm, noon in London"), or where the text speaks of clocks ("it was already", "by London time").
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from fractions import Fraction
from functools import cache
from itertools import pairwise, product

from factcheck.article import BIT, Article, Sentence
from factcheck.link.context.places import Named, places_in
from factcheck.link.time.instants import JOINTS, Reading
from factcheck.model import Mention
from factcheck.patterns import Pattern
from factcheck.phrase import phrase, word_letters
from factcheck.quantity import Interval
from factcheck.records import NamedTuple
from factcheck.reference import zones
from factcheck.reference.zones import Zone

FAR = 200
"""So many words before a time without a place may stand the place that it is of."""
BEHIND = 10
"""So many words behind a time may stand the place that it is of: "8:55 p.m. for those listening in Greenwich"."""
NEAR = 3
"""So many words behind a time may stand "there"."""
CUES = frozenset(
    "already still clock clocks clock's there here meanwhile equivalent thus i.e. viewers viewer watching".split()
)
"""Words between two times, or around the second, that tell of what clocks show."""
TO_SAY = (
    ("that", "is"),
    ("when", "it"),
    ("where", "it"),
    ("by", "which"),
    ("tune", "in"),
    ("for", "them"),
    ("it", "was"),
    ("it", "is"),
)
GREENWICH = frozenset({"GMT", "UTC"})
SET_OFF = ("(", "or", ",", "dash")
HABITS = frozenset("open opens opened opening close closes closed closing shut shuts trade trades".split())
"""What shops, polls and markets do at hours of their own in many places."""
SHOWN = frozenset({"was", "is", "be", "said", "showed", "read", "struck", "say", "show"})
OPENING = frozenset({"it", "that", "this", "there"})
ALONE = Pattern(
    r"(?:이는 |이때는? |그때는? |당시 )?[가-힣]{1,6} ?(?:시간|시각)(?:으로|으로는|으론|으로 치면|은)?,? ?"
    r"(?:같은 날|이튿날|다음 날|전날|이날)? ?(?:\d{1,2}월 )?(?:\d{1,2}일 ?)?(?:\([월화수목금토일]\) ?)?$"
)
OVER = Pattern(
    r"(?:이다|다|였다|이었다|이었습니다|였습니다|입니다|(?:에|로|이|인|이었던)? ?(?:해당|셈|때|시각)[가-힣]*)[.]?\s*$"
)
"""What stands before a time, and behind it, in a sentence that tells no more than what time it is at a place."""

HOUR = 60
PARTING = frozenset("NC;:.()—")
"""Between a place and a length they part the two: (6:40 p.m. in Washington; Corvinia is two hours ahead)."""
AT_TIMES, BACK = Pattern(r"^[^.;]*?\bin (?:winter|summer)\b|^[^.;,]*\b(?:usually|normally)\b"), 60
"""Behind a length these make it one of a part of the year, which need not be now."""
LEADS = (("ahead", "of"), ("in", "front", "of"), ("behind",))
"""Behind a length they lead to the place whose clocks are so far off."""


class Beside(NamedTuple):
    """Two readings that may be one instant; `clocked` where words, and not only their order, say that they are."""

    first: Reading
    second: Reading
    clocked: bool
    set_off: bool


class Lead(NamedTuple):
    """A length by which one place's clocks, `here` "" for an unknown one's, are said to be ahead of another's, or behind."""

    by: Mention
    here: str
    there: str
    ahead: bool


def beside(article: Article, sentence: Sentence, readings: list[Reading]) -> Beside | None:
    """Return the only two times of a sentence, or the only two set off as one, where each is told of a place or a zone."""
    if len(readings) > 2:
        readings = _set_off(article, readings)
    if len(readings) != 2:
        return None
    first, second = readings
    start, stop = article.place(first.mention), article.place(second.mention)
    first = _seated(article, first, (sentence.start, start), (first.end, stop))
    if article.word(second.end) == "there" and not second.zones:
        second = _seated(article, second, (sentence.start, stop))
    second = _seated(article, second, (second.end, min(second.end + BEHIND, sentence.end)), (first.end, stop))
    between = article.skeleton[first.end : stop]
    set_off = any(phrase(JOINTS[name]).fullmatch(between) for name in SET_OFF)
    if set_off and not first.zones:
        first = first._replace(zones=alone(article, sentence, second))
    if not (first.zones and second.zones) or first.zones == second.zones:
        return None
    if not set_off and first.weekday and second.weekday and first.weekday.text != second.weekday.text:
        return None  # It left at 9 p.m. Mountain time on Saturday and came in at 8 p.m. Central on Sunday.
    own = {article.word(at) for at in range(sentence.start, sentence.end)}
    coded = bool(first.clock.zone and second.clock.zone) or not GREENWICH.isdisjoint(
        (first.clock.zone, second.clock.zone)
    )
    clocked = _tells_clocks(article, first.end, stop + 1) or _tells_clocks(article, second.end, second.end + 2)
    told = any(article.word(at) == "where" for at in range(first.end, stop)) and _is_shown(article, sentence, stop)
    clocked = (clocked and HABITS.isdisjoint(own)) or told or _shown_in_two(article, sentence, start, stop)
    return Beside(first, second, clocked, (set_off or coded) and HABITS.isdisjoint(own))


def _set_off(article: Article, readings: list[Reading]) -> list[Reading]:
    """Return the two times of several of which a comma sets off the second, of a place, from the first: "at 11 a.m., 6 a.m. in Lima"."""
    commas = [_comma(article, *pair) for pair in pairwise(readings)]
    at = commas.index(True) if commas.count(True) == 1 else -1
    first, second = readings[at : at + 2] if at >= 0 else (readings[0], readings[0])
    alone = not any(one.zones for one in readings if one is not second)
    return [first, second] if second.zones and second.place and alone else []


def _comma(article: Article, first: Reading, second: Reading) -> bool:
    return article.skeleton[first.end : article.place(second.mention)] == ","


def _shown_in_two(article: Article, sentence: Sentence, start: int, stop: int) -> bool:
    """Tell "it was 8am for Cho in Rome and 4pm for Lee in Seoul" from two times with a verb between them."""
    between = article.skeleton[start + 1 : stop]
    words = {article.word(at) for at in range(start + 1, stop)}
    return "and" in words and _verbs().isdisjoint(between) and _is_shown(article, sentence, start)


@cache
def _verbs() -> frozenset[str]:
    return word_letters("BE|HAVE|AUXILIARY|DO|SAY")


def _tells_clocks(article: Article, start: int, end: int) -> bool:
    words = [article.word(at) for at in range(start, end)]
    return not CUES.isdisjoint(words) or any(pair in TO_SAY for pair in pairwise(words))


def _seated(article: Article, reading: Reading, *stretches: tuple[int, int]) -> Reading:
    """Return a reading with the one place that a stretch of its sentence names, the nearest stretch first."""
    for start, end in stretches if not reading.zones else ():
        if named := _only_place(article, start, end):
            return reading._replace(place=named.name, zones=zones.of_place(named.name))
    return reading


def _only_place(article: Article, start: int, end: int) -> Named | None:
    found = places_in(article, start, end)
    return found[0] if found and len({zones.of_place(named.name) for named in found}) == 1 else None


def told_next(article: Article, last: Reading, sentence: Sentence, readings: list[Reading]) -> Beside | None:
    """Return what clocks elsewhere show at a time of the sentence before: "It was noon in Rome", "the clock said"."""
    before = article.sentences[last.mention.sentence]
    if not readings or sentence.number - before.number != 1 or len(before.of_kind("clock")) != 1:
        return None
    reading = readings[0]
    if len(readings) > 1 and not reading.zones:
        return None
    place = article.place(reading.mention)
    if not (_is_shown(article, sentence, place) or (article.verb_last and _is_all(article, sentence, reading))):
        return None
    last = _seated(article, last, (before.start, article.place(last.mention)), (last.end, before.end))
    reading = _seated(article, reading, (sentence.start, place), (reading.end, min(reading.end + BEHIND, sentence.end)))
    last = last._replace(zones=last.zones or alone(article, sentence, reading))
    known = last.zones and reading.zones and last.zones != reading.zones
    return Beside(last, reading, True, False) if known else None


def told_there(article: Article, sentence: Sentence, readings: list[Reading]) -> Iterator[Beside]:
    """Yield what clocks show at a place that a sentence has named, beside the time before: "Seoul ... it will be 2 a.m. there"."""
    for last, reading in pairwise(readings):
        place = article.place(reading.mention)
        there = any(article.word(at) == "there" for at in range(reading.end, min(reading.end + NEAR, sentence.end)))
        if there and not reading.zones and last.zones and _is_shown(article, sentence, place):
            there_told = _seated(article, reading, (last.end, place))
            if there_told.zones and there_told.zones != last.zones:
                yield Beside(last, there_told, True, False)


def alone(article: Article, sentence: Sentence, *others: Reading) -> tuple[Zone, ...]:
    """Return the zones of the places named before a sentence, those of some readings left out, if all keep one time."""
    own = {zone for other in others for zone in other.zones}
    told = places_in(article, max(0, sentence.start - FAR), sentence.start)
    named = [found for place in told if own.isdisjoint(found := zones.of_place(place.name))]
    on = article.published
    kept = {zone.ahead(on) for found in named for zone in found} if on else set()
    return named[0] if len(kept) == 1 else ()


def _is_shown(article: Article, sentence: Sentence, place: int) -> bool:
    """Tell "That is 6 a.m. in Rome" and "In Madrid the clock said 6" from what happened at six."""
    at = place
    while at > sentence.start and article.word(at - 1) in ("already", "still", "only", "about", "now", "then", "just"):
        at -= 1
    if article.word(at - 1) not in SHOWN:
        return False
    words = [article.word(one) for one in range(max(sentence.start, at - 5), at - 1)]
    return bool(words) and (not OPENING.isdisjoint(words[-2:]) or not {"clock", "clocks"}.isdisjoint(words))


def _is_all(article: Article, sentence: Sentence, reading: Reading) -> bool:
    """Tell whether a sentence tells nothing but a time by the clocks of a place, where verbs stand last: 한국 시간 20일 밤 9시였다."""
    span, told = article.here(sentence), reading.mention.span
    text = article.document.text
    return ALONE.match(text[span.start : told.start]) is not None and OVER.match(text[told.end : span.end]) is not None


def leads(article: Article) -> Iterator[Lead]:
    """Yield every length of hours by which the clocks of one known place are said to lead those of another."""
    for sentence in article.sentences:
        for lead in _leads_in(article, sentence):
            if lead.here and zones.of_place(lead.here) != zones.of_place(lead.there):
                yield lead


def _leads_in(article: Article, sentence: Sentence) -> Iterator[Lead]:
    """Yield every length of hours by which clocks, of no known place perhaps, are said to lead those of a known one."""
    for length in sentence.of_kind("duration") if sentence.kinds & BIT["L"] else []:
        place = article.place(length)
        led = [article.word(at) for at in range(place + 1, place + 4)]
        of = next((n for n in LEADS if tuple(led[: len(n)]) == n), None)
        if length.unit != "hour" or of is None or AT_TIMES.search(article.around(length, BACK)[1]):
            continue
        end = place + 1 + len(of)
        if there := _zone_at(article, end, end + 3):
            yield Lead(length, _leading(article, max(sentence.start, place - 6), place), there, of != LEADS[-1])


def told_by_lead(article: Article, sentence: Sentence, on: date) -> tuple[Zone, ...]:
    """Return the clocks that a sentence tells only by a known place's: Corvinia is two hours ahead of Greenwich."""
    told = [lead for lead in _leads_in(article, sentence) if lead.by.number]
    if len(told) != 1 or told[0].here or not told[0].by.number:
        return ()
    minutes = int(told[0].by.number.middle * HOUR) * (1 if told[0].ahead else -1)
    there = zones.of_place(told[0].there) or zones.named(told[0].there)
    return tuple(Zone(fixed=zone.ahead(on) + minutes) for zone in there[:1])


def hours_apart(lead: Lead, days: list[date]) -> Interval:
    """Return the hours that lie between the clocks of two places on one of some days."""
    here, there = (zones.of_place(name) or zones.named(name) for name in (lead.here, lead.there))
    apart = [Fraction(abs(a.ahead(on) - b.ahead(on)), HOUR) for a, b, on in product(here, there, days)]
    return Interval(min(apart), max(apart))


def _leading(article: Article, start: int, place: int) -> str:
    """Return the known place whose clocks a length behind it is told of, no other name and no clause between."""
    named = _only_place(article, start, place)
    own = named is not None and PARTING.isdisjoint(article.skeleton[named.end : place])
    return named.name if named and own else ""


def _zone_at(article: Article, start: int, end: int) -> str:
    """Return the one place that a stretch names, or the zone that it begins with: "ahead of GMT"."""
    if named := _only_place(article, start, end):
        return named.name
    zone = article.tokens.word(article.token(start))
    return zone if zones.named(zone) else ""
