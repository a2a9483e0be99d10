"""Tables: what their rows and columns say of each other, and what the text says of them."""

from __future__ import annotations

import re
from collections.abc import Iterator
from fractions import Fraction

from factcheck.article import Article, Sentence
from factcheck.check import check
from factcheck.columnheads import stems
from factcheck.columns import laws, relations_of
from factcheck.document import Span
from factcheck.grids import Cell, Grid, grids
from factcheck.model import Mention, Relation
from factcheck.numerals import digits
from factcheck.quantity import Interval, OneOf, Quantity, total
from factcheck.roles import grammar
from factcheck.segment import vocabulary
from factcheck.slips import mistyped
from factcheck.tabletalk import COPY
from factcheck.tabletold import of_tables

NEAR = Fraction(1, 10)
"""A total so near to its sum is that sum miswritten; one farther off is of other rows."""

FEWEST = 3
"""A figure of fewer digits may be that of a cell by chance."""

HUNDRED = 100
SHORTEST = 4
MOST_NAMED, NEAR_LABEL = 8, 4
"""So many rows a sentence may name to be read, and so many words may part a label from its figure."""
SCALES = (0, 3, 6, 9)
QUOTING = frozenset({"count", "money", "percent", "measure"})
ONE = Interval.exactly(1)
SAYS = "The text says {stated}, the table {working}."

COMPARED = re.compile(r"\b(?:as|than) (?:the )?$")
"""Before the label of a row it says that the figures before it are of something else: $124 million, as much as Ashby."""

ONLY = re.compile(r"\b[Oo]nly (?:in |at )?(?:the )?(?=[A-Z])")
LONGEST = 5
"""So many words the label of a row may have, to be known in the text."""
REACH = 120
LEAST = 10
FINAL = frozenset({"r", "f", "t", "final", "total"})
PERIOD = re.compile(r"(?:q|p|set )?\d{1,2}(?:st|nd|rd|th)?|[eo]t\d?|i{1,3}|iv")
RESULTS = frozenset({"profit", "net", "surplus", "balance", "margin", "difference", "gap", "income"})
UNSUMMED = (
    "rate", "average", "avg", "mean", "median", "per ", "price", "index", "rank", "year", "age", "%", "share",
    "ratio",
)  # fmt: skip
"""What stands over a column whose total is no sum."""


