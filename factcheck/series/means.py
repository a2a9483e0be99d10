"""Means: of a list that stands beside them, and of so few things counted that not every decimal is possible."""

from __future__ import annotations

from collections.abc import Iterator
from fractions import Fraction
from itertools import pairwise, takewhile
from math import ceil, floor
from typing import NamedTuple

from factcheck.article import BIT, Article, Sentence
from factcheck.model import Mention
from factcheck.phrase import phrase
from factcheck.quantity import Interval, Quantity
from factcheck.series.figures import value
from factcheck.series.runs import gap, linked

LISTED = "MEAN ... {mean:count|age|measure|money} ... <:(—> ABOUT? {first:count|age|measure|money} <w>? <,>"
EACH = frozenset({"times", "each", "apiece"})
FEWEST = 3
SMALLEST = 5


class Mean(NamedTuple):
    """A mean as said and as it follows; `could` names the means that so many whole numbers can have, "" for a list's."""

    stated: Quantity
    implied: Quantity
    could: str = ""


def means(article: Article) -> Iterator[Mean]:
    """Yield every mean of a list, and every mean of how often a few people did something."""
    for said in article.match(LISTED):
        run = _run(article, said.sentence, said.first)
        if len(run) >= FEWEST and not said.mean.hedge:
            yield _of_list(said.mean, run)
    for sentence in article.body:
        if sentence.kinds & BIT["K"] and phrase("MEAN").search(article.skeleton, sentence.start, sentence.end):
            yield from _of_times(article, sentence)


def _run(article: Article, sentence: Sentence, first: Mention) -> list[Mention]:
    """Return the figures that commas and "and" join from `first` on."""
    after = [one for one in sentence.mentions if one.first >= first.first]
    pairs = pairwise(after)
    joined = takewhile(lambda pair: len(gap(article, *pair)) <= FEWEST and linked(gap(article, *pair)), pairs)
    return [first, *(later for _, later in joined)]


def _of_list(mean: Mention, run: list[Mention]) -> Mean:
    middle = sum(map(value, run), Fraction(0)) / len(run)
    working = f"({' + '.join(one.text for one in run)}) / {len(run)}"
    half = mean.number.half if mean.number else Fraction(0)
    stated = Quantity(Interval.around(value(mean), half), mean.unit, mean.text, (mean.span,))
    return Mean(stated, Quantity(Interval.exactly(middle), mean.unit, working, tuple(one.span for one in run)))


def _of_times(article: Article, sentence: Sentence) -> Iterator[Mean]:
    """Hold a mean to the number of people in its clause: the 14 users, 2.41 times."""
    clauses: dict[int, list[Mention]] = {}
    for one in sentence.of_kind("count"):
        clauses.setdefault(article.skeleton.count(";", sentence.start, article.place(one)), []).append(one)
    for clause in clauses.values():
        found = [one for one in clause if _is_mean(article, one)]
        sizes = [one for one in clause if one not in found]
        if len(found) == len(sizes) == 1 and _few(article, sizes[0], found[0]):
            yield _possible(found[0], sizes[0])


def _is_mean(article: Article, figure: Mention) -> bool:
    decimal = figure.number is not None and figure.number.half < Fraction(1, 2)
    place = article.place(figure) + 1
    return decimal and not figure.hedge and article.word(place) in EACH


def _few(article: Article, size: Mention, mean: Mention) -> bool:
    """Tell whether people are so few that their mean can only have some decimals."""
    named = bool(size.noun) or article.after(size, 1) in ("w", "N")
    few = mean.number is not None and SMALLEST <= value(size) < 1 / (2 * mean.number.half)
    return named and few and not size.hedge and value(size).denominator == 1 and size.first < mean.first


def _possible(mean: Mention, size: Mention) -> Mean:
    many = value(size)
    near = sorted({Fraction(whole, many) for whole in (floor(value(mean) * many), ceil(value(mean) * many))})
    best = min(near, key=lambda one: abs(one - value(mean)))
    places = len(mean.text.partition(".")[2])
    could = " or ".join(f"{float(one):.{places}f}" for one in near)
    return Mean(mean.quantity, Quantity(Interval.exactly(best), "", size.text, (size.span,)), could)
