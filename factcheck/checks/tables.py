"""Tables: what their rows and columns say of each other, and what the text says of them."""

from __future__ import annotations

import re
from collections.abc import Iterator

from factcheck.article import Article, Sentence
from factcheck.check import check
from factcheck.document import Span
from factcheck.link.context.grids import SCALES, Cell, Grid, grids, listed
from factcheck.link.context.roles import grammar
from factcheck.link.table.everystep import every_step
from factcheck.link.table.footings import footed, totals
from factcheck.link.table.inall import in_all
from factcheck.link.table.places import places
from factcheck.link.table.rowsquoted import SAYS, rows_quoted
from factcheck.link.table.tabletalk import COPY
from factcheck.link.table.tabletold import of_tables
from factcheck.model import Mention, Relation
from factcheck.numerals import digits
from factcheck.patterns import Pattern
from factcheck.quantity import Interval, Quantity
from factcheck.segment import vocabulary
from factcheck.slips import mistyped, swapped

FEWEST = 3
"""A figure of fewer digits may be that of a cell by chance."""

YEAR = Pattern(r"(?:19|20)\d\d")

SHORTEST = 4
MOST_NAMED, NEAR_LABEL = 8, 4
"""So many rows a sentence may name to be read, and so many words may part a label from its figure."""
QUOTING = frozenset({"count", "money", "percent", "measure"})
ONE = Interval.exactly(1)

SIGNS = frozenset("+-−–")

COMPARED = Pattern(r"\b(?:as|than) (?:the )?$")
"""Before the label of a row it says that the figures before it are of something else: $124 million, as much as Ashby."""

ONLY = Pattern(r"\b[Oo]nly (?:in |at )?(?:the )?(?=[A-Z])")
LONGEST = 5
"""So many words the label of a row may have, to be known in the text."""
REACH = 120
LEAST = 10


