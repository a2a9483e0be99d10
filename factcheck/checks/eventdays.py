"""One event on two days."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator
from datetime import date
from functools import cache
from itertools import pairwise
from typing import NamedTuple

from factcheck.article import BIT, Article, Sentence
from factcheck.check import check
from factcheck.dates import MONTH_NAMES, NAMES, SOME_YEAR, nearest, possible, shown
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


class Named(NamedTuple):
    """A kind of event, the place of the word that names it, and whether it is taken for known."""

    family: str
    at: int
    definite: bool


class Told(NamedTuple):
    """An event's name, the day that it is told to be on, and where."""

    named: Named
    day: str
    mention: Mention
    sentence: Sentence


class Event(NamedTuple):
    """Something that happens on a day: `definite` where the text takes it for known ("Tuesday's meeting").

    `day` is the weekday or, farther from publication, the date by its name; `own` are the names told of it itself,
    `first` the word that opens its sentence, which may be one.
    """

    family: str
    day: str
    mention: Mention
    sentence: Sentence
    definite: bool
    names: frozenset[str]
    own: frozenset[str]
    first: frozenset[str]


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
    Wrong: (2024-02-19) A ferry ran aground off Ely on 3 January with 60 aboard. / A diver saw the hull after the [5 January] grounding off Ely.
    Wrong: Rovers beat City 3-1 on Sunday. / [Saturday]'s win over City lifts Rovers to fourth.
    Wrong: (2024-02-19) Orr was last seen in Ely on 3 January. / Orr's disappearance on [4 January] was a riddle.
    Right: (2024-02-19) The council approved the scheme on 3 January. / Since the approval on 3 January two have resigned.
    Skip: Rovers beat City 3-1 on Sunday. / Tuesday's win over Hull lifts Rovers to fourth.
    Skip: Smith died in Ely on Monday. / The death on Wednesday of his wife shocked all.
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
    found: defaultdict[str, list[Told]] = defaultdict(list)
    for sentence in article.sentences:
        if sentence.kinds & DATED and sentence.block not in ("cell", "title"):
            for told in _told(article, sentence):
                found[told.named.family].append(told)
    for family, several in found.items():
        if len(several) > 1:
            events = [_event(article, told) for told in several]
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
        others = [event for event in others if _weekly(event) == _weekly(taken)]
        nameless = not taken.names and _alone(article, taken) and len({event.day for event in others}) == 1
        alike = [event for event in others if nameless or _of_the_same(event, taken)]
        if alike:
            first = next((event for event in alike if event.day == taken.day), alike[0])
            yield _relation(article, taken, first, {event.day for event in events if _weekly(event) == _weekly(taken)})


def _weekly(event: Event) -> bool:
    return event.day in NAMES


def _alone(article: Article, taken: Event) -> bool:
    """Tell whether an event is known for the same where it names nobody: the one of a story, "the approval on 5 July"."""
    if taken.family in _once("story"):
        return True
    place = article.place(taken.mention)
    bare = {article.word(place - 2), article.word(place - 1)} & _once("nouns")
    told = article.word(place + 1) in ("of", "in", "at", "to", "by")
    return bool(bare) and not told and taken.family in _once("single") - _once("recurring")


def _of_the_same(event: Event, taken: Event) -> bool:
    """Tell whether two events name one, of such as come again all that the second is told of."""
    if taken.family in _once("recurring"):
        return bool(taken.own) and taken.own <= event.names | event.first
    shared = (event.names & (taken.names | taken.first)) | (event.first & taken.names)
    return bool(shared) and (not taken.own or bool(taken.own & (event.names | event.first)))


def _once_only(article: Article, events: list[Event]) -> Iterator[Relation]:
    """Hold against each other the two days of what one person has but once: a sentence, a funeral."""
    told = [
        event
        for event in events[:LONGEST]
        if not _apart(article, event.sentence) and not (event.mention.when and event.mention.when.day)
    ]
    days = {event.day for event in told}
    if told and len(days) == len({event.day for event in events}) <= 2:
        first = told[0]
        later = next((event for event in told if event.day != first.day), told[-1])
        one, other = _people(article, first), _people(article, later)
        tied = not one or not other or one & other
        if later.sentence is not first.sentence and not later.definite and tied:
            yield _relation(article, later, first, days)


def _told_again(article: Article, events: list[Event]) -> Iterator[Relation]:
    """Say that an event is on one day in two sentences, of which one names nobody or both name the same."""
    first = events[0]
    for event in events[1:LONGEST]:
        tied = event.names & first.names or not event.names or not first.names
        if event.sentence is not first.sentence and event.day == first.day and tied and not event.definite:
            yield _relation(article, event, first, {first.day})
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


def _relation(article: Article, taken: Event, first: Event, days: set[str]) -> Relation:
    several = len(days) > 2 or _far_apart(article, taken, first)
    doubt = AGAIN if several or _again(article, taken) or _again(article, first) else None
    stated = Quantity(OneOf(frozenset({taken.day})), "", taken.day, (taken.mention.span,))
    implied = Quantity(OneOf(frozenset({first.day})), "", first.day, (first.mention.span,))
    working = f"the {taken.family} is on {first.day} in one place and on {taken.day} in another"
    same = f"the {taken.family} is on {taken.day} in both places"
    return Relation(
        stated, implied, doubt=doubt, fix=f"{first.day}, or {taken.day}, in both places",
        working=same if taken.day == first.day else working,
    )  # fmt: skip


