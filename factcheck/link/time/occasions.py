"""What happens on which day: the events that a text tells of, and those that it takes for known.

An event is named by a verb or a noun ("rejected the plan", "the decision"); words of one kind in `rules/events.toml`
may name the same one.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from functools import lru_cache

from factcheck.article import BIT, Article, Sentence
from factcheck.dates import NAMES
from factcheck.link.time.daynames import date_of, day_of, is_far
from factcheck.link.time.happenings import (
    DATED,
    OWNED,
    events_words,
    families_of,
    hyphened,
    naming,
    of_several,
    phrases,
)
from factcheck.model import Mention
from factcheck.phrase import word_letters
from factcheck.records import NamedTuple
from factcheck.rulefiles import load_rules
from factcheck.segment import vocabulary

BEFORE, NAMED, BEHIND, HEAD = 16, 12, 8, 5
"""So many words before a day, before it if the event is taken for known, behind it, and behind "Tuesday's", may lie the word for what happens."""
LED = 3
NEAR = 4
"""So many words before an event and its day, or behind them, may stand what makes it one of several."""
LONGEST = 60
"""So many words of a sentence are read for what makes an event another's."""
DAYS = frozenset({"day", "days", "week", "weeks"})
RELATIVES = frozenset({"who", "which", "that", "whose", "where"})
COMING = frozenset("upcoming coming planned scheduled expected proposed looming possible next forthcoming".split())
JOINING = frozenset({"when", "where", "so"})
"""Behind a day they lead to what happens on it: on Friday, so that all can be at the service."""
DASHES = frozenset("-–—")

KNOWN = frozenset("the a his her its their that this these those".split())
SINCE = frozenset({"since", "after", "before"})
DAY_KINDS, TOLD = "weekday|date|relative", DATED | BIT["R"]
"""What a day is told by, "yesterday" with them."""
AT = frozenset({"at", "during"})
"""Before an event these put into it what the sentence tells: at the meeting on Thursday it will vote."""
EVERY = frozenset({"nights", "mornings", "evenings", "afternoons"})
"""Behind a weekday these make it that of every week."""
THOSE = frozenset({"those", "who", "that", "which"})
"""Before a verb they tell who is meant by what is known to have happened: those hurt on Monday."""
ONE_OF = frozenset({"a", "an", "another"})
"""Behind "when" or "where" these tell of something new: the bend where a van overturned."""
PARTLY = frozenset({"them", "it", "which", "whom", "those"})
TITLES = frozenset({"mr", "ms", "mrs", "dr", "sir"})
ABOUT = frozenset({"investigating", "probing", "into", "over", "about", "from"})
"""Before an event these say what is done about it, on whatever day."""


class Named(NamedTuple):
    """The kinds of event that a word names, its place, and whether it is taken for known."""

    families: tuple[str, ...]
    at: int
    definite: bool


class Event(NamedTuple):
    """Something that happens on a day, by the word at place `at`; `definite` where the text takes it for known.

    `day` is the weekday or, farther from publication, the date by its name, `dated` the date where one is told; `own`
    are the names told of it itself, `first` the word that opens its sentence, which may be one; `tense` is future,
    past or "".
    """

    families: tuple[str, ...]
    at: int
    day: str
    dated: str
    mention: Mention
    sentence: Sentence
    definite: bool
    names: frozenset[str]
    own: frozenset[str]
    first: frozenset[str]
    tense: str

    def day_beside(self, other: Event) -> str:
        """Return the day as it is to be held against another event's: both by date if both have one; "" where neither can."""
        if self.dated and other.dated:
            return self.dated
        return self.day if (self.day in NAMES) == (other.day in NAMES) else ""

    def one_of(self, word: str) -> bool:
        """Tell whether a word is a noun in the plural for several of its kind."""
        noun = word[:-1]
        kinds = phrases().get(noun, {}).values() if word.endswith("s") and noun in events_words("nouns") else ()
        return any(not set(families).isdisjoint(self.families) for families in kinds)


def occasions(article: Article) -> Iterator[Event]:
    """Yield the events of an article, in order, by the day that each is told to be on."""
    for sentence in article.sentences:
        if sentence.kinds & TOLD and sentence.block != "cell":
            for mention in sentence.of_kind(DAY_KINDS):
                place = article.place(mention)
                every = article.word(place + 1) in EVERY
                if (
                    mention.when
                    and day_of(article, mention)
                    and not every
                    and not _of_dateline(article, sentence, place)
                    and not _of_a_zone(article, place)
                    and not _is_a_bound(article, place)
                ):
                    taken = _taken(article, sentence, place)
                    for named in [taken] if taken else _named(article, sentence, place):
                        yield _event(article, sentence, mention, named)


