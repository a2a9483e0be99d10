"""What so many pay or are paid in one period, and come to together in another: 30,000 at $10 a month are $3.6 million a year."""

from __future__ import annotations

from collections.abc import Iterator
from fractions import Fraction

from factcheck.article import Article
from factcheck.link.context.passages import with_before
from factcheck.link.rate.each import DAYS, Each, rates
from factcheck.link.rate.factors import Factor
from factcheck.link.rate.powers import Powered, best_of_them, told_as
from factcheck.link.series.figures import is_single, telling_digits, value
from factcheck.model import Mention
from factcheck.patterns import Pattern
from factcheck.quantity import Quantity

A_YEAR = {"year": 1, "quarter": 4, "month": 12, "fortnight": 26, "week": 52, "day": 365}
"""So many of each period a year has, as pay is reckoned."""

LED, LEAST = 4, 10
"""So many words before a figure may tell that it is an average; fewer payers may be of anything."""


OTHERS, FROM = Pattern(r" and (?:its|the|his|her|their) "), Pattern(r"(?: an? \w+)? from [a-z]")
LOOK = 30
"""In between, or behind a total, these make it that of others."""

TAKEN_UP = Pattern(
    r"^(?:That|This|Which|Together|In all|The (?:total|annual|wage|pay|salary|whole)|Their|It (?:will |would )?(?:makes?|comes?|adds?|brings?|costs?)|A )"
)
"""So opens a sentence that tells what the one before comes to."""


def over_periods(article: Article) -> Iterator[Powered]:
    """Yield each sum of a period that a number of payers and what each pays in another make, or would but for a power of ten."""
    paid = [one for one in rates(article) if one.base is None and one.rate.kind == "money" and is_single(one.rate)]
    for total in (one for one in paid if one.noun in A_YEAR):
        near = with_before(article, total.sentence)
        payers = [one for part in near for one in part.of_kind("count") if _are_payers(one)]
        found = [one for one in paid if one.sentence in near and _is_part(article, one, total)]
        if len(payers) == len(found) == 1 and payers[0].sentence == found[0].rate.sentence:
            yield from best_of_them(_made(payers[0], found[0], total))


def _are_payers(one: Mention) -> bool:
    return bool(one.noun) and one.noun not in DAYS and is_single(one.changed(hedge="")) and one.size >= LEAST


def _is_part(article: Article, one: Each, total: Each) -> bool:
    """Tell whether a sum may be what one of many pays: less than the total, of its money, and of a period or an average."""
    place = article.place(one.rate)
    average = not one.noun and any(article.word(at) == "average" for at in range(place - LED, place))
    timed = one.noun in A_YEAR or average
    text = article.document.text
    between = text[one.rate.span.end : total.rate.span.start]
    opens = article.words(total.sentence) if total.sentence is not one.sentence else ""
    from_others = FROM.match(article.around(total.rate, 0, LOOK)[1]) is not None
    if OTHERS.search(between) or from_others or (opens and not TAKEN_UP.match(opens)):
        return False
    return (
        timed
        and one.rate.first < total.rate.first
        and one.rate.unit == total.rate.unit
        and one.rate.size < total.rate.size
    )


def _made(payers: Mention, one: Each, total: Each) -> Iterator[Powered]:
    times = Fraction(A_YEAR[one.noun or total.noun], A_YEAR[total.noun])
    counted = payers.changed(hedge="").quantity * Quantity.constant(times, f"{float(times):g}")
    many = counted if times != 1 else payers.changed(hedge="").quantity
    yield from told_as(total.rate, one.rate, Factor(value(payers) * times, telling_digits(payers) + 1, many), tied=True)
