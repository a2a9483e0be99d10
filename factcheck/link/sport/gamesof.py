"""A record and the games that it is of: a 60-game season, 34-22-4; 18-6, so six defeats in 24 outings.

Where one sentence ties the two, they are held to each other; far apart they may agree, which is shown, and are left
alone where they do not, but for what is of this season and misses the one record of the article by a game.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import pairwise

from factcheck.article import Article
from factcheck.document import Span
from factcheck.model import Relation
from factcheck.numerals import small_number, small_numbers
from factcheck.patterns import Pattern
from factcheck.quantity import Interval, Quantity
from factcheck.records import NamedTuple

GAMES = r"(?:games|matches|outings|starts|fixtures|contests|bouts)"
PAIRED = r"(?<![\d.$£€:-])(?P<won>\d{1,3})-(?P<lost>\d{1,3})(?:-(?P<tied>\d{1,2}))?(?![\d-]|\.\d)"
RECORD = Pattern(PAIRED)
WORDED = Pattern(
    lambda: (
        rf"\b(?P<won>{small_numbers(3)}) (?:league )?(?:wins|victories)(?:,? and |, | against )(?:(?P<tied>{small_numbers(2)}) (?:draws|ties),? and )?(?P<lost>{small_numbers(2)}) (?:defeats|losses)\b"
    )
)
SEASON = Pattern(r"\b(?P<many>\d{1,3})-(?:game|match) (?:[a-z]+ )?(?:season|schedule|campaign|slate)\b")
LENGTH = Pattern(
    lambda: (
        rf"\b(?:through|after|in|over|from|of|the|their|its|all) (?:(?:all|the|their|its) )?(?P<many>{small_numbers(3)}) (?:league |regular-season )?{GAMES}\b"
    )
)
SOME_OF = Pattern(
    lambda: (
        rf"\b(?P<part>{small_numbers(2)}) (?P<kind>defeats|losses|wins|victories) (?:in|from|out of|over) (?:(?:its|their|her|his|the) )?(?P<many>{small_numbers(3)}) {GAMES}\b"
    )
)
OVER = Pattern(r"\b(?:finish\w*|end(?:ed|s)|clos(?:ed|es)|complet\w+|w[oi]u?nd\w* up|went)\b")
"""What tells that a season of so many games has been played out."""

PART = Pattern(
    r"\b(?:left|remain\w*|to play|to go|first|last|previous|next|away|home|road|league|conference|division\w*|since|straight|postseason|playoffs?|play-offs?|pitched|innings?|stopped|halted|cut|shorten\w*|cancell?ed|abandon\w*|curtail\w*|forfeit\w*|for (?:his|her|its|their))\b"
)
"""With these the games, or the record, may be of a part of a season, or of more."""

THIS_SEASON = Pattern(r"\bthis (?:season|year|winter|summer|term|campaign|spring|autumn|fall)\b")
ARRIVED = Pattern(
    r"\b(?:(?:had )?(?:arrived|come in(?:to)?|came in(?:to)?|gone in(?:to)?|went in(?:to)?|beg[ua]n|started|walked in|pulled in|turned up|woke up)\b"
    r"|(?:before|when|until) (?:the|it|tip-off|kick-?off|they))"
)
LEFT = Pattern(
    r"\b(?:left(?: it| the| town| here)?|leave|went (?:to bed|home|off|away)|go home|came (?:out|away)|ended the|finished the|woke (?:up )?on|walked (?:out|off))\b[^.;]{0,24}$"
)
"""Beside the first of two records, and before the second, these put one game between them."""

SERIES = Pattern(
    r"\b(?:series|double-?header|both|games|sweep|swept|weekend|week|trip|two|three|month|town|homestand|stretch|streak)\b"
)
AROUND = 48
LOSSES = frozenset({"defeats", "losses"})
BESIDE = 20
FEWEST, NEAR, MOST = 10, 4, 60
"""So many games at the least has a record; so many apart at the most is a slip; a text of more records is a table of them."""
ELSEWHERE = "the games may be others"


class Played(NamedTuple):
    """Games won, lost and drawn, and where they stand."""

    won: int
    lost: int
    tied: int
    span: Span

    @property
    def games(self) -> int:
        """What they come to together."""
        return self.won + self.lost + self.tied

    @property
    def quantity(self) -> Quantity:
        """The games, with the sum that makes them."""
        parts = " + ".join(str(part) for part in self[: 3 if self.tied else 2])
        return Quantity(Interval.exactly(self.games), "", parts, (self.span,))


def games_of(article: Article) -> Iterator[Relation]:
    """Yield the games of an article with the records that they are, or may be, of."""
    told = list(article.holding("game", "match", "outing", "fixture", "contest", " starts", " bouts", "wins and"))
    text = article.document.text
    records = sorted(_records(text, 0, len(text)), key=lambda one: one.span) if told and not article.verb_last else []
    yield from _one_game(text, records) if not article.verb_last else ()
    for sentence in told if 0 < len(records) <= MOST else ():
        here = article.here(sentence)
        yield from _season(text, here)
        yield from _some_of(text, here, records)
        yield from _as_many(text, here, records)


def _records(text: str, start: int, end: int) -> Iterator[Played]:
    for shape in (RECORD, WORDED):
        for one in shape.finditer(text, start, end):
            won, lost, tied = (small_number(one[name]) if one[name] else 0 for name in ("won", "lost", "tied"))
            if won + lost + tied >= FEWEST:
                yield Played(won, lost, tied, Span(*one.span()))


def _games(said: re.Match[str]) -> Quantity:
    """Return the games that a text says there were."""
    many = said["many"]
    return Quantity(Interval.exactly(small_number(many)), "", many, (Span(*said.span("many")),))


def _season(text: str, here: Span) -> Iterator[Relation]:
    """Hold the one record of a sentence to the length of a season that was played: finished the 60-game season 34-22-4."""
    length = list(SEASON.finditer(text, here.start, here.end))
    played = list(_records(text, here.start, here.end)) if length else []
    over = played and OVER.search(text, here.start, here.end) and not PART.search(text, here.start, here.end)
    if over and len(length) == len(played) == 1:
        many, (record,) = small_number(length[0]["many"]), played
        close = abs(many - record.games) <= NEAR and (record.tied or many < record.games)
        yield Relation(_games(length[0]), record.quantity, doubt=None if close else ELSEWHERE)


def _some_of(text: str, here: Span, records: list[Played]) -> Iterator[Relation]:
    """Hold what was lost, or won, of so many games this season to the one record that it is near to."""
    for said in SOME_OF.finditer(text, here.start, here.end):
        part, many, lost = small_number(said["part"]), small_number(said["many"]), said["kind"] in LOSSES
        near = [
            one for one in records if abs(one.games - many) <= 1 and abs((one.lost if lost else one.won) - part) <= 1
        ]
        sure = THIS_SEASON.search(text, here.start, here.end) and not PART.search(
            text, said.start() - BESIDE, said.end() + BESIDE
        )
        if len({one[:3] for one in near}) == 1:
            yield Relation(_games(said), near[0].quantity, doubt=None if sure else ELSEWHERE)


def _as_many(text: str, here: Span, records: list[Played]) -> Iterator[Relation]:
    """Show that a record of the article comes to so many games."""
    for said in LENGTH.finditer(text, here.start, here.end):
        many = small_number(said["many"])
        if record := next((one for one in records if one.games == many), None):
            yield Relation(_games(said), record.quantity, doubt=ELSEWHERE)


def _one_game(text: str, records: list[Played]) -> Iterator[Relation]:
    """Hold two records with one game between: arrived with 68 wins and 54 losses and left it 69-54."""
    for then, now in pairwise(records):
        between = text[then.span.end : now.span.start]
        if now.span.start - then.span.end > 2 * AROUND or ". " in between or "\n" in between or then.tied or now.tied:
            continue
        before = text[max(0, then.span.start - AROUND) : then.span.start].rpartition(". ")[2]
        came = ARRIVED.search(before) or ARRIVED.search(between[:AROUND])
        more = (now.won - then.won, now.lost - then.lost)
        if (
            came
            and LEFT.search(between)
            and not SERIES.search(before + between)
            and more in ((1, 0), (0, 1), (2, 0), (0, 2), (1, 1))
        ):
            ways = {f"{then.won + 1}-{then.lost}", f"{then.won}-{then.lost + 1}"}
            told = f"{now.won}-{now.lost}"
            yield Relation(
                Quantity.named(told, text[now.span.start : now.span.end], now.span),
                Quantity.one_of(ways, text[then.span.start : then.span.end], then.span),
                "A game after {working} a side is " + " or ".join(sorted(ways)) + ", not {stated}.",
                fix=" or ".join(sorted(ways, reverse=True)),
            )
