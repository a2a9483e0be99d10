"""Compile rules/units.toml, with pint's factors, into units.json.

    python -m factcheck.reference.build_units

The file holds `units` (name: dimension, factors, offset, also), `written` (each way to write a unit: its
name) and `dimensions` (pint's dimensions: our name for them).  Factors and offsets are exact, as
"numerator/denominator", to pint's base units.  pint reads the expressions of the rule file only, never an
article's words.
"""

from __future__ import annotations

import json
import tomllib
from collections.abc import Iterator
from fractions import Fraction
from pathlib import Path
from typing import Any

from factcheck.records import NamedTuple
from factcheck.reference.units import DATA, dimensions

RULES = Path(__file__).parents[2] / "rules" / "units.toml"
Entry = dict[str, list[str]]


class Measure(NamedTuple):
    """`factor` and `offset` to pint's base units; `kind` is what dimensions() says."""

    factor: Fraction
    offset: Fraction
    kind: str


def entries(rules: dict[str, dict[str, Entry]]) -> Iterator[tuple[str, str, Entry]]:
    """Yield name, dimension and entry of each unit of the rule file."""
    for dimension, units in rules.items():
        for name, entry in units.items():
            yield name, dimension, entry


def compiled(rules: dict[str, dict[str, Entry]]) -> dict[str, Any]:
    """Return what units.json holds; ValueError where one way of writing is given to two units."""
    import pint

    registry: Any = pint.UnitRegistry(non_int_type=Fraction)
    units, kinds = {}, dict[str, str]()
    for name, dimension, entry in entries(rules):
        found = [measures(registry, expression) for expression in entry.get("pint", [name])]
        units[name] = _unit(name, dimension, found, entry.get("also", []))
        if kind := found[0].kind:
            kinds.setdefault(kind, dimension)
    return {"units": units, "written": _written(rules), "dimensions": kinds}


def measures(registry: Any, expression: str) -> Measure:
    """Return what an expression stands for, exactly, in pint's base units."""
    if expression.startswith("degree_"):
        zero, one = (registry.Quantity(Fraction(n), expression).to_base_units() for n in (0, 1))
        return Measure(one.magnitude - zero.magnitude, zero.magnitude, dimensions(one))
    one = (Fraction(1) * registry.parse_expression(expression)).to_base_units()
    return Measure(Fraction(one.magnitude), Fraction(0), dimensions(one))


def _unit(name: str, dimension: str, found: list[Measure], also: list[str]) -> dict[str, Any]:
    offsets, kinds = ({measure[place] for measure in found} for place in (1, 2))
    if len(offsets) > 1 or len(kinds) > 1:
        raise ValueError(f"{name} mixes dimensions or zeros: put the others under also")
    factors = [str(measure.factor) for measure in found]
    return {"dimension": dimension, "factors": factors, "offset": str(offsets.pop()), "also": also}


def _written(rules: dict[str, dict[str, Entry]]) -> dict[str, str]:
    found: dict[str, str] = {}
    for name, _, entry in entries(rules):
        for words in [*entry["written"], *entry.get("ko", [])]:
            if found.setdefault(words, name) != name:
                raise ValueError(f"{words!r} is given to both {found[words]} and {name}")
    return found


def main() -> None:
    """Write units.json from the rule file and the pint that is installed."""
    table = compiled(tomllib.loads(RULES.read_text("utf-8")))
    Path(DATA).write_text(json.dumps(table, ensure_ascii=False, indent=0) + "\n", "utf-8")
    print(f"{DATA}: {len(table['units'])} units, {len(table['written'])} ways of writing them")


if __name__ == "__main__":
    main()
