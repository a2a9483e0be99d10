"""A score and by how much it was won: "beat Hove 75-64. The 11-point win was its third".

One score and one number that is marked as what it was won, lost or led by.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from operator import attrgetter

from factcheck.article import BIT, Article, Sentence
from factcheck.document import Span
from factcheck.link.context.scores import score
from factcheck.link.context.ties import adjacent
from factcheck.link.series.figures import counted, is_plain
from factcheck.link.sport.added import told_by
from factcheck.link.sport.telling import ASIDE, in_play, is_gaelic
from factcheck.model import Relation
from factcheck.numerals import small_number, small_numbers
from factcheck.patterns import Pattern
from factcheck.quantity import Interval, Quantity

UNIT = r"(?:points?|goals?|runs?)"
RESULT = r"(?:win|victory|triumph|success|defeat|loss|beating|margin)"
BEHIND = Pattern(rf"^(?:[- ]{UNIT})?[ -]{RESULT}\b", re.I)
"""Right behind a number these make it what a match was won by."""

APART_BY = r"(?:§ |(?!in |leads? |difference|average|the (?:second|third|first|fourth))[\w']+ ){0,4}?(?:by|was|is|of)(?: (?:just|only|a mere|all of|by))* $"
LED = Pattern(
    rf"\b(?:w[io]ns?|winning|lost|lose|losing|beat|beaten|beating|defeated|{RESULT}|prevailed),? {APART_BY}|(?<!goal )(?<!points )\b(?:difference|margin),? (?:was |of |being )?$",
    re.I,
)
"""Right before one these do."""

LEADING = Pattern(rf"\b(?:led|leads?|leading) {APART_BY}", re.I)
"""Right before one these make it what a side leads by, in the match or in a table."""
TABLED = "the lead may be in a table, or of another moment"

NAMED = Pattern(
    r"\b(?:won|beat|beats|lost|defeated|win|loss|defeat|victory|winning|losing|led|leads|lead|leading|went down|fell|edged|downed|overcame|toppled|ended|finished)\b",
    re.I,
)
"""What makes a score one of a match."""

ELSEWHERE = Pattern(
    r"\b(?:left|remaining|to go|half-?time|break|half|quarter|overtime|aggregate|leg|series|sets?|games?|from behind|comeback|came back|rall\w+|once|earlier|last|previous\w*|eras\w+"
    r"|averag\w*|season|streak|since|record|straight|consecutive|combined|wickets?|shoot-?out|penalt\w+|would|could|if|run|than|biggest|largest|votes?|votes)\b",
    re.I,
)
"""With these a margin may be of another moment, or of another match."""


BY_NAME = Pattern(
    lambda: (
        r"\b[A-Z][\w'’-]*(?: [A-Z][\w'’-]*)* (?P<one>\d{1,3}), [A-Z][\w'’-]*(?: [A-Z][\w'’-]*)* (?P<other>\d{1,3})\b"
        rf"{ASIDE}[,:;—–-]? (?:an?|the) (?P<by>{small_numbers(2)})[- ]{UNIT} {RESULT}\b"
    )
)
"""A score by its sides: Ely 61, Hove 58, a three-point win."""

TAKEN_UP = Pattern(r"(?:The|That|It|They|Their|Its|An?) (?![A-Z])")
"""A sentence that begins so goes on with the match of the one before it."""

CLAUSE = Pattern(r"\b(?:when|ago|since|after|before)\b", re.I)
"""Between a margin and a score these make the score that of another match."""

TWO = 2


def won_by(article: Article) -> Iterator[Relation]:
    """Yield what each match was won or led by with its score."""
    if article.verb_last or is_gaelic(article):
        return
    for sentence in article.holding("point win", "point victory", "point defeat", "point loss", "goal win", "run win"):
        here = article.here(sentence)
        for said in BY_NAME.finditer(article.document.text, here.start, here.end):
            apart = Interval.exactly(abs(int(said["one"]) - int(said["other"])))
            stating = Quantity(Interval.exactly(small_number(said["by"])), "", said["by"], (Span(*said.span("by")),))
            sides = tuple(Span(*said.span(name)) for name in ("one", "other"))
            implied = Quantity(apart, "", f"{said['one']} - {said['other']}", sides)
            yield Relation(stating, implied, "{working} is a difference of {implied}, not {stated}.")
    for sentence in article.body:
        if sentence.kinds & BIT["S"]:
            for near in (None, adjacent(article, sentence, 1)):
                pieces = [one for one in (sentence, near) if one is not None]
                if found := _read(article, pieces):
                    yield found
                    break


def _read(article: Article, pieces: list[Sentence]) -> Relation | None:
    told = [
        one
        for piece in pieces
        for one in in_play(article, piece.mentions)
        if one.kind not in ("weekday", "date", "relative", "ordinal", "clock", "year", "age")
    ]
    scores = [found for one in told if (found := score(one))]
    others = [one for one in told if one.kind in ("count", "points") and is_plain(one)]
    if len(told) != TWO or len(scores) != 1 or len(others) != 1:
        return None
    if len(pieces) > 1 and not (
        others[0].sentence > scores[0].mention.sentence and TAKEN_UP.match(article.words(pieces[1]))
    ):
        return None
    words = " ".join(map(article.words, pieces))
    won = told_by(article, others[0], LED, BEHIND)
    led = won or told_by(article, others[0], LEADING)
    if not led or ELSEWHERE.search(words) or not NAMED.search(words):
        return None
    first, last = sorted((others[0], scores[0].mention), key=attrgetter("first"))
    if CLAUSE.search(article.document.text, first.span.end, last.span.start):
        return None
    if not (apart := abs(scores[0].left - scores[0].right)):
        return None
    place = scores[0].mention
    implied = Quantity(Interval.exactly(apart), others[0].unit, place.text, (place.span,))
    says = "{working} is a difference of {implied}, not {stated}."
    return Relation(counted(others[0]), implied, says, doubt=None if won else TABLED)
