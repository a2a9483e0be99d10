"""The one age that a text gives whoever it tells one birth of, wherever the two stand.

Of the ages told, that is meant which fits the birth; where none does, the only one that misses as a slip of the pen does,
and only if the text ties it to whom the birth is of: by a name, as the dead's, as "the 71-year-old".
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, timedelta
from itertools import islice

from factcheck.article import HEADINGS, Article, Sentence
from factcheck.dates import Days, days_meant, shown
from factcheck.link.people.births import OLDEST, Birth, deceased
from factcheck.link.people.deaths import died_on, lately, of_another
from factcheck.link.people.lifetimes import DATED, MOST, Lifetime, slips, stated
from factcheck.link.people.lives import KIN, OF_ANOTHER, Aged, age_on, ages, recently
from factcheck.link.people.persons import PRONOUNS, SOMEBODY, actors
from factcheck.link.people.unnamed import is_person
from factcheck.model import Mention
from factcheck.phrase import word_letters
from factcheck.quantity import Interval

KIN_BEFORE, BEFORE, NAMED = 10, 2, 5
"""So many words before a figure may stand the word for kin whose it is; so many sentences before a pronoun's birth its
age; so many words behind "a 71-year-old" the name of whom it is of."""
A_YEAR, HUNDRED = timedelta(366), 100


def only_life(article: Article, born: list[Birth]) -> Iterator[Lifetime]:
    """Yield the age of the only one whose birth an article tells."""
    if len(born) != 1 or article.published is None or (_of_kin(article, born[0].mention) and not born[0].name):
        return
    if of_another(article, born[0]):
        return
    birth, told = born[0], list(islice(ages(article), MOST))
    dead = [aged for aged in told if aged.manner == "death"]
    lives = [(aged, life) for aged in dead or told if (life := _life(article, birth, aged, bool(dead)))]
    fits = [life for _, life in lives if slips(life.age, life.years) is None]
    if fits:
        yield from fits[:1]
        return
    tied = [life for aged, life in lives if _tied(article, birth, aged) and _slipped(birth, life)]
    if len(tied) == 1:
        yield tied[0]._replace(doubt=None)
    elif len(dead or told) == 1 and lives:
        ((aged, life),) = lives
        certain = slips(life.age, life.years, narrow=True) and _may_be_one(aged, birth)
        yield life._replace(doubt=None if certain else OF_ANOTHER)


def _slipped(birth: Birth, life: Lifetime) -> bool:
    """Tell whether an age misses its years by a slip of the pen, its own or one that swaps the last digits of the birth's year."""
    year = birth.days.first.year
    turned = year - year % HUNDRED + int(f"{year % HUNDRED:02}"[::-1])
    return bool(slips(life.age, life.years)) or not stated(life.age).gap(
        life.years.plus(Interval.exactly(year - turned))
    )


def _life(article: Article, birth: Birth, aged: Aged, dead: bool) -> Lifetime | None:
    """Return what an age must be by a birth; None for an age of another sentence's day, or of somebody's kin."""
    published = article.published
    if (
        published is None
        or aged.manner not in ("death", "now", "turned")
        or aged.sentence.number == birth.sentence.number
    ):
        return None
    if _of_kin(article, aged.mention) or (dead and not _lately_died(article, aged)):
        return None
    on = died_on(article, published) if dead else _told_on(article, aged, published)
    if on is None or on.last < birth.days.first:
        return None
    years = age_on(birth.days, on)
    made = f"{birth.said} to {shown(on.last)}"
    return Lifetime(aged.mention, years, made, (birth.mention.span,), OF_ANOTHER) if years.low <= OLDEST else None


def _told_on(article: Article, aged: Aged, published: date) -> Days | None:
    """Return the days that an age is of: lately, or within the year where the sentence has a day of it; None for others."""
    if aged.manner == "turned":
        return Days(published - A_YEAR, published + A_YEAR)
    if not aged.sentence.kinds & DATED:
        return recently(published)
    for mention in aged.sentence.of_kind("date|year"):
        days = days_meant(mention.when, published) if mention.when and mention.when.day else None
        if days is None or not published - A_YEAR <= days.first <= published:
            return None
    return Days(published - A_YEAR, published)


def _tied(article: Article, birth: Birth, aged: Aged) -> bool:
    """Tell whether a text says an age of the one whose birth it tells."""
    named = birth.name and birth.name != SOMEBODY and birth.name[-1] not in PRONOUNS.values()
    shared = not set(birth.name).isdisjoint(aged.name)
    if aged.manner == "death":
        return shared or not named or not set(birth.name).isdisjoint(deceased(article))
    if shared or aged.sentence.block in HEADINGS:
        return shared or not aged.name or len(aged.name) == 1
    if "-" in aged.mention.text:
        return not _named_behind(article, aged.mention) and (_taken_up(article, aged) or not named)
    return not named and of_one_person(article, birth.sentence, aged.sentence)


def of_one_person(article: Article, one: Sentence, other: Sentence) -> bool:
    """Tell whether from one sentence to another near by no two people are named who do something."""
    first, last = sorted((one, other), key=lambda sentence: sentence.start)
    near = last.number - first.number <= BEFORE
    return near and len({name[-1] for name in actors(article, first.start, last.end)}) <= 1


def _taken_up(article: Article, aged: Aged) -> bool:
    """Tell "the 71-year-old" from "a 71-year-old"."""
    return article.word(article.place(aged.mention) - 1) == "the"


def _named_behind(article: Article, age: Mention) -> bool:
    """Tell whether a name or a noun for kin stands behind "the 71-year-old": the 71-year-old striker Ann Orr."""
    place = article.place(age)
    behind = range(place + 1, place + 1 + NAMED)
    for at in behind:
        if article.skeleton[at] == "N" or is_person(article, at):
            return article.skeleton[at] == "N" or article.skeleton[at + 1] == "N"
        if article.skeleton[at] != "w":
            return False
    return False


def _may_be_one(aged: Aged, birth: Birth) -> bool:
    """Tell whether no two names say that an age and a birth are of two people."""
    return not (birth.name and aged.name) or not set(birth.name).isdisjoint(aged.name) or birth.name[-1] in PRONOUNS


def _of_kin(article: Article, mention: Mention) -> bool:
    """Tell whether one of the words before a figure is one for somebody's kin."""
    place = article.place(mention)
    near = range(max(0, place - KIN_BEFORE), place)
    return any(article.word(at) in KIN and article.skeleton[at + 1] not in word_letters("SAY") for at in near)


def _lately_died(article: Article, aged: Aged) -> bool:
    """Tell whether a death is news, or no sentence beside the age puts it in another year."""
    times = [one.when for one in aged.sentence.of_kind("date|year") if one.when]
    years = [when.year for when in times if when.year and article.published]
    return lately(article, aged) or not any(year < article.published.year - 1 for year in years if article.published)
