"""An example of a check, run as its article would be: with the day, the source and the archive that it names."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from datetime import date
from os.path import join
from typing import TYPE_CHECKING

from factcheck.check import DATED
from factcheck.pipeline import check_text

if TYPE_CHECKING:
    from factcheck.check import Check, Example
    from factcheck.model import Report


def exhibit(check: Check, example: Example) -> Report:
    """Return the report of one check on its example."""
    from factcheck.read import read_text

    published = date.fromisoformat(example.published) if example.published else None
    companions = [read_text(example.source, "the source")] if example.source else []
    with _archive(example.past) as archive:
        return check_text(
            example.text, published=published, select=frozenset({check.id}), companions=companions, archive=archive
        )


@contextmanager
def _archive(past: str) -> Iterator[str]:
    """Give the path of an archive of one article, "(2023-05-01) " before it dating it; "" for no article."""
    if not past:
        yield ""
        return
    from tempfile import TemporaryDirectory

    from factcheck.archiving import add

    _, day, text = DATED.split(past)
    with TemporaryDirectory() as folder:
        article, archive = join(folder, "past.md"), join(folder, "archive.sqlite")
        with open(article, "w", encoding="utf-8") as file:
            file.write(f"---\ndate: {day}\n---\n\n{text}\n")
        list(add(archive, [article]))
        yield archive
