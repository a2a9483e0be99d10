"""The report for people: each finding with its figures underlined, its working, and what would be right."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from itertools import pairwise
from typing import TYPE_CHECKING

from factcheck.model import Severity
from factcheck.regexes import compiled
from factcheck.report.excerpt import Mark, Row, excerpt, underline
from factcheck.report.paper import Line, Paper, Part
from factcheck.report.plain import added, cells, plain, wrap
from factcheck.report.summary import counted, summary

if TYPE_CHECKING:
    from factcheck.document import Document, Span
    from factcheck.model import Finding, Report

COLOURS = {Severity.ERROR: "bold red", Severity.WARNING: "bold yellow", Severity.NOTE: "bold cyan"}
FAINT, SECOND, RIGHT = "dim", "bright_blue", "green"
NARROWEST, WIDEST = 40, 100
LABEL, GUTTER = 11, 9
UNDERLINE = compiled(r"\^+|-+")
MOST_ROWS = 8


def print_findings(to: Paper, report: Report, *, explained: set[str] | None = None, verbose: bool = False) -> None:
    """Print what was found in one article and, if `verbose`, what holds.

    `explained` are the rules that the reader was pointed to already; those of this article join them.
    """
    if not (report.findings or (verbose and report.held)):
        return
    width, explained = page_width(to), set() if explained is None else explained
    for finding in sorted(report.findings, key=lambda finding: finding.spans):
        print_lines(to, finding_lines(report, finding, width, explain=finding.rule not in explained))
        explained.add(finding.rule)
        to.print()
    if verbose and report.held:
        print_lines(to, held_lines(report, width))
        to.print()


def print_summary(to: Paper, reports: Sequence[Report], *, verbose: bool = False, gone: int = 0) -> None:
    """Print what the run comes to; `gone` known findings were not met again."""
    width = page_width(to)
    for number, line in enumerate(summary(reports, verbose=verbose, gone=gone)):
        print_lines(to, (Line((row, "" if number else "bold")) for row in wrap(line, width)))


def page_width(to: Paper) -> int:
    """Return how many columns to fill: a page too wide is hard to read."""
    return min(max(to.width, NARROWEST), WIDEST)


def print_lines(to: Paper, lines: Iterable[Line]) -> None:
    """Print each line as it is, however long."""
    if rows := list(lines):
        to.print(*rows, sep="\n")


def finding_lines(report: Report, finding: Finding, width: int, *, explain: bool) -> Iterator[Line]:
    """Yield the lines that show one finding, if wished with the command that explains its rule."""
    colour = COLOURS[finding.severity]
    yield Line((_place(report, finding.spans[0]), "bold"), "  ", (finding.severity, colour), "  ", finding.rule)
    yield from (Line(f"  {row}") for row in wrap(finding.message, width - 2))
    yield Line()
    yield from _excerpts(report, finding, width)
    yield Line()
    yield from labelled("working", added(finding.working, finding.message), width)
    for number, fix in enumerate(finding.fixes):
        yield from labelled("or" if number else "fix", fix, width, RIGHT)
    if explain:
        yield from labelled("more", f"factcheck explain {finding.rule}", width, FAINT)


def held_lines(report: Report, width: int) -> Iterator[Line]:
    """Yield a line for each relation of a report that holds."""
    yield Line((f"What holds in {plain(report.document.path)}", "bold"))
    found = sorted(report.held, key=lambda held: held.spans)
    places = [_place(report, held.spans[0]).removeprefix(f"{plain(report.document.path)}:") for held in found]
    left, middle = max(map(len, places)), max(len(held.rule) for held in found)
    for place, held in zip(places, found, strict=True):
        head = (("  ✓ ", RIGHT), (place.ljust(left), FAINT), f"  {held.rule.ljust(middle)}  ")
        yield from _beside(head, held.working + (" (within rounding)" if held.rounding else ""), width)


def labelled(label: str, words: str, width: int, style: str = "") -> Iterator[Line]:
    """Yield `words` wrapped beside a label; nothing for no words."""
    return _beside(((f"  {label}:".ljust(LABEL), FAINT),), words, width, style)


def _beside(head: tuple[Part, ...], words: str, width: int, style: str = "") -> Iterator[Line]:
    margin = cells(str(Line(*head)))
    for row in wrap(words, max(width - margin, NARROWEST // 2)):
        yield Line(*head, (row, style))
        head = (" " * margin,)


def _excerpts(report: Report, finding: Finding, width: int) -> Iterator[Line]:
    """Yield the article's own lines, then those of each companion under its name."""
    known = {"": report.document, **report.companions}
    shown = {file: _rows(document, _marks(finding, file), width) for file, document in known.items()}
    gutter = max(len(number) for rows in shown.values() for number, _ in rows) + 2
    for file, rows in shown.items():
        if rows and file not in ("", report.document.path):
            yield Line((f"{' ' * gutter}   in {plain(file)}:", FAINT))
        yield from _gutters(rows, gutter, COLOURS[finding.severity])


def _marks(finding: Finding, file: str) -> Iterator[Mark]:
    first = finding.spans[0]
    return (Mark(span.start, span.end, span == first) for span in finding.spans if span.file == file)


def _rows(document: Document, marks: Iterable[Mark], width: int) -> list[tuple[str, Row]]:
    """Return each row with the number of its line in the file, where that differs from the row's before."""
    rows = excerpt(document, marks, width - GUTTER)
    numbers = [str(document.location(document.origin(row.place)).line) for row in rows]
    changed = [number if number != last else "" for last, number in pairwise(["", *numbers])]
    return list(zip(changed, rows, strict=True))


def _gutters(rows: list[tuple[str, Row]], gutter: int, colour: str) -> Iterator[Line]:
    for number, row in rows[:MOST_ROWS]:
        margin, below = f"{number:>{gutter}} │ ", underline(row)
        shown, under = Line((margin, FAINT), row.text), Line((f"{'':{gutter}} │ ", FAINT), below)
        for mark in row.marks:
            shown.paint(len(margin) + mark.start, len(margin) + mark.end, colour if mark.primary else SECOND)
        for run in UNDERLINE.finditer(below):
            under.paint(len(margin) + run.start(), len(margin) + run.end(), colour if run[0][0] == "^" else SECOND)
        yield shown
        yield under
    if hidden := rows[MOST_ROWS:]:
        yield Line((f"{'':{gutter}} │ and {counted(len(hidden), 'more line')}", FAINT))


def _place(report: Report, span: Span) -> str:
    """Return file, line and column of a span, as editors and terminals understand them."""
    document = report.source_of(span)
    start = document.in_source(span).start
    line, column = document.location(start)
    page = document.page(start)
    return plain(f"{document.path}:{line}:{column}") + (f" (page {page})" if page else "")
