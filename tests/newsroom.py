"""A newsroom's repository of articles, and its commands run there as a user would run them."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from pathlib import Path
from typing import Any

ROOT = Path(__file__).parent.parent
WRONG = "The talks began on Tuesday, Aug. 25, 2025, in Seoul."
RIGHT = "The talks began on Monday, Aug. 25, 2025, in Seoul."
RULE = "weekday-date"
MANY = 400
SLIPS = {"articles/007.md": 8, "articles/123.md": 8, "articles/399.md": 8}
ALL = sorted((path, RULE, line) for path, line in SLIPS.items())
"""The repository's size, the line of the slip in each of its articles that has one, and what a check finds there."""
AUTHOR = ("-c", "user.name=Desk", "-c", "user.email=desk@example.org")
COMMAND = [sys.executable, "-m", "factcheck"]
ENVIRONMENT = {**os.environ, "PYTHONPATH": str(ROOT)}


def written(path: Path, text: str) -> Path:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text, encoding="utf-8")
    return path


def git(folder: Path, *words: str) -> str:
    command = ["git", *AUTHOR, *words]
    return subprocess.run(command, cwd=folder, capture_output=True, text=True, check=True).stdout


def committed(folder: Path, message: str = "Articles") -> None:
    if not (folder / ".git").exists():
        git(folder, "init", "--quiet")
    git(folder, "add", "--all")
    git(folder, "commit", "--quiet", "--message", message)


def run(folder: Path, *arguments: str, **more: Any) -> subprocess.CompletedProcess[str]:
    environment = {**ENVIRONMENT, "XDG_CACHE_HOME": os.environ["XDG_CACHE_HOME"], **more.pop("env", {})}
    command = [*COMMAND, *arguments]
    return subprocess.run(command, cwd=folder, capture_output=True, text=True, check=False, env=environment, **more)


def report(folder: Path, *arguments: str) -> dict[str, Any]:
    """The report of a check as JSON; the test fails where the command does."""
    done = run(folder, "check", *arguments, "--format", "json")
    assert done.returncode in (0, 1), done.stderr
    body: dict[str, Any] = json.loads(done.stdout)
    return body


def found(body: dict[str, Any]) -> list[tuple[str, str, int]]:
    """Every finding's file, rule and line."""
    return [
        (document["path"], finding["rule"], finding["spans"][0]["line"])
        for document in body["documents"]
        for finding in document["findings"]
    ]


def told(body: dict[str, Any]) -> dict[str, Any]:
    """A report less the time that it took."""
    return {**body, "summary": {**body["summary"], "seconds": 0}}


def profits(number: int) -> str:
    """An article with figures of its own, all of them right."""
    before = 200 + number
    after = before * 5 // 4 + (before % 4 > 0)
    rise = round(100 * (after / before - 1))
    return (
        f"---\ntitle: Profit of company {number}\ndate: 2025-08-26\n---\n\n"
        f"Profit of company {number} rose {rise}% from ${before} million to ${after} million in 2024.\n\n"
        f"{RIGHT} It is 10 miles (16 km) away.\n"
    )


def everything(body: dict[str, Any]) -> list[tuple[str, str, int]]:
    """The same in order of the files' names."""
    return sorted(found(body))
