"""Shares as they are said, and how sharply they tie a part to a whole."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from fractions import Fraction
from itertools import islice
from math import log10

from factcheck.article import Article, Sentence
from factcheck.link.series.figures import HALF, family, operand, value
from factcheck.model import Mention, Relation
from factcheck.patterns import Pattern
from factcheck.quantity import Interval, Quantity

HALF_SHARE = Fraction(1, 2)
WHOLE = Quantity.constant(1, "100%", "%")
SLACK = Fraction(1, 100)
"""So far a fraction said in words may overstate "more than a third"; a half is not overstated."""
ABOVE, BESIDE = Fraction(3, 20), Fraction(2, 25)
JUST = Fraction(1, 20)
"""And so far "just over a third"."""

NEARLY = Fraction(1, 5)
"""So far "more than a third" may lie above it, and "nearly half" below it, no more than so much of itself: beyond, another fraction is said."""
SCALED = Pattern(r"(?i)illion|crore|lakh")
SHARP_SHARE = Fraction(3, 100)
SHARP_PART = Fraction(1, 50)
MOST_EARLIER = 60
"""So many figures before one are looked at for what it is of."""

FAR, TENFOLD = 8, 0.03
"""A share so many times off, but for a power of ten, is hardly that of the part."""

SMALL_PART = 100
"""A sum is no share of a bare number, what it is of unsaid, that is so many times larger."""


def said(share: Mention) -> Quantity:
    """Return a share as it is said; a fraction in words that is hedged to one side stops at that side."""
    if share.kind != "fraction" or share.hedge not in ("more", "less", "nearly", "just-over"):
        return share.quantity
    middle = value(share)
    slack = 0 if middle == HALF_SHARE else SLACK
    reach = ABOVE if share.hedge in ("more", "less") else min(BESIDE, middle * NEARLY)
    reach = min(reach, JUST) if share.hedge == "just-over" else reach
    low, high = (
        (middle - slack, middle + reach) if share.hedge in ("more", "just-over") else (middle - reach, middle + slack)
    )
    return Quantity(Interval(low, high), "%", share.text, (share.span,))


def of_one_kind(part: Mention, whole: Mention) -> bool:
    """Tell whether one figure can be part of the other: of one unit, or one a bare number that the other measures."""
    if family(part) == family(whole):
        return True
    bare = [figure for figure in (part, whole) if figure.kind == "count" and not figure.noun]
    scaled = len(bare) == 1 and SCALED.search(bare[0].text) is not None  # "£640 million, 224 million of them"
    scaled = scaled and max(value(part), value(whole)) <= SMALL_PART * min(
        value(part), value(whole)
    )  # "$5,000", "the 1.4 million"
    return len(bare) == 1 and ("measure" in (part.kind, whole.kind) or (scaled and "money" in (part.kind, whole.kind)))


def is_part(part: Mention, whole: Mention) -> bool:
    """Tell whether one figure can be a part of the other and is the smaller."""
    smaller = of_one_kind(part, whole) and 0 < value(part) <= value(whole) and part is not whole
    return smaller and not (_broken(part) and whole.kind == "count" and not _broken(whole))


def _broken(figure: Mention) -> bool:
    """Tell whether a bare number has decimals, which those who are counted do not come in: 16.25 of the 2.9 million."""
    return figure.kind == "count" and figure.number is not None and 0 < figure.number.half < HALF


def gives(parts: Sequence[Fraction], wholes: Sequence[Fraction], aim: Fraction, slack: Fraction) -> bool:
    """Tell whether any of some parts is, of any of some wholes, what is aimed at, but for a share of that."""
    return any(whole and abs(part / whole - aim) <= slack * aim for part in parts for whole in wholes)


def ratio(part: Mention, whole: Mention) -> Quantity:
    """Return what share of the whole the part is."""
    return (operand(part).as_unit("") / operand(whole).as_unit("")).as_unit("%")


def agree(share: Mention, part: Mention, whole: Mention) -> bool:
    """Tell whether a share may be that of the part in the whole."""
    return said(share).interval.meets(ratio(part, whole).interval)


def sharply(share: Mention, part: Mention, whole: Mention) -> bool:
    """Tell whether the figures, hedges left aside, agree so closely that it is no chance."""
    if share.number is None or part.number is None or not value(share) or not value(whole):
        return False
    shown, amount = share.number.interval, part.number.interval
    if shown.low <= value(part) / value(whole) <= shown.high and shown.high - shown.low <= value(share) * SHARP_SHARE:
        return True
    product = value(share) * value(whole)
    return amount.low <= product <= amount.high and amount.high - amount.low <= product * SHARP_PART


BASE = Pattern(r"(?:%|per ?cent|half|thirds?|quarters?|fifths?) of (?:the |its |all |their )*$", re.I)
"""Right before a figure these make it what another share is of: 91 per cent of the 1,240 who voted, or 64 per cent of the members."""

THEN = Pattern(r"\b(?:in (?:19|20)\d\d|ago|when|once|used to|previously|formerly|at the time)\b", re.I)
LOOK = 40


def may_be_of(article: Article, share: Mention, part: Mention, whole: Mention) -> bool:
    """Tell whether a share that misses can be meant for a part of a whole: of its size, of its time, and the part no base of another share."""
    base = BASE.search(article.around(part, LOOK)[0])
    then = whole.sentence != share.sentence and THEN.search(" ".join(article.around(whole, LOOK)))
    return of_a_size(share, part, whole) and not (base or then)


def of_a_size(share: Mention, part: Mention, whole: Mention) -> bool:
    """Tell whether a share comes near enough to that of a part to be meant for it, or would but for a slip of so many noughts."""
    times = float(value(part) / value(whole) / (value(share) or 1))
    if times <= 0:
        return False
    return 1 / FAR < times < FAR or abs(log10(times) - round(log10(times))) < TENFOLD


def leaves_unit_to(article: Article, whole: Mention, stated: Mention) -> bool:
    """Tell whether a figure leaves its unit to the share behind it: the rates were 65 and 35 percent."""
    between = article.document.text[whole.span.end : stated.span.start]
    return stated.kind == "percent" and whole.kind == "count" and between in (" and ", " or ", " to ", " against ")


def earlier(article: Article, sentence: Sentence, before: Mention, reach: int) -> Iterator[Mention]:
    """Return the figures before one, the nearest first, from its sentence and so many before it."""
    numbers = range(sentence.number, max(-1, sentence.number - reach - 1), -1)
    near = (mention for number in numbers for mention in reversed(article.sentences[number].mentions))
    return islice((mention for mention in near if mention.first < before.first and family(mention)), MOST_EARLIER)


def of_the_rest(stated: Mention, part: Mention, whole: Mention) -> Relation | None:
    """Return the share of what a part leaves of a whole, if it is the stated one: another 2 million at home, so that three-quarters of its 8 million went abroad."""
    left = WHOLE - ratio(part, whole)
    return Relation(said(stated), left) if left.interval.meets(said(stated).interval) else None
