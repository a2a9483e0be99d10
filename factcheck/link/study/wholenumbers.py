"""Means and shares of so few whole numbers that not every decimal is one, wherever in a passage the few are told.

Whole numbers of n add up to a whole number, so their mean is a whole number over n (Brown and Heathers, 2017).  Nothing is
said where any count of the passage allows the mean.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from fractions import Fraction
from itertools import combinations

from factcheck.article import Article, Sentence
from factcheck.link.context.passages import passage_of
from factcheck.link.series.few import Few
from factcheck.link.series.figures import exactly, is_plain, value
from factcheck.link.series.means import MORE_THAN_ONE, Mean, nearest_of, possible
from factcheck.link.study.intervals import FIGURES, is_middle
from factcheck.model import Mention
from factcheck.numerals import Number
from factcheck.patterns import Pattern
from factcheck.quantity import Interval, Quantity

FEWEST, MOST = 2, 400
"""So many or more each told their number; of more, any share in whole percents is possible."""

NEAR, REACH = 16, 600
"""So many characters about a mean, and from the beginning of its passage on, tell of what it is the mean."""

WHOLE = Pattern(
    r"\b(?:whole|entire) (?:numbers?|points?|marks?|stars?|years?|hours?|days?|dollars?)\b|\bintegers?\b|정수|자연수",
    re.I,
)
EXACTLY = Pattern(r"\b(?:exactly|precisely)\b|정확히|딱 ", re.I)
COUNTED = Pattern(r"\b(?:age[ds]?|years old|how many|number of|count(?:ed|s)?)\b|나이|연령", re.I)
"""What is told of these is told in whole numbers."""
RATED = Pattern(
    r"\b(?:weighted|adjusted|each (?:night|day|week|month|item|question|round|game|dish|wine|film)|of a week|dropp\w+|left out|excluding|per (?:week|day|month|game|visit)|(?:two|three|four|several) (?:answers|marks|scores|times) each)\b",
    re.I,
)


def whole_number_means(article: Article) -> Iterator[Mean]:
    """Yield each mean that is said to be of whole numbers, with the few nearest to it in its passage where none allows it."""
    for sentence in article.body:
        for mean in sentence.of_kind(FIGURES):
            if is_plain(mean) and mean.number and "." in mean.text and is_middle(article, mean):
                yield from _of_few(article, sentence, mean)


def _of_few(article: Article, sentence: Sentence, mean: Mention) -> Iterator[Mean]:
    passage = [one for one in passage_of(article, sentence) if one.number <= sentence.number]
    words = article.document.text[article.here(passage[0]).start : article.block_of(sentence).end][:REACH]
    exact = any(EXACTLY.search(side) for side in article.around(mean, NEAR))
    counted = mean.kind == "age" or COUNTED.search(words) or (mean.kind == "count" and mean.noun)
    if not (WHOLE.search(words) or (exact and counted)) or MORE_THAN_ONE.search(words) or RATED.search(words):
        return
    few = [one for part in passage for one in part.of_kind("count|duration") if one.first < mean.first and _is_few(one)]
    ways = [(possible(mean, one), one) for one in few if one.kind == "count"]
    if exact:
        ways = [(way._replace(stated=exactly(mean)), one) for way, one in ways]
    if any(possible(mean, _times(*two)).meets() for two in combinations(few, 2)):
        return  # The six judges gave whole marks for each of two dances.
    named = [way for way, one in ways if one.noun or len(few) == 1]
    if fits := next((way for way, _ in ways if way.meets()), None):
        yield fits
    elif named and mean.number and all(value(one) < 1 / (2 * mean.number.half) for _, one in ways):
        yield named[0]


def _times(one: Mention, other: Mention) -> Mention:
    return one.changed(number=Number(value(one) * value(other)))


def _is_few(one: Mention) -> bool:
    return is_plain(one) and value(one).denominator == 1 and FEWEST <= value(one) <= MOST


def exact_shares(article: Article) -> Iterator[Few]:
    """Yield each share that is said to be exact, with the count of its sentence where none of the passage gives so many whole percents."""
    for sentence in article.holding("exactly", "precisely", "정확히"):
        shares = [
            one for one in sentence.of_kind("percent") if is_plain(one) and EXACTLY.search(article.around(one, NEAR)[0])
        ]
        near = [
            one
            for part in passage_of(article, sentence)
            for one in part.of_kind("count")
            if is_plain(one) and value(one) > 1
        ]
        own = (
            [one for one in sentence.of_kind("count") if one in near and one.first < shares[0].first] if shares else []
        )
        if len(shares) == 1 and own and all(_is_few(one) for one in near):
            share, size = shares[0], own[0]
            if not any((value(share) * value(one)).denominator == 1 for one in near):
                best, could = nearest_of(value(size), value(share))
                stated = exactly(share)
                told = " or ".join(f"{float(one * Fraction(100)):.1f}%" for one in could)
                yield Few(stated, Quantity(Interval.exactly(best), "%", size.text, (size.span,)), told)
