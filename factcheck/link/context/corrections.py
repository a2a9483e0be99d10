"""Paragraphs that put right what was wrong before: they quote a wrong figure on purpose, beside the right one."""

from __future__ import annotations

import re
from bisect import bisect_left
from fractions import Fraction

from factcheck.article import Article
from factcheck.document import Span
from factcheck.link.context.speakers import quoted
from factcheck.model import Mention, Relation
from factcheck.patterns import Pattern
from factcheck.quantity import Interval

CUES = frozenset({
    "should have", "correct", "error", "misstat", "misspel", "misrep", "wrongly", "mistaken", "apologi", "earlier vers", "we wrote",
    "we said", "we reported", "the right ", " was wrong", "put ",
})  # fmt: skip
"""Pieces of words, one of which such a paragraph holds."""

COLUMN = Pattern(r"corrections?(?: (?:and|&) clarifications?)?(?: ?[:|–—-].*)?$", re.I)
"""So is the title of a column that quotes what was wrong."""

NEXT = 80
"""So many figures on, a paragraph may tell what is right."""

SAID = r"(?:said|stated|gave|given|reported|put|described|called|listed|identified|referred|named|spelt|spelled)"
WRONGLY = r"(?:incorrectly|wrongly|mistakenly|erroneously)"
REACH, BESIDE = 300, 90
"""So many characters from such words stand the figures that they are of, and the wrong one of two that stand apart."""

LONGEST = 300
"""No such words are longer."""

PUTS_RIGHT = Pattern(
    rf"\bshould have (?:been|read|said|given|called|had)\b|\b{WRONGLY} (?:\w+ ){{0,2}}{SAID}\b|\b{SAID} (?:\w+ ){{0,3}}{WRONGLY}\b"
    r"|\bmis(?:stated|spel(?:led|t)|identified|reported|quoted)\b|\bearlier version of th(?:is|e)\b"
    r"|\bwe (?:wrote|said|reported)\b[^.;]{0,160}? when (?:in fact|it|they|he|she|the)\b"
    r"|\b(?:editing|editorial|typing|typographical|production|printing|reporting|clerical) error\b|\bwe (?:apologi[sz]e|regret the)\b|\bcorrections? (?:and clarifications?|(?:to|in) (?:the|an?|our|last|this|that) (?:[\w-]+ ){0,3}?(?:article|story|report|edition|issue|item|paper|column|headline|caption|graphic|table|page|piece))\b|^corrections? ?[:.—–-]"
    r"|\b(?:that|this) was wrong\.|\bput (?:him|her|it|them|that|this) right\b|\bthe (?:right|correct) (?:sum|figure|number|answer|total|date|amount) (?:was|is|would be)\b",
    re.IGNORECASE | re.MULTILINE,
)
"""How a paragraph says that an earlier one was wrong."""


def in_correction(article: Article, spans: tuple[Span, ...]) -> bool:
    """Tell whether all of some places of an article lie about words that put right what was wrong before, or one beside them.

    So do all places of a column of corrections.
    """
    own = [span for span in spans if not span.file]
    if own and COLUMN.match(article.document.meta.get("title", "")):
        return True
    if not own or not article.may_say(CUES):
        return False
    return all(_put_right(article, span, REACH) for span in own) or any(
        _put_right(article, span, BESIDE) for span in own
    )


def _put_right(article: Article, span: Span, reach: int) -> bool:
    """Tell whether such words stand in the paragraph of a place, so many characters away at the most."""
    block = article.block_at(span.start)
    start, end = max(block.start, span.start - reach - LONGEST), min(block.end, span.end + reach + LONGEST)
    said = PUTS_RIGHT.finditer(article.document.text, start, end)
    return any(one.start() - reach <= span.start and span.end <= one.end() + reach for one in said)


def is_put_right(article: Article, relation: Relation) -> bool:
    """Tell whether an article quotes a wrong figure and tells behind it, in its paragraph, what is right.

    It printed "by 10C (50F)": a rise of 10C is a rise of 18F.  It listed "the three worst: salt, fat and sugar and oil".  I count four.
    """
    stated, right = relation.stated, relation.implied.value
    if not stated.spans or stated.spans[0].file or not isinstance(right, Interval):
        return False
    at = bisect_left(article.mentions, stated.spans[0].start, key=lambda one: one.span.start)
    said = article.mentions[at] if at < len(article.mentions) else None
    if said is None or said.span != stated.spans[0] or not quoted(article, said):
        return False
    end = article.block_at(said.span.start).end
    behind = [one for one in article.mentions[at + 1 : at + NEXT] if one.number and one.span.start < end]
    return any(right.meets(_in(stated.unit, one)) for one in behind if not quoted(article, one) and _may_be(said, one))


def _may_be(said: Mention, told: Mention) -> bool:
    """Tell whether a figure has the unit and the noun of another, or leaves unsaid what it is of."""
    return told.unit in ("", said.unit) and told.noun in ("", said.noun)


def _in(unit: str, told: Mention) -> Interval:
    """Return what a figure says in a unit: a bare 50 as so many percent."""
    whole = told.quantity.interval
    return whole.times(Interval.exactly(Fraction(1, 100))) if unit == "%" and not told.unit else whole
