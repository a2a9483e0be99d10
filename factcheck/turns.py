"""What a thing is said to rise or fall to, where what it came from is told apart: in an aside, or in the sentence behind.

"Membership, which had been 410 in 2010, has fallen to 380"; "The wait has grown to 212 minutes. A year ago it was 187".
"""

from __future__ import annotations

from collections.abc import Iterator

from factcheck.article import Article, Said, Sentence
from factcheck.directions import moves
from factcheck.frames import Movement, alike
from factcheck.model import Mention
from factcheck.roles import grammar
from factcheck.segment import STOPS, vocabulary
from factcheck.ties import NAMELESS, VALUES, Tied, adjacent, one_thing

LED = "verb=RISE|FALL|MORE|LESS <wNDRYW>? <wDRYW>? <wDRYW>? to ABOUT? {after:money|count|measure|percent|duration}"
PAST = frozenset(
    "had was were ago before earlier previous previously last when numbered totalled totaled stood".split()
)
FORMER = frozenset(
    "had having once previous previously former formerly old before against versus compared than from".split()
)
"""Words before a figure that say it is what a thing was."""

AGO = frozenset("ago earlier before previously".split())
"""Words behind a figure that say so; they may end what tells its time: a year ago."""

STOOD = frozenset("been stood ended closed finished begun started opened averaged totalled totaled reached hit".split())
"""Verbs that give a thing a value and no other thing."""

PRICES = frozenset("price prices rent rents fare fares fee fees cost costs bill bills wage wages toll tolls".split())
COMING = frozenset({"will", "next"})
SINCE = NAMELESS | {"since", "that", "it", "this", "they", "these"}
RELATIVE = frozenset({"which", "who", "that"})
TIMES = frozenset("DYRW")
ADVERBS, ASIDE = 4, 18
"""So many places may part an aside from the verb behind it, and the two ends of an aside."""

CLAUSE, BESIDE, NEVER, BOTH = 8, 3, 9999, 2
"""So many places about a figure tell its time, and so many just before it."""

STRANGE = "the two figures may be of two things"
EDGES = frozenset(',;:()—"')


def turned(article: Article, told: frozenset[int]) -> Iterator[Movement]:
    """Yield each rise or fall to a figure whose base stands apart; `told` are the figures whose base is known, by first token."""
    if article.verb_last:
        return
    for said in article.match(LED):
        after, verb, sentence = said.after, said.match.start("verb"), said.sentence
        if after.first in told or after.hedge not in ("", "about") or not moves(article, verb):
            continue
        sign = grammar().sign(article.skeleton[verb]) or grammar().compares(article.skeleton[verb])
        if (
            before := _aside(article, sentence, verb, after)
            or _behind(article, sentence, after)
            or _ahead(article, said)
        ):
            yield Movement(sentence, before, after, (), sign, verb, "told")
        elif (like := _like(sentence, after)) and len(like) == 1 and former(article, like[0], after):
            doubt = STRANGE if _strange(article, like[0], after) else None
            yield Movement(sentence, like[0], after, (), sign, verb, "told", doubt)


def announced(article: Article, told: frozenset[int]) -> Iterator[Movement]:
    """Yield each change of two figures whose way is told ahead of them: Rents went up. A flat let for £1,120, against £1,105."""
    if article.verb_last:
        return
    for sentence in article.body:
        values = _two(sentence)
        if len(values) != BOTH or not told.isdisjoint(one.first for one in values) or not _alike(*values):
            continue
        sign, at = _ahead_of(article, sentence, article.place(values[0]))
        if sign and (former(article, *values) or former(article, *reversed(values))):
            before, after = values if former(article, *values) else reversed(values)
            yield Movement(sentence, before, after, (), sign, at, "told", _loose(article, sentence, at, values[0]))


def _two(sentence: Sentence) -> list[Mention]:
    """Return the figures of a sentence that may be two values of one thing: all of a kind with a unit, or all counts."""
    values = [one for one in sentence.mentions if one.kind in VALUES and one.size > 1]
    units = [one for one in values if one.unit]
    return units or values


def _alike(one: Mention, other: Mention) -> bool:
    plain = not (one.upper or other.upper) and {one.hedge, other.hedge} <= {"", "about"}
    return plain and alike(one, other) and (not other.noun or not one.noun or one.noun == other.noun)


def _ahead_of(article: Article, sentence: Sentence, first: int) -> tuple[int, int]:
    """Return the sign and place of the one verb of change before two figures, in their sentence or the one before."""
    words = grammar()
    start = sentence.start
    if words.rise.isdisjoint(article.skeleton[start:first]) and words.fall.isdisjoint(article.skeleton[start:first]):
        first = start - 1
        start = max(article.skeleton.rfind(stop, 0, first) for stop in STOPS) + 1
        if (
            first <= start
            or article.skeleton[first] == "\n"
            or any(at in article.at and article.at[at].kind in VALUES for at in range(start, first))
        ):
            return 0, -1
    signed = [(words.sign(article.skeleton[at]), at) for at in range(start, first) if words.sign(article.skeleton[at])]
    if len({sign for sign, _ in signed}) != 1:
        return 0, -1
    sign, at = signed[0]
    denied = any(article.skeleton[near] in vocabulary()[1]["DO"] for near in range(max(start, at - BESIDE), at))
    return (0, -1) if denied or not moves(article, at) else (sign, at)


def _loose(article: Article, sentence: Sentence, at: int, first: Mention) -> str | None:
    """Return why the way may be told of another thing: no colon leads to the figures, nor are they what things cost."""
    between = article.skeleton[at : article.place(first)]
    if at > sentence.start:
        return None if ":" in between and ";" not in between else STRANGE
    subject = {article.word(place) for place in range(max(0, at - CLAUSE), at) if article.skeleton[place] not in STOPS}
    priced = first.kind == "money" and not PRICES.isdisjoint(subject) and sentence.start - at <= CLAUSE
    return None if priced else STRANGE


