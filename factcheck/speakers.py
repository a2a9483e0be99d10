"""Who says a figure: the writer, or somebody quoted; and figures that nobody says are so."""

from __future__ import annotations

from functools import cache

from factcheck.article import Article, Sentence
from factcheck.model import Mention
from factcheck.phrase import phrase
from factcheck.segment import vocabulary

REVISED = frozenset({
    "earlier", "previously", "initially", "originally", "revised", "later", "another", "other", "additional",
    "more", "further", "corrected", "updated", "since", "now", "instead", "not", "actually",
    "mistakenly", "wrongly", "first", "preliminary", "provisional", "initial", "yet", "still",
})  # fmt: skip
"""Words with which a text says itself that a figure has another value elsewhere."""


def quoted(article: Article, mention: Mention) -> bool:
    """Tell whether a figure stands within quotation marks."""
    place = article.place(mention)
    start = article.skeleton.rfind("\n", 0, place) + 1
    return article.skeleton.count('"', start, place) % 2 == 1


@cache
def _says() -> frozenset[str]:
    return frozenset(vocabulary()[1]["SAY"])


def attributed(article: Article, sentence: Sentence) -> bool:
    """Tell whether a sentence says that somebody says it."""
    return not _says().isdisjoint(article.skeleton[sentence.start : sentence.end])


def words_of(article: Article, sentence: Sentence) -> frozenset[str]:
    """Return the words of a sentence in lower case."""
    return frozenset(article.word(place) for place in range(sentence.start, sentence.end))


def revised(article: Article, sentence: Sentence) -> bool:
    """Tell whether a sentence speaks of another figure, an earlier one or a revision."""
    return not REVISED.isdisjoint(words_of(article, sentence))


def definite(article: Article, mention: Mention) -> bool:
    """Tell whether a figure is taken as known: the 221 homes, all 36 floors, those 12 people."""
    place = article.place(mention)
    return place > 0 and bool(phrase("the|these|those|all").match(article.skeleton, place - 1))
