"""OpenDocument texts as Documents: every paragraph a line, deleted text, comments and notes left out."""

from __future__ import annotations

import re

from factcheck.document import Document
from factcheck.read.manuscript import Manuscript
from factcheck.read.office import Family, Parts, Properties
from factcheck.read.xml import Handler, Values

BODY = "content.xml"
_UNREAD = frozenset(
    "tracked-changes note annotation ruby-text table-of-content alphabetical-index bibliography "
    "illustration-index table-index user-index object-index forms sequence-decls title desc".split()
)
_KINDS = (
    (r"Title", "h1"),
    (r"Subtitle", "standfirst"),
    (r"Heading(?: ([1-6]))?", "heading"),
    (r"Quotations?", "quote"),
    (r"Caption|Illustration|Table|Drawing|Figure", "caption"),
)
_HEX = r"_([0-9a-f]{2,4})_"
_MOST_BLANKS = 1_000


def read_odt(data: bytes, path: str) -> Document:
    """Return the text of an OpenDocument text as it reads with its changes accepted.

    Its source is its paragraphs, so that a place is paragraph and character.  UnreadableError for a document
    that is damaged, protected, too large or without words.
    """
    parts = Parts(data, path)
    if b"encryption-data" in parts.read("META-INF/manifest.xml"):
        parts.refuse("it is protected by a password; save it without one")
    styles, properties = Styles(), Properties()
    parts.parse("styles.xml", styles)
    parts.parse("meta.xml", properties)
    body = Body(styles)
    if not parts.parse(BODY, body):
        parts.refuse(f"it holds no {BODY}, so it is no OpenDocument text; open it and save it again")
    return body.manuscript.document(path, properties.meta)


class Styles(Family):
    """The styles of paragraphs, by their names; some are known by theirs."""

    def start(self, name: str, values: Values) -> None:
        if name == "style" and values.get("family", "paragraph") == "paragraph":
            own, base = values.get("name", ""), values.get("parent-style-name", "")
            self.bases[own] = base
            self.kinds.update({style: kind for style in (own, base) if (kind := _kind(style))})


class Body(Handler):
    """The text of a document on the way to paragraphs; `unread` counts the open elements that are passed over."""

    def __init__(self, styles: Styles) -> None:
        self.styles, self.manuscript = styles, Manuscript()
        self.unread = self.lists = 0
        self.in_text = False

    def start(self, name: str, values: Values) -> None:
        self.in_text = self.in_text or name == "text"
        if not self.in_text:
            self.styles.start(name, values)
        elif self.unread or name in _UNREAD:
            self.unread += 1
        else:
            self._enter(name, values)

    def end(self, name: str) -> None:
        if self.unread:
            self.unread -= 1
            return
        match name:
            case "p" | "h":
                self.manuscript.end_paragraph()
            case "list-item":
                self.lists -= 1
            case "table-cell":
                self.manuscript.end_cell()
            case "table":
                self.manuscript.end_table()

    def words(self, words: str) -> None:
        if not self.unread:
            self.manuscript.words(words)

    def _enter(self, name: str, values: Values) -> None:
        manuscript = self.manuscript
        match name:
            case "p" | "h":
                manuscript.begin_paragraph(self._kind(name, values))
            case "list-item":
                self.lists += 1
            case "table":
                manuscript.begin_table()
            case "table-header-rows":
                manuscript.head()
            case "table-row":
                manuscript.begin_row()
            case "table-cell":
                spans = [_number(values, f"number-{name}-spanned") for name in ("columns", "rows")]
                manuscript.begin_cell(*spans)
            case "s":
                manuscript.words(" " * min(_number(values, "c"), _MOST_BLANKS))
            case "tab" | "line-break":
                manuscript.words(" ")

    def _kind(self, name: str, values: Values) -> str:
        if name == "h":
            level = values.get("outline-level", "1")
            return f"h{level}" if level in "123456" else "heading"
        style = values.get("style-name", "")
        return self.styles.kind(style) or _kind(style) or ("item" if self.lists else "paragraph")


def _kind(style: str) -> str:
    name = re.sub(_HEX, lambda code: chr(int(code[1], 16)), style)
    return next((kind for shape, kind in _KINDS if re.fullmatch(shape, name)), "")


def _number(values: Values, name: str) -> int:
    number = values.get(name, "1")
    return int(number) if number.isdecimal() and len(number) < 6 else 1
