"""Checks the numbers in an article before it is published."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from factcheck.datatable.table import open_data
    from factcheck.house.load import house_rates, house_rules
    from factcheck.pipeline import check_document, check_file, check_text

HOMES = {
    "check_document": "factcheck.pipeline", "check_file": "factcheck.pipeline", "check_text": "factcheck.pipeline",
    "house_rates": "factcheck.house.load", "house_rules": "factcheck.house.load",
    "open_data": "factcheck.datatable.table",
}  # fmt: skip
__all__ = ["check_document", "check_file", "check_text", "house_rates", "house_rules", "open_data"]


def __getattr__(name: str) -> Any:
    """Load a part when it is first asked for, so that the command starts without it."""
    if name in __all__:
        from factcheck.loading import loaded

        return loaded(f"{HOMES[name]}:{name}")
    raise AttributeError(f"module 'factcheck' has no attribute {name!r}")
