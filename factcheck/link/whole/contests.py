"""So many to one: applicants against places, 620가구 모집에 1만 1780명이 신청해 19대 1."""

from __future__ import annotations

from collections.abc import Iterator
from operator import attrgetter

from factcheck.article import BIT, Article, Sentence
from factcheck.model import Mention
from factcheck.quantity import Quantity
from factcheck.records import NamedTuple

RATIO = "ratio"
CONTEST = frozenset({"contest", "odds"})
UNSURE = "the ratio may be of other figures"


class Contest(NamedTuple):
    """A ratio to one, as said, the two counts that may make it, and why they might not."""

    stated: Quantity
    many: Mention
    few: Mention
    doubt: str | None

    @property
    def implied(self) -> Quantity:
        """How many there are to one."""
        return self.many.quantity / self.few.quantity


def contests(article: Article) -> Iterator[Contest]:
    """Yield every ratio to one that two counts before it in its sentence may make."""
    for sentence in article.sentences:
        if sentence.kinds & BIT["S"] and sentence.kinds & BIT["K"]:
            yield from _in_sentence(article, sentence)


def _in_sentence(article: Article, sentence: Sentence) -> Iterator[Contest]:
    pairs = [mention for mention in sentence.of_kind("pair") if mention.unit == RATIO]
    for pair in pairs:
        counts = [mention for mention in sentence.of_kind("count") if mention.first < pair.first and _counted(mention)]
        if len(counts) >= 2 and pair.number:
            many, few = sorted(counts[-2:], key=attrgetter("size"), reverse=True)
            stated = Quantity(pair.number.interval, "", pair.text, (pair.span,))
            meant = len(pairs) == 1 and len(counts) == 2 and many.counter != few.counter and _named(article, sentence)
            yield Contest(stated, many, few, None if meant else UNSURE)


def _counted(mention: Mention) -> bool:
    return mention.number is not None and mention.number.middle > 0 and mention.upper is None


def _named(article: Article, sentence: Sentence) -> bool:
    """Tell whether the sentence speaks of a contest: 경쟁률."""
    return any(article.word(place) in CONTEST for place in range(sentence.start, sentence.end))
