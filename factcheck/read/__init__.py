"""Files as Documents: one module a format, loaded when the first file of that format is read."""

from __future__ import annotations

import os
import re

from factcheck.document import Document, UnreadableError
from factcheck.loading import loaded

TEXT_READERS = {
    "": "factcheck.read.text:read_markdown",
    ".md": "factcheck.read.text:read_markdown",
    ".markdown": "factcheck.read.text:read_markdown",
    ".qmd": "factcheck.read.text:read_markdown",
    ".txt": "factcheck.read.text:read_plain",
    ".html": "factcheck.read.html:read_html",
    ".htm": "factcheck.read.html:read_html",
    ".xhtml": "factcheck.read.html:read_html",
    ".adoc": "factcheck.read.adoc:read_adoc",
    ".asciidoc": "factcheck.read.adoc:read_adoc",
    ".rst": "factcheck.read.rst:read_rst",
    ".xml": "factcheck.read.newsxml:read_news_xml",
    ".nitf": "factcheck.read.newsxml:read_news_xml",
    ".newsml": "factcheck.read.newsxml:read_news_xml",
    ".json": "factcheck.read.ninjs:read_ninjs",
    ".ninjs": "factcheck.read.ninjs:read_ninjs",
}
"""By suffix, the function that makes a Document of a decoded file and its path."""

BYTE_READERS = {
    ".docx": "factcheck.read.docx:read_docx",
    ".odt": "factcheck.read.odt:read_odt",
    ".pdf": "factcheck.read.pdf:read_pdf",
}
"""By suffix, the function that makes a Document of a file's bytes and its path."""

NAMED_ONLY = frozenset({".xml", ".json", ".pdf"})
"""Suffixes of files that are articles where somebody names them, but not wherever a folder holds one."""

LARGEST = 100_000_000
"""No file of more bytes is read."""

_SIGNATURES = {
    b"%PDF": "a PDF; name it .pdf",
    b"PK\x03\x04": "a zip archive or an office document; name it .docx or .odt if it is one",
    b"\xd0\xcf\x11\xe0": "an old or a protected office document; save it as .docx without a password",
    b"\x89PNG": "a picture",
    b"\xff\xd8\xff": "a picture",
    b"GIF8": "a picture",
    b"\x1f\x8b": "compressed; unpack it first",
    b"\xff\xfe": "text in UTF-16; save it as UTF-8",
    b"\xfe\xff": "text in UTF-16; save it as UTF-8",
}
_OPENINGS = {
    rb"PK\x03\x04.{26}mimetypeapplication/vnd\.oasis\.opendocument\.text": ".odt",
    rb"PK\x03\x04": ".docx",
    rb"%PDF-": ".pdf",
    rb"(?i)(?:\xef\xbb\xbf)?\s*(?:<!--.{0,400}?-->\s*)?<(?:!doctype html|html|head|body|article)\b": ".html",
    rb"(?:\xef\xbb\xbf)?\s*<\?xml\s": ".xml",
}
"""How files begin whose name tells nothing, with the suffix that they should have."""

_ENCODING = rb"""(?i)<[?m][^>]{0,200}(?:charset|encoding)\s*=\s*["']?\s*([a-z][a-z0-9_:.-]{1,30})"""
_DECLARED_WITHIN = 4096


def read_file(path: str | os.PathLike[str]) -> Document:
    """Return the Document that a file holds.

    UnreadableError where it is missing, empty, too large, damaged or in no format known here.
    """
    name = os.fspath(path)
    return read_bytes(bytes_of(name), name, os.path.splitext(name)[1])


def bytes_of(name: str) -> bytes:
    """Return what a file holds; UnreadableError where it is missing, too large or cannot be opened."""
    try:
        size = os.stat(name).st_size
        with open(name, "rb") as file:
            data = b"" if size > LARGEST else file.read()
    except FileNotFoundError:
        raise UnreadableError(name, "there is no such file; check the name") from None
    except IsADirectoryError:
        raise UnreadableError(name, "it is a folder; name the files in it") from None
    except OSError as slip:
        raise UnreadableError(name, f"it cannot be opened: {slip.strerror or slip}") from None
    if size > LARGEST:
        raise UnreadableError(name, f"it has {size:,} bytes; at most {LARGEST:,} are read")
    return data


def read_bytes(data: bytes, path: str, suffix: str) -> Document:
    """Return the Document in the bytes of a file named `path`; UnreadableError as for `read_file`.

    Where the suffix names no format, how the bytes begin does.
    """
    if not suffix or suffix.lower() not in TEXT_READERS | BYTE_READERS:
        suffix = _sniffed(data) or suffix
    if reader := BYTE_READERS.get(suffix.lower()):
        document: Document = loaded(reader)(data, path)
        return document
    _reader(suffix, path)
    return read_text(decoded(data, path), path, suffix)


def read_text(text: str, path: str = "-", suffix: str = ".md") -> Document:
    """Return the Document in a decoded text; UnreadableError for no words or malformed front matter."""
    reader = _reader(suffix, path)
    if not text.strip(" \t\r\n\ufeff"):
        raise UnreadableError(path, "it is empty; there is nothing to check")
    document: Document = loaded(reader)(text, path)
    return document


def _sniffed(data: bytes) -> str:
    found = (suffix for opening, suffix in _OPENINGS.items() if re.match(opening, data, re.DOTALL))
    return next(found, "")


def _reader(suffix: str, path: str) -> str:
    if reader := TEXT_READERS.get(suffix.lower()):
        return reader
    known = " ".join(sorted(filter(None, TEXT_READERS | BYTE_READERS)))
    raise UnreadableError(path, f"files ending in {suffix} cannot be read; save it as one of {known}")


def decoded(data: bytes, path: str) -> str:
    """Return the text in the bytes of a file; UnreadableError with the place of the first that is no text."""
    if data.startswith(tuple(_SIGNATURES)):
        what = next(what for signature, what in _SIGNATURES.items() if data.startswith(signature))
        raise UnreadableError(path, f"it is {what}")
    if (nul := data.find(b"\0")) >= 0:
        raise UnreadableError(path, f"it is no text (byte {nul} is 0); give an article as text in UTF-8")
    try:
        return data.decode()
    except UnicodeDecodeError as slip:
        return _declared(data, path, slip)


def _declared(data: bytes, path: str, slip: UnicodeDecodeError) -> str:
    """Return the text of a page that says how it is encoded, if it is encoded so."""
    declared = re.search(_ENCODING, data[:_DECLARED_WITHIN])
    try:
        if declared:
            return data.decode(declared[1].decode())
    except (LookupError, UnicodeDecodeError):
        pass
    line = data.count(b"\n", 0, slip.start) + 1
    where = f"line {line} is not written in UTF-8 (byte {slip.start} is 0x{data[slip.start]:02x})"
    raise UnreadableError(path, f"{where}; save the file as UTF-8") from None
