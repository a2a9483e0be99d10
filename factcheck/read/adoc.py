"""AsciiDoc as Documents, line by line: no reader of it in Python tells where a word stands in its file."""

from __future__ import annotations

from factcheck.document import Document
from factcheck.read.build import Copy, build, worded
from factcheck.read.frontmatter import read_front_matter
from factcheck.read.inline import Walk
from factcheck.read.page import Page, Taker, take_lines
from factcheck.read.pieces import Piece, shape
from factcheck.read.text import flat_lines

_HEADING = r"(={1,6}|#{1,6})\s+(?=\S)"
_ATTRIBUTE = r":!?([\w-]+)!?:(?:\s+(\S.*))?$"
_REVISION = r"(?:v?[\d.]+,\s*)?(\d{4}-\d\d-\d\d|\d{1,2} \w+ \d{4}|\w+ \d{1,2}, \d{4})\s*(?::.*)?$"
_FENCE = r"(-{4,}|\.{4,}|\+{4,}|/{4,}|={4,}|\*{4,}|_{4,}|-{2}|`{3,})(?:\w*)\s*$"
_LEFT_OUT = frozenset("-.+/`")
_BULLET = r"\s*(?:[*.-]{1,5}|\d{1,3}[.)])\s+(?:\[[ xX*]\]\s+)?(?=\S)"
_TERM = r"(?P<term>\S.{0,200}?):{2,4}(?:\s+(?=\S)|\s*$)"
_TITLE = r"\.(?=[^\s.])"
_BLOCK_ATTRIBUTES = r"\[[^\[\]]*+\]\s*$|\[\[[^\[\]]*+\]\]\s*$"
_MACRO = r"(?P<name>\w+)::(?P<target>\S*?)\[(?P<words>[^\[\]]*+)\]\s*$"
_ALT = r"""\s*(?:"(?P<quoted>[^"]*+)"|(?P<plain>[^,=]*+)(?=,|$))"""
_NAMED = r"""\b(?:alt|title|caption)\s*=\s*(?:"([^"]*+)"|([^",]++))"""
_TABLE = r"[|,:!]={3,}\s*$"
_CELL = r"(?:^|(?<=\s))(?:(?P<across>\d{1,2})?(?:\.\d{1,2})?[+*])?[.<^>]*[adehlmsv]?(?<!\\)\|"
_RULE = r"(?:'{3,}|<{3,}|\+)\s*$"
_META = {"date": "date", "revdate": "date", "pubdate": "date", "docdate": "date", "author": "author", "lang": "lang"}


class AsciiDoc(Walk):
    """The markup inside a block of AsciiDoc."""

    signs = "*_`#[<&\\{~:(\u00ad\u200b\u2060\ufeff"
    token = r"""(?x)(?P<escape>\\(?=[*_`\#\[<{&:+]))
        |(?P<entity>&(?:\#\d{1,7}|\#[xX][0-9a-fA-F]{1,6}|[A-Za-z][A-Za-z0-9]{1,31});)
        |(?P<ticks>`+)
        |(?P<crossing><<[^<>,]{1,200}>>|(?<=\w)\(\(\()
        |(?P<cross><<(?=[^<>,]{1,200},[^<>]{1,300}>>))
        |(?P<template>\{[\w-]{1,80}\})
        |(?P<role>\[[.\#][\w.\#-]{1,80}\](?=[\#*_`]))
        |(?P<anchor>\[\[[^\[\]]{1,200}\]\])
        |(?P<link>:[^\s\[\]]{0,500}\[(?=[^\[\]]{0,1000}\]))
        |(?P<stars>\*+|_+|\#+)
        |(?P<nothing>[\u00ad\u200b\u2060\ufeff]+)"""
    simple = dict.fromkeys(("escape", "crossing", "template", "role", "anchor", "nothing"), "")
    breaks = (" +",)
    emphases = (("**", "bold"), ("*", "bold"), ("__", "italic"), ("_", "italic"))

    def __init__(self, raw: str, labels: frozenset[str]) -> None:
        super().__init__(raw, labels)
        self.runs["#"] = []

    def link(self, start: int, end: int) -> int:
        """Cut an address and its brackets; the text in them stays, but for a picture's and a button's."""
        name = shape(r"[A-Za-z]+$").search(self.raw[max(start - 12, 0) : start])
        if not name or name[0] not in _LINKING:
            return start + 1
        begin, closing = start - len(name[0]), self.raw.index("]", end)
        words = self.raw[end:closing].partition(",")[0] if name[0] not in _WORDLESS else ""
        self.cuts += [(begin, end, ""), (end + len(words), closing + 1, "")]
        return end

    def cross(self, start: int, end: int) -> int:
        """Cut a reference to another part; its text stays."""
        comma, closing = self.raw.index(",", end), self.raw.index(">>", end)
        self.cuts += [(start, comma + 1, ""), (closing, closing + 2, "")]
        return comma + 1


