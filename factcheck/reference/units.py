"""Units of measure as news writes them, and what a value is in another.

Source: rules/units.toml for the words, pint for the factors, both in units.json (made by build_units).
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator, Mapping
from fractions import Fraction
from functools import lru_cache
from os.path import dirname, join
from typing import Any

from factcheck.quantity import Interval
from factcheck.records import NamedTuple

DATA = join(dirname(__file__), "units.json")

RECIPROCAL = {"fuel economy": "fuel use", "fuel use": "fuel economy"}
"""Dimensions that measure one thing, each as one over the other."""

EXACT_CASE = 2
"""Up to so many letters an abbreviation means what it does only as it stands: "C", "mb"."""

FULL_NAME = 4
"""So many letters make a name that pint may be asked about."""


class Unit(NamedTuple):
    """A unit of measure: value * factor + offset is the value in the base unit of its `dimension`.

    Several `factors` where the name may mean several units (gallon, ton), the likeliest first.  `also` names
    the units of another dimension or zero that the same words may mean (ounce: fluid_ounce; degree: celsius).
    """

    name: str
    dimension: str
    factors: tuple[Fraction, ...]
    offset: Fraction = Fraction(0)
    also: tuple[str, ...] = ()


@lru_cache(maxsize=1)
def _table() -> dict[str, Any]:
    with open(DATA, encoding="utf-8") as file:
        table: dict[str, Any] = json.load(file)
    return table


def written() -> Mapping[str, str]:
    """Return every way to write a unit, English and Korean, with the name of the unit."""
    words: dict[str, str] = _table()["written"]
    return words


@lru_cache(maxsize=1)
def _lowered() -> dict[str, str]:
    """The ways of writing whose case does not matter: MW and mW, Mb and MB are told apart or not read."""
    found: dict[str, str] = {}
    for words, name in written().items():
        low = words.casefold()
        found[low] = name if found.get(low, name) == name else ""
    return {low: name for low, name in found.items() if name and len(low) > EXACT_CASE}


@lru_cache(maxsize=1024)
def unit(name: str) -> Unit | None:
    """Return the unit of a name or of a way of writing it ("km", "square-mile"); None for any other word."""
    units, words = _table()["units"], written()
    spaced = name.replace("-", " ")
    found = name if name in units else words.get(name) or words.get(spaced) or _lowered().get(spaced.casefold())
    if not found:
        return None
    entry = units[found]
    factors = tuple(Fraction(factor) for factor in entry["factors"])
    return Unit(found, entry["dimension"], factors, Fraction(entry["offset"]), tuple(entry["also"]))


def convert(value: Interval, unit_name: str, to: str, difference: bool = False) -> list[Interval]:
    """Return what the value may be in the unit `to`, one answer for each thing that the two names may mean.

    The likeliest comes first, and no two are equal.  Temperatures are readings of a thermometer, or, where
    `difference` is set, differences between two.  Empty where the units measure different things.
    """
    ours, theirs = (unit(name) or _pint_unit(name) for name in (unit_name, to))
    if ours is None or theirs is None:
        return []
    answers = (
        answer
        for one in _meanings(ours)
        for other in _meanings(theirs)
        for answer in _converted(value, one, other, difference)
    )
    return list(dict.fromkeys(answers))


def _meanings(one: Unit) -> Iterable[Unit]:
    return [one, *filter(None, map(unit, one.also))]


def _converted(value: Interval, one: Unit, other: Unit, difference: bool) -> Iterator[Interval]:
    if RECIPROCAL.get(one.dimension) == other.dimension:
        value = Interval.exactly(1).over(value)
        one = one._replace(factors=tuple(1 / factor for factor in one.factors))
    elif one.dimension != other.dimension:
        return
    shift = Fraction(0) if difference else one.offset - other.offset
    for here in one.factors:
        for there in other.factors:
            yield Interval(*((end * here + shift) / there for end in value))


@lru_cache(maxsize=256)
def _pint_unit(name: str) -> Unit | None:
    """Return a unit that only pint knows, asked for by its full name, never an abbreviation or a phrase."""
    if not (name.isidentifier() and name.isascii() and len(name) >= FULL_NAME):
        return None
    import pint

    try:
        return measured(_registry(), name)
    except (pint.PintError, AttributeError):
        return None


def measured(registry: Any, name: str) -> Unit:
    """Return the unit of this name as a registry of pint has it; pint.PintError where it has none."""
    zero, one = (registry.Quantity(Fraction(number), name).to_base_units() for number in (0, 1))
    key = dimensions(one)
    known: dict[str, str] = _table()["dimensions"]
    factor, offset = one.magnitude - zero.magnitude, zero.magnitude
    return Unit(name, known.get(key, key), (Fraction(factor),), Fraction(offset))


def dimensions(quantity: Any) -> str:
    """Return the dimensions of a quantity of pint as a plain key: "[length] 1, [time] -1"."""
    return ", ".join(f"{name} {power}" for name, power in sorted(quantity.dimensionality.items()))


@lru_cache(maxsize=1)
def _registry() -> Any:
    import pint

    return pint.UnitRegistry(non_int_type=Fraction)
