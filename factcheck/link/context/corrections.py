"""Paragraphs that put right what was wrong before: they quote a wrong figure on purpose, beside the right one."""

from __future__ import annotations

import re

from factcheck.article import Article
from factcheck.document import Span
from factcheck.patterns import Pattern

CUES = (
    "should have",
    "correct",
    "error",
    "misstat",
    "misspel",
    "misrep",
    "wrongly",
    "mistaken",
    "apologi",
    "earlier vers",
    "we wrote",
    "we said",
    "we reported",
)
"""Pieces of words, one of which such a paragraph holds."""

SAID = r"(?:said|stated|gave|given|reported|put|described|called|listed|identified|referred|named|spelt|spelled)"
WRONGLY = r"(?:incorrectly|wrongly|mistakenly|erroneously)"
REACH, BESIDE = 300, 90
"""So many characters from such words stand the figures that they are of, and the wrong one of two that stand apart."""

PUTS_RIGHT = Pattern(
    rf"\bshould have (?:been|read|said|given|called|had)\b|\b{WRONGLY} (?:\w+ ){{0,2}}{SAID}\b|\b{SAID} (?:\w+ ){{0,3}}{WRONGLY}\b"
    r"|\bmis(?:stated|spel(?:led|t)|identified|reported|quoted)\b|\bearlier version of th(?:is|e)\b"
    r"|\bwe (?:wrote|said|reported)\b[^.;]{0,160}? when (?:in fact|it|they|he|she|the)\b"
    r"|\b(?:editing|editorial|typing|typographical|production|printing|reporting|clerical) error\b|\bwe (?:apologi[sz]e|regret the)\b|\bcorrections? (?:and clarifications?|to|in)\b|^correction\b",
    re.IGNORECASE,
)
"""How a paragraph says that an earlier one was wrong."""


def in_correction(article: Article, spans: tuple[Span, ...]) -> bool:
    """Tell whether all of some places of an article lie about words that put right what was wrong before, or one beside them."""
    own = [span for span in spans if not span.file]
    if not own or not article.may_say(frozenset(CUES)):
        return False
    return all(_put_right(article, span, REACH) for span in own) or any(
        _put_right(article, span, BESIDE) for span in own
    )


def _put_right(article: Article, span: Span, reach: int) -> bool:
    """Tell whether such words stand in the paragraph of a place, so many characters away at the most."""
    block = article.block_at(span.start)
    said = PUTS_RIGHT.finditer(article.document.text, block.start, block.end)
    return any(one.start() - reach <= span.start and span.end <= one.end() + reach for one in said)
