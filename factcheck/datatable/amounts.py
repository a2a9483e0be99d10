"""Amounts that an article takes from a table: a cell, a total, a mean or a median, a change, a share."""

from __future__ import annotations

from collections.abc import Iterator
from fractions import Fraction
from math import isqrt

from factcheck import shown
from factcheck.datatable.answers import direction_of, factors, number_answer, slipped, stated
from factcheck.datatable.asked import Answer, Asked, as_shown, file_of, value_of, where
from factcheck.datatable.names import word_at, words
from factcheck.datatable.reading import is_earlier
from factcheck.datatable.table import Cell, Frame, Label, Measure
from factcheck.model import verbatim
from factcheck.quantity import Interval

REACH = 6
"""Words from the "total" or "average" to the figure that it is, where they stand before it."""

BESIDE = 3
"""Words from the same to a measure, and from a figure on to them: "$2 billion in total"."""

OF_REACH = 5
SPREAD = 3
"""Roundings cancel out: the sum of many is off by so many times the square root of their number at most."""

CELL = "The article has {stated}; the data has {right} ({place})."
TOTAL = "The article has {stated}; the rows of the data come to {right} ({place})."
MEAN = "The article has {stated}; the {name} of the rows of the data is {right} ({place})."
CHANGE = "The change is given as {stated}; by the data it is {right} ({place})."
OTHER_WAY = "The change is given as {stated} {way}; by the data it is {right} {back} ({place})."
SHARE = "The share is given as {stated}; by the data it is {right} ({place})."


def amounts(asked: Asked) -> Iterator[Answer]:
    """Yield the table's answer to an amount, read as the words before and behind it say."""
    sign = direction_of(asked.article, asked.mention)
    if _near(asked, "median"):
        answer = _median(asked)
    elif _near(asked, "mean"):
        answer = _mean(asked)
    elif sign or asked.mention.kind == "points":
        answer = _change(asked, sign or 1) if sign else None
    elif _is_share(asked):
        answer = _share(asked)
    elif asked.label:
        answer = _cell(asked)
    else:
        answer = _total(asked) if _near(asked, "whole") else None
    if answer:
        yield answer


def _near(asked: Asked, name: str) -> bool:
    """Tell whether a word stands near the figure or just before the measure, and is not the measure's own."""
    passage, wanted = asked.told.passage, words(name)
    places = {*_back(asked), *range(asked.place + 1, min(passage.end, asked.place + BESIDE))}
    places |= {place for at, _ in asked.told.measures for place in range(max(passage.start, at - BESIDE), at)}
    return any(word_at(asked.article, place) in wanted for place in places) and not _in_head(asked, name)


def _back(asked: Asked) -> Iterator[int]:
    """Yield the places before a figure, back to the figure before it."""
    article = asked.article
    for place in range(asked.place - 1, max(asked.told.passage.start, asked.place - REACH) - 1, -1):
        if place in article.at and article.at[place].number is not None:
            return
        yield place


def _in_head(asked: Asked, name: str) -> bool:
    """Tell whether the measure itself is a mean: then a figure of it is a cell."""
    return bool(set(asked.frame.measure.column.name.lower().split()) & words(name))


def _cell(asked: Asked) -> Answer | None:
    measure = asked.frame.measure
    cell = asked.table.cell(asked.frame, asked.label) if asked.label else None
    if cell is None or (is_earlier(asked.article, asked.place) and not asked.dated):
        return None
    place = where(asked.table, measure, cell)
    values = [value_of(measure, cell, factor) for factor in factors(measure, asked.mention)]
    says = CELL.replace("{place}", verbatim(place))
    return number_answer(asked, values, (cell,), f"{place}: {as_shown(cell)}", says, swaps=True)


