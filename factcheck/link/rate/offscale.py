"""Sums of which one is told in millions for billions: parts that come to their whole, or a share that fits, but for that.

"$1.1 billion from phones, $800 million from tablets and $500 billion from services" are $2.4 billion once the last is told in
millions; "a profit of $3.2 million on sales of $48 billion" is a margin of 6.7 percent once the first is told in billions.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from fractions import Fraction
from itertools import permutations

from factcheck.article import BIT, Article, Sentence
from factcheck.link.context.passages import passage_of
from factcheck.link.series.figures import is_plain, telling_digits, value
from factcheck.link.series.runs import first_run
from factcheck.model import Mention
from factcheck.patterns import Pattern
from factcheck.quantity import Quantity, total
from factcheck.records import NamedTuple

SCALED = Pattern(r"illion\b|\d ?(?:bn|tn|m|trn)\b", re.I)
THOUSANDS = tuple(Fraction(10) ** power for power in (-6, -3, 3, 6))
LEAST, MOST, DIGITS, TWO = 2, 6, 5, 2
"""So few and so many parts are tried, of so many digits among them and their whole."""


class OffScale(NamedTuple):
    """A figure, and what the others make it."""

    figure: Mention
    made: Quantity


def off_scale(article: Article) -> Iterator[OffScale]:
    """Yield each sum that is a thousand times too large or too small for those beside it."""
    for sentence in article.body if not article.verb_last else ():
        if sentence.kinds & BIT["M"]:
            yield from _of_parts(article, sentence)
            yield from _of_share(article, sentence)


def _sums(sentence: Sentence) -> list[Mention]:
    return [one for one in sentence.of_kind("money") if is_plain(one) and one.size and SCALED.search(one.text)]


def _of_parts(article: Article, sentence: Sentence) -> Iterator[OffScale]:
    """Yield the part of a list behind its whole that another scale would make all of them come to it."""
    sums = _sums(sentence)
    for at, whole in enumerate(sums):
        parts = first_run(article, sums[at + 1 : at + 1 + MOST])
        telling = sum(map(telling_digits, (whole, *parts))) >= DIGITS
        if len(parts) > LEAST and telling and {one.unit for one in parts} == {whole.unit}:
            others = [(one, [part for part in parts if part is not one]) for one in parts]
            wrong = [
                (one, rest) for one, rest in others if _is_off(one, value(whole) - sum(map(value, rest), Fraction(0)))
            ]
            if len(wrong) == 1:
                one, rest = wrong[0]
                yield OffScale(one, whole.quantity - total([part.quantity for part in rest]))


def _is_off(figure: Mention, made: Fraction) -> bool:
    """Tell whether a figure is what it must be but for thousands, to the last of its digits."""
    half = figure.number.half if figure.number else Fraction(0)
    return made > 0 and any(abs(value(figure) * times - made) <= half * times * TWO for times in THOUSANDS)


def _of_share(article: Article, sentence: Sentence) -> Iterator[OffScale]:
    """Yield the first of the only two sums of a passage that a share of it would fit if it were told in another scale."""
    near = [one for one in passage_of(article, sentence, 1) if one.number <= sentence.number]
    shares = [one for part in near for one in part.of_kind("percent") if is_plain(one)]
    sums = [one for part in near for one in _sums(part)]
    if len(shares) != 1 or len(sums) != TWO or len({one.unit for one in sums}) > 1 or telling_digits(shares[0]) < TWO:
        return
    said = shares[0].quantity.interval
    for part, whole in permutations(sums):
        ratio = part.quantity.interval.over(whole.quantity.interval)
        far = not 1 / 100 < part.size / whole.size < 1
        if far and any(ratio.low * times <= said.high and said.low <= ratio.high * times for times in THOUSANDS):
            yield OffScale(part, whole.quantity * shares[0].quantity.as_unit(""))
            return
