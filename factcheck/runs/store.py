"""What earlier runs found, by content: an entry a file, written whole or not at all, and never trusted blindly."""

from __future__ import annotations

import os
import zlib
from contextlib import suppress

FOLDER = ".factcheck-cache"
LARGEST = 200_000_000
"""A folder of entries grows to so many bytes; then the oldest go until half are left."""


def kept(folder: str, key: str) -> str | None:
    """Return what was kept under a key; None where nothing was, or where the entry is damaged or another's."""
    try:
        with open(_place(folder, key), "rb") as file:
            found, _, text = zlib.decompress(file.read()).decode(errors="surrogatepass").partition("\n")
    except (OSError, zlib.error, ValueError):
        return None
    return text if found == key else None


def holds(folder: str, key: str) -> bool:
    """Tell whether there is an entry, sound or not."""
    return os.path.exists(_place(folder, key))


def keep(folder: str, key: str, text: str) -> None:
    """Keep a text under a key; a folder that cannot be written to keeps nothing, and nothing else is lost."""
    place = _place(folder, key)
    beside = f"{place}.{os.getpid()}"
    with suppress(OSError):
        _prepared(folder)
        with open(beside, "wb") as file:
            file.write(zlib.compress(f"{key}\n{text}".encode(errors="surrogatepass"), 1))
        os.replace(beside, place)


def trim(folder: str, largest: int = LARGEST) -> None:
    """Let the oldest entries go where a folder has outgrown its bound."""
    with suppress(OSError), os.scandir(folder) as found:
        entries = sorted((one.stat().st_mtime_ns, one.stat().st_size, one.path) for one in found if _is_entry(one.name))
        total = sum(size for _, size, _ in entries)
        allowed = largest if total <= largest else largest // 2
        for _, size, path in entries:
            if total <= allowed:
                break
            with suppress(OSError):
                os.unlink(path)
            total -= size


def _place(folder: str, key: str) -> str:
    return os.path.join(folder, f"{key}.entry")


def _is_entry(name: str) -> bool:
    return ".entry" in name


def _prepared(folder: str) -> None:
    """Make the folder, and keep it out of repositories and backups."""
    if os.path.isdir(folder):
        return
    os.makedirs(folder, exist_ok=True)
    for name, words in ((".gitignore", "*\n"), ("CACHEDIR.TAG", "Signature: 8a477f597d28d172789f06886806bc55\n")):
        with open(os.path.join(folder, name), "w", encoding="ascii") as file:
            file.write(words)
