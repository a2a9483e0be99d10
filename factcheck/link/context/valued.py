"""Which figures of a sentence may be values of something: no length of time that says when, no "one" that stands for a noun."""

from __future__ import annotations

from factcheck.article import Article
from factcheck.model import Mention
from factcheck.segment import vocabulary

AGO = frozenset({"earlier", "before", "ago", "previously", "later"})
SAME_PERIOD = frozenset({"same", "previous", "preceding", "corresponding", "comparable", "first", "last", "past"})
ACTIONS = frozenset(
    "action charges case suit claims measures sanctions protest protests evidence proceedings vaccinated".split()
)
"""Behind these "against" sets no figure beside another."""
TAKEN_OFF = frozenset({"less", "minus"})
"""Between two figures of one kind these make one figure of them."""

ENDS_PERIOD = frozenset({"to", "ended", "ending", "through", "until", "from"})

POINTING = frozenset({"the", "these", "those"})


def is_value(article: Article, mention: Mention, place: int) -> bool:
    """Tell whether a figure may be a value: twelve months earlier, the nine months to June and "the old one" are none."""
    if _stands_for_things(article, mention, place):
        return False
    if article.word(place - 1) == "by" and article.word(place + 1) == "to" and article.word(place + 2) in ("one", "1"):
        return False  # "failed by three to one, 74.7 to 25.3"
    if article.word(place - 1) == "against" and article.word(place - 2) in ACTIONS:
        return False  # "action against 264 people"
    if article.word(place - 1) == "of" and article.word(place - 2) in ("error", "factor"):
        return False  # "a margin of error of 3 points, up from 52 percent", "shrank by a factor of three"
    if article.word(place - 1) in TAKEN_OFF and (whole := article.at.get(place - 2)) and whole.kind == mention.kind:
        return False  # "by eleven weeks less two days"
    return mention.kind != "duration" or not _is_period(article, place)


def _stands_for_things(article: Article, mention: Mention, place: int) -> bool:
    """Tell whether a number word is a pronoun: that one; the average one cost; the distance between the two has doubled."""
    word = mention.text.lower()
    described = article.word(place - 1).isalpha() and article.skeleton[place - 2] in vocabulary()[1]["DETERMINER"]
    if word == "one" and described:
        return True
    return not mention.noun and (word == "one" or (word.isalpha() and article.word(place - 1) in POINTING))


def _is_period(article: Article, place: int) -> bool:
    """Tell whether a length of time is when something was measured."""
    letters, classes = article.skeleton, vocabulary()[1]
    if article.word(place + 1) in AGO:
        return True
    known = (
        letters[place - 1 : place] in set(classes["DETERMINER"] + classes["SHIFT"])
        or article.word(place - 1) in SAME_PERIOD
    )
    to = article.word(place + 1) in ENDS_PERIOD and letters[place + 2 : place + 3] in f"DYWR{''.join(classes['MONTH'])}"
    return known and (to or article.word(place - 1) in SAME_PERIOD)
