"""One event on two days."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator
from functools import cache
from itertools import pairwise
from typing import NamedTuple

from factcheck.article import BIT, Article, Sentence
from factcheck.check import check
from factcheck.dates import NAMES, nearest
from factcheck.model import Mention, Relation
from factcheck.phrase import KIND_LETTERS
from factcheck.quantity import OneOf, Quantity
from factcheck.rulefiles import load_rules
from factcheck.segment import vocabulary

DATED = BIT[KIND_LETTERS["weekday"]] | BIT[KIND_LETTERS["date"]]
BEFORE, BEHIND, HEAD = 12, 8, 5
"""So many words before a day, behind it, and behind "Tuesday's", may lie the word for what happens."""
LED = 3
LONGEST = 60
"""So many words of a sentence are read for what makes an event another's."""
BENCH = frozenset("Judge Justice Recorder Magistrate Sheriff Court Crown District U.S. Mr Ms Mrs".split())
OWNED = ("'s", "’s")
WEEKDAY = KIND_LETTERS["weekday"]
PARTICLE = 4
"""So many words behind the first of a phrase may stand its second: "sent to federal prison"."""
IN_TURN = "{first:weekday} ... (ahead of|before) ... {then:weekday}"
DAYS = frozenset({"day", "days", "week", "weeks"})
WEEK = 7
AGAIN = "the words may be of two events"


class Event(NamedTuple):
    """Something that happens on a weekday: `definite` where the text takes it for known ("Tuesday's meeting")."""

    family: str
    weekday: int
    mention: Mention
    sentence: Sentence
    definite: bool
    names: frozenset[str]


@check("event-day", says="One event is put on {stated} and on {implied}.", severity="warning")
def event_day(article: Article) -> Iterator[Relation]:
    """An event that a text takes up again must be on the day on which it was.

    Two mentions are of one event where the text has no third day for such an event, takes the second for known, and
    names the same people or places beside both.

    Wrong: Lee walks into the White House on [Monday] for his first summit with Trump. / A dinner will follow [Tuesday]'s meeting with Trump.
    Wrong: The funeral of Ann Orr will be held on [Friday] in Leeds. / Her family asked for no flowers at [Saturday]'s funeral in Leeds.
    Wrong: A clerk who robbed a chapel was jailed on Thursday for six years. / Passing sentence on [Wednesday] afternoon, the judge called it mean.
    Wrong: The dam at Orla gave way around 3 a.m. on Monday. / Three people died in [Sunday]'s breach at Orla.
    Wrong: A coach left the rails near Hexby on Monday when the line collapsed. / Flowers were laid at Hexby for the dead of [Tuesday]'s collapse.
    Wrong: (2024-02-19) The Hayate rose from its pad at 9:22 a.m. on Feb. 17. / She could not watch when it left the pad on [Sunday].
    Wrong: The sheriff ordered all to get out of Bell Creek late Monday. / He said the [Tuesday] evacuation order had come late.
    Wrong: It begins on Wednesday, Oct. 8, with a keynote by Juno Abara. / The doors open for Abara's keynote at nine on [Tuesday].
    Right: A jury in Ely convicted the clerk on Thursday. / The jurors were back with a verdict in Ely on Thursday.
    Right: A clerk who robbed a chapel was jailed on Thursday. / Passing sentence on Thursday afternoon, the judge called it mean.
    Right: Lee walks into the White House on Monday for his first summit with Trump. / A dinner will follow Monday's meeting with Trump.
    Right: He arrived in Washington on Sunday, leading a delegation, ahead of Monday's meeting.
    Skip: (2024-02-19) The Hayate left the pad on Feb. 17. / The Kestrel was lost when it left the pad on Sunday.
    Skip: (2024-02-19) The crash near Ely on May 3 killed two. / Monday's crash near Ely was worse.
    Skip: Lee met Trump on Monday. / Trump's meeting with Xi is on Tuesday.
    Skip: Lee met Trump on Monday. / A second meeting with Trump follows on Tuesday.
    Skip: The board's meeting is on Monday. / Tuesday's meeting of ministers in Rome will be short.
    Skip: A clerk was jailed on Thursday for six years. / His brother was jailed on Wednesday for two.
    Skip: Orr was sentenced on Monday. / Lee was sentenced on Tuesday to four years.
    Skip: A bomb exploded in Kabul on Monday. / Tuesday's explosion in Kabul came a day after that blast.
    Skip: A clerk was sentenced on Thursday. / A man who hid him will be sentenced on Friday.
    Skip: The council meets on Monday and Thursday. / The mayor will skip Thursday's meeting.
    """
    found: defaultdict[str, list[Event]] = defaultdict(list)
    for sentence in article.sentences:
        if sentence.kinds & DATED and sentence.block not in ("cell", "title"):
            for event in _events(article, sentence):
                found[event.family].append(event)
    for family, events in found.items():
        if len(events) > 1:
            yield from _compared(article, events)
            if family in _once("families"):
                yield from _once_only(article, events)
            elif family in _once("story") | _once("owned") | _once("told"):
                yield from _told_again(article, events)
    yield from _in_turn(article)


