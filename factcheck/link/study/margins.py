"""Margins of error with the sample that their paragraph tells, however far from them, where no words tie the two."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator
from functools import lru_cache
from math import sqrt

from factcheck.article import Article, Sentence
from factcheck.document import Span
from factcheck.link.series.figures import value
from factcheck.link.study.sampling import CONTEXT, LEAST, has_own, level, of_sample, sizes, told_margins
from factcheck.model import Mention, Relation
from factcheck.patterns import Pattern

ERROR = Pattern(r"\b(?:margins? of (?:\w+ )?error|error margins?|sampling error)\b[^.;\n\d]{0,48}$", re.I)
"""Right before a figure these say that it is a margin of error."""

LOOK = 112
BACK, ON = 4, 2
"""So many sentences of its paragraph before a margin of error, and so many from it on, may tell the sample."""

SOME = Pattern(r"\b(?:among|for|of) (?:just |only )?(?:the|those|its) $", re.I)
"""Right before a number these make it that of some of those asked."""

TOGETHER = Pattern(r"\b(?:together|combined|pooled|both)\b", re.I)
"""With these a margin is that of several samples."""

APART = "the sample stands in another paragraph"
ANOTHER = "the text tells of more who were asked"


def sampling_errors(article: Article) -> Iterator[Relation]:
    """Yield every margin of error with the sample that it is of, or with the margin of the whole sample."""
    told: set[Span] = set()
    for relation in told_margins(article):
        told.update(relation.stated.spans)
        yield relation if relation.meets() or not _of_more(article, relation) else relation._replace(doubt=ANOTHER)
    for sentence in article.holding("margin of", "margins of", "error margin", "sampling error"):
        for margin in sentence.of_kind("points|percent|count"):
            if margin.span not in told and margin.number and ERROR.search(article.around(margin, LOOK)[0]):
                yield from _of_paragraph(article, sentence, margin)


def _of_more(article: Article, relation: Relation) -> bool:
    """Tell whether a margin too small for its sample is not so for all whom the text says were asked: of two towns, of the whole."""
    stated = relation.stated.interval
    margin, size = (_at(article, side.spans[0]) for side in (relation.stated, relation.implied))
    if margin is None or size is None or stated.high >= relation.implied.interval.low or has_own(article, size):
        return False
    sentence, asked = article.sentences[margin.sentence], _asked_in_all(article)
    together = TOGETHER.search(article.words(sentence)) is not None
    return together or (asked > 0 and stated.high >= LEAST * level(sentence) / sqrt(asked))


def _at(article: Article, span: Span) -> Mention | None:
    """Return the figure that stands at a place, None where none does."""
    at = bisect_left(article.mentions, span.start, key=lambda one: one.span.start)
    return article.mentions[at] if at < len(article.mentions) and article.mentions[at].span == span else None


@lru_cache(maxsize=2)
def _asked_in_all(article: Article) -> float:
    return float(sum({value(one) for one in _polled(article)}))


def _of_paragraph(article: Article, sentence: Sentence, margin: Mention) -> Iterator[Relation]:
    """Hold a margin of error to the sample that its paragraph tells; one told elsewhere can only confirm it."""
    block = article.block_at(margin.span.start)
    near = article.sentences[max(0, sentence.number - BACK) : sentence.number + ON]
    near = [other for other in near if block.start <= other.mentions[0].span.start < block.end]
    if samples := [size for other in near for size in _all_asked(article, other)]:
        yield of_sample(margin, samples, level(sentence))
    elif elsewhere := _polled(article):
        yield of_sample(margin, elsewhere, level(sentence))._replace(doubt=APART)


@lru_cache(maxsize=2)
def _polled(article: Article) -> list[Mention]:
    """Return the numbers of an article that can only be of those whom a poll asked."""
    return [size for one in article.body if CONTEXT.search(article.words(one)) for size in _all_asked(article, one)]


def _all_asked(article: Article, sentence: Sentence) -> list[Mention]:
    return [size for size in sizes(article, sentence) if not SOME.search(article.around(size, LOOK)[0])]
