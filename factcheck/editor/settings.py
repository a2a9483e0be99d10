"""What an editor's settings ask for; a slip in them is told in plain words, and the others still count."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from datetime import date
from typing import Any

from factcheck.check import load
from factcheck.records import NamedTuple

NAMES = ("date", "ignore", "notes", "select", "sources")
NOTES = ("information", "hint", "off")


class Wishes(NamedTuple):
    """How articles are checked in an editor.

    `sources` are the paths of the documents that they were written from, `notes` how findings that are mere notes are
    shown: a name in NOTES.
    """

    published: date | None = None
    ignore: frozenset[str] = frozenset()
    select: frozenset[str] = frozenset()
    sources: tuple[str, ...] = ()
    notes: str = NOTES[0]


def section(settings: object) -> dict[str, Any]:
    """Return the part of an editor's settings that is factcheck's, {} where there is none."""
    own = settings.get("factcheck") if isinstance(settings, Mapping) else None
    return dict(own) if isinstance(own, Mapping) else {}


def wishes(settings: Mapping[str, Any]) -> tuple[Wishes, list[str]]:
    """Return what the settings ask for, and a sentence for each that cannot be met."""
    slips = [f"there is no setting {name}; there are {', '.join(NAMES)}" for name in settings if name not in NAMES]
    given = {name: settings[name] for name in NAMES if settings.get(name)}
    asked = Wishes()
    for name, value in given.items():
        try:
            asked = asked._replace(**_read(name, value))
        except ValueError as slip:
            slips.append(f"setting {name}: {slip}")
    return asked, slips


def _read(name: str, value: object) -> dict[str, Any]:
    if name == "date":
        return {"published": _day(value)}
    if name == "notes":
        if value not in NOTES:
            raise ValueError(f"{value!r} is none of {', '.join(NOTES)}")
        return {name: value}
    words = tuple(_words(value))
    return {name: words if name == "sources" else frozenset(map(_rule, words))}


def _day(value: object) -> date:
    try:
        return date.fromisoformat(str(value))
    except ValueError:
        raise ValueError(f"{value!r} is no day of the calendar; write it as 2025-08-25") from None


def _words(value: object) -> Iterator[str]:
    for word in value if isinstance(value, list) else [value]:
        if not isinstance(word, str):
            raise ValueError(f"{word!r} is no text; write it in quotation marks")
        yield word


def _rule(name: str) -> str:
    """Return the rule of a name, a finer name behind a slash left off."""
    rule = name.partition("/")[0]
    if rule not in load():
        raise ValueError(f"there is no rule {name} (see `factcheck rules`)")
    return rule
