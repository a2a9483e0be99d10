"""Lengths of time that lie between the only two times near by, however the text words it.

There are two moments and a length between them. What binds the three is a word that takes the stretch up ("those 18
years", "the 43 years in between"), or that a sentence tells of nothing else ("sent out at 10.20am, they knocked at 1.50pm
- three and a half hours"). Then a length that misses by what a slip of the pen makes of it is held against the times; one
that misses by more is of something else.
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import timedelta
from functools import cache

from factcheck.article import BIT, Article, Sentence
from factcheck.dates import OFFSETS, STEP
from factcheck.link.context.sayings import on_which_said
from factcheck.link.context.subjects import topics, topics_of
from factcheck.link.time.clocks import on_clocks
from factcheck.link.time.events import acts_near, words
from factcheck.link.time.missed import slips
from factcheck.link.time.noends import are_no_ends, in_passing
from factcheck.link.time.sofar import Lasting
from factcheck.link.time.spells import MINUTES_IN, time_between
from factcheck.model import Mention, When
from factcheck.patterns import Pattern
from factcheck.phrase import phrase, word_letters
from factcheck.quantity import Interval

BACK, APART = 3, 70
"""So many sentences with figures before a length, and so many words between two of them, its two times are told."""
KINDS = ("date|year", "date|year|relative", "date|year|relative|weekday")
"""Where the first of these give no two times the next do: 9 September and Thursday are the ends of a strike."""
UNTIED = "no word ties it to the times near by"
TAKEN_UP = frozenset("those these that this".split())
LEADING = frozenset("for after lasted last taken took spent".split())
"""Just before a length: something went on so long."""
KNOWN = frozenset("the its his her their".split())
BEHIND = frozenset("between long apart elapsed passed separated separating".split())
"""Behind a length they tell that it parts two times just told."""
FROM_ONE = frozenset("later on after before earlier until".split())
"""Behind a length they tell that it leads from one time to another."""
SPANNING = frozenset("between separated separating lay lie".split())
OTHER = frozenset(
    "next last past first final previous coming another further additional extra within under every each per nearly almost "
    "about around some roughly least most than over only early late up by in first two three four five".split()
)
"""Just before a length they make it a part of something, or something to come."""
GIVEN = frozenset(
    "sentence sentenced jailed jail prison term lease contract deal bond loan ban suspended suspension warranty guarantee "
    "mandate high low record old ago aged notice mortgage licence license plan visa course degree treasury yield note "
    "expiration expiry minimum maximum anniversary forward average wife husband marriage serve".split()
)
"""Words beside a length of what is given for a time, and need not run it."""
BOUND = frozenset({"ago", "ended", "ending"})
"""Behind a length they lead from it to its own end."""
HEDGES = frozenset("nearly almost about around some roughly just over full whole long more than".split())
ACTIVE = frozenset("in at as on with".split())
"""Behind "in 18 years" that opens a sentence, they lead to what somebody was or did then."""
OPENING = frozenset("for in over during through".split())
"""Before a length that opens a sentence they lead to what somebody did all the time told."""
DOING = ("ing", "tion", "ment", "ivity")
"""How nouns end for what goes on: digging, negotiation, imprisonment, captivity."""
LASTS = frozenset("lasted lasting took taking last".split())
ENDS_CLAUSE = frozenset(",.;)q\n")
SET_OFF = frozenset(",—–(:-")
ENDING = frozenset("after ending ended ends following".split())
"""Before "a 17-year drought" they tell that it was then over."""
WITHIN = frozenset("over in during for throughout through within".split())
"""Before "the two months of their stay" they make it a part of something, or the whole of something else."""
COARSE = frozenset({"decade", "century"})
FEWEST, ADJOINING, NOUN_REACH = 2, 3, 6
"""So many lengths at the most has a sentence, so far from its time stands "three weeks on", and a noun from its article."""
BESIDE = frozenset({"weekday", "relative", "ordinal"})
BESIDE_CLOCKS = BESIDE | {"date"}
"""What else a sentence may tell before a length that its two times bound."""
FEW = 5
"""Of fewer than so many a miss tells little."""
SO_FAR, REACH = Pattern(r"[^.;:]{0,50}\b(?:has|have|[’']ve|[’']s) [^.;:]{0,70}\bsince (?:\w+ ){0,3}?(?:[A-Z]|\d)"), 130
"""Behind "the 214 days" these make it one up to now: "that he has spent in jail since April 11"."""
AND_ANOTHER = Pattern(r" (?:after|before) [^.;,\d]{2,60} and (?:\d+|[a-z]+) (?:after|before) ")
"""Behind a length these count it from what has no time of its own: 14 years after it sailed and 16 after its launch in 2005."""
FROM_THE_FIRST = Pattern(r" (?:after|before) the (?:first|earliest|initial|original|last)\b")
"""Behind a length these count it from one of several: 23 minutes after the earliest call."""
BORN, BIRTH = Pattern(r"\b(?:born|birth)\b[^;.]*$"), 80
"""Before a time, and so many characters before it at the most, these make it that of a birth, from which ages are told."""
TIMES = BIT["Y"] | BIT["D"] | BIT["H"] | BIT["W"] | BIT["R"]
BACKWARD = Pattern(
    r"\b(?:since|from|after|having|had|following|when|where|but|began|begun|started|opened|left|set (?:off|out))\b|[.;:]"
)
"""Between two times of day these may lead to the earlier one: were back at 11, having failed at six."""
OF_A_PART = Pattern(
    r"\s*(?:apart in age|on (?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day\b|late|early|overdue|behind|ahead|so far|to date|of (?:which|them|those))\b"
)
"""Behind a length these make it that of a part, or of how late something was."""
TOLD_TODAY, WEEK = ("weekday", "relative"), 7


def parted(article: Article, told: set[int]) -> Iterator[Lasting]:
    """Yield the lengths, those `told` by their first token left out, that lie between the only two times near by."""
    for sentence in article.body if not article.verb_last else ():
        lengths = sentence.of_kind("duration") if sentence.kinds & BIT["L"] else []
        for length in lengths if len(lengths) <= FEWEST else ():
            if (
                length.first in told
                or not length.number
                or length.unit in COARSE
                or is_of_other(article, sentence, length)
            ):
                continue
            ends = _ends(article, sentence, length)
            if ends and _up_to_now(article, sentence, length):
                continue
            if ends and (found := between_them(article, length, *ends)):
                between, start, end, several = found
                bound = _takes_up(article, length, ends) or _tells_no_more(article, sentence, length, ends)
                led = bound or (not _of_another_act(article, sentence, ends) and _led(article, sentence, length, ends))
                led = led and not in_passing(article, length, ends)
                doubt = None if led and slips(length, between, near=bound) else UNTIED
                yield Lasting(between, length, start, end, several or doubt)


def is_of_other(article: Article, sentence: Sentence, length: Mention) -> bool:
    """Tell "the next three weeks", "a ten-year lease" and "within two days" from the length of a stretch told."""
    place, lead = article.place(length), lead_of(article, sentence, length)
    ends = article.at.get(place + 2) if article.word(place + 1) in ("to", "ended", "ending", "through") else None
    if ends and ends.kind == "date":
        return True
    told = article.around(length, 0, REACH)[1]
    if OF_A_PART.match(told) or SO_FAR.match(told) or AND_ANOTHER.match(told) or FROM_THE_FIRST.match(told):
        return True
    behind = 2 if article.word(lead) in KNOWN else 4
    near = {article.word(at) for at in range(max(sentence.start, place - 4), min(place + behind, sentence.end))}
    if not GIVEN.isdisjoint(near) or article.word(place + 1) in BOUND or _has_own_end(article, place):
        return True
    hedged = lead < place - 1 and (article.word(lead) in KNOWN or article.word(lead) in LEADING)
    doing = place == sentence.start + 1 and _of_doing(article, place)
    whole = doing or _opens(article, sentence, place) or _spent_in(article, sentence, place)
    return article.word(place - 1) in OTHER and not hedged and not whole


def _up_to_now(article: Article, sentence: Sentence, length: Mention) -> bool:
    """Tell whether a length is counted up to now: in the 76 years since the first, on 3 March 1941; the seven years since in Wales."""
    since = article.word(article.place(length) + 1) == "since"
    return since and article.word(lead_of(article, sentence, length)) in KNOWN


def _has_own_end(article: Article, place: int) -> bool:
    """Tell whether words behind a length lead to an end that is read as no time: the 10 years from 1960 to '70."""
    led = phrase("from {date|year} to").match(article.skeleton, place + 1)
    return led is not None and (led.end() not in article.at or not article.at[led.end()].when)


