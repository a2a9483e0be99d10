"""What a check of one article may be told: the one list of settings, for the library, the command line and the page."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from typing import TYPE_CHECKING, TypedDict

if TYPE_CHECKING:
    from factcheck.datatable.table import DataTable
    from factcheck.document import Document
    from factcheck.house.rules import House
    from factcheck.reference.own import OwnRates


class Settings(TypedDict, total=False):
    """How an article is checked, and what it is held against.

    `published` overrides the day that the article names; `select` names the rules that run (none for all), `ignore`
    those that do not; `companions` are the documents that it was written from, `data` the tables whose figures it cites;
    `archive` is the path of an archive of past articles, "" for none; `house` what the house lays down, `rates` its own
    rates of exchange.
    """

    published: date | None
    select: frozenset[str]
    ignore: frozenset[str]
    companions: Sequence[Document]
    data: Sequence[DataTable]
    archive: str
    house: House | None
    rates: OwnRates | None
