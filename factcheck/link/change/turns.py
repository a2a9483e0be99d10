"""What a thing is said to rise or fall to, where what it came from is told apart: in an aside, or in the sentence behind.

"Membership, which had been 410 in 2010, has fallen to 380"; "The wait has grown to 212 minutes. A year ago it was 187".
"""

from __future__ import annotations

from collections.abc import Iterator
from functools import partial
from itertools import pairwise

from factcheck.article import Article, Said, Sentence
from factcheck.dates import Days, days_meant
from factcheck.link.context.directions import UPWARD, moves
from factcheck.link.context.frames import Movement, alike, clear
from factcheck.link.context.roles import grammar, roles, verbal
from factcheck.link.context.stages import former
from factcheck.link.context.subjects import stem
from factcheck.link.context.tense import TIMES
from factcheck.link.context.ties import NAMELESS, VALUES, Tied, adjacent, one_thing
from factcheck.model import Mention
from factcheck.segment import STOPS, vocabulary

LED = "verb=RISE|FALL|MORE|LESS ... to ABOUT? {after:money|count|measure|percent|points|duration}"
NOTED = "{own:money|count|measure|percent|duration} <wN>? <wN>? <wN>? (,|—) DETERMINER <w>? <w>? noun=RISE|FALL on|from|over|against DETERMINER? <wN'R>? <wN'R>? <wN'R>? {other:money|count|measure|percent|duration}"
TAKEN_BACK = frozenset("had ago before earlier previous previously".split())
PAST = TAKEN_BACK | frozenset("was were last when numbered totalled totaled stood".split())
STOOD = frozenset("been stood ended closed finished begun started opened averaged totalled totaled reached hit".split())
"""Verbs that give a thing a value and no other thing."""

SINCE = NAMELESS | {"since", "that", "it", "this", "they", "these"}
MEASURED = {
    "money": frozenset(
        "price prices rent rents fare fares fee fees cost costs bill bills wage wages toll tolls damages fine fines".split()
    ),
    "percent": frozenset("rate rates interest tax duty duties".split()),
}
COMPARES = {"more": 1, "higher": 1, "fewer": -1, "less": -1, "lower": -1}
MANNER = frozenset("again back further still too slightly somewhat sharp steeply".split())
OTHERS = frozenset("after amid despite as or who which while whose by".split())
BOUNDS = frozenset("record high highs low lows highest lowest peak above below".split())
"""Between a verb and two figures these bring in another thing, or another value."""

CONTRASTS = frozenset({"although", "though", "whereas"})
"""Between two figures these bring in another thing to set beside the first."""

FURTHEST = 30
RELATIVE = frozenset({"which", "who", "that"})
ADVERBS, ASIDE = 4, 18
"""So many places may part an aside from the verb behind it, and the two ends of an aside."""

CLAUSE, BESIDE, BOTH = 8, 3, 2
"""So many places before a verb stands what it is said of, and what denies it."""

STRANGE = "the two figures may be of two things"


def turned(article: Article, told: frozenset[int]) -> Iterator[Movement]:
    """Yield each rise or fall to a figure whose base stands apart; `told` are the figures whose base is known, by first token."""
    if article.verb_last:
        return
    for said in article.match(LED):
        after, verb, sentence = said.after, said.match.start("verb"), said.sentence
        between = article.skeleton[verb + 1 : article.place(after)]
        if article.word(verb - 1) == "had" and article.word(verb - 2) in RELATIVE:
            continue  # "The margin, which had dropped to 18 per cent, was 24": what stands behind is of later.
        if after.first in told or after.hedge not in ("", "about") or "," in between or not moves(article, verb):
            continue
        sign = grammar().sign(article.skeleton[verb]) or grammar().compares(article.skeleton[verb])
        if (
            before := _aside(article, sentence, verb, after)
            or _behind(article, sentence, after)
            or _ahead(article, said)
        ):
            if not _moved(article, before):
                yield Movement(sentence, before, after, (), sign, verb, "told")
        elif (like := _like(sentence, after)) and len(like) == 1 and former(article, like[0], after):
            if _moved(article, like[0]):
                continue
            other_thing = like[0].noun not in ("", after.noun)
            strange = other_thing or (article.word(sentence.start) != "having" and _strange(article, like[0], after))
            doubt = STRANGE if strange else None
            yield Movement(sentence, like[0], after, (), sign, verb, "told", doubt)


