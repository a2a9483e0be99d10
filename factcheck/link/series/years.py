"""Years listed for the times that something happened: it has failed four times, in 1997, 1999, 2009 and 2016."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import pairwise

from factcheck.article import Article, Sentence
from factcheck.document import Span
from factcheck.link.series.figures import is_plain, value
from factcheck.model import Mention
from factcheck.patterns import Pattern

LEAST = 3
JOINT = Pattern(r",? (?:and|then|again in|and again in|and in)? ?(?:in )?", re.I)
LED = Pattern(r"\bin $", re.I)
ONE_MORE = Pattern(r",? and (?:this (?:one|year|time)|now|again now|last (?:year|week|month))\b", re.I)
EARLIER = Pattern(r"\b(?:earlier|previous|other|past)\b[^.;]{0,40}$", re.I)


def yearly(article: Article) -> Iterator[tuple[Mention, int, Span]]:
    """Yield each number that the years listed behind it bear out, with how many they are and where; others prove nothing."""
    for sentence in article.body:
        years = sentence.of_kind("year")
        if len(years) >= LEAST - 1 and all(_joined(article, *pair) for pair in pairwise(years)):
            yield from _of_years(article, sentence, years)


def _joined(article: Article, one: Mention, other: Mention) -> bool:
    return JOINT.fullmatch(article.document.text, one.span.end, other.span.start) is not None


def _of_years(article: Article, sentence: Sentence, years: list[Mention]) -> Iterator[tuple[Mention, int, Span]]:
    before = article.around(years[0], 60)[0]
    more = ONE_MORE.match(article.document.text, years[-1].span.end)
    size = len(years) + (more is not None) + (EARLIER.search(before) is not None)
    counts = [one for one in sentence.of_kind("count") if one.first < years[0].first and is_plain(one)]
    number = next((one for one in counts if value(one) == size), None)
    if number is not None and size >= LEAST and LED.search(before):
        yield number, size, Span(years[0].span.start, more.end() if more else years[-1].span.end)
