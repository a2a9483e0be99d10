"""Every check's own examples, run: what its documentation shows is what it does."""

from __future__ import annotations

import pytest

from factcheck.check import Check, Example, load
from factcheck.exhibit import exhibit

EXAMPLES = [
    pytest.param(check, example, id=f"{check.id}: {example.text[:60]}")
    for check in load().values()
    for example in check.examples
]


@pytest.mark.parametrize("check, example", EXAMPLES)
def test_example(check: Check, example: Example) -> None:
    report = exhibit(check, example)
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
