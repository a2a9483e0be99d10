"""Where the rules lie, in a source checkout and in an installed wheel, and how one file of them is read."""

from __future__ import annotations

from functools import cache
from os.path import dirname, isdir, join
from typing import Any


def rules_folder() -> str:
    """Return the folder of the shipped rules: `_rules` in the wheel, `rules` beside the package in a checkout."""
    package = dirname(__file__)
    shipped = join(package, "_rules")
    return shipped if isdir(shipped) else join(dirname(package), "rules")


@cache
def load_rules(name: str) -> dict[str, Any]:
    """Return the shipped TOML file of that name, without suffix, read once; OSError where there is none."""
    import tomllib

    with open(join(rules_folder(), f"{name}.toml"), "rb") as file:
        return tomllib.load(file)
