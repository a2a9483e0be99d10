"""The report as workflow commands, which GitHub shows as annotations of a pull request."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from typing import TYPE_CHECKING

from factcheck.report.places import Located, advice, located

if TYPE_CHECKING:
    from factcheck.document import UnreadableError
    from factcheck.model import Report

LEVELS = {"error": "error", "warning": "warning", "note": "notice"}
SHOWN_A_LEVEL = 10
"""GitHub shows so many annotations of a level for a step, and drops the rest without a word."""
ESCAPES = {"%": "%25", "\r": "%0D", "\n": "%0A"}
IN_PROPERTY = {":": "%3A", ",": "%2C"}


def report_github(reports: Sequence[Report], unreadable: Sequence[UnreadableError] = ()) -> str:
    """Return a command for each finding, heaviest first; what GitHub would drop is counted in a last line."""
    order = list(LEVELS)
    found = sorted(located(reports), key=lambda one: order.index(one.finding.severity))
    slips = ((LEVELS["error"], f"::error file={_property(slip.path)}::{_escaped(slip.reason)}") for slip in unreadable)
    commands = [*slips, *((LEVELS[one.finding.severity], _command(one)) for one in found)]
    nth: Counter[str] = Counter()
    lines = []
    for level, command in commands:
        nth[level] += 1
        if nth[level] <= SHOWN_A_LEVEL:
            lines.append(command)
    if left := len(commands) - len(lines):
        lines.append(
            f"{left:,} more than GitHub shows as annotations; the step's summary and the other formats have them."
        )
    return "\n".join(lines)


def _command(one: Located) -> str:
    place = one.places[0]
    properties = {
        "file": place.path,
        "line": str(place.line),
        "col": str(place.column),
        "endLine": str(place.end_line),
        "endColumn": str(place.end_column),
        "title": f"factcheck: {one.finding.rule}",
    }
    said = ",".join(f"{name}={_property(value)}" for name, value in properties.items())
    return f"::{LEVELS[one.finding.severity]} {said}::{_escaped(advice(one.finding))}"


def _escaped(text: str) -> str:
    return "".join(ESCAPES.get(character, character) for character in text)


def _property(text: str) -> str:
    return "".join(IN_PROPERTY.get(character, character) for character in _escaped(text))