def lead_of(article: Article, sentence: Sentence, length: Mention) -> int:
    """Return the place before a length, words that hedge it passed over: "the nearly ten months"."""
    place = article.place(length) - 1
    while place > sentence.start and article.word(place) in HEDGES:
        place -= 1
    return place


def _opens(article: Article, sentence: Sentence, place: int) -> bool:
    """Tell whether a sentence opens with a length in which all was done that it tells: "Over 152 years it gave"."""
    led = place == sentence.start + 1 and article.word(place - 1) in OPENING
    return led and (article.word(place + 1) == "," or article.skeleton[place + 1] in _subjects())


def _of_doing(article: Article, place: int) -> bool:
    """Tell "54 years of service" and "in the eight years of his rule" from a length of nothing that went on."""
    at, length = place + 2 + (article.word(place + 2) in KNOWN), article.at[place]
    if length.number is None or length.number.middle < FEW or length.hedge or article.word(place - 1) == "after":
        return False
    doing, noun = words("nouns") | words("serving"), article.word(at)
    return article.word(place + 1) == "of" and (noun in doing or noun.endswith(DOING))


def _spent_in(article: Article, sentence: Sentence, place: int) -> bool:
    """Tell whether a sentence opens with what somebody did all the time told: "In eighteen years in the House he"."""
    return place == sentence.start + 1 and article.word(place - 1) == "in" and article.word(place + 1) in ACTIVE


