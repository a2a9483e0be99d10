"""What only tells circumstances changes neither what is found nor where it is shown."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from factcheck.model import Report
from factcheck.pipeline import check_text

ASIDES = (
    "",
    " across the 14 districts",
    " even after six closures",
    " with the help of 40 volunteers",
    " over the past three years",
    ", officials said on Tuesday",
    " (the latest for which there are figures)",
)
BEHIND_A_SIZE = tuple(aside for aside in ASIDES if "past" not in aside)
"""A time behind a size is the one that the size is told for, and no aside."""

LEADS = ("The toll fell", "Across the 14 districts, the toll fell", "According to the ministry, the toll fell")
FILLERS = ("", "Nobody had hoped for it. ", "It was a dry year. ")


def told(report: Report) -> set[str]:
    """The words of an article that its findings show."""
    return {report.document.text[span.start : span.end] for finding in report.findings for span in finding.spans}


@given(st.sampled_from(LEADS), st.sampled_from(ASIDES), st.sampled_from(BEHIND_A_SIZE))
def test_an_aside_hides_no_wrong_change(lead: str, first: str, last: str) -> None:
    comma = "," if first.startswith(",") else ""
    report = check_text(f"{lead} from £96 million to £84 million{first}{comma}, a drop of 20 per cent{last}.")
    assert told(report) == {"£96 million", "£84 million", "20 per cent"}


@given(st.sampled_from(LEADS), st.sampled_from(ASIDES), st.sampled_from(BEHIND_A_SIZE))
def test_an_aside_makes_no_right_change_wrong(lead: str, first: str, last: str) -> None:
    comma = "," if first.startswith(",") else ""
    report = check_text(f"{lead} from £96 million to £84 million{first}{comma}, a drop of 12.5 per cent{last}.")
    assert report.findings == []
    assert "percent-change" in {held.rule for held in report.held}


@pytest.mark.parametrize("filler", FILLERS)
def test_a_few_words_that_name_nothing_part_no_figures(filler: str) -> None:
    report = check_text(f"A year ago the firm had 4,100 staff. {filler}It now has 3,690, a drop of 25 per cent.")
    assert told(report) == {"4,100", "3,690", "25 per cent"}


def test_a_sentence_about_something_else_parts_figures() -> None:
    report = check_text("The fund has £4.2m. Rents are another matter. They were £3.1m, down 12 per cent.")
    assert report.findings == []


def test_a_number_of_things_that_is_what_changed_is_no_aside() -> None:
    report = check_text("The bank now works in 14 countries, up from 11 last year, a rise of five.")
    assert {"14", "11", "five"} <= {word.split()[0] for word in told(report)}
