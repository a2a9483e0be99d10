"""A mean, a median or an estimate, and the ends of what it is the middle of, told anywhere in its passage.

How the ends are told varies without end (the youngest was 31; prices ran from $310,000; nobody waited longer than 20 minutes;
a 95 percent interval of 36 to 41).  That the middle of a passage's figures is beyond all the others does not: no mean can be.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from fractions import Fraction
from itertools import pairwise

from factcheck.article import Article, Sentence
from factcheck.document import Span
from factcheck.link.context.frames import FAR_APART
from factcheck.link.series.figures import is_plain, value
from factcheck.link.study.estimates import Estimate
from factcheck.model import Mention
from factcheck.patterns import Pattern
from factcheck.quantity import DEEP, HUGE, Interval, Quantity

FIGURES = "number|age|duration|percent|points"
REACH, LOOK, BEHIND = 2, 96, 28
MIDDLE = Pattern(
    r"\b(?:mean|median|average[sd]?|averaging)\b(?:[^.;,\d]{0,60}|(?: [\w-]+)?,[^.;\d]{0,80})$|(?:평균|중앙값|중위값)[^.\d]{0,16}$",
    re.I,
)
OF_HOW_MANY = Pattern(
    r"\b(?:of|for|among|over|across) (?:the|all|its|their|his|her|these|those|our|every)(?: \w+)? $", re.I
)
ON_AVERAGE = Pattern(r"(?: [\w-]+){0,2},? on average\b", re.I)
ESTIMATE = Pattern(
    r"\b(?:estimate[ds]?|effect|differ\w+|gain\w*|gap|rose|f[ae]ll\w*|cut|reduc\w+|longer|shorter|higher|lower|better|worse|ratio|coefficient"
    r"|slope|efficacy|effective\w*|best guess|put (?:it|the \w+|at))\b[^.;:\d]{0,40}$",
    re.I,
)
ESTIMATED = Pattern(r"(?: [\w-]+){0,3} (?:more|less|fewer|longer|shorter|higher|lower|better|worse|effective)\b", re.I)
CONFIDENCE = Pattern(
    r"\b(?:confidence|credible|uncertainty) (?:interval|range|limits?|level|bounds?)\b|\bconfidence\b|\bCIs?\b", re.I
)
LEAST = Pattern(
    r"\b(?:youngest|lowest|smallest|shortest|least|lightest|cheapest|slowest|weakest|coldest|poorest|minimum)\b[^.;,\d]{0,32}$"
    r"|\b(?:no(?:ne|body| one| \w+)?|never)\b[^.;\d]{0,40}\b(?:less|fewer|under|below|younger|lighter|shorter|cheaper|earlier|lower)(?: than)? $"
    r"|\b(?:all|every|each)\b[^.;\d]{0,40}\b(?:more than|over|above|at least|older than) $|(?:가장|제일) (?:적|낮|어리|어린|작|짧)[^.\d]{0,20}$",
    re.I,
)
MOST = Pattern(
    r"\b(?:oldest|eldest|highest|largest|biggest|longest|heaviest|dearest|fastest|strongest|hottest|tallest|maximum)\b[^.;,\d]{0,32}$"
    r"|\b(?:no(?:ne|body| one| \w+)?|never)\b[^.;\d]{0,40}\b(?:more|over|above|older|heavier|longer|later|higher|beyond|taller|dearer)(?: than)? $"
    r"|\b(?:less|fewer|under|below|younger|lighter|shorter|cheaper|earlier|lower)(?: than)? [^.;]{1,14} n?or (?:more|over|above|older|heavier|longer|later|higher|dearer)(?: than)? $"
    r"|\b(?:all|every|each)\b[^.;\d]{0,40}\b(?:less than|fewer than|under|below|at most|younger than) $|(?:가장|제일) (?:많|높|크|큰|긴|길|늙)[^.\d]{0,20}$",
    re.I,
)
RANGED = Pattern(
    r"\b(?:rang\w+|r[au]n\w*|var\w+|span\w*|stretch\w*|went|lay|lies|falls?|fell|all)\b[^.;\d]{0,24}(?:from|between) $|\b(?:between|from) $",
    re.I,
)
TO = Pattern(r"(?: [a-z]+)?,? ?(?:to|and|–|—|-|,) ?(?:as (?:much|many|high) as |plus )?", re.I)
NEAR, SIDE = 64, 32
JOINED = Pattern(r",? (?:and )?")
LISTED = 3
OTHERS = Pattern(
    r"\b(?:compared|than|against|usual\w*|normal\w*|national\w*|elsewhere|previous|last|weighted|moving|other|long-term|seasonal|typical|before|without|exclud\w+"
    r"|county|country|state|city|league|per|world|ago|earlier|analysts?|expect\w*|forecast\w*|project\w*|since|target\w*)\b",
    re.I,
)
"""About a mean, or an end, these make it one of others."""
NAMES = frozenset({"mean", "median", "averag", "confidence", "credible", "uncertainty", " ci"})
BEYOND = "A mean or median of {{stated}} would lie {}."


def middles(article: Article) -> Iterator[Estimate]:
    """Yield each middle of a passage with the ends that the passage tells."""
    for sentence in article.body if article.may_say(NAMES) else ():
        found = [one for one in sentence.of_kind(FIGURES) if is_plain(one) and is_middle(article, one)]
        if len(found) == 1:
            yield from _within(article, found[0], passage_of(article, sentence))
        if CONFIDENCE.search(article.words(sentence)):
            yield from _in_confidence(article, sentence)


def passage_of(article: Article, sentence: Sentence) -> list[Sentence]:
    """Return the sentences of a block that stand within reach of one, it among them."""
    block = article.block_at(sentence.mentions[0].span.start)
    near = article.sentences[max(0, sentence.number - REACH) : sentence.number + REACH + 1]
    return [one for one in near if block.start <= one.mentions[0].span.start < block.end]


def is_middle(article: Article, one: Mention) -> bool:
    """Tell whether a figure is said to be a mean or median."""
    before, behind = article.around(one, LOOK, BEHIND)
    if one.kind == "count" and OF_HOW_MANY.search(before):
        return False
    return bool(MIDDLE.search(before) or ON_AVERAGE.match(behind))


def _within(article: Article, middle: Mention, passage: list[Sentence]) -> Iterator[Estimate]:
    """Hold a mean to the least and the greatest that its passage tells, where it is no figure of others and beyond all like it."""
    figures = [one for part in passage for one in part.of_kind(FIGURES) if one is not middle and _like(one, middle)]
    before, behind = article.around(middle, NEAR, BEHIND)
    if OTHERS.search(before) or OTHERS.search(re.split(r"[,;:]", behind)[0]):
        return
    ends = _ends(article, figures)
    middles = [one for one in figures if is_middle(article, one)]
    for low, high, told in ends if not middles else ():
        made = Quantity(Interval(low, high), "", " to ".join(one.text for one in told), tuple(one.span for one in told))
        stated = _shown(middle)
        like = [one for one in figures if _may_be_among(article, one, told)] if len(told) > 1 or told[0].upper else []
        beyond = all(value(one) < value(middle) for one in like) or all(value(one) > value(middle) for one in like)
        if stated.interval.meets(made.interval) or beyond:
            yield Estimate(stated, made, BEYOND.format(_where(low, told)))


def _where(low: Fraction, told: list[Mention]) -> str:
    """Return the words for what lies beyond ends, one or both."""
    if len(told) > 1 or told[0].upper:
        return "outside " + " to ".join(one.text for one in told)
    return f"above the greatest, {told[0].text}" if low == DEEP else f"below the least, {told[0].text}"


def _may_be_among(article: Article, one: Mention, told: list[Mention]) -> bool:
    """Tell whether a figure may be one of those that a list or range is of, which are then no ends of them all."""
    of_one = (one.kind, one.unit) == (told[-1].kind, told[-1].unit)
    counted = one.kind == "count" and (one.noun or not one.text[0].isdigit() or one.sentence != told[-1].sentence)
    return of_one and not counted and not OTHERS.search(" ".join(article.around(one, SIDE)))


def _like(one: Mention, middle: Mention) -> bool:
    """Tell whether a figure may be one of those that a mean is of: of its unit, or bare, and not far from it in size."""
    if one.number is None or (one.kind in ("percent", "points") and one.kind != middle.kind):
        return False
    bare = any(part.kind == "count" and not part.noun for part in (one, middle))
    of_one = one.unit == middle.unit and one.kind == middle.kind and one.noun in ("", middle.noun)
    low, high = sorted((abs(value(one)), abs(value(middle))))
    return (bare or of_one) and 0 < high <= low * FAR_APART


def _ends(article: Article, figures: list[Mention]) -> Iterator[tuple[Fraction, Fraction, list[Mention]]]:
    """Yield the ends that figures are said to be, one by one or in pairs."""
    for one in figures:
        before = article.around(one, LOOK)[0]
        if OTHERS.search(before[-SIDE:]) and not re.search(r"than $", before):
            continue
        if LEAST.search(before):
            yield value(one), HUGE, [one]
        elif MOST.search(before):
            yield DEEP, value(one), [one]
        elif one.upper is not None and RANGED.search(before):
            yield one.number.middle if one.number else Fraction(0), one.upper.middle, [one]
    for run in _runs(article, figures):
        low, *_, high = sorted(run, key=value)
        yield value(low), value(high), [low, high]
    for low, high in pairwise(figures):
        if low.sentence == high.sentence and low.upper is high.upper is None and value(low) < value(high):
            between = article.document.text[low.span.end : high.span.start]
            if TO.fullmatch(between) and RANGED.search(article.around(low, LOOK)[0]):
                yield value(low), value(high), [low, high]


def _runs(article: Article, figures: list[Mention]) -> Iterator[list[Mention]]:
    """Yield the plain lists that figures stand in: 96, 97, 99 and 101."""
    run: list[Mention] = []
    for one in figures:
        joined = run and JOINED.fullmatch(article.document.text[run[-1].span.end : one.span.start])
        if not joined and len(run) >= LISTED:
            yield run
        run = [*run, one] if joined else [one]
    if len(run) >= LISTED:
        yield run


def _shown(figure: Mention) -> Quantity:
    half = figure.number.half if figure.number else Fraction(0)
    return Quantity(Interval.around(value(figure), half), "", figure.text, (figure.span,))


def _in_confidence(article: Article, sentence: Sentence) -> Iterator[Estimate]:
    """Hold the only estimate of a passage to its only interval of confidence."""
    passage = passage_of(article, sentence)
    found = list(intervals_of(article, sentence))
    others = [
        pair
        for part in passage
        if part is not sentence and CONFIDENCE.search(article.words(part))
        for pair in intervals_of(article, part)
    ]
    if len(found) != 1 or others:
        return
    low, high, told = found[0]
    place = Span(told[0].span.start, told[-1].span.end)
    estimates = [
        one
        for part in passage
        for one in part.of_kind(f"{FIGURES}|multiple")
        if one not in told and is_plain(one) and _is_of_interval(one, told[-1]) and _is_estimate(article, one)
    ]
    if len(estimates) == 1 and not OTHERS.search(article.around(estimates[0], LOOK)[0]):
        made = Quantity(Interval(low, high), "", article.text(place), (place,))
        yield Estimate(_shown(estimates[0]), made, "{stated} lies outside its own interval, {working}.")


def _is_of_interval(one: Mention, end: Mention) -> bool:
    bare = (one.kind == "count" and not one.noun) or (end.kind == "count" and not end.noun)
    apart = max(abs(one.size), abs(end.size)) > FAR_APART * min(abs(one.size), abs(end.size))
    percents = ("percent" in (one.kind, end.kind)) and one.kind != end.kind
    return not apart and not percents and (bare or (one.kind == end.kind and one.unit == end.unit))


def _is_estimate(article: Article, one: Mention) -> bool:
    before, behind = article.around(one, LOOK, BEHIND)
    return bool(ESTIMATE.search(before) or ESTIMATED.match(behind)) or is_middle(article, one)


def intervals_of(article: Article, sentence: Sentence) -> Iterator[tuple[Fraction, Fraction, list[Mention]]]:
    """Yield the ranges of a sentence that speaks of confidence."""
    figures = [one for one in sentence.of_kind(FIGURES) if one.number]
    for one in figures:
        if one.upper is not None and one.number:
            yield one.number.middle, one.upper.middle, [one]
    for low, high in pairwise(figures):
        between = article.document.text[low.span.end : high.span.start]
        if low.upper is high.upper is None and value(low) < value(high) and TO.fullmatch(between):
            yield value(low), value(high), [low, high]
