"""Feasts that are kept on one day of every year, beside the weekday that a text gives them: on Wednesday, Valentine's Day."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date, timedelta
from functools import cache

from factcheck.article import Article
from factcheck.document import Span
from factcheck.model import Mention
from factcheck.patterns import Pattern
from factcheck.records import NamedTuple

FEASTS = {
    "new year's day": (1, 1), "epiphany": (1, 6), "burns night": (1, 25), "groundhog day": (2, 2),
    "valentine's day": (2, 14), "st. patrick's day": (3, 17), "st patrick's day": (3, 17), "st. george's day": (4, 23),
    "may day": (5, 1), "the fourth of july": (7, 4), "bastille day": (7, 14), "halloween": (10, 31),
    "all saints' day": (11, 1), "guy fawkes night": (11, 5), "veterans day": (11, 11), "armistice day": (11, 11),
    "remembrance day": (11, 11), "australia day": (1, 26), "st david's day": (3, 1), "anzac day": (4, 25), "canada day": (7, 1),
    "juneteenth": (6, 19), "st andrew's day": (11, 30), "st. andrew's day": (11, 30), "lammas day": (8, 1),
    "christmas eve": (12, 24), "christmas day": (12, 25), "boxing day": (12, 26), "new year's eve": (12, 31),
    "삼일절": (3, 1), "3·1절": (3, 1), "어린이날": (5, 5), "현충일": (6, 6), "광복절": (8, 15), "개천절": (10, 3), "한글날": (10, 9),
    "성탄절": (12, 25), "크리스마스": (12, 25),
}  # fmt: skip
NAMES = "|".join(name.replace(".", r"\.").replace("'", "['’]") for name in FEASTS)
BEHIND = Pattern(rf"(?:,| \(| [—–]) ?(?P<feast>{NAMES})(?=[.,;)]| [—–]|$)(?!,? (?:and|or) )", re.I)
BEFORE = Pattern(
    rf"\b(?P<feast>{NAMES})(?:,? (?:in |of )?(?P<year>[12]\d{{3}}))?(?:,(?: a)?|,? (?:which )?(?:is|was|falls|fell|will fall|will be)(?: on)?(?: a)?| \(a?) ?$",
    re.I,
)
KOREAN = Pattern(rf"(?P<feast>{NAMES})(?:인|\() ?$")
NEAR_BY = frozenset({"", "last", "this", "next"})
"""Before a weekday these leave it a day near that of writing."""
REACH, CLOSE, NEAR = 40, timedelta(60), timedelta(150)
OTHER_YEAR = "it may be that of another year"


class Feast(NamedTuple):
    """A weekday that is said to be that of a feast, its number from Monday as 0, the feast's day, the words for it, and why it may be another year's, if so."""

    weekday: Mention
    told: int
    day: date
    span: Span
    doubt: str | None


def _of_this_year(mention: Mention) -> bool:
    return mention.when is not None and (mention.when.shift, mention.when.unit) == ("this", "year")


@cache
def _telling() -> frozenset[str]:
    return frozenset(name.replace("'", mark) for name in FEASTS for mark in "'’")


def feasts(article: Article, published: date) -> Iterator[Feast]:
    """Yield every weekday that stands beside the name of a feast as its day."""
    if article.language == "en" and not article.may_say(_telling()):
        return
    for weekday in article.mentions:
        if weekday.kind != "weekday" or not weekday.when or weekday.when.shift not in NEAR_BY or weekday.when.day:
            continue
        before, behind = article.around(weekday, REACH)
        found = BEHIND.match(behind) or (KOREAN if article.verb_last else BEFORE).search(before)
        if found is None:
            continue
        month, number = FEASTS[found["feast"].lower().replace("’", "'")]
        told = found.groupdict().get("year")
        day = _meant(
            article, weekday, date(int(told) if told else published.year, month, number), published, bool(told)
        )
        start = found.start("feast") + (
            weekday.span.end if found.re is BEHIND.compiled else weekday.span.start - len(before)
        )
        sentence = article.sentences[weekday.sentence]
        shifted = [one for one in sentence.of_kind("relative") if not _of_this_year(one)]
        years = (
            sentence.of_kind("year") or shifted or any(one.when and one.when.year for one in sentence.of_kind("date"))
        )
        doubt = OTHER_YEAR if not told and (years or abs(day - published) > NEAR) else None
        yield Feast(weekday, weekday.when.weekday or 0, day, Span(start, start + len(found["feast"])), doubt)


def _meant(article: Article, weekday: Mention, feast: date, published: date, named: bool) -> date:
    """Return the day of a feast that a text speaks of: this year's where it says so, else that of the two about it that fits.

    Where neither falls on the weekday, it is the nearer.
    """
    this_year = any(_of_this_year(one) for one in article.sentences[weekday.sentence].of_kind("relative"))
    if named or this_year or not weekday.when:
        return feast
    other = feast.replace(year=feast.year + (1 if feast < published else -1))
    near = sorted((feast, other), key=lambda day: abs(day - published))
    if abs(near[0] - published) <= CLOSE:
        return near[0]
    return next((day for day in near if day.weekday() == weekday.when.weekday), near[0])
