"""The report as one page of HTML to read, send and print: the article with its figures underlined, findings beside it."""

from __future__ import annotations

from bisect import bisect_left
from collections import deque
from collections.abc import Iterator, Sequence
from contextlib import ExitStack
from importlib.resources import files
from typing import TYPE_CHECKING

from factcheck.document import Block
from factcheck.records import NamedTuple
from factcheck.report.excerpt import Mark, Row, excerpt
from factcheck.report.markup import Markup
from factcheck.report.plain import added
from factcheck.report.summary import counted, summary
from factcheck.report.underlines import (
    HOLDS,
    Piece,
    Underline,
    in_reading_order,
    pieces,
    place_of,
    underlines,
)

if TYPE_CHECKING:
    from factcheck.document import Document, Table, UnreadableError
    from factcheck.model import Finding, Held, Report

POLICY = "default-src 'none'; style-src 'unsafe-inline'; base-uri 'none'; form-action 'none'"
"""What a browser may do for the report: show it. A script could not run even if one came to be in it."""

TAGS = {"title": "p", "headline": "h3", "heading": "h4", "quote": "blockquote", "code": "pre"}
EXCERPT = 130
"""Columns of a companion's text around a figure."""


class Part(NamedTuple):
    """A block of the article, or a table of it whole, from its first character to its last."""

    start: int
    end: int
    block: Block
    table: Table | None = None


class Paper:
    """One document on the page: its text cut at its figures, and the findings not yet written beside it."""

    def __init__(self, page: Markup, report: Report, prefix: str) -> None:
        self.page, self.report, self.prefix = page, report, prefix
        self.text = report.document.text
        ends = [end for block in report.document.blocks for end in (block.start, block.end)]
        self.pieces = pieces(len(self.text), underlines(report, prefix), ends)
        self.starts = [piece.start for piece in self.pieces]
        self.findings = deque(enumerate(in_reading_order(report), 1))


def report_html(reports: Sequence[Report], unreadable: Sequence[UnreadableError] = ()) -> str:
    """Return the report on a run as one page that needs nothing else: no script, no file, no network."""
    page = Markup()
    with page.within("html", lang="en"):
        _head(page, reports)
        with page.within("body"):
            page.put(
                "input", type="checkbox", id="show", **({} if any(r.findings for r in reports) else {"checked": ""})
            )
            _opening(page, reports)
            if len(reports) + len(unreadable) > 1:
                _contents(page, reports, unreadable)
            with page.within("main"):
                for number, report in enumerate(reports, 1):
                    _document(Paper(page, report, f"d{number}-"))
                for slip in unreadable:
                    _unreadable(page, slip)
    return str(page)


def _head(page: Markup, reports: Sequence[Report]) -> None:
    home = files("factcheck.report")
    with page.within("head"):
        page.put("meta", charset="utf-8")
        page.put("meta", name="viewport", content="width=device-width, initial-scale=1")
        page.put("meta", http_equiv="Content-Security-Policy", content=POLICY)
        page.put("meta", name="color-scheme", content="light dark")
        page.put(
            "title",
            f"Fact check: {_name(reports[0].document) if len(reports) == 1 else counted(len(reports), 'article')}",
        )
        page.put("style", "\n".join(home.joinpath(name).read_text("utf-8") for name in ("palette.css", "report.css")))


def _name(document: Document) -> str:
    """Return what a document is called: its headline, or else its file's name."""
    heads = (block for kind in ("headline", "title") for block in document.blocks if block.kind == kind)
    head = next(heads, None)
    return document.text[head.start : head.end] if head else document.path


def _opening(page: Markup, reports: Sequence[Report]) -> None:
    first, *others = summary(reports, verbose=True)
    with page.within("header"):
        page.put("p", "Fact check", "kicker")
        page.put("h1", first)
        page.put("p", " ".join(others))
        if held := sum(len(report.held) for report in reports):
            page.put("label", f"Show what holds ({held:,})", for_="show")


def _contents(page: Markup, reports: Sequence[Report], unreadable: Sequence[UnreadableError]) -> None:
    with page.within("nav", aria_label="Contents"), page.within("ol"):
        for number, report in enumerate(reports, 1):
            with page.within("li"):
                page.put("a", report.document.path, href=f"#d{number}")
                page.put("span", _count(report), "count")
        for slip in unreadable:
            with page.within("li"):
                page.text(slip.path)
                page.put("span", "could not be checked", "count error")


def _count(report: Report) -> str:
    return f"{counted(len(report.findings), 'finding')}, {counted(len(report.held), 'comparison')} that hold"


def _unreadable(page: Markup, slip: UnreadableError) -> None:
    with page.within("section", "document"):
        page.put("h2", slip.path)
        page.put("p", f"It could not be checked: {slip.reason}.", "meta")


def _document(paper: Paper) -> None:
    page, document = paper.page, paper.report.document
    with page.within("section", "document", id=paper.prefix.rstrip("-")):
        page.put("h2", document.path)
        day = document.published
        dated = f"Published {day.day} {day:%B %Y}. " if day else ""
        page.put("p", f"{dated}{counted(paper.report.claims, 'figure')} read, {_count(paper.report)}.", "meta")
        for parts in _rows(paper.report):
            with page.within("div", "row"):
                with page.within("div", "copy", lang=document.meta.get("lang", "")):
                    for part in parts:
                        _part(paper, part)
                _notes(paper, parts[-1].end)
        _notes(paper, None)
        _held(paper)


