"""People told of by what they are and by no name: the retired judge, a 34-year-old electrician, her grandfather, he.

One is taken for another only where the words between speak of nobody else.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from functools import cache, lru_cache, partial

from factcheck.article import Article
from factcheck.link.people.persons import OPENERS, PRONOUNS
from factcheck.link.time.events import words
from factcheck.patterns import Pattern
from factcheck.segment import STOPS, vocabulary

ENDINGS = Pattern(r"\w{2,}(?:er|or|ist|ian|man|woman|ess|ant|ee)")
"""How nouns for people end: singer, founder, pianist, politician, chairman, actress, defendant, employee."""
NOBODY = ""
SUBJECTS, A, THE = frozenset({"he", "she"}), frozenset({"a", "an", "another"}), frozenset({"the", "this"})
MARKS = frozenset({",", "("})
REACH, BACK, MODIFIERS, NEXT = 60, 2, 6, 4
"""So many places before a figure stands the one it tells of, so many sentences before the one that "she" takes up,
so many words stand between an article and its noun, and before so many places a possessive's."""
FAR = 300
"""So far apart at the most stand two mentions of one who is named by a noun."""


def told_of(article: Article, place: int) -> str:
    """Return the noun of the unnamed one that a figure or a verb tells something of, "" for nobody or somebody named."""
    return _known(article)(place)


@lru_cache(maxsize=2)
def _known(article: Article) -> Callable[[int], str]:
    return cache(partial(_told_of, article))


def _told_of(article: Article, place: int) -> str:
    start = _opens(article, place)
    if article.word(start) in THE and place == start + 1 and article.skeleton[place] == "A":
        return _taken_up(article, start, "")
    if article.skeleton[place] == "A" and (noun := _described(article, place)):
        return noun
    if article.word(place - 1) == "were" or _of_a_stranger(article, place):
        return NOBODY
    people = list(_people(article, start, _from(article, start, place)))
    if not people:
        return _behind(article, start, place)
    return people[0] if people[0] not in SUBJECTS else _meant(article, start, place, people)


def one_unnamed(article: Article, place: int, other: int) -> bool:
    """Tell whether two places tell of one and the same person whom no name is given for."""
    first, last = sorted((place, other))
    noun = told_of(article, first) if last - first <= FAR else NOBODY
    if not noun or noun != told_of(article, last):
        return False
    between = article.skeleton[first:last]
    return not any(stop in between for stop in STOPS) or not _another(article, noun, first, last)


def _of_a_stranger(article: Article, place: int) -> bool:
    """Tell whether the noun that a verb stands behind is none that is known for a person's: "a pal born", "the pal was"."""
    noun = place - 1
    while article.skeleton[noun] in _be():
        noun -= 1
    if article.word(place) == "born" and noun == place - 1 and article.word(noun) in MARKS:
        noun -= 1
    elif article.word(place) != "born" and noun == place - 1:
        return False
    if article.skeleton[noun] != "w" or is_person(article, noun):
        return False
    return article.skeleton[_article_of(article, noun) - 1] not in vocabulary()[1]["PREPOSITION"]


def _meant(article: Article, start: int, place: int, people: list[str]) -> str:
    """Return the one whom "he" or "she" stands for: the only one that the sentence names before, or the one before it."""
    nouns = set(people) - SUBJECTS
    if _owned(article, start, place, people[0]):
        return NOBODY
    return _taken_up(article, start, people[0]) if not nouns else nouns.pop() if len(nouns) == 1 else NOBODY


def _opens(article: Article, place: int) -> int:
    """Return where the sentence of a place begins, or what of it is looked at."""
    low = max(0, place - REACH)
    return max(low, 1 + max(article.skeleton.rfind(stop, low, place) for stop in STOPS))


def _owned(article: Article, start: int, end: int, pronoun: str) -> bool:
    """Tell whether somebody is named as his or hers for whom a pronoun may stand: "her mother died when she was 12"."""
    return any(
        PRONOUNS.get(word) == pronoun and word != pronoun and any(is_person(article, at + n) for n in range(1, NEXT))
        for at in range(start, end)
        if (word := article.word(at)) in PRONOUNS
    )


def is_person(article: Article, place: int) -> bool:
    """Tell whether a word is a noun for one person."""
    return article.skeleton[place : place + 1] in _nouns() and person_noun(article.word(place))


@cache
def person_noun(word: str) -> bool:
    """Tell whether a noun in the singular is one for a person."""
    return word in words("nouns", "people") or (bool(ENDINGS.fullmatch(word)) and word not in words("things", "people"))


@cache
def _nouns() -> frozenset[str]:
    return frozenset("w" + vocabulary()[1]["TITLE"])