def _whole(asked: Asked, frame: Frame) -> tuple[Interval, tuple[Cell, ...], str] | None:
    """Return the total of a frame with its place: the row that says so or, where none does, the sum of all rows."""
    cell = asked.table.whole(frame)
    if cell:
        return value_of(frame.measure, cell), (cell,), where(asked.table, frame.measure, cell)
    come = asked.table.sum(frame)
    reach = frame.measure.column.half * min(come.rows, SPREAD * isqrt(come.rows) + 1)
    place = f"{file_of(asked.table)}, column {frame.measure.name}, {come.rows:,} rows added up"
    return (Interval.around(come.total, reach), (), place) if come.rows > 1 else None


def _total(asked: Asked) -> Answer | None:
    measure = asked.frame.measure
    found = _whole(asked, asked.frame)
    if found is None or measure.column.head.unit in ("%", "pp"):
        return None
    value, cells, place = found
    values = [value.times(Interval.exactly(factor)) for factor in factors(measure, asked.mention)]
    working = f"{place}: {shown.number(value.middle, 12)}"
    near = any(_close(asked, one) for one in values)
    return number_answer(asked, values, cells, working, TOTAL.replace("{place}", verbatim(place)), bool(cells) or near)


def _close(asked: Asked, value: Interval) -> bool:
    """Tell whether a total is so near to the sum of the rows that it is that sum miswritten."""
    said = stated(asked.mention).interval.middle
    return abs(said - value.middle) <= abs(value.middle) / 10


def _mean(asked: Asked) -> Answer | None:
    come, measure = asked.table.sum(asked.frame), asked.frame.measure
    if come.rows < 2:
        return None
    middle = Interval.around(come.total / come.rows, measure.column.half)
    return _middling(asked, middle, (), "mean")


def _median(asked: Asked) -> Answer | None:
    cells = asked.table.middle(asked.frame)
    if not cells or asked.table.sum(asked.frame).rows < 3:
        return None
    half = asked.frame.measure.column.half
    middle = Interval.around(Fraction(sum(cell.value for cell in cells)) / len(cells), half)
    return _middling(asked, middle, tuple(cells), "median")


def together(asked: Asked, labels: list[Label]) -> Answer | None:
    """Return the sum of some rows: "Harwick and Saltmarsh together exported $180 billion"."""
    measure = asked.frame.measure
    found = [asked.table.cell(asked.frame, label) for label in labels]
    cells = tuple(cell for cell in found if cell)
    if len(cells) < len(labels) or measure.column.head.unit in ("%", "pp"):
        return None
    value = Interval.around(sum((cell.value for cell in cells), Fraction(0)), measure.column.half * len(cells))
    values = [value.times(Interval.exactly(factor)) for factor in factors(measure, asked.mention)]
    place = f"{file_of(asked.table)}, rows {' + '.join(cell.label for cell in cells)}, column {measure.name}"
    working = f"{place}: {' + '.join(map(as_shown, cells))} = {shown.number(value.middle, 12)}"
    return number_answer(asked, values, cells, working, TOTAL.replace("{place}", verbatim(place)))


def _middling(asked: Asked, value: Interval, cells: tuple[Cell, ...], name: str) -> Answer | None:
    measure = asked.frame.measure
    place = f"{file_of(asked.table)}, column {measure.name}"
    values = [value.times(Interval.exactly(factor)) for factor in factors(measure, asked.mention)]
    working = f"{place}, {name} of {asked.table.sum(asked.frame).rows:,} rows: {shown.number(value.middle, 6)}"
    says = MEAN.replace("{place}", verbatim(place)).replace("{name}", name)
    return number_answer(asked, values, cells, working, says, any(_close(asked, one) for one in values))


