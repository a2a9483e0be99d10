"""Days said by the day of writing: yesterday, this week, last December, two weeks from now."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, timedelta
from fractions import Fraction

from factcheck.article import BIT, Article, Said, Sentence
from factcheck.check import check
from factcheck.dates import MONTH_NAMES, NAMES, OFFSETS, STEP, Days, days_meant, shown
from factcheck.link.context.tense import PAST
from factcheck.link.time.apposed import apposed
from factcheck.link.time.deictic import deictic, spoken, told_of
from factcheck.link.time.fromtoday import weekdays_told
from factcheck.link.time.periods import happened, in_period
from factcheck.link.time.sofar import HEDGE
from factcheck.link.time.spells import lasts
from factcheck.model import Mention, Relation, Severity
from factcheck.phrase import KIND_LETTERS
from factcheck.quantity import Quantity
from factcheck.restyle import restyled
from factcheck.segment import vocabulary
from factcheck.shown import round_half_up

JOINT = "(, | : | — | - | <(>)"
AHEAD = "{length:duration} (away|hence | from now | from {relative})"
SHORT = f"{HEDGE} {HEDGE} {HEDGE} {HEDGE}"
FROM_NOW = (
    f"{{date:date|year}} {JOINT}? {SHORT} {AHEAD}",
    f"{AHEAD} {JOINT}? (on|in|by)? {{date:date|year}}",
    "{date:date} <(> (in|within)? {length:duration} <)>",
    f"in {{length:duration}} <'>? <w>? {JOINT} (on|in|by)? {{date:date|year}}",
)
OFF = f"{{date:date}} ,? BE {SHORT} {{length:duration}} off=<w\ue000-\uf8ff>"
DEADLINES = (
    "within the? {length:duration} (<w\ue000-\uf8ff>|,)* by|until|before {date:date}",
    "{length:duration} to <w\ue000-\uf8ff> (to|until|till|before) (<wNC\ue000-\uf8ff>|,)* {date:date}",
)
BY_THEN = "it may be counted from another day"
"""Lengths that lead to a day, mostly from that of writing: within 14 days, that is, by March 19; with 26 days to go until."""
SINCE_THEN = (
    f"{{date:date|year}} {JOINT} {SHORT} {{length:duration}} ago",
    f"{{length:duration}} ago {JOINT} (on|in)? {{date:date|year}}",
    "{length:duration} ago on {date:date}",
)
SAME_TIME = (
    f"{{date:date|year}} {JOINT} (earlier|later|<w>)? {{period:relative}} <.,;)q—\n·>",
    "{date:date} (earlier|later|<w>)? {period:relative} <.,;)q—\n·>",
    f"{{period:relative}} {JOINT} (on|in) the? {{date:date|year}}",
    "{period:relative} <(> {date:date|year} <)>",
    "{period:relative} , {date:date} <.,;)q—\n·>",
    "{period:relative} (with|at|by) the {date:date}",
    "{period:relative} on {date:date} <.,;)q—\n·>",
    "{period:relative} <'> <w>? {date:date}",
    "{period:relative} <'> <w\ue000-\uf8ff> -? <w\ue000-\uf8ff>? , on {date:date} <.,;)q—\n·>",
    "{period:relative} BE {date:date}",
    "{period:relative} (morning|afternoon|evening|night) (, | <(> | - | —) {date:date}",
    "{period:relative} (- | — | :) {date:date} <.,;)q—\n·->",
    "{period:relative} <'> <w\ue000-\uf8ff>+ , which verb=<w\ue000-\uf8ff> <wN\ue000-\uf8ff>* on {date:date}",
)
OF_YEAR = "{period:date} (, | <(>) in? {date:year}"
TAKES_PLACE = frozenset("opens begins starts runs takes falls will is".split())
SAME_YEAR = ("{period:relative} is (from|to|of)? {date:year}", "{period:relative} is (from|to|of)? {date:date}")
"""In Korean what is said of a year or a month stands before it: 올해인 2025년, 지난달인 2월."""
AHEAD_OR_BEHIND = frozenset({"last", "next"})
ENDS = ".,;)q—\n"
COUNTED = frozenset({"from", "since", "than"})
UNITS = ("week", "weekend", "month", "year")
FISCAL = frozenset({"fiscal", "financial", "school", "academic", "season", "tax"})
LONG = 1000
LONGEST = {"year": 500}
"""Of more years no text counts back to a date of its own."""
LONG_AGO = frozenset({"year", "decade", "century"})
"""So long ago is a length of time like any other, and no day told from that of writing."""
WEEK = 7
WEEKDAY = BIT[KIND_LETTERS["weekday"]]
TO_COME = frozenset("will scheduled to expected meets plans".split())
REACH, NEAR_SENTENCES = 12, 6


@check("relative-date", says="{working} is {implied}, not {stated}.")
def relative_date(article: Article) -> Iterator[Relation]:
    """A day that is said from the day of writing must be the day that the text was published on, or is counted from it.

    The day of writing is the article's own; a date in a page's header is only held against what the text says is to
    come this week, as a note.

    Wrong: (2018-04-26) The committee met yesterday, [Thursday], to choose a marshal.  =>  yesterday = Wednesday
    Wrong: (2021-11-15) I counted the cars yesterday, a bright [Saturday].  =>  Sunday
    Skip: (2021-11-15) He left yesterday, a Friday night fixture having been moved.
    Wrong: (2020-09-10) It will be out around Sept. 24, [five weeks] from now.
    Wrong: (2025-10-21) The president is to meet his guest [this week]. They will sit down on [Monday] in the capital.
    Wrong: (2022-03-21) The bridge shut on Feb. 8, earlier [this month], and has not reopened.  =>  Feb. 8
    Wrong: (2022-03-21) The letter came [last week], on 2 March, by post.  =>  2 March
    Wrong: (2022-03-21) Voting ends tomorrow, [March 24].  =>  tomorrow
    Wrong: (2022-03-21) The mill closed in February 2021, [eight months] ago.  =>  February 2021
    Wrong: (2022-03-21) The count, which closed this month with the [Feb. 28] deadline, was fair.
    Wrong: (2022-03-21) The fair, which opens next Friday, [May 6], is full.  =>  next Friday
    Wrong: (2022-03-21) The hens left four days ago, on [Friday].  =>  Thursday
    Wrong: (2022-03-21) 서명식은 어제인 [18일] 시청에서 열렸다.  =>  어제
    Wrong: (2022-03-21) The well ran dry a month ago today, on [20 February].
    Wrong: (2022-03-21) A fortnight ago, on [10 March], the pump was sold.
    Wrong: (2022-03-21) The choir sang last night ([18 March]) in Ely.
    Wrong: (2022-03-21) Yesterday's vote, on [19 March], was close.
    Wrong: (2022-03-21) This morning, [20 March], a swallow was seen.
    Wrong: (2022-03-21) The mill burnt down last week on [8 March].
    Wrong: (2022-03-21) It was only yesterday – [19 March] – that he knew.
    Wrong: (2022-03-21) Next month's fair, which opens in Ely on [9 May], is the first.
    Wrong: (2022-03-21) A month ago to the day, on [9 February], the well ran dry.
    Wrong: (2016-03-08) A statement is promised in [two weeks]' time, by [Tuesday, March 29].
    Wrong: (2022-03-21) Polls open in a week's time, on [30 March].
    Wrong: (2022-03-21) Tomorrow – [Monday] – the mill shuts, she said this morning.
    Wrong: (2022-03-21) She said this morning ([Sunday]) that it would.
    Wrong: (2022-03-21) The council meets tomorrow evening, [March 23], to decide.
    Wrong: (2022-03-21) The mill reopens next Saturday, [April 16].
    Wrong: (2022-03-21) [This weekend], April 9 and 10, the town runs its race.
    Wrong: (2022-03-21) [A decade ago], in 2007, the island had one doctor.
    Wrong: (2022-03-21) The first vote, on 20 February, had been put off earlier [this month] for want of ballots.
    Right: (2022-03-21) The first vote, on 2 March, had been put off earlier this month for want of ballots.
    Skip: (2022-03-21) The treaty, dated 20 February, was praised earlier this month; the fair, on 2 May, was put off last week.
    Wrong: (2022-03-21) The pool, which opened on Monday, March 14, was shut again the next day, [Wednesday].
    Wrong: (2022-03-21) It will reopen in a month, on [21 May].
    Wrong: (2022-03-21) The deadline, 31 March, is [20 days] off.
    Wrong: (2018-10-05) Work resumes a week from Monday, on [Oct. 22], when a group meets.
    Right: (2018-10-05) Work resumes a week from Monday, on Oct. 15; on Oct. 23, two weeks from Tuesday, it ends.
    Skip: (2018-10-05) The road is closed for a week from Monday, on 8 October, and for two more from 17 October.
    Right: (2022-03-21) It must pay within 14 days, that is, by April 4; with ten days to go until the vote on 31 March, she leads.
    Right: (2022-03-21) A decade ago, in 2012, it had none; this weekend, March 26 and 27, it runs a race.
    Wrong: (2022-03-21) Last December, in [2020], it snowed.
    Wrong: (2022-03-21) The play had its premiere on [18 March], the night before last.
    Wrong: (2022-03-21) Two weeks today, on [5 April], the mill shuts.
    Right: (2022-03-21) Two weeks today, on 4 April, the mill shuts; last December, in 2021, it snowed.
    Right: (2022-03-21) The well ran dry a month ago today, on 21 February, and was dug the day before yesterday, 19 March.
    Right: (2022-03-21) A fortnight ago, on 7 March, the pump was sold; the choir sang last night (20 March).
    Right: (2022-03-21) 설명회는 다음 주 수요일인 30일 시작한다.
    Right: (2022-03-21) The fair opens on Thursday week, March 31.
    Right: (2022-03-21) Voting ends on March 28, a week from today.
    Right: (2022-03-21) The hens left three days ago, on Friday.
    Right: (2022-03-21) Hiring rose in February. The rate slipped last month to 4.6%, and the aim is 4% by next March.
    Right: (2022-03-21) The mill closed 13 months ago, in February 2021.
    Right: (2022-03-21) The bridge shut on Feb. 8, last month, and opens in 10 weeks' time, on May 30.
    Right: (2022-03-21) Sentencing is set for May 16, eight weeks from today.
    Right: (2018-07-11) World Population Day falls today, Wednesday.
    Right: (2020-09-10) It will be out around Sept. 24, two weeks from now.
    Right: (2023-02-02) The next decision is due on Thursday, March 23, seven weeks away.
    Right: (2025-08-25) He declared martial law last December.
    Right: (2025-08-25) The president is to meet his guest this week. They will sit down on Monday in the capital.
    Wrong: (2025-03-20) 서명식은 어제인 [18일] 열렸다.
    Wrong: (2025-03-20) 서명식은 그제([19일]) 열렸고 설명회는 모레(22일) 열린다.
    Wrong: (2022-03-21) 설명회는 다음 주 수요일인 [27일] 시작한다.  =>  다음 주 수요일
    Wrong: (2022-03-21) 설명회는 다음 주 수요일인 [3월 31일] 시작한다.  =>  다음 주 수요일
    Right: (2025-03-20) 서명식은 어제인 19일 열렸고 다음 주 수요일인 26일 설명회가 있다.
    Skip: (2025-08-29) The bar is dry on the festival's last night, Sunday.
    Skip: (2017-03-14) I had lunch yesterday (Thursday before the vote) with her.
    Skip: (2017-03-14) On Monday, TODAY host Ann Lee spoke.
    Wrong: (2022-03-21) The doors open in two days' time, on [Tuesday].
    Wrong: (2022-03-21) The train leaves tomorrow night ([Wednesday]) with no driver.
    Wrong: (2022-03-21) The vote is three days from now, on [Friday].
    Wrong: (2022-03-21) They voted on Thursday and she moved in the next day, [Saturday].
    Right: (2022-03-21) It was only the day before yesterday, Saturday, that the two spoke.
    Right: (2022-03-21) They voted on Thursday and she moved in the next day, Friday.
    Skip: (2022-03-21) A year ago next week, on 30 March 2021, the mill burnt down.
    Skip: (2022-03-21) The fair opens this Friday, on March 24.
    Skip: (2022-03-21) The choir meets on the first Monday (2 May) and the last Friday (27 May). In this Sunday, May 5, 2019, photo it sings.
    Skip: (2022-03-21) The rate fell in January, last month's figures show, and the last fiscal year, 2020, was worse.
    Skip: The committee met yesterday, Thursday, to choose a marshal.
    Wrong: (2018-04-26) The fair is moved to the end of next month, [June].  =>  next month
    Wrong: (2018-04-26) The weir burst last summer, in [November], after rain.
    Wrong: (2018-04-26) The play, put on earlier this year, in [July], lost money.
    Wrong: (2018-04-26) It was the year before last, [2014], that the mill burned down.
    Wrong: (2018-04-26) The vines rotted in last year's damp autumn of [2015].
    Right: (2018-04-26) The weir burst last summer, in August, after rain; the play was put on earlier this year, in March.
    Skip: (2018-04-26) Sales rose by a tenth last month, from May, and were worse last fiscal year, 2015.
    Skip: (2018-04-26) It lost money last year, 2016 and 2015; last month May Harper left it.
    Skip: (2018-04-26) “We met yesterday,” he said on Monday.
    Skip: (2025-10-21) The two met this week. They had sat down on Monday.
    """
    if article.published is not None:
        yield from weekdays_told(article, article.published)
        yield from _counted_from(article, article.published)
        yield from _same_time(article, article.published)
        yield from _last_month(article, article.published)
        yield from _of_year(article, article.published)
        yield from happened(article, article.published)
        yield from deictic(article, article.published)
        yield from apposed(article, article.published)
        yield from _this_week(article, article.published, None)
    elif page := article.document.meta.get("page_date"):
        yield from _last_month(article, date.fromisoformat(page))
        yield from _this_week(article, date.fromisoformat(page), Severity.NOTE)


def _counted_from(article: Article, published: date) -> Iterator[Relation]:
    for shapes, ahead, doubt in (
        (FROM_NOW, True, None),
        ((OFF,), True, None),
        (SINCE_THEN, False, None),
        (DEADLINES, True, BY_THEN),
    ):
        for said in article.match(*shapes):
            if said.has("off") and said.word("off") not in ("off", "away", "hence"):
                continue
            days = _counted(said, published, ahead)
            if days and (relation := _distance(said, published, days)):
                yield relation._replace(doubt=relation.doubt or doubt)


def _counted(said: Said, published: date, ahead: bool) -> Days | None:
    """Return the days that a length of time is counted to or from; None where they lie on the other side."""
    when = said.date.when
    if when is None or when.unit or when.shift:
        return None
    if when.day is None and when.year is None and when.month:
        late = (when.month > published.month) if not ahead else (when.month < published.month)
        when = when._replace(year=published.year + (late if ahead else -late))
    days = days_meant(when, published)
    return days if days and (days.last >= published if ahead else days.first <= published) else None


def _distance(said: Said, published: date, days: Days) -> Relation | None:
    today, length = Days(published, published), said.length
    start, end = (today, days) if days.last > published else (days, today)
    between = lasts(length, (start, end)) if days.last > published or length.unit not in LONG_AGO else None
    if between is None or length.number is None or length.number.middle > LONGEST.get(length.unit, LONG):
        return None
    last = f"{said.date.text}" if days.first != days.last else shown(days.first)
    words = " to ".join((shown(published), last) if start is today else (last, shown(published)))
    vague = (
        said.date.when
        and not (said.date.when.year or said.date.when.day)
        and between.high < length.quantity.interval.low
    )
    doubt = spoken(said) or ("the month may be of another year" if vague else None)
    stated = length.quantity.changed(value=length.quantity.interval.widened(Fraction(1, 20)))
    right = restyled(length.text, length.number.middle, round_half_up(between.middle, 0)) or ""
    return Relation(stated, Quantity(between, length.unit, words, (said.date.span,)), doubt=doubt, instead=right)


def _same_time(article: Article, published: date) -> Iterator[Relation]:
    """A date beside "last month" or "earlier this year" lies in that month or year; beside "tomorrow", it is that day."""
    for said in article.match(*SAME_TIME, *(SAME_YEAR if article.verb_last else ())):
        period, when = said.period.when, said.date.when
        if period is None or when is None or when.unit or when.shift:
            continue
        before = article.word(said.match.start() - 1) if said.match.start() else ""
        if before in COUNTED or (before == "ago" and period.unit):
            continue
        if said.has("verb") and said.word("verb") not in TAKES_PLACE:
            continue
        last = said.match.end()
        if (
            when.month is None
            and article.skeleton[last - 1 : last + 1][-1:] not in ENDS
            and article.at.get(last - 1) is said.date
            and "is" not in (article.word(last - 2), article.word(last - 3))
        ):
            continue
        if not FISCAL.isdisjoint(map(article.word, range(said.match.start(), said.match.end()))):
            continue
        found = days_meant(when, published)
        if period.shift in OFFSETS and when.day and found:
            told = told_of(article, said.match.start("period"), published + timedelta(OFFSETS[period.shift]))
            if told:
                yield _one_day(said, published, found.first, told)
        elif (
            period.unit in UNITS
            and period.shift in STEP
            and found
            and (when.year or (when.day and period.unit != "year") or (article.verb_last and period.unit == "month"))
        ):
            yield in_period(said, published, found)


def _one_day(said: Said, published: date, found: date, meant: date) -> Relation:
    stated = Quantity.named(shown(found), said.date.text, said.date.span)
    plain = meant == published + timedelta(OFFSETS[said.period.when.shift]) if said.period.when else True
    words = f"{said.period.text if plain else 'that day'}, as of {shown(published)},"
    implied = Quantity.named(shown(meant), words, said.period.span)
    same_month = (found.year, found.month) == (meant.year, meant.month)
    right = said.date.text.replace(str(found.day), str(meant.day), 1) if same_month else ""
    return Relation(stated, implied, doubt=spoken(said), instead=right)


def _last_month(article: Article, published: date) -> Iterator[Relation]:
    """Say which month "last December" is, and "next March"."""
    for mention in article.mentions:
        when = mention.when
        if when and when.shift in AHEAD_OR_BEHIND and when.month and when.day is None and not (when.year or when.unit):
            days = days_meant(when, published)
            if days and (days.last < published if when.shift == "last" else days.first > published):
                name = f"{MONTH_NAMES[when.month - 1]} {days.first.year}"
                words = f"{mention.text}, as of {shown(published)},"
                yield Relation(Quantity.named(name, mention.text, mention.span), Quantity.named(name, words))


def _of_year(article: Article, published: date) -> Iterator[Relation]:
    """Hold "last December, in 2024" against the year of that month."""
    for said in article.match(OF_YEAR):
        when, year = said.period.when, said.date.when
        days = days_meant(when, published) if when and when.shift in STEP and when.day is None else None
        if days and when and not when.year and year and year.year and not year.unit:
            meant = str(days.first.year)
            stated = Quantity.named(said.date.text, said.date.text, said.date.span)
            words = f"{said.period.text}, as of {shown(published)},"
            implied = Quantity.named(meant, words, said.period.span)
            yield Relation(stated, implied, doubt=spoken(said), instead=meant)


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
    stated = Quantity.named(NAMES[weekday], day.text, day.span, week.span)
    left = frozenset(NAMES[number % WEEK] for number in range(reference.weekday(), max(WEEK, reference.weekday() + 1)))
    words = f"of “{week.text}”, {left_days(reference)} as of {shown(reference)}"
    says = f"The text says “{week.text}” of a {day.text} to come, but {shown(reference)} was a {NAMES[reference.weekday()]}."
    fix = "check the day that the text was written on"
    working = f"{words}; the text speaks of {day.text} as to come"
    return Relation(stated, Quantity.one_of(left, words), says, severity or Severity.WARNING, fix=fix, working=working)


def left_days(reference: date) -> str:
    """Return which days of a week that ends on Sunday are not over, in words."""
    if reference.weekday() == WEEK - 1:
        return "only Sunday is left"
    return f"{NAMES[reference.weekday()]} to Sunday are left"
