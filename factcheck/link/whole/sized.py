"""Parts of a whole that are right but for their size, where verbs stand last: 52억 원 가운데 31억 원 ... 나머지 21조 원.

What remains, the one of several parts, or a share of a whole has the digits that it must have; 만, 억 or 조 is the slip.
"""

from __future__ import annotations

from collections.abc import Iterator
from fractions import Fraction

from factcheck.article import Article, Sentence
from factcheck.link.context.ties import adjacent
from factcheck.link.series.figures import is_single, value
from factcheck.link.series.severalsentences import added
from factcheck.model import Mention
from factcheck.numerals import digits
from factcheck.patterns import Pattern
from factcheck.quantity import Quantity

POWERS = tuple(Fraction(10) ** power for power in (-8, -4, -3, -2, -1, 1, 2, 3, 4, 8))
EXACT = Fraction(4, 1000)
"""So far at most are the digits of a part from those that it must have."""

TELLING, MOST, REACH = 2, 6, 14
"""So many digits a part shows, so many parts a sentence lists, and so many characters before a figure say what it is."""

LEFT = Pattern("나머지|남은|잔여")
ALL = Pattern("총|모두|전체|합계|합쳐|합친")
WITHIN = Pattern("^(?:이|그|이들) ?(?:가운데|중)|이 ?가운데|이 ?중(?= )|전체의|의 ?$")


def sized(article: Article) -> Iterator[tuple[Mention, Quantity]]:
    """Yield every sum that is a power of ten off what its whole and the other parts make it, with that."""
    for sentence in article.body if article.verb_last else ():
        sums = [one for one in sentence.of_kind("money|count") if is_single(one)]
        if not sums:
            continue
        before = adjacent(article, sentence, -1)
        told = [one for one in before.of_kind("money|count") if is_single(one)] if before else []
        yield from _remaining(article, sums, told)
        yield from _listed(article, sums)
        yield from _shared(article, sentence, sums, told)


def _remaining(article: Article, sums: list[Mention], told: list[Mention]) -> Iterator[tuple[Mention, Quantity]]:
    for n, left in enumerate(sums):
        if LEFT.search(article.around(left, REACH)[0]):
            known = [one for one in (*told, *sums[:n]) if (one.unit, one.counter) == (left.unit, left.counter)]
            if len(known) == 2 and known[0].size > known[1].size:
                yield from _off(left, known[0].quantity - known[1].quantity)


def _listed(article: Article, sums: list[Mention]) -> Iterator[tuple[Mention, Quantity]]:
    """Yield the one part of a list that is off, where the others leave no more than its digits to the total told first."""
    whole, *parts = sums
    alike = all((one.kind, one.unit, one.counter) == (whole.kind, whole.unit, whole.counter) for one in parts)
    if alike and 1 < len(parts) <= MOST and ALL.search(article.around(whole, REACH)[0]):
        if abs(sum(map(value, parts)) - value(whole)) > EXACT * value(whole):
            found = [
                (part, made)
                for n, part in enumerate(parts)
                for part, made in _off(part, whole.quantity - added(parts[:n] + parts[n + 1 :]))
            ]
            yield from found if len(found) == 1 else ()


def _shared(
    article: Article, sentence: Sentence, sums: list[Mention], told: list[Mention]
) -> Iterator[tuple[Mention, Quantity]]:
    """Yield the part that a sentence tells with what share it is of what the sentence before told."""
    shares = [one for one in sentence.of_kind("percent") if one.number and not one.upper and 0 < one.size < 1]
    if len(shares) != 1 or len(sums) != 1 or not WITHIN.search(article.words(sentence)):
        return
    part, share = sums[0], shares[0]
    wholes = [one for one in told if (one.kind, one.unit, one.counter) == (part.kind, part.unit, part.counter)]
    if any(abs(value(part) - value(one) * value(share)) <= EXACT * 4 * value(part) for one in wholes):
        return
    found = [
        made for one in wholes[:1] for made in _off(part, (one.quantity * share.quantity).as_unit(part.unit), loose=3)
    ]
    yield from found


def _off(part: Mention, made: Quantity, loose: int = 1) -> Iterator[tuple[Mention, Quantity]]:
    """Yield a part with what it must be, if it has the digits of that and not its size."""
    goal, shown = made.interval.middle, len(digits(part.text).strip("0"))
    fits = any(abs(value(part) * power - goal) <= EXACT * loose * goal for power in POWERS)
    if shown >= TELLING and goal > 0 and fits:
        yield part, made
