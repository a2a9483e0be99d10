"""The lsp command: a language server on standard input and output, started by an editor."""

from __future__ import annotations

import argparse
import os
import sys
from contextlib import redirect_stdout

from factcheck.commands.streams import GOOD, UsageError


def run(options: argparse.Namespace) -> int:
    """Serve one editor until it leaves."""
    try:
        from factcheck.editor.server import server
    except ModuleNotFoundError as missing:
        if missing.name not in ("pygls", "lsprotocol"):
            raise
        raise UsageError("the editor server needs pygls; install it with: pip install 'factcheck[lsp]'") from None
    # The server closes its output in the end; and nothing else may write there.
    with open(os.dup(sys.stdout.fileno()), "wb") as output, redirect_stdout(sys.stderr):
        server().start_io(stdout=output)
    return GOOD
