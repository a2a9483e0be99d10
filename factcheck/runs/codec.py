"""A report as JSON text and back, for processes and for the next run; what was relation and arithmetic stays behind."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterable
from datetime import date
from functools import cache
from typing import Any

from factcheck.document import Block, Document, Span, Table
from factcheck.model import Finding, Held, Replacement, Report, Severity
from factcheck.records import NamedTuple

JSON = dict[str, Any]


class Words(NamedTuple):
    """A report as JSON texts: what it says, and the documents that it says it of."""

    report: str
    documents: str


class _Kept(Document):
    """A document that is made when something beside its path and its day is first asked for: most never are."""

    def __init__(self, path: str, published: date | None, make: Callable[[], Document]) -> None:
        self.path, self.published, self._make = path, published, make

    def __getattr__(self, name: str) -> Any:
        if make := vars(self).pop("_make", None):
            vars(self).update(vars(make()))
        return object.__getattribute__(self, name)


def encoded(report: Report) -> Words:
    """Return a report as JSON texts: all that any format shows of it, of companions those that a span names."""
    placed: list[Finding | Held] = [*report.findings, *report.held]
    spans = [span for one in placed for span in one.spans]
    named = {"": report.document} | {span.file: report.companions[span.file] for span in spans if span.file}
    said = {
        "heads": {file: (one.path, one.published and one.published.isoformat()) for file, one in named.items()},
        "findings": [one._replace(relation=None) for one in report.findings],
        "held": [[*one._replace(relation=None)[:-1]] for one in report.held],
        "unproven": report.unproven,
        "claims": report.claims,
        "seconds": report.seconds,
        "left_out": report.left_out,
    }
    return Words(_json(said), _json({file: _body(one) for file, one in named.items()}))


def decoded(report: str, documents: Callable[[], str]) -> Report:
    """Return the report in JSON texts, the documents' asked for when one is; LookupError, TypeError or ValueError if none."""
    said = json.loads(report)

    @cache
    def bodies() -> JSON:
        made: JSON = json.loads(documents())
        return made

    def kept(file: str, path: str, day: str | None) -> Document:
        published = date.fromisoformat(day) if day else None
        return _Kept(path, published, lambda: _document(path, published, bodies()[file]))

    named = {file: kept(file, *head) for file, head in said["heads"].items()}
    return Report(
        named.pop(""),
        [_finding(*row) for row in said["findings"]],
        [_held(*row) for row in said["held"]],
        said["unproven"],
        said["claims"],
        said["seconds"],
        named,
        said["left_out"],
    )


def _json(value: JSON) -> str:
    return json.dumps(value, ensure_ascii=False, separators=(",", ":"))


def _finding(
    rule: str,
    severity: str,
    message: str,
    working: str,
    fixes: list[str],
    spans: list[Any],
    _: None,
    changes: list[Any],
) -> Finding:
    found = Finding(rule, Severity(severity), message, working, tuple(fixes), _spans(spans))
    return found._replace(
        replacements=tuple([change and Replacement(Span(*change[0]), change[1]) for change in changes])
    )


def _held(rule: str, working: str, spans: list[Any], rounding: bool) -> Held:
    return Held(rule, working, _spans(spans), rounding)


def _spans(rows: Iterable[Any]) -> tuple[Span, ...]:
    return tuple([Span(*row) for row in rows])


def _body(document: Document) -> JSON:
    return {
        "text": document.text,
        "source": None if document.source == document.text else document.source,
        "starts": document.starts,
        "origins": document.origins,
        "ends": list(document.ends.items()),
        "blocks": document.blocks,
        "tables": document.tables,
        "meta": document.meta,
        "pages": document.pages,
    }


def _document(path: str, published: date | None, body: JSON) -> Document:
    return Document(
        path,
        body["text"],
        body["text"] if body["source"] is None else body["source"],
        tuple(body["starts"]),
        tuple(body["origins"]),
        tuple([Block(*block) for block in body["blocks"]]),
        tuple([Table(tuple([_spans(row) for row in rows]), header) for rows, header in body["tables"]]),
        body["meta"],
        published,
        dict(body["ends"]),
        tuple(body["pages"]),
    )
