"""The parties that voted together, against the votes of one side: 10 Republicans, 44 Democrats and two independents."""

from __future__ import annotations

import re
from collections.abc import Iterator

from factcheck.article import Article
from factcheck.link.series.carried import ELSEWHERE
from factcheck.link.series.figures import counted
from factcheck.link.series.runs import last_run
from factcheck.link.series.tallies import Tally, behind
from factcheck.model import Relation
from factcheck.patterns import Pattern
from factcheck.quantity import total

AHEAD = 24
"""So many sentences behind a tally its parties may be told."""

NEAR = 2
JOINED = Pattern(r"\bjoined (?:all|every one of)\b[^.;]* (?:support|favou?r|backing|voting yes|for (?:it|him|her))\b")
"""What tells that two parties were all who were for it: eight Republicans joined all 50 Democrats in her support."""

CROSSING = Pattern(
    r"\b(?:join\w*|oppos\w*|against|dissent\w*|cross\w*|defect\w*|abstain\w*|not voting|absent|voting no|all)\b", re.I
)


def blocs(article: Article, tally: Tally) -> Iterator[Relation]:
    """The parties that voted for it against the votes for it."""
    later = [
        mention for mention in tally.sentence.mentions if mention.kind == "count" and mention.first > tally.last.first
    ]
    blocs = [mention for mention in last_run(article, later) if PARTY.match(behind(article, mention))]
    if len(blocs) < 2:
        yield from _apart(article, tally)
        return
    joined = total([counted(bloc) for bloc in blocs])
    cast = joined.interval.low
    sides = (tally.yes, tally.no)
    fitting = next((side for side in sides if side.interval.low == cast), None)
    both = total([tally.yes, tally.no])
    if fitting:
        yield Relation(fitting, joined)
    elif both.interval.low > cast > tally.yes.interval.low and not CROSSING.search(article.words(tally.sentence)):
        yield Relation(tally.yes, joined)


def _apart(article: Article, tally: Tally) -> Iterator[Relation]:
    """The parties on one side, told in a sentence of their own: "Twelve Greens joined 31 Liberals in support"."""
    for sentence in article.sentences[tally.sentence.number + 1 : tally.sentence.number + AHEAD]:
        counts = [one for one in sentence.of_kind("count") if PARTY.match(behind(article, one))]
        if len(counts) == len(sentence.of_kind("count")) == 2:
            joined = total([counted(one) for one in counts])
            sides = [side for side in (tally.yes, tally.no) if side.interval == joined.interval]
            yield from (Relation(side, joined, doubt=ELSEWHERE) for side in sides)
            off = abs(tally.yes.interval.low - joined.interval.low)
            if not sides and off <= NEAR and JOINED.search(article.words(sentence)):
                yield Relation(tally.yes, joined)


PARTY = Pattern(r" [A-Z]\w+s\b| independents?\b")