@check("table", says="The table says {stated} where {working} gives {implied}.")
def table(article: Article) -> Iterator[Relation]:
    """The totals, changes, sums and products of a table must be right, and the text must quote it rightly.

    What a column is to others is found out from the rows: where a relation holds in all rows but few, those few
    are wrong.  A total is wrong only where it is near the sum of its rows.

    Wrong: | | 2023 | 2022 | / |---|---|---| / | Figs | 1,140 | 1,000 | / | Plums | 820 | 655 | / | Total | 1,960 | [1,565] |
    Wrong: | | Now | Then | Change | / |---|---|---|---| / | A | 110 | 100 | 10% | / | B | 60 | 50 | 20% | / | C | 39 | 30 | [20%] |
    Wrong: | | Acres | Yield | Crop | / |---|---|---|---| / | A | 20 | 31 | 620 | / | B | 15 | 42 | 630 | / | C | 11 | 50 | 550 | / | D | 12 | 36 | 432 | / | E | 14 | 33 | [642] |
    Wrong: | | P | W | D | L | / |---|---|---|---|---| / | Leith | 9 | 5 | 3 | 1 | / | Ayr | 9 | 4 | 3 | 2 | / | Perth | 9 | 4 | 2 | [1] |
    Wrong: | Item | Cost | / |---|---| / | Coal | $28 | / | Oil | $16 | / | Wood | $34 | / | Total | [$88] |
    Wrong: | Club | Members | / |---|---| / | Chess | 140 | / | Choir | 95 | / | Bridge | 88 | / The club has [333] members in all.
    Right: | Club | Members | / |---|---| / | Chess | 140 | / | Choir | 95 | / | Bridge | 88 | / The club has 323 members in all.
    Wrong: | Route | Length (km) | / |---|---| / | Ridge | 18 | / | Valley | 11 | / | Lake | 6 | / The Valley route, [14 kilometers] long, is shut.
    Skip: | Route | Length (km) | / |---|---| / | Ridge | 18 | / | Valley | 11 | / | Lake | 6 | / The Valley route was 14 kilometers long until 2019.
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
    Wrong: | Firm | Sales | Wages | Kept | / |---|---|---|---| / | Hale | 310 | 264 | 46 | / | Orr | 285 | 232 | [63] | / | Pym | 402 | 315 | 87 |
    Wrong: | Judge | Skill | Style | Mark | / |---|---|---|---| / | 1 | 5.3 | 5.8 | 11.1 | / | 2 | 5.1 | 5.6 | [10.9] | / | 3 | 5.5 | 5.7 | 11.2 |
    Wrong: | Question | Yes | No | Unsure | / |---|---|---|---| / | Keep it? | 52 | 37 | 11 | / | Pay for it? | 44 | 58 | [8] | / | Use it? | 39 | 47 | 14 |
    Wrong: | Name | Votes | % | / |---|---|---| / | Hale | 6,300 | 63 | / | Orr | 2,200 | [32] | / | Pym | 1,500 | 15 |
    Wrong: | Street | Rent | / |---|---| / | Dock | 810 | / | Mill | 640 | / | Quay | 770 | / | Average | [840] |
    Wrong: - Hire of hall: £420 / - Band: £1,250 / - Food: £860 / - Total: [£2,350]
    Wrong: | Year | Swifts | / |---|---| / | 2019 | 1,340 | / | 2020 | 1,120 | / | 2021 | 2,460 | / The wardens saw [2,640] swifts in 2021.
    Wrong: | | 2020 | 2021 | / |---|---|---| / | Corby | 6.4 | 5.9 | / | Denton | 3.3 | 3.8 | / Corby shrank from 6.4 million to [5.6 million].
    Wrong: | Month | Sales | / |---|---| / | May | 2,150 | / | June | 2,480 | / | July | 2,310 | / In the three months they sold [6,490] boats.
    Right: | Parish | Pupils | / |---|---| / | Holm | 310 | / | Stow | 280 | / | of which boarders | 45 | / | Total | 590 |
    Right: Together Corby and Esk have 90 staff. / | Depot | Staff | / |---|---| / | Corby | 52 | / | Denton | 31 | / | Esk | 38 |
    Right: Denton, with a rent of $1,150, came third. / | Town | Rent | / |---|---| / | Corby | $1,300 | / | Denton | $1,150 | / | Esk | $1,450 |
    Right: Corby led with 12 golds, or came second with 20 in all. / | Town | Golds | Medals | / |---|---|---| / | Corby | 12 | 20 | / | Denton | 9 | 25 | / | Esk | 4 | 7 |
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
    Right: | Team | Gold | Silver | Bronze | / |---|---|---|---| / | Denmark | 40 | 27 | 24 | / | Britain | 14 | 22 | 29 | / The Britain of 2012 had 22, and 14 in all; they won 27 in 2016.
    Right: | | 1 | 2 | Total | / |---|---|---|---| / | Storm | 27 | 33 | 60 | / | Comets | 25 | 36 | 61 | / The Storm man took 33 rebounds, and has played 47 games.
    Right: Unity fell from 34 seats to 23 of 55. / | Party | Seats | Change | Share | / |---|---|---|---| / | Unity | 23 | −15 | 33.4 | / | Hearth | 18 | +6 | 30.1 |
    Wrong: | Item | Last year | This year | Change (%) | / |---|---|---|---| / | Ships | [262] | [210] | [-24.8] | / | Cars | 300 | 330 | 10.0 | / | Steel | 100 | 120 | 20.0 |
    Wrong: | Group | Weight, % | Change, % | Points | / |---|---|---|---| / | Food | 18 | 12.5 | 2.25 | / | Heat | [27] | [5.0] | [1.53] | / | Bus | 14 | 3.0 | 0.42 | / | Care | 31 | 5.6 | 1.74 | / | Goods | 10 | 6.4 | 0.64 |
    Wrong: | To | Single | Return | / |---|---|---| / | Ash | 60 | 120 | / | Elm | 95 | 190 | / | Oak | 115 | [220] | / | Yew | 185 | 370 |
    Wrong: [Half] of the four ships are more than 20 years old. / | Ship | Age | / |---|---| / | Ada | [31] | / | Bee | [24] | / | Cob | [22] | / | Dee | 15 |
    Wrong: Snow lay deepest at [Kars]. / | Resort | Depth (cm) | / |---|---| / | Kars | 112 | / | Uludag | [118] | / | Elm | 97 |
    Wrong: | Year | Tonnes | / |---|---| / | 2022 | 4,880 | / | 2023 | 4,630 | / | 2024 | [4,115] | / They landed [4,151] after 4,630 the year before.
    Skip: - Hall: taken / - Band: £1,250 / - Food: £860 / - Total: £2,350
    Right: | | P | W | D | L | F | A | / |---|---|---|---|---|---|---| / | Leith | 14 | 10 | 2 | 2 | 31 | 12 | / | Ayr | 14 | 9 | 3 | 2 | 27 | 14 | / | Perth | 14 | 8 | 2 | 4 | 24 | 17 | / | Wick | 14 | 4 | 3 | 7 | 15 | 23 |
    Skip: The table was long.
    """
    for grid in grids(article.document):
        yield from footed(grid)
        yield from places(grid)
    for grid in listed(article.document):
        yield from totals(grid)
    if article.document.tables:
        yield from _prose(article)
        yield from of_tables(article)
        yield from rows_quoted(article)
        yield from in_all(article)
        yield from every_step(article)


