"""Periods told from the day of writing, beside the month, day or year that they are put in: last summer, in July."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, timedelta

from factcheck.article import BIT, Article, Sentence
from factcheck.dates import MONTH_NAMES, STEP, Days, days_meant, month, shown
from factcheck.link.time.deictic import spoken_at
from factcheck.link.time.periods import week_days
from factcheck.model import Mention, Relation, When
from factcheck.patterns import Pattern
from factcheck.quantity import Quantity
from factcheck.records import NamedTuple

SEASONS = {"spring": 3, "summer": 6, "autumn": 9, "fall": 9, "winter": 12}
"""The month that each begins with north of the line."""
LOOSE = timedelta(12)
"""So long before and behind its three months a season is still named so; of a month named beside it the middle must be."""
A_WHILE = timedelta(500)
"""Longer ago no season began that is the last of its name, and none that is the next begins so far ahead."""
MIDDLE, FRIDAY, DECADE = 15, 4, 10
QUARTER, HALF_YEAR, YEAR, STARTED = 3, 6, 12, 3
"""In months; a sports season is on from autumn until the third month of its second year at least."""
MARKS = frozenset(",(—–-:")
PASSED = frozenset("in on of for at the early late mid that when small hours middle".split())
"""Words between a period, a mark behind it, and what it is put in."""
LEADING = frozenset({"in", "on", "of", "from"})
HELD = Pattern(
    r"\s*,? (?:which|that)? ?(?:(?:was|were|took|fell|came|is|will be) )?(?:only |just )?(?:held|presented|played|delivered|announced"
    r"|unveiled|staged|cast|fought|run|place|out)? ?on $"
)
"""Between what a period is said of and a day these make it that on which it was: last week's budget, presented on 3 May."""
AT_WEEKEND = frozenset({"at", "over", "this"})
ENDS = frozenset(",.;:)q—–\n·-?!")
MONEY = frozenset("dollars prices terms money pounds euros fiscal financial budget accounting school academic".split())
"""Beside a year or a period these make it one of money or accounts, which begins in a month of its own."""
COUNTED = frozenset({"ago", "from", "since", "than"})
"""Before a period they tell of another: a year ago next week."""
OWNER = frozenset({"'", "’", "'s", "’s"})
REACH = 6
PARTS = frozenset({"earlier", "later"})
"""Before "this year" these leave out what of it is over, or to come."""
TURN = 3
"""So few days into a month it may be told of as still to come."""
BEFORE = "the text may have been written before the month began"


class Period(NamedTuple):
    """A period by its words, in places `first` up to `last`, and the days that it may be."""

    first: int
    last: int
    days: tuple[Days, ...]
    turned: bool = False


def apposed(article: Article, published: date) -> Iterator[Relation]:
    """Yield the days that periods may be, against those in which the words beside them put them."""
    for sentence in article.body:
        if sentence.kinds & (BIT["D"] | BIT["Y"]) and not article.verb_last:
            for told in sentence.of_kind("date|year"):
                if (when := _alone(article, sentence, told)) and (found := _period(article, sentence, told, published)):
                    yield from _relation(article, told, when, found, published)


def _alone(article: Article, sentence: Sentence, told: Mention) -> When | None:
    """Return what a month, a day or a year says that is one of no list, no sum of money and no name."""
    when, place = told.when, article.place(told)
    if when is None or when.shift or when.until or (when.unit and when.unit != "season"):
        return None
    behind = article.skeleton[place + 1], article.word(place + 1)
    further = {article.skeleton[at] for at in range(place + 1, place + 4)} & {"D", "Y"}
    if further or behind[1] in MONEY or (behind[0] == "N" and not when.day and not when.year):
        return None
    return when


