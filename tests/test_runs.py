"""What goes from one process to another and to the next run is the whole report, and what is known is known by words."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from factcheck.accept.baseline import sentence_of
from factcheck.check import load
from factcheck.exhibit import exhibit
from factcheck.model import Report
from factcheck.pipeline import check_text
from factcheck.report.json import report_json
from factcheck.report.sarif import report_sarif
from factcheck.runs.codec import decoded as decoded_from
from factcheck.runs.codec import encoded
from tests.newsroom import RULE, WRONG

ENGLISH = ["Rain fell all day.", "“It is over,” he said.", "Nobody came", "(See below.)"]
FILLERS, ENGLISH_FILLERS = st.sampled_from([*ENGLISH, "비가 왔다. 그는 떠났다."]), st.sampled_from(ENGLISH)
MARKUP = st.sampled_from(["{}", "**{}**", "> {}", "- {}", "# {}", "{} &amp; more", "| a | {} |\n| - | - |\n| b | c |"])


def through(report: Report) -> Report:
    """A report as it comes back from another process or run."""
    said, documents = encoded(report)
    assert "\n" not in said
    return decoded_from(said, lambda: documents)


@pytest.mark.parametrize("check", load().values(), ids=lambda check: check.id)
def test_a_report_comes_back_whole(check) -> None:
    for example in check.examples:
        report = exhibit(check, example)
        again = through(report)
        assert report_json([again]) == report_json([report])
        assert report_sarif([again]) == report_sarif([report])
        assert encoded(again) == encoded(report)


@given(st.lists(st.tuples(MARKUP, FILLERS), max_size=6), MARKUP)
@settings(max_examples=60, deadline=None)
def test_markup_and_places_come_back_whole(paragraphs: list[tuple[str, str]], around: str) -> None:
    text = "\n\n".join([*(markup.format(words) for markup, words in paragraphs), around.format(WRONG)])
    report = check_text(text)
    document, again = report.document, through(report).document
    assert again.text == document.text
    assert vars(again) == {name: value for name, value in vars(document).items() if name in vars(again)}
    assert [again.in_source(finding.spans[0]) for finding in report.findings] == [
        document.in_source(finding.spans[0]) for finding in report.findings
    ]


@given(st.lists(ENGLISH_FILLERS, max_size=3), st.lists(ENGLISH_FILLERS, max_size=3))
@settings(max_examples=60, deadline=None)
def test_a_sentence_is_the_same_whatever_paragraphs_stand_around_it(above: list[str], below: list[str]) -> None:
    report = check_text("\n\n".join([*above, WRONG, *below]))
    assert [sentence_of(report, finding) for finding in report.findings if finding.rule == RULE] == [WRONG]


@pytest.mark.parametrize(
    ("before", "after"), [("It rained. ", ""), ("“No.” ", " Nobody came."), ("He left at 3. ", " 3 came, 4 left.")]
)
def test_a_sentence_is_parted_from_its_neighbours(before: str, after: str) -> None:
    report = check_text(f"{before}{WRONG}{after}")
    [finding] = [finding for finding in report.findings if finding.rule == RULE]
    sentence = sentence_of(report, finding)
    assert WRONG in sentence and "It rained" not in sentence and "Nobody came" not in sentence
