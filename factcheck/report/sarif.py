"""The report as SARIF 2.1.0, which code hosts show beside the changed lines."""

from __future__ import annotations

import json
from collections.abc import Sequence
from typing import TYPE_CHECKING

from factcheck.report import VERSION
from factcheck.report.places import Located, Place, advice, located

if TYPE_CHECKING:
    from factcheck.document import UnreadableError
    from factcheck.model import Report

JSON = dict[str, object]
SCHEMA = "https://json.schemastore.org/sarif-2.1.0.json"


def report_sarif(reports: Sequence[Report], unreadable: Sequence[UnreadableError] = ()) -> str:
    """Return the findings of a run as SARIF text; files that could not be read are notifications of the tool."""
    found = list(located(reports))
    rules = sorted({one.finding.rule.split("/")[0] for one in found})
    driver: JSON = {"name": "factcheck", "version": VERSION, "rules": [{"id": rule} for rule in rules]}
    run: JSON = {
        "tool": {"driver": driver},
        "columnKind": "unicodeCodePoints",
        "invocations": [_invocation(unreadable)],
        "results": [_result(one, rules) for one in found],
    }
    return json.dumps({"$schema": SCHEMA, "version": "2.1.0", "runs": [run]}, ensure_ascii=False, indent=1)


def _invocation(unreadable: Sequence[UnreadableError]) -> JSON:
    notes = [{"level": "error", "message": {"text": str(slip)}} for slip in unreadable]
    return {"executionSuccessful": not unreadable, "toolExecutionNotifications": notes}


def _result(one: Located, rules: list[str]) -> JSON:
    rule = one.finding.rule.split("/")[0]
    return {
        "ruleId": rule,
        "ruleIndex": rules.index(rule),
        "level": str(one.finding.severity),
        "message": {"text": advice(one.finding)},
        "locations": [_location(one.places[0])],
        "relatedLocations": [{**_location(place), "id": n} for n, place in enumerate(one.places[1:], 1)],
        "partialFingerprints": {"factcheck/v1": one.key},
    }


def _location(place: Place) -> JSON:
    region: JSON = {
        "startLine": place.line,
        "startColumn": place.column,
        "endLine": place.end_line,
        "endColumn": place.end_column,
        "charOffset": place.start,
        "charLength": place.length,
        "snippet": {"text": place.text},
    }
    return {"physicalLocation": {"artifactLocation": {"uri": uri(place.path)}, "region": region}}


def uri(path: str) -> str:
    """Return a path as a URI reference, relative where the path is."""
    from urllib.parse import quote

    return quote(path.replace("\\", "/"))
