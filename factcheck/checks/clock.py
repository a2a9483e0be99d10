"""Times of day: one instant on the clocks of two zones."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, timedelta
from functools import lru_cache

from factcheck.article import Article, Sentence
from factcheck.check import check
from factcheck.document import Span
from factcheck.link.context.places import country, dateline, opening, places_in, places_told
from factcheck.link.time.clockdays import ANY_DATES, WEEK, days_of
from factcheck.link.time.daythere import MIRRORED, day_there, fits, misses, only
from factcheck.link.time.faces import Beside, alone, beside, hours_apart, leads, told_by_lead, told_next, told_there
from factcheck.link.time.instants import DAY, Reading, listed, minutes_off, same_instant, timed, times_there
from factcheck.link.time.oneclock import converted
from factcheck.link.time.timetables import odd_clocks
from factcheck.link.time.toldboth import told_of_both
from factcheck.link.time.whoseclock import place_behind
from factcheck.link.time.written import like
from factcheck.model import Relation, Severity
from factcheck.patterns import Pattern
from factcheck.quantity import Quantity
from factcheck.reference import zones
from factcheck.reference.zones import Zone

SLIPS, SLIPS_CLOCKED = frozenset({30, 60, 720}), frozenset({30, 60, 120, 180, 720})
"""By so many minutes two times of one instant miss each other where a pen has slipped, or a change of clocks."""
NEAR = 3
"""So many sentences on, a time that is of the place of an earlier one is not taken for another's."""
TWO_TIMES = "they may be two times"
SHOWS = frozenset({"be", "said", "read", "reads", "showed", "showing", "reading", "struck", "says", "was", "is"})
LOCAL, LOOSELY = "local", 45
"""By fewer minutes a time may miss another that is told as near."""
NEARLY = "one of the times is only near"
OTHER_SEASON = "clocks change about then"
TURNED = Pattern(
    r"\b(?:become|became|becomes|turns? (?:in)?to|turned (?:in)?to|clocks (?:go|went|spring|sprang|fall|fell|move|moved)|daylight saving|summer time)\b"
)
"""A sentence with one of these tells how a clock is changed."""

AWAY = "the time without a place may be that of another"


