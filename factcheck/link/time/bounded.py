"""Lengths told behind the beginning and the end of what lasted so long, where verbs stand last.

"1998년 문을 연 이 서점은 2018년 문을 닫을 때까지 20년간": of two times and no third, one has a word of beginning behind it, the
other one of an end, and the length says that it is the whole of it: 20년간, 세 시간에 걸친, 열흘 만에.
"""

from __future__ import annotations

from collections.abc import Iterator
from fractions import Fraction

from factcheck.article import BIT, Article, Sentence
from factcheck.link.change.bothends import names_another, slipped
from factcheck.link.context.ties import adjacent
from factcheck.link.time.clocks import on_clocks
from factcheck.link.time.events import words
from factcheck.link.time.sofar import Lasting
from factcheck.link.time.spells import MINUTES_IN, WITHIN, time_between
from factcheck.link.time.unsaid import in_its_year
from factcheck.model import Mention
from factcheck.patterns import Pattern
from factcheck.quantity import Interval, Quantity

WHOLE = Pattern(
    r"간?( ?동안|에 걸[쳐친]|이? ?걸[렸린려]|이? ?만에|이나? 이어|(?:가량|정도|쯤)? ?(?:이어[졌진]|계속|진행)|짜리|이면 ?(?:충분|끝)|이 ?걸린)|간(?![가-힣])"
)
"""What makes a length the whole of something, behind it."""

SINCE = Pattern(r"(?:여)? ?만(?:에|의|인|이|이다|이었다|이었|에야)(?![가-힣]*마다)")
SPENT_SO = Pattern(
    r"(?:보낸|걸린|흐른|지난|이어진|버틴|기다린|함께한|머문)(?: 시간은| 세월은| 기간은)? ?$|(?:시간|세월|기간|햇수)(?:은|만|이) ?$|때까지 ?$"
)
SPENDING = Pattern(
    r"의 [가-힣]{2,6}(?:이었|였|이다)|(?:을|를|이|간을|동안을)? ?(?:보낸|걸린|흐른|기다린|버틴|걸려|걸렸|보냈|기다렸)"
)
"""What tells, before a length or behind it, that it is how long something took."""

FROM_ONE = Pattern(r"(?:으로부터|로부터|부터|이후) ?$")
"""Right before a length: it is counted from one thing up to now."""

ONWARD = Pattern(r" ?(?:이후|이래|부터)|에 이어")
"""Behind a time: something goes on from it, or followed upon it."""

TOPIC = Pattern(r"[가-힣]+(?:은|는|이|가|도)(?= )")
ROUGHLY, OF_OTHERS = Fraction(3, 2), "the two times may be of something else"
SPENT = Pattern(r"간|.(간| ?동안)")
REACH, TWO = 6, 2
"""So many words behind a time may say what began or ended then."""

TIMES = BIT["Y"] | BIT["D"] | BIT["H"]


def bounded(article: Article) -> Iterator[Lasting]:
    """Yield the lengths that the only two times before them bound, both with words that say so."""
    for sentence in article.body if article.verb_last else ():
        lengths = sentence.of_kind("duration") if sentence.kinds & BIT["L"] else []
        if len(lengths) == 1 and lengths[0].number and _is_whole(article, lengths[0]):
            if ends := _ends(article, sentence, lengths[0]):
                start, end, several = on_clocks(article, lengths[0], *ends)
                interval = time_between(article, lengths[0], start, end)
                part = _within(article, lengths[0], interval)
                yield Lasting(interval, lengths[0], start, end, several or (WITHIN if part else None))
                continue
        if len(lengths) == 1 and lengths[0].number and (ends := _parted(article, sentence, lengths[0])):
            start, end, several = on_clocks(article, lengths[0], *ends)
            interval = time_between(article, lengths[0], start, end)
            if interval is not None:
                yield Lasting(interval, lengths[0], start, end, several or _unlike(lengths[0], interval))


