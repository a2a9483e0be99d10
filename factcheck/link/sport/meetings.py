"""Games between two: as Korean tells them, 다섯 번 겨뤄 2승 3패, 이번 승리로 3승 3패; and met 15 times, one in front 8-7."""

from __future__ import annotations

import re
from collections.abc import Iterator

from factcheck.article import Article, Sentence
from factcheck.document import Span
from factcheck.model import Relation
from factcheck.numerals import small_number, small_numbers
from factcheck.patterns import Pattern
from factcheck.quantity import Interval, Quantity
from factcheck.records import NamedTuple

RECORD = Pattern(r"(?P<won>\d+)승 ?(?:(?P<drawn>\d+)무 ?)?(?P<lost>\d+)패")
PLAYED = Pattern(
    r"((?P<many>\d+|두|세|네|다섯|여섯|일곱|여덟|아홉|열) ?(?:번|차례|경기|판))(?:를|을)? ?(?:마친|마쳐|마치고|치른|만나|겨뤄|겨뤘|맞붙어|맞붙|싸워|대결해|치러)[^.\d]{0,16}$"
)
MORE = Pattern(r"(?:이번|이날) (?P<end>승리|패배)로[^.\n]{0,24}$")
NUMBERS = {word: n for n, word in enumerate("두 세 네 다섯 여섯 일곱 여덟 아홉 열".split(), 2)}
MET = Pattern(
    lambda: (
        rf"\b(?:met|faced each other|played each other) (?P<many>{small_numbers(2)}) times\b[^.;\d]{{0,40}}?"
        r"\b(?:in front|ahead|leads?|leading|the record) (?P<score>(?P<one>\d{1,2})[-–](?P<other>\d{1,2}))\b"
    ),
    re.I,
)
"""So often have two met, and so stands it between them: met 15 times, with Radek in front 8-7."""
BEFORE = 60
OTHERS = "some may have been drawn, or the score may be of one game"
REACH = 400
"""So many characters before a record the one that it follows from may stand."""


class Told(NamedTuple):
    """A record and where it stands."""

    won: int
    drawn: int
    lost: int
    span: Span
    text: str


def meetings(article: Article, sentence: Sentence) -> Iterator[Relation]:
    """Hold a record to the games that were played, and to the record before the last game."""
    here = article.here(sentence)
    text = article.document.text
    if not article.verb_last:
        yield from map(_between_two, MET.finditer(text, here.start, here.end))
        return
    for found in RECORD.finditer(text, here.start, here.end):
        told = _told(found)
        before = text[max(here.start, told.span.start - BEFORE) : told.span.start]
        if played := PLAYED.search(before):
            start = told.span.start - len(before) + played.start(1)
            many = NUMBERS.get(played["many"]) or int(played["many"])
            stated = Quantity(Interval.exactly(many), "", played[1], (Span(start, start + len(played[1])),))
            games = told.won + told.drawn + told.lost
            yield Relation(stated, Quantity(Interval.exactly(games), "", told.text, (told.span,)))
        if more := MORE.search(before):
            yield from _after_one_more(article, told, more["end"] == "승리")


def _between_two(said: re.Match[str]) -> Relation:
    """Show that the games won by either side come to those played; some may have been drawn, or be of another day."""
    games = Interval.exactly(int(said["one"]) + int(said["other"]))
    stated = Quantity(Interval.exactly(small_number(said["many"])), "", said["many"], (Span(*said.span("many")),))
    working = f"{said['one']} + {said['other']}"
    return Relation(stated, Quantity(games, "", working, (Span(*said.span("score")),)), doubt=OTHERS)


def _told(found: re.Match[str]) -> Told:
    won, drawn, lost = (int(found[name] or 0) for name in ("won", "drawn", "lost"))
    return Told(won, drawn, lost, Span(*found.span()), found[0])


def _after_one_more(article: Article, now: Told, won: bool) -> Iterator[Relation]:
    """Add the game just played to the record before it."""
    start = max(article.block_at(now.span.start).start, now.span.start - REACH)
    earlier = [_told(found) for found in RECORD.finditer(article.document.text, start, now.span.start)]
    if earlier:
        then = earlier[-1]
        made = _as_text(then.won + won, then.drawn, then.lost + (not won))
        working = f"{then.text}, {'1승' if won else '1패'}"
        yield Relation(
            Quantity.named(_as_text(now.won, now.drawn, now.lost), now.text, now.span),
            Quantity.named(made, working, then.span),
        )


def _as_text(won: int, drawn: int, lost: int) -> str:
    return f"{won}승 {drawn}무 {lost}패" if drawn else f"{won}승 {lost}패"
