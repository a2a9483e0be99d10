"""What tells a time: figures of the calendar, words for parts of the year, and tenses that set one against another."""

from __future__ import annotations

from factcheck.article import Article
from factcheck.segment import vocabulary

TIMES = frozenset("DYRW")
"""The letters of figures that tell a time: a day, a year, one told from today, a weekday."""

TIMES_OF_YEAR = frozenset(
    "spring summer autumn fall winter early late mid end then now today ago earlier later currently still previously".split()
)
PAST = frozenset("was were had said told met fell rose did won lost came went made took".split())
"""Verbs that tell of what has been."""

WAS, IS = frozenset({"was", "were", "had", "used"}), frozenset({"is", "are", "has", "have"})


def is_time(article: Article, place: int) -> bool:
    """Tell whether a word or a figure tells a time: Friday, last year, then, now."""
    letter, classes = article.skeleton[place], vocabulary()[1]
    return (
        letter in TIMES
        or (
            article.skeleton[place + 1 : place + 2] in (",", ".")
            and place not in article.at
            and article.word(place) == "this"
        )
        or letter in classes["PERIOD"]
        or (place not in article.at and article.word(place) in TIMES_OF_YEAR)
    )


def tenses(article: Article, start: int, stop: int) -> bool:
    """Tell whether one thing was and another is: the tense tells a time where no word does."""
    words = {article.word(at) for at in range(start, stop) if article.skeleton[at] >= "\ue000" and at not in article.at}
    return not words.isdisjoint(WAS) and not words.isdisjoint(IS)
