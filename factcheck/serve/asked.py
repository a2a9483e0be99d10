"""What a request asks for: its JSON made into documents and settings, or a refusal in plain words."""

from __future__ import annotations

from datetime import date
from os.path import splitext
from typing import TYPE_CHECKING

import msgspec

from factcheck.document import UnreadableError
from factcheck.read import read_bytes, read_text

if TYPE_CHECKING:
    from factcheck.document import Document
    from factcheck.settings import Settings

LONGEST_NAME = 200


class Refused(Exception):
    """A request that is not met: the status, the reason for whoever sent it, and after how many seconds to try again."""

    def __init__(self, status: int, reason: str, again: int = 0) -> None:
        super().__init__(reason)
        self.status, self.reason, self.again = status, reason, again


class Paper(msgspec.Struct, forbid_unknown_fields=True):
    """A document: its `text`, or a `file` whole in base64; the suffix of `name` tells the format, Markdown if it has none."""

    text: str | None = None
    file: bytes | None = None
    name: str = ""


class Asked(Paper):
    """An article to check, the day it is published, what it was written from, and which rules to run."""

    day: date | None = msgspec.field(default=None, name="date")
    sources: list[Paper] = []
    select: list[str] = []
    ignore: list[str] = []


def asked(body: bytes) -> Asked:
    """Return what a request asks for; Refused where it is no such JSON."""
    try:
        return msgspec.json.decode(body, type=Asked)
    except msgspec.ValidationError as slip:
        raise Refused(400, f"The request does not fit /openapi.json: {slip}.") from None
    except (msgspec.DecodeError, UnicodeDecodeError):
        raise Refused(400, "The request is not JSON.") from None


def document(paper: Paper, longest: int, name: str = "article") -> Document:
    """Return the document sent; Refused where it cannot be read or has more than `longest` characters."""
    if (paper.text is None) == (paper.file is None):
        raise Refused(400, f"Give the {name} as “text” or as “file”, one of the two.")
    path = paper.name[:LONGEST_NAME] or name
    suffix = splitext(path)[1]
    _short_enough(len(paper.text or ""), longest, path)
    try:
        read = (
            read_text(paper.text, path, suffix)
            if paper.text is not None
            else read_bytes(paper.file or b"", path, suffix)
        )
    except UnreadableError as slip:
        raise Refused(422, f"{slip.path}: {slip.reason}.") from None
    _short_enough(len(read.source), longest, path)
    return read


def _short_enough(length: int, longest: int, path: str) -> None:
    if length > longest:
        raise Refused(413, f"{path} has {length:,} characters; at most {longest:,} are checked here. Send it in parts.")


def settings(request: Asked, longest: int) -> Settings:
    """Return how the article is to be checked; Refused where a rule or a source is none."""
    names = [paper.name[:LONGEST_NAME] or f"source {n}" for n, paper in enumerate(request.sources, 1)]
    if len(set(names)) < len(names):
        raise Refused(400, "Two sources have one name; give each its own.")
    sources = [document(paper, longest, name) for paper, name in zip(request.sources, names, strict=True)]
    return {
        "published": request.day, "select": _rules(request.select), "ignore": _rules(request.ignore),
        "companions": sources,
    }  # fmt: skip


def _rules(names: list[str]) -> frozenset[str]:
    from factcheck.check import load

    bare = frozenset(name.partition("/")[0] for name in names)
    if unknown := sorted(bare - load().keys()):
        raise Refused(400, f"There is no rule {unknown[0][:LONGEST_NAME]}; `factcheck rules` lists them.")
    return bare
