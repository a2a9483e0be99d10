"""Averages of bat and ball: hits over at-bats in thousandths, nine times the runs over the innings, runs off a hundred balls."""

from __future__ import annotations

import re
from collections.abc import Iterator
from fractions import Fraction
from itertools import pairwise

from factcheck import shown
from factcheck.article import Article, Sentence
from factcheck.link.context.apposition import plain
from factcheck.link.context.ties import adjacent
from factcheck.model import Mention, Relation
from factcheck.patterns import Pattern
from factcheck.quantity import Interval, Quantity


def batting(article: Article) -> Iterator[Relation]:
    """Yield batting averages beside their hits and at-bats: .319, 22 hits in 69 at-bats."""
    for said in article.match("{hits:count} <w>? (in|of) {tries:count} at"):
        averages = [
            figure for figure in said.sentence.mentions if figure.text.startswith(".") and len(figure.text) == 4
        ]
        if said.hits.noun == "hit" and averages:
            exact = exactly(said.hits) / exactly(said.tries)
            fitting = [figure for figure in averages if plain(figure).interval.meets(exact.interval)]
            before = [figure for figure in averages if figure.first < said.hits.first]
            yield _thousandths((fitting or before[-1:] or averages)[0], exact)


def exactly(figure: Mention) -> Quantity:
    """Return a count as exactly what it says."""
    return plain(figure).changed(value=Interval.exactly(figure.number.middle if figure.number else 0))


def _thousandths(stated: Mention, exact: Quantity) -> Relation:
    gives = f"{float(exact.interval.middle):.3f}".lstrip("0")
    return Relation(
        plain(stated),
        exact,
        says=f"{exact.working} is {gives}, not {stated.text}.",
        fix=f"“{gives}” for “{stated.text}”",
        instead=gives,
        working=f"{exact.working} = {gives}; the text says {stated.text}",
    )


def earned(article: Article) -> Iterator[Relation]:
    """Yield earned-run averages, nine times the runs over the innings, that some pitcher of the text has."""
    for said in article.match("{runs:count} <w>? SHARP in {innings:count} <w>"):
        if article.word(said.match.end() - 1) == "innings":
            value = exactly(said.runs) / exactly(said.innings) * Quantity.constant(9)
            for figure in article.mentions:
                if figure.kind == "count" and figure.number and figure.number.half == Fraction(1, 200):
                    yield Relation(plain(figure), value, doubt="the average may be another pitcher's")


OFF = Pattern(r"(?: runs?)?(?: not out)?,?(?: came| coming)? (?:off|from)(?: just| only)? ", re.I)
RATED = Pattern(r"\bstrike[- ]rate (?:of|was|is) (?:about |just over |just under |nearly |almost )?$", re.I)
OF_IT = Pattern(r"(?: and|,? but|,? which|,? with|,? as)\b|[.,;:)—]|$")
"""Behind a strike rate these leave it one of the runs just told, and no season's."""

LOOK = 40


def strike_rates(article: Article) -> Iterator[Relation]:
    """Yield the runs off a hundred balls beside those off as many as were faced: 84 off 56 balls, a strike rate of 150."""
    for sentence in article.holding("strike rate", "strike-rate"):
        rates = [one for one in sentence.of_kind("count") if _is_rated(article, one)]
        near = adjacent(article, sentence, -1)
        pairs = _faced(article, sentence) or (_faced(article, near) if near else [])
        if len(rates) == len(pairs) == 1:
            runs, balls = pairs[0]
            exact = exactly(runs) / exactly(balls) * Quantity.constant(100)
            gives = shown.number(round(exact.interval.middle, 1))
            yield Relation(
                plain(rates[0]).as_unit(""),
                exact.as_unit(""),
                says=f"{runs.text} off {balls.text} balls is a strike rate of {gives}, not {rates[0].text}.",
                working=f"{exact.working} = {gives}; the text says {rates[0].text}",
            )


def _is_rated(article: Article, one: Mention) -> bool:
    before, behind = article.around(one, LOOK)
    return RATED.search(before) is not None and OF_IT.match(behind) is not None


def _faced(article: Article, sentence: Sentence) -> list[tuple[Mention, Mention]]:
    """Return the runs and the balls that they came off."""
    text = article.document.text
    return [
        (runs, balls)
        for runs, balls in pairwise(sentence.of_kind("count"))
        if balls.noun in ("ball", "delivery") and OFF.fullmatch(text, runs.span.end, balls.span.start)
    ]
