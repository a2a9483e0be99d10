"""Which sentences go on with each other, those that tell nothing of a kind passed over."""

from __future__ import annotations

from collections import deque
from collections.abc import Callable, Iterator

from factcheck.article import STOP, Article, Sentence
from factcheck.link.context.ties import adjacent
from factcheck.model import Mention

FILLER = 1
"""So many sentences may stand between two that go on with each other."""

PASSAGE, REACH = 3, 2
"""So many sentences that tell figures make a passage, and it reaches so many before and behind one of them."""


def passage_of(article: Article, sentence: Sentence, reach: int = REACH) -> list[Sentence]:
    """Return the sentences of a block that stand within reach of one, it among them."""
    block = article.block_of(sentence)
    near = article.sentences[max(0, sentence.number - reach) : sentence.number + reach + 1]
    return [one for one in near if block.start <= one.mentions[0].span.start < block.end]


def last_two(article: Article, told: Callable[[Sentence], list[Mention]]) -> Iterator[tuple[Mention, Mention]]:
    """Yield the only two figures of a kind that each passage tells: its last sentences, as few of them as have two."""
    window: deque[tuple[Sentence, list[Mention]]] = deque(maxlen=PASSAGE)
    for sentence in article.body:
        window.append((sentence, told(sentence)))
        found: list[Mention] = []
        for near, figures in reversed(window):
            if len(found) < 2 and near.block == sentence.block and sentence.number - near.number < PASSAGE:
                found = [*figures, *found]
        if len(found) == 2 and found[1].sentence == sentence.number:
            yield found[0], found[1]


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


def with_before(article: Article, sentence: Sentence) -> list[Sentence]:
    """Return a sentence behind the one just before it, if that has figures and nothing stands between."""
    return [part for part in (adjacent(article, sentence, -1), sentence) if part]


def widening(article: Article, sentence: Sentence) -> Iterator[list[Sentence]]:
    """Yield a sentence alone, then with the one just before it, then with the one just behind."""
    yield [sentence]
    yield from ([sentence, part] for step in (-1, 1) if (part := adjacent(article, sentence, step)))
