"""Sums that a sentence closes of the figures of those before it, one in each: "The roof cost £64,000. ... In all, £98,000"."""

from __future__ import annotations

import re
from collections.abc import Iterator

from factcheck.article import Article, Sentence
from factcheck.link.series.complete import next_to
from factcheck.link.series.figures import ADDABLE, family, is_plain, significant, sum_slips, value
from factcheck.link.series.readings import Reading, fits
from factcheck.model import Mention
from factcheck.patterns import Pattern

CLOSES = Pattern(
    r"^[\"“]?(?:and |so )?(?:altogether|in all|all told|all in all|in total|(?:taken |added |put )?together|the (?:total|sum|lot|whole|bill|grand total)|that (?:makes?|made|comes to|came to|adds up to))\b",
    re.I,
)
"""So begins a sentence that adds up what those before it told."""

OTHERWISE = Pattern(
    r"\b(?:than|from|last|previous\w*|earlier|ago|each|average\w*|per(?! ?cent)|expected|forecast|of (?:which|whom|them|these|those|this|that)|including|among|would|could|if)\b|(?<!\w)[+±]",
    re.I,
)
"""With these a figure may be of another time, of one thing, or part of another."""

LEAST, MOST, DIGITS = 2, 8, 2


def one_of_each(article: Article) -> Iterator[Reading]:
    """Yield each such sum with its parts, where it is theirs but for a slip of the pen."""
    if article.verb_last:
        return
    for sentence in article.body:
        if sentence.kinds & ADDABLE and CLOSES.match(article.words(sentence)):
            whole = _only(sentence, "")
            parts = _before(article, sentence, family(whole)) if whole else []
            if whole and len(parts) >= LEAST and _may_add(article, [*parts, whole]):
                if not fits(whole, parts) and sum_slips(parts, whole, DIGITS):
                    yield Reading(whole, parts, None)


def _only(sentence: Sentence, kind: str) -> Mention | None:
    """Return the one figure of a sentence, of a kind where one is asked for, that can be added."""
    figures = [one for one in sentence.of_kind("money|count|measure") if not kind or family(one) == kind]
    return figures[0] if len(figures) == 1 and is_plain(figures[0]) else None


def _before(article: Article, sentence: Sentence, kind: str) -> list[Mention]:
    """Return the figures of a kind that the sentences just before one tell, one in each; none where one of them tells more."""
    parts: list[Mention] = []
    while sentence.number and next_to(article, article.sentences[sentence.number - 1], sentence) and len(parts) < MOST:
        sentence = article.sentences[sentence.number - 1]
        if not any(family(one) == kind for one in sentence.of_kind("money|count|measure")):
            break
        part = _only(sentence, kind)
        if part is None:
            return []
        parts.insert(0, part)
    return parts


def _may_add(article: Article, figures: list[Mention]) -> bool:
    """Tell whether figures are finely told, and nothing says that one of them is of another time or of a part of another."""
    words = (article.words(article.sentences[one.sentence]) for one in figures)
    return all(significant(one) >= DIGITS and value(one) > 0 for one in figures) and not any(
        map(OTHERWISE.search, words)
    )
