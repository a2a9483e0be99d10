"""A size with one of its two ends beside it, and the other told elsewhere: "up 21 points from the 37 percent of 2014".

The words give what it came to, or what it came from; the figure that makes it right stands some sentences off.  Found by its
value, that figure may confirm the size and seldom refutes it, for the other end may be one that nobody tells: only where it is
the one figure of its kind beside the size, which is then reckoned on the wrong end, or a multiple of another number.
"""

from __future__ import annotations

from collections.abc import Iterator
from fractions import Fraction
from itertools import pairwise

from factcheck.article import HEADINGS, Article, Sentence
from factcheck.link.context.frames import Movement, alike, clear
from factcheck.link.context.operands import ends, exact_ends, in_unit, points
from factcheck.link.context.roles import Role
from factcheck.link.context.tense import is_time
from factcheck.link.series.complete import exactly
from factcheck.link.series.figures import AMOUNTS, family, is_plain, significant, value
from factcheck.model import Mention
from factcheck.quantity import Interval

REACH, MOST = 6, 8
"""So many sentences with figures about a size may hold its other end, and so many figures of its kind are tried, the nearest first."""

BEHIND = 6
"""So many places behind a size stands the end that is told with it."""

DIGITS = 2
"""So many digits a size or its end shows that few others would give."""

LONG = 18
"""So many places behind a size stands what the thing was, where a time stands between."""

JUST_BEFORE = 1
"""A multiple, which much would give, is of a figure so many sentences off at the most."""

LOOSE = Fraction(9, 10), Fraction(20, 19)
"""By so much may two figures miss a multiple that is said of them."""

NEARLY = 5
"""More than half is no 88 percent: what is said to be less or more is off by no more than this part of it."""

EXACT, FEW = Fraction(1, 50), 10
"""So near a whole number is a multiple, and so few things are told in passing."""


def one_ended(article: Article, sentence: Sentence, read: list[Role], told: set[int]) -> Iterator[Movement]:
    """Yield the changes of a sentence, those at the places `told` left out, that a figure about them makes right."""
    if article.verb_last or sentence.block in HEADINGS:
        return
    for size, end in pairwise(read):
        if size.place in told:
            continue
        if (
            size.name == "change"
            and max(significant(size.mention), significant(end.mention)) >= DIGITS
            and end.name in ("before", "after")
            and end.start - size.place <= BEHIND
            and clear(article, size.place, end.start)
        ):
            yield from _filled(article, sentence, size, end)
        elif size.name in ("change", "times") and (base := _then(article, read, size)):
            yield from _since(article, sentence, size, base)


def _then(article: Article, read: list[Role], size: Role) -> Role | None:
    """Return what a thing was at the time that a change is told from: down six points since 2019, when it stood at 64%."""
    places = range(size.place + 1, min(size.place + LONG, len(article.skeleton)))
    when = next((at for at in places if article.word(at) == "when"), None)
    if when is None or not any(is_time(article, at) for at in range(size.place + 1, when)):
        return None
    base = next((role for role in read if role.start > when), None)
    plain = base is not None and (base.name in ("plain", "at") or base.link == "than")
    return (
        base
        if plain and base and significant(base.mention) >= DIGITS and clear(article, size.place, base.place)
        else None
    )


def _since(article: Article, sentence: Sentence, size: Role, base: Role) -> Iterator[Movement]:
    """Yield the change from what a thing was then to what is told of it before: any figure that is right."""
    near = size.name == "times"
    yield from _filled(article, sentence, size, base._replace(name="before"), JUST_BEFORE if near else REACH)