def _ends(article: Article, sentence: Sentence, length: Mention) -> tuple[Mention, Mention] | None:
    """Return the only two times that are told in a length's sentence, or in it and the last few before it."""
    for kinds in ("clock",) if length.unit in MINUTES_IN else KINDS:
        found = _told(article, sentence, kinds)
        before = [time for time in found if time.first < length.first]
        found = before if len(before) == 2 else found
        if len(found) == 2 and all(map(is_precise, found)):
            first, last = found
            untold = first.when and last.when and (first.when == last.when or _of_no_year(first.when, last.when))
            untold = untold or are_no_ends(article, length, first, last)
            if not untold and not _of_other_years(article, first, last):
                return first, last
        if len(found) > 2:
            return None
    return None


def _told(article: Article, sentence: Sentence, kinds: str) -> list[Mention]:
    """Return the times of some kinds in a sentence, and in those before it until there are two."""
    found = times_of(article, sentence, kinds)
    number, start = sentence.number, sentence.start
    while len(found) < 2 and number and sentence.number - number < BACK:
        number -= 1
        other = article.sentences[number]
        if start - other.end > APART or other.block == "cell":
            break
        start = other.start
        found = times_of(article, other, kinds) + found
    return found


def _of_no_year(one: When, other: When) -> bool:
    """Tell whether one time is a year alone and the other a day of no known year."""
    return (one.year is None) != (other.year is None) and (one.month is None or other.month is None)


def _of_other_years(article: Article, first: Mention, last: Mention) -> bool:
    """Tell whether of two times of two sentences one names no year and the other one that is not that of writing."""
    years = {time.when.year for time in (first, last) if time.when and time.when.year}
    named = len(years) == 1 and not (first.when and last.when and first.when.year and last.when.year)
    near = article.published is None or all(abs(article.published.year - year) <= 1 for year in years)
    return named and not near and first.sentence != last.sentence


def times_of(article: Article, sentence: Sentence, kinds: str) -> list[Mention]:
    """Return the times of some kinds in a sentence, those told from the day of publication as dates."""
    told = sentence.of_kind(kinds) if sentence.kinds & TIMES else []
    told = [time for time in told if not BORN.search(article.around(time, BIRTH, 0)[0])]
    return [found for time in told if not _of_saying(article, time) and (found := _by_the_calendar(article, time))]


def _of_saying(article: Article, time: Mention) -> bool:
    """Tell whether a day is that on which somebody said something, or of a date: "said on Thursday", "Thursday week, March 24"."""
    behind = article.place(time) + 1
    dated = any(at in article.at and article.at[at].kind == "date" for at in range(behind, behind + ADJOINING))
    return time.kind in TOLD_TODAY and (dated or on_which_said(article, time))


