"""The documentation says what the program does."""

from __future__ import annotations

import json
import re
import subprocess
import sys
import tomllib
from pathlib import Path

import pytest

from factcheck.check import load

ROOT = Path(__file__).parent.parent
CATALOGUE = (ROOT / "docs" / "checks.md").read_text()
EDITORS = (ROOT / "docs" / "editors.md").read_text()
SECONDS = re.compile(r"\d+\.\d\d seconds")


def printed(*arguments: str) -> str:
    command = [sys.executable, "-m", "factcheck", *arguments]
    return subprocess.run(command, capture_output=True, text=True, cwd=ROOT, check=False).stdout.rstrip()


def fenced(text: str, language: str) -> list[str]:
    return re.findall(rf"^```{language}\n(.*?)\n```$", text, re.MULTILINE | re.DOTALL)


def test_the_catalogue_is_up_to_date() -> None:
    assert printed("rules", "--markdown") == CATALOGUE.rstrip(), "run: factcheck rules --markdown > docs/checks.md"


@pytest.mark.parametrize("check", load().values(), ids=lambda check: check.id)
def test_each_check_says_what_an_editor_wants_to_know(check) -> None:
    section = CATALOGUE.partition(f"\n## {check.id}\n")[2].partition("\n## ")[0]
    assert f"If not: {check.severity}" in section and "Allowed for: " in section
    reported, _, rest = section.partition("**Compared, and right**")
    right, _, silent = rest.partition("**Left alone, because nothing is sure**")
    assert reported.count("\n- ") == reported.count("\n  → ") > 0
    assert "**" in reported.partition("**Reported**")[2]
    assert "\n- " in right and "\n- " in silent and "→" not in rest
    assert not re.search(r"\{(stated|implied|working)\}", section)


SHOWN = re.compile(r"`factcheck ([^`]*)` prints\n\n```text\n(.*?)\n```", re.DOTALL)
PAGES = (ROOT / "README.md", *(ROOT / "docs").glob("*.md"))


@pytest.mark.parametrize(
    ("command", "shown"), [found.groups() for page in PAGES for found in SHOWN.finditer(page.read_text())]
)
def test_a_page_shows_what_a_command_prints(command: str, shown: str) -> None:
    assert SECONDS.sub("", printed(*command.split())) == SECONDS.sub("", shown)


def test_every_page_that_a_page_names_is_there() -> None:
    named = [(page, link) for page in PAGES for link in re.findall(r"\]\(([\w./-]+\.md)\)", page.read_text())]
    assert [(page.name, link) for page, link in named if not (page.parent / link).exists()] == []


def test_every_example_of_sources_is_shown() -> None:
    page = (ROOT / "docs" / "sources.md").read_text()
    assert all(f"examples/{name}/" in page for name in ("release", "translation"))


def test_the_editors_snippets_are_well_formed() -> None:
    for snippet in fenced(EDITORS, "json"):
        assert json.loads(snippet)
    for snippet in fenced(EDITORS, "toml"):
        assert tomllib.loads(snippet)


def test_the_editors_snippets_name_every_setting() -> None:
    from factcheck.editor.settings import NAMES, Wishes, wishes

    assert all(f"| `{name}` |" in EDITORS for name in NAMES)
    given = json.loads(fenced(EDITORS, "json")[0])["glspc.server.initializationOptions"]
    asked, slips = wishes(given)
    assert slips == [] and asked != Wishes()
