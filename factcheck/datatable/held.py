"""An article held against a table: each figure bound to the row, measure and year of its sentence, and answered."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import islice

from factcheck.article import Article
from factcheck.datatable.amounts import amounts, together
from factcheck.datatable.answers import direction_of, factors
from factcheck.datatable.asked import Answer, Asked
from factcheck.datatable.counts import count_answer, counts_rows, limit_of, way_of
from factcheck.datatable.evidence import Cited, cited
from factcheck.datatable.names import word_at, words
from factcheck.datatable.reading import FROM, NUMBERS, Told, attached, is_earlier, told
from factcheck.datatable.standing import Ranked, rank_answer, ranks
from factcheck.datatable.table import DataTable, Frame, Label, Measure
from factcheck.link.context.subjects import stem
from factcheck.model import Mention
from factcheck.records import NamedTuple

MOST = 60
"""A sentence of more figures, or more rows, is a list that nobody reads as prose."""


class Bound(NamedTuple):
    """What each figure of a sentence goes with, by its place: rows by their column, the words of measures, years."""

    rows: tuple[tuple[int, dict[int, Label]], ...]
    measures: dict[int, frozenset[str]]
    years: dict[int, int]


def held_against(article: Article, table: DataTable) -> Cited:
    """Return the table's answers to the figures of an article, with the rows that they rest on as a document."""
    return cited(table, list(_answers(article, table)))


def _answers(article: Article, table: DataTable) -> Iterator[Answer]:
    for sentence in told(article, table):
        crowded = max(len(sentence.passage.mentions), len(sentence.rows)) > MOST
        if sentence.other or crowded or not (sentence.rows or sentence.measures):
            continue
        found = list(islice(ranks(article, table, sentence.passage), MOST))
        taken = {rank.place for rank in found} | sentence.inside
        numbers = [one for one in sentence.passage.mentions if one.kind in NUMBERS and article.place(one) not in taken]
        bound = _bound(article, table, sentence, [rank.place for rank in found], numbers)
        for rank in found:
            yield from _ranked(article, table, sentence, bound, rank)
        yield from _once(answer for one in numbers for answer in _number(article, table, sentence, bound, one))


def _once(answers: Iterator[Answer]) -> Iterator[Answer]:
    """Yield the answers of a sentence; where a figure states a cell rightly, no other is held against that cell."""
    found = list(answers)
    right = {answer.cells for answer in found if answer.cells and answer.stated.interval.meets(answer.implied.interval)}
    yield from (one for one in found if one.cells not in right or one.stated.interval.meets(one.implied.interval))


def _bound(article: Article, table: DataTable, sentence: Told, ranked: list[int], numbers: list[Mention]) -> Bound:
    figures = sorted({*ranked, *map(article.place, numbers)})
    columns = sorted({label.place for _, label in sentence.rows})
    rows = tuple(
        (
            column,
            attached(article, figures, [(at, label) for at, label in sentence.rows if label.place == column]),
        )
        for column in columns
    )
    named = {words for _, words in sentence.measures}
    alike = [measure for measure in table.measures if measure.words in named]
    measured = [
        article.place(one) for one in numbers if any(_may_be(article, table, one, measure) for measure in alike)
    ]
    return Bound(
        rows,
        attached(article, sorted({*ranked, *measured}), sentence.measures),
        attached(article, figures, sentence.years),
    )


def _may_be(article: Article, table: DataTable, mention: Mention, measure: Measure) -> bool:
    """Tell whether a figure can be of a measure, or counts the rows that are of it."""
    fits = _fits(measure, mention, mention.kind == "points" or bool(direction_of(article, mention)))
    return counts_rows(article, table, mention) or (fits and _counts(mention, measure.words))


def _number(article: Article, table: DataTable, sentence: Told, bound: Bound, mention: Mention) -> Iterator[Answer]:
    place = article.place(mention)
    if mention.number is None or mention.upper is not None:
        return
    if counts_rows(article, table, mention):
        yield from _counted(article, table, sentence, bound, mention)
        return
    measures = _fitting(article, table, sentence, bound, mention)
    labels = [found[place] for _, found in bound.rows if place in found]
    if len(measures) != 1:
        return
    measure, dated = measures[0]
    if not labels and len(bound.rows) == 1:
        yield from _summed(article, table, sentence, mention, measure, dated)
    if len(labels) < len(bound.rows):
        return
    frame, label = _framed(table, measure, labels)
    if frame:
        yield from amounts(Asked(article, table, sentence, mention, frame, label, dated))


def _summed(
    article: Article, table: DataTable, sentence: Told, mention: Mention, measure: Measure, dated: bool
) -> Iterator[Answer]:
    """Yield the sum of the rows that a sentence takes together."""
    labels = list(dict.fromkeys(label for _, label in sentence.rows))
    said = {word_at(article, place) for place in range(sentence.passage.start, sentence.passage.end)}
    frame, _ = _framed(table, measure, labels[:1])
    if frame and said & words("together") and not direction_of(article, mention):
        answer = together(Asked(article, table, sentence, mention, frame, None, dated), labels)
        if answer:
            yield answer


