"""What a table answers to a figure: the value that it gives, the cells that give it, and whether the words tie the two."""

from __future__ import annotations

import os
from collections.abc import Sequence
from fractions import Fraction
from typing import NamedTuple

from factcheck import shown
from factcheck.article import Article
from factcheck.companions.facts import fact_of
from factcheck.companions.sides import direction
from factcheck.datatable.names import word_at, words
from factcheck.datatable.reading import LISTING, Told, kinds, root_of, same
from factcheck.datatable.table import Cell, DataTable, Frame, Label, Measure
from factcheck.document import Span
from factcheck.model import Mention
from factcheck.quantity import HUGE, Interval, Quantity
from factcheck.reference import units
from factcheck.segment import vocabulary
from factcheck.subjects import digits, mistyped

POWERS = (1, 10**3, 10**6, 10**9)
"""The scales that a table may be in which names none."""

COUNTED = 10**5
"""A column of whole numbers that reaches so far counts things one by one."""

TELLING = 3
"""A figure of fewer digits is a digit away from too many others."""

MYRIADS = {"조": 10**12, "억": 10**8, "만": 10**4}
OWNING_MARKS = frozenset(("'", "'s", "’s", "’"))
OWNED_REACH = 5
NEAR = 12
"""Words from a measure to its figure."""

FARTHEST = 20
"""So many times as large, a figure is not that of a cell, save by a slip of the pen."""

KNOWN = ("high", "low", "mean", "median", "whole", "together")
"""Words of rules/data.toml that narrow nothing."""

TENS = (1, 2, 3, 6)
LOOSE = "the words do not tie the figure closely enough to one cell of the data"
UNDATED = "the words do not say which year of the data they mean"


class Answer(NamedTuple):
    """A figure of the article and what the table gives for it.

    `span` is where the article says so, `cells` those of the table that bear on it, the first the one that decides;
    `says`, `working`, `doubt` and `fix` are as in Relation.
    """

    span: Span
    stated: Quantity
    implied: Quantity
    cells: tuple[Cell, ...]
    says: str
    working: str
    doubt: str | None = None
    fix: str | None = None


class Asked(NamedTuple):
    """A figure that is held against the table, with the rows that it is one of, and its own row, if it has one."""

    article: Article
    table: DataTable
    told: Told
    mention: Mention
    frame: Frame
    label: Label | None
    dated: bool

    @property
    def firm(self) -> bool:
        """Whether the sentence itself names the measure and, for a figure of one row, the row."""
        named = self.told.named or self.label is None or self.table.series is not None
        return self.told.measured and named

    @property
    def place(self) -> int:
        """Where in the skeleton the figure stands."""
        return self.article.place(self.mention)


def value_of(measure: Measure, cell: Cell, factor: Fraction = Fraction(1)) -> Interval:
    """Return what a cell stands for: its number, as finely as the column shows it."""
    return Interval.around(cell.value, measure.column.half).times(Interval.exactly(factor))


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
    converted = (
        units.convert(Interval.exactly(scale), unit, mention.unit) if mention.kind == "measure" else []
    )
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
    near = min(
        implied, key=lambda value: (value.gap(said.interval), abs(value.middle - said.interval.middle))
    )
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
    return Answer(
        mention.span, said, given, cells, told, f"{working}; the text says {mention.text}", doubt, fix
    )


def written_as(mention: Mention, value: Interval) -> str:
    """Return the middle of a value, without its sign, written as a figure is: $1.2 billion, 8조8,140억원."""
    middle = abs(value.middle)
    if len(shown.NUMERAL.findall(mention.text)) > 1:
        return _compound(mention, middle)
    return shown.restyled(mention.text, mention.quantity.interval.middle, middle) or shown.with_unit(
        middle, mention.unit
    )


def _compound(mention: Mention, value: Fraction) -> str:
    """Return a value in the Korean way, ten thousands by name, as finely as the figure has it."""
    used = [(size, name) for name, size in MYRIADS.items() if name in mention.text]
    tail = mention.text.rpartition(used[-1][1])[2] if used else ""
    if shown.NUMERAL.match(tail):
        used, tail = [*used, (1, "")], shown.NUMERAL.sub("", tail)
    parts, rest = [], shown.round_half_up(value / used[-1][0], 0) * used[-1][0] if used else value
    for size, name in used:
        count, rest = divmod(rest, size)
        parts.append(f"{int(count):,}{name}" if count else "")
    joined = "".join(parts) + tail
    return joined if "," in mention.text else joined.replace(",", "")


def verbatim(words: str) -> str:
    """Return words that are to stand in a finding's sentence as they are, braces and all."""
    return words.replace("{", "{{").replace("}", "}}")


def _comparable(one: Interval, other: Interval) -> bool:
    """Tell whether two values are of one size; a figure of another size is of another thing."""
    low, high = sorted((abs(one.middle), abs(other.middle)))
    return high <= FARTHEST * low


def slipped(mention: Mention, right: Interval) -> bool:
    """Tell whether a figure differs from the right one as slips do: a digit, two digits swapped, a power of ten."""
    ours, theirs = digits(mention), "".join(sign for sign in written_as(mention, right) if sign.isdecimal())
    if len(ours) < TELLING or mention.hedge:
        return False
    return mistyped(ours, theirs) or _tenfold(mention, right)