_WORDLESS = frozenset("image icon footnote footnoteref indexterm".split())
_LINKING = _WORDLESS | frozenset("http https ftp irc link xref mailto kbd btn menu pass".split())


def read_adoc(source: str, path: str) -> Document:
    """Return the words of an AsciiDoc file, its date and title where its header states them."""
    flat = flat_lines(source)
    front = read_front_matter(flat, path)
    page = Page(flat, front.end, plain=False, markup=AsciiDoc)
    meta = front.meta | _header(page)
    take_lines(page, _TAKERS, _paragraph)
    return build(path, source, flat, worded(path, Copy(page.raws, page.tables, meta)))


def _header(page: Page) -> dict[str, str]:
    """Return what the header states; its title stays to be read, its other lines are blanked."""
    meta: dict[str, str] = {}
    titled = False
    for line, words in enumerate(page.lines):
        if not words.strip() and (titled or meta):
            break
        if found := shape(_ATTRIBUTE).match(words):
            if (name := _META.get(found[1])) and found[2]:
                meta.setdefault(name, found[2].strip())
        elif titled and (revision := shape(_REVISION).match(words)):
            meta.setdefault("date", revision[1])
        elif not titled and words.startswith("= "):
            titled = True
            meta["title"] = words[2:].strip()
            continue
        elif titled and not words.startswith("//"):
            meta.setdefault("author", words.strip())
        elif words.strip() and not words.startswith("//"):
            break
        page.lines[line] = ""
    return meta


def _heading(page: Page, line: int) -> int:
    if not (mark := shape(_HEADING).match(page.lines[line])):
        return line
    page.add(f"h{len(mark[1])}", [page.margins(line, mark.end())])
    return line + 1


def _skip(pattern: str) -> Taker:
    """Return a taker that passes over lines that hold no words."""

    def take(page: Page, line: int) -> int:
        return line + 1 if shape(pattern).match(page.lines[line]) else line

    return take


def _fence(page: Page, line: int) -> int:
    """Leave out what a listing or a comment holds; other fences are but marks around copy."""
    if not (mark := shape(_FENCE).match(page.lines[line])):
        return line
    if mark[1][0] not in _LEFT_OUT or mark[1] == "--":
        return line + 1
    if mark[1] in page.unclosed:
        return line + 1
    fence = page.lines[line].strip()[: len(mark[1])]
    for after in range(line + 1, len(page.lines)):
        if page.lines[after].strip() == fence:
            if mark[1][0] != "/":
                for inside in range(line + 1, after):
                    page.add("code", [page.margins(inside)])
            return after + 1
    page.unclosed.add(mark[1])
    return line + 1


def _item(page: Page, line: int) -> int:
    if not (mark := shape(_BULLET).match(page.lines[line])):
        return line
    after = _after(page, line)
    page.add("item", page.pieces(line, after, mark.end()))
    return after


def _title(page: Page, line: int) -> int:
    if not (mark := shape(_TITLE).match(page.lines[line])):
        return line
    page.add("caption", [page.margins(line, mark.end())])
    return line + 1


def _table(page: Page, line: int) -> int:
    """Take a table; its rows are as long as the first line, and an empty line below that makes it a header."""
    if not shape(_TABLE).match(page.lines[line]):
        return line
    mark = page.lines[line].strip()
    if mark in page.unclosed:
        return line + 1
    closing = next((row for row in range(line + 1, len(page.lines)) if page.lines[row].strip() == mark), 0)
    if not closing:
        page.unclosed.add(mark)
        return line + 1
    cells: list[list[Piece]] = []
    counts = [_cells(page, row, cells) for row in range(line + 1, closing)]
    first = next((row for row, count in enumerate(counts) if count), 0)
    width = _width(page, line) or (counts[first] if counts else 0) or 1
    numbers = [page.add("cell", pieces) if pieces else None for pieces in cells]
    rows = [numbers[at : at + width] for at in range(0, len(numbers), width)]
    below = page.lines[line + first + 2] if first + 1 < len(counts) else "|"
    if rows:
        page.tables.append((rows, "header" in page.lines[max(line - 1, 0)] or not below.strip()))
    return closing + 1