def _in_turn(article: Article) -> Iterator[Relation]:
    """Say how far apart two days lie of which one is told to come before the other."""
    for said in article.match(IN_TURN):
        first, then = said.first.when, said.then.when
        if first and then and first.weekday is not None and then.weekday is not None and first.weekday != then.weekday:
            apart = Quantity.constant((then.weekday - first.weekday) % WEEK)
            later = "the day after" if apart.interval.low == 1 else f"{apart.working} days after"
            working = f"{said.first.text} comes before {said.then.text}, {later}"
            yield Relation(apart.changed(spans=(said.first.span, said.then.span)), apart, doubt=AGAIN, working=working)


def _compared(article: Article, events: list[Event]) -> Iterator[Relation]:
    for n, taken in enumerate(events):
        if not taken.definite:
            continue
        others = [event for m, event in enumerate(events) if m != n and event.sentence is not taken.sentence]
        nameless = not taken.names and taken.family in _once("story") and len({event.weekday for event in others}) == 1
        alike = [event for event in others if event.names & taken.names or nameless]
        if alike:
            first = next((event for event in alike if event.weekday == taken.weekday), alike[0])
            yield _relation(article, taken, first, {event.weekday for event in events})


def _once_only(article: Article, events: list[Event]) -> Iterator[Relation]:
    """Hold against each other the two days of what one person has but once: a sentence, a funeral."""
    told = [
        event
        for event in events[:LONGEST]
        if not _apart(article, event.sentence) and not (event.mention.when and event.mention.when.day)
    ]
    days = {event.weekday for event in told}
    if told and len(days) == len({event.weekday for event in events}) <= 2:
        first = told[0]
        later = next((event for event in told if event.weekday != first.weekday), told[-1])
        one, other = _people(article, first), _people(article, later)
        tied = not one or not other or one & other
        if later.sentence is not first.sentence and not later.definite and tied:
            yield _relation(article, later, first, days)


def _told_again(article: Article, events: list[Event]) -> Iterator[Relation]:
    """Say that an event is on one day in two sentences, of which one names nobody or both name the same."""
    first = events[0]
    for event in events[1:LONGEST]:
        tied = event.names & first.names or not event.names or not first.names
        if event.sentence is not first.sentence and event.weekday == first.weekday and tied and not event.definite:
            yield _relation(article, event, first, {first.weekday})
            return


def _people(article: Article, event: Event) -> frozenset[str]:
    """Return the capitalised words of an event's sentence, its first one too, those left out that name the court."""
    words = [word.strip(",.;:") for word in article.words(event.sentence).split()]
    court: set[str] = set()
    for at, word in enumerate(words):
        if word in BENCH or (at and words[at - 1] in court and word[:1].isupper()):
            court.add(word)
    opens = article.skeleton[event.sentence.start] == "N" and not words[0].endswith("ing")
    return (event.names | (frozenset(words[:1]) if opens else frozenset())) - court


def _apart(article: Article, sentence: Sentence) -> bool:
    return not _once("apart").isdisjoint(
        map(article.word, range(sentence.start, min(sentence.end, sentence.start + LONGEST)))
    )


def _relation(article: Article, taken: Event, first: Event, days: set[int]) -> Relation:
    doubt = AGAIN if len(days) > 2 or _again(article, taken) or _again(article, first) else None
    stated = Quantity(OneOf(frozenset({NAMES[taken.weekday]})), "", NAMES[taken.weekday], (taken.mention.span,))
    implied = Quantity(OneOf(frozenset({NAMES[first.weekday]})), "", NAMES[first.weekday], (first.mention.span,))
    working = f"the {taken.family} is on {NAMES[first.weekday]} in one place and on {NAMES[taken.weekday]} in another"
    same = f"the {taken.family} is on {NAMES[taken.weekday]} in both places"
    return Relation(
        stated, implied, doubt=doubt, fix=f"{NAMES[first.weekday]}, or {NAMES[taken.weekday]}, in both places",
        working=same if taken.weekday == first.weekday else working,
    )  # fmt: skip


