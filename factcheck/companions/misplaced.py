"""A right figure in the wrong place: another row or column of the table, another noun, another figure's partner."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache

from factcheck.companions.compare import Comparison
from factcheck.companions.facts import Fact, agree, comparable
from factcheck.companions.sides import mate, mates
from factcheck.companions.telling import NO_HEAD
from factcheck.companions.words import topics

YEAR = re.compile(r"\b(?:19|20)\d\d\b")
WORDS_OF_LENGTH = re.compile(r"\b(\w+)[- ](month|quarter|week|year|day)s?\b")
MOST_CELLS = 40


def should_be(comparison: Comparison, fact: Fact, tied: list[Fact]) -> Fact | None:
    """Return the figure of the source that belongs where the article has another of the source; None if it fits."""
    return (
        _mated(comparison, fact, tied)
        or _column(comparison, fact, tied)
        or _row(comparison, fact, tied)
        or _noun(comparison, fact, tied)
    )


def _mated(comparison: Comparison, fact: Fact, tied: list[Fact]) -> Fact | None:
    """Where the figure that stands with it in the article stands with another in the source."""
    partner = mate(mates(comparison.article, fact.passage), fact)
    if partner is None or not (theirs := comparison.supports[partner.place]):
        return None
    of_partner = [other for one in theirs if (other := _mate_in_source(comparison, one)) and comparable(fact, other)]
    if not of_partner or any(agree(fact, other) for other in of_partner):
        return None
    theirs = [other for one in tied if (other := _mate_in_source(comparison, one)) and comparable(partner, other)]
    if len(theirs) < len(tied) or any(agree(partner, other) for other in theirs):
        return None
    ours, other_way = comparison.slip(fact, of_partner[0]).weight, comparison.slip(partner, theirs[0]).weight
    return of_partner[0] if (ours, -fact.place) >= (other_way, -partner.place) else None


def _mate_in_source(comparison: Comparison, fact: Fact) -> Fact | None:
    return mate(mates(comparison.source, fact.passage), fact)


def _head(comparison: Comparison, cell: Fact) -> str:
    return comparison.source.headers.get(cell.place, NO_HEAD)[1]


@lru_cache(maxsize=1024)
def series(head: str) -> str:
    """Return what a column's head says without its years: two columns with one answer differ in their year alone."""
    return " ".join(YEAR.sub("", head).split()).lower()


def _column(comparison: Comparison, fact: Fact, tied: list[Fact]) -> Fact | None:
    """Where a figure of one column stands beside figures of another, the row being the same."""
    if not tied or any(cell.column < 0 or not series(_head(comparison, cell)) for cell in tied):
        return None
    ours = {series(_head(comparison, cell)) for cell in tied}
    beside = _cells(comparison, [one for one in comparison.article.passages[fact.passage].facts if one is not fact])
    wanted = {series(_head(comparison, cell)) for cell in beside if cell.passage == tied[0].passage}
    if not wanted or ours & wanted or _says_so(comparison, fact, ours):
        return None
    overall = _usual(comparison)
    if not wanted & overall or ours & overall:
        return None
    year = set(YEAR.findall(_head(comparison, tied[0])))
    row = comparison.source.passages[tied[0].passage].facts
    return next(
        (
            cell
            for cell in row
            if comparable(fact, cell) and series(_head(comparison, cell)) in wanted and set(YEAR.findall(_head(comparison, cell))) == year
        ),
        None,
    )


def _cells(comparison: Comparison, facts: list[Fact]) -> list[Fact]:
    """The cells that figures repeat, where each repeats one only."""
    return [found[0] for fact in facts if len(found := comparison.supports[fact.place]) == 1 and found[0].column >= 0]


def _usual(comparison: Comparison) -> set[str]:
    """The series that most figures of the article which repeat a table are of."""
    counted: dict[str, int] = {}
    for cell in _cells(comparison, comparison.article.facts):
        head = series(_head(comparison, cell))
        counted[head] = counted.get(head, 0) + 1
    most = max(counted.values(), default=0)
    return {head for head, count in counted.items() if count == most}


def _says_so(comparison: Comparison, fact: Fact, heads: set[str]) -> bool:
    """Tell whether the sentence names the column: "in the nine months", of a head of "9 months"."""
    text = comparison.article.passages[fact.passage].text.lower()
    spelt = {"3": "three", "6": "six", "9": "nine", "12": "twelve"}
    return any(
        f"{word} {unit}" in text.replace("-", " ") or f"{spelt.get(word, word)} {unit}" in text.replace("-", " ")
        for head in heads for word, unit in WORDS_OF_LENGTH.findall(head)
    )  # fmt: skip


def _row(comparison: Comparison, fact: Fact, tied: list[Fact]) -> Fact | None:
    """Where the words name one row of a table, and the figure stands in the same column of another."""
    if len(tied) != 1 or tied[0].column < 0:
        return None
    cell, words = tied[0], comparison.near(comparison.article, fact)
    said = comparison.article.passages[fact.passage].words
    if not (label := comparison.source.passages[cell.passage].label) or label & said:
        return None
    others = [
        one
        for one in _column_of(comparison, cell)
        if (named := comparison.source.passages[one.passage].label) and named <= words
    ]
    return others[0] if len(others) == 1 else None


def _column_of(comparison: Comparison, cell: Fact) -> Iterator[Fact]:
    """The other figures of a cell's column, of rows not too far away."""
    passages = comparison.source.passages
    for passage in passages[max(0, cell.passage - MOST_CELLS) : cell.passage + MOST_CELLS]:
        yield from (one for one in passage.facts if one.column == cell.column and one is not cell)


def _noun(comparison: Comparison, fact: Fact, tied: list[Fact]) -> Fact | None:
    """Where what is counted is counted with another figure beside, and this figure counts something else."""
    if len(tied) != 1 or tied[0].column >= 0 or fact.sort not in ("count", "share", "money"):
        return None
    own = _kind(fact)
    passage = comparison.source.passages[tied[0].passage]
    if not own or not (theirs := _kind(tied[0])) or own & theirs:
        return None
    others = [one for one in passage.facts if one is not tied[0] and comparable(fact, one) and own & _kind(one)]
    return others[0] if len(others) == 1 else None


def _kind(fact: Fact) -> frozenset[str]:
    return topics(fact.mention.noun) if fact.mention.noun else frozenset()
