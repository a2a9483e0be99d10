"""Two figures that stand alone about a change: where no others could be meant, they refute it as they would confirm it.

"The grant, worth $36,000 last year, is to be $27,000. The director called the 35 percent cut a blow": no words tie the
three, but a time tells the two figures apart, nothing else near by is of their kind, and 35 is near to what they give.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from fractions import Fraction
from itertools import product

from factcheck.article import Article
from factcheck.bothends import both_ends, firmly, slipped
from factcheck.document import Span
from factcheck.elsewhere import Aim, Work, confirmed, figure
from factcheck.model import Mention, Relation
from factcheck.nearby import Pair, two
from factcheck.parting import parted
from factcheck.phrase import phrase
from factcheck.quantity import Quantity

NEAR_MISS = Fraction(7, 4)
"""By so many times a change is misstated at the most: figures of two things part by more, or by less than their rounding."""

VAGUE = 3
ANSWERED = "another figure beside it fits"


def settled(
    proposed: Iterator[Relation], article: Article, aims: Callable[[Article], Iterable[Aim]]
) -> Iterator[Relation]:
    """Yield the relations that words propose; then, of the figures that they leave in doubt, those that figures settle."""
    told: set[Span] = set()
    doubted: set[Span] = set()
    for relation in proposed:
        sure = relation.doubt is None or relation.stated.interval.meets(relation.implied.interval)
        (told if sure else doubted).update(relation.stated.spans)
        yield relation
    for said, stated, works in aims(article):
        if stated.span not in told:
            bound = only_two(article, said, stated, *works)
            if bound and bound.stated.interval.meets(bound.implied.interval):
                yield bound
            elif bound or stated.span not in doubted:
                found = tuple(confirmed(article, said, stated, *works))
                same = bound and any(bound.implied.spans == other.implied.spans for other in found)
                yield from filter(None, (bound,)) if same else found or filter(None, (bound,))


def only_two(article: Article, said: Quantity, stated: Mention, *works: Work) -> Relation | None:
    """Return the relation of a stated figure with the only two that it can follow from, if it does or nearly does."""
    if article.verb_last:
        return _of_both_ends(article, said, stated, works)
    pair = two(article, stated)
    ahead = pair is not None and all(one.first > stated.first for one in pair)
    if ahead and (_of_that(article, stated) or _than_then(article, stated)):
        return None
    implied = _given(said, stated, pair, works) if pair else None
    if pair and implied and parted(article, stated, pair):
        return Relation(said, implied, doubt=answered(article, stated, said, implied))
    return None


def _of_that(article: Article, stated: Mention) -> bool:
    """Tell whether a figure is of what was told before it: 12 percent in four years, a third of that last year."""
    behind = article.place(stated) + 1
    shown = article.word(behind) == "of" and article.word(behind + 1) in ("that", "this", "those", "these")
    return shown and article.skeleton[behind + 2] not in "wN"


def _than_then(article: Article, stated: Mention) -> bool:
    """Tell whether a figure is measured from a time or a case that no figure is given for: $18 million less than for this year."""
    behind = article.place(stated) + 1
    than = next((at for at in (behind, behind + 1) if article.word(at) == "than"), None)
    return than is not None and phrase("PREPOSITION").match(article.skeleton, than + 1) is not None


def _of_both_ends(article: Article, said: Quantity, stated: Mention, works: tuple[Work, ...]) -> Relation | None:
    """Return the relation of a size with its two ends where verbs stand last, if it follows from them or misses by a slip."""
    pair, aim = both_ends(article, stated), figure(stated)
    for work, (one, other) in product(works, (pair, pair[::-1]) if pair else ()):
        if work.takes(aim, figure(one)) and work.fits(aim, figure(one), figure(other)):
            implied = work.gives(one, other)
            near = firmly(implied, one, other)
            if _telling(near) and slipped(stated.quantity, near) and not said.interval.meets(near.interval):
                return Relation(said, near, doubt=answered(article, stated, said, implied))
            if said.interval.meets(implied.interval):
                return Relation(said, implied)
    return None


def _given(said: Quantity, stated: Mention, pair: Pair, works: tuple[Work, ...]) -> Quantity | None:
    """Return what one of several ways to work upon two figures gives, if that is near to the stated one."""
    aim = figure(stated)
    for work in works:
        for one, other in (pair, pair[::-1]):
            first, second = figure(one), figure(other)
            if work.takes(aim, first) and work.fits(aim, first, second):
                implied = work.gives(one, other)
                if _telling(implied) and (said.interval.meets(implied.interval) or _nearly(said, implied)):
                    return implied
    return None


def answered(article: Article, stated: Mention, said: Quantity, implied: Quantity) -> str | None:
    """Return the doubt that another figure of its sentence casts on a wrong one: "up 40%", he said; they put it at 30%."""
    if said.interval.meets(implied.interval):
        return None
    others = (
        one for one in article.sentences[stated.sentence].mentions if one is not stated and one.kind == stated.kind
    )
    return ANSWERED if any(one.quantity.interval.meets(implied.interval) for one in others) else None


def _nearly(said: Quantity, implied: Quantity) -> bool:
    """Tell whether a change misses what two figures give by no more than a slip would."""
    one, other = said.interval.middle, implied.interval.middle
    low, high = sorted((one, other))
    return 0 < high <= low * NEAR_MISS


def _telling(implied: Quantity) -> bool:
    """Tell whether what two figures give is exact enough for a change to miss it."""
    low, high = implied.interval
    return low == high or 0 < high - low <= (high + low) / VAGUE
