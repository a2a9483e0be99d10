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
REACH = 300
"""So many characters from such words stand the figures that they are of."""

PUTS_RIGHT = Pattern(
    rf"\bshould have (?:been|read|said|given|called|had)\b|\b{WRONGLY} (?:\w+ ){{0,2}}{SAID}\b|\b{SAID} (?:\w+ ){{0,3}}{WRONGLY}\b"
    r"|\bmis(?:stated|spel(?:led|t)|identified|reported|quoted)\b|\bearlier version of th(?:is|e)\b"
    r"|\bwe (?:wrote|said|reported)\b[^.;]{0,160}? when (?:in fact|it|they|he|she|the)\b"
    r"|\b(?:editing|editorial|typing|typographical|production|printing|reporting|clerical) error\b|\bwe (?:apologi[sz]e|regret the)\b|\bcorrections? (?:and clarifications?|to|in)\b|^correction\b",
    re.IGNORECASE,
)
"""How a paragraph says that an earlier one was wrong."""


def in_correction(article: Article, spans: tuple[Span, ...]) -> bool:
    """Tell whether all of some places of an article lie in one paragraph, about words that put right what was wrong before."""
    own = [span for span in spans if not span.file]
    blocks = {article.block_at(span.start) for span in own}
    if len(blocks) != 1 or not article.may_say(frozenset(CUES)):
        return False
    (block,) = blocks
    return any(
        all(said.start() - REACH <= span.start and span.end <= said.end() + REACH for span in own)
        for said in PUTS_RIGHT.finditer(article.document.text, block.start, block.end)
    )
