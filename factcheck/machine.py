"""What the machine that runs this offers."""

from __future__ import annotations

import os


def cores() -> int:
    """Return how many processors this process may use."""
    return len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count() or 1


def write_whole(path: str, data: bytes) -> None:
    """Write a file whole or not at all, whoever else writes or reads it meanwhile; OSError where nobody may."""
    beside = f"{path}.{os.getpid()}"
    with open(beside, "wb") as file:
        file.write(data)
    os.replace(beside, path)
