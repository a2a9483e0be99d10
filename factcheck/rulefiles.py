"""Where the rules lie, in a source checkout and in an installed wheel, and how one file of them is read."""

from __future__ import annotations

from functools import cache
from os.path import dirname, isdir, join
from typing import Any


def shipped_folder(name: str) -> str:
    """Return a folder that lies beside the package in a checkout and, with a line before its name, in the wheel's."""
    package = dirname(__file__)
    shipped = join(package, f"_{name}")
    return shipped if isdir(shipped) else join(dirname(package), name)


def rules_folder() -> str:
    """Return the folder of the shipped rules."""
    return shipped_folder("rules")


@cache
def load_rules(name: str) -> dict[str, Any]:
    """Return the shipped TOML file of that name, without suffix, read once; OSError where there is none."""
    import tomllib

    with open(join(rules_folder(), f"{name}.toml"), "rb") as file:
        return tomllib.load(file)
