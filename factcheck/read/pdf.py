"""PDFs as Documents: the text of the pages, its printed lines joined to paragraphs.

PDFium reads the pages; which lines are copy, and which belong together, layout.py tells.
"""

from __future__ import annotations

from collections.abc import Iterator
from ctypes import byref, c_double
from math import hypot
from typing import Any

from factcheck.document import Document, UnreadableError
from factcheck.read.build import Copy, build, plain_blanks, worded
from factcheck.read.layout import Printed, paragraphs
from factcheck.read.pieces import Raw, unseen

MOST_PAGES, MOST_THINGS, MOST_SIGNS = 1_000, 500_000, 3_000_000
"""No PDF is read of more pages, nor with more things drawn on them, nor with more characters."""

_FAR = 100_000.0
_PASSWORD = 4
_SOFT_HYPHEN = 0x2
"""How PDFium marks the hyphen of a word that goes on in the next line."""

_LIGATURES = str.maketrans(dict(zip("ﬀﬁﬂﬃﬄﬅﬆ", ("ff", "fi", "fl", "ffi", "ffl", "st", "st"), strict=True)))
_ENDS_LINE = (0xA, 0xC, 0xD, _SOFT_HYPHEN)
_META = {"Title": "title", "Author": "author", "CreationDate": "created", "ModDate": "modified"}


def read_pdf(data: bytes, path: str) -> Document:
    """Return the text of a PDF, without what heads and foots its pages.

    Its source is its text, a line a printed line, and it tells the page of each.  UnreadableError where it is damaged,
    protected, longer than MOST_PAGES, or a scan without text.
    """
    try:
        import pypdfium2
    except ImportError:
        raise UnreadableError(path, "to read PDFs, install what reads them: pip install 'factcheck[pdf]'") from None
    try:
        with pypdfium2.PdfDocument(data) as pdf:
            pages = list(_pages(pdf, path))
            stated = pdf.get_metadata_dict()
    except pypdfium2.PdfiumError as slip:
        raise UnreadableError(path, _told(slip)) from None
    if not any(pages):
        raise UnreadableError(path, "its pages are pictures without text; have the text recognised (OCR) first")
    meta = {name: stated[key] for key, name in _META.items() if stated.get(key)}
    return _document(path, pages, meta)


def _told(slip: Exception) -> str:
    if getattr(slip, "err_code", None) == _PASSWORD:
        return "it is protected by a password; save it without one"
    return "it is no PDF, or a damaged one; open it and save it again"


def _document(path: str, pages: list[list[Printed]], meta: dict[str, str]) -> Document:
    source = "\n".join(line.text for page in pages for line in page)
    flat = plain_blanks(source)
    raws = [Raw(kind, pieces, unseen(flat, pieces)) for kind, pieces in paragraphs(pages)]
    document = build(path, source, flat, worded(path, Copy(raws, [], meta)))
    document.pages = tuple(_begins(pages))
    return document


def _begins(pages: list[list[Printed]]) -> Iterator[int]:
    at = 0
    for page in pages:
        yield at
        at += sum(len(line.text) + 1 for line in page)


def _pages(pdf: Any, path: str) -> Iterator[list[Printed]]:
    """Yield the printed lines of each page, as long as they are an article's."""
    from pypdfium2.raw import FPDFPage_CountObjects

    if len(pdf) > MOST_PAGES:
        raise UnreadableError(path, f"it has {len(pdf):,} pages; at most {MOST_PAGES:,} are read")
    things = signs = 0
    for number in range(len(pdf)):
        page = pdf[number]
        things += FPDFPage_CountObjects(page)
        lines = list(_lines(page)) if things <= MOST_THINGS else []
        signs += sum(len(line.text) for line in lines)
        if things > MOST_THINGS or signs > MOST_SIGNS:
            raise UnreadableError(path, f"page {number + 1}: there is more on it than on the pages of a book")
        yield lines
        page.close()


def _lines(page: Any) -> Iterator[Printed]:
    """Yield the printed lines of a page."""
    from pypdfium2.raw import FPDFText_GetUnicode

    text = page.get_textpage()
    signs = [FPDFText_GetUnicode(text, number) for number in range(text.count_chars())]
    begin = 0
    for number, sign in enumerate([*signs, 0xA]):
        if sign in _ENDS_LINE:
            line = _printed(text, signs, begin, number + (sign == _SOFT_HYPHEN))
            if line:
                yield line
            begin = number + 1
    text.close()


def _printed(text: Any, signs: list[int], begin: int, end: int) -> Printed | None:
    words = "".join(map(_sign, signs[begin:end]))
    if not words.strip():
        return None
    first = begin + len(words) - len(words.lstrip())
    last = begin + len(words.rstrip()) - 1
    left, base = _origin(text, first)
    right = text.get_charbox(last, loose=True)[2]
    return Printed(
        words.strip().translate(_LIGATURES),
        _near(left),
        _near(right),
        _near(base),
        max(_near(_height(text, last)), 1.0),
    )


def _near(place: float) -> float:
    """Return a place, or the nearest that a page can have: files may say anything."""
    return max(-_FAR, min(_FAR, place))


def _origin(text: Any, number: int) -> tuple[float, float]:
    """Return where the base line of a character begins."""
    from pypdfium2.raw import FPDFText_GetCharOrigin

    x, y = c_double(), c_double()
    FPDFText_GetCharOrigin(text, number, byref(x), byref(y))
    return x.value, y.value


def _height(text: Any, number: int) -> float:
    """Return the size of a character's font as it is printed."""
    from pypdfium2.raw import FS_MATRIX, FPDFText_GetFontSize, FPDFText_GetMatrix

    matrix = FS_MATRIX()
    FPDFText_GetMatrix(text, number, byref(matrix))
    size: float = FPDFText_GetFontSize(text, number)
    return size * hypot(matrix.c, matrix.d)


def _sign(code: int) -> str:
    """Return a character, one for one; what is none, or ends a line, is a blank."""
    if code == _SOFT_HYPHEN:
        return "-"
    return chr(code) if code >= 0x20 and code not in (0x85, 0x2028, 0x2029) and not 0xD800 <= code < 0xE000 else " "
