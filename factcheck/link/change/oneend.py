"""A size with one of its two ends beside it, and the other told elsewhere: "up 21 points from the 37 percent of 2014".

The words give what it came to, or what it came from; the figure that makes it right stands some sentences off.  Found by its
value, that figure may confirm the size and never refute it: the other end may be one that nobody tells.
"""

from __future__ import annotations

from collections.abc import Iterator
from itertools import pairwise

from factcheck.article import HEADINGS, Article, Sentence
from factcheck.link.context.frames import Movement, alike, clear
from factcheck.link.context.operands import ends, exact_ends, in_unit, points
from factcheck.link.context.roles import Role
from factcheck.link.series.figures import family, is_plain, significant
from factcheck.model import Mention

REACH, MOST = 6, 8
"""So many sentences with figures about a size may hold its other end, and so many figures of its kind are tried, the nearest first."""

BEHIND = 6
"""So many places behind a size stands the end that is told with it."""

DIGITS = 2
"""So many digits a size or its end shows that few others would give."""

AMOUNTS = frozenset({"money", "count", "measure"})


def one_ended(article: Article, sentence: Sentence, read: list[Role], told: set[int]) -> Iterator[Movement]:
    """Yield the changes of a sentence, those at the places `told` left out, that a figure about them makes right."""
    if article.verb_last or sentence.block in HEADINGS:
        return
    for size, end in pairwise(read):
        if (
            size.name == "change"
            and size.place not in told
            and end.name in ("before", "after")
            and end.start - size.place <= BEHIND
            and clear(article, size.place, end.start)
            and max(significant(size.mention), significant(end.mention)) >= DIGITS
        ):
            yield from _filled(article, sentence, size, end)


def _filled(article: Article, sentence: Sentence, size: Role, end: Role) -> Iterator[Movement]:
    for other in _others(article, sentence, size.mention, end.mention):
        known, found = in_unit(end.mention, other), in_unit(other, end.mention)
        before, after = (known, found) if end.name == "before" else (found, known)
        if _is_right(size, before, after):
            yield Movement(sentence, before, after, (size,), size.sign, link="tied")
            return


def _others(article: Article, sentence: Sentence, stated: Mention, end: Mention) -> list[Mention]:
    """Return the figures of an end's kind about a size, the nearest first."""
    near = article.sentences[max(0, sentence.number - REACH) : sentence.number + REACH + 1]
    told = (one for some in near if some.block not in HEADINGS for one in some.mentions)
    likes = [
        one
        for one in told
        if one is not stated
        and one is not end
        and is_plain(one)
        and alike(one, end)
        and family(one) == family(end)
        and (not one.noun or not end.noun or one.noun == end.noun)
    ]
    return sorted(likes, key=lambda one: abs(one.first - stated.first))[:MOST]


def _is_right(size: Role, before: Mention, after: Mention) -> bool:
    """Tell whether a size is just what lies between two figures, the way that it goes."""
    stated, both = size.mention, ends(before, after)
    if before.size == after.size or (size.sign and (size.sign > 0) != both.grows):
        return False
    if stated.kind == "points":
        return before.unit == "%" and points(stated).interval.meets(both.gap.interval)
    if stated.kind == "percent":
        return before.unit != "%" and stated.quantity.interval.meets(both.share.interval)
    if stated.kind in AMOUNTS and stated.unit == before.unit:
        return stated.quantity.interval.meets(exact_ends(before, after, stated).gap.interval)
    return False
