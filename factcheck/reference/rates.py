"""What one currency was worth in another on given days.

Source: the daily reference rates of the European Central Bank since 4 January 1999, in rates.bin (made by
build_rates), and the fixed rates of pegs.  Every answer is exact: the bank's own digits, crossed through the
euro day by day.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Sequence
from datetime import date, timedelta
from fractions import Fraction
from functools import lru_cache
from os.path import dirname, join
from struct import calcsize, iter_unpack, unpack_from

from factcheck.quantity import Interval
from factcheck.records import NamedTuple
from factcheck.reference.pegs import ANCHORS, PEGS, Peg

DATA = join(dirname(__file__), "rates.bin")
MAGIC, HEAD, RUN = b"FCR1", "<4sHH", "<3sBHHI"
EPOCH = date(1999, 1, 1).toordinal()
RECENT_DAYS = 30

BANK = "European Central Bank reference rates"


class Stale(NamedTuple):
    """The newest rates there are, and how many days before the day asked for they end."""

    band: Interval
    age: int


class Quoted(NamedTuple):
    """The band of a pair's rates, where they are from, and the days that they are of."""

    band: Interval
    source: str
    first: date
    last: date


class _Run(NamedTuple):
    """Rates of the days at the places from `first` up to `stop`, in the file from byte `start` on."""

    scale: int
    first: int
    stop: int
    start: int


class _Column(NamedTuple):
    """Units for one euro by day, each `scale` times as large."""

    rates: Sequence[int]
    scale: int


class _History(NamedTuple):
    """The whole file; `days` are counted from EPOCH on."""

    days: Sequence[int]
    runs: dict[str, list[_Run]]
    data: bytes

    def column(self, code: str, first: int, stop: int) -> _Column | None:
        """Return a currency's rates at these places, None where even one is wanting."""
        if code == "EUR":
            return _Column((1,) * (stop - first), 1)
        for run in self.runs.get(code, ()):
            if run.first <= first and stop <= run.stop:
                start = run.start + 4 * (first - run.first)
                return _Column(unpack_from(f"<{stop - first}I", self.data, start), run.scale)
        return None


@lru_cache(maxsize=1)
def _history() -> _History:
    with open(DATA, "rb") as file:
        data = file.read()
    magic, count, runs = unpack_from(HEAD, data)
    if magic != MAGIC:
        raise ValueError(f"{DATA} is not a table of rates: make it anew with build_rates")
    table = calcsize(HEAD) + 2 * count
    rates = table + calcsize(RUN) * runs
    found: dict[str, list[_Run]] = {}
    for code, decimals, first, length, place in iter_unpack(RUN, data[table:rates]):
        run = _Run(10**decimals, first, first + length, rates + 4 * place)
        found.setdefault(code.decode(), []).append(run)
    return _History(unpack_from(f"<{count}H", data, calcsize(HEAD)), found, data)


def newest() -> date:
    """Return the last day for which there are rates."""
    return date.fromordinal(EPOCH + _history().days[-1])


def covered(code: str) -> bool:
    """Tell whether anything is known of the currency of this ISO code, at some time."""
    return code == "EUR" or code in PEGS or code in _history().runs


@lru_cache(maxsize=1024)
def band(base: str, quote: str, first: date, last: date) -> Interval | None:
    """Return the lowest and highest rate of the days `first` to `last`, in units of `quote` for one `base`.

    A weekend or holiday has the rate of the business day before.  Days after newest() are left out.  None if
    that leaves none, if a currency is unknown or was not quoted throughout, or if `last` precedes `first`.
    """
    if last < first:
        return None
    pegged = (PEGS[code].since for code in (base, quote) if code in PEGS)
    for new_year in (date(year, 1, 1) for year in pegged if first.year < year <= last.year):
        before = band(base, quote, first, new_year - timedelta(1))
        after = band(base, quote, new_year, last)
        return before.hull(after) if before and after else None
    one, other = _anchored(base, first), _anchored(quote, first)
    market = _market(one.anchor, other.anchor, first, last)
    return market and market.times(_units(other)).over(_units(one))