def _period(article: Article, sentence: Sentence, told: Mention, published: date) -> Period | None:
    """Return the period that ends just before a time, with a mark, or words that lead to the time, between the two."""
    place = at = article.place(told)
    marked = False
    while at > sentence.start and place - at < REACH:
        mark = article.skeleton[at - 1] in MARKS and not marked
        season = article.word(at - 1) in SEASONS and article.word(at - 2) in PASSED
        opens = article.word(at - 1) == "from" and at - sentence.start <= REACH - 2
        if not (mark or article.word(at - 1) in PASSED or season or opens):
            break
        marked, at = marked or mark, at - 1
    led = at < place and (marked or article.word(place - 1) == "on")
    closed = article.skeleton[place + 1] in ENDS or article.word(place - 1) in LEADING
    if led and closed and (found := _ending(article, sentence, at, published)):
        return found
    owned = article.word(place - 1) == "of" or (article.word(place - 1) == "in" and marked)
    last = _owner(article, sentence, at) if owned else _held(article, sentence, told)
    return _ending(article, sentence, last, published) if last else None


def _owner(article: Article, sentence: Sentence, end: int) -> int:
    """Return where "last year" ends before "'s wet spring of 2015", no other figure between; 0 for none."""
    for at in range(end - 1, max(sentence.start, end - REACH), -1):
        if article.word(at) in OWNER:
            return at
        if at in article.at or article.skeleton[at] in ENDS or not article.word(at).isalpha():
            return 0
    return 0


def _held(article: Article, sentence: Sentence, told: Mention) -> int:
    """Return where "last week" ends before "'s budget, which was presented on Feb. 22"; 0 for none."""
    if not (told.when and told.when.day) or article.word(article.place(told) - 1) != "on":
        return 0
    for at in range(article.place(told) - 2, max(sentence.start, article.place(told) - 2 * REACH), -1):
        if at in article.at:
            return 0
        if article.skeleton[at] == ",":
            between = article.document.text[article.span(at, at + 1).start : told.span.start]
            return _owner(article, sentence, at) if HELD.fullmatch(between) else 0
    return 0


def _ending(article: Article, sentence: Sentence, end: int, published: date) -> Period | None:
    """Return the period whose words end just before a place."""
    mention = article.at.get(end - 1)
    when = mention.when if mention else None
    if mention and mention.text.lower().startswith(("following", "preceding")):
        return None  # Turned down at 20, she was taken on in the following year, 1949.
    if when and when.shift in STEP and not (when.month or when.day):
        before = article.word(end - 2)
        if not (MONEY | COUNTED).isdisjoint((before, article.word(end - 3))):
            return None
        days, turned = _shifted(when, before, published), when.unit == "month" and published.day <= TURN
        return Period(end - 1 - (before in PARTS), end, days, turned) if days else None
    words = [article.word(at) for at in range(max(sentence.start, end - 3), end)]
    if words[-1:] == ["weekend"] and words[-2] == "the" and words[0] in AT_WEEKEND:
        return Period(end - 3, end, _weekends(published))
    if len(words) > 1 and words[-1] in SEASONS and words[-2] in STEP:
        return Period(end - 2, end, _seasons(words[-1], STEP[words[-2]], published))
    if words[-2:] == ["before", "last"] and words[0] in ("month", "year"):
        months = _of_step(words[0], -2, published)
        return Period(end - 4, end, (months,)) if months else None
    return None


