"""The report as GitLab's code quality artifact."""

from __future__ import annotations

import json
from collections.abc import Sequence
from typing import TYPE_CHECKING

from factcheck.report.places import Located, advice, located

if TYPE_CHECKING:
    from factcheck.document import UnreadableError
    from factcheck.model import Report

JSON = dict[str, object]
SEVERITIES = {"error": "major", "warning": "minor", "note": "info"}


def report_gitlab(reports: Sequence[Report], unreadable: Sequence[UnreadableError] = ()) -> str:
    """Return the findings as a JSON list of issues; an unreadable file is a blocker on its first line."""
    return json.dumps(
        [_issue(one) for one in located(reports)] + [_unread(slip) for slip in unreadable],
        ensure_ascii=False,
        indent=1,
    )


def _issue(one: Located) -> JSON:
    place = one.places[0]
    start: JSON = {"line": place.line, "column": place.column}
    end: JSON = {"line": place.end_line, "column": place.end_column}
    return {
        "description": advice(one.finding),
        "check_name": one.finding.rule,
        "fingerprint": one.key,
        "severity": SEVERITIES[one.finding.severity],
        "location": {"path": place.path, "lines": {"begin": place.line}, "positions": {"begin": start, "end": end}},
    }


def _unread(slip: UnreadableError) -> JSON:
    return {
        "description": slip.reason,
        "check_name": "unreadable",
        "fingerprint": f"unreadable:{slip.path}",
        "severity": "blocker",
        "location": {"path": slip.path, "lines": {"begin": 1}},
    }
