"""The catalogue of checks as a page for editors, written by the checks themselves: each example is run, and its report shown."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from inspect import cleandoc
from itertools import groupby, pairwise
from typing import TYPE_CHECKING

from factcheck.exhibit import exhibit
from factcheck.quantity import Interval
from factcheck.regexes import compiled

if TYPE_CHECKING:
    from factcheck.check import Check, Example
    from factcheck.model import Finding, Held, Report

HEAD = """# What factcheck checks

Every check compares a figure of the article with what other figures of it, the calendar, a rate or a source say. There
are three answers: it holds, it conflicts, or nobody can tell. Only a conflict is reported.

**How heavy a finding is.** An *error* cannot be right as it stands. A *warning* is very likely wrong, or right only in a
way that the text does not say. A *note* is worth a look.

**What is allowed for.** A figure stands for every value that rounds to it: “2.1 million” is anything from 2.05 to 2.15
million. “About”, “nearly”, “more than” and their like widen it. Whole numbers of people, votes or goals are exact. Two
figures conflict only where no such value fits both.

In the examples, **bold** marks what is wrong or what it was compared with, and a slash stands between paragraphs. The
page is made by `factcheck rules --markdown`; each example is run when it is made, and what it says is what factcheck
says of that sentence.
"""
HEADINGS = {"Wrong": "Reported", "Right": "Compared, and right", "Skip": "Left alone, because nothing is sure"}
TOLERANCES = {
    True: "the rounding of the figures as printed, and words such as “about”",
    False: "nothing where days, times, names or words are compared",
}
"""What is allowed for, by whether numbers are compared."""
HEADLINE = compiled(r"^# ", re.MULTILINE)


def catalogue(checks: Iterable[Check]) -> str:
    """Return a Markdown page with a list of the checks, and of each what it compares, how strictly, and its examples."""
    listed = list(checks)
    index = [f"| [{check.id}](#{check.id}) | {check.severity} | {_paragraphs(check.doc)[0]} |" for check in listed]
    sections = (line for check in listed for line in _section(check))
    return "\n".join([HEAD, "| Check | If not | What must be so |\n|---|---|---|", *index, "", *sections]).rstrip()


def _section(check: Check) -> Iterator[str]:
    ran = [(example, exhibit(check, example)) for example in check.examples]
    yield f"## {check.id}\n"
    yield from (f"{paragraph}\n" for paragraph in _paragraphs(check.doc))
    reports = [report for _, report in ran]
    yield f"If not: {_weights(check, reports)}. Allowed for: {_tolerance(reports)}.\n"
    for label, heading in HEADINGS.items():
        shown = [(example, report) for example, report in ran if example.label == label]
        if shown:
            yield f"**{heading}**\n"
            yield from (_example(example, report) for example, report in shown)
            yield ""


def _paragraphs(doc: str) -> list[str]:
    paragraphs = cleandoc(doc).split("\n\n")
    return [" ".join(words.split()) for words in paragraphs if not words.startswith(tuple(HEADINGS))]


def _weights(check: Check, reports: Iterable[Report]) -> str:
    """Say how heavy a check's findings are, and in some cases."""
    others = {finding.severity for report in reports for finding in report.findings} - {check.severity}
    return f"{check.severity}{''.join(f', in some cases {other}' for other in sorted(others))}"


def _tolerance(reports: Iterable[Report]) -> str:
    """Say what a check allows for: it shows in what its relations compare."""
    judged: list[Finding | Held] = []
    for report in reports:
        judged += [*report.findings, *report.held]
    numbers = {isinstance(one.relation.stated.value, Interval) for one in judged if one.relation}
    return "; ".join(words for kind, words in TOLERANCES.items() if kind in numbers)


def _example(example: Example, report: Report) -> str:
    finding = report.findings[0] if example.label == "Wrong" and report.findings else None
    parts = list(_blocks(_marked(example, report, finding)))
    if example.published:
        parts[0] += f" *(published {example.published})*"
    if example.source:
        parts.append(f"*Source:* {example.source}")
    if example.rules:
        parts.append(f"*House rules:* `{example.rules}`")
    if example.table:
        parts.append(f"*Data:* {example.table.replace(chr(10) * 2, ' / ')}")
    if example.past:
        parts.append(f"*Past article:* {example.past}")
    if finding:
        right = finding.fix.rstrip(".") if finding.fix else ""
        parts.append(f"→ {finding.message}" + (f" *Right would be: {right}.*" if right else ""))
    return "- " + "".join(_parted(parts)).replace("\n", "\n  ").replace("\n  \n", "\n\n")


def _marked(example: Example, report: Report, finding: Finding | None) -> str:
    """Return an example's text with the figures of its finding that it marks in bold."""
    text = example.text
    places = sorted({report.document.in_source(span) for span in finding.spans if not span.file}) if finding else []
    for place in reversed(places):
        words = text[place.start : place.end]
        if words in example.marked:
            text = f"{text[: place.start]}**{words}**{text[place.end :]}"
    return text


def _blocks(text: str) -> Iterator[str]:
    """Yield each table of an example, and the paragraphs before and after it on a line."""
    blocks = [HEADLINE.sub("*Headline:* ", block) for block in text.split("\n\n")]
    for table, group in groupby(blocks, key=_is_table):
        together = list(group)
        yield from together if table else [" / ".join(together)]


def _is_table(block: str) -> bool:
    return block.startswith("|")


def _parted(parts: list[str]) -> Iterator[str]:
    """Yield the parts with what Markdown wants between them: a blank line at a table, else a break."""
    yield parts[0]
    for before, part in pairwise(parts):
        yield "\n\n" if _is_table(before) or _is_table(part) else "\\\n"
        yield part
