"""A house's own rates of exchange, from a table in a CSV file, asked before the shipped history.

Either a rate a line, in units of `quote` for one `base`:     or a column for each currency, the base in the first head:
    date,base,quote,rate                                          date per USD,TWD,KRW
    2025-08-25,USD,TWD,30.45                                      2025-08-25,30.45,1389.5
"""

from __future__ import annotations

import csv
import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Sequence
from datetime import date, timedelta
from fractions import Fraction
from io import StringIO
from operator import attrgetter
from os.path import basename

from factcheck.currencies import symbols
from factcheck.document import UnreadableError
from factcheck.quantity import Interval
from factcheck.records import NamedTuple
from factcheck.reference import rates
from factcheck.reference.rates import Quoted
from factcheck.regexes import compiled

LONG = frozenset({"date", "base", "quote", "rate"})
WIDE = compiled(r"\s*date\b[^A-Za-z]*(?:per|base|for)?\W*([A-Z]{3})\W*", re.IGNORECASE)
RATE = compiled(r"(?:[0-9]{1,15}|[0-9]{1,3}(?:,[0-9]{3}){1,4})(?:\.[0-9]{1,15})?")
STANDING = timedelta(7)
"""So long a rate stands where the house has none for the day: over a weekend and a holiday."""

HOW = 'begin it with "date,base,quote,rate", or with "date per USD" and a column for each currency'
Pair = tuple[str, str]


class Point(NamedTuple):
    """The rate of a day, and the line of the file that has it."""

    day: date
    rate: Fraction
    line: int


class OwnRates:
    """A house's rates of each pair of currencies by day; `name` is the file's, as a report gives it."""

    def __init__(self, name: str, points: dict[Pair, list[Point]]) -> None:
        self.name = name
        self.points = {pair: sorted(found) for pair, found in points.items()}
        self.beside: dict[str, set[str]] = {}
        for base, quote in points:
            self.beside.setdefault(base, set()).add(quote)
            self.beside.setdefault(quote, set()).add(base)

    def quoted(self, base: str, quote: str, first: date, last: date) -> Quoted | None:
        """Return the lowest and highest rate of some days, in units of `quote` for one `base`.

        Days without a rate have the one before, of a week at most.  A pair that the file lacks is crossed through a
        currency that it has beside one of the two, the other half from the shipped history if need be.
        """
        if found := self._own(base, quote, first, last):
            return found
        for middle in sorted(self.beside.get(base, ())):
            if (near := self._own(base, middle, first, last)) and (far := self._either(middle, quote, first, last)):
                return _crossed(near, far)
        for middle in sorted(self.beside.get(quote, ())):
            if (far := self._own(middle, quote, first, last)) and (near := self._either(base, middle, first, last)):
                return _crossed(far, near)
        return None

    def stale(self, base: str, quote: str, on: date) -> Quoted | None:
        """Return the newest rate of a pair before a day, however old; None where there is none."""
        points = self.points.get((base, quote)) or self.points.get((quote, base)) or []
        before = bisect_right(points, on, key=attrgetter("day"))
        day = points[before - 1].day if before else None
        return self._own(base, quote, day, day) if day else None

    def _either(self, base: str, quote: str, first: date, last: date) -> Quoted | None:
        return self._own(base, quote, first, last) or rates.quoted(base, quote, first, last)

    def _own(self, base: str, quote: str, first: date, last: date) -> Quoted | None:
        if back := self.points.get((quote, base)):
            found = self._among(back, first, last)
            return found and found._replace(band=Interval.exactly(1).over(found.band))
        return self._among(self.points.get((base, quote), []), first, last)

    def _among(self, points: Sequence[Point], first: date, last: date) -> Quoted | None:
        start, stop = (
            bisect_left(points, first, key=attrgetter("day")),
            bisect_right(points, last, key=attrgetter("day")),
        )
        if start == stop:
            start = max(0, stop - 1)
        chosen = points[start:stop]
        if not chosen or chosen[-1].day < first - STANDING:
            return None
        values = [point.rate for point in chosen]
        return Quoted(Interval(min(values), max(values)), self.name, chosen[0].day, chosen[-1].day)


def _crossed(own: Quoted, other: Quoted) -> Quoted:
    source = own.source if other.source == own.source else f"{own.source} and {other.source}"
    return Quoted(own.band.times(other.band), source, min(own.first, other.first), max(own.last, other.last))


