"""What figures of a text come to, two by two: the sum, the difference or the ratio that a headline tells."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import pairwise

from factcheck import shown
from factcheck.article import Article
from factcheck.dates import DAYS_IN, MONTHS_IN
from factcheck.document import Span
from factcheck.link.context.subjects import comparable
from factcheck.link.headline.heads import Body
from factcheck.link.series.figures import value
from factcheck.model import Mention
from factcheck.quantity import Interval, Quantity

NEIGHBOURS = 20
NEAR = 3
"""So many words may stand between two figures that are set against each other."""

ROUNDED = 0.12
"""By so much of it at the most a headline rounds a length."""


def follows(said: Mention, alike: Body, body: Body, told: Mention | None = None) -> bool:
    """Tell whether a headline's figure is the sum, the difference or the ratio of two of the text's, or one of them rounded.

    Two of which the text says itself what they come to, what it has `told`, come to nothing else.
    """
    wanted, taken = said.rounded.interval, told.quantity.interval if told else None
    if any(_sums(wanted, one, other) for one, other in pairs(alike)):
        return True
    if any(_same_length(said, one) for one, _ in (*alike, *body)):
        return True
    if said.unit != "%":
        return False
    numbers = [found for found in body if found[0].number is not None and found[0].unit != "%"]
    return any(
        _ratio(wanted, one.rounded.interval, other.rounded.interval)
        and not (taken and _ratio(taken, one.quantity.interval, other.quantity.interval))
        for one, other in pairs(numbers)
    )


def _same_length(said: Mention, told: Mention) -> bool:
    """Tell whether a length of time is told in a smaller unit, which the headline rounds: 26 months, two years."""
    days = next((table for table in (MONTHS_IN, DAYS_IN) if {said.unit, told.unit} <= table.keys()), None)
    if days is None or not said.number or not told.number or said.unit == told.unit:
        return False
    one, other = (length.size * days[length.unit] for length in (said, told))
    return abs(one - other) <= ROUNDED * one


def summed(said: Mention, alike: Body) -> Quantity | None:
    """Return the first two figures of the text, exactly stated, that a headline's is the sum of."""
    wanted = said.quantity.interval
    return next((one.quantity + other.quantity for one, other in pairs(alike)
                 if one.unit == other.unit and wanted.meets(one.quantity.interval.plus(other.quantity.interval))), None)  # fmt: skip


def adds_up(said: Mention, *pair: Mention) -> bool:
    """Tell whether a figure is the sum or the difference of two that are stated exactly; what is counted is not rounded."""
    one, other = (_exact(mention) for mention in pair)
    parts = (one.plus(other), one.minus(other), other.minus(one))
    return not any(mention.hedge for mention in pair) and any(said.quantity.interval.meets(part) for part in parts)


def _exact(mention: Mention) -> Interval:
    counted = mention.kind == "count" and mention.number is not None and mention.upper is None
    return Interval.exactly(mention.number.middle) if counted and mention.number else mention.quantity.interval


def pairs(found: Body) -> Iterator[tuple[Mention, Mention]]:
    """Yield figures of one thing that stand near each other."""
    for number, (one, first) in enumerate(found):
        for other, second in found[number + 1 : number + NEIGHBOURS]:
            if second.number - first.number > 1:
                break
            if one.unit == other.unit and (one.unit or other.noun in ("", one.noun)):
                yield one, other


def _sums(wanted: Interval, one: Mention, other: Mention) -> bool:
    left, right = one.rounded.interval, other.rounded.interval
    return any(wanted.meets(value) for value in (left.plus(right), left.minus(right), right.minus(left)))


def _ratio(wanted: Interval, one: Interval, other: Interval) -> bool:
    whole = Interval.exactly(1)
    shares = (one.over(other), other.over(one))
    return any(wanted.meets(share) or wanted.meets(share.minus(whole).size()) for share in shares)


def margin(article: Article, said: Mention, body: Body) -> Quantity | None:
    """Return the difference of two figures set against each other that a headline's is: passed by six, by 47 votes to 41."""
    spans: tuple[Span, ...]
    for (one, first), (other, second) in pairwise(body):
        if one.kind == "pair" and said.unit in ("", "pt") and one.number and one.upper:
            ends, spans = (one.number.middle, one.upper.middle), (one.span,)
        elif (
            first is second and comparable(said, one) and comparable(said, other) and _set_against(article, one, other)
        ):
            ends, spans = (value(one), value(other)), (one.span, other.span)
        else:
            continue
        if abs(ends[0] - ends[1]) == value(said):
            more, less = (shown.number(end) for end in sorted(ends, reverse=True))
            return Quantity(Interval.exactly(value(said)), said.unit, f"{more} - {less}", spans)
    return None


def _set_against(article: Article, one: Mention, other: Mention) -> bool:
    """Tell whether a text sets one figure against the next: 47 votes to 41, 52 percent against 48."""
    between = [article.word(at) for at in range(article.place(one) + 1, article.place(other))]
    return between[-1:] in (["to"], ["against"]) and len(between) <= NEAR


def told_apart(said: Mention, body: Body) -> tuple[Mention, ...] | None:
    """Return the two counts of one sentence that a score or a vote is written of: 58-41, 58 in favor and 41 opposed."""
    if said.kind != "pair" or said.number is None or said.upper is None:
        return None
    wanted = [("count", said.number.middle), ("count", said.upper.middle)]
    for (one, first), (other, second) in pairwise(body):
        if first is second and [(each.kind, each.number and each.number.middle) for each in (one, other)] == wanted:
            return one, other
    return None
