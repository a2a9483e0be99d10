"""Ranks beside a list that has what is ranked among others by name: "Asia is its second-largest market", with 4.1 for Europe, 2.95 and 1.52.

What is ranked stands before its rank; the list follows in the same sentence or the next.  So many of the others may have more,
or less where the rank is of the least, as the rank allows.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import takewhile

from factcheck.article import BIT, Article, Sentence
from factcheck.link.context.frames import alike
from factcheck.link.series.figures import family, is_plain, value
from factcheck.link.size.comparisons import COMPARATIVES, levels
from factcheck.link.size.extremes import SUPERLATIVES
from factcheck.link.size.outranked import RELATIVE, superlative_of
from factcheck.link.size.ranks import Placed
from factcheck.model import Mention
from factcheck.patterns import Pattern

FEW, THREE, TWO, NEAR, LOOK = 9, 3, 2, 12, 60
"""Ranks from the second to the eighth; so many figures make a list; so many places may part a name from its figure."""

OTHERWISE = Pattern(
    r"\b(?:by|per|in terms|rate|growth|growing|rises?|rose|fell|falls?|grew|up|down|gain(?:s|ed)?|lost|margin|average|last|ago|earlier|previous\w*|(?:19|20)\d\d)\b"
)
"""With these a rank may be by another measure, or of another time, than the figures of a list."""

RELATED = Pattern(
    r"\b(?:per|by|adjusted|relative|real terms|of (?:wood|its kind)|than expected|forecast|cut|rose|fell|up|down)\b"
)
"""With these a rank may be by another measure than the figures about it."""

IN_A_YEAR, A_YEARS = (
    Pattern(r",? in (?:\w+ (?:of )?)?(?:18|19|20)\d\d\b", re.I),
    Pattern(r"\b(?:18|19|20)\d\d,? (?:at|with|on|\() ?(?:[£$€])?$"),
)
"""Right behind a figure, and before it, these give it a year."""

HOLDER = frozenset("has had have with took takes posted recorded won".split())
"""Between a name and its rank these give it something that is ranked, and need not be what the list counts."""

ASIDE = frozenset("above below against from than over compared".split())
"""Between a name and a figure these lead to a figure of something else."""


def ranked_in_lists(article: Article) -> Iterator[Placed]:
    """Yield each rank with the figure that its subject has in a list, and those of all others there."""
    return (found for at, sentence, rank in _ranks(article) if (found := _placed(article, at, sentence, rank)))


def ranked_by_year(article: Article) -> Iterator[Placed]:
    """Yield each rank with the figure told about it, and those of the years that are listed as ahead: 10.2 in 1974, 9.6 in 1990."""
    return (found for at, sentence, rank in _ranks(article) if (found := _beside_years(article, at, sentence, rank)))


def _ranks(article: Article) -> Iterator[tuple[int, Sentence, Mention]]:
    """Yield the one rank of a sentence that is of the most of something, with the place of its sentence in the copy."""
    for at, sentence in enumerate(article.body if not article.verb_last else ()):
        if sentence.kinds & BIT["O"]:
            ranks = [one for one in sentence.of_kind("ordinal") if 1 < one.size < FEW and _is_of_most(article, one)]
            if len(ranks) == 1:
                yield at, sentence, ranks[0]


def _placed(article: Article, at: int, sentence: Sentence, rank: Mention) -> Placed | None:
    name = _subject(article, sentence, rank)
    if not name or not RELATIVE.isdisjoint(article.words(sentence).lower().split()):
        return None
    near = article.body_about(at, 0, 1)
    if any(OTHERWISE.search(article.words(one)) for one in near):
        return None
    for window in ([sentence], near[1:], near):
        listed = [pair for one in window for pair in _named(article, one)]
        own = [figure for who, figure in listed if who == name]
        if len(own) == 1 and len(listed) >= THREE:
            others = tuple(figure for who, figure in listed if figure is not own[0])
            return Placed(rank, own[0], others) if _are_alike(own[0], others) else None
    return None


def _is_of_most(article: Article, rank: Mention) -> bool:
    """Tell whether a rank's superlative counts down from the most: the second-largest, not the second-smallest."""
    word = superlative_of(article, article.place(rank))
    return bool(word) and COMPARATIVES[SUPERLATIVES[word]][0] > 0


def _subject(article: Article, sentence: Sentence, rank: Mention) -> str:
    """Return the last name before a rank, where nothing but words that equate the two stands between."""
    place = article.place(rank)
    between = list(takewhile(lambda at: not _is_name(article, sentence, at), range(place - 1, sentence.start - 1, -1)))
    end = place - len(between) - 1
    words = [article.word(at) for at in between]
    if len(between) > NEAR or not HOLDER.isdisjoint(words) or "and" in words or any(at in article.at for at in between):
        return ""
    return _name(article, sentence, end) if end >= sentence.start else ""


def _named(article: Article, sentence: Sentence) -> Iterator[tuple[str, Mention]]:
    """Yield each figure of a sentence with the name nearest before it, no other figure between."""
    start = sentence.start
    for one in levels(article, sentence):
        place = article.place(one)
        names = [at for at in range(start, place) if _is_name(article, sentence, at)]
        words = {article.word(at) for at in range(names[-1], place)} if names else ASIDE
        if names and place - names[-1] <= NEAR and ASIDE.isdisjoint(words):
            yield _name(article, sentence, names[-1]), one
        start = place + 1


def _is_name(article: Article, sentence: Sentence, at: int) -> bool:
    """Tell whether a word is a name, or a part of one: the first of a sentence by its capital, unless it is a little word."""
    if article.skeleton[at] == "N":
        return True
    return at == sentence.start and article.skeleton[at] == "w" and article.tokens.word(article.token(at))[0].isupper()


def _name(article: Article, sentence: Sentence, end: int) -> str:
    """Return the name that ends at a place, all its words."""
    part = list(takewhile(lambda at: _is_name(article, sentence, at), range(end, sentence.start - 1, -1)))
    return " ".join(article.word(at) for at in reversed(part)).removesuffix("'s").removesuffix("’s")


def _are_alike(own: Mention, others: tuple[Mention, ...]) -> bool:
    """Tell whether all figures of a list count one thing, as it stands."""
    nouns = {one.noun for one in (own, *others)} - {""}
    bare = all(one.kind == "count" and not one.noun for one in (own, *others) if family(one) != family(others[0]))
    return len(nouns) < TWO and bare and all(is_plain(one) for one in (own, *others))


def _beside_years(article: Article, at: int, sentence: Sentence, rank: Mention) -> Placed | None:
    near = article.body_about(at, 1, 1)
    figures = [one for part in near for one in levels(article, part)]
    dated = [one for one in figures if one.first > rank.first and _has_a_year(article, one)]
    like = [one for one in figures if alike(one, dated[0])] if len(dated) >= TWO else []
    own = [one for one in like if one not in dated and one.sentence <= dated[0].sentence]
    listed = [one for one in dated if one in like and one.sentence == dated[0].sentence]
    if not own or len(listed) != len(dated) or not all(is_plain(one) for one in (*own, *listed)):
        return None
    if RELATED.search(" ".join(article.words(one) for one in near)) or max(map(value, own)) >= min(map(value, listed)):
        return None
    return Placed(rank, own[0], tuple(listed))


def _has_a_year(article: Article, one: Mention) -> bool:
    """Tell whether a year stands right behind a figure, or before it: 9.6 in 1990; 2003, at 17.1."""
    before, behind = article.around(one, LOOK)
    return IN_A_YEAR.match(behind) is not None or A_YEARS.search(before) is not None
