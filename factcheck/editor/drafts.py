"""Articles as an editor holds them, kept up change by change."""

from __future__ import annotations

import os

from lsprotocol import types
from pygls.workspace import TextDocument

from factcheck.editor.positions import Lines

SUFFIXES = {
    "markdown": ".md",
    "plaintext": ".txt",
    "html": ".html",
    "quarto": ".qmd",
    "asciidoc": ".adoc",
    "restructuredtext": ".rst",
}
"""By the language that an editor names, the suffix of its files."""


class Draft(TextDocument):
    """An article in an editor.

    Its lines end where the protocol says, at newlines and carriage returns; pygls itself also ends them at form feeds
    and the line separators of Unicode, and would then lose the place of every later change.
    """

    def apply_change(self, change: types.TextDocumentContentChangeEvent) -> None:
        """Replace what the change names, or the whole text."""
        if isinstance(change, types.TextDocumentContentChangeWholeDocument):
            self._source = change.text
            return
        lines = self.lines_of(self.source)
        first, last = change.range.start, change.range.end
        start, end = lines.offset(first.line, first.character), lines.offset(last.line, last.character)
        self._source = self.source[:start] + change.text + self.source[max(start, end) :]

    def lines_of(self, text: str) -> Lines:
        """Return the lines of a text in the units that the editor counts in."""
        return Lines(text, self.position_codec.client_num_units)

    @property
    def suffix(self) -> str:
        """The suffix of the article's format: that of the language that the editor names, else the file's own."""
        return SUFFIXES.get(self.language_id or "") or os.path.splitext(self.path)[1]
