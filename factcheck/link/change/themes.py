"""Which way a thing is said to go, where its two values are told apart from that: in the lead, and two sentences on.

"Waiting times have shortened. In February a patient waited 214 minutes; in March it was 194." Times tell which figure
is the earlier, no third of their kind stands between, what is said to move is named beside them, and one way alone is
told up to the last of the two.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date
from itertools import islice

from factcheck.article import HEADINGS, Article, Sentence
from factcheck.dates import days_meant
from factcheck.link.change.nearby import in_row
from factcheck.link.change.turns import BOUNDS, intransitive
from factcheck.link.context.directions import moves
from factcheck.link.context.frames import Movement, told_ago
from factcheck.link.context.roles import grammar, roles
from factcheck.link.context.stages import former
from factcheck.link.context.subjects import topics
from factcheck.link.context.ties import NAMELESS, VALUES
from factcheck.model import Mention
from factcheck.patterns import Pattern
from factcheck.records import NamedTuple
from factcheck.segment import STOPS, vocabulary

KINDS = VALUES | {"duration", "points"}
REACH = 3
"""So many sentences with figures may the two stand apart."""

CLOSEST = 1.6
"""Two values of one thing, told apart, differ by fewer times than this; two things often do by more."""

SMALL, BARE = 12, 100
"""Counts up to this are of anything; so are those up to the second that no noun follows."""

GAPS = frozenset({"margin", "lead", "gap"})
"""What has a size and may widen."""

CLAUSE = STOPS + ";:"
FIGURES = frozenset("MKUPTLXFS")
FORECAST = Pattern(
    r"\b(?:expect\w*|forecasts?|estimat\w*|analysts?|economists?|polled|projected|or|puts|will|targets?|offer\w*|bids?|could|would|(?-i:may)|might|should|if|than|versus|record|plans?|among|women|men)\b",
    re.I,
)
"""In a sentence of a figure these make it no value that a thing had, or that of another."""

BECOMING = frozenset({"become", "becoming", "paying", "getting", "growing"})
HALF_DAY = 12 * 60

INDICATORS = frozenset(
    "profit profits revenue revenues sales earnings income inflation unemployment growth output exports imports turnout deficit "
    "surplus margin margins rate rates yield yields price prices index shares stock".split()
)
"""What moves on its own, whatever was said to move before it."""

FALLING, WEATHER = ("fall", "fell"), frozenset("rain rains snow hail sleet rainfall snowfall".split())
"""Rain that fell is not less of it."""

OUTLOOK = frozenset("outlook forecast forecasts estimate estimates projection guidance".split())
"""What is itself a figure, so that what raised it moved that."""

FITS = {
    "money": frozenset(
        "price prices pricier paying pay pays cost costs dearer cheaper deficit overspend debt debts rent rents fare fares fee fees bill bills ticket tickets futures".split()
    ),
    "percent": OUTLOOK,
    "points": frozenset("lead gap margin edge advantage".split()),
    "minute": frozenset("wait waits waiting delay delays queue queues journey journeys".split()),
    "day": frozenset("wait waits waiting delay delays backlog".split()),
    "millimeter": frozenset("rain rainfall snow snowfall rains".split()),
    "celsius": frozenset("mercury temperature temperatures heat cold warm hot cooler warmer".split()),
    "stone": frozenset({"weight"}),
    "kilogram": frozenset({"weight"}),
}
"""What a way is told of, and the figures that measure it."""

LATER, TWO = frozenset({"later", "now", "today", "latest", "nowadays", "days", "next"}), 2
SECONDHAND = frozenset(
    "may might could would should if hope hopes hoped expect expects plan plans want wants aim aims".split()
)
"""What may come of a thing is no way that it went."""

FURTHEST = 160
"""A sentence of more places is read no further."""

LED = 5
"""So many places may lead from a verb to the figure that it came to."""


class Way(NamedTuple):
    """A word that says which way a thing went: its sign and place, and whether it leads to the later figure."""

    sign: int
    at: int
    leads: bool


def themed(article: Article, told: frozenset[int]) -> Iterator[Movement]:
    """Yield each change of two figures of one kind whose way is told ahead of them; `told` are those known already, by first token."""
    if article.verb_last:
        return
    body = article.body
    for n, sentence in enumerate(body):
        for one in sentence.mentions:
            if (
                one.first not in told
                and _is_value(one)
                and article.word(article.place(one) - 1) != "within"
                and not _is_turn(article, one)
                and (other := _second(article, body[n : n + REACH + 1], one))
            ):
                if other.first not in told and not (_changes(article, one) or _changes(article, other)):
                    yield from _moved(article, sentence, one, other)


def _is_value(one: Mention) -> bool:
    plain = one.kind in KINDS and one.number is not None and one.hedge in ("", "about") and not one.upper
    return plain and (one.kind != "count" or one.size > (SMALL if one.noun else BARE))


def _is_turn(article: Article, one: Mention) -> bool:
    """Tell whether a figure is where a thing turned: a low point of 251."""
    ahead = range(max(0, article.place(one) - LED + 1), article.place(one))
    return any(article.word(at) in BOUNDS for at in ahead if at not in article.at)


def _second(article: Article, near: list[Sentence], one: Mention) -> Mention | None:
    """Return the next figure of one's kind, if it is near one in size and no third is beside either."""
    for sentence in near:
        if sentence.block != near[0].block:
            return None
        found = (other for other in sentence.mentions if other is not one and _like(article, one, other))
        if like := list(islice(found, 2)):
            if sentence.number == one.sentence and in_row(article, sentence, one):
                return None
            return like[0] if len(like) == 1 and like[0].first > one.first else None
    return None


