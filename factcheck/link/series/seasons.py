"""Records told as so many won, drawn and lost, 20승 10무 8패, with the games that they make and the points they are good for."""

from __future__ import annotations

from collections.abc import Iterator
from fractions import Fraction

from factcheck.article import Article, Sentence
from factcheck.link.series.figures import counted, halves, is_plain, value
from factcheck.model import Mention, Relation
from factcheck.patterns import Pattern
from factcheck.quantity import Interval, Quantity, total

RECORD = ("win", "draw", "defeat")
WINS, DRAW = (Fraction(3), Fraction(2)), Fraction(1)
"""What a win is worth in most sports, and in some, as in handball."""

POINTS = "승점"
UNDECIDED = "some games may not count for the record"
LED = Pattern(r"(?:점)?\(")
WON, REACH = Pattern(r"승률"), 24
FIRST, SECOND = Pattern(r"전반[^,]{0,12}$"), Pattern(r"후반[^,]{0,12}$")
LET_IN = Pattern(r"내주|내준|내줬|허용|실점|뒤진|자책")
"""With one of these a goal is the other side's."""

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
        yield from _won_of(article, counts, parts)
        ahead = counts[at - 1] if at else None
        if (
            ahead
            and len(parts) == len(RECORD)
            and LED.fullmatch(article.document.text[ahead.span.end : won.span.start])
        ):
            if article.document.text.endswith("승점 ", 0, ahead.span.start):
                yield _worth(ahead, parts)
        points = counts[at + len(parts)] if len(counts) > at + len(parts) else None
        if points and len(parts) == len(RECORD) and _are_points(article, parts[-1], points):
            yield _worth(points, parts)


def _worth(points: Mention, parts: list[Mention]) -> Relation:
    of_each = [(win, win * value(parts[0]) + DRAW * value(parts[1])) for win in WINS]
    win, worth = next((each for each in of_each if each[1] == value(points)), of_each[0])
    working = f"{win} × {parts[0].text} + {parts[1].text}"
    implied = Quantity(Interval.exactly(worth), "", working, (parts[0].span, parts[1].span))
    return Relation(counted(points), implied)


def _won_of(article: Article, counts: list[Mention], parts: list[Mention]) -> Iterator[Relation]:
    """Yield the share of its decided games that a record has won: 36승 24패, 승률 0.600."""
    text, behind = article.document.text, parts[-1].span.end
    rate = next((one for one in counts if 0 < one.span.start - behind <= REACH and one.size < 1), None)
    if rate is not None and WON.search(text[behind : rate.span.start]) and rate.number:
        exact = value(parts[0]) / (value(parts[0]) + value(parts[-1]))
        working = f"{parts[0].text} / ({parts[0].text} + {parts[-1].text})"
        implied = Quantity(Interval.exactly(exact), "", working, (parts[0].span, parts[-1].span))
        yield Relation(rate.quantity.changed(value=rate.number.interval), implied)


def by_halves(article: Article, sentence: Sentence) -> Iterator[Relation]:
    """Yield the goals of the two halves against the score of the one side that has them: 전반 한 골, 후반 두 골, 3-1."""
    goals = [one for one in sentence.of_kind("count") if one.noun in ("goal", "point")] if article.verb_last else []
    scores = sentence.of_kind("pair") if len(goals) == 2 else []
    if len(scores) != 1 or scores[0].unit or not all(map(is_plain, goals)) or not goals[1].first < scores[0].first:
        return
    text = article.document.text
    opened = article.here(sentence).start
    edges = (opened, goals[0].span.end, goals[1].span.end)
    first, second, behind = (
        text[start:stop]
        for start, stop in zip(edges, (goals[0].span.start, goals[1].span.start, scores[0].span.start), strict=True)
    )
    if FIRST.search(first) and SECOND.search(second) and not LET_IN.search(first + second + behind):
        left, right = halves(article, scores[0])
        side = left if left.interval.low >= right.interval.low else right
        yield Relation(side, total([counted(one) for one in goals]))


def _joined(article: Article, parts: list[Mention]) -> bool:
    """Tell whether nothing stands between the parts of a record."""
    places = [article.place(part) for part in parts]
    return places[-1] - places[0] <= 2 * len(parts) and all(map(is_plain, parts))


def _are_points(article: Article, last: Mention, points: Mention) -> bool:
    place = article.place(points)
    named = any(article.word(at).startswith(POINTS) for at in range(place - 2, place))
    return named and place - article.place(last) <= BEHIND and is_plain(points)
