"""The only two figures of a kind about a yearly rate, with the years between them: "It had 64,000 in 2013 and 41,000 in 2021. / ... 7.2 per cent a year".

In two thousand news stories five passages had one such rate, two figures of one kind and one stretch of years; where the rate
was of the figures at all, it led from the one to the other.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from fractions import Fraction

from factcheck.article import Article, Sentence
from factcheck.link.change.paths import amounts_of
from factcheck.link.rate.compounding import size
from factcheck.link.rate.dated import Path
from factcheck.link.rate.formulas import power
from factcheck.link.rate.multiplying import YEARS
from factcheck.link.series.figures import family, is_plain, value
from factcheck.model import Mention
from factcheck.patterns import Pattern

WINDOWS = ((0, 0), (1, 0), (0, 1), (1, 1), (2, 0), (0, 2), (2, 1), (3, 0))
"""So many sentences before a rate and behind it, the nearest first."""

FEW, FARTHEST, BRIEF, LONGEST = 10, 3, Fraction(6, 5), 120
"""Fewer are of anything; no slip makes a rate so many times another; within the third no rate compounds, and past the last none is told."""

OTHERWISE = Pattern(
    r"\b(?:loans?|mortgages?|repa(?:y|id)\w*|instal\w*|payments?|deposit\w*|adds?|added|simple|real)\b", re.I
)
"""These bring in something besides the rate."""

COMPOUNDED = Pattern(r"\b(?:compounded|compound (?:annual )?(?:rate|growth)|annuali[sz]ed|annual return)\b", re.I)
OF_BOTH = Pattern(
    r"\b(?:an? (?:steady |mean )?average|steady|works? out|comes? to|equivalent|the (?:loss|gain|rise|fall|growth|decline))\b",
    re.I,
)
"""Beside a rate these say that it is of what was told, and has no subject of its own; with the first it compounds."""

SHARES = "percent|fraction|points|multiple"


def over_passage(article: Article, rate: Mention, sentence: Sentence) -> Iterator[tuple[Path, bool]]:
    """Yield the only two figures that a yearly rate may lead between, with the years, and whether the rate compounds."""
    if article.verb_last or rate.upper or rate.sentence != sentence.number or not 0 < value(rate) < 1:
        return
    own = article.words(sentence)
    compounded = COMPOUNDED.search(own) is not None
    for back, ahead in WINDOWS if compounded or OF_BOTH.search(own) else ():
        window = _window(article, sentence, back, ahead)
        if sum(len(list(one.of_kind(SHARES))) for one in window) > 1:
            return
        told = _path(article, window) if len(window) == back + ahead + 1 else None
        if told and _of_a_size(rate, told) and not any(OTHERWISE.search(article.words(one)) for one in window):
            yield told, compounded
            return


def _window(article: Article, sentence: Sentence, back: int, ahead: int) -> list[Sentence]:
    """Return the sentences about one that tell figures, so far before and behind it."""
    near = article.sentences[max(0, sentence.number - back) : sentence.number + ahead + 1]
    return [one for one in near if one.block == sentence.block]


def _path(article: Article, window: list[Sentence]) -> Path | None:
    figures = [one for part in window for one in amounts_of(article, part) if is_plain(one) and value(one) >= FEW]
    kinds: dict[str, list[Mention]] = {}
    for one in figures:
        kinds.setdefault(family(one), []).append(one)
    pairs = [alike for alike in kinds.values() if len(alike) > 1]
    years = _years(window)
    if len(pairs) != 1 or len(pairs[0]) != 2 or years is None or not BRIEF < years < LONGEST:
        return None
    before, after = pairs[0]
    named = before.noun and after.noun and before.noun != after.noun
    return None if named or size(before) == size(after) else Path(before, after, years)


def _years(window: list[Sentence]) -> Fraction | None:
    """Return the only stretch of years that sentences tell, in years that they name or as a length."""
    named = sorted({one.when.year for part in window for one in part.mentions if one.when and one.when.year})
    lengths = {
        one.number.middle * YEARS[one.unit]
        for part in window
        for one in part.of_kind("duration")
        if one.unit in YEARS and one.number and one.number.middle * YEARS[one.unit] > 1
    }
    spans = {Fraction(named[1] - named[0])} if len(named) == 2 else lengths
    return next(iter(spans)) if len(spans) == 1 else None


def _of_a_size(rate: Mention, told: Path) -> bool:
    """Tell whether a rate is of a size with the one that two figures take."""
    ratio = size(told.after) / size(told.before)
    needed = abs(power(max(ratio, 1 / ratio), 1 / told.years) - 1)
    return value(rate) < FARTHEST * needed and needed < FARTHEST * value(rate)