def _like(article: Article, one: Mention, other: Mention) -> bool:
    if other.number is None or other.hedge not in ("", "about") or other.upper:
        return False
    bare = (
        other.kind == "count"
        and not other.noun
        and other.text[:1].isdigit()
        and (one.kind in ("duration", "points") or (one.kind == "measure" and one.sentence == other.sentence))
    )
    unsaid = one.kind == "count" and "" in (one.noun, other.noun)
    unsaid = unsaid and (
        min(one.size, other.size) > BARE
        or (not other.noun and one.sentence < other.sentence and _taken_up(article, other))
    )
    if not bare and (one.kind != other.kind or one.unit != other.unit or (one.noun != other.noun and not unsaid)):
        return False
    low, high = min(one.size, other.size), max(one.size, other.size)
    return 0 < low < high < low * CLOSEST


def _taken_up(article: Article, figure: Mention) -> bool:
    """Tell whether a bare number is of what was counted before: the count has dropped to 47."""
    place = article.place(figure)
    return any(article.word(at) in NAMELESS for at in range(max(0, place - LED), place) if at not in article.at)


def _changes(article: Article, figure: Mention) -> bool:
    """Tell whether a figure is itself what something moved by, and no value of it, nor a rate at which it is seen to grow."""
    read = roles(article, article.sentences[figure.sentence])
    role = next((role for role in read if role.mention is figure), None)
    if role is None or role.name not in ("change", "rate", "times") or role.link in GAPS:
        return False
    return article.word(role.place - 1) != "at" and not (
        figure.kind == "percent" and role.sign > 0 and role.link == "by"
    )


def _moved(article: Article, sentence: Sentence, one: Mention, other: Mention) -> Iterator[Movement]:
    """Yield the change from the earlier of two figures to the later, if one way is told about the two, and of what they measure."""
    ways = _ways(article, sentence, one, other)
    other = other.changed(kind=one.kind, unit=one.unit)
    if len({way.sign for way in ways}) != 1 or any(
        FORECAST.search(article.words(part)) for part in {sentence, article.sentences[other.sentence]}
    ):
        return
    forward = 1 if any(way.leads for way in ways) else _order(article, one, other)
    before, after = (one, other) if forward > 0 else (other, one)
    for way in ways if forward else ():
        if _linked(article, way.at, one, other):
            plain = before.changed(hedge=""), after.changed(hedge="")
            yield Movement(sentence, *plain, (), way.sign, way.at, "theme")
            return


def _ways(article: Article, sentence: Sentence, one: Mention, other: Mention) -> list[Way]:
    """Return the words that say a way: in the headline, in the sentence before two figures, or up to the second."""
    stop = article.place(other)
    last = min(article.sentences[other.sentence].end, stop + FURTHEST)
    start = max(_ahead(article, sentence), article.place(one) - FURTHEST)
    opening = article.document.blocks[0] if article.document.blocks and sentence.number <= REACH else None
    top = article.skeleton.find("\n") if opening and opening.kind in HEADINGS else 0
    places = [*range(min(top, start)), *range(start, last)]
    signed = [(sign, at) for at in places if (sign := _sign(article, at))]
    told = [Way(sign, at, leads=True) for sign, at in signed if _leads(article, at, stop)]
    if other.sentence - one.sentence > 1:
        return told
    return told or [
        Way(sign, at, leads=False)
        for sign, at in signed
        if at < stop and (_stands_over(article, at) if at < top else _is_theme(article, at, (one, other)))
    ]


