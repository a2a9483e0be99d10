"""The lines of a file as raw blocks: headings, paragraphs, items, quotes, tables, code.

Copy that arrives is rarely clean Markdown, so in doubt a line stays copy: what is indented is no code, a
fence that never closes opens none, and lines too long to have been wrapped are paragraphs of their own.
"""

from __future__ import annotations

from collections.abc import Callable
from itertools import accumulate

from factcheck.read.inline import SIGNS, markup
from factcheck.read.pieces import Cut, Piece, Raw, raw_text, shape

WRAPPED = 120
"""No line of a wrapped paragraph is longer."""

UNDERLINED = 150
"""No headline underlined with === or --- is longer."""

_HEADING = r"\s*#{1,6}(?:\s+|$)"
_CLOSING_HASHES = r"\s+#+$"
_RULE = r"\s*(?:(?:-\s*){3,}|(?:\*\s*){3,}|(?:_\s*){3,}|={3,}\s*)$"
_BULLET = r"\s*(?:[-*+•◦▪‣]\s+|[•◦▪‣])(?:\[[ xX]\]\s+)?(?=\S)"
_NUMBER = r"\s*\d{1,3}[.)]\s+(?=\S)"
_QUOTE = r"\s*(?:>[ \t]?)+"
_FENCE = r"\s*(`{3,}|~{3,})\s*([^`]*)$"
_DELIMITERS = r"\s*+\|?(?:\s*+:?-++:?\s*+\|)*+(?:\s*+:?-++:?\s*+)?$"
_DEFINITION = r"\s*\[(\^?)([^\[\]]{1,200})\]:\s*+(\S*+)"
_IMAGE = r"\s*!\[([^\[\]]*+)\]\([^()\n]*+\)\s*$"
_HIDDEN = r"(?i)\s*<(!--|script\b|style\b)"
_REMARK = r"\s*(?://|\.\.|%%|<!--)\s*factcheck:"
_INTERRUPTS = r"(?://|\.\.|%%)\s*factcheck:|#{1,6}\s|>|```|~~~|[-*+•◦▪‣]\s|[•◦▪‣]|1[.)]\s|\||<!--|(?:={3,}|-{3,})\s*$"
_PLAIN_INTERRUPTS = r"(?://|\.\.|%%|<!--)\s*factcheck:|[-*+•◦▪‣]\s|[•◦▪‣]|1[.)]\s|\||(?:={3,}|-{3,})\s*$"
_INTERRUPTING = frozenset("#>`~-*+•◦▪‣1|<=/.%")
_CELL = r"(?:[^|\\]|\\.?)+|(?<=\|)(?=\|)"
_ENDS_SENTENCE = r"[.!?:…][\"'”’)\]]*$"
_UNFINISHED = (",", ";", "-", "–", "—", "(")
_VALUE = r'"[^"]*+"|[^,]*+'
NO_CUTS: list[Cut] = []


