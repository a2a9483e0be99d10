"""Laws of a table: what a column is to others, found out from the rows where it holds."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from fractions import Fraction
from itertools import combinations, permutations
from math import log10

from factcheck.link.context.grids import TOTALS, Cell, Grid
from factcheck.model import Relation
from factcheck.numerals import digits
from factcheck.patterns import Pattern
from factcheck.quantity import Interval, Quantity, total
from factcheck.records import NamedTuple
from factcheck.slips import mistyped
from factcheck.solve import repairs

Work = Callable[[list[Quantity]], Quantity]
HUNDRED, OF_TWO_SHARES = 100, 4
"""The numbers that two cells of shares show come to so many powers of ten more than the shares do."""

SEARCHED = 8
"""In tables of more columns only those that their heads name are tried."""

GLANCE = 3
ROUGH = 0.06
"""A glance at the first rows, in plain numbers, spares the exact work on most sets of columns."""

NAMED = (
    "change", "chg", "growth", "rise", "increase", "diff", "+/-", "gd", "net", "gap", "margin", "%", "share", "var",
    "yoy", "y-o-y", "swing", "profit", "shortfall", "surplus", "deficit", "balance", "증감", "증가", "감소", "성장", "변화", "비중", "비율", "구성", "차이", "등락",
)  # fmt: skip
"""What stands over a column that is worked out from others."""
PRICES = ("price", "rate", "yield", "each", "per ", "fee", "wage", "pay per", "unit cost", "단가", "가격")
NUMBERS = (
    "area",
    "acres",
    "hectares",
    "quantity",
    "qty",
    "number",
    "no.",
    "units",
    "hours",
    "days",
    "sold",
    "copies",
    "tickets",
    "수량",
    "개수",
)
WORTH = (
    "cost",
    "total",
    "amount",
    "value",
    "sum",
    "takings",
    "revenue",
    "wages",
    "charge",
    "sales",
    "pay",
    "earnings",
    "income",
    "crop",
    "harvest",
    "output",
    "production",
    "금액",
    "합계",
)
"""What stands over a price, over how many of it there are, and over what the two come to."""
TWO_SIDES = ({"yes", "no"}, {"for", "against"}, {"men", "women"}, {"male", "female"}, {"찬성", "반대"}, {"남", "여"})
"""What stands over two shares that leave no third."""

PER_SO_MANY = Pattern(r"\bper (?:(\d[\d,]*)|\w+)|\((?!\d)\w+/\w+\)|^(?:average|avg|mean)\b|\b(?:ppg|a game|a head)\b")
SPEED, MINUTES = Pattern(r"\b(?:mph|kph|km/h)\b"), 60
OPENING, IN, OUT, CLOSING = (
    Pattern(pattern)
    for pattern in (
        r"^(?:opening|start|brought forward|at start|beginning)",
        r"^(?:in|paid in|income|receipts|added|arrivals|births|deposits|new|joined)\b",
        r"^(?:out|paid out|spent|spending|expenses|payments|withdrawn|departures|deaths|left|sold)\b",
        r"^(?:closing|end|at end|carried forward|balance)",
    )
)
"""What stands over an account: what there was, what came, what went and what is left."""
TELLING = 2.5
"""By so many digits the rows that keep a law which no head names must outdo the number of laws that were tried."""


EXACT, MANY = 0.001, 13
"""A column is a multiple of another by a whole number, no more than a dozen."""


class Law(NamedTuple):
    """Column `target` is worked out from the columns `sources`; `named` where its head says what it is."""

    target: int
    sources: tuple[int, ...]
    work: Work
    named: bool
    exact: bool = False
    """Whether other rows keep it to the digit, so that none of its figures was rounded, as must a product that no head names."""
    least: int = 0
    """So many digits a row shows that keeps it, however short its target."""


def _change(parts: list[Quantity]) -> Quantity:
    return (parts[0] / parts[1] - 1).as_unit("%")


def _part(parts: list[Quantity]) -> Quantity:
    return (parts[0] / parts[1]).as_unit("%")


def _difference(parts: list[Quantity]) -> Quantity:
    return parts[0] - parts[1]


def _rest(whole: int) -> Work:
    """Return what is left of a hundred, or of 100%, when the other columns are taken off."""
    all_of_it = Quantity.constant(whole, "100" if whole > 1 else "100%", "" if whole > 1 else "%")

    def left(parts: list[Quantity]) -> Quantity:
        return all_of_it - total(parts)

    return left


def _product(power: int) -> Work:
    factor = Quantity.constant(Fraction(10) ** power, f"{Fraction(10) ** power}")

    def made(parts: list[Quantity]) -> Quantity:
        product = _as_displayed(parts[0]) * _as_displayed(parts[1])
        return product * factor if power else product

    return made


def _as_displayed(part: Quantity) -> Quantity:
    """Return a share as the number that its cell shows."""
    shown = part.interval.times(Interval.exactly(HUNDRED))
    return part.changed(value=shown, unit="") if part.unit == "%" else part


def _quotient(many: int) -> Work:
    factor = Quantity.constant(many, f"{many:,}")
    return lambda parts: parts[0] / parts[1] * factor if many > 1 else parts[0] / parts[1]


def laws(grid: Grid) -> list[Law]:
    """Return the law of each column that has one: the one that most rows keep."""
    best: dict[int, tuple[int, Law]] = {}
    for law in _candidates(grid):
        found = [relation for _, relation in relations_of(grid, law)]
        kept = sum(relation.meets() for relation in found)
        if _proved(grid, law, found) and kept > best.get(law.target, (0, law))[0]:
            best[law.target] = (kept, law)
    told = _once([law for _, law in best.values()])
    return [law._replace(exact=law.exact or _to_the_digit(grid, law)) for law in told]


def _once(proved: list[Law]) -> list[Law]:
    """Return the laws without those that say of the same columns what another says by name, or of one further right."""
    told: dict[frozenset[int], Law] = {}
    for law in sorted(proved, key=lambda law: (law.named, law.target)):
        told[frozenset((law.target, *law.sources))] = law
    return [law for law in proved if law.named or law in told.values()]


def _to_the_digit(grid: Grid, law: Law) -> bool:
    """Tell whether two rows or more keep a law of products as their figures stand."""
    if not law.named or law.work in (_change, _part, _difference, total):
        return False
    found = [relation for _, relation in relations_of(grid, law._replace(exact=True))]
    kept = sum(one.stated.interval.middle == one.implied.interval.middle for one in found)
    return kept >= 2 and kept >= len(found) - 1


def _proved(grid: Grid, law: Law, found: list[Relation]) -> bool:
    """Tell whether so many rows keep a law that it cannot be chance; what no head names is broken only by a slip of the pen.

    Each digit of a figure that keeps a law makes chance a tenth as likely; each law tried makes it likelier.
    """
    kept = [relation for relation in found if relation.meets()]
    broken = [relation for relation in found if not relation.meets()]
    if len(kept) < 2 or len(broken) > max(1, len(kept) // 4):
        return False
    if law.named:
        return True
    shown = sum(max(law.least, len(digits(one.stated.working).strip("0"))) for one in kept if not idle(one))
    return shown >= TELLING + log10(grid.width**3) and all(map(slipped, broken))


def idle(relation: Relation) -> bool:
    """Tell whether a row keeps a law because nothing is added, or a figure is taken once: 18 less 0 is 18."""
    stated = relation.stated.interval.middle
    return stated == 0 or (
        relation.implied.made is not None and any(part.interval.middle == stated for part in relation.implied.made[1:])
    )


def slipped(relation: Relation) -> bool:
    """Tell whether one digit, or two swapped, in one figure would make a relation hold."""
    return any(mistyped(digits(one.figure.working), digits(one.text)) for one in repairs(relation))


def _candidates(grid: Grid) -> Iterator[Law]:
    columns = [number for number in range(grid.width) if sum(map(bool, grid.column(number))) >= 2]
    shares = [number for number in columns if any(cell and cell.percent for cell in grid.column(number))]
    plain = [number for number in columns if number not in shares]
    for target in plain:
        left = tuple(number for number in plain if number < target)
        named = grid.head(target).partition(" ")[0] in TOTALS
        if len(left) > 1 and (named or target == plain[-1]):
            yield Law(target, left, total, named)
    for alike in (plain, shares):
        if len(alike) > 1 and alike == columns:
            yield Law(alike[-1], tuple(alike[:-1]), _rest(1 if alike is shares else HUNDRED), False, least=2)
    for pair in combinations(shares, 2) if len(shares) > 2 else ():
        if {grid.head(number) for number in pair} in TWO_SIDES:
            yield Law(pair[1], pair[:1], _rest(1), True)
    game = _games(grid)
    yield from [game] if game else _multiples(grid, plain)  # Of games won, drawn and lost the rest is chance.
    yield from _per_head(grid, plain)
    yield from _account(grid, plain)
    if len(columns) <= SEARCHED:
        found = _pairs(grid, plain, shares)
        yield from (law for law in found if law.named or not game)


def _per_head(grid: Grid, plain: list[int]) -> Iterator[Law]:
    """Yield the laws of columns that say that they are for so many: cases over people, per 100,000."""
    for target in plain:
        if found := PER_SO_MANY.search(grid.head(target)) or SPEED.search(grid.head(target)):
            for sources in permutations([number for number in plain if number != target], 2):
                hourly = MINUTES if SPEED.search(grid.head(target)) and "min" in grid.head(sources[1]) else 1
                many = int(found[1].replace(",", "")) if found.re is PER_SO_MANY.compiled and found[1] else hourly
                yield Law(target, sources, _quotient(many), True)


def _account(grid: Grid, plain: list[int]) -> Iterator[Law]:
    """Yield the law of an account: what is left is what there was, with what came and without what went."""
    kinds = [[number for number in plain if kind.search(grid.head(number))] for kind in (OPENING, IN, OUT, CLOSING)]
    if all(len(found) == 1 for found in kinds):
        opening, came, went, closing = (found[0] for found in kinds)
        yield Law(closing, (opening, came, went), lambda parts: parts[0] + parts[1] - parts[2], True)


def _multiples(grid: Grid, plain: list[int]) -> Iterator[Law]:
    """Yield the law of a column that is so many times another in the first rows: a return is two singles."""
    top = _top(grid)
    for one, target in permutations(plain, 2):
        told = [(row[one] or 0.0, row[target] or 0.0) for row in top]
        ratios = [answer / single for single, answer in told if single and answer]
        whole = [round(ratio) for ratio in ratios if abs(ratio - round(ratio)) < EXACT and 1 < ratio < MANY]
        if many := next((ratio for ratio in whole if whole.count(ratio) > 1), 0):
            yield Law(target, (one,), _times(many), False, exact=True)


def _times(many: int) -> Work:
    return lambda parts: parts[0] * many


def _games(grid: Grid) -> Law | None:
    """Return the law of a league: games played are those won, drawn and lost."""
    at = {grid.head(number): number for number in range(grid.width)}
    played = next((at[name] for name in ("p", "pl", "gp", "mp", "played", "games", "matches") if name in at), None)
    won, lost = at.get("w", at.get("won", at.get("wins"))), at.get("l", at.get("lost", at.get("losses")))
    if played is None or won is None or lost is None:
        return None
    drawn = at.get("d", at.get("t", at.get("drawn", at.get("draws", at.get("tied")))))
    return Law(played, (won, lost) if drawn is None else (won, drawn, lost), total, True)


def _pairs(grid: Grid, plain: list[int], shares: list[int]) -> Iterator[Law]:
    top = _top(grid)
    for one, other in permutations(plain, 2):
        for target in shares:
            for work, rough in ((_change, lambda a, b: a / b - 1), (_part, lambda a, b: a / b)):
                if _glance(top, (one, other, target), rough):
                    rated = work is _part and "rate" in grid.head(target)
                    yield Law(target, (one, other), work, rated or _is_named(grid, target))
        for target in plain:
            if target not in (one, other) and _glance(top, (one, other, target), lambda a, b: a - b):
                yield Law(target, (one, other), _difference, _is_named(grid, target))
    for one, other in (*combinations(plain, 2), *combinations(shares, 2)):  # A weight times a change is what it adds.
        least = 1 / HUNDRED if one in shares else 1
        for target in plain:
            if target not in (one, other) and (power := _power(top, (one, other, target), least)) is not None:
                named = _is_priced(grid, one, other, target)
                displayed = power - OF_TWO_SHARES if one in shares else power
                yield Law(target, (one, other), _product(displayed), named, exact=not named)


def _is_named(grid: Grid, target: int) -> bool:
    """Tell whether the head of a column, or the signs in all its cells, say that it is worked out from others."""
    cells = [cell for cell in grid.column(target) if cell]
    signed = len(cells) > 1 and all(cell.text[:1] in "+-−–±" for cell in cells if cell.value)
    return signed or any(word in grid.head(target) for word in NAMED)


def _is_priced(grid: Grid, one: int, other: int, target: int) -> bool:
    """Tell whether the heads of three columns are those of a price, a number and what they come to."""
    pair = grid.head(one), grid.head(other)
    priced = any(word in head for word in PRICES for head in pair) and any(
        word in head for word in NUMBERS for head in pair
    )
    return priced and any(word in grid.head(target) for word in WORTH)


Top = list[list[float | None]]


def _top(grid: Grid) -> Top:
    """Return the first rows in plain numbers."""
    return [
        [None if cell is None else float(cell.value) / (100 if cell.percent else 1) for cell in row]
        for row in grid.rows[:GLANCE]
    ]


def _glance(top: Top, columns: tuple[int, int, int], rough: Callable[[float, float], float]) -> bool:
    """Tell whether a law holds roughly in two of the first rows."""
    hits = 0
    for row in top:
        one, other, answer = (row[column] for column in columns)
        if one is not None and answer is not None and other:
            hits += abs(rough(one, other) - answer) <= ROUGH * max(abs(answer), 0.01)
    return hits >= 2


def _power(top: Top, columns: tuple[int, int, int], least: float) -> int | None:
    """Return the power of ten between the product of two columns and a third that two first rows share, each factor over the `least`."""
    powers = []
    for row in top:
        left, right, answer = (row[column] or 0.0 for column in columns)
        if left * right * answer > 0 and min(left, right) > least:
            power = round(log10(answer / (left * right)))
            if abs(left * right * 10.0**power / answer - 1) <= ROUGH:
                powers.append(power)
    return next((power for power in powers if powers.count(power) >= 2), None)


def relations_of(grid: Grid, law: Law) -> Iterator[tuple[int, Relation]]:
    """Yield what a law says of each row that has all its cells."""
    for number, row in enumerate(grid.rows):
        cells = [row[column] for column in (law.target, *law.sources)]
        if all(cells) and not (grid.is_total(number) and law.work not in (_change, _difference, total)):
            stated, *parts = [cell for cell in cells if cell]
            if law.work is _change and (not stated.percent or parts[1].value < 0):
                continue  # A balance goes from -22 to -5 by 17, and by no percentage.
            yield number, Relation(stated.quantity, law.work([_exact(part, law) for part in parts]))


def _exact(cell: Cell, law: Law) -> Quantity:
    """Return a cell's number: small whole numbers of sums and differences count things and are exact, as are priced ones."""
    counted = law.work in (_difference, total) and cell.value.denominator == 1 and abs(cell.value) < 1000
    middle = Interval.exactly(cell.quantity.interval.middle)
    return cell.quantity.changed(value=middle) if counted or law.exact else cell.quantity
