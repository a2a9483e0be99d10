"""Where the rules lie, in a source checkout and in an installed wheel, and how one file of them is read."""

from __future__ import annotations

from functools import cache
from os.path import dirname, isdir, isfile, join
from typing import Any

PACKAGE = dirname(__file__)


def shipped_folder(name: str) -> str:
    """Return a folder that lies beside the package in a checkout and, with a line before its name, in the wheel's."""
    shipped = join(PACKAGE, f"_{name}")
    return shipped if isdir(shipped) else join(dirname(PACKAGE), name)


def rules_folder() -> str:
    """Return the folder of the shipped rules."""
    return shipped_folder("rules")


@cache
def load_rules(name: str) -> dict[str, Any]:
    """Return the shipped rules of that name, read once; OSError where there are none.

    They are JSON in `_rules` of a wheel, and TOML in `rules` beside the package in a checkout, of which the JSON is made.
    """
    made = join(rules_folder(), f"{name}.json")
    if isfile(made):
        import json

        with open(made, encoding="utf-8") as file:
            rules: dict[str, Any] = json.load(file)
        return rules
    import tomllib

    with open(join(rules_folder(), f"{name}.toml"), "rb") as source:
        return tomllib.load(source)
