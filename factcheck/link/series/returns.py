"""Returns of an election: votes with their shares, 13,152 or 33.0 per cent and 14,185 (35.6 per cent), all of one whole."""

from __future__ import annotations

from collections.abc import Iterator
from fractions import Fraction
from itertools import groupby

from factcheck.article import BIT, Article
from factcheck.link.series.figures import value
from factcheck.model import Mention
from factcheck.quantity import Interval, Quantity
from factcheck.records import NamedTuple

PAIR = "{votes:count} (SHARP|<wN>)? <wN>? (,? or | ,|and | <(> ) ABOUT? {share:percent}"
LEAST = 100
FINE = Fraction(1, 1000)
FEW, SURE, MOST = 2, 3, 40
"""So many results that agree are no chance, if finely told; so many beside it make one that does not agree wrong; no
paragraph tells more of one vote."""


class Return(NamedTuple):
    """A share of the vote as said, and as it follows from the votes and another's share."""

    stated: Quantity
    implied: Quantity


def returns(article: Article) -> Iterator[Return]:
    """Yield the results of each paragraph that agree upon one whole, and one that does not where three others do."""
    found = (said for said in article.match(PAIR) if value(said.votes) >= LEAST and not said.votes.hedge)
    pairs = [(said.votes, said.share) for said in found if said.sentence.kinds & BIT["P"] and not said.share.hedge]
    pairs.sort(key=lambda pair: pair[0].first)
    for _, told in groupby(pairs, key=lambda pair: article.block_at(pair[0].span.start).start):
        results = list(told)
        if FEW <= len(results) <= MOST and all(share.number and 0 < value(share) < 1 for _, share in results):
            yield from _agreeing(results)


def _agreeing(results: list[tuple[Mention, Mention]]) -> Iterator[Return]:
    wholes = [_whole(*result) for result in results]
    agreed = max(([n for n, one in enumerate(wholes) if one.meets(whole)] for whole in wholes), key=len)
    fine = all(share.number is not None and share.number.half < FINE for _, share in results)
    if len(agreed) < (FEW if fine else SURE) or len(results) - len(agreed) > 1:
        return
    if len(agreed) < len(results) and len(agreed) < SURE:
        return
    base = max(agreed, key=lambda n: value(results[n][0]))
    for n, (votes, share) in enumerate(results):
        if n != base:
            yield Return(share.quantity, _share(votes, *results[base]))


def _whole(votes: Mention, share: Mention) -> Interval:
    """Return how many votes there may have been in all."""
    return Interval.exactly(value(votes)).over(share.quantity.interval)


def _share(votes: Mention, other: Mention, share: Mention) -> Quantity:
    """Return the share of some votes by another's votes and share."""
    made = share.quantity.interval.times(Interval.exactly(value(votes) / value(other)))
    working = f"{votes.text} / {other.text} × {share.text}"
    return Quantity(made, "%", working, (votes.span, other.span, share.span))
