"""What only tells the circumstances of a thing: when, where, from whom, for what, with what help."""

from __future__ import annotations

from functools import cache

from factcheck.article import Article
from factcheck.segment import vocabulary

TIMES = frozenset("DYWR")
FIGURES = TIMES | frozenset("KLAO")
"""What is counted in circumstances: from 14 investors, over the next three years."""

PLAIN = frozenset("wNC'·-") | FIGURES
SET_AGAINST = frozenset({"than", "versus", "vs", "including", "among", "up"})
"""These lead to another figure of the kind, not to circumstances."""

ADVERBS = frozenset({"even", "only", "just"})
LEXICON = "\ue000"


def is_circumstance(article: Article, start: int, end: int) -> bool:
    """Tell whether a stretch is a time or a row of prepositions with what they lead: for the winger, in cash, from 14 investors last year."""
    start += article.word(start) in ADVERBS
    if start >= end or article.word(start) in SET_AGAINST:
        return False
    letters = article.skeleton[start:end]
    opens = letters[0] in TIMES or letters[0] in _led()
    return opens and all(letter in PLAIN or (letter >= LEXICON and letter not in _clausal()) for letter in letters)


@cache
def _led() -> frozenset[str]:
    return frozenset(vocabulary()[1]["PREPOSITION"])


@cache
def _clausal() -> frozenset[str]:
    """Return the letters of what begins or makes a clause of its own."""
    letters, classes = vocabulary()
    names = ("CONJUNCTION", "PRONOUN", "BE", "HAVE", "AUXILIARY", "SAY", "RISE", "FALL")
    return frozenset("".join(classes[name] for name in names)) - {*classes["PREPOSITION"], letters["it"]}
