"""What loans and savings plans come to month by month or year by year: found by its value, it confirms and never refutes.

"The monthly payment on a 20-year loan of $200,000 is $1,673 at 8 percent and $1,611 at 7.5": which rate a payment is of is told
in many ways, but a payment that one rate gives to the last digit is of that rate.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from fractions import Fraction
from itertools import product

from factcheck import shown
from factcheck.article import BIT, Article, Sentence
from factcheck.link.chance.elsewhere import ELSEWHERE
from factcheck.link.context.apposition import plain
from factcheck.link.context.ties import adjacent
from factcheck.link.rate.compounding import YEARS, size
from factcheck.link.rate.formulas import payment, power
from factcheck.link.rate.interest import MONTHLY
from factcheck.link.series.figures import digits_of
from factcheck.model import Mention, Relation
from factcheck.patterns import Pattern
from factcheck.quantity import Quantity

LENT = Pattern(
    r"\b(?:loans?|mortgages?|borrow\w*|lend\w*|repa(?:y|id)\w*|bonds?|debt)\b|대출|빌리|빌려|빌린|지방채|국채|채권"
)
SAVED = Pattern(r"\b(?:sav(?:e|es|ed|er|ers|ing|ings)|puts?|deposit\w*|invest\w*|pays in|plan|pension)\b")
YEARLY = Pattern(r"\b(?:(?:a|per|each|every) year|yearly|annual(?:ly)?)\b")
INTEREST = Pattern(r"\binterest\b|이자")
PERCENT = BIT["P"]
EQUAL = "{many:count} (<w\ue000-\uf8ff> <w\ue000-\uf8ff>?)? kind=<w\ue000-\uf8ff>"
INSTALMENTS = frozenset({"instalments", "installments", "payments", "repayments"})

TELLING, LARGEST, MOST = 3, 8, 4
"""So many digits tell a payment from any other; of so many sums and rates in a sentence, none is tried."""

HEDGED = Fraction(1, 200)
"""So far a payment that is "about" so much may be off."""

Way = Callable[[float, float], float]
"""What a rate makes of a sum of 1 in some years."""


def paid_by(article: Article) -> Iterator[Relation]:
    """Yield every sum that a rate makes of another over the years told with them, where it does so to the last digit."""
    for sentence in article.body:
        if sentence.kinds & PERCENT and (LENT.search(words := article.words(sentence)) or SAVED.search(words.lower())):
            behind = adjacent(article, sentence, 1)
            near = [sentence, behind] if behind and INTEREST.search(article.words(behind)) else [sentence]
            yield from _told(article, near)


def _told(article: Article, near: list[Sentence]) -> Iterator[Relation]:
    words = " ".join(article.words(one) for one in near).lower()
    rates = [one for one in near[0].of_kind("percent") if one.number and 0 < size(one) < Fraction(3, 10)]
    sums = [
        one for part in near for one in part.of_kind("money|count") if one.number and not one.upper and size(one) > 1
    ]
    spans = sorted(set(_years(article, near)))
    ways = list(_ways(words, spans))
    if len(sums) > LARGEST or len(rates) > MOST:
        return
    told: set[int] = set()
    for stated, first, rate, (way, years, text) in product(sums, sums, rates, ways):
        if first is stated or stated.first in told or not _alike(first, stated) or stated.first < first.first:
            continue
        made = float(size(first)) * way(float(size(rate)), float(years))
        if _is_exactly(stated, made):
            told.add(stated.first)
            yield _relation(stated, first, rate, made, text)


def _years(article: Article, near: list[Sentence]) -> Iterator[Fraction]:
    for sentence in near:
        for one in sentence.of_kind("duration"):
            if one.unit in YEARS and one.number:
                yield one.number.middle * YEARS[one.unit]
        for said in article.match_in(sentence, EQUAL):
            if said.word("kind") in INSTALMENTS and said.many.number:
                yield size(said.many)


def _ways(words: str, spans: list[Fraction]) -> Iterator[tuple[Way, Fraction, str]]:
    """Yield what may be reckoned by the words of some sentences, each with the years and how that is told."""
    if INTEREST.search(words):
        yield (lambda rate, years: rate), Fraction(1), "a year, in interest"
    for years in spans:
        told = f"over {shown.number(years)} years"
        if LENT.search(words) and MONTHLY.search(words) and years > 1:
            yield (lambda rate, years: payment(rate / 12, 12 * years)), years, f"{told}, a month"
        if LENT.search(words) and YEARLY.search(words) and years > 1:
            yield payment, years, f"{told}, a year"
        if SAVED.search(words) and MONTHLY.search(words) and years > 1:
            yield (lambda rate, years: _put_by(rate / 12, 12 * years)), years, f"put by each month {told}"
        if SAVED.search(words) and YEARLY.search(words) and years > 1:
            yield _put_by, years, f"put by each year {told}"


def _put_by(rate: float, periods: float) -> float:
    """Return what 1 put by in each of so many periods comes to, at a rate for each of them."""
    return (power(1 + rate, periods) - 1) / rate if rate else periods


def _alike(first: Mention, stated: Mention) -> bool:
    """Tell whether a sum may come of another: one currency, which the second may leave unsaid."""
    return (first.kind, first.unit) == (stated.kind, stated.unit) or (stated.kind == "count" and not stated.noun)


def _is_exactly(stated: Mention, made: float) -> bool:
    slack = size(stated) * HEDGED if stated.hedge else Fraction(0)
    wide = plain(stated).interval
    half = min(float(wide.high - wide.low) / 2, float(size(stated)) / 200)
    return digits_of(stated) >= TELLING - (made == float(size(stated))) and abs(made - float(size(stated))) <= max(
        half, float(slack)
    )


def _relation(stated: Mention, first: Mention, rate: Mention, made: float, text: str) -> Relation:
    exact = Fraction(made)
    working = f"{first.text} at {rate.text} {text}"
    gives = shown.with_unit(exact, first.unit)
    implied = Quantity(plain(stated).interval, stated.unit, working, (first.span, rate.span))
    return Relation(
        plain(stated), implied, doubt=ELSEWHERE, working=f"{working} = {gives}; the text says {stated.text}"
    )