def _by_the_calendar(article: Article, time: Mention) -> Mention | None:
    """Return "Thursday", "yesterday" and "last year" as the day or year last past; None for what is told otherwise."""
    when, today = time.when, article.published
    if time.kind not in TOLD_TODAY:
        return time
    if when is None or today is None:
        return None
    if when.weekday is not None and when.shift in ("", "last", "past", "this"):
        found = today - timedelta((today.weekday() - when.weekday) % WEEK)
    elif when.shift in OFFSETS:
        found = today + timedelta(OFFSETS[when.shift])
    elif when.unit == "year" and when.shift in STEP and not when.month:
        return time.changed(when=When(year=today.year + STEP[when.shift]))
    else:
        return None
    return time.changed(when=When(found.year, found.month, found.day))


def is_precise(time: Mention) -> bool:
    """Tell a time of day, a year and a day of a month from a month that may be of any year, a decade and a range."""
    when = time.when
    return when is None or bool(not when.unit and not when.until and (when.year or (when.day and when.month)))


def between_them(
    article: Article, length: Mention, one: Mention, other: Mention
) -> tuple[Interval, Mention, Mention, str] | None:
    """Return how long it was from one time to the other, or from the other to it, as fits better; None where nobody can tell."""
    told = article.document.text[one.span.end : other.span.start]
    onward = one.clock is not None and BACKWARD.search(told) is None
    found = []
    for pair in ((one, other),) if onward else ((one, other), (other, one)):
        start, end, several = on_clocks(article, length, *pair)
        between = time_between(article, length, start, end)
        if between is not None and between.high > 0:
            found.append((between, start, end, several))
    return min(found, key=lambda told: length.quantity.interval.gap(told[0]), default=None)


def _takes_up(article: Article, length: Mention, ends: tuple[Mention, Mention]) -> bool:
    """Tell whether words bind a length to the stretch that the two times near by bound."""
    sentence, place = article.sentences[length.sentence], article.place(length)
    lead = lead_of(article, sentence, length)
    before, behind = article.word(lead), article.word(place + 1)
    wide = any(end.kind in TOLD_TODAY for end in ends)
    if wide and ("-" in length.text or any(end.sentence == length.sentence for end in ends)):
        return False
    named = "-" not in length.text or not words("nouns").isdisjoint((behind, article.word(place + 2)))
    if before in KNOWN:
        within = behind == "of" and article.word(place - 2) in WITHIN
        return named and not within and (behind not in FROM_ONE or behind == "on")
    if before in ("a", "an"):
        set_off = article.skeleton[lead - 1] in SET_OFF or article.word(lead - 1) in ENDING
        return (
            set_off
            and "-" in length.text
            and named
            and ends[0].sentence == length.sentence
            and ends[1].first < length.first
        )
    if before == "of":
        return article.word(place - 2) in words("nouns") and article.word(place - 3) in KNOWN
    ends_clause = article.skeleton[place + 1] in ENDS_CLAUSE
    if before == "after" and ends_clause and article.word(lead - 1) == "," and lead - 2 in article.at:
        return article.at[lead - 2].span == ends[1].span
    if before in LASTS and _of_known(article, sentence, lead):
        return True
    whole = article.word(place - 1) == "all" and behind == "of"
    return whole or _spent_in(article, sentence, place) or before in TAKEN_UP or before in SPANNING or behind in BEHIND


def _of_known(article: Article, sentence: Sentence, verb: int) -> bool:
    """Tell whether what lasts is named as known: "the stoppage, which lasted 17 days", "the siege lasted"."""
    at = verb - 1
    while at > sentence.start and article.word(at) in (",", "which", "that", "had"):
        at -= 1
    before = [article.word(near) for near in range(max(sentence.start, at - 2), at)]
    return article.word(at) in words("nouns") and not KNOWN.isdisjoint(before)