def _counted(article: Article, table: DataTable, sentence: Told, bound: Bound, mention: Mention) -> Iterator[Answer]:
    first = next(one for one in sentence.passage.mentions if counts_rows(article, table, one)) is mention
    limit = limit_of(sentence.passage.mentions, mention) if first else None
    wanted = bound.measures.get(article.place(mention))
    way = way_of(article, sentence.passage) if first and wanted and not limit else 0
    if limit:
        measures = _fitting(article, table, sentence, bound, limit)
    elif way:
        alike = [one for one in table.measures if one.words == wanted]
        measures = _of_year(alike, bound.years.get(article.place(mention)), bool(sentence.years))
    else:
        measures = [(table.measures[0], True)]
    if len(measures) != 1 or sentence.rows:
        return
    frame, _ = _framed(table, measures[0][0], [])
    asked = frame and Asked(article, table, sentence, mention, frame, None, measures[0][1])
    answer = count_answer(asked, limit, way) if asked else None
    if answer:
        yield answer


def _fitting(
    article: Article, table: DataTable, sentence: Told, bound: Bound, mention: Mention
) -> list[tuple[Measure, bool]]:
    """Return the measures that a figure may be of, each with whether the words say of which year."""
    place = article.place(mention)
    wanted = bound.measures.get(place) or (None if sentence.measures else _titled(table))
    if wanted is None or not _counts(mention, wanted):
        return []
    change = mention.kind == "points" or bool(direction_of(article, mention))
    alike = [one for one in table.measures if one.words == wanted and _fits(one, mention, change)]
    year = (
        max((year for _, year in sentence.years), default=None) if change else _year_of(article, sentence, bound, place)
    )
    if change and _only_from(article, sentence):
        return _of_year(alike, None, False)
    return _of_year(alike, year, bool(sentence.years))


def _titled(table: DataTable) -> frozenset[str] | None:
    """Return the words of a table's title, where no column has a name of its own."""
    every = {measure.words for measure in table.measures}
    return next(iter(every)) if len(every) == 1 and all(measure.titled for measure in table.measures) else None


def _counts(mention: Mention, wanted: frozenset[str]) -> bool:
    """Tell whether a count can be of a measure: a million, or so many visitors where those are counted."""
    noun = "population" if mention.noun in words("vague") else mention.noun
    return mention.kind != "count" or not noun or stem(noun) in wanted or noun == "thing"


def _fits(measure: Measure, mention: Mention, change: bool) -> bool:
    shares = measure.column.head.unit in ("%", "pp")
    if mention.kind == "points":
        return shares
    if mention.kind in ("percent", "fraction") and change:
        return not shares
    return bool(factors(measure, mention)) or (mention.kind in ("percent", "fraction") and not shares)


def _year_of(article: Article, sentence: Told, bound: Bound, place: int) -> int | None:
    year = bound.years.get(place)
    own = any(0 < at - place <= 3 for at, _ in sentence.years)
    if year is None or own or not is_earlier(article, place):
        return year
    passage = sentence.passage
    earlier = any(word_at(article, at) in words("earlier") for at in range(passage.start, passage.end))
    return year - 1 if earlier and len({year for _, year in sentence.years}) == 1 else 0


def _only_from(article: Article, sentence: Told) -> bool:
    """Tell whether the one year of a sentence is where a change began: "up 12% from 2019", until when is not said."""
    places = {at for at, _ in sentence.years}
    return len(places) == 1 and all(at > 0 and word_at(article, at - 1) in FROM | {"since"} for at in places)


def _of_year(measures: list[Measure], year: int | None, named: bool) -> list[tuple[Measure, bool]]:
    years = {measure.year for measure in measures}
    if years == {None} or not measures:
        return [(one, not named) for one in measures]
    if year is None and named:
        return []
    wanted = year if year is not None else max(year for year in years if year is not None)
    dated = year is not None or len(years) == 1
    return [(one, dated) for one in measures if one.year == wanted]


def _framed(table: DataTable, measure: Measure, labels: list[Label]) -> tuple[Frame | None, Label | None]:
    """Return the rows that a figure is one of, each named once there, and its own; none where names are shared."""
    if table.series is not None:
        return Frame(measure, table.series), Label(table.series, str(measure.year))
    keys = [label.place for label in labels] or list(table.labels)
    for key in keys:
        own = next((label for label in labels if label.place == key), None)
        frame = Frame(measure, key, tuple(label for label in labels if label.place != key))
        come = table.sum(frame)
        if come.rows and not come.twice:
            return frame, own
    return None, None


def _ranked(article: Article, table: DataTable, sentence: Told, bound: Bound, rank: Ranked) -> Iterator[Answer]:
    labels = [found[rank.place] for _, found in bound.rows if rank.place in found]
    wanted = bound.measures.get(rank.place)
    year = bound.years.get(rank.place)
    if not labels or len(labels) < len(bound.rows) or wanted is None:
        return
    measures = _of_year([one for one in table.measures if one.words == wanted], year, bool(sentence.years))
    if len(measures) != 1:
        return
    frame, label = _framed(table, measures[0][0], labels)
    if frame and label and table.series is None:
        answer = rank_answer(article, table, sentence, rank, frame, label, measures[0][1])
        if answer:
            yield answer
