"""Changes whose subject is left out, as Korean does: "The rate was 16.8%. Than the 17.4% before, lower"."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import pairwise

from factcheck.article import Article, Sentence
from factcheck.link.context.frames import Movement, alike
from factcheck.link.context.roles import Role
from factcheck.link.context.subjects import topics
from factcheck.model import Mention

TIMES = frozenset("RYD(")
TOPIC = 2
"""So many places may part a topic from the figure that is told of it."""

SPANS = frozenset("RYDL(")
YEARS = ("년", "해")
MONTHS = ("달", "월", "분기", "주")
"""What words for a year and for shorter times end in: 작년, 1년, 지난해; 지난달, 9월."""

AGO = frozenset("전 전의 전에 전에는 날 날에는 때 때는 때에는 달에는 해에는".split())
OPENING = frozenset(("it", "this", "these", "same", "period", "month", "year", "day", "yesterday", "last", "season"))
"""Words that may stand before the base without naming another subject."""

THEN = ("때", "당시")
"""Behind a figure in brackets these make what stands before it a time: 4년 전 선거(58.9%) 때보다."""

ADVERBIAL = 6
UNSURE = "the sentence before has several such figures"


def dropped(article: Article, sentence: Sentence, read: list[Role], used: set[int]) -> Iterator[Movement]:
    """Yield each change from a base that opens a sentence, to the figure of the sentence before it."""
    previous = article.sentences[sentence.number - 1] if sentence.number else None
    if not article.verb_last or previous is None or sentence.start - previous.end > 1:
        return
    for base, change in pairwise(read):
        if base.name in ("plain", "after") and _follows(article, base, change) and _timed(article, sentence, base):
            yield from _from_alone(sentence, previous, base, change)
        free = base.name == "before" and read.index(base) not in used
        near = change.name in ("change", "times") and change.start - base.place <= ADVERBIAL
        if free and near and _opens(article, sentence, base):
            yield from _from_before(sentence, previous, base, change)
        elif free and near and (after := _of_topic(article, sentence, previous, base)):
            yield Movement(sentence, base.mention, after, (change,), change.sign, link="than")


def _follows(article: Article, figure: Role, change: Role) -> bool:
    """Tell whether a change stands right behind a figure: 527억 원으로 45% 늘었다."""
    return change.name in ("change", "times") and 0 < change.start - figure.place <= 2


def _timed(article: Article, sentence: Sentence, figure: Role) -> bool:
    """Tell whether a time, and nothing but a time, opens the sentence before a figure."""
    places = range(sentence.start, figure.start)
    if not _yearly(article, sentence, figure):
        return False
    words = (article.skeleton[place] in SPANS or article.word(place) in OPENING | AGO for place in places)
    return len(places) > 0 and all(words)


def _yearly(article: Article, sentence: Sentence, figure: Role) -> bool:
    """Tell whether the time that opens a sentence is a year's: what a month's figure changed from is seldom the year's."""
    opening = article.text(article.span(sentence.start, figure.start)) if figure.start > sentence.start else ""
    return any(year in opening for year in YEARS) and not any(month in opening for month in MONTHS)


def _from_alone(sentence: Sentence, previous: Sentence, figure: Role, change: Role) -> Iterator[Movement]:
    """Yield the change between the only such figure of the sentence before and one of another time."""
    like = [mention for mention in previous.mentions if _of_one_kind(mention, figure.mention)]
    if len(like) == 1 and not (like[0].hedge or figure.mention.hedge):
        low, high = sorted((like[0], figure.mention), key=lambda one: one.number.middle if one.number else 0)
        before, after = (high, low) if change.sign < 0 else (low, high)
        yield Movement(sentence, before, after, (change,), change.sign, link="tied")


def _opens(article: Article, sentence: Sentence, base: Role) -> bool:
    """Tell whether only a time stands before the base: the subject is that of the sentence before."""
    places = range(sentence.start, base.start)
    if article.tokens.word(article.token(base.place + 2)).startswith(THEN):
        known = OPENING | AGO
        return sum(article.skeleton[at] not in SPANS and article.word(at) not in known for at in places) <= 1
    return all(article.skeleton[place] in TIMES or article.word(place) in OPENING for place in places)


def _of_topic(article: Article, sentence: Sentence, previous: Sentence, base: Role) -> Mention | None:
    """Return the figure of the sentence before that stands right behind the topic which the sentence names again."""
    places = range(sentence.start + 1, base.start)
    topic = topics(article, [sentence.start])
    if not topic or not all(
        article.skeleton[at] in SPANS or article.word(at) in OPENING | AGO | {"of"} for at in places
    ):
        return None
    for mention in previous.mentions:
        place = article.place(mention)
        named = topics(article, range(max(previous.start, place - TOPIC), place))
        if _of_one_kind(mention, base.mention) and topic <= named:
            return mention
    return None


def _from_before(sentence: Sentence, previous: Sentence, base: Role, change: Role) -> Iterator[Movement]:
    like = [mention for mention in previous.mentions if _of_one_kind(mention, base.mention)]
    if like:
        doubt = UNSURE if len(like) > 1 else None
        yield Movement(sentence, base.mention, like[-1], (change,), change.sign, link="than", doubt=doubt)


def _of_one_kind(mention: Mention, base: Mention) -> bool:
    return mention.kind == base.kind and mention.upper is None and alike(mention, base)
