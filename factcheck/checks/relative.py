"""Days said by the day of writing: yesterday, this week, last December, two weeks from now."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, timedelta
from fractions import Fraction

from factcheck.article import BIT, Article, Said, Sentence
from factcheck.check import check
from factcheck.dates import MONTH_NAMES, NAMES, OFFSETS, Days, counted, days_meant, nearest, shown
from factcheck.model import Mention, Relation, Severity
from factcheck.phrase import KIND_LETTERS
from factcheck.quantity import OneOf, Quantity
from factcheck.segment import vocabulary

DEICTIC = (
    "{day:relative} ,? {weekday:weekday}",
    "{weekday:weekday} , {day:relative}",
    "{day:relative} (, | <(>) {weekday:weekday}",
)
FROM_NOW = (
    "{date:date} , (ABOUT|NEARLY|MORE|than)* {length:duration} (away|hence | from now)",
    "{date:date} (, | <(>) (in|within)? {length:duration} (away|hence | from now)",
    "in {length:duration} , on {date:date}",
)
SINCE_THEN = (
    "{date:date} , (ABOUT|NEARLY|MORE|than)* {length:duration} ago",
    "{length:duration} ago , on {date:date}",
    "{length:duration} ago <(> {date:date} <)>",
)
WEEK = 7
WEEKDAY = BIT[KIND_LETTERS["weekday"]]
TO_COME = frozenset("will scheduled to expected meets plans".split())
PAST = frozenset("was were had said told met fell rose did won lost came went made took".split())
REACH = 12
NEAR_SENTENCES = 6


@check("relative-date", says="{working} is {implied}, not {stated}.")
def relative_date(article: Article) -> Iterator[Relation]:
    """A day that is said from the day of writing must be the day that the text was published on, or is counted from it.

    The day of writing is the article's own; a date in a page's header is only held against what the text says is to
    come this week, as a note.

    Wrong: (2018-04-26) The committee met yesterday, [Thursday], to choose a marshal.  =>  April 25, 2018
    Wrong: (2020-09-10) It will be out around Sept. 24, [five weeks] from now.
    Wrong: (2025-10-21) The president is to meet his guest [this week]. They will sit down on [Monday] in the capital.
    Right: (2018-07-11) World Population Day falls today, Wednesday.
    Right: (2020-09-10) It will be out around Sept. 24, two weeks from now.
    Right: (2023-02-02) The next decision is due on Thursday, March 23, seven weeks away.
    Right: (2025-08-25) He declared martial law last December.
    Right: (2025-08-25) The president is to meet his guest this week. They will sit down on Monday in the capital.
    Skip: The committee met yesterday, Thursday, to choose a marshal.
    Skip: (2018-04-26) “We met yesterday,” he said on Monday.
    Skip: (2025-10-21) The two met this week. They had sat down on Monday.
    """
    if article.published is not None:
        yield from _deictic(article, article.published)
        yield from _counted_from(article, article.published)
        yield from _last_month(article, article.published)
        yield from _this_week(article, article.published, None)
    elif page := article.document.meta.get("page_date"):
        yield from _last_month(article, date.fromisoformat(page))
        yield from _this_week(article, date.fromisoformat(page), Severity.NOTE)


def _deictic(article: Article, published: date) -> Iterator[Relation]:
    for said in article.match(*DEICTIC):
        if said.day.when and said.day.when.shift in OFFSETS and said.weekday.when:
            meant = published + timedelta(OFFSETS[said.day.when.shift])
            yield _weekday(said, published, meant)


def _weekday(said: Said, published: date, meant: date) -> Relation:
    weekday = said.weekday.when.weekday if said.weekday.when else None
    stated = Quantity(OneOf(frozenset({NAMES[weekday or 0]})), "", said.weekday.text, (said.weekday.span,))
    words = f"{said.day.text}, as of {shown(published)}, that is {shown(meant)},"
    implied = Quantity(OneOf(frozenset({NAMES[meant.weekday()]})), "", words, (said.day.span,))
    return Relation(stated, implied, doubt=_spoken(said.sentence, said), instead=NAMES[meant.weekday()])


def _spoken(sentence: Sentence, said: Said) -> str | None:
    """Return why the day may be another's: it is said within quotation marks."""
    before = said.article.skeleton[sentence.start : said.match.start()]
    return "somebody said so, on a day of their own" if '"' in before else None


