"""What stands before the copy: YAML between lines of ---, TOML between lines of +++, a JSON object."""

from __future__ import annotations

import re
from datetime import date
from typing import Any, NoReturn

from factcheck.document import UnreadableError
from factcheck.read.dates import read_date
from factcheck.read.pieces import Cut, Raw, shape
from factcheck.records import NamedTuple

_CLOSING = {
    "---": r"\n(?:---|\.\.\.)[ \t\x1f]*(?:\n|\Z)",
    "+++": r"\n\+\+\+[ \t\x1f]*(?:\n|\Z)",
}
_KEY = r"\s*(?:[\w\"'.-]+\s*[:=]|#|---|\+\+\+)"
_FLAT = r"""(?x)(?P<key>[A-Za-z_][\w.-]*):(?:[ \t]+
        (?:"(?P<double>[^"\\\n]*+(?:\\.[^"\\\n]*+)*+)"|'(?P<single>[^'\n]*+(?:''[^'\n]*+)*+)'|(?P<plain>(?:[^\s"'\[\]{}|>&*!%@`#-]|-\d|"[^"\n]*+"[ \t]*+[^\s#"]|'[^'\n]*+'[ \t]*+[^\s#'])[^\n]*))
        )?[ \t\x1f]*+(?:\#[^\n]*)?$"""
_TOML_TITLE = r"""(?m)^title\s*=\s*(?:"(?P<double>[^"\\\n]*+(?:\\.[^"\\\n]*+)*+)"|'(?P<literal>[^'\n]*)')"""
_ESCAPE = r"""\\(?:u([0-9a-fA-F]{4})|U([0-9a-fA-F]{8})|x([0-9a-fA-F]{2})|(.))"""
_JSON = r"""\{[ \t\x1f\n]*"[\w-]{1,40}"[ \t]*:"""
_DATE_KEYS = ("date", "published", "publishdate", "pubdate")


class FrontMatter(NamedTuple):
    """The values before the copy, the title as a raw block of its own, and where the copy begins."""

    meta: dict[str, str]
    title: Raw | None
    end: int


def read_front_matter(flat: str, path: str) -> FrontMatter:
    """Return the front matter that a file begins with; UnreadableError, with the line, where it is malformed.

    A line of dashes that neither keys follow nor another such line is a rule, not front matter.
    """
    start = int(flat.startswith("\ufeff"))
    if flat.startswith("{", start) and shape(_JSON).match(flat, start):
        return _json(flat, start, path)
    mark, begin = flat[start : start + 3], flat.find("\n", start, start + 400) + 1
    if mark not in _CLOSING or flat[start:begin].strip() != mark or not shape(_KEY).match(flat, begin):
        return FrontMatter({}, None, start)
    closing = shape(_CLOSING[mark]).search(flat, begin - 1)
    if not closing:
        raise UnreadableError(path, f"line 1: the front matter never ends; close it with a line of {mark}")
    parse = _yaml if mark == "---" else _toml
    meta, title = parse(flat, begin, closing.start() + 1, path)
    return FrontMatter(meta, title, closing.end())


def published(meta: dict[str, str]) -> date | None:
    """Return the day of publication that front matter states; None where it states none that can be read."""
    if "date" in meta:
        return read_date(meta["date"])
    stated = {key.lower(): value for key, value in meta.items()}
    return next((read_date(stated[key]) for key in _DATE_KEYS if key in stated), None)


Parsed = tuple[dict[str, str], Raw | None]


def _yaml(flat: str, begin: int, end: int, path: str) -> Parsed:
    """Read lines of `key: value`, and leave anything finer to PyYAML, which is slow to load."""
    meta: dict[str, str] = {}
    title, at = None, begin
    for line in flat[begin:end].split("\n"):
        if line.strip() and not line.startswith("#"):
            if not (match := shape(_FLAT).match(line)):
                return _nested_yaml(flat, begin, end, path)
            value = _value(match, at)
            meta[match["key"]] = _words(flat, value)
            title = value if match["key"].lower() == "title" else title
        at += len(line) + 1
    return meta, title


