"""Answers of earlier runs: the same in every format, made anew for whatever changed, and never wrong."""

from __future__ import annotations

import json
import re
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from tests.newsroom import (
    ALL,
    COMMAND,
    ENVIRONMENT,
    MANY,
    ROOT,
    RULE,
    SLIPS,
    WRONG,
    everything,
    found,
    git,
    report,
    run,
    told,
    written,
)


def entries(folder: Path) -> list[Path]:
    return sorted((folder / ".factcheck-cache").glob("*.entry"))


def test_a_second_run_says_the_same_and_checks_nothing(cold: Path) -> None:
    first = report(cold, "articles")
    assert len(entries(cold)) == MANY
    code = (
        "import sys; from factcheck.cli import main; status = main(sys.argv[1:]);"
        "print(sorted(name for name in sys.modules if name.startswith('factcheck.checks')), file=sys.stderr)"
    )
    command = [sys.executable, "-c", code, "check", "articles", "--format", "json"]
    again = subprocess.run(command, cwd=cold, env=ENVIRONMENT, capture_output=True, text=True, check=True)
    assert again.stderr == "[]\n"
    assert told(json.loads(again.stdout)) == told(first)
    assert git(cold, "status", "--porcelain") == ""


def test_every_format_is_the_same_from_the_cache(cold: Path) -> None:
    forms = ("text", "json", "jsonl", "sarif", "github", "gitlab", "junit", "markdown")
    options = ("--verbose", "--source", "articles/001.md", *(f"--format={form}={form}.out" for form in forms))

    def ask(*more: str) -> list[str]:
        assert run(cold, "check", *sorted(SLIPS), *options, *more).returncode == 1
        clock = r"in \d+\.\d+ seconds|\"seconds\": [\d.e-]+"
        return [re.sub(r"\s+", " ", re.sub(clock, "", (cold / f"{form}.out").read_text())) for form in forms]

    assert ask() == ask() == ask("--no-cache")
    assert len(entries(cold)) == len(SLIPS)


def test_whatever_an_answer_depends_on_makes_it_anew(cold: Path) -> None:
    article, source = cold / "a.md", written(cold / "release.md", "Acme took on 1,200 people.\n")
    written(article, "The talks began on Tuesday, Aug. 26. Veltra followed 1,248 patients in 14 countries.\n")

    def ask(*options: str) -> tuple[list[tuple[str, str, int]], int]:
        before = {path.name for path in entries(cold)}
        answer = found(report(cold, "a.md", *options))
        assert answer == found(report(cold, "a.md", *options, "--no-cache"))
        return answer, len({path.name for path in entries(cold)} - before)

    assert ask() == ([], 1)
    assert ask() == ([], 0)
    assert ask("--date", "2024-08-27") == ([("a.md", RULE, 1)], 1)
    assert ask("--date", "2024-08-27", "--ignore", RULE) == ([], 1)
    assert ask("--source", "release.md")[1] == 1
    source.write_text("Veltra randomised 1,284 patients in 14 countries.\n")
    changed, new = ask("--source", "release.md")
    assert new == 1 and changed[0][1].startswith("source-mismatch")
    written(cold / "factcheck.toml", '[severity]\n"source-mismatch" = "note"')
    assert ask("--source", "release.md")[1] == 1
    article.write_text("The talks began on Monday, Aug. 25, 2025.\n")
    assert ask()[1] == 1


def test_a_changed_rule_makes_everything_anew(cold: Path, tmp_path: Path) -> None:
    package = Path(shutil.copytree(ROOT / "factcheck", tmp_path / "copy/factcheck"))
    rules = Path(shutil.copytree(ROOT / "rules", tmp_path / "copy/rules"))
    written(cold / "a.md", f"{WRONG}\n")
    env = {"PYTHONPATH": str(tmp_path / "copy")}

    def ask() -> int:
        done = run(cold, "check", "a.md", env=env)
        assert RULE in done.stdout
        return len(entries(cold))

    assert [ask(), ask()] == [1, 1]
    with (rules / "hedges.toml").open("a") as file:
        file.write("\n# another word\n")
    assert [ask(), ask()] == [2, 2]
    with (package / "checks/weekdays.py").open("a") as file:
        file.write("\n# another thought\n")
    assert [ask(), ask()] == [3, 3]


@pytest.mark.parametrize("damage", [b"", b"{}", b"\x78\x9c\x00", "cut", "swapped", "changed"])
def test_a_damaged_entry_is_no_answer(cold: Path, damage: bytes | str) -> None:
    names = ["articles/007.md", "articles/008.md"]
    first = report(cold, *names)
    one, other = entries(cold)
    whole = one.read_bytes()
    changed = whole.replace(b"Monday", b"Sunday").replace(b'"held":[[', b'"held":[],"old":[[', 1)
    broken = {"cut": whole[:-9], "swapped": other.read_bytes(), "changed": changed}.get(str(damage), damage)
    one.write_bytes(broken if isinstance(broken, bytes) else broken.encode())
    assert told(report(cold, *names)) == told(first)
    assert one.read_bytes() == whole or len(one.read_bytes()) > 100


def test_two_runs_at_once_are_both_right(cold: Path) -> None:
    command = [*COMMAND, "check", "articles", "--format", "json", "--jobs", "2"]
    runs = [
        subprocess.Popen(command, cwd=cold, env=ENVIRONMENT, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True)
        for _ in range(3)
    ]
    results = [process.communicate() for process in runs]
    assert [err for _, err in results] == ["", "", ""]
    assert [everything(json.loads(out)) for out, _ in results] == [ALL] * 3
    assert everything(report(cold, "articles")) == ALL
    assert len(entries(cold)) == MANY == len(list((cold / ".factcheck-cache").glob("*.entry*")))


def test_it_is_bounded(newsroom: Path) -> None:
    from factcheck.runs.store import trim

    report(newsroom, "articles")
    sizes = sum(path.stat().st_size for path in entries(newsroom))
    trim(str(newsroom / ".factcheck-cache"), sizes)
    assert len(entries(newsroom)) == MANY
    trim(str(newsroom / ".factcheck-cache"), sizes - 1)
    left = sum(path.stat().st_size for path in entries(newsroom))
    assert sizes // 3 < left <= sizes // 2
    assert everything(report(newsroom, "articles")) == ALL


def test_a_folder_that_cannot_be_written_to_stops_nothing(cold: Path) -> None:
    written(cold / ".factcheck-cache", "in the way")
    assert everything(report(cold, "articles")) == ALL


def test_without_a_configuration_it_lies_among_the_users_caches(tmp_path: Path) -> None:
    written(tmp_path / "a.md", WRONG)
    run(tmp_path, "check", "a.md", env={"XDG_CACHE_HOME": str(tmp_path / "caches")})
    assert len(list((tmp_path / "caches/factcheck").glob("*.entry"))) == 1


def test_what_could_not_be_read_is_never_remembered(tmp_path: Path) -> None:
    written(tmp_path / "a.md", WRONG)
    written(tmp_path / "factcheck.toml", "")
    for _ in range(2):
        done = run(tmp_path, "check", "a.md", "--source", "missing.md")
        assert done.returncode == 2 and "missing.md" in done.stderr and RULE in done.stdout
    assert entries(tmp_path) == []