class Page:
    """The lines of one file on the way to raw blocks.

    `flat` is the source, character for character, with every blank a space and every end of line a newline.
    A table is its rows of indices of `raws`, None for an empty cell, and whether its first row is a header.
    """

    def __init__(self, flat: str, start: int, plain: bool) -> None:
        self.flat, self.plain = flat, plain
        self.lines = flat[start:].split("\n")
        self.starts = list(accumulate([len(line) + 1 for line in self.lines], initial=start))
        self.raws: list[Raw] = []
        self.tables: list[tuple[list[list[int | None]], bool]] = []
        self.labels: frozenset[str] = frozenset()
        self.unclosed: set[str] = set()
        self.signs = "" if plain else "".join([sign for sign in SIGNS if sign in flat])

    def add(self, kind: str, pieces: list[Piece]) -> int:
        """Keep one block; return its index."""
        raw = raw_text(self.flat, pieces) if self.signs and kind != "code" else ""
        if kind == "paragraph" and raw.startswith(("*", "_")):
            kind = _emphasis(raw)
        self.raws.append(Raw(kind, pieces, markup(raw, self.signs, self.labels) if raw else NO_CUTS))
        return len(self.raws) - 1

    def pieces(self, first: int, after: int, skip: int = 0) -> list[Piece]:
        """Return the words of lines `first` to `after`, without margins; a newline stands for a space.

        `skip` characters of the first line are its mark.
        """
        begin, end = self.margins(first, skip)
        pieces = []
        for line in range(first + 1, after):
            start, stop = self.margins(line)
            if (newline := self.starts[line] - 1) == start - 1 and newline == end:
                end = stop
            else:
                pieces += [(begin, end), (newline, newline + 1)]
                begin, end = start, stop
        pieces.append((begin, end))
        return pieces

    def margins(self, line: int, skip: int = 0) -> Piece:
        """Return where the words of a line begin and end."""
        words = self.lines[line]
        if not skip and words == words.strip() and not words.endswith("\\"):
            return self.starts[line], self.starts[line] + len(words)
        bare = words[skip:].lstrip()
        start = self.starts[line] + len(words) - len(bare)
        bare = bare.rstrip()
        if bare.endswith("\\") and not self.plain:
            bare = bare[:-1].rstrip()
        return start, start + len(bare)


def read_lines(page: Page) -> None:
    """Turn all lines of the page into raw blocks, in order."""
    if page.signs and "]:" in page.flat:
        page.labels = _labels(page.lines)
    takers = _PLAIN_TAKERS if page.plain else _TAKERS
    line, total = 0, len(page.lines)
    while line < total:
        bare = page.lines[line].lstrip()
        line = _take(page, line, takers.get(bare[0], _NO_TAKERS)) if bare else line + 1


Taker = Callable[[Page, int], int]
"""Takes the block that begins on a line and returns the line after it; the same line for another kind."""


def _take(page: Page, line: int, takers: tuple[Taker, ...]) -> int:
    for taker in takers:
        if (after := taker(page, line)) > line:
            return after
    return _paragraph(page, line)


def _labels(lines: list[str]) -> frozenset[str]:
    found = (shape(_DEFINITION).match(line) for line in lines if "]:" in line)
    return frozenset(match[2].lower() for match in found if match and not match[1] and match[3])


def _emphasis(raw: str) -> str:
    """Return what a paragraph is that begins with a star: wholly bold, wholly italic or neither."""
    for sign, kind in (("**", "bold"), ("__", "bold"), ("*", "italic"), ("_", "italic")):
        if raw.startswith(sign):
            whole = raw.endswith(sign) and raw.count(sign) == 2 and len(raw) > 2 * len(sign)
            return kind if whole else "paragraph"
    return "paragraph"


def _heading(page: Page, line: int) -> int:
    if not (mark := shape(_HEADING).match(page.lines[line])):
        return line
    start, end = page.margins(line, mark.end())
    closing = shape(_CLOSING_HASHES).search(page.flat, max(start, end - 20), end)
    page.add(f"h{mark[0].count('#')}", [(start, closing.start() if closing else end)])
    return line + 1


def _rule(page: Page, line: int) -> int:
    return line + 1 if shape(_RULE).match(page.lines[line]) else line


def _item(page: Page, line: int) -> int:
    words = page.lines[line]
    if not (mark := shape(_BULLET).match(words) or shape(_NUMBER).match(words)):
        return line
    after = line + 1
    while after < len(page.lines) and _continues(page, after) and not shape(_NUMBER).match(page.lines[after]):
        after += 1
    page.add("item", page.pieces(line, after, mark.end()))
    return after


def _quote(page: Page, line: int) -> int:
    after, pieces = line, list[Piece]()
    while after < len(page.lines) and (mark := shape(_QUOTE).match(page.lines[after])):
        begin, end = page.margins(after, mark.end())
        if end <= begin:
            after += 1
            break
        if pieces:
            pieces.append((page.starts[after] - 1, page.starts[after]))
        pieces.append((begin, end))
        after += 1
    if pieces:
        page.add("quote", pieces)
    return after