def _counted_from(article: Article, published: date) -> Iterator[Relation]:
    for shapes, ahead in ((FROM_NOW, True), (SINCE_THEN, False)):
        for said in article.match(*shapes):
            day = nearest(said.date.when, published) if said.date.when else None
            if day is not None and (day >= published) == ahead and said.length.unit in ("day", "week", "month", "year"):
                yield _distance(said, published, day)


def _distance(said: Said, published: date, day: date) -> Relation:
    first, last = sorted((published, day))
    between = counted(Days(first, first), Days(last, last), said.length.unit)
    words = f"{shown(first)} to {shown(last)}"
    implied = Quantity(between, said.length.unit, words, (said.date.span,))
    stated = said.length.quantity
    return Relation(stated.changed(value=stated.interval.widened(Fraction(1, 20))), implied, doubt=_spoken(said.sentence, said))


def _last_month(article: Article, published: date) -> Iterator[Relation]:
    """Say which month "last December" is."""
    for mention in article.mentions:
        when = mention.when
        if when and when.shift == "last" and when.month and when.day is None and when.year is None and not when.unit:
            days = days_meant(when, published)
            if days and days.last < published:
                name = f"{MONTH_NAMES[when.month - 1]} {days.first.year}"
                value = OneOf(frozenset({name}))
                words = f"{mention.text}, as of {shown(published)},"
                yield Relation(Quantity(value, "", mention.text, (mention.span,)), Quantity(value, "", words))


def _this_week(article: Article, reference: date, severity: Severity | None) -> Iterator[Relation]:
    """Hold what is to come this week against the days that are left of it."""
    for week in article.mentions:
        when = week.when
        if when and when.shift == "this" and when.unit == "week" and _to_come(article, week):
            following = article.sentences[week.sentence : week.sentence + NEAR_SENTENCES]
            days = [mention for sentence in following for mention in _days_to_come(article, sentence)]
            if days:
                yield _left_of_week(week, days[-1], reference, severity)
            return


def _to_come(article: Article, mention: Mention) -> bool:
    sentence = article.sentences[mention.sentence]
    words = {article.word(place) for place in range(sentence.start, article.place(mention))}
    return bool(words & (TO_COME - {"to"})) or _infinitive(article, sentence, mention)


def _infinitive(article: Article, sentence: Sentence, mention: Mention) -> bool:
    to, be = vocabulary()[0]["to"], vocabulary()[1]["BE"]
    before = article.skeleton[sentence.start : article.place(mention)]
    return any(letter in be and before[at + 1 : at + 2] == to for at, letter in enumerate(before))


def _days_to_come(article: Article, sentence: Sentence) -> list[Mention]:
    if not sentence.kinds & WEEKDAY:
        return []
    days = [m for m in sentence.of_kind("weekday") if m.when and not m.when.shift and _to_come(article, m)]
    return [mention for mention in days if _ahead(article, mention)]


def _ahead(article: Article, day: Mention) -> bool:
    """Tell whether the nearest verb before "on Monday" speaks of what is to come."""
    place = article.place(day)
    if article.word(max(0, place - 1)) != "on":
        return False
    for at in range(place - 2, max(0, place - REACH), -1):
        word = article.word(at)
        if word in TO_COME - {"to"}:
            return True
        if word.endswith("ed") or word in PAST:
            return False
    return False


def _left_of_week(week: Mention, day: Mention, reference: date, severity: Severity | None) -> Relation:
    weekday = day.when.weekday if day.when and day.when.weekday is not None else 0
    stated = Quantity(OneOf(frozenset({NAMES[weekday]})), "", day.text, (day.span, week.span))
    left = frozenset(NAMES[number % WEEK] for number in range(reference.weekday(), max(WEEK, reference.weekday() + 1)))
    words = f"of “{week.text}”, {left_days(reference)} as of {shown(reference)}"
    says = f"The text says “{week.text}” of a {day.text} to come, but {shown(reference)} was a {NAMES[reference.weekday()]}."
    fix = "check the day that the text was written on"
    working = f"{words}; the text speaks of {day.text} as to come"
    return Relation(
        stated, Quantity(OneOf(left), "", words), says, severity or Severity.WARNING, fix=fix, working=working
    )


def left_days(reference: date) -> str:
    """Return which days of a week that ends on Sunday are not over, in words."""
    if reference.weekday() == WEEK - 1:
        return "only Sunday is left"
    return f"{NAMES[reference.weekday()]} to Sunday are left"
