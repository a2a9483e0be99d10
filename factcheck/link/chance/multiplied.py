"""Multiples that take up two figures told before: "It has quadrupled", "the threefold rise", "four times as many".

Of two figures of one kind told one after the other, few are a whole number of times each other.  Where two are, and a multiple
that takes them up is another whole number, it is the multiple that was miscounted.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator
from fractions import Fraction
from itertools import pairwise

from factcheck.article import Article
from factcheck.link.chance.resumed import LOOK, told_before
from factcheck.link.context.frames import alike
from factcheck.link.context.operands import ends
from factcheck.link.series.figures import family
from factcheck.model import Mention, Relation
from factcheck.patterns import Pattern
from factcheck.quantity import Interval, Quantity
from factcheck.records import NamedTuple

FAR, WORDS = 15, 12
"""Multiples of more are told as figures; numbers in words up to so many are seldom what was multiplied."""

WHOLE, LOOSE, NEAR = Fraction(1, 60), Fraction(1, 20), 3
"""So near a whole number is a ratio that is one; so loosely is a multiple said; by so much at most is it miscounted."""

NOUN = r"(?:rise|increase|growth|jump|gain|surge|leap|fall|drop|decline|cut|reduction|decrease)"
TOLD_OF = Pattern(
    r"\b(?:it|they|that|this|these|them|those|which|(?:the|its|their) (?:figures?|numbers?|total|sum|amount|count|price|rate|share|stock|herd|tally))"
    r"(?: (?:has|have|had|is|are|was|were|thus|so|now|more than|nearly|almost|about|roughly|all but|just|since|therefore|to))* $",
    re.I,
)
"""Right before a verb of multiplying these take up what was told."""

THE = Pattern(r"\b(?:the|this|that|a|an|such a|its)(?: [a-z]+)? $", re.I)
COMPARED = Pattern(
    r" (?:as (?:many|much|high|large|big|long|far|great|fast|common|often|likely|dear|heavy|deep|tall|old)\b(?! (?!in\b|a\b|of\b|as\b)[a-z])|that\b(?! of)|what (?:it|they|he|she)\b|the (?:price|number|figure|sum|amount|total|rate|risk|size|old|former|original|previous)\b|more\b|higher\b|larger\b|over\b|its (?:old|former|original)\b)",
    re.I,
)
MEASURED = Pattern(r" as (?:long|far|fast|dear|heavy|deep|tall|old)\b", re.I)
"""What is so is told in metres, hours or money."""

ANOTHER = Pattern(
    r"[^.;]{0,50}?\b(?:national|average|usual|normal|typical|neighbou?r\w*|rivals?|elsewhere|expected|forecast|if|than in|those of|that of|as \w+ (?:\w+ )?as|what (?:it|they|he|she) (?:was|were|had been)[^.;]{0,30} ago)\b",
    re.I,
)
"""Behind a multiple these make it one of what was not told."""


class Pair(NamedTuple):
    """Two figures in the order of the text, and how many times the one is the other."""

    one: Mention
    other: Mention
    ratio: Quantity


def multiplied(article: Article) -> Iterator[Relation]:
    """Yield each multiple that takes up two figures with them: it is what one is of the other, or another whole number."""
    for sentence in () if article.verb_last else article.body:
        for stated in sentence.of_kind("multiple"):
            if (
                stated.number
                and stated.upper is None
                and stated.size > 0
                and _takes_up(article, stated)
                and (found := _of_two(article, stated))
            ):
                yield found


def _takes_up(article: Article, stated: Mention) -> bool:
    before, behind = article.around(stated, LOOK)
    said = stated.text.lower()
    if ANOTHER.match(behind) or re.search(r"\b(?:if|would|by|that of|those of)\b", before[-30:]):
        return False
    if said.endswith(("ed", "e")) and not said.endswith(("twice", "thrice", "time")):
        return TOLD_OF.search(before) is not None and not re.match(r" (?:the|its|their|his|her|a)\b", behind)
    if said.endswith(("ing", "fold")):
        return THE.search(before) is not None or re.match(rf"[ -]{NOUN}\b", behind) is not None
    return COMPARED.match(behind) is not None


def _of_two(article: Article, stated: Mention) -> Relation | None:
    said = stated.quantity.changed(unit="x", value=loosely(stated.size))
    pairs = _pairs(article, stated)
    if fitting := next((pair for pair in reversed(pairs) if said.interval.meets(pair.ratio.interval)), None):
        return Relation(said, fitting.ratio)
    if _is_of_a_third(article, stated, pairs):
        return None
    whole = [pair for pair in pairs if _is_whole(pair)]
    if len(whole) != 1 or len(pairs) > 1 or stated.hedge or _in_two_paragraphs(article, whole[0]):
        return None
    one, other = sorted((Fraction(stated.size).limit_denominator(FAR), round_of(whole[0])))
    if one < 1:
        one, other = 1 / other, 1 / one
    miscounted = one != other and other - one <= NEAR and (one >= 1)
    return Relation(said, whole[0].ratio) if miscounted else None


def _in_two_paragraphs(article: Article, pair: Pair) -> bool:
    return article.block_at(pair.one.span.start) != article.block_at(pair.other.span.start)


def _is_of_a_third(article: Article, stated: Mention, pairs: list[Pair]) -> bool:
    """Tell whether a multiple is of a size that no count tells, or of a figure behind it: the third, twice as long, sold 9,000."""
    counts = any(pair.one.kind == "count" for pair in pairs)
    behind = article.around(stated, LOOK)[1]
    later = (one for one in article.sentences[stated.sentence].mentions if one.first > stated.first)
    own = any(family(one) == family(pair.one) for one in later for pair in pairs)
    return own or (counts and MEASURED.match(behind) is not None)


def round_of(pair: Pair) -> Fraction:
    """Return how many times one of two figures is the other, as a whole number or one over it."""
    low, high = sorted((pair.one.size, pair.other.size))
    times = Fraction(round(high / low))
    return times if pair.ratio.interval.middle > 1 else 1 / times


def _is_whole(pair: Pair) -> bool:
    low, high = sorted((pair.one.size, pair.other.size))
    ratio = high / low
    return round(ratio) > 1 and abs(ratio - round(ratio)) <= WHOLE * ratio


def _pairs(article: Article, stated: Mention) -> list[Pair]:
    """Return the figures of one kind told one after the other before a multiple, which it may be the ratio of."""
    kinds: defaultdict[str, list[Mention]] = defaultdict(list)
    for one in told_before(article, stated, is_value):
        kinds[family(one) or one.kind].append(one)
    found = []
    for like in kinds.values():
        for one, other in pairwise(like):
            nouns = {one.noun, other.noun} - {""}
            low, high = sorted((one.size, other.size))
            if len(nouns) < 2 and alike(one, other) and low < high <= FAR * low:
                small, large = sorted((one, other), key=lambda figure: figure.size)
                both = ends(small, large)
                ratio = both.after / both.before if stated.size >= 1 else both.before / both.after
                found.append(Pair(one, other, ratio.as_unit("x")))
    return found


def is_value(one: Mention) -> bool:
    """Tell whether a figure may be a value of something that is multiplied."""
    worded = one.kind == "count" and one.size <= WORDS and one.text.isalpha()
    return (
        one.kind in ("money", "count", "measure", "percent")
        and one.size > 0
        and one.hedge in ("", "about")
        and not one.upper
        and not worded
    )


def loosely(size: float) -> Interval:
    """Return what a multiple may be said of, a twentieth less to a tenth more."""
    middle = Fraction(size).limit_denominator(FAR)
    return Interval(middle * (1 - LOOSE), middle * (1 + 2 * LOOSE))
