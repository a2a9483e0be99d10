"""Every key that a configuration may hold: a line of the table each, with what reads and what explains it."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from typing import Any

from factcheck.model import Severity
from factcheck.records import NamedTuple

Values = dict[str, Any]
SEVERITIES = tuple(map(str, Severity))
FAILING = ("note", "warning", "error", "never")
DAY = ("{year}", "{month}", "{day}")
DAY_EXAMPLE = '"{year}-{month}-{day}-*.md"'


class Key(NamedTuple):
    """A key: `read` turns what TOML gives into what the tool takes, ValueError for what it does not.

    `default` holds where nobody asks for anything; a key `of_run` cannot differ from one folder to another.
    """

    name: str
    read: Callable[[Any], Any]
    default: Any
    says: str
    of_run: bool = False


def words(value: Any) -> tuple[str, ...]:
    """Read a list of words, or one word alone."""
    listed = [value] if isinstance(value, str) else value
    if not isinstance(listed, list) or not all(isinstance(word, str) and word.strip() for word in listed):
        raise ValueError('must be a list of words, such as ["one", "two"]')
    return tuple(word.strip() for word in listed)


def telling(value: Any) -> tuple[str, ...]:
    """Read where days of publication are told: a pattern that has one of DAY's holes must have each, once."""
    listed = words(value)
    for pattern in listed:
        holes = [pattern.count(hole) for hole in DAY]
        if any(holes) and holes != [1, 1, 1]:
            raise ValueError(f"must have each of {', '.join(DAY)} once in a path's pattern, such as {DAY_EXAMPLE}")
    return listed


def path(value: Any) -> str:
    """Read the path of a file."""
    if not isinstance(value, str) or not value.strip():
        raise ValueError("must be the path of a file, in quotation marks")
    return value


def one_of(choices: Iterable[str]) -> Callable[[Any], str]:
    """Return the reader of a word that is one of some."""
    known = tuple(choices)

    def read(value: Any) -> str:
        if value not in known:
            raise ValueError(f"must be one of {', '.join(known)}")
        return str(value)

    return read


def severities(value: Any) -> dict[str, str]:
    """Read a table of severities by rule."""
    if not isinstance(value, dict):
        raise ValueError('must be a table, such as {"percent-change" = "warning"}')
    for rule, severity in value.items():
        if severity not in SEVERITIES:
            raise ValueError(f"{rule} must be one of {', '.join(SEVERITIES)}")
    return dict(value)


KEYS = {
    key.name: key
    for key in (
        Key("select", words, (), "the rules that are checked; all where none is named"),
        Key("ignore", words, (), "the rules that are left out"),
        Key("severity", severities, {}, "the severity of a rule's findings, by rule"),
        Key("fail-on", one_of(FAILING), "error", "the least severity that makes the exit status 1"),
        Key(
            "published-from",
            telling,
            (),
            "where the day of publication is told: front matter's keys, or paths' patterns",
        ),
        Key("sources", words, (), "what an article was written from: paths, {stem} and {folder} being the article's"),
        Key("data", words, (), "tables whose figures an article cites, as files"),
        Key("archive", path, "", "the archive of past articles"),
        Key("rules", words, (), "the rules of the house: files, or folders of them"),
        Key("rates", path, "", "the house's own rates of exchange, as CSV"),
        Key("exclude", words, (), "files that are no articles, as patterns", of_run=True),
        Key("format", words, ("text",), "the formats of the report, each with a file where it has one", of_run=True),
        Key("baseline", path, "", "the file of known findings", of_run=True),
    )
}
RULES_IN = ("select", "ignore", "severity")
"""Keys that name rules."""
