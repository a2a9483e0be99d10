"""The one place that decides right from wrong."""

from __future__ import annotations

from fractions import Fraction
from math import inf

from factcheck import shown
from factcheck.check import Check
from factcheck.document import Span
from factcheck.model import Finding, Held, Relation, Replacement, Severity
from factcheck.numerals import WORDS
from factcheck.quantity import Interval, OneOf, Quantity
from factcheck.regexes import compiled
from factcheck.restyle import as_stated
from factcheck.slips import slipped
from factcheck.solve import cased, repairs

CAPITAL = compiled(
    rf"\b(?:{'|'.join(word.capitalize() for word in WORDS)})\b(?! [A-Z])|^(?:Half|This|Next|Last|Yesterday|Tomorrow|Today)\b"
)
"""A word that has a capital only where it begins a sentence, and not a name."""

FAR = "the two are so far apart that they may be of two things"
POWERS = (10, 100, 1000, 10**6, 10**9)
CLOSE = Fraction(6, 100)
"""So near a power of ten two figures differ by it."""

MOST_FIXES = 8
"""Where more figures than these could be the wrong one, only the first is told what it should be: nobody reads all."""


def judge(check: Check, relation: Relation) -> Finding | Held | str:
    """Return what comes of a relation: it holds, it conflicts, or why nobody can tell."""
    rule = f"{check.id}/{relation.variant}" if relation.variant else check.id
    if _meet(relation.stated, relation.implied):
        return Held(rule, working(relation), spans(relation), _by_rounding(relation), relation)
    if (doubt := relation.doubt or (FAR if _too_far(relation, check.far) else None)) and not _slipped(relation):
        return doubt
    said = (relation.says or check.says).format(
        stated=_within(relation.stated),
        implied=as_stated(relation.implied, relation.stated),
        working=_within(relation.implied),
    )
    cures = _cures(relation)
    severity = Severity.WARNING if relation.doubt else relation.severity or check.severity
    found = Finding(rule, severity, _sentence(said), working(relation), tuple(cures), spans(relation), relation)
    return found._replace(replacements=tuple(cures.values()))


def _too_far(relation: Relation, far: float) -> bool:
    """Tell whether two sides are more than `far` times each other, and by no power of ten."""
    stated, implied = relation.stated.value, relation.implied.value
    if far == inf or not (isinstance(stated, Interval) and isinstance(implied, Interval)):
        return False
    least, most = sorted((abs(stated.middle), abs(implied.middle)))
    return most > far * least and not any(least and abs(most / least / power - 1) <= CLOSE for power in POWERS)


def _slipped(relation: Relation) -> bool:
    """Tell whether the two sides are so alike that they are surely one figure, mistyped, whatever words leave open."""
    stated, implied = relation.stated.value, relation.implied.value
    return isinstance(stated, Interval) and isinstance(implied, Interval) and slipped(stated, implied)


def _sentence(said: str) -> str:
    """Return what a finding says with a capital before, where it begins with a word, and one full stop behind."""
    begun = said[:1].upper() + said[1:] if said[1:2].islower() else said
    return begun.removesuffix(".") if begun.endswith("..") and not begun.endswith("...") else begun


def _within(quantity: Quantity) -> str:
    """Return a quantity's working as it stands within a sentence: its number words, and times led by one, small."""
    words = shown.abridged(quantity.working)
    whole = len(quantity.spans) == 1 or quantity.made
    return CAPITAL.sub(lambda found: found[0].lower(), words) if whole else words


def _cures(relation: Relation) -> dict[str, Replacement | None]:
    """Return what would be right, in words, each with the change to the text that carries it out."""
    if fix := relation.fix or relation.instead:
        return {fix: _stated_as(relation)}
    found = repairs(relation)
    told = found if len(found) <= MOST_FIXES else found[:1]
    return {str(repair): repair.replacement for repair in told}


def _stated_as(relation: Relation) -> Replacement | None:
    stated = relation.stated
    if not relation.instead or len(stated.spans) != 1:
        return None
    return Replacement(stated.spans[0], cased(relation.instead, stated.working))


def spans(relation: Relation) -> tuple[Span, ...]:
    """Return the places of a relation, the stated figure's first, each once."""
    return tuple(dict.fromkeys(relation.stated.spans + relation.implied.spans))


def working(relation: Relation) -> str:
    """Return the arithmetic of a relation: how the implied side was worked out, what it gives, what is stated."""
    if relation.working:
        return relation.working
    return f"{shown.figure(relation.implied)}; the text says {relation.stated.working}"


def _meet(stated: Quantity, implied: Quantity) -> bool:
    if isinstance(stated.value, Interval) and isinstance(implied.value, Interval):
        return stated.value.meets(implied.value)
    if isinstance(stated.value, OneOf) and isinstance(implied.value, OneOf):
        return stated.value.meets(implied.value)
    raise TypeError(f"{stated.working} and {implied.working} cannot be compared")


def _by_rounding(relation: Relation) -> bool:
    stated, implied = relation.stated.value, relation.implied.value
    if not (isinstance(stated, Interval) and isinstance(implied, Interval)):
        return False
    middle = implied.middle
    return not stated.low <= middle <= stated.high
