"""A value of the table against a figure: in the same unit, do the two meet, and if not, is it a slip?"""

from __future__ import annotations

from collections.abc import Sequence
from fractions import Fraction

from factcheck import shown
from factcheck.article import Article
from factcheck.companions.facts import fact_of
from factcheck.companions.sides import direction
from factcheck.datatable.asked import LOOSE, UNDATED, Answer, Asked
from factcheck.datatable.names import word_at
from factcheck.datatable.narrowing import plain
from factcheck.datatable.table import Cell, Measure
from factcheck.model import Mention, verbatim
from factcheck.numerals import digits
from factcheck.quantity import HUGE, Interval, Quantity
from factcheck.reference import units
from factcheck.restyle import restyled
from factcheck.segment import vocabulary
from factcheck.slips import mistyped

POWERS = (1, 10**3, 10**6, 10**9)
"""The scales that a table may be in which names none."""

COUNTED = 10**5
"""A column of whole numbers that reaches so far counts things one by one."""

TELLING = 3
"""A figure of fewer digits is a digit away from too many others."""

FARTHEST = 20
"""So many times as large, a figure is not that of a cell, save by a slip of the pen."""

TENS = (1, 2, 3, 6)


def factors(measure: Measure, mention: Mention) -> list[Fraction]:
    """Return what turns a number of the table into the unit of a figure; none where the two are of different things.

    Several where the table names no scale.
    """
    unit, scale = measure.column.head.unit, measure.column.head.scale
    if mention.kind in ("percent", "fraction", "points"):
        return [scale] if unit in ("%", "pp") else [Fraction(1, 100)] if unit is None and scale == 1 else []
    if mention.kind not in ("money", "count", "measure"):
        return []
    if unit is None:
        known = scale != 1 or (
            mention.kind == "count" and measure.column.high >= COUNTED and not measure.column.decimals
        )
        return [scale] if known else [Fraction(power) for power in POWERS]
    if unit == mention.unit:
        return [scale]
    converted = units.convert(Interval.exactly(scale), unit, mention.unit) if mention.kind == "measure" else []
    return [value.low for value in converted]


def stated(mention: Mention) -> Quantity:
    """Return a figure as it is held against data: noughts at its end may be rounding, save in a percentage."""
    return mention.quantity if mention.kind in ("percent", "points", "fraction") else mention.rounded


def number_answer(
    asked: Asked,
    implied: Sequence[Interval],
    cells: tuple[Cell, ...],
    working: str,
    says: str,
    sure: bool = True,
    swaps: bool = False,
) -> Answer | None:
    """Return the answer to a figure from what it may be; None for nothing to compare it with.

    It is held against the article where it is miswritten as figures are, or where the words leave nothing else to mean.
    `says` has {right} where the value that would be right belongs; `sure` is false where the words may mean other rows;
    `swaps` is true of a cell, which may have been taken for another.
    """
    if not implied:
        return None
    mention = asked.mention
    said = stated(mention)
    near = min(implied, key=lambda value: (value.gap(said.interval), abs(value.middle - said.interval.middle)))
    doubt = None
    if not near.meets(said.interval):
        slip = slipped(mention, near) or (swaps and _elsewhere(asked, implied, near))
        firm = (
            asked.firm
            and sure
            and (_comparable(near, said.interval) or _tenfold(mention, near))
            and asked.dated
            and len(implied) == 1
            and plain(asked)
        )
        doubt = None if slip or firm else LOOSE
        doubt = UNDATED if doubt is None and not asked.dated else doubt
    should = written_as(mention, near)
    given = Quantity(near, mention.unit, working)
    told = says.replace("{right}", verbatim(should))
    fix = f"“{should}” for “{mention.text}”"
    return Answer(mention.span, said, given, cells, told, f"{working}; the text says {mention.text}", doubt, fix)


def written_as(mention: Mention, value: Interval) -> str:
    """Return the middle of a value, without its sign, written as a figure is: $1.2 billion, 8조8,140억원."""
    middle = abs(value.middle)
    return restyled(mention.text, mention.quantity.centre, middle) or shown.with_unit(middle, mention.unit)


def _comparable(one: Interval, other: Interval) -> bool:
    """Tell whether two values are of one size; a figure of another size is of another thing."""
    low, high = sorted((abs(one.middle), abs(other.middle)))
    return high <= FARTHEST * low


def slipped(mention: Mention, right: Interval) -> bool:
    """Tell whether a figure differs from the right one as slips do: a digit, two digits swapped, a power of ten."""
    ours, theirs = digits(mention.text), digits(written_as(mention, right))
    if len(ours) < TELLING or mention.hedge:
        return False
    return mistyped(ours, theirs) or _tenfold(mention, right)


def _tenfold(mention: Mention, right: Interval) -> bool:
    """Tell whether a figure is a power of ten away: a million for a billion."""
    tens = (Interval.exactly(Fraction(10) ** power) for size in TENS for power in (size, -size))
    return len(digits(mention.text)) > 1 and any(mention.quantity.interval.times(power).meets(right) for power in tens)


def _elsewhere(asked: Asked, implied: Sequence[Interval], near: Interval) -> bool:
    """Tell whether a figure is that of another row, or of the same row in another year."""
    said, measure = asked.mention.quantity.interval, asked.frame.measure
    ways = factors(measure, asked.mention)
    if (
        len(digits(asked.mention.text).strip("0")) < TELLING
        or len(ways) != len(implied)
        or said.high >= HUGE
        or said.low <= -HUGE
    ):
        return False
    factor = ways[list(implied).index(near)]
    low, high = said.low / factor, said.high / factor
    twins = [
        one
        for one in asked.table.measures
        if one.words == measure.words and one.column.head.unit == measure.column.head.unit
    ]
    own = [asked.table.cell(asked.frame._replace(measure=twin), asked.label) for twin in twins if asked.label]
    return any(cell and low <= cell.value <= high for cell in own) or bool(asked.table.within(asked.frame, low, high))


def direction_of(article: Article, mention: Mention) -> int:
    """Return 1 for what something rose by, -1 for what it fell by, 0 for a level, such as one that it rose to."""
    place = article.place(mention)
    letter = article.skeleton[place - 1 : place]
    level = article.verb_last and bool(letter) and letter in vocabulary()[1]["RISE"] + vocabulary()[1]["FALL"]
    if level or word_at(article, place - 1) in ("to", "from", "at"):
        return 0
    fact = fact_of(article, mention, False)
    return direction(fact) if fact else 0
