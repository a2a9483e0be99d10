"""The description of the requests and answers, for programs, made of the very types that read them."""

from __future__ import annotations

import json
from importlib.resources import files

import msgspec

from factcheck.report import VERSION
from factcheck.serve.asked import Asked

JSON = dict[str, object]
HOME = "#/components/schemas/"
REPORT = "https://factcheck.invalid/report.json"
"""What the schema of the report is known by, so that its own references stay its own."""

REFUSALS = {
    "400": "The request is not JSON, or not of this shape, or names a rule that is none.",
    "403": "The request comes from another site's page.",
    "413": "The request, or a text in it, is too long.",
    "415": "The request is not application/json.",
    "421": "The server is asked for under a name that it does not know.",
    "422": "The article or a source cannot be read; the reason names it.",
    "429": "Too many requests at once; Retry-After says when to try again.",
    "503": "Too many articles are waiting; Retry-After says when to try again.",
}


def openapi() -> JSON:
    """Return the description as OpenAPI 3.1."""
    report = json.loads(files("factcheck.report").joinpath("schema.json").read_text("utf-8"))
    _, asked = msgspec.json.schema_components([Asked], ref_template=HOME + "{name}")
    error: JSON = {"type": "object", "required": ["error"], "properties": {"error": {"type": "string"}}}
    text: JSON = {"type": "string"}
    day: JSON = {
        "type": ["string", "null"],
        "description": "The day of publication, where the text does not say it itself.",
    }
    parts: JSON = {"name": text, "text": text, "date": day}
    read: JSON = {"type": "object", "required": list(parts), "properties": parts}
    return {
        "openapi": "3.1.0",
        "info": {"title": "factcheck", "version": VERSION, "description": "Checks the numbers in an article."},
        "paths": {
            "/check": _post("Check an article", "The report, as `factcheck check --format json` prints it.", "report"),
            "/report": _post("Check an article for people", "The report as one page of HTML.", None),
            "/read": _post("Read a file as text", "Its text, as it is or as Markdown, with a name that fits.", "read"),
        },
        "components": {"schemas": {**asked, "error": error, "read": read, "report": {**report, "$id": REPORT}}},
    }


def _post(summary: str, answer: str, schema: str | None) -> JSON:
    made = {"application/json": {"schema": {"$ref": HOME + schema}}} if schema else {"text/html": {}}
    refused = {"application/json": {"schema": {"$ref": f"{HOME}error"}}}
    return {
        "post": {
            "summary": summary,
            "requestBody": {"required": True, "content": {"application/json": {"schema": {"$ref": f"{HOME}Asked"}}}},
            "responses": {
                "200": {"description": answer, "content": made},
                **{status: {"description": reason, "content": refused} for status, reason in REFUSALS.items()},
            },
        }
    }
