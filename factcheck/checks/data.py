"""An article against the data that it cites: spreadsheets, files of rows, databases."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from factcheck.article import Article
from factcheck.check import check
from factcheck.document import Span
from factcheck.model import Relation

if TYPE_CHECKING:
    from factcheck.datatable.asked import Answer

SURE = frozenset({"repeated", "derived", "direction", "misplaced", "points"})
"""What becomes of a figure that has the value of one of the table; others may be of what it does not tell."""

SAYS = "The article has {stated}; the data has {implied}."


@check("data-mismatch", says=SAYS)
def data_mismatch(article: Article) -> Iterator[Relation]:
    """Figures taken from a table of data (`--data`) must be those of the table, or follow from it.

    Read are cells, totals, means and medians, ranks and superlatives, counts of rows, changes between years and shares
    of a total.  A figure is held against the table where its sentence, or the one before, names the row, the measure and
    the year; words that leave these open are no claim on the data.

    Wrong: Busan exported [$4.3 billion] in 2024.  <-  District,Exports 2024 (USD bn) / Ulsan,1.2 / Busan,3.4  =>  row Busan
    Wrong: Busan was the [second-largest] exporter in 2024.  <-  District,Exports 2024 (USD bn) / Ulsan,1.2 / Busan,3.4  =>  first of 2
    Right: Busan exported $3.4 billion in 2024.  <-  District,Exports 2024 (USD bn) / Ulsan,1.2 / Busan,3.4
    Right: Exports from Ulsan rose 20% in 2024.  <-  District,Exports 2023,Exports 2024 / Ulsan,1.0,1.2 / Busan,3.3,3.4
    Skip:  Busan, the second-largest city, has 3 ports.  <-  District,Exports 2024 (USD bn) / Ulsan,1.2 / Busan,3.4
    Skip:  Busan exported cars for $1.1 billion in 2024.  <-  District,Exports 2024 (USD bn) / Ulsan,1.2 / Busan,3.4
    """
    found: dict[Span, Relation] = {}
    for cited in article.cited:
        for answer, places in zip(cited.answers, cited.places, strict=True):
            relation = _relation(answer, places)
            rival = found.setdefault(answer.span, relation)
            if _weight(relation) > _weight(rival):
                found[answer.span] = relation
    yield from found.values()
    yield from _as_told(article, {span for span, relation in found.items() if relation.doubt is None})


def _as_told(article: Article, answered: set[Span]) -> Iterator[Relation]:
    """Yield what becomes of the other figures beside small tables, read as any source is."""
    if not article.tabled:
        return
    from factcheck.companions.relations import relation
    from factcheck.companions.verdicts import compared, verdicts

    for verdict in verdicts(compared(article, article.tabled)):
        if verdict.name in SURE and verdict.fact.sort != "day" and verdict.fact.span not in answered:
            yield relation(verdict, "data")


def _relation(answer: Answer, places: tuple[Span, ...]) -> Relation:
    stated, implied = answer.stated.changed(spans=(answer.span,)), answer.implied.changed(spans=places)
    return Relation(stated, implied, answer.says, doubt=answer.doubt, fix=answer.fix, working=answer.working)


def _weight(relation: Relation) -> int:
    """Return how much a table's answer counts among others to one figure: what one table bears out, none refutes."""
    return 2 if relation.stated.interval.meets(relation.implied.interval) else 0 if relation.doubt else 1
