"""Times in tables: lengths beside their two ends, ages beside births, and one instant on the clocks of several places.

Which columns belong together their heads say; that they do, the rows show: only where most of them fit is one wrong that
does not.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator, Sequence
from datetime import date

from factcheck.article import Article
from factcheck.dates import SOME_YEAR, birthdays, days_meant, shown
from factcheck.document import Row, Span, Table
from factcheck.link.context.grids import LARGEST, WIDEST, Cell, cell
from factcheck.link.time.instants import Reading, minutes_off, read, times_there
from factcheck.link.time.spells import MINUTES_IN
from factcheck.model import Mention
from factcheck.patterns import Pattern
from factcheck.quantity import Interval, Quantity
from factcheck.records import NamedTuple
from factcheck.reference import zones

STARTS = Pattern(r"(?:start\w*|from|leaves?|depart\w*|begin\w*|opens?|out|first day|on)\b")
ENDS = Pattern(r"(?:finish\w*|end\w*|to|arriv\w*|until|closes?|till|back|last day|off)\b")
LASTS = Pattern(r"(?:no\. of |number of )?(?P<unit>day|night|hour|minute|week)s?\b")
"""The heads of columns of beginnings, ends and lengths."""
BORN, AGE = Pattern(r"(?:born|birth|date of birth|d\.o\.b|dob|year of birth|birthday)\b"), Pattern(r"ages?\b")
DAY, THIRD, FEWEST = 1440, 3, 3
"""Of so many rows one may be wrong, of a third of more at the most; so many clocks show one instant at the least."""


class Told(NamedTuple):
    """A length or an age in a row, and what it must be by the times beside it."""

    stated: Quantity
    implied: Quantity


def lengths(article: Article) -> Iterator[Told]:
    """Yield the lengths of a table's rows, where most of them are those between the two times beside them."""
    for heads, rows in _tables(article):
        at = [next((n for n, head in enumerate(heads) if shape.match(head)), None) for shape in (STARTS, ENDS, LASTS)]
        start, end, length = at
        unit = LASTS.match(heads[length]) if length is not None else None
        if start is not None and end is not None and length is not None and unit:
            yield from _mostly([_length(article, row, start, end, length, unit["unit"]) for row in rows])


def ages(article: Article, published: date | None) -> Iterator[Told]:
    """Yield the ages of a table's rows, where most of them follow from the births beside them."""
    for heads, rows in _tables(article) if published else ():
        born, age = (next((n for n, head in enumerate(heads) if shape.search(head)), None) for shape in (BORN, AGE))
        if born is not None and age is not None and published:
            yield from _mostly([_age(article, row, born, age, _day_of(article, rows, published)) for row in rows])


def _tables(article: Article) -> Iterator[tuple[list[str], Sequence[Row]]]:
    """Yield the tables with a head, what stands over each column and the rows below."""
    for table in article.document.tables:
        if THIRD <= len(table.rows) <= LARGEST and len(table.rows[0]) <= WIDEST and article.language == "en":
            yield [article.text(span).strip().strip("*").lower() for span in table.rows[0]], table.rows[1:]


def _mostly(told: list[Told | None]) -> list[Told]:
    """Return what rows tell, if all fit but one or, of many, a third."""
    known = [one for one in told if one]
    misses = sum(not one.stated.interval.meets(one.implied.interval) for one in known)
    return (
        known if len(known) - misses >= max(1, misses * (THIRD - 1)) or (len(known), misses) == (THIRD - 1, 1) else []
    )


def _length(article: Article, row: Row, start: int, end: int, length: int, unit: str) -> Told | None:
    """Return the length of a row with how long it is from one time to the other, both days counted or not."""
    number = cell(article.document, row[length]) if len(row) > max(start, end, length) else None
    first, last = (_only(article, row[at]) if number else None for at in (start, end))
    if number is None or first is None or last is None:
        return None
    if first.clock and last.clock and unit in MINUTES_IN:
        minutes = (last.clock.minute - first.clock.minute) % DAY
        return _told(number, unit, Interval.exactly(minutes / MINUTES_IN[unit]), first, last)
    days = [
        days_meant(one.when, article.published or date(SOME_YEAR, 1, 1)) if one.when and one.when.day else None
        for one in (first, last)
    ]
    if unit not in ("day", "night") or not days[0] or not days[1]:
        return None
    apart = (days[1].first - days[0].first).days
    return _told(number, unit, Interval.exactly(apart).hull(Interval.exactly(apart + (unit == "day"))), first, last)


