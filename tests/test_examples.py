"""Every check's own examples, run: what its documentation shows is what it does."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from factcheck.archiving import add
from factcheck.check import DATED, Check, Example, load
from factcheck.pipeline import check_text
from factcheck.read import read_text

EXAMPLES = [
    pytest.param(check, example, id=f"{check.id}: {example.text[:60]}")
    for check in load().values()
    for example in check.examples
]


def archived(past: str, folder: Path) -> str:
    """Return the path of an archive of one article, "(2023-05-01) " before it dating it."""
    day, text = DATED.split(past)[1:]
    (folder / "past.md").write_text(f"---\ndate: {day}\n---\n\n{text}\n")
    archive = str(folder / "archive.sqlite")
    assert [outcome.state for done in add(archive, [str(folder / "past.md")]) for outcome in done] == ["added"]
    return archive


@pytest.mark.parametrize("check, example", EXAMPLES)
def test_example(check: Check, example: Example, tmp_path: Path) -> None:
    published = date.fromisoformat(example.published) if example.published else None
    companions = [read_text(example.source, "source")] if example.source else []
    archive = archived(example.past, tmp_path) if example.past else ""
    report = check_text(
        example.text, published=published, select=frozenset({check.id}), companions=companions, archive=archive
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