def _of_step(unit: str, step: int, published: date) -> Days | None:
    if unit == "month":
        number = published.year * YEAR + published.month - 1 + step
        return month(number // YEAR, number % YEAR + 1)
    year = published.year + step
    return Days(date(year, 1, 1), date(year, YEAR, 31))


def _shifted(when: When, before: str, published: date) -> tuple[Days, ...]:
    """Return the days that "last month", "earlier this year" and "next quarter" may be."""
    step = STEP[when.shift]
    if when.unit in ("month", "year") and (days := _of_step(when.unit, step, published)):
        this_month = month(published.year, published.month)
        if step == 0 and before == "earlier":
            return (Days(days.first, this_month.last),)
        return (Days(this_month.first, days.last),) if step == 0 and before == "later" else (days,)
    if when.unit == "quarter":
        number = published.year * YEAR + published.month - 1
        ends = [number + HALF_YEAR * min(step, 0), number + HALF_YEAR * max(step, 0)]
        ends = [number - QUARTER, number + QUARTER] if step == 0 else ends
        return (
            Days(month(ends[0] // YEAR, ends[0] % YEAR + 1).first, month(ends[1] // YEAR, ends[1] % YEAR + 1).last),
        )
    if when.unit == "week":
        return (_about(week_days(step, published), published),)
    if when.unit in ("decade", "century"):
        first = published.year - published.year % DECADE if step == 0 else published.year + 2 * DECADE * min(step, 0)
        last = first + DECADE if step == 0 else published.year + 2 * DECADE * max(step, 0)
        return (Days(date(first, 1, 1), date(last, YEAR, 31)),) if when.unit == "decade" else ()
    if when.unit == "season" and step < 0:
        first = published.year - (published.month > STARTED)
        on = published.year - (published.month <= STARTED)
        return (Days(date(first - 1, 1, 1), date(on, YEAR if on < published.year else published.month, 28)),)
    return ()


def _about(steps: frozenset[int], published: date) -> Days:
    return Days(published + timedelta(min(steps)), published + timedelta(max(steps)))


def _weekends(published: date) -> tuple[Days, ...]:
    """Return the weekends about publication, from Friday to Monday."""
    friday = published + timedelta(FRIDAY - published.weekday())
    return tuple(Days(friday + timedelta(7 * n), friday + timedelta(7 * n + 3)) for n in range(-2, 3))


def _seasons(name: str, step: int, published: date) -> tuple[Days, ...]:
    """Return the seasons of a name, on either side of the line, that are last, this or next when a text appears."""
    found = []
    for year in range(published.year - 2, published.year + 2):
        for starts in (SEASONS[name], SEASONS[name] + HALF_YEAR):
            number = year * YEAR + starts - 1
            first, last = (
                date(number // YEAR, number % YEAR + 1, 1),
                month((number + 2) // YEAR, (number + 2) % YEAR + 1).last,
            )
            days = Days(first - LOOSE, last + LOOSE)
            over, ahead = last - LOOSE <= published, last + LOOSE >= published
            near = -A_WHILE <= first - published <= A_WHILE
            fits = over if step < 0 else ahead if step > 0 else True
            if fits and near:
                found.append(days)
    return tuple(found)


def _may_be(when: When, days: Days, published: date) -> list[Days]:
    """Return the days that a time may be, one without a year in any year that a period touches or of publication."""
    if when.year and when.unit == "season":
        return [Days(date(when.year, 1, 1), date(when.year + 1, STARTED, 31))]
    years = [when.year] if when.year else [*range(days.first.year - 1, days.last.year + 2), published.year]
    found = (days_meant(when._replace(year=year, unit="", weekday=None), published) for year in dict.fromkeys(years))
    return [_middle(one) if when.month and not when.day else one for one in found if one]


def _middle(days: Days) -> Days:
    return Days(*[days.first.replace(day=MIDDLE)] * 2)


def _relation(article: Article, told: Mention, when: When, period: Period, published: date) -> Iterator[Relation]:
    fits = any(
        one.first <= days.last and days.first <= one.last
        for days in period.days
        for one in _may_be(when, days, published)
    )
    if when.unit == "season" and period.days:
        fits = any(one.last <= days.last for days in period.days for one in _may_be(when, days, published))
    span = article.span(period.first, period.last)
    words = f"{article.text(span)}, as of {shown(published)},"
    stated = Quantity.named(told.text, told.text, told.span)
    right = _named(period.days)
    implied = Quantity.named(told.text if fits else right, words, span)
    says = None if right else "{working} cannot be {stated}."
    doubt = spoken_at(article, told.sentence, period.first) or (BEFORE if period.turned else None)
    yield Relation(stated, implied, says, doubt=doubt, fix=None if right else f"check “{told.text}”")


def _named(days: tuple[Days, ...]) -> str:
    """Return a whole month or year by its name, "" for what has none."""
    one = days[0]
    if len(days) == 1 and one == Days(date(one.first.year, 1, 1), date(one.first.year, YEAR, 31)):
        return str(one.first.year)
    return (
        f"{MONTH_NAMES[one.first.month - 1]} {one.first.year}" if one == month(one.first.year, one.first.month) else ""
    )
