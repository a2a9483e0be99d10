"""What a text says of a table as a whole: the most, the third, four of five, in all, on average, so much more."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from fractions import Fraction

from factcheck.article import Article, Said, Sentence, lowered
from factcheck.document import Span
from factcheck.english.nouns import singular
from factcheck.link.context.grids import Cell, Grid, grids, nearest_scale
from factcheck.link.context.roles import roles
from factcheck.link.table.tabletalk import (
    POINTS,
    SHORTEST,
    Told,
    figured,
    rows_named,
    stretches,
    told_of,
    two_times,
    wordings,
)
from factcheck.model import Mention, Relation
from factcheck.numerals import digits
from factcheck.patterns import Pattern
from factcheck.quantity import Interval, Quantity, total
from factcheck.segment import vocabulary

HIGH = frozenset(
    "highest largest biggest greatest longest busiest dearest heaviest tallest oldest costliest deepest hottest wettest warmest steepest strongest widest farthest furthest".split()
)
LOW = frozenset(
    "least lowest smallest fewest shortest cheapest lightest youngest shallowest coldest driest coolest narrowest".split()
)
MEASURED = {"deepest": "depth", "shallowest": "depth", "oldest": "age", "youngest": "age", "hottest": "temp", "warmest": "temp", "coldest": "temp", "coolest": "temp",
            "heaviest": "weight", "lightest": "weight", "tallest": "height", "wettest": "rain", "driest": "rain", "longest": "length", "shortest": "length",
            "widest": "width", "cheapest": "price", "dearest": "price"}  # fmt: skip
"""What stands over a column that some superlatives are of."""

EXTREME = Pattern(rf"\b(?:{'|'.join(sorted(HIGH | LOW))}|the most(?= (?:votes|seats|of|by|in|at)\b|[,.;]|$))\b")
MOST_SO = Pattern(r"\bthe ([a-z]{3,}est)\b")
RANKED = Pattern(
    r"\b(?:came|finished|placed|ranked|lay|lies|was|is) (first|second|third|fourth|fifth|sixth|last)\b(?! to\b)(?=\W*$|[,;:]| (?:in|with|on|at|by)\b)"
)
RANKS = {"first": 1, "second": 2, "third": 3, "fourth": 4, "fifth": 5, "sixth": 6, "last": 0}
SUMMED = Pattern(r"\b(?:between them|together|in all|in total|all told|altogether|combined|a total of)\b")
AVERAGED = Pattern(r"\b(?:average|averages|averaged|mean)\b")
OF = Pattern(r"([a-z]+)(?: of|,) (?:about |nearly |almost |just )?$")
"""What ends in "takings of": the figure behind is one of takings."""
ON = Pattern(r"\b(?:at|on|with|had|has|polled|took|scored) (?:about |nearly |almost |just |only )?$")
AT = Pattern(r"\bat (?:about |nearly |almost |just |only )?$")
CLOSED = Pattern(r"\W*(?:[a-z]+ )?(?:$|[,;.)]|(?:was|were|is|are)\b)")
NOUN = Pattern(r" ([a-z]+)\b")
APART = Pattern(
    r"\b(?:by|(?:gap|difference|margin|lead) (?:between [^.;]{1,60}? )?(?:of|is|was)|(?:of|is|was) a (?:gap|margin|lead) of) (?:\w+ )?$"
)
"""What ends before how far two rows are apart."""
OVER = "{part:count|fraction} of the|its|those {whole:count}? <w> ... above=MORE|over|above THAN? {limit:money|count|measure|percent|age|duration|multiple}"
OF_ALL = "{part:count} of the|its|those {whole:count} <w>"
OTHER = "something else than the table may be meant"
COUNTED = Pattern(r"\bof (?:all )?(?:the |its |their )?(?:[a-z]+['’]s )?(\d{1,4})\b")
"""Of so many: where that is more than a table has, it is of others too."""
BEHIND = Pattern(r" ?(?:[.,;:)]|$|(?:in|at|of|by|with|on|for|the|among|was|were|is|are|came|this|last|from)\b)")
"""What may follow "the lowest" where no noun does."""
NUMBERS = frozenset({"money", "count", "percent", "measure", "points"})
CLOSE = Fraction(1, 20)
LIKELY = 3
"""Nobody misses by more: such a figure is of something else."""


def of_tables(article: Article) -> Iterator[Relation]:
    """Yield what sentences say of the tables that they stand beside or point to."""
    found = list(grids(article.document))
    for grid in found:
        near = stretches(article, grid, len(found) == 1)
        for span in wordings(article, near):
            low = article.text(span).lower()
            if (EXTREME.search(low) or MOST_SO.search(low) or RANKED.search(low)) and (
                told := told_of(article, grid, span)
            ):
                yield from _extreme(told)
                yield from _ranked(told)
        for sentence, span in figured(article, near):
            if told := told_of(article, grid, span):
                yield from _over(article, sentence, told)
                yield from _cited(sentence, told)
                yield from _reckoned(article, sentence, told)
            elif columns := two_times(article, grid, span):
                yield from _counted(article, sentence, grid, columns)
                yield from _moved(article, sentence, grid, columns)


def _extreme(told: Told) -> Iterator[Relation]:
    """Yield which row has the most or the least, against the one that a sentence names."""
    found = EXTREME.findall(told.text) or [
        word for word in MOST_SO.findall(told.text) if word[:-3] in told.head.split()
    ]
    if len(found) != 1 or len(told.rows) != 1 or told.column[told.rows[0]] is None or RANKED.search(told.text):
        return
    values = [cell.value for cell in told.cells]
    value = min(values) if found[0] in LOW else max(values)
    best = [row for row, cell in enumerate(told.column) if cell and cell.value == value and not told.grid.is_total(row)]
    named = told.rows[0]
    label, right = told.grid.labels[named], told.grid.labels[best[0]]
    found_at = re.search(rf"\b{re.escape(lowered(label))}\b", told.text)
    place = told.start + (found_at.start() if found_at else 0)
    cell = told.column[best[0]]
    behind = told.text[told.text.index(found[0]) + len(found[0]) :]
    wider = any(int(one) > len(told.cells) for one in COUNTED.findall(told.text))
    of_it = MEASURED.get(found[0], "-") in told.head
    plain = not wider and (BEHIND.match(behind) is not None or told.named(behind.split(None, 2)[0]))
    if cell:
        yield Relation(
            Quantity.named(label, label, Span(place, place + len(label))),
            Quantity.one_of(
                (told.grid.labels[row] for row in best), f"{right}, {cell.text}", told.grid.spans[best[0]], cell.span
            ),
            says=f"In the table it is {right}, at {cell.text}, not {label}.",
            fix=right,
            doubt=None if (told.tied or of_it) and plain else OTHER,
        )


def _ranked(told: Told) -> Iterator[Relation]:
    """Yield the rank of the row that a sentence names first, counted from above or from below."""
    found = RANKED.search(told.text)
    cell = told.column[told.rows[0]] if told.rows else None
    if found is None or cell is None or len(told.cells) < SHORTEST:
        return
    row, rank = told.rows[0], RANKS[found[1]]
    ahead, behind = ranks = _ranks(told, told.column, row)
    held = {ahead, behind} if rank else {rank} if len(told.cells) in ranks else {len(told.cells)}
    columns = map(told.grid.column, range(told.grid.width))
    elsewhere = any(rank in _ranks(told, column, row) for column in columns if column[row])
    yield Relation(
        Quantity.named(str(rank), found[1], Span(told.start + found.start(1), told.start + found.end(1))),
        Quantity.one_of(map(str, held), cell.text, told.grid.spans[told.rows[0]], cell.span),
        says=f"With {cell.text}, {told.grid.labels[row]} is number {ahead} of {len(told.cells)} in the table, not {found[1]}.",
        doubt=OTHER if elsewhere or not told.tied else None,
    )


def _ranks(told: Told, column: Sequence[Cell | None], row: int) -> tuple[int, int]:
    """Return the rank of a row's cell among those of a column, totals left out, from above and from below."""
    own = column[row]
    others = [cell.value for at, cell in enumerate(column) if cell and not told.grid.is_total(at)]
    return (sum(one > own.value for one in others) + 1, sum(one < own.value for one in others) + 1) if own else (0, 0)


