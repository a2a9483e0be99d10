"""A report as JSON text and back, for processes and for the next run; what was relation and arithmetic stays behind."""

from __future__ import annotations

import json
from collections.abc import Iterable
from datetime import date
from typing import Any

from factcheck.document import Block, Document, Span, Table
from factcheck.model import Finding, Held, Report, Severity

JSON = dict[str, Any]


def encoded(report: Report) -> str:
    """Return a report as JSON text: all that any format shows of it, of companions those that a span names."""
    placed: list[Finding | Held] = [*report.findings, *report.held]
    spans = [span for one in placed for span in one.spans]
    named = {span.file: report.companions[span.file] for span in spans if span.file}
    body = {
        "document": _document(report.document),
        "findings": [[*one._replace(relation=None)[:-1]] for one in report.findings],
        "held": [[*one._replace(relation=None)[:-1]] for one in report.held],
        "unproven": report.unproven,
        "claims": report.claims,
        "seconds": report.seconds,
        "companions": {path: _document(companion) for path, companion in named.items()},
        "left_out": report.left_out,
    }
    return json.dumps(body, ensure_ascii=False, separators=(",", ":"))


def decoded(text: str) -> Report:
    """Return the report in a JSON text; LookupError, TypeError or ValueError for any other text."""
    body = json.loads(text)
    return Report(
        _read_document(body["document"]),
        [_finding(*row) for row in body["findings"]],
        [_held(*row) for row in body["held"]],
        body["unproven"],
        body["claims"],
        body["seconds"],
        {path: _read_document(companion) for path, companion in body["companions"].items()},
        body["left_out"],
    )


def _finding(rule: str, severity: str, message: str, working: str, fixes: list[str], spans: list[Any]) -> Finding:
    return Finding(rule, Severity(severity), message, working, tuple(fixes), _spans(spans))


def _held(rule: str, working: str, spans: list[Any], rounding: bool) -> Held:
    return Held(rule, working, _spans(spans), rounding)


def _spans(rows: Iterable[Any]) -> tuple[Span, ...]:
    return tuple([Span(*row) for row in rows])


def _document(document: Document) -> JSON:
    return {
        "path": document.path,
        "text": document.text,
        "source": None if document.source == document.text else document.source,
        "starts": document.starts,
        "origins": document.origins,
        "ends": list(document.ends.items()),
        "blocks": document.blocks,
        "tables": document.tables,
        "meta": document.meta,
        "published": document.published.isoformat() if document.published else None,
    }


def _read_document(body: JSON) -> Document:
    return Document(
        body["path"],
        body["text"],
        body["text"] if body["source"] is None else body["source"],
        tuple(body["starts"]),
        tuple(body["origins"]),
        tuple([Block(*block) for block in body["blocks"]]),
        tuple([Table(tuple([_spans(row) for row in rows]), header) for rows, header in body["tables"]]),
        body["meta"],
        date.fromisoformat(body["published"]) if body["published"] else None,
        dict(body["ends"]),
    )
