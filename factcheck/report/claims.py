"""What was read in an article, figure by figure: a table for people, JSON for programs."""

from __future__ import annotations

from collections.abc import Iterable
from decimal import Decimal
from fractions import Fraction
from typing import TYPE_CHECKING

from factcheck.quantity import DEEP, HUGE, Interval
from factcheck.report.json import JSON, encoded, place_json

if TYPE_CHECKING:
    from factcheck.document import Document
    from factcheck.model import Clock, Mention, When

HEADINGS = ("place", "figure", "kind", "value", "unit", "hedge", "of what")
SHORT = 3
SHARES = {"%": 100, "pp": 100}
"""Units whose figures stand in print a hundred times as large as their values."""


def claims_json(document: Document, mentions: Iterable[Mention]) -> str:
    """Return the figures of an article as JSON text."""
    claims = [_claim(document, mention) for mention in mentions]
    return encoded({"documents": [{"path": document.path, "claims": claims}]})


def claim_rows(document: Document, mentions: Iterable[Mention]) -> list[tuple[str, ...]]:
    """Return the figures of an article as the rows of a table under HEADINGS."""
    return [_row(document, mention) for mention in mentions]


def digits(value: Fraction) -> str:
    """Return a number in full: "2,100,000,000", "8.25", or "2/3" where decimals would never end."""
    if value.denominator == 1:
        return f"{value.numerator:,}"
    decimals = Decimal(value.numerator) / Decimal(value.denominator)
    return f"{decimals:,f}" if Fraction(decimals) == value else str(value)


def _row(document: Document, mention: Mention) -> tuple[str, ...]:
    line, column = document.location(document.in_source(mention.span).start)
    place = f"{line}:{column}"
    return (place, mention.text, mention.kind, _value(mention), mention.unit, mention.hedge, mention.noun)


def _value(mention: Mention) -> str:
    shown = SHARES.get(mention.unit, 1)
    numbers = [digits(number.middle * shown) for number in (mention.number, mention.upper) if number]
    calendar = [_when(mention.when)] if mention.when else []
    return " to ".join(numbers) or " ".join([*calendar, *([_clock(mention.clock)] if mention.clock else [])])


def _when(when: When) -> str:
    from factcheck.dates import MONTH_NAMES, NAMES

    weekday = "" if when.weekday is None else NAMES[when.weekday][:SHORT]
    month = dict(enumerate(MONTH_NAMES, 1)).get(when.month or 0, "")[:SHORT]
    day = f"{when.day} to {when.until}" if when.until else when.day
    return " ".join(str(part) for part in (when.shift, when.unit, weekday, day, month, when.year) if part)


def _clock(clock: Clock) -> str:
    hour, minute = divmod(clock.minute, 60)
    return f"{hour:02}:{minute:02} {clock.zone}".rstrip()


def _claim(document: Document, mention: Mention) -> JSON:
    return {
        **place_json(document, mention.span),
        "kind": mention.kind,
        **_ends(mention),
        "unit": mention.unit or None,
        "hedge": mention.hedge or None,
        "noun": mention.noun or None,
        "when": _said(mention.when),
        "clock": _said(mention.clock),
    }


def _said(when: When | Clock | None) -> JSON | None:
    return {name: value for name, value in when._asdict().items() if value not in (None, "")} if when else None


def _ends(mention: Mention) -> JSON:
    """Return the value shown, the least and the greatest that it may stand for; None for no end."""
    if mention.number is None:
        return {"value": None, "low": None, "high": None}
    value = mention.quantity.value
    low, high = value if isinstance(value, Interval) else (DEEP, HUGE)
    return {"value": _number(mention.number.middle), "low": _number(low), "high": _number(high)}


def _number(value: Fraction) -> int | float | None:
    if abs(value) >= HUGE:
        return None
    return value.numerator if value.denominator == 1 else float(value)