def _reckoned(article: Article, sentence: Sentence, told: Told) -> Iterator[Relation]:
    """Yield what the rows named, or all of them, come to together, on average or from one to the other."""
    figures = [one for one in sentence.mentions if one.kind in NUMBERS | {"multiple"} and one.number]
    everyone = [one for one in sentence.mentions if one.kind in ("count", "duration") and one.size == len(told.cells)]
    cells = [cell for row in told.rows if (cell := told.column[row])]
    all_rows = told.cells if everyone and not cells else cells if len(cells) > 1 else []
    rest = [one for one in figures if one not in everyone and not _is_cell(one, cells)]
    if len(rest) != 1 or len(all_rows) < 2:
        return
    stated, before = rest[0], told.text[: rest[0].span.start - told.start]
    if stated.kind == "multiple":
        if len(cells) == 2 and cells[1].value:
            yield _relation(told, stated, (cells[0].quantity / cells[1].quantity).as_unit("x"))
    elif SUMMED.search(told.text) or (everyone and everyone[0].kind == "duration"):
        yield _summed(told, stated, total([cell.quantity for cell in all_rows]), bool(everyone))
    elif AVERAGED.search(told.text) and not cells:
        yield _relation(told, stated, total([cell.quantity for cell in all_rows]) / Quantity.constant(len(all_rows)))
    elif len(cells) == 2 and (APART.search(before) or _compared(article, stated)):
        high, low = sorted(cells, key=lambda cell: cell.value, reverse=True)
        yield _relation(told, stated, high.quantity - low.quantity)


