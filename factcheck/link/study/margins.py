"""Margins of error with the sample that their paragraph tells, however far from them, where no words tie the two."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator
from functools import lru_cache

from factcheck.article import Article, Sentence
from factcheck.document import Span
from factcheck.link.study.sampling import CONTEXT, level, of_sample, sizes, told_margins
from factcheck.model import Mention, Relation
from factcheck.patterns import Pattern

ERROR = Pattern(r"\b(?:margins? of (?:\w+ )?error|error margins?|sampling error)\b[^.;\n\d]{0,48}$", re.I)
"""Right before a figure these say that it is a margin of error."""

LOOK = 112
BACK, ON = 4, 2
"""So many sentences of its paragraph before a margin of error, and so many from it on, may tell the sample."""

SOME = Pattern(r"\b(?:among|for|of) (?:just |only )?(?:the|those|its) $", re.I)
"""Right before a number these make it that of some of those asked."""

APART = "the sample stands in another paragraph"
ANOTHER = "another sample in the text gives it"


def sampling_errors(article: Article) -> Iterator[Relation]:
    """Yield every margin of error with the sample that it is of, or with the margin of the whole sample."""
    told: set[Span] = set()
    for relation in told_margins(article):
        told.update(relation.stated.spans)
        yield relation if relation.meets() or not _of_another(article, relation) else relation._replace(doubt=ANOTHER)
    for sentence in article.holding("margin of", "margins of", "error margin", "sampling error"):
        for margin in sentence.of_kind("points|percent|count"):
            if margin.span not in told and margin.number and ERROR.search(article.around(margin, LOOK)[0]):
                yield from _of_paragraph(article, sentence, margin)


def _of_another(article: Article, relation: Relation) -> bool:
    """Tell whether a margin that its own sample does not give is that of the greatest which the text tells: of all, not of some."""
    place = relation.stated.spans[0].start
    margin = article.mentions[bisect_left(article.mentions, place, key=lambda one: one.span.start)]
    greatest = _greatest(article)
    return bool(greatest) and of_sample(margin, greatest, level(article.sentences[margin.sentence])).meets()


@lru_cache(maxsize=2)
def _greatest(article: Article) -> list[Mention]:
    return sorted(_polled(article), key=lambda one: one.size)[-1:]


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
