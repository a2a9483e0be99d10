"""Averages of baseball: hits over at-bats in thousandths, and nine times the runs over the innings."""

from __future__ import annotations

from collections.abc import Iterator
from fractions import Fraction

from factcheck.article import Article
from factcheck.link.context.apposition import plain
from factcheck.model import Mention, Relation
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
