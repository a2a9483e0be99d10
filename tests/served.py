"""The page as its users have it: served by the command, as a process of its own on a free port."""

from __future__ import annotations

import re
import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).parent.parent


class served:
    """The page, served by the command as a process of its own on a free port; its address within."""

    def __init__(self, *arguments: str) -> None:
        self.command = [sys.executable, "-m", "factcheck", "serve", "--no-open", "--port", "0", *arguments]

    def __enter__(self) -> str:
        self.process = subprocess.Popen(
            self.command, cwd=ROOT, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True
        )
        line = self.process.stdout.readline()
        return re.search(r"http://\S+", line)[0]

    def __exit__(self, *_: object) -> None:
        self.process.terminate()
        self.told = self.process.communicate(timeout=20)
