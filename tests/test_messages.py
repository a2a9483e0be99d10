"""What a finding says is a sentence that an editor understands, and what would be right is written as the text is."""

from __future__ import annotations

import re
import subprocess
import sys
from datetime import date
from pathlib import Path

import pytest

from factcheck.check import load
from factcheck.cli import main
from factcheck.exhibit import exhibit
from factcheck.pipeline import check_text
from factcheck.report.summary import summary

MESSAGES = sorted(
    {
        finding.message
        for check in load().values()
        for example in check.examples
        if example.label == "Wrong"
        for finding in exhibit(check, example).findings
    }
)
UGLY = re.compile(
    r"  |\.\.$|[\d%] = |[({]\)|[{}]|- 1 is|\b(?<![\d.])1 [a-z]* ?points\b|\bnumber \d|\b[ap]\.m(?!\.)|, not a [a-z]+ [A-Z]"
)
"""Two blanks, two stops, an equation, an empty bracket, a plural of one: none of these is a sentence of the desk's."""


def test_every_message_is_a_plain_sentence() -> None:
    assert len(MESSAGES) > 500
    assert [message for message in MESSAGES if UGLY.search(message)] == []
    assert [message for message in MESSAGES if not message.endswith((".", "?", ".”"))] == []
    assert [message for message in MESSAGES if message[0].islower() and message[1].islower()] == []


@pytest.mark.parametrize(
    ("text", "message", "fix"),
    [
        ("Sales fell 25 percent, from 1,605 to 1,284.", "From 1,605 to 1,284 is a fall of 20 percent, not 25 percent.",
         "“20 percent” for “25 percent”"),
        ("Of the 840 who sat the test, 210, or one in three, passed.", "210 of 840 is one in four, not one in three.",
         "“one in four” for “one in three”"),
        ("She won 3-2, 25-21, 25-23, 23-25, 25-20.", "25-21, 25-23, 23-25, 25-20 makes 3-1, not 3-2.", None),
        ("They met on Nov. 31.", "Nov. 31 cannot be: November has 30 days.", "Nov. 30"),
        ("The levy goes from 2% to 3%, a rise of one per cent that few noticed.",
         "From 2% to 3% is 1 percentage point, not one per cent.", "1 percentage point"),
        ("The parish council has nine seats. Six members were for the ramp and four wanted it left alone.",
         "The votes come to ten (six + four), but the text says nine.", None),
        ("행사는 2025년 12월 13일 일요일에 열렸다.", "Dec. 13, 2025 was a Saturday, not 일요일.", "토요일"),
    ],
)  # fmt: skip
def test_a_finding_says_it_as_an_editor_would(text: str, message: str, fix: str | None) -> None:
    found = {finding.message: finding.fixes for finding in check_text(text).findings}
    assert message in found
    assert fix is None or any(told.startswith(fix) for told in found[message])


def test_the_day_before_is_told_by_its_date_too() -> None:
    report = check_text("The committee met yesterday, Thursday, to choose.", published=date(2018, 4, 26))
    (finding,) = report.findings
    assert finding.message == "Yesterday, as of April 26, 2018, is Wednesday, April 25, 2018, not Thursday."


def test_the_text_report_repeats_nothing(tmp_path: Path) -> None:
    draft = tmp_path / "draft.md"
    draft.write_text("They met on Tuesday, Aug. 25, 2025.\n\nThey left on Friday, Aug. 28, 2025, and not on Monday, Aug. 26, 2025.\n\n"
                     "Profit rose 14% from $2.1 billion to $2.6 billion.\n")  # fmt: skip
    command = [sys.executable, "-m", "factcheck", "check", "--no-config", "--no-cache", str(draft)]
    told = subprocess.run(command, capture_output=True, text=True, check=False).stdout
    assert told.count("not a Tuesday") == told.count("not a Friday") == 1
    assert told.count("factcheck explain weekday-date") == told.count("factcheck explain percent-change") == 1
    assert [line for line in told.splitlines() if "working:" in line] == [
        "  working: $2.6 billion / $2.1 billion - 1 = 18.6% to 29.3%; the text says 14%"
    ]


def test_of_many_rules_by_which_figures_hold_the_most_usual_are_named() -> None:
    examples = [(check, example) for check in load().values() for example in check.examples if example.label == "Right"]
    reports = [exhibit(check, example) for check, example in examples[::40]]
    right = next(line for line in summary(reports) if line.startswith("Right: "))
    assert right.count(",") == 8 and re.search(r" and \d+ others \(--verbose", right)


def test_a_comments_own_line_is_not_said_to_be_in_another_file(tmp_path: Path) -> None:
    draft = tmp_path / "draft.md"
    draft.write_text("They met on Monday, Aug. 25, 2025. <!-- factcheck: ignore weekday-date his own words -->\n")
    command = [sys.executable, "-m", "factcheck", "check", "--no-config", "--no-cache", str(draft)]
    told = subprocess.run(command, capture_output=True, text=True, check=False).stdout
    assert "suppression/unused" in told and f"in {draft}" not in told


def test_an_anniversary_is_of_the_years_between_the_two_that_are_told() -> None:
    text = "The school opened in September 1954 and will mark its 70th anniversary this fall."
    (finding,) = check_text(text, published=date(2019, 10, 20)).findings
    assert finding.message == "September 1954 to 2019 makes it the 65th, not the 70th."
    assert finding.fixes == ("“65th” for “70th”",)


def test_a_slip_in_a_rule_file_is_told_once(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    rules = tmp_path / "house.toml"
    rules.write_text('[[fact]]\nsubject = "Acme"\nmeasur = "profit"\n')
    assert main(["rules", "check", str(rules)]) == 2
    lines = capsys.readouterr().err.splitlines()
    assert lines and len(lines) == len(set(lines))


def test_a_long_column_is_told_in_short() -> None:
    rows = "".join(f"| Town {number} | {100 + number} |\n" for number in range(40))
    table = f"| Town | Votes |\n|---|---|\n{rows}| Total | {sum(range(100, 140)) + 1000} |\n"
    (finding,) = check_text(table).findings
    assert finding.message == "The table says 5780 where 100 + 101 + 102 + … + 138 + 139 gives 4780."
    assert finding.fixes == ("“4780” for “5780”",)
    assert len(finding.spans) == 41