@check("time-zone", says="{working} is {implied}, not {stated}.")
def time_zone(article: Article) -> Iterator[Relation]:
    """A time of day given in two zones or cities must be one instant on the day that it is about.

    Wrong: (2025-01-20) The call is at 9 a.m. EST ([11 a.m. KST]).  =>  9 a.m. EST = 11 p.m.
    Wrong: (2024-07-08) It opens at 10 a.m. EDT ([1500 GMT]) on Friday.  =>  10 a.m. EDT = 1400
    Wrong: (2018-03-07) It left Lisbon at 1:05 p.m. local time, or [9:05 a.m.] in Toronto.  =>  8:05 a.m.
    Wrong: (2024-06-03) Polls close at 6 p.m. in New Delhi ([1330 GMT]).  =>  1230
    Wrong: (2021-05-05) It rose at 9:47 p.m. Eastern time. In Tokyo, the clock said [9:47 a.m.] already.
    Wrong: (2021-05-05) It rose at 9:47 p.m. EDT. Back in Pasadena, where it was [7:47 p.m.], they cheered.
    Wrong: (2013-10-07) LONDON - The inquest is on November 22 at 10 a.m. ([4.00 a.m. ET]).  =>  5.00 a.m.
    Wrong: (2025-01-14) He speaks at 9 p.m. EST on Tuesday (0200 GMT on [Tuesday]).  =>  Wednesday
    Wrong: (2014-08-04) The lull ends at 5 p.m. in Jerusalem ([10 a.m. EST]).
    Right: (2010-03-01) The call is on March 14, 2010, at 7 a.m. in Tokyo (5 p.m. in New York).
    Right: (2010-03-01) The call is on March 14, 2010, at 7 a.m. in Berlin (1 a.m. in New York).
    Wrong: (2023-03-06) The gates open at 4 p.m. Pacific, or [6 p.m.] back home in the Eastern zone.  =>  7 p.m.
    Wrong: (2023-01-16) When it is 6 a.m. in London it is [10:30 a.m.] in Mumbai.  =>  11:30 a.m.
    Wrong: (2021-11-18) MANILA - It struck at 4:43 a.m. (2043 GMT). The alert was lifted at 7:10 a.m. ([2210 GMT]). / Japan sent help.
    Wrong: It struck at 4:40 am (1840 GMT) on Friday. It had been seen at 9 pm (1100 GMT). At noon ([0400 GMT]) it was out at sea.
    Right: It struck at 4:40 am (1840 GMT) on Friday. It had been seen at 9 pm (1100 GMT).
    Skip: It struck at 4:40 am (1840 GMT) on Friday. The ship left port at noon (0400 GMT).
    Wrong: (2024-11-12) It starts at 14:00 CET, [12:00 GMT].  =>  13:00
    Wrong: (2024-12-02) Lift-off is at 6.30pm EST on 12 December ([10.30pm GMT]).  =>  11.30pm
    Wrong: (2024-02-05) It came at 7am in Sydney, when it was still [9pm] the previous night in London.
    Wrong: (2024-02-05) At 10.30am GMT, or [half past ten] in Rome, it rang.
    Wrong: (2024-02-05) It was 9 in the morning in Sydney; back in London it was [nine o'clock at night].
    Wrong: (2024-02-05) In Tokyo it will be 5 in the morning, in Rome [8 in the evening].
    Wrong: (2024-02-05) She rang from Perth, where it was 5pm; in Sydney, where they sat, it was [7pm].
    Wrong: (2024-02-05) The race starts at 2pm in Chicago, [9pm] UK time.
    Wrong: (2024-02-05) It lifts off at 9:30 a.m. (7:30 a.m. Mountain, [7:30 a.m. Pacific]).
    Wrong: (2024-03-01) Our Lisbon desk hands over to Denver at 5 p.m., which is [8 in the morning] there.
    Right: (2024-03-01) Our Lisbon desk hands over to Denver at 5 p.m., which is 10 in the morning there.
    Right: (2024-03-01) The Rome office opens in New York at 9 a.m., which is 3 p.m. there.
    Right: (2024-02-05) It is at 8.30 p.m. Eastern, which is half past one in London or half past two in the morning in Rome.
    Skip: (2017-03-16) A judge in Maryland said so. It takes effect from midnight EDT (4am Tunisian time).
    Skip: (2024-02-05) In Berlin the closing time is 8 p.m.; in London it is 10 p.m.
    Wrong: (2024-02-05) It begins at 6 a.m. Pacific, 9 a.m. Eastern and [1 p.m. GMT].
    Right: (2024-02-05) Doors shut at 20:00 local time in Helsinki, which makes it 19:00 in Stockholm.
    Skip: (2024-02-05) Shops open at 9 a.m. in Berlin, 10 a.m. in London.
    Wrong: (2026-03-04) The tour is on Friday at 8 p.m. Vienna time, so at [3 p.m.] in New York.  =>  2 p.m.
    Right: (2024-12-05) It ended at 1:40 a.m. (6:40 p.m. Wednesday in Washington; Corvinia is two hours ahead of Greenwich).
    Skip: (2024-02-05) Trading in Tokyo ends at 3 p.m. local time, so at 9 a.m. in Frankfurt dealers know the close.
    Wrong: (2023-08-28) 경기는 오후 3시(코펜하겐 [오전 9시])에 시작했다.
    Right: (2023-08-28) 경기는 오후 3시(코펜하겐 오전 8시)에 시작했다.
    Right: (2025-09-16) ROTTERDAM - Her talk is at 9 a.m. local time, which in San Francisco is midnight.
    Right: (2022-04-04) It began at 4 p.m. in Brasilia and 3 p.m. in Manaus.
    Right: (2025-02-27) She talks on March 8 at 10 a.m. in Los Angeles, which is 6 p.m. for us. / The Moon sets at 7:31 a.m. GMT.
    Right: (2023-03-06) It is on at 8 a.m. Mountain time, which is 4 p.m. in Ghent.
    Right: (2023-07-06) Doors open at 10am (10.30am for viewers on Melbourne time), the Adelaide museum said.
    Right: (2023-03-06) DES PLAINES, Ill. — It is at 11 a.m., and online (noon on the East Coast).
    Right: (2023-03-06) The show is at 9 p.m. Eastern (8 Central).
    Wrong: It touched down at 3:55 p.m. Eastern on 18 February 2021 — [9:55 p.m.] for those who followed it in Greenwich.
    Wrong: The gun in Seoul goes off at 8pm on 26 March 2024, [noon] in London.
    Wrong: She spoke at noon Berlin time on 14 February 2024, when clocks in Dublin showed [10am].
    Wrong: (2024-08-01) The last heat is at 6.15pm Paris time. / That is [11.15am Eastern] for her family.
    Wrong: (2024-08-01) Perth is [three hours] behind Brisbane, so he slept in.
    Wrong: (2025-01-20) It was noon in Washington, [6pm] in London and 6pm in Paris.
    Right: (2024-08-01) The last heat is at 6.15pm Paris time. / That is 12.15pm Eastern for her family.
    Wrong: (2025-04-10) YORK, England — It began at 11 a.m., [7 a.m.] for members watching in New York, and ended at noon.
    Wrong: (2024-06-06) OSAKA — It was lifted at 9 a.m. here, or [7 p.m.] on Wednesday in New York.
    Right: (2020-08-24) BEND, Ore. — It struck at 0705 GMT on Wednesday of last week, which was five past midnight here.
    Wrong: (2018-02-08) It began at 9pm on Wednesday in Paris. In Tokyo it was [6am] on Thursday; at 7am the bell rang.
    Wrong: (2024-10-21) 시상식은 오는 26일 오후 9시, 미국 동부시간으로는 같은 날 [오전 7시]에 열린다.
    Skip: (2024-03-15) The doors open at 6pm in London and at 7pm in New York.
    Skip: (2024-03-15) The train left Paris at 10am and got to London at noon.
    Right: (2025-01-20) The call is at 9 a.m. EST (11 p.m. KST).
    Right: (2011-08-16) They meet from 1400 GMT (10 a.m. EDT).
    Right: (2009-03-20) MUMBAI - Bidders have until 5 p.m. (1130 GMT) on Friday.
    Right: (2024-10-21) It is at 8:30 a.m. EST on Nov. 7 (1:30 p.m. in London and 10:30 p.m. in Tokyo).
    Right: (2014-05-22) BANGKOK - A curfew runs from 10 p.m. to 5 a.m. (11 a.m. to 6 p.m. ET).
    Right: (2021-05-05) Liftoff came at 9:47 p.m. Eastern time, or 0147 GMT on Wednesday.
    Right: (2024-07-08) Kick-off is at 9am PDT, or 12pm EDT and 17:00 BST.
    Right: (2023-08-28) 코펜하겐에서 열린 경기는 오후 3시(한국시간 오후 10시)에 시작했다.
    Skip: (2023-08-28) 경기는 오후 3시(한국시간 오후 10시)에 시작했다.
    Skip: (2023-08-28) 뉴욕에서 열린 경기는 오후 3시(런던 오후 9시)에 시작했다.
    Skip: (2022-04-04) Shops open at 9 a.m. in Berlin and 10 a.m. in London.
    Wrong: (2024-02-05) The vote is at 1 p.m. in Zurich. For those in Chicago that means [5 a.m.], the bank said.
    Wrong: (2024-02-05) The gun goes off at noon in Rome. Fans in Lima will have to be up at [5 a.m.] to watch it.
    Right: (2024-02-05) The vote is at 1 p.m. in Zurich. For those in Chicago that means 6 a.m., the bank said.
    Skip: (2024-02-05) The train left Rome at noon. Fans in Lima were already up at 5 a.m., and it got in at 3 p.m.
    Wrong: (2023-08-28) 두 사람은 29일 오후 3시(한국시간 [오후 7시]) 하노이에서 만난다.
    Wrong: (2024-02-05) | City | Start | / |---|---| / | London | 3 p.m. | / | Tokyo | midnight | / | New York | [11 a.m]. |
    Skip: Doors open at 9 a.m. (or 5 p.m. in winter).
    Skip: (2023-03-06) The rally is at 9 p.m. EST (or 3 p.m. in Central Park if it rains).
    Wrong: (2024-07-10) 결선은 파리 현지시간으로 오후 1시, 우리 시각으로는 [오후 7시]에 열린다.
    Wrong: (2024-04-12) # Kathmandu waits / The crew turned back at 2.15pm, [9.30am] in Prague, because of fog.
    Wrong: (2025-10-24) The dinner in London on 10 November is at 7pm. In Bengaluru, for Rao, that is [half past eleven].
    Wrong: The 2pm deadline in Lagos, [3pm GMT], passed on 3 March 2023.
    Skip: It left at 9 p.m. Mountain time on Saturday and was in port, 640 miles off, at 8 p.m. Central on Sunday.
    Wrong: 경기는 2025년 1월 15일 한국시간 [오후 10시](영국시간 [오후 4시])에 시작한다.
    Wrong: 결정은 런던 시간으로 1월 20일 [정오]에 나왔다. 한국 시간 20일 [밤 11시]였다.
    """
    days = [article.published] if article.published else list(ANY_DATES)
    for lead in leads(article):
        working = f"from the clocks of {lead.there} to those of {lead.here}"
        yield Relation(lead.by.quantity, Quantity(hours_apart(lead, days), "hour", working))
    decided: set[tuple[Span, ...]] = set()
    for relation in _in_turn(article):
        if relation.doubt is None or relation.meets():
            decided.add(relation.stated.spans)
        yield relation
    for first, second in odd_clocks(article):
        yield from _compared(article, article.sentences[second.mention.sentence], first, second)
    for here, greenwich, ahead in converted(article):
        off = (here.clock.minute - ahead - greenwich.clock.minute) % DAY
        doubt = OTHER_SEASON if off in (60, DAY - 60) else None
        relation = _relation(here, greenwich, [(here.clock.minute - ahead) % DAY], doubt)
        yield from () if relation.stated.spans in decided else (relation,)
    for sentence, both in told_of_both(article):
        if (both.second.mention.span,) not in decided:
            yield from _side_by_side(article, sentence, both)


