"""Goals by who scored them: beat Hythe 3-1, with goals from Ade, Bright and Cole."""

from __future__ import annotations

import re
from collections.abc import Iterator

from factcheck.article import Article
from factcheck.document import Span
from factcheck.model import Relation
from factcheck.patterns import Pattern
from factcheck.quantity import Interval, Quantity

NAME = r"[A-Z][\w'’-]+(?: [A-Z][\w'’-]+){0,2}"
WON_WITH = Pattern(
    rf"\b(?P<verb>beat|defeated|won|overcame|downed|victory|win)\b[^.;:\n]{{0,60}}? (?P<score>(?P<one>\d{{1,2}})[-–](?P<other>\d{{1,2}}))\b[^.;:\n\d]{{0,60}}?"
    rf"\bgoals (?:from|by|coming from) (?P<names>{NAME}(?:, {NAME})*,? and {NAME})(?=[.,;]|$)"
)
"""A win by its score and who scored for the winner."""

OTHERWISE = Pattern(
    r"\b(?:own|penalt|shoot-?out|twice|two|each|brace|hat-trick|both sides|aggregate|ruled out|disallowed)", re.I
)
BEHIND = 40
"""So many characters behind the names may still say that not all of it counted."""


def goals_from(article: Article) -> Iterator[Relation]:
    """Yield each win whose goals are told one by one: no more have scored than goals were, and as many where each has one."""
    text = article.document.text
    for said in WON_WITH.finditer(text) if "from" in text or " by " in text else ():
        names = re.split(r",? and |, ", said["names"])
        most, scorers = max(int(said["one"]), int(said["other"])), len(names)
        if OTHERWISE.search(text, said.start(), said.end() + BEHIND) or scorers < most:
            continue
        score, listed = Span(*said.span("score")), Span(*said.span("names"))
        stated = Quantity(Interval.exactly(most), "", said["score"], (score,))
        implied = Quantity(Interval.exactly(scorers), "", said["names"], (listed,))
        yield Relation(
            stated,
            implied,
            f"{{working}} are {scorers} who scored, but the winner of {{stated}} has {most} goals.",
            working=f"{scorers} scored, a goal each" if scorers == most else "",
        )
