"""Weekdays told beside a day that is counted from that of writing, or from one told before: in two days' time, on Friday."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, timedelta

from factcheck.article import BIT, Article, Sentence
from factcheck.dates import DAYS_IN, NAMES, OFFSETS, shown, weekday_as
from factcheck.document import Span
from factcheck.link.context.sayings import on_which_said
from factcheck.link.time.deictic import Reach, spoken_at, told_of
from factcheck.model import Mention, Relation
from factcheck.quantity import Quantity
from factcheck.records import NamedTuple

PARTS = frozenset("morning afternoon evening night lunchtime teatime noon".split())
SHORT_AGO = {("last", "night"): Reach(-1, 0)} | {
    ("this", part): Reach(0, 0) for part in ("morning", "afternoon", "evening", "lunchtime")
}
LATER = {"next": 1, "following": 1, "previous": -1, "preceding": -1}
"""Behind "the" and before "day" they lead from the day told before."""
JOINTS, ENDS = frozenset(",(—–-:"), frozenset(".,;)q—\n·-")
CLOSING = frozenset(",.;:)—\n")
GOING_ON = frozenset({"with", "when", "and", "but", "in", "so"})
"""Behind "yesterday, a Saturday" these begin something else; a noun would make it the weekday's: a Saturday crowd."""
OTHER_DAY = frozenset({"before", "after", "week", "fortnight"})
"""Behind a weekday these tell of another: the Thursday before the vote."""
OWNING = frozenset({"the", "its", "his", "her", "their", "'s", "’s"})
"""Before "last night" these make it the end of something: the fair's last night, Sunday."""
BACK = 40
"""So many words back may stand the weekday that "the next day" is counted from."""

AS_OF = "{{working}}, as of {}, is {{implied}}, {}, not {{stated}}."


class Phrase(NamedTuple):
    """Words that stand for a day, in places `first` up to `last`: how far it lies from the day `since`, or from today."""

    reach: Reach
    first: int
    last: int
    since: Mention | None = None


def weekdays_told(article: Article, published: date) -> Iterator[Relation]:
    """Yield the weekdays told in apposition to words that stand for a day."""
    for sentence in article.sentences:
        if sentence.kinds & BIT["W"]:
            for mention in sentence.of_kind("weekday"):
                if (
                    mention.when
                    and mention.when.weekday is not None
                    and not mention.when.shift
                    and not mention.when.unit
                ):
                    yield from _told(article, sentence, mention, published)


def _told(article: Article, sentence: Sentence, weekday: Mention, published: date) -> Iterator[Relation]:
    place = article.place(weekday)
    shifted = article.word(place - 1) in ("last", "next", "this")
    if shifted or article.word(place + 1) in OTHER_DAY or on_which_said(article, weekday):
        return
    before = _described(article, place)
    before -= before == place and article.word(place - 1) == "on"
    before -= article.skeleton[before - 1] in JOINTS
    if before < place or article.skeleton[place - 1] == "R":
        if phrase := _ending(article, sentence, before):
            yield _relation(article, weekday, phrase, published)
            return
    behind = place + 1 + (article.word(place + 1) in PARTS)
    ended = weekday.text.endswith("day.")
    if article.skeleton[behind] in JOINTS and not ended and (phrase := _opening(article, sentence, behind + 1)):
        if article.skeleton[phrase.last : phrase.last + 1] in ENDS:
            yield _relation(article, weekday, phrase, published)


def _described(article: Article, place: int) -> int:
    """Return where "a wet Saturday" begins, if an article and an adjective at the most stand before a weekday and no noun behind it."""
    if article.skeleton[place + 1] not in CLOSING and article.word(place + 1) not in GOING_ON:
        return place
    for start in (place - 1, place - 2):
        if article.word(start) in ("a", "an") and article.skeleton[start - 1] in JOINTS:
            return start if article.skeleton[start + 1 : place] in ("", "w") else place
    return place


