"""What an earlier run compiled is kept beside the modules, trusted only whole, and never changes an answer."""

from __future__ import annotations

import os
import re
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from factcheck.regexes import compiled

HOME = Path(__file__).parent.parent
WRONG = "He said on Monday, Aug. 26, 2025, that profit rose 30% from $2.1 billion to $2.6 billion.\n"
SHAPES = (
    (r"(?P<day>\d\d?) (?P<month>[A-Z][a-z]+)(?: (?P<year>\d{4}))?", 0, "on 26 August 2025 and 3 May"),
    (r"\b(?i:won|lost) (\d+)-(\d+)", 0, "They WON 3-2 and lost 0-1."),
    (r"^ *[-*] (.*)$", re.MULTILINE | re.IGNORECASE, "- one\n * two\nthree"),
    (r"(?<!\w)[가-힣]+", 0, "모두 125명이"),
)


@pytest.fixture(scope="module")
def copy(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A checkout that nobody ran yet."""
    home = tmp_path_factory.mktemp("checkout")
    for folder in ("factcheck", "rules"):
        shutil.copytree(HOME / folder, home / folder, ignore=shutil.ignore_patterns("__pycache__"))
    (home / "article.md").write_text(WRONG, encoding="utf-8")
    return home


def ask(home: Path, **settings: str) -> str:
    """What the command says of the article, but for the time it took."""
    told = {name: value for name, value in os.environ.items() if name != "PYTHONDONTWRITEBYTECODE"}
    command = [sys.executable, "-m", "factcheck", "check", "--no-cache", "article.md"]
    run = subprocess.run(command, cwd=home, capture_output=True, text=True, env=told | settings, check=False)
    assert run.returncode == 1, run.stderr
    return re.sub(r"in [\d.]+ seconds", "", run.stdout)


def kept(home: Path) -> list[Path]:
    return list(home.rglob("*.regexes"))


@pytest.mark.parametrize(("source", "flags", "text"), SHAPES)
def test_a_regex_says_what_the_standard_library_says(source: str, flags: int, text: str) -> None:
    for found, expected in zip(compiled(source, flags).finditer(text), re.finditer(source, text, flags), strict=True):
        assert (found.span(), found.groups(), found.groupdict()) == (
            expected.span(),
            expected.groups(),
            expected.groupdict(),
        )
    assert compiled(source, flags).flags == re.compile(source, flags).flags


def test_what_is_no_regex_is_refused() -> None:
    with pytest.raises(re.error):
        compiled("(never closed")


def test_a_run_told_to_write_nothing_keeps_nothing(copy: Path) -> None:
    assert "Tuesday" in ask(copy, PYTHONDONTWRITEBYTECODE="1")
    assert not kept(copy)


def test_a_second_run_says_the_same(copy: Path) -> None:
    first = ask(copy)
    [place] = kept(copy)
    before = place.stat().st_mtime_ns
    assert ask(copy) == first
    assert place.stat().st_mtime_ns == before, "a second run found nothing to compile"


@pytest.mark.parametrize("damage", [b"", b"no such file", b"(\x02\x00\x00\x00"])
def test_a_damaged_file_is_passed_over_and_written_anew(copy: Path, damage: bytes) -> None:
    sound = ask(copy)
    [place] = kept(copy)
    place.write_bytes(damage or place.read_bytes()[:1000])
    assert ask(copy) == sound
    assert len(place.read_bytes()) > 100_000