def _far_apart(article: Article, taken: Event, first: Event) -> bool:
    """Tell whether two dates are so far apart that no slip of one day or month explains it."""
    if _weekly(taken) or _weekly(first):
        return False
    year = date(SOME_YEAR, 1, 1)
    one, other = (
        nearest(event.mention.when, article.published or year) for event in (taken, first) if event.mention.when
    )
    return bool(one and other and one.day != other.day and abs((one - other).days) > WEEK)


@cache
def _naming(family: str) -> frozenset[str]:
    """Return the words that name a kind of event: "last" of "last seen" is none that makes it another's."""
    return frozenset(load_rules("events")["event"][family].replace("|", " ").split())


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
    if event.definite and len(event.sentence.of_kind("weekday|date")) > 1:
        return True
    place = article.place(event.mention)
    near = [
        article.word(at)
        for at in range(max(event.sentence.start, place - BEHIND), min(place + BEHIND, event.sentence.end))
    ]
    moved = not event.definite and not _once("moved").isdisjoint(
        map(article.word, range(max(event.sentence.start, place - LED), place))
    )
    said = [
        article.word(at)
        for at in range(max(event.sentence.start, place - LONGEST), min(event.sentence.end, place + LONGEST))
    ]
    later = any(one in DAYS and two in ("after", "before", "later", "earlier") for one, two in pairwise(said))
    return (
        moved
        or later
        or not (_once("again") - _naming(event.family)).isdisjoint(near)
        or any(word.endswith("s") and word[:-1] in _families() for word in near)
    )


def _told(article: Article, sentence: Sentence) -> Iterator[Told]:
    for mention in sentence.of_kind("weekday|date"):
        if day := _day(article, mention):
            place = article.place(mention)
            if named := _taken(article, sentence, place) or _named(article, sentence, place):
                yield Told(named, day, mention, sentence)


def _event(article: Article, told: Told) -> Event:
    (family, at, definite), day, mention, sentence = told
    names = _names(article, sentence)
    beside = article.text(article.span(max(sentence.start, at - LED), min(at + LED + 1, sentence.end)))
    opens = article.tokens.word(article.token(sentence.start))
    first = frozenset({opens} if article.skeleton[sentence.start] == "N" else ())
    return Event(family, day, mention, sentence, definite, names, names & _capitalised(beside), first)


def _day(article: Article, mention: Mention) -> str:
    """Return the weekday that is told, or that of a date within a week of publication, else the date; "" for no day."""
    when = mention.when
    if when is None or when.shift or when.unit:
        return ""
    if when.weekday is not None:
        return NAMES[when.weekday]
    if not (when.day and when.month and possible(when)):
        return ""
    found = nearest(when, article.published or date(SOME_YEAR, when.month, 1))
    if found is None:
        return ""
    if article.published and abs((found - article.published).days) <= WEEK:
        return NAMES[found.weekday()]
    return shown(found) if when.year or article.published else f"{MONTH_NAMES[when.month - 1]} {when.day}"


def _taken(article: Article, sentence: Sentence, place: int) -> Named | None:
    """Return the event that is taken for known: "Tuesday's meeting", "the 9 May blast"; None for none."""
    owned = place + 1 < sentence.end and article.word(place + 1) in OWNED
    if not owned and article.word(place - 1) != "the":
        return None
    first, reach = (place + 2, HEAD) if owned else (place + 1, LED)
    found = (Named(_family(article, at), at, True) for at in range(first, min(first + reach, sentence.end)))
    event = next((event for event in found if event.family), None)
    return event if event and (owned or event.family in _once("story") | _once("single")) else None


def _named(article: Article, sentence: Sentence, place: int) -> Named | None:
    """Return the event that the words about a day name, None for none."""
    days = [article.place(other) for other in sentence.of_kind("weekday|date")]
    floor = max([sentence.start, *(other + 1 for other in days if other < place)])
    places = (
        *range(place - 1, max(floor, place - BEFORE) - 1, -1),
        *range(place + 1, min(place + BEHIND, sentence.end)),
    )
    for at in places:
        family = _family(article, at)
        apart = at < place and article.skeleton[place - 1] == "," and article.word(at) in _once("nouns")
        if family and not apart and all(abs(at - place) <= abs(at - other) for other in days):
            return Named(family, at, _known(article, sentence, family, at, place))
    return None


def _known(article: Article, sentence: Sentence, family: str, at: int, place: int) -> bool:
    """Tell "Orr's keynote", "when it left the pad", "the walkout at Ely on 3 May" from what is told as new."""
    before = [article.word(near) for near in range(max(sentence.start, at - LED), at)]
    if before[-1:] and before[-1] in OWNED and family in _once("owned"):
        return True
    if family in _once("story") and "when" in [article.word(max(sentence.start, at - LED - 1)), *before]:
        return True
    named = family in _once("single") and not _once("nouns").isdisjoint({article.word(at)}) and at < place
    return named and not _once("determiners").isdisjoint(before)


def _names(article: Article, sentence: Sentence) -> frozenset[str]:
    """Return the capitalised words of a sentence, places that stand for one another said in one way."""
    text, first = article.words(sentence), article.word(sentence.start).capitalize()
    for place, other in load_rules("events")["places"].items():
        text = text.replace(place, other)
    letters = vocabulary()[0]
    return frozenset(
        word for word in _capitalised(text) if word != first and word.lower() not in letters and word not in letters
    )


def _capitalised(text: str) -> frozenset[str]:
    words = {word.strip(",.;:()“”\"'’").removesuffix("'s").removesuffix("’s") for word in text.split()}
    return frozenset(word for word in words if word[:1].isupper())