def _in_turn(article: Article) -> Iterator[Relation]:
    """Yield what must hold of times told in one sentence, or in two that follow one another."""
    last: Reading | None = None
    near: Reading | None = None
    home = -NEAR - 1
    for sentence, readings in timed(article, article.sentences):
        pairs = list(same_instant(article, sentence, readings))
        for first, second in pairs:
            settled = sentence.number - home <= NEAR
            yield from _compared(article, sentence, first, second, settled)
            home = sentence.number if _at_home(article, sentence, first, second) else home
        if not pairs and (pair := beside(article, sentence, readings)):
            yield from _side_by_side(article, sentence, pair)
        for there in told_there(article, sentence, readings):
            yield from _side_by_side(article, sentence, there)
        if near and (pair := told_next(article, near, sentence, readings)):
            yield from _side_by_side(article, sentence, pair)
            near = readings[-1]
            continue
        near = readings[-1]
        yield from _listed(article, sentence, readings)
        if last and (elsewhere := _elsewhere(article, sentence, readings)):
            yield from _compared(article, sentence, last, elsewhere)
        last = next((reading for reading in reversed(readings) if reading.zones and reading.clock.zone), last)


def _side_by_side(article: Article, sentence: Sentence, pair: Beside) -> Iterator[Relation]:
    """Yield what must hold of two times told side by side: one instant, or one that a slip of the pen made two."""
    told = days_of(article, sentence)
    off = misses(pair.first, pair.second, told)
    same = pair.first.clock.minute == pair.second.clock.minute
    slips = SLIPS_CLOCKED if pair.clocked else SLIPS if pair.set_off and not same else ()
    doubt = None if any(gap in slips for gap in off) or (slips and MIRRORED in off) else TWO_TIMES
    doubt = OTHER_SEASON if TURNED.search(article.words(sentence)) else doubt
    if article.published and not doubt and any(abs((on - article.published).days) <= WEEK for on in told):
        near = [article.published + timedelta(step) for step in range(-WEEK, WEEK + 1)]
        changing = times_there(pair.first.zones, pair.second.zones, pair.first, near)
        doubt = OTHER_SEASON if fits(pair.second.clock.minute, changing, pair.second) else None
    for relation in _compared(article, sentence, pair.first, pair.second):
        yield relation._replace(doubt=relation.doubt or doubt)


