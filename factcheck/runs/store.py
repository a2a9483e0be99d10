"""What earlier runs found, by content: an entry a file, written whole or not at all, and never trusted blindly."""

from __future__ import annotations

import os
import zlib
from collections.abc import Callable
from contextlib import suppress

from factcheck.machine import write_whole

FOLDER = ".factcheck-cache"
LARGEST = 200_000_000
"""A folder of entries grows to so many bytes; then the oldest go until half are left."""


def kept(folder: str, key: str) -> tuple[str, Callable[[], str]] | None:
    """Return the two texts under a key, the second when it is asked for; None for no entry, a damaged one, another's."""
    try:
        with open(_place(folder, key), "rb") as file:
            seal, _, rest = file.read().partition(b"\n")
        if seal != _seal(key, rest):
            return None
        first, _, second = rest.partition(b"\n")
        return _text(first), lambda: _text(zlib.decompress(second))
    except (OSError, ValueError):
        return None


def holds(folder: str, key: str) -> bool:
    """Tell whether there is an entry, sound or not."""
    return os.path.exists(_place(folder, key))


def keep(folder: str, key: str, first: str, second: str) -> None:
    """Keep two texts, the first of them one line, under a key; a folder that cannot be written to keeps nothing, and nothing else is lost."""
    rest = _bytes(first) + b"\n" + zlib.compress(_bytes(second), 1)
    with suppress(OSError):
        _prepared(folder)
        write_whole(_place(folder, key), _seal(key, rest) + b"\n" + rest)


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


def _seal(key: str, rest: bytes) -> bytes:
    return f"{key} {zlib.crc32(rest):08x}".encode()


def _bytes(text: str) -> bytes:
    return text.encode(errors="surrogatepass")


def _text(data: bytes) -> str:
    return data.decode(errors="surrogatepass")


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