def _told(number: Cell, unit: str, between: Interval, *times: Mention, until: date | None = None) -> Told:
    stated = Quantity(number.number.interval, unit, number.text, (number.span,))
    working = " to ".join(one.text for one in times) + (f" to {shown(until)}" if until else "")
    return Told(stated, Quantity(between, unit, working, tuple(one.span for one in times)))


def _age(article: Article, row: Row, born: int, age: int, on: date) -> Told | None:
    """Return the age of a row with what follows from its birth."""
    number = cell(article.document, row[age]) if len(row) > max(born, age) else None
    birth = _only(article, row[born]) if number else None
    days = days_meant(birth.when, on) if birth and birth.when and birth.when.year else None
    if number is None or birth is None or days is None or days.last >= on:
        return None
    years = Interval.exactly(birthdays(days.last, on)).hull(Interval.exactly(birthdays(days.first, on)))
    return _told(number, "year", years, birth, until=on)


def _day_of(article: Article, rows: Sequence[Row], published: date) -> date:
    """Return the day that the ages of a table are of: that in its head, or that of publication."""
    head = next(table.rows[0] for table in article.document.tables if table.rows[1:] == tuple(rows))
    told = [
        day
        for span in head
        if (one := _only(article, span)) and one.when and one.when.day and (day := days_meant(one.when, published))
    ]
    return told[0].first if len(told) == 1 else published


def _only(article: Article, span: Span) -> Mention | None:
    """Return the only time in a cell."""
    at = bisect_left(article.mentions, span.start, key=lambda mention: mention.span.start)
    found = []
    while at < len(article.mentions) and article.mentions[at].span.start < span.end:
        found.append(article.mentions[at])
        at += 1
    return found[0] if len(found) == 1 and found[0].kind in ("date", "year", "clock") else None


def odd_clocks(article: Article) -> Iterator[tuple[Reading, Reading]]:
    """Yield each time of a table with one that shows its instant elsewhere, where all of a row or column do but one."""
    if article.language != "en" or article.published is None:
        return
    for table in article.document.tables:
        if THIRD - 1 <= len(table.rows) <= LARGEST and len(table.rows[0]) <= WIDEST:
            for told in _clocks(article, table):
                yield from _one_instant(told, [article.published])


def _clocks(article: Article, table: Table) -> Iterator[list[Reading]]:
    """Yield the times of one column by the places of its rows, and of one row by the places over its columns."""
    heads = table.rows[0]
    for column in range(1, len(heads)):
        yield [told for row in table.rows[1:] if len(row) > column and (told := _seated(article, row[column], row[0]))]
    for row in table.rows[1:]:
        yield [told for span, head in zip(row[1:], heads[1:], strict=False) if (told := _seated(article, span, head))]


def _seated(article: Article, span: Span, label: Span) -> Reading | None:
    """Return the time of a cell as one of the place that another cell names."""
    mention = _only(article, span)
    name = article.text(label).strip().strip("*")
    if mention is None or not mention.clock or not zones.of_place(name):
        return None
    return read(article, mention)._replace(place=name, zones=zones.of_place(name))


def _one_instant(told: list[Reading], days: list[date]) -> Iterator[tuple[Reading, Reading]]:
    """Yield every time with one that most others agree with."""
    if len(told) < FEWEST or len({one.place for one in told}) < len(told):
        return
    agree = {id(one): [other for other in told if other is not one and _same(one, other, days)] for one in told}
    leader = max(told, key=lambda one: len(agree[id(one)]))
    if len(agree[id(leader)]) >= len(told) - (THIRD - 1):
        yield from ((leader, other) for other in told if other is not leader)


def _same(one: Reading, other: Reading, days: list[date]) -> bool:
    return any(
        minutes_off(other.clock.minute, minute) == 0 for minute in times_there(one.zones, other.zones, one, days)
    )