def _of_dateline(article: Article, sentence: Sentence, place: int) -> bool:
    """Tell "SEOUL, Nov. 14 - A fire" from the day of something told."""
    return place - sentence.start <= HEAD and article.word(place + 1) in DASHES and article.skeleton[place + 2] != "D"


def _is_a_bound(article: Article, place: int) -> bool:
    """Tell a day by which something had come to pass from one on which it did: had burned 46,200 acres by Tuesday."""
    return article.word(place - 1) == "by" and article.word(place + 1) not in OWNED


def _of_a_zone(article: Article, place: int) -> bool:
    """Tell whether a day is that of clocks elsewhere: 3:42 a.m. (2042 GMT Wednesday)."""
    told = article.at.get(place - 1)
    return told is not None and told.clock is not None and bool(told.clock.zone) and article.skeleton[place - 2] == "("


def _taken(article: Article, sentence: Sentence, place: int) -> Named | None:
    """Return the event that is taken for known: "Tuesday's meeting", "the 9 May blast"; None for none."""
    behind = place + 1 + (article.word(place + 1) in events_words("hours"))
    owned = behind < sentence.end and article.word(behind) in OWNED
    if not owned and article.word(place - 1) != "the":
        return None
    first, reach = (behind + 1, HEAD) if owned else (place + 1, LED)
    for at in range(first, min(first + reach, sentence.end)):
        if families := families_of(article, at):
            return Named(families, at, definite=True)
    return None


def _named(article: Article, sentence: Sentence, place: int) -> Iterator[Named]:
    """Yield the events that the words about a day name, and with them what "when" tells of behind the day."""
    told = map(article.place, sentence.of_kind(DAY_KINDS))
    days = [other for other in told if not _of_dateline(article, sentence, other)]
    days = [other for other in days if not _of_saying(article, other)]
    if place not in days:
        return
    found = False
    for at in _before(article, sentence, place, days):
        families = families_of(article, at)
        if families and _told_on(article, at, place, days) and not (found and _in_clause_of(article, sentence, at)):
            yield Named(families, at, not found and place - at <= NAMED and _known(article, sentence, at, place))
            if not found:
                yield from _done_to(article, sentence, at)
            found = True
    joined = any(article.word(at) in JOINING for at in range(place + 1, min(place + 1 + BEHIND, sentence.end)))
    for at in range(place + 1, min(place + (BEFORE if joined else BEHIND), sentence.end)):
        families = families_of(article, at)
        if _turns(article, at, bool(families)) or (found and not joined and article.skeleton[at] == ","):
            return
        if families and _told_on(article, at, place, days):
            yield Named(families, at, (joined or not found) and _known(article, sentence, at, place))
            return


def _of_saying(article: Article, place: int) -> bool:
    """Tell whether a day is the one on which somebody said something: "officials said on Tuesday"."""
    return article.skeleton[place - 1 - (article.word(place - 1) == "on")] in word_letters("SAY")


def _before(article: Article, sentence: Sentence, place: int, days: list[int]) -> Iterator[int]:
    """Yield the places before a day, the nearest first, up to the day before it; far from it none that somebody tells of."""
    floor = max([sentence.start, *(other + 1 for other in days if other < place)])
    for at in range(place - 1, max(floor, place - BEFORE) - 1, -1):
        if place - at > BEHIND and article.skeleton[at] in word_letters("SAY"):
            return
        yield at


def _told_on(article: Article, at: int, place: int, days: list[int]) -> bool:
    """Tell whether no other day is nearer to an event's word, and it is none of its end, of something done about it or to come."""
    nearest = all(abs(at - place) <= abs(at - other) for other in days)
    between = range(at + 1, place)
    if any(article.word(near) in events_words("made_known") or _some_of(article, near) for near in between):
        return False
    over = map(article.word, (*between, *range(at - LED, at)))
    if "ending" not in families_of(article, at) and not events_words("over").isdisjoint(over):
        return False
    return nearest and article.word(_before_owner(article, at)) not in ABOUT and not _to_come(article, at, place)


def _some_of(article: Article, at: int) -> bool:
    """Tell whether a day behind a place is of a part of what was told: after nine hours, two of them on Thursday."""
    return article.word(at) == "of" and article.word(at + 1) in PARTLY


