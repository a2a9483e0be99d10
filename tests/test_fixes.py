"""What would be right is also known as a change to the text, wherever words alone do not tell it."""

from __future__ import annotations

from datetime import date

import pytest

from factcheck.check import Check, Example, load
from factcheck.document import Document
from factcheck.model import Report
from factcheck.pipeline import check_document, check_text
from factcheck.read import read_text
from factcheck.report.places import replacements

WRONG = [(check, example) for check in load().values() for example in check.examples if example.label == "Wrong"]


def checked(check: Check, example: Example, text: str) -> Report:
    published = date.fromisoformat(example.published) if example.published else None
    sources = [read_text(example.source, "source.md")] if example.source else []
    return check_document(read_text(text), select=frozenset([check.id]), published=published, companions=sources)


def corrected(document: Document, report: Report) -> list[str]:
    """The text after each change that is known, alone."""
    changes = [change for finding in report.findings for change in replacements(report, finding) if change]
    return [document.text[: change.span.start] + change.text + document.text[change.span.end :] for change in changes]


def test_a_change_carried_out_leaves_nothing_to_find() -> None:
    left = done = 0
    for check, example in WRONG:
        report = checked(check, example, example.text)
        for text in corrected(report.document, report):
            done += 1
            left += bool(checked(check, example, text).findings)
    assert done > 200
    assert left <= done / 200


@pytest.mark.parametrize(
    ("text", "right"),
    [
        ("They met on Tuesday, Aug. 25, 2025.", "They met on Monday, Aug. 25, 2025."),
        ("Four came: Kim, Lee, Park, Choi and Han.", "Five came: Kim, Lee, Park, Choi and Han."),
        ("The rate fell by 10 percent, to 15% from 25%.", "The rate fell by 10 percentage points, to 15% from 25%."),
        ("Profit rose 14% from $2.1 billion to $2.6 billion.", "Profit rose 24% from $2.1 billion to $2.6 billion."),
    ],
)
def test_the_words_that_belong_there_stand_in_the_place_of_the_wrong_ones(text: str, right: str) -> None:
    report = check_text(text)
    assert right in corrected(report.document, report)


@pytest.mark.parametrize(
    ("text", "fix"),
    [
        (
            "Each of the 1,500 families gets $240, at a cost to the town of $360 million.",
            "“$360,000” for “$360 million”",
        ),
        (
            "The House passed a $3.5 billion package.\n\nCritics of the $3.5 trillion package want less.",
            "“$3.5 billion” for “$3.5 trillion”",
        ),
        ("Fares bring in Rs 62 lakh daily. That is Rs 226 lakh in a full year.", "“Rs 226 crore” for “Rs 226 lakh”"),
        ("It paid $1.86 million to 31 victims, or $90,000 per victim.", "“$60,000” for “$90,000”"),
        (
            "The mirror, 39 metres wide, is five times the size of the old one, 13 metres.",
            "“three times” for “five times”",
        ),
        (
            "Between 8 and 12 inches (20 to 50 centimeters) of snow fell.",
            "“20 to 30 centimeters” for “20 to 50 centimeters”",
        ),
        (
            "조선사는 척당 1800억 원짜리 배 세 척을 수주했다. 계약 금액은 모두 5조 4000억 원이다.",
            "“5400억 원” for “5조 4000억 원”",
        ),
        ("예산은 7억 1400만 원의 20%인 7140만 원이다.", "“3억 5700만 원” for “7억 1400만 원”"),
    ],
)
def test_what_would_be_right_is_written_as_the_text_writes_its_figures(text: str, fix: str) -> None:
    fixes = [told for finding in check_text(text).findings for told in finding.fixes]
    assert any(told.startswith(fix) for told in fixes), fixes


def test_advice_that_only_an_editor_can_follow_changes_nothing() -> None:
    report = check_text("They climbed to 48% from 51% in October.")
    assert [replacements(report, finding) for finding in report.findings] == [[None]]


def test_no_change_is_known_where_markup_stands_among_the_words() -> None:
    plain = check_text("They met on Tuesday, Aug. 25, 2025.")
    marked = check_text("They met on Tues**day**, Aug. 25, 2025.")
    assert [bool(change) for change in replacements(plain, plain.findings[0])] == [True]
    assert [bool(change) for change in replacements(marked, marked.findings[0])] == [False]


def test_a_change_is_told_in_places_of_the_file() -> None:
    import json

    from factcheck.report.json import report_json

    source = "---\ntitle: x\n---\nThey met on *Tuesday*, Aug. 25, 2025.\n"
    (finding,) = json.loads(report_json([check_text(source)]))["documents"][0]["findings"]
    (change,) = finding["replacements"]
    assert source[: change["start"]] + change["instead"] + source[change["end"] :] == source.replace(
        "Tuesday", "Monday"
    )
