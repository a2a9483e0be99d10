"""What became of a figure or a name beside a source, as a relation with its words."""

from __future__ import annotations

from factcheck.companions.between import nearest_shown
from factcheck.companions.facts import Fact
from factcheck.companions.spellings import Spelling
from factcheck.companions.verdicts import Verdict
from factcheck.model import Relation, Severity
from factcheck.quantity import Quantity
from factcheck.restyle import restyled

SAYS = {
    "magnitude": "{stated} is a power of ten away from the source, which has {implied}.",
    "swapped": "{stated} has two digits of the source's {implied} the other way round.",
    "digit": "{stated} is a digit away from the source, which has {implied}.",
    "altered": "{stated} in the article is {implied} in the source.",
    "date": "{stated} in the article is {implied} in the source.",
    "unit": "{stated} has the number of the source's {implied}, but not its unit.",
    "points": "{stated} is what parts {implied} in the source: percentage points, not percent.",
    "years": "{stated} is the change in the source from another year than the article names: {implied}.",
    "misplaced": "{stated} is in the source, but for something else; what fits here is {implied}.",
    "direction": "{stated} goes {detail} in the source.",
    "topmost": "{stated} is called the {detail}, but the source has {implied}.",
    "bound": "The article has {here} {stated}, the source {there} {implied}.",
    "name": "{stated} is {implied} in the source.",
    "missing": "{stated} is not in the source.",
}

RESTYLED = frozenset({"magnitude", "swapped", "digit"})
"""Slips whose remedy is a number in the words of the article."""


def said(variant: str, origin: str) -> str:
    """Return what a report says of a figure, of what it was held against: "source" or "data"."""
    return SAYS[variant].replace("source", origin)


def of_name(spelling: Spelling) -> Relation:
    """Return a name beside the source's as a relation."""
    stated = spelling.fix if spelling.alike else spelling.text
    return Relation(
        Quantity.named(stated, spelling.text, spelling.stated),
        Quantity.named(spelling.fix, spelling.name, spelling.right),
        SAYS["name"],
        Severity.WARNING,
        fix=spelling.fix,
        variant="name",
        working=f"source: {spelling.name}; article: {spelling.text}",
    )


def relation(verdict: Verdict, origin: str) -> Relation:
    """Return what became of a figure as a relation; `origin` is what the other figures are in: a source, data."""
    fact, others, file = verdict.fact, verdict.others, verdict.file
    if verdict.derived:
        stated = fact.quantity()
        spans = tuple(other.span._replace(file=file) for other in others)
        working = f"{verdict.derived.working}; the text says {fact.mention.text}"
        implied = stated.changed(working=verdict.derived.working, spans=spans)
        return Relation(stated, implied, working=working)
    if not others:
        return Relation(
            fact.named("stated"),
            fact.named(f"not in the {origin}"),
            said("missing", origin),
            verdict.severity,
            variant="missing",
            working=f"no like figure in the {origin}",
        )
    right = others[0]
    name = verdict.name
    if name == "repeated":
        implied = right.quantity(file)
        return Relation(
            fact.quantity(), implied.changed(value=fact.values[0]), working=f"{origin}: {right.mention.text}"
        )
    variant = "date" if name == "altered" and fact.sort == "day" else name
    here, _, there = verdict.detail.partition(" in the article, ")
    says = said(variant, origin)
    for name, words in (("{detail}", verdict.detail), ("{here}", here), ("{there}", there)):
        says = says.replace(name, words)
    spans = tuple(other.span._replace(file=file) for other in others)
    implied = right.named(right.mention.text).changed(spans=spans)
    working = f"{origin}: {there} {right.mention.text}; article: {here} {fact.mention.text}".replace("  ", " ")
    return Relation(
        fact.named("stated"),
        implied,
        says,
        verdict.severity,
        instead=_instead(verdict, right) or "",
        variant=variant,
        working=working,
    )


def _instead(verdict: Verdict, right: Fact) -> str | None:
    """Return what the article should have: the source's number in the article's words, or the source's own.

    None where nobody can write it: words of another language, a verb that would have to change.
    """
    fact, number = verdict.fact, verdict.fact.mention.number
    if verdict.name in ("bound", "direction", "topmost"):
        return None
    own = right.mention.text if right.article.language == fact.article.language else None
    if number is None or right.mention.number is None or verdict.name not in RESTYLED:
        return own
    return restyled(fact.mention.text, number.middle, nearest_shown(fact, right) / fact.factor) or own