def _tells_no_more(article: Article, sentence: Sentence, length: Mention, ends: tuple[Mention, Mention]) -> bool:
    """Tell whether a sentence has no figures before a length but one or both times, and it is set off or leads from one."""
    place = article.place(length)
    told = [one for one in sentence.mentions if one.first < length.first and one not in ends]
    passed = BESIDE_CLOCKS if ends[0].clock else BESIDE
    if any(end.kind in TOLD_TODAY for end in ends):
        return False
    if "-" in length.text or any(one.kind not in passed for one in told):
        return False
    if article.word(place - 1) in words("lasting") and ends[0].first < length.first < ends[1].first:
        return ends[0].sentence == sentence.number
    if ends[1].sentence != sentence.number:
        return False
    behind, set_off = article.word(place + 1), article.skeleton[place - 1] in SET_OFF
    if behind in ("later", "on", "earlier"):
        if ends[1].first < length.first and article.word(place - 1) in ("and", "but", "then"):
            return False  # Counted on from the second time: arrived at 2.31, and eight minutes later they were inside.
        return any(0 < abs(place - article.place(end)) <= ADJOINING for end in ends if end.sentence == sentence.number)
    if behind == "since":
        return ends[1].first > length.first
    if behind in FROM_ONE:
        led = ends[1].first > length.first and "," not in article.skeleton[place + 1 : article.place(ends[1])]
        apart = set_off and ends[0].sentence != sentence.number
        return led or (apart and not _from_another(article, sentence, place + 1, ends[0]))
    if article.word(place - 1) == "for":
        return bool(length.unit in MINUTES_IN and ends[0].sentence == sentence.number and ends[1].first < length.first)
    return set_off or (article.word(place - 1) == "of" and _apposed(article, place))


def _from_another(article: Article, sentence: Sentence, place: int, end: Mention) -> bool:
    """Tell whether a length leads from a thing that the sentence of a time before it does not name: ten years after the landing."""
    stop = min((at for at in range(place, sentence.end) if article.skeleton[at] in ENDS_CLAUSE), default=sentence.end)
    named = topics(article, range(place + 1, stop))
    return bool(named) and named.isdisjoint(topics_of(article, article.sentences[end.sentence]))


def _of_another_act(article: Article, sentence: Sentence, ends: tuple[Mention, Mention]) -> bool:
    """Tell whether two times bound what a participle tells: "Built between 1911 and 1914, the pier was closed for six years"."""
    first, last = (article.place(end) for end in ends)
    joined = last - first == 2 and article.word(first - 1) in ("between", "from")
    return (
        joined and ends[0].sentence == sentence.number and first - 1 > sentence.start and article.word(last + 1) == ","
    )


def _led(article: Article, sentence: Sentence, length: Mention, ends: tuple[Mention, Mention]) -> bool:
    """Tell whether a length of something that went on stands behind two times in their sentence, or alone in the next."""
    place, lead = article.place(length), lead_of(article, sentence, length)
    before, behind, doing = article.word(lead), article.word(place + 1), _of_doing(article, place)
    if any(end.kind in TOLD_TODAY for end in ends) and not (doing and ends[0].sentence != length.sentence):
        return False
    if (
        (before not in LEADING and lead != sentence.start and not doing)
        or "-" in length.text
        or (behind in ("in", "at") and article.skeleton[place + 2] == "N")
        or behind in ("during", "under", "while")
        or any(act.family == "born" for act in acts_near(article, sentence, 1))
    ):
        return False
    told = [one for one in sentence.mentions if one is not length and one.first < length.first and one not in ends]
    told = [one for one in told if one.kind == "duration" or not doing]
    near = sentence.number - ends[0].sentence
    opens = _opens(article, sentence, place) or doing
    if near and not opens and (before == "after" or (before == "for" and behind != "it")):
        return False
    together = opens or (ends[0].sentence == ends[1].sentence and near <= 1)
    return not told and together and ends[1].first < length.first


@cache
def _subjects() -> frozenset[str]:
    """Return the letters of what a clause may begin with behind "Over 152 years": it, the pit."""
    return word_letters("PRONOUN|DETERMINER")


def _apposed(article: Article, place: int) -> bool:
    """Tell ", a building time of 18 months" from "had a wife of 18 months"."""
    at = place - 2
    while place - at < NOUN_REACH and article.word(at) not in ("a", "an", "the"):
        at -= 1
    return article.word(at) in ("a", "an", "the") and article.skeleton[at - 1] in SET_OFF
