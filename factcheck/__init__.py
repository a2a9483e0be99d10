"""Checks the numbers in an article before it is published."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from factcheck.datatable.table import open_data
    from factcheck.pipeline import check_document, check_file, check_text

__all__ = ["check_document", "check_file", "check_text", "open_data"]


def __getattr__(name: str) -> Any:
    """Load a part when it is first asked for, so that the command starts without it."""
    if name in __all__:
        from importlib import import_module

        home = "factcheck.datatable.table" if name == "open_data" else "factcheck.pipeline"
        return getattr(import_module(home), name)
    raise AttributeError(f"module 'factcheck' has no attribute {name!r}")
