"""Sums told with their share of what is named, where the text tells elsewhere how much that is: $23 million, or 3% of its spending."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator
from fractions import Fraction
from functools import lru_cache
from itertools import pairwise
from math import log10

from factcheck.article import Article, Sentence
from factcheck.link.context.subjects import near, stem, topics
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

OF_ALL = frozenset("total overall annual all whole entire full".split())
"""Before what a share is of these make it all of that."""

DIGITS, PLACES, STEP = 3, 3, 0.001
"""So many digits tell a sum; the logarithms of two that are as good as one are within a step of so many places."""

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
                if not any(one.first < share.first for one in sentence.of_kind("money")):
                    factor = Factor(value(share), telling_digits(share), share.quantity)
                    parts = _digits_before(article, share, whole)
                    made = (one for part in parts for one in told_as(part, whole, factor, FINE, tied=True))
                    yield from best_of_them(one for one in made if _is_fine(one))


def _digits_before(article: Article, share: Mention, whole: Mention) -> list[Mention]:
    """Return the sums told before a share that have the digits of what it is of a whole, each value once."""
    wanted = log10(share.size * whole.size) % 1 if share.size > 0 < whole.size else -1.0
    told = _sums(article).get((whole.unit, round(wanted, PLACES)), [])
    parts = {one.size: one for one in told if one.first < share.first}
    return list(parts.values())


@lru_cache(maxsize=2)
def _sums(article: Article) -> dict[tuple[str, float], list[Mention]]:
    """Return an article's first sums by their unit and digits, whatever their power of ten: as the part of a logarithm behind the point."""
    told: defaultdict[tuple[str, float], list[Mention]] = defaultdict(list)
    for one in article.mentions:
        if one.kind == "money" and one.size > 0 and is_single(one) and telling_digits(one) >= DIGITS:
            digits = round(log10(one.size) % 1, PLACES)
            for near in (digits - STEP, digits, digits + STEP):
                kin = told[one.unit, round(near, PLACES)]
                kin += [one] * (len(kin) < MOST)
    return told


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
    kin = (_by_topic(article).get((part.kind, part.unit, topic), {}) for topic in what)
    told = (item for sums in kin for item in sums.items() if item[1].first != part.first)
    last = article.place_at(share.span.end + named.end("what"))
    own = {article.word(at) for at in range(article.place(share) + 1, last)}
    taken_up = not own.isdisjoint({"that", "this"})
    sizes = {size: one for size, one in told if taken_up or not _is_of_some(article, one, what, own)}
    return list(sizes.values()) if len(sizes) <= MOST else []


def _is_of_some(article: Article, whole: Mention, what: frozenset[str], own: set[str]) -> bool:
    """Tell whether a sum is of some of what a share is of: online sales, the budget for parks."""
    place = article.place(whole)
    for at in range(max(0, place - REACH), min(place + REACH, len(article.skeleton) - 1)):
        if stem(article.word(at)) in what:
            opens = at - 1 == article.sentences[whole.sentence].start and article.skeleton[at - 1] == "N"
            sort = (opens or article.skeleton[at - 1] == "w") and article.word(at - 1) not in own | OF_ALL
            if sort or article.word(at + 1) in ("for", "from"):
                return True
    return False


@lru_cache(maxsize=2)
def _by_topic(article: Article) -> dict[tuple[str, str, str], dict[float, Mention]]:
    """Return the sums of an article by their unit and each word about them, one of each value, and no more than tell that any may be meant."""
    told: defaultdict[tuple[str, str, str], dict[float, Mention]] = defaultdict(dict)
    for one in article.mentions:
        if one.kind in ("money", "measure") and is_single(one.changed(hedge="")):
            for topic in near(article, one, REACH):
                kin = told[one.kind, one.unit, topic]
                if len(kin) <= MOST + 1:
                    kin[one.size] = one
    return told
