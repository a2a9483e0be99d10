"""Lengths of time beside the dates, years or times of day that they run between."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator

from factcheck import shown
from factcheck.article import BIT, Article, Said, Sentence
from factcheck.check import check
from factcheck.clocks import on_clocks
from factcheck.dates import Days, days_meant
from factcheck.events import acts, acts_near, families, founding, words
from factcheck.model import Mention, Relation
from factcheck.quantity import Interval
from factcheck.spells import (
    BEFORE_THAT,
    HAS_TIME,
    MINUTES_IN,
    anchored,
    implied,
    lasts,
    stretches,
    tied,
    time_between,
)

SINCE = (
    "{length:duration} ,? since the? {start:date|year}",
    "{length:duration} after the? {start:date|year}",
)
SAT = (("begin", "depart"), ("end", "arrive"))
HEDGE = "(EXACTLY|ONLY|ABOUT|NEARLY|MORE|LESS|than|a|<w>)?"
AWAY = (
    f"{{end:date}} ,? {HEDGE} {HEDGE} {HEDGE} {HEDGE} {{length:duration}} (away | from {{relative}})",
    "{length:duration} away ,? on {end:date}",
)
SPENT = ("by|on {end:date} ,? after {length:duration}",)
WAITED = "since the? {start:date|year} (, a <w> of | <(>) {length:duration}"
FROM_THEN = "{start:date|year} ... {length:duration} since (<.,;)q\n—> | by|with|and|but)"
SOMETIME = ("since {start:year} ... {length:duration}", "{length:duration} ... since {start:year}")
LATER = "{end:clock} ,? or? {length:duration} after|before"
ANOTHER = "it may be of another time"
MOST = 12
"""Of so many times beside a length at the most one may be its beginning: prose has no more in a sentence."""
SO_FAR = "it may be counted from another time"
BETWEEN_THEM = frozenset({"them", "two", "those", "these", "both"})
WAITS = frozenset("wait gap drought absence lull famine hiatus exile interval".split())
LOOSELY = frozenset("nearly almost about around some roughly just over under more less than well a little only".split())
NEAR = 3
"""So many sentences before a length, what it is of is told to have begun and to have ended."""
WITHIN_REACH = 200
"""So many tokens may part two times of one paragraph between which a length lies."""
HEADS = frozenset({"title", "headline", "standfirst"})
RECORDS = frozenset({"record", "mark", "best", "milestone"})


@check("duration", says="{working} is {implied}, not {stated}.")
def duration(article: Article) -> Iterator[Relation]:
    """A length of time must fit the dates, years or times of day that it runs between.

    The last day may be counted or left out, and a year named without a month is good to a year.

    Wrong: The [six-day] trip from Aug. 23 to 27 took in four cities.  =>  4 to 5 days
    Wrong: He ran the mill for [12 years], from 1998 to 2015.  =>  1998 to 2015
    Wrong: The strike lasted [12 weeks], from July 9 until Sept. 17.  =>  10 to 11 weeks
    Wrong: The [90-minute] programme, 7 to 8 p.m., was cut.  =>  7 to 8 p.m.
    Wrong: (2025-08-25) She has led it for [22 years], since 1994.  =>  1994
    Wrong: (2023-02-02) The next decision is due on March 23, [nine weeks] away.  =>  March 23
    Wrong: In 1974 she took over. She handed on the baton in 2001. In her [31 years] in charge it grew.
    Wrong: It closed in 2019, [64 years] after it opened in 1965.
    Wrong: The [five-day] market runs from Friday to Sunday.  =>  Friday to Sunday
    Wrong: The train left at 9:15 a.m. and pulled in [three and a half hours] later, at 11:45.
    Wrong: He is due home on Thursday, Aug. 28, ending a [five-day] trip that began on Saturday, Aug. 22.
    Wrong: The hearing had begun at 2:05 p.m. It ended at 5:47 p.m. after [three hours and 12 minutes].
    Wrong: Liftoff came at 9:47 p.m. It was released at 10:52 p.m., [55 minutes] after leaving Virginia.
    Wrong: (2020-06-10) Ilse Brandt, who was sworn in on March 2, 2015, has governed for [four years and three months].  =>  March 2, 2015
    Wrong: The first letter came on 4 May 2011 and the last on 9 June 2014. In the [two years and one month] between them he paid.
    Wrong: The storms struck on 3 May and 17 May, [four weeks] apart.  =>  3 May to 17 May
    Wrong: The doors opened at 9 a.m. and the vote came at 10:20 p.m., [12 hours and 20 minutes] later.  =>  9 a.m. to 10:20 p.m.
    Wrong: (2020-06-10) They have not won it since May 2002, a wait of [28 years].  =>  May 2002
    Wrong: (2020-06-10) He fell ill in 2009 and has worked on in the [21 years] since.  =>  2009
    Wrong: The siege, from 3 May to 7 July 1990, lasted [95 days].
    Right: (2020-06-10) Ilse Brandt, who was sworn in on March 2, 2015, has governed for five years and three months.
    Right: (2020-06-10) The firm, set up in a shed in 2009, made its first profit in its 11 years.
    Right: The strike began on 3 May and was called off on 9 July, nine weeks later.
    Right: (2020-06-10) The couple wed in 1970 and have been married for 50 years.
    Right: The six-day trip from Aug. 23 to 28 took in four cities.
    Right: The strike lasted 10 weeks, from July 9 until Sept. 17.
    Right: He ran it for 22 years, from 1989 until 2011.
    Right: They had a five-hour debate. It began at 6.30pm and did not break up until nearly 11.30pm.
    Right: He is due home on Thursday, Aug. 28, ending a six-day trip that began on Saturday, Aug. 23.
    Right: The gates open at 5:45, or 80 minutes before the first pitch at 7:05 p.m.
    Right: They wed in June 1949; the marriage lasted 55 years, until his death in November 2004.
    Right: The 10-day festival will run from 3 to 12 May, and the three-day market from Friday to Sunday.
    Right: It closed in 2019, 54 years after it opened in 1965.
    Right: (2021-03-11) Ten years after the 2011 earthquake the town is empty.
    Right: The train left at 9:15 a.m. and pulled in two and a half hours later, at 11:45.
    Right: (2021-07-02) It has been his for 19 years, since February 2002.
    Right: (2023-02-02) The next decision is due on Thursday, March 23, seven weeks away.
    Right: In 1974 she took over. She handed on the baton in 2001. In her 27 years in charge it grew.
    Right: (2022-07-20) It beat a 19-year-old heat record, set in August 2003.
    Right: From 1961 to 1964, three years, she lived in Leipzig.
    Skip: He was sentenced to five years for fraud from 2001 to 2009.
    Right: (2024-10-01) She landed in Seoul at 6:25 a.m. on Tuesday after leaving Prague at 12:40 p.m. on Monday (7:40 p.m. in Seoul), a flight of 10 hours and 45 minutes.
    Skip: (2024-10-01) She landed in Seoul at 6:25 a.m. on Tuesday after leaving Prague at 12:40 p.m. on Monday, a flight of 10 hours and 45 minutes.
    Skip: He was paid for 126 hours. The stop began at 11:52 p.m. It ended at 12:17 a.m.
    Skip: (2020-06-10) Lena Orr, who took over in 2004, has been ill for three years.
    Skip: (2020-06-10) Elected in 2010, Lena Orr has led the committee for three years and has run marathons for 20 years.
    Skip: It opened in 1990 and shut in 2010, five years later than planned.
    Skip: It was the best five-month streak since 1938 for the 10-year note.
    Skip: (2025-08-25) It met for three years before 2011.
    Skip: Doors open at 7 p.m. It ends at 11 p.m. after two 30-minute sets.
    Skip: (2017-08-16) He joined the board in 2005, two years after the firm listed, and steps down on Friday, Sept. 22.
    """
    for sentence in article.sentences:
        if sentence.kinds & BIT["L"]:
            if sentence.kinds & HAS_TIME:
                yield from _between(article, sentence)
            for length in sentence.of_kind("duration"):
                yield from _of_acts(article, sentence, length)
            for length in sentence.of_kind("duration"):
                yield from _parting(article, sentence, length)
                if article.published:
                    yield from _so_far(article, sentence, length, Days(article.published, article.published))
    for length, start, end, doubt in anchored(article):
        yield from _timed(article, length, start, end, doubt)
    for said in article.match(LATER):
        yield from _after_beginning(article, said)
    if article.published:
        yield from _to_publication(article, Days(article.published, article.published))
        yield from _records(article, Days(article.published, article.published))


def _relation(
    interval: Interval | None, length: Mention, start: Mention, end: Mention | None, doubt: str | None = None
) -> Iterator[Relation]:
    if interval is not None and length.number is not None:
        right = shown.restyled(length.text, length.number.middle, shown.round_half_up(interval.middle, 0))
        fix = f"“{right}” for “{length.text}”" if right and right != length.text else None
        stated, instead = length.quantity, right if fix and right else ""
        yield Relation(stated, implied(interval, length, start, end), doubt=doubt, fix=fix, instead=instead)


def _timed(
    article: Article, length: Mention, start: Mention, end: Mention, doubt: str | None = None
) -> Iterator[Relation]:
    """A length between two times, on one clock."""
    start, end, several = on_clocks(article, length, start, end)
    yield from _relation(time_between(article, length, start, end), length, start, end, doubt or several or None)


def _between(article: Article, sentence: Sentence) -> Iterator[Relation]:
    lengths = sentence.of_kind("duration")
    for stretch in stretches(article, sentence):
        for length in lengths:
            tie = tied(article, stretch, length)
            if tie is not None:
                interval = time_between(article, length, stretch.start, stretch.end)
                yield from _relation(interval, length, stretch.start, stretch.end, tie or None)


def _to_publication(article: Article, today: Days) -> Iterator[Relation]:
    """Lengths that end or begin with the day of publication."""
    for said in article.match(*SINCE):
        since = _days(article, said.start)
        if since and since.first <= today.first:
            doubt = None if _still(article, said) else "it may have ended"
            yield from _relation(lasts(said.length, (since, today)), said.length, said.start, None, doubt)
    for said in article.match(WAITED):
        waited = any(article.word(at) in WAITS for at in range(said.match.start(), said.match.end()))
        yield from _until_now(article, said.length, said.start, today, None if waited else "it may have ended")
    for said in article.match(FROM_THEN):
        alone = sum(mention.kind in ("date", "year") for mention in said.sentence.mentions) == 1
        yield from _until_now(article, said.length, said.start, today, None if alone else SO_FAR)
    for said in article.match(*SOMETIME):
        yield from _until_now(article, said.length, said.start, today, SO_FAR)
    for shapes, doubt in ((AWAY, None), (SPENT, "it may begin on another day")):
        for said in article.match(*shapes):
            until = _days(article, said.end)
            if until and until.first >= today.first:
                yield from _relation(lasts(said.length, (today, until)), said.length, said.end, None, doubt)


def _parting(article: Article, sentence: Sentence, length: Mention) -> Iterator[Relation]:
    """Lengths that part two dates: "the two years between them", "five months apart"."""
    place = article.place(length)
    behind = [article.word(at) for at in range(place + 1, min(place + 5, sentence.end))]
    before = [article.word(at) for at in range(max(sentence.start, place - 2), place)]
    parted = behind[:1] == ["apart"] or behind[:2] == ["in", "between"] or before == ["separated", "by"]
    if not parted and not (behind[:1] == ["between"] and not BETWEEN_THEM.isdisjoint(behind[1:3])):
        return
    for near in (sentence, *article.sentences[max(0, sentence.number - 1) : sentence.number]):
        times = near.of_kind("date|year")
        if len(times) >= 2:
            first, last = times[0], times[-1]
            doubt = None if len(times) == 2 else ANOTHER
            yield from _relation(time_between(article, length, first, last), length, first, last, doubt)
        if times:
            return


def _so_far(article: Article, sentence: Sentence, length: Mention, today: Days) -> Iterator[Relation]:
    """What began on a day and has gone on ever since: "who was sworn in on May 12, 2014, has governed for two years"."""
    how = _going_on(article, sentence, length)
    if how is None or length.unit not in ("year", "month", "decade"):
        return
    begun = [act for act in acts_near(article, sentence) if act.family in ("took", "founded", "married")]
    years = [mention for mention in sentence.of_kind("date|year") if _days(article, mention)]
    if len(begun) == len(years) == 1 and begun[0].family in how:
        yield from _until_now(article, length, begun[0].mention, today, None)
        return
    near = article.sentences[max(0, sentence.number - 1) : sentence.number + 2]
    beside = [mention for said in near for mention in said.of_kind("date|year")[:MOST]]
    founded = founding(article)
    for mention in (*beside, *((founded.mention,) if founded and founded.mention not in beside else ())):
        yield from _until_now(article, length, mention, today, SO_FAR)


def _going_on(article: Article, sentence: Sentence, length: Mention) -> tuple[str, ...] | None:
    """Return what families of beginnings "has governed for" goes on from, () for any, None where nothing goes on."""
    place = article.place(length)
    while article.word(place - 1) in LOOSELY and place > sentence.start:
        place -= 1
    before = [article.word(at) for at in range(max(sentence.start, place - 6), place)]
    if before[-2:-1] in (["in"], ["over"]) and before[-1] in ("its", "their", "his", "her"):
        return ()
    if before[-1:] != ["for"] or {"has", "have", "'s", "’s"}.isdisjoint(before) or "had" in before:
        return None
    done = [word for word in before[:-1] if word not in ("the", "a", "and")]
    last = done[-2:-1] if done[-1:] and done[-1] in words("governed") else done[-1:]
    held = not words("governing").isdisjoint(last) or ("been" in before and not words("held").isdisjoint(done[-1:]))
    lasted = not words("going").isdisjoint(done[-1:])
    wed = done[-2:] in (["been", "married"], ["been", "together"])
    return ("took",) if held else ("founded",) if lasted else ("married",) if wed else ()


def _until_now(article: Article, length: Mention, start: Mention, today: Days, doubt: str | None) -> Iterator[Relation]:
    since = _days(article, start)
    if since and since.first <= today.first:
        yield from _relation(lasts(length, (since, today)), length, start, None, doubt)


def _days(article: Article, mention: Mention) -> Days | None:
    return days_meant(mention.when, article.published) if mention.when and not mention.when.unit else None


def _still(article: Article, said: Said) -> bool:
    """Tell "has led it for 22 years, since 1994" from "the third in five years since 2010"."""
    place = article.place(said.length)
    before = [article.word(at) for at in range(max(said.sentence.start, place - 6), place)]
    whole = "for" in before[-2:] or "been" in before[-1:]
    return whole and not {"has", "have", "'s", "’s"}.isdisjoint(before) and "had" not in before


def _of_acts(article: Article, sentence: Sentence, length: Mention) -> Iterator[Relation]:
    """Lengths of what the text says began at one time and ended at another."""
    place = article.place(length)
    if length.unit in MINUTES_IN:
        if _spent(article, length, place) and (article.word(place - 1) != "for" or sentence.kinds & BIT["H"]):
            yield from _begun_and_ended(article, sentence, length, *SAT)
        elif article.word(place - 1) == "in":
            yield from _begun_and_ended(article, sentence, length, *SAT, ANOTHER)
    elif _in_post(article, length, place):
        yield from _begun_and_ended(article, sentence, length, ("took",), ("left",))
    elif "-" in length.text and article.word(place + 1) in words("nouns"):
        yield from _begun_and_ended(article, sentence, length, ("founded",), ("ended",))
        if sentence.kinds & BIT["D"]:
            yield from _begun(article, sentence, length)


def _begun(article: Article, sentence: Sentence, length: Mention) -> Iterator[Relation]:
    """A stretch that began on one of a sentence's two dates: "due home on Aug. 28, ending a six-day trip"."""
    days = [mention for mention in sentence.of_kind("date") if mention.when and mention.when.day]
    begins = [act.mention for act in acts(article) if act.mention in days and act.family == "founded"]
    if len(days) == 2 and len(begins) == 1:
        (end,) = (mention for mention in days if mention is not begins[0])
        before = article.word(article.place(length) - 2)
        doubt = None if before in ("ending", "ends", "concluding", "concludes", "finishing") else BEFORE_THAT
        yield from _relation(time_between(article, length, begins[0], end), length, begins[0], end, doubt)


