"""reStructuredText as Documents, line by line.

docutils keeps the line of a block but no columns, takes quadratic time for marks that never end, and fails on lists
that lie deep in one another.
"""

from __future__ import annotations

from collections.abc import Callable

from factcheck.document import Document
from factcheck.read.build import Copy, build, worded
from factcheck.read.frontmatter import read_front_matter
from factcheck.read.inline import Walk
from factcheck.read.page import Page, take_lines
from factcheck.read.pieces import Piece, shape
from factcheck.read.rsttables import take_grid, take_simple
from factcheck.read.text import flat_lines

_ADORNMENT = r"([!-/:-@\[-`{-~])\1{2,}\s*$"
_BULLET = r"\s*(?:[-*+•‣⁃]|\(?(?:\d{1,3}|#)[.)])\s+(?=\S)"
_FIELD = r"\s*:(?P<name>[^:\s][^:]{0,60}):(?:\s+(?P<value>\S.*))?$"
_DIRECTIVE = r"\s*\.\.\s+(?:\|[^|]{1,80}\|\s+)?(?P<name>[\w:.-]+?)::(?:\s+(?P<argument>\S.*))?$"
_EXPLICIT = r"\s*\.\.(?:\s|$)"
_FOOTNOTE = r"\s*\.\.\s+\[[^\[\]]{1,80}\]\s+(?=\S)"
_LINE_BLOCK = r"\s*\|\s+(?=\S)"
_DOCTEST = r"\s*>>> "
_META = {
    "date": "date",
    "published": "date",
    "pubdate": "date",
    "author": "author",
    "authors": "author",
    "lang": "lang",
    "language": "lang",
}
_SPOKEN = frozenset(
    "note warning tip important hint caution danger attention error seealso topic sidebar epigraph pull-quote highlights "
    "compound container class versionadded versionchanged deprecated admonition centered rubric parsed-literal only "
    "figure image table list-table csv-table".split()
)
"""The directives that hold copy; any other is left out, with all that is indented below it."""
_NAMED = frozenset(
    "note warning tip important hint caution danger attention error seealso topic sidebar admonition rubric centered table list-table csv-table".split()
)
"""Those of them whose argument is copy."""


class Rest(Walk):
    """The markup inside a block of reStructuredText."""

    signs = "*_`[\\:|\u00ad\u200b\u2060\ufeff"
    token = r"""(?x)(?P<escape>\\\s|\\(?=\S))
        |(?P<literal>``(?=\S))
        |(?P<role>:[A-Za-z][\w:.+-]{0,60}:(?=`))
        |(?P<ticks>`(?=\S))
        |(?P<note>(?<=\s)\[(?:\#?[\w-]{0,60}|\*)\]_(?!\w))
        |(?P<reference>(?<=\w)__?(?=[\s.,;:!?'")\]/-]|$))
        |(?P<stars>\*{1,2})
        |(?P<literally>::$)
        |(?P<bar>\|(?=\S)|(?<=\S)\|)
        |(?P<nothing>[\u00ad\u200b\u2060\ufeff]+)"""
    simple = dict.fromkeys(("role", "reference", "nothing"), "") | {"literally": ":"}
    breaks = ()
    emphases = (("**", "bold"), ("*", "italic"))

    def __init__(self, raw: str, labels: frozenset[str]) -> None:
        super().__init__(raw, labels)
        self.unclosed: set[str] = set()

    def escape(self, start: int, end: int) -> int:
        """Cut a backslash, with a blank behind it."""
        self.cuts.append((start, end, ""))
        return max(end, start + 2)

    def note(self, start: int, end: int) -> int:
        """Cut the mark of a note, with the blank before it."""
        self.cuts.append((start - 1, end, ""))
        return end

    def literal(self, start: int, end: int) -> int:
        """Cut the two backticks around words that hold no markup."""
        closing = self._closing("``", end)
        if closing < 0:
            return end
        self.cuts += [(start, end, ""), (closing, closing + 2, "")]
        return closing + 2

    def ticks(self, start: int, end: int) -> int:
        """Cut the backticks around a name or a reference, and the address in it."""
        closing = self._closing("`", end)
        if closing < 0:
            return end
        after = closing + 1 + len(shape("_{0,2}").match(self.raw, closing + 1)[0])  # type: ignore[index]
        address = self.raw.rfind("<", end, closing) if self.raw[closing - 1] == ">" else -1
        words = len(self.raw[end:address].rstrip()) if address > end else closing - end
        self.cuts += [(start, end, ""), (end + words, after, "")]
        return after

    def bar(self, start: int, end: int) -> int:
        """Leave a bar alone: what it stands for is written elsewhere."""
        return end

    def _closing(self, mark: str, at: int) -> int:
        """Return where the mark stands next; where it never does again, it is not sought again."""
        if mark in self.unclosed:
            return -1
        closing = self.raw.find(mark, at)
        if closing < 0:
            self.unclosed.add(mark)
        return closing