def _cited(sentence: Sentence, told: Told) -> Iterator[Relation]:
    """Yield the figure that a sentence gives as the one row's in the column's own name: "Leeds, with takings of £44,100"."""
    cell = told.column[told.rows[0]] if len(told.rows) == 1 else None
    for figure in sentence.mentions if cell else ():
        before, behind = told.text[: figure.span.start - told.start], told.text[figure.span.end - told.start :]
        of, noun = OF.search(before), NOUN.match(f" {figure.kind}" if figure.kind == "points" else behind)
        called = (of and told.named(of[1])) or (noun and told.named(noun[1]) and (of or ON.search(before)))
        singled = AT.search(before) and EXTREME.search(told.text) and re.match(r"\W*(?:$|[,;.])", behind)
        whole = CLOSED.match(behind) is not None
        if cell and ((called and whole) or singled) and figure.number and figure.kind in NUMBERS:
            if not _is_cell(figure, [cell]):
                doubt = None if told.tied or (singled and _in_its_money(told, figure)) else OTHER
                yield _answered(figure, _scaled(cell.quantity, figure), doubt)


def _over(article: Article, sentence: Sentence, told: Told) -> Iterator[Relation]:
    """Yield how many rows are above a limit that a sentence names: one of the plants made more than 500 tons."""
    for said in article.match_in(sentence, OVER):
        limit = said.limit.changed(hedge="").quantity.interval
        over = [cell for cell in told.cells if _scaled(cell.quantity, said.limit).interval.low > limit.middle]
        unit = said.limit.unit and said.limit.unit in singular(told.head)
        counted = _in_rows(said)
        if counted is None:
            continue
        yield Relation(
            counted,
            Quantity(
                Interval.exactly(len(over)),
                counted.unit,
                f"more than {said.limit.text}",
                tuple(cell.span for cell in over),
            ),
            says=f"In the table {len(over)} are above {said.limit.text}, not {said.part.text}.",
            doubt=None if told.tied or unit or _of_every_row(said, told, len(over)) else OTHER,
            fix=str(len(over)),
        )


def _in_rows(said: Said) -> Quantity | None:
    """Return how many rows are meant, half of six as three; None where that is no whole number, or of how many is untold."""
    part = said.part.quantity
    if said.part.kind == "count":
        return part
    many = part.interval.middle * (said.whole.quantity.interval.middle if said.has("whole") else 0)
    return part.changed(value=Interval.exactly(many), unit="") if many and many.denominator == 1 else None


def _of_every_row(said: Said, told: Told, many: int) -> bool:
    """Tell whether so many of just the rows that a table has are counted, and are one off at the most: two of the four teams."""
    return (
        said.has("whole")
        and said.whole.size == len(told.cells)
        and abs((_in_rows(said) or said.part.quantity).interval.middle - many) <= 1
    )


def _compared(article: Article, figure: Mention) -> bool:
    behind = article.after(figure, 4).split(",")[0]
    return not frozenset(vocabulary()[1]["MORE"] + vocabulary()[1]["LESS"]).isdisjoint(behind)


def _is_cell(figure: Mention, cells: list[Cell]) -> bool:
    """Tell whether a figure quotes a cell of a row that is named."""
    return any(figure.rounded.interval.meets(_scaled(cell.quantity, figure).interval) for cell in cells)


def _scaled(quantity: Quantity, figure: Mention) -> Quantity:
    """Return what comes of a table in the scale that brings it nearest to a figure of the text."""
    middle = figure.quantity.interval.middle
    if quantity.unit == "%" and figure.unit not in ("%", "pp"):
        quantity = quantity.changed(value=quantity.interval.times(Interval.exactly(100)))
    size = nearest_scale(quantity.interval.middle, middle)
    return quantity.changed(value=quantity.interval.times(Interval.exactly(size)), unit=figure.unit)


