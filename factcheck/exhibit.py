"""An example of a check, run as its article would be: with the day, the source and the archive that it names."""

from __future__ import annotations

from datetime import date
from os.path import join
from tempfile import TemporaryDirectory
from typing import TYPE_CHECKING

from factcheck.check import DATED
from factcheck.pipeline import check_text

if TYPE_CHECKING:
    from factcheck.check import Check, Example
    from factcheck.datatable.table import DataTable
    from factcheck.house.rules import House
    from factcheck.model import Report


def exhibit(check: Check, example: Example) -> Report:
    """Return the report of one check on its example."""
    from factcheck.read import read_text

    published = date.fromisoformat(example.published) if example.published else None
    companions = [read_text(example.source, "the source")] if example.source else []
    with TemporaryDirectory() as folder:
        return check_text(
            example.text, published=published, select=frozenset({check.id}), companions=companions,
            data=_data(example.table, folder), archive=_archive(example.past, folder), house=_house(example.rules, folder),
        )  # fmt: skip


def _data(table: str, folder: str) -> list[DataTable]:
    if not table:
        return []
    from factcheck.datatable.table import open_data

    return open_data(_written(join(folder, "data.csv"), table.replace("\n\n", "\n") + "\n"))


def _archive(past: str, folder: str) -> str:
    """Return the path of an archive of one article, "(2023-05-01) " before it dating it; "" for no article."""
    if not past:
        return ""
    from factcheck.archiving import add

    _, day, text = DATED.split(past)
    archive = join(folder, "archive.sqlite")
    list(add(archive, [_written(join(folder, "past.md"), f"---\ndate: {day}\n---\n\n{text}\n")]))
    return archive


def _house(rules: str, folder: str) -> House | None:
    from factcheck.house.load import house_rules

    return house_rules(_written(join(folder, "house.toml"), rules)) if rules else None


def _written(path: str, text: str) -> str:
    with open(path, "w", encoding="utf-8") as file:
        file.write(text)
    return path