@check("table", says="The table says {stated} where {working} gives {implied}.")
def table(article: Article) -> Iterator[Relation]:
    """The totals, changes, sums and products of a table must be right, and the text must quote it rightly.

    What a column is to others is found out from the rows: where a relation holds in all rows but few, those few
    are wrong.  A total is wrong only where it is near the sum of its rows.

    Wrong: | | 2023 | 2022 | / |---|---|---| / | Figs | 1,140 | 1,000 | / | Plums | 820 | 655 | / | Total | 1,960 | [1,565] |
    Wrong: | | Now | Then | Change | / |---|---|---|---| / | A | 110 | 100 | 10% | / | B | 60 | 50 | 20% | / | C | 39 | 30 | [20%] |
    Wrong: | | Acres | Yield | Crop | / |---|---|---|---| / | A | 20 | 31 | 620 | / | B | 15 | 42 | 630 | / | C | 11 | 50 | 550 | / | D | 12 | 36 | 432 | / | E | 14 | 33 | [642] |
    Wrong: | | P | W | D | L | / |---|---|---|---|---| / | Leith | 9 | 5 | 3 | 1 | / | Ayr | 9 | 4 | 3 | 2 | / | Perth | 9 | 4 | 2 | [1] |
    Wrong: | | 2023 | 2022 | / |---|---|---| / | Ashby | 9,330 | 8,100 | / | Corley | 700 | 600 | / Ashby had [9,930] people.
    Wrong: | | 1 | 2 | 3 | 4 | R | / |---|---|---|---|---|---| / | Mules | 0 | 2 | 0 | 1 | [4] | / | Terns | 1 | 0 | 3 | x | 4 |
    Wrong: | Item | Quantity | Price | Cost | / |---|---|---|---| / | Rugs | 30 | $45 | $1,350 | / | Mats | 14 | $20 | [$310] | / | Hooks | 60 | $3 | $180 |
    Wrong: | Party | Seats | Share | / |---|---|---| / | Union | 21 | 52.5% | / | Centre | 13 | [35.2%] | / | Reform | 6 | 15% | / | Total | 40 | 100% |
    Wrong: | | 2023 | 2024 | / |---|---|---| / | Fares | 640 | 702 | / | Costs | 515 | 530 | / | Balance | 125 | [182] |
    Wrong: | Parish | Cases | People | Per 1,000 | / |---|---|---|---| / | Holm | 36 | 9,000 | 4 | / | Stow | 55 | 11,000 | [6] | / | Wick | 42 | 21,000 | 2 |
    Wrong: Turnout was lowest in [Corby], the table below shows. / | Ward | Turnout | / |---|---| / | Corby | 31% | / | Denton | 28% | / | Esk | 44% |
    Wrong: Turnout fell in [three] of the four wards, as the table shows. / | Ward | 2019 | 2023 | / |---|---|---| / | Corby | 41% | 31% | / | Denton | 25% | 28% | / | Esk | 44% | 39% | / | Firth | 30% | 36% |
    Wrong: The average rent in the three towns is [$1,420]. / | Town | Rent | / |---|---| / | Corby | $1,300 | / | Denton | $1,150 | / | Esk | $1,450 |
    Wrong: Mrs Ames won with 5,310 votes, ahead of Mr Brand on [4,082]. / | Candidate | Votes | / |---|---| / | Ames | 5,310 | / | Brand | 4,802 | / | Cole | 977 |
    Right: Together Corby and Esk have 90 staff. / | Depot | Staff | / |---|---| / | Corby | 52 | / | Denton | 31 | / | Esk | 38 |
    Right: Denton, with a rent of $1,150, came third. / | Town | Rent | / |---|---| / | Corby | $1,300 | / | Denton | $1,150 | / | Esk | $1,450 |
    Skip: Denton has the oldest depot. / | Depot | Staff | / |---|---| / | Corby | 52 | / | Denton | 31 | / | Esk | 38 |
    Skip: The average rent of the three shops is £31,000. / | Shop | Sales (£) | / |---|---| / | Corby | 41,200 | / | Denton | 38,500 | / | Esk | 22,300 |
    Right: | | 1 | 2 | 3 | 4 | R | / |---|---|---|---|---|---| / | Mules | 0 | 2 | 0 | 1 | 3 | / | Terns | 1 | 0 | 3 | x | 4 |
    Wrong: | Suburb | Then | Now | Change | / |---|---|---|---| / | Ashby | 610 | 640 | 4.9% | / | Corley | 520 | 500 | -3.8% | / | Dunmore | 415 | 430 | 3.6% | / Only in [Ashby] did prices slip.
    Right: | Suburb | Then | Now | Change | / |---|---|---|---| / | Ashby | 610 | 640 | 4.9% | / | Corley | 520 | 500 | -3.8% | / | Dunmore | 415 | 430 | 3.6% | / Only in Corley did prices slip.
    Right: | Club | W | GF | GA | / |---|---|---|---| / | Leith | 16 | 82 | 60 | / | Ayr | 15 | 79 | 64 | / | Perth | 8 | 58 | 95 | / | League | 39 | 219 | 219 |
    Right: | Club | W | GF | GA | / |---|---|---|---| / | Leith | 16 | 82 | 60 | / | Ayrdale | 15 | 79 | 64 | / Leith have scored 82 and allowed 60.
    Skip: | | 1 | 2 | 3 | 4 | R | / |---|---|---|---|---|---| / | Mules | 0 | - | - | 1 | 3 | / | Terns | 1 | - | - | 2 | 4 |
    Right: | | 2023 | / |---|---| / | Figs | 1,140 | / | Plums | 820 | / | Total | 1,960 |
    Right: | | 2023 | 2022 | / |---|---|---| / | Ashby | 9,330 | 8,100 | / | Corley | 700 | 600 | / Ashby had 9,300 people.
    Right: | | 2024 | 2025 | Change | / |---|---|---|---| / | Income | 410 | 436 | +6.3% | / | of which taxes | 320 | 344 | +7.5% | / | Balance | -22 | -5 | +17 |
    Skip: The index fund takes in $124 million in fees, about as much as Ashby Growth. / | Fund | Fee | Assets ($bn) | / |---|---|---| / | Ashby Growth | 0.85% | 14.2 | / | Corley Index | 0.04% | 310.5 |
    Skip: | Largest | 2023 | / |---|---| / | Figs | 1,140 | / | Plums | 820 | / | All fruit | 7,000 |
    Skip: | | Rate | / |---|---| / | Ashby | 4 | / | Corley | 6 | / | Total | 5 |
    Skip: | | Score | / |---|---| / | Ashby | 0 | / | Corley | 6 | / Ashby were reduced to 10 men.
    Skip: | | Old | New | / |---|---|---| / | parse | 240 ms | 180 ms | / | plan | 90 ms | 80 ms | / To parse it reads each of 340 rules.
    Skip: The table was long.
    """
    for grid in grids(article.document):
        yield from _totals(grid)
        yield from _columns(grid)
        yield from _shares(grid)
        yield from _results(grid)
        yield from _periods(grid)
    if article.document.tables:
        yield from _prose(article)
        yield from of_tables(article)


