"""What to write instead, proven on every example that is wrong."""

from __future__ import annotations

import pytest

from factcheck import check_text
from factcheck.check import Check, Example, load
from factcheck.exhibit import exhibit
from factcheck.model import Report
from factcheck.report.mending import Change, changes, mends

WRONG = [(check, example) for check in load().values() for example in check.examples if example.label == "Wrong"]
MOST = 0.65


def checked(text: str, check: Check, example: Example) -> Report:
    return exhibit(check, example._replace(text=text))


def mended(check: Check, example: Example) -> list[Change]:
    report = checked(example.text, check, example)
    finding = report.findings[0]
    proposed = changes(report, finding)
    return [one for one in proposed if mends(report, finding, one, lambda text: checked(text, check, example))]


def test_most_slips_have_a_change_that_mends_them() -> None:
    mends_it = [mended(check, example) for check, example in WRONG]
    assert sum(map(bool, mends_it)) / len(mends_it) > MOST
    left = [
        checked(change.applied(example.text), check, example).findings
        for (check, example), found in zip(WRONG, mends_it, strict=True)
        for change in found
    ]
    assert left and not any(left)


@pytest.mark.parametrize(
    ("text", "old", "new"),
    [
        ("They met on Tuesday, Aug. 25, 2025.", "Tuesday", "Monday"),
        ("Three schools (Garfield, Linden, Elm and Oak Hill) will shut.", "Three", "Four"),
        ("# Halt\n\nThe farm is 10 miles (26 km) away.", "26 km", "16 km"),
    ],
)
def test_a_change_is_written_as_the_figure_was(text: str, old: str, new: str) -> None:
    report = check_text(text)
    change = changes(report, report.findings[0])[0]
    assert (change.old, change.new, change.applied(text)) == (old, new, text.replace(old, new))


@pytest.mark.parametrize("text", ["The farm is 10 miles (**26** km) away.", "They met on Tues&#100;ay, Aug. 25, 2025."])
def test_a_figure_cut_by_markup_is_not_replaced(text: str) -> None:
    report = check_text(text)
    stated = report.document.in_source(report.findings[0].spans[0])
    assert all(change.span != stated for change in changes(report, report.findings[0]))


def test_a_change_after_which_a_figure_is_no_longer_understood_is_no_proof() -> None:
    text = "They met on Tuesday, Aug. 25, 2025."
    report = check_text(text)
    (finding,) = report.findings
    good = changes(report, finding)[0]
    assert mends(report, finding, good, check_text)
    assert not mends(report, finding, good._replace(new="a day"), check_text)
