"""Names in a row that a number beside them counts: "three daughters, A, B and C", "A, B and C are the three towns"."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import NamedTuple

from factcheck.article import STOP, Article, Sentence
from factcheck.document import Span
from factcheck.model import Mention
from factcheck.phrase import phrase
from factcheck.series.figures import value
from factcheck.series.items import is_name, items, singular, things, verbless

BEHIND = (
    "{number:count} (of <w>)? (- <w>)? <wN>? <w>? <w>? , (in|at)?",
    "{number:count} ... NAMING ,?",
    "{number:count} <wN>? <w>? <w>? BE",
)
BEFORE = "(,? DETERMINER | BE DETERMINER | all) {number:count}"
JOINT, THEY, SURE = "and|&", "PRONOUN BE", "sure"
PEOPLE = frozenset(
    "person passenger victim student patient suspect resident survivor man woman child children worker officer soldier adult "
    "other teenager tourist member daughter son brother sister sibling grandchild grandchildren grandson granddaughter "
    "stepchildren stepson stepdaughter stepchild nephew niece cousin winner judge candidate nominee finalist founder defendant juror "
    "player goalkeeper defender driver rider senator councillor minister director partner".split()
)
CLOSING = ",.;)—\n·"
TWO = 2
REACH = 150
"""So many places behind a number its names end at the latest."""


class Roll(NamedTuple):
    """A number of things, how many are named beside it and where; `sure` where they can only be those."""

    number: Mention
    size: int
    shown: Span
    sure: bool


def rolls(article: Article, sentence: Sentence, numbers: list[Mention]) -> Iterator[Roll]:
    """Yield each of a sentence's numbers with the names that stand in a row behind it or before it."""
    yield from _taken_up(article, sentence, numbers)
    if not phrase(JOINT).search(article.skeleton, sentence.start, sentence.end):
        return
    for shape in BEHIND:
        for match in phrase(shape).finditer(article.skeleton, sentence.start, sentence.end):
            if (number := article.at[match.start("number")]) in numbers:
                yield from _behind(article, sentence.end, number, match)
    said = phrase(BEFORE).search(article.skeleton, sentence.start, sentence.end)
    if said and (number := article.at[said.start("number")]) in numbers:
        yield from _before(article, sentence, number, said.start())


def _taken_up(article: Article, sentence: Sentence, numbers: list[Mention]) -> Iterator[Roll]:
    """Yield the one number of a sentence with the list of the next, which begins with "They are"."""
    start = sentence.end + 1
    they = phrase(THEY).match(article.skeleton, start) if len(numbers) == 1 else None
    if they and article.word(start) == "they" and numbers[0].noun and not _is_base(article, numbers[0]):
        stop = STOP.search(article.skeleton, they.end(), they.end() + REACH)
        yield from _row(article, stop.start() if stop else start, numbers[0], they.end(), SURE)


def _behind(article: Article, stop: int, number: Mention, match: re.Match[str]) -> Iterator[Roll]:
    first, apposed = match.end(), match[0].endswith(",")
    if apposed and phrase("NAMING").match(article.skeleton, first):
        first += 1 + (article.skeleton[first + 1 : first + 2] == ",")
    manner = SURE if phrase("NAMING").search(match[0]) else "," if apposed else "in" if "," in match[0][-2:] else ""
    yield from _row(article, min(stop, first + REACH), number, first, manner)


