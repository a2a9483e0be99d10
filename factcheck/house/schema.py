"""What a rule file may hold, and what is wrong with one that holds anything else, in plain words."""

from __future__ import annotations

import json
from collections.abc import Iterator
from difflib import get_close_matches
from functools import cache
from os.path import dirname, join
from typing import TYPE_CHECKING, Any

from factcheck.house.places import Path
from factcheck.records import NamedTuple

if TYPE_CHECKING:
    from jsonschema.exceptions import ValidationError

Table = dict[str, Any]
TOLERANT = frozenset({"currency-conversion"})
"""The checks that let a figure be off by a tolerance."""

SORTS = {
    "string": "words in quotation marks", "number": "a number", "integer": "a whole number", "boolean": "true or false",
    "array": "a list in square brackets", "object": "a table",
}  # fmt: skip
TABLES = {
    "fact": "[[fact]]",
    "name": "[[name]]",
    "relation": "[[relation]]",
    "furniture": "[furniture]",
    "check": "[check.NAME]",
    "severity": "[severity]",
}


class Flaw(NamedTuple):
    """What is wrong at a place of a rule file."""

    path: Path
    words: str


@cache
def schema() -> Table:
    """Return the JSON Schema of rule files, the checks that there are named in it."""
    from factcheck.check import load

    with open(join(dirname(__file__), "schema.json"), encoding="utf-8") as file:
        found: Table = json.load(file)
    checks = found["properties"]["check"]
    checks["properties"] = {
        id: {"description": check.doc.partition("\n")[0], "allOf": [checks["additionalProperties"]]}
        for id, check in load().items()
    }
    checks["additionalProperties"] = False
    return found


def flaws(table: Table) -> Iterator[Flaw]:
    """Yield what is wrong with the shape of a rule file, as far as its keys and the sorts of its values go."""
    from jsonschema import Draft7Validator

    found = [flaw for error in Draft7Validator(schema()).iter_errors(table) for flaw in _flaws(error)]
    meant = {(*flaw.path[:-1], flaw.words.rpartition("did you mean ")[2].rstrip("?")) for flaw in found}
    yield from (flaw for flaw in found if (*flaw.path, flaw.words.rpartition(" needs a ")[2]) not in meant)
    yield from _unknown_rules(table)


def _flaws(error: ValidationError) -> Iterator[Flaw]:
    path: Path = tuple(error.absolute_path)
    wanted: Any = error.validator_value
    given: Any = error.instance
    if error.validator == "additionalProperties":
        shape: Any = error.schema
        yield from _unknown_keys(path, given, list(shape.get("properties", ())))
    elif error.validator == "required":
        for key in wanted:
            if key not in given:
                yield Flaw(path, f"a {path[0]} needs a {key}" if path else f"{key} is missing")
    else:
        yield Flaw(path, f"{_name(path)} {_wrong(str(error.validator), wanted, given)}")


def _unknown_keys(path: Path, given: Table, known: list[str]) -> Iterator[Flaw]:
    sort = "table" if not path else "check" if path == ("check",) else "key"
    for key in given:
        if key not in known:
            like = get_close_matches(key, known, 1)
            advice = (
                f"; did you mean {like[0]}?" if like else f"; there are {', '.join(known)}" if sort != "check" else ""
            )
            yield Flaw(
                (*path, key), f"there is no {sort} {key}{f' in {_table(path)}' if sort == 'key' else ''}{advice}"
            )


def _table(path: Path) -> str:
    return TABLES.get(str(path[0]), str(path[0]))


def _name(path: Path) -> str:
    keys = [str(part) for part in path if isinstance(part, str)]
    return keys[-1] if len(keys) > 1 or len(path) == 1 else f"a {keys[0]}"


def _wrong(rule: str, wanted: Any, given: object) -> str:
    match rule:
        case "type":
            return f"must be {' or '.join(SORTS[sort] for sort in ([wanted] if isinstance(wanted, str) else wanted))}"
        case "oneOf":
            return "must be words in quotation marks, or a list of them"
        case "enum":
            return f"must be one of {', '.join(wanted)}"
        case "minLength":
            return "is too short" if given else "is empty"
        case "maxLength":
            return f"is longer than {wanted} characters"
    return f"must lie between 0 and 1: 0.02 for two percent, not {given}"


def _unknown_rules(table: Table) -> Iterator[Flaw]:
    from factcheck.check import load

    for rule in _keys(table.get("severity")):
        if rule.partition("/")[0] not in load():
            like = get_close_matches(rule, load(), 1)
            yield Flaw(("severity", rule), f"there is no check {rule}" + (f"; did you mean {like[0]}?" if like else ""))
    for id, settings in _keys(table.get("check")).items():
        if "tolerance" in _keys(settings) and id not in TOLERANT:
            yield Flaw(("check", id, "tolerance"), f"{id} has no tolerance; {', '.join(sorted(TOLERANT))} has one")


def _keys(value: object) -> Table:
    return value if isinstance(value, dict) else {}
