"""The report as a page of Markdown: the summary that a build shows beside its steps."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from factcheck.report.places import Located, located
from factcheck.report.plain import plain
from factcheck.report.summary import summary

if TYPE_CHECKING:
    from factcheck.document import UnreadableError
    from factcheck.model import Report

ORDER = ("error", "warning", "note")
MOST = 500
"""More rows than anybody reads, and than a build's summary has room for."""
HEAD = "| Place | | Rule | What is wrong | Right would be |\n| --- | --- | --- | --- | --- |"
SPECIAL = "\\`*_{}[]<>|#~$@"


def report_markdown(reports: Sequence[Report], unreadable: Sequence[UnreadableError] = ()) -> str:
    """Return the findings as a table, heaviest first, under the sentences that sum the run up."""
    first, *rest = [*summary(reports)]
    found = sorted(located(reports), key=lambda one: ORDER.index(one.finding.severity))
    parts = [f"## factcheck: {_safe(first)}", *map(_safe, rest)]
    if found:
        parts.append("\n".join([HEAD, *map(_row, found[:MOST])]))
    if len(found) > MOST:
        parts.append(f"{len(found) - MOST:,} more findings are in the full report.")
    parts += [f"**Not checked:** {_safe(str(slip))}" for slip in unreadable]
    return "\n\n".join(parts)


def _row(one: Located) -> str:
    place, finding = one.places[0], one.finding
    cells = (f"{place.path}:{place.line}", finding.severity, finding.rule, finding.message, finding.fix or "")
    return f"| {' | '.join(map(_safe, cells))} |"


def _safe(words: str) -> str:
    """Return words of an article as they stand, nothing in them taken for markup."""
    return "".join(f"\\{sign}" if sign in SPECIAL else sign for sign in plain(words))