def _prose(article: Article) -> Iterator[Relation]:
    """Hold the figures of a sentence that names one row against the cells of that row."""
    rows = _rows(article)
    cells = [cell for grid in grids(article.document) for row in grid.rows for cell in row if cell]
    for sentence in article.body:
        text = article.words(sentence)
        named = [label for label in rows if label in text]
        if len(named) == 1 and rows[named[0]]:
            edge = article.here(sentence).start + text.index(named[0])
            against = COMPARED.search(text, 0, text.index(named[0])) is not None
            own = [one for one in sentence.mentions if one.span.start > edge or not against]
            own = [one for one in own if not _of_other_year(article, one)]
            left = [cell for cell in rows[named[0]] if not any(_is_cell(one, cell) for one in own)]
            quoted = [relation for mention in own for relation in _quoted(mention, rows[named[0]], left)]
            yield from quoted or _quoted_together(sentence, rows[named[0]])
        elif 1 < len(named) <= MOST_NAMED:
            for mention in sentence.mentions:
                if owner := _owner(article, sentence, mention, named):
                    yield from _quoted(mention, rows[owner])
        elif not named:
            yield from _beside(sentence, cells)
    yield from _alone(article)


def _beside(sentence: Sentence, cells: list[Cell]) -> Iterator[Relation]:
    """Hold a figure of four digits to the one cell that it is but for a slip, where another of its sentence is a cell as it stands."""
    figures = [
        one for one in sentence.mentions if one.kind in QUOTING and not one.hedge and len(digits(one.text)) > FEWEST
    ]
    if len(figures) != 2:
        return
    quoted = [one for one in figures if any(_is_cell(one, cell) for cell in cells)]
    if len(quoted) == len(figures):
        for one in figures:
            cell = next(cell for cell in cells if _is_cell(one, cell))
            yield _as_it_stands(one, cell)
    elif len(quoted) == 1:
        other = next(one for one in figures if one is not quoted[0])
        near = [cell for cell in cells if swapped(digits(other.text), digits(cell.text)) and _as_told(other, cell)]
        if len(near) == 1:
            yield Relation(other.quantity, near[0].scaled_to(other), says=SAYS)


def _owner(article: Article, sentence: Sentence, mention: Mention, named: list[str]) -> str:
    """Return the row of which a figure is right behind its label: "Mr Finch on 3,380"; "" where it is another's."""
    start = article.here(sentence).start
    before = article.document.text[start : mention.span.start]
    label = max(named, key=before.rfind)
    between = before[before.rfind(label) + len(label) :] if label in before else "."
    near = len(between.split()) <= NEAR_LABEL and not re.search(r"[.,;:\d]", between)
    return label if near and article.word(article.place(mention) + 1) != "for" else ""


