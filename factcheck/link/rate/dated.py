"""Two sums of two years with the yearly rate told between them: "2.6 billion in 2019, and has added 12% a year since, to arrive at 4.1 billion for 2022".

How a rate is said to lead from the one to the other varies without end; that it stands between them, that nothing but small
words, times and a verb of becoming part it from the second, and that each sum has its year, does not.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from fractions import Fraction

from factcheck.article import Article, Sentence
from factcheck.link.change.leadingon import leads_to, of_first, of_sentence_before
from factcheck.link.change.paths import amounts_of
from factcheck.link.context.frames import alike
from factcheck.link.context.ties import adjacent
from factcheck.link.rate.compounding import size
from factcheck.link.rate.formulas import power
from factcheck.link.rate.multiplying import YEARS
from factcheck.link.series.figures import is_plain, value
from factcheck.model import Mention
from factcheck.patterns import Pattern
from factcheck.records import NamedTuple

NOW = Pattern(r"^,? ?(?:now|today|at present|this year)\b|\b(?:now|today|currently|at present) (?:[a-z]+ ){0,2}$", re.I)
WITHIN, LOOK, LONGEST, FEW = 48, 60, 65, 4
"""So many characters part a sum from its year; a rate is misstated by no more than so many times."""


class Path(NamedTuple):
    """Two sums and the years between them that a rate is said to lead through."""

    before: Mention
    after: Mention
    years: Fraction


def dated(article: Article, rate: Mention, sentence: Sentence) -> Iterator[Path]:
    """Yield the two sums of two years that a yearly rate leads between, if words and years leave no others."""
    if article.verb_last or rate.upper or rate.sentence != sentence.number or not 0 < value(rate) < 1:
        return
    afters = [one for one in amounts_of(article, sentence) if one.first > rate.first]
    own = [one for one in amounts_of(article, sentence) if one.first < rate.first]
    near = adjacent(article, sentence, -1)
    befores = own or (amounts_of(article, near) if near else [])
    after = afters[0] if afters else None
    if after is None or not leads_to(article, rate, after):
        return
    like = [one for one in befores if alike(one, after) and is_plain(one)]
    if len(like) != 1 or not is_plain(after) or len(sentence.of_kind("percent")) > 1:
        return
    before = like[0]
    opening = article.span(sentence.start, sentence.start + 1).start
    goes_on = of_first(article, before, rate) if own else of_sentence_before(article, opening, rate)
    if not goes_on:
        return
    years = _years(article, before, rate, after)
    if years and 1 < years < LONGEST and _of_a_size(rate, before, after, years):
        yield Path(before, after, years)


def _years(article: Article, before: Mention, rate: Mention, after: Mention) -> Fraction | None:
    """Return the years between two sums: those told behind the first, or those from the year of the one to that of the other."""
    told = [
        one
        for number in range(before.sentence, after.sentence + 1)
        for one in article.sentences[number].mentions
        if one.first > before.first
    ]
    lengths = [value(one) * YEARS[one.unit] for one in told if one.kind == "duration" and one.unit in YEARS]
    first, last = _year(article, before), _year(article, after)
    dates = Fraction(last - first) if first and last else None
    if lengths:
        return lengths[0] if len(lengths) == 1 and dates in (None, lengths[0]) else None
    return dates


def _year(article: Article, figure: Mention) -> int:
    """Return the year that a sum is of: the one named beside it, or this; 0 for none."""
    beside = [
        one
        for one in article.sentences[figure.sentence].mentions
        if one.when
        and _year_of(article, one)
        and (0 <= one.span.start - figure.span.end <= WITHIN or 0 <= figure.span.start - one.span.end <= WITHIN)
        and not any(
            min(one.first, figure.first) < other.first < max(one.first, figure.first)
            for other in article.sentences[figure.sentence].mentions
        )
    ]
    behind = [one for one in beside if one.first > figure.first]
    chosen = (behind or beside)[:1]
    if chosen:
        return _year_of(article, chosen[0])
    before, after = article.around(figure, LOOK)
    now = article.published and (NOW.search(before) or NOW.search(after))
    return article.published.year if now and article.published else 0


def _year_of(article: Article, one: Mention) -> int:
    """Return the year that a date or "last year" is in, 0 for none."""
    when = one.when
    if when and when.unit == "year" and article.published and when.shift in ("last", "this", "next"):
        return article.published.year + {"last": -1, "this": 0, "next": 1}[when.shift]
    return (when.year or 0) if when else 0


def _of_a_size(rate: Mention, before: Mention, after: Mention, years: Fraction) -> bool:
    """Tell whether a rate may be that of two sums, right or wrong: it goes their way and is no more than a few times off."""
    needed = abs(power(size(after) / size(before), 1 / years) - 1)
    return bool(float(value(rate)) / FEW < needed < float(value(rate)) * FEW)
