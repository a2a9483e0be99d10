"""What would make a relation true: it is solved for each figure that may be the wrong one."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from fractions import Fraction
from operator import add, mul, sub, truediv
from typing import Any

from factcheck import shown
from factcheck.model import Relation
from factcheck.quantity import Interval, Quantity


OPERATIONS: dict[str, Callable[[Any, Any], Any]] = {"+": add, "-": sub, "×": mul, "/": truediv}


def candidates(relation: Relation) -> tuple[str, ...]:
    """Return, for each figure of the relation, the figure as it would have to be; the stated one first."""
    stated, implied = relation.stated, relation.implied
    if not isinstance(stated.value, Interval) or not isinstance(implied.value, Interval):
        return ()
    fixes = [_rewritten(stated, implied.value.middle)]
    if implied.made:
        fixes += [_rewritten(leaf, answer) for leaf, answer in _solutions(relation)]
    return tuple(dict.fromkeys(fix for fix in fixes if fix))


def _rewritten(figure: Quantity, value: Fraction) -> str | None:
    if not isinstance(figure.value, Interval) or not figure.spans or value < 0:
        return None
    new = shown.restyled(figure.working, figure.value.middle, value)
    return None if new is None or new == figure.working else f"“{new}” for “{figure.working}”"


def _leaves(quantity: Quantity) -> Iterator[Quantity]:
    if quantity.made is None:
        if quantity.spans:
            yield quantity
        return
    yield from _leaves(quantity.made[1])
    yield from _leaves(quantity.made[2])


def _solutions(relation: Relation) -> Iterator[tuple[Quantity, Fraction]]:
    import sympy

    leaves = list(_leaves(relation.implied))
    symbols = {id(leaf): sympy.Symbol(f"x{n}", real=True) for n, leaf in enumerate(leaves)}
    equation = _expression(relation.implied, symbols) - _exact(relation.stated)
    for leaf in leaves:
        unknown = symbols[id(leaf)]
        others = {symbols[id(other)]: _exact(other) for other in leaves if other is not leaf}
        answers = [answer for answer in sympy.solve(equation.subs(others), unknown) if answer.is_Rational]
        if len(answers) == 1:
            yield leaf, Fraction(int(answers[0].p), int(answers[0].q))


def _exact(quantity: Quantity) -> Any:
    import sympy

    middle = quantity.interval.middle
    return sympy.Rational(middle.numerator, middle.denominator)


def _expression(quantity: Quantity, symbols: dict[int, Any]) -> Any:
    if quantity.made is None:
        return symbols.get(id(quantity)) if quantity.spans else _exact(quantity)
    sign, left, right = quantity.made
    one, other = _expression(left, symbols), _expression(right, symbols)
    return OPERATIONS[sign](one, other)
