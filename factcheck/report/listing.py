"""What factcheck knows, for people: its rules, one rule with its examples, and the insides of a run."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from inspect import cleandoc
from typing import TYPE_CHECKING

from factcheck.report.excerpt import Mark, underline, whole
from factcheck.report.paper import Line
from factcheck.report.plain import plain, wrap
from factcheck.report.text import COLOURS, FAINT, page_width, print_lines

if TYPE_CHECKING:
    from rich.console import Console

    from factcheck.check import Check, Example

LABELS = {"Wrong": "Reported", "Right": "Passes", "Skip": "Left alone, for want of a sure comparison"}
INDENT = 4


def print_table(to: Console, headings: Sequence[str], rows: Iterable[Sequence[str]]) -> None:
    """Print rows in columns under their headings, nothing cut off."""
    from rich.table import Table
    from rich.text import Text

    table = Table(box=None, padding=(0, 2, 0, 0), pad_edge=False, show_header=any(headings))
    for number, heading in enumerate(headings):
        table.add_column(heading, overflow="fold", header_style=FAINT, style="" if number else "bold")
    for row in rows:
        table.add_row(*(Text(plain(cell)) for cell in row))
    to.print(table, width=page_width(to), soft_wrap=False)


def print_rules(to: Console, checks: Mapping[str, Check]) -> None:
    """Print each rule with what it holds."""
    rows = [(check.id, check.severity, _paragraphs(check)[0]) for check in checks.values()]
    print_table(to, ("rule", "severity", "what must be so"), rows)
    print_lines(to, [Line(), Line(("factcheck explain RULE shows a rule with its examples.", FAINT))])


def print_rule(to: Console, check: Check) -> None:
    """Print what a rule compares, with the examples that prove it."""
    width = page_width(to)
    to.print(Line((check.id, "bold"), "  ", (check.severity, COLOURS[check.severity])))
    for paragraph in _paragraphs(check):
        print_lines(to, [Line(), *map(Line, wrap(paragraph, width))])
    for label, heading in LABELS.items():
        shown = [example for example in check.examples if example.label == label]
        if shown:
            print_lines(to, [Line(), Line((heading, "bold"))])
        for example in shown:
            print_lines(to, _example(example, COLOURS[check.severity], width))


def print_insides(to: Console, sections: Mapping[str, Iterable[tuple[str, ...]]]) -> None:
    """Print each stage's results under its name."""
    for name, found in sections.items():
        rows = list(found)
        to.print(Line((f"{name} ({len(rows)})", "bold")))
        columns = max(map(len, rows), default=0)
        if rows:
            print_table(to, [""] * columns, [(*row, *[""] * (columns - len(row))) for row in rows])
        to.print()


def _paragraphs(check: Check) -> list[str]:
    """Return the paragraphs of a rule's description that stand before its examples."""
    paragraphs = cleandoc(check.doc).split("\n\n")
    return [" ".join(paragraph.split()) for paragraph in paragraphs if not paragraph.startswith(tuple(LABELS))]


def _example(example: Example, colour: str, width: int) -> Iterator[Line]:
    dated = f" (Published {example.published}.)" if example.published else ""
    text = example.text.replace("\n\n", " / ") + dated
    starts = [(text.index(words), len(words)) for words in example.marked]
    yield Line()
    for row in whole(text, [Mark(start, start + length, True) for start, length in starts], width - INDENT):
        yield Line(" " * INDENT + row.text)
        if row.marks:
            yield Line((" " * INDENT + underline(row), colour))
    beside = {
        "source": example.source, "archive": example.past, "rules": example.rules, "data": example.table,
        "working": example.implied,
    }  # fmt: skip
    for label, words in beside.items():
        if words:
            rows = words.replace("\n\n", " / ")
            yield from (Line((" " * INDENT + row, FAINT)) for row in wrap(f"{label}: {rows}", width - INDENT))
