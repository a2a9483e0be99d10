"""What would make a relation true: it is solved for each figure that may be the wrong one."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from contextlib import suppress
from fractions import Fraction
from operator import add, mul, sub, truediv

from factcheck.document import Span
from factcheck.model import Relation, Replacement
from factcheck.quantity import ANYTHING, Interval, Quantity
from factcheck.records import NamedTuple
from factcheck.restyle import restyled
from factcheck.shown import NUMERAL, significant

Undo = Callable[[Fraction, Fraction], Fraction]
UNDONE: dict[str, tuple[Undo, Undo]] = {
    "+": (sub, sub),
    "-": (add, lambda whole, left: left - whole),
    "×": (truediv, truediv),
    "/": (mul, lambda whole, left: left / whole),
}
"""For each sign, what gives its left side from the whole and the right side, and what its right side from the left."""

RANGES: dict[str, Callable[[Interval, Interval], Interval]] = {
    "+": Interval.plus, "-": Interval.minus, "×": Interval.times, "/": Interval.over
}  # fmt: skip

MANY, LEAST = 5, 3
"""Of whole numbers of so many digits, so many are told in any case, the others only where the figure has as many."""


class Repair(NamedTuple):
    """One figure of a relation and the value it would have to have; `text` is the figure so written."""

    figure: Quantity
    value: Fraction
    text: str

    def __str__(self) -> str:
        return f"“{self.text}” for “{self.figure.working}”"

    @property
    def replacement(self) -> Replacement | None:
        """The repair as a change to the text; None where the figure is not told in the text's own words."""
        span, words = self.figure.spans[0], self.figure.working
        own = len(self.figure.spans) == 1 and not span.file and span.end - span.start == len(words)
        return Replacement(span, cased(self.text, words)) if own else None


def cased(words: str, like: str) -> str:
    """Return words with a capital where those that they replace begin with one."""
    return words[:1].upper() + words[1:] if like[:1].isupper() else words


def repairs(relation: Relation) -> list[Repair]:
    """Return each way to make a relation hold by changing one of its figures, the stated one first."""
    stated, implied = relation.stated, relation.implied
    if not isinstance(stated.value, Interval) or not isinstance(implied.value, Interval):
        return []
    answers = [(stated, implied.centre)] if implied.value != ANYTHING else []
    if implied.made:
        answers += _solutions(implied, stated.centre)
    return [repair for figure, value in answers if (repair := _repair(relation, figure, value))]


def _repair(relation: Relation, figure: Quantity, value: Fraction) -> Repair | None:
    if not figure.spans or figure.made or value < 0:
        return None
    text = restyled(figure.working, figure.centre, value)
    if text and (plain := _plain(text, value, figure.working)) and holds_with(relation, figure.spans, plain):
        value, text = plain, restyled(figure.working, figure.centre, plain)
    return None if text is None or text == figure.working else Repair(figure, value, text)


def _plain(text: str, value: Fraction, like: str) -> Fraction | None:
    """Return a value that takes many digits no finer than the figure that it replaces; None for one of few."""
    figures, replaced = (NUMERAL.search(words) for words in (text, like))
    if not (figures and replaced) or len(re.sub(r",|\..*", "", figures[0])) < MANY:
        return None
    digits = len(re.sub(r"[.,]", "", replaced[0]).strip("0"))
    return significant(value, max(digits, LEAST))


def leaves(quantity: Quantity) -> Iterator[Quantity]:
    """Yield the figures of the text that a quantity was worked out from."""
    if quantity.made is None:
        if quantity.spans:
            yield quantity
        return
    yield from leaves(quantity.made[1])
    yield from leaves(quantity.made[2])


def holds_with(relation: Relation, spans: tuple[Span, ...], value: Fraction) -> bool:
    """Tell whether a relation would hold if the figure at `spans` had another value, as finely rounded as now."""
    stated, implied = (_evaluated(side, spans, value) for side in (relation.stated, relation.implied))
    return stated.meets(implied)


def _evaluated(quantity: Quantity, spans: tuple[Span, ...], value: Fraction) -> Interval:
    if quantity.made is not None:
        sign, left, right = quantity.made
        return RANGES[sign](_evaluated(left, spans, value), _evaluated(right, spans, value))
    if quantity.spans != spans:
        return quantity.interval
    return Interval.around(value, (quantity.interval.high - quantity.interval.low) / 2)


def _solutions(quantity: Quantity, wanted: Fraction) -> Iterator[tuple[Quantity, Fraction]]:
    """Yield each figure of a quantity with the value that would make the whole of it the one wanted.

    A figure stands but once in what it makes, so the way down to it is undone sign by sign.
    """
    if quantity.made is None:
        if quantity.spans:
            yield quantity, wanted
        return
    sign, left, right = quantity.made
    undo_left, undo_right = UNDONE[sign]
    with suppress(ZeroDivisionError):
        yield from _solutions(left, undo_left(wanted, right.centre))
    with suppress(ZeroDivisionError):
        yield from _solutions(right, undo_right(wanted, left.centre))
