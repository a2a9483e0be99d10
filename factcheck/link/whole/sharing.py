"""A share of a sum and what it comes to, loosely told: $25 million, half of it, $12.5 million, to schools.

Words need not tie the three: where so many digits agree, the product is what the sum tells, right or some thousand times off.
"""

from __future__ import annotations

from collections.abc import Iterator
from itertools import permutations, product

from factcheck.article import Article, Sentence, kind_bits
from factcheck.link.context.roles import roles
from factcheck.link.context.ties import adjacent
from factcheck.link.size.scales import SCALED
from factcheck.model import Mention
from factcheck.patterns import Pattern
from factcheck.records import NamedTuple

SHARES, SUMS = kind_bits("percent|fraction"), frozenset({"money", "count", "measure"})
EXACT = 0.005
"""So far at most are the digits of a sum from those of the product."""

POWERS = tuple(1000.0**power for power in (0, -2, -1, 1, 2))
LEAST, MOST, TWO = 1000, 8, 2
"""Of more sums together any may be a share of another."""


LOOK = 40
PARTING = Pattern(
    r"\b(?:overrun|overspend\w*|increase|rise|gap|difference|shortfall|surplus|saving|excess|deficit|profit|gain|margin) of (?:about |some |nearly )?$"
)


class Shared(NamedTuple):
    """`part` is `share` of `whole`, or would be but for its size (`power` is 1 where it is)."""

    whole: Mention
    share: Mention
    part: Mention
    power: float


def shared(article: Article) -> Iterator[Shared]:
    """Yield every share that two sums of a sentence, or of it and its neighbours, show to be of the one and to be the other behind it."""
    for sentence in article.body if not article.verb_last else ():
        if sentence.kinds & SHARES and (shares := _shares(article, sentence)):
            before, behind = _sums(adjacent(article, sentence, -1)), _sums(adjacent(article, sentence, 1))
            own = _sums(sentence)
            if own and len(before) + len(own) + len(behind) <= MOST:
                for share in shares:
                    parts = [*(one for one in own if one.first > share.first), *behind]
                    pairs = (pair for pair in product([*before, *own], parts) if set(pair) & set(own))
                    yield from _best(share, pairs)


def added(article: Article) -> Iterator[tuple[Mention, Mention, Mention]]:
    """Yield a sum that is some thousand times off what makes it up to a total with another: itself, the total, the other."""
    for sentence in article.body if not article.verb_last else ():
        sums = _sums(sentence) if len(sentence.mentions) > TWO else []
        if len(sums) == TWO + 1 and len({(one.kind, one.unit) for one in sums}) == 1 and sums[0].unit:
            yield from _adding_up(article, sums)


def _adding_up(article: Article, sums: list[Mention]) -> Iterator[tuple[Mention, Mention, Mention]]:
    """Yield the one of three sums whose size, some thousand times changed, makes two of them add up to the third."""
    found = [
        (off, total, other)
        for off, total, other in permutations(sums)
        for power in POWERS[1:]
        if _shows_scale(article, off) and abs(off.size * power + other.size - total.size) <= EXACT * off.size * power
    ]
    plain = any(
        abs(one.size + other.size - total.size) <= EXACT * total.size for one, other, total in permutations(sums)
    )
    if len(found) == 1 and not plain:
        yield found[0]


def _shows_scale(article: Article, off: Mention) -> bool:
    """Tell whether a sum is told in millions, or as what parts two others: an overrun of $500,000."""
    return SCALED.search(off.text) is not None or PARTING.search(article.around(off, LOOK)[0]) is not None


def _shares(article: Article, sentence: Sentence) -> list[Mention]:
    """Return the shares of a sentence that are no change and no rate."""
    read = [role for role in roles(article, sentence) if role.name in ("change", "rate")]
    changes = {role.mention.first for role in read if article.word(role.start + 1) != "of"}
    plain = [share for share in sentence.of_kind("percent|fraction") if not share.upper and not share.hedge]
    return [share for share in plain if share.number and 0 < share.number.middle < 1 and share.first not in changes]


def _sums(sentence: Sentence | None) -> list[Mention]:
    known = sentence.mentions if sentence else ()
    return [one for one in known if one.kind in SUMS and one.size >= LEAST and not one.upper and not one.hedge]


def _best(share: Mention, pairs: Iterator[tuple[Mention, Mention]]) -> Iterator[Shared]:
    """Yield the one pair of sums that a share fits, a fit without a slip before others."""
    fits = [Shared(whole, share, part, power) for whole, part in pairs if (power := _power(whole, share, part))]
    fits = [fit for fit in fits if fit.power == 1] or fits
    if len(fits) == 1:
        yield fits[0]


def _power(whole: Mention, share: Mention, part: Mention) -> float | None:
    """Return how many times too large a part is for its share, None where its digits are others."""
    if (
        not SCALED.search(whole.text)
        or whole is part
        or (whole.kind, whole.unit) != (part.kind, part.unit)
        or part.noun not in ("", whole.noun)
    ):
        return None
    made = whole.size * share.size
    return next((power for power in POWERS if abs(part.size - made * power) <= EXACT * made * power), None)