def _spent(article: Article, length: Mention, place: int) -> bool:
    """Tell "after three hours" and "a five-hour debate" from "55 minutes after" and "two 30-minute sets"."""
    before, behind = (article.word(place - 1) if place else "", article.word(place + 1))
    if "-" in length.text:
        return behind in words("nouns") and article.skeleton[place - 1 : place] != "K"
    if before == "of":
        return article.word(place - 2) in words("nouns")
    return before in words("lasting") | {"after"} and behind not in (
        "after",
        "before",
        "into",
        "later",
        "earlier",
        "of",
    )


def _in_post(article: Article, length: Mention, place: int) -> bool:
    """Tell "her 31 years in charge", "27 years at the helm" and "a 27-year tenure"."""
    behind = [article.word(at) for at in range(place + 1, min(place + 4, len(article.skeleton)))]
    if "-" in length.text:
        return " ".join(behind[:1]) in ("tenure", "reign", "rule", "career", "leadership", "stewardship", "presidency")
    return behind[:1] in (["in"], ["at"], ["as"]) and not words("held").isdisjoint(behind[1:])


def _begun_and_ended(
    article: Article,
    sentence: Sentence,
    length: Mention,
    begin: tuple[str, ...],
    end: tuple[str, ...],
    doubt: str | None = None,
) -> Iterator[Relation]:
    head = sentence.block in HEADS
    told = acts(article) if head else acts_near(article, sentence, NEAR, 1)
    begins, ends = ([act for act in told if act.family in families] for families in (begin, end))
    if len(begins) == len(ends) == 1 and begins[0].mention is not ends[0].mention:
        start, stop = begins[0].mention, ends[0].mention
        if begins[0].sentence.number <= ends[0].sentence.number:
            yield from _timed(article, length, start, stop, doubt)


