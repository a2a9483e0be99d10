"""Records told as so many won, drawn and lost, 20승 10무 8패, with the games that they make and the points they are good for."""

from __future__ import annotations

from collections.abc import Iterator
from fractions import Fraction

from factcheck.article import Article, Sentence
from factcheck.model import Mention, Relation
from factcheck.quantity import Interval, Quantity, total
from factcheck.series.figures import counted, is_plain, value

RECORD = ("win", "draw", "defeat")
WIN, DRAW = Fraction(3), Fraction(1)
POINTS = "승점"
UNDECIDED = "some games may not count for the record"
NEAR, BEHIND = 5, 8
"""So many places before a record may stand the games that it is of, and behind it the points."""


def seasons(article: Article, sentence: Sentence) -> Iterator[Relation]:
    """Yield the games and the points of a record that its sentence tells beside it."""
    counts = sentence.of_kind("count") if article.verb_last else []
    for at, won in enumerate(counts):
        parts = [one for one in counts[at : at + len(RECORD)] if one.noun in RECORD]
        if won.noun != "win" or len(parts) < 2 or parts[-1].noun != "defeat" or not _joined(article, parts):
            continue
        games = counts[at - 1] if at else None
        if games and games.noun == "game" and article.place(won) - article.place(games) <= NEAR and is_plain(games):
            made = total([counted(part) for part in parts])
            decided = len(parts) == len(RECORD) or made.interval.low >= value(games)
            yield Relation(counted(games), made, doubt=None if decided else UNDECIDED)
        points = counts[at + len(parts)] if len(counts) > at + len(parts) else None
        if points and len(parts) == len(RECORD) and _are_points(article, parts[-1], points):
            worth = WIN * value(parts[0]) + DRAW * value(parts[1])
            working = f"{WIN} × {parts[0].text} + {parts[1].text}"
            spans = (parts[0].span, parts[1].span)
            yield Relation(counted(points), Quantity(Interval.exactly(worth), "", working, spans))


def _joined(article: Article, parts: list[Mention]) -> bool:
    """Tell whether nothing stands between the parts of a record."""
    places = [article.place(part) for part in parts]
    return places[-1] - places[0] <= 2 * len(parts) and all(map(is_plain, parts))


def _are_points(article: Article, last: Mention, points: Mention) -> bool:
    place = article.place(points)
    named = any(article.word(at).startswith(POINTS) for at in range(place - 2, place))
    return named and place - article.place(last) <= BEHIND and is_plain(points)
