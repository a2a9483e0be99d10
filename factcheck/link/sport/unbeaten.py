"""Runs without defeat, told with the wins and draws that make them: unbeaten in 12, with nine wins and three draws."""

from __future__ import annotations

import re
from collections.abc import Iterator

from factcheck.article import Article, Sentence
from factcheck.document import Span
from factcheck.model import Relation
from factcheck.numerals import small_number, small_numbers
from factcheck.patterns import Pattern
from factcheck.quantity import Interval, Quantity

MOST, TWO = 60, 2
"""Of longer runs a text tells more than their wins and draws; of fewer kinds a run has none."""

FAR = 3
"""By no more games than this does a slip put the wins and draws off their run."""


MANY = rf"one|{small_numbers(TWO)}"
RUN = Pattern(
    rf"\b(?:unbeaten|undefeated) (?:in|for|over|through) (?:their |its |his |the )?(?:last |past |first )?({MANY})\b(?! (?:years?|months?|weeks?|days?))"
    rf"|\b(?:not|n['’]t) (?:lost|been beaten|tasted defeat)(?: a (?:game|match))? in (?:their |its |the )?(?:last |past )?({MANY}) (?:games|matches|outings|starts)\b"
    rf"|\b[Ii]n ({MANY}) (?:games|matches|outings) without (?:defeat|a (?:loss|defeat))\b"
)
WON = Pattern(rf"\b(?:winning|won) ({MANY})\b|\b({MANY}) (?:wins?|victor(?:y|ies))\b")
DRAWN = Pattern(rf"\b(?:drawing|drawn|drew) ({MANY})\b|\b({MANY}) draws?\b")
LOST = Pattern(
    r"\b(?:loss|losses|lost (?!in\b)|defeats? (?!in\b)|beaten (?!in\b)|since|before|previous|this season|at home|away|needs?|in a row|in the (?:league|cup)|scored|if|could|next)\b"
)
"""Beside a run these tell of games that are none of it."""


def unbeaten(article: Article, sentence: Sentence) -> Iterator[Relation]:
    """Hold a run without defeat to the wins and draws that its sentence tells."""
    words, start = article.words(sentence), article.here(sentence).start
    said, wins, draws = (list(shape.finditer(words)) for shape in (RUN, WON, DRAWN))
    if not len(said) == len(wins) == len(draws) == 1:
        return
    run, won, drawn = (_span(found[0], start) for found in (said, wins, draws))
    games, one, other = (small_number(article.text(span)) for span in (run, won, drawn))
    rest = words[: said[0].start()] + words[said[0].end() :]
    if LOST.search(rest) is None and games <= MOST and abs(games - one - other) <= FAR:
        made = Quantity(Interval.exactly(one + other), "", f"{one} + {other}", (won, drawn))
        yield Relation(Quantity(Interval.exactly(games), "", article.text(run), (run,)), made)


def _span(found: re.Match[str], start: int) -> Span:
    group = next(n for n, text in enumerate(found.groups(), 1) if text)
    return Span(start + found.start(group), start + found.end(group))
