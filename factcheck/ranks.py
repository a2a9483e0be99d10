"""Ranks against the list of those ahead: the third-largest city has two above it."""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from factcheck.article import BIT, Article, Sentence
from factcheck.model import Mention
from factcheck.segment import vocabulary

AHEAD = frozenset({"ahead", "behind", "after", "trailing", "above"})


class Rank(NamedTuple):
    """A rank ("third-largest") and the figures, in brackets, of those named as ahead of it."""

    rank: Mention
    ahead: tuple[Mention, ...]


def ranks(article: Article) -> Iterator[Rank]:
    """Yield every superlative's rank with the bracketed figures of a closed list of those ahead."""
    for sentence in article.sentences:
        if sentence.kinds & BIT["O"]:
            for mention in sentence.mentions:
                if mention.kind == "ordinal" and _superlative(article, mention) and (ahead := _ahead(article, sentence, mention)):
                    yield Rank(mention, ahead)


def _superlative(article: Article, mention: Mention) -> bool:
    place = article.place(mention) + 1
    return article.skeleton[place : place + 1] == "-" and article.word(place + 1).endswith("est")


def _ahead(article: Article, sentence: Sentence, mention: Mention) -> tuple[Mention, ...]:
    """Return the figures listed ahead, in this sentence or at the start of the next."""
    place = article.place(mention)
    here = next((at for at in range(place, sentence.end) if article.word(at) in AHEAD), None)
    if here is not None:
        return _listed(article, here, sentence)
    following = article.sentences[sentence.number + 1 : sentence.number + 2]
    if following and article.word(following[0].start) in AHEAD:
        return _listed(article, following[0].start, following[0])
    return ()


def _listed(article: Article, start: int, sentence: Sentence) -> tuple[Mention, ...]:
    """Return the bracketed figures of the list from `start`, none where it does not close with "and"."""
    letters = article.skeleton
    end = next((at for at in range(start, sentence.end) if letters[at] == ";"), sentence.end)
    places = [at for at in range(start, end) if at in article.at]
    if len(places) < 2 or any(letters[at - 1] != "(" or letters[at + 1] != ")" for at in places):
        return ()
    closed = vocabulary()[0]["and"] in letters[places[-2] : places[-1]]
    return tuple(article.at[at] for at in places) if closed else ()
