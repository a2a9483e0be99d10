"""Which figures of a sentence are of the play, and which tell only when, where or before whom it was."""

from __future__ import annotations

from collections.abc import Iterable

from factcheck.article import Article
from factcheck.model import Mention
from factcheck.segment import vocabulary

ASIDE = r"(?: (?:in|on|at|after|with|across|over|before|amid|despite|against|for) [^,.;:()\n\d—–]{2,44}?)?"
"""Behind a figure, up to the mark that ends its clause, words that tell its circumstances: in the rain, after extra time."""

ASIDES = frozenset("across after amid among at before despite during for in of over through under with within".split())
"""What these lead may tell circumstances: in front of 31,000 spectators, across 14 districts, with the help of 40 volunteers."""

REACH = 4
PLAYED = frozenset(
    "point goal run try tries set frame game match win victory draw defeat loss wicket over ball shot attempt stroke hole round lap second minute "
    "start outing appearance meeting score penalty conversion assist medal leg half quarter period series season more".split()
)
"""What a game is counted in."""

GAELIC = frozenset({"hurling", "hurler", "gaelic football", "gaelic games", " gaa", "camogie"})
"""What tells of games in which 2-14 is two goals and 14 points of one side."""


def is_gaelic(article: Article) -> bool:
    """Tell whether a pair of an article may be goals and points of one side rather than the score of two."""
    return not article.verb_last and article.may_say(GAELIC)


def in_play(article: Article, mentions: Iterable[Mention]) -> list[Mention]:
    """Return the figures without lengths of time and counts of what is in no game."""
    return [one for one in mentions if not _is_circumstance(article, one)]


def _is_circumstance(article: Article, one: Mention) -> bool:
    if one.kind == "duration":
        return True
    if one.kind != "count" or not one.noun or one.noun in PLAYED:
        return False
    place, classes = article.place(one), vocabulary()[1]
    for at in range(place - 1, max(0, place - 1 - REACH) - 1, -1):
        if article.word(at) in ASIDES:
            return True
        if at in article.at or article.skeleton[at] not in "w" + classes["DETERMINER"] + classes["PREPOSITION"]:
            return False
    return False
