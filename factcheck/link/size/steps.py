"""How many places a thing went up or down, against its two ranks: five places to sixth from 11th."""

from __future__ import annotations

from collections.abc import Iterator

from factcheck.article import Article
from factcheck.model import Relation
from factcheck.quantity import Interval, Quantity

STEPPED = "{working} is {implied}, not {stated}."
PLACES = frozenset({"place", "spot", "position", "rung", "step", "places", "spots", "positions", "rungs"})
STEPS = (
    "{steps:count} unit=<w> ... to (<w> <w>?)? {after:ordinal} from (<w> <w>?)? {before:ordinal}",
    "from (<w> <w>?)? {before:ordinal} to (<w> <w>?)? {after:ordinal} ... {steps:count} unit=<w>",
    "{before:ordinal} to? {after:ordinal} {steps:count} unit=<w>?",
)


def steps(article: Article) -> Iterator[Relation]:
    """Hold the places that a thing went up or down to its two ranks: five places to sixth from 11th."""
    for said in article.match(*STEPS):
        if said.steps.noun in PLACES or said.word("unit") in PLACES:
            before, after = said.before.quantity, said.after.quantity
            gap = abs(before.interval.middle - after.interval.middle)
            working = f"{said.before.text} to {said.after.text}"
            implied = Quantity(Interval.exactly(gap), said.steps.unit, working, before.spans + after.spans)
            stated = said.steps.quantity
            exact = stated.changed(value=Interval.exactly(stated.interval.middle), coarse=None)
            yield Relation(exact, implied, says=STEPPED, variant="rank")
