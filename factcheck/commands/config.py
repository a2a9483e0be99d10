"""The config command: which configuration holds for a path, and every key's value there."""

from __future__ import annotations

import argparse
import json
import os
from collections.abc import Iterator
from typing import Any

from factcheck.commands.plan import finder
from factcheck.commands.streams import GOOD, UsageError
from factcheck.config.effective import excluded, placed, values_for
from factcheck.config.files import Config
from factcheck.config.keys import KEYS
from factcheck.document import UnreadableError


def run(options: argparse.Namespace) -> int:
    """Print what holds for an article or a folder."""
    try:
        config = finder(options)(options.path)
        print("\n".join(_lines(config, options.path)))
    except UnreadableError as slip:
        raise UsageError(str(slip)) from None
    return GOOD


def _lines(config: Config, path: str) -> Iterator[str]:
    yield f"# {os.path.relpath(config.path)}" if config.path else "# no configuration; everything is as it comes"
    place = placed(config, path)
    if not os.path.isdir(path) and excluded(config, place):
        yield f"# {place} is left out by `exclude`"
    values = values_for(config, place)
    shown = {name: f"{name} = {_toml(values[name])}" for name in KEYS}
    width = max(map(len, shown.values()))
    for name, line in shown.items():
        yield f"{line.ljust(width)}  # {KEYS[name].says}"


def _toml(value: Any) -> str:
    if isinstance(value, dict):
        return f"{{{', '.join(f'{json.dumps(name)} = {_toml(one)}' for name, one in value.items())}}}"
    return f"[{', '.join(map(_toml, value))}]" if isinstance(value, tuple) else json.dumps(value, ensure_ascii=False)