def _tenfold(mention: Mention, right: Interval) -> bool:
    """Tell whether a figure is a power of ten away: a million for a billion."""
    tens = (Interval.exactly(Fraction(10) ** power) for size in TENS for power in (size, -size))
    return len(digits(mention)) > 1 and any(
        mention.quantity.interval.times(power).meets(right) for power in tens
    )


def _elsewhere(asked: Asked, implied: Sequence[Interval], near: Interval) -> bool:
    """Tell whether a figure is that of another row, or of the same row in another year."""
    said, measure = asked.mention.quantity.interval, asked.frame.measure
    ways = factors(measure, asked.mention)
    if (
        len(digits(asked.mention).strip("0")) < TELLING
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
    return any(cell and low <= cell.value <= high for cell in own) or bool(
        asked.table.within(asked.frame, low, high)
    )


def direction_of(article: Article, mention: Mention) -> int:
    """Return 1 for a figure that something rose by, -1 for one that it fell by, 0 for a level, such as one it rose to."""
    place = article.place(mention)
    letter = article.skeleton[place - 1 : place]
    level = article.verb_last and bool(letter) and letter in vocabulary()[1]["RISE"] + vocabulary()[1]["FALL"]
    if level or word_at(article, place - 1) in ("to", "from", "at"):
        return 0
    fact = fact_of(article, mention, False)
    return direction(fact) if fact else 0


def plain(asked: Asked) -> bool:
    """Tell whether the words narrow neither the measure nor the figure: "exports", not "car exports" or "exports of cars"."""
    measured = [at for at, _ in asked.told.measures if at >= 0]
    if min((abs(at - asked.place) for at in measured), default=0) > NEAR:
        return False
    rows = [at for at, _ in asked.told.rows if at >= 0]
    return not (
        any(narrowed(asked, at, True) for at in measured)
        or narrowed(asked, asked.place, False)
        or any(_is_part(asked, at) for at in rows)
    )


def _is_part(asked: Asked, start: int) -> bool:
    """Tell whether a row is named for something of it only: "the port of Busan", "Ulsan's three biggest companies"."""
    article, inside = asked.article, asked.told.inside
    before = start - 1
    if word_at(article, before) in words("partial"):
        before -= 1
        while (
            article.skeleton[before : before + 1] in vocabulary()[1]["DETERMINER"]
            and before > asked.told.passage.start
        ):
            before -= 1
        if strange(asked, before):
            return True
    if word_at(article, start - 1) in LISTING and strange(asked, start - 2):
        return True
    behind = next(place for place in range(start, len(article.skeleton) + 1) if place not in inside)
    if strange(asked, behind) and not word_at(article, behind).endswith("ed"):
        return True
    if (
        word_at(article, behind) in LISTING
        and article.skeleton[behind + 1 : behind + 2] == "N"
        and strange(asked, behind + 1)
    ):
        return True
    if word_at(article, behind) not in OWNING_MARKS:
        return False
    measured = {at for at, _ in asked.told.measures}
    owned = next(
        (at for at in range(behind + 1, asked.told.passage.end) if at in measured or strange(asked, at)), -1
    )
    return owned >= 0 and owned not in measured and owned - behind <= OWNED_REACH


def narrowed(asked: Asked, at: int, before: bool) -> bool:
    """Tell whether what stands at a place is only part of itself: "exports of cars" and, looking `before`, "car exports"."""
    if before and strange(asked, at - 1 - (word_at(asked.article, at - 1) in OWNING_MARKS)):
        return True
    behind = at + 1
    if before and strange(asked, behind) and not word_at(asked.article, behind).endswith("ed"):
        return True
    if word_at(asked.article, behind) not in words("partial"):
        return False
    while (
        asked.article.skeleton[behind + 1 : behind + 2] in vocabulary()[1]["DETERMINER"]
        and behind < asked.told.passage.end
    ):
        behind += 1
    return strange(asked, behind + 1)


def strange(asked: Asked, place: int) -> bool:
    """Tell whether a word of the sentence is one that neither the table nor the lexicon knows."""
    article, passage = asked.article, asked.told.passage
    if (
        not passage.start <= place < passage.end
        or article.skeleton[place] not in "wN" + vocabulary()[1]["TITLE"]
    ):
        return False
    if place in asked.told.inside or any(word_at(article, place) in words(name) for name in KNOWN):
        return False
    root = root_of(article, place)
    known = asked.frame.measure.words | kinds(asked.table)
    return not any(same(word, root) for word in known)


def file_of(table: DataTable) -> str:
    """Return a table's name as an editor knows it: its file, without the folders."""
    return os.path.basename(table.name)


def where(table: DataTable, measure: Measure, cell: Cell) -> str:
    """Return where a cell stands, in words: "exports.csv, row Ulsan, column 2024"."""
    return f"{file_of(table)}, row {cell.label}, column {measure.name}"


def as_shown(cell: Cell) -> str:
    """Return a cell's number, grouped by commas."""
    return shown.number(cell.value, 12)
