"""The lines of a file as raw blocks: headings, paragraphs, items, quotes, tables, code.

Copy that arrives is rarely clean Markdown, so in doubt a line stays copy: what is indented is no code, a
fence that never closes opens none, and lines too long to have been wrapped are paragraphs of their own.
"""

from __future__ import annotations

from factcheck.read.page import Page, Taker, take_lines
from factcheck.read.pieces import Piece, shape

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
_IMAGE = r"\s*!\[([^\[\]]*+)\]\([^()\n]*+\)(?:\{[^{}]*+\})?\s*$"
_HIDDEN = r"(?i)\s*<(!--|script\b|style\b)"
_REMARK = r"\s*(?://|\.\.|%%|<!--)\s*factcheck:"
_INTERRUPTS = r"(?://|\.\.|%%)\s*factcheck:|#{1,6}\s|>|```|~~~|:::|\{[{%][^{}]*+\}{1,2}\s*$|[-*+•◦▪‣]\s|[•◦▪‣]|1[.)]\s|\||<!--|(?:={3,}|-{3,})\s*$"
_PLAIN_INTERRUPTS = r"(?://|\.\.|%%|<!--)\s*factcheck:|[-*+•◦▪‣]\s|[•◦▪‣]|1[.)]\s|\||(?:={3,}|-{3,})\s*$"
_INTERRUPTING = frozenset("#>`~-*+•◦▪‣1|<=:{/.%")
_CELL = r"(?:[^|\\]|\\.?)+|(?<=\|)(?=\|)"
_ENDS_SENTENCE = r"[.!?:…][\"'”’)\]]*$"
_UNFINISHED = (",", ";", "-", "–", "—", "(")
_VALUE = r'"[^"]*+"|[^,]*+'


def read_lines(page: Page) -> None:
    """Turn all lines of the page into raw blocks, in order."""
    if page.signs and "]:" in page.flat:
        page.labels = _labels(page.lines)
    take_lines(page, _PLAIN_TAKERS if page.plain else _TAKERS, _paragraph)


def _labels(lines: list[str]) -> frozenset[str]:
    found = (shape(_DEFINITION).match(line) for line in lines if "]:" in line)
    return frozenset(match[2].lower() for match in found if match and not match[1] and match[3])


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
            if caption := _caption(page, inside):
                page.add("alt", [caption])
            else:
                page.add("code", [page.margins(inside)])
    return closing + 1


def _caption(page: Page, line: int) -> Piece | None:
    """Return the words of an option of a listing that stand under what it draws, which are no code."""
    if "| " not in page.lines[line][:6]:
        return None
    from factcheck.read.templates import option_caption

    return option_caption(page, line)


def _tagged(page: Page, line: int) -> int:
    """Take what a maker of sites or papers puts among the copy; most files have none."""
    from factcheck.read.templates import take_template

    return take_template(page, line)


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
    "{": (_tagged,),
    ":": (_tagged,),
    **dict.fromkeys("`~", (_fence,)),
}
