"""The report for programs; `schema.json` beside this file says what stands where."""

from __future__ import annotations

import json
from collections.abc import Iterable, Sequence
from typing import TYPE_CHECKING

from factcheck.report import VERSION
from factcheck.report.places import replacements
from factcheck.report.tally import tally

if TYPE_CHECKING:
    from factcheck.document import Document, Span, UnreadableError
    from factcheck.model import Finding, Held, Replacement, Report

JSON = dict[str, object]
SCHEMA = 1


def report_json(reports: Sequence[Report], unreadable: Sequence[UnreadableError] = ()) -> str:
    """Return the report on a run as JSON text."""
    body: JSON = {"documents": [_document(report) for report in reports]}
    body["unreadable"] = [{"path": slip.path, "reason": slip.reason} for slip in unreadable]
    body["summary"] = {**tally(reports)._asdict(), "unreadable": len(unreadable)}
    return encoded(body)


def report_jsonl(reports: Sequence[Report], unreadable: Sequence[UnreadableError] = ()) -> str:
    """Return a line of JSON for each document, then one for each that could not be read."""
    documents = [_document(report) for report in reports]
    slips: list[JSON] = [{"path": slip.path, "unreadable": slip.reason} for slip in unreadable]
    return "\n".join(json.dumps(row, ensure_ascii=False) for row in documents + slips)


def encoded(body: JSON) -> str:
    """Return `body` as JSON text, headed by the schema's number and the tool's name."""
    head: JSON = {"schema": SCHEMA, "tool": {"name": "factcheck", "version": VERSION}}
    return json.dumps({**head, **body}, ensure_ascii=False, indent=1)


def place_json(document: Document, span: Span) -> JSON:
    """Return where `span` stands in the file as it is, and the file's own characters there."""
    start, end, file = document.in_source(span)
    line, column = document.location(start)
    where: JSON = {"start": start, "end": end, "line": line, "column": column}
    if page := document.page(start):
        where["page"] = page
    return {**where, "text": document.source[start:end], "file": file or None}


def _document(report: Report) -> JSON:
    published = report.document.published
    return {
        "path": report.document.path,
        "published": published.isoformat() if published else None,
        "findings": [_finding(report, finding) for finding in report.findings],
        "verified": [_held(report, held) for held in report.held],
        "claims": report.claims,
        "unproven": report.unproven,
        "left_out": report.left_out,
    }


def _finding(report: Report, finding: Finding) -> JSON:
    return {
        "rule": finding.rule,
        "severity": str(finding.severity),
        "message": finding.message,
        "working": finding.working,
        "fix": finding.fix,
        "fixes": list(finding.fixes),
        "replacements": [_change(report, change) for change in replacements(report, finding)],
        "spans": _spans(report, finding.spans),
    }


def _change(report: Report, change: Replacement | None) -> JSON | None:
    return {**place_json(report.document, change.span), "instead": change.text} if change else None


def _held(report: Report, held: Held) -> JSON:
    return {
        "rule": held.rule,
        "working": held.working,
        "rounding": held.rounding,
        "spans": _spans(report, held.spans),
    }


def _spans(report: Report, spans: Iterable[Span]) -> list[JSON]:
    return [place_json(report.source_of(span), span) for span in spans]
