"""Adjuncts: what only tells the circumstances of a thing, when, where, from whom, for what, with what help."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import cache

from factcheck.article import Article
from factcheck.link.context.tense import TIMES
from factcheck.model import Mention
from factcheck.segment import vocabulary

FIGURES = TIMES | frozenset("KLAO")
"""What is counted in circumstances: from 14 investors, over the next three years."""

PLAIN = frozenset("wNC'·-") | FIGURES
SET_AGAINST = frozenset({"than", "versus", "vs", "including", "among", "up"})
"""These lead to another figure of the kind, not to circumstances."""

ADVERBS = frozenset({"even", "only", "just"})
OWN_WORDS = 2
"""So many words of its own, what it is for one of or what it is of, may stand between a figure and its circumstances."""

LEXICON = "\ue000"


def is_adjunct(article: Article, start: int, end: int) -> bool:
    """Tell whether a stretch is a time or a row of prepositions with what they lead: for the winger, in cash, from 14 investors last year."""
    start += article.word(start) in ADVERBS
    if start >= end or article.word(start) in SET_AGAINST:
        return False
    letters = article.skeleton[start:end]
    opens = letters[0] in TIMES or letters[0] in _led()
    if any((one := article.at.get(at)) and one.kind == "count" and not one.noun for at in range(start, end)):
        return False  # From 4 billion euros to 8: what leaves its unit unsaid is of the other's.
    return opens and all(letter in PLAIN or (letter >= LEXICON and letter not in _clausal()) for letter in letters)


def goes_off(article: Article, start: int, end: int) -> bool:
    """Tell whether circumstances follow a figure, a word or two of its own first: 640 kroner a day in the south."""
    own = next((at for at in range(OWN_WORDS + 1) if article.skeleton[start + at] not in _own()), 0)
    return is_adjunct(article, start + own, end)


def operands(
    article: Article, figures: Sequence[Mention], of: Callable[[Mention], bool] = lambda _: True
) -> list[Mention]:
    """Return the figures of a sentence without those of the circumstances of the one before, if it is such a one: 90 million euros from 14 investors."""
    kept: list[Mention] = []
    for figure in figures:
        beside = kept and of(kept[-1]) and (figure.kind, figure.noun) != (kept[-1].kind, kept[-1].noun)
        if not (beside and goes_off(article, article.place(kept[-1]) + 1, article.place(figure) + 1)):
            kept.append(figure)
    return kept


@cache
def _own() -> frozenset[str]:
    return frozenset("w" + vocabulary()[1]["DETERMINER"] + vocabulary()[1]["PERIOD"])


@cache
def _led() -> frozenset[str]:
    return frozenset(vocabulary()[1]["PREPOSITION"])


@cache
def _clausal() -> frozenset[str]:
    """Return the letters of what begins or makes a clause of its own."""
    letters, classes = vocabulary()
    names = ("CONJUNCTION", "PRONOUN", "BE", "HAVE", "AUXILIARY", "SAY", "RISE", "FALL")
    return frozenset("".join(classes[name] for name in names)) - {*classes["PREPOSITION"], letters["it"]}
