"""Stretches of time that a text gives by their ends, and how long each lasts: from July 9 until Sept. 17."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, timedelta
from fractions import Fraction
from functools import reduce
from itertools import islice
from math import ceil, floor

from factcheck.article import BIT, Article, Said, Sentence
from factcheck.dates import (
    DAYS_IN,
    MONTHS_IN,
    OFFSETS,
    Days,
    counted,
    day,
    elapsed,
    in_order,
    months_between,
    nearest,
)
from factcheck.link.time.events import words
from factcheck.link.time.unsaid import in_its_year, in_one_month
from factcheck.link.time.whichyear import in_years
from factcheck.link.time.whoseclock import by_other_clocks
from factcheck.model import Mention, When
from factcheck.patterns import Pattern
from factcheck.phrase import phrase
from factcheck.quantity import Interval, Quantity
from factcheck.records import NamedTuple

MINUTES_IN = {"second": Fraction(1, 60), "minute": Fraction(1), "hour": Fraction(60)}
LOOSE_CLOCK = 20
"""So many minutes may a time be off that is hedged: "nearly 11.30pm"."""
WHOLE_DAY, HALF_DAY = 1440, 720
LONG = frozenset({"decade", "century"})
VAGUE = 3
"""A length that could be any of more than so many units is not worth comparing."""
END = ",? (to|until|till|through|and | -)"
CLAUSE = "<wNCO·'\ue000-\uf8ff>*"
"""What may follow a beginning, between commas: "between 3 May, when the siege began, and 9 June"."""
BETWEEN = (
    f"from|between {{start:date|year}} {END} {{end:date|year}}",
    "from {start:date|year} ,? (to|until|till) DETERMINER <w> <w>? (in|on) {end:date|year}",
    f"from {{start:date|year}} ,? (until|till) {CLAUSE} (in|on) {{end:date|year}}",
    f"from|between {{start:clock}} {END} {{end:clock}}",
    f"from|between {{start:date}} , {CLAUSE} , (to|until|till|and) {{end:date}}",
    "{start:date|year} (to|until|till|through | -) {end:date|year}",
    "{start:clock} (to|until|till | -) {end:clock}",
    "from|between {start:weekday} ,? (to|until|till|through|and | -) {end:weekday}",
)
SOME_DAY = date(2001, 1, 1)
NEAR_WHOLE = {"week": Fraction(1, 7), "year": Fraction(1, 10)}
"""A length is all but a whole one that is off by a day of a week, or by a month of a year and the days of its months."""
TENTH = 10
"""A length held against a hedged one is told to a tenth."""
NOUN_REACH = 5
HAS_TIME = BIT["D"] | BIT["Y"] | BIT["H"] | BIT["W"]
TIMES = frozenset({"date", "year", "clock", "weekday", "relative"})
LONGEST_GAP = 8
BACK = 120
"""So many words back at the most lies the time that "three years later" is counted from."""
IN_ALL = (("in", "all"), ("in", "total"), ("all", "told"))
ALL_OF_IT = "(, or? | — | - | <(>) (a <w> of)? (a <w>? | ONLY)? (ABOUT|NEARLY|EXACTLY|MORE|LESS)? than?"
"""Between a stretch and a length these make it the whole: a period of a little more than six years."""
WITHIN = "it may be within the stretch"
APART = "other words part the length from its dates"
BEFORE_THAT = "it may begin at another time"
ANCHORED = (
    ("{length:duration} later ,? (on|in|at)? {end:date|year|clock}", ""),
    ("{length:duration} earlier ,? (on|in|at)? {start:date|year|clock}", ""),
    ("{end:date|year|clock} ,? (or|and|ONLY)? {length:duration} after ... {start:date|year|clock}", ""),
    ("{end:date|year} ... {length:duration} after ... {start:date|year}", APART),
    ("{length:duration} ,? until|till ... {end:date|year|clock}", BEFORE_THAT),
    ("{end:date} , a <w> of {length:duration}", BEFORE_THAT),
    ("{end:date|year|clock} (<(> {clock} <)>)? , {length:duration} (later | on ,)", ""),
    ("{start:date|year|clock} (<(> {clock} <)>)? , {length:duration} earlier|before", ""),
)
"""Shapes in which a length parts two times, or one from a time said before, with any doubt of that."""


class Stretch(NamedTuple):
    """A beginning and an end, in places `first` up to `last`; one figure may be both: Aug. 23-27."""

    start: Mention
    end: Mention
    first: int
    last: int


def stretches(article: Article, sentence: Sentence) -> Iterator[Stretch]:
    """Yield every stretch of time that a sentence gives by both its ends."""
    taken: set[int] = set()
    for said in article.match_in(sentence, *BETWEEN):
        if said.start.first not in taken:
            taken.add(said.start.first)
            start, end = (in_its_year(article, time) for time in (said.start, said.end))
            yield Stretch(start, in_one_month(start, end), *said.match.span())
    for mention in sentence.of_kind("date"):
        if mention.when and mention.when.until:
            place = article.place(mention)
            led = place > 0 and article.word(place - 1) in ("from", "between")
            yield Stretch(mention, mention, place - led, place + 1)


def _of_thing(article: Article, length: Mention, gap: str) -> bool:
    """Tell whether a length is that of what the stretch tells: 2014년부터 2029년까지 쓰는 15년짜리 계약."""
    return len(gap) <= NOUN_REACH and set(gap) <= {"w"} and article.document.text.startswith("짜리", length.span.end)


def tied(article: Article, stretch: Stretch, length: Mention) -> str | None:
    """Tell how a length belongs to a stretch of its sentence: "" surely, None not at all, else why not."""
    place = article.place(length)
    if place < stretch.first:
        gap = article.skeleton[place + 1 : stretch.first]
        if _apposed(article, place, gap) or _of_noun(article, length, place, stretch.first):
            return WITHIN if article.word(stretch.first) == "between" else ""
    else:
        gap = article.skeleton[stretch.last : place]
        if article.verb_last and (set(gap) <= {","} or _of_thing(article, length, gap)):
            return ""
        behind = article.skeleton[place + 1 : place + 2]
        whole = behind in ".,;)q—\n·" or (article.word(place + 1), article.word(place + 2)) in IN_ALL
        if phrase(ALL_OF_IT).fullmatch(gap) and whole:
            return ""
        lasted = [article.word(at) for at in range(stretch.last, place)]
        if lasted[:1] in ([","], [")"]) and 1 < len(lasted) < 4 and not words("lasting").isdisjoint(lasted[1:2]):
            return ""
    near = len(gap) <= LONGEST_GAP and not any(letter in ".q\n;" or letter.isupper() for letter in gap.replace("N", ""))
    return APART if near else None


def _apposed(article: Article, place: int, gap: str) -> bool:
    """Tell "for 22 years, from" and "lasted 10 weeks (July 9" from lengths of something else."""
    before = [article.word(at) for at in range(max(0, place - 3), place)]
    return not words("lasting").isdisjoint(before) and gap in ("", ",", "(", "—", ",(")


def _of_noun(article: Article, length: Mention, place: int, first: int) -> bool:
    """Tell "a six-day trip from" and "his 12-year reign (" from "a 10-year bond from"."""
    named = [article.word(at) for at in range(place + 1, first) if article.skeleton[at] not in ",(—"]
    hyphened = "-" in length.text or "–" in length.text
    return hyphened and len(named) <= NOUN_REACH and not words("nouns").isdisjoint(named)


def anchored(article: Article) -> Iterator[tuple[Mention, Mention, Mention, str]]:
    """Yield each length that leads from one time to another, both times, and any doubt."""
    for shape, doubt in ANCHORED:
        for said in article.match(shape):
            named = said.end if "{end" in shape else said.start
            if named.clock and said.length.unit not in MINUTES_IN:
                continue
            place = article.place(said.length)
            if (
                article.word(min(said.match.end(), len(article.skeleton) - 1)) == "than"
                or _goes_on(article, place)
                or _before_another(article, said)
            ):
                continue
            both = "{end" in shape and "{start" in shape
            if both and _leaves_clause(article, said):
                continue
            other = (
                said.start if both else _said_before(article, said.sentence, min(place, article.place(named)), named)
            )
            if other:
                alone = (
                    len(list(islice((mention for mention in said.sentence.mentions if mention.kind in TIMES), 3))) == 2
                )
                known = alone and other.sentence == said.sentence.number and not _of_a_third(said)
                pair = (other, named) if "{end" in shape else (named, other)
                goes_on = phrase(", and|but").search(article.skeleton, place, said.match.end()) is not None
                yield said.length, *pair, doubt or (APART if both and goes_on else "") or ("" if known else BEFORE_THAT)


def _goes_on(article: Article, place: int) -> bool:
    """Tell "two years and three months later" from "and three days later, on 13 May"."""
    before = article.at.get(place - 2)
    told = before is not None and before.kind == "date" and article.word(place + 2) in (",", "on")
    return article.word(place - 1) == "and" and not told


def _of_a_third(said: Said) -> bool:
    """Tell whether a sentence has two lengths in one unit, so that both may be counted from what has no date."""
    return sum(length.unit == said.length.unit for length in said.sentence.of_kind("duration")) > 1


def _before_another(article: Article, said: Said) -> bool:
    """Tell whether a length leads from its time to what comes behind: "in 2009, nine years before the last was harmed"."""
    end = said.match.end()
    return article.word(end - 1) == "before" and article.skeleton[end : end + 1] not in ",.;:q)—\n"


def _leaves_clause(article: Article, said: Said) -> bool:
    """Tell whether "two years after it was listed, and steps down on May 22" goes on to something else."""
    between = range(article.place(said.length) + 2, article.place(said.start))
    return any(article.skeleton[at] == "," and article.word(at + 1) in ("and", "but") for at in between)


def _said_before(article: Article, sentence: Sentence, place: int, named: Mention) -> Mention | None:
    """Return the nearest time of the same kind before a place, in its sentence or the one before."""
    kinds = ("clock",) if named.clock else ("date", "year")
    first = article.sentences[max(0, sentence.number - 1)]
    for at in range(place - 1, max(first.start, place - BACK) - 1, -1):
        mention = article.at.get(at)
        if mention and mention.kind in kinds and mention is not named:
            return mention
    return None


def days_between(article: Article, start: Mention, end: Mention) -> tuple[Days, Days] | None:
    """Return the days that two dates or years may mean; None where the later comes first or none can tell."""
    if start.when is None or end.when is None or start.when.unit or end.when.unit:
        return None
    if start is end:
        alone = in_order(start.when, start.when, article.published)
        last = day(alone[0].first.year, alone[0].first.month, start.when.until or 0) if alone else None
        return (alone[0], Days(last, last)) if alone and last and last > alone[0].first else None
    return in_order(start.when, end.when, article.published)


def lasts(length: Mention, between: tuple[Days, Days]) -> Interval | None:
    """Return how many of the length's unit lie between two days, as writers count; None if that is vague."""
    if length.unit not in DAYS_IN and length.unit not in MONTHS_IN:
        return None
    bare = elapsed(*between, length.unit)
    if bare.high - bare.low > VAGUE:
        return None
    if length.unit in LONG and not length.hedge:
        return _begun(between, length.unit)
    if length.unit == "month" and length.number and length.number.half == 0 and not length.hedge:
        return _to_the_month(between, bare)
    if length.hedge in ("", "about"):
        whole = _whole(bare, length.unit)
        if whole and whole.low == whole.high and length.number and length.number.middle.denominator == 1:
            return whole
        return bare.hull(whole or counted(*between, length.unit))
    last_day = Fraction(1, DAYS_IN[length.unit] if length.unit in DAYS_IN else 30 * MONTHS_IN[length.unit])
    high = bare.high + last_day
    return Interval(Fraction(floor(bare.low * TENTH), TENTH), Fraction(ceil(high * TENTH), TENTH))


