"""Records and what they were before: "1,420 ran, beating the record of 1,310", "41.2C; the hottest before it was 40.6C".

Two figures of a kind, of which one is marked as the record that was: the other must outdo it.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from factcheck.article import Article, Sentence, kind_bits
from factcheck.link.context.ties import adjacent
from factcheck.link.series.circumstances import is_circumstance
from factcheck.link.size.comparisons import Compared
from factcheck.link.size.rows import FIGURE, Row, are_alike, row
from factcheck.model import Mention
from factcheck.patterns import Pattern

KINDS = "money|count|measure|percent|duration"
BITS = kind_bits(KINDS)
TWO, FAR = 2, 1.5
"""A figure that is so many times a record is of something else: 37 years, and 128 races."""

BEST = r"(?:records?|bests?|highs?|peak|marks?)"
FORMER = Pattern(
    rf"\b(?:previous|old|former|prior|earlier|existing) (?:(?!one )[a-z'-]+ ){{0,4}}?(?:{BEST}|one)(?: [a-z0-9',]+){{0,6}}? {FIGURE}"
    rf"|\bold best[a-z ,]*? {FIGURE}|\bmark to beat (?:was |is )?{FIGURE}|\b(?:highest|hottest|most|largest|best|fastest)(?: [a-z]+){{0,2}} before(?: [a-z,]+){{0,4}}? {FIGURE}",
)
"""These mark a figure as the record that was."""

BEATEN = Pattern(
    rf"\b(?:beat\w*|br[eo]k\w+|smash\w*|shatter\w*|surpass\w*|eclips\w+|topp\w+|overtak\w+|overtook|pass(?:ed|es|ing)|exceed\w*|improv\w+(?: on)?|better(?:ed|ing)|above|inside)(?: [a-z0-9'-]+){{0,4}} {BEST}"
    rf"(?: (?:of|,|which|that|had|has|stood|stands|was|is|at|set|in|the|§|\d+|from|by))* {FIGURE}",
)
"""Behind what beats it a record is the one that was."""

SHORT = Pattern(
    r"\b(?:short|shy|miss\w*|fail\w*|equal\w*|match\w*|tied?|tying|level|off|below|under|despite|near\w*|almost|close|threat\w*|hop\w+|aim\w*|would|could|may|might|if|bid"
    r"|target|needs?|still|not|never|unlikely|behind|than last|expected|forecast|by|each|per|average\w*)\b"
)
"""With these a record may stand."""

LOW = Pattern(
    r"\b(?:low|lowest|fewest|least|fastest|quickest|coldest|coolest|smallest|shortest|youngest|course|par|strokes?|shot|round|lap)\b"
)
FAST = Pattern(r"\b(?:long\w*|endur\w*|stay\w*|streak|lasted|survived)\b")
"""Of durations these make the longest the record."""


def beaten(article: Article) -> Iterator[Compared]:
    """Yield each figure that is told as a record, with the one that it outdid."""
    for told in _pairs(article):
        found = FORMER.search(told.words) or BEATEN.search(told.words)
        if found is None or SHORT.search(told.words) or _of_more(told):
            continue
        old = told.figure(found.end())
        new = next(one for one in told.figures if one is not old)
        near = new.size <= old.size * FAR and old.size <= new.size * FAR
        if near and (sign := _sign(told, new)):
            yield Compared(new, (old,), sign, told.place(found.start()))


def _of_more(told: Row) -> bool:
    """Tell whether a bare number beside a figure with a unit is followed by what it counts: 34 seconds, and 128 races."""
    signs = re.findall(rf"{FIGURE} (\w*)", told.words)
    mixed = len({one.kind for one in told.figures}) > 1
    return mixed and any(one.kind == "count" and behind for one, behind in zip(told.figures, signs, strict=True))


def _sign(told: Row, new: Mention) -> int:
    """Return which way a record goes: 1 up, -1 down, 0 where that cannot be told."""
    low = LOW.search(told.words) is not None
    if new.kind == "duration":
        return 0 if FAST.search(told.words) else -1
    return 0 if low else 1


def _pairs(article: Article) -> Iterator[Row]:
    """Yield two figures of one kind, in a sentence or in two that adjoin, where a record is told."""
    for sentence in article.holding("record", "best", "previous", "mark", "before"):
        own = _figures(article, sentence)
        if len(own) == TWO and are_alike(own):
            yield row(article, sentence.start, sentence.end, own)
        near = (adjacent(article, sentence, -1), adjacent(article, sentence, 1)) if len(own) == 1 else ()
        for other in near:
            both = [*own, *_figures(article, other)] if other is not None and other.block == sentence.block else []
            if other is not None and len(both) == TWO:
                both.sort(key=lambda one: one.first)
                if are_alike(both):
                    yield row(article, min(sentence.start, other.start), max(sentence.end, other.end), both)
                    break


def _figures(article: Article, sentence: Sentence) -> list[Mention]:
    """Return the figures of a sentence that may be a record; too many where one stands among them that is none."""
    if not sentence.kinds & BITS:
        return []
    told = [one for one in sentence.mentions if not is_circumstance(article, one)]
    figures = [one for one in told if one.kind in KINDS.split("|")]
    others = [one for one in told if one not in figures and not one.when and one.kind not in ("year", "ordinal", "age")]
    return [*(one.changed(noun="") if one.noun == "set" else one for one in figures), *others]  # 1,310, set in 2019
