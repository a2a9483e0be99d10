"""Word documents as Documents: every paragraph a line, tracked changes accepted, comments and notes left out."""

from __future__ import annotations

import re

from factcheck.document import Document
from factcheck.read.manuscript import Manuscript
from factcheck.read.office import Family, Parts, Properties
from factcheck.read.xml import Handler, Values

BODY = "word/document.xml"
_DELETED = frozenset({"del", "moveFrom"})
_UNREAD = _DELETED | {"Fallback", "rt", "sectPr", "pPrChange", "rPrChange", "tblPrChange", "trPrChange"}
_HOLDERS = frozenset({"body", "tbl", "tc", "txbxContent"})
_SIGNS = {"tab": "\t", "ptab": "\t", "br": " ", "cr": " ", "noBreakHyphen": "\u2011"}
_KINDS = (
    (r"heading ([1-6])", r"h\1"),
    (r"title", "h1"),
    (r"subtitle", "standfirst"),
    (r"(?:intense )?quote|block text", "quote"),
    (r"caption", "caption"),
    (r"list\b.*", "item"),
)
_OFF = ("0", "false", "off", "none")
_LEVELS = tuple("012345")
_FIRST_ROW = 0x20


def read_docx(data: bytes, path: str) -> Document:
    """Return the text of a Word document as it reads with its changes accepted.

    Its source is its paragraphs, so that a place is paragraph and character.  UnreadableError for a document
    that is damaged, protected, too large or without words.
    """
    parts = Parts(data, path)
    styles, properties = Styles(), Properties()
    parts.parse("word/styles.xml", styles)
    parts.parse("docProps/core.xml", properties)
    body = Body(styles)
    if not parts.parse(BODY, body):
        parts.refuse(f"it holds no {BODY}, so it is no Word document; open it and save it again")
    return body.manuscript.document(path, properties.meta)


class Styles(Family):
    """The document's own styles, by their ids."""

    def __init__(self) -> None:
        super().__init__()
        self.style = ""

    def start(self, name: str, values: Values) -> None:
        if name == "style":
            self.style = values.get("styleId", "")
        elif name == "name" and (kind := _kind(values.get("val", ""))):
            self.kinds[self.style] = kind
        elif name == "outlineLvl" and (level := values.get("val")) in _LEVELS:
            self.kinds.setdefault(self.style, f"h{int(level) + 1}")
        elif name == "basedOn":
            self.bases[self.style] = values.get("val", "")


class Body(Handler):
    """The text of a document on the way to paragraphs.

    `within` names the open elements; `unread` is the depth of the one that is passed over, 0 while all is read.
    `marks` tells of each open paragraph whether its end was deleted; `joined` that the next one belongs to the last.
    """

    def __init__(self, styles: Styles) -> None:
        self.styles, self.manuscript = styles, Manuscript()
        self.within = ["", ""]
        self.unread = 0
        self.hidden = self.joined = False
        self.marks: list[bool] = []

    def start(self, name: str, values: Values) -> None:
        over = self.within[-1]
        self.within.append(name)
        if self.unread:
            return
        if name in _DELETED and over in ("rPr", "trPr"):
            self._deletes(over)
        elif name in _UNREAD:
            self.unread = len(self.within)
        elif over == "r":
            self.manuscript.words("" if self.hidden else _SIGNS.get(name, ""))
        elif over in ("pPr", "numPr"):
            self._describe(name, values.get("val", ""))
        elif name == "vanish" and self.within[-3] == "r":
            self.hidden = values.get("val") not in _OFF
        else:
            self._enter(name, values)

    def end(self, name: str) -> None:
        if not self.unread:
            self._leave(name)
        elif self.unread == len(self.within):
            self.unread = 0
        self.within.pop()

    def words(self, words: str) -> None:
        if self.within[-1] == "t" and not (self.unread or self.hidden):
            self.manuscript.words(words)

    def _deletes(self, over: str) -> None:
        """Join a paragraph whose end was deleted to the next, and pass over a deleted row."""
        if over == "trPr":
            self.unread = len(self.within) - 2
        elif self.within[-3] == "pPr" and self.marks:
            self.marks[-1] = True

    def _describe(self, name: str, value: str) -> None:
        """Take what a paragraph says of itself: its style, its place in a list or in the outline."""
        manuscript = self.manuscript
        if name == "pStyle":
            manuscript.kind = self.styles.kind(value) or manuscript.kind
        elif name == "numId" and value != "0" and manuscript.kind == "paragraph":
            manuscript.kind = "item"
        elif name == "outlineLvl" and value in _LEVELS:
            manuscript.kind = f"h{int(value) + 1}"

    def _enter(self, name: str, values: Values) -> None:
        manuscript = self.manuscript
        if name in _HOLDERS:
            self._settle()
        match name:
            case "p":
                self._begin()
            case "tbl":
                manuscript.begin_table()
            case "tr":
                manuscript.begin_row()
            case "tc":
                manuscript.begin_cell()
            case "gridSpan" if (across := values.get("val", "")).isdecimal():
                manuscript.widen(int(across[:3]))
            case "tblHeader" | "tblLook" if _heads(name, values):
                manuscript.head()

    def _leave(self, name: str) -> None:
        manuscript = self.manuscript
        if name in _HOLDERS:
            self._settle()
        match name:
            case "p" if self.marks:
                self.joined = self.marks.pop()
                if not self.joined:
                    manuscript.end_paragraph()
            case "r":
                self.hidden = False
            case "tc":
                manuscript.end_cell()
            case "tbl":
                manuscript.end_table()

    def _begin(self) -> None:
        if not self.joined:
            self.manuscript.begin_paragraph()
        self.joined = False
        self.marks.append(False)

    def _settle(self) -> None:
        """Close a paragraph that has no next one to be joined to."""
        if self.joined:
            self.joined = False
            self.manuscript.end_paragraph()


def _kind(style: str) -> str:
    """Return the kind that a style's English name stands for, which Word keeps in every language."""
    name = style.lower()
    return next((match.expand(kind) for shape, kind in _KINDS if (match := re.fullmatch(shape, name))), "")


def _heads(name: str, values: Values) -> bool:
    """Tell whether a table's first row is its header, by the row's own word or by the table's look."""
    if name == "tblHeader":
        return values.get("val", "1") not in _OFF
    look = values.get("val", "")
    bits = int(look, 16) if re.fullmatch("[0-9A-Fa-f]{1,8}", look) else 0
    return values.get("firstRow", str(bits & _FIRST_ROW)) not in _OFF