def _ahead(article: Article, sentence: Sentence) -> int:
    """Return where the sentence before begins, with figures or not."""
    end = sentence.start - 1
    while end > 0 and article.skeleton[end] in STOPS:
        end -= 1
    floor = max(0, end - FURTHEST)
    return max(floor - 1, *(article.skeleton.rfind(stop, floor, max(end, 0)) for stop in STOPS)) + 1


def _bounds(article: Article, at: int, marks: str) -> tuple[int, int]:
    """Return where the stretch between two marks begins and ends in which a word stands."""
    floor, letters = max(0, at - FURTHEST), article.skeleton
    opens = max(floor - 1, *(letters.rfind(mark, floor, at) for mark in marks)) + 1
    ahead = range(at, min(at + FURTHEST, len(letters)))
    return opens, next((n for n in ahead if letters[n] in marks), ahead[-1])


def _sign(article: Article, at: int) -> int:
    letter, words = article.skeleton[at], grammar()
    return words.sign(letter) or words.compares(letter)


def _leads(article: Article, at: int, place: int) -> bool:
    """Tell whether a word of change leads to a figure: has shrunk to 37; a fall in attendances this term, to 5,842."""
    letters = article.skeleton
    led = letters[at + 1 : place] if place - 2 * LED < at < place else ""
    if not led.endswith(vocabulary()[0]["to"]) or letters[at - 1] == vocabulary()[0]["to"]:
        return False
    perfect = not (grammar().be | {*vocabulary()[1]["HAVE"]}).isdisjoint(letters[at - 2 : at])
    if not perfect and article.at[place].kind != "measure" and not _is_noun(article, at):
        return False
    return FIGURES.isdisjoint(led) and (
        "," not in led[:-2] if _is_noun(article, at) else "," not in led and len(led) <= LED
    )


def _is_theme(article: Article, at: int, pair: tuple[Mention, Mention]) -> bool:
    """Tell whether a word says that a thing went up or down, in a clause that has no figure of the kind of another."""
    letters, before = article.skeleton, article.skeleton[at - 1]
    opens, stop = _bounds(article, at, CLAUSE)
    words = {article.word(n) for n in range(opens, stop) if n not in article.at}
    if not words.isdisjoint(SECONDHAND) or any(
        article.at[n].kind in VALUES and article.at[n] not in pair for n in range(opens, stop) if n in article.at
    ):
        return False
    if before == vocabulary()[0]["to"] or (article.word(at).startswith(FALLING) and not words.isdisjoint(WEATHER)):
        return False
    if article.word(at) in ("up", "down"):
        return before in vocabulary()[1]["BE"] + vocabulary()[1]["CHANGE"]
    if grammar().compares(letters[at]):
        doing = before == "w" and article.word(at - 1).endswith("ing")
        return at == opens or before in grammar().be or article.word(at - 1) in BECOMING or doing
    if _is_noun(article, at) and any(at < article.place(figure) < stop for figure in pair):
        return grammar().be.isdisjoint(letters[at:stop])  # "The increase of revenue was $850,040": that is its size.
    if _is_noun(article, at) or (article.word(at - 2), article.word(at - 1)) == ("on", "the"):
        return True
    own = any(article.place(figure) < stop for figure in pair if figure.first > article.token(at))
    aside = letters.find(",", at, article.place(pair[0])) >= 0
    if own and not aside:
        return False
    return moves(article, at) and (
        intransitive(article, at) or _has_object(article, at) or not OUTLOOK.isdisjoint(words)
    )


def _has_object(article: Article, at: int) -> bool:
    """Tell whether what a verb moves closes its sentence: the court reduced the damages."""
    known = article.skeleton[at + 1] in vocabulary()[1]["DETERMINER"]
    plural = article.skeleton[at + 1] == "w" and article.word(at + 1).endswith("s")
    return (known or plural) and not {*article.skeleton[at + 2 + known : at + 4 + known]}.isdisjoint(CLAUSE)


def _stands_over(article: Article, at: int) -> bool:
    """Tell whether a word of a headline says that a thing went up or down: gate falls at, trains more punctual."""
    if grammar().compares(article.skeleton[at]):
        return at > 0 and not {*article.skeleton[at + 1 : at + 3]}.isdisjoint(CLAUSE + ",")
    if article.word(at) in ("up", "down"):
        return article.skeleton[at - 1] in vocabulary()[1]["BE"] + vocabulary()[1]["CHANGE"]
    return intransitive(article, at)


def _is_noun(article: Article, at: int) -> bool:
    return article.skeleton[at - 1] in vocabulary()[1]["DETERMINER"] and article.word(at + 1) in ("in", "for", "of")


