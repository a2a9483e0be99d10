"""How much is taken on: bytes of a request, requests of a client in a while, checks at a time and in the queue."""

from __future__ import annotations

from collections import OrderedDict
from collections.abc import Callable
from math import ceil
from time import monotonic
from typing import TypeVar

from anyio import CancelScope, CapacityLimiter, create_task_group, to_thread
from starlette.requests import ClientDisconnect, Request

from factcheck.records import NamedTuple
from factcheck.serve.asked import Refused

Made = TypeVar("Made")


class Limits(NamedTuple):
    """What the page takes on.

    `size` is the most bytes of a request, `characters` of an article or a source; a client may send `burst` requests
    at once and `rate` a second for long; `workers` checks run at a time and `waiting` more may wait.
    """

    size: int = 10_000_000
    characters: int = 400_000
    burst: int = 60
    rate: float = 10
    workers: int = 2
    waiting: int = 20


CLIENTS = 10_000
"""So many clients' requests are counted; the one longest silent is forgotten first."""


class Rates:
    """How many requests each client has left, filled up again as time goes by."""

    def __init__(self, burst: int, rate: float) -> None:
        self.burst, self.rate = burst, rate
        self._left: OrderedDict[str, tuple[float, float]] = OrderedDict()

    def take(self, client: str) -> None:
        """Count one request; Refused where the client has none left."""
        now = monotonic()
        left, last = self._left.pop(client, (float(self.burst), now))
        left = min(self.burst, left + (now - last) * self.rate)
        self._left[client] = (max(left - 1, 0.0) if left >= 1 else left, now)
        if len(self._left) > CLIENTS:
            self._left.popitem(last=False)
        if left < 1:
            raise Refused(429, "Too many requests at once; try again in a moment.", ceil((1 - left) / self.rate))


class Workers:
    """Threads that check, so that the page stays alive; nobody is worked for who no longer waits."""

    def __init__(self, workers: int, waiting: int) -> None:
        self._free, self._waiting = CapacityLimiter(workers), waiting

    async def run(self, request: Request, work: Callable[[], Made]) -> Made:
        """Return what `work` makes; Refused where too many wait, ClientDisconnect where the asker has left."""
        if self._free.statistics().tasks_waiting >= self._waiting:
            raise Refused(503, "Too many articles are waiting to be checked; try again in a moment.", 1)
        made: list[Made] = []
        async with create_task_group() as tasks:
            tasks.start_soon(_until_gone, request, tasks.cancel_scope)
            made.append(await to_thread.run_sync(work, limiter=self._free))
            tasks.cancel_scope.cancel()
        if not made:
            raise ClientDisconnect
        return made[0]


async def _until_gone(request: Request, work: CancelScope) -> None:
    """Call off the work of a request, unless it has begun, when the asker leaves."""
    while (await request.receive())["type"] != "http.disconnect":
        pass
    work.cancel()


async def body(request: Request, most: int) -> bytes:
    """Return the body of a request; Refused where it is longer than `most` bytes."""
    stated = request.headers.get("content-length", "")
    size, parts = int(stated) if stated.isdecimal() else 0, bytearray()
    if size <= most:
        async for part in request.stream():
            parts += part
            size = len(parts)
            if size > most:
                break
    if size > most:
        raise Refused(413, f"The request is larger than {most:,} bytes, the most that is taken here.")
    return bytes(parts)
