"""Weekdays and short lengths of time told from the day of writing, beside the dates that they stand for."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, timedelta
from fractions import Fraction

from factcheck.article import Article, Said
from factcheck.dates import DAYS_IN, MONTHS_IN, OFFSETS, Days, day, days_meant, elapsed, nearest, shown
from factcheck.document import Span
from factcheck.model import Mention, Relation, When
from factcheck.quantity import Interval, Quantity
from factcheck.records import NamedTuple
from factcheck.segment import vocabulary

BESIDE = (
    "{weekday:weekday} (, | <(> | BE)? on? {date:date}",
    "{weekday:weekday} week=<w\ue000-\uf8ff> (, | <(>) on? {date:date}",
)
A_WHILE = (
    "a unit=<w\ue000-\uf8ff> back=ago (to the day)? (, | — | - | <(>) on? {date:date}",
    "in a unit=<w\ue000-\uf8ff> (<'> <w\ue000-\uf8ff>)? (, | : | — | - | <(>) on? {date:date}",
    "the unit=<w\ue000-\uf8ff> beyond=before back=last (, | — | - | <(>) on? {date:date}",
    "{date:date} (, | — | - | <(>) the unit=<w\ue000-\uf8ff> beyond=before back=last",
    "{date:date} (, | — | <(>) a unit=<w\ue000-\uf8ff> back=ago",
    "back=last|this unit=<w\ue000-\uf8ff> (, | <(>) on? {date:date}",
    "{date:date} (, | : | — | - | <(>) a unit=<w\ue000-\uf8ff> (from? {from:relative} | away|hence)",
    "a unit=<w\ue000-\uf8ff> (from {from:relative} | away|hence) (, | : | — | - | <(>)? (on|to)? {date:date}",
)
FROM_WEEKDAY = (
    "(a unit=<w\ue000-\uf8ff> | {length:duration}) from {day:weekday} (, | : | — | - | <(>) (on|to)? {date:date}",
    "{date:date} (, | : | — | - | <(>) (a unit=<w\ue000-\uf8ff> | {length:duration}) from {day:weekday} <.,;:)q—\n>",
)
"""So long from a weekday to come: a week from Monday, on Oct. 22."""
JOINING = frozenset({",", ";", ":", ".", "(", ")", "-", "–", "—", "on", "to", "by", ""})
LASTING = frozenset("for within over lasting lasts last lasted".split())
"""Before a length from a weekday they make it what begins on that."""
LONG_AGO = "a unit=<w\ue000-\uf8ff> ago (, | — | <(>) in {date:date|year}"
WRITTEN_LATER = 7
"""So many days may lie between the writing of a text and its day."""
REACH = {"last": (-13, -1), "past": (-7, -1), "this": (-6, 7), "coming": (1, 7), "next": (1, 14)}
"""How far from the day of writing, in days, a weekday lies that is said so."""
WEEK_AFTER = (7, 14)
WEEK = 7
STEPS = {"last": -1, "this": 0, "next": 1}
A_MONTH, A_CENTURY = 28, 36525
OF_MONTH = "it may be the last of its month"
LATE = "the text may have been written some days before"
QUOTED = "somebody said so, on a day of their own"


class Reach(NamedTuple):
    """The first and the last day, counted from that of writing, that words may stand for."""

    first: int
    last: int


SHORT_AGO = {
    "last night": Reach(-1, 0),
    "this morning": Reach(0, 0),
    "this afternoon": Reach(0, 0),
    "this evening": Reach(0, 0),
}
BEFORE_LAST, MONTH_AGO = Reach(-2, -2), Reach(-38, -24)
"""The night before last; a month ago, a week more or less."""


def deictic(article: Article, published: date) -> Iterator[Relation]:
    """Yield the days that are told from the day of writing, against the dates beside them."""
    for said in article.match(*BESIDE):
        if reach := _of_weekday(said, published):
            yield from _dated(said, said.weekday, reach, published)
    for said in article.match(*A_WHILE):
        if reach := _of_length(said):
            yield from _dated(said, None, reach, published)
    for said in article.match(*FROM_WEEKDAY):
        if reach := _from_weekday(said, published):
            yield from _dated(said, None, reach, published)
    for said in article.match(LONG_AGO):
        yield from _long_ago(said, published)
    yield from _last_month_named(article, published)


def told_of(article: Article, place: int, told: date) -> date | None:
    """Return the day that "the day before yesterday", "a month ago today" and the like are, by the word at a place.

    `told` is the day of that word alone, and the day returned where nothing is counted from it; None where what is
    counted is not known.
    """
    before = [article.word(at) for at in range(max(0, place - 3), place)]
    if before[-2:] in (["day", "before"], ["day", "after"]):
        return told + timedelta(-1 if before[-1] == "before" else 1)
    ahead = article.at.get(place - 1)
    if ahead and ahead.kind == "duration":
        days = ahead.number and DAYS_IN.get(ahead.unit, 0) * ahead.number.middle
        return told + timedelta(int(days)) if days and days.denominator == 1 and days < A_CENTURY else None
    if before[-1:] != ["ago"]:
        return told + timedelta(WEEK) if before[-2:] == ["a", "week"] else told
    length = article.at.get(place - 2)
    if length and length.kind == "duration" and length.number and length.number.middle.denominator == 1:
        return _ago_of(told, int(length.number.middle), length.unit)
    return _ago_of(told, 1, before[-2]) if before[:1] == ["a"] else None


def _ago_of(told: date, number: int, unit: str) -> date | None:
    if unit in DAYS_IN:
        return told - timedelta(number * DAYS_IN[unit])
    if unit not in MONTHS_IN:
        return None
    months = told.year * 12 + told.month - 1 - number * MONTHS_IN[unit]
    return day(months // 12, months % 12 + 1, told.day) if months >= 12 else None


def _has(said: Said, name: str) -> bool:
    return name in said.match.re.groupindex and said.has(name)


def _of_weekday(said: Said, published: date) -> Reach | None:
    when = said.weekday.when
    if when is None or (said.date.when and said.date.when.weekday not in (None, when.weekday)):
        return None
    if _has(said, "week"):
        return Reach(*WEEK_AFTER) if said.word("week") == "week" and not when.shift else None
    if when.unit == "week" and when.shift in STEPS:
        start = 7 * STEPS[when.shift] - published.weekday()
        return Reach(start - 1, start + 6)
    return Reach(*REACH[when.shift]) if when.shift in REACH and not when.unit else None


def _of_length(said: Said) -> Reach | None:
    unit = said.word("unit")
    size = DAYS_IN.get(unit)
    if _has(said, "beyond"):
        return BEFORE_LAST if unit == "night" else None
    if _has(said, "back"):
        if said.word("back") == "ago" and unit == "month":
            return MONTH_AGO
        if said.word("back") != "ago":
            return SHORT_AGO.get(f"{said.word('back')} {unit}")
        return Reach(-size - size // WEEK, -size + size // WEEK) if size else None
    shift = said.article.at[said.match.start("from")].when if _has(said, "from") else None
    if unit == "month" and said.article.word(said.match.start()) == "in":
        return Reach(-MONTH_AGO.last, -MONTH_AGO.first)
    if size is None or (shift and shift.shift not in OFFSETS):
        return None
    days = size + (OFFSETS[shift.shift] if shift else 0)
    return Reach(days, days)


def _from_weekday(said: Said, published: date) -> Reach | None:
    """Return the day so long from such a weekday, the last or the next: six weeks from Thursday, said on a Friday."""
    length = said.length.number if said.has("length") else None
    size = DAYS_IN.get(said.length.unit if length else said.word("unit") if said.has("unit") else "")
    when = said.day.when
    lead = said.article.word(
        min(said.match.start("length" if length else "unit"), said.match.start("day")) - 1 - (not length)
    )
    if size is None or when is None or when.weekday is None or when.shift or when.unit or lead in LASTING:
        return None
    count = length.middle if length else Fraction(1)
    ahead = (when.weekday - published.weekday()) % WEEK
    days = int(count * size)
    return Reach(days + ahead - (WEEK if ahead else 0), days + (ahead or WEEK)) if count.denominator == 1 else None


def _dated(said: Said, weekday: Mention | None, reach: Reach, published: date) -> Iterator[Relation]:
    """Hold a date to the days in reach; one beside another weekday than its own is none to be told from today."""
    when = said.date.when
    if when is None or when.day is None or when.year or when.shift or when.unit:
        return
    span = weekday.span if weekday else _counted_words(said)
    words = weekday.text if weekday else said.article.text(span)
    near = [published + timedelta(step) for step in range(reach.first, reach.last + 1)]
    named = weekday.when.weekday if weekday and weekday.when else near[0].weekday()
    meant = " or ".join(shown(found) for found in near if found.weekday() == named)
    steps = [(found - published).days for found in _may_be(when, published) if not weekday or found.weekday() == named]
    if not steps and when.month and not _equated(said):
        return
    fits = any(reach.first <= step <= reach.last for step in steps)
    late = any(reach.first - WRITTEN_LATER <= step <= reach.last for step in steps)
    of_month = bool(steps) and reach.last < 0 < steps[0]
    doubt = spoken(said) or (LATE if weekday and late else OF_MONTH if of_month else None)
    stated = Quantity.named(said.date.text, said.date.text, said.date.span)
    implied = Quantity.named(
        said.date.text if fits else meant, f"{words}, as of {shown(published)},", *((span,) if weekday else ())
    )
    yield Relation(stated, implied, doubt=doubt, fix=meant)


def _counted_words(said: Said) -> Span:
    """Return the words that a day is counted by, its date and what joins the two left off: a week from Monday."""
    article, dated = said.article, said.match.start("date")
    start, end = (said.match.start(), dated) if dated > said.match.start() else (dated + 1, said.match.end())
    while start < end - 1 and article.word(start) in JOINING:
        start += 1
    while end - 1 > start and article.word(end - 1) in JOINING:
        end -= 1
    return article.span(start, end)


def _equated(said: Said) -> bool:
    """Tell "다음 주 수요일인 4월 7일" and "next Friday is May 5" from a date that stands beside its weekday."""
    return said.article.skeleton[said.match.start("date") - 1] in vocabulary()[1]["BE"]


def _may_be(when: When, published: date) -> list[date]:
    """Return the days that a date without a year may be: one without a month, of any month near publication."""
    if when.month is not None:
        return [found for found in (nearest(when, published),) if found]
    months = {(near.year, near.month) for near in (published + timedelta(step) for step in (-A_MONTH, 0, A_MONTH))}
    return [found for year, month in months if when.day and (found := day(year, month, when.day))]


def spoken(said: Said) -> str | None:
    """Return why the days of a phrase may be another's: it is said within quotation marks."""
    return spoken_at(said.article, said.sentence.number, said.match.start())


