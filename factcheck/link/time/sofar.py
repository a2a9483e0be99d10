"""Lengths of time that begin or end with the day of publication: for 12 years, since 2009; the mill closed 65 years ago."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import timedelta

from factcheck.article import Article, Said, Sentence
from factcheck.dates import Days, days_meant, settled, years_before
from factcheck.link.time.deictic import QUOTED
from factcheck.link.time.events import acts, acts_near, founding, words
from factcheck.link.time.missed import slips
from factcheck.link.time.spells import lasts
from factcheck.model import Mention, When
from factcheck.patterns import Pattern
from factcheck.quantity import Interval
from factcheck.records import NamedTuple

HEDGE = "(EXACTLY|ONLY|ABOUT|NEARLY|MORE|LESS|than|a|<w>)?"
SINCE = (
    "{length:duration} ,? since the? {start:date|year}",
    "{length:duration} after the? {start:date|year}",
)
EACH = frozenset({"every", "each"})
"""Before a length these make it that of each turn: first given in 1992 and every three years since."""
AWAY = (
    f"{{end:date}} ,? {HEDGE} {HEDGE} {HEDGE} {HEDGE} {{length:duration}} (away | from {{relative}})",
    "{length:duration} away ,? on {end:date}",
)
SPENT = ("by|on {end:date} ,? after {length:duration}",)
SINCE_IT = "it (HAVE BE | BE) HEDGED {length:duration} {relative}? since ... {start:date|year}".replace(
    "HEDGED", f"{HEDGE} {HEDGE}"
)
WAITED = "since the? {start:date|year} (, a <w> of | <(>) {length:duration}"
SINCE_THAT = "since the? {start:date|year} , (for|or|EXACTLY|ONLY|ABOUT|NEARLY|MORE|LESS)* {length:duration} <.;)q\n>"
FROM_THEN = "{start:date|year} ... {length:duration} since (<.,;)q\n—> | by|with|and|but|HAVE|BE)"
SOMETIME = ("since {start:date|year} ... {length:duration}", "{length:duration} ... since {start:date|year}")
AGO = (
    f"{{start:date|year}} (, | : | — | - | <(>) {HEDGE} {HEDGE} {HEDGE} {HEDGE} {{length:duration}} ago",
    "{length:duration} ago (, | : | — | - | <(>)? (on|in)? {start:date|year}",
)
RUNNING, SINCE_THEN, AGO_BEING = "째", "부터", "전인"
"""Behind a length and a time of a language whose verbs stand last: it has gone on so long, from then."""
THEN, FAR = Pattern(r"[^.]*(?:던 |당시|었을 때|았을 때)"), 3
"""Behind such a length these tell of another time than that of writing; one so many times too short is of another, too."""
YEARS_IN = frozenset({"year", "decade", "century"})
SO_FAR = "it may be counted from another time"
PARTLY = frozenset({"in", "but", "of", "during"})
RELATIVES = frozenset({"that", "who", "which", "whose"})
ENDS = ".,;)q\n"
WAITS = frozenset("wait gap drought absence lull famine hiatus exile interval".split())
LOOSELY = frozenset("nearly almost about around some roughly just over under more less than well a little only".split())
RECORDS = frozenset({"record", "mark", "best", "milestone"})
AFTER = Pattern(r"\bafter (?:just |only |about |nearly |almost |some |more than |over |exactly )?$")
WHOLE = Pattern(
    r"[.,;)]|$| (?:in (?:the (?:job|post|role|chair|seat)|office|charge|power|business|service)|at the (?:helm|top)"
    r"|of (?:service|trading|marriage|business)|as (?:its |their |the )?[a-z]+(?=[.,;)]|$))\b"
)
OVER_NOW = {
    "took": Pattern(
        r"\b(?:resign\w*|retir\w+|quits?|(?:step|stand)\w* (?:down|aside)|stood down|leav\w+ (?:office|the (?:job|post))|left (?:office|the (?:job|post))|bows? out|sacked|dismissed)\b"
    ),
    "founded": Pattern(r"\b(?:clos\w+|shuts?|shut down|folds?|folded|ends?|ended|ending)\b"),
    "married": Pattern(r"\b(?:divorc\w+|part(?:s|ed|ing)|separat\w+)\b"),
}
"""Words that put an end to what began so, before a length and behind "after", and what tells that it is the whole of it."""
OVER, A_WEEK, A_MONTH = 90, timedelta(7), timedelta(31)
MOST = 12
"""Of so many times beside a length at the most one may be its beginning: prose has no more in a sentence."""


class Lasting(NamedTuple):
    """A length of time, how long it was by the times at its ends, and why it may be of others, if so.

    `end` is None where the day of publication is the other end, `interval` where the times tell nothing.
    """

    interval: Interval | None
    length: Mention
    start: Mention
    end: Mention | None
    doubt: str | None = None


def to_publication(article: Article, today: Days) -> Iterator[Lasting]:
    """Lengths that end or begin with the day of publication."""
    for said in article.match(*SINCE):
        since = _days(article, said.start) if article.word(article.place(said.length) - 1) not in EACH else None
        if since and since.first <= today.first:
            doubt = None if _still(article, said) else "it may have ended"
            yield Lasting(lasts(said.length, (since, today)), said.length, said.start, None, doubt)
    for said in article.match(WAITED):
        waited = any(article.word(at) in WAITS for at in range(said.match.start(), said.match.end()))
        yield from _until_now(article, said.length, said.start, today, None if waited else "it may have ended")
    for said in article.match(SINCE_THAT):
        before = {article.word(at) for at in range(said.sentence.start, said.match.start())}
        going = not before.isdisjoint(("has", "have")) and "had" not in before
        yield from _until_now(article, said.length, said.start, today, None if going else "it may have ended")
    for said in article.match(SINCE_IT):
        clause = {article.word(at) for at in range(said.match.start(), said.match.end())}
        before = {article.word(at) for at in range(said.match.start(), article.place(said.length))}
        alone = (
            len(said.sentence.of_kind("date|year")) == 1 and clause.isdisjoint(RELATIVES) and before.isdisjoint(PARTLY)
        )
        whole = article.skeleton[said.match.end() : said.match.end() + 1] in ENDS
        yield from _until_now(article, said.length, said.start, today, None if alone and whole else SO_FAR)
    for said in article.match(FROM_THEN):
        alone = sum(mention.kind in ("date", "year") for mention in said.sentence.mentions) == 1
        yield from _until_now(article, said.length, said.start, today, None if alone else SO_FAR)
    for said in article.match(*SOMETIME):
        yield from _until_now(article, said.length, said.start, today, SO_FAR)
    for said in article.match(*AGO):
        if said.length.unit in YEARS_IN:
            quoted = '"' in article.skeleton[said.sentence.start : said.match.start()]
            yield from _until_now(article, said.length, said.start, today, QUOTED if quoted else None)
    yield from _running(article, today)
    for length, start in _before_now(article) if article.verb_last else ():
        yield from _until_now(article, length, start, today, None)
    for shapes, doubt in ((AWAY, None), (SPENT, "it may begin on another day")):
        for said in article.match(*shapes):
            until = _days(article, said.end)
            if until and until.first >= today.first:
                yield Lasting(lasts(said.length, (today, until)), said.length, said.end, None, doubt)


def _before_now(article: Article) -> Iterator[tuple[Mention, Mention]]:
    """Yield each length of years with the time that it is said to have passed since, where verbs stand last: 5년 전인 2018년."""
    for length in article.mentions:
        start = article.at.get(article.place(length) + 1) or article.at.get(article.place(length) + 2)
        if length.kind == "duration" and length.unit in YEARS_IN and start and start.kind in ("date", "year"):
            if article.document.text[length.span.end : start.span.start].strip() == AGO_BEING:
                yield length, start


def _running(article: Article, today: Days) -> Iterator[Lasting]:
    """What has run from a time on, where verbs stand last: 작년 2월부터 20개월째.

    The first unit may be counted, and of a month or a year that is not over there may be no news yet.
    """
    text = article.document.text
    for length in article.mentions if article.verb_last else ():
        start = article.at.get(article.place(length) - 1) if length.kind == "duration" else None
        if (
            start
            and text.startswith(RUNNING, length.span.end)
            and text[start.span.end : length.span.start].strip() == SINCE_THEN
        ):
            for lasting in _until_now(article, length, start, today, None):
                if told := lasting.interval:
                    alone = len(article.sentences[length.sentence].of_kind("date|year|relative")) == 1
                    near = told.low < FAR * length.size and not THEN.search(article.around(length, 0, OVER)[1])
                    since = Interval(told.low - (length.unit != "day"), told.high + 1)
                    yield lasting._replace(interval=since, doubt=None if alone and near else SO_FAR)


def so_far(article: Article, sentence: Sentence, length: Mention, today: Days) -> Iterator[Lasting]:
    """What began on a day and has gone on ever since: "who was sworn in on May 12, 2014, has governed for two years"."""
    if length.unit in YEARS_IN and (over := _over_these_days(article, sentence, length)):
        begun = [act for act in acts_near(article, sentence) if act.family == over]
        if len(begun) == len(sentence.of_kind("date|year")) == 1:
            reach = A_MONTH if sentence.of_kind("relative") else A_WEEK
            days = Days(today.first - reach, today.last + 2 * reach)
            this_year = [one for one in sentence.of_kind("relative") if one.when and _of_this_year(one.when)]
            days = days_meant(this_year[0].when, today.first) or days if this_year and this_year[0].when else days
            for lasting in _until_now(article, length, begun[0].mention, days, None):
                slipped = lasting.interval is not None and slips(length, lasting.interval, near=True)
                yield lasting if slipped else lasting._replace(doubt=SO_FAR)
        return
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


def _over_these_days(article: Article, sentence: Sentence, length: Mention) -> str:
    """Return what family of beginnings "resigned on Tuesday after four years in the job" is the end of; "" for none."""
    before, behind = article.around(length, OVER)
    near = [one.when for one in sentence.of_kind("weekday|relative") if one.first < length.first and one.when]
    if (
        not AFTER.search(before)
        or not WHOLE.match(behind)
        or not any(when.unit != "year" or _of_this_year(when) for when in near)
    ):
        return ""
    clause = before.rpartition(",")[2]
    return next((family for family, over in OVER_NOW.items() if over.search(clause)), "")


def _of_this_year(when: When) -> bool:
    return (when.shift, when.unit, when.month) == ("this", "year", None)


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


def _until_now(article: Article, length: Mention, start: Mention, today: Days, doubt: str | None) -> Iterator[Lasting]:
    since = _days(article, start) if article.word(article.place(length) - 1) not in EACH else None
    if since and since.first > today.first and start.when and not start.when.year:
        since = Days(years_before(since.first, 1), years_before(since.last, 1))
    if since and since.first <= today.first:
        yield Lasting(lasts(length, (since, today)), length, start, None, doubt)


def _days(article: Article, mention: Mention) -> Days | None:
    when = settled(mention.when, article.published) if mention.when else None
    return days_meant(when, article.published) if when and not when.unit else None


def _still(article: Article, said: Said) -> bool:
    """Tell "has led it for 22 years, since 1994" from "the third in five years since 2010"."""
    place = article.place(said.length)
    before = [article.word(at) for at in range(max(said.sentence.start, place - 6), place)]
    whole = "for" in before[-2:] or "been" in before[-1:]
    return whole and not {"has", "have", "'s", "’s"}.isdisjoint(before) and "had" not in before


def records(article: Article, today: Days) -> Iterator[Lasting]:
    """A record so many years old was set that long ago."""
    for mention in article.mentions:
        if mention.kind == "age" and "-" in mention.text and _of_record(article, mention):
            set_in = [act.mention for act in acts(article) if act.family == "record"]
            since = _days(article, set_in[0]) if len(set_in) == 1 else None
            if since and since.first <= today.first:
                yield Lasting(lasts(mention, (since, today)), mention, set_in[0], None)


def _of_record(article: Article, mention: Mention) -> bool:
    place = article.place(mention)
    return any(article.word(at) in RECORDS for at in range(place + 1, min(place + 4, len(article.skeleton))))
