"""Where a finding stands, as the formats for programs need it, and what it is known by."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator
from itertools import zip_longest
from typing import TYPE_CHECKING

from factcheck.records import NamedTuple
from factcheck.report.plain import added

if TYPE_CHECKING:
    from factcheck.document import Document, Span
    from factcheck.model import Finding, Replacement, Report


class Place(NamedTuple):
    """A stretch of a file: lines and columns from 1, the end column just behind the last character."""

    path: str
    line: int
    column: int
    end_line: int
    end_column: int
    start: int
    length: int
    text: str


class Located(NamedTuple):
    """A finding with its places, the stated figure's first, and a key that moved lines do not change."""

    path: str
    finding: Finding
    places: tuple[Place, ...]
    key: str


def place(report: Report, span: Span) -> Place:
    """Return where a span of the text stands in its file."""
    document = report.source_of(span)
    start, end, file = document.in_source(span)
    first, last = document.location(start), document.location(end)
    return Place(file or document.path, *first, *last, start, end - start, document.source[start:end])


def located(reports: Iterable[Report]) -> Iterator[Located]:
    """Yield every finding with its places and its key.

    The key is made of the file, the rule and the words of the figures, with a number where those are the same twice,
    so that it outlives any edit that leaves the figures alone.
    """
    from hashlib import blake2b

    for report in reports:
        seen: Counter[str] = Counter()
        for finding in report.findings:
            places = tuple(place(report, span) for span in finding.spans)
            words = "\0".join([report.document.path, finding.rule, *(one.text for one in places)])
            seen[words] += 1
            key = blake2b(f"{words}\0{seen[words]}".encode(), digest_size=16).hexdigest()
            yield Located(report.document.path, finding, places, key)


def replacements(report: Report, finding: Finding) -> list[Replacement | None]:
    """Return for each of a finding's fixes the change to the article that carries it out.

    None where only an editor can, or where markup stands among the words in the file.
    """
    pairs = zip_longest(finding.fixes, finding.replacements)
    return [change if change and _bare(report.document, change.span) else None for _, change in pairs]


def _bare(document: Document, span: Span) -> bool:
    """Tell whether the file has the words of a span as the text has them, blanks and ends of lines apart."""
    start, end, _ = document.in_source(span)
    return document.source[start:end].split() == document.text[span.start : span.end].split()


def advice(finding: Finding) -> str:
    """Return a finding as a few lines of plain text: what is wrong, the working, what would be right."""
    worked = added(finding.working, finding.message)
    lines = [finding.message, worked, f"Right would be: {finding.fix}" if finding.fix else ""]
    return "\n".join(line for line in lines if line)