def former(article: Article, one: Mention, other: Mention) -> bool:
    """Tell whether the words about a figure say that it is what a thing was before it came to another."""
    mine, others = _stage(article, one), _stage(article, other)
    if mine != others:
        return mine < others
    return _year(article, one) < _year(article, other)


def _stage(article: Article, mention: Mention) -> int:
    """Return when the words about a figure put it: 0 once, 1 at no time or now, 2 in time to come."""
    place = article.place(mention)
    if article.skeleton[place - 1] == ":" and article.skeleton[place - 3] == "(":
        return int(article.skeleton[place - 2] not in TIMES)
    words = {article.word(at) for at in _about(article, place, -1) if at not in article.at}
    just = {article.word(at) for at in range(place - BESIDE, place) if at not in article.at}
    behind = list(_about(article, place, 1))
    ago = {article.word(at) for at in behind if at not in article.at} | {
        article.at[at].text.split()[-1].lower() for at in behind if at in article.at
    }
    if not FORMER.isdisjoint(words) or "after" in just or not AGO.isdisjoint(ago):
        return 0
    return 1 if COMING.isdisjoint(words) else 2


def _year(article: Article, mention: Mention) -> int:
    """Return the year that the time behind a figure names, one that is yet to come where it names none."""
    times = (article.at[at].when for at in _about(article, article.place(mention), 1) if at in article.at)
    return next((time.year for time in times if time and time.year), NEVER)


def _about(article: Article, place: int, step: int) -> Iterator[int]:
    """Yield the places beside a figure, outward, up to an edge of its clause or another figure."""
    sentence = article.sentences[article.at[place].sentence]
    for at in range(place + step, place + step * CLAUSE, step):
        time = at in article.at and article.skeleton[at] in TIMES
        if not sentence.start <= at < sentence.end or article.skeleton[at] in EDGES or (at in article.at and not time):
            return
        yield at


def _strange(article: Article, one: Mention, other: Mention) -> bool:
    """Tell whether what parts two figures may name another thing than the one that both are of."""
    first, last = sorted((article.place(one), article.place(other)))
    words = [article.word(at) for at in range(first + 1, last) if article.skeleton[at] in "wN" and at not in article.at]
    return len([word for word in words if word not in STOOD and not word.endswith("ly")]) > (one.first < other.first)


def _like(sentence: Sentence | None, after: Mention) -> list[Mention]:
    known = sentence.mentions if sentence else ()
    return [
        one for one in known
        if one is not after and one.number and not one.upper and not one.hedge and (one.kind in (after.kind, "count") or (after.kind == "count" and not after.noun))
        and alike(one, after) and one.noun in ("", after.noun or one.noun)
    ]  # fmt: skip


def _aside(article: Article, sentence: Sentence, verb: int, after: Mention) -> Mention | None:
    """Return the one figure before the verb, if an aside between commas says that the thing was so many."""
    close = article.skeleton.rfind(",", max(sentence.start, verb - ADVERBS), verb)
    opening = article.skeleton.rfind(",", max(sentence.start, close - ASIDE), close) if close > 0 else -1
    like = [one for one in _like(sentence, after) if article.place(one) < verb]
    if opening < 0 or len(like) != 1 or not opening < article.place(like[0]) < close:
        return None
    helping = grammar().known | frozenset(vocabulary()[1]["HAVE"]) | frozenset(vocabulary()[1]["BE"])
    led = all(
        letter in helping or article.word(at) in ("since", "now", "then")
        for at, letter in _letters(article, close + 1, verb)
    )
    words = {article.word(at) for at in range(opening + 1, close) if at not in article.at}
    past = not PAST.isdisjoint(words) or not TIMES.isdisjoint(article.skeleton[opening:close])
    own = article.word(opening + 1) in RELATIVE or article.place(like[0]) == opening + 1
    return like[0] if led and past and own else None


def _letters(article: Article, start: int, stop: int) -> Iterator[tuple[int, str]]:
    return ((at, article.skeleton[at]) for at in range(start, stop))


def _behind(article: Article, sentence: Sentence, after: Mention) -> Mention | None:
    """Return the one figure that a clause or sentence behind says the thing was before."""
    own = [one for one in _like(sentence, after) if one.first > after.first]
    other = None if own else adjacent(article, sentence, 1)
    like = own or _like(other, after)
    if len(like) != 1:
        return None
    start = other.start if other else article.place(after) + 1
    if own and not any(letter in ";:," for letter in article.skeleton[start : article.place(like[0])]):
        return None
    return (
        like[0]
        if _was(article, start, article.place(like[0])) and one_thing(article, Tied(after, like[0]), 1)
        else None
    )


def _was(article: Article, start: int, place: int) -> bool:
    """Tell whether the words before a figure say that it is past, and that a thing was so much."""
    words = [article.word(at) for at in range(start, place) if at not in article.at]
    last = words[-2:]
    return not PAST.isdisjoint(words) and any(word in ("been", "was", "were", "stood", "at") for word in last)


def _ahead(article: Article, said: Said) -> Mention | None:
    """Return the one figure before "it has since" or "that number", in its sentence or the one before, from which a thing has gone on."""
    sentence, verb = said.sentence, said.match.start("verb")
    if SINCE.isdisjoint(article.word(at) for at in range(sentence.start, verb) if at not in article.at):
        return None
    own = [one for one in _like(sentence, said.after) if article.place(one) < verb]
    like = own or _like(adjacent(article, sentence, -1), said.after)
    return like[0] if len(like) == 1 and one_thing(article, Tied(like[0], said.after), 1) else None