def _listed(article: Article, sentence: Sentence, readings: list[Reading]) -> Iterator[Relation]:
    """Yield the times of a list, which are one instant where two of three or more are; else they may be several."""
    found = [
        (first, second, one)
        for first, second in listed(article, readings)
        for one in _compared(article, sentence, first, second)
    ]
    agreed = {id(reading) for first, second, one in found if one.meets() for reading in (first, second)}
    told: set[tuple[Span, ...]] = set()
    for first, _, one in sorted(found, key=lambda pair: id(pair[0]) not in agreed):
        if one.meets():
            yield one
        elif one.stated.spans not in told and (id(first) in agreed or not told):
            told.add(one.stated.spans)
            yield one if agreed and len(found) > 1 else one._replace(doubt=TWO_TIMES)


def _elsewhere(article: Article, sentence: Sentence, readings: list[Reading]) -> Reading | None:
    """Return what a clock elsewhere shows: "Pasadena, where it was 6:47 p.m.", "in Tokyo the clock said"."""
    if len(readings) != 1 or readings[0].clock.zone:
        return None
    (reading,) = readings
    place = article.place(reading.mention)
    before = places_in(article, sentence.start, place)
    words = [article.word(at) for at in range(max(sentence.start, place - 4), place)]
    if reading.place and "it" in words and words[-1:] and words[-1] in SHOWS:
        return reading
    if not before or not words or words[-1] not in SHOWS | {"already", "still"}:
        return None
    told = "where" in words and before[-1].end >= place - 5
    shown = any(word in ("clock", "clocks") for word in words) and before[0].start - sentence.start <= 3
    return reading._replace(place=before[-1].name, zones=zones.of_place(before[-1].name)) if told or shown else None