def _whole(bare: Interval, unit: str) -> Interval | None:
    """Return the whole weeks or years that writers make of a length, one hardly more than whole only itself; None if vague."""
    off = NEAR_WHOLE.get(unit)
    if off is None or bare.high - bare.low > 2 * off:
        return None
    low = floor(bare.low + (off if bare.high > bare.low else 0))
    return Interval(Fraction(low), Fraction(max(ceil(bare.high - off), low)))


def _begun(between: tuple[Days, Days], unit: str) -> Interval:
    """Return the decades or centuries that writers may give: those that were over, or had begun, year taken from year."""
    passed = months_between(between[0].first, between[1].first) / MONTHS_IN[unit]
    return Interval(Fraction(floor(passed)), Fraction(ceil(passed)))


def _to_the_month(between: tuple[Days, Days], bare: Interval) -> Interval:
    """Return the months that "three years and five months" may count, to the nearest or by those that are over."""
    over = counted(*between, "month")
    return Interval(over.low, max(Fraction(round(bare.high)), over.high - (over.high > bare.high + Fraction(1, 30))))


def days_apart(article: Article, start: Mention, end: Mention) -> int | None:
    """Return how many days lie between the days told beside two times of day, less than a week where by weekdays."""
    whens = [_when_beside(article, mention) for mention in (start, end)]
    year = next((when.year for when in whens if when and when.year), None)
    first, last = (_day_of(when, article.published, year) for when in whens)
    if first is None or last is None:
        return None
    if isinstance(first, date) and isinstance(last, date):
        return (last - first).days
    begins, ends = (told.weekday() if isinstance(told, date) else told for told in (first, last))
    return (ends - begins) % 7


