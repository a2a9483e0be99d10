"""What cannot be: April 31, 25:10, 105% of residents, 2,452,3000."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date
from fractions import Fraction

from factcheck.article import BIT, Article, Sentence
from factcheck.check import check
from factcheck.dates import LONGEST, MONTH_NAMES, day, month, settled
from factcheck.document import Span
from factcheck.link.time.leapdays import years_meant
from factcheck.link.whole.bounds import fine, never, possible, words
from factcheck.link.whole.ends import beyond_the_end
from factcheck.link.whole.limits import beyond_the_limits
from factcheck.link.whole.malformed import malformed, mixed_grouping
from factcheck.link.whole.wholes import beyond_the_whole
from factcheck.model import Mention, Relation, When
from factcheck.patterns import Pattern
from factcheck.phrase import phrase
from factcheck.quantity import Quantity
from factcheck.segment import STOPS

TO_THE_SECOND = "hour=<d> : minute=<d> : second=<df>"
LEAP = Pattern(
    r"\b(?:(?P<before>[12]\d{3}),? (?:(?:is|was|being) )?a|[Tt]his (?:is|being) a|the) (?P<said>leap year)(?: of (?P<of>[12]\d{3}))?\b"
)
TO_THE_MINUTE = "hour=<d> : minute=<d>"
COLDEST = {"celsius": Fraction(-27315, 100), "fahrenheit": Fraction(-45967, 100), "kelvin": Fraction(0)}
"""Nothing is colder."""
OFF_CLOCK = "<df> (: minute=<d>)? half=a|p|am|pm (· m ·?)?"
PLACED, PLACE_REACH = Pattern(r"\d(?:st|nd|rd|th) at $"), 12
"""Before a time these make it how far behind somebody came in: was 37th at 31:40."""

RUN_IN = frozenset({"in", "ran", "run", "clocked", "timed"})
"""Before a time these make it how long a race took."""

LEAP_SECOND = (["59", "60"],)
"""Minute and second of the one that is put in: 23:59:60 UTC, in other zones at other hours."""
DIAL = Pattern(
    r"(?:(?:오전|오후|새벽|아침|낮|저녁|밤) )?(?<![\d.,])(?P<hour>\d{1,2})시 ?(?P<minute>\d{1,2})분(?=에|까지|부터|쯤|께|경|[ ,.)])(?! ?동안)"
)
LAST_MINUTE, HALF_DAY_HOURS, DAY_HOURS = 59, 12, 24
MOST_DAYS = 31
DAY_MINUTES, BROADCAST_MINUTES = 1440, 1800


OF_A_GAME = Pattern(
    r"\b(?:scor\w+|goals?|power play|overtime|equali[sz]\w+|levelled|rebounds?|puck|ice|goalkeepers?|(?:first|second|third) (?:period|half)|laps?|finish(?:ed|ing)? in)\b",
    re.I,
)
DOTTED, PAST_THE_MINUTE = Pattern(r"\d\d\.\d\d"), Pattern(r"(?:[01]\d|2[0-3])\.[6-9]\d")
BESIDE = Pattern(
    r",? and(?: (?:the|last|first|next|second|return|other|one|train|bus|boat|ferry|flight|service|it|film|concert|match|arrives?|leaves?|departs?|gets|in|ends?|starts?|begins?|finish(?:es)?|sails?"
    r"|returns?|is|due|back)){0,5} (?:at|until|till) ",
    re.I,
)
"""Between a time of day and what seems a number these tell of another time."""

KNOWN_REACH = 60
NO_DAY = Pattern(r"\b(?:exist|no such (?:day|date)|impossible|invalid|never comes?)\b", re.I)
BORE = Pattern(
    r"\b(?:bore|bears?|bearing|carr\w+|gave|gives|show\w*|shown?|stamped|entered|typed|accepted?) (?:it |the |a |an )?(?:\w+ )?date (?:of )?$",
    re.I,
)


@check("impossible", says="{stated} cannot be: {working}.")
def impossible(article: Article) -> Iterator[Relation]:
    """A day must be in the calendar, a time on the clock, a share within its whole, a number well formed.

    Wrong: The reef lies at latitude [95] south, longitude 140 east.
    Skip: The reef lies at latitude 35 south, longitude 140 east.
    Wrong: Turnout, at [164.3 per cent], was up on 2020.
    Wrong: They sold [8,24,0000] tonnes of it in a year.
    Wrong: Of the 840 voters on the roll of the town, [912] had cast a vote.
    Wrong: The season ends on [Nov. 31], the league said.  =>  November has 30 days
    Wrong: She was born on [Feb. 29, 2025], in Leeds.  =>  February 2025 has 28 days
    Wrong: The train left at [25:40], an hour late.
    Wrong: The coach leaves the school at [7:65 a.m.] on Friday.  =>  minutes stop at 59
    Wrong: (2023-04-02) The survey ran from [Feb. 29] to March 4, 2023.  =>  February 2023 has 28 days
    Wrong: Turnout was high: [105%] of residents voted.
    Wrong: Her time, [36:72], took eight seconds off the record.
    Wrong: Last year the buoy measured winds above three metres a second for [8,912 hours].
    Wrong: It rained on [34 days] in June.
    Skip: The two turbines ran for 9,100 hours last year. It rained on 34 days in June and July.
    Skip: They won in style, 36:72 on aggregate. The farm had 20 cows, and there are 31 of them now.
    Skip: They met at the Three Stags. Police held four of them.
    Wrong: They served a [130% abv] cocktail.  =>  100%
    Wrong: The company sold [2,452,3000] shares.  =>  groups of three
    Wrong: The debt rose to [$22,012,840,891,685,32] in March.
    Wrong: The fund lost [$1.5.2] million.
    Wrong: He missed [14] of the seven penalties that he took.  =>  there are seven
    Wrong: Out of every 10 drivers stopped, [12] were drunk.
    Wrong: It fell to [-310C] overnight at the mast.  =>  -273.15
    Wrong: The beacon went silent at [02:73] on Friday.
    Wrong: (2023-03-06) Voters were asked between Feb. 24 and [Feb. 29].  =>  February 2023 has 28 days
    Wrong: (2023-02-06) Claims must be in by [Feb. 29], the office said.  =>  February 2023 has 28 days
    Skip: (2023-03-06) Born on Feb. 29, he has had 11 birthdays. The fair of 2020 ran from Feb. 24 to Feb. 29, as every leap year.
    Wrong: Rain ended play after [31.8 overs].  =>  six balls
    Wrong: Sales fell in the [fifth quarter of 2023].  =>  four quarters
    Right: The side bowled 31.4 overs, and the show sold 103 percent of its seats.
    Right: They flew 130 percent of the sorties planned, and beds were at 112 percent occupancy.
    Right: "I gave 110 percent," she said, and the bar closed at 24:00.
    Right: (2025-03-12) Last year February had 29 days.
    Wrong: The list won [103 percent] of the votes.
    Right: The bill is due by Feb. 29, 2020, and the next by April 30.
    Skip: We can help you to a loan of up to 125% of your homes value.
    Skip: Its radius is 240 pm, close to that of rubidium.
    Wrong: As many as [117%] of voters cast ballots.
    Wrong: Nearly [60] of the 48 houses are sold.
    Wrong: [Nine] out of eight dentists recommend it.
    Wrong: [Seventeen] of the school's 15 teachers have left.
    Wrong: Of the 12 jurors, [14] voted to convict.
    Wrong: [130%] of Norwegians own a car.
    Wrong: The town's turnout reached [103.4%], they said.
    Wrong: Attendance slumped by [140%] after that.
    Wrong: In the poll 41% said no and [116%] did not know.
    Wrong: The water had a pH of [15.2], they found.
    Wrong: The crater lies at [97 degrees] south.
    Wrong: It is shut between 23:15 and [24:75].
    Wrong: The year runs from 1 January to [32 December].
    Wrong: It raised [£1,20,000] in May and £1,350,000 in June.
    Wrong: Of every ten patients [12] were sent home.
    Wrong: The lakes hold 40 million litres, [52 million] of which is fit to drink.
    Wrong: The cameras brought thefts down by [140 per cent].
    Wrong: Wardens counted [140%] fewer terns than in 1998.
    Wrong: The bank shed [120 percent] of its branches.
    Wrong: The jobless rate in the valley is [114 percent].
    Wrong: The share of women on the boards has risen to [131 per cent].
    Wrong: She bought a [160 percent] stake in the brewery.
    Wrong: The yard has 36 boats, [63] of which are let.
    Wrong: There were 36 walkers in the hut. A guide led [63] of them down.
    Wrong: The trust holds £36 million, of which [£63 million] is in shares.
    Skip: Its gain was £36 million, £63 million of it from land, less a loss on wool.
    Right: Damage is put at £36 million to £63 million, of which £40 million was insured.
    Wrong: Of the 24 cottages on the estate, [31] stand empty.
    Wrong: [Nine] in every eight drivers wear a belt.
    Skip: Of the 24 stations, 31 staff were moved.
    Skip: Of the 12 ponies, 15 with the foals, none was hurt.
    Right: The line had loaded 104 percent of its own slots.
    Right: 회사의 부채비율은 6월 말 312%다.
    Wrong: The chain runs 36 cafes in four countries, including [63] in Kent.
    Skip: The yard sells to 36 towns, including 60 in May. It hired 12 coaches for the children, 60 of whom were ill.
    Right: Profit fell 140 per cent, to a loss. Sales fell after a rise of 140 per cent, to 105 per cent of the norm.
    Skip: The prison is 120 per cent full, and its staff rate rose 120 per cent.
    Right: Seven of the nine films won, and 12 of the 14 judges were men.
    Skip: Profit slumped 140%, turnout was up 120%.
    Skip: A pH of 5.2 was found, and 97 degrees to the south of it.
    Skip: The calendar of 1712 had a 30th of February in Sweden.
    Skip: She knew 100 of the 50 states' senators.
    Wrong: (2025-10-16) [지난달 31일] 결과가 나왔다.  =>  September has 30 days
    Right: (2025-11-16) 지난달 31일 결과가 나왔다.
    Wrong: She broke the tape in [1:09:72] and he in 1:21:35.
    Wrong: The engine shut down at [9:31:75] and fell away.  =>  59
    Wrong: She was born in 1998, a [leap year], in Leeds.  =>  28 days
    Right: (2020-02-11) This being a leap year, the month has a day more.
    Right: She was born in 1996, a leap year, in Leeds.
    Right: The city collected 101 percent of what it billed.
    Right: The new plant met 102% of the town's demand.
    Right: The crowd was 110% of the posted seating.
    Skip: He ran it in 2:14:40, and mixed sand, lime and clay by 10:20:70.
    Wrong: The first train leaves at 06.10 and the last at [19.65].
    Skip: Shares opened at 18.30 and closed at 19.78.
    Skip: They levelled at 57:21. / At 58:35 the captain beat the keeper, high on the glove side.
    Right: A second was put in at 23:59:60 that night.
    Wrong: The hut's sensor showed a relative humidity of [118%].
    Wrong: Divers felt a pressure of [minus 4 bars].
    Wrong: The warden stood guard [nine days] of that week.
    Right: The warden stood guard six days of that week.
    Skip: In April 31 people died.
    Skip: They won by 25:10 and the film ran on to the end.
    Skip: Profit rose 130% and the offer was 250% subscribed.
    Skip: Prices are 130% of people's pay.
    Skip: Leap 15.3.1 and Linux 5.10.4 run on 10.0.0.1 and in section 3.2.1.
    Skip: It cost Rs 45,00,000, or 1.234,56 euros, not $1.000.000, as in 1,2 and 3 of the list.
    Wrong: 조합은 [지난 2월 30일] 총회를 열었다.
    Wrong: 응답자의 [120%]가 찬성했다.
    Wrong: 첫차는 [새벽 5시 65분]에 떠난다.
    Right: 공장은 시설 능력의 103%를 처리했다.
    """
    for sentence in article.sentences:
        kinds = sentence.kinds
        if kinds & BIT["D"]:
            yield from _days(article, sentence)
        if kinds & BIT["H"]:
            yield from _times(article, sentence)
        if kinds & BIT["U"]:
            yield from _too_cold(sentence)
    yield from beyond_the_whole(article)
    yield from beyond_the_end(article)
    yield from beyond_the_limits(article)
    yield from _off_clock(article)
    yield from _off_the_hour(article)
    yield from _off_the_dial(article)
    yield from _past_the_minute(article)
    yield from _off_the_second(article)
    yield from _leap_years(article)
    yield from malformed(article)
    yield from mixed_grouping(article)


def _off_clock(article: Article) -> Iterator[Relation]:
    """Yield the times of day, written with a.m. or p.m., that no clock shows: 6:75 a.m., 14 a.m."""
    tokens = article.tokens
    for match in phrase(OFF_CLOCK).finditer(tokens.letters):
        start = match.start()
        figures = tokens.word(start).replace(".", ":") + (
            f":{tokens.word(match.start('minute'))}" if match["minute"] else ""
        )
        hour, _, past = figures.partition(":")
        span = Span(tokens.starts[start], tokens.end(match.end() - 1))
        half = tokens.word(match.start("half")).lower()
        if (start and tokens.glued(start - 1)) or (len(half) == 1 and "·" not in match[0]) or len(hour) > 2:
            continue
        if len(past) == 2 and int(past) > LAST_MINUTE:
            yield never(article.text(span), span, "minutes stop at 59", None)
        elif half[0] == "p" and "·" not in match[0] and hour.isdigit() and int(hour) >= DAY_HOURS:
            yield never(article.text(span), span, "the hours of an afternoon stop at 12", None)
        elif half[0] == "a" and (match["minute"] or "·" in match[0]) and HALF_DAY_HOURS < int(hour) <= DAY_HOURS:
            yield never(article.text(span), span, "the hours of a morning stop at 12", None)


def _off_the_hour(article: Article) -> Iterator[Relation]:
    """Yield the times in two and two digits, led by "at" or in a sentence with a time, that no clock shows: at 02:73."""
    tokens = article.tokens
    for match in phrase(TO_THE_MINUTE).finditer(tokens.letters) if ":" in tokens.letters else ():
        start = match.start("hour")
        hour, minute = tokens.word(start), tokens.word(match.start("minute"))
        glued = tokens.glued(start) and tokens.glued(start + 1)
        glued = glued and (not tokens.glued(match.end() - 1) or tokens.letters[match.end()] in f"{STOPS},;)")
        halved = tokens.word(match.end()).lower() in ("a", "p", "am", "pm")
        whole = len(hour) <= len(minute) == 2 and (hour + minute).isdigit() and not halved
        if glued and whole and int(hour) <= DAY_HOURS and int(minute) > LAST_MINUTE and _timed(article, start):
            span = Span(tokens.starts[start], tokens.end(match.end() - 1))
            yield never(article.text(span), span, "minutes stop at 59", None)


def _off_the_dial(article: Article) -> Iterator[Relation]:
    """Yield the times of day, their hours and minutes named by their words, that no clock shows: 25시 40분, 저녁 7시 75분."""
    text = article.document.text
    for said in DIAL.finditer(text) if article.verb_last else ():
        span, why = Span(*said.span()), "a day has 24 hours" if int(said["hour"]) > DAY_HOURS else "minutes stop at 59"
        if int(said["hour"]) > DAY_HOURS or int(said["minute"]) > LAST_MINUTE:
            yield never(article.text(span), span, why, None)


def _past_the_minute(article: Article) -> Iterator[Relation]:
    """Yield the times with a point, told beside one that a clock shows, that none does: at 06.10 and the last at 19.65."""
    for sentence in article.body:
        clocks = [one for one in sentence.of_kind("clock") if DOTTED.fullmatch(one.text)]
        for one in sentence.of_kind("count") if clocks else ():
            ahead = max((clock.span.end for clock in clocks if clock.first < one.first), default=0)
            beside = ahead and BESIDE.fullmatch(article.document.text, ahead, one.span.start)
            if beside and PAST_THE_MINUTE.fullmatch(one.text):
                yield never(one.text, one.span, "minutes stop at 59", None)


def _timed(article: Article, start: int) -> bool:
    before = article.tokens.word(start - 1).lower() if start else ""
    if before == "at":
        return True
    place = article.place_of.get(start)
    told = article.sentences[article.at[place].sentence] if place is not None else None
    return told is not None and bool(told.kinds & BIT["H"]) and before in words("days", "between_times")


def _too_cold(sentence: Sentence) -> Iterator[Relation]:
    for mention in sentence.of_kind("measure"):
        coldest = COLDEST.get(mention.unit)
        if coldest is not None and mention.number and mention.number.middle < coldest:
            yield never(
                mention.text,
                mention.span,
                f"nothing is colder than {float(coldest):g} degrees {mention.unit.title()}",
                None,
            )


def _off_the_second(article: Article) -> Iterator[Relation]:
    """Yield the times with seconds that no clock shows: at 9:31:75."""
    tokens = article.tokens
    for match in phrase(TO_THE_SECOND).finditer(tokens.letters):
        start = match.start()
        glued = all(tokens.glued(at) for at in range(start, match.end() - 1))
        led = start and tokens.word(start - 1).lower() in words("days", "before_time") | RUN_IN
        parts = [tokens.word(match.start(name)).partition(".")[0] for name in ("minute", "second")]
        second = Span(tokens.starts[start], tokens.end(match.end() - 1))
        if glued and parts == LEAP_SECOND[0]:
            yield possible(article.text(second), second, "a leap second is put in so")
        if glued and led and all(len(part) == 2 and part.isdigit() for part in parts):
            if any(int(part) > LAST_MINUTE for part in parts) and parts not in LEAP_SECOND:
                yield never(article.text(second), second, "minutes and seconds stop at 59", None)


def _leap_years(article: Article) -> Iterator[Relation]:
    """Hold "2020, a leap year", "the leap year of 2020" and "this being a leap year" against the calendar."""
    text = article.document.text
    for said in LEAP.finditer(text) if "leap year" in text else ():
        now = article.published.year if article.published and said[0].startswith(("This", "this")) else 0
        year = int(said["before"] or said["of"] or now)
        if year:
            span, days = Span(*said.span("said")), month(year, 2).last.day
            stated = Quantity.named("29", f"{year} a leap year", span)
            implied = Quantity.named(str(days), f"{year} had {days} days in February")
            yield Relation(stated, implied, says=f"{year} was no leap year: {{working}}.")


def _days(article: Article, sentence: Sentence) -> Iterator[Relation]:
    years = years_meant(article, sentence)
    for mention in sentence.of_kind("date"):
        when = mention.when
        when = when._replace(year=years[mention.first]) if when and mention.first in years else when
        when = settled(when, article.published)._replace(until=when.until) if when and when.unit == "month" else when
        if when and when.day and when.month and (longest := _longest(when)):
            right = f"{MONTH_NAMES[when.month - 1]}{f' {when.year}' if when.month == 2 and when.year else ''}"
            last = max(when.day, when.until or 0)
            if last > longest and _said_as_date(article, mention, when) and not _is_known(article, mention):
                yield never(
                    mention.text, mention.span, f"{right} has {longest} days", _shortened(mention, last, longest)
                )
            elif last == longest and when.month != 2:
                yield fine(mention, f"{right} has {longest} days")
            elif (when.month, last) == (2, 29) and (meant := _leap_day(article, when)):
                yield fine(mention, f"{meant.year} is a leap year")


def _is_known(article: Article, mention: Mention) -> bool:
    """Tell whether a text tells of a date that there is none: an invoice that bore the date February 30; a day that will not exist."""
    before, behind = article.around(mention, KNOWN_REACH)
    return NO_DAY.search(behind) is not None or BORE.search(before) is not None


def _shortened(mention: Mention, last: int, longest: int) -> str:
    """Return a date as it is written, with the last day of its month."""
    return re.sub(rf"(?<!\d){last}(?!\d)", str(longest), mention.text, count=1)


def _leap_day(article: Article, when: When) -> date | None:
    years = [when.year] if when.year else [article.published.year + n for n in (0, -1)] if article.published else []
    return next((found for year in years if (found := day(year, 2, 29))), None)


def _longest(when: When) -> int:
    """Return the last day that a month can have, in the year named if one is; 0 for no day at all."""
    if when.day is None or when.month is None or not 1 <= when.month <= 12:
        return 0
    if when.year is not None and when.month == 2:
        return month(when.year, 2).last.day
    return LONGEST[when.month - 1]


def _said_as_date(article: Article, mention: Mention, when: When) -> bool:
    """Tell "on April 31" from "in April 31 people died", which a language that marks its days has not."""
    if article.verb_last:
        return True
    place = article.place(mention)
    quoted = place > 1 and article.skeleton[place - 1] == '"'
    before = article.word(place - 1 - quoted) if place else ""
    after = article.skeleton[place + 1 : place + 2]
    if before == "a":
        return False
    if max(when.day or 0, when.until or 0) > MOST_DAYS:
        return before in words("days", "before_date") and after in f"{STOPS}·,;:)"
    day_last = not mention.text[:1].isdigit() and when.year is None
    return (
        not day_last or before in words("days", "before_date") or when.weekday is not None or after in f"{STOPS}·,;:)"
    )


def _times(article: Article, sentence: Sentence) -> Iterator[Relation]:
    for mention in sentence.of_kind("clock"):
        place = article.place(mention)
        minute = mention.clock.minute if mention.clock else 0
        if minute == DAY_MINUTES:
            yield fine(mention, "24:00 is midnight")
        if minute <= DAY_MINUTES or not place or article.word(place - 1) not in words("days", "before_time"):
            continue
        if _of_a_game(article, sentence) or PLACED.search(article.around(mention, PLACE_REACH)[0]):
            continue  # He scored at 28:50.
        if minute >= BROADCAST_MINUTES or "broadcast" not in article.document.meta.get("section", ""):
            yield never(mention.text, mention.span, "a day ends at 24:00", f"{minute // 60 % 24:02}:{minute % 60:02}")


def _of_a_game(article: Article, sentence: Sentence) -> bool:
    """Tell whether a sentence, or one beside it, tells of a game, whose clock shows the minutes played."""
    at = sentence.number
    near = article.sentences[max(0, at - 2) : at + 3]
    return any(OF_A_GAME.search(article.words(one)) for one in near)
