"""Suppression in the text: a comment names a rule, and the rule's findings there are not told.

    <!-- factcheck: ignore RULE,... reason -->         this line; alone on its line, the block below
    <!-- factcheck: ignore-file RULE,... reason -->    the whole file
    <!-- factcheck: off RULE,... -->                   from here on, as far as
    <!-- factcheck: on RULE,... -->

A line that begins with `//`, `..` or `%%` is a comment, too, for formats that have no others.  RULE may be `all`,
or left out for the same; what is off for all is on again for all only.
"""

from __future__ import annotations

from bisect import bisect_right
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from typing import TYPE_CHECKING

from factcheck.check import is_rule
from factcheck.document import Document, Span
from factcheck.model import ABOUT_COMMENTS, Finding, Report, Severity
from factcheck.records import NamedTuple
from factcheck.regexes import compiled

if TYPE_CHECKING:
    from collections.abc import Collection

NAME = r"[A-Za-z]\w*(?:[-/]\w+)*"
COMMENT = compiled(
    rf"(?m)(?:<!--|^[ \t]*(?://|\.\.|%%))[ \t]*factcheck:[ \t]*(?P<what>\w+(?:-\w+)*)[ \t]*"
    rf"(?P<rules>{NAME}(?:[ \t]*,[ \t]*{NAME})*)?(?:(?!-->)[^\n])*(?:-->)?"
)
WHATS = ("ignore", "ignore-file", "off", "on")
ALL = "all"
REASON = "suppressed in the text"


class Comment(NamedTuple):
    """A comment for factcheck, where it stands in the source, and the rules that it names."""

    what: str
    start: int
    end: int
    rules: tuple[str, ...]


class Suppression(NamedTuple):
    """A rule that is not told of within characters `start` to `end` of the source, by the comment there."""

    rule: str
    start: int
    end: int
    comment: Comment


def suppressed(report: Report, ran: Collection[str], *, whole: bool, notices: bool) -> Report:
    """Return a report less what its article's comments suppress and, with `notices`, what is to be said about these.

    `ran` are the rules that were checked, and `whole` tells whether these are all: a comment about what was not looked
    for is not called unused.
    """
    document = report.document
    comments = comments_in(document)
    scopes = list(_scopes(document, comments))
    starts = [document.in_source(finding.spans[0]).start for finding in report.findings]
    hits = _hits(scopes, [(start, finding.rule) for start, finding in zip(starts, report.findings, strict=True)])
    matched = {one for found in hits for one in found}
    report.leave_out([not found for found in hits], REASON)
    looked = {*ran, ALL} if whole else {*ran}
    unused = (one for one in scopes if one not in matched and one.rule.partition("/")[0] in looked)
    return report if not notices else _with_notices(report, [*_slips(comments), *map(_unused, unused)])


def comments_in(document: Document) -> list[Comment]:
    """Return the comments for factcheck in a document, those that it only quotes as code left out."""
    code = [document.in_source(Span(block.start, block.end)) for block in document.blocks if block.kind == "code"]
    starts = [span.start for span in code]
    found = []
    for match in COMMENT.finditer(document.source):
        last = bisect_right(starts, match.start()) - 1
        if last < 0 or code[last].end <= match.start():
            rules = tuple(rule.strip() for rule in (match["rules"] or ALL).split(","))
            found.append(Comment(match["what"], match.start(), match.end(), rules))
    return found


def _hits(scopes: Iterable[Suppression], places: Sequence[tuple[int, str]]) -> list[list[Suppression]]:
    """Return for each place and rule of a finding what suppresses it: the innermost of each name that the rule has."""
    by_rule: dict[str, list[Suppression]] = defaultdict(list)
    for one in scopes:
        by_rule[one.rule].append(one)
    for found in by_rule.values():
        found.sort(key=lambda one: -one.start)
    opened: dict[str, list[Suppression]] = defaultdict(list)
    hits: list[list[Suppression]] = [[] for _ in places]
    for number in sorted(range(len(places)), key=places.__getitem__):
        start, rule = places[number]
        for name in {ALL, rule, rule.partition("/")[0]}:
            waiting, open_now = by_rule[name], opened[name]
            while waiting and waiting[-1].start <= start:
                open_now.append(waiting.pop())
            while open_now and open_now[-1].end <= start:
                open_now.pop()
            hits[number] += open_now[-1:]
    return hits


