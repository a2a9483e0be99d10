"""The rules and rates of a house for the commands: where they lie, and what is wrong in them."""

from __future__ import annotations

import os
import sys
from collections.abc import Iterable, Sequence
from typing import TYPE_CHECKING

from factcheck.commands.streams import GOOD, UNUSABLE, UsageError, complain, prepare

if TYPE_CHECKING:
    from factcheck.document import UnreadableError
    from factcheck.house.rules import House
    from factcheck.reference.own import OwnRates

HOUSE = "FACTCHECK_RULES"
"""The variable of the environment that names the rule files of the house."""

PROJECT = "factcheck-rules"
"""The folder with the rule files of a project, in the folder where the command runs."""


def house_of(paths: Sequence[str], slips: list[UnreadableError]) -> House | None:
    """Return the rules of the house, of the project and of the command line, the later over the earlier; None for none.

    What is wrong in them is named on standard error and kept in `slips`; what is good of them counts.
    """
    layers = [_listed(os.environ.get(HOUSE, "")), [PROJECT] if os.path.isdir(PROJECT) else [], list(paths)]
    if not any(layers):
        return None
    from factcheck.house.load import read_house

    house, found = read_house(layers)
    _complain(found)
    slips += found
    return house


def rates_of(path: str | None, slips: list[UnreadableError]) -> OwnRates | None:
    """Return the rates in a CSV file; what is wrong in it is named on standard error and kept in `slips`."""
    if path is None:
        return None
    from factcheck.document import UnreadableError
    from factcheck.read import bytes_of, decoded
    from factcheck.reference.own import read_rates

    try:
        rates, found = read_rates(decoded(bytes_of(path), path), path)
    except UnreadableError as slip:
        rates, found = None, [slip]
    _complain(found)
    slips += found
    return rates


def _listed(paths: str) -> list[str]:
    return [path for path in paths.split(os.pathsep) if path]


def _complain(slips: Iterable[UnreadableError]) -> None:
    for slip in slips:
        complain(slip)


def validate(paths: Sequence[str]) -> int:
    """Say how much of each rule file is good; name what is wrong with its line on standard error."""
    from factcheck.house.load import read_house, rule_files

    if not paths:
        raise UsageError("name the rule files to check: factcheck rules check FILE...")
    wrong: list[UnreadableError] = []
    prepare(sys.stdout)
    for path in rule_files(paths, wrong):
        house, slips = read_house([[path]])
        counts = [(house.facts, "fact"), (house.names, "name"), (house.relations, "relation")]
        good = ", ".join(f"{len(things)} {noun}{'' if len(things) == 1 else 's'}" for things, noun in counts)
        print(f"{path}: {good} good" + (f"; {len(slips)} wrong" if slips else ""))
        wrong += slips
    together, known = read_house([paths])[1], {str(slip) for slip in wrong}
    wrong += [slip for slip in together if str(slip) not in known]
    _complain(wrong)
    return UNUSABLE if wrong else GOOD


def print_schema() -> int:
    """Write the JSON Schema with which editors complete rule files."""
    import json

    from factcheck.house.schema import schema

    prepare(sys.stdout, "utf-8")
    print(json.dumps(schema(), ensure_ascii=False, indent=2))
    return GOOD
