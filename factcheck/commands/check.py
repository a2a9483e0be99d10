"""The check command: articles in, reports out, in one format or several."""

from __future__ import annotations

import argparse
import os
import sys
from collections.abc import Iterable, Iterator
from contextlib import ExitStack
from typing import IO, TYPE_CHECKING

from factcheck.commands.plan import Plan, check_rules, planned
from factcheck.commands.streams import FOUND, GOOD, UNUSABLE, UsageError, complain, opened, prepare
from factcheck.document import UnreadableError
from factcheck.loading import loaded
from factcheck.records import NamedTuple

if TYPE_CHECKING:
    from factcheck.accept.baseline import Baseline
    from factcheck.model import Report

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
    "markdown": "factcheck.report.markdown:report_markdown",
    "html": "factcheck.report.html:report_html",
}
"""The function that writes a run in each format, loaded when it is asked for."""


class Target(NamedTuple):
    """A format and the file it goes to, None for standard output."""

    form: str
    path: str | None


def run(options: argparse.Namespace) -> int:
    """Check the articles; return the status that --fail-on asks for, 2 where one could not be checked."""
    plan = planned(options)
    paths = [job.path for job in plan.jobs]
    targets = _targets(plan.values["format"], options.output)
    baseline = _baseline(plan.values["baseline"], paths, options.diff)
    slips: list[UnreadableError] = []
    with ExitStack() as stack:
        files = [_file(target, paths, stack) for target in targets]
        reports = (_accepted(report, baseline, options.diff) for report in checked(plan, slips, options.jobs))
        # What was not looked for is not gone: a baseline is told of as such only where no rules were named.
        known = None if plan.rules else baseline
        done = _written(targets, files, _watched(reports, len(paths)), slips, options, known)
    if slips:
        return UNUSABLE
    failing = any(
        WEIGHTS[finding.severity] >= WEIGHTS[plan.fail_on[report.document.path]]
        for report in done
        for finding in report.findings
    )
    return FOUND if failing else GOOD


def checked(plan: Plan, slips: list[UnreadableError], processes: int | None) -> Iterator[Report]:
    """Yield a report for each article that can be checked; name the others on standard error, and keep them."""
    from factcheck.machine import cores
    from factcheck.runs.workers import outcomes

    told: set[tuple[str, str]] = set()
    jobs = [job for job in plan.jobs if not _is_empty(job.path, slips)]
    for found in outcomes(jobs, processes or cores(), lambda: check_rules(plan)):
        for slip in found.slips:
            if slip not in told:
                told.add(slip)
                _keep(UnreadableError(*slip), slips)
        if found.report:
            yield found.report


def _is_empty(path: str, slips: list[UnreadableError]) -> bool:
    """Tell whether a path is a folder, which is its own article only where it holds none, and say so."""
    from factcheck.commands.inputs import looked_for

    if os.path.isdir(path):
        _keep(UnreadableError(path, f"no article in this folder; looked for {looked_for()}"), slips)
        return True
    return False


def _keep(slip: UnreadableError, slips: list[UnreadableError]) -> None:
    complain(UnreadableError("standard input", slip.reason) if slip.path == "-" else slip)
    slips.append(slip)


def _baseline(path: str | None, articles: Iterable[str], revision: str | None) -> Baseline | None:
    """Return the known findings; UsageError where they, or what git is asked for, cannot be had."""
    try:
        if revision:
            from factcheck.accept.changed import verify

            verify(articles, revision)
        if path:
            from factcheck.accept.baseline import read_baseline

            return read_baseline(path)
    except UnreadableError as slip:
        raise UsageError(str(slip)) from None
    return None


def _accepted(report: Report, baseline: Baseline | None, revision: str | None) -> Report:
    if baseline:
        report = baseline.accept(report)
    if revision:
        from factcheck.accept.changed import only_changed

        report = only_changed(report, revision)
    return report


def _targets(forms: Iterable[str], output: str | None) -> list[Target]:
    """Return the formats asked for, "NAME" or "NAME=FILE"; --output is the file of the one that names none."""
    asked = [Target(form, path or None) for form, _, path in (one.partition("=") for one in forms)]
    bare = [target for target in asked if target.path is None]
    for target in asked:
        if target.form not in FORMATS:
            raise UsageError(f"there is no format {target.form}; there are {', '.join(FORMATS)}")
    if len(bare) > 1:
        raise UsageError("only one format can go to one place: write the others as NAME=FILE")
    return [target._replace(path=target.path or output) for target in asked]


def _file(target: Target, paths: Iterable[str], stack: ExitStack) -> IO[str]:
    if target.path is None:
        prepare(sys.stdout, None if target.form == "text" else "utf-8")
        return sys.stdout
    return stack.enter_context(opened(target.path, paths))


def _written(
    targets: list[Target], files: list[IO[str]], reports: Iterable[Report], slips: list[UnreadableError],
    options: argparse.Namespace, baseline: Baseline | None,
) -> list[Report]:  # fmt: skip
    """Write each format; text for people as the articles are checked, the others when all are."""
    done: list[Report] | None = None
    for target, file in sorted(zip(targets, files, strict=True), key=lambda pair: pair[0].form != "text"):
        if target.form == "text":
            done = _text(reports if done is None else done, file, options, baseline)
            continue
        done = list(reports) if done is None else done
        print(loaded(FORMATS[target.form])(done, slips), file=file)
    return done or []


def _text(
    reports: Iterable[Report], file: IO[str], options: argparse.Namespace, baseline: Baseline | None
) -> list[Report]:
    from factcheck.report.paper import paper
    from factcheck.report.text import print_findings, print_summary

    to = paper(file, colour=not options.no_color)
    done: list[Report] = []
    explained: set[str] = set()
    for report in reports:
        print_findings(to, report, explained=explained, verbose=options.verbose)
        done.append(report)
    gone = baseline.gone(report.document.path for report in done) if baseline else 0
    print_summary(to, done, verbose=options.verbose, gone=gone)
    return done


def _watched(reports: Iterator[Report], total: int) -> Iterator[Report]:
    """Show a progress bar while many articles are checked, and hold their reports back until it has gone."""
    if total < MANY or not sys.stderr.isatty():
        return reports
    from rich.console import Console
    from rich.progress import track

    watched = track(reports, "Checking", total, console=Console(stderr=True), transient=True)
    return iter(list(watched))
