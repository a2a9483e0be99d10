"""XML read event by event by expat; a file that declares its own entities is refused, so none can swell."""

from __future__ import annotations

from collections.abc import Mapping
from typing import NoReturn
from xml.parsers import expat

from factcheck.document import UnreadableError

Values = Mapping[str, str]


class Handler:
    """What is done with elements and words; names come without the prefix of their namespace."""

    def start(self, name: str, values: Values) -> None:
        """Take an opening tag."""

    def end(self, name: str) -> None:
        """Take a closing tag."""

    def words(self, words: str) -> None:
        """Take words."""


def parse_xml(data: bytes, path: str, handler: Handler, part: str = "") -> None:
    """Hand the XML in `data` to a handler; UnreadableError, with the line, for malformed XML and entities."""

    def start(name: str, values: dict[str, str]) -> None:
        handler.start(_bare(name), {_bare(key): value for key, value in values.items()})

    parser = expat.ParserCreate()
    parser.StartElementHandler = start
    parser.EndElementHandler = lambda name: handler.end(_bare(name))
    parser.CharacterDataHandler = handler.words
    _parse(parser, data, path, part)


def prove_xml(source: str, path: str) -> None:
    """Raise UnreadableError, with the line, where a text is no XML or declares entities."""
    _parse(expat.ParserCreate("utf-8"), source.encode(), path, "")


def _parse(parser: expat.XMLParserType, data: bytes, path: str, part: str) -> None:
    def refuse(*declared: object) -> NoReturn:
        where = _where(part, parser.CurrentLineNumber)
        raise UnreadableError(path, f"{where}: it declares entities, which are not read; remove the declaration")

    parser.buffer_text = True
    parser.EntityDeclHandler = parser.ExternalEntityRefHandler = refuse
    try:
        parser.Parse(data, True)
    except expat.ExpatError as slip:
        reason = expat.errors.messages.get(slip.code, "malformed")
        raise UnreadableError(path, f"{_where(part, slip.lineno)}: broken XML ({reason})") from None


def _where(part: str, line: int) -> str:
    return f"{part}, line {line}" if part else f"line {line}"


def _bare(name: str) -> str:
    return name.rpartition(":")[2]
