"""Checks the numbers in an article before it is published."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from factcheck.house.load import house_rates, house_rules
    from factcheck.pipeline import check_document, check_file, check_text

__all__ = ["check_document", "check_file", "check_text", "house_rates", "house_rules"]


def __getattr__(name: str) -> Any:
    """Load the pipeline when it is first asked for, so that the command starts without it."""
    if name in __all__:
        from importlib import import_module

        return getattr(import_module("factcheck.house.load" if name.startswith("house") else "factcheck.pipeline"), name)
    raise AttributeError(f"module 'factcheck' has no attribute {name!r}")
