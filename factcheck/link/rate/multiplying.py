"""Multiples over some years beside the yearly rate that they take: doubled in six years, or 12.2 per cent a year."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator
from fractions import Fraction
from math import log

from factcheck import shown
from factcheck.article import BIT, Article, Sentence
from factcheck.link.change.paths import ends
from factcheck.link.context.apposition import plain
from factcheck.link.rate.compounding import size
from factcheck.link.rate.formulas import COMPOUNDING, is_compounded
from factcheck.model import Mention, Relation
from factcheck.patterns import Pattern
from factcheck.phrase import KIND_LETTERS
from factcheck.quantity import Interval, Quantity

YEARS = {"year": 1, "decade": 10, "century": 100}
STARTED = Fraction(1, 10)
"""How much of a doubling time may be lost to the month in which the count begins."""

MULTIPLE = BIT[KIND_LETTERS["multiple"]]
PACE = frozenset("pace rate compounded compound clip trend".split())
SAME = Pattern(
    r"(?:, or |\b(?:which is to say|equivalent to|that is|which means|which is|that means|works out at|equal to)\b)[^.;]{0,40}$"
)
"""What makes a rate the same as a multiple before it, in other terms."""


def multiplied(article: Article, rates: list[tuple[Mention, Sentence]]) -> Iterator[Relation]:
    """Yield doublings, and other multiples, by a year or in so many years, at the rate said to lead there."""
    told: defaultdict[int, list[Mention]] = defaultdict(list)
    for rate, sentence in rates:
        told[sentence.number].append(rate)
    for sentence in article.sentences:
        if sentence.kinds & MULTIPLE and (times := _multiple(sentence)):
            paced, at = at_pace(article, sentence), sentence.number
            of_pace = [rate for number in (at - 1, at) for rate in told.get(number, ())] if paced else []
            near = of_pace or [
                rate
                for number in (at - 1, at, at + 1)
                for rate in told.get(number, ())
                if compounds(article, article.sentences[number])
                or (number == at and article.word(article.place(rate) - 1) == "of")
                or _restated(article, times, rate)
                or (number == at and _takes(article, sentence))
            ]
            target = _until(article, sentence, times)
            if len(near) == 1 and target:
                yield _time_taken(near[0], times, *target)


def at_pace(article: Article, sentence: Sentence) -> bool:
    """Tell whether a sentence goes on from a rate: "at that pace"."""
    return not PACE.isdisjoint(word.strip(",.;:") for word in article.words(sentence).split())


def _multiple(sentence: Sentence) -> Mention | None:
    return next((one for one in sentence.of_kind("multiple") if one.number and one.number.middle > 1), None)


def _restated(article: Article, times: Mention, rate: Mention) -> bool:
    """Tell whether a rate is given as the same as a multiple: "quadrupled in six years, or 26 percent a year"."""
    between = article.document.text[times.span.end : rate.span.start].lower() if times.first < rate.first else ""
    return SAME.search(between) is not None and ends(article, rate)


def _takes(article: Article, sentence: Sentence) -> bool:
    """Tell whether a sentence says how long a multiple takes: "At 2 percent a year it takes 35 years to double"."""
    return re.match(r"[\"“]?at \S+ (?:percent|per cent)?", article.words(sentence).lower()) is not None and (
        re.search(r"\b(?:takes?|needs?|would take|would need)\b", article.words(sentence)) is not None
    )


def _until(article: Article, sentence: Sentence, multiple: Mention) -> tuple[Mention, Fraction] | None:
    """Return the figure behind a doubling that says when it will be, and in how many years that is."""
    behind = [one for one in sentence.mentions if one.first > multiple.first or _takes(article, sentence)]
    for one in behind:
        if one.when and one.when.year and article.published and one.when.year > article.published.year:
            return one, Fraction(one.when.year - article.published.year)
        owned = article.skeleton[article.place(one) + 1 : article.place(one) + 2] == "'"  # with 26 years' experience
        if one.kind == "duration" and one.unit in YEARS and one.number and not owned:
            return one, one.number.middle * YEARS[one.unit]
    return None


def _time_taken(rate: Mention, multiple: Mention, until: Mention, years: Fraction) -> Relation:
    times = size(multiple)
    limits = sorted(Fraction(log(times) / log(1 + float(end))) for end in plain(rate).interval if end > 0)
    needed = Interval(limits[0], limits[-1]).widened(STARTED) if limits else Interval.exactly(0)
    gives = f"{shown.number(Fraction(round(needed.middle)))} years"
    grown = "doubling" if times == 2 else f"growing to {shown.number(times)} times as much"
    slack = Fraction(1, 2) if until.kind == "duration" else 1
    return Relation(
        Quantity(Interval.around(years, slack), "year", f"{shown.number(years)} years", (multiple.span, until.span)),
        Quantity(needed, "year", f"{grown} at {rate.text} a year", (rate.span,)),
        says=f"At {rate.text} a year {grown} takes about {gives}, not {shown.number(years)}.",
        fix=f"about {gives}",
        working=f"log {shown.number(times)} / log (1 + {rate.text}) = about {gives}; the text says {until.text}",
    )


def compounds(article: Article, sentence: Sentence) -> bool:
    """Tell whether a sentence says that a rate compounds."""
    words = article.words(sentence).lower()
    return COMPOUNDING.search(words) is not None or is_compounded(words)
