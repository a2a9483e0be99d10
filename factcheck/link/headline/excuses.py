"""Why two figures that differ may both be right: somebody else told one, or it is of another day or season."""

from __future__ import annotations

from factcheck.article import Article, Sentence
from factcheck.link.context.speakers import quoted, revised
from factcheck.link.headline.takenup import exchanged
from factcheck.model import Mention

PASSING = frozenset({"now", "not", "yet", "still", "since", "later", "first"})
"""Where two digits are swapped these tell of no other figure: the wave has now lasted 19 days."""

PERIODS, YEARLY, DATED = (
    "the figures may be of two periods",
    "the figures may be of two seasons",
    "the figures may be of two days or months",
)
TIMES_APART = frozenset({PERIODS, YEARLY, DATED})
"""By these the text itself tells two figures apart: not even a slip between them tells that they are one."""

SEASONS = frozenset("spring summer autumn fall winter season".split())


def unsaid(article: Article, *both: Mention) -> str | None:
    """Return why the writer may not have told two figures for one: somebody else did, roughly, or took one back."""
    slipped = exchanged(*both)
    if not slipped and any(quoted(article, mention) for mention in both):
        return "one of the figures is quoted"
    if not slipped and any(mention.hedge for mention in both):
        return "one of the figures is hedged"
    if any(revised(article, mention, PASSING if slipped else frozenset()) for mention in both):
        return "the text speaks of another figure"
    return None


def may_differ(article: Article, *both: Mention, dated: bool = False) -> str | None:
    """Return why two figures may both be right; of what is `dated`, only two years told tell two periods."""
    if reason := unsaid(article, *both):
        return reason
    periods = {_period(article.sentences[mention.sentence]) for mention in both}
    if len(periods - {frozenset()} if dated else periods) > 1:
        return PERIODS
    one, *others = [_times(article.sentences[mention.sentence]) for mention in both]
    if len({_seasons(article, article.sentences[mention.sentence]) for mention in both}) > 1:
        return YEARLY
    kinds = [one.keys() & other.keys() if dated else one.keys() | other.keys() for other in others if one and other]
    if any(one.get(kind) != other.get(kind) for other in others if one and other for kind in kinds[0]):
        return DATED
    return None


def _times(sentence: Sentence) -> dict[str, frozenset[str]]:
    """Return the weekdays, the dates and the like that a sentence names, as written, by their kinds."""
    named = [mention for mention in sentence.mentions if mention.when]
    return {
        kind: frozenset(one.text.lower() for one in named if one.kind == kind) for kind in {one.kind for one in named}
    }


def _seasons(article: Article, sentence: Sentence) -> frozenset[str]:
    """Return the seasons that a sentence names as this one or the last: this winter."""
    led = (at for at in range(sentence.start + 1, sentence.end) if article.word(at - 1) in ("this", "last", "next"))
    return frozenset(article.word(at) for at in led if article.word(at) in SEASONS)


def _period(sentence: Sentence) -> frozenset[int]:
    """Return the years that a sentence names."""
    return frozenset(mention.when.year for mention in sentence.mentions if mention.when and mention.when.year)


def counted_through(article: Article, said: Mention, mention: Mention) -> bool:
    """Tell whether two lengths in days are one, counted with its first day or without: seven days at the dam, home six days after."""
    days = said.unit == mention.unit == "day" and said.number is not None and mention.number is not None
    elapsed = [_is_elapsed(article, one) for one in (said, mention)]
    return days and abs(said.size - mention.size) == 1 and not all(elapsed)


def _is_elapsed(article: Article, length: Mention) -> bool:
    place = article.place(length)
    return article.word(place - 1) == "after" or article.word(place + 1) in ("after", "later", "ago", "since")


def is_part(article: Article, said: Mention) -> bool:
    """Tell whether a headline's figure is of some of those that the text counts: hikers, three of them children."""
    place = article.place(said) + 1
    return article.word(place) == "of" and article.word(place + 1) in ("them", "whom", "which")
