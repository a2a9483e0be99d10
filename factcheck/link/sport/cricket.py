"""Cricket: an innings' boundaries with the runs that they made, and the wickets that a side won by with those it lost."""

from __future__ import annotations

import re
from collections.abc import Iterator

from factcheck.article import Article
from factcheck.document import Span
from factcheck.model import Relation
from factcheck.numerals import small_number, small_numbers
from factcheck.patterns import Pattern
from factcheck.quantity import Interval, Quantity

FOUR, SIX, WICKETS = 4, 6, 10
BOUNDARIES = Pattern(
    lambda: (
        rf"\b(?P<fours>{small_numbers(2)}) fours(?:,| and) (?:and )?(?P<sixes>{small_numbers(2)}) six(?:es)?\b"
        rf"[^.;\d]{{0,30}}?\b(?P<made>{small_numbers(3)}) (?:of (?:his|her|its|the|their)\b|(?:runs )?in (?:boundaries|all)\b|runs\b)"
        rf"(?P<rest>[^.;]{{0,60}})"
    ),
    re.I,
)
"""Twelve fours and three sixes, 66 of his 91 coming in boundaries."""
ALL_OF_THEM = Pattern(r"\bboundar|\bwithout (?:running|a run)\b", re.I)
"""With these the runs are those of the fours and sixes, and no others."""

WON = Pattern(
    lambda: (
        rf"\b(?:made|makes|reached|reaches|got to|were|replied with|responded with) (?P<runs>\d{{2,3}}) for (?P<lost>{small_numbers(1)})\b"
        rf"[^.;\d]{{0,60}}?\b(?:won|win|winning) by (?P<by>{small_numbers(2)}) wickets?\b"
    ),
    re.I,
)
"""Kent made 188 for four and won by six wickets."""

MOMENT = Pattern(
    r"\b(?:at (?:lunch|tea|stumps|the close|one (?:point|stage))|when|once|having|before|then|from|recover\w*)\b", re.I
)
"""With these the wickets lost are those of an earlier moment."""


def cricket(article: Article) -> Iterator[Relation]:
    """Yield the boundaries of each innings with what they made, and each win by wickets with those that were lost."""
    text = article.document.text
    for said in BOUNDARIES.finditer(text) if "fours" in text else ():
        fours, sixes = (small_number(said[name]) for name in ("fours", "sixes"))
        working = f"{FOUR} × {fours} + {SIX} × {sixes}"
        implied = Quantity(Interval.exactly(FOUR * fours + SIX * sixes), "", working, _spans(said, "fours", "sixes"))
        if ALL_OF_THEM.search(said[0]):
            yield Relation(_stated(said, "made"), implied)
    for said in WON.finditer(text) if "wicket" in text else ():
        left = WICKETS - small_number(said["lost"])
        implied = Quantity(Interval.exactly(left), "", f"{WICKETS} - {said['lost']}", _spans(said, "lost"))
        earlier = MOMENT.search(said[0])
        yield Relation(
            _stated(said, "by"), implied, doubt="the wickets may be those of an earlier moment" if earlier else None
        )


def _stated(said: re.Match[str], name: str) -> Quantity:
    return Quantity(Interval.exactly(small_number(said[name])), "", said[name], _spans(said, name))


def _spans(said: re.Match[str], *names: str) -> tuple[Span, ...]:
    return tuple(Span(*said.span(name)) for name in names)
