"""Every check's own examples, run: what its documentation shows is what it does."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from factcheck.check import Check, Example, load
from factcheck.datatable.table import open_data
from factcheck.pipeline import check_text
from factcheck.read import read_text

EXAMPLES = [
    pytest.param(check, example, id=f"{check.id}: {example.text[:60]}")
    for check in load().values()
    for example in check.examples
]


@pytest.mark.parametrize("check, example", EXAMPLES)
def test_example(check: Check, example: Example, tmp_path: Path) -> None:
    published = date.fromisoformat(example.published) if example.published else None
    companions = [read_text(example.source, "source")] if example.source else []
    (tmp_path / "data.csv").write_text(example.table)
    data = open_data(str(tmp_path / "data.csv")) if example.table else []
    report = check_text(
        example.text, published=published, select=frozenset({check.id}), companions=companions, data=data
    )
    assert (bool(report.findings), bool(report.held)) in {
        "Wrong": [(True, False), (True, True)],
        "Right": [(False, True)],
        "Skip": [(False, False)],
    }[example.label]
    if example.label == "Wrong":
        (finding,) = report.findings
        texts = {report.document.text[span.start : span.end] for span in finding.spans if not span.file}
        assert set(example.marked) <= texts
        assert example.implied in finding.working


@pytest.mark.parametrize("check", load().values(), ids=lambda check: check.id)
def test_every_check_shows_right_wrong_and_silent(check: Check) -> None:
    assert {"Wrong", "Right", "Skip"} <= {example.label for example in check.examples}
