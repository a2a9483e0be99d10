"""Where the rules lie, in a source checkout and in an installed wheel, and how one file of them is read."""

from __future__ import annotations

from functools import cache
from pathlib import Path
from typing import Any


def rules_folder() -> Path:
    """Return the folder of the shipped rules: `_rules` in the wheel, `rules` beside the package in a checkout."""
    package = Path(__file__).parent
    shipped = package / "_rules"
    return shipped if shipped.is_dir() else package.parent / "rules"


@cache
def load_rules(name: str) -> dict[str, Any]:
    """Return the shipped TOML file of that name, without suffix, read once; OSError where there is none."""
    import tomllib

    with (rules_folder() / f"{name}.toml").open("rb") as file:
        return tomllib.load(file)