def _totals(grid: Grid) -> Iterator[Relation]:
    """Add the rows up to the rows that are named as their totals."""
    start = 0
    for row in range(len(grid.rows)):
        if grid.is_total(row):
            parts = range(start, row) if row > start else range(1, len(grid.rows))
            if len(parts) > 1 and not any(grid.is_total(part) for part in parts):
                yield from _footed(grid, row, parts)
            start = row + 1
    if (last := _unnamed(grid)) is not None:
        yield from (one for one in _footed(grid, last, range(last), False))


def _footed(grid: Grid, row: int, parts: range, named: bool = True) -> Iterator[Relation]:
    sums = [_sum(grid, row, parts, column) for column in range(grid.width)]
    found = [relation for relation in sums if relation is not None]
    agreed = sum(relation.meets() for relation in found)
    for relation in found:
        alone = len(found) == 1 and relation.stated.unit == "%"
        if relation.meets() or _nearly(relation, named and (agreed > 0 or alone)):
            yield relation


def _sum(grid: Grid, row: int, parts: range, column: int) -> Relation | None:
    stated, cells = grid.rows[row][column], [grid.rows[part][column] for part in parts]
    whole = [cell for cell in cells if cell is not None]
    unsummed = any(word in grid.head(column) for word in UNSUMMED)
    if stated is None or len(whole) != len(cells):
        return None
    if stated.percent:
        shown = sum(cell.value for cell in whole if cell.percent and cell.value > 0)
        hundred = stated.value == HUNDRED <= shown  # what falls short may leave some out
        return Relation(stated.quantity, total([cell.quantity for cell in whole])) if hundred else None
    if unsummed:
        return None
    return Relation(stated.quantity, total([cell.quantity for cell in whole]))


def _nearly(relation: Relation, agreed: bool) -> bool:
    """Tell whether a total misses its sum as a slip does, or by little where another column is right."""
    stated, implied = relation.stated.interval.middle, relation.implied.interval.middle
    plain = relation.implied.interval.high - relation.implied.interval.low <= 100
    slip = plain and mistyped(_plain(stated), _plain(implied))
    return slip or (agreed and abs(stated - implied) <= NEAR * abs(stated))


def _plain(value: Fraction) -> str:
    return str(round(value))


def _unnamed(grid: Grid) -> int | None:
    """Return the last row if it is the sum of all others in two columns at least, whatever its name."""
    last = len(grid.rows) - 1
    if last < FEWEST or any(map(grid.is_total, range(last + 1))):
        return None
    sums = [_sum(grid, last, range(last), column) for column in range(grid.width)]
    met = [one for one in sums if one and one.meets() and one.stated.interval.middle >= LEAST]
    return last if len(met) > 1 and 2 * len(met) > len([one for one in sums if one]) else None


def _periods(grid: Grid) -> Iterator[Relation]:
    """Add the innings, quarters or sets of a line score up to its last figure: | 1 | 2 | 3 | R |; an x is none."""
    ends = [column for column in range(grid.width) if grid.head(column) in FINAL]
    timed = [column for column in range(ends[0]) if PERIOD.fullmatch(grid.head(column))] if len(ends) == 1 else []
    if len(timed) < FEWEST or len(timed) != ends[0]:
        return
    for row in grid.rows:
        cells = [row[column] for column in timed]
        final, played = row[ends[0]], [cell for cell in cells if cell]
        if final is not None and len(played) >= len(cells) - 1 and played:
            parts = [_exactly(cell) for cell in played]
            yield Relation(_exactly(final), total(parts))


def _exactly(cell: Cell) -> Quantity:
    return cell.quantity.changed(value=Interval.exactly(cell.value))


def _columns(grid: Grid) -> Iterator[Relation]:
    """Hold every row to the laws that the other rows keep."""
    for law in laws(grid):
        yield from (relation for _, relation in relations_of(grid, law))


