"""Whether a figure of the text is that of the headline, however loosely either says it."""

from __future__ import annotations

import re
from fractions import Fraction

from factcheck.article import Article
from factcheck.link.context.subjects import stem
from factcheck.link.headline.heads import loosely
from factcheck.link.headline.measured import moves_work
from factcheck.model import Mention
from factcheck.numerals import digits
from factcheck.patterns import Pattern
from factcheck.slips import swapped

FAR = Fraction(1, 5)
"""A hedge reaches so far: "at least 10" is not 31."""

APART = frozenset("shorter longer faster slower quicker later earlier taller higher lower wider deeper".split())

OF_A_RECORD, LOOK = Pattern(r"(?: [\w'’-]+){0,4} (?:record|mark|best)\b", re.I), 60

STEPS = frozenset(
    "rise rises rose rising risen fall falls fell falling fallen climb climbs climbed drop drops dropped up down by".split()
)
"""Right before an amount these make it what a thing moved by."""

TELLING = 3
"""A figure of more digits is hardly rounded, whatever hedge it has."""


def same(one: Mention, other: Mention) -> bool:
    if one.kind == "date":
        return one.when is not None and other.when is not None and one.when[1:3] == other.when[1:3]
    if one.kind == "weekday":
        return one.when is not None and other.when is not None and one.when[3:5] == other.when[3:5]
    if one.number is None or other.number is None or one.number.middle != other.number.middle:
        return False
    return one.noun == other.noun if one.kind == "ordinal" else one.upper == other.upper


def same_age(said: Mention, mention: Mention) -> bool:
    """Tell whether a bare number may be the age that a headline gives: a 12-year-old, who turned 12."""
    bare = said.kind == "age" and mention.kind == "count" and not mention.noun
    return bare and said.size == mention.size


def of_two_things(article: Article, *both: Mention) -> bool:
    """Tell whether two lengths of time are each part of a name, a 27-year high and 30-year gilts, or one of two is what changed by the other.

    So are jobs that are made and jobs that are lost, and what two lengths lie apart: 38 minutes shorter, 74 minutes.
    """
    if {article.word(article.place(one) - 1) for one in both} == {"to", "by"}:
        return True
    if sum(moves_work(article, one) for one in both) == 0 and moves_work(article, both[0]):
        return True
    if _is_apart(article, both[0]) and not any(_is_apart(article, one) for one in both[1:]):
        return True
    if sum(_is_of_a_record(article, one) for one in both) == 1:
        return True
    named = all(one.kind == "duration" and "-" in one.text for one in both)
    return named and len({stem(article.word(article.place(one) + 1)) for one in both}) > 1


def _is_of_a_record(article: Article, one: Mention) -> bool:
    """Tell whether an age is that of a record, not of who broke it: lowers 14-year-old 200 back record."""
    return one.kind == "age" and OF_A_RECORD.match(article.around(one, LOOK)[1]) is not None


def moved_by(article: Article, one: Mention) -> bool:
    """Tell whether an amount is what a thing rose or fell by, its verb right before it: to rise 25 cents."""
    return one.kind in ("money", "measure") and article.word(article.place(one) - 1) in STEPS


def stands_below(article: Article, said: Mention) -> bool:
    """Tell whether the copy has a headline's figure as it is written, whatever it is of there: 812 doses, for one of 812 children."""
    copy = article.document.text[article.here(article.body[0]).start :] if article.body else ""
    return re.search(rf"(?<![\d.,]){re.escape(said.text.split()[0])}(?!\d)", copy) is not None


def _is_apart(article: Article, one: Mention) -> bool:
    """Tell whether a length, or a time, is what two of them lie apart: 38 minutes shorter."""
    return one.kind in ("duration", "measure") and article.word(article.place(one) + 1) in APART


def meets(said: Mention, mention: Mention) -> bool:
    if said.number is None or mention.number is None:
        return False
    if said.number.middle == mention.number.middle:
        return True
    if _turned(said, mention):
        return False
    if said.hedge or mention.hedge:
        far = abs(said.number.middle - mention.number.middle) > FAR * abs(said.number.middle)
        return not far and loosely(said, mention).meets(mention.quantity.interval)
    return loosely(said, mention).meets(mention.quantity.interval)


def hedged(said: Mention, mention: Mention) -> bool:
    """Tell whether a hedge may part two figures: one that leaves a side open, or "about" of figures not far apart."""
    if _turned(said, mention):
        return False
    if {"more", "less"} & {said.hedge, mention.hedge}:
        return True
    far = abs(said.rounded.interval.middle - mention.rounded.interval.middle) > FAR * abs(said.rounded.interval.middle)
    return bool(said.hedge or mention.hedge) and not far


def _turned(said: Mention, mention: Mention) -> bool:
    """Tell whether two figures told to the unit have two digits the wrong way about: no hedge makes 614,300 of 641,300."""
    one, other = digits(said.text), digits(mention.text)
    return len(one.rstrip("0")) > TELLING and swapped(one, other)