def _in_clause_of(article: Article, sentence: Sentence, at: int) -> bool:
    """Tell whether a word stands in a clause of its own, which a day behind it need not be of: "from which it was stolen"."""
    return any(article.word(near) in RELATIVES for near in range(max(sentence.start, at - BEHIND), at))


def _to_come(article: Article, noun: int, place: int) -> bool:
    """Tell whether what stands behind a day is told of on it, and is on another: "on Sunday previewed the coming hearing"."""
    return noun > place and any(article.word(at) in COMING for at in range(noun - LED, noun))


def _before_owner(article: Article, noun: int) -> int:
    """Return the place before a noun, its article or owner passed over: "from Ann Orr's ouster"."""
    at = noun - 1
    if article.word(at) in KNOWN:
        return at - 1
    if article.word(at) in OWNED:
        at -= 1
        while (article.skeleton[at] == "N" or article.word(at) in TITLES) and noun - at <= LED + 1:
            at -= 1
    return at


def _done_to(article: Article, sentence: Sentence, noun: int) -> Iterator[Named]:
    """Yield what the verb just before a noun tells of: "voted down the budget", "announced the merger"."""
    for at in range(noun - 1, max(sentence.start, noun - 1 - LED) - 1, -1):
        if article.word(noun) in events_words("nouns") and article.word(at) not in events_words("nouns"):
            if families := families_of(article, at):
                yield Named(families, at, definite=False)
                return


def _turns(article: Article, at: int, named: bool) -> bool:
    """Tell whether something else is told from a place on: "said Sunday that", "left on Sunday, calling the meeting"."""
    word = article.word(at)
    return (word == "that" and article.word(at - 1) != "so") or (
        not named and word.endswith("ing") and article.skeleton[at - 1] == ","
    )


def _known(article: Article, sentence: Sentence, at: int, place: int) -> bool:
    """Tell "Orr's keynote", "when it left the pad", "the walkout at Ely", "May 3, the day it fell" from what is told as new."""
    before = [article.word(near) for near in range(max(sentence.start, at - LED), at)]
    told = [article.word(near) for near in range(place + 1, place + 4)]
    if at > place and told[:2] == [",", "the"] and told[2] in events_words("hours"):
        return True
    if hyphened(article, at) in events_words("nouns") or of_several(article, at):
        owned = not events_words("determiners").isdisjoint(before)
        within = owned and (before[-2:-1] in (["in"], ["during"]) or "so" in told or told[:2] == [",", "when"])
        return within or (at < place and owned) or article.word(at + 1) in events_words("hours")
    clause = range(max(sentence.start, at - LED - 1), at)
    meant = any(article.word(near) in THOSE and article.word(near - 1) != "," for near in clause)
    clauses = (near for near in clause if article.word(near) in events_words("clauses"))
    taken_up = any(article.word(near + 1) not in ONE_OF and near + 1 not in article.at for near in clauses)
    apposed = article.word(at - 1) == "," and article.word(at - LED) in events_words("determiners")
    return at < place and (taken_up or (meant and place - at <= HEAD) or (apposed and place == at + 1))


def _event(article: Article, sentence: Sentence, mention: Mention, named: Named) -> Event:
    families, at, definite = named
    names = _names(article, sentence)
    beside = article.text(article.span(max(sentence.start, at - LED), min(at + LED + 1, sentence.end)))
    opens = article.tokens.word(article.token(sentence.start))
    first = frozenset({opens} if article.skeleton[sentence.start] == "N" else ())
    pronoun = article.word(at - 1) in events_words("pronouns")
    comma = article.skeleton.find(",", max(at, article.place(mention)), sentence.end)
    clause = article.text(article.span(sentence.start, comma if comma > 0 else sentence.end))
    own = names & _capitalised(clause if pronoun else beside + _led_by(article, sentence))
    day, dated = day_of(article, mention), date_of(article, mention.when) if mention.when else ""
    led = _before_owner(article, min(at, article.place(mention)))
    within = definite and (article.skeleton[led] in vocabulary()[1]["PREPOSITION"] or article.word(led) in SINCE)
    noun = hyphened(article, at) in events_words("nouns") or of_several(article, at)
    tense = _tense(article, sentence, at, definite and bool(noun))
    if within and (tense != "future" or article.word(led) not in AT):
        tense = ""
    return Event(families, at, day, dated, mention, sentence, definite, names, own, first, tense)


