"""Lists that are said to stand in order: "banks did best, with 3.1%, then insurers (2.2%) and builders (1.6%), in that order"."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import pairwise

from factcheck.article import Article, Sentence
from factcheck.model import Mention
from factcheck.patterns import Pattern
from factcheck.regexes import compiled

LEAST = 3
CUES = ("in that order", "in descending order", "in ascending order")
CLOSED = Pattern(rf"[)\]]?(?: each)?,? (?:{'|'.join(CUES)})\b")
"""Right behind the last figure of a list these say that it stands in order."""

OPENED = Pattern(rf"\b(?:{'|'.join(CUES)}),? (?:at|with|on|by) (?:[£$€]|US\$)?$")
"""And these right before the first: what it is of was named before."""

NEXT, JOINED = Pattern(r"\b(?:next|follow\w*|then)\b", re.I), Pattern(r"(?:,| and|, and) (?:[£$€]|US\$)?")
BESIDE = 40
MEANS = compiled(r"\b(?:and|then|with|by|on)\b")
NAME = compiled(r"[^\W\d]{3,}")
RANKED = Pattern(
    r"\b(?:best|most|largest|biggest|highest|longest|top\w*|led|leads?|leading|first|worst|least|lowest|fewest|smallest)\b",
    re.I,
)
"""And these that it is an order of size; "12, 15 and 9 in that order" is one of names told before."""


def in_that_order(article: Article) -> Iterator[tuple[Mention, ...]]:
    """Yield the figures of each list, a name before each, that is said to run from the first to the last."""
    for sentence in article.holding(*CUES) if not article.verb_last else ():
        figures = _listed(article, sentence)
        if len(figures) >= LEAST and RANKED.search(article.words(sentence)):
            yield tuple(figures)
        figures = _opened(article, sentence)
        if len(figures) >= LEAST and NEXT.search(article.words(sentence)):
            yield tuple(figures)


def _opened(article: Article, sentence: Sentence) -> list[Mention]:
    """Return the figures of one kind in a row right behind the words that they stand in order."""
    told = [one for one in sentence.mentions if one.number is not None and not one.when]
    starts = (n for n, one in enumerate(told) if OPENED.search(article.around(one, BESIDE, 0)[0]))
    figures = told[next(starts, len(told)) :]
    text, row = article.document.text, figures[:1]
    for one, other in pairwise(figures):
        if (one.kind, one.unit) != (other.kind, other.unit) or not JOINED.fullmatch(
            text, one.span.end, other.span.start
        ):
            break
        row.append(other)
    return row


def _listed(article: Article, sentence: Sentence) -> list[Mention]:
    """Return the figures of one kind that a list ends in, each with words of its own before it."""
    text = article.document.text
    told = [one for one in sentence.mentions if one.number is not None and not one.when]
    ends = [n for n, one in enumerate(told, 1) if CLOSED.match(text, one.span.end)]
    figures = told[: ends[0]] if ends else []
    like = [one for one in figures if (one.kind, one.unit) == (figures[-1].kind, figures[-1].unit)]
    between = [text[one.span.end : other.span.start] for one, other in pairwise(like)]
    named = all(NAME.search(MEANS.sub("", words)) for words in between)
    return like if named and not any(mark in words for words in between for mark in ";:") else []