def _of_other_year(article: Article, mention: Mention) -> bool:
    """Tell whether a figure is of a year that no table names: won 14, having won 22 in 2021."""
    behind = article.place(mention) + 1
    year = article.at.get(behind + 1) if article.word(behind) == "in" else None
    if year is None or year.kind != "year":
        return False
    return not any(year.text in name for grid in grids(article.document) for name in (*grid.heads, *grid.labels))


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
            Quantity.named(name, name, place),
            Quantity.named(label, f"{label}, {cell.text}", span, cell.span),
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
            if len(label) >= SHORTEST and (label[0].isalpha() or YEAR.fullmatch(label)):
                rows[label] = [] if label in rows else [cell for cell in row if cell]
    return rows


def _is_cell(mention: Mention, cell: Cell) -> bool:
    """Tell whether a figure of two digits or more is a cell's, as it stands: who quotes one quotes another."""
    text = digits(mention.text)
    return len(text) > 1 and mention.kind in QUOTING and digits(cell.text) == text


def _quoted(mention: Mention, cells: list[Cell], left: list[Cell] | None = None) -> Iterator[Relation]:
    """Find the cell that a figure of the text quotes: the same digits, whatever the table's scale.

    `left` are the cells that no other figure of the sentence quotes: where some are quoted, fewer digits tell.
    """
    left = cells if left is None else left
    least = FEWEST - (len(left) < len(cells))
    surely = FEWEST - (len(left) == 1 < len(cells) and not mention.noun)
    shown = len(digits(mention.text)) + 2 * (mention.kind == "percent")
    if mention.number is None or mention.kind not in QUOTING or shown < least:
        return
    percent = mention.kind == "percent"
    same = next((cell for cell in cells if cell.percent == percent and _rounds(mention, cell)), None)
    if same is not None:
        yield _as_it_stands(mention, same)
    elif len(digits(mention.text)) >= surely and not mention.hedge:
        alike = [cell for cell in left if cell.percent == percent and _as_told(mention, cell)]
        only = len(left) == 1 < len(cells)
        slipped = [cell for cell in alike if _miscopied(digits(mention.text), digits(cell.text), only=only)]
        if len(slipped) == 1:
            yield Relation(mention.quantity, slipped[0].scaled_to(mention), says=SAYS)


def _as_it_stands(mention: Mention, cell: Cell) -> Relation:
    """Return that a figure of the text is a cell's."""
    told, cited = (Quantity(ONE, "", found.text, (found.span,)) for found in (mention, cell))
    return Relation(told, cited, working=f"{cell.text} in the table; the text says {mention.text}")


def _miscopied(one: str, other: str, *, only: bool) -> bool:
    """Tell whether a figure is a cell's but for a slip: two digits swapped, or one of four; of the `only` cell left, any one."""
    return swapped(one, other) or ((only or len(one) > FEWEST) and mistyped(one, other))


def _as_told(mention: Mention, cell: Cell) -> bool:
    """Tell whether a figure can be a cell's: none of things that are counted is that of a cell with a unit, 240 ms.

    Nor is a whole number that of a cell with a point, nor a short one that of a cell with a sign: 32 seats, 31.2; of 51, −11.
    """
    counted = mention.kind == "count" and mention.noun and any(map(str.isalpha, cell.text))
    pointed = "." in cell.text and "." not in mention.text
    signed = cell.text[:1] in SIGNS and len(digits(mention.text)) < FEWEST
    return not (counted or pointed or signed)


def _rounds(mention: Mention, cell: Cell) -> bool:
    """Tell whether the text's figure is the cell's in round numbers, in some scale of thousands: 19% is not 18."""
    shown = mention.rounded.interval
    scaled = (cell.scaled(scale).interval for scale in SCALES) if cell.value else ()
    return any(one == shown or (one.low < shown.high and shown.low < one.high) for one in scaled)
