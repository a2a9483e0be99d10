"""The parts of an office document: a zip archive, read within limits."""

from __future__ import annotations

import zlib
from io import BytesIO
from typing import NoReturn
from zipfile import BadZipFile, ZipFile

from factcheck.document import UnreadableError
from factcheck.read.xml import Handler, Values, parse_xml

LARGEST_PART = 30_000_000
"""No part is read that unpacks to more bytes."""

_SWELLS = 200
"""Nor one that unpacks to more than so many times its size, as no writing does, from a megabyte on."""

_MEGABYTE = 1_000_000
_MOST_PARTS = 20_000
_PART = b"PK\x01\x02"
"""How the archive's list of parts names each."""

_PROPERTIES = {
    **dict.fromkeys(["created", "creation-date"], "created"),
    **dict.fromkeys(["modified", "date"], "modified"),
    "title": "title",
    "creator": "author",
}
_ENCRYPTED = 0x1
_PROTECTED = b"\xd0\xcf\x11\xe0"
_DAMAGE = (
    *(BadZipFile, zlib.error, EOFError, OSError),
    *(NotImplementedError, RuntimeError, ValueError, LookupError),
)


class Properties(Handler):
    """What a document says of itself in words; its dates are of the file, and none is a day of publication."""

    def __init__(self) -> None:
        self.meta: dict[str, str] = {}
        self.key = ""

    def start(self, name: str, values: Values) -> None:
        self.key = _PROPERTIES.get(name, "")

    def end(self, name: str) -> None:
        self.key = ""

    def words(self, words: str) -> None:
        if self.key and words.strip():
            self.meta[self.key] = self.meta.get(self.key, "") + words


class Family(Handler):
    """The styles of a document: the kinds of block that some stand for, and what each is based on."""

    def __init__(self) -> None:
        self.kinds: dict[str, str] = {}
        self.bases: dict[str, str] = {}

    def kind(self, style: str) -> str:
        """Return the kind of a style, or of the nearest that it is based on; "" for plain copy."""
        seen: list[str] = []
        while style and style not in self.kinds:
            seen.append(style)
            self.kinds[style] = ""
            style = self.bases.get(style, "")
        found = self.kinds.get(style, "")
        self.kinds.update(dict.fromkeys(seen, found))
        return found


class Parts:
    """The parts of a document by their names; UnreadableError where the archive is damaged or protected."""

    def __init__(self, data: bytes, path: str) -> None:
        self.path = path
        if data.startswith(_PROTECTED):
            self.refuse("it is an old or a protected office document; save it as .docx without a password")
        if data.count(_PART) > _MOST_PARTS:
            self.refuse("it has more parts than any office document; open it and save it again")
        try:
            self.archive = ZipFile(BytesIO(data))
        except _DAMAGE:
            self.refuse("it is no office document, or a damaged one; open it and save it again")

    def read(self, name: str) -> bytes:
        """Return the bytes of a part, none where the document has no such part."""
        part = self.archive.NameToInfo.get(name)
        if part is None:
            return b""
        if part.flag_bits & _ENCRYPTED:
            self.refuse("it is protected by a password; save it without one")
        swells = part.file_size > max(_MEGABYTE, _SWELLS * part.compress_size)
        if swells or part.file_size > LARGEST_PART:
            self.refuse(f"{name} in it unpacks to {part.file_size:,} bytes, more than writing takes")
        try:
            with self.archive.open(part) as file:
                return file.read(LARGEST_PART)
        except _DAMAGE as slip:
            self.refuse(f"{name} in it is damaged ({slip}); open the document and save it again")

    def parse(self, name: str, handler: Handler) -> bool:
        """Hand a part to a handler as XML; tell whether the document has it."""
        if data := self.read(name):
            parse_xml(data, self.path, handler, name)
        return bool(data)

    def refuse(self, reason: str) -> NoReturn:
        """Say why the document cannot be read."""
        raise UnreadableError(self.path, reason) from None
