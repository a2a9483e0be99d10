"""Configurations found and read: the nearest one above an article holds for it."""

from __future__ import annotations

import os
import re
from collections.abc import Iterator, Mapping
from functools import cache
from typing import Any, NoReturn

from factcheck.config.keys import KEYS, RULES_IN, Values
from factcheck.config.lines import line_of
from factcheck.document import UnreadableError
from factcheck.records import NamedTuple

NAME, SHARED_NAME = "factcheck.toml", "pyproject.toml"
OVERRIDES = "overrides"


class Override(NamedTuple):
    """What holds for the articles that some patterns match, in place of what holds for the rest."""

    patterns: tuple[str, ...]
    values: Values


class RuleName(NamedTuple):
    """A rule that a configuration names, and the line where it does."""

    name: str
    line: int


class Config(NamedTuple):
    """One configuration: `folder` is what its patterns and paths count from, `digest` changes with its file.

    `path` is "" where there is none and everything is as it comes.
    """

    path: str
    folder: str
    values: Values
    overrides: tuple[Override, ...] = ()
    digest: str = ""
    rules: tuple[RuleName, ...] = ()


def nearest(article: str) -> Config:
    """Return the configuration that holds for an article or a folder; UnreadableError where it is malformed.

    It is looked for in the article's folder and those above it, as far as the root of the project (where .git lies).
    """
    home = os.path.abspath(article)
    return _above(home if os.path.isdir(home) else os.path.dirname(home))


@cache
def _above(folder: str) -> Config:
    for name in (NAME, SHARED_NAME):
        path = os.path.join(folder, name)
        if os.path.isfile(path) and (found := read_config(path)):
            return found
    parent = os.path.dirname(folder)
    if parent == folder or os.path.exists(os.path.join(folder, ".git")):
        return none(folder)
    return _above(parent)


def none(folder: str) -> Config:
    """Return what holds where there is no configuration."""
    return Config("", folder, {})


@cache
def read_config(path: str) -> Config | None:
    """Return the configuration in a file, None for a pyproject.toml without one.

    UnreadableError names the file and the line of a slip.
    """
    import tomllib

    try:
        with open(path, "rb") as file:
            data = file.read()
        text = data.decode()
        table = tomllib.loads(text)
    except FileNotFoundError:
        raise UnreadableError(path, "there is no such file; check the name") from None
    except OSError as slip:
        raise UnreadableError(path, f"it cannot be opened: {slip.strerror}") from None
    except UnicodeDecodeError:
        raise UnreadableError(path, "it is not UTF-8; save it as UTF-8") from None
    except tomllib.TOMLDecodeError as slip:
        place = re.search(r"line (\d+)", str(slip))
        line = place[1] if place else text.count("\n") + 1
        raise UnreadableError(path, f"line {line}: bad TOML ({re.sub(r' [(]at .*[)]$', '', str(slip))})") from None
    head: tuple[str, ...] = ()
    if os.path.basename(path) == SHARED_NAME:
        head, table = ("tool", "factcheck"), table.get("tool", {}).get("factcheck")
        if table is None:
            return None
    # Loads the library of ciphers, which most starts do without.
    from hashlib import blake2b

    return _config(path, text, head, table, blake2b(data, digest_size=16).hexdigest())


def _config(path: str, text: str, head: tuple[str, ...], table: Any, digest: str) -> Config:
    reader = _Reader(path, text)
    if not isinstance(table, dict):
        reader.refuse(head, f"{'.'.join(head)} must be a table")
    plain = {name: value for name, value in table.items() if name != OVERRIDES}
    values = reader.values(plain, head)
    overrides = tuple(reader.overrides(table.get(OVERRIDES, []), (*head, OVERRIDES)))
    folder = os.path.dirname(os.path.abspath(path))
    return Config(path, folder, values, overrides, digest, tuple(reader.rules))


class _Reader:
    """Reads the values of one file, and says on which line a slip stands."""

    def __init__(self, path: str, text: str) -> None:
        self.path, self.text = path, text
        self.rules: list[RuleName] = []

    def refuse(self, keys: tuple[str | int, ...], problem: str) -> NoReturn:
        raise UnreadableError(self.path, f"line {line_of(self.text, keys)}: {problem}")

    def values(self, table: Mapping[str, Any], head: tuple[str | int, ...], inside: bool = False) -> Values:
        """Return the values of a table as the tool takes them; some keys cannot stand `inside` an override."""
        read: Values = {}
        for name, value in table.items():
            here = (*head, name)
            if name not in KEYS:
                self.refuse(here, f"there is no key {name}; there are {', '.join([*KEYS, OVERRIDES])}")
            if inside and KEYS[name].of_run:
                self.refuse(here, f"{name} holds for a whole run and cannot stand in {OVERRIDES}")
            try:
                read[name] = KEYS[name].read(value)
            except ValueError as slip:
                self.refuse(here, f"{name} {slip}" if str(slip).startswith("must") else f"{name}: {slip}")
            if name in RULES_IN:
                self.rules += (RuleName(rule, self._line(here, rule)) for rule in read[name])
        return read

    def overrides(self, listed: Any, head: tuple[str | int, ...]) -> Iterator[Override]:
        """Yield the overrides of a file, in order."""
        if not isinstance(listed, list) or not all(isinstance(one, dict) for one in listed):
            self.refuse(head, f"{OVERRIDES} must be tables, each headed [[{OVERRIDES}]]")
        for number, table in enumerate(listed):
            here = (*head, number)
            try:
                patterns = KEYS["exclude"].read(table.get("path", []))
            except ValueError as slip:
                self.refuse((*here, "path"), f"path {slip}")
            if not patterns:
                self.refuse(here, 'an override needs a path, such as path = "opinion/**"')
            rest = {name: value for name, value in table.items() if name != "path"}
            yield Override(patterns, self.values(rest, here, inside=True))

    def _line(self, keys: tuple[str | int, ...], rule: str) -> int:
        """Return the line of a rule's name, which may stand some lines below its key."""
        first = line_of(self.text, (*keys, rule))
        lines = self.text.split("\n")[first - 1 :]
        return next((first + n for n, line in enumerate(lines) if rule in line), first)
