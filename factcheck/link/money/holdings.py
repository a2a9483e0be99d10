"""What so many shares are worth at the price of one: 2.1 million shares, a close of $48, $101 million.

The three have names of their own, so that where a passage tells one of each the product is what the shares are worth,
as it stands or a slip of scale off.
"""

from __future__ import annotations

from collections.abc import Iterator
from fractions import Fraction

from factcheck.article import Article, Sentence
from factcheck.link.context.ties import adjacent
from factcheck.link.series.figures import value
from factcheck.model import Mention
from factcheck.patterns import Pattern
from factcheck.quantity import Quantity
from factcheck.records import NamedTuple

SHARES = frozenset({"share", "주"})
PRICED = Pattern(
    r"(?i)(?:\b(?:price|clos(?:e|ed|ing)|closing price|stood|trading|traded|offer) (?:of|at|to)|(?:종가|주가|시가|주당|한 주에)(?: 기준)?[은는인]?) ?$"
)
APIECE = Pattern(r"(?i)^ (?:a|per|each) share\b|^ apiece\b|^ each\b|^ 주당")
WORTH = Pattern(
    r"(?i)\b(?:worth|valued at|value of|values? (?:it|them|the \w+) at|valuing \w+ at|bringing in|raising|come to|comes to|gets?|got)(?: (?:about|some|nearly|just over|roughly))? ?$"
)
OF_WORTH = Pattern(r"(?i)^ worth\b|^ ?(?:어치|규모|상당|에 해당)")
AT_PRICE = Pattern(r"(?i),? (?:at|based on) (?:[\w'’]+ ){0,3}(?:price|close) of ")
BY_PRICE = Pattern(r"(?:으로|로|을|를)? ?(?:따지면|계산하면|환산하면|기준으로|기준) (?:약 )?")
"""What lies between a worth and the price that it is reckoned at, or such a price and the worth."""
MANY = 1000
"""Of fewer shares the talk is as of what one becomes: holders of 25 shares will have 100."""

BEFORE, BEHIND = 34, 12
"""So many characters before a sum, and behind it, say what it is of."""

POWERS = tuple(Fraction(10) ** power for power in (0, -6, -3, -2, -1, 1, 2, 3, 6))
NEAR = Fraction(1, 100)


class Holding(NamedTuple):
    """What some shares are said to be worth, and what their number and price make it."""

    worth: Mention
    made: Quantity


def holdings(article: Article) -> Iterator[Holding]:
    """Yield each worth of shares with the product of their number and price, where its digits are that product's."""
    for sentence in article.body:
        shares = [one for one in sentence.of_kind("count") if _is_of_shares(one)]
        if shares:
            yield from _worths(article, sentence, shares)


def _is_of_shares(one: Mention) -> bool:
    return bool(one.number) and not one.upper and one.size >= MANY and not SHARES.isdisjoint({one.noun, one.counter})


def _worths(article: Article, sentence: Sentence, shares: list[Mention]) -> Iterator[Holding]:
    behind = adjacent(article, sentence, 1)
    later = behind if behind and not any(map(_is_of_shares, behind.of_kind("count"))) else None
    sums = [one for part in (sentence, later) if part for one in part.of_kind("money") if one.number and not one.upper]
    prices = [one for one in sums if _is_price(article, one)]
    worths = [one for one in sums if one not in prices and _is_worth(article, one)]
    if len(shares) == len(prices) == len(worths) == 1:
        number, price, worth = shares[0], prices[0], worths[0]
        product = value(number) * value(price)
        powers = POWERS if _is_reckoned(article, price, worth) else POWERS[:1]
        slip = any(abs(product * power - value(worth)) <= NEAR * value(worth) for power in powers)
        if slip and price.unit == worth.unit:
            made = number.changed(hedge="").quantity * price.changed(hedge="").quantity
            yield Holding(worth, made.as_unit(worth.unit))


def _is_reckoned(article: Article, price: Mention, worth: Mention) -> bool:
    """Tell whether a worth is said to be that at the price: worth £20.4 million at Friday's price of £24."""
    first, second = sorted((price, worth), key=lambda one: one.first)
    between = article.document.text[first.span.end : second.span.start]
    return (AT_PRICE if first is worth else BY_PRICE).fullmatch(between) is not None


def _is_price(article: Article, figure: Mention) -> bool:
    before, behind = article.around(figure, BEFORE, BEHIND)
    return bool(PRICED.search(before) or APIECE.search(behind))


def _is_worth(article: Article, figure: Mention) -> bool:
    before, behind = article.around(figure, BEFORE, BEHIND)
    return bool(WORTH.search(before) or OF_WORTH.search(behind))