@cache
def _families() -> dict[str, tuple[tuple[str, str], ...]]:
    """Return for the first word of each phrase the second, "" where there is none, and the kind of event."""
    known: dict[str, list[tuple[str, str]]] = {}
    for family, phrases in load_rules("events")["event"].items():
        for said in phrases.split("|"):
            first, _, second = said.partition(" ")
            known.setdefault(first, []).append((second, family))
    return {first: tuple(kinds) for first, kinds in known.items()}


def _family(article: Article, at: int) -> str:
    """Return the kind of event that the word at a place names, with those behind it; "" for none."""
    for second, family in _families().get(article.word(at), ()):
        behind = range(at + 1, min(at + 1 + PARTICLE, len(article.skeleton)))
        if not second or second in map(article.word, behind):
            return family
    return ""


@cache
def _once(name: str) -> frozenset[str]:
    return frozenset(load_rules("events")["once"][name].split())


def _again(article: Article, event: Event) -> bool:
    place = article.place(event.mention)
    near = [
        article.word(at)
        for at in range(max(event.sentence.start, place - BEHIND), min(place + BEHIND, event.sentence.end))
    ]
    moved = not _once("moved").isdisjoint(map(article.word, range(max(event.sentence.start, place - LED), place)))
    said = [
        article.word(at)
        for at in range(max(event.sentence.start, place - LONGEST), min(event.sentence.end, place + LONGEST))
    ]
    later = any(one in DAYS and two in ("after", "before", "later", "earlier") for one, two in pairwise(said))
    return (
        moved
        or later
        or not _once("again").isdisjoint(near)
        or any(word.endswith("s") and word[:-1] in _families() for word in near)
    )


def _events(article: Article, sentence: Sentence) -> Iterator[Event]:
    names: frozenset[str] | None = None
    for mention in sentence.of_kind("weekday|date"):
        weekday = _weekday(article, mention)
        if weekday is None:
            continue
        place = article.place(mention)
        family, definite = _taken(article, sentence, place), True
        if not family:
            family, definite = _named(article, sentence, place)
        if family:
            names = _names(article, sentence) if names is None else names
            yield Event(family, weekday, mention, sentence, definite, names)


def _weekday(article: Article, mention: Mention) -> int | None:
    """Return the weekday that is told, or that of a date within a week of publication."""
    when = mention.when
    if when is None or when.shift or when.unit:
        return None
    if when.weekday is None and when.day and when.month and article.published:
        found = nearest(when, article.published)
        return found.weekday() if found and abs((found - article.published).days) <= WEEK else None
    return when.weekday


def _taken(article: Article, sentence: Sentence, place: int) -> str:
    """Return the kind of event that is taken for known: "Tuesday's meeting", "the Tuesday blast"; "" for none."""
    if place + 1 < sentence.end and article.word(place + 1) in OWNED:
        behind = range(place + 2, min(place + 2 + HEAD, sentence.end))
        return next(filter(None, (_family(article, at) for at in behind)), "")
    if article.word(place - 1) == "the" and article.skeleton[place] == WEEKDAY:
        behind = range(place + 1, min(place + 1 + LED, sentence.end))
        family = next(filter(None, (_family(article, at) for at in behind)), "")
        return family if family in _once("story") else ""
    return ""


def _named(article: Article, sentence: Sentence, place: int) -> tuple[str, bool]:
    """Return the kind of event that the words about a day name, "" for none, and whether it is taken for known."""
    days = [article.place(other) for other in sentence.of_kind("weekday|date")]
    floor = max([sentence.start, *(other + 1 for other in days if other < place)])
    places = (
        *range(place - 1, max(floor, place - BEFORE) - 1, -1),
        *range(place + 1, min(place + BEHIND, sentence.end)),
    )
    for at in places:
        family = _family(article, at)
        if family and all(abs(at - place) <= abs(at - other) for other in days):
            known = (article.word(at - 1) in OWNED and family in _once("owned")) or (
                family in _once("story") and "when" in map(article.word, range(max(sentence.start, at - LED - 1), at))
            )
            return family, known
    return "", False


def _names(article: Article, sentence: Sentence) -> frozenset[str]:
    """Return the capitalised words of a sentence, places that stand for one another said in one way."""
    text = article.words(sentence)
    for place, other in load_rules("events")["places"].items():
        text = text.replace(place, other)
    first = article.word(sentence.start).capitalize()
    letters = vocabulary()[0]
    words = {word.strip(",.;:()“”\"'’").removesuffix("'s").removesuffix("’s") for word in text.split()}
    return frozenset(
        word
        for word in words
        if word[:1].isupper() and word != first and word.lower() not in letters and word not in letters
    )
