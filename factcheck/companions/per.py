"""What a figure is reckoned by: a kilogram in "$31 a kilogram", a tonne in "t당 3만700달러", a year in "7 billion won a year"."""

from __future__ import annotations

from factcheck.companions.facts import Fact
from factcheck.patterns import Pattern
from factcheck.reference import units

BEHIND = Pattern(
    r"\s*(?:\([^()]*\)\s*)?(?:(?:an?|per|each|every)\s+(?P<unit>(?:(?:square|cubic) )?[a-z]+(?:-[a-z]+)?\b)(?P<hours>[ -]hours?\b)?(?! (?:ago|earlier|before))|(?P<each>apiece|each\b))|/(?P<sign>[a-zA-Z]+)"
)
COUNTED = Pattern(
    r"\s+(?:[a-z][a-z-]*\s+){1,3}(?:an?|per|each|every)\s+(?P<unit>hour|day|week|month|year)\b(?! (?:ago|earlier|before))"
)
"""What a figure is reckoned by together with its noun: 4.2 million sausage rolls a week."""

BEFORE = Pattern(r"(?P<unit>(?:\d[\d.]*\s*)?[^\W\d_]*[㎡㎥㎏㎞]?)당\s*(?:평균\s*)?$")
EVERY = Pattern(
    r"(?<![^\s\"'“‘(])(?:(?P<month>매달|매월|월)|(?P<year>매년|해마다|연간|연)|(?P<week>매주)|(?P<day>매일|하루))\s*(?:평균|최대|최고|약)?\s*$"
)
"""What Korean has before a figure of every month or year: 매달 4%, 연 3.5%."""

REACH = 12
PYEONG = "3.3㎡"
"""How Korean law has prices per pyeong written."""

EACH = "each"


def per(fact: Fact) -> str:
    """Return the unit that a figure is reckoned by, under one name in every language where it is measured; "" for none."""
    if fact.per:
        return unit.name if (unit := units.unit(fact.per)) else fact.per
    text, (start, end, _) = fact.article.document.text, fact.span
    found = BEHIND.match(text, end) or BEFORE.search(text, max(0, start - REACH), start)
    if found is None:
        every = EVERY.search(text, max(0, start - REACH), start)
        return every.lastgroup or "" if every else ""
    word = next(filter(None, found.groups()), "")
    if found.re is BEHIND.compiled and found["hours"] and units.unit(f"{word} hour"):
        word = f"{word} hour"
    unit = units.unit("pyeong" if word.replace(" ", "") == PYEONG else word)
    return unit.name if unit else word if found.re is BEHIND.compiled else EACH


def by_another_measure(one: Fact, other: Fact) -> bool:
    """Tell whether two figures are each reckoned by a unit of measure, and by two: per barrel and per tonne, a week and a month.

    A name of several units may be any of them: 톤 is a tonne.
    """
    ours, theirs = (units.unit(per(fact) or _counted_by(fact) or "-") for fact in (one, other))
    if ours is None or theirs is None:
        return False
    return ours.dimension != theirs.dimension or set(ours.factors).isdisjoint(theirs.factors)


def _counted_by(fact: Fact) -> str:
    found = COUNTED.match(fact.article.document.text, fact.span.end) if fact.sort == "count" else None
    return found["unit"] if found else ""


def by_another_unit(one: Fact, other: Fact) -> bool:
    """Tell whether two figures are reckoned by different things: per kilogram and per tonne, a year and in all."""
    if not (ours := per(one)) or one.column >= 0 or other.column >= 0:
        return False
    return (
        not per(other)
        if units.unit(per(other) or "-") is None or units.unit(ours) is None
        else by_another_measure(one, other)
    )