def _linked(article: Article, at: int, one: Mention, other: Mention) -> bool:
    """Tell whether what is said to move is what two figures measure: a name of both, a unit that fits it, or "it" behind it."""
    opens, stop = _bounds(article, at, STOPS)
    named = {article.word(n) for n in range(opens, stop) if n not in article.at}
    if not named.isdisjoint(FITS.get(one.unit, frozenset()) | FITS.get(one.kind, frozenset())):
        return True
    if one.kind == "duration" or (
        one.kind == "money" and article.block_at(article.span(at, at + 1).start).kind in HEADINGS
    ):
        return False
    first, last = article.sentences[one.sentence], article.sentences[other.sentence]
    if 0 <= first.start - stop <= TWO:
        if article.skeleton[first.start] in vocabulary()[1]["PRONOUN"] or _goes_on(
            article, at, article.sentences[first.number : last.number + 1], one
        ):
            return True
    owned = any(
        article.skeleton[n] in vocabulary()[1]["PRONOUN"] for n in range(at + 1, min(at + LED, article.place(other)))
    )
    if owned or opens <= article.place(one) < stop:
        return True
    about = topics(article, [*range(first.start, min(opens, first.end)), *range(max(first.start, stop), last.end)])
    heading = article.block_at(article.span(at, at + 1).start).kind in HEADINGS
    if heading:
        return not about.isdisjoint(topics(article, range(opens, at)))
    if grammar().compares(article.skeleton[at]) and article.skeleton[at + 1] in "wN":
        return not about.isdisjoint(topics(article, [at + 1]))  # "There is less agreement": less of that.
    return not about.isdisjoint(topics(article, range(opens, stop)))


def _goes_on(article: Article, at: int, near: list[Sentence], one: Mention) -> bool:
    """Tell whether sentences tell no more figures of a kind than two, and of no thing that has a way of its own."""
    like = [figure for sentence in near for figure in sentence.mentions if figure.kind == one.kind]
    words = (
        article.word(at) for sentence in near for at in range(sentence.start, sentence.end) if at not in article.at
    )
    moved = grammar().sign(article.skeleton[at]) != 0 or article.skeleton[at - 1 : at] in {"", *STOPS}
    return moved and len(like) == TWO and one.kind != "money" and INDICATORS.isdisjoint(words)


def _order(article: Article, one: Mention, other: Mention) -> int:
    """Return +1 where the words about two figures put the first before the second in time, -1 where behind it, 0 where neither."""
    first, last = former(article, one, other), former(article, other, one)
    if first != last:
        return 1 if first else -1
    clocks = [
        beside.clock.minute
        for figure in (one, other)
        if (beside := article.at.get(article.place(figure) + 2)) and beside.clock
    ]
    if len(clocks) == 2 and clocks[0] != clocks[1]:
        return 1 if clocks[0] < clocks[1] or clocks[0] < clocks[1] + HALF_DAY else -1
    mine, others = _when(article, one), _when(article, other)
    if (
        None in (mine, others)
        and _weekday(article, one) not in (None, _weekday(article, other))
        and _weekday(article, other) is not None
    ):
        return 1
    if mine is not None and others is not None and mine != others:
        return 1 if mine < others else -1
    return 1 if told_ago(article, one) > told_ago(article, other) or _is_later(article, one, other) else 0


def _is_later(article: Article, one: Mention, other: Mention) -> bool:
    """Tell whether the words before the second figure say that it is of later: three months later it was 4.9."""
    start = max(article.sentences[other.sentence].start, article.place(one) + 1)
    return any(article.word(at) in LATER for at in range(start, article.place(other)) if at not in article.at)


def _weekday(article: Article, figure: Mention) -> int | None:
    """Return the one weekday that the sentence of a figure names: those of one story are told in their order."""
    days = [one.when.weekday for one in article.sentences[figure.sentence].mentions if one.when]
    return days[0] if len(days) == 1 else None


def _when(article: Article, figure: Mention) -> int | None:
    """Return the day on which that begins which a time at the head of the clause of a figure names."""
    place, sentence = article.place(figure), article.sentences[figure.sentence]
    start = max(sentence.start, *(article.skeleton.rfind(mark, sentence.start, place) for mark in ";:("))
    start = max(
        (at for at in range(start, place) if at in article.at and article.at[at].kind == figure.kind), default=start
    )
    times = [at for at in range(start, place) if at in article.at and article.at[at].when]
    if len(times) != 1:
        return None
    when = article.at[times[0]].when
    if when is None:
        return None
    if days := days_meant(when, article.published):
        return days.first.toordinal()
    return date(1, when.month, 1).toordinal() + (when.day or 1) if when.month and not when.year else None
