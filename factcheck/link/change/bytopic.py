"""The two figures of the thing that a change names itself, some sentences back, where verbs stand last.

"휘발유 값은 1672원이었다. 지난주에는 1658원이었다. (다른 말) 일주일 새 휘발유가 14원 오른 것은": what grew is named straight before the
size, one sentence has a figure of that thing, and there or in the next sentence, which names no other thing, stands the only
other figure of its kind.
"""

from __future__ import annotations

import re

from factcheck.article import HEADINGS, Article, Sentence
from factcheck.link.change.bothends import (
    CONTRAST,
    NAMELESS,
    OTHER_BASE,
    Pair,
    likes,
    names_another,
    periods,
    signs,
)
from factcheck.link.context.frames import alike
from factcheck.link.context.operands import in_unit
from factcheck.model import Mention
from factcheck.patterns import Pattern

SUBJECT = Pattern(r"(?P<noun>[가-힣A-Za-z]{2,})(?:이|가|은|는|도|의)(?= )")
APART = Pattern(r"[.!?\n]|, |(?<=고) |(?<=데) |(?<=며) |(?<=지만) ")
BACK, TWO = 5, 2
"""So many sentences before a size may tell what it is of."""


def by_topic(article: Article, stated: Mention) -> Pair | None:
    """Return the two figures, in the order of the text, of the thing that stands as subject before a size; None where several may be."""
    if stated.first not in signs(article):
        return None
    text, sentence = article.document.text, article.sentences[stated.sentence]
    opened = article.here(sentence).start
    lead = APART.split(text[opened : stated.span.start])[-1]
    noun = _subject(lead)
    if not noun or OTHER_BASE.search(lead) or any(one.first < stated.first for one in likes(article, sentence, stated)):
        return None
    found = [pair for step in range(1, BACK + 1) if (pair := _pair(article, stated, sentence.number - step, noun))]
    ours = periods(lead)
    told = [pair for pair in found if ours <= _times(article, pair)]
    if len(told) != 1 or len(found) != 1:
        return None
    one, other = told[0]
    return in_unit(one, other), in_unit(other, one)


def _subject(lead: str) -> str:
    """Return the noun last told as subject in some words, "" where other things follow it."""
    found = [one for one in SUBJECT.finditer(lead) if not NAMELESS.fullmatch(one[0])]
    if not found or names_another(lead[found[-1].end() :], ""):
        return ""
    return found[-1]["noun"]


def _pair(article: Article, stated: Mention, number: int, noun: str) -> Pair | None:
    """Return a figure of a noun with the only other one of its kind in the sentence or the next, that is of no other thing."""
    if number < 0 or len(noun) < TWO or (first := article.sentences[number]).block in HEADINGS or first.block == "cell":
        return None
    figures = _of_kind(likes(article, first, stated))
    if not figures or noun not in _lead(article, first, figures[0]):
        return None
    if len(figures) == 1:
        following = article.sentences[number + 1] if number + 1 < stated.sentence else None
        more = likes(article, following, stated) if following and following.block == first.block else []
        more = [one for one in more if (one.unit, one.counter) == (figures[0].unit, figures[0].counter)]
        if len(more) != 1 or not following or names_another(_topics(_lead(article, following, more[0])), noun):
            return None
        figures = [*figures, *more]
    if len(figures) != TWO or not alike(*figures) or figures[0].size == figures[1].size:
        return None
    one, other = figures
    words = article.document.text[article.span(first.start, first.end).start : other.span.end + 10]
    apart = CONTRAST.search(words) is not None and not any(figure.first in signs(article) for figure in figures)
    return (one, other) if apart else None


def _of_kind(figures: list[Mention]) -> list[Mention]:
    """Return the figures of the unit and counter of the first, none if others of their kind are mixed among them."""
    return [one for one in figures if (one.unit, one.counter) == (figures[0].unit, figures[0].counter)]


def _lead(article: Article, sentence: Sentence, figure: Mention) -> str:
    return article.document.text[article.here(sentence).start : figure.span.start]


def _topics(words: str) -> str:
    return " ".join(
        one[0]
        for one in SUBJECT.finditer(words)
        if not re.fullmatch(r"(?:지난|올|작년|분기|월|년|상반기|하반기|달|주|분기|시즌)\w*", one[0])
    )


def _times(article: Article, pair: Pair) -> set[str]:
    """Return the periods that the sentences of two figures name."""
    return periods(" ".join(article.words(article.sentences[number]) for number in {one.sentence for one in pair}))
