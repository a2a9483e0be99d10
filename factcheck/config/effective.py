"""What holds for one article: the project's values, those of its folder over them, and where its sources lie."""

from __future__ import annotations

import os
import re
from collections.abc import Iterable, Iterator, Sequence
from datetime import date
from functools import cache
from typing import TYPE_CHECKING

from factcheck.config.files import Config
from factcheck.config.keys import KEYS, Values
from factcheck.regexes import compiled

if TYPE_CHECKING:
    from pathspec import GitIgnoreSpec

HOLES = {"{year}": r"(?P<year>\d{4})", "{month}": r"(?P<month>\d{1,2})", "{day}": r"(?P<day>\d{1,2})"}
PIECE = compiled(r"\{year\}|\{month\}|\{day\}|\*\*/?|\*|\?|[^{*?]+|.", re.DOTALL)
WILD = {"**": ".*", "**/": "(?:.*/)?", "*": "[^/]*", "?": "[^/]"}
GLOB_SIGNS = compiled(r"[*?\[]")


def values_for(config: Config, place: str) -> Values:
    """Return every key's value for an article; a table adds to the one it overrides, anything else replaces it."""
    layers = [config.values, *(one.values for one in config.overrides if matches(one.patterns, place))]
    held = {name: key.default for name, key in KEYS.items()}
    for layer in layers:
        for name, value in layer.items():
            held[name] = {**held[name], **value} if isinstance(value, dict) else value
    return held


def excluded(config: Config, place: str) -> bool:
    """Tell whether a configuration takes a file for no article."""
    patterns = config.values.get("exclude", ())
    return bool(patterns) and matches(patterns, place)


def matches(patterns: tuple[str, ...], place: str) -> bool:
    """Tell whether a path from the configuration's folder matches one of some patterns, read as .gitignore's are."""
    return _spec(patterns).match_file(place)


@cache
def _spec(patterns: tuple[str, ...]) -> GitIgnoreSpec:
    from pathspec import GitIgnoreSpec

    return GitIgnoreSpec.from_lines(patterns)


def placed(config: Config, article: str) -> str:
    """Return an article's path from the configuration's folder, with slashes: what all patterns are held against."""
    inside, whole = os.path.join(config.folder, ""), os.path.abspath(article)
    place = whole[len(inside) :] if whole.startswith(inside) else os.path.relpath(whole, config.folder)
    return place.replace(os.sep, "/")


def sources_of(config: Config, patterns: Sequence[str], place: str) -> Iterator[str]:
    """Yield the files that an article was written from.

    A pattern may name what is not there for every article; one without a wildcard or a hole names a file that must be.
    """
    if not patterns:
        return
    folder, _, name = place.rpartition("/")
    holes = {"stem": os.path.splitext(name)[0], "name": name, "folder": folder or "."}
    here = os.path.relpath(config.folder)
    for pattern in patterns:
        if pattern == (plain := _filled(pattern, holes, escape=False)) and not GLOB_SIGNS.search(pattern):
            yield os.path.normpath(os.path.join(here, plain))
        elif GLOB_SIGNS.search(pattern):
            from glob import escape, glob

            found = sorted(glob(os.path.join(escape(here), _filled(pattern, holes, escape=True)), recursive=True))
            itself = os.path.realpath(os.path.join(here, place))
            yield from (os.path.normpath(one) for one in found if os.path.realpath(one) != itself)
        elif os.path.exists(path := os.path.normpath(os.path.join(here, plain))):
            yield path


def _filled(pattern: str, holes: dict[str, str], *, escape: bool) -> str:
    from glob import escape as escaped

    for name, words in holes.items():
        pattern = pattern.replace(f"{{{name}}}", escaped(words) if escape else words)
    return pattern


def told_by(patterns: Iterable[str], place: str) -> Iterator[str | date]:
    """Yield where an article's day of publication is told: keys of front matter, and days that its path tells."""
    for pattern in patterns:
        if not any(hole in pattern for hole in HOLES):
            yield pattern
        elif day := day_in_path(pattern, place):
            yield day


def day_in_path(pattern: str, place: str) -> date | None:
    """Return the day in a path that ends as a pattern such as "{year}/{month}/{day}-*" says; None where it does not."""
    found = re.fullmatch(rf"(?:.*/)?{_shape(pattern)}", place)
    if not found:
        return None
    try:
        return date(*(int(found[part]) for part in ("year", "month", "day")))
    except ValueError:
        return None


@cache
def _shape(pattern: str) -> str:
    return "".join(HOLES.get(part) or WILD.get(part) or re.escape(part) for part in PIECE.findall(pattern))
