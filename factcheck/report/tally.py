"""What a run comes to, in numbers."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from typing import TYPE_CHECKING

from factcheck.model import ABOUT_COMMENTS, Severity
from factcheck.records import NamedTuple

if TYPE_CHECKING:
    from factcheck.model import Report


class Tally(NamedTuple):
    """What a run counts: `relations` were checked, `held` of them hold, `unproven` more could not be told.

    `left_out` are the findings that somebody asked not to be told: relations, but neither errors, warnings nor notes.
    """

    documents: int
    claims: int
    relations: int
    held: int
    held_by_rounding: int
    unproven: int
    errors: int
    warnings: int
    notes: int
    left_out: int
    seconds: float


def tally(reports: Sequence[Report]) -> Tally:
    """Return what the reports come to."""
    held = [held for report in reports for held in report.held]
    findings = [finding for report in reports for finding in report.findings]
    found = Counter(finding.severity for finding in findings)
    hidden = sum(sum(report.left_out.values()) for report in reports)
    compared = sum(not finding.rule.startswith(ABOUT_COMMENTS) for finding in findings)
    return Tally(
        documents=len(reports),
        claims=sum(report.claims for report in reports),
        relations=len(held) + compared + hidden,
        held=len(held),
        held_by_rounding=sum(one.rounding for one in held),
        unproven=sum(sum(report.unproven.values()) for report in reports),
        errors=found[Severity.ERROR],
        warnings=found[Severity.WARNING],
        notes=found[Severity.NOTE],
        left_out=hidden,
        seconds=round(sum(report.seconds for report in reports), 4),
    )


def reasons(reports: Sequence[Report]) -> list[tuple[str, int]]:
    """Return why relations could not be told, the most frequent reason first."""
    counted: Counter[str] = Counter()
    for report in reports:
        counted.update(report.unproven)
    return counted.most_common()


def left_out(reports: Sequence[Report]) -> list[tuple[str, int]]:
    """Return why findings were left out, the most frequent reason first."""
    counted: Counter[str] = Counter()
    for report in reports:
        counted.update(report.left_out)
    return counted.most_common()