def _when_beside(article: Article, mention: Mention) -> When | None:
    """Return the day told beside "10 p.m. on Friday" and "Friday at 10 p.m."; None where none is."""
    place = article.place(mention)
    led = place + 1 + (article.word(place + 1) == "on")
    for at in (place + 1, led, led + (article.word(led) == "the"), place - 1, place - 2):
        beside = article.at.get(at)
        when = beside.when if beside and (at > place or at == place - 1 or article.word(place - 1) == "at") else None
        if when and ((when.day and when.month) or when.weekday is not None or when.shift in OFFSETS):
            return when
    return None


def _day_of(when: When | None, published: date | None, year: int | None) -> date | int | None:
    """Return the day, in the year named beside another if it names none, or the weekday of what is told beside a time."""
    if when and when.day and when.month and (published or year):
        return nearest(when._replace(year=when.year or year), published or SOME_DAY)
    if when and when.weekday is not None:
        return when.weekday
    return published + timedelta(OFFSETS[when.shift]) if when and when.shift in OFFSETS and published else None


def clock_lasts(length: Mention, start: Mention, end: Mention, apart: int | None = None) -> Interval | None:
    """Return how many minutes, hours or days lie between two times of day, the second so many days later.

    Where the days are not known it is perhaps after midnight.
    """
    size = MINUTES_IN.get(length.unit) or (Fraction(WHOLE_DAY) if length.unit == "day" and apart is not None else None)
    begins, ends = start.clock, end.clock
    if size is None or begins is None or ends is None or len({begins.zone, ends.zone} - {""}) > 1:
        return None
    unsaid = [one for one in (start, end) if half_unsaid(one.text) and not (one.clock and one.clock.halved)]
    turn = HALF_DAY if unsaid else WHOLE_DAY
    if apart is None and length.number and length.number.middle * size >= WHOLE_DAY:
        return None
    minutes = ends.minute - begins.minute + WHOLE_DAY * (apart or 0)
    if apart is None or turn == HALF_DAY or minutes < 0:
        minutes %= turn
    reach = LOOSE_CLOCK * ((not begins.exact) + (not ends.exact)) + (1 if length.unit == "minute" else 0)
    if turn == HALF_DAY and length.number and length.number.middle * size >= HALF_DAY:
        minutes += HALF_DAY
    span = Interval(Fraction(minutes - reach) / size, Fraction(minutes + reach) / size)
    in_hours = length.unit == "hour" and length.number is not None and length.number.middle.denominator == 1
    if length.hedge or not in_hours:
        return span
    return Interval(Fraction(floor(span.low)), Fraction(ceil(span.high)))


