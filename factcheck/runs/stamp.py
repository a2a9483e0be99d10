"""A stamp of everything but the article that an answer depends on: factcheck's code, its rules, its libraries."""

from __future__ import annotations

import os
import sys
from functools import cache

from factcheck.rulefiles import rules_folder

LEFT_OUT = frozenset({"__pycache__", "_rules"})


@cache
def stamp() -> bytes:
    """Return a digest that changes when any file of the package or its rules, Python, or a library does."""
    from hashlib import blake2b

    digest = blake2b(digest_size=16)
    package = os.path.dirname(os.path.dirname(__file__))
    for folder in (package, rules_folder()):
        for path in _files(folder):
            with open(path, "rb") as file:
                data = file.read()
            digest.update(f"\0{os.path.relpath(path, folder)}\0{len(data)}\0".encode())
            digest.update(data)
    digest.update("\0".join([sys.version, *_libraries()]).encode())
    return digest.digest()


def _files(folder: str) -> list[str]:
    found = []
    for home, folders, names in os.walk(folder):
        folders[:] = [name for name in folders if name not in LEFT_OUT]
        found += [os.path.join(home, name) for name in names]
    return sorted(found)


def _libraries() -> list[str]:
    """Return the installed distributions with their versions, as their folders' names have them: no import needed."""
    folders = [path for path in sys.path if path.endswith("-packages") and os.path.isdir(path)]
    return sorted(name for path in folders for name in os.listdir(path) if name.endswith(".dist-info"))
