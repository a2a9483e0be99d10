"""Formulas of a house, "debt_ratio = debt / gdp": a name, and what it is worked out from.

The grammar is that of the four rules of arithmetic, and nothing that a formula says is ever run:
    formula = NAME "=" sum     sum = product (("+" | "-") product)*     product = one (("*" | "/") one)*
    one = NAME | NUMBER | "-" one | "(" sum ")"
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterator
from fractions import Fraction
from operator import add, mul, sub, truediv
from typing import Any

from factcheck.records import NamedTuple
from factcheck.regexes import compiled

LONGEST = 300
DEEPEST = 20
TOKEN = compiled(
    r"\s*(?:(?P<name>[^\W\d]\w*)|(?P<number>[0-9]+(?:\.[0-9]+)?)|(?P<sign>\*\*|[-+*/()=×÷−])|(?P<other>\S))"
)
SIGNS = {"×": "*", "÷": "/", "−": "-"}
OPERATE: dict[str, Callable[[Any, Any], Any]] = {"+": add, "-": sub, "*": mul, "/": truediv}


class Node(NamedTuple):
    """One rule of arithmetic on two terms."""

    sign: str
    left: Term
    right: Term


Term = Node | str | Fraction


class Formula(NamedTuple):
    """`name` is what `term` comes to; `text` as the house wrote it."""

    name: str
    term: Term
    text: str

    @property
    def symbols(self) -> tuple[str, ...]:
        """Every name, the one that is worked out first."""
        return (self.name, *_names(self.term))

    @property
    def in_percent(self) -> bool:
        """Whether the formula multiplies by a hundred, and so takes 24% for 24."""
        return Fraction(100) in _numbers(self.term)


class FormulaError(ValueError):
    """A formula that cannot be read, in words for whoever wrote it."""


def parsed(text: str) -> Formula:
    """Return the formula that a text states; FormulaError for anything but arithmetic, and for a name used twice."""
    if len(text) > LONGEST:
        raise FormulaError(f"the formula has {len(text)} characters; at most {LONGEST} are read")
    reader = _Reader(text)
    name = reader.take("name")
    reader.expect("=")
    formula = Formula(name, reader.sum(0), text.strip())
    reader.end()
    if twice := [symbol for symbol, count in Counter(formula.symbols).items() if count > 1]:
        raise FormulaError(f"{twice[0]} stands in the formula twice; write new / old - 1 for (new - old) / old")
    if len(formula.symbols) < 2:
        raise FormulaError("the formula has no name behind the equals sign")
    return formula


def solved_for(formula: Formula, symbol: str) -> Formula:
    """Return the same formula with another of its names before the equals sign."""
    if symbol == formula.name:
        return formula
    answer: Term = formula.name
    term = formula.term
    while isinstance(term, Node):
        left = symbol in _names(term.left)
        answer = _undone(term.sign, answer, term.right if left else term.left, left)
        term = term.left if left else term.right
    return Formula(symbol, answer, formula.text)


def _undone(sign: str, answer: Term, other: Term, left: bool) -> Node:
    if sign in "+*":
        return Node("-" if sign == "+" else "/", answer, other)
    if left:
        return Node("+" if sign == "-" else "*", answer, other)
    return Node(sign, other, answer)


def evaluated(term: Term, values: dict[str, Any], number: Callable[[Fraction], Any]) -> Any:
    """Return what a term comes to where its names have `values`; `number` makes one of a number."""
    if isinstance(term, Node):
        left, right = (evaluated(side, values, number) for side in (term.left, term.right))
        return OPERATE[term.sign](left, right)
    return values[term] if isinstance(term, str) else number(term)


def _names(term: Term) -> Iterator[str]:
    if isinstance(term, Node):
        yield from _names(term.left)
        yield from _names(term.right)
    elif isinstance(term, str):
        yield term


def _numbers(term: Term) -> Iterator[Fraction]:
    if isinstance(term, Node):
        yield from _numbers(term.left)
        yield from _numbers(term.right)
    elif isinstance(term, Fraction):
        yield term


class _Reader:
    """Goes over the tokens of a formula once."""

    def __init__(self, text: str) -> None:
        self.tokens = list(TOKEN.finditer(text))
        self.at = 0

    @property
    def sign(self) -> str:
        shown = self._shown()
        return SIGNS.get(shown, shown)

    def _shown(self) -> str:
        return self.tokens[self.at][0].strip() if self.at < len(self.tokens) else ""

    def take(self, group: str) -> str:
        if self.at >= len(self.tokens) or self.tokens[self.at].lastgroup != group:
            raise self._unexpected()
        self.at += 1
        return self.tokens[self.at - 1][group]

    def expect(self, sign: str) -> None:
        if self.sign != sign:
            raise self._unexpected()
        self.at += 1

    def end(self) -> None:
        if self.at < len(self.tokens):
            raise self._unexpected()

    def _unexpected(self) -> FormulaError:
        where = f"does not go on with {self._shown()} there" if self._shown() else "is not finished"
        return FormulaError(f"the formula {where}; write name = names, numbers, + - * / and brackets")

    def sum(self, depth: int) -> Term:
        term = self._product(depth)
        while self.sign in ("+", "-"):
            sign = self.sign
            self.at += 1
            term = Node(sign, term, self._product(depth))
        return term

    def _product(self, depth: int) -> Term:
        term = self._one(depth)
        while self.sign in ("*", "/"):
            sign = self.sign
            self.at += 1
            term = Node(sign, term, self._one(depth))
        return term

    def _one(self, depth: int) -> Term:
        if depth > DEEPEST:
            raise FormulaError(f"the formula has more than {DEEPEST} brackets one in another")
        if self.sign == "-":
            self.at += 1
            return Node("-", Fraction(0), self._one(depth + 1))
        if self.sign == "(":
            self.at += 1
            term = self.sum(depth + 1)
            self.expect(")")
            return term
        if self.at < len(self.tokens) and self.tokens[self.at].lastgroup == "number":
            return Fraction(self.take("number"))
        return self.take("name")
