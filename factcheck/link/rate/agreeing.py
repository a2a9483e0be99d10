"""Rates with a total and a number near by that go together just so: found by their values, they confirm and never refute.

"The $5.2 million went to 1,300 farms in equal payments of $4,000": no word says what was worked out from what, but that one
is the product of the others, to the last digit told, is hardly chance where so few figures stand about.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from fractions import Fraction
from heapq import nsmallest

from factcheck import shown
from factcheck.article import HEADINGS, Article, Sentence
from factcheck.link.chance.elsewhere import ELSEWHERE
from factcheck.link.context.apposition import said
from factcheck.link.rate.apiece import comes_to, named, same
from factcheck.link.rate.apportion import in_its_unit, measures
from factcheck.link.rate.each import DAYS, SCALES, Each
from factcheck.link.series.figures import digits_of, value
from factcheck.model import Mention, Relation
from factcheck.quantity import Interval, Quantity

BACK, BEHIND, FAR, MOST = 2, 1, 12, 16
"""So many sentences with figures before and behind a rate are looked at, and so many before for a number of what it is for one of; so many figures are tried."""

CHANCE = 0.25
"""The most that unrelated figures may be expected to agree."""

FINEST, COARSEST = 0.001, 0.12
"""No agreement tells more than the first; of a hedged figure, "a little more than two", it tells as little as the second."""

TELLING = 4
"""So many digits a rate, a total and a number must have between them to be told from any others."""

PLURALS = frozenset(
    "payments instalments installments tranches grants cheques checks shares sums portions parts amounts gifts bonuses awards loans lots".split()
)
"""Behind these and "of" stands what each of them is."""


def agreeing(article: Article, found: Sequence[Each]) -> Iterator[Relation]:
    """Yield every rate with the total and the number about it that agree with it, the last told of the three as what follows."""
    for each in (*found, *_paid(article)):
        rate = each.rate
        if rate.upper or rate.number is None or value(rate) <= 0 or each.sentence.block in HEADINGS:
            continue
        pairs = list(_pairs(article, each))
        fitting = [pair for pair in pairs if _agree(each, *pair)]
        if fitting and len(pairs) * 2 * _width(rate) <= CHANCE:
            yield _relation(each, *fitting[0])


def _paid(article: Article) -> Iterator[Each]:
    """Yield what each of several payments is: in equal payments of $4,000."""
    for said_so in article.match("of ABOUT? {rate:money|measure}"):
        if article.word(said_so.match.start() - 1) in PLURALS:
            yield Each(said_so.rate, "", said_so.sentence)


def _pairs(article: Article, each: Each) -> Iterator[tuple[Mention, Mention]]:
    """Yield every total with every number that a rate may be of."""
    at = each.sentence.number
    near = [one for one in article.sentences[max(0, at - BACK) : at + 1 + BEHIND] if one.block not in HEADINGS]
    told = (figure for one in near for figure in one.mentions if _is_plain(each, figure))
    figures = sorted(nsmallest(MOST, told, key=lambda one: abs(one.first - each.rate.first)), key=lambda one: one.first)
    numbers = [one for one in figures if _is_number(each, one)]
    if each.noun and each.noun not in DAYS:
        numbers += _named_before(article, each, at - BACK)
    for total in figures:
        whole = in_its_unit(each, total)
        for number in numbers if _is_whole(each, whole) else ():
            if number.first != total.first and sum(map(digits_of, (each.rate, total, number))) >= TELLING:
                yield whole, number


def _named_before(article: Article, each: Each, stop: int) -> list[Mention]:
    """Return the numbers told farther back of the very things that a rate is for one of."""
    far: list[Sentence] = article.sentences[max(0, stop - FAR) : max(0, stop)]
    counts = [one for part in far if part.block not in HEADINGS for one in part.of_kind("count")]
    alike = [one for one in counts if one.noun and _is_plain(each, one) and named(each.noun, one) and value(one) > 1]
    return alike[-MOST:]


def _is_plain(each: Each, figure: Mention) -> bool:
    apart = figure.first not in (each.rate.first, each.base.first if each.base else -1)
    return apart and figure.number is not None and figure.upper is None and value(figure) > 0


def _is_whole(each: Each, figure: Mention) -> bool:
    """Tell whether a figure may be a total of what a rate is so much of; a bare rate leaves its unit unsaid."""
    rate = each.rate
    bare = rate.kind == "count" and not rate.noun and figure.kind in ("money", "measure", "duration")
    counted = rate.kind != "count" or rate.noun == "person" or same(rate.noun, figure)
    alike = figure.kind == rate.kind and figure.unit == rate.unit and counted
    sterling = (figure.unit, rate.unit) == ("GBP", "pound")
    return (bare or alike or sterling) and (each.base is not None or each.noun in DAYS or value(figure) > value(rate))


def _is_number(each: Each, figure: Mention) -> bool:
    """Tell whether a figure may be how many of what a rate is for one of there are."""
    if each.base is not None:
        return figure.kind == each.base.kind == "count" and value(each.base) in SCALES and value(figure) > 1
    if each.noun in DAYS or (not each.noun and figure.kind == "duration"):
        return figure.kind == "duration" and figure.unit in DAYS
    if figure.kind == "measure":
        return measures(each, figure)
    whole = figure.kind == "count" and value(figure).denominator == 1 and value(figure) > 1
    return whole and same(each.noun, figure)


def _agree(each: Each, total: Mention, number: Mention) -> bool:
    """Tell whether the last told of three figures is what the others give, to its last digit or as far as its hedge goes."""
    rate = each.rate
    exact = comes_to(each, total, number)
    off = abs(exact / value(rate) - 1)
    last = max((rate, total, number), key=lambda one: one.first)
    if off > COARSEST or off > 2 * _width(last):
        return False
    factor = value(rate) / exact
    meant = {rate.first: value(rate) / factor, total.first: value(total) * factor, number.first: value(number) / factor}
    return said(last).interval.meets(Interval.exactly(meant[last.first]))


def _width(figure: Mention) -> float:
    """Return how far a figure may be off what it displays, as a share of it."""
    wide = said(figure).interval
    off = float(min(wide.high - value(figure), value(figure) * Fraction(1, 8)) / value(figure))
    low = float((value(figure) - wide.low) / value(figure))
    return min(COARSEST, max(FINEST, off, min(low, COARSEST)))


def _relation(each: Each, total: Mention, number: Mention) -> Relation:
    exact = comes_to(each, total, number)
    working = f"{total.text} / {number.text}" + (f" × {each.base.text}" if each.base else "")
    gives = shown.with_unit(exact, each.unit or each.rate.unit)
    implied = Quantity(said(each.rate).interval, each.rate.unit, working, (total.span, number.span))
    return Relation(
        said(each.rate), implied, doubt=ELSEWHERE, working=f"{working} = {gives}; the text says {each.rate.text}"
    )