def _ending(article: Article, sentence: Sentence, end: int) -> Phrase | None:
    """Return the words for a day that end just before a place."""
    at = end - (article.word(end - 1) in PARTS and article.skeleton[end - 2] == "R")
    mention = article.at.get(at - 1)
    if mention and mention.when and mention.when.shift in OFFSETS:
        return _of_shift(article, mention, at)
    if mention and mention.when and mention.when.unit == "day":
        return _counted_on(article, sentence, mention, at)
    pair = (article.word(end - 2), article.word(end - 1))
    if pair in SHORT_AGO and article.word(end - 3) not in OWNING:
        return Phrase(SHORT_AGO[pair], end - 2, end)
    for start in range(end - 1, max(sentence.start, end - 4) - 1, -1):
        if article.skeleton[start] == "L" and (phrase := _of_length(article, start)) and phrase.last == end:
            return phrase
    return None


def _opening(article: Article, sentence: Sentence, start: int) -> Phrase | None:
    """Return the words for a day that begin at a place."""
    mention = article.at.get(start)
    if mention and mention.when and mention.when.shift in OFFSETS:
        return _of_shift(article, mention, start + 1)
    if mention and mention.kind == "duration":
        return _of_length(article, start)
    pair = (article.word(start), article.word(start + 1))
    return Phrase(SHORT_AGO[pair], start, start + 2) if pair in SHORT_AGO else None


def _of_shift(article: Article, mention: Mention, last: int) -> Phrase | None:
    """Return "tomorrow", "the day before yesterday" and "a week today"."""
    start = date(2001, 6, 15)
    shift = mention.when.shift if mention.when else ""
    told = told_of(article, article.place(mention), start + timedelta(OFFSETS[shift]))
    steps = (told - start).days if told else None
    return None if steps is None else Phrase(Reach(steps, steps), article.place(mention), last)


def _of_length(article: Article, place: int) -> Phrase | None:
    """Return "four days ago", "two days from now", "three days away" and "in two days' time"."""
    length = article.at[place]
    number = length.number
    if not number or length.hedge or length.unit not in DAYS_IN or number.middle.denominator != 1:
        return None
    days = int(number.middle) * DAYS_IN[length.unit]
    words = [article.word(at) for at in range(place + 1, place + 4)]
    if words[0] == "ago":
        return Phrase(Reach(-days, -days), place, place + 2)
    if words[0] in ("away", "hence"):
        return Phrase(Reach(days, days), place, place + 2)
    if words[0] == "from" and (words[1] == "now" or words[1] == "today"):
        return Phrase(Reach(days, days), place, place + 3)
    owned = words[0] in ("'", "’", "'s", "’s")
    if article.word(place - 1) == "in" and words[owned] == "time":
        return Phrase(Reach(days, days), place - 1, place + 2 + owned)
    return None


def _counted_on(article: Article, sentence: Sentence, day: Mention, end: int) -> Phrase | None:
    """Return "the next day" with the one weekday told before it in its sentence."""
    start = article.place(day)
    steps = LATER.get(day.when.shift) if day.when and article.word(start - 1) == "the" else None
    near = [one for one in sentence.of_kind("weekday|date") if start - BACK <= article.place(one) < start]
    told = [one for one in near if one.when and one.when.weekday is not None]
    if steps is None or not told or any(one.when != told[0].when or not one.when or one.when.shift for one in told):
        return None
    return Phrase(Reach(steps, steps), start - 1, end, told[-1])


def _relation(article: Article, weekday: Mention, phrase: Phrase, published: date) -> Relation:
    """Hold a weekday to those that the words beside it stand for."""
    span = article.span(phrase.first, phrase.last)
    words, since = article.text(span), phrase.since.when if phrase.since else None
    spans: tuple[Span, ...] = (span,)
    says = None
    if since and since.weekday is not None and phrase.since:
        days = [(since.weekday + phrase.reach.first) % len(NAMES)]
        made, spans = f"{words} from {phrase.since.text}", (phrase.since.span, span)
    else:
        meant = [published + timedelta(step) for step in range(phrase.reach.first, phrase.reach.last + 1)]
        days = [found.weekday() for found in meant]
        made, says = words, AS_OF.format(shown(published), shown(meant[0]))
    told = NAMES[weekday.when.weekday or 0] if weekday.when else ""
    stated = Quantity.named(told, weekday.text, weekday.span)
    doubt = spoken_at(article, weekday.sentence, min(phrase.first, article.place(weekday)))
    implied = Quantity.one_of((NAMES[found] for found in days), made, *spans)
    return Relation(stated, implied, says, doubt=doubt, instead=weekday_as(weekday.text, days[0]))