def announced(article: Article, told: frozenset[int]) -> Iterator[Movement]:
    """Yield each change of two figures whose way is told ahead of them: Rents went up. A flat let for £1,120, against £1,105."""
    if article.verb_last:
        return
    yield from _sized_up(article)
    for sentence in article.body:
        values = _two(sentence)
        if len(values) != BOTH or not told.isdisjoint(one.first for one in values) or not _alike(*values):
            continue
        first, second = map(article.place, values)
        if article.word(first - 1) == "to" and set(vocabulary()[1]["PRONOUN"]) & set(article.skeleton[first:second]):
            continue  # Having grown to 17, it closed five.
        sign, at = _ahead_of(article, sentence, article.place(values[0]))
        if not sign and (told_behind := _concluded(article, sentence, article.place(values[1]))):
            sign, at = told_behind
        if sign and (former(article, *values) or former(article, *reversed(values))):
            before, after = values if former(article, *values) else reversed(values)
            link = "told" if at < article.place(values[1]) else "concluded"
            yield Movement(sentence, before, after, (), sign, at, link, _loose(article, sentence, at, values))


def _sized_up(article: Article) -> Iterator[Movement]:
    """Yield what a noun behind a figure says of it: 5,100 people came, an increase on last year's 4,900."""
    for said in article.match(NOTED):
        own, other, noun = said.own, said.other, said.match.start("noun")
        if own is not other and _alike(other, own):
            yield Movement(said.sentence, other, own, (), grammar().sign(article.skeleton[noun]), noun, "noted")


def _two(sentence: Sentence) -> list[Mention]:
    """Return the figures of a sentence that may be two values of one thing: all of a kind with a unit, or all counts."""
    values = [one for one in sentence.mentions if one.kind in VALUES and (one.size > 1 or one.unit)]
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
        if sign := COMPARES.get(article.word(start), 0):
            return sign, start
        bare = (at for at in range(start, first - 1) if article.skeleton[at + 1] in "RYD,—-:")
        if more := next((at for at in bare if COMPARES.get(article.word(at))), 0):
            return COMPARES[article.word(more)], more
        first = start - 1
        start = max(article.skeleton.rfind(stop, 0, first) for stop in STOPS) + 1
        if (
            first <= start
            or article.skeleton[first] == "\n"
            or any(article.at[at].kind in VALUES for at in range(start, first) if at in article.at)
        ):
            return 0, -1
    signed = [(words.sign(article.skeleton[at]), at) for at in range(start, first) if words.sign(article.skeleton[at])]
    if len({sign for sign, _ in signed}) != 1:
        return 0, -1
    sign, at = next((found for found in signed if moves(article, found[1])), (0, start))
    denied = any(article.skeleton[near] in vocabulary()[1]["DO"] for near in range(max(start, at - BESIDE), at))
    return (sign, at) if sign and not denied else (0, -1)


def _concluded(article: Article, sentence: Sentence, last: int) -> tuple[int, int] | None:
    """Return the sign and place of the change that closes a sentence of two figures: so the town has shrunk; a loss that cost it a seat."""
    signs = [
        (grammar().sign(article.skeleton[at]), at)
        for at in range(last + 1, sentence.end)
        if grammar().sign(article.skeleton[at])
    ]
    comma = article.skeleton.find(",", last, sentence.end)
    if len({sign for sign, _ in signs}) != 1 or not 0 < comma < signs[0][1] or signs[0][1] - comma > CLAUSE:
        return None
    so = article.word(comma + 1) == "so" and verbal(article.word(signs[0][1]))
    apposed = article.word(comma + 1) in ("a", "an") and signs[0][1] - comma <= BESIDE
    return signs[0] if so or apposed else None


def _loose(article: Article, sentence: Sentence, at: int, values: list[Mention]) -> str | None:
    """Return why the way may be told of another thing than the two figures, None where it can be of those alone."""
    first, last = map(article.place, values)
    if at > last:
        return None if clear(article, last, at) or article.word(at - 1) in ("a", "an") else STRANGE
    told = {
        article.word(place)
        for place in range(at, sentence.start if at < sentence.start else first)
        if place not in article.at
    }
    beside = {article.word(place) for place in range(first, last + 2) if place not in article.at}
    apart = not OTHERS.isdisjoint(told) or not BOUNDS.isdisjoint(told | beside) or not CONTRASTS.isdisjoint(beside)
    if apart or not _one_clause(article, at, first) or any(map(partial(_moved, article), values)):
        return STRANGE
    between = article.skeleton[at:first]
    if at < sentence.start:
        return None if _measured(article, sentence, at, values) and last - at <= FURTHEST else STRANGE
    if ":" in between:
        return None
    return None if intransitive(article, at) and last - at <= FURTHEST else STRANGE


def _measured(article: Article, sentence: Sentence, at: int, values: list[Mention]) -> bool:
    """Tell whether the figures measure what the sentence before speaks of: prices and sums, deaths and "there were"."""
    start = max(article.skeleton.rfind(stop, 0, sentence.start - 1) for stop in STOPS) + 1
    named = {article.word(place) for place in range(start, sentence.start)}
    first, last = map(article.place, values)
    of_another = any(
        article.word(place + 1) in ("in", "of") and article.skeleton[place + 2] in "wN" for place in (first, last)
    )
    if of_another or not named.isdisjoint(OTHERS):
        return False
    if not named.isdisjoint(MEASURED.get(values[0].kind, frozenset())):
        return True
    there = article.word(sentence.start) in ("there", "last") and first - sentence.start <= ADVERBS
    return there and intransitive(article, at) and values[0].noun in ("", *(stem(word) for word in named))


