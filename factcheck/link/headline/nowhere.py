"""A headline's figure that its text has nowhere, and gives by no two of its figures, beside what it would be but for a slip.

In two and a half thousand news stories seven headlines had a figure that their text neither tells nor gives, and none of those
was a digit away from one of the text.  So no word need tie the two.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import combinations, permutations

from factcheck.article import Article
from factcheck.link.headline.heads import Body, Head
from factcheck.link.headline.matching import meets
from factcheck.link.series.figures import is_plain
from factcheck.model import Mention
from factcheck.numerals import digits
from factcheck.patterns import Pattern
from factcheck.slips import retyped

KINDS = frozenset({"money", "percent", "count", "measure", "duration"})
OPENING, DIGITS, MOST, FEW = 5, 2, 24, 12
"""In so many of the first sentences stands what a headline tells; so many digits must it show; so many figures are tried by twos,
and so many by threes."""

NEAR, FINE = 0.01, 0.006
"""So near comes what two figures give: a share of the headline's, or of a whole."""

LOOK = 40
ANOTHERS = Pattern(
    r"\b(?:last (?:year|season|month|week)|previous\w*|predecessor|partner|rivals?|record|another|others?|other)\b",
    re.I,
)
"""So near a figure of the text these make it one of another time, or another's."""

QUOTED = Pattern(r"[\"“”‘]|(?<!\w)'")
"""A headline that quotes somebody tells it as they do."""

ASKED = Pattern(
    r"\b(?:wants?|seeks?|asks? for|demands?|calls? for|could|may|might|up to|more than|over|under|near(?:s|ly)?|tops?|pass(?:es|ed)?|exceeds?|beats?)\b",
    re.I,
)
"""A figure that a headline only bounds, or tells as hoped for, the text may tell otherwise."""


def told_nowhere(article: Article, head: Head, body: Body) -> Iterator[Mention]:
    """Yield the one figure near the head of the text that the headline's is but for a digit, or two that changed places."""
    said, over = head.mention, article.words(head.sentence)
    shown = digits(said.text)
    if said.kind not in KINDS or not is_plain(said) or len(shown) < DIGITS or QUOTED.search(over) or ASKED.search(over):
        return
    told = [mention for mention, _ in body if mention.number and mention.number.middle > 0]
    if any(one.size == said.size or (_is_like(one, said) and meets(said, one)) for one in told):
        return
    first = article.body[0].number
    near = [one for one in told if one.sentence - first < OPENING and one.kind == said.kind and one.unit == said.unit]
    slips = [one for one in near if is_plain(one) and retyped(shown, digits(one.text))]
    slips = [one for one in slips if not _is_anothers(article, one)]
    slips = [one for one in slips if "" in (one.noun, said.noun) or one.noun == said.noun]
    if len({one.size for one in slips}) == 1 and not _is_given(said, told):
        yield slips[0]


def _is_anothers(article: Article, one: Mention) -> bool:
    before, behind = article.around(one, LOOK)
    return ANOTHERS.search(before + "|" + behind) is not None


def _is_like(one: Mention, said: Mention) -> bool:
    return (
        one.kind == said.kind
        or (one.kind == "count" and not one.noun)
        or (said.kind == "percent" and one.kind == "fraction")
    )


def _is_given(said: Mention, told: Sequence[Mention]) -> bool:
    """Tell whether two figures of the text, or three, give what the headline tells."""
    goal = said.size
    alike = [one.size for one in told if _is_like(one, said)][:MOST]
    others = [
        one.size for one in told if one.kind in ("count", "money", "measure", "duration", "multiple", "fraction")
    ][:MOST]
    if said.kind == "percent":
        shares = (share for one, other in permutations(others, 2) for share in (one / other, abs(one - other) / other))
        left = (1 - one for one in alike)
        apart = (made for one, other in combinations(alike, 2) for made in (one + other, abs(one - other)))
        return any(abs(made - goal) <= FINE for made in (*shares, *left, *apart))
    pairs = (made for one, other in combinations(alike, 2) for made in (one + other, abs(one - other)))
    threes = (sum(some) for some in combinations(alike[:FEW], 3))
    products = (made for one, other in permutations(others, 2) for made in (one * other, one / other))
    return any(abs(made - goal) <= NEAR * goal for made in (*pairs, *threes, *products))
