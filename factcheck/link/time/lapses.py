"""How long after an event, told with its day elsewhere, another day is told to be: on Friday, two days after the vote."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping
from datetime import date

from factcheck.article import Article, Sentence
from factcheck.dates import NAMES, SOME_YEAR, nearest
from factcheck.document import Span
from factcheck.link.time.daynames import WEEK, day_of
from factcheck.link.time.happenings import DATED, OWNED, events_words, families_of, wider
from factcheck.link.time.occasions import HEAD, LONGEST, Event, occasions, said_again
from factcheck.model import Mention
from factcheck.records import NamedTuple

AWAY = {"after": 1, "before": -1}
SAID = tuple(f"{unit} {away} " for unit in ("day", "days", "week", "weeks") for away in AWAY)
ONE = frozenset({"a", "the"})
ENDS = '.,;:)"—\nq'
BEHIND_IT = frozenset("on he she it they".split())


class Lapse(NamedTuple):
    """A day told at `span` to lie `said` days away from an event's, and the `days` that there are; `sure` if that one is meant."""

    said: int
    days: int
    span: Span
    day: Mention
    event: Event
    sure: bool


def lapses(article: Article) -> Iterator[Lapse]:
    """Yield each day that is told by its distance from an event whose day stands in another sentence."""
    sentences = [one for one in article.holding(*SAID) if one.kinds & DATED]
    known: defaultdict[str, list[Event]] = defaultdict(list)
    for event in occasions(article) if sentences else ():
        for family in event.families:
            if len(known[family]) < LONGEST:
                known[family].append(event)
    for sentence in sentences if known else ():
        for at in range(sentence.start + 1, sentence.end):
            if article.word(at) in AWAY and (found := _lapse(article, sentence, at, known)):
                yield found


def _lapse(article: Article, sentence: Sentence, at: int, known: Mapping[str, list[Event]]) -> Lapse | None:
    """Return the lapse that "after" or "before" at a place tells, if its event is told of with one day alone."""
    said, first = _length(article, at)
    noun = next((near for near in range(at + 1, min(at + HEAD, sentence.end)) if families_of(article, near)), 0)
    day = _day(article, sentence, first, noun) if said and noun else None
    families = [family for family in families_of(article, noun) if family not in wider()] if day else []
    for family in families:
        told = [one for one in known.get(family, ()) if one.sentence is not sentence]
        if day and told and len({one.day for one in told}) == 1:
            days = _days_between(article, told[0], day, AWAY[article.word(at)])
            if days is not None and (said < WEEK or days > WEEK):
                owned = article.word(noun - 1) in OWNED or article.word(noun - 1) not in events_words("determiners")
                alone = article.skeleton[noun + 1] in ENDS or article.word(noun + 1) in BEHIND_IT
                sure = alone and not owned and not any(said_again(article, one) for one in told)
                return Lapse(said, days, article.span(first, at), day, told[0], sure)
    return None


def _length(article: Article, at: int) -> tuple[int, int]:
    """Return the days told just before a place and where they are: "two days", "a week"; no days where none are told."""
    length = article.at.get(at - 1)
    if length is not None:
        whole = length.number is not None and length.number.middle.denominator == 1 and not length.hedge
        days = {"day": 1, "week": WEEK}.get(length.unit, 0) if whole and length.upper is None else 0
        return (int(length.number.middle) * days if length.number else 0), at - 1
    one = {"day": 1, "week": WEEK}.get(article.word(at - 1), 0) if article.word(at - 2) in ONE else 0
    return one, at - 2


def _day(article: Article, sentence: Sentence, first: int, noun: int) -> Mention | None:
    """Return the day that a length tells the distance of: just before it, or behind the event and a comma."""
    near = first - 1 - (article.skeleton[first - 1] in ",—")
    near -= article.word(near) in events_words("hours")
    behind = noun + 2 + (article.word(noun + 2) == "on")
    places = [near, *([behind] if article.skeleton[noun + 1] == "," else [])]
    found = [article.at[at] for at in places if at in article.at and sentence.start <= at < sentence.end]
    return next((one for one in found if one.kind in ("weekday", "date") and day_of(article, one)), None)


def _days_between(article: Article, event: Event, day: Mention, way: int) -> int | None:
    """Return how many days a day lies behind an event's, or before it, by their dates or else within a week."""
    whens = [one for one in (event.mention.when, day.when) if one and one.day and one.month]
    peg = article.published or date(SOME_YEAR, 1, 1)
    first, then = [nearest(when, peg) for when in whens] if len(whens) > 1 else (None, None)
    if first and then:
        return (then - first).days * way
    days = (event.day, day_of(article, day))
    if not all(one in NAMES for one in days):
        return None
    return (NAMES.index(days[1]) - NAMES.index(days[0])) * way % WEEK