def _compared(
    article: Article, sentence: Sentence, first: Reading, second: Reading, settled: bool = False
) -> Iterator[Relation]:
    if article.verb_last and second.clock.zone == "local" and not first.zones:
        first = first._replace(zones=(zones.HOME[article.language],))
    if not (first.zones or second.zones) or any(not one.zones and _of_its_own(article, one) for one in (first, second)):
        return
    if _is_nowhere(article, first, second):
        return
    days = days_of(article, sentence)
    doubt = None
    if not (first.zones and second.zones):
        first, second, unplaced = _placed(article, sentence, first, second, days, settled)
        doubt = doubt or unplaced
        if not (first.zones and second.zones):
            return
    strict = times_there(first.zones, second.zones, first, days)
    loose = times_there(_loose(first.zones), _loose(second.zones), first, days)
    stated = second.clock.minute
    if not fits(stated, strict, second) and fits(stated, loose, second):
        yield from _mislabelled(first, second, days[0])
        return
    if (
        not (first.clock.exact and second.clock.exact)
        and min(minutes_off(stated, minute) for minute in (*strict, *loose)) < LOOSELY
    ):
        doubt = NEARLY
    yield _relation(first, second, strict if fits(stated, strict, second) else loose, doubt)
    if fits(stated, strict, second):
        yield from day_there(article, first, second, days)


def _of_its_own(article: Article, reading: Reading) -> bool:
    """Tell whether a time is said to be some country's, by a word that names no known zone: 4am Tunisian time."""
    return article.word(reading.end + 1) == "time"


def _placed(
    article: Article, sentence: Sentence, first: Reading, second: Reading, days: list[date], settled: bool
) -> tuple[Reading, Reading, str | None]:
    """Give a time without a zone that of a place named near by, else of any that makes the two agree.

    Where times near by are `settled` to be of the place near by, no other is tried.
    """
    local, others = _local(article, sentence, first, second), list(_others(article, first, second))
    for known in (local, *(() if settled else others)):
        one, other = first._replace(zones=first.zones or known), second._replace(zones=second.zones or known)
        if fits(other.clock.minute, times_there(one.zones, other.zones, one, days), other):
            return one, other, None
    if article.verb_last and local and local == place_behind(article, sentence, second.mention):
        return first._replace(zones=first.zones or local), second._replace(zones=second.zones or local), None
    if not local and (local := alone(article, sentence, first, second)):
        one, other = first._replace(zones=first.zones or local), second._replace(zones=second.zones or local)
        slipped = len(sentence.of_kind("clock")) == 2 and not SLIPS_CLOCKED.isdisjoint(misses(one, other, days))
        return one, other, None if slipped else AWAY
    doubt = None if len({zone.ahead(days[0]) for zone in local}) == 1 else "several places are named"
    if article.language in zones.HOME and any(others):
        doubt = AWAY
    return first._replace(zones=first.zones or local), second._replace(zones=second.zones or local), doubt


def _is_nowhere(article: Article, first: Reading, second: Reading) -> bool:
    """Tell whether a local time is that of a dateline that nobody knows, and not of a place named beside it."""
    unknown = bool(article.document.meta.get("dateline")) and not dateline(article)
    return unknown and any(one.clock.zone == LOCAL and not one.place for one in (first, second))


