"""Weekdays beside dates."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, timedelta

from factcheck.article import Article, Said, Sentence
from factcheck.check import check
from factcheck.dates import NAMES, STEP, day, nearest, possible, shown, weekday_as, weekday_of_month
from factcheck.document import Span
from factcheck.link.context.tense import PAST
from factcheck.link.time.feasts import feasts
from factcheck.link.time.whichyear import TO_COME, year_before
from factcheck.model import Mention, Relation, When
from factcheck.quantity import Quantity
from factcheck.segment import STOPS, vocabulary

YEAR_BEHIND = 3
NEW_STYLE = date(1752, 9, 14)
NEAR, SOON = timedelta(120), timedelta(14)
"""So near to publication, a date without a year can only be this one; further ahead, what has happened did in another."""
COMING = frozenset({"scheduled", "expected", "planned"})
OPENING = 2
"""So few words before a date let it open its clause: on Thursday 23 May."""
LONGEST, OF_STORY = 60, 6
"""So many sentences back may be told the year of a story of the past."""
OF_THAT_WEEK = "it may be another day of that week"
APART = (
    "{weekday:weekday} (morning|afternoon|evening|night)? (, | <(>)? {date:date}",
    "{weekday:weekday} of|in (the|every|each month | {date}) (, | <(>) {date:date}",
    "{date:date} <(> a? {weekday:weekday} <)>",
    "{weekday:weekday} <'> <w\ue000-\uf8ff> <w\ue000-\uf8ff>? , on {date:date}",
    "{weekday:weekday} <'> <w\ue000-\uf8ff> <w\ue000-\uf8ff>? <(> {date:date} <)>",
    "{weekday:weekday} (— | -) {date:date}",
    "{date:date} , a <w>? {weekday:weekday}",
    "{date:date} ,? (which|that)? (BE | falls|fell) on? (a | the <w\ue000-\uf8ff>)? {weekday:weekday}",
    "{weekday:weekday} (that|which) BE <wN'\ue000-\uf8ff>* ,? {date:date}",
    "{weekday:weekday} of the <w\ue000-\uf8ff>? <w\ue000-\uf8ff> (, | <(>) {date:date}",
    "(the|its|his|her|their) {weekday:weekday} <w\ue000-\uf8ff> of {date:date}",
    "{weekday:weekday} (falls|fell) on {date:date}",
    "{date:date} ,? on <w\ue000-\uf8ff> BE a {weekday:weekday}",
    "{weekday:weekday} of {relative} (, | <(>) {date:date}",
    "every|each {weekday:weekday} (in|of {date})? ,? beginning|from {date:date}",
)
BEING = ("{weekday:weekday} is (from|to|of)? {date:date}", "{date:date} (, | is) {weekday:weekday} is")
"""As Korean says it, of a day whose particle is drawn before it: 토요일인 13일까지; 8월 15일, 목요일이었다."""

IT_WAS = "it BE a <w>? {weekday:weekday} <.,;—\n>"
THAT_DAY = "that {weekday:weekday}"
TWO_DAYS = "{first:weekday} (to|and|or | -) {then:date}"
OF_MONTH = "{rank:ordinal} {weekday:weekday} (of|in (the|every|each month | {date}))? (, | <(>) {date:date}"
DAY_ALONE = "{weekday:weekday} ,? (the=the)? {rank:ordinal}"
FOLLOWS = "PREPOSITION CONJUNCTION BE AUXILIARY HAVE"


@check("weekday-date", says="{working} was a {implied}, not a {stated}.")
def weekday_date(article: Article) -> Iterator[Relation]:
    """A weekday must fall on the date that stands beside it.

    A date without a year is the one nearest to publication; far from that, another year may be meant.

    Wrong: They met on [Tuesday], Aug. 25, 2025.  =>  Aug. 25, 2025
    Wrong: (2024-05-17) On Christmas Day 2023, a [Sunday], the pipes froze.
    Right: (2024-05-17) Christmas Day is a Wednesday this year; New Year's Eve, 2022, was a Saturday.
    Wrong: (2018-04-26) The sale opens [Friday], May 5, behind the hall.  =>  May 5, 2018
    Wrong: (2024-05-02) The market is held on the second [Saturday] of the month (12 May).  =>  May 12, 2024
    Wrong: (2024-05-02) The market is held on the [third] Saturday of the month (11 May).  =>  second Saturday
    Wrong: (2018-04-26) The unit marks its feast on [Wednesday], Nov. 19, at the barracks.  =>  Nov. 19, 2018
    Wrong: (2019-10-17) The line opens on [Tuesday], March 19, next year.  =>  March 19, 2020
    Wrong: She landed on 20 July 1969. It was a [Monday], and hot.  =>  July 20, 1969
    Wrong: (2024-11-04) It opens on Tuesday the 19th of November and closes on [Wednesday] the 26th.
    Right: She landed on 20 July 1969, at dusk. That Sunday night nobody slept.
    Skip: She landed on 20 July 1969, at dusk. That Friday she flew on.
    Wrong: Apollo left the pad on July 16, 1969 (a [Thursday]).
    Wrong: (2024-11-20) Thanksgiving, Nov. 27, is the busiest [Thursday] of the year.
    Wrong: They wed on 5 May 1945, on what was a [Sunday].
    Wrong: (2024-03-04) Good [Friday] falls on March 28 this year.
    Wrong: He died on the night of [Saturday] to Monday, 2-3 March 2025.
    Right: (2024-02-22) A consultation that closed on Monday 12 February drew 1,240 responses.
    Wrong: (2018-05-01) They will be back every [Tuesday] in May, beginning May 2.
    Right: (2024-05-02) The market is held on the second Saturday of the month (11 May).
    Right: (2024-06-01) The festival runs Friday to Sunday, June 14-16.
    Right: (2018-11-01) It was settled in 2016, when voters went to the polls on Tuesday, Nov. 8.
    Right: (1987-03-16) Volume was the heaviest since Friday, December 19, dealers said.
    Right: (2022-07-28) 공장은 8월 1일 월요일부터 12일 금요일까지 쉰다.
    Right: (2017-03-14) On Thursday, 14 April, the court was told, he fell ill.
    Wrong: (2017-03-14) The hall will open on [Thursday], 14 April.
    Right: (2023-02-02) The sea broke in on Saturday 31 January 1953. / Some sat on a roof. / Most of them died in the early hours of Sunday 1 February.
    Skip: (2016-03-03) He was in the army from 1943. The raid came at dawn on Tuesday 6 June and few came back.
    Right: (2016-03-03) The peak was climbed in 1957. / The two had left the hut at dawn. / On Thursday 23 May they reached the top.
    Wrong: (2024-02-11) They play on [Thursday], Valentine's Day, at home.
    Right: (2024-02-11) They play on Wednesday, Valentine's Day, at home.
    Skip: (2024-12-11) It is shut on Monday, Christmas Day, and New Year's Day; in 2021 Christmas Day fell on a Sunday, he thought.
    Wrong: (2023-06-10) He was shot on Friday, 22 November 1963, and buried on [Tuesday], 25 November.
    Right: It sailed from Hull on Wednesday 2 September 1752.
    Skip: They met on Monday, Aug. 25.
    Wrong: (2024-11-04) The hall reopens on [Sunday] the 7th, at six; it is let for the first of the month.
    Right: (2024-11-04) The hall, shut since Saturday, the 16th of that month in 2019, reopens on Sunday the 3rd.
    Wrong: (2024-11-04) Roe missed his [Tuesday] deadline of Nov. 6. He has until Friday the 8th of November.
    Skip: (2010-11-06) The room is ours on Saturday 5th, from 13:00.
    Skip: (2024-11-04) They marched on Sunday, the 3rd Infantry Division said.
    Right: (2025-11-03) 지난해에는 10월 5일 토요일에 시작했다.
    Wrong: (2025-12-02) 시상식은 [일요일]인 [13일]에 열린다.
    """
    two = {said.then.first: said for said in article.match(TWO_DAYS) if _of_two(said)}
    for said in two.values():
        yield from _day_by_day(article, said)
    for mention in article.mentions:
        when = mention.when
        if when and when.weekday is not None and when.day is not None and mention.first not in two:
            yield from _beside(article, mention, when, article.text(mention.parts[0]), mention.parts)
    for said in article.match(*APART, *(BEING if article.verb_last else ())):
        if said.date.when and said.date.when.weekday is None:
            yield from _apart(article, said.weekday, said.date)
    for said in article.match(IT_WAS):
        if before := _date_before(article, said):
            yield from _apart(article, said.weekday, before)
    for said in article.match(THAT_DAY):
        if before := _date_before(article, said):
            yield from (one._replace(doubt=OF_THAT_WEEK) for one in _apart(article, said.weekday, before))
    for said in article.match(OF_MONTH):
        yield from _of_month(article, said)
    for said in article.match(DAY_ALONE):
        yield from _day_alone(article, said)
    for feast in feasts(article, article.published) if article.published else ():
        stated = Quantity.named(NAMES[feast.told], NAMES[feast.told], feast.weekday.span)
        implied = Quantity.named(
            NAMES[feast.day.weekday()], f"{article.text(feast.span)}, {shown(feast.day)},", feast.span
        )
        right = weekday_as(feast.weekday.text, feast.day.weekday())
        yield Relation(stated, implied, doubt=feast.doubt, instead=right)


def _of_two(said: Said) -> bool:
    """Tell whether two weekdays stand before the two days of one month: "Sunday to Monday, 2-3 March"."""
    when = said.then.when
    return when is not None and when.weekday is not None and when.day is not None and _last_of_two(said) is not None


def _last_of_two(said: Said) -> When | None:
    when, article = said.then.when, said.article
    if when and when.until:
        return when._replace(day=when.until, until=None)
    place = article.place(said.then)
    behind = article.at.get(place + 2)
    joined = article.word(place + 1) in ("-", "–", "and", "to", "or")
    return (
        behind.when if joined and behind and behind.when and behind.when.weekday is None and behind.when.day else None
    )


def _day_by_day(article: Article, said: Said) -> Iterator[Relation]:
    """Hold each of two weekdays against its own day."""
    first, then, last = said.first.when, said.then.when, _last_of_two(said)
    if first and then and last:
        one = then._replace(weekday=first.weekday, until=None)
        yield from _beside(article, said.then, one, said.first.text, (said.first.span,))
        words = article.text(said.then.parts[0])
        yield from _beside(article, said.then, last._replace(weekday=then.weekday), words, said.then.parts)


def _date_before(article: Article, said: Said) -> Mention | None:
    """Return the one date of the sentence before "It was a Sunday"; None where that tells several."""
    number = said.sentence.number
    if said.match.start() != said.sentence.start or not number:
        return None
    dates = article.sentences[number - 1].of_kind("date|weekday")
    alone = len(dates) == 1 and dates[0].when is not None and dates[0].when.day is not None
    near = article.block_at(dates[0].span.start) == article.block_at(said.weekday.span.start) if alone else False
    return dates[0] if near and dates[0].when and dates[0].when.weekday is None else None


def _apart(article: Article, weekday: Mention, dated: Mention) -> Iterator[Relation]:
    if dated.when and weekday.when and possible(dated.when):
        when = _in_year_told(article, weekday, dated.when)._replace(weekday=weekday.when.weekday)
        yield from _beside(article, dated, when, weekday.text, (weekday.span,))


def _beside(article: Article, dated: Mention, when: When, words: str, parts: tuple[Span, ...]) -> Iterator[Relation]:
    when = _in_year_told(article, dated, when)
    found = _day(_in_its_month(article, dated, when), article.published)
    coming = _coming(article, dated, when)
    found = coming or found
    if found is None or when.weekday is None:
        return
    ends = (found, day(found.year, found.month, when.until or 0), _julian(found))
    names = {NAMES[end.weekday()] for end in ends if end}
    if NAMES[when.weekday] not in names:
        if other := _other_year(article, dated, when) or year_before(article, dated, when, found):
            found, names = other, set()
    stated = Quantity.named(NAMES[when.weekday], words, *parts)
    implied = Quantity.one_of({NAMES[found.weekday()], *names}, shown(found), dated.span)
    doubt = None if found is coming else _doubt(article, dated, when, found)
    if doubt and NAMES[when.weekday] != NAMES[found.weekday()] and (then := _in_year_before(article, dated, when)):
        found, names, doubt = then, set(), None
    says = None if words[:1].isupper() and words.isascii() else "{working} was a {implied}, not {stated}."
    yield Relation(stated, implied, says, doubt=doubt, instead=weekday_as(words, found.weekday()))


def _julian(found: date) -> date | None:
    """Return the day of our calendar that a date was on by the old one, which some still kept until 1752."""
    century = found.year // 100
    return found + timedelta(century - century // 4 - 2) if found < NEW_STYLE else None


def _in_year_told(article: Article, dated: Mention, when: When) -> When:
    """Give a date the year that is told just behind it, or before it, from that of writing: "March 19, next year", 지난해 10월 5일."""
    ahead = [one.when for one in article.sentences[dated.sentence].of_kind("relative") if one.first < dated.first]
    steps = [STEP[one.shift] for one in ahead if one and one.unit == "year" and one.shift in STEP]
    if article.verb_last and article.published and not when.year:
        return when._replace(year=article.published.year + steps[-1]) if steps and when.month else when
    if article.published and steps and not when.year and when.month and when.day:
        told_of = day(article.published.year + steps[-1], when.month, when.day)
        if told_of and told_of.weekday() == when.weekday:
            return when._replace(
                year=told_of.year
            )  # Next year's race is a week before Easter Sunday, which falls on April 5.
    end = article.place(dated) + 1
    for at in range(end, min(end + YEAR_BEHIND, len(article.skeleton))):
        told = article.at.get(at)
        if told and told.when and told.when.unit == "year" and told.when.shift in STEP and article.published:
            return when if when.year else when._replace(year=article.published.year + STEP[told.when.shift])
        if article.skeleton[at] != "," and article.word(at) not in ("of", "in"):
            return when
    return when


def _in_its_month(article: Article, dated: Mention, when: When) -> When:
    """Give a day without a month that of the date before it in its sentence, if it falls on the weekday in it."""
    if when.month is not None or when.day is None or article.published is None:
        return when
    told = [one.when for one in article.sentences[dated.sentence].of_kind("date") if one.first < dated.first]
    months = [one for one in told if one and (one.month or one.unit == "month")]
    given = months[-1]._replace(day=when.day, weekday=when.weekday, until=when.until) if months else when
    found = _day(given, article.published) if possible(given) else None
    return given if found and found.weekday() == when.weekday else when


def _coming(article: Article, dated: Mention, when: When) -> date | None:
    """Return the next such day, of one told as to come, where its weekday is right in no year near publication."""
    sentence = article.sentences[dated.sentence]
    words = {article.word(at) for at in range(sentence.start, min(sentence.end, sentence.start + LONGEST))}
    if article.published is None or TO_COME.isdisjoint(words) or when.month is None or when.day is None:
        return None
    years = range(article.published.year - 1, article.published.year + 2)
    days = [found for year in years if (found := day(year, when.month, when.day))]
    ahead = next((found for found in days if found >= article.published), None)
    if when.year is None and ahead and ahead.weekday() == when.weekday:
        return ahead
    fits = when.year is not None or when.weekday in {found.weekday() for found in days}
    return None if fits else next((found for found in days if found >= article.published), None)


def _day(when: When, published: date | None) -> date | None:
    if when.year is not None and when.month is not None and when.day is not None:
        return day(when.year, when.month, when.day)
    return nearest(when, published) if published else None


def _other_year(article: Article, dated: Mention, when: When) -> date | None:
    """Return the date in a year that is named near by, where it fell on the weekday; of a story of the past, in that of its days."""
    if when.year is not None or when.month is None or when.day is None:
        return None
    near = article.sentences[max(0, dated.sentence - OF_STORY) : dated.sentence + 1]
    story = _told_as_past(article, dated)
    nearby = nearest(when, article.published) if article.published else None
    ahead = nearby is not None and article.published is not None and nearby > article.published
    whens = [
        mention.when
        for sentence in near
        for mention in sentence.mentions
        if mention.when and (dated.sentence - sentence.number <= 1 or (story and (ahead or mention.when.month)))
    ]
    days = (day(other.year, when.month, when.day) for other in whens if other.year)
    return next((found for found in days if found and found.weekday() == when.weekday), None)


def _in_year_before(article: Article, dated: Mention, when: When) -> date | None:
    """Return the date in the year of the one just before it in its sentence: shot on 22 November 1963 and buried on the 25th."""
    told = [one.when for one in article.sentences[dated.sentence].of_kind("date") if one.first < dated.first]
    last = told[-1] if told else None
    near = last and last.year and last.month and when.month and 0 <= when.month - last.month <= 1
    return day(last.year, when.month, when.day) if near and last and last.year and when.month and when.day else None


def _doubt(article: Article, dated: Mention, when: When, found: date) -> str | None:
    if when.year is not None:
        return None
    if article.published is None or abs(found - article.published) > NEAR:
        return "the date names no year"
    ahead = found - article.published > SOON and _told_as_past(article, dated)
    return "what is told as past may be of another year" if ahead else None


def _told_as_past(article: Article, dated: Mention) -> bool:
    """Tell whether the clause of a date, or what follows it where it opens one, tells of what has happened."""
    sentence, place = article.sentences[dated.sentence], article.place(dated)
    opens = max(sentence.start, place - LONGEST, *(article.skeleton.rfind(mark, 0, place) + 1 for mark in ",;:("))
    stop = min(sentence.end, place + LONGEST) if place - opens <= OPENING else place
    said = {article.word(at) for at in range(opens, stop)} - {"said", "told"}
    past = not PAST.isdisjoint(said) or any(word.endswith("ed") for word in said - COMING)
    led = (
        article.word(place - 1) in ("until", "till", "by")
        and "had" not in said
        and not said.isdisjoint(("have", "has"))
    )
    to_be = any(article.word(at) == "to" and article.word(at + 1) == "be" for at in range(opens, stop))
    return past and TO_COME.isdisjoint(said) and not (led or to_be)


def _of_month(article: Article, said: Said) -> Iterator[Relation]:
    """The second Saturday of the month is its second: the date may miss the weekday, or the count of them."""
    weekday, when, number = said.weekday.when, said.date.when, said.rank.number
    if weekday is None or when is None or number is None or weekday.weekday is None or when.weekday is not None:
        return
    found = _day(when, article.published)
    if found is None or found.weekday() != weekday.weekday:
        return
    rank, right = int(number.middle), (found.day - 1) // 7 + 1
    meant = weekday_of_month(rank, weekday.weekday, found.year, found.month)
    stated = Quantity.named(str(rank), said.rank.text, said.rank.span)
    is_right = f"{shown(found)} is the {RANKS[right]} {NAMES[found.weekday()]}"
    says = f"{{working}} of its month{f', the {{stated}} is {shown(meant)}' if meant else ''}."
    implied = Quantity.named(str(right), is_right, said.date.span)
    yield Relation(stated, implied, says=says, instead=RANKS[right])


RANKS = ("", "first", "second", "third", "fourth", "fifth")


def _day_alone(article: Article, said: Said) -> Iterator[Relation]:
    """A day of the month without its month is in a month near publication, or in one that the text names."""
    weekday, rank = said.weekday.when, said.rank.number
    if weekday is None or weekday.weekday is None or rank is None or article.published is None:
        return
    start = said.match.start()
    if article.skeleton[start - 2 : start - 1] == "W" and article.word(start - 1) in ("to", "and", "-", "–"):
        return
    if not 1 <= rank.middle <= 31 or not said.rank.text[0].isdigit() or not _ends(article, said):
        return
    told = _in_month_told(article, said, int(rank.middle))
    days = told or _days_numbered(article, said.sentence, int(rank.middle), article.published)
    fit = [found for found in days if found.weekday() == weekday.weekday]
    if found := _closest(fit or days, article.published):
        stated = Quantity.named(NAMES[weekday.weekday], said.weekday.text, said.weekday.span)
        implied = Quantity.named(NAMES[found.weekday()], shown(found), said.rank.span)
        says = None if told else f"No month near publication has a {{stated}} the {said.rank.text}."
        doubt = None if told or "," in said.match[0] or said.has("the") else "the day names no month"
        yield Relation(stated, implied, says=says, doubt=doubt)


def _in_month_told(article: Article, said: Said, number: int) -> list[date]:
    """Return the days of that number that a date with its weekday earlier in the sentence leaves: in its month or the next."""
    before = [one.when for one in said.sentence.of_kind("date") if one.first < said.weekday.first and one.when]
    alike = bool(before) and before[-1].day is not None and before[-1].weekday is not None
    first = nearest(before[-1], article.published) if alike and article.published else None
    if first is None:
        return []
    months = [first.year * 12 + first.month - 1 + step for step in range(1 + (number < first.day))]
    return [found for at in months if (found := day(at // 12, at % 12 + 1, number))]


def _closest(days: list[date], published: date) -> date | None:
    return min(days, key=lambda found: abs(found - published), default=None)


def _ends(article: Article, said: Said) -> bool:
    letter = article.skeleton[said.match.end() : said.match.end() + 1]
    if article.word(said.match.end()) == "of":
        return False  # The 16th of that month.
    classes = vocabulary()[1]
    return not letter or letter in f"{STOPS}·,);:" or any(letter in classes[name] for name in FOLLOWS.split())


def _days_numbered(article: Article, sentence: Sentence, number: int, published: date) -> list[date]:
    near = [published.replace(day=15) + timedelta(31 * step) for step in (-1, 0, 1)]
    months = {(found.year, found.month) for found in near}
    months |= {
        (mention.when.year or published.year, mention.when.month)
        for mention in article.mentions
        if mention.when and mention.when.month and 1 <= mention.when.month <= 12
    }
    return [found for year, month in months if (found := day(year, month, number))]
