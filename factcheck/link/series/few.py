"""Shares of so few that not every percentage is possible: of eight children 38 per cent may be three, 45 none."""

from __future__ import annotations

import re
from collections.abc import Iterator
from fractions import Fraction

from factcheck.article import BIT, Article, Sentence
from factcheck.link.series.figures import value
from factcheck.link.series.means import nearest_of
from factcheck.model import Mention
from factcheck.patterns import Pattern
from factcheck.quantity import Interval, Quantity
from factcheck.records import NamedTuple

FEWEST, MOST = 4, 30
"""Of fewer a percentage is seldom told; of more any whole one may be right, or nearly."""

ROUND, NEARLY = 5, Fraction(5, 2)
"""A multiple of five may be rounded to it, so that only one farther off, in points, is wrong."""

HUNDRED = 100
WINDOW = 40


class Few(NamedTuple):
    """A percentage as said, the nearest that so few can give, and both between which it lies."""

    stated: Quantity
    implied: Quantity
    could: str


SHARE_FIRST = Pattern(r" of (?:the|its|their|his|her|these|those|all)(?: just| only)? $", re.I)
"""What parts a percentage from those it is of: 68 per cent of the six volunteers."""

GROUP_FIRST = Pattern(r"(?:^|[.;“\"\n] ?)(?:of|among) (?:the|its|their|these|those|all)?(?: just| only)? ?$", re.I)
"""What stands before those that a sentence opens with: Of the ten fields that were sampled, 33 per cent."""

OF_THEM = Pattern(r"(?:of (?:them|these|those),? )$", re.I)

THEM_BEHIND = Pattern(r" of (?:them|these|those)\b(?! \w+['’])", re.I)

WHOSE = Pattern(
    r"[- ]?(?:[\w-]+ ){0,2}?[\w-]*(?:['’]s?\b|s['’])| (?:\w+ )?(?:of|million|billion|thousand|hundred|days|weeks|months|years|hours)\b|-",
    re.I,
)
"""What follows a number that is of something else: the six banks' lending, the nine regions of."""

MUST = Pattern(
    r"\b(?:must|need\w*|requir\w*|threshold|target|would|could|if|combined|total|revenue|shares?|stake|owns?|sales)\b",
    re.I,
)


def few(article: Article) -> Iterator[Few]:
    """Yield every percentage of a few people or things that are counted with it."""
    for sentence in article.body:
        if sentence.kinds & BIT["P"]:
            yield from _in_sentence(article, sentence)


def _in_sentence(article: Article, sentence: Sentence) -> Iterator[Few]:
    counts = sentence.of_kind("count")
    shares = [one for one in sentence.of_kind("percent") if one.number and one.upper is None]
    if len(counts) > 1 or len(shares) != 1 or shares[0].hedge not in ("", "more", "less"):
        return
    text, share = article.document.text, shares[0]
    them = OF_THEM.search(text, max(0, share.span.start - WINDOW), share.span.start) or THEM_BEHIND.match(
        text, share.span.end
    )
    sizes = [one for one in counts if (them and one.first < share.first) or _is_of(text, share, one)]
    if them and not counts and sentence.number:
        before = article.sentences[sentence.number - 1]
        same = before.block == sentence.block and article.block_at(before.mentions[0].span.start) == article.block_at(
            share.span.start
        )
        sizes = before.of_kind("count") if same else []
    if len(sizes) == 1 and _is_few(text, sizes[0]) and not MUST.search(article.words(sentence)):
        yield from _possible(share, sizes[0])


def _is_of(text: str, share: Mention, size: Mention) -> bool:
    if size.first > share.first:
        return SHARE_FIRST.fullmatch(text, share.span.end, size.span.start) is not None
    between = text[size.span.end : share.span.start]
    opens = GROUP_FIRST.search(text, max(0, size.span.start - WINDOW), size.span.start) is not None
    return opens and re.fullmatch(r" [^,;.]{1,40}, (?:some |just |only )?", between) is not None


def _is_few(text: str, size: Mention) -> bool:
    plain = size.number is not None and not size.hedge and size.upper is None and value(size).denominator == 1
    return plain and bool(size.noun) and FEWEST <= value(size) <= MOST and WHOSE.match(text, size.span.end) is None


def _possible(share: Mention, size: Mention) -> Iterator[Few]:
    shown = value(share) * HUNDRED
    best, near = nearest_of(value(size), value(share))
    half = share.number.half * HUNDRED if share.number else Fraction(0)
    reach = max(half, NEARLY if shown % ROUND == 0 else half)
    stated = Quantity(Interval.around(shown / HUNDRED, reach / HUNDRED), "%", share.text, (share.span,))
    could = " or ".join(f"{float(one * HUNDRED):.0f}%" for one in near)
    yield Few(stated, Quantity(Interval.exactly(best), "%", size.text, (size.span,)), could)
