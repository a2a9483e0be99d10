"""A figure of a table that the words call the highest or the lowest of its column, where another row has more or less."""

from __future__ import annotations

import re
from fractions import Fraction

from factcheck.companions.compare import Comparison
from factcheck.companions.facts import Fact
from factcheck.companions.rightcell import column_of
from factcheck.companions.telling import TOTAL, Passage
from factcheck.companions.words import topics
from factcheck.patterns import Pattern

HIGHEST, LOWEST = "highest", "lowest"
MOST = "highest|largest|biggest|greatest|most|best|longest|heaviest|dearest|fastest|steepest"
LEAST = "lowest|smallest|fewest|least|cheapest|shortest|lightest|slowest"
CALLED = Pattern(
    rf"\b(?:(?P<highest>{MOST})|(?P<lowest>{LEAST})|(?P<more>more)|(?P<less>less|fewer))\b(?P<what>[^.;!?\d]{{2,80}})$"
)
ANOTHER = Pattern(r"\b(?:the|and) (?:[a-z]+est|most|least)\b")
"""What a figure is nearer to is what it is called: the smallest school and the costliest, at $15,480."""

IS_OF = Pattern(r"\b(?:is|are|was|were)\b")
"""What parts what is called the highest from the row that is it: the dearest fish was cod, at 30 crowns."""

THAN_ANY = Pattern(r"\bthan any(?: other)?\b")
GREW = Pattern(r"\b(?:growth|rise|increase|gain|jump)\b")
FELL = Pattern(r"\b(?:drop|fall|decline|decrease|loss)\b")
SCOPED = Pattern(
    r"\b(?:second|third|fourth|fifth|next|one of|among the (?:most|highest|largest|biggest|lowest|smallest|fewest)|at (?:most|least)|outside|apart from|except"
    r"|excluding|other than|after|behind|bar|besides|since|ever|yet)\b"
)
"""What says that other rows are left out, or that something else than rows is compared."""

REACH, SCOPE = 90, 45
SUM = Fraction(9, 10)
"""A cell as large as so much of all the others together may be a sum of them."""

OTHERS = frozenset({"oth", "other", "rest"})


def overtaken(comparison: Comparison, fact: Fact, tied: list[Fact]) -> tuple[Fact, str] | None:
    """Return the cell that is the highest or lowest of a column, and which of the two, where the words say so of another."""
    tied = [one for one in tied if one.passage == tied[0].passage]
    if len(tied) != 1 or tied[0].column < 0 or fact.article.language != "en":
        return None
    cell, passage = tied[0], comparison.article.passages[fact.passage]
    text, start = fact.article.document.text, fact.span.start
    called = CALLED.search(text, max(passage.start, start - REACH), start)
    if called is None or ANOTHER.search(called["what"]) or SCOPED.search(text, *_clause(passage, called, fact)):
        return None
    row = comparison.source.passages[cell.passage]
    said = topics(called["what"])
    than_any = THAN_ANY.search(called["what"]) is not None
    if bool(called["more"] or called["less"]) != than_any or row.label & topics(IS_OF.split(called["what"])[0]):
        return None
    of_change = cell.way != 0 and GREW.search(called["what"])
    if not of_change and not said & (comparison.source.head(cell) | (row.about - row.label)):
        return None
    if not comparison.names_row(fact, cell) and not (than_any and said & comparison.source.head(cell)):
        return None
    upward = bool(called["highest"] or called["more"]) != (FELL.search(called["what"]) is not None and cell.way < 0)
    others = [one for one in column_of(comparison, cell) if _single(comparison, one, cell)]
    top = (max if upward else min)([cell, *others], key=lambda one: one.signed)
    together = sum(one.shown for one in (cell, *others) if one is not top)
    if top.signed == cell.signed or (cell.sort != "share" and top.shown > SUM * together):
        return None
    return top, HIGHEST if upward else LOWEST


def _clause(passage: Passage, called: re.Match[str], fact: Fact) -> tuple[int, int]:
    """Return where what is said of the highest begins and ends, with what may leave other rows out."""
    end = passage.start + len(passage.text)
    return max(passage.start, called.start() - SCOPE), min(end, fact.span.end + SCOPE)


def _single(comparison: Comparison, one: Fact, cell: Fact) -> bool:
    """Tell whether a cell is of a single row, as the one that it is compared with is: no total, no rest."""
    row = comparison.source.passages[one.passage]
    return (one.sort, one.unit) == (cell.sort, cell.unit) and not TOTAL.match(row.text) and not OTHERS & row.label
