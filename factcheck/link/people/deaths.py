"""Ages at a death: of whom they are, and whether another year is told with it."""

from __future__ import annotations

from datetime import date, timedelta
from functools import lru_cache
from itertools import pairwise

from factcheck.article import Article, Sentence, kind_bits
from factcheck.dates import Days, days_meant
from factcheck.link.context.sayings import on_which_said
from factcheck.link.context.ties import adjacent
from factcheck.link.people.births import DEATHS, Birth
from factcheck.link.people.lives import KIN, Aged, same
from factcheck.link.people.persons import PRONOUNS, SOMEBODY, referent
from factcheck.link.time.events import acts, acts_near
from factcheck.model import Mention
from factcheck.patterns import Pattern

LATELY, A_YEAR = timedelta(60), timedelta(366)
"""A death is told of within so long."""
OWNERS, OWNED, OWNING = frozenset({"his", "her", "their"}), frozenset({"'s", "’s"}), 3
A_DEATH_BACK = 30
"""So many places before the age of somebody dead may stand that the death is news."""

NAMED_BEHIND = Pattern(r";[^.;]*\b[A-Z][\w'’-]+,? (?:turned|is|was|turns)\b")
LAST_OF_THEM, REACH = (
    Pattern(
        r"\b[Tt]he (?:last|first|eldest|oldest|youngest|other)(?: of them)?,(?: [A-Z][\w'’-]+){1,3}, died\b[^.;]*$"
    ),
    90,
)
"""Before an age these make it that of somebody else than of whom a text tells."""


def died_in_a_year(article: Article, aged: Aged, birth: Birth) -> bool:
    """Tell whether the sentence of a death names a year that is neither that of the birth nor on a day lately."""
    died = [act.mention.when for act in acts_near(article, aged.sentence) if act.family == "died"]
    if any(when and when.day and not when.year for when in died):
        return False
    others = [mention for mention in aged.sentence.mentions if _names_year(mention) and mention is not birth.mention]
    return any(mention.when is None or mention.when.day is None for mention in others) or len(others) > 1


def _is_another(article: Article, aged: Aged, birth: Birth) -> bool:
    """Tell whether a semicolon parts a birth from the age of one named behind it: born in 2004; the oldest, Bernard Oakes, turned 81."""
    if article.document.text[aged.mention.span.end : birth.mention.span.start] == " on ":
        return True  # Turns 13 on Wednesday 23 August: that is the birthday, and no birth.
    between = article.document.text[birth.mention.span.end : aged.mention.span.start]
    return aged.sentence is birth.sentence and NAMED_BEHIND.search(between) is not None


def died_last(article: Article, age: Mention) -> bool:
    """Tell whether an age is that of one of several who died: outlived all nine siblings. The last, Alma, died in 2011 at the age of 94."""
    return LAST_OF_THEM.search(article.around(age, REACH)[0]) is not None


def of_kin(article: Article, aged: Aged, birth: Birth) -> bool:
    """Tell whether another is told of who died: "Her husband, born in 1919, died at 90", "Roe's dog died", "Her dealer, Max Roe, was born"."""
    if _of_a_relative(article, aged) or _is_another(article, aged, birth):
        return True
    if aged.manner != "death":
        return False
    if of_another(article, birth):
        return True
    told = range(aged.sentence.start, article.place(aged.mention))
    dies = [at for at in told if article.word(at) in DEATHS]
    if any(article.word(at) in OWNED for last in dies[-1:] for at in range(last - OWNING, last)):
        return True
    if len(dies) > 1 and not KIN.isdisjoint(article.word(at) for at in range(dies[-2], dies[-1])):
        return True
    dated = any(not on_which_said(article, day) for day in aged.sentence.of_kind("weekday|relative|date"))
    return not dated and any(article.word(at) in KIN for at in told)


def _of_a_relative(article: Article, aged: Aged) -> bool:
    """Tell whether a pronoun takes up whom the sentence before names as somebody's kin: His wife, Elsie, died. She was 92."""
    place = article.place(aged.mention)
    if article.word(place - 2) not in ("he", "she"):
        return False
    before = adjacent(article, aged.sentence, -1)
    if before is None:
        return False
    words = [article.word(at) for at in range(before.start, before.end)]
    return any(owner in ("his", "her") and kin in KIN for owner, kin in pairwise(words))


BOTH = Pattern(r"\b(?:he|she)(?: was)? \d{1,3} and (?:he|she)(?: was)? \d{1,3}\b")


def of_two(article: Article, sentence: Sentence) -> bool:
    """Tell whether a sentence gives two people's ages by pronouns alone: when he was 24 and she 22."""
    return BOTH.search(article.words(sentence)) is not None


def of_another(article: Article, birth: Birth) -> bool:
    """Tell whether a birth is that of somebody known by another: "Her dealer, Max Roe, was born"."""
    start = birth.sentence.start
    return article.word(start) in OWNERS and article.skeleton[start + 2 : start + 4] == ",N"


def _names_year(mention: Mention) -> bool:
    return mention.when is not None and mention.when.year is not None


def lately(article: Article, aged: Aged) -> bool:
    """Tell whether a death that an age is told with is news: it has happened, or on a day that is named."""
    place = article.place(aged.mention)
    told = [article.word(at) for at in range(max(0, place - A_DEATH_BACK), place)]
    return bool(aged.sentence.kinds & kind_bits("weekday|relative|date")) or any(
        said == "has" and died in DEATHS for said, died in pairwise(told)
    )


@lru_cache(maxsize=2)
def died_on(article: Article, published: date) -> Days:
    """Return the days on which an obituary's subject can have died."""
    for act in acts(article):
        if act.family == "died" and act.mention.when:
            days = days_meant(act.mention.when, published)
            name = referent(article, article.place(act.mention))
            if name == SOMEBODY or (name and name[-1] not in PRONOUNS and not same(article, name, ())):
                continue
            if (
                days
                and published - A_YEAR <= days.last
                and days.first <= published
                and (act.mention.when.year or act.mention.when.day)
            ):
                return Days(days.first, min(days.last, published))
    return Days(published - LATELY, published)