def _rows(report: Report) -> Iterator[list[Part]]:
    """Yield the article in rows: a part that findings stand beside, with those after it that have none."""
    places = sorted(map(place_of, report.findings))
    row: list[Part] = []
    for part in _parts(report.document):
        noted = bisect_left(places, part.start) < bisect_left(places, part.end)
        if row and noted:
            yield row
            row = []
        row.append(part)
    if row:
        yield row


def _parts(document: Document) -> Iterator[Part]:
    """Yield the blocks in order, each table as one."""
    tables = {table.filled[0].start: table for table in document.tables if table.filled}
    behind = 0
    for block in document.blocks or (Block("paragraph", 0, len(document.text)),):
        if table := tables.get(block.start):
            behind = table.filled[-1].end
            yield Part(block.start, behind, block, table)
        elif block.start >= behind:
            yield Part(block.start, block.end, block)


def _part(paper: Paper, part: Part) -> None:
    page = paper.page
    if part.table is None:
        with page.within(TAGS.get(part.block.kind, "p"), part.block.kind):
            _words(paper, part.start, part.end)
        return
    with page.within("table"):
        for number, row in enumerate(part.table.rows):
            with page.within("tr"):
                for cell in row:
                    with page.within("td" if number or not part.table.header else "th"):
                        _words(paper, cell.start, cell.end)


def _words(paper: Paper, start: int, end: int) -> None:
    """Write a stretch of the article, each figure a link to what is said of it."""
    for piece in paper.pieces[bisect_left(paper.starts, start) : bisect_left(paper.starts, end)]:
        words = paper.text[piece.start : piece.end]
        if piece.over is None:
            paper.page.text(words)
        else:
            _figure(paper, piece, piece.over, words)


def _figure(paper: Paper, piece: Piece, over: Underline, words: str) -> None:
    page = paper.page
    with ExitStack() as anchors:
        for line in piece.opening:
            anchors.enter_context(page.within("span", id=f"{line.entry}-at"))
        page.put("a", words, f"figure {over.kind} {'stated' if over.stated else 'basis'}", href=f"#{over.entry}")
    for line in piece.closing:
        if line.kind != HOLDS:
            number = line.entry.removeprefix(f"{paper.prefix}f")
            page.put("a", number, f"number {line.kind}", href=f"#{line.entry}", aria_label=f"Finding {number}")


def _notes(paper: Paper, end: int | None) -> None:
    """Write the findings on what stands before `end`, all that are left where that is None."""
    here = []
    while paper.findings and (end is None or place_of(paper.findings[0][1]) < end):
        here.append(paper.findings.popleft())
    if here:
        with paper.page.within("div", "notes"):
            for number, finding in here:
                _note(paper, number, finding)


def _note(paper: Paper, number: int, finding: Finding) -> None:
    page, entry = paper.page, f"{paper.prefix}f{number}"
    with page.within("section", f"card {finding.severity}", id=entry, aria_label=f"Finding {number}"):
        with page.within("p", "head"):
            page.put("a", str(number), "number", href=f"#{entry}-at", aria_label="To the figure")
            page.put("span", finding.severity.capitalize(), "severity")
            page.put("span", finding.rule, "rule")
        page.put("p", finding.message, "message")
        with page.within("dl"):
            rights = [("or" if n else "Right would be", fix, "fix") for n, fix in enumerate(finding.fixes)]
            for label, words, style in (("Working", added(finding.working, finding.message), ""), *rights):
                if words:
                    page.put("dt", label)
                    page.put("dd", words, style)
        _companions(paper, finding)


def _companions(paper: Paper, entry: Finding | Held) -> None:
    """Show the places of an entry in the documents that the article was held against."""
    for file in dict.fromkeys(span.file for span in entry.spans if span.file):
        document = paper.report.companions[file]
        marks = [Mark(span.start, span.end) for span in entry.spans if span.file == file]
        for row in excerpt(document, marks, EXCERPT):
            line = document.location(document.origin(row.place)).line
            with paper.page.within("p", "companion"):
                paper.page.put("span", f"{file}, line {line}", "place")
                _quoted(paper.page, row)


def _quoted(page: Markup, row: Row) -> None:
    at = 0
    for mark in sorted(row.marks):
        page.text(row.text[at : max(mark.start, at)])
        page.put("mark", row.text[max(mark.start, at) : mark.end])
        at = max(mark.end, at)
    page.text(row.text[at:])


def _held(paper: Paper) -> None:
    if not paper.report.held:
        return
    page = paper.page
    with page.within("section", "held"):
        page.put("h3", "What holds")
        with page.within("ul"):
            for number, held in enumerate(paper.report.held, 1):
                with page.within("li", id=f"{paper.prefix}h{number}"):
                    page.put("a", held.rule, "rule", href=f"#{paper.prefix}h{number}-at")
                    page.put("span", held.working + (" (within rounding)" if held.rounding else ""))
                    _companions(paper, held)
