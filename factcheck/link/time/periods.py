"""In which week, month or year a day lies that a text tells of: "on April 27 ... earlier this month"."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from factcheck.article import Article, Said
from factcheck.dates import STEP, Days, days_meant, shown
from factcheck.link.time.deictic import spoken
from factcheck.model import Relation
from factcheck.patterns import Pattern
from factcheck.quantity import Quantity

TURN = 2
WEEK, FRIDAY = 7, 4
WEEKS = frozenset({"week", "weekend"})
APPOSED = "<,(—-> on {date:date} <,)—-> <w\ue000-\uf8ff>+ {period:relative}"
HAPPENED = Pattern(
    r"\W*(?:(?:had|has) been|was|were|took place|came|began|opened|ended)(?: (?:held|played|called off|put off|put back|cancell?ed"
    r"|postponed|scrubbed|scrapped|abandoned|aborted|rained off|halted|launched|fought|lost|won|drawn))?(?: only| just)?(?: earlier| later)? "
)
"""Between a day and a period these tell that what the day is of happened in the period, or was to."""


def happened(article: Article, published: date) -> Iterator[Relation]:
    """Hold the day of what happened, told in apposition, to the period in which it did: "the vote, on 3 May, was held this month".

    What is put off may be of any later day.
    """
    for said in article.match(APPOSED):
        period, when = said.period.when, said.date.when
        between = article.document.text[said.date.span.end : said.period.span.start]
        if (
            not (period and when and when.day and when.month)
            or when.shift
            or when.unit
            or not HAPPENED.fullmatch(between)
        ):
            continue
        found = days_meant(when, published)
        if period.unit in (*WEEKS, "month") and period.shift in STEP and found and found.first <= published:
            if _steps(found.first, published, period.unit) <= STEP[period.shift]:
                yield in_period(said, published, found)


def in_period(said: Said, published: date, found: Days) -> Relation:
    """Hold a date to the week, weekend, month or year that is told beside it."""
    unit = said.period.when.unit if said.period.when else ""
    step = STEP[said.period.when.shift] if said.period.when else 0
    steps = [_steps(day, published, unit) for day in found]
    right = _period(steps[0], unit)
    near = range((found.first - published).days, (found.last - published).days + 1)
    reach = {"week": week_days, "weekend": _weekend}.get(unit)
    nearest = step == 1 and said.period.when and said.period.when.shift == "coming"
    step -= bool(nearest and unit == "weekend" and published.weekday() < FRIDAY)
    fits = not reach(step, published).isdisjoint(near) if reach else steps[0] <= step <= steps[1]
    names = {said.period.text} if fits else {right}
    stated = Quantity.named(said.period.text, said.period.text, said.period.span)
    words = f"{said.date.text}, as of {shown(published)},"
    implied = Quantity.one_of(names, words, said.date.span)
    turned = unit == "month" and published.day <= TURN and steps[0] == step - 1
    doubt = spoken(said) or ("it may have been written before the month began" if turned else None)
    return Relation(stated, implied, doubt=doubt, fix=right, instead=right)


def week_days(step: int, published: date) -> frozenset[int]:
    """Return the days, counted from that of writing, that last, this or next week may have.

    Weeks begin on Sunday or on Monday, and the seven days before or behind may be meant.
    """
    monday, sunday = WEEK * step - published.weekday(), WEEK * step - published.isoweekday() % WEEK
    loose = {-1: range(-WEEK, 0), 0: range(1 - WEEK, WEEK), 1: range(1, WEEK + 1)}
    return frozenset(range(sunday, monday + WEEK)) | frozenset(loose[step]) | frozenset(range(monday, sunday + WEEK))


def _weekend(step: int, published: date) -> frozenset[int]:
    """Return the days, counted from that of writing, that last, this or next weekend may have, its Friday with them."""
    saturday = 5 - published.weekday() + WEEK * step
    nearer = range(saturday - 1 - WEEK, saturday + 2 - WEEK) if step == 1 else ()
    return frozenset(range(saturday - 1, saturday + 2)) | frozenset(nearer)


def _steps(found: date, published: date, unit: str) -> int:
    """Return how many weeks, months or years, as calendars part them, a day lies behind that of publication."""
    if unit in WEEKS:
        return (found.toordinal() - 1) // WEEK - (published.toordinal() - 1) // WEEK
    months = 12 * (found.year - published.year) + found.month - published.month
    return months if unit == "month" else found.year - published.year


def _period(step: int, unit: str) -> str:
    named = {-1: f"last {unit}", 0: f"this {unit}", 1: f"next {unit}"}
    return named.get(step) or (f"{-step} {unit}s ago" if step < 0 else f"{step} {unit}s away")