def _fence(page: Page, line: int) -> int:
    if not (mark := shape(_FENCE).match(page.lines[line])) or mark[1] in page.unclosed:
        return line
    closing = line + 1
    while closing < len(page.lines) and page.lines[closing].strip() != mark[1]:
        closing += 1
    if closing == len(page.lines):
        page.unclosed.add(mark[1])
        return line
    if mark[2].strip() in ("csv", "tsv"):
        _values(page, line + 1, closing, "\t" if mark[2].strip() == "tsv" else ",")
    else:
        for inside in range(line + 1, closing):
            page.add("code", [page.margins(inside)])
    return closing + 1


def _values(page: Page, first: int, after: int, mark: str) -> None:
    lines = [line for line in range(first, after) if page.lines[line].strip()]
    page.tables.append(([_parted(page, line, mark) for line in lines], True))


def _parted(page: Page, line: int, mark: str) -> list[int | None]:
    """Keep the cells of a line of comma- or tab-separated values."""
    words, row, at = page.lines[line], [], 0
    while at <= len(words):
        value = shape(_VALUE).match(words, at) if mark == "," else None
        end = value.end() if value else words.find(mark, at) % (len(words) + 1)
        quoted = end - at > 1 and words[at] == words[end - 1] == '"'
        row.append(_cell(page, page.starts[line] + at + quoted, page.starts[line] + end - quoted))
        at = max(words.find(mark, end), end) + 1
    return row


def _cell(page: Page, start: int, end: int) -> int | None:
    words = page.flat[start:end]
    bare = words.lstrip()
    start += len(words) - len(bare)
    return page.add("cell", [(start, start + len(bare.rstrip()))]) if bare else None


def _table(page: Page, line: int) -> int:
    """Take a table of pipes: with dashes under its header, or with a pipe at both ends of each line."""
    header = line + 1 < len(page.lines) and _delimits(page.lines[line + 1])
    after = line
    while after < len(page.lines) and _is_row(page.lines[after], header):
        after += 1
    if after - line < 2:
        return line
    lines = [row for row in range(line, after) if not _delimits(page.lines[row])]
    page.tables.append(([_row(page, row) for row in lines], header))
    return after


def _delimits(line: str) -> bool:
    return "-" in line and "|" in line and bool(shape(_DELIMITERS).match(line))


def _is_row(line: str, header: bool) -> bool:
    bare = line.strip()
    return "|" in bare and (header or (len(bare) > 2 and bare[0] == bare[-1] == "|"))


def _row(page: Page, line: int) -> list[int | None]:
    words, start = page.lines[line].rstrip(), page.starts[line]
    first = len(words) - len(words.lstrip())
    first += words.startswith("|", first)
    last = len(words) - (words.endswith("|") and not words.endswith("\\|"))
    cells = shape(_CELL).finditer(words, first, last)
    return [_cell(page, start + cell.start(), start + cell.end()) for cell in cells]


def _tabbed(page: Page, line: int, after: int) -> bool:
    """Take lines parted by as many tabs each as a table."""
    tabs = {page.lines[row].strip().count("\t") for row in range(line, after)}
    if len(tabs) > 1 or 0 in tabs:
        return False
    _values(page, line, after, "\t")
    return True


def _image(page: Page, line: int) -> int:
    if not (image := shape(_IMAGE).match(page.lines[line])):
        return line
    start = page.starts[line]
    page.add("alt", [(start + image.start(1), start + image.end(1))])
    return line + 1


def _definition(page: Page, line: int) -> int:
    match = shape(_DEFINITION).match(page.lines[line])
    if not match or not (match[3] or match[1]):
        return line
    if match[1]:
        page.add("paragraph", [page.margins(line, match.start(3))])
        return line + 1
    address = match[3].startswith(("http", "/", "<", "#", "."))
    return line + 1 if address else line


