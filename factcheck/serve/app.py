"""The application: one page, and the checks behind it as JSON in and JSON out.

Nothing that is sent here is kept or logged.
"""

from __future__ import annotations

from collections.abc import AsyncIterator, Awaitable, Callable, Collection
from contextlib import asynccontextmanager
from functools import partial
from importlib.resources import files
from os.path import splitext
from typing import TYPE_CHECKING

from anyio import create_task_group, to_thread
from starlette.applications import Starlette
from starlette.exceptions import HTTPException
from starlette.middleware import Middleware
from starlette.requests import ClientDisconnect, Request
from starlette.responses import JSONResponse, Response
from starlette.routing import Route

from factcheck.faults import fault_of
from factcheck.pipeline import check_document, check_text
from factcheck.read import read_text
from factcheck.report.html import report_html
from factcheck.report.json import report_json
from factcheck.rulefiles import shipped_folder
from factcheck.serve.asked import Asked, Refused, asked, document, settings
from factcheck.serve.guard import Guard
from factcheck.serve.limits import Limits, Rates, Workers, body
from factcheck.serve.openapi import openapi
from factcheck.serve.wording import as_markdown

if TYPE_CHECKING:
    from factcheck.document import Document
    from factcheck.model import Report

Answer = Callable[[Request], Awaitable[Response]]
Make = Callable[[Asked, Limits], Response]
TYPES = {".html": "text/html", ".css": "text/css", ".js": "text/javascript", ".svg": "image/svg+xml"}
AS_IT_IS = frozenset({"", ".md", ".markdown", ".txt"})
"""Suffixes of files whose source is fit to be worked on by whoever does not program."""
GONE = 499
"""What nobody reads is answered with: the one who asked has left."""


def create_app(limits: Limits = Limits(), names: Collection[str] = ()) -> Starlette:  # noqa: B008
    """Return the application; `names` are those, beside localhost, under which it may be asked."""
    rates, workers = Rates(limits.burst, limits.rate), Workers(limits.workers, limits.waiting)

    def posted(make: Make) -> Answer:
        async def answer(request: Request) -> Response:
            try:
                rates.take(request.client.host if request.client else "")
                if not request.headers.get("content-type", "").startswith("application/json"):
                    raise Refused(415, "Send the request as application/json.")
                wanted = asked(await body(request, limits.size))
                return await workers.run(request, partial(_made, make, wanted, limits))
            except Refused as slip:
                return refusal(slip)
            except ClientDisconnect:
                return Response(status_code=GONE)

        return answer

    posts = [Route(path, posted(make), methods=["POST"]) for path, make in MAKES.items()]
    kept = [Route(path, partial(_file, where)) for path, where in _page_files().items()]
    return Starlette(
        routes=[*posts, *kept, Route("/openapi.json", _openapi), Route("/example", _example)],
        middleware=[Middleware(Guard, names)],
        exception_handlers={HTTPException: _no_such_thing},
        lifespan=_warmed,
    )


def refusal(slip: Refused) -> Response:
    """Return the answer to a request that is not met."""
    again = {"Retry-After": str(slip.again)} if slip.again else None
    return JSONResponse({"error": slip.reason}, slip.status, headers=again)


def _made(make: Make, wanted: Asked, limits: Limits) -> Response:
    """Return what is made of a request; a fault of factcheck's own is told without a word of the article."""
    try:
        return make(wanted, limits)
    except Refused as slip:
        return refusal(slip)
    except Exception as fault:
        return refusal(Refused(500, f"{fault_of(fault).without_words}."))


def _report(wanted: Asked, limits: Limits) -> Report:
    return whole(check_document(document(wanted, limits.characters), **settings(wanted, limits.characters)))


def whole(report: Report) -> Report:
    """Return a report that every check had its say in; Refused tells of one that failed."""
    if report.faults:
        raise Refused(500, f"{report.faults[0].without_words}.")
    return report


def _check(wanted: Asked, limits: Limits) -> Response:
    return Response(report_json([_report(wanted, limits)]), media_type="application/json")


def _page_report(wanted: Asked, limits: Limits) -> Response:
    headers = {"Content-Disposition": "attachment; filename=factcheck.html"}
    return Response(report_html([_report(wanted, limits)]), media_type="text/html", headers=headers)


def _read(wanted: Asked, limits: Limits) -> Response:
    """A file as text to work on: what is no plain text already comes as Markdown, and the day that it states beside it."""
    read = document(wanted, limits.characters)
    stem, suffix = splitext(read.path)
    if suffix.lower() in AS_IT_IS:
        return JSONResponse({"name": read.path, "text": read.source, "date": None})
    return JSONResponse(_worked_on(read, f"{stem}.md"))


def _worked_on(read: Document, name: str) -> dict[str, str | None]:
    return {"name": name, "text": as_markdown(read), "date": read.published.isoformat() if read.published else None}


MAKES: dict[str, Make] = {"/check": _check, "/report": _page_report, "/read": _read}


def _page_files() -> dict[str, tuple[str, str]]:
    """Return by path the package and the name of each file of the page."""
    home = "factcheck.serve.page"
    named = {f"/{file.name}": (home, file.name) for file in files(home).iterdir() if splitext(file.name)[1] in TYPES}
    return named | {
        "/": (home, "index.html"),
        "/docs": (home, "docs.html"),
        "/palette.css": ("factcheck.report", "palette.css"),
    }


async def _file(where: tuple[str, str], request: Request) -> Response:
    home, name = where
    return Response(files(home).joinpath(name).read_bytes(), media_type=TYPES[splitext(name)[1]])


async def _openapi(request: Request) -> Response:
    return JSONResponse(openapi())


def _example_text() -> str:
    with open(f"{shipped_folder('examples')}/summit-with-slips.md", encoding="utf-8") as file:
        return file.read()


def _check_example() -> None:
    check_text(_example_text())


async def _example(request: Request) -> Response:
    return JSONResponse(_worked_on(read_text(_example_text()), "summit.md"))


async def _no_such_thing(request: Request, slip: Exception) -> Response:
    status = slip.status_code if isinstance(slip, HTTPException) else 500
    reasons = {
        404: "There is nothing here; the page is at / and the description at /docs.",
        405: "This is asked for in another way; see /docs.",
    }
    return refusal(Refused(status, reasons.get(status, "The request cannot be answered.")))


@asynccontextmanager
async def _warmed(app: Starlette) -> AsyncIterator[None]:
    """Check the example before anybody asks, so that the first article need not wait for what is loaded once."""
    async with create_task_group() as tasks:
        tasks.start_soon(to_thread.run_sync, _check_example)
        yield
