"""The serve command: the page for a browser on this machine, until it is stopped."""

from __future__ import annotations

import argparse
import errno
import socket
import sys
from contextlib import suppress
from ipaddress import ip_address

from factcheck.commands.streams import GOOD, UsageError

REASONS = {errno.EADDRINUSE: "something listens there already", errno.EACCES: "this port is not yours to take"}
"""Why one cannot listen somewhere, by the number that the system gives; else there is no such place."""


def run(options: argparse.Namespace) -> int:
    """Serve the page until Ctrl-C; UsageError where its libraries are missing or the port is taken."""
    try:
        import uvicorn

        from factcheck.serve.app import create_app
    except ModuleNotFoundError as missing:
        if (missing.name or "").partition(".")[0] == "factcheck":
            raise
        raise UsageError(f"the page needs {missing.name}; install it with: pip install 'factcheck[serve]'") from None
    listening = _listening(options.host, options.port)
    url = _url(options.host, listening.getsockname()[1])
    print(f"The page is at {url} until you press Ctrl-C.", flush=True)
    if not _only_here(options.host):
        print("Whoever can reach this machine can use it, too.", file=sys.stderr)
    if not options.no_open:
        _open(url)
    config = uvicorn.Config(
        create_app(names=[*options.name, options.host]), access_log=False, log_level="warning", server_header=False
    )
    with suppress(KeyboardInterrupt):
        uvicorn.Server(config).run(sockets=[listening])
    return GOOD


def _listening(host: str, port: int) -> socket.socket:
    try:
        family, *_, address = socket.getaddrinfo(host, None, type=socket.SOCK_STREAM)[0]
        return socket.create_server((str(address[0]), port), family=family)
    except (OSError, OverflowError) as slip:
        reason = REASONS.get(getattr(slip, "errno", None) or 0, "there is no such address or port")
        raise UsageError(f"cannot listen at {host}, port {port}: {reason}; try another --port or --host") from None


def _url(host: str, port: int) -> str:
    named = {"0.0.0.0": "127.0.0.1", "::": "[::1]"}.get(host, f"[{host}]" if ":" in host else host)
    return f"http://{named}:{port}/"


def _only_here(host: str) -> bool:
    try:
        return ip_address(host).is_loopback
    except ValueError:
        return host == "localhost"


def _open(url: str) -> None:
    """Open the page in a browser, without waiting for one that takes the terminal."""
    import webbrowser
    from threading import Thread

    Thread(target=webbrowser.open, args=(url,), daemon=True).start()
