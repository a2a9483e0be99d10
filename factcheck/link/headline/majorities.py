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
from factcheck.link.headline.rivals import leads
from factcheck.model import Mention, Relation
from factcheck.patterns import Pattern
from factcheck.quantity import HUGE, Interval, Quantity

MOST = Pattern(r"^(?P<said>Most|A majority of|Majority of|More than half of|Over half of) (?P<who>[\w'-]+) ", re.I)
OUT_OF = Pattern(r"\b(?P<part>\d{1,3}) of (?:the |its |all )?(?P<whole>\d{2,3})\b(?! ?%)")
MAJORITY = Pattern(
    r"\b(?:[Mm]ost|majority|(?:more than|over) half|(?:six|seven|eight|nine) (?:in|out of) (?:10|ten))\b"
)
"""With these, or a share of half, a text tells of most itself."""

AGAINST = Pattern(r"^[^.;]{0,24}\b(?:against|oppos\w*|no\b|not|disagre\w*|undecided|reject\w*|unsure)")
ONCE_HELD = Pattern(r"\b(?:had|held|from|previous\w*|last)\b[^.;]{0,30}$")
HALF = Fraction(1, 2)
PLURALS = frozenset({"people", "women", "men", "children", "staff", "police"})
REACH, LOOK = 8, 40
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
    return [one for one in article.body if leads(article, one)]


def _most(article: Article, block: Block, said: re.Match[str]) -> Iterator[Relation]:
    first = article.place_at(block.start + said.end())
    told = topics(article, range(first, article.place_at(block.end)))
    who_many = said["who"].endswith("s") or said["who"] in PLURALS
    if (
        not who_many
        or MAJORITY.search(article.document.text, block.end)
        or any(_is_most(article, one, told) for one in article.mentions)
    ):
        return
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


def _is_most(article: Article, share: Mention, told: frozenset[str]) -> bool:
    """Tell whether a share is of most, and not of those who are against what the headline tells of."""
    most = share.kind in ("percent", "fraction") and Fraction(share.size).limit_denominator(100) >= HALF
    return most and (bool(told & _done(article, share)) or not AGAINST.search(article.around(share, 0, LOOK)[1]))


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
    opening = [article.here(sentence) for sentence in _opening(article)]
    found = [hit for here in opening for hit in OUT_OF.finditer(text, here.start, here.end)]
    if len(found) != 1 or found[0]["whole"] != said["whole"]:
        return
    hit = found[0]
    subject = re.split(r"\W", article.document.text[block.start : block.end].lower(), maxsplit=1)[0]
    sentence = next(here for here in opening if here.start <= hit.start() < here.end)
    ahead = text[max(sentence.start, hit.start() - LOOK) : hit.start()]
    rest = int(hit["part"]) + int(said["part"]) == int(said["whole"])
    own = not rest or subject in ahead.lower()
    if own and not ONCE_HELD.search(ahead):
        over, under = Span(block.start + said.start(), block.start + said.end()), Span(*hit.span())
        yield Relation(
            Quantity.named(said["part"], said[0], over),
            Quantity.named(hit["part"], hit[0], under),
            fix=hit[0],
        )