def _width(page: Page, line: int) -> int:
    """Return how many columns the line over a table gives it, 0 where it gives none."""
    found = shape(r"""cols\s*=\s*"?(?:(\d+)\*|([^"\]]*))""").search(page.lines[line - 1]) if line else None
    if not found:
        return 0
    return min(int(found[1][:3]), 100) if found[1] else found[2].count(",") + 1


def _cells(page: Page, line: int, cells: list[list[Piece]]) -> int:
    """Add the cells that begin on a line of a table; words that no bar precedes go on with the cell before."""
    words, start = page.lines[line], page.starts[line]
    marks = list(shape(_CELL).finditer(words))
    first = marks[0].start() if marks else len(words)
    if words[:first].strip() and cells:
        cells[-1] += [(start - 1, start), _bare(words, start, 0, first)]
    before = len(cells)
    for mark, end in zip(marks, [*(mark.start() for mark in marks[1:]), len(words)], strict=False):
        piece = _bare(words, start, mark.end(), end)
        cells.append([piece] if piece[1] > piece[0] else [])
        cells += [[] for _ in range(1, int(mark["across"] or 1))]
    return len(cells) - before


def _bare(words: str, start: int, first: int, end: int) -> Piece:
    """Return where words between two places of a line stand, without blanks around them."""
    bare = words[first:end].lstrip()
    begin = start + end - len(bare)
    return begin, begin + len(bare.rstrip())


def _macro(page: Page, line: int) -> int:
    """Take a line that puts a picture or another file there; a picture's words are copy."""
    if not (macro := shape(_MACRO).match(page.lines[line])):
        return line
    start, end = macro.span("words")
    if macro["name"] in ("image", "video", "audio"):
        found = [*shape(_NAMED).finditer(page.lines[line], start, end)]
        alt = shape(_ALT).match(page.lines[line], start, end)
        for match in [*([alt] if alt else []), *found]:
            begin, after = match.span(match.lastindex or 0)
            if page.lines[line][begin:after].strip():
                page.add("alt", [(page.starts[line] + begin, page.starts[line] + after)])
    return line + 1


def _paragraph(page: Page, line: int) -> int:
    if term := shape(_TERM).match(page.lines[line]):
        return _term(page, line, term.end("term"), term.end())
    after = _after(page, line)
    page.add("paragraph", page.pieces(line, after))
    return after


def _term(page: Page, line: int, end: int, begin: int) -> int:
    """Take a word and, behind its colons, what it means, as two items."""
    start = page.starts[line]
    page.add("item", [(start, start + end)])
    after = line + 1
    if page.lines[line][begin:].strip():
        after = _after(page, line)
        page.add("item", page.pieces(line, after, begin))
    return after


def _after(page: Page, line: int) -> int:
    """Return the line after those that go on with a block."""
    after = line + 1
    while after < len(page.lines) and page.lines[after].strip() and not _interrupts(page.lines[after]):
        after += 1
    return after


def _interrupts(line: str) -> bool:
    bare = line.lstrip()
    if "::" in line and (shape(_MACRO).match(line) or shape(_TERM).match(line)):
        return True
    if bare[0] not in _INTERRUPTING:
        return False
    return any(
        shape(pattern).match(line) for pattern in (_BULLET, _FENCE, _TABLE, _RULE, _BLOCK_ATTRIBUTES)
    ) or line.startswith("//")


_INTERRUPTING = frozenset("*.-0123456789+/=_`|,:![<'")
_TAKERS: dict[str, tuple[Taker, ...]] = {
    "=": (_heading, _fence),
    "#": (_heading,),
    ":": (_skip(_ATTRIBUTE),),
    "[": (_skip(_BLOCK_ATTRIBUTES),),
    "/": (_fence, _skip(r"//")),
    ".": (_fence, _item, _title),
    "|": (_table,),
    "!": (_table,),
    ",": (_table,),
    "+": (_fence, _skip(_RULE)),
    "'": (_skip(_RULE),),
    "<": (_skip(_RULE),),
    **dict.fromkeys("*-_`", (_fence, _item)),
    **dict.fromkeys("0123456789", (_item,)),
    **dict.fromkeys("abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ", (_macro,)),
}
