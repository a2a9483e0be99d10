"""Figures of an article beside the formulas that the house holds them to."""

from __future__ import annotations

from collections.abc import Iterator
from fractions import Fraction
from typing import TYPE_CHECKING

from factcheck import shown
from factcheck.article import Article
from factcheck.check import check
from factcheck.model import Relation, verbatim
from factcheck.quantity import DEEP, HUGE, Interval, Quantity
from factcheck.records import NamedTuple
from factcheck.solve import repairs

if TYPE_CHECKING:
    from factcheck.dates import Days
    from factcheck.house.bind import Binder
    from factcheck.house.formula import Formula
    from factcheck.house.rules import House, HouseRelation

SHARES = frozenset({"%", "", "x"})
"""Units of what a quotient of two like figures may be said to be."""


class Known(NamedTuple):
    """What a name of a formula stands for, in the article or among the house's facts with their `source`."""

    quantity: Quantity
    source: str = ""


@check("house-relation", says="{stated} does not fit {working}, which is {implied}.")
def house_relation(article: Article) -> Iterator[Relation]:
    """Figures must fit the formulas that the house gives: debt ratio = debt / GDP.

    Relations are given with --rules.  All figures must be of one subject and one period; those that the article does
    not have are taken from the house's facts.

    Wrong: Acme's margin was [30%] in 2024. Acme's profit was [$2.0 billion] in 2024. Acme's sales were [$10.4 billion] in 2024.  ::  relation = [{subject = "Acme", formula = "margin = profit/sales"}]
    Wrong: Acme's margin was [30%] in 2024.  ::  fact = [{subject = "Acme", measure = "profit", value = "$2.0 billion", period = 2024}, {subject = "Acme", measure = "sales", value = "$10.4 billion", period = 2024}] / relation = [{formula = "margin = profit/sales"}]
    Right: Acme's margin was 19% in 2024. Acme's profit was $2.0 billion in 2024. Acme's sales were $10.4 billion in 2024.  ::  relation = [{subject = "Acme", formula = "margin = profit/sales"}]
    Right: Acme's profit was $2.0 billion in 2024.  ::  fact = [{subject = "Acme", measure = "margin", value = "19%", period = 2024}, {subject = "Acme", measure = "sales", value = "$10.4 billion", period = 2024}] / relation = [{formula = "margin = 100*profit/sales"}]
    Skip:  Acme's margin was 30% in 2024. Acme's profit was $2.0 billion in 2023. Acme's sales were $10.4 billion in 2024.  ::  relation = [{subject = "Acme", formula = "margin = profit/sales"}]
    Skip:  Acme's margin was 30% in 2024. Acme's profit was €2.0 billion in 2024. Acme's sales were $10.4 billion in 2024.  ::  relation = [{subject = "Acme", formula = "margin = profit/sales"}]
    """
    house = article.house
    if house is None or not house.relations:
        return
    from factcheck.house.bind import Binder

    owned = [(relation, house.subjects_of(relation)) for relation in house.relations]
    binder = Binder(article, [forms for _, subjects in owned for forms in subjects])
    for relation, subjects in owned:
        for forms in subjects:
            yield from _relations(binder, house, relation, forms)


def _relations(binder: Binder, house: House, relation: HouseRelation, forms: tuple[str, ...]) -> Iterator[Relation]:
    """Yield what a formula says of one subject, a relation for each period of which all figures are known."""
    told = {symbol: _told(binder, relation, symbol, forms) for symbol in relation.formula.symbols}
    facts = {symbol: _facts(house, relation, symbol, forms) for symbol in relation.formula.symbols}
    periods = dict.fromkeys(period for known in told.values() for period in known)
    for period in periods:
        known = {symbol: (told[symbol].get(period) or facts[symbol].get(period) or [])[:1] for symbol in told}
        if all(known.values()):
            values = {symbol: found[0] for symbol, found in known.items()}
            stated = next(symbol for symbol in values if period in told[symbol])
            for figure in told[stated][period]:
                yield from _compared(relation, stated, {**values, stated: figure})


def _told(
    binder: Binder, relation: HouseRelation, symbol: str, forms: tuple[str, ...]
) -> dict[Days | None, list[Known]]:
    """Return the article's figures for a name of the formula, by period."""
    found: dict[Days | None, list[Known]] = {}
    for bound in binder.figures(forms, relation.where[symbol]):
        if bound.mention.number is not None and bound.mention.when is None and not bound.doubt:
            found.setdefault(bound.days, []).append(Known(bound.mention.quantity))
    return found


