"""Figures by which a text takes up what it told just before under another name: a £4.2m refit ... the £4.2m scheme."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache

from factcheck.article import Article
from factcheck.model import Mention
from factcheck.numerals import digits
from factcheck.phrase import DATES, phrase
from factcheck.rulefiles import load_rules
from factcheck.segment import vocabulary
from factcheck.slips import mistyped, swapped
from factcheck.subjects import modifiers, noun, stem
from factcheck.unnamed import person_noun

NEXT, AWAY = 2, 60
"""So many sentences with figures before one, and so many places, may stand what it takes up."""
NAMED = 3
"""So many places behind a figure stands the noun by which it is called."""
CALLING = frozenset("wN-")
OF_THE = "of the|these|those|its|their"
OPEN = frozenset({"to", "since", "until", "before", "after"})
"""Behind a noun these say nothing of which it is."""
ANY, NEAR = "any", 5
"""So many places about a figure tell what it was of."""
TWICE = 2
"""Lengths of which one is more than so many times the other are hardly of one thing."""


def just_told(article: Article, mention: Mention, before: list[Mention]) -> Mention | None:
    """Return the one figure, of those `before` it, that a known one can take up in the next sentence; None where it may be another."""
    place = article.place(mention)
    close = [
        other
        for other in before
        if mention.sentence - other.sentence <= NEXT and place - article.place(other) <= AWAY
        if _may_be_called(article, mention, other)
    ]
    first = close[0] if close and article.has_articles else None
    if first is None or any(other.size != first.size for other in close) or first.hedge or first.upper:
        return None
    return first


def differ(mention: Mention, told: Mention) -> bool:
    """Tell whether two figures are not the same as one in round numbers, and counts and sums only as by a slip of the pen."""
    if mention.rounded.interval.meets(told.rounded.interval):
        return False
    if mention.kind == "duration":
        return max(mention.size, told.size) <= TWICE * min(mention.size, told.size)
    return mistyped(_spelled(mention), _spelled(told))


def _spelled(mention: Mention) -> str:
    """Return the digits of a figure, those of one in words too."""
    return digits(mention.text) or str(int(mention.size))


def _may_be_called(article: Article, mention: Mention, told: Mention) -> bool:
    """Tell whether a figure is called by a noun that can name what was told again, and by nothing that tells it apart."""
    called = [article.word(at) for at in _called(article, mention) if not told_apart(article, at)]
    if mention.kind == "count":
        given, sorts = noun(told), (modifiers(article, mention), modifiers(article, told))
        one_sort = not all(sorts) or bool(sorts[0] & sorts[1])
        return bool(given) and one_sort and any(stem(word) == given or _is_sort(article, word, told) for word in called)
    if called:
        return any(_is_one_of(article, word, told) for word in called)
    bare = mention.kind == "money" and article.after(mention, 1) not in _calling()
    alike = mention.size == told.size or swapped(_spelled(mention), _spelled(told))
    return bare and alike and not told_apart(article, article.place(mention))


def _called(article: Article, mention: Mention) -> Iterator[int]:
    """Yield where the words stand by which a figure may be called: "penalty" of "the £805,000 penalty"."""
    place = article.place(mention)
    if is_named(article, mention):
        yield place - 2
        return
    led = phrase(OF_THE).match(article.skeleton, place + 1)
    start = led.end() if led else place + 1
    for at in range(start, start + NAMED):
        if article.skeleton[at : at + 1] not in _calling():
            break
        if article.skeleton[at] != "-":
            yield at


def of_another(article: Article, noun: int) -> bool:
    """Tell whether what follows a noun says whose or which it is: "the £58,000 prize of last year"."""
    behind = _behind(article, noun)
    word = article.word(noun + 1) if behind[0] in vocabulary()[1]["PREPOSITION"] else ""
    if article.word(noun).endswith("ed"):
        return False
    return word == "of" or (word in ("from", "with") and behind[1] not in DATES)


def told_apart(article: Article, noun: int) -> bool:
    """Tell whether what follows a noun says which one it is: "the 43 branches of its rival", "the 16 people hurt were"."""
    behind, classes = _behind(article, noun), vocabulary()[1]
    if behind[0] in classes["PREPOSITION"]:
        word = article.word(noun + 1)
        return (word == "of" or behind[1] not in DATES) and word not in OPEN
    verb = 0
    while behind[verb] in "w" + classes["CHANGE"] and verb < NAMED:
        verb += 1
    reduced = verb > 0 and behind[verb] in "N" + classes["BE"]
    reduced = reduced or (behind[verb] in classes["PREPOSITION"] and article.word(noun + verb).endswith("ed"))
    return behind[0] in "N" + classes["PRONOUN"] + classes["DETERMINER"] or reduced


def _behind(article: Article, noun: int) -> str:
    """Return the letters of the places behind a noun, block's ends where the text has no more."""
    return article.skeleton[noun + 1 : noun + 2 + NAMED].ljust(NAMED + 1, "\n")


def is_named(article: Article, mention: Mention) -> bool:
    """Tell whether a figure is that of a thing taken as known: "the theft of £41,000"."""
    place = article.place(mention)
    return (
        place > 2
        and article.skeleton[place - 1] == vocabulary()[0]["of"]
        and article.word(place - 2) in _families(mention.kind)
        and article.word(place - 3) in ("the", "that", "this")
    )


@cache
def _calling() -> frozenset[str]:
    classes = vocabulary()[1]
    return CALLING | frozenset(classes["FALL"] + classes["RISE"])


@cache
def _families(kind: str) -> dict[str, str]:
    """Return the nouns that can call a figure of a kind again, each with what it can be of."""
    families = load_rules("concepts")["resumed"].get(kind, {})
    return {word: family for family, words in families.items() for word in words.split()}


@cache
def _sorts() -> dict[str, frozenset[str]]:
    return {sort: frozenset(words.split()) for sort, words in load_rules("concepts")["sorts"].items()}


def _is_one_of(article: Article, word: str, told: Mention) -> bool:
    """Tell whether a noun can call a figure again: it can be of anything, or the text called that by none of another family."""
    families = _families(told.kind)
    if word not in families:
        return False
    place = article.place(told)
    known = {families.get(article.word(at), "") for at in range(max(0, place - NEAR), place + NEAR)} - {""}
    return families[word] == ANY or not known or families[word] in known


def _is_sort(article: Article, word: str, told: Mention) -> bool:
    """Tell whether a noun names a sort that what was told of is of: "participants" for women, "animals" for ewes."""
    if word in _families("count"):
        return (person_noun(told.noun) or f"{told.noun}s" in _families("count")) and _is_one_of(article, word, told)
    return any(word in (sort, f"{sort}s") and told.noun in members for sort, members in _sorts().items())
