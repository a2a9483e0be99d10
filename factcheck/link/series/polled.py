"""Votes told label first, with those who cast them: 272명이 출석해 찬성 241표, 반대 17표, 기권 14표."""

from __future__ import annotations

from collections.abc import Iterator

from factcheck.article import BIT, Article, Sentence
from factcheck.link.series.figures import counted, value
from factcheck.model import Mention
from factcheck.patterns import Pattern
from factcheck.quantity import Quantity, total
from factcheck.records import NamedTuple

SIDES = ("yes", "no", "abstained")
PRESENT, ROLL = "present", "roll"
REACH, LABELLED = 4, 2
BACK = 2
"""So many sentences back a text tells how many were there."""


STAYED_AWAY = Pattern(r"[^.,\n]{0,16}?(?:지는? ?않|지는? ?못|불참|빠졌|빠지)")
"""Behind a count these tell of those who did not vote: 12명은 투표하지 않았다."""


class Poll(NamedTuple):
    """How many are said to have voted, and what the votes come to."""

    voters: Quantity
    cast: Quantity


def polls(article: Article) -> Iterator[Poll]:
    """Yield every tally of labelled votes with the number of those who voted, where that is told near by."""
    for sentence in article.sentences:
        if sentence.kinds & BIT["K"] and len(sentence.mentions) > 1:
            votes = _votes(article, sentence)
            if {"yes", "no"} <= set(votes):
                yield from _against_voters(article, sentence, list(votes.values()))


def _votes(article: Article, sentence: Sentence) -> dict[str, Mention]:
    """Return the first count behind each label of a side."""
    votes: dict[str, Mention] = {}
    for mention in sentence.of_kind("count"):
        side = next((word for word in _before(article, sentence, mention) if word in SIDES), "")
        if side and _exact(mention):
            votes.setdefault(side if side != "abstained" else f"{side} {len(votes)}", mention)
    return votes


def _against_voters(article: Article, sentence: Sentence, votes: list[Mention]) -> Iterator[Poll]:
    cast = total([counted(vote) for vote in votes])
    told = list(_voters(article, sentence, votes))
    fitting = next((mention for mention in told if value(mention) == cast.interval.low), None)
    closed = len(votes) > 2 or any(value(mention) < cast.interval.low for mention in told)
    if fitting or (closed and len({value(mention) for mention in told}) == 1):
        yield Poll(counted(fitting or told[0]), cast)


def _voters(article: Article, sentence: Sentence, votes: list[Mention]) -> Iterator[Mention]:
    near = article.sentences[max(0, sentence.number - BACK) : sentence.number + 2]
    for other in near:
        for mention in other.of_kind("count"):
            if mention not in votes and _exact(mention) and _voted(article, other, mention):
                yield mention


def _voted(article: Article, sentence: Sentence, mention: Mention) -> bool:
    """Tell whether a count is of those present: 재석 272명, 272명이 출석한, not 재적 300명."""
    before, place = _before(article, sentence, mention), article.place(mention)
    if ROLL in before or STAYED_AWAY.match(article.document.text, mention.span.end):
        return False
    behind = _up_to_a_figure(article, place + 1, min(place + 1 + REACH, sentence.end))
    return PRESENT in before or PRESENT in behind


def _before(article: Article, sentence: Sentence, mention: Mention) -> list[str]:
    """Return the few words before a count, the nearest first, up to a figure or a comma."""
    last = article.place(mention) - 1 - bool(mention.lead)
    places = range(last, max(sentence.start, last - LABELLED) - 1, -1)
    words: list[str] = []
    for at in places:
        if at in article.at or article.skeleton[at] == ",":
            break
        words.append(article.word(at))
    return words


def _up_to_a_figure(article: Article, start: int, stop: int) -> list[str]:
    figure = next((at for at in range(start, stop) if at in article.at), stop)
    return [article.word(at) for at in range(start, figure)]


def _exact(mention: Mention) -> bool:
    whole = mention.number is not None and mention.number.middle.denominator == 1
    return whole and not mention.hedge and mention.upper is None
