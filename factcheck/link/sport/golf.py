"""A golfer's card: the rounds that make its total, and how far it is from par."""

from __future__ import annotations

from collections.abc import Iterator
from functools import lru_cache

from factcheck.article import Article
from factcheck.document import Span
from factcheck.link.sport.telling import ASIDE
from factcheck.model import Relation
from factcheck.numerals import small_number, small_numbers
from factcheck.patterns import Pattern
from factcheck.quantity import Interval, Quantity

SPOKEN_OF = frozenset({" par ", " par,", " par.", " par-", "-par", "golf", " under for", "-under", "birdie", "bogey"})
ROUND = r"(?:5[89]|[678]\d)"
LINE = Pattern(
    rf"(?<![\d-])(?P<rounds>{ROUND}(?:-{ROUND}){{1,3}}) ?(?:—|–|=) ?(?P<sum>[1-3]\d\d)\b"
    rf"|\b(?P<total>[1-3]\d\d) \((?P<behind>{ROUND}(?:-{ROUND}){{1,3}})\)"
)
"""A line of a scoreboard: 71-66-70-68—275, 275 (71-66-70-68)."""

CARD = r"(?P<{0}score>1[34]\d|20\d|21\d|2[5-9]\d|6\d|7\d)"
TO_PAR = Pattern(
    lambda: (
        rf"\b{CARD.format('')}{ASIDE},? (?:for |at )?(?P<apart>{small_numbers(2)})(?:-| )(?P<side>over|under)(?:[- ]par\b|(?= (?:for|after|over|to|and|but|at|on|with)\b|[,.;:)\n]))"
        r"(?: (?:for|after|over) (?:the |his |her )?(?P<rounds>two|three|four) rounds)?"
        rf"|\b(?P<by>{small_numbers(2)})[- ](?P<way>over|under)(?:[- ]par)?(?: (?:round|total|aggregate|card|score))?(?: of|,)? {CARD.format('its')}\b"
    )
)
OF_ALL_ROUNDS = Pattern(r"[- ](?:total|aggregate|tally|winning total)\b")
ANY_CARD = Pattern(rf"\b{CARD.format('')}\b")
PAR = Pattern(
    r"(?<!under[- ])(?<!over[- ])\b[Pp]ar(?: at (?:[A-Z]\w+ ?){1,3})?(?: is| of| was|[- ])? ?(?P<par>6[89]|7[0-4])\b|\b(?P<is>6[89]|7[0-4]) (?:is|was) par\b"
)
NEAR = 20
"""A total that misses its rounds by more strokes is of something else."""
ONE_ROUND = 100
"""A card of so many strokes is of more rounds than one."""


def cards(article: Article) -> Iterator[Relation]:
    """Hold each card of an article to its rounds and to par: 71-66-70-68—275, with a par of 72 it is 13 under."""
    if article.may_say(SPOKEN_OF):
        yield from _lines(article)
        yield from _to_par(article)


def _lines(article: Article) -> Iterator[Relation]:
    for line in LINE.finditer(article.document.text):
        names = ("rounds", "sum") if line["rounds"] else ("behind", "total")
        rounds, whole = (line[name] for name in names)
        said, made = int(whole), sum(map(int, rounds.split("-")))
        if abs(said - made) <= NEAR or sorted(whole) == sorted(str(made)):
            stated = Quantity(Interval.exactly(said), "", whole, (Span(*line.span(names[1])),))
            yield Relation(stated, Quantity(Interval.exactly(made), "", rounds, (Span(*line.span(names[0])),)))


@lru_cache(maxsize=2)
def _pars(article: Article) -> tuple[tuple[int, Span], ...]:
    """Return every par that an article names for a round."""
    found = ((one, "par" if one["par"] else "is") for one in PAR.finditer(article.document.text))
    return tuple((int(one[name]), Span(*one.span(name))) for one, name in found)


def _follows_a_card(article: Article, start: int, pars: tuple[tuple[int, Span], ...]) -> bool:
    """Tell whether another card stands before one in its sentence: on 277 after a closing 66, seven under for the week."""
    text = article.document.text
    begins = max(text.rfind(mark, 0, start) for mark in (". ", "\n", "; "))
    known = {span.start for _, span in pars}
    return any(card.start() not in known for card in ANY_CARD.finditer(text, begins + 1, start))


def _to_par(article: Article) -> Iterator[Relation]:
    """Hold a card to par: that of its sentence, or the one that the article names; 73, two over; a 12-under 276."""
    pars = _pars(article)
    for said in TO_PAR.finditer(article.document.text) if pars else ():
        names = ("score", "apart", "side") if said["score"] else ("itsscore", "by", "way")
        score, apart, side = (said[name] for name in names)
        if said["score"] and OF_ALL_ROUNDS.match(article.document.text, said.end()):
            continue  # A 69 for a 14-under-par total of 274.
        near = [
            one
            for one in pars
            if "\n" not in article.document.text[min(one[1].end, said.start()) : max(one[1].start, said.end())]
        ]
        known = {par for par, _ in near} or {par for par, _ in pars}
        if len(known) != 1:
            continue
        par, at = next(one for one in (near or pars))
        rounds = small_number(said["rounds"]) if said["rounds"] else max(1, round(int(score) / par))
        over = (int(score) - rounds * par) * (1 if side.lower() == "over" else -1)
        stated = Quantity(Interval.exactly(small_number(apart)), "", apart, (Span(*said.span(names[1])),))
        working = f"{score} against a par of {par}" if rounds == 1 else f"{score} against a par of {rounds} × {par}"
        sure = said["rounds"] or int(score) < ONE_ROUND or abs(over - small_number(apart)) <= NEAR // 2
        sure = sure and not _follows_a_card(article, said.start(names[0]), pars)
        yield Relation(
            stated,
            Quantity(Interval.exactly(over), "", working, (Span(*said.span(names[0])), at)),
            doubt=None if sure and (near or "par" in said[0] or "-" in said[0]) else "another par may be meant",
        )