def _value(match: re.Match[str], offset: int) -> Raw:
    """Return the value that was matched, with its quotation marks and escapes taken for markup."""
    style = match.lastgroup or "plain"
    if style == "key":
        return Raw("title", [(offset + match.end(), offset + match.end())], [])
    start, end = match.span(style)
    if style == "plain":
        end = start + len(match[style].partition(" #")[0].rstrip())
    return Raw("title", [(offset + start, offset + end)], _escapes(match[style], style))


def _escapes(words: str, style: str) -> list[Cut]:
    if style == "plain" or ("\\" not in words and "'" not in words):
        return []
    if style == "single":
        return [(found.start(), found.end(), "'") for found in re.finditer("''", words)]
    if style == "double":
        return [(found.start(), found.end(), _escaped(found)) for found in shape(_ESCAPE).finditer(words)]
    return []


def _escaped(found: re.Match[str]) -> str:
    code = found[1] or found[2] or found[3]
    if code:
        return chr(int(code, 16)) if int(code, 16) <= 0x10FFFF else "\ufffd"
    return " " if found[4] in "nrt_N" else found[4]


def _words(flat: str, value: Raw) -> str:
    start, end = value.pieces[0]
    if not value.cuts:
        return flat[start:end]
    words, parts, at = flat[start:end], [], 0
    for first, after, instead in value.cuts:
        parts += [words[at:first], instead]
        at = after
    return "".join([*parts, words[at:]])


def _nested_yaml(flat: str, begin: int, end: int, path: str) -> Parsed:
    import yaml  # type: ignore[import-untyped,unused-ignore]

    try:
        values = yaml.load(flat[begin:end].replace("\x1f", " "), Loader=yaml.BaseLoader)
    except RecursionError:
        _refuse(path, 2, "it is nested too deeply")
    except yaml.YAMLError as slip:
        mark = getattr(slip, "problem_mark", None)
        line = flat.count("\n", 0, begin) + (mark.line if mark else 0) + 1
        _refuse(path, line, str(getattr(slip, "problem", None) or slip))
    if not isinstance(values, dict):
        _refuse(path, 2, "it is not made of lines such as 'title: ...'")
    return _plain(values), _title_line(flat, begin, end)


def _title_line(flat: str, begin: int, end: int) -> Raw | None:
    at = begin
    for line in flat[begin:end].split("\n"):
        match = shape(_FLAT).match(line) if line.startswith(("title:", "Title:")) else None
        if match:
            return _value(match, at)
        at += len(line) + 1
    return None


def _toml(flat: str, begin: int, end: int, path: str) -> Parsed:
    import tomllib

    try:
        values = tomllib.loads(flat[begin:end].replace("\x1f", " "))
    except tomllib.TOMLDecodeError as slip:
        place = re.search(r"line (\d+)", str(slip))
        line = int(place[1]) if place else flat.count("\n", begin, end)
        _refuse(path, flat.count("\n", 0, begin) + line, re.sub(r" \(.*\)$", "", str(slip)))
    match = shape(_TOML_TITLE).search(flat, begin, end)
    return _plain(values), _value(match, 0) if match else None


def _json(flat: str, start: int, path: str) -> FrontMatter:
    from factcheck.read.jsontext import Placed, load_json

    values, end = load_json(flat.replace("\x1f", " "), path, start)
    words = values.get("title")
    title = None
    if isinstance(words, Placed):
        title = Raw("title", [(words.start, words.end)], _escapes(flat[words.start : words.end], "double"))
    return FrontMatter(_plain(values), title, end)


def _refuse(path: str, line: int, problem: str) -> NoReturn:
    raise UnreadableError(path, f"line {line}: bad front matter ({problem}); correct it or remove it")


def _plain(values: dict[Any, Any]) -> dict[str, str]:
    """Return the values that are words, numbers, dates or lists of them, as words."""
    return {str(key): words for key, value in values.items() if (words := _as_words(value)) is not None}


def _as_words(value: Any) -> str | None:
    if isinstance(value, list):
        nested = any(isinstance(part, list | dict) for part in value)
        return None if nested else ", ".join(map(str, value))
    return None if value is None or isinstance(value, dict) else str(value)
