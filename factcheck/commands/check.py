"""The check command: articles in, reports out, in one format or several."""

from __future__ import annotations

import argparse
import sys
from collections.abc import Callable, Iterable, Iterator
from contextlib import ExitStack
from importlib import import_module
from typing import IO, TYPE_CHECKING, NamedTuple

from factcheck.commands.house import house_of, rates_of
from factcheck.commands.inputs import articles, read
from factcheck.commands.looking import named
from factcheck.commands.streams import FOUND, GOOD, UNUSABLE, UsageError, complain, opened, prepare

if TYPE_CHECKING:
    from factcheck.document import Document, UnreadableError
    from factcheck.model import Report
    from factcheck.settings import Settings

WEIGHTS = {"note": 1, "warning": 2, "error": 3, "never": 4}
MANY = 20
"""Files from which on a progress bar is worth its while."""
FORMATS = {
    "text": "",
    "json": "factcheck.report.json:report_json",
    "jsonl": "factcheck.report.json:report_jsonl",
    "sarif": "factcheck.report.sarif:report_sarif",
    "github": "factcheck.report.github:report_github",
    "gitlab": "factcheck.report.gitlab:report_gitlab",
    "junit": "factcheck.report.junit:report_junit",
}
"""The function that writes a run in each format, loaded when it is asked for."""


class Target(NamedTuple):
    """A format and the file it goes to, None for standard output."""

    form: str
    path: str | None


def run(options: argparse.Namespace) -> int:
    """Check the articles; return the status that --fail-on asks for, 2 where one could not be checked."""
    paths = articles(options.paths)
    slips: list[UnreadableError] = []
    sources = list(_documents(dict.fromkeys(options.source), slips))
    _usable(options.archive)
    house, rates = house_of(options.rules, slips), rates_of(options.rates, slips)
    settings: Settings = {
        "published": options.date, "select": named(options.select), "ignore": named(options.ignore),
        "companions": sources, "archive": options.archive, "house": house, "rates": rates,
    }  # fmt: skip
    targets = _targets(options)
    with ExitStack() as stack:
        files = [_file(target, paths, stack) for target in targets]
        done = _written(targets, files, _watched(_reports(paths, settings, slips), len(paths)), slips, options)
    if slips:
        return UNUSABLE
    weights = [WEIGHTS[finding.severity] for report in done for finding in report.findings]
    return FOUND if max(weights, default=0) >= WEIGHTS[options.fail_on] else GOOD


def _usable(archive: str) -> None:
    """Refuse an archive that is none before any article is checked."""
    if not archive:
        return
    from factcheck.archive.store import reading
    from factcheck.document import UnreadableError

    try:
        with reading(archive):
            pass
    except UnreadableError as slip:
        raise UsageError(str(slip)) from None


def _targets(options: argparse.Namespace) -> list[Target]:
    """Return the formats asked for, "NAME" or "NAME=FILE"; --output is the file of the one that names none."""
    asked = [Target(form, path or None) for form, _, path in (one.partition("=") for one in options.format or ["text"])]
    bare = [target for target in asked if target.path is None]
    for target in asked:
        if target.form not in FORMATS:
            raise UsageError(f"there is no format {target.form}; there are {', '.join(FORMATS)}")
    if len(bare) > 1:
        raise UsageError("only one format can go to one place: write the others as NAME=FILE")
    return [target._replace(path=target.path or options.output) for target in asked]


def _file(target: Target, paths: Iterable[str], stack: ExitStack) -> IO[str]:
    if target.path is None:
        prepare(sys.stdout, None if target.form == "text" else "utf-8")
        return sys.stdout
    return stack.enter_context(opened(target.path, paths))


def _written(
    targets: list[Target], files: list[IO[str]], reports: Iterable[Report], slips: list[UnreadableError],
    options: argparse.Namespace,
) -> list[Report]:  # fmt: skip
    """Write each format; text for people as the articles are checked, the others when all are."""
    done: list[Report] | None = None
    for target, file in sorted(zip(targets, files, strict=True), key=lambda pair: pair[0].form != "text"):
        if target.form == "text":
            done = _text(reports if done is None else done, file, options)
            continue
        done = list(reports) if done is None else done
        print(_writer(target.form)(done, slips), file=file)
    return done or []


def _writer(form: str) -> Callable[[list[Report], list[UnreadableError]], str]:
    module, _, function = FORMATS[form].partition(":")
    write: Callable[[list[Report], list[UnreadableError]], str] = getattr(import_module(module), function)
    return write


def _text(reports: Iterable[Report], file: IO[str], options: argparse.Namespace) -> list[Report]:
    from factcheck.report.paper import paper
    from factcheck.report.text import print_findings, print_summary

    to = paper(file, colour=not options.no_color)
    done = []
    for report in reports:
        print_findings(to, report, verbose=options.verbose)
        done.append(report)
    print_summary(to, done, verbose=options.verbose)
    return done


def _documents(paths: Iterable[str], slips: list[UnreadableError]) -> Iterator[Document]:
    """Yield each document that can be read; name the others on standard error, and keep them."""
    from factcheck.document import UnreadableError

    for path in paths:
        try:
            yield read(path)
        except UnreadableError as slip:
            complain(slip)
            slips.append(slip)


def _reports(paths: Iterable[str], settings: Settings, slips: list[UnreadableError]) -> Iterator[Report]:
    """Yield a report for each article; a fault of factcheck's own costs that article alone."""
    from factcheck.document import UnreadableError
    from factcheck.pipeline import check_document

    for document in _documents(paths, slips):
        try:
            yield check_document(document, **settings)
        except Exception as fault:
            slip = UnreadableError(document.path, f"factcheck failed here ({_said(fault)}); please report it")
            complain(slip)
            slips.append(slip)


def _said(fault: Exception) -> str:
    trace = fault.__traceback__
    while trace and trace.tb_next:
        trace = trace.tb_next
    where = f" at {trace.tb_frame.f_globals.get('__name__')}:{trace.tb_lineno}" if trace else ""
    return f"{type(fault).__name__}: {fault}{where}"


def _watched(reports: Iterator[Report], total: int) -> Iterator[Report]:
    """Show a progress bar while many articles are checked, and hold their reports back until it has gone."""
    if total < MANY or not sys.stderr.isatty():
        return reports
    from rich.console import Console
    from rich.progress import track

    watched = track(reports, "Checking", total, console=Console(stderr=True), transient=True)
    return iter(list(watched))