def spoken_at(article: Article, number: int, place: int) -> str | None:
    """Return why a day may be another's: it is said within quotation marks."""
    return QUOTED if '"' in article.skeleton[article.sentences[number].start : place] else None


def _long_ago(said: Said, published: date) -> Iterator[Relation]:
    """Hold "a year ago, in September 2024" and "a decade ago, in 2015" to the months between, a third more or less."""
    when, months = said.date.when, MONTHS_IN.get(said.word("unit"))
    days = days_meant(when, published) if when and when.year and not when.unit else None
    if not (days and months) or days.last >= published:
        return
    between = elapsed(days, Days(published, published), "month")
    stated = Quantity(Interval.around(Fraction(months), Fraction(months, 3)), "month", f"a {said.word('unit')}")
    span = said.article.span(said.match.start(), said.match.start() + 3)
    words = f"{said.date.text} to {shown(published)}"
    stated = stated.changed(spans=(span,))
    says = f"{{working}} is more or less than a {said.word('unit')}."
    fix = f"check “{said.date.text}”"
    yield Relation(stated, Quantity(between, "month", words, (said.date.span,)), says, doubt=spoken(said), fix=fix)


def _last_month_named(article: Article, published: date) -> Iterator[Relation]:
    """Say that "last month" is the month which the text names near by."""
    before = published.month - 1 or 12
    for mention in article.mentions:
        when = mention.when
        if mention.kind == "relative" and when and (when.shift, when.unit) == ("last", "month"):
            near = article.sentences[max(0, mention.sentence - 1) : mention.sentence + 2]
            named = (other for told in near for other in told.of_kind("date") if other.when)
            found = next((other for other in named if other.when and _whole_month(other) == before), None)
            if found:
                words = f"{mention.text}, as of {shown(published)},"
                stated = Quantity.named(found.text, mention.text, mention.span)
                yield Relation(stated, Quantity.named(found.text, words, found.span))


def _whole_month(mention: Mention) -> int | None:
    when = mention.when
    return when.month if when and when.day is None and when.year is None and not when.shift else None
