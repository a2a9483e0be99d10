"""Large sums that two figures near by make as they stand: 5.28 tonnes on 250,000 hectares, 1.32 million tonnes.

So many digits and the size agreeing are no chance, whatever words tie the three: it shows that a sum is of the right size.
"""

from __future__ import annotations

from collections.abc import Iterator
from fractions import Fraction

from factcheck.article import Article, Sentence
from factcheck.link.context.ties import adjacent
from factcheck.link.series.figures import telling_digits, value
from factcheck.model import Mention
from factcheck.quantity import Quantity
from factcheck.records import NamedTuple

LARGE = 100_000
"""From here on a figure's size is worth showing."""

EXACT = Fraction(4, 1000)
"""So far at most is a product from the sum that it is, hedges of its figures left aside."""

BACK, MOST, FEW = 3, 12, 6
"""So many sentences of a paragraph, and figures of them, are looked at; among few of one sentence fewer digits tell."""

TELLING = 3
"""So many digits a sum shows for two figures of other sentences to make it by no chance."""

SUMS, TIMES = (
    frozenset({"money", "count", "measure"}),
    frozenset({"count", "measure", "duration", "percent", "fraction"}),
)


class Made(NamedTuple):
    """A sum and what two figures come to, which is that sum."""

    figure: Mention
    product: Quantity


def products_made(article: Article) -> Iterator[Made]:
    """Yield every large sum that two figures of its sentence, or of those before it in the paragraph, make as they stand."""
    for sentence in article.body:
        sums = [one for one in sentence.mentions if one.kind in SUMS and one.size >= LARGE and _plain(one)]
        if sums and len(sentence.mentions) <= MOST:
            near = _passage(article, sentence)
            for figure in sums:
                if found := _of_two(figure, near, sentence):
                    yield found


def _passage(article: Article, sentence: Sentence) -> list[Mention]:
    """Return the figures of a sentence and of those just before it in its paragraph, the nearest first."""
    found, part = list(sentence.mentions), sentence
    for _ in range(BACK):
        before = adjacent(article, part, -1)
        if before is None or len(found) + len(before.mentions) > MOST:
            break
        found, part = [*found, *before.mentions], before
    return [one for one in found if _plain(one) and one.size > 0]


def _of_two(figure: Mention, near: list[Mention], sentence: Sentence) -> Made | None:
    shown = telling_digits(figure)
    for one in near:
        if one is figure or (one.kind, one.unit) != (figure.kind, figure.unit) or one.size == figure.size:
            continue
        for other in near:
            own = one.sentence == other.sentence == sentence.number and len(sentence.mentions) <= FEW
            if shown >= TELLING - own and _multiplies(figure, other) and other is not one and _is(figure, one, other):
                factor = other.changed(hedge="").quantity
                return Made(figure, (one.quantity * factor).as_unit(figure.unit))
    return None


def _multiplies(figure: Mention, other: Mention) -> bool:
    """Tell whether a figure says how many times another is taken."""
    return other is not figure and other.kind in TIMES and other.unit != (figure.unit or " ") and value(other) != 1


def _is(figure: Mention, one: Mention, other: Mention) -> bool:
    product = value(one) * value(other)
    return abs(product - value(figure)) <= EXACT * product


def _plain(one: Mention) -> bool:
    return one.number is not None and not one.upper and one.hedge in ("", "about", "nearly")
