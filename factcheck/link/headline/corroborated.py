"""A whole that does not fit its part and share, where one told before of the same kind does: "Of the 28 million tonnes ... 60 per cent, or 18.6 million".

A share, its part and its whole in one sentence are three figures that must agree; where the whole is taken up as known ("of the
28 million") and one other figure of the text, not far off, fits in its place, that is what was meant.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from fractions import Fraction
from functools import lru_cache

from factcheck.article import Article, Sentence, kind_bits
from factcheck.link.headline.twins import Twin
from factcheck.link.series.figures import family, is_plain, value
from factcheck.link.series.shares import agree, sharply
from factcheck.model import Mention
from factcheck.patterns import Pattern

SHARES, KINDS = kind_bits("percent|fraction"), "money|count|measure|duration"
KNOWN = Pattern(
    r"\b(?:of|among|from) (?:the|its|their|his|her|those|these|all the) (?:[a-z]+ )?(?:[A-Z]{0,2}[£$€₹])?$", re.I
)
"""Right before a whole these take it for known."""

NEAR, LOOK, LEAST, MOST = Fraction(1, 3), 40, 20, 200
"""So far at the most is the figure that was meant; a smaller whole one may fit by chance; so many figures of a kind are tried."""


def corroborated(article: Article) -> Iterator[Twin]:
    """Yield each known whole with the one figure of the text that fits its part and share in its place."""
    for sentence in article.body if not article.verb_last else ():
        shares = (
            [one for one in sentence.of_kind("percent|fraction") if is_plain(one)] if sentence.kinds & SHARES else []
        )
        if len(shares) == 1 and (found := _awry(article, sentence, shares[0])):
            whole, part = found
            meant = [
                one for one in _others(article, whole) if agree(shares[0], part, one) and sharply(shares[0], part, one)
            ]
            if len({value(one) for one in meant}) == 1:
                yield Twin(whole, meant[0], swapped=True)


def _awry(article: Article, sentence: Sentence, share: Mention) -> tuple[Mention, Mention] | None:
    """Return the one known whole of a sentence, and the one part, where the share is not theirs."""
    figures = [one for one in sentence.of_kind(KINDS) if is_plain(one)]
    wholes = [one for one in figures if KNOWN.search(article.around(one, LOOK)[0]) and value(one) >= LEAST]
    whole = wholes[0] if len(wholes) == 1 else None
    parts = [one for one in figures if whole and one is not whole and _may_be_part(one, whole)]
    if whole is None or len(parts) != 1 or not 0 < value(parts[0]) < value(whole):
        return None
    return None if agree(share, parts[0], whole) else (whole, parts[0])


def _may_be_part(one: Mention, whole: Mention) -> bool:
    """Tell whether a figure counts what a whole does, or leaves that unsaid: 60 per cent of the 28 million tonnes, or 18.6 million."""
    return family(one) == family(whole) or (one.kind == "count" and not one.noun and value(one) >= LEAST)


def _others(article: Article, whole: Mention) -> list[Mention]:
    """Return the figures of other sentences that a whole may stand for: of its kind, its noun and about its size."""
    told = [one for one in _kin(article).get(family(whole), ()) if one.sentence != whole.sentence]
    near = [one for one in told if 0 < abs(value(one) - value(whole)) <= NEAR * value(whole)]
    return [one for one in near if is_plain(one) and (one.noun == whole.noun or "" in (one.noun, whole.noun))]


@lru_cache(maxsize=2)
def _kin(article: Article) -> dict[str, list[Mention]]:
    """Return the first figures of each kind, each value once."""
    found: dict[str, dict[Fraction, Mention]] = {}
    for one in article.mentions:
        kin = found.setdefault(family(one), {}) if family(one) else {}
        if len(kin) < MOST:
            kin.setdefault(value(one), one)
    return {kind: list(kin.values()) for kind, kin in found.items()}
