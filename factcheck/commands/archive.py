"""The archive command: past articles in, and what the archive holds."""

from __future__ import annotations

import argparse
import os
import sys
from collections import Counter
from collections.abc import Iterable, Iterator
from typing import TYPE_CHECKING

from factcheck.commands.inputs import articles
from factcheck.commands.streams import GOOD, UNUSABLE, UsageError, complain, prepare

if TYPE_CHECKING:
    from factcheck.archiving import Outcome

STATES = ("added", "changed", "unchanged", "unreadable")


def run(options: argparse.Namespace) -> int:
    """Add to the archive or describe it; return 2 where an article could not be read."""
    from factcheck.document import UnreadableError

    prepare(sys.stdout)
    try:
        return _add(options) if options.do == "add" else _info(options.archive)
    except UnreadableError as slip:
        raise UsageError(str(slip)) from None


def _add(options: argparse.Namespace) -> int:
    from factcheck.archive.store import info
    from factcheck.archiving import add, prune
    from factcheck.document import UnreadableError

    if not any(map(os.path.exists, options.paths)):
        raise UsageError(f"{options.paths[0]}: there is no such file; check the name")
    paths = articles(options.paths)
    count: Counter[str] = Counter()
    for done in _watched(add(options.archive, paths), len(paths)):
        for outcome in done:
            count[outcome.state] += 1
            if outcome.state == "unreadable":
                complain(UnreadableError(outcome.path, outcome.reason))
    dropped = [f"{len(prune(options.archive, options.paths)):,} dropped"] if options.prune else []
    said = [f"{count[state]:,} {state}" for state in STATES if count[state]] + dropped
    print(f"{', '.join(said)}; {options.archive} holds {_articles(info(options.archive).articles)}.")
    return UNUSABLE if count["unreadable"] else GOOD


def _watched(batches: Iterator[list[Outcome]], total: int) -> Iterable[list[Outcome]]:
    """Show a progress bar on a terminal."""
    if not sys.stderr.isatty():
        yield from batches
        return
    from rich.console import Console
    from rich.progress import Progress

    # Drawn once a batch and by no thread of its own, for the readers are forked from this process.
    with Progress(console=Console(stderr=True), transient=True, auto_refresh=False) as bar:
        task = bar.add_task("Reading", total=total)
        for done in batches:
            bar.update(task, advance=len(done), refresh=True)
            yield done


def _info(path: str) -> int:
    from factcheck.archive.store import info
    from factcheck.dates import shown
    from factcheck.report.summary import counted

    held = info(path)
    holds = [
        counted(number, noun)
        for number, noun in ((held.articles, "article"), (held.claims, "claim"), (held.names, "name"))
    ]
    print(f"{path}: {', '.join(holds)}; {held.size / 1e6:,.1f} MB")
    if held.oldest and held.newest:
        print(f"published {shown(held.oldest)} to {shown(held.newest)}; {held.undated:,} without a date")
    return GOOD


def _articles(count: int) -> str:
    return f"{count:,} article{'' if count == 1 else 's'}"