SPOKEN, PART_OF_DAY = Pattern(r"\b(?:past|to|o['’]clock)\b"), Pattern(r"morning|afternoon|evening|night")


def half_unsaid(text: str) -> bool:
    """Tell whether a time of day may be before noon or after: "5:45", "8 Central", "half past six", not "05:45" or "17:45"."""
    if SPOKEN.search(text):
        return not PART_OF_DAY.search(text)
    hour, _, zone = text.partition(" ")
    text = hour if hour.isdigit() and len(hour) < 3 and zone[:1].isupper() and zone[1:].islower() else text
    figures = text.replace(".", ":").partition(":")[0]
    return text[:1] in "123456789" and not any(letter.isalpha() for letter in text) and int(figures) < 13


def week_lasts(length: Mention, start: Mention, end: Mention) -> Interval | None:
    """Return how many days lie between two weekdays less than a week apart, the last counted or not."""
    first, last = (mention.when.weekday if mention.when else None for mention in (start, end))
    if first is None or last is None or length.unit not in ("day", "night"):
        return None
    days = Fraction((last - first) % 7)
    return Interval(days, days + 1)


def time_between(article: Article, length: Mention, start: Mention, end: Mention) -> Interval | None:
    """Return how many of the length's unit lie between two times of day, dates, years or weekdays."""
    if end.clock or start.clock:
        return (
            None
            if _told_again(article, start, end) or by_other_clocks(article, start, end)
            else clock_lasts(length, start, end, days_apart(article, start, end))
        )
    if start.kind == end.kind == "weekday":
        return week_lasts(length, start, end)
    between = days_between(article, start, end)
    years = in_years(article, length, start, end, between) if between else ()
    return reduce(Interval.hull, found) if (found := [told for one in years if (told := lasts(length, one))]) else None


def _told_again(article: Article, *times: Mention) -> bool:
    """Tell whether a bracket tells one time by the clock of another place: 9 a.m. in Seoul (8 p.m. in Washington)."""
    first, last = sorted(times, key=lambda time: time.first)
    clocks = article.sentences[last.sentence].of_kind("clock")
    nearer = any(first.first < one.first < last.first for one in clocks)
    between = article.document.text[first.span.end : last.span.start]
    return not nearer and between.rfind("(") > between.rfind(")")


def implied(interval: Interval, length: Mention, start: Mention, end: Mention | None) -> Quantity:
    """Return a length of time with its working: "July 9 to Sept. 17"."""
    mentions = (start,) if end is None or end is start else (start, end)
    made = " to ".join(mention.text for mention in mentions) + (" to publication" if end is None else "")
    return Quantity(interval, length.unit, made, tuple(mention.span for mention in mentions))