def read_rst(source: str, path: str) -> Document:
    """Return the words of a reStructuredText file, its date and title where its fields state them."""
    flat = flat_lines(source)
    front = read_front_matter(flat, path)
    page = RestPage(flat, front.end)
    take_lines(page, _TAKERS, _paragraph)
    return build(path, source, flat, worded(path, Copy(page.raws, page.tables, front.meta | page.meta)))


class RestPage(Page):
    """The lines of a file, the styles of its titles in the order in which they came, and what its fields state."""

    def __init__(self, flat: str, start: int) -> None:
        super().__init__(flat, start, plain=False, markup=Rest)
        self.styles: list[str] = []
        self.meta: dict[str, str] = {}

    def indent(self, line: int) -> int:
        """Return how many blanks begin a line."""
        return len(self.lines[line]) - len(self.lines[line].lstrip())

    def below(self, line: int, over: int) -> int:
        """Return the line after those below one that are empty or indented more than so much."""
        after, last = line + 1, line + 1
        while after < len(self.lines) and (not self.lines[after].strip() or self.indent(after) > over):
            after += 1
            last = after if self.lines[after - 1].strip() else last
        return last

    def leave_out(self, first: int, after: int) -> None:
        """Keep lines as what is no copy."""
        for line in range(first, after):
            if self.lines[line].strip():
                self.add("code", [self.margins(line)])


def _titled(page: RestPage, line: int) -> int:
    """Take a title with a line of signs below it, and perhaps another above."""
    over = bool(shape(_ADORNMENT).match(page.lines[line]))
    below = line + 1 + over
    if below >= len(page.lines) or not shape(_ADORNMENT).match(page.lines[below]) or not page.lines[below - 1].strip():
        return line + 1 if over else line
    if over and page.lines[line].strip() != page.lines[below].strip():
        return line + 1
    return _title(page, below - 1, page.lines[below].strip()[0] + "-" * over, below + 1)


def _title(page: RestPage, line: int, style: str, after: int) -> int:
    if style not in page.styles:
        page.styles.append(style)
    page.add(f"h{min(page.styles.index(style) + 1, 6)}", [page.margins(line)])
    return after


def _item(page: RestPage, line: int) -> int:
    if not (mark := shape(_BULLET).match(page.lines[line])):
        return line
    after = line + 1
    while (
        _goes_on(page, after) and page.indent(after) > page.indent(line) and not shape(_BULLET).match(page.lines[after])
    ):
        after += 1
    return _words(page, "item", line, after, mark.end())


def _field(page: RestPage, line: int) -> int:
    """Take a field, which tells of the file and is no copy."""
    if not (field := shape(_FIELD).match(page.lines[line])):
        return line
    if (name := _META.get(field["name"].lower())) and field["value"]:
        page.meta.setdefault(name, field["value"].strip())
    after = line + 1
    while _goes_on(page, after) and page.indent(after) > page.indent(line):
        after += 1
    return after