def _filled(article: Article, sentence: Sentence, size: Role, end: Role, reach: int = REACH) -> Iterator[Movement]:
    """Yield the change from an end to the figure about it that makes the size right, or to the only one, if it is misreckoned from that."""
    told = (_both_ends(end, other) for other in _others(article, sentence, size.mention, end.mention, reach))
    pair = next((pair for pair in told if _is_right(size, *pair)), None)
    if pair is None:
        others = _others(article, sentence, size.mention, end.mention, JUST_BEFORE)
        if len(others) == 1 == len(_of_kind(article, sentence, size.mention, end.mention)):
            only = _both_ends(end, others[0])
            pair = only if _is_misreckoned(size, *only) else None
    if pair:
        yield Movement(sentence, *pair, (size,), size.sign, link="tied")


def _both_ends(end: Role, other: Mention) -> tuple[Mention, Mention]:
    """Return what there was before, and what there is, of the end that is told and the figure that is taken for the other."""
    known, found = in_unit(end.mention, other), in_unit(other, end.mention)
    return (known, found) if end.name == "before" else (found, known)


def _of_kind(article: Article, sentence: Sentence, stated: Mention, end: Mention) -> list[Mention]:
    """Return all other figures of an end's kind, whatever they are of, in a sentence and those beside it."""
    near = article.sentences[max(0, sentence.number - JUST_BEFORE) : sentence.number + JUST_BEFORE + 1]
    likes = (one for some in near for one in some.mentions if one.kind == end.kind and one.unit == end.unit)
    return [one for one in likes if one not in (stated, end) and one.size > FEW]


def _is_misreckoned(size: Role, before: Mention, after: Mention) -> bool:
    """Tell whether a size is what two figures give on the wrong one of them, or a multiple of them that is another whole number."""
    stated, both = size.mention, ends(before, after)
    if (
        before.size == after.size
        or not is_plain(stated.changed(hedge=""))
        or (size.sign and (size.sign > 0) != both.grows)
    ):
        return False
    if stated.kind == "multiple":
        times = both.after.interval.middle / both.before.interval.middle
        return (
            times > 1
            and abs(times - round(times)) <= times * EXACT
            and bool(stated.number)
            and round(times) != value(stated)
        )
    wrong = ends(after, before).share.interval
    return stated.kind == "percent" and before.unit != "%" and stated.quantity.interval.meets(wrong)


def _others(article: Article, sentence: Sentence, stated: Mention, end: Mention, reach: int) -> list[Mention]:
    """Return the figures of an end's kind about a size, the nearest first."""
    near = article.sentences[max(0, sentence.number - reach) : sentence.number + reach + 1]
    told = (exactly(article, one) for some in near if some.block not in HEADINGS for one in some.mentions)
    likes = [one for one in told if _may_end(one, stated, end)]
    return sorted(likes, key=lambda one: abs(one.first - stated.first))[:MOST]


def _may_end(one: Mention, stated: Mention, end: Mention) -> bool:
    """Tell whether a figure may be the other end of a change."""
    if one.first in (stated.first, end.first) or not is_plain(one) or not alike(one, end):
        return False
    return family(one) == family(end) and (not one.noun or not end.noun or one.noun == end.noun)


def _is_right(size: Role, before: Mention, after: Mention) -> bool:
    """Tell whether a size is just what lies between two figures, the way that it goes."""
    stated, both = size.mention, ends(before, after)
    if before.size == after.size or (size.sign and (size.sign > 0) != both.grows):
        return False
    if stated.kind == "points":
        return before.unit == "%" and points(stated).interval.meets(both.gap.interval)
    if stated.kind == "multiple":
        times = (both.after / both.before).interval
        return stated.quantity.interval.meets(Interval(times.low * LOOSE[0], times.high * LOOSE[1]))
    if stated.kind in ("percent", "fraction"):
        close = (
            abs(both.share.interval.middle - stated.number.middle) * NEARLY <= both.share.interval.middle
            if stated.number
            else False
        )
        return (
            before.unit != "%" and (close or not stated.hedge) and stated.quantity.interval.meets(both.share.interval)
        )
    if stated.kind in AMOUNTS and stated.unit == before.unit:
        return stated.quantity.interval.meets(exact_ends(before, after, stated).gap.interval)
    return False