def _after_beginning(article: Article, said: Said) -> Iterator[Relation]:
    """A time so many minutes after something began: "at 10:52 p.m., 55 minutes after leaving Virginia"."""
    token = article.token(said.match.end() - 1)
    known = families(article, "clock", range(token + 1, token + 3)) & {"begin", "depart"}
    begins = [act.mention for act in acts(article) if act.family in known and act.mention.clock]
    if len(begins) == 1 and begins[0] is not said.end:
        yield from _timed(article, said.length, begins[0], said.end)
    elif not begins:
        yield from _beside(article, said)


def _beside(article: Article, said: Said) -> Iterator[Relation]:
    """A time so many minutes before or after another of its paragraph, where one is just so far away."""
    block = article.block_at(said.end.span.start)
    nearest, farthest = (
        bisect_left(article.mentions, said.end.first + reach, key=lambda mention: mention.first)
        for reach in (-WITHIN_REACH, WITHIN_REACH)
    )
    for mention in article.mentions[nearest:farthest]:
        if mention.clock and mention is not said.end and block.start <= mention.span.start < block.end:
            pair = (said.end, mention) if article.word(said.match.end() - 1) == "before" else (mention, said.end)
            yield from _timed(article, said.length, *pair, ANOTHER)


def _records(article: Article, today: Days) -> Iterator[Relation]:
    """A record so many years old was set that long ago."""
    for mention in article.mentions:
        if mention.kind == "age" and "-" in mention.text and _of_record(article, mention):
            set_in = [act.mention for act in acts(article) if act.family == "record"]
            since = _days(article, set_in[0]) if len(set_in) == 1 else None
            if since and since.first <= today.first:
                yield from _relation(lasts(mention, (since, today)), mention, set_in[0], None)


def _of_record(article: Article, mention: Mention) -> bool:
    place = article.place(mention)
    return any(article.word(at) in RECORDS for at in range(place + 1, min(place + 4, len(article.skeleton))))
