"""The words of what has a bound, and the relations that say what can be and what cannot."""

from __future__ import annotations

from functools import cache

from factcheck.document import Span
from factcheck.model import Mention, Relation
from factcheck.quantity import Quantity
from factcheck.rulefiles import load_rules

CLEARLY = 1.1
"""A hedged part is more than its whole where it is so many times as much."""


@cache
def words(section: str, name: str) -> frozenset[str]:
    """Return a list of words of the rules for what can be."""
    return frozenset(load_rules("bounds")[section][name].split())


def never(text: str, span: Span, why: str, fix: str | None) -> Relation:
    """Return that what stands at a span cannot be, and why."""
    stated = Quantity.named(text, text, span)
    return Relation(stated, Quantity.named(why, why), fix=fix)


def fine(mention: Mention, why: str) -> Relation:
    """Return that a figure can be, and why."""
    return possible(mention.text, mention.span, why)


def possible(text: str, span: Span, why: str) -> Relation:
    """Return that what stands at a span can be, and why."""
    stated = Quantity.named(why, text, span)
    return Relation(stated, Quantity.named(why, why))