def _change(asked: Asked, sign: int) -> Answer | None:
    """Hold a rise or a fall against two years of a row, or of the total where the words are of no row."""
    frame = asked.frame
    base = base_of(asked)
    if base is None or _between_rows(asked):
        return None
    before, after = _level(asked, frame._replace(measure=base)), _level(asked, frame)
    if before is None or after is None:
        return None
    (old, old_cells), (new, new_cells) = before, after
    shares = frame.measure.column.head.unit in ("%", "pp")
    if asked.mention.kind == "percent":
        if shares or old.low <= 0:
            return None
        change, sums = [new.over(old).minus(Interval.exactly(1))], "{new} / {old} - 1"
    else:
        ways = factors(frame.measure, asked.mention) if asked.mention.kind != "points" or shares else []
        change, sums = [new.minus(old).times(Interval.exactly(factor)) for factor in ways], "{new} - {old}"
    row = new_cells[0].label if new_cells else "all rows"
    place = f"{file_of(asked.table)}, row {row}, {base.name} to {frame.measure.name}"
    working = f"{place}: " + sums.format(new=shown.number(new.middle, 12), old=shown.number(old.middle, 12))
    values = [value if sign > 0 else value.negative() for value in change]
    turned = bool(values) and values[0].high < 0
    says = (OTHER_WAY if turned else CHANGE).replace("{place}", verbatim(place))
    says = says.replace("{way}", "up" if sign > 0 else "down").replace("{back}", "down" if sign > 0 else "up")
    answer = number_answer(asked, values, new_cells + old_cells, working, says)
    return (
        answer._replace(fix=f"{'down' if sign > 0 else 'up'}, not {'up' if sign > 0 else 'down'}")
        if answer and turned
        else answer
    )


def _between_rows(asked: Asked) -> bool:
    """Tell whether a difference is one between rows: "$3 billion more than Jeju"; not "more than a year earlier"."""
    article, end = asked.article, asked.told.passage.end
    places = range(asked.place + 1, min(end, asked.place + REACH))
    than = next((place for place in places if word_at(article, place) == "than"), None)
    if than is None:
        return any(article.tokens.word(article.token(place)).endswith("보다") for place in asked.told.inside)
    behind = range(than + 1, min(end, than + REACH))
    if any(place in asked.told.inside for place in behind):
        return True
    times = any(place in article.at and article.at[place].when is not None for place in behind)
    return not times and not any(word_at(article, place) in words("earlier") for place in behind)


def base_of(asked: Asked) -> Measure | None:
    """Return the measure of the year that a change is from: one named beside the later one, or else the year before."""
    measure = asked.frame.measure
    if measure.year is None:
        return None
    named = {year for _, year in asked.told.years if year < measure.year}
    year = min(named) if len(named) == 1 else measure.year - 1 if not named else None
    twins = [one for one in asked.table.measures if one.words == measure.words and one.year == year]
    alike = [one for one in twins if one.column.head[1:3] == measure.column.head[1:3]]
    return alike[0] if len(alike) == 1 else None


def _level(asked: Asked, frame: Frame) -> tuple[Interval, tuple[Cell, ...]] | None:
    if asked.label:
        cell = asked.table.cell(frame, asked.label)
        return (value_of(frame.measure, cell), (cell,)) if cell else None
    found = _whole(asked, frame) if _near(asked, "whole") else None
    return (found[0], found[1]) if found else None


def _is_share(asked: Asked) -> bool:
    """Tell whether a percentage is one of a whole: "12% of exports", "accounts for 12%", 12%를 차지."""
    if asked.mention.kind not in ("percent", "fraction") or asked.frame.measure.column.head.unit in (
        "%",
        "pp",
    ):
        return False
    article, passage, place = asked.article, asked.told.passage, asked.place
    before = {word_at(article, at) for at in range(passage.start, place)}
    behind = [word_at(article, at) for at in range(place + 1, min(passage.end, place + 1 + OF_REACH))]
    return behind[:1] == ["of"] or bool(before & words("share")) or bool(set(behind[:2]) & words("share"))


def _share(asked: Asked) -> Answer | None:
    measure = asked.frame.measure
    cell = asked.table.cell(asked.frame, asked.label) if asked.label else None
    whole = _whole(asked, asked.frame)
    if cell is None or whole is None or whole[0].low <= 0:
        return None
    value = value_of(measure, cell).over(whole[0])
    place = where(asked.table, measure, cell)
    working = f"{place}: {as_shown(cell)} of {shown.number(whole[0].middle, 12)}"
    sure = bool(whole[1]) or slipped(asked.mention, value)
    return number_answer(asked, [value], (cell, *whole[1]), working, SHARE.replace("{place}", verbatim(place)), sure)
