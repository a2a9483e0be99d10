"""A finding as changes of its file, and the proof that one of them mends it."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from factcheck.document import Span
from factcheck.records import NamedTuple
from factcheck.report.places import replacements

if TYPE_CHECKING:
    from factcheck.model import Finding, Report


class Change(NamedTuple):
    """A change of an article's file: its characters at `span`, which are `old`, become `new`."""

    span: Span
    old: str
    new: str

    def applied(self, source: str) -> str:
        """Return the file with the change made."""
        return source[: self.span.start] + self.new + source[self.span.end :]


def changes(report: Report, finding: Finding) -> list[Change]:
    """Return each change that a finding knows of its article's file, the likeliest first."""
    document = report.document
    known = [one for one in replacements(report, finding) if one and not one.span.file]
    places = [document.in_source(one.span) for one in known]
    found = [
        Change(place, document.source[place.start : place.end], one.text)
        for one, place in zip(known, places, strict=True)
    ]
    return [change for change in dict.fromkeys(found) if change.new != change.old]


def mends(report: Report, finding: Finding, change: Change, check: Callable[[str], Report]) -> bool:
    """Tell whether the file so changed has the finding's figures compared and agreeing, and nothing new found in it.

    That a finding is merely gone is no proof: the figure may no longer be understood.
    """
    changed = check(change.applied(report.document.source))
    stated = report.document.in_source(finding.spans[0]).start
    moved = stated + (len(change.new) - len(change.old) if change.span.start < stated else 0)
    rule = finding.rule.partition("/")[0]
    agrees = any(
        held.rule.partition("/")[0] == rule and changed.document.in_source(held.spans[0]).start == moved
        for held in changed.held
    )
    return agrees and len(changed.findings) < len(report.findings)
