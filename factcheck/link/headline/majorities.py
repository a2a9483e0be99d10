"""Who a headline says are most, or so many of a number, against the shares that the opening of its text tells of the same.

"Most voters back tunnel" over 44 percent who backed it; "wins 52 of 100 seats" over 48 of the 100.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from fractions import Fraction

from factcheck.article import Article, Sentence
from factcheck.document import Block, Span
from factcheck.link.context.subjects import topics
from factcheck.link.headline.heads import TOPS
from factcheck.link.headline.rivals import OPENING
from factcheck.model import Mention, Relation
from factcheck.patterns import Pattern
from factcheck.quantity import HUGE, Interval, OneOf, Quantity

MOST = Pattern(r"^(?P<said>Most|A majority of|Majority of|More than half of|Over half of) (?P<who>[\w'-]+) ", re.I)
OUT_OF = Pattern(r"\b(?P<part>\d{1,3}) of (?:the |its |all )?(?P<whole>\d{2,3})\b(?! ?%)")
HALF = Fraction(1, 2)
REACH = 8
"""So many words about a share tell what those do whom it counts."""


def majorities(article: Article) -> Iterator[Relation]:
    """Hold the "most" of a headline to the one share of the opening that has most of its words, and so many of a number to as many."""
    for block in article.document.blocks if not article.verb_last else ():
        words = article.document.text[block.start : block.end] if block.kind in TOPS else ""
        if said := MOST.search(words):
            yield from _most(article, block, said)
        if said := OUT_OF.search(words):
            yield from _out_of(article, block, said)


def _opening(article: Article) -> list[Sentence]:
    return [one for one in article.body[:OPENING] if one.block == "paragraph"]


def _most(article: Article, block: Block, said: re.Match[str]) -> Iterator[Relation]:
    first = article.place_at(block.start + said.end())
    told = topics(article, range(first, article.place_at(block.end)))
    shares = [
        one for sentence in _opening(article) for one in sentence.of_kind("percent") if one.number and not one.upper
    ]
    ties = [(len(told & _done(article, one)), one) for one in shares]
    best = max((tie for tie, _ in ties), default=0)
    meant = [one for tie, one in ties if tie == best]
    if best and len(meant) == 1 and not meant[0].hedge:
        span = Span(block.start + said.start("said"), block.start + said.end("said"))
        over = Quantity(Interval(HALF, HUGE), "%", said["said"], (span,))
        yield Relation(over, meant[0].quantity, working=f"{meant[0].text} in the text; “{said['said']}” over it")


def _done(article: Article, share: Mention) -> frozenset[str]:
    """Return the stems of the words behind a share, up to the next figure."""
    first = article.place(share) + 1
    last = next((at for at in range(first, first + REACH) if at in article.at), first + REACH)
    return topics(article, range(first, min(last, len(article.skeleton))))


def _out_of(article: Article, block: Block, said: re.Match[str]) -> Iterator[Relation]:
    """Hold so many of a number to the only so many of it that the opening tells, where no figure of the text is the headline's."""
    if any(one.size == int(said["part"]) for sentence in article.body for one in sentence.mentions if one.number):
        return
    text = article.document.text
    found = [hit for sentence in _opening(article) for hit in OUT_OF.finditer(article.words(sentence))]
    told = {hit["part"] for hit in found if hit["whole"] == said["whole"]}
    if len(told) == 1 and len(found) == 1:
        start = text.find(found[0][0], block.end)
        over, under = Span(block.start + said.start(), block.start + said.end()), Span(start, start + len(found[0][0]))
        yield Relation(
            Quantity(OneOf(frozenset({said["part"]})), "", said[0], (over,)),
            Quantity(OneOf(frozenset(told)), "", found[0][0], (under,)),
            fix=found[0][0],
        )
