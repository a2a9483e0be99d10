"""The rules and rates of a house for the commands: where they lie, and what is wrong in them."""

from __future__ import annotations

import os
import sys
from collections.abc import Iterable, Sequence
from typing import TYPE_CHECKING

from factcheck.commands.streams import GOOD, UNUSABLE, UsageError, complain, prepare

if TYPE_CHECKING:
    from factcheck.document import UnreadableError

HOUSE = "FACTCHECK_RULES"
"""The variable of the environment that names the rule files of the house."""

PROJECT = "factcheck-rules"
"""The folder with the rule files of a project, in the folder where the command runs."""


def layers(paths: Sequence[str]) -> tuple[tuple[str, ...], ...]:
    """Return the rule files of the house, of the project and of the run, the later over the earlier."""
    found = (_listed(os.environ.get(HOUSE, "")), (PROJECT,) if os.path.isdir(PROJECT) else (), tuple(paths))
    return tuple(filter(None, found))


def _listed(paths: str) -> tuple[str, ...]:
    return tuple(path for path in paths.split(os.pathsep) if path)


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
        house, told = read_house([[path]])
        slips = list({str(slip): slip for slip in told}.values())
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