def _local(article: Article, sentence: Sentence, first: Reading, second: Reading) -> tuple[Zone, ...]:
    """Return the zones of the places that a sentence names, and of the one that its article is dated from.

    Where a language is written in one country, they are those of that country's clock, unless one time is told of it.
    """
    if home := zones.HOME.get(article.language):
        by_name = Zone(fixed=home.ahead(days_of(article, sentence)[0]))
        here = {home, by_name} & {*first.zones, *second.zones}
        return place_behind(article, sentence, second.mention) if here else (home,)
    if led := told_by_lead(article, sentence, days_of(article, sentence)[0]):
        return led
    said = [named.name for named in places_in(article, sentence.start, sentence.end)]
    if set(said) <= {first.place, second.place} and (opened := opening(article, sentence)):
        return zones.of_place(opened)
    near = said + dateline(article)
    return _zones_of(near, first, second) or (() if near else country(article))


def _others(article: Article, first: Reading, second: Reading) -> Iterator[tuple[Zone, ...]]:
    """Yield the zones of all the places that an article names, then those of its other times; not the two times' own."""
    own = {*first.zones, *second.zones}
    yield tuple(zone for zone in _zones_of(places_told(article), first, second) if zone not in own)
    yield tuple(zone for zone in _zones_told(article) if zone not in own)


@lru_cache(maxsize=2)
def _zones_told(article: Article) -> list[Zone]:
    told = {mention.clock.zone for mention in article.mentions if mention.clock and mention.clock.zone}
    return [zone for name in sorted(told) for zone in zones.named(name)]


def _at_home(article: Article, sentence: Sentence, first: Reading, second: Reading) -> bool:
    """Tell whether one of two times is of the place near by, for all that the other says."""
    if bool(first.zones) == bool(second.zones):
        return False
    local = _local(article, sentence, first, second)
    one, other = first._replace(zones=first.zones or local), second._replace(zones=second.zones or local)
    return fits(other.clock.minute, times_there(one.zones, other.zones, one, days_of(article, sentence)), other)


def _zones_of(names: list[str], first: Reading, second: Reading) -> tuple[Zone, ...]:
    """Return the zones of the places named, those left out that one of the two times is told of."""
    others = [name for name in names if name not in (first.place, second.place)]
    return tuple(dict.fromkeys(zone for name in others for zone in zones.of_place(name)))


def _loose(given: tuple[Zone, ...]) -> tuple[Zone, ...]:
    return tuple(zone.loosely for zone in given)


def _in_full(text: str) -> str:
    """Return a time with its last full stop, for which that of its sentence may stand: 3 p.m."""
    return f"{text}." if text.endswith((".m", ".M")) else text


def _relation(first: Reading, second: Reading, minutes: list[int], doubt: str | None) -> Relation:
    text, begun = second.mention.text, _in_full(first.mention.text)
    said = _in_full(text)
    fitting = any(fits(second.clock.minute, [minute], second) for minute in minutes)
    names = [said] if fitting else [like(said, minute % DAY) for minute in minutes]
    working = f"{begun} in {first.place}" if first.place else begun
    stated = Quantity.named(said, said, second.mention.span)
    implied = Quantity.one_of(names, working, first.mention.span)
    says = f"{{working}} is {{implied}}{f' in {second.place}' if second.place else ''}, not {{stated}}."
    return Relation(
        stated,
        implied,
        says=says,
        doubt=doubt,
        fix=" or ".join(names),
        instead=only(names).removesuffix(said[len(text) :]),
    )


def _mislabelled(first: Reading, second: Reading, on: date) -> Iterator[Relation]:
    """Tell of a zone named for the other half of the year: the times agree, the letters do not."""
    for reading in (first, second):
        zone = next((zone for zone in reading.zones if zone.fixed is not None and zone.region), None)
        if zone and zone.ahead(on) != zone.loosely.ahead(on):
            name = reading.clock.zone
            right = name.replace("ST", "DT") if name.endswith("ST") else name.replace("DT", "ST")
            stated, implied = (
                Quantity.named(name, name, reading.mention.span),
                Quantity.named(right, f"the clocks of {on:%B %Y}"),
            )
            says = "{working} keep {implied}, not {stated}."
            yield Relation(stated, implied, says, Severity.NOTE, fix=right, variant="label")
            return
