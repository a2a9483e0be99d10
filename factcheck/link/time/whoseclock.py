"""Times of day that are told by the clocks of two places: 19:40 Polish time, due at 05:55 Lithuanian time."""

from __future__ import annotations

from functools import lru_cache

from factcheck.article import Article, Sentence
from factcheck.languages import places
from factcheck.model import Mention
from factcheck.patterns import Pattern
from factcheck.reference import zones
from factcheck.reference.zones import Zone

TWO_CLOCKS = 2
OWN_TIME = Pattern(r",? (local|[A-Z][a-z]{2,}) time\b")
"""Behind a time of day this says by whose clock it is."""


@lru_cache(maxsize=2)
def _clocks(article: Article) -> frozenset[str]:
    """Return whose time an article names: Polish, Lithuanian, local."""
    return frozenset(found[1] for found in OWN_TIME.finditer(article.document.text))


def by_other_clocks(article: Article, start: Mention, end: Mention) -> bool:
    """Tell whether two times of day may be by two clocks, of which the article speaks: 19:40 Polish time, due at 05:55 Lithuanian time."""
    if len(_clocks(article)) < TWO_CLOCKS:
        return False
    told = [OWN_TIME.match(article.document.text, time.span.end) for time in (start, end)]
    return not all(told) or len({found[1] for found in told if found}) > 1


def place_behind(article: Article, sentence: Sentence, mention: Mention) -> tuple[Zone, ...]:
    """Return the clocks of the places that a sentence names behind a time, if they keep one: (한국시간 오후 9시) 하노이에서."""
    known = places(article.language)
    behind = range(article.place(mention) + 1, sentence.end)
    named = [known[said] for at in behind if (said := article.tokens.word(article.token(at))) in known]
    kept = {zones.of_place(name) for name in named}
    return kept.pop() if len(kept) == 1 else ()
