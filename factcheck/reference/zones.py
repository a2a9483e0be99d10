"""How far ahead of Greenwich the clocks of a place or a named zone are on a day, by the IANA rules."""

from __future__ import annotations

from datetime import date, datetime, timedelta
from functools import cache, lru_cache

from factcheck.records import NamedTuple
from factcheck.regexes import compiled
from factcheck.rulefiles import load_rules

OFFSET = compiled(r"([+-])(\d\d?)(?::(\d\d))?")
NOON = 720
REGIONAL = frozenset({"Eastern", "Central", "Mountain", "Pacific", "Atlantic"})
"""Zones that are said like places: "in the Eastern zone", "on Pacific time"."""
LOOSE = {"standard": "S", "daylight": "D"}


class Zone(NamedTuple):
    """A time that clocks keep: `fixed` minutes ahead of Greenwich if its name says so, else the region's."""

    region: str = ""
    fixed: int | None = None

    def ahead(self, on: date, minute: int = NOON) -> int:
        """Return how many minutes ahead of Greenwich this zone's clocks are when they show a minute of a day."""
        return self.fixed if self.fixed is not None else _ahead(self.region, on, minute)

    @property
    def loosely(self) -> Zone:
        """The zone that careless copy means by a fixed name: EST in summer for what New York shows."""
        return Zone(self.region) if self.region else self


HOME = {"ko": Zone("Asia/Seoul")}
"""The clock of a country whose language is written nowhere else."""


@lru_cache(maxsize=4096)
def _ahead(region: str, on: date, minute: int) -> int:
    from zoneinfo import ZoneInfo

    shown = datetime(on.year, on.month, on.day, *divmod(minute, 60), tzinfo=ZoneInfo(region))
    return round((shown.utcoffset() or timedelta(0)).total_seconds() / 60)


def _parsed(text: str) -> Zone:
    match = OFFSET.match(text)
    if match is None:
        return Zone(text)
    minutes = int(match[2]) * 60 + int(match[3] or 0)
    return Zone(text[match.end() :].strip(), -minutes if match[1] == "-" else minutes)


@cache
def named(name: str) -> tuple[Zone, ...]:
    """Return the zones that a name may mean: "EST", "Eastern", "Pacific daylight", "UTC+2"; () if none."""
    known = load_rules("zones")["named"]
    if name in known:
        return tuple(_parsed(text) for text in known[name])
    first, _, kind = name.partition(" ")
    if kind in LOOSE and (letters := f"{first[:1]}{LOOSE[kind]}T") in known:
        return tuple(_parsed(text) for text in known[letters])
    ahead = OFFSET.fullmatch(name[3:]) if name[:3] in ("UTC", "GMT") else None
    return (_parsed(name[3:]),) if ahead else _places().get(name, ())


@cache
def _places() -> dict[str, tuple[Zone, ...]]:
    places: dict[str, tuple[Zone, ...]] = {}
    for region, names in load_rules("zones")["places"].items():
        for name in names.split(", "):
            places[name] = (*places.get(name, ()), Zone(region))
    return places


def of_place(name: str) -> tuple[Zone, ...]:
    """Return the zones that a place of this name may lie in, or that a zone named for a place or a people has; () if not known."""
    return _places().get(name, ()) or (named(name) if name in REGIONAL else of_people(name))


def of_country(name: str) -> tuple[Zone, ...]:
    """Return the zones of a country that has several; () for others."""
    return tuple(Zone(region) for region in load_rules("zones")["countries"].get(name, "").split())


def of_people(name: str) -> tuple[Zone, ...]:
    """Return the zone of "British time"; () for a word that names no people whose clocks all show one time."""
    region = load_rules("zones")["peoples"].get(name)
    return (Zone(region),) if region else ()


@cache
def first_words() -> frozenset[str]:
    """Return the words that a known place's name can begin with."""
    return frozenset(name.split()[0].rstrip(".") for name in _places())
