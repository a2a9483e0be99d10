"""Ranks and superlatives that an article takes from a table."""

from __future__ import annotations

import re
from collections.abc import Iterator
from fractions import Fraction

from factcheck.article import Article
from factcheck.datatable.asked import LOOSE, UNDATED, Answer, as_shown, where
from factcheck.datatable.names import word_at, words
from factcheck.datatable.reading import Passage, Told, kinds, root_of, same
from factcheck.datatable.table import DataTable, Frame, Label, literal
from factcheck.document import Span
from factcheck.model import Mention, verbatim
from factcheck.numerals import ORDINALS
from factcheck.quantity import Interval, Quantity
from factcheck.records import NamedTuple
from factcheck.regexes import compiled

RANK = "{row} is given as {stated}; by the data it ranks {right} ({place})."
SCOPED = "the words compare with only some of the rows of the data"
MOST = "가장"
NARROWING = frozenset("in among of across within".split())
COUNTED = compiled(r"\d+(?:st|nd|rd|th)?|[a-z]+", re.IGNORECASE)
SCOPE_REACH = 4
TOPIC_REACH = 8
NOT_RANKS = {("most", "of"), ("at", "most"), ("at", "least"), ("top", "of")}


class Ranked(NamedTuple):
    """A rank or a superlative: `top` is 1 for the largest, -1 for the smallest, 0 where the words do not say.

    `topic` is the place of the word that says of what, -1 where that is what the sentence is about.
    """

    place: int
    span: Span
    text: str
    rank: int
    top: int
    topic: int


def ranks(article: Article, table: DataTable, passage: Passage) -> Iterator[Ranked]:
    """Yield each rank of a sentence: "third-largest", "the most", "ranked second", 3위, 세 번째로 많았다, 가장 많다."""
    taken: set[int] = set()
    for place in range(passage.start, passage.end):
        if (sign := _sign(article, place)) and (found := _superlative(article, table, passage, place, sign)):
            taken.add(found.place)
            yield found
    for mention in passage.mentions:
        place = article.place(mention)
        if mention.kind == "ordinal" and place not in taken and _placed(article, passage, place, mention):
            yield Ranked(place, mention.span, mention.text, _rank(mention), 0, -1)


def _sign(article: Article, place: int) -> int:
    word = word_at(article, place) if article.language == "en" else _raw(article, place)
    pair = (word_at(article, place - 1), word) if place else ("", word)
    if pair in NOT_RANKS or (word, word_at(article, place + 1)) in NOT_RANKS:
        return 0
    return 1 if word in words("high") else -1 if word in words("low") else 0


def _superlative(article: Article, table: DataTable, passage: Passage, place: int, sign: int) -> Ranked | None:
    before = article.at.get(place - 1) or (article.at.get(place - 2) if article.skeleton[place - 1] == "-" else None)
    ordinal = before if before and before.kind == "ordinal" else None
    if article.verb_last and ordinal is None and not _alone(article, place):
        return None
    topic = -1 if article.verb_last else _topic(article, table, passage, place)
    if topic is None:
        return None
    at = article.place(ordinal) if ordinal else place - (_raw(article, place - 1) == MOST)
    span = article.span(at, place + 1)
    return Ranked(at, span, article.text(span), _rank(ordinal) if ordinal else 1, sign, topic)


def _alone(article: Article, place: int) -> bool:
    """Tell whether a Korean word makes a superlative: by itself, or with 가장 before it."""
    return _raw(article, place) in words("alone") or _raw(article, place - 1) == MOST


def _raw(article: Article, place: int) -> str:
    return article.tokens.word(article.token(place)) if place >= 0 else ""


def _topic(article: Article, table: DataTable, passage: Passage, place: int) -> int | None:
    """Return the place of what a superlative is of, -1 for what the sentence is about; None where it is of other things.

    "The third-largest exporter" is of exports, "the third-largest district by exports" too; "the third-largest city"
    is of something that the table may not have.
    """
    behind = place + 1
    if article.skeleton[behind : behind + 1] not in ("w", "N", "C", "-") and not _is_measure(
        article, behind, table.words
    ):
        return -1
    if _is_measure(article, behind, table.words):
        return behind
    further = range(behind, min(passage.end, behind + SCOPE_REACH))
    by = next((at for at in further if word_at(article, at) in ("by", "for", "in")), None)
    if by is None or not any(same(kind, root_of(article, behind)) for kind in kinds(table)):
        return None
    return next((at for at in range(by, min(passage.end, by + 3)) if _is_measure(article, at, table.words)), None)


def _is_measure(article: Article, place: int, measures: frozenset[str]) -> bool:
    root = root_of(article, place) if place < len(article.skeleton) else ""
    return bool(root) and any(same(word, root) for word in measures)


