"""What to write instead: a finding as changes of its file, and the proof that one of them mends it."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from typing import TYPE_CHECKING, NamedTuple

from factcheck.document import Span
from factcheck.solve import repairs

if TYPE_CHECKING:
    from factcheck.model import Finding, Report

QUOTED = re.compile("“([^”]+)” for “([^”]+)”")
ALTERNATIVES = re.compile(r",? or ")


class Replacement(NamedTuple):
    """A change of an article's file: its characters at `span`, which are `old`, become `new`."""

    span: Span
    old: str
    new: str

    def applied(self, source: str) -> str:
        """Return the file with the change made."""
        return source[: self.span.start] + self.new + source[self.span.end :]


def replacements(report: Report, finding: Finding) -> list[Replacement]:
    """Return each change of one figure that a finding proposes, the likeliest first.

    Only figures of the article itself whose words stand in its file as they are read: none is cut by markup.
    """
    document = report.document
    found = []
    for span, old, new in _proposed(finding):
        place = document.in_source(span)
        if not span.file and new != old and document.source[place.start : place.end] == old == document.text[slice(*span[:2])]:
            found.append(Replacement(place, old, _like(old, new)))
    return list(dict.fromkeys(found))


def mends(report: Report, finding: Finding, change: Replacement, check: Callable[[str], Report]) -> bool:
    """Tell whether the file so changed has the finding's figures compared and agreeing, and nothing new found in it.

    That a finding is merely gone is no proof: the figure may no longer be understood.
    """
    changed = check(change.applied(report.document.source))
    stated = report.document.in_source(finding.spans[0]).start
    moved = stated + (len(change.new) - len(change.old) if change.span.start < stated else 0)
    rule = finding.rule.partition("/")[0]
    agrees = any(
        held.rule.partition("/")[0] == rule and changed.document.in_source(held.spans[0]).start == moved
        for held in changed.held
    )
    return agrees and len(changed.findings) < len(report.findings)


def _proposed(finding: Finding) -> Iterator[tuple[Span, str, str]]:
    """Yield the place, the old words and the new ones of each fix, in the order in which they are told."""
    relation = finding.relation
    if relation is None:
        return
    if relation.fix is None:
        first = finding.fixes[0] if finding.fixes else ""
        for repair in sorted(repairs(relation), key=lambda repair: not first.startswith(str(repair))):
            if len(repair.figure.spans) == 1:
                yield repair.figure.spans[0], repair.figure.working, repair.text
        return
    old = relation.stated.working
    for words in ALTERNATIVES.split(relation.fix):
        quoted = QUOTED.fullmatch(words)
        yield finding.spans[0], old, quoted[1] if quoted else words


def _like(old: str, new: str) -> str:
    """Return the new words with a capital where the old have one."""
    return new[:1].upper() + new[1:] if old[:1].isupper() else new
