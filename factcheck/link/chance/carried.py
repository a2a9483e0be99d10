"""By how many votes or points a thing was carried, won or lost, told behind the two sides that stand against each other.

"The chamber divided 94 to 71. Thus the pact was carried by 23 votes": the sides have a sentence of their own.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import pairwise

from factcheck.article import Article, Sentence
from factcheck.link.series.complete import next_to, stroke
from factcheck.link.series.figures import counted, is_plain, sides_of, swapped, value
from factcheck.model import Mention, Relation
from factcheck.patterns import Pattern

LOOK = 70
"""So many characters before a figure may say that it is by so much that a thing was carried."""

FAR = 4
"""A margin that is so many times another is of another vote."""

LEAST = 20
"""Two sides of fewer may be of anything."""

AGAINST = Pattern(r"(?: votes?| points?)?(?: to | against | ?[-–] ?)|(?: votes?)? (?:for|in favou?r)(?:,| and)? ", re.I)
"""Between two numbers, and nothing else, these set one side against the other."""

CARRIED = Pattern(
    r"\b(?:(?:was|were) (?:\w+ )?(?:carried|passed|approved|adopted|won|lost|beaten|defeated|rejected|settled|decided)"
    r"|passed|fell|failed|survived|prevailed|triumphed|won|lost|(?:got|went|scraped|squeaked|squeezed) (?:home|through))"
    r" by (?:(?:just|only|some|exactly|a (?:margin|majority) of) )?$",
    re.I,
)
"""Right before a figure these say that it is by so much that a thing was carried."""

ANOTHER = Pattern(r"(?: \w+)? (?:to [A-Z]|and \d|there\b)")
"""And these right behind it, that it was another thing."""

CLAUSE = Pattern(r"[,;:.—]")
TAKEN_UP = Pattern(r"[\"“]?(?:thus|so|the|it|that|this|he|she|they|in the end|and|which)\b", re.I)
OTHERS = Pattern(
    r"\b(?:ago|earlier|previous\w*|last (?:time|year|week|month)|than|if|would|could|another|second|third|also|first|then|before|when|met|rivals?|upper|lower|(?:this|that|next) (?:time|year|week|month)|had been"
    r"|(?:in|on|of) (?:the )?(?:19|20)\d\d|(?-i:in [A-Z])\w+|himself|herself|there|had|old|new|led|ahead|break|half|half-time|interval|quarter|hour|amendments?)\b",
    re.I,
)
"""In the sentence of a margin these make it that of another vote or game."""


def carried(article: Article) -> Iterator[Relation]:
    """Yield each margin by which a thing was carried with the one pair of sides in the sentence before it."""
    for before, sentence in () if article.verb_last else pairwise(article.body):
        margins = [one for one in sentence.of_kind("count|points") if _is_margin(article, one)]
        if len(margins) == 1 and next_to(article, before, sentence) and _takes_up(article, margins[0]):
            sides = _sides(article, before)
            if (
                len(sides) == 1
                and not OTHERS.search(article.words(before))
                and not _sides(article, sentence)
                and (found := _relation(margins[0], *sides[0]))
            ):
                yield found


def _is_margin(article: Article, one: Mention) -> bool:
    before, behind = article.around(one, LOOK)
    return is_plain(one) and CARRIED.search(before) is not None and ANOTHER.match(behind) is None


def _takes_up(article: Article, margin: Mention) -> bool:
    """Tell whether a clause goes on about the vote before it, and brings in no other."""
    before, behind = article.around(margin, LOOK)
    words = article.words(article.sentences[margin.sentence])
    return TAKEN_UP.match(words) is not None and OTHERS.search(before + CLAUSE.split(behind, 1)[0]) is None


def _sides(article: Article, sentence: Sentence) -> list[tuple[Mention, Mention]]:
    """Return every two numbers of a sentence that stand against each other."""
    text = article.document.text
    told = [one for one in sentence.mentions if one.kind == "count" and is_plain(one)]
    found = [two for two in pairwise(told) if AGAINST.fullmatch(text, two[0].span.end, two[1].span.start)]
    scores = (one for one in sentence.of_kind("pair") if one.upper is not None and len(one.parts) == 2)
    return found + [_counts(article, one) for one in scores]


def _counts(article: Article, score: Mention) -> tuple[Mention, Mention]:
    one, other = sides_of(article, score)
    return one.changed(kind="count"), other.changed(kind="count")


def _relation(margin: Mention, *sides: Mention) -> Relation | None:
    low, high = sorted(sides, key=lambda one: one.size)
    apart = high.size - low.size
    fair = 0 < margin.size <= high.size and 0 < max(apart, margin.size) <= FAR * min(apart, margin.size)
    if not fair or low.size + high.size < LEAST:
        return None
    needed = value(high) - value(low)
    slipped = needed == value(margin) or stroke(margin, needed) or swapped(margin, needed)
    return Relation(counted(margin), counted(high) - counted(low)) if slipped else None