def _scopes(document: Document, comments: Sequence[Comment]) -> Iterator[Suppression]:
    """Yield what each comment suppresses; "off" reaches as far as the next "on" of its rule, or of all."""
    end = len(document.source) + 1
    layout = _Layout(document)
    next_on: dict[str, int] = {}
    for comment in reversed(comments):
        if comment.what == "on":
            next_on = {} if ALL in comment.rules else next_on
            next_on |= dict.fromkeys(comment.rules, comment.start)
        for rule in comment.rules:
            if comment.what == "ignore":
                yield Suppression(rule, *layout.reach(comment), comment)
            elif comment.what == "ignore-file":
                yield Suppression(rule, 0, end, comment)
            elif comment.what == "off":
                yield Suppression(rule, comment.start, next_on.get(rule, next_on.get(ALL, end)), comment)


class _Layout:
    """Where a document's blocks and tables stand in its source."""

    def __init__(self, document: Document) -> None:
        self.document, self.blocks = document, [block for block in document.blocks if block.end > block.start]
        filled = ([cell for row in table.rows for cell in row if cell.end > cell.start] for table in document.tables)
        self.tables = {cells[0].start: cells[-1].end for cells in filled if cells}

    def reach(self, comment: Comment) -> tuple[int, int]:
        """Return what "ignore" is about: its line or, where it stands alone on that, the block or table below."""
        source = self.document.source
        first = source.rfind("\n", 0, comment.start) + 1
        last = source.find("\n", comment.end)
        last = len(source) if last < 0 else last
        alone = not (source[first : comment.start].strip() or source[comment.end : last].strip())
        return (self._below(comment.end) if alone else None) or (first, last)

    def _below(self, offset: int) -> tuple[int, int] | None:
        place = bisect_right(self.blocks, offset, key=lambda block: self.document.origin(block.start))
        if place == len(self.blocks):
            return None
        start = self.blocks[place].start
        whole = Span(start, self.tables.get(start, self.blocks[place].end))
        return self.document.in_source(whole)[:2]


def _slips(comments: Iterable[Comment]) -> Iterator[Finding]:
    for comment in comments:
        if comment.what not in WHATS:
            words = f"“factcheck: {comment.what}” means nothing; what is known is {', '.join(WHATS)}."
            yield _notice("unknown-word", Severity.WARNING, words, comment)
            continue
        for rule in comment.rules:
            if rule != ALL and not is_rule(rule):
                words = f"There is no rule {rule}, so this comment does nothing; `factcheck rules` lists them."
                yield _notice("unknown-rule", Severity.WARNING, words, comment)


def _unused(one: Suppression) -> Finding:
    what = "Nothing" if one.rule == ALL else f"Nothing that {one.rule} finds"
    words = f"{what} is left here to be suppressed; the comment can go."
    return _notice("unused", Severity.NOTE, words, one.comment)


def _notice(name: str, severity: Severity, words: str, comment: Comment) -> Finding:
    return Finding(f"{ABOUT_COMMENTS}/{name}", severity, words, "", (), (Span(comment.start, comment.end),))


def _with_notices(report: Report, notices: Iterable[Finding]) -> Report:
    """Add findings about the source itself: comments are no part of the text, so its file stands as a companion."""
    path, source = report.document.path, report.document.source
    for notice in notices:
        report.companions[path] = Document(path, source, source)
        report.findings.append(notice._replace(spans=tuple(span._replace(file=path) for span in notice.spans)))
    return report
