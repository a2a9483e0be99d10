"""The cues of a total: "in all", "together", "a total of", "combined", "That made 9,467"; and of what is left: "the rest"."""

from __future__ import annotations

import re
from functools import cache

from factcheck.article import Article, Sentence
from factcheck.model import Mention
from factcheck.phrase import phrase, source
from factcheck.regexes import compiled
from factcheck.segment import letters_of

BEFORE_WORDS, BEHIND_WORDS = 5, 9
BEHIND = "<wNC'->? <wNC'->? <wNC'->? <wNC'->? ,? (in (all|total) | TOTAL | all told) <,.q·;:—)\n>"
BEFORE = "(TOTAL | in all | all told) <wNC,:'->? <wNC'->? (PREPOSITION|BE|DETERMINER|SAY)? (ABOUT|NEARLY|MORE|LESS|than|just)*"
ANY_CUE = "TOTAL|all"
HAULS = frozenset("haul aggregate tally sum bag".split())
"""So much of these is all of what stands before: "18 knives and seven pistols, a haul of 25"."""

ENTIRE = frozenset({"whole", "entire"})
COSTS = frozenset({"cost", "costs", "to", "at", "was", "is", "comes", "came", "took", "fetched"})
"""Behind the whole of something these tell what all of it is: so that the whole job cost $40."""
MAKES = frozenset({"make", "makes", "made", "making"})
LEFT = frozenset({"remaining", "other", "rest", "remainder", "others", "remained", "remains", "balance"})
STAYS = frozenset({"remains", "remained"})
LEAVES = frozenset({"leaves", "leaving"})
TOLD = frozenset({"that", "this", "which"})
OF_THEM = "of them|these|those|whom"
OWNERS = frozenset({"the", "its", "his", "her", "their", "our"})
DEFINITE = OWNERS | {"those", "these", "all"}
OUTDOING = frozenset(
    "outlived outlives outlasted survived survives joined joins beat beats outscored outsold outran".split()
)
"""Whoever does so to the other four is the fifth."""

REACH = 4


@cache
def _before() -> re.Pattern[str]:
    return compiled(source(BEFORE) + "$")


@cache
def _left_letters() -> frozenset[str]:
    return letters_of(LEFT)


@cache
def known_letters() -> frozenset[str]:
    """Return the letters of the words before a figure that is taken as known: the, those, its, the last."""
    return letters_of(DEFINITE | {"last"}) - {"w", "N", "C"}


def is_pronoun(mention: Mention) -> bool:
    """Tell "22 in one and 19 in the other" from a count of one."""
    return mention.text.lower() == "one" and not mention.noun


def is_total(article: Article, sentence: Sentence, mention: Mention) -> bool:
    """Tell whether words beside a figure say that it is a total."""
    skeleton, place = article.skeleton, article.place(mention)
    start = max(sentence.start, place - BEFORE_WORDS)
    if phrase(ANY_CUE).search(skeleton, start, place + BEHIND_WORDS):
        if phrase(BEHIND).match(skeleton, place + 1) or _before().search(skeleton, start, place):
            return True
    word = article.word(place - 1) if place > sentence.start else ""
    words = [article.word(at) for at in range(max(start, place - REACH), place)]
    if not ENTIRE.isdisjoint(words) and words[-1] in COSTS:
        return True
    return word in MAKES or (word == "of" and place - sentence.start > 1 and article.word(place - 2) in HAULS)


def counts_more(article: Article, mention: Mention) -> bool:
    """Tell whether one without a number is added to what is counted: twelve boys and their coach."""
    behind = article.place(mention) + 2
    return bool(mention.noun) and phrase("and DETERMINER <w\ue000-\uf8ff>").match(article.skeleton, behind) is not None


def is_whole_of(article: Article, number: Mention) -> bool:
    """Tell whether a number is the whole of which the one before it is a part, which alone is listed: three of the nine."""
    place = article.place(number)
    return place - 3 in article.at and phrase("of DETERMINER").match(article.skeleton, place - 2) is not None


def is_remainder(article: Article, sentence: Sentence, mention: Mention) -> bool:
    """Tell whether words before a figure say that it is what is left, or what something leaves: "That leaves £1.05m"."""
    place = article.place(mention)
    start = max((at + 1 for at in range(max(sentence.start, place - REACH), place) if at in article.at), default=0)
    words = [article.word(at) for at in range(max(sentence.start, place - REACH, start), place)]
    leaves = any(word in LEAVES or (word == "left" and words[n - 1] in TOLD) for n, word in enumerate(words))
    return leaves or is_left(article, sentence, mention)


def is_left(article: Article, sentence: Sentence, mention: Mention) -> bool:
    """Tell whether words before a figure say that it is what is left: "the other $200 billion", "the rest, 30,"."""
    place, skeleton = article.place(mention), article.skeleton
    if phrase(OF_THEM).match(skeleton, place + 1):
        return False
    for at in range(place - 1, max(sentence.start, place - REACH) - 1, -1):
        if (letter := skeleton[at]) in ";—:" or at in article.at:
            return False
        if letter in _left_letters() and (word := article.word(at)) in LEFT:
            if word in STAYS and phrase("MORE|LESS|DETERMINER").search(skeleton, at + 1, place):
                return False  # It remains below the 121,000 of 2008.
            owned = at == place - 1 and article.word(at - 1) in OWNERS and article.word(at - 2) not in OUTDOING
            return word != "other" or owned
    return False