def _led_by(article: Article, sentence: Sentence) -> str:
    """Return the place that opens a sentence: "In Savoy, Sunday's avalanche"."""
    comma = article.skeleton.find(",", sentence.start, min(sentence.end, sentence.start + HEAD))
    opens = comma > 0 and article.word(sentence.start) in ("in", "at", "near", "outside")
    return " " + article.text(article.span(sentence.start + 1, comma)) if opens and comma > sentence.start + 1 else ""


def _tense(article: Article, sentence: Sentence, at: int, noun: bool) -> str:
    near = range(at + 1, at + NAMED) if noun else range(at - LED, at + 1)
    words = [article.word(place) for place in near if sentence.start <= place < sentence.end]
    if not events_words("coming").isdisjoint(words):
        return "future"
    return (
        "past"
        if not events_words("gone").isdisjoint(words[: HEAD + LED - 1])
        or (not noun and article.word(at).endswith("ed"))
        else ""
    )


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


def said_again(article: Article, event: Event) -> bool:
    """Tell whether words about an event make it one of several, or move it to another day."""
    start, end, place = event.sentence.start, event.sentence.end, article.place(event.mention)
    attributed = article.word(place + 1) in OWNED or article.word(place - 1) == "the"
    owned = 0 < event.at - place <= LED and attributed
    noun = hyphened(article, event.at) in events_words("nouns")
    days = map(article.place, event.sentence.of_kind("weekday|date"))
    if event.definite and noun and not owned and sum(not _of_saying(article, day) for day in days) > 1:
        return True
    first, last = min(event.at, place), max(event.at, place)
    opens = [at for at in range(max(start, first - NEAR), first) if article.word(at) in ("since", "when")]
    places = range(first if owned else max([start, first - NEAR, *opens]), min(last + LED + 1, end))
    near = [article.word(at) for at in places if at != event.at and at - 1 not in article.at]
    if [article.word(event.at + 1), article.word(event.at + 2)] == [",", "the"]:
        near.append(article.word(event.at + 3))
    moved = event.at < place and article.word(place - 1) in events_words("moved")
    named = frozenset().union(*map(naming, event.families))
    return (
        moved
        or _counted_from(article, event, place)
        or not (events_words("again") - named).isdisjoint(near)
        or any(map(event.one_of, near))
    )


def _counted_from(article: Article, event: Event, place: int) -> bool:
    """Tell whether an event's day is counted from another's: not where "a week after" leads to the event itself."""
    start, end = event.sentence.start, event.sentence.end
    for at in range(max(start, place - LONGEST), min(end, place + LONGEST) - 1):
        follows = article.word(at + 1) == "later" and at > max(event.at, place)
        length = article.at.get(at)
        days = at < event.at and length.unit in DAYS if length else article.word(at) in DAYS
        if days and article.word(at + 1) in ("after", "before", "later", "earlier") and not follows:
            leads = article.word(at + 1) in ("after", "before") and 0 < min(event.at, place) - at <= HEAD
            leads = leads and "," not in article.skeleton[event.at : place]
            if not leads:
                return True
    return False


def apart(article: Article, sentence: Sentence) -> bool:
    """Tell whether a sentence puts its event in the future, or makes it somebody else's."""
    return not events_words("apart").isdisjoint(
        map(article.word, range(sentence.start, min(sentence.end, sentence.start + LONGEST)))
    )


@lru_cache(maxsize=2)
def days_named(article: Article) -> Counter[str]:
    """Return how often an article names each day; a weekday with its date is no bare one."""
    dated = ((mention, mention.when) for sentence in article.sentences for mention in sentence.of_kind("weekday|date"))
    return Counter(
        day_of(article, mention)
        for mention, when in dated
        if when and (mention.kind == "weekday" or when.weekday is None)
    )


@lru_cache(maxsize=2)
def other_days(article: Article) -> frozenset[str]:
    """Return the days that an article names near a word for another event: "followed on Tuesday by one", "a second on Friday"."""
    again = events_words("another")
    return frozenset(
        day_of(article, mention)
        for sentence in article.sentences
        for mention in sentence.of_kind("weekday|date")
        if mention.when
        and not is_far(article, mention.when)
        and not again.isdisjoint(_around(article, mention.sentence, article.place(mention)))
    )


def _around(article: Article, number: int, place: int) -> list[str]:
    sentence = article.sentences[number]
    return [article.word(at) for at in range(max(sentence.start, place - HEAD), min(sentence.end, place + HEAD))]
