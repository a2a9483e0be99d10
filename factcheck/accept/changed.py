"""Only what is new: findings that touch lines changed since a revision of the repository, as git tells."""

from __future__ import annotations

import os
import re
import subprocess
from collections.abc import Iterable
from functools import cache

from factcheck.document import UnreadableError
from factcheck.model import Report
from factcheck.regexes import compiled
from factcheck.report.places import place

HUNK = compiled(r"^@@ -\S+ \+(\d+)(?:,(\d+))? @@", re.MULTILINE)
SECTION = compiled(r"^diff --(?:git|cc|combined) ", re.MULTILINE)
WHOLE = (range(1, 1 << 62),)
Lines = tuple[range, ...]


def only_changed(report: Report, revision: str) -> Report:
    """Return a report less the findings of which no figure, stated or rested on, touches a changed line.

    UnreadableError where the article lies in no repository, or git knows no such revision.
    """
    reason = f"on lines not changed since {revision}"
    return report.leave_out([_touches(report, number, revision) for number in range(len(report.findings))], reason)


def _touches(report: Report, number: int, revision: str) -> bool:
    places = [place(report, span) for span in report.findings[number].spans]
    return any(_overlap(changed_lines(one.path, revision), one.line, one.end_line) for one in places)


def _overlap(changed: Lines, first: int, last: int) -> bool:
    from bisect import bisect_right

    before = bisect_right(changed, last, key=lambda lines: lines.start) - 1
    return before >= 0 and changed[before].stop > first


def changed_lines(path: str, revision: str) -> Lines:
    """Return the lines of a file that changed, in order: all where git does not follow it, none where there is none."""
    real = os.path.realpath(path)
    root = _root(os.path.dirname(real))
    if path == "-" or (root and real not in _followed(root)):
        return WHOLE if path == "-" or os.path.exists(real) else ()
    return _changes(root, revision).get(real, ()) if root else ()


@cache
def _root(folder: str) -> str | None:
    if os.path.exists(os.path.join(folder, ".git")):
        return folder
    parent = os.path.dirname(folder)
    return None if parent == folder else _root(parent)


@cache
def _followed(root: str) -> frozenset[str]:
    return frozenset(os.path.join(root, name) for name in _git(root, "ls-files", "-z").split("\0") if name)


@cache
def _changes(root: str, revision: str) -> dict[str, Lines]:
    """Return the changed lines by file; the names come from a list of their own, in which git escapes nothing."""
    asked = ("diff", "--no-ext-diff", "--no-textconv", "--no-renames")
    at = ("--end-of-options", revision, "--")
    names = _git(root, *asked, "--name-only", "-z", *at).split("\0")[:-1]
    sections = SECTION.split(_git(root, *asked, "-U0", "--no-color", *at))[1:]
    return {os.path.join(root, name): _lines(section) for name, section in zip(names, sections, strict=True)}


def _lines(section: str) -> Lines:
    hunks = [(int(first), int(number or 1)) for first, number in HUNK.findall(section)]
    binary = "\nBinary files " in section
    return WHOLE if binary else tuple(range(first, first + number) for first, number in hunks if number)


def _git(root: str, *words: str) -> str:
    """Return what git prints; UnreadableError with its first line of complaint."""
    try:
        done = subprocess.run(["git", "-C", root, *words], capture_output=True, check=False)
    except FileNotFoundError:
        raise UnreadableError(root, "git is not installed, and --diff asks it what has changed") from None
    if done.returncode:
        said = os.fsdecode(done.stderr).strip() or "it failed without a word"
        raise UnreadableError(root, _plain(said.splitlines()[0].removeprefix("fatal: ")))
    return os.fsdecode(done.stdout)


def _plain(said: str) -> str:
    unknown = re.search(r"(?:ambiguous argument|bad revision) '(.*?)'", said)
    return (
        f"git knows no revision {unknown[1]} here; name a branch, a tag or a commit" if unknown else f"git says: {said}"
    )


def verify(articles: Iterable[str], revision: str) -> None:
    """Ask git about the articles' repositories before anything is checked; UnreadableError where it cannot tell."""
    for article in articles:
        if article == "-":
            continue
        root = _root(os.path.dirname(os.path.realpath(article)))
        if root is None:
            raise UnreadableError(article, "it lies in no git repository, so --diff has nothing to compare it with")
        _changes(root, revision)
