"""What a firm is worth by what somebody paid for a share of it: $240 million for a tenth of the business, a price tag of $2.4 billion."""

from __future__ import annotations

from collections.abc import Iterator
from fractions import Fraction

from factcheck.article import Article, Sentence
from factcheck.link.context.ties import adjacent
from factcheck.link.series.figures import value
from factcheck.model import Mention
from factcheck.patterns import Pattern
from factcheck.quantity import Quantity

VALUED = Pattern(
    r"(?i)\b(?:price tag|valuation|valu(?:es?|ed|ing) (?:it|the (?:whole|entire|business|company|firm|group|start-up))|"
    r"(?:the whole|company|firm|business|group|start-up|its)(?: is| was| are)? (?:worth|value))\b[^.;,:]{0,12}$"
)
STAKE = Pattern(
    r"(?i)^ (?:stake|holding|share|slice)\b|^ of (?:the|its|his|her|their) (?:business|company|firm|start-up|shares|equity|group)\b|^ of (?:the )?[\w' -]{1,24} for\b"
)
BOUGHT = Pattern(r"(?i)\b(?:for|took|take|taking|bought|buy|sold|return|paid|raised|invested)\b")
RIVAL = Pattern(r"(?i)\b(?:rivals?|competitors?|another|peers?)\b")
NEXT, BEFORE, BEHIND = 2, 45, 24
"""So many sentences behind a sale a text may say what it makes the whole worth; so many characters say of what a figure is."""

POWERS = tuple(Fraction(10) ** power for power in (-6, -3, -2, -1, 0, 1, 2, 3, 6))
NEAR = Fraction(2, 100)


def valuations(article: Article) -> Iterator[tuple[Mention, Quantity]]:
    """Yield what a firm is said to be worth with what the one sale of a share makes it, where that has its digits."""
    for sentence in article.holding("valu", "worth", "price tag") if article.has_articles else ():
        for worth in sentence.of_kind("money"):
            if value(worth) > 0 and not worth.upper and VALUED.search(before := article.around(worth, BEFORE)[0]):
                if RIVAL.search(before):
                    continue
                for paid, share in _sale(article, sentence, worth):
                    whole = value(paid) / value(share)
                    if value(worth) != value(paid) and any(
                        abs(whole * power - value(worth)) <= NEAR * value(worth) for power in POWERS
                    ):
                        yield worth, (paid.quantity / share.quantity).as_unit(worth.unit)


def _sale(article: Article, sentence: Sentence, worth: Mention) -> Iterator[tuple[Mention, Mention]]:
    """Yield what was paid and the share that it bought, of the nearest sentence up to here that has one of each."""
    part: Sentence | None = sentence
    for _ in range(NEXT + 1):
        if part is None:
            return
        ahead = [one for one in part.mentions if one.first < worth.first]
        shares = [
            one
            for one in ahead
            if one.kind in ("percent", "fraction")
            and 0 < value(one) < 1
            and STAKE.search(article.around(one, 1, BEHIND)[1])
        ]
        sums = [one for one in ahead if one.kind == "money" and one.unit == worth.unit and not one.upper]
        if shares:
            told = len(shares) == len(sums) == 1 and BOUGHT.search(article.words(part))
            yield from [(sums[0], shares[0])] if told else ()
            return
        part = adjacent(article, part, -1)
