"""A few things, what became of some, and what became of the others: "Of the three men, one was freed; the other two were charged".

Three counts and no more: the first is of all, and the last is said to be of the others, so they must be the rest.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from factcheck.article import Article
from factcheck.link.series.complete import next_to
from factcheck.link.series.figures import is_plain, value
from factcheck.link.series.readings import Reading, parts_may_overlap
from factcheck.model import Mention
from factcheck.patterns import Pattern

REST = Pattern(r"\b(?:the|its|their|his|her) (?:other|remaining) $", re.I)
BEHIND = Pattern(r"(?: others\b| (?:remaining|that remain(?:ed)?|who remain(?:ed)?)\b)")
"""Before or behind a number these make it that of the others."""

MORE = Pattern(
    r"\b(?:each|every|apiece|per|at least|including|half|third|quarter|some|several|many|most|few|others?(?! \w+)|another|more|twice|average|either|both|also"
    r"|first|last|second|next|none|neither|except|besides|plus|since|later|than)\b|%",
    re.I,
)
"""With these there are others of whom no number is told, or figures of other things."""

ALONE = Pattern(r",| (?:has|had|is|was|will|would|of|in|at|from|who|died|went|came)\b")
"""Behind "one" these make it one of those that were told of."""

WORDS, NEAR, THREE = 40, 2, 3
"""A number of others that is off by more is of something else."""


def the_others(article: Article) -> Iterator[Reading]:
    """Yield each number of things with that of some and of the others, where those are all the counts that are told."""
    if article.verb_last:
        return
    for sentence in article.holding("the other ", "remaining ", " others"):
        before = article.sentences[sentence.number - 1] if sentence.number else None
        pieces = [sentence]
        if len(sentence.mentions) < THREE and before is not None and next_to(article, before, sentence):
            pieces = [before, sentence]
        figures = [
            one for piece in pieces for one in piece.mentions if one.kind not in ("weekday", "date", "relative", "year")
        ]
        words = " ".join(map(article.words, pieces))
        if len(figures) != THREE or not all(one.kind == "count" and is_plain(one) for one in figures):
            continue
        whole, some, rest = figures
        told = (
            _is_rest(article, rest)
            and not _is_rest(article, some)
            and value(some) < value(whole)
            and _is_of_them(article, some, whole)
        )
        off = abs(value(whole) - value(some) - value(rest))
        if (
            told
            and off <= NEAR
            and whole.noun
            and not MORE.search(words)
            and not any(parts_may_overlap(article, one) for one in pieces)
        ):
            yield Reading(whole, [some, rest], None)


def _is_of_them(article: Article, some: Mention, whole: Mention) -> bool:
    """Tell "one was freed" from "one big question"."""
    alone = some.text.lower() != "one" or ALONE.match(article.document.text, some.span.end) is not None
    return alone and some.noun in ("", whole.noun)


def _is_rest(article: Article, number: Mention) -> bool:
    text, place = article.document.text, number.span
    return (
        REST.search(text, max(0, place.start - WORDS), place.start) is not None
        or BEHIND.match(text, place.end) is not None
    )
