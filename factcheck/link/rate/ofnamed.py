"""Sums told with their share of what is named, where the text tells elsewhere how much that is: $23 million, or 3% of its spending."""

from __future__ import annotations

import re
from collections.abc import Iterator
from fractions import Fraction
from itertools import pairwise

from factcheck.article import Article, Sentence
from factcheck.link.context.subjects import near, topics
from factcheck.link.rate.factors import Factor
from factcheck.link.rate.powers import Powered, best_of_them, tells_share, told_as
from factcheck.link.series.figures import is_single, telling_digits, value
from factcheck.model import Mention
from factcheck.patterns import Pattern

NAMED = Pattern(
    r" of (?:(?:the|its|their|his|her|all|a|an|that|this|total|overall|annual|yearly|each|every|year's|company's|country's|group's) )*(?P<what>[a-z][\w’'-]*(?: [a-z][\w’'-]*)?)",
    re.I,
)
"""Behind a share these name what it is of."""

LOOK, REACH, MOST = 60, 6, 6
"""So many words about a sum tell what it is of; of more such sums any may be meant."""

SLACK, FINE = Fraction(3, 100), Fraction(1, 1000)
"""So far a sum is at most off its share of a whole, and so far one that no word ties to it."""

DIGITS = 3
AMOUNTS = Pattern(
    r"\b(?:amount(?:s|ed|ing) to|equals|equal to|equivalent to|represent\w*|comes to|came to|works out at|is|was)(?: about| just)? $"
)
OF = Pattern(r" of (?:the |its |their |his |her )?$")


def of_named(article: Article) -> Iterator[Powered]:
    """Yield each sum that is such a share of the only sum which the text tells of what is named, or would be but for a power of ten."""
    for sentence in article.body if not article.verb_last else ():
        for share in sentence.of_kind("percent|fraction"):
            part = _before(sentence, share)
            if (
                part
                and is_single(share.changed(hedge=""))
                and 0 < value(share) < 1
                and tells_share(article, part, share)
            ):
                if wholes := _wholes(article, share, part):
                    factor = Factor(value(share), telling_digits(share), share.changed(hedge="").quantity)
                    yield from best_of_them(
                        one for whole in wholes for one in told_as(part, whole, factor, SLACK, tied=True)
                    )


def of_told(article: Article) -> Iterator[Powered]:
    """Yield each sum told before that a share and its whole, told together, make to its last digit but for a power of ten."""
    for sentence in article.body if not article.verb_last else ():
        for share, whole in pairwise(sentence.mentions):
            fits = share.kind == "percent" and whole.kind == "money" and is_single(share) and is_single(whole)
            led = fits and AMOUNTS.search(article.around(share, LOOK)[0])
            if led and OF.fullmatch(article.document.text, share.span.end, whole.span.start):
                factor = Factor(value(share), telling_digits(share), share.quantity)
                before = [
                    one
                    for one in article.mentions
                    if one.kind == "money" and one.unit == whole.unit and one.first < share.first
                ]
                parts = {one.size: one for one in before if is_single(one) and telling_digits(one) >= DIGITS}
                made = [one for part in parts.values() for one in told_as(part, whole, factor, FINE, tied=True)]
                own = [one for one in before if one.sentence == sentence.number]
                yield from best_of_them(one for one in made if not own and _is_fine(one))


def _is_fine(made: Powered) -> bool:
    """Tell whether a sum is what makes it to its last digit."""
    wanted = made.product.interval.middle * Fraction(10) ** made.power
    return abs(value(made.figure) / wanted - 1) <= FINE


def _before(sentence: Sentence, share: Mention) -> Mention | None:
    ahead = [one for one in sentence.of_kind("money|measure") if one.first < share.first]
    return ahead[-1] if ahead and is_single(ahead[-1].changed(hedge="")) else None


def _wholes(article: Article, share: Mention, part: Mention) -> list[Mention]:
    """Return the sums about which what a share is of is named, each value once; none where its own clause tells one."""
    named = NAMED.match(article.around(share, 0, LOOK)[1])
    if named is None:
        return []
    first = article.place_at(share.span.end + named.start("what"))
    what = topics(article, range(first, article.place_at(share.span.end + named.end("what"))))
    like = [
        one for one in article.mentions if (one.kind, one.unit) == (part.kind, part.unit) and one.first != part.first
    ]
    told = [one for one in like if is_single(one.changed(hedge="")) and what & near(article, one, REACH)]
    sizes = {one.size: one for one in told}
    return list(sizes.values()) if what and len(sizes) <= MOST else []