def _facts(
    house: House, relation: HouseRelation, symbol: str, forms: tuple[str, ...]
) -> dict[Days | None, list[Known]]:
    """Return the house's figures for a name of the formula, by period."""
    found: dict[Days | None, list[Known]] = {}
    for fact in house.facts:
        mention = fact.figures[-1].mention
        if (
            set(fact.forms) & set(forms)
            and set(fact.measures) & set(relation.where[symbol])
            and mention.number is not None
        ):
            quantity = mention.quantity.changed(spans=(fact.place,))
            found.setdefault(fact.period, []).append(Known(quantity, fact.source))
    return found


def _compared(relation: HouseRelation, stated: str, known: dict[str, Known]) -> Iterator[Relation]:
    """Yield one figure against what the formula makes of the others."""
    exact = _proposed(relation, stated, {symbol: one.quantity for symbol, one in known.items()})
    if exact is None:
        return
    sources = dict.fromkeys(filter(None, (relation.source, *(one.source for one in known.values()))))
    named = f" ({', '.join(sources)})" if sources else ""
    working = f"{relation.formula.text}{named}: {shown.figure(exact.implied)}; the text says {exact.stated.working}"
    if exact.meets():
        yield exact._replace(working=working)
        return
    loose = _proposed(relation, stated, {symbol: one.quantity.rounded for symbol, one in known.items()})
    doubt = "the figures may be round" if loose is None or loose.meets() else None
    fixes = () if doubt else (fix for fix in repairs(exact) if not any(span.file for span in fix.figure.spans))
    yield exact._replace(working=working, doubt=doubt, fix=" or ".join(map(str, fixes)) or None)


def _proposed(relation: HouseRelation, stated: str, values: dict[str, Quantity]) -> Relation | None:
    """Return one value against what the formula makes of the others; None where their units do not go together."""
    from factcheck.house.formula import solved_for

    formula = solved_for(relation.formula, stated)
    quantities = {symbol: _scaled(value, relation.formula) for symbol, value in values.items()}
    own, implied = quantities[stated], _worked_out(formula, quantities)
    own = own.as_unit(values[stated].unit)
    if implied is None or not (own.unit == implied.unit or {own.unit, implied.unit} <= SHARES):
        return None
    allowed = implied.changed(value=implied.interval.widened(relation.tolerance), unit=own.unit)
    words = verbatim(relation.formula.text)
    return Relation(own, allowed, f"By the house's {words}, {{stated}} should be {{implied}}.")


def _scaled(quantity: Quantity, formula: Formula) -> Quantity:
    """Return a figure as a formula takes it: 24% is 0.24 or, where it multiplies by a hundred, 24."""
    if quantity.unit != "%":
        return quantity
    factor = Interval.exactly(100 if formula.in_percent else 1)
    return quantity.changed(value=quantity.interval.times(factor), unit="", coarse=None)


def _worked_out(formula: Formula, values: dict[str, Quantity]) -> Quantity | None:
    """Return what a formula comes to; None where it adds unlike figures, or divides by what may be nought."""
    from factcheck.house.formula import evaluated

    try:
        worked = evaluated(formula.term, {name: _Strict(value) for name, value in values.items()}, _number)
    except _UnlikeError:
        return None
    answer: Quantity = worked.quantity
    return None if answer.interval.high >= HUGE or answer.interval.low <= DEEP else answer


def _number(value: Fraction) -> _Strict:
    return _Strict(Quantity.constant(value))


class _UnlikeError(Exception):
    """Two figures that cannot be added."""


class _Strict:
    """A quantity that adds to its like alone."""

    def __init__(self, quantity: Quantity) -> None:
        self.quantity = quantity

    def __add__(self, other: _Strict) -> _Strict:
        return _Strict(self._like(other).quantity + other.quantity)

    def __sub__(self, other: _Strict) -> _Strict:
        return _Strict(self._like(other).quantity - other.quantity)

    def __mul__(self, other: _Strict) -> _Strict:
        return _Strict(self.quantity * other.quantity)

    def __truediv__(self, other: _Strict) -> _Strict:
        return _Strict(self.quantity / other.quantity)

    def _like(self, other: _Strict) -> _Strict:
        units = {self.quantity.unit, other.quantity.unit}
        if len(units) > 1 and not units <= SHARES:
            raise _UnlikeError
        return self
