"""Shares and counts said twice, in words and in digits: a third (33 percent), nearly 500 (487)."""

from __future__ import annotations

from collections.abc import Iterator
from fractions import Fraction

from factcheck.article import Article
from factcheck.link.series.figures import value
from factcheck.link.series.shares import said
from factcheck.model import Relation, Severity
from factcheck.quantity import Interval, Quantity

HEDGES = "<w>? (a <w>)? (ABOUT|NEARLY|BARELY|MORE|LESS|under|than|just|only|EXACTLY)*"
NOUN = "<wN'->? <wN'->? <wN'->? <wN'->?"
CLOSE = "<,.q·)\n;:—>"
MORE_THAN_HALF = Interval(Fraction(1, 2), Fraction(1))
NEARBY = Fraction(3, 20)
LEAST, PAIR = 20, 2

ROUGHLY = "(just|only)? (ABOUT|NEARLY|BARELY|under|over | MORE|LESS than)"
TWICE = (
    f"{{one:fraction}} (of? {NOUN}) (, or | <(>) {HEDGES} {{other:percent}} {CLOSE}",
    f"{{one:percent}} (of? {NOUN}) (, or | <(>) {HEDGES} {{other:fraction}} {CLOSE}",
    f"{{one:percent}} , {ROUGHLY} {{other:fraction}} <.·)\n;:—>",
)
FIRST = (
    f"{ROUGHLY} {{one:fraction}} , {{other:percent}} , <^KPF>",
    f"{{one:fraction}} (of DETERMINER? {NOUN})? , {HEDGES} {{other:percent}} , <^KPF>",
)
"""So only where no other share stands before: "58 percent were for it, about half, 29 percent, strongly so" is half of those."""


MAJORITY = f"majority (of? {NOUN}) <(> {HEDGES} {{other:percent}} <)>"

BRACKETED = "{rough:count} <wN>? <wN>? <(> {exact:count} <)>"

HEDGE_SAYS = "{stated} does not fit the exact figure beside it, {implied}."


def twice(article: Article) -> Iterator[Relation]:
    """One share said twice, in words and as a percentage; a majority is more than half."""
    for found in article.match(*TWICE):
        yield Relation(said(found.one), said(found.other), says=f"{found.one.text} is not {found.other.text}.")
    for found in article.match(*FIRST):
        if found.sentence.of_kind("share")[0] is found.one and len(found.sentence.of_kind("share")) == PAIR:
            yield Relation(said(found.one), said(found.other), says=f"{found.one.text} is not {found.other.text}.")
    for found in article.match(MAJORITY):
        word = article.span(found.match.start(), found.match.start() + 1)
        most = Quantity(MORE_THAN_HALF, "%", article.text(word), (word,))
        yield Relation(most, said(found.other), says="{implied} is no majority.")


def hedged(article: Article) -> Iterator[Relation]:
    """A hedged count with the exact one in brackets: "nearly 300 (312)"."""
    for found in article.match(BRACKETED):
        rough, exact = found.rough, found.exact
        close = value(rough) and abs(value(exact) / value(rough) - 1) <= NEARBY
        if rough.hedge and not exact.hedge and close and value(exact) >= LEAST:
            yield Relation(rough.quantity, exact.quantity, HEDGE_SAYS, Severity.NOTE, variant="hedge")
