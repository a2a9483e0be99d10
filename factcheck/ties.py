"""Two figures of one thing, told one after the other, and the change that is said of them: when words tie the three.

"Cover averaged £320 in 2023. This year it was £368, a rise of 15 per cent": what leads to the second figure names no
other thing, a time tells the two apart, and the change is set off behind them ("a rise of", "so it grew by").
"""

from __future__ import annotations

import itertools
from functools import cache
from typing import NamedTuple

from factcheck.article import Article, Sentence
from factcheck.frames import OTHER_BASIS, alike
from factcheck.model import Mention
from factcheck.roles import Role, grammar, verbal
from factcheck.segment import vocabulary

VALUES = frozenset({"money", "count", "measure", "percent"})
TIMES = frozenset("DYRW")
FUNCTION = "DETERMINER PREPOSITION CONJUNCTION PRONOUN AUXILIARY BE HAVE DO SHIFT PERIOD ANNUAL MONTH ABOUT NEARLY ONLY SAME OLD ORDINAL"
TIMES_OF_YEAR = frozenset(
    "spring summer autumn fall winter early late mid end then now today ago earlier later currently still previously".split()
)
NAMELESS = frozenset(
    "figure number total average sum tally count rate level price share mean proportion amount equivalent".split()
)
"""Behind "the" or "its" these take up what was spoken of."""

JOINTS, SET_OFF = frozenset(".;:—"), frozenset(",;:—-(")
OPEN = frozenset("so which making meaning means and".split())
ELSEWHERE = frozenset(
    "from than on over against versus compared per since average averaging with between among".split()
)
"""Behind a change these give it a base, or a time, of its own."""

LONGEST, VERB, BEHIND, TAIL = 24, 2, 5, 8
TWO_TIMES = 2
"""So many words of time tell two values of one thing apart: "in 2018 ... now"."""


class Tied(NamedTuple):
    """The two figures in the order in which they are told."""

    one: Mention
    other: Mention


@cache
def _function() -> frozenset[str]:
    letters, classes = vocabulary()
    moved = frozenset(letter for word, letter in letters.items() if grammar().sign(letter) and verbal(word))
    return moved.union(*(classes[name] for name in FUNCTION.split())) | TIMES | {"O", "'", "L"}


def tied(article: Article, sentence: Sentence, role: Role) -> Tied | None:
    """Return the two figures that a change is of: before it in its sentence and the one before, or in the one behind."""
    like = _like(sentence, role.mention)
    last = next((mention for mention in reversed(like) if mention.first < role.mention.first), None)
    own = [mention for mention in like if last is None or _of_one_kind(mention, last)]
    told = [mention for mention in own if mention.first < role.mention.first]
    if own and told == own and len(own) <= 2 and _footing(article, sentence):
        if len(own) == 2:
            pair = Tied(*own)
        else:
            earlier = [one for one in _like(_adjacent(article, sentence, -1), role.mention) if alike(one, own[0])]
            if len(earlier) != 1:
                return None
            pair = Tied(earlier[0], own[0])
        return pair if _one_thing(article, pair) and _set_off(article, pair.other, role) else None
    behind = _adjacent(article, sentence, 1)
    later = _like(behind, role.mention) if not like else []
    later = [mention for mention in later if _of_one_kind(mention, later[-1])]
    if behind and len(later) == 2 and _footing(article, behind):
        pair = Tied(*later)
        goes_on = _takes_up(article, behind.start, article.place(pair.one)) and _closes(article, role)
        return pair if goes_on and _one_thing(article, pair) else None
    return None


def _adjacent(article: Article, sentence: Sentence, step: int) -> Sentence | None:
    """Return the sentence with figures just before or behind one, if nothing stands between."""
    number = sentence.number + step
    if not 0 <= number < len(article.sentences):
        return None
    other = article.sentences[number]
    first, last = (other, sentence) if step < 0 else (sentence, other)
    between = article.skeleton[first.end : last.start]
    return other if len(between) <= 1 and "\n" not in between and other.block == sentence.block else None


def _like(sentence: Sentence | None, stated: Mention) -> list[Mention]:
    """Return the figures of a sentence that a change of such a kind may be of."""
    points = stated.kind == "points"
    return [
        mention
        for mention in (sentence.mentions if sentence else ())
        if mention is not stated and mention.kind in VALUES and (mention.kind == "percent" or not points or (mention.kind == "count" and not mention.noun))
        and (stated.kind not in ("money", "count", "measure") or mention.unit == stated.unit)
    ]  # fmt: skip


