"""Which edition of a yearly event an article tells of: the 14th Lakeside Festival, in 2023."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from factcheck.archive.claims import Claim, body_from, claim, words
from factcheck.article import BIT, Article, Sentence
from factcheck.link.time.jubilees import EARLY, LATE
from factcheck.quantity import Interval


def sayings(article: Article) -> Iterator[Claim]:
    """Yield the numbered editions of named events, as the year in which edition 0 would have been."""
    if article.published is None:
        return
    for sentence in article.sentences:
        if sentence.kinds & BIT["O"]:
            yield from _editions(article, sentence, article.published)


def _editions(article: Article, sentence: Sentence, published: date) -> Iterator[Claim]:
    for mention in sentence.of_kind("ordinal"):
        token = mention.last
        if article.tokens.word(token).lower() in words("editions", "yearly"):
            token += 1
        name = body_from(article, token)
        years = _years(sentence, published)
        if mention.number and years and _is_event(name):
            value = years.minus(Interval.exactly(mention.number.middle))
            yield claim("ordinal", name, mention, value, period=str(int(years.high)))


def _is_event(name: str) -> bool:
    last = name.lower().split()
    return len(last) > 1 and not words("editions", "events").isdisjoint(last[-3:])


def _years(sentence: Sentence, published: date) -> Interval | None:
    """Return the years that a sentence may speak of: the one it names, or that of publication or nearest to it."""
    named = {mention.when.year for mention in sentence.of_kind("year|date") if mention.when and mention.when.year}
    if len(named) > 1:
        return None
    if named:
        return Interval.exactly(named.pop() or published.year)
    early, late = published.month <= EARLY, published.month >= LATE
    return Interval.exactly(published.year - early).hull(Interval.exactly(published.year + late))
