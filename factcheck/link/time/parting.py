"""Lengths said outright to part two dates: "the two years between them", "five months apart", "the week that separated the two"."""

from __future__ import annotations

from collections.abc import Iterator

from factcheck.article import Article, Sentence
from factcheck.dates import days_meant
from factcheck.link.time.acted import ANOTHER, NEAR
from factcheck.link.time.sofar import Lasting
from factcheck.link.time.spells import time_between
from factcheck.model import Mention

BETWEEN_THEM = frozenset({"them", "two", "those", "these", "both"})


def parting(article: Article, sentence: Sentence, length: Mention) -> Iterator[Lasting]:
    """Yield a length with the two dates that words say it parts."""
    place = article.place(length)
    behind = [article.word(at) for at in range(place + 1, min(place + 5, sentence.end))]
    before = [article.word(at) for at in range(max(sentence.start, place - 2), place)]
    if behind[:2] == ["that", "separated"] or behind[:1] == ["separating"]:
        yield from _separated(article, sentence, length)
        return
    parted = (
        (behind[:1] == ["apart"] and behind[1:2] != ["from"] and before[-1:] not in (["after"], ["for"], ["with"]))
        or behind[:2] == ["in", "between"]
        or before == ["separated", "by"]
    )
    if not parted and not (behind[:1] == ["between"] and not BETWEEN_THEM.isdisjoint(behind[1:3])):
        return
    for near in (sentence, *article.sentences[max(0, sentence.number - 1) : sentence.number]):
        times = near.of_kind("date|year")
        if len(times) >= 2:
            first, last = times[0], times[-1]
            doubt = None if len(times) == 2 else ANOTHER
            yield Lasting(time_between(article, length, first, last), length, first, last, doubt)
        if times:
            return


def _separated(article: Article, sentence: Sentence, length: Mention) -> Iterator[Lasting]:
    """Yield a length with the date told just before it and the one date told before that."""
    near = article.sentences[max(0, sentence.number - 2 * NEAR) : sentence.number + 1]
    days = [mention for told in near for mention in told.of_kind("date") if mention.when and mention.when.day]
    if len(days) != 2 or days[-1].sentence < sentence.number - 1:
        return
    told = [days_meant(mention.when, article.published) for mention in days if mention.when]
    first, last = days[::-1] if told[0] and told[1] and told[0] > told[1] else days
    yield Lasting(time_between(article, length, first, last), length, first, last)