@cache
def _modifiers() -> frozenset[str]:
    return _nouns() | frozenset("NCA-")


@cache
def _before_apposition() -> frozenset[str]:
    return MARKS | frozenset(vocabulary()[1]["BE"])


@cache
def _be() -> frozenset[str]:
    return frozenset(vocabulary()[1]["BE"] + vocabulary()[1]["HAVE"])


def _another(article: Article, noun: str, first: int, last: int) -> bool:
    """Tell whether the words between two places bring in one more of a kind, or several: another driver, the drivers."""
    start, end = (article.tokens.starts[article.token(at)] for at in (first + 1, last))
    return _one_more(noun).search(article.document.text, start, end) is not None


@lru_cache(maxsize=64)
def _one_more(noun: str) -> re.Pattern[str]:
    return re.compile(rf"(?i)\b(?:an?|another) (?:[\w-]+ ){{0,3}}{noun}\b|\b{noun}e?s\b")


def _article_of(article: Article, noun: int) -> int:
    """Return where the article or possessive of a noun stands, or the first place of a run of words without one."""
    at = noun - 1
    while at > 0 and noun - at <= MODIFIERS and article.skeleton[at] in _modifiers():
        at -= 1
    return at


def _from(article: Article, start: int, place: int) -> int:
    """Return where the search for the one told of begins: before a verb, an aside between it and its subject passed over."""
    at, finite = place - 1, False
    while at > start and article.skeleton[at] in _be():
        at, finite = at - 1, True
    if finite and article.word(at) in MARKS | {")"}:
        return max(article.skeleton.rfind(",", start, at), article.skeleton.rfind("(", start, at), start)
    return at + 1


def _people(article: Article, start: int, end: int) -> Iterator[str]:
    """Yield the people of a stretch, the nearest first: nouns, "he" and "she", "" for a name.

    What stands in apposition is passed over: "the victim, an electrician, was", and what one is: "she is the best player".
    """
    at = end - 1
    while at >= start:
        word, letter = article.word(at), article.skeleton[at]
        if word in SUBJECTS:
            yield word
        elif letter == "N":
            while at > start and article.skeleton[at - 1] in "NC·":
                at -= 1
            opener = at == start and article.word(at).endswith(OPENERS)
            if article.skeleton[at - 1] not in vocabulary()[1]["PREPOSITION"] and not opener:
                yield NOBODY
        elif is_person(article, at):
            opens = _article_of(article, at)
            apposed = article.word(opens) in A | THE and article.skeleton[opens - 1] in _before_apposition()
            of_another = article.word(opens - 1) == "of" and is_person(article, opens - 2)
            yield from (list(_people(article, start, opens - 1)) if apposed else ()) or (
                NOBODY if of_another else word,
            )
            if apposed:
                return
        at -= 1


def _described(article: Article, place: int) -> str:
    """Return the noun that "a 34-year-old" stands before, unless it is in apposition to another."""
    at = place + 1
    while at <= place + MODIFIERS and article.skeleton[at : at + 1] in _nouns() and not is_person(article, at):
        at += 1
    apposed = article.word(place - 2) in MARKS
    return article.word(at) if is_person(article, at) and article.word(place - 1) in A and not apposed else NOBODY


def _behind(article: Article, start: int, place: int) -> str:
    """Return the one that a sentence names behind what it opens with: "At 51, he is", "Born in 1948, the senator was"."""
    comma = article.skeleton.find(",", place, place + REACH)
    if comma < 0 or any(stop in article.skeleton[place:comma] for stop in STOPS):
        return NOBODY
    if article.word(comma + 1) in SUBJECTS:
        return _taken_up(article, start, article.word(comma + 1))
    at = comma + 2
    while at <= comma + MODIFIERS and article.skeleton[at : at + 1] in _nouns() and not is_person(article, at):
        at += 1
    known = article.skeleton[comma + 1 : comma + 2] in frozenset(vocabulary()[1]["DETERMINER"]) and is_person(
        article, at
    )
    return article.word(at) if known else NOBODY


def _taken_up(article: Article, start: int, pronoun: str) -> str:
    """Return the one person that the sentences before speak of and that a pronoun or "the 45-year-old" can stand for."""
    for _ in range(BACK):
        if start < 2:
            return NOBODY
        end, start = start - 1, _opens(article, start - 1)
        people = set(_people(article, start, end))
        found = people - SUBJECTS
        if _owned(article, start, end, pronoun):
            return NOBODY
        if found or (pronoun and people - {pronoun}):
            return found.pop() if len(found) == 1 else NOBODY
    return NOBODY
