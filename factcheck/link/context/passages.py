"""Which sentences of a paragraph go on with each other, one that tells nothing of the kind passed over."""

from __future__ import annotations

from collections.abc import Callable

from factcheck.article import STOP, Article, Sentence

FILLER = 1
"""So many sentences may stand between two that go on with each other."""


def going_on(article: Article, sentence: Sentence, step: int, tells: Callable[[Sentence], bool]) -> Sentence | None:
    """Return the sentence of the paragraph that goes on with one, before or behind it: the next that `tells`, one passed over at most."""
    number = sentence.number
    for _ in range(FILLER + 1):
        number += step
        if not 0 <= number < len(article.sentences):
            return None
        other = article.sentences[number]
        first, last = (other, sentence) if step < 0 else (sentence, other)
        between = article.skeleton[first.end : last.start]
        if "\n" in between or len(STOP.findall(between)) > FILLER + 1 or other.block != sentence.block:
            return None
        if tells(other):
            return other
    return None
