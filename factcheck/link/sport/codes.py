"""Scores that are written in two kinds of goal: 2-14 of hurling and Gaelic football, 14.9 (93) of Australian football.

A goal is worth three points in the Gaelic games, six in the Australian one, and what is scored beside it one; so the
sum in brackets, and how far apart two sides are, follow.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from factcheck.article import Article, Sentence
from factcheck.document import Span
from factcheck.link.context.ties import adjacent
from factcheck.link.sport.telling import GAELIC
from factcheck.link.sport.winners import ELSEWHERE, RESULT, TAKEN_UP
from factcheck.model import Relation
from factcheck.numerals import small_number, small_numbers
from factcheck.patterns import Pattern
from factcheck.quantity import Interval, Quantity
from factcheck.records import NamedTuple


class Code(NamedTuple):
    """A way of writing scores: the words of which one must stand in the article, the shape, and what a goal is worth."""

    spoken_of: frozenset[str]
    shape: Pattern
    worth: int


CODES = (
    Code(
        GAELIC,
        Pattern(r"(?<![\d.-])(?P<goals>\d)-(?P<others>\d{1,2})(?![\d.-])(?: \((?P<sum>\d{1,2})\))?"),
        3,
    ),
    Code(
        frozenset({"football", "afl ", " afl", "behinds", "premiership"}),
        Pattern(
            r"(?<![\d.])(?P<goals>\d{1,2})\.(?P<others>\d{1,2}) \((?P<sum>\d{1,3})\)(?! (?:per|percent|metres|million|years))"
        ),
        6,
    ),
)
MARGIN = Pattern(
    lambda: (
        rf"\b(?:won|win|beat|beaten|lost|prevailed|victory|edged|home|{RESULT})\b[^.;:\d]{{0,40}}? by (?:just |only )?(?P<by>an?|{small_numbers(2)})(?: single)? points?\b"
        rf"|\b(?P<of>{small_numbers(2)})-point {RESULT}\b|\bmargin (?:of|was) (?P<was>an?|{small_numbers(2)})(?: single)? points?\b"
    ),
    re.I,
)
"""How far apart two sides were."""

OF_OTHERS = Pattern(r"\b(?:who|whose|while|where|last year|earlier|replay)\b")
"""Between two scores and a margin these lead to another match."""
TWO = 2


class Side(NamedTuple):
    """What a side scored: the points that it comes to, as it stands and where."""

    points: int
    text: str
    span: Span


def in_two_kinds(article: Article) -> Iterator[Relation]:
    """Yield each score with the sum in brackets behind it, and two of one sentence with how far apart they are said to be."""
    if article.verb_last:
        return
    for code in (code for code in CODES if article.may_say(code.spoken_of)):
        summed = [found for found in code.shape.finditer(article.document.text) if found["sum"]]
        right = sum(_points(code, found) == int(found["sum"]) for found in summed)
        for found in summed:
            working = f"{code.worth} × {found['goals']} + {found['others']}"
            implied = Quantity(Interval.exactly(_points(code, found)), "", working, (Span(*found.span("goals")),))
            stated = Quantity(Interval.exactly(int(found["sum"])), "", found["sum"], (Span(*found.span("sum")),))
            if right or code is CODES[0]:
                yield Relation(stated, implied, doubt=None if right > 1 or right * TWO >= len(summed) else UNSHOWN)
        for sentence in article.body:
            here = article.here(sentence)
            told = [_side(code, found) for found in code.shape.finditer(article.document.text, here.start, here.end)]
            if len(told) == TWO and (code is CODES[0] or right):
                yield from _apart(article, sentence, told)


UNSHOWN = "the figures may be no score"


def _points(code: Code, found: re.Match[str]) -> int:
    return code.worth * int(found["goals"]) + int(found["others"])


def _side(code: Code, found: re.Match[str]) -> Side:
    return Side(
        _points(code, found), f"{found['goals']}{found[0][len(found['goals'])]}{found['others']}", Span(*found.span())
    )


def _apart(article: Article, sentence: Sentence, told: list[Side]) -> Iterator[Relation]:
    """Hold how far apart two sides are said to be, in their sentence or the one that goes on with it, to their scores."""
    text, behind = article.document.text, adjacent(article, sentence, 1)
    pieces = [sentence, *([behind] if behind and TAKEN_UP.match(article.words(behind)) else [])]
    margins = []
    for piece in pieces:
        here = article.span(piece.start, piece.end)
        if not ELSEWHERE.search(text, here.start, here.end):
            found = MARGIN.finditer(text, here.start, here.end)
            margins += [
                one
                for one in found
                if not OF_OTHERS.search(text, told[-1].span.end, max(told[-1].span.end, one.start()))
            ]
    if len(margins) == 1:
        name = next(name for name in ("by", "of", "was") if margins[0][name])
        said = margins[0][name]
        points = 1 if said.lower() in ("a", "an") else small_number(said)
        stated = Quantity(Interval.exactly(points), "", said, (Span(*margins[0].span(name)),))
        one, other = told
        working = f"{one.text} is {one.points} points and {other.text} is {other.points}"
        implied = Quantity(Interval.exactly(abs(one.points - other.points)), "", working, (one.span, other.span))
        yield Relation(stated, implied, "{working}, a difference of {implied}, not {stated}.")
