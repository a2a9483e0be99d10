"""Of which year a 29 February is that is told without one."""

from __future__ import annotations

from datetime import date

from factcheck.article import BIT, Article, Sentence
from factcheck.link.time.spells import stretches
from factcheck.patterns import Pattern

RECENT = 92
"""So many days after it a stretch that ends on Feb. 29 is one of this year."""
DATED_OTHERWISE = BIT["Y"] | BIT["R"]
OTHER_YEAR = Pattern(r"\b(?:[Ll]ast|leap|next|previous|born|birthdays?|every|each)\b")
"""With these a Feb. 29 is of another year, or of every one that has it."""
DUE = frozenset("by until till through before".split())


def years_meant(article: Article, sentence: Sentence) -> dict[int, int]:
    """Return by its first token the year of each date that leaves it to what stands near it, or to the day of publication."""
    return _of_ends(article, sentence) | _of_now(article, sentence)


def _of_ends(article: Article, sentence: Sentence) -> dict[int, int]:
    """Return the year of each stretch's beginning that leaves it to its end: "between Feb. 29 and March 12, 2022"."""
    whens = [(stretch.start, stretch.start.when, stretch.end.when) for stretch in stretches(article, sentence)]
    return {
        start.first: end.year
        for start, begins, end in whens
        if begins and end and end.year and not begins.year and (begins.month or 0) <= (end.month or 0)
    }


def _of_now(article: Article, sentence: Sentence) -> dict[int, int]:
    """Return the year of each Feb. 29 that is told without one and is near publication: it ends a stretch, or is a day to come."""
    told = [one for one in sentence.of_kind("date") if one.when and (one.when.month, one.when.day) == (2, 29)]
    if (
        not told
        or not article.published
        or sentence.kinds & DATED_OTHERWISE
        or OTHER_YEAR.search(article.words(sentence))
    ):
        return {}
    ends = {one.first for span in stretches(article, sentence) for one in (span.start, span.end)}
    eve = date(article.published.year, 2, 28)
    due = [one for one in told if article.word(article.place(one) - 1) in DUE]
    met = [one for one in told if one.first in ends and (article.published - eve).days <= RECENT]
    near = met if article.published > eve else due
    return {one.first: eve.year for one in near if one.when and not one.when.year and not one.when.shift}
