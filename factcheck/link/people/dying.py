"""Whether an age is told of a death that its sentence tells of, or of something else that the dead once did."""

from __future__ import annotations

from factcheck.article import Article, Sentence
from factcheck.link.people.births import DEATHS
from factcheck.phrase import word_letters

IRREGULAR = frozenset(
    "wrote became began left ran took made gave led won lost built taught sang flew drove grew kept held bought sold met found "
    "brought went came saw spoke swam sat stood wore caught fought sought threw rode rose drew hung dug lent spent sent set put "
    "cut quit bore chose learnt dealt broke stole swore swept paid had was were could would".split()
)
"""Verbs of the past that do not end in -ed."""
OPENING = frozenset({",", "he", "she", "who", "which", "that", "they", "and"})
"""Before a verb these open what somebody did; elsewhere one that ends in -ed may be a participle."""
WHEN_DIED = 4
"""So many words behind an age "when she died" ends."""
AGED = frozenset({"at", "aged"})


def of_death(article: Article, start: int, place: int) -> bool:
    """Tell "died on Monday, her son said, at the age of 92" from "who died on Monday, went to sea at the age of nine".

    A verb between the death and the age, other than of saying, makes it the age of what that tells; where a comma sets
    off the age, one that does not stand in a clause of its own: "died in Ely, where she lived, at the age of 92".
    """
    dies = [at for at in range(start, place) if article.word(at) in DEATHS]
    if not dies or ";" in article.skeleton[dies[-1] : place]:
        return False
    led = next((at for at in range(place - 1, dies[-1], -1) if article.word(at) in AGED), place)
    openers = {","} if article.skeleton[led - 1] == "," else OPENING
    return not any(_does(article, at, openers) for at in range(dies[-1] + 1, led))


def dies_then(article: Article, sentence: Sentence, place: int) -> bool:
    """Tell "he was 79 when he died on Tuesday" from ages at a death that is no news, and from "he was 12 when she died"."""
    who, behind = article.word(place - 2), [article.word(at) for at in range(place + 1, place + 4)]
    if article.word(place - 1) != "was" or behind not in (["when", "he", "died"], ["when", "she", "died"]):
        return False
    near = range(place + WHEN_DIED, place + WHEN_DIED + 3)
    news = any(
        mention.kind in ("weekday", "relative") and article.place(mention) in near for mention in sentence.mentions
    )
    return news and (who == behind[1] or article.skeleton[place - 2] == "N")


def _does(article: Article, place: int, openers: frozenset[str] | set[str]) -> bool:
    """Tell whether a verb of the past, other than of saying, stands at a place behind what opens a clause."""
    word, before = article.word(place), article.word(place - 1)
    if article.skeleton[place] in word_letters("SAY") or (before not in openers and not _named(article, place - 1)):
        return False
    return word in IRREGULAR or (word.endswith("ed") and word != "aged" and article.word(place + 1) != "by")


def _named(article: Article, place: int) -> bool:
    return article.skeleton[place] == "N"