def _one_clause(article: Article, start: int, stop: int) -> bool:
    """Tell whether nothing between two places opens a clause of its own: "and stands at" goes on with the same thing."""
    goes_on = vocabulary()[1]["BE"] + vocabulary()[1]["HAVE"] + vocabulary()[1]["PRONOUN"]
    joints = [at for at in range(start, stop) if article.word(at) == "and" or article.skeleton[at] == ";"]
    held = all(
        article.skeleton[at + 1] in goes_on or article.word(at + 1) in STOOD | {"stands", "now"} for at in joints
    )
    edges = [start, *joints, stop]
    return held and all(clear(article, one + 1, other) for one, other in pairwise(edges))


def _moved(article: Article, mention: Mention) -> bool:
    """Tell whether a figure is itself what something moved by, or what was moved: shed 693,000 jobs."""
    sentence = article.sentences[mention.sentence]
    role = next((role for role in roles(article, sentence) if role.mention is mention), None)
    return role is None or role.name in ("change", "rate", "times")


def intransitive(article: Article, at: int) -> bool:
    """Tell whether nothing stands behind a verb that it could move: "rents went up again in June."."""
    for place in range(at + 1, min(at + ADVERBS + 1, len(article.skeleton))):
        letter, word = article.skeleton[place], article.word(place)
        if place in article.at or letter in ",:;—" or letter in STOPS:
            return True
        if not (word.endswith("ly") or word in MANNER | UPWARD):
            return letter in vocabulary()[1]["PREPOSITION"]
    return False


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
    words = {
        stem(article.word(at)) for at in range(sentence.start, max(opening, sentence.start)) if at not in article.at
    }
    own = article.word(opening + 1) in RELATIVE
    like = [one for one in _like(sentence, after) if article.place(one) < verb]
    like = [one for one in like if own or one.noun in ("", after.noun) or stem(one.noun) in words]
    if opening < 0 or len(like) != 1 or not opening < article.place(like[0]) < close:
        return None
    helping = grammar().known | frozenset(vocabulary()[1]["HAVE"]) | frozenset(vocabulary()[1]["BE"])
    led = all(
        letter in helping or article.word(at) in ("since", "now", "then")
        for at, letter in _letters(article, close + 1, verb)
    )
    words = {article.word(at) for at in range(opening + 1, close) if at not in article.at}
    past = not PAST.isdisjoint(words) or not TIMES.isdisjoint(article.skeleton[opening:close])
    own = own or article.place(like[0]) == opening + 1
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
    if other and _told_later(article, sentence, other):
        return None
    start = other.start if other else article.place(after) + 1
    if own and not any(letter in ";:," for letter in article.skeleton[start : article.place(like[0])]):
        return None
    return (
        like[0]
        if _was(article, start, article.place(like[0])) and one_thing(article, Tied(after, like[0]), 1)
        else None
    )


def _told_later(article: Article, sentence: Sentence, other: Sentence) -> bool:
    """Tell whether a sentence is of a later year than the one before it: in 2008 it fell to 86,000. It was 56,000 by last year."""
    years = [
        [days.first.year for one in part.of_kind("year|date|relative") if (days := _days(article, one))]
        for part in (sentence, other)
    ]
    return all(years) and max(years[0]) < min(years[1])


def _days(article: Article, mention: Mention) -> Days | None:
    return days_meant(mention.when, article.published) if mention.when else None


def _was(article: Article, start: int, place: int) -> bool:
    """Tell whether the words before a figure say that it is past, and that a thing was so much."""
    words = [article.word(at) for at in range(start, place) if at not in article.at]
    if "and" in words and TAKEN_BACK.isdisjoint(words):
        return False  # "In 2024 it fell to 32, and in the first half of this year it was at 16" goes forward in time.
    last = words[-2:]
    return not PAST.isdisjoint(words) and any(word in ("been", "was", "were", "stood", "at") for word in last)


def _ahead(article: Article, said: Said) -> Mention | None:
    """Return the one figure before "it has since" or "that number", in its sentence or the one before, from which a thing has gone on."""
    sentence, verb = said.sentence, said.match.start("verb")
    if SINCE.isdisjoint(article.word(at) for at in range(sentence.start, verb) if at not in article.at):
        return None
    own = [
        one for one in _like(sentence, said.after) if article.place(one) < verb and one.noun in ("", said.after.noun)
    ]
    like = own or _like(adjacent(article, sentence, -1), said.after)
    return like[0] if len(like) == 1 and one_thing(article, Tied(like[0], said.after), 1) else None
