"""Figures of one result that must agree: a p-value with its test or with its interval, margins of error with their samples.

Several samples and as many margins are held to each other by size: the greatest has the least.  So nothing hangs on which is
told first, and only what no order makes right is wrong.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from fractions import Fraction
from math import sqrt

from factcheck.article import Article, Sentence
from factcheck.document import Span
from factcheck.link.context.passages import passage_of
from factcheck.link.series.figures import displayed, is_plain, value
from factcheck.link.study.estimates import Estimate
from factcheck.link.study.intervals import CONFIDENCE, intervals_of
from factcheck.link.study.sampling import HALF_WIDTHS, LARGEST, LEAST, SMALLEST
from factcheck.model import Mention
from factcheck.numerals import written
from factcheck.patterns import Pattern
from factcheck.quantity import HUGE, Interval, Quantity

ODDS = Pattern(
    r"\b[pP](?:[- ]values?)?(?: (?:is|was|were|came|comes?|came in|put|at|of|stood|being|given|as|to))* ?(?P<sign>=|<|>|under|below|less than|smaller than|above|over|more than)?"
    r" ?(?P<odds>0?\.\d+)\b"
)
TEST = Pattern(
    r"\b(?P<test>[tz])(?:[- ](?:statistics?|values?|scores?|tests?))?(?: (?:is|was|of|came to|came|gave|to))* ?=? ?(?P<value>[-−]?\d{1,2}\.\d+)\b"
)
ABOVE, BELOW = (">", "above", "over", "more than"), ("<", "under", "below", "less than", "smaller than")
RATIO = Pattern(r"\b(?:ratios?|odds|hazard|relative risk|times as)\b", re.I)
SIGNIFICANCE, CLEARLY = Fraction(1, 20), Fraction(1, 10)
"""A 95 percent interval leaves out no effect where chance alone gives the result less often than this; beyond the other it cannot."""

STRICTER = Pattern(r"\b(?:correct\w*|adjust\w*|Bonferroni|one-sided|interaction|trend)\b", re.I)
SPREAD = Pattern(
    r"\b(?P<name>standard (?:deviation|error)|variance|margin of error|interquartile range)\b[^.;\n]{0,50}?\b(?:of|was|is|were|at|to) (?P<value>(?:minus |negative |[-−])\d[\d.,]*)",
    re.I,
)
MARGIN = Pattern(r"\bmargins?\b|\berrors?\b|\baccurate\b|표본 ?오차", re.I)
SAMPLED = Pattern(r"\b(?:poll\w*|survey\w*|sampl\w+|interview\w*|respond\w+|asked|questioned|sub-?groups?)\b", re.I)
NAMES = frozenset({"margin", "error", "accurate", "confidence", "p-value", "p value", " p ", "p=", "p<"})
TWO, SEVERAL, FEWEST = 2, 5, 2
"""Of a test with so few degrees of freedom chance gives as much as it does the oftenest: 1 - t / sqrt(2 + t²) of the time."""


def agreeing(article: Article) -> Iterator[Estimate]:
    """Yield each p-value with its test or interval, each spread below nought, and samples with their margins of error."""
    text = article.document.text
    for found in (
        SPREAD.finditer(text) if article.may_say(frozenset({"tandard", "ariance", "argin of", "interquartile"})) else ()
    ):
        name, place = Span(*found.span("name")), Span(*found.span("value"))
        made = Quantity(Interval(Fraction(0), HUGE), "", found["name"], (name,))
        stated = Quantity(Interval.exactly(-1), "", found["value"], (place,))
        yield Estimate(stated, made, f"A {found['name'].lower()} cannot be less than nought, as “{{stated}}” is.")
    for sentence in article.body if article.may_say(NAMES) else ():
        words = article.words(sentence)
        here = article.here(sentence)
        odds = list(ODDS.finditer(text, here.start, here.end)) if "p" in words.lower() and "." in words else []
        if len(odds) == 1 and not STRICTER.search(words):
            yield from _of_test(text, here, odds[0])
            yield from _of_interval(article, sentence, odds[0])
        if MARGIN.search(words) or CONFIDENCE.search(words):
            yield from _of_samples(article, sentence)
        if "95" in words and CONFIDENCE.search(words):
            yield from _of_range(article, sentence)


def _range(odds: re.Match[str]) -> Interval:
    chance = written(odds["odds"].lstrip("0")).middle
    return Interval(
        chance if odds["sign"] not in BELOW else Fraction(0), chance if odds["sign"] not in ABOVE else Fraction(1)
    )


def _quantity(found: re.Match[str], value: Interval) -> Quantity:
    return Quantity(value, "", found[0].strip(), (Span(*found.span()),))


def _of_test(text: str, here: Span, odds: re.Match[str]) -> Iterator[Estimate]:
    """Hold a p-value to the least that its t or z can have, with however many degrees of freedom and one-sided."""
    tests = list(TEST.finditer(text, here.start, here.end))
    if len(tests) == 1 and "degrees of freedom" not in text[here.start : here.end]:
        from mpmath import erfc  # type: ignore[import-untyped]

        size = abs(float(tests[0]["value"].replace("−", "-")))
        least = Fraction(float(erfc(size / sqrt(2)))) / 2
        most = Fraction(1 - size / sqrt(FEWEST + size * size))
        made = Interval(least * Fraction(9, 10), most)
        says = f"“{tests[0][0]}” cannot give “{odds[0]}”: it goes with a p-value between {float(least):.2g} and {float(most):.2g}."
        yield Estimate(_quantity(odds, _range(odds)), _quantity(tests[0], made), says)


def _of_interval(article: Article, sentence: Sentence, odds: re.Match[str]) -> Iterator[Estimate]:
    """Hold a p-value to a 95 percent interval: small where this leaves out no effect, and only there."""
    words = article.words(sentence)
    found = list(intervals_of(article, sentence)) if CONFIDENCE.search(words) and "95" in words else []
    if len(found) != 1:
        return
    low, high, told = found[0]
    none = Fraction(1) if RATIO.search(words) and low > 0 else Fraction(0)
    if low > 0 and none == 0 and not RATIO.search(words) and low < 1 < high:
        return  # It may be of a ratio.
    inside = low < none < high
    made = Interval(SIGNIFICANCE * Fraction(3, 5), Fraction(1)) if inside else Interval(Fraction(0), CLEARLY)
    place = Span(told[0].span.start, told[-1].span.end)
    says = f"An interval of {article.text(place)} {'holds' if inside else 'leaves out'} {float(none):g}, no effect, which does not go with “{odds[0]}”."
    yield Estimate(_quantity(odds, _range(odds)), Quantity(made, "", article.text(place), (place,)), says)


def _of_samples(article: Article, sentence: Sentence) -> Iterator[Estimate]:
    """Hold the two margins of a passage to its two samples, the smaller to the larger."""
    passage = [one for one in passage_of(article, sentence) if one.number <= sentence.number]
    words = " ".join(map(article.words, passage))
    margins = [one for part in passage for one in part.mentions if _is_margin(article, part, one)]
    sizes = [one for part in passage for one in part.of_kind("count") if _is_sample(article, part, one)]
    if (
        len(margins) == TWO == len(sizes)
        and SAMPLED.search(words)
        and MARGIN.search(words)
        and margins[-1].sentence == sentence.number
    ):
        by_size = list(map(_of_sample, sorted(sizes, key=value), sorted(margins, key=displayed, reverse=True)))
        if all(_meets(pair) for pair in by_size):
            yield from by_size
        else:
            yield from [pair for pair in map(_of_sample, sizes, margins) if not _meets(pair)][:1]


def _meets(pair: Estimate) -> bool:
    return pair.stated.interval.meets(pair.implied.interval)


def _of_sample(size: Mention, margin: Mention) -> Estimate:
    least = Fraction(HALF_WIDTHS[95] * 100 / sqrt(float(value(size))))
    made = Quantity(Interval(least * LEAST, HUGE), "", size.text, (size.span,))
    stated = Quantity(Interval.exactly(displayed(margin)), "", margin.text, (margin.span,))
    return Estimate(
        stated, made, f"A sample of {size.text} has a margin of error of {float(least):.1f} points, not {{stated}}."
    )


def _of_range(article: Article, sentence: Sentence) -> Iterator[Estimate]:
    """Hold half a range of percents at 95 percent confidence to the only sample of the passage."""
    passage = passage_of(article, sentence)
    ranges = [(low, high, told) for low, high, told in intervals_of(article, sentence) if told[-1].unit == "%"]
    sizes = [one for part in passage for one in part.of_kind("count") if _is_sample(article, part, one)]
    if len(ranges) == len(sizes) == 1 and SAMPLED.search(" ".join(map(article.words, passage))):
        (low, high, told), size = ranges[0], sizes[0]
        place = Span(told[0].span.start, told[-1].span.end)
        half = Interval.exactly((high - low) * 50)
        spread = min(1.0, 2 * sqrt(abs(float(low) * (1 - float(low)))))
        least = Fraction(HALF_WIDTHS[95] * 100 * spread / sqrt(float(value(size))))
        made = Quantity(Interval(least * LEAST, HUGE), "", size.text, (size.span,))
        says = f"A sample of {size.text} is out by {float(least):.1f} points either way, not by {float(half.low):g}, as {article.text(place)} is."
        yield Estimate(Quantity(half, "", article.text(place), (place,)), made, says)


def _is_margin(article: Article, sentence: Sentence, one: Mention) -> bool:
    if not is_plain(one) or not 0 < displayed(one) <= 20:
        return False
    words = article.words(sentence)
    return (one.kind == "points" or (one.kind == "count" and "." in one.text and not one.noun)) and (
        MARGIN.search(words) is not None or CONFIDENCE.search(words) is not None
    )


def _is_sample(article: Article, sentence: Sentence, one: Mention) -> bool:
    within = SMALLEST <= value(one) <= LARGEST and value(one).denominator == 1
    return within and one.upper is None and one.kind == "count"