def _row(article: Article, stop: int, number: Mention, first: int, manner: str) -> Iterator[Roll]:
    """Yield the names in a row from `first`, which stand behind a number in some manner: ",", "in", SURE or "" for a verb."""
    semicolon = article.skeleton.find(";", first, stop)
    stop = semicolon if semicolon > 0 else stop
    pieces = items(article, first, stop).pieces
    closed = next((n for n in range(1, len(pieces)) if _joined(article, pieces[n])), 0)
    named = pieces[: closed + 1]
    goes_on = any(is_name(article, piece) for piece in pieces[closed + 1 : closed + 2])
    if not closed or goes_on or not _alike(article, named) or not _ends(article, stop, named[-1]):
        return
    people = number.noun in PEOPLE or _compound(article, number) in PEOPLE
    counts = [things(article, piece, people) for piece in named]
    if None in counts:
        return
    size, place = sum(count or 0 for count in counts), article.place(number)
    sentence = article.sentences[number.sentence]
    led = phrase("PREPOSITION").search(article.skeleton, max(sentence.start, place - 2), place) is not None
    known = phrase("DETERMINER").search(article.skeleton, max(sentence.start, place - 1), place) is not None
    names = all(is_name(article, piece) for piece in named)
    if size == TWO and manner == "," and not (people or known) and (led or not names):
        return
    unserried, short = article.skeleton[named[-1][0] - 2] != ",", size < value(number)
    plain = unserried and len(named) > TWO
    more = short and phrase(", and TITLE|<NC>").search(article.skeleton, named[-1][1], stop) is not None
    listed = not short or unserried or len(named) > TWO  # "The four guards, Crosby, and Gilman" may be six men.
    apart = (people and listed) or (known and short and unserried) or (manner == "in" and plain)
    sure = manner == SURE or (names and apart and not more)
    shown = article.span(first, named[-1][1])
    yield Roll(number, size, shown, sure and not (led and manner == "," and not people))


def _is_base(article: Article, number: Mention) -> bool:
    """Tell whether others of a number's things are meant: nine of 11 towns."""
    place = article.place(number)
    return article.word(place - 1) == "of" and place - 2 in article.at


def _compound(article: Article, number: Mention) -> str:
    """Return what a number counts in a compound: "man" of a three-man crew."""
    place = article.place(number) + 1
    return article.word(place + 1) if article.skeleton[place : place + 1] == "-" else ""


def _before(article: Article, sentence: Sentence, number: Mention, stop: int) -> Iterator[Roll]:
    """Yield the names that a sentence begins with: "Elm, Oak and Ash, the three towns that voted no"."""
    named = items(article, sentence.start, stop).pieces
    joined = [n for n, piece in enumerate(named) if _joined(article, piece)]
    if joined == [len(named) - 1] and len(named) > 1 and all(is_name(article, piece) for piece in named):
        sure = len(named) > TWO and not number.hedge and number.noun in PEOPLE
        yield Roll(number, len(named), article.span(sentence.start, named[-1][1]), sure)


def _joined(article: Article, piece: tuple[int, int]) -> bool:
    return phrase(JOINT).match(article.skeleton, piece[0] - 1) is not None


def _ends(article: Article, end: int, piece: tuple[int, int]) -> bool:
    """Tell whether a row of names ends where a piece does: at a mark, with no more to come behind "and"."""
    stop = piece[1]
    if stop >= end:
        return True
    more = phrase(", and").match(article.skeleton, stop) is not None and _named_next(article, stop + 2)
    return article.skeleton[stop] in CLOSING and not more


def _named_next(article: Article, place: int) -> bool:
    return place < len(article.skeleton) and article.skeleton[place] in "NC"


def _counted(article: Article, piece: tuple[int, int]) -> bool:
    """Tell whether a piece is a few of something: the two governments."""
    return (
        article.skeleton[slice(*piece)][1:] in ("Kw", "Kww")
        and phrase("DETERMINER").match(article.skeleton, piece[0]) is not None
    )


def _alike(article: Article, pieces: list[tuple[int, int]]) -> bool:
    """Tell whether every piece is a name, or every piece is of the form "a weather camera"."""
    if all(is_name(article, piece) or _counted(article, piece) for piece in pieces):
        return True
    each = (singular(article, piece) or article.skeleton[piece[0]] == "K" for piece in pieces)
    described = all(each) or all(_known(article, piece) or _counts(article, piece) for piece in pieces)
    return described and all(verbless(article, piece) for piece in pieces)


def _known(article: Article, piece: tuple[int, int]) -> bool:
    return phrase("DETERMINER").match(article.skeleton, piece[0]) is not None


def _counts(article: Article, piece: tuple[int, int]) -> bool:
    return article.skeleton[piece[0]] == "K"
