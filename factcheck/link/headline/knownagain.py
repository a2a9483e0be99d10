"""Figures taken as known that a text has nowhere else, beside one of their kind that they are but for two digits swapped.

"Kandl had taken part in 318 rescues ... the notebooks in which he set down each of his 381": in four thousand stories, true or
with slips, words took up as known no such figure that was another's.  So no noun need tie the two; a figure that is only a
digit off must count the same.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import combinations

from factcheck.article import Article
from factcheck.link.context.speakers import CORRECTING
from factcheck.link.headline.twins import Twin, may_be_called
from factcheck.link.series.circumstances import is_circumstance
from factcheck.link.series.figures import family
from factcheck.model import Mention
from factcheck.numerals import digits
from factcheck.patterns import Pattern
from factcheck.slips import differing, swapped

KINDS = frozenset({"money", "count", "measure", "percent", "duration"})
DIGITS, LOOK, MOST, UNLIKE = 3, 60, 40, 5
"""So many digits must a figure show; so many characters before it say that it is known; so many others are tried for what gives
it; one so many times as large is another."""

SLIGHT = 1e-9
"""Sizes are kept as numbers of a machine."""

KNOWN = Pattern(
    r"(?:\b(?:the|all|those|these|its|their|his|her|[a-z]+['’]s)(?: (?:full|total|whole|same|present|current|entire|[a-z]+ of|[a-z]+ [a-z]+ of))?"
    r"|\b(?:turnover|price|length|time|haul|population|fee|height|speed|weight|reading|toll|crowd|sales|fine|sentence|sum|cost|bill|total|average) of|\bwith the average at) ?(?:[A-Z]{0,2}[£$€₹])?$",
    re.I,
)
"""Right before a figure these take it for known."""

NEAR = 40
ANOTHER = Pattern(
    r"\b(?:(?:in|of|since|from) (?:19|20)\d\d|last (?:year|month|week|season)|ago|earlier|before|previous\w*|(?:current|coming|next|this) (?:financial )?(?:year|season)|on board|crowd|attendance|rivals?|another|others?|a further|on top|remaining|left|in the (?:north|south|east|west)|from (?:her|his|their|its)"
    r"|(?!asked for)(?:spent|paid|[a-z]+ed) (?:on|for|by|from))\b",
    re.I,
)
"""So near a figure these make it one of another time, or another's."""

CALLED = Pattern(
    r" (?!(?:be|being|that|which|it|he|she|they|the|a|for|of|in|to|at|on|by|has|had|is|was|will|would)\b)[a-z]+\b", re.I
)
"""Behind a sum this may be the noun by which it is called: the £580 bill."""

INDEX = frozenset({"index"})


def known_again(article: Article) -> Iterator[Twin]:
    """Yield each known figure with the one told before that it is but for a slip."""
    if not article.has_articles or article.may_say(CORRECTING):
        return
    told = [one for sentence in article.body for one in sentence.mentions if _is_plain(article, one)]
    every = [one for one in article.mentions if one.number is not None]
    for at, again in enumerate(told):
        if KNOWN.search(article.around(again, LOOK)[0]):
            firsts = {one.size: one for one in told[:at] if _is_slip(one, again)}
            first = next(iter(firsts.values()), None)
            if len(firsts) == 1 and first and _may_be_one(article, again, first) and not _is_made(every, again, first):
                yield Twin(again, first, swapped=True)


def _is_plain(article: Article, one: Mention) -> bool:
    plain = one.kind in KINDS and one.number is not None and one.upper is None and not one.hedge
    return plain and len(digits(one.text)) >= DIGITS and not is_circumstance(article, one)


def _is_slip(first: Mention, again: Mention) -> bool:
    """Tell whether two figures of one kind are one but for two digits swapped or, where both count the same, for one digit."""
    if (first.kind, first.unit) != (again.kind, again.unit) or first.sentence == again.sentence:
        return False
    if first.kind == "count" and first.noun and again.noun and first.noun != again.noun:
        return False
    less, more = sorted((first.size, again.size))
    one, other = digits(first.text), digits(again.text)
    if more >= UNLIKE * less or len(one) != len(other):
        return False
    counted = first.noun == again.noun != "" and first.noun not in INDEX and "-" not in again.text
    return swapped(one, other) or (counted and differing(one, other) == 1)


def _may_be_one(article: Article, again: Mention, first: Mention) -> bool:
    """Tell whether no words make two figures those of two things, two times or two owners."""
    before, behind = article.around(again, LOOK)
    apart = ANOTHER.search(before[-NEAR:] + "|" + behind[:NEAR]) is not None
    called = again.kind != "count" and CALLED.match(behind) is not None
    return not apart and (not called or may_be_called(article, again, first))


def _is_made(every: list[Mention], again: Mention, first: Mention) -> bool:
    """Tell whether a text has a figure twice, or two others give it or what parts it from the first."""
    if sum(one.size == again.size and one.kind == again.kind for one in every) > 1:
        return True
    sizes = [one.size for one in every if family(one) == family(again)][:MOST]
    gap = abs(again.size - first.size)
    if any(abs(one - gap) <= SLIGHT * gap for one in sizes):
        return True
    pairs = (made for one, other in combinations(sizes, 2) for made in (one + other, abs(one - other)))
    return any(abs(made - again.size) <= SLIGHT * again.size for made in pairs)
