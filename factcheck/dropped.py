"""Changes whose subject is left out, as Korean does: "The rate was 16.8%. Than the 17.4% before, lower"."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import pairwise

from factcheck.article import Article, Sentence
from factcheck.frames import Movement, alike
from factcheck.model import Mention
from factcheck.roles import Role

TIMES = frozenset("RYD(")
OPENING = frozenset(("it", "this", "these", "same", "period", "month", "year", "day", "yesterday", "last", "season"))
"""Words that may stand before the base without naming another subject."""

ADVERBIAL = 4
UNSURE = "the sentence before has several such figures"


def dropped(article: Article, sentence: Sentence, read: list[Role], used: set[int]) -> Iterator[Movement]:
    """Yield each change from a base that opens a sentence, to the figure of the sentence before it."""
    previous = article.sentences[sentence.number - 1] if sentence.number else None
    if not article.verb_last or previous is None or sentence.start - previous.end > 1:
        return
    for base, change in pairwise(read):
        free = base.name == "before" and read.index(base) not in used
        near = change.name in ("change", "times") and change.start - base.place <= ADVERBIAL
        if free and near and _opens(article, sentence, base):
            yield from _from_before(sentence, previous, base, change)


def _opens(article: Article, sentence: Sentence, base: Role) -> bool:
    """Tell whether only a time stands before the base: the subject is that of the sentence before."""
    places = range(sentence.start, base.start)
    return all(article.skeleton[place] in TIMES or article.word(place) in OPENING for place in places)


def _from_before(sentence: Sentence, previous: Sentence, base: Role, change: Role) -> Iterator[Movement]:
    like = [mention for mention in previous.mentions if _of_one_kind(mention, base.mention)]
    if like:
        doubt = UNSURE if len(like) > 1 else None
        yield Movement(sentence, base.mention, like[-1], (change,), change.sign, link="than", doubt=doubt)


def _of_one_kind(mention: Mention, base: Mention) -> bool:
    return mention.kind == base.kind and mention.upper is None and alike(mention, base)
