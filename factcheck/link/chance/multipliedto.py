"""What a thing has been multiplied to, where what it was stands before: "They had 1.4 million. The total has since trebled, to 4.2 million".

The verb takes up the one figure of its kind told before it, and the figure behind it is what that came to.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from fractions import Fraction

from factcheck.article import Article
from factcheck.link.chance.multiplied import is_value, loosely
from factcheck.link.chance.resumed import told_before
from factcheck.link.context.frames import alike
from factcheck.link.context.operands import ends
from factcheck.link.series.figures import family
from factcheck.model import Mention, Relation
from factcheck.patterns import Pattern

LOOK = 60
"""So many characters before a verb name what was multiplied."""

WHOLE = Fraction(1, 60)
"""So near a whole number is a ratio that is one."""

FAR, MOST, OFF = 15, 2, Fraction(6, 5)
"""Multiples of more are told as figures; by so much at most is one miscounted, and by so many times at least."""

SINCE = Pattern(r"\b(?:since|the|that|this|it|its|they|their)\b[^,.;:]{0,40} $", re.I)
FIRM = Pattern(
    r"\bsince (?:\w+ )?$|\b(?:it|they|(?:the|that|this) (?:figure|number|total|sum|amount|count|tally)) (?:\w+ ){0,3}$",
    re.I,
)
"""Before a verb these take up what was told, and surely so."""

OWNED = Pattern(r"\b(?:its|their|his|her) (?:[\w-]+ )?(?P<thing>[\w-]+) (?:has|have|had) (?:\w+ ){0,2}$", re.I)
TAKEN_UP = "numbers figures prices totals counts rolls memberships populations sizes values sums amounts ranks"
"""What something owns is another thing, but for its number and the like."""

MOVED = Pattern(r"\b(?:halved|fell|fallen|rose|risen|shrank|shrunk|dropped|grew|grown|cut|lost)\b", re.I)
TO = Pattern(
    r"(?:,? to|,? (?:and )?(?:(?:by|at|in|since|after) [\w' ]{3,30} )?(?:it |they |this |that |now )*(?:(?:now )?(?:stands|stood) at|(?:had|has|have)? ?reached|(?:now )?numbers?|came to|comes to|is now|are now|is|are))"
    r" (?:(?:about|some|almost|nearly|just|over|more than) )?(?:[£$€]|US\$)?",
    re.I,
)
"""Between a verb of multiplying and a figure these make it what was reached."""

OTHERS = Pattern(
    r"'s (?:has|have|had)\b|\b(?:if|would|could|will|may|might|expected|forecast|than|rivals?|while|whereas|from|again|per|each|every)\b",
    re.I,
)
"""With these it is of what no figure tells."""


def multiplied_to(article: Article) -> Iterator[Relation]:
    """Yield each verb of multiplying with what it led to and the one like figure before it: it holds, or is surely another."""
    for sentence in () if article.verb_last else article.body:
        for stated in sentence.of_kind("multiple"):
            if (
                stated.text.lower().endswith("ed")
                and stated.number
                and not stated.upper
                and (after := _reached(article, stated))
            ):
                yield from _of_the_one_before(article, stated, after)


def _reached(article: Article, stated: Mention) -> Mention | None:
    """Return the figure right behind a verb that it led to."""
    behind = (one for one in article.sentences[stated.sentence].mentions if one.first > stated.first and is_value(one))
    after = next(behind, None)
    if after is None or not TO.fullmatch(article.document.text, stated.span.end, after.span.start):
        return None
    before = article.around(stated, LOOK)[0]
    between = article.document.text[stated.span.end : after.span.start]
    clause = re.split("[;:,]", before)[-1]
    owned = OWNED.search(clause)
    strange = owned is not None and owned["thing"].lower() not in _told(article, stated)
    return after if SINCE.search(before) and not strange and not OTHERS.search(clause + between) else None


def _told(article: Article, stated: Mention) -> str:
    """Return the words of the sentence before, in lower case, with those that take any figure up."""
    before = article.sentences[max(0, stated.sentence - 1)]
    return f"{TAKEN_UP} {article.words(before)}".lower()


def _of_the_one_before(article: Article, stated: Mention, after: Mention) -> Iterator[Relation]:
    told = told_before(article, stated, is_value)
    likes = [one for one in told if family(one) == family(after) and alike(one, after)]
    if len(likes) != 1 or likes[0].size == after.size or len({likes[0].noun, after.noun} - {""}) > 1:
        return
    if _turns_between(article, likes[0], stated):
        return
    both = ends(likes[0], after)
    ratio = (both.after / both.before).as_unit("x")
    said = stated.quantity.changed(unit="x", value=loosely(stated.size))
    if said.interval.meets(ratio.interval) or _is_miscounted(article, stated, ratio.interval.middle):
        yield Relation(said, ratio)


def _turns_between(article: Article, base: Mention, stated: Mention) -> bool:
    """Tell whether another change stands between a figure and a verb, so that the verb goes on from what that led to."""
    if MOVED.search(article.document.text, base.span.end, stated.span.start):
        return True
    numbers = range(base.sentence, stated.sentence + 1)
    others = (one for number in numbers for one in article.sentences[number].mentions if one is not stated)
    return any(
        one.kind in ("multiple", "fraction", "percent") and base.first < one.first < stated.first for one in others
    )


def _is_miscounted(article: Article, stated: Mention, times: Fraction) -> bool:
    """Tell whether a multiple is another whole number than the one that it should be, or one that surely is of these two figures."""
    low, high = sorted((times, Fraction(stated.size).limit_denominator(FAR)))
    if stated.hedge or low < 1 or high - low > MOST or high < low * OFF:
        return False
    taken_up = FIRM.search(article.around(stated, LOOK)[0]) is not None
    return taken_up or abs(times - round(times)) <= WHOLE * times