def _parted(article: Article, sentence: Sentence, length: Mention) -> tuple[Mention, Mention] | None:
    """Return the only two times that a length parts: of its sentence or the one before, told as "만에" or "보낸" tells."""
    text, opened = article.document.text, article.here(sentence).start
    kinds = "clock" if length.unit in MINUTES_IN else "date|year"
    told = sentence if sentence.kinds & TIMES else adjacent(article, sentence, -1)
    times = [in_its_year(article, time) for time in (told.of_kind(kinds) if told else [])]
    if len(times) == 1 and told is sentence and (before := adjacent(article, sentence, -1)):
        told = before if len(before.of_kind(kinds)) == 1 else sentence
        times = [*(in_its_year(article, time) for time in told.of_kind(kinds)), *times] if told is before else times
    if len(times) == 1 and told is sentence:
        now = [
            in_its_year(article, time) for time in told.of_kind("relative") if time.when and time.when.shift == "this"
        ]
        times = sorted([*times, *now[:1]], key=lambda time: time.first)
    lead = text[opened : length.span.start]
    if FROM_ONE.search(lead):
        return None
    led = SPENT_SO.search(lead) or SINCE.match(text, length.span.end) or SPENDING.match(text, length.span.end)
    if told is None or len(times) != TWO or not led or any(time.when and time.when.unit for time in times):
        return None
    if ONWARD.match(text, times[1].span.end):
        return None
    known = text[article.span(told.start, told.end).start : times[1].span.end]
    since = max([opened, *(time.span.end for time in times if time.first < length.first)])
    topics = " ".join(TOPIC.findall(text[since : length.span.start]))
    own = told is sentence or not names_another(topics, known)
    ordered = length.first > times[0].first and (told is not sentence or SINCE.match(text, length.span.end))
    return (times[0], times[1]) if own and ordered else None


def _unlike(length: Mention, interval: Interval) -> str | None:
    """Return the doubt that a length too far from what lies between two times is of other times."""
    between = Quantity(Interval.exactly(round(interval.middle)), length.unit)
    near = slipped(length.quantity, between, single=True, near=ROUGHLY)
    return None if near or length.quantity.interval.meets(interval) else OF_OTHERS


def _within(article: Article, length: Mention, interval: Interval | None) -> bool:
    """Tell whether a length may be a part of its stretch: it is less, and is how long somebody did something."""
    shorter = interval is not None and length.quantity.interval.high < interval.low
    return shorter and SPENT.match(article.document.text, length.span.end - 1) is not None


def _is_whole(article: Article, length: Mention) -> bool:
    behind = article.document.text[length.span.start : length.span.end + REACH]
    return WHOLE.search(behind, max(0, len(length.text) - TWO)) is not None


def _ends(article: Article, sentence: Sentence, length: Mention) -> tuple[Mention, Mention] | None:
    """Return the two times of a sentence, or of the one before it, if they are a beginning and an end."""
    kinds = "clock" if length.unit in MINUTES_IN else "date|year"
    told = sentence if sentence.kinds & TIMES else adjacent(article, sentence, -1)
    times = told.of_kind(kinds) if told else []
    times = [in_its_year(article, time) for time in times]
    if told is None or len(times) != TWO or any(time.when and time.when.unit for time in times):
        return None
    first, last = times
    stop = article.place(length) if told is sentence else told.end
    ranged = _ranged(article, first, last)
    begun = ranged or _says(article, article.place(first) + 1, article.place(last), "begun")
    ended = ranged or _says(article, article.place(last) + 1, min(stop, told.end), "ended")
    return (first, last) if begun and ended and first.first < last.first < length.first else None


def begun_and_ended(article: Article, told: Sentence, kinds: str) -> tuple[Mention, Mention] | None:
    """Return the only two times of a sentence, if something began at the one and ended at the other: 4일 시작해 9일 끝난다."""
    times = [in_its_year(article, time) for time in told.of_kind(kinds)]
    if len(times) != TWO or any(time.when and (time.when.unit or time.when.until) for time in times):
        return None
    first, last = times
    ranged = _ranged(article, first, last)
    begun = _says(article, article.place(first) + 1, article.place(last), "begun")
    return (first, last) if ranged or (begun and _says(article, article.place(last) + 1, told.end, "ended")) else None


def _ranged(article: Article, first: Mention, last: Mention) -> bool:
    """Tell whether particles make two times a beginning and an end: 3월부터 ... 1월까지."""
    text = article.document.text
    return text.startswith("부터", first.span.end) and text.startswith("까지", last.span.end)


def _says(article: Article, start: int, stop: int, what: str) -> bool:
    """Tell whether one of the words behind a time begins as those that say that something began, or ended."""
    known = tuple(words(what, "bounds"))
    return any(article.word(at).startswith(known) for at in range(start, min(start + REACH, stop)))
