"""How far on something is said to be, against the day that it began: the strike, which began on Feb. 28, is in its 12th day."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date
from fractions import Fraction

from factcheck.article import BIT, Article, Sentence
from factcheck.dates import OFFSETS, days_meant
from factcheck.model import Mention, Relation
from factcheck.patterns import Pattern
from factcheck.quantity import Interval, Quantity
from factcheck.shown import rank

DAYS = {"day": Fraction(1), "week": Fraction(7), "month": Fraction(30), "year": Fraction(365)}
IN_A_ROW = frozenset({"straight", "consecutive", "successive", "full", "running"})
LONGEST = {"month": Fraction(31), "year": Fraction(366)}
LOOK, ROOM = 60, 1
"""So many characters before a figure say what it is; the first day may be counted or not, and the article be of the next."""

NOW = Pattern(
    r"\b(?:in|into|enter(?:s|ed|ing)?|began|begins|begun|reach(?:es|ed)?|mark(?:s|ed|ing)?|is|was) (?:what (?:is|was) )?(?:its|their|his|her|the|a) $",
    re.I,
)
"""Right before a rank these make it how far on something is."""

BEGAN = Pattern(
    r"\b(?:began|begun|started|launched|opened|erupted|broke out|walked out|declared|imposed|invaded|seized|went on|set in|dates? from|under way since|lasted since)\b[^.;\d]{0,24}$",
    re.I,
)
"""Right before a day these make it the first."""

OTHERWISE = Pattern(
    r"\b(?:had|when|until|ended|ends|would|will|by then|by the time|resumed|again|second|new|later|previous|last)\b",
    re.I,
)
"""With these something is told of another time, or began more than once."""


def nth_days(article: Article) -> Iterator[Relation]:
    """Yield every day, week, month or year that something is in against that of publication, counted from its first."""
    if article.published is None or article.verb_last:
        return
    for sentence in article.body:
        if sentence.kinds & BIT["O"]:
            for nth in sentence.of_kind("ordinal"):
                unit = _unit(article, nth)
                if unit and nth.number and NOW.search(article.around(nth, LOOK)[0]):
                    began = _began(article, sentence, article.published)
                    yield from [_counted(nth, unit, *began, article.published)] if began else ()


def _unit(article: Article, nth: Mention) -> str:
    place = article.place(nth) + 1
    place += article.word(place) in IN_A_ROW
    return article.word(place) if article.word(place) in DAYS else ""


def _began(article: Article, sentence: Sentence, published: date) -> tuple[Mention, date] | None:
    """Return the one day of a sentence, if something began on it, and which it is."""
    told = sentence.of_kind("date")
    words = article.words(sentence)
    if len(told) != 1 or OTHERWISE.search(words) or not BEGAN.search(article.around(told[0], LOOK)[0]):
        return None
    when = told[0].when
    if when is None or when.unit or when.until or (when.shift and when.shift not in OFFSETS):
        return None
    days = days_meant(when, published)
    return (told[0], days.first) if days and days.first == days.last <= published else None


def _counted(nth: Mention, unit: str, first: Mention, began: date, published: date) -> Relation:
    gone = (published - began).days
    low = Fraction(gone - ROOM) / LONGEST.get(unit, DAYS[unit])
    high = Fraction(gone + ROOM) / DAYS[unit] + 1
    right = Quantity(Interval(low, high), unit, f"{first.text} to publication", (first.span,))
    said = Quantity(nth.quantity.interval, unit, nth.text, (nth.span,))
    now = rank(int(gone / DAYS[unit]) + 1)
    says = f"Counted from {first.text}, it is the {now} {unit}, not {{stated}}."
    return Relation(
        said, right, says=says, fix=now, working=f"{first.text} makes it the {now} {unit}; the text says {nth.text}"
    )
