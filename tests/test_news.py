"""A sentence or two of news each, by class: the error in it is told, and what is true is left alone."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from factcheck.model import Severity
from factcheck.pipeline import check_text

LINE = re.compile(r"(?P<label>[WT]) (?:\((?P<day>[\d-]+)\) )?(?:\[(?P<title>[^\]]*)\] )?(?P<text>.+)")
LANGUAGE = re.compile(r"# (?P<lang>en|ko): ")
NEWS = sorted(Path(__file__).with_name("news").glob("*.txt"))


def read_news() -> list[tuple[str, str, str]]:
    """Return label, language and article of each line of the files."""
    lang, found = "en", []
    for line in (line for file in NEWS for line in file.read_text(encoding="utf-8").splitlines()):
        if told := LANGUAGE.match(line):
            lang = told["lang"]
        elif said := LINE.fullmatch(line):
            body = said["text"].replace(" // ", "\n\n")
            front = f'title: "{said["title"] or "x"}"\nlang: {lang}\ndate: {said["day"] or "2024-06-15"}'
            found.append((said["label"], lang, f"---\n{front}\n---\n\n{body}\n"))
    return found


@pytest.mark.parametrize(("label", "lang", "article"), read_news())
def test_an_error_is_told_and_what_is_true_left_alone(label: str, lang: str, article: str) -> None:
    report = check_text(article)
    told = [finding.message for finding in report.findings if finding.severity is not Severity.NOTE]
    assert bool(told) == (label == "W")
    assert not report.faults
