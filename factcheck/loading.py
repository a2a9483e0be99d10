"""What is loaded only when it is first asked for, by its name."""

from __future__ import annotations

from functools import cache
from importlib import import_module
from typing import Any


@cache
def loaded(name: str) -> Any:
    """Return the thing that "module:thing" names."""
    module, _, thing = name.partition(":")
    return getattr(import_module(module), thing)
