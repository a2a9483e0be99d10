"""Ranges that run backwards: between 96,000 and 88,000, aged 12 to 8.

Nobody tells a range from its high end, but where "between" stands for a choice, a gap, a change or a time of day.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import pairwise

from factcheck.article import Article, kind_bits
from factcheck.link.context.frames import alike
from factcheck.link.context.operands import in_unit
from factcheck.link.series.figures import is_plain
from factcheck.model import Mention, Relation
from factcheck.patterns import Pattern
from factcheck.quantity import HUGE, Interval

KINDS = "money|percent|points|count|measure|duration|age"
BITS = kind_bits(KINDS)
HOURS, WIDEST = 24, 10
"""Bare numbers up to so many may be hours; ends of a range are no more times each other than so."""

APART = Pattern(
    r"\b(?:differ\w*|gaps?|spread|margin|distance|cho\w+|ratio|line|split\w*|divid\w+|switch\w*|toggl\w*|alternat\w*|half-?way|mid-?way|compar\w*|contrast\w*|clash|match|game|"
    r"tie|vote|conver\w+|exchange|relation\w*|transition|boundary|border|somewhere in|interval|open|hours|o'clock|years?|trade-off|lat\w+|longitude|rang\w+ from|descend\w*|sw[iu]ng\w*|mov\w+|hover\w*|argu\w*|forth|fell|sank|sunk|climb\w*|torn|fluctuat\w*|oscillat\w*|count\w* down)\b[^.;]{0,40}$",
    re.I,
)
PAST = Pattern(
    r"[^.;,]{0,16}\b(?:ago|before|b\.?c\.?(?:e\.?)?|below|minus|north|south|east|west|degrees|p\.?m|a\.?m|o'clock)\b",
    re.I,
)
AGED = frozenset({"aged", "ages", "age"})
LOOK = 70


def backward(article: Article) -> Iterator[Relation]:
    """Yield each range whose first end is clearly more than its last."""
    for sentence in article.body if not article.verb_last else ():
        if sentence.kinds & BITS and len(sentence.mentions) > 1:
            for one, other in pairwise(sentence.mentions):
                low, high = in_unit(one, other), in_unit(other, one)
                if _is_range(article, low, high) and low.size > high.size and _may_be(article, low, high):
                    yield _relation(low, high)


def _is_range(article: Article, low: Mention, high: Mention) -> bool:
    """Tell whether two figures are joined as the ends of a range: between 28 and 31, aged eight to 12."""
    first, last = article.place(low), article.place(high)
    if last - first != 2:
        return False
    before, joint = article.word(first - 1), article.word(first + 1)
    return (before == "between" and joint == "and") or (before in AGED and joint in ("to", "-", "–"))


def _may_be(article: Article, low: Mention, high: Mention) -> bool:
    """Tell whether nothing makes two figures other than ends of a range of one thing."""
    before, behind = article.around(low, LOOK)[0], article.around(high, LOOK)[1]
    plain = is_plain(low) and is_plain(high) and min(low.size, high.size) > 0
    hours = not (high.noun or high.unit) and max(low.size, high.size) <= HOURS
    one_noun = low.noun in ("", high.noun) and low.unit in ("", high.unit)
    near = max(low.size, high.size) <= WIDEST * min(low.size, high.size)
    other = APART.search(before) or PAST.match(behind) or high.unit.startswith("year")
    return plain and one_noun and near and alike(low, high) and not (hours or other)


def _relation(low: Mention, high: Mention) -> Relation:
    first = low.quantity.changed(value=Interval(low.quantity.interval.high, HUGE), coarse=None)
    return Relation(
        high.quantity, first, says=f"The range runs backwards, from {low.text} down to {{stated}}.", variant="range",
        working=f"{low.text} is more than {high.text}", fix=f"{high.text} and {low.text}, or another figure",
    )  # fmt: skip
