"""Which figures are sought by value alone as a share of another, or as so many percent of it."""

from __future__ import annotations

from collections.abc import Iterator

from factcheck.article import Article
from factcheck.link.chance.elsewhere import PART, SHARE, Aim, anything, beside, words_before
from factcheck.link.context.roles import grammar
from factcheck.link.series.figures import SHARES
from factcheck.link.series.shares import said

QUOTA = frozenset("margin share proportion turnout quota portion".split())


def shares_sought(article: Article) -> Iterator[Aim]:
    """Yield every share that is said of something, and of no change."""
    moves = grammar().size | grammar().more | grammar().less
    for sentence in article.body:
        for stated in sentence.of_kind("share") if sentence.kinds & SHARES else ():
            near = beside(article, stated, 5, 4)
            if (moves.isdisjoint(near) or not QUOTA.isdisjoint(words_before(article, stated, 5))) and stated.size < 1:
                yield said(stated), stated, (SHARE,)


def parts_sought(article: Article) -> Iterator[Aim]:
    """Yield every figure that no words make a change, to be sought as a percentage of another."""
    moves = grammar().size | grammar().more | grammar().less
    return (
        aim for aim in anything(article, "money|measure|count", PART) if moves.isdisjoint(beside(article, aim[1], 5, 4))
    )
