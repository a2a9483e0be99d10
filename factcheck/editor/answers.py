"""A check's outcome in the protocol's terms: diagnostics, hovers, quick fixes and the line above the article."""

from __future__ import annotations

from collections.abc import Callable, Iterator

from lsprotocol import types
from pygls.uris import from_fs_path

from factcheck.document import Span
from factcheck.editor.checking import Outcome
from factcheck.editor.positions import Lines
from factcheck.model import Finding, Held, Severity
from factcheck.records import NamedTuple
from factcheck.report.mending import Change
from factcheck.report.places import advice

SEVERITIES = {
    Severity.ERROR: types.DiagnosticSeverity.Error,
    Severity.WARNING: types.DiagnosticSeverity.Warning,
    Severity.NOTE: types.DiagnosticSeverity.Information,
}
NAME = "factcheck"
TOP = types.Range(types.Position(0, 0), types.Position(0, 0))
Judged = Finding | Held


class View(NamedTuple):
    """An outcome as the editor that holds the article at `uri` asks about it: with the lines of every file, the article's under ""."""

    uri: str
    outcome: Outcome
    lines: dict[str, Lines]

    def offset(self, position: types.Position) -> int:
        """Return the offset in the article's file of an editor's position."""
        return self.lines[""].offset(position.line, position.character)

    def range(self, span: Span) -> types.Range:
        """Return where a span of a file stands, as editors say it."""
        lines = self.lines[span.file]
        return types.Range(types.Position(*lines.place(span.start)), types.Position(*lines.place(span.end)))


def view(uri: str, outcome: Outcome, lines_of: Callable[[str], Lines]) -> View:
    """Return an outcome with the lines of its files."""
    companions = outcome.report.companions if outcome.report else {}
    sources = {"": outcome.article.text} | {file: document.source for file, document in companions.items()}
    return View(uri, outcome, {file: lines_of(source) for file, source in sources.items()})


def diagnostics(shown: View) -> list[types.Diagnostic]:
    """Return a diagnostic for each finding, and one at the top for whatever could not be read."""
    told = types.DiagnosticSeverity.Information
    slips = [types.Diagnostic(TOP, words, told, source=NAME) for words in shown.outcome.slips]
    return slips + [_diagnostic(shown, finding) for finding in shown.outcome.findings]


def hover(shown: View, position: types.Position) -> types.Hover | None:
    """Return what is known of the figure at a position: what is wrong with it, or the working by which it holds."""
    offset = shown.offset(position)
    told = [(_span_at(shown, judged, offset), words) for judged, words in _judged(shown)]
    here = [(span, words) for span, words in told if span]
    if not here:
        return None
    narrowest = min((span for span, _ in here), key=lambda span: span.end - span.start)
    words = "\n\n".join(dict.fromkeys(words for _, words in here))
    # The words are the article's: as Markdown, they could bring links and pictures along.
    return types.Hover(types.MarkupContent(types.MarkupKind.PlainText, words), shown.range(narrowest))


def findings_in(shown: View, asked: types.Range) -> list[Finding]:
    """Return the findings with a figure that a range touches."""
    start, end = shown.offset(asked.start), shown.offset(asked.end)
    return [
        finding
        for finding in shown.outcome.findings
        if any(span.start <= end and start <= span.end for span in _own_spans(shown, finding))
    ]


def quick_fix(shown: View, finding: Finding, change: Change, alone: bool) -> types.CodeAction:
    """Return a change as a quick fix; only one that stands `alone` may be made without asking."""
    edit = types.TextEdit(shown.range(change.span), change.new)
    return types.CodeAction(
        f"Change “{change.old}” to “{change.new}”",
        types.CodeActionKind.QuickFix,
        diagnostics=[_diagnostic(shown, finding)],
        is_preferred=alone,
        edit=types.WorkspaceEdit({shown.uri: [edit]}),
    )


def lens(shown: View) -> types.CodeLens:
    """Return the line above the article."""
    return types.CodeLens(TOP, types.Command(title(shown.outcome), ""))


def title(outcome: Outcome) -> str:
    """Return in a few words what came of a check: "3 to look at, 17 hold"."""
    if outcome.report is None:
        return outcome.slips[0]
    wrong, right = len(outcome.findings), len(outcome.report.held)
    if not wrong and not right:
        return "No figures to compare"
    look = f"{wrong:,} to look at" if wrong else "Nothing to look at"
    return f"{look}, {right:,} {'holds' if right == 1 else 'hold'}"


def _diagnostic(shown: View, finding: Finding) -> types.Diagnostic:
    (first, _), *others = _placed(shown, finding)
    return types.Diagnostic(
        first.range,
        finding.message,
        _severity(shown, finding),
        finding.rule,
        source=NAME,
        related_information=[types.DiagnosticRelatedInformation(place, words) for place, words in others],
    )


def _severity(shown: View, finding: Finding) -> types.DiagnosticSeverity:
    if finding.severity is Severity.NOTE and shown.outcome.article.wishes.notes == "hint":
        return types.DiagnosticSeverity.Hint
    return SEVERITIES[finding.severity]


def _placed(shown: View, finding: Finding) -> Iterator[tuple[types.Location, str]]:
    """Yield each place of a finding with the words that stand there, the stated figure's first."""
    if report := shown.outcome.report:
        for span in finding.spans:
            document = report.source_of(span)
            uri = from_fs_path(span.file) if span.file else shown.uri
            words = " ".join(document.text[span.start : span.end].split())
            yield types.Location(uri or span.file, shown.range(document.in_source(span))), f"“{words}”"


def _judged(shown: View) -> Iterator[tuple[Judged, str]]:
    """Yield each finding and each relation that holds, with what to say of it."""
    yield from ((finding, advice(finding)) for finding in shown.outcome.findings)
    for held in shown.outcome.report.held if shown.outcome.report else ():
        yield held, f"Holds{' within rounding' if held.rounding else ''}: {held.working}"


def _span_at(shown: View, judged: Judged, offset: int) -> Span | None:
    return next((span for span in _own_spans(shown, judged) if span.start <= offset <= span.end), None)


def _own_spans(shown: View, judged: Judged) -> Iterator[Span]:
    """Yield where the figures of the article itself stand in its file."""
    if report := shown.outcome.report:
        yield from (report.document.in_source(span) for span in judged.spans if not span.file)