def _hidden(page: Page, line: int) -> int:
    """Pass over a comment, a script or a style sheet, if it ends."""
    mark = shape(_HIDDEN).match(page.lines[line])
    ending = {"!--": "-->", "script": "</script>", "style": "</style>"}[mark[1].lower()] if mark else ""
    if not mark or ending in page.unclosed:
        return line
    for after in range(line, len(page.lines)):
        if ending in page.lines[after].lower():
            if page.lines[after].lower().rstrip().endswith(ending):
                return after + 1
            break
    page.unclosed.add(ending)
    return line


def _remark(page: Page, line: int) -> int:
    """Pass over a line that is said to factcheck and not to readers."""
    return line + 1 if shape(_REMARK).match(page.lines[line]) else line


def _continues(page: Page, line: int) -> bool:
    bare = page.lines[line].lstrip()
    if not bare or bare[0] not in _INTERRUPTING:
        return bool(bare)
    return not shape(_PLAIN_INTERRUPTS if page.plain else _INTERRUPTS).match(bare)


def _paragraph(page: Page, line: int) -> int:
    after, total = line + 1, len(page.lines)
    if after < total and "|" in page.lines[line] and (table := _table_after(page, line)) > line:
        return table
    while after < total and _continues(page, after):
        after += 1
    if after == line + 1:
        heading = after < total and not page.plain and _underlines(page, after)
        page.add(heading or "paragraph", [page.margins(line)])
        return after + bool(heading)
    if not _tabbed(page, line, after):
        for first, end in _runs(page, line, after):
            page.add("paragraph", page.pieces(first, end) if end > first + 1 else [page.margins(first)])
    return after


def _table_after(page: Page, line: int) -> int:
    return _table(page, line) if _delimits(page.lines[line + 1]) else line


def _underlines(page: Page, line: int) -> str:
    bare = page.lines[line].strip()
    if len(bare) < 3 or len(page.lines[line - 1]) > UNDERLINED or set(bare) not in ({"="}, {"-"}):
        return ""
    return "h1" if bare[0] == "=" else "h2"


def _runs(page: Page, line: int, after: int) -> list[tuple[int, int]]:
    """Return the paragraphs in lines that no empty line parts."""
    wrapped = max(len(page.lines[row]) for row in range(line, after)) <= WRAPPED
    breaks = [row for row in range(line + 1, after) if _parts(page, row, wrapped)]
    return list(zip([line, *breaks], [*breaks, after], strict=True))


def _parts(page: Page, line: int, wrapped: bool) -> bool:
    """Tell whether a new paragraph begins on a line that no empty line precedes."""
    before, words = page.lines[line - 1].rstrip("\x1f"), page.lines[line].lstrip()
    if not wrapped and before[-1] in ".!?" and words[0] != "!":
        return True
    hard = before.endswith(("  ", "\\")) and not page.plain
    if "](" in before + words[:200] and (shape(_IMAGE).match(before) or shape(_IMAGE).match(words)):
        return True
    if not hard and wrapped:
        return False
    before = before.rstrip()
    if before.endswith(_UNFINISHED):
        return False
    return bool(shape(_ENDS_SENTENCE).search(before[-9:])) or not words[0].islower()


_NO_TAKERS: tuple[Taker, ...] = ()
_PLAIN_TAKERS: dict[str, tuple[Taker, ...]] = {
    "|": (_table,),
    "=": (_rule,),
    **dict.fromkeys("-*_", (_rule, _item)),
    **dict.fromkeys("+•◦▪‣0123456789", (_item,)),
    **dict.fromkeys("/.%<", (_remark,)),
}
_TAKERS = _PLAIN_TAKERS | {
    "#": (_heading,),
    ">": (_quote,),
    "<": (_hidden,),
    "!": (_image,),
    "[": (_definition,),
    **dict.fromkeys("`~", (_fence,)),
}