def year_band(base: str, quote: str, year: int) -> Interval | None:
    """Return band() of a whole year; of a year that is not over, of its days up to newest()."""
    return band(base, quote, date(year, 1, 1), date(year, 12, 31))


def stale_band(base: str, quote: str, on: date) -> Stale | None:
    """Return the band of the last 30 days of the history for a day after it, and how old it is on that day.

    None for a day that the history covers (ask band) and for a pair of which one has ceased to be quoted.
    """
    found = stale(base, quote, on)
    return Stale(found.band, (on - found.last).days) if found else None


def stale(base: str, quote: str, on: date) -> Quoted | None:
    """Return stale_band() with its source and its days."""
    end = newest()
    return quoted(base, quote, end - timedelta(RECENT_DAYS - 1), end) if on > end else None


def quoted(base: str, quote: str, first: date, last: date) -> Quoted | None:
    """Return band() with its source and the days of it that the history has."""
    found = band(base, quote, first, last)
    return Quoted(found, source(base, quote, last), first, min(last, newest())) if found else None


def source(base: str, quote: str, on: date = date.max) -> str:
    """Return where the rate of the pair comes from on a day, as a report would name it; "" where it is not covered."""
    if not (covered(base) and covered(quote)):
        return ""
    held = {code: peg for code in (base, quote) if (peg := _anchored(code, on)).anchor != code}
    pegs = list(held.values())
    anchors = {held[code].anchor if code in held else code for code in (base, quote)}
    phrases = [_phrase(peg) for peg in pegs]
    return " and ".join(phrases if phrases and len(anchors) == 1 else [*phrases, BANK])


def _phrase(peg: Peg) -> str:
    kind = "fixed peg" if peg.reach else "fixed conversion rate"
    if peg.rate == 1:
        return f"{kind}, at par with the {ANCHORS[peg.anchor]}"
    return f"{kind} of {peg.words} to the {ANCHORS[peg.anchor]}"


def _anchored(code: str, day: date) -> Peg:
    """Return the peg that held on a day; a currency that floats is its own anchor."""
    peg = PEGS.get(code)
    return peg if peg and peg.since <= day.year else Peg(code, Fraction(1))


def _units(peg: Peg) -> Interval:
    return Interval.exactly(peg.rate).widened(peg.reach)


def _market(base: str, quote: str, first: date, last: date) -> Interval | None:
    """Return the band of two currencies that have no peg, or that share their anchor."""
    if base == quote:
        return Interval.exactly(1) if covered(base) else None
    for places in _places(first, last):
        below, above = (_history().column(code, *places) for code in (base, quote))
        if below and above:
            return _crossed(below, above)
    return None


def _crossed(below: _Column, above: _Column) -> Interval:
    """Return the band of the daily quotients of two columns."""
    days = list(zip(above.rates, below.rates, strict=True))
    scale = Fraction(below.scale, above.scale)
    low, high = min(days, key=_ordered), max(days, key=_ordered)
    return Interval(Fraction(*low) * scale, Fraction(*high) * scale)


def _ordered(day: tuple[int, int]) -> int:
    # Unequal fractions of 32 bits lie at least 2**-64 apart: their whole multiples keep their order.
    return (day[0] << 64) // day[1]


def _places(first: date, last: date) -> list[tuple[int, int]]:
    """Return the places in the history of these days, from the first up to, not including, the last.

    A period that begins on a weekend begins with the rate of the Friday before; the second offer leaves it
    out, for a currency that was first quoted on the Monday.
    """
    days = _history().days
    start, end = first.toordinal() - EPOCH, last.toordinal() - EPOCH
    if start < 0 or start > days[-1]:
        return []
    standing = max(bisect_right(days, start) - 1, 0)
    stop = max(bisect_right(days, end), standing + 1)
    return [(begin, stop) for begin in (standing, bisect_left(days, start)) if begin < stop]
