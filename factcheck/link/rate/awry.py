"""What the figures of a passage come to, and a figure that is only a scale word or a nought away from it.

A passage has few sums.  Where a word says that one of them is made of others (in all, leaving, a rise of 29 percent, apiece),
and its digits are those of the answer, its size is the answer's too.  Nothing is said where other figures near by make it.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from fractions import Fraction
from itertools import chain, permutations
from math import log10

from factcheck.article import BIT, Article, Sentence
from factcheck.link.rate.powers import Powered
from factcheck.link.series.figures import is_single, telling_digits
from factcheck.link.size.scales import SCALED
from factcheck.model import Mention
from factcheck.patterns import Pattern
from factcheck.quantity import Interval, Quantity, total

REACH, MOST = 2, 10
"""So many sentences back may stand what a figure is made of; among more sums any may be made of others."""

LOOK, NEAR = 48, 26
EXACT, COARSE, LOOSE = 0.006, 0.02, 0.03
"""So far at most is a figure off the answer, its size left aside: as it stands, by a share of whole percents, and with a hedge."""

ROUGHLY = 0.12
GREATEST, PAIR, THREE, ENOUGH = 6, 2, 3, 4
SCALES = ((2, Pattern(r"lakh|crore", re.I)), (4, Pattern(r"[만억조]")))
"""Scale words that lie a hundred apart, and ten thousand."""


SUMS, SHARES = BIT["M"] | BIT["K"] | BIT["U"], "percent|fraction"
LEAST = 1000
"""A smaller figure has no size to mistake."""

MADE_OF_ALL = Pattern(
    r"\b(?:total\w*|in all|altogether|all told|together|combined|sum|mak(?:es?|ing)|(?:bring|brought|tak|took|add|mount)(?:s|ing|en|ed)? [^.;\d]*\bto"
    r"|(?:com(?:es?|ing)|came|amount\w*|adds? up|work\w* out) (?:in )?(?:to|at)|valu(?:es|ed|ing)|overall)\b[^.;\d]{0,30}$",
    re.I,
)
ALL_BEHIND = Pattern(r" (?:in (?:all|total)|altogether|all told|total|together|combined|overall|between them)\b", re.I)
LEFT = Pattern(
    r"\b(?:leav(?:es?|ing)|left|remain\w*|rest|balance|difference|other|still|short(?:fall)?|gap|outstanding)\b[^.;\d]{0,30}$",
    re.I,
)
LEFT_BEHIND = Pattern(r"(?: \w+){0,2} (?:to go|left|remain\w*|short|outstanding|still|to be)\b", re.I)
UP = Pattern(
    r"\b(?:more|ris\w+|rose|up|increase\w*|gr[eo]w\w*|growth|jump\w*|gain\w*|higher|climb\w*|larger|surge\w*|expan\w+)\b",
    re.I,
)
DOWN = Pattern(
    r"\b(?:less|fewer|f[ae]ll\w*|down|decrease\w*|dropp?\w*|cut|lower|smaller|declin\w+|shr[aiu]nk\w*|plung\w+|slump\w*)\b",
    re.I,
)
OF_SUM = Pattern(r" of\b[^.;\d]{0,60}$", re.I)
IS_SHARE = Pattern(
    r"\b(?:is|are|was|were|equals?|amounts? to|comes? to|makes?|represents?|or|being)\b[^.;\d]{0,20}$|[,(] ?(?:about |some )?$",
    re.I,
)
OF_THOSE = Pattern(r"\b(?:of (?:whom|which|them|these|those)|made up of|consist\w+ of|split|divided)\b", re.I)
AS_MUCH = Pattern(
    r"(?: as (?:much|many|big|large|great|high|long|heavy|often)\b| (?:the|its|their) (?:size|number|sum|figure|amount)\b|[, ])",
    re.I,
)
THAT_IS = Pattern(
    r"\b(?:that (?:is|means|makes)|i\.e\.|namely|which (?:is|means|makes)|or|in other words|meaning)\b[^.;\d]{0,20}$",
    re.I,
)
IN_WORDS = Pattern(r" ?(?:thousand|[mbtr]+illion|mn|bn|tn|m|crore|lakh)\b|[만억조]", re.I)
MOVES = Pattern(r" (?:fewer|less|more|higher|lower|up|down)\b")
"""Behind a share these make it what a thing moved by."""

HALF_AS = Pattern(r"\bhalf as (?:much|many|big|large|great|high|long|heavy)\b", re.I)
FOLD = Pattern(r"[ -](?:times|fold)\b", re.I)
APIECE = Pattern(r" (?:apiece|each|per \w+|an? \w+)\b", re.I)
A_YEAR = Pattern(r" (?:an?|per|each|every) (?:year|season)\b", re.I)
FOLLOWS = Pattern(
    r"\b(?:thus|hence|therefore|so|in all|altogether|(?:makes|means|gives|comes to|adds up to))\b[^.;\d]{0,30}$", re.I
)
KNOWN = Pattern(
    r"\b(?:the|that|this|those|these) $|\b(?:in all|total\w*|altogether|together|com(?:es|ing) to|cost|bill)\b[^.;\d]{0,30}$",
    re.I,
)
"""Before a sum in another sentence than the price of one these say that it is of them all."""
EACH_OF = Pattern(r"\b(?:each|every|apiece|single|one) [^.;\d]{0,30}$", re.I)
OTHER = Pattern(
    r"\b(?:another|separate\w*|unlike|compared|against|versus|than|last year|the year before|previous\w*)\b", re.I
)


def awry(article: Article) -> Iterator[Powered]:
    """Yield every figure of a passage that the others make by the words beside it, right or some power of ten off."""
    window: list[Sentence] = []
    for sentence in article.body:
        block = article.block_of(sentence)
        window = [
            one for one in window if sentence.number - one.number <= REACH and one.mentions[0].span.start >= block.start
        ]
        window.append(sentence)
        if sentence.kinds & SUMS:
            sums = [one for other in window for one in other.of_kind("number") if is_single(one)]
            if len(sums) > 1 and len(sums) <= MOST:
                shares = [one for other in window for one in other.of_kind(SHARES) if _is_share(article, one)]
                yield from _of_passage(article, sentence, sums, shares) if not article.verb_last else ()
                yield from _of_three([one for one in sums if one.sentence >= sentence.number - 1], sentence.number)


def _is_share(article: Article, one: Mention) -> bool:
    """Tell whether a figure is a share, and not the beginning of one: 1 in 10 million."""
    behind = one.span.end
    moves = MOVES.match(article.document.text, behind)
    return one.number is not None and one.upper is None and not (moves or IN_WORDS.match(article.document.text, behind))


def _of_passage(article: Article, sentence: Sentence, sums: list[Mention], shares: list[Mention]) -> Iterator[Powered]:
    found = chain(
        *(
            ways(article, figure, [one for one in sums if one.first < figure.first], shares)
            for figure in sums
            if figure.sentence == sentence.number
            for ways in (_in_all, _left, _of_a_share, _that_is, _changed, _times, _so_many_times, _fold)
            if figure.size >= LEAST or ways in (_changed, _fold)
        ),
        _is_share_of(article, sentence, sums, shares),
    )
    for one in found:
        if not one.power or not _otherwise_made(one, sums, shares):
            yield one


def _alike(one: Mention, other: Mention) -> bool:
    """Tell whether two figures may be of one thing: of one unit, and of one noun unless one leaves it unsaid."""
    return _of_one_kind(one, other) and (not one.noun or not other.noun or one.noun == other.noun)


def _of_one_kind(one: Mention, other: Mention) -> bool:
    """Tell whether two figures have a unit in common, which one in words of scale may leave unsaid: 85 crore rupees, 60 crore."""
    if one.kind != other.kind:
        return any(part.kind == "count" and not part.noun and SCALED.search(part.text) for part in (one, other))
    return one.unit == other.unit


def _power(figure: Mention, answer: float, near: float = EXACT, step: int = 3) -> int | None:
    """Return how many powers of ten too large a figure is for an answer, a multiple of `step`; None where its digits are others."""
    if answer <= 0:
        return None
    power = round(log10(figure.size / answer))
    step = next((apart for apart, scale in SCALES if power % step and scale.search(figure.text)), step)
    agrees = abs(figure.size / 10.0**power / answer - 1) <= (LOOSE if figure.hedge else near)
    return power if agrees and abs(power) <= GREATEST and power % step == 0 else None


def _told(figure: Mention, answer: Quantity, size: float) -> Iterator[Powered]:
    power = _power(figure, size)
    if power is not None:
        yield Powered(figure, answer.as_unit(figure.unit), power)


def _in_all(article: Article, figure: Mention, before: list[Mention], _: list[Mention]) -> Iterator[Powered]:
    """Yield a figure that is said to be all of those told before it."""
    words, behind = article.around(figure, LOOK)
    parts = [one for one in before if _alike(one, figure)]
    if len(parts) > 1 and (MADE_OF_ALL.search(words) or ALL_BEHIND.match(behind)):
        for first in range(len(parts) - 2, -1, -1):
            run = parts[first:]
            if min(one.size for one in run) < COARSE * sum(one.size for one in run):
                return
            yield from _told(figure, total([one.rounded for one in run]), sum(one.size for one in run))


def _left(article: Article, figure: Mention, before: list[Mention], _: list[Mention]) -> Iterator[Powered]:
    """Yield a figure that is said to be what is left of one when another is taken away."""
    words, behind = article.around(figure, LOOK)
    sums = [one for one in before if _of_one_kind(one, figure)]
    if len(sums) > 1 and (LEFT.search(words) or LEFT_BEHIND.match(behind) or _of_those(article, sums, figure)):
        for first, whole in enumerate(sums[:-1]):
            run = sums[first + 1 :]
            rest = whole.size - sum(one.size for one in run)
            yield from _told(figure, whole.rounded - total([one.rounded for one in run]), rest)


def _of_those(article: Article, sums: list[Mention], figure: Mention) -> bool:
    """Tell whether words between a sum and two more say that these are parts of it: 1.1 million, of whom 700,000 ..., 400,000 ..."""
    text = article.document.text
    return (
        len(sums) == PAIR
        and OF_THOSE.search(text, sums[0].span.end, sums[1].span.start) is not None
        and figure.sentence == sums[0].sentence
    )


def _of_a_share(article: Article, figure: Mention, before: list[Mention], shares: list[Mention]) -> Iterator[Powered]:
    """Yield a figure right behind a share of the sum before, or right before one, with what the share comes to."""
    sums = [one for one in before if _alike(one, figure)]
    if len(sums) != 1:
        return
    for share in shares:
        if share.sentence == figure.sentence and 0 < share.size < 1:
            first, last = sorted((share, figure), key=lambda one: one.first)
            between = article.document.text[first.span.end : last.span.start]
            beside = (
                len(between) <= NEAR
                and not any(mark in between for mark in ".;0123456789")
                and not OTHER.search(between)
            )
            changed = any(UP.search(said) or DOWN.search(said) for said in article.around(share, NEAR))
            if beside and share.first > sums[0].first and not changed and " of " not in between:
                yield from _told(figure, sums[0].rounded * share.rounded, sums[0].size * share.size)


def _that_is(article: Article, figure: Mention, before: list[Mention], shares: list[Mention]) -> Iterator[Powered]:
    """Yield a figure that is told in other words to be a share of the sum before it: 2 percent of the 150 million pigs, that is 3 million."""
    text, sums = (
        article.document.text,
        [one for one in before if one.sentence == figure.sentence and _of_one_kind(one, figure)],
    )
    for share in shares:
        if sums and share.sentence == figure.sentence and share.first < sums[-1].first and 0 < share.size < 1:
            whole = sums[-1]
            named = OF_SUM.match(text, share.span.end, whole.span.start)
            if named and THAT_IS.search(text, whole.span.end, figure.span.start):
                power = _power(figure, whole.size * share.size, EXACT, 1)
                if power is not None:
                    yield Powered(figure, (whole.rounded * share.quantity).as_unit(figure.unit), power)


def _is_share_of(article: Article, sentence: Sentence, sums: list[Mention], shares: list[Mention]) -> Iterator[Powered]:
    """Yield a figure that is said to be a share of one behind it: the fine of $75 million is 5 percent of sales of $1.5 billion."""
    for share in shares:
        before = [one for one in sums if one.sentence == sentence.number and one.first < share.first]
        behind = [one for one in sums if one.sentence == sentence.number and one.first > share.first]
        if before and behind and share.sentence == sentence.number and 0 < share.size < 1:
            part, whole = before[-1], behind[0]
            text = article.document.text
            tied = OF_SUM.match(text, share.span.end, whole.span.start) and IS_SHARE.search(
                text, part.span.end, share.span.start
            )
            if tied and _alike(part, whole) and max(part.size, whole.size) >= LEAST:
                yield from _told(part, whole.rounded * share.rounded, whole.size * share.size)


def _changed(article: Article, figure: Mention, before: list[Mention], shares: list[Mention]) -> Iterator[Powered]:
    """Yield the second of the only two sums of a kind that a share tells the change between."""
    sums = [one for one in before if _alike(one, figure)]
    if len(sums) != 1 or sums[0].sentence < figure.sentence - 1 or max(sums[0].size, figure.size) < LEAST:
        return
    for share in shares:
        ups, downs = (any(way.search(said) for said in article.around(share, NEAR)) for way in (UP, DOWN))
        if share.sentence - figure.sentence in (0, 1) and share.first > sums[0].first and ups != downs:
            one, part = Quantity.constant(1), share.rounded.as_unit("")
            factor = one + part if ups else one - part
            for now, then in ((figure, sums[0]), (sums[0], figure)):
                power = _power(now, then.size * (1 + share.size if ups else 1 - share.size), COARSE)
                if power and now is figure:
                    yield Powered(figure, (then.rounded * factor).as_unit(figure.unit), power)
                elif power:
                    yield Powered(figure, (now.rounded / factor).as_unit(figure.unit), -power)


def _times(article: Article, figure: Mention, before: list[Mention], _: list[Mention]) -> Iterator[Powered]:
    """Yield a figure with the only other sum of its unit, where that is for one of something and the passage tells how many."""
    sums = [one for one in before if one.kind == figure.kind == "money" and one.unit == figure.unit]
    if len(sums) != 1 or (APIECE.match(behind := article.around(figure, LOOK)[1]) and not A_YEAR.match(behind)):
        return
    rate, numbers = sums[0], [one for one in article.sentences[figure.sentence].of_kind("count") if one.size > 1]
    words, behind = article.around(rate, LOOK)
    told = figure.sentence == rate.sentence or KNOWN.search(article.around(figure, LOOK)[0])
    if told and (APIECE.match(behind) or EACH_OF.search(words)):
        numbers += [one for one in before if one.kind == "count" and one.sentence == rate.sentence != figure.sentence]
    else:
        numbers = [one for one in numbers if FOLD.match(article.document.text, one.span.end)]
    fits = [(one, power) for one in numbers if (power := _power(figure, one.size * rate.size, EXACT, 1)) is not None]
    if len(fits) == 1:
        yield Powered(figure, (rate.rounded * fits[0][0].rounded).as_unit(figure.unit), fits[0][1])


def _so_many_times(article: Article, figure: Mention, before: list[Mention], _: list[Mention]) -> Iterator[Powered]:
    """Yield a count with the product of the only two before it, where it is said to follow from them."""
    if figure.kind == "count" and len(before) == 2 and {one.kind for one in before} == {"count"}:
        power = _power(figure, before[0].size * before[1].size, EXACT, 1)
        if power is not None and FOLLOWS.search(article.around(figure, LOOK)[0]):
            yield Powered(figure, before[0].rounded * before[1].rounded, power)


def _of_three(sums: list[Mention], last: int) -> Iterator[Powered]:
    """Yield the one of the only three large sums of two sentences that is a scale word away from being the whole or a part of the others.

    The two parts stand side by side, and the whole before them or behind.
    """
    sums = [one for one in sums if one.size >= LEAST and _alike(one, sums[-1])]
    if len(sums) != THREE or sums[-1].sentence != last or sum(map(telling_digits, sums)) < ENOUGH:
        return
    found = []
    for whole, one, other in ((sums[0], *sums[1:]), (sums[2], *sums[:2])):
        beside = other.sentence == one.sentence and other.span.start - one.span.end <= LOOK
        ways = ((whole, one.size + other.size, one.rounded + other.rounded), (one, whole.size - other.size, whole.rounded - other.rounded),
                (other, whole.size - one.size, whole.rounded - one.rounded)) if beside else ()  # fmt: skip
        for off, size, made in ways:
            power = _power(off, size)
            if power == 0:
                return
            least = min(part.size / (10.0**power if part is off else 1) for part in (one, other)) if power else 0
            if power and least > COARSE * max(size, one.size) and all(IN_WORDS.search(part.text) for part in sums):
                found.append(Powered(off, made.as_unit(off.unit), power))
    if len({one.figure.first for one in found}) == 1:
        yield found[0]


def _fold(article: Article, figure: Mention, before: list[Mention], shares: list[Mention]) -> Iterator[Powered]:
    """Yield the second of the only two sums of a kind in a sentence, the one some times or a fraction of the other, a scale word off."""
    sums = [one for one in before if _alike(one, figure)]
    if len(sums) != 1 or sums[0].sentence != figure.sentence or max(sums[0].size, figure.size) < LEAST:
        return
    sentence, text, other = article.sentences[figure.sentence], article.document.text, sums[0]
    ratios = [one for one in sentence.of_kind("multiple") if one.number and one.size > 1]
    ratios += [
        one
        for one in shares
        if one.sentence == figure.sentence and one.kind == "fraction" and AS_MUCH.match(text, one.span.end)
    ]
    times = ratios[0].rounded.as_unit("") if len(ratios) == 1 else None
    if not ratios and HALF_AS.search(text, other.span.end, figure.span.end + LOOK):
        times = Quantity(Interval.exactly(Fraction(1, 2)), "", "half")
    if times:
        size = float(times.interval.middle)
        ways = (
            (other.size * size, other.rounded * times),
            (other.size / size, other.rounded / times),
        )
        found = [(power, made) for answer, made in ways if (power := _power(figure, answer, ROUGHLY)) is not None]
        if found and all(power for power, _ in found):
            yield Powered(figure, found[0][1].as_unit(figure.unit), found[0][0])


def _otherwise_made(one: Powered, sums: list[Mention], shares: list[Mention]) -> bool:
    """Tell whether others of the passage make a figure as it stands: the same told again, a sum, a rest, a share of another."""
    figure = one.figure
    others = [other.size for other in sums if other is not figure and _of_one_kind(other, figure)]
    made = chain(
        others,
        (a + b for a, b in permutations(others, 2) if a <= b),
        (a - b for a, b in permutations(others, 2)),
        (a * share.size for a in others for share in shares),
    )
    return any(abs(figure.size - size) <= EXACT * figure.size for size in made)
