"""Comments in an article for factcheck: what they suppress, as far as they reach, and what is said of them."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from factcheck import check_text
from factcheck.report.places import place
from tests.newsroom import RIGHT, RULE, WRONG, report, run, written

HERE = f"{WRONG} <!-- factcheck: ignore {RULE} as the minister said -->"
BELOW = f"<!-- factcheck: ignore {RULE} -->\n{WRONG}\n\n{WRONG}"
WHOLE = f"{WRONG}\n\n{WRONG}\n\n<!-- factcheck: ignore-file {RULE}, vote both were so reported -->"
STRETCH = f"{WRONG}\n\n<!-- factcheck: off {RULE} -->\n\n{WRONG}\n\n{WRONG}\n\n<!-- factcheck: on {RULE} -->\n\n{WRONG}"


def lines(text: str, suffix: str = ".md", **settings: frozenset[str]) -> list[tuple[str, int]]:
    """The rule and line of every finding in an article."""
    report = check_text(text, suffix=suffix, **settings)
    return [(finding.rule, place(report, finding.spans[0]).line) for finding in report.findings]


@pytest.mark.parametrize(
    ("text", "left"),
    [
        (HERE, []),
        (f"{HERE}\n{WRONG}", [(RULE, 2)]),
        (BELOW, [(RULE, 4)]),
        (WHOLE, [("suppression/unused", 5)]),
        (STRETCH, [(RULE, 1), (RULE, 11)]),
        (STRETCH.replace(f"on {RULE}", "on all"), [(RULE, 1), (RULE, 11)]),
        (STRETCH.replace(f" {RULE} ", " "), [(RULE, 1), (RULE, 11)]),
        (f"{WRONG} <!-- factcheck: ignore all -->", []),
        (f"{WRONG} <!-- factcheck: ignore -->", []),
    ],
)
def test_a_comment_reaches_as_far_as_it_says(text: str, left: list[tuple[str, int]]) -> None:
    assert lines(text) == left


def test_a_comment_above_a_table_is_about_all_of_it() -> None:
    rows = "| District | Votes |\n| --- | --- |\n| North | 120 |\n| South | 240 |\n| Total | 390 |\n"
    [(rule, _)] = lines(f"Votes by district.\n\n{rows}")
    assert lines(f"Votes by district.\n\n<!-- factcheck: ignore {rule} -->\n{rows}") == []


@pytest.mark.parametrize("opening", ["// ", ".. ", "%% "])
@pytest.mark.parametrize("suffix", [".md", ".txt"])
def test_formats_without_comments_have_lines_for_them(opening: str, suffix: str) -> None:
    text = f"Copy above.\n{opening}factcheck: ignore {RULE} on Tuesday, Aug. 25, 2025\n{WRONG}\n\n{WRONG}\n"
    assert lines(text, suffix) == [(RULE, 5)]


def test_a_page_of_html_has_comments_of_its_own() -> None:
    text = f"<article><h1>Talks</h1>\n<!-- factcheck: ignore {RULE} -->\n<p>{WRONG}</p>\n<p>{WRONG}</p></article>"
    assert lines(text, ".html") == [(RULE, 4)]


def test_a_finer_name_suppresses_itself_and_a_rule_all_its_finer_names() -> None:
    text = "It is 10 miles (6.2 km) away, and 100 miles (300 km) from Seoul.\n"
    [(finer, _), *others] = lines(text)
    assert finer == "unit-conversion/divided" and others
    assert lines(f"{text}\n<!-- factcheck: ignore-file {finer} -->") == others
    assert lines(f"{text}\n<!-- factcheck: ignore-file unit-conversion -->") == []


def test_a_comment_that_matches_nothing_is_a_note_where_it_stands(tmp_path: Path) -> None:
    written(tmp_path / "a.md", f"{RIGHT}\n\nMore. <!-- factcheck: ignore {RULE} no longer so -->\n")
    [document] = report(tmp_path, "a.md")["documents"]
    [note] = document["findings"]
    assert (note["rule"], note["severity"]) == ("suppression/unused", "note")
    assert note["spans"][0]["text"] == f"<!-- factcheck: ignore {RULE} no longer so -->"
    assert (note["spans"][0]["line"], note["spans"][0]["column"]) == (3, 7)


def test_a_comment_about_a_rule_that_did_not_run_is_not_called_unused() -> None:
    text = f"{RIGHT} <!-- factcheck: ignore {RULE} --> <!-- factcheck: ignore all -->"
    assert lines(text, select=frozenset({"vote", "suppression"})) == []
    assert lines(text, ignore=frozenset({RULE})) == []
    assert [rule for rule, _ in lines(text)] == ["suppression/unused"] * 2
    assert lines(text, ignore=frozenset({"suppression"})) == []
    assert lines(HERE, ignore=frozenset({"suppression"})) == []


@pytest.mark.parametrize(
    ("comment", "rule", "words"),
    [
        ("ignore weekdy-date", "suppression/unknown-rule", "no rule weekdy-date"),
        ("ignor weekday-date", "suppression/unknown-word", "“factcheck: ignor” means nothing"),
    ],
)
def test_a_comment_with_a_slip_is_a_warning(tmp_path: Path, comment: str, rule: str, words: str) -> None:
    written(tmp_path / "a.md", f"{WRONG} <!-- factcheck: {comment} -->\n")
    [document] = report(tmp_path, "a.md")["documents"]
    assert [finding["rule"] for finding in document["findings"]] == [RULE, rule]
    assert document["findings"][1]["severity"] == "warning" and words in document["findings"][1]["message"]


def test_a_comment_that_is_quoted_as_code_does_nothing() -> None:
    assert lines(f"{WRONG}\n\n```\n<!-- factcheck: ignore-file all -->\n```\n") == [(RULE, 1)]


def test_what_is_suppressed_is_counted(tmp_path: Path) -> None:
    written(tmp_path / "a.md", BELOW)
    body = report(tmp_path, "a.md", "--select", RULE)
    assert body["documents"][0]["left_out"] == {"suppressed in the text": 1}
    assert (body["summary"]["left_out"], body["summary"]["relations"], body["summary"]["errors"]) == (1, 2, 1)
    assert "Left out: 1 suppressed in the text." in run(tmp_path, "check", "a.md").stdout


def test_every_face_shows_a_note_about_a_comment(tmp_path: Path) -> None:
    written(tmp_path / "a.md", f"{RIGHT} <!-- factcheck: ignore vote -->\n")
    for form in ("text", "json", "jsonl", "sarif", "github", "gitlab", "junit", "markdown"):
        done = run(tmp_path, "check", "a.md", "--format", form)
        assert (
            done.returncode == 0
            and "a.md" in done.stdout
            and "is left here to be suppressed" in done.stdout.replace("\n  ", " ")
        )
    assert "a comment names a rule" in run(tmp_path, "explain", "suppression/unused").stdout


def test_many_comments_and_findings_take_no_more_than_their_share(tmp_path: Path) -> None:
    written(tmp_path / "a.md", f"{BELOW}\n\n" * 1500)
    body = report(tmp_path, "a.md")
    assert json.dumps(body["documents"][0]["left_out"]) == '{"suppressed in the text": 1500}'
    assert body["summary"]["errors"] == 1500