def _placed(article: Article, passage: Passage, place: int, mention: Mention) -> bool:
    before = {word_at(article, at) for at in range(passage.start, place)}
    behind = article.skeleton[place + 1 : place + 2]
    return mention.text.endswith("위") or (behind not in ("w", "N", "-") and bool(before & words("place")))


def _rank(mention: Mention) -> int:
    return int(mention.number.middle) if mention.number else 0


def rank_answer(
    article: Article, table: DataTable, told: Told, ranked: Ranked, frame: Frame, label: Label, dated: bool
) -> Answer | None:
    """Return where a row really stands; exact, rows of one value sharing a rank."""
    cell, count = table.cell(frame, label), table.sum(frame).rows
    if cell is None or not 0 < ranked.rank <= count or count < 2:
        return None
    first, last = _standing(table, frame, literal(cell.value), ranked.top)
    if not ranked.top and not first <= ranked.rank <= last:
        low = _standing(table, frame, literal(cell.value), -1)
        first, last = low if low[0] <= ranked.rank <= low[1] else (first, last)
    other = table.ranked(frame, ranked.rank, ranked.top >= 0)
    right = f"{ordinal(first)} of {count:,}" + (" from below" if ranked.top < 0 else "")
    place = f"{where(table, frame.measure, cell)}: {as_shown(cell)}"
    doubt = (
        SCOPED
        if _scoped(article, table, told.passage, ranked)
        else None
        if told.named and _tied(told, ranked)
        else LOOSE
    )
    says = RANK.replace("{row}", verbatim(label.text)).replace("{right}", right).replace("{place}", verbatim(place))
    holds = first <= ranked.rank <= last
    working = f"{place}, {right}" + (
        "" if holds or not other else f"; {ordinal(ranked.rank)} is {other.label}: {as_shown(other)}"
    )
    return Answer(
        ranked.span,
        Quantity(Interval.exactly(ranked.rank), "", ranked.text),
        Quantity(Interval(Fraction(first), Fraction(last)), "", right),
        (cell,) if holds or not other or other == cell else (cell, other),
        says,
        working,
        doubt or (None if dated else UNDATED),
        _fix(ranked, first, other.label if other else "", label.text),
    )


def _tied(told: Told, ranked: Ranked) -> bool:
    """Tell whether the sentence says close to a rank of what it is."""
    return ranked.topic >= 0 or any(at >= 0 and abs(at - ranked.place) <= TOPIC_REACH for at, _ in told.measures)


def _standing(table: DataTable, frame: Frame, value: str, top: int) -> tuple[int, int]:
    ahead, level = (">", ">=") if top >= 0 else ("<", "<=")
    return table.count(frame, f"{ahead} {value}") + 1, table.count(frame, f"{level} {value}")


def _fix(ranked: Ranked, first: int, other: str, row: str) -> str:
    number = COUNTED.match(ranked.text)
    if (number and number[0].lower() in ORDINALS) or ranked.text[:1].isdigit():
        right = COUNTED.sub(str(first) if "위" in ranked.text else ordinal(first), ranked.text, count=1)
        return right.removeprefix("first-")
    if "번째" in ranked.text:
        return f"{first}번째{ranked.text.partition('번째')[2]}"
    return f"“{other}” for “{row}”" if other else ordinal(first)


def ordinal(number: int) -> str:
    """Return a rank as it is written: "third", 21st."""
    names = {rank: name for name, rank in ORDINALS.items() if rank <= 10}
    tail = "th" if number % 100 in (11, 12, 13) else {1: "st", 2: "nd", 3: "rd"}.get(number % 10, "th")
    return names.get(number) or f"{number}{tail}"


def _scoped(article: Article, table: DataTable, passage: Passage, ranked: Ranked) -> bool:
    """Tell whether a rank is one among some of the rows only: "the largest in the south", "outside Seoul"."""
    inside = range(ranked.place, passage.end)
    if any(
        word_at(article, at) in words("scope") or word_at(article, at) == "since"
        for at in range(passage.start, passage.end)
        if at not in article.at
    ):
        return True
    for at in inside:
        if article.skeleton[at] in ",;":
            return False
        if word_at(article, at) in NARROWING and not _is_all(
            article, table, range(at + 1, min(passage.end, at + SCOPE_REACH))
        ):
            return True
    return False


def _is_all(article: Article, table: DataTable, places: range) -> bool:
    """Tell whether the words behind "in" or "among" leave no row out: a year, the country, the 25 districts, exports."""
    known = table.words | kinds(table)
    for at in places:
        if at in article.at or word_at(article, at) in ("country", "nation", "list", "table", "data", "all"):
            return True
        if (root := root_of(article, at)) and article.skeleton[at] in "wN":
            return any(same(word, root) for word in known)
    return True