def _shares(grid: Grid) -> Iterator[Relation]:
    """Hold the percentages of a column to the row that is named as the total: 18 seats of 50 are 36%."""
    row = next(filter(grid.is_total, range(len(grid.rows))), None)
    shares = [n for n in range(grid.width) if any(cell and _is_share(grid, n, cell) for cell in grid.column(n))]
    for column in range(grid.width) if row is not None else ():
        whole = grid.rows[row][column] if row is not None else None
        for share in shares if whole and column not in shares and whole.value > 0 else ():
            if " of " in grid.head(share) and not stems(grid.head(column).split()) & stems(grid.head(share).split()):
                continue
            pairs = [(one[share], one[column]) for at, one in enumerate(grid.rows) if at != row]
            found = [
                Relation(_as_share(stated), (part.quantity / whole.quantity).as_unit("%"))
                for stated, part in pairs
                if whole and stated and part and not part.percent
            ]
            if len(found) >= FEWEST - 1 + any(not one.meets() for one in found):
                broken = sum(not one.meets() for one in found)
                yield from found if broken <= max(1, len(found) // 4) else ()


def _is_share(grid: Grid, column: int, cell: Cell) -> bool:
    """Tell whether a cell is a percentage, by its own sign or what stands over its column."""
    return cell.percent or grid.head(column).strip("() ") in ("%", "percent", "per cent", "pct", "share (%")


def _as_share(cell: Cell) -> Quantity:
    hundredth = cell.quantity.interval.times(Interval.exactly(Fraction(1, HUNDRED)))
    return cell.quantity if cell.percent else cell.quantity.changed(value=hundredth, unit="%")


def _results(grid: Grid) -> Iterator[Relation]:
    """Hold a profit or balance in the last of three rows to the two above it."""
    if (
        len(grid.rows) == FEWEST
        and grid.labels[-1].lower().split()[-1:]
        and not RESULTS.isdisjoint(grid.labels[-1].lower().split())
    ):
        above = [(one, other, last) for one, other, last in zip(*grid.rows, strict=True) if one and other and last]
        found = [Relation(last.quantity, one.quantity - other.quantity) for one, other, last in above]
        if sum(one.meets() for one in found) * 2 >= len(found):
            yield from found


def _prose(article: Article) -> Iterator[Relation]:
    """Hold the figures of a sentence that names one row against the cells of that row."""
    rows = _rows(article)
    for sentence in article.body:
        text = article.words(sentence)
        named = [label for label in rows if label in text]
        if len(named) == 1 and rows[named[0]]:
            edge = article.span(sentence.start, sentence.end).start + text.index(named[0])
            against = COMPARED.search(text, 0, text.index(named[0])) is not None
            own = [one for one in sentence.mentions if one.span.start > edge or not against]
            quoted = [relation for mention in own for relation in _quoted(mention, rows[named[0]])]
            yield from quoted or _quoted_together(sentence, rows[named[0]])
        elif 1 < len(named) <= MOST_NAMED:
            for mention in sentence.mentions:
                if owner := _owner(article, sentence, mention, named):
                    yield from _quoted(mention, rows[owner])
    yield from _alone(article)


def _owner(article: Article, sentence: Sentence, mention: Mention, named: list[str]) -> str:
    """Return the row of which a figure is right behind its label: "Mr Finch on 3,380"; "" where it is another's."""
    start = article.span(sentence.start, sentence.end).start
    before = article.document.text[start : mention.span.start]
    label = max(named, key=before.rfind)
    between = before[before.rfind(label) + len(label) :] if label in before else "."
    near = len(between.split()) <= NEAR_LABEL and not re.search(r"[.,;:\d]", between)
    return label if near and article.word(article.place(mention) + 1) != "for" else ""


def _quoted_together(sentence: Sentence, cells: list[Cell]) -> Iterator[Relation]:
    """Show that two small figures or more of a sentence stand side by side in the row it names, which is no chance."""
    counts = [one for one in sentence.of_kind("count") if one.number and not one.hedge and one.number.middle >= LEAST]
    found = [(one, cell) for one in counts for cell in cells if one.number and cell.value == one.number.middle]
    if len(counts) > 1 and len({id(one) for one, _ in found}) == len(counts):
        for one, cell in found:
            yield Relation(Quantity(ONE, "", one.text, (one.span,)), Quantity(ONE, "", cell.text, (cell.span,)))


def _alone(article: Article) -> Iterator[Relation]:
    """Hold what is said to rise or fall alone to the signs of its table: only in Old Town did prices slip."""
    places = list(ONLY.finditer(article.document.text))
    signed = (
        {label: one for grid in grids(article.document) for one in _signed(grid) for label in grid.labels}
        if places
        else {}
    )
    for found in places:
        if article.block_at(found.start()).kind not in COPY:
            continue
        line = article.document.text[found.end() : found.end() + REACH].split("\n")[0]
        words = re.match(r"(?:[\w'’&-]+ ?)*", line)
        names = words[0].split(" ") if words else []
        name = next((name for size in range(LONGEST, 0, -1) if (name := " ".join(names[:size])) in signed), "")
        if name and not line[len(name) :][1:2].isupper():
            start = found.end()
            yield from _only_one(
                signed[name], _moved(line[len(name) :].split(".")[0]), name, Span(start, start + len(name))
            )


def _signed(grid: Grid) -> list[list[tuple[str, Span, Cell]]]:
    """Return the cells of the one column of a table that has figures below nought, with their rows' labels; else nothing."""
    columns = [column for column in range(grid.width) if any(cell and cell.value < 0 for cell in grid.column(column))]
    cells = enumerate(grid.column(columns[0])) if len(columns) == 1 else ()
    told = [(grid.labels[row], grid.spans[row], cell) for row, cell in cells if cell and not grid.is_total(row)]
    return [told] if told else []


def _only_one(cells: list[tuple[str, Span, Cell]], sign: int, name: str, place: Span) -> Iterator[Relation]:
    like = [(label, span, cell) for label, span, cell in cells if cell.value * sign > 0]
    if len(like) == 1:
        label, span, cell = like[0]
        yield Relation(
            Quantity(OneOf(frozenset({name})), "", name, (place,)),
            Quantity(OneOf(frozenset({label})), "", f"{label}, {cell.text}", (span, cell.span)),
            says=f"In the table it is {label} alone, at {cell.text}, not {name}.",
            fix=label,
        )


def _moved(words: str) -> int:
    """Return the sign of the first word of change, 0 where there is none."""
    letters = (vocabulary()[0].get(word.lower(), "") for word in re.findall(r"[a-z]+", words))
    return next((sign for letter in letters if letter and (sign := grammar().sign(letter))), 0)


def _rows(article: Article) -> dict[str, list[Cell]]:
    """Return the cells of each row that one label names, in all tables."""
    rows: dict[str, list[Cell]] = {}
    for grid in grids(article.document):
        for label, row in zip(grid.labels, grid.rows, strict=True):
            if len(label) >= SHORTEST and label[0].isalpha():
                rows[label] = [] if label in rows else [cell for cell in row if cell]
    return rows


def _quoted(mention: Mention, cells: list[Cell]) -> Iterator[Relation]:
    """Find the cell that a figure of the text quotes: the same digits, whatever the table's scale."""
    shown = len(digits(mention.text)) + 2 * (mention.kind == "percent")
    if mention.number is None or mention.kind not in QUOTING or shown < FEWEST:
        return
    alike = [cell for cell in cells if cell.percent == (mention.kind == "percent")]
    same = next((cell for cell in alike if _rounds(mention, cell)), None)
    if same is not None:
        stated, cited = ((found.text, found.span) for found in (mention, same))
        yield Relation(Quantity(ONE, "", stated[0], stated[1:]), Quantity(ONE, "", cited[0], cited[1:]))
    else:
        slipped = [
            cell for cell in alike if mistyped(digits(mention.text), digits(cell.text)) and _as_told(mention, cell)
        ]
        if len(slipped) == 1 and len(digits(mention.text)) >= FEWEST and not mention.hedge:
            yield Relation(mention.quantity, _scaled(slipped[0], mention), says=SAYS)


def _as_told(mention: Mention, cell: Cell) -> bool:
    """Tell whether a figure can be a cell's: none of things that are counted is that of a cell with a unit, 240 ms."""
    return mention.kind != "count" or not mention.noun or not any(map(str.isalpha, cell.text))


def _rounds(mention: Mention, cell: Cell) -> bool:
    """Tell whether the text's figure is the cell's in round numbers, in some scale of thousands."""
    shown = mention.rounded.interval
    return cell.value != 0 and any(shown.meets(_in_scale(cell, power).interval) for power in SCALES)


def _in_scale(cell: Cell, power: int) -> Quantity:
    quantity = cell.quantity
    size = Quantity.constant(10**power)
    return quantity.changed(value=quantity.interval.size().times(size.interval))


def _scaled(cell: Cell, mention: Mention) -> Quantity:
    """Return a cell in the scale that brings it nearest to a figure of the text."""
    middle = mention.quantity.interval.middle
    power = min(SCALES, key=lambda power: abs(_in_scale(cell, power).interval.middle - middle))
    return _in_scale(cell, power).changed(unit=mention.unit)
