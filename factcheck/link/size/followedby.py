"""A first and what follows it, each with its figure: "strongest among those over 65, at 48 percent, followed by the 50-to-64 group at 43".

Who they are may be told in any words; that the one has the most, or the least, and the other comes next to it, may not.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from factcheck.article import Article, Sentence
from factcheck.link.series.figures import is_plain
from factcheck.link.size.comparisons import COMPARATIVES, Compared
from factcheck.link.size.extremes import SUPERLATIVES
from factcheck.model import Mention
from factcheck.patterns import Pattern

JUST_BEFORE = 11
"""So many characters before a figure say of whom it is."""

FOLLOWED = ("followed by", "followed closely by")
BEFORE = Pattern(r",? (?:and is |is |was |closely )?followed (?:closely )?by ")
TOLD_WITH = Pattern(r"(?:[ ,](?:at|with|on|by|of)|\() ?(?:[£$€]|US\$)?$", re.I)
"""Right before a figure these make it that of who is named before."""

AGAINST = Pattern(r"\b(?:per|average\w*|each|last|ago|earlier|from|than|rose|fell|up|down|share|growth|rate)\b", re.I)
"""Beside two figures these make them of several measures."""

KINDS = "money|count|measure|percent"


def followed_by(article: Article) -> Iterator[Compared]:
    """Yield each figure of the most, or the least, with that of what is said to follow it."""
    for sentence in article.holding(*FOLLOWED) if not article.verb_last else ():
        if found := _read(article, sentence):
            yield found


def _read(article: Article, sentence: Sentence) -> Compared | None:
    text, figures = article.document.text, sentence.of_kind(KINDS)
    for own in figures:
        other = next((one for one in figures if one.first > own.first and one.kind == own.kind), None)
        if other is None:
            continue
        between = text[own.span.end : other.span.start]
        led = BEFORE.match(between) and TOLD_WITH.search(between)
        alike = (own.kind, own.unit, own.noun) == (other.kind, other.unit, other.noun)
        if not led or not alike or not (is_plain(own) and is_plain(other)) or AGAINST.search(between):
            continue
        most = _superlative(article, sentence, own)
        if most and TOLD_WITH.search(article.around(own, JUST_BEFORE)[0]):
            return Compared(own, (other,), COMPARATIVES[SUPERLATIVES[article.word(most)]][0], most)
    return None


def _superlative(article: Article, sentence: Sentence, own: Mention) -> int:
    """Return where the one superlative before a figure stands; 0 where there is none, or several."""
    places = [at for at in range(sentence.start, article.place(own)) if article.word(at) in SUPERLATIVES]
    return places[0] if len(places) == 1 else 0