def _of_one_kind(mention: Mention, last: Mention) -> bool:
    """Tell whether two figures are of one kind, or the later leaves unsaid that it is a percentage."""
    bare = last.kind == "count" and not last.noun and mention.kind == "percent"
    return bare or ((mention.kind, mention.unit) == (last.kind, last.unit) and alike(mention, last))


def _footing(article: Article, sentence: Sentence) -> bool:
    return OTHER_BASIS.isdisjoint(word.strip(",.()") for word in article.words(sentence).lower().split())


def _one_thing(article: Article, pair: Tied) -> bool:
    """Tell whether two figures are of one thing at two times."""
    one, other = pair
    if not alike(one, other) or one.hedge or other.hedge or one.upper or other.upper:
        return False
    if one.noun and other.noun and one.noun != other.noun:
        return False
    start, stop = article.sentences[one.sentence].start, article.sentences[other.sentence].end
    first, last = article.place(one), article.place(other)
    times = sum(_is_time(article, place) for place in range(start, stop))
    return times >= TWO_TIMES and last - first <= LONGEST and _takes_up(article, first + 1, last)


def _is_time(article: Article, place: int) -> bool:
    letter, classes = article.skeleton[place], vocabulary()[1]
    return (
        letter in TIMES
        or letter in classes["PERIOD"]
        or (place not in article.at and article.word(place) in TIMES_OF_YEAR)
    )


def _takes_up(article: Article, start: int, stop: int) -> bool:
    """Tell whether the words that lead to a figure name no new thing: ", then", "This year it was", "and has"."""
    verbs, taken, comma, timed = 0, False, False, False
    for place in range(stop - 1, start - 1, -1):
        letter = article.skeleton[place]
        if letter in JOINTS or letter in _joining():
            return not verbs and (taken or letter in _joining() or letter in ";:")
        word = "" if letter in ",\"-()'" or place in article.at else article.word(place)
        timed = timed or _is_time(article, place)
        if letter == "," or letter in '"()-':
            comma = comma or letter == ","
        elif letter in _pronouns() or (word in NAMELESS and article.skeleton[place - 1] in grammar().known):
            verbs, taken = 0, True
        elif place in article.at and article.at[place].kind == article.at[stop].kind:
            return False
        elif not taken and place not in article.at and letter not in _function() and word not in TIMES_OF_YEAR:
            if comma and not verbs:
                return timed and "." not in article.skeleton[start:place]
            verbs += 1
            if verbs > VERB:
                return False
    return not verbs and (taken or article.skeleton[start - 1] not in ".q\n")


@cache
def _joining() -> frozenset[str]:
    letters = vocabulary()[0]
    return frozenset(letters[word] for word in ("and", "but", "then", "while", "against") if word in letters)


@cache
def _pronouns() -> frozenset[str]:
    return frozenset(vocabulary()[1]["PRONOUN"])


def _set_off(article: Article, other: Mention, role: Role) -> bool:
    """Tell whether a change is set off behind a figure as what follows from it, with nothing of its own behind it."""
    start = article.place(other) + 1
    between = article.skeleton[start : role.place]
    mark = next((at for at, letter in enumerate(between) if letter in SET_OFF), None)
    if mark is None or mark > TAIL or len(between) > LONGEST:
        return False
    if any(start + at in article.at and letter not in TIMES for at, letter in enumerate(between)):
        return False
    words = [article.word(start + at) for at in range(mark + 1, len(between)) if between[at] not in ",\"-()—:;'"]
    strange = sum(letter in "wN" for letter in between[mark + 1 :])
    return (not strange or (strange <= 2 and not OPEN.isdisjoint(words))) and _closes(article, role)


def _closes(article: Article, role: Role) -> bool:
    """Tell whether nothing behind a change gives it a base of its own, and it is no rate of each year."""
    behind = range(role.place + 1, min(role.place + 1 + BEHIND, len(article.skeleton)))
    words: list[str] = []
    for place in behind:
        if article.skeleton[place] in ",.;q\n":
            break
        words.append(article.word(place) if place not in article.at else "")
    yearly = any(
        one in ("a", "an") and other in ("year", "month", "week", "day") for one, other in itertools.pairwise(words)
    )
    return (
        ELSEWHERE.isdisjoint(words)
        and not yearly
        and words.count("as") != 2
        and words[:1] not in (["annually"], ["yearly"])
    )
