"""What a sentence says of every step of a table that goes on in time: sales have risen in every quarter."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import pairwise

from factcheck.article import Article
from factcheck.document import Span
from factcheck.link.context.grids import grids
from factcheck.link.table.tabletalk import stretches, told_of, wordings
from factcheck.model import Relation
from factcheck.patterns import Pattern
from factcheck.quantity import Quantity

EVERY = Pattern(
    r"\b(?:(?P<up>ris(?:e|es|en|ing)|rose|gr[eo]w\w*|increas\w+|climb\w*|up)|(?P<down>f[ae]ll\w*|declin\w+|dropp?\w*|shr[aiu]nk\w*|decreas\w+|down))\b"
    r"[^.;]{0,30}?\b(?:(?:in|for|with|over) )?(?P<every>every|each|year after|month after|week after|year by|month by) (?:single )?(?:year|quarter|month|week|day|season|round|term)\b"
)
STEADY = {"up": "rose", "down": "fell"}


def every_step(article: Article) -> Iterator[Relation]:
    """Yield which row breaks what is said of every step, or that none does."""
    found = list(grids(article.document))
    for grid in found:
        for span in wordings(article, stretches(article, grid, len(found) == 1)):
            low = article.text(span).lower()
            said = EVERY.search(low)
            told = told_of(article, grid, span) if said else None
            if said is None or told is None or not told.named(low):
                continue
            sign = 1 if said["up"] else -1
            cells = told.cells
            steps = list(pairwise(cells))
            broken = [two for one, two in steps[-len(cells) // 2 :] if (two.value - one.value) * sign <= 0]
            if len(steps) > 1 and (broken or all((two.value - one.value) * sign > 0 for one, two in steps)):
                place = Span(span.start + said.start("every"), span.start + said.end())
                way = STEADY["up" if said["up"] else "down"]
                row = told.grid.labels[told.column.index(broken[0])] if broken else ""
                yield Relation(
                    Quantity.named("every", article.text(place), place),
                    Quantity.named("not every" if broken else "every", way, *(cell.span for cell in broken or cells)),
                    says=f"The text says it {way} in {{stated}}, but in the table {row} did not.",
                )