def _relation(told: Told, stated: Mention, implied: Quantity) -> Relation:
    return _answered(stated, _scaled(implied, stated), None if told.tied or _in_its_money(told, stated) else OTHER)


def _summed(told: Told, stated: Mention, implied: Quantity, everyone: bool) -> Relation:
    """Return the sum of rows; of all that are counted, one so near in the column's own money is no other sum."""
    answer = _scaled(implied, stated)
    near = abs(answer.interval.middle - stated.quantity.interval.middle) <= CLOSE * answer.interval.middle
    money = any(
        sign in told.head + "".join(cell.text for cell in told.cells) for sign in "$£€¥₩" if sign == stated.text[:1]
    )
    return _answered(stated, answer, None if told.tied or (everyone and near and money) else OTHER)


def _answered(stated: Mention, answer: Quantity, doubt: str | None) -> Relation:
    near = Fraction(1, LIKELY) < stated.quantity.interval.middle / (answer.interval.middle or 1) < LIKELY
    return Relation(
        stated.quantity,
        answer,
        says="The text says {stated} where the table gives {implied} ({working}).",
        doubt=doubt if near else OTHER,
    )


def _in_its_money(told: Told, stated: Mention) -> bool:
    """Tell whether a sum of the column's own currency is told of one or two rows."""
    signs = frozenset("$£€¥₩") & {stated.text[:1]}
    shown = told.head + "".join(cell.text for cell in told.cells)
    return (
        0 < len(told.rows) <= 2
        and stated.kind == "money"
        and len(digits(stated.text)) >= 2
        and any(sign in shown for sign in signs)
    )


def _counted(article: Article, sentence: Sentence, grid: Grid, columns: tuple[int, int]) -> Iterator[Relation]:
    """Yield in how many rows the later column is above or below the earlier: it fell in four of the five wards."""
    rise, fall = (frozenset(vocabulary()[1][name]) for name in ("RISE", "FALL"))
    moves = [article.skeleton[at] for at in range(sentence.start, sentence.end) if at not in article.at]
    signs = {1 if letter in rise else -1 for letter in moves if letter in rise ^ fall and letter in rise | fall}
    rows = [(row[columns[0]], row[columns[1]]) for at, row in enumerate(grid.rows) if not grid.is_total(at)]
    pairs = [(one, other) for one, other in rows if one and other]
    for said in article.match_in(sentence, OF_ALL):
        if len(signs) == 1 and said.whole.size == len(pairs) == len(rows):
            sign = next(iter(signs))
            moved = [(one, other) for one, other in pairs if (other.value - one.value) * sign > 0]
            spans = tuple(cell.span for pair in moved for cell in pair)
            yield Relation(
                said.part.quantity,
                Quantity(
                    Interval.exactly(len(moved)),
                    said.part.unit,
                    f"the rows that {'rose' if sign > 0 else 'fell'}",
                    spans,
                ),
                says=f"The text says {said.part.text} of {said.whole.text}, but in the table {len(moved)} {'rose' if sign > 0 else 'fell'}.",
                fix=str(len(moved)),
                doubt=None
                if abs(said.part.size - len(moved)) == 1 or POINTS.search(article.words(sentence).lower())
                else OTHER,
            )


def _moved(article: Article, sentence: Sentence, grid: Grid, columns: tuple[int, int]) -> Iterator[Relation]:
    """Yield by how much the one row named changed from one column to the other, where its figure stands there too."""
    start = article.here(sentence).start
    named = rows_named(grid, article.words(sentence))
    changes = [role for role in roles(article, sentence) if role.name == "change" and role.mention.kind == "percent"]
    if len(changes) != 1 or not named:
        return
    place = changes[0].mention.span.start - start
    text = article.words(sentence)
    owner = max(named, key=lambda row: text.rfind(grid.labels[row], 0, place))
    one, other = (grid.rows[owner][column] for column in columns)
    if one and other and not one.percent and one.value and text.rfind(grid.labels[owner], 0, place) >= 0:
        figures = [figure for figure in sentence.mentions if figure is not changes[0].mention and figure.number]
        quoted = any(figure.kind in ("money", "count", "measure") and _is_cell(figure, [other]) for figure in figures)
        change = (other.quantity / one.quantity - 1).as_unit("%")
        size = change.changed(value=change.interval.size())
        yield _answered(changes[0].mention, size, None if quoted or POINTS.search(text.lower()) else OTHER)