def _explicit(page: RestPage, line: int) -> int:
    """Take what two dots begin: a directive, a note, an address or a comment."""
    words = page.lines[line]
    if not shape(_EXPLICIT).match(words):
        return line
    if note := shape(_FOOTNOTE).match(words):
        after = line + 1
        while _goes_on(page, after) and page.indent(after) > page.indent(line):
            after += 1
        return _words(page, "paragraph", line, after, note.end())
    directive = shape(_DIRECTIVE).match(words)
    if not directive or directive["name"] not in _SPOKEN:
        after = page.below(line, page.indent(line))
        if directive:
            page.leave_out(line + 1, after)
        return after
    after = line + 1
    if directive["argument"] and directive["name"] in _NAMED:
        while (
            _goes_on(page, after)
            and page.indent(after) > page.indent(line)
            and not shape(_FIELD).match(page.lines[after])
        ):
            after += 1
        kind = "caption" if "table" in directive["name"] else "paragraph"
        page.add(kind, page.pieces(line, after, directive.start("argument")))
    after = _options(page, after, directive["name"] in ("figure", "image"))
    return _caption(page, line, after) if directive["name"] == "figure" else after


def _caption(page: RestPage, line: int, after: int) -> int:
    """Take the paragraph below a figure's options, which stands under the picture."""
    first = after
    while first < len(page.lines) and not page.lines[first].strip():
        first += 1
    if first == len(page.lines) or page.indent(first) <= page.indent(line):
        return after
    after = first + 1
    while _goes_on(page, after):
        after += 1
    return _words(page, "caption", first, after)


def _options(page: RestPage, line: int, pictured: bool) -> int:
    """Pass over the options below a directive; what describes a picture is copy."""
    while _goes_on(page, line) and (option := shape(_FIELD).match(page.lines[line])):
        if pictured and option["name"] == "alt" and option["value"]:
            page.add("alt", [page.margins(line, option.start("value"))])
        line += 1
    return line


def _lines(page: RestPage, line: int) -> int:
    """Take lines that each begin with a bar, as a poem's or an address's do."""
    if not (mark := shape(_LINE_BLOCK).match(page.lines[line])):
        return line
    return _words(page, "paragraph", line, line + 1, mark.end())


def _doctest(page: RestPage, line: int) -> int:
    if not shape(_DOCTEST).match(page.lines[line]):
        return line
    after = line
    while _goes_on(page, after):
        after += 1
    page.leave_out(line, after)
    return after


def _paragraph(page: RestPage, line: int) -> int:
    if (after := _titled(page, line)) > line:
        return after
    after = line + 1
    while _goes_on(page, after) and page.indent(after) == page.indent(line):
        after += 1
    return _words(page, "paragraph", line, after)


def _words(page: RestPage, kind: str, line: int, after: int, skip: int = 0) -> int:
    """Keep a block; two colons at its end say that what is indented below it is no copy."""
    pieces: list[Piece] = page.pieces(line, after, skip)
    start, end = pieces[-1]
    if page.flat[start:end] != "::":
        page.add(kind, pieces)
    if page.flat.endswith("::", start, end):
        below = page.below(after - 1, page.indent(line))
        page.leave_out(after, below)
        return below
    return after


def _goes_on(page: RestPage, line: int) -> bool:
    return line < len(page.lines) and bool(page.lines[line].strip())


_TAKERS: dict[str, tuple[Callable[[RestPage, int], int], ...]] = {
    **dict.fromkeys("!\"$%&'),/;<>?@[\\]^_`{}~", (_titled,)),
    **dict.fromkeys("-*", (_item, _titled)),
    **dict.fromkeys("•‣⁃#(0123456789", (_item, _titled)),
    "+": (take_grid, _item, _titled),
    "=": (take_simple, _titled),
    ":": (_field, _titled),
    ".": (_explicit, _titled),
    "|": (_lines,),
    ">": (_doctest, _titled),
}