def read_rates(text: str, path: str) -> tuple[OwnRates, list[UnreadableError]]:
    """Return the rates in the text of a CSV file, and what is wrong in it, a line each."""
    reader = _Reader(path)
    reader.read(text.removeprefix("\ufeff"))
    return OwnRates(basename(path), reader.points), reader.slips


class _Reader:
    """Goes over the lines of a table of rates; `slips` names those that cannot be used."""

    def __init__(self, path: str) -> None:
        self.path = path
        self.points: dict[Pair, list[Point]] = {}
        self.slips: list[UnreadableError] = []
        self.seen: dict[tuple[str, str, date], Point] = {}

    def read(self, text: str) -> None:
        head = text.partition("\n")[0]
        rows = csv.reader(StringIO(text, newline=""), delimiter=";" if head.count(";") > head.count(",") else ",")
        line = 1
        try:
            heads = [cell.strip() for cell in next(rows, [])]
            if not (quotes := self._quotes(heads)):
                return
            for row in rows:
                line = rows.line_num
                cells = [cell.strip() for cell in row]
                if any(cells):
                    self._row(cells, quotes, line)
        except csv.Error as slip:
            self._slip(max(line, rows.line_num), f"the table cannot be read ({slip})")

    def _slip(self, line: int, words: str) -> None:
        self.slips.append(UnreadableError(self.path, f"line {line}: {words}"))

    def _quotes(self, heads: list[str]) -> dict[str, int] | tuple[str, dict[str, int]] | None:
        """Return where each of the four columns stands, or the base with the column of each currency."""
        lower = [head.lower() for head in heads]
        if set(lower) >= LONG:
            return {name: lower.index(name) for name in LONG}
        wide = WIDE.fullmatch(heads[0]) if heads else None
        if wide is None or len(heads) < 2:
            self._slip(1, f"the head of the table does not tell what its columns are; {HOW}")
            return None
        base = wide[1].upper()
        codes = {head.upper(): at for at, head in enumerate(heads) if at}
        unknown = [code for code in (base, *codes) if code not in symbols()]
        for code in unknown:
            self._slip(1, _no_currency(code))
        return None if unknown else (base, codes)

    def _row(self, cells: list[str], quotes: dict[str, int] | tuple[str, dict[str, int]], line: int) -> None:
        try:
            for pair, day, rate in _rates(cells, quotes):
                self._kept(pair, Point(day, rate, line))
        except ValueError as slip:
            self._slip(line, str(slip))

    def _kept(self, pair: Pair, point: Point) -> None:
        base, quote = pair
        if base == quote:
            raise ValueError(f"the rate is of {base} in {quote}; name two currencies")
        if (quote, base) in self.points:
            pair, point = (quote, base), point._replace(rate=1 / point.rate)
        other = self.seen.setdefault((*pair, point.day), point)
        if other is point:
            self.points.setdefault(pair, []).append(point)
        elif other.rate != point.rate:
            raise ValueError(f"line {other.line} has another rate of {base} in {quote} for that day")


def _rates(
    cells: list[str], quotes: dict[str, int] | tuple[str, dict[str, int]]
) -> Iterator[tuple[Pair, date, Fraction]]:
    """Yield the rates in a row; ValueError says what is wrong with one."""
    if isinstance(quotes, dict):
        if len(cells) <= max(quotes.values()):
            raise ValueError(f"the row has {len(cells)} columns; it needs {max(quotes.values()) + 1}")
        base, quote = (cells[quotes[side]].upper() for side in ("base", "quote"))
        for code in (base, quote):
            if code not in symbols():
                raise ValueError(_no_currency(code))
        yield (base, quote), _day(cells[quotes["date"]]), _rate(cells[quotes["rate"]])
        return
    base, codes = quotes
    day = _day(cells[0])
    for code, at in codes.items():
        if at < len(cells) and cells[at]:
            yield (base, code), day, _rate(cells[at])


def _no_currency(code: str) -> str:
    return f"there is no currency {code or '(empty)'}; write its three letters, as USD"


def _day(text: str) -> date:
    try:
        if len(text) == len("2025-08-25"):
            return date.fromisoformat(text)
    except ValueError:
        pass
    raise ValueError(f"“{text}” is no day; write it as 2025-08-25")


def _rate(text: str) -> Fraction:
    rate = Fraction(text.replace(",", "")) if RATE.fullmatch(text) else Fraction(0)
    if rate <= 0:
        raise ValueError(f"“{text}” is no rate; write a number above 0, as 1389.5")
    return rate
