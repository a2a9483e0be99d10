"""Who was born when, and how old somebody is said to be: names, births and ages, tied where a text ties them."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, timedelta
from functools import lru_cache
from typing import NamedTuple

from factcheck.article import BIT, Article, Sentence
from factcheck.dates import Days, birthdays, days_meant
from factcheck.events import acts
from factcheck.model import Mention
from factcheck.quantity import Interval
from factcheck.segment import STOPS

DEATHS = frozenset({"died", "dies", "dead", "death", "dying"})
PASSED = frozenset(
    {"was", "were", "is", "who", "had", "been", "having", "has", ",", "(", "and", "turns", "turned"}
)
HEADS = frozenset({"title", "headline"})
RECENT, LATELY = timedelta(14), timedelta(60)
"""News is at most so old; a death is told of within so long."""
OLDEST = 115
REACH = 4
SOMEBODY: tuple[str, ...] = ("",)
"""The name of somebody who is not named: nobody else's."""

Name = tuple[str, ...]


class Birth(NamedTuple):
    """A birth: the days it may have been on, and of whom; no name for "he" or "she"."""

    mention: Mention
    days: Days
    name: Name
    sentence: Sentence


class Aged(NamedTuple):
    """An age said of somebody; `manner` is death, turned or now."""

    mention: Mention
    name: Name
    manner: str
    sentence: Sentence


def births(article: Article) -> Iterator[Birth]:
    """Yield the births that an article tells of with their date or year."""
    for act in acts(article):
        if act.family == "born" and act.mention.when and act.mention.when.year:
            days = days_meant(act.mention.when, article.published)
            if days:
                yield Birth(act.mention, days, _named(article, act.token, act.mention), act.sentence)


def _named(article: Article, token: int, mention: Mention) -> Name:
    """Return who is born: the name before the word, or the first one behind a "Born in ... in 1969, ..."."""
    if name := name_before(article, token):
        return name
    letters = article.tokens.letters
    if token and letters[token - 1] not in f"{STOPS} ":
        words = {article.tokens.word(at).lower() for at in range(max(0, token - REACH), token)}
        return () if words & {"he", "she", "who"} else SOMEBODY
    stop = min((at for mark in STOPS if (at := letters.find(mark, token)) >= 0), default=len(letters))
    for at in range(mention.last, stop):
        if letters[at] == "N" and article.tokens.word(at - 1).lower() not in (
            "in",
            "at",
            "of",
            "near",
            "from",
            "to",
        ):
            return run(article, at)
    return ()


def run(article: Article, token: int) -> Name:
    """Return the run of capitalised words that a token begins."""
    letters, name = article.tokens.letters, []
    while token < len(letters) and letters[token] in "NC·":
        if letters[token] == "N":
            name.append(article.tokens.word(token))
        token += 1
    return tuple(name)


def name_before(article: Article, token: int) -> Name:
    """Return the name that ends just before a token, commas and forms of "to be" passed over."""
    letters, at = article.tokens.letters, token - 1
    while at >= 0 and token - at < 6 and (article.tokens.word(at).lower() in PASSED or letters[at] in "dy"):
        at -= 1
    name: list[str] = []
    while at >= 0 and letters[at] in "NC·":
        if letters[at] == "N":
            name.insert(0, article.tokens.word(at))
        at -= 1
    return tuple(name)


def ages(article: Article) -> Iterator[Aged]:
    """Yield the ages that an article gives to people."""
    for sentence in article.sentences:
        if sentence.kinds & (BIT["A"] | BIT["K"]):
            for mention in sentence.of_kind("age|count"):
                if manner := _manner(article, sentence, mention):
                    yield Aged(mention, _whose(article, sentence, mention), manner, sentence)


def _manner(article: Article, sentence: Sentence, mention: Mention) -> str:
    """Tell in what manner a number is an age; "" if it is none."""
    if (
        mention.number is None
        or not 0 < mention.number.middle <= OLDEST
        or mention.number.middle.denominator != 1
    ):
        return ""
    place = article.place(mention)
    before = [article.word(at) for at in range(max(sentence.start, place - 4), place)]
    behind = article.skeleton[place + 1 : place + 2]
    if mention.kind == "count" and (mention.noun or behind not in f"{STOPS},·;)RDY" and behind):
        return "turned" if before[-1:] in (["turned"], ["turns"]) and behind in "RDYW" else ""
    if before[-1:] in (["turned"], ["turns"]):
        return "turned"
    dead = not DEATHS.isdisjoint(_words(article, sentence.start, place))
    if mention.kind == "count":
        if before[-1:] == ["at"] or before[-3:] == ["the", "age", "of"]:
            return "death" if dead else ""
        if before[-1:] not in (["was"], ["is"]) or len(before) < 2:
            return ""
        return _of_one_now(article, sentence, before[-1], place)
    return "death" if dead else "now"


def _of_one_now(article: Article, sentence: Sentence, verb: str, place: int) -> str:
    """Tell "She was 84." of somebody just said to have died from "The count was 84."."""
    subject = article.skeleton[place - 2]
    if subject != "N" and article.word(place - 2) not in ("he", "she", "who"):
        return ""
    start = article.skeleton.rfind("\n", 0, sentence.start) + 1
    dead = not DEATHS.isdisjoint(_words(article, start, sentence.start))
    return "death" if verb == "was" and dead else "now" if verb == "is" else ""


def _words(article: Article, start: int, end: int) -> set[str]:
    return {article.word(at) for at in range(start, end)}


def _whose(article: Article, sentence: Sentence, mention: Mention) -> Name:
    name = name_before(article, mention.first)
    return name or subject(article, sentence)


def subject(article: Article, sentence: Sentence) -> Name:
    """Return the first name of the paragraph before a sentence, or of the sentence itself."""
    start = article.skeleton.rfind("\n", 0, sentence.start) + 1
    for at in range(start, sentence.end):
        if article.skeleton[at] == "N":
            return run(article, article.token(at))
    return ()


@lru_cache(maxsize=2)
def deceased(article: Article) -> Name:
    """Return every name in headline and lead of an obituary; () for other articles."""
    names: list[str] = []
    for block in article.document.blocks[:4]:
        words = article.document.text[block.start : block.end].replace(",", " ").split()
        if any(word.lower().strip(".") in DEATHS for word in words):
            names += [word.strip(".") for word in words if word[:1].isupper()]
    return tuple(names)


def same(article: Article, one: Name, other: Name) -> bool:
    """Tell whether two names can be of one person: one surname and no two forenames, or the dead of an obituary."""
    if one and other:
        if one[-1] == other[-1]:
            return len(one) == 1 or len(other) == 1 or one[0] == other[0]
        return one[0] == other[0] and one[0] in deceased(article)
    known = one or other
    return not known or known[-1] in deceased(article) or known[0] in deceased(article)


def age_on(birth: Days, on: Days) -> Interval:
    """Return every age, in full years, of somebody born on a day of `birth`, on a day of `on`."""
    return Interval.exactly(birthdays(birth.last, on.first)).hull(
        Interval.exactly(birthdays(birth.first, on.last))
    )


def recently(published: date) -> Days:
    """Return the days that news of a day can speak of."""
    return Days(published - RECENT, published)


def died_on(article: Article, published: date) -> Days:
    """Return the days on which an obituary's subject can have died."""
    for act in acts(article):
        if act.family == "died" and act.mention.when:
            days = days_meant(act.mention.when, published)
            if days and days.first <= published and (act.mention.when.year or act.mention.when.day):
                return Days(days.first, min(days.last, published))
    return Days(published - LATELY, published)
