"""A day by which a text takes up what it has told on another: fell on Sunday ... when the basilica fell on Monday.

Its words say that it is known: "the Saturday of the shooting", "May 14, when the shots were fired", "since the storm
struck on Friday".  They share words, or kinds of event, with earlier sentences that name one day, and no third is named
between the two.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date
from typing import NamedTuple

from factcheck.article import BIT, Article, Sentence
from factcheck.dates import NAMES, nearest
from factcheck.link.context.sayings import on_which_said
from factcheck.link.context.subjects import stem
from factcheck.link.time.happenings import OWNED, events_words, families_of
from factcheck.model import Mention, When
from factcheck.patterns import Pattern
from factcheck.phrase import word_letters

DAYS = BIT["W"] | BIT["D"] | BIT["O"] | BIT["R"]
BACK, LOOK, SHORTEST = 8, 110, 4
"""So many sentences with figures lie between two tellings at the most; so many characters about a day take it up."""
NEAR, WEEK, TWO, THREE, LAST, LARGE = 3, 7, 2, 3, 31, 13
"""Two days of one event miss each other by so many days at the most."""
BEFORE, BEHIND = 26, 14
"""So many words before a day, and behind it, tell what happened on it."""
OF_IT = Pattern(
    r"(?: (?:morning|afternoon|evening|night))? of (?:the|its|his|her|their|that) (?P<what>[\w'’ -]{3,40}?)(?=[,.;]| when\b| after\b|$)"
)
"""Behind "the Saturday": it is that of something known."""
DAY_OF = Pattern(
    r"\bthe (?:day|morning|night|evening|afternoon|date) of (?:the|its|his|her|their|that) (?P<what>[\w'’ -]{3,40}?),? (?:on )?(?:the )?$",
    re.I,
)
SOME_DAY = Pattern(r"\bon (?:the )?(?P<what>(?!mon|tues|wednes|thurs|fri|satur|sun)[a-z]{4,} )day,? (?:the )?$", re.I)
"""Before a day: on polling day, Saturday."""
WHEN = Pattern(r",? (?:when|as|the (?:day|night|morning|evening)(?: that| on which)?) (?P<what>[^,.;“”\"]{5,90})")
THAT = Pattern(r",? [^.;“”\"]{0,40}\bthat (?P<what>[^,.;“”\"]{5,90})")
"""Behind a day these tell what happened on it; the second where "it was" stands before."""
CLEFT = Pattern(r"\b(?:it (?:was|is) (?:only |just )?(?:on )?|on the )$", re.I)
CLAUSE = Pattern(
    r"\b(?:when|where|as|since|after|before|until|that|while) (?P<what>[^,.;:“”\"]{5,90}?),? (?:(?:early|late) )?(?:on )?(?:the )?$"
)
APPOSED = Pattern(
    r"\b(?:the|that|this|their|his|her|its) (?P<what>(?:[\w-]+ ){0,2}[\w-]+), (?:(?:which|that) was )?(?:held|made|taken|reached|announced|staged|signed|fought|cast)? ?(?:on )$",
    re.I,
)
"""Before a day: the arrest, made on Thursday."""
OTHER = Pattern(
    r"\b(?:second(?! only)|third|another|other|next|again|both|each|every|separate|follow\w*|later|earlier|previous\w*|postpone\w*|delay\w*|resched\w*"
    r"|moved|put (?:off|back)|called off|rained off|rehears\w*|resum\w*|continu\w*|days?,? (?:after|before|later|earlier|on|ahead)"
    r"|hours (?:after|later|before)|the (?:day|night|week|evening|morning) (?:after|before)|anniversary|eve|by then|learned of|ahead of"
    r"|repeat\w*|last (?:week|month|year)|already|former|latter|days|nights|publish\w*|planned|due)\b",
    re.I,
)
"""With these a sentence may tell of another event, or of one that went on, or of a day on which it was heard of."""
SMALL = frozenset(
    "said told says people year years days time home hours after there their which with from were have been that this when where".split()
)


ASIDE = 60
"""So many characters about a day may tell of another event."""
NIGHT, BESIDE = Pattern(r"\b(?:night|evening|midnight|late|overnight)\b"), 25
"""So near a day these let what happens on it last into the next."""


PAPERS = frozenset(
    "report reports data figures numbers statement survey poll paper edition column newspaper readings reading index".split()
)
"""Nouns for what comes out again and again."""


class Taken(NamedTuple):
    """The two days that a text gives one event, or the one twice; `sure` where nothing tells of another event."""

    first: Mention
    again: Mention
    sure: bool
    same: bool


class Known(NamedTuple):
    """Words that take something up, in places of the skeleton, and how many of them an earlier sentence must share.

    `named` where they are but a noun, which it must bring up as new: at a dinner on Tuesday ... Monday's dinner.
    """

    places: range
    least: int
    named: bool = False


def taken_up(article: Article) -> Iterator[Taken]:
    """Yield the days by which the text takes up what it told before, with those on which it was."""
    if article.language != "en":
        return
    dated = [sentence for sentence in article.sentences if sentence.kinds & DAYS and sentence.block != "cell"]
    for at, sentence in enumerate(dated):
        for again in _days(article, sentence) if at else ():
            for known in _known(article, sentence, again):
                earlier = [one for one in dated[max(0, at - BACK) : at] if sentence.number - one.number <= BACK]
                told = [day for one in earlier if _alike(article, one, known, again) for day in _days(article, one)]
                if found := _held(article, told, again, sentence, known.named):
                    yield found
                    break


def _held(article: Article, told: list[Mention], again: Mention, sentence: Sentence, named: bool) -> Taken | None:
    """Return the day that earlier sentences give what a day takes up: the same, or one that it misses by little."""
    gaps = [(one, gap) for one in told if (gap := _apart(article, one, again)) is not None]
    equal = next((one for one, gap in gaps if gap == 0), None)
    if equal:
        return Taken(equal, again, sure=True, same=True)
    if len(gaps) != len(told) or len({_number(article, one) for one in told}) != 1 or gaps[0][1] > NEAR:
        return None
    first = told[0]
    between = article.sentences[first.sentence : sentence.number + 1]
    days = {_number(article, day) for one in between for day in _days(article, one)}
    alone = len(days) == TWO or (named and _once(article, again))
    other = any(OTHER.search(" | ".join(article.around(one, ASIDE))) for one in (first, again))
    sure = alone and not other and not _over_night(article, first, again)
    return Taken(first, again, sure, same=False)


def _once(article: Article, again: Mention) -> bool:
    """Tell whether no other sentence names a day, a date for a weekday left aside."""
    told = (day for one in article.sentences if one.number != again.sentence for day in _days(article, one))
    return all(
        _apart(article, day, again) != 0 or bool(day.when and day.when.day) != bool(again.when and again.when.day)
        for day in told
    )


def _days(article: Article, sentence: Sentence) -> list[Mention]:
    """Return the days that a sentence names, those left out on which somebody said something."""
    told = sentence.of_kind("weekday|date|ordinal") if sentence.kinds & DAYS else []
    return [day for one in told if not on_which_said(article, one) and (day := _as_day(article, one))]


def _as_day(article: Article, mention: Mention) -> Mention | None:
    """Return a day as it is told, "the 4th" as that of a month; None for what names no single day near by."""
    when, place = mention.when, article.place(mention)
    if mention.kind == "ordinal":
        number = int(mention.size)
        alone = article.word(place - 1) == "the" and article.skeleton[place + 1] in ",.;)—\n" and 1 <= number <= LAST
        return mention.changed(when=When(day=number)) if alone and mention.text[:1].isdigit() else None
    if when is None or when.shift or when.unit or when.until or (when.weekday is None and when.day is None):
        return None
    return None if mention.text.endswith("days") else mention


def _number(article: Article, mention: Mention) -> int | str:
    """Return the day of the calendar by its number, or the weekday by its name where it has no date."""
    when = mention.when
    found = nearest(when, article.published or date(2001, 6, 15)) if when and when.day else None
    return found.toordinal() if found else NAMES[when.weekday or 0] if when else ""


def _apart(article: Article, one: Mention, other: Mention) -> int | None:
    """Return how many days lie between two days, less than a week where one is told by its weekday; None where nobody can tell."""
    first, last = _number(article, one), _number(article, other)
    if isinstance(first, int) and isinstance(last, int):
        return abs(first - last)
    today = article.published.toordinal() if article.published else None
    if any(isinstance(one, int) and (today is None or abs(one - today) > WEEK) for one in (first, last)):
        return None
    gap = abs(_weekday(article, one) - _weekday(article, other))
    return min(gap, WEEK - gap)


def _over_night(article: Article, first: Mention, again: Mention) -> bool:
    """Tell whether an event of the night of its earlier day may have ended on the next."""
    if _apart(article, first, again) != 1:
        return False
    order = [(_weekday(article, one), one) for one in (first, again)]
    earlier = order[0][1] if (order[1][0] - order[0][0]) % WEEK == 1 else order[1][1]
    return NIGHT.search(" ".join(article.around(earlier, BESIDE))) is not None


def _weekday(article: Article, mention: Mention) -> int:
    number = _number(article, mention)
    return (number - 1) % WEEK if isinstance(number, int) else NAMES.index(number)


def _known(article: Article, sentence: Sentence, again: Mention) -> Iterator[Known]:
    """Yield the words by which a sentence takes up what happened on a day."""
    before, behind = article.around(again, LOOK)
    start, end = again.span.start, again.span.end
    nouns = (
        (OF_IT.match(behind), end),
        (DAY_OF.search(before), start - len(before)),
        (SOME_DAY.search(before), start - len(before)),
    )
    for said, offset in nouns:
        if said and (article.word(article.place(again) - 1) == "the" or said.re is not OF_IT.compiled):
            yield Known(_places(article, sentence, offset + said.start("what"), offset + said.end("what")), 1)
    clauses = (
        (WHEN.match(behind) or (THAT.match(behind) if CLEFT.search(before) else None), end),
        (CLAUSE.search(before), start - len(before)),
    )
    for said, offset in clauses:
        if said:
            yield Known(_places(article, sentence, offset + said.start("what"), offset + said.end("what")), TWO)
    place, head = article.place(again), 0
    if article.word(place + 1) in OWNED:
        head = next((at for at in range(place + 3, place + 1, -1) if _is_head(article, at)), 0)
    elif (
        article.word(place - 1) == "on" and _is_head(article, place - 2) and article.word(place - 3) in ("the", "that")
    ):
        head = place - 2
    if head and events_words("recurring").isdisjoint(families_of(article, head)):
        yield Known(range(head, head + 1), 1, named=True)
    if said := APPOSED.search(before):
        offset = start - len(before)
        yield Known(_places(article, sentence, offset + said.start("what"), offset + said.end("what")), 1)


def _is_head(article: Article, at: int) -> bool:
    """Tell the last word of a noun of lower case from one that goes on."""
    return (
        article.skeleton[at] == "w"
        and article.word(at) not in PAPERS
        and article.skeleton[at + 1] not in "wN-"
        and len(article.word(at)) >= SHORTEST
    )


def _places(article: Article, sentence: Sentence, start: int, end: int) -> range:
    """Return the places of the skeleton between two characters of a sentence."""
    inside = [at for at in range(sentence.start, sentence.end) if start <= article.span(at, at + 1).start < end]
    return range(inside[0], inside[-1] + 1) if inside else range(0)


def _about(article: Article, sentence: Sentence) -> range:
    """Return the places about the day of a sentence that tell what happened on it: none where somebody said something then."""
    days = [article.place(day) for day in _days(article, sentence)]
    if not days:
        return range(0)
    start, end = max(sentence.start, days[0] - BEFORE), min(sentence.end, days[0] + BEHIND)
    tells = not word_letters("SAY").isdisjoint(article.skeleton[start:end])
    return range(0) if tells else range(start, end)


def _alike(article: Article, sentence: Sentence, known: Known, again: Mention) -> bool:
    """Tell whether a sentence shares so many words, kinds of event or figures with those that take something up."""
    said = _about(article, sentence)
    if known.named:
        noun = stem(article.word(known.places[0]))
        new = (at for at in said if article.word(at) in ("a", "an"))
        opens = stem(article.word(sentence.start)) == noun
        return opens or any(stem(article.word(at + n)) == noun for at in new for n in range(1, SHORTEST))
    stems, kinds = (
        {stem(article.word(at)) for at in said if at not in article.at},
        {family for at in said for family in families_of(article, at)},
    )
    sizes = {one.size for one in sentence.mentions if one.number and one.size >= LARGE and one.kind != "ordinal"}
    shared, named = 0, 0
    for at in known.places:
        word, figure = article.word(at), article.at.get(at)
        if figure:
            shared += TWO * (figure is not again and figure.number is not None and figure.size in sizes)
            continue
        if len(word) < SHORTEST or word in SMALL or not word.isalpha():
            continue
        if article.tokens.word(article.token(at))[:1].isupper():
            named += stem(word) in stems
            continue
        event = article.word(at - 1) == "the" and word in events_words("nouns")
        known_thing = TWO if event or article.word(at - 1) in ("that", "those") else 1
        shared += known_thing * (stem(word) in stems or not kinds.isdisjoint(families_of(article, at)))
    return shared + (named if shared else 0) >= known.least
