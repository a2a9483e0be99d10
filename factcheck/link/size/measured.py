"""What comparisons, lists and ranks are held to: the figures of the others."""

from __future__ import annotations

from collections.abc import Iterator
from fractions import Fraction
from itertools import pairwise

from factcheck.article import Article
from factcheck.document import Span
from factcheck.link.context.operands import in_unit
from factcheck.link.size.comparisons import Compared
from factcheck.link.size.ranks import Placed
from factcheck.model import Mention, Relation
from factcheck.numerals import ORDINALS
from factcheck.quantity import DEEP, HUGE, Interval, Quantity
from factcheck.shown import rank as rank_name

LARGER = "{{working}}, so it is {} at best, not {{stated}}."
RANKS = "{} stand ahead of it, so it is {}, not {{stated}}."
NEAREST = Fraction(1, 10**9)
"""So far apart at least are two figures of which one is more."""

LISTED = "{{stated}} comes after {} in a list that runs from {}."


def by_size(article: Article, said: Compared) -> Relation:
    """Hold a figure that is said to be the more, or the most, to the greatest of the others; to the least for "less"."""
    beyond = max((in_unit(one, said.own) for one in said.others), key=lambda one: said.sign * one.size)
    edge, apart = beyond.quantity.interval, NEAREST if _touches(said, beyond) else 0
    bound = Interval(edge.low + apart, HUGE) if said.sign > 0 else Interval(DEEP, edge.high - apart)
    word = article.text(article.span(said.word, said.word + 1)) if article.verb_last else article.word(said.word)
    implied = Quantity(bound, said.own.unit, beyond.text, beyond.quantity.spans)
    way = "more" if said.sign > 0 else "less"
    says = f"“{word}” is said of {{stated}}, but {beyond.text} is {'more' if said.sign > 0 else 'less'}."
    return Relation(
        said.own.quantity.changed(unit=beyond.unit), implied.changed(unit=beyond.unit), says=says, doubt=said.doubt,
        fix="another word, or the two figures swapped", working=f"{said.own.text} {way} than {beyond.text}",
    )  # fmt: skip


def _touches(said: Compared, beyond: Mention) -> bool:
    """Tell whether two figures have only an end in common: what rounds to 11 is not more than what rounds to 12."""
    own, edge = said.own.quantity.interval, beyond.quantity.interval
    return own.meets(edge) and not own.reaches_into(edge) and said.sign * (own.middle - edge.middle) < 0


def in_order(figures: tuple[Mention, ...], *, down: bool) -> Relation:
    """Hold the figures of a list to the way that it runs, from its first to its last: none may turn back."""
    pairs = list(pairwise(figures))
    turned = next((pair for pair in pairs if _turns(*pair, down=down)), None)
    one, other = turned or pairs[-1]
    edge = one.quantity.interval
    bound = Interval(DEEP, edge.high) if down else Interval(edge.low, HUGE)
    spans = sum((figure.quantity.spans for figure in figures if figure is not other), ())
    working = ", ".join(figure.text for figure in figures)
    implied = Quantity(bound, other.unit, f"no {'more' if down else 'less'} than {one.text}", spans)
    return Relation(
        other.quantity, implied, says=LISTED.format(one.text, "high to low" if down else "low to high"), working=working, variant="list",
        fix="the list in the order of its figures, or another figure",
    )  # fmt: skip


def _turns(one: Mention, other: Mention, *, down: bool) -> bool:
    first, second = one.quantity.interval, other.quantity.interval
    return second.low > first.high if down else second.high < first.low


def ranked(found: Placed) -> Iterator[Relation]:
    """Hold a rank against the figures of the others: so many that are larger, so many places down at the least."""
    larger = [other for other in found.others if _is_larger(other, found.own)]
    if not larger or found.rank.number is None:
        return
    shown = listing([other.text for other in larger])
    spans = sum((figure.quantity.spans for figure in (*larger, found.own)), ())
    at_least = len(larger) + 1
    places = Interval(Fraction(at_least), max(Fraction(at_least), found.rank.number.middle))
    implied = Quantity(places, working=f"{shown} are more than {found.own.text}", spans=spans)
    yield Relation(
        found.rank.quantity, implied, says=LARGER.format(rank_name(at_least)), fix=rank_name(at_least), variant="rank", working=implied.working,
        instead=as_rank(found.rank, at_least),
    )  # fmt: skip


def _is_larger(one: Mention, other: Mention) -> bool:
    """Tell whether a figure is more than another, though their roundings may have an end in common: 9.4 and 9.3."""
    more, less = one.quantity.interval, other.quantity.interval
    return more.low >= less.high and more != less


def listing(words: list[str]) -> str:
    """Return some words as a list: one, two and three."""
    return " and ".join([", ".join(words[:-1]), words[-1]]) if len(words) > 1 else words[0]


def as_rank(rank: Mention, place: int) -> str:
    """Return another place in the words of a rank; "" where that is no word."""
    return next((word for word, number in ORDINALS.items() if number == place), "") if rank.text.isalpha() else ""


def behind_all(rank: Mention, ahead: tuple[Mention, ...]) -> Relation:
    """Return that a rank must be the next behind those that are listed ahead of it."""
    before, next_one = listing([figure.text for figure in ahead]), len(ahead) + 1
    places: tuple[Span, ...] = sum((figure.quantity.spans for figure in ahead), ())
    return Relation(
        rank.quantity,
        Quantity(Interval.exactly(next_one), working=before, spans=places),
        says=RANKS.format(before, rank_name(next_one)),
        working=f"{before} stand ahead; the text says {rank.text}",
        fix=rank_name(next_one),
        variant="rank",
        instead=as_rank(rank, next_one),
    )
