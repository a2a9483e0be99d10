"""The judge of the whole article: which one figure, changed to what, would make most relations hold.

Relations that share a figure bear witness together: a figure that others confirm is not the wrong one, and a change
that mends several conflicts at once is told once.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable
from itertools import zip_longest

from factcheck.document import Span
from factcheck.model import Finding, Held, Relation, Severity
from factcheck.quantity import Interval
from factcheck.records import NamedTuple
from factcheck.solve import Repair, holds_with, leaves, repairs

WEIGHT = {Severity.ERROR: 0, Severity.WARNING: 1, Severity.NOTE: 2}
WORKED_OUT = frozenset(
    {"share", "percent-change", "percent-points", "rate", "multiple", "difference", "growth", "part-whole"}
)
"""Rules that work one figure out of others: where one of them fits, the others read the figures wrongly."""

Place = tuple[Span, ...]


class Remedy(NamedTuple):
    """A repair with the relations on its figure that hold after it, how many of them did not before, and how many break."""

    repair: Repair
    agreeing: list[Relation]
    mended: int
    broken: int


def told_once(findings: list[Finding], held: Iterable[Held]) -> list[Finding]:
    """Return the findings with each slip told once and its likeliest cure first, in reading order."""
    held = list(held)
    findings = _misread(findings, held)
    shared = _by_figure([*findings, *held])
    kept: list[Finding] = []
    mended: set[int] = set()
    for finding in sorted(_distinct(findings), key=lambda found: (WEIGHT[found.severity], len(found.spans))):
        if id(finding.relation) in mended:
            continue
        remedy = _best(finding, shared)
        if remedy:
            mended.update(id(relation) for relation in remedy.agreeing)
        kept.append(_advised(finding, remedy))
    return sorted(kept, key=_place)


def _misread(findings: list[Finding], held: list[Held]) -> list[Finding]:
    """Leave out the findings whose very figures fit another reading: 12 won of 1,377 may be no share, but a loss from 1,389."""
    fitting: defaultdict[Place, list[frozenset[Place]]] = defaultdict(list)
    for outcome in held if findings else ():
        if outcome.relation and outcome.rule in WORKED_OUT:
            fitting[outcome.relation.stated.spans].append(_operands(outcome.relation))
    return [one for one in findings if one.rule not in WORKED_OUT or not _fits(one.relation, fitting)]


def _fits(relation: Relation | None, fitting: dict[Place, list[frozenset[Place]]]) -> bool:
    own = _operands(relation) if relation else frozenset()
    return (
        relation is not None and bool(own) and any(own <= others for others in fitting.get(relation.stated.spans, ()))
    )


def _operands(relation: Relation) -> frozenset[Place]:
    if not isinstance(relation.implied.value, Interval):
        return frozenset()
    return frozenset(figure.spans for figure in leaves(relation.implied) if figure.spans)


def _place(finding: Finding) -> tuple[int, str]:
    """Return where in the article a finding begins, and its rule."""
    return min((span.start for span in finding.spans if not span.file), default=0), finding.rule


def _distinct(findings: list[Finding]) -> list[Finding]:
    """Of findings on the same places, the heaviest."""
    kept: dict[frozenset[Span], Finding] = {}
    for finding in sorted(findings, key=lambda found: WEIGHT[found.severity]):
        kept.setdefault(frozenset(finding.spans), finding)
    return list(kept.values())


def _by_figure(judged: list[Finding | Held]) -> dict[Place, list[Relation]]:
    shared: defaultdict[Place, list[Relation]] = defaultdict(list)
    for outcome in judged:
        relation = outcome.relation
        if relation is None or not isinstance(relation.implied.value, Interval):
            continue
        for figure in (relation.stated, *leaves(relation.implied)):
            shared[figure.spans].append(relation)
    return shared


def _best(finding: Finding, shared: dict[Place, list[Relation]]) -> Remedy | None:
    """The repair that makes most relations hold and breaks none; None where no figure is shared."""
    if finding.relation is None or finding.relation.fix or finding.relation.instead:
        return None
    remedies = [_remedy(repair, shared) for repair in repairs(finding.relation)]
    best = max(remedies, key=lambda remedy: remedy.mended - remedy.broken, default=None)
    return best if best and not best.broken and best.mended > 1 else None


def _remedy(repair: Repair, shared: dict[Place, list[Relation]]) -> Remedy:
    others = shared[repair.figure.spans]
    agreeing = [relation for relation in others if holds_with(relation, repair.figure.spans, repair.value)]
    mended = sum(not relation.meets() for relation in agreeing)
    return Remedy(repair, agreeing, mended, len(others) - len(agreeing))


def _advised(finding: Finding, remedy: Remedy | None) -> Finding:
    if remedy is None:
        return finding
    first = f"{remedy.repair}: then all {len(remedy.agreeing)} comparisons that use it agree"
    told = zip_longest(finding.fixes, finding.replacements)
    cures = {first: remedy.repair.replacement, **{fix: change for fix, change in told if fix != str(remedy.repair)}}
    return finding._replace(fixes=tuple(cures), replacements=tuple(cures.values()))
