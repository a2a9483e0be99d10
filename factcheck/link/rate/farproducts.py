"""Sums that a figure for one and a number told elsewhere make, where verbs stand last: 48만 명 ... 한 사람이 쓴 돈은 평균 6만 원, 전체 소비액은 289억 원.

The figure for one stands in the sentence of the sum, or its word (최대, 평균) does with the number; so the three belong
together however far apart they are, and where their digits agree and the size does not, that is a slip.
"""

from __future__ import annotations

from collections.abc import Iterator
from fractions import Fraction

from factcheck.article import Article, Sentence
from factcheck.link.series.figures import is_plain, significant, value
from factcheck.model import Mention
from factcheck.patterns import Pattern
from factcheck.quantity import Quantity

POWERS = tuple(Fraction(10) ** power for power in (-4, -3, -2, -1, 1, 2, 3, 4))
LEADS = Pattern(r"(평균|최대|최소|인당|명당|대당|마리당|가구당|한 사람|한 명|한 대|한 가구)[^.,\n\d]{0,8}$")
EACH = Pattern(r"^ ?씩")
WHOLE = Pattern(r"(?:전체|모두|총|합계|통틀어|합쳐)[^.\n]{0,40}$|한 (?:달|해) ?(?:에 )?$")
BESIDES = Pattern(r"이고|이며|였고|였으며|이지만")
"""Between the two these say that the sum is another thing's."""
NEAR, FAR = 16, 44
"""So many characters before a figure say that it is for one, and that it is of all."""

FEWEST, TELLING, MOST = 10, 3, 30
"""Of fewer things none is multiplied; so many digits of a sum are no chance; so many counts of an article are tried."""


def far_products(article: Article) -> Iterator[tuple[Mention, Quantity]]:
    """Yield every sum of all with what a figure for one and a number make it, where they have its digits."""
    rates: list[tuple[Mention, str]] = []
    counts: list[Mention] = []
    for sentence in article.body if article.verb_last else ():
        counts = [*counts, *(one for one in sentence.of_kind("count") if one.size >= FEWEST and is_plain(one))][-MOST:]
        sums = [one for one in sentence.of_kind("money") if one.number and not one.upper]
        rates += [(one, marker) for one in sums if (marker := _marker(article, one))]
        for total in sums:
            if WHOLE.search(article.around(total, FAR)[0]) and not _marker(article, total):
                yield from _of(total, list(_made(article, sentence, total, rates[-MOST:], counts)))


def _marker(article: Article, figure: Mention) -> str:
    """Return the word by which a figure is for one, "" where none says so: 평균 6만 원, 2만 원씩."""
    before, behind = article.around(figure, NEAR)
    found = LEADS.search(before)
    return found[1] if found else "씩" if EACH.search(behind) else ""


def _made(
    article: Article, sentence: Sentence, total: Mention, rates: list[tuple[Mention, str]], counts: list[Mention]
) -> Iterator[tuple[Fraction, Quantity]]:
    words = article.words(sentence)
    for rate, marker in rates:
        own = rate.sentence == sentence.number
        between = article.document.text[rate.span.end : total.span.start] if own else ""
        if (
            rate.unit != total.unit
            or rate.size >= total.size
            or BESIDES.search(between)
            or not (own or marker in words)
        ):
            continue
        for count in counts:
            beside = count.sentence == sentence.number
            if count.first < total.first and (beside or (own and significant(total) >= TELLING)):
                exact = rate.changed(hedge="").quantity * count.quantity
                yield value(rate) * value(count), exact.as_unit(total.unit)


def _of(total: Mention, made: list[tuple[Fraction, Quantity]]) -> Iterator[tuple[Mention, Quantity]]:
    """Yield a sum with the product that it is, or, where it is none, with the only one that has its digits."""
    half = total.number.half if total.number else Fraction(0)
    fits = [product for size, product in made if abs(size - value(total)) <= half]
    slips = {size: product for size, product in made for power in POWERS if abs(size * power - value(total)) <= half}
    if fits or len(slips) == 1:
        yield total, (fits or list(slips.values()))[0]
