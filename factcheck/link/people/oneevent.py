"""Whether two tellings of what happened are of one event, by who and what stands beside both."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import takewhile

from factcheck.article import Article
from factcheck.link.context.subjects import stem
from factcheck.link.people.unnamed import is_person
from factcheck.link.time.happenings import OWNED, events_words, general, of_root, wider
from factcheck.link.time.occasions import LED, LONGEST, Event, days_named
from factcheck.phrase import word_letters
from factcheck.segment import vocabulary

OWNERS = (*OWNED, "'", "’")
OCLOCK = frozenset("half quarter noon midnight dawn night".split())
TELLING = 3
"""So many letters has a word that may tell one event from another."""
NEAR = 7
"""So many words may lead a sentence in, and stand about a verb of saying to tell who says it."""


def loosely(article: Article, family: str, event: Event) -> bool:
    """Tell whether an event is of a kind only by a word for many: who is told of first "killed" may be of another."""
    return family in wider() or article.word(event.at) in general()


def recurs(family: str) -> bool:
    """Tell whether events of a kind come again for the same people; those known by their word's beginning may."""
    return of_root(family) or family in events_words("recurring")


def one_day(event: Event, taken: Event) -> bool:
    return bool(event.day_beside(taken)) and event.day_beside(taken) == taken.day_beside(event)


def of_the_same(article: Article, family: str, event: Event, taken: Event, lone: bool) -> bool:
    """Tell whether two events are one: told of the same, or `lone` of their kind and of nothing else.

    Of such as come again, all that the second is told of must be the first's.
    """
    if {event.tense, taken.tense} == {"past", "future"} or not _of_nothing_else(article, event, taken):
        return False
    known, recurring, agreed = event.names | event.first, recurs(family), one_day(event, taken)
    named = bool(event.names) and not _of_a_person(article, event.sentence.start)
    frequent = recurring or family in events_words("frequent")
    if taken.own:
        alike = taken.own <= known if recurring else bool(taken.own & known) or (lone and not named and not frequent)
    else:
        shared = bool((event.names & (taken.names | taken.first)) | (event.first & taken.names))
        others = taken.names - _speaking(article, taken, _stems(article, event)) if recurring else frozenset[str]()
        owned = recurring and article.word(taken.sentence.start + 1) in OWNED and not taken.first <= known
        alike = (shared and not recurring) or ((lone or agreed) and not others and not owned)
    when = taken.mention.when
    bare = 0 if when and when.day and when.weekday is not None else 1
    return alike and (agreed or not frequent or days_named(article)[taken.day] == bare)


def _speaking(article: Article, event: Event, known: set[str]) -> frozenset[str]:
    """Return the names of who says what is told of an event, if one or the office is among `known` stems or "its"."""
    start, end, said = event.sentence.start, event.sentence.end, word_letters("SAY")
    names: set[str] = set()
    for at in (at for at in range(start, min(end, start + LONGEST)) if article.skeleton[at] in said):
        for near in (range(at - 1, max(start, at - NEAR) - 1, -1), range(at + 1, min(end, at + NEAR + 1))):
            run = list(takewhile(lambda place: article.skeleton[place] != '"', near))
            who = {article.word(place) for place in run}
            if "its" in who or not known.isdisjoint(stem(word) for word in who if len(word) > TELLING):
                names |= {article.tokens.word(article.token(place)) for place in run}
    return frozenset(names)


def _of_a_person(article: Article, start: int) -> bool:
    """Tell whether a sentence begins with somebody who is named later, words up to a comma passed over: "A Perth councillor resigned"."""
    opens = {start, article.skeleton.find(",", start, start + NEAR) + 1}
    led = (at for at in opens if article.word(at) in ("a", "an"))
    return any(is_person(article, at + n) for at in led for n in range(1, TELLING + 1))


def _of_nothing_else(article: Article, event: Event, taken: Event) -> bool:
    """Tell whether all that stands about an event's word is told of the other: its owner, what it is of, who did it."""
    about = (*_owners(article, taken), *_told_of(article, taken), *_doers(article, event, taken))
    told, sort = {stem(word) for word in about if len(word) >= TELLING}, article.word(taken.at - 1)
    if sort in events_words("sorts") and stem(sort) not in _stems(article, event):
        return False
    return not told or _of_a_person(article, event.sentence.start) or told <= _stems(article, event)


def _owners(article: Article, event: Event) -> Iterator[str]:
    """Yield whose event it is: "the bank's decision", "his brother, whose death"."""
    first = max(event.sentence.start, event.at - 1 - LED)
    for at in range(event.at - 1, first, -1):
        owner = at - 1 - (article.word(at - 1) == ",")
        if article.word(at) in (*OWNERS, "whose") and owner not in article.at:
            yield from {article.word(owner)} - events_words("hours")


def _told_of(article: Article, event: Event) -> Iterator[str]:
    """Yield what stands behind an event's word, or behind its day, and may tell it from another: "the crash of a coach"."""
    end, passed = event.sentence.end, vocabulary()[1]["DETERMINER"] + vocabulary()[1]["PREPOSITION"]
    comma = article.word(event.at + 1) == "," and article.word(event.at + 2) == "for"
    for place in {event.at + 1 + comma, article.place(event.mention) + 1}:
        timed = place + 1 in article.at or article.word(place + 1) in OCLOCK
        if place < end and not timed and article.word(place) in events_words("told"):
            behind = range(place + 1, min(place + 1 + LED, end))
            for at in takewhile(lambda at: not _is_verb(article, at), behind):
                owner = article.word(at + 1) in OWNERS or article.skeleton[at] in passed
                if at not in article.at and article.word(at).isalpha() and not owner:
                    yield article.word(at)


def _is_verb(article: Article, at: int) -> bool:
    """Tell whether a word says what happened: "of the minister stunned the army", not "of the injured"."""
    noun = article.skeleton[at - 1] in vocabulary()[1]["DETERMINER"] + vocabulary()[1]["PREPOSITION"]
    return article.word(at) in events_words("gone") or (article.word(at).endswith("ed") and not noun)


def _doers(article: Article, event: Event, taken: Event) -> Iterator[str]:
    """Yield who does what is taken for known, where that is told of somebody else than the other: "teachers who walked out"."""
    who = taken.at - 1
    if article.word(who) == "who" and article.word(who - 1) not in events_words("anybody"):
        yield article.word(who - 1)
    if article.skeleton[who] == article.skeleton[event.at - 1] == "N":
        yield article.word(who)


def _stems(article: Article, event: Event) -> set[str]:
    start = event.sentence.start
    return {stem(article.word(at)) for at in range(start, min(event.sentence.end, start + LONGEST))}
