"""How findings are left out of a report: dropped, and counted under a reason."""

from __future__ import annotations

from collections.abc import Iterable
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from factcheck.model import Finding, Report


def leave_out(report: Report, told: Iterable[bool], reason: str) -> Report:
    """Return the report less the findings that are not `told`, a truth for each in order; the rest is counted."""
    kept: list[Finding] = [finding for finding, tell in zip(report.findings, told, strict=True) if tell]
    if dropped := len(report.findings) - len(kept):
        report.left_out[reason] = report.left_out.get(reason, 0) + dropped
    report.findings = kept
    return report
