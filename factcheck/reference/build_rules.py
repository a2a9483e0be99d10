"""Puts the rules into the wheel as JSON, which is read many times as fast as the TOML that they are written in."""

from __future__ import annotations

import json
import tomllib
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

from hatchling.builders.hooks.plugin.interface import BuildHookInterface


class RulesAsJson(BuildHookInterface[Any]):
    """The build hook of the wheel; an editable install reads the TOML itself."""

    def initialize(self, version: str, build_data: dict[str, Any]) -> None:
        """Write the rules in a folder of their own and have the wheel include it."""
        self.made = TemporaryDirectory()
        if version == "editable":
            return
        for file in Path(self.root, "rules").glob("*.toml"):
            rules = tomllib.loads(file.read_text(encoding="utf-8"))
            Path(self.made.name, f"{file.stem}.json").write_text(
                json.dumps(rules, ensure_ascii=False), encoding="utf-8"
            )
        build_data["force_include"][self.made.name] = "factcheck/_rules"

    def finalize(self, version: str, build_data: dict[str, Any], artifact_path: str) -> None:
        """Clear up."""
        self.made.cleanup()
