"""Days and months of a text that seem to be the headline's and are others."""

from __future__ import annotations

from factcheck.article import Article, Sentence
from factcheck.link.context.roles import grammar
from factcheck.link.context.subjects import clause_of, topics_of
from factcheck.link.headline.heads import Head
from factcheck.link.headline.retold import OPENING, tells
from factcheck.model import Mention
from factcheck.segment import vocabulary

FIRST, SAME = 3, 2
"""In so many sentences a text names the month of its headline, and so many words in common are of the same thing."""

BOUNDS = frozenset({"since", "until", "till", "from", "by", "before", "after", "to", "through", "past", "next"})
"""A month behind these is where a time begins or ends, not the time of what is told."""


COMING = frozenset({"will", "opens", "begins", "starts", "closes", "returns", "to"})
SPOKEN = frozenset(
    {"told", "announced", "warned", "confirmed", "agreed", "decided", "voted", "ruled", "statement", "late"}
)
"""In the clause of a day these tell what is to come on it, and what somebody told on it."""


def another_date(article: Article, head: Head) -> Mention | None:
    """Return the day or month that the text has in place of the headline's, None where either bounds a time."""
    if head.mention.kind == "weekday":
        mention = _another_weekday(article, head)
    else:
        mention = _another_day(article, head) or _another_month(article, head)
    bounds = mention and any(article.word(article.place(one) - 1) in BOUNDS for one in (head.mention, mention))
    return None if bounds else mention


def _another_day(article: Article, head: Head) -> Mention | None:
    """Return the one day of the opening, in sentences with half of the headline's words, off in day or month alone."""
    said, told = head.mention.when, topics_of(article, head.sentence)
    sentences = [one for one in article.body[:OPENING] if tells(told, topics_of(article, one), 2)]
    dates = [one for sentence in sentences for one in sentence.mentions if one.kind == "date"]
    days = {(one.when.month, one.when.day): one for one in dates if one.when and one.when.month}
    if said is None or not said.day or len(days) != 1:
        return None
    [((month, day), mention)] = days.items()
    return mention if day and (day == said.day) != (month == said.month) else None


def _another_weekday(article: Article, head: Head) -> Mention | None:
    """Return the one day of the week of the opening, if what is to come on it is told there, and the headline's is nowhere.

    The day on which somebody said it is none of what is told.
    """
    said = head.mention.when
    days = [one for sentence in article.body for one in sentence.mentions if one.when and one.when.weekday is not None]
    weekdays = {one.when.weekday for one in days if one.when}
    if not days or said is None or said.weekday in weekdays or len(weekdays) != 1:
        return None
    mention = days[0]
    sentence, clause = article.sentences[mention.sentence], clause_of(article, mention)
    classes, letters = vocabulary()[1], {article.skeleton[at] for at in clause}
    spoken = not letters.isdisjoint(classes["SAY"]) or not SPOKEN.isdisjoint(map(article.word, clause))
    shifted = any(one.when and one.when.shift for one in (head.mention, mention))
    if spoken or shifted or mention.sentence - article.body[0].number >= OPENING or len(days) > 1:
        return None
    coming = not COMING.isdisjoint(map(article.word, clause))
    told = tells(topics_of(article, head.sentence), topics_of(article, sentence), 2)
    return mention if coming and told else None


def _another_month(article: Article, head: Head) -> Mention | None:
    """Return the month that the text names first, if that is of the same thing and the headline's is nowhere."""
    said = head.mention.when
    dates = [(one, one.when, sentence) for sentence in article.body for one in sentence.mentions if one.kind == "date"]
    named = [(mention, when, sentence) for mention, when, sentence in dates if when and when.month]
    if said is None or not said.month or any(when.month == said.month for _, when, _ in named):
        return None
    if not named or named[0][2].number - article.body[0].number >= FIRST:
        return None
    mention, when, sentence = named[0]
    if any(found[1].month != when.month for found in named if found[2] is sentence):
        return None
    alike = (when.day, when.year, when.weekday) == (said.day, said.year, said.weekday)
    subject = topics_of(article, head.sentence) & topics_of(article, sentence)
    told = alike and len(subject) >= SAME and _one_way(article, head.sentence, sentence)
    return mention if told else None


def _one_way(article: Article, one: Sentence, other: Sentence) -> bool:
    """Tell whether two sentences do not speak of changes in opposite ways."""
    ways = [
        {grammar().sign(letter) for letter in article.skeleton[part.start : part.end]} - {0} for part in (one, other)
    ]
    return not all(ways) or not ways[0].isdisjoint(ways[1])
