"""So much in the pound beside the two sums that it is of: "owed £500,000, they got £70,000, or 14p in the pound"."""

from __future__ import annotations

import re
from collections.abc import Iterator

from factcheck.article import BIT, Article, Sentence
from factcheck.link.series.complete import next_to, stroke
from factcheck.link.series.figures import is_plain, swapped, value
from factcheck.link.series.shares import ratio
from factcheck.model import Mention, Relation
from factcheck.patterns import Pattern
from factcheck.quantity import Quantity

LOOK = 40
"""So many characters about so many pence tell that they are so many in the pound."""

TWO, PERCENT = 2, 100
ONE = {"GBP": "pound", "EUR": "euro", "INR": "rupee"}
IN_ONE = Pattern(
    r" (?:on|in|to|of|from|for|out of) (?:the|every|each|a) (?:pound|dollar|euro|rupee)(?= ?(?:[.,;:)—–-]|on\b|for\b|of\b|$))",
    re.I,
)
OF_EACH = Pattern(r"\b(?:of|for|from|out of) (?:every|each) (?:pound|dollar|euro|rupee)\b[\w ]{0,40}? $", re.I)
"""Before the coins these say that they are of one: "of each dollar it raised 14 cents went on wages"."""

AGAINST = Pattern(
    r"\b(?:average|previous\w*|ago|earlier|last time|than|compared|rose|fell|up|down|another|further|if|would|could|until|instead|while|whereas|tax|exchange|against|rate)\b|%|per ?cent",
    re.I,
)
"""With these so much in the pound is of other sums, or a price."""


def in_the_pound(article: Article) -> Iterator[Relation]:
    """Yield so many pence in the pound against the only two sums near by, the smaller of the larger: they are, or are but for a slip."""
    for at, sentence in enumerate(article.body if not article.verb_last else ()):
        if sentence.kinds & BIT["M"] and (coins := _coins(article, sentence)):
            before = article.body[at - 1] if at and next_to(article, article.body[at - 1], sentence) else None
            for near in ([sentence], [before, sentence] if before else []):
                if relation := _of_two(article, near, coins):
                    yield relation
                    break


def _coins(article: Article, sentence: Sentence) -> Mention | None:
    """Return the pence or cents of a sentence that are so many in one pound or dollar."""
    for one in sentence.of_kind("money"):
        if 0 < value(one) < 1 and is_plain(one):
            before, behind = article.around(one, LOOK * 2, LOOK)
            if IN_ONE.match(behind) or OF_EACH.search(before):
                return one
    return None


def _of_two(article: Article, near: list[Sentence], coins: Mention) -> Relation | None:
    sums = [one for some in near for one in some.of_kind("money") if one.first != coins.first]
    if len(sums) != TWO or not all(map(is_plain, sums)) or {one.unit for one in sums} != {coins.unit}:
        return None
    words = " ".join(article.words(one) for one in near)
    part, whole = sorted(sums, key=value)
    if AGAINST.search(words) or value(part) <= 1 or value(part) == value(whole):
        return None
    stated = Quantity(coins.quantity.interval, "%", coins.text, (coins.span,))
    implied, exact = ratio(part, whole), value(part) / value(whole)
    needed = ((coins, exact), (part, value(whole) * value(coins)), (whole, value(part) / value(coins)))
    slipped = any(stroke(*one) or swapped(*one) for one in needed)
    met = stated.interval.meets(implied.interval)
    says = f"{part.text} of {whole.text} is {float(exact * PERCENT):.3g}%, not {coins.text} in one {ONE.get(coins.unit, 'dollar')}."
    return Relation(stated, implied, says) if met or slipped else None
