"""Lengths of what a text says began at one time and ended at another: a reign, a marriage, a hearing, a flight.

The words beside both times tell that something began and ended, those beside the length that it is the whole of it.
"""

from __future__ import annotations

from collections.abc import Iterator

from factcheck.article import BIT, Article, Sentence
from factcheck.link.time.clocks import on_clocks
from factcheck.link.time.courses import one_subject
from factcheck.link.time.events import acts, acts_near, words
from factcheck.link.time.sofar import Lasting
from factcheck.link.time.spells import BEFORE_THAT, MINUTES_IN, WITHIN, time_between
from factcheck.model import Mention
from factcheck.patterns import Pattern

SAT = (("begin", "depart"), ("end", "arrive"))
MARRIAGE = ("married",), ("died", "death")
POST = ("took",), ("left",)
WHOLE = ("took", "joined", "jailed", "founded"), ("left", "freed", "ended")
ENDS = ".,;)q—\n"
HEADS = frozenset({"title", "headline", "standfirst"})
ANOTHER = "it may be of another time"
PAUSES = frozenset(
    "interval break delay stoppage interruption lull hiatus recess lunch wait stop halt pause gap suspension".split()
)
"""What takes a part of the stretch, where it is told for the first time: there is a 20-minute interval."""
HAD_BEEN, LOOK = Pattern(r"\bhad been (?:in|on|at|under) [^,.;]* for $"), 60
NEAR = 3
"""So many sentences before a length, what it is of is told to have begun and to have ended."""


def of_acts(article: Article, sentence: Sentence, length: Mention) -> Iterator[Lasting]:
    """Lengths of what the text says began at one time and ended at another."""
    place = article.place(length)
    if _pauses(article, length, place):
        return
    if length.unit in MINUTES_IN:
        if _spent(article, length, place) and (article.word(place - 1) != "for" or sentence.kinds & BIT["H"]):
            yield from _begun_and_ended(article, sentence, length, *SAT)
        elif article.word(place - 1) == "in":
            yield from _begun_and_ended(article, sentence, length, *SAT, ANOTHER)
    elif _of_the_whole(article, sentence, place):
        yield from _begun_and_ended(article, sentence, length, *WHOLE)
    elif pair := _until_the_end(article, length, place):
        for lasting in _begun_and_ended(article, sentence, length, *pair):
            if not all(time.when and time.when.year for time in (lasting.start, lasting.end) if time):
                continue
            within = lasting.interval is not None and length.quantity.interval.high < lasting.interval.low
            whole = article.skeleton[place + 1 : place + 2] in ENDS and pair == POST
            yield lasting._replace(doubt=WITHIN if within and not whole else None)
    elif _in_post(article, length, place):
        yield from _begun_and_ended(article, sentence, length, ("took",), ("left",))
    elif "-" in length.text and article.word(place + 1) in words("nouns"):
        for lasting in _begun_and_ended(article, sentence, length, ("founded",), ("ended",)):
            if lasting.end and one_subject(article, lasting.start, lasting.end):
                yield lasting
        if sentence.kinds & BIT["D"]:
            yield from _begun(article, sentence, length)


def timed(article: Article, length: Mention, start: Mention, end: Mention, doubt: str | None = None) -> Lasting:
    """A length between two times, on one clock."""
    start, end, several = on_clocks(article, length, start, end)
    return Lasting(time_between(article, length, start, end), length, start, end, doubt or several or None)


def _begun(article: Article, sentence: Sentence, length: Mention) -> Iterator[Lasting]:
    """A stretch that began on one of a sentence's two dates: "due home on Aug. 28, ending a six-day trip"."""
    days = [mention for mention in sentence.of_kind("date") if mention.when and mention.when.day]
    begins = [act.mention for act in acts(article) if act.mention in days and act.family == "founded"]
    if len(days) == 2 and len(begins) == 1:
        (end,) = (mention for mention in days if mention is not begins[0])
        before = article.word(article.place(length) - 2)
        doubt = None if before in ("ending", "ends", "concluding", "concludes", "finishing") else BEFORE_THAT
        yield Lasting(time_between(article, length, begins[0], end), length, begins[0], end, doubt)


def _pauses(article: Article, length: Mention, place: int) -> bool:
    """Tell "a two-year wait for a theatre", told for the first time, from what began and ended."""
    first = article.word(place - 1) in ("a", "an", "one") and article.word(place - 2) != ","
    return "-" in length.text and first and article.word(place + 1) in PAUSES


def _had_been(article: Article, length: Mention) -> bool:
    """Tell whether somebody had been at something for so long, which may be a part: had been in the saddle for 13 hours."""
    return HAD_BEEN.search(article.around(length, LOOK, 0)[0]) is not None


def _spent(article: Article, length: Mention, place: int) -> bool:
    """Tell "after three hours" and "a five-hour debate" from "55 minutes after" and "two 30-minute sets"."""
    before, behind = (article.word(place - 1) if place else "", article.word(place + 1))
    if "-" in length.text:
        distance = article.word(place + 2) in ("from", "away") and before in ("a", "an")
        return behind in words("nouns") and article.skeleton[place - 1 : place] != "K" and not distance
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


def _of_the_whole(article: Article, sentence: Sentence, place: int) -> bool:
    """Tell "after eight weeks", "having served ten years" and ", a run of 89 years" of a sentence's two times."""
    before = [article.word(at) for at in range(max(sentence.start, place - 4), place)]
    behind = article.word(place + 1)
    led = before[-1:] == ["after"] or before[-2:] == ["having", "served"]
    named = before[:2] == [",", "a"] and before[-1:] == ["of"] and before[-2] in words("nouns")
    whole = behind in ENDS or behind in ("'", "’") if led else named
    return whole and len(sentence.of_kind("date|year")) == 2


def _until_the_end(article: Article, length: Mention, place: int) -> tuple[tuple[str, ...], tuple[str, ...]] | None:
    """Return what began and what ended "for the 49 years until her death", "had 60 years together", "stayed for 37 years"."""
    before = [article.word(at) for at in range(max(0, place - 4), place)]
    behind = [article.word(at) for at in range(place + 1, min(place + 3, len(article.skeleton)))]
    wed = "wife" in before or "married" in before
    if behind[:1] == ["together"] or (wed and before[-1:] == ["for"] and behind[:1] == ["when"]):
        return MARRIAGE
    if behind[:1] in (["until"], ["till"]) and behind[1:] in (["her"], ["his"]) and before[-2:] == ["for", "the"]:
        return MARRIAGE
    return POST if before[-1:] == ["for"] and not words("staying").isdisjoint(before[-3:-1]) else None


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
) -> Iterator[Lasting]:
    head = sentence.block in HEADS
    told = acts(article) if head else acts_near(article, sentence, NEAR, 1)
    begins, ends = ([act for act in told if act.family in families] for families in (begin, end))
    if len(begins) == len(ends) == 1 and begins[0].mention is not ends[0].mention:
        start, stop = begins[0].mention, ends[0].mention
        if begins[0].sentence.number <= ends[0].sentence.number or start.clock is None:
            if stop.first < start.first and not all(time.when is None or time.when.year for time in (start, stop)):
                return  # Closed on 9 March and opened again on 30 April: that is no year of being open.
            third = start.clock and any(one not in (start, stop) for one in sentence.of_kind("clock"))
            doubt = doubt or (WITHIN if start.clock and _had_been(article, length) else None)
            yield timed(article, length, start, stop, doubt or (ANOTHER if third else None))
