"""Sums that words close across sentences: "These four bought $1.31bn", "That leaves £1.05m to borrow"."""

from __future__ import annotations

import re
from collections.abc import Iterator
from fractions import Fraction
from functools import cache
from itertools import combinations

from factcheck.article import Article, Sentence
from factcheck.model import Mention
from factcheck.series.figures import ADDABLE, family, significant, value
from factcheck.series.readings import OPEN_LIST, Reading, fits, near_miss
from factcheck.series.totals import is_remainder

NUMBERS = {
    word: number
    for number, words in enumerate(("two 두", "three 세", "four 네", "five 다섯", "six 여섯", "seven 일곱"), 2)
    for word in words.split()
}
TELLING, FEW = 100, 20
"""A whole smaller than this may be met by chance; one that is said to be of all that was told, than the other."""

BACK, AWAY = 4, 8
"""So many sentences back the parts may begin, and the whole stand."""

MOST = 6
CLOSE = Fraction(1, 20)
"""Parts that miss their whole by more may be of another one."""

CHAIN = 3
DIGITS = 3
"""So many significant digits a whole must show to be known from afar."""

LEFT = re.compile("remain|other|rest|leav|나머지|그외", re.I)
"""What a sentence has that says what is left."""

Told = dict[tuple[str, Fraction], Mention]


@cache
def _these() -> re.Pattern[str]:
    many = "|".join(NUMBERS)
    return re.compile(
        rf"^(?:(?:together|combined|between them|in all),? )?(?:(?:these|those|이들|이) (?P<many>{many})\b"
        rf"|(?<=[a-z] )the (?P<after>{many})\b|the (?P<known>{many})\b[^.;]{{0,24}}?\b(?:together|combined|between them|jointly)\b)",
        re.I,
    )


@cache
def _they() -> re.Pattern[str]:
    return re.compile(
        r"^\W?all(?: the)? (?=\d|\w+ (?:were|are|have|had)\b)|^\W?(?:in all|altogether|in total),? (?=[\w,]+ [a-z]+ )|^\W?(?:together|combined|between them|in all),? (?:they|the (?:two|pair|three|trio)|it|that)\b",
        re.I,
    )


@cache
def _other_time() -> re.Pattern[str]:
    return re.compile(
        r"\b(?:last|previous|earlier|since|each|average\w*|would|could|more than|than)\b|지난해|작년|전년|평균", re.I
    )


def closed(article: Article) -> Iterator[Reading]:
    """Yield the sums of so many figures as "these four" are, and those that what is left closes."""
    told: Told = {}
    for sentence in article.body:
        if sentence.kinds & ADDABLE:
            yield from _of_these(article, sentence)
            for left in sentence.of_kind("number") if LEFT.search(article.words(sentence)) else ():
                if not left.upper and is_remainder(article, sentence, left):
                    told = told or _told(article)
                    yield from _with_what_is_left(article, sentence, left, told)


def _told(article: Article) -> Told:
    """Return the figures of an article by what they can be added to and by value."""
    return {(family(one), value(one)): one for one in article.mentions if one.kind in ("money", "count", "measure")}


def _of_these(article: Article, sentence: Sentence) -> Iterator[Reading]:
    """Yield the one sum of a sentence on "these four" with the four figures of its kind that were told just before."""
    words = article.words(sentence)
    opened = _these().match(words)
    if opened is None and not _they().match(words):
        return
    many = NUMBERS[(opened["many"] or opened["after"] or opened["known"]).lower()] if opened else 0
    sums = [one for one in sentence.of_kind("money|measure|count") if value(one) >= (TELLING if many else FEW)]
    if len(sums) != 1 or any(one.hedge or one.upper for one in sums):
        return
    parts = _just_before(article, sentence, sums[0], many or 1)
    named = {part.noun for part in parts} | {""}
    if (len(parts) == many if many else 1 < len(parts) <= MOST and sums[0].noun in named) and all(
        value(part) < value(sums[0]) for part in parts
    ):
        firm = near_miss(sums[0], parts) and not _other_time().search(words)
        yield Reading(sums[0], parts, None if firm and not any(one.hedge or one.upper for one in parts) else OPEN_LIST)


def _just_before(article: Article, sentence: Sentence, like: Mention, many: int) -> list[Mention]:
    """Return the figures of whole sentences before one that can be added to a figure, so many or a few more."""
    found: list[Mention] = []
    for number in range(sentence.number - 1, max(-1, sentence.number - 1 - BACK), -1):
        before = article.sentences[number]
        if len(found) >= many or before.block != sentence.block:
            break
        found = [one for one in before.mentions if _alike(one, like)] + found
    return found


def _alike(one: Mention, other: Mention) -> bool:
    return family(one) == family(other) != "" and one.upper is None


def _with_what_is_left(article: Article, sentence: Sentence, left: Mention, told: Told) -> Iterator[Reading]:
    """Yield what is left, with the figures told before it, as a whole; wrong only by little, where no way fits."""
    near = article.sentences[max(0, sentence.number - AWAY) : sentence.number + 1]
    before = [one for other in near for one in other.mentions if one.first < left.first and _alike(one, left)]
    for size in range(1, min(MOST, len(before) - 1) + 1):
        parts, earlier = [*before[-size:], left], before[:-size]
        whole = next((one for one in reversed(earlier) if _worth(one, parts) and fits(one, parts)), None)
        if whole is not None:
            yield Reading(whole, parts)
            return
    far = told.get((family(left), value(left) + value(before[-1]))) if before else None
    if far is not None and significant(far) >= DIGITS:
        yield Reading(far, [before[-1], left])
    elif len(before) <= MOST and not any(value(one) < TELLING or one.hedge for one in before):
        yield from _nearly(left, before)


def _worth(whole: Mention, parts: list[Mention]) -> bool:
    return value(whole) >= TELLING and all(0 < value(part) < value(whole) for part in parts)


def _nearly(left: Mention, before: list[Mention]) -> Iterator[Reading]:
    """Yield the chain of figures that misses a whole before it by little, if no choice of them comes to any."""
    told = [one for one in before if left.sentence - one.sentence <= BACK]
    chains = [[*told[-size:], left] for size in range(CHAIN - 1, len(told) + 1)]
    missed = [
        (whole, parts)
        for parts in chains
        for whole in before[: before.index(parts[0])]
        if _worth(whole, parts) and abs(sum(map(value, parts)) - value(whole)) <= value(whole) * CLOSE
    ]
    ways = (list(some) for size in range(1, len(before)) for some in combinations(before, size))
    if len({id(whole) for whole, _ in missed}) == 1 and not any(
        fits(whole, [*some, left]) for some in ways for whole in before[: before.index(some[0])]
    ):
        yield Reading(*missed[-1], None)
