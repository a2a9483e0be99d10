"""What is left of a whole told before, and the whole of parts told before, taken up as known: "the other 83", "it all came to £11,150".

Between a whole and what is left of it stand the other parts, and decoys of other kinds; which words tell them varies without end.
That a figure is said to be what is left, or all of it, and that the figures of its kind before it give it but for a slip, does not.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator

from factcheck.article import Article
from factcheck.link.chance.resumed import DIGITS, LEAST, LOOK, told_before
from factcheck.link.series.figures import family, is_plain, significant, value
from factcheck.link.series.readings import Reading, paired
from factcheck.link.series.totals import is_pronoun
from factcheck.model import Mention, Relation
from factcheck.patterns import Pattern

CURRENCY = r"(?:Rs |[A-Z]{0,2})?[£$€]?"
LEFT_BEFORE = Pattern(
    r"\b(?:remaining|remainder|rest(?: of [^.;,\d]{1,40})?,?|others?,?|leav(?:es|ing)|balance(?: of)?,?|everything else,?|what (?:was|is|remain\w*)(?: left)?,?|missing|the last"
    rf"|(?:that|which) left)(?: [a-z']+){{0,4}} {CURRENCY}$",
    re.I,
)
"""Right before a figure these say that it is what is left of a whole."""

LEFT_BEHIND = Pattern(
    r"(?: [\w']+){0,4}?,? (?:left(?! (?:the|a|for|in|on|at|to|his|her|their)\b)|remain(?:s|ed|ing)?|the (?:rest|remainder|balance)(?! (?:of the|having|being|were|was|are|is|had|have)\b)|that (?:lived|survived))\b",
    re.I,
)
"""And these right behind it."""

ALL_BEFORE = Pattern(
    r"\b(?:(?:the|that|its|their|his|her|our) (?:grand )?(?:totals?|tally|sum|toll|haul|bill)|totall?ed|in all,|all told,|altogether,|between them,?|together|th[eo]se)(?: [a-z']+){0,3} "
    rf"{CURRENCY}$",
    re.I,
)
ALL_BEHIND = Pattern(
    r"(?: [\w']+){0,3}?,? (?:in all(?! [a-z]+s\b)|all told|altogether|in total|between them|combined|was all|is all)\b",
    re.I,
)
OTHERWISE = Pattern(
    r"\b(?:if|each|every|apiece|per|average\w*|more than|fewer than|less than|last (?:year|month|week|season)|a year (?:ago|earlier)|previous\w*|up from|down from|record|of the other|another|after|before)\b|%|per ?cent",
    re.I,
)
PLACED = Pattern(r"(?: [a-z]+)? (?:in|at|from) (?:the )?[A-Z]")
"""Behind what is left it makes it what is left in one place: "the other 14 in America"."""

DEFINED = Pattern(r"(?: [a-z]+)? (?:in|at|on|from|under|behind|who|that|which) (?!all\b|total\b)[a-z]", re.I)
"""Behind a number that "the" stands before these say which it is of, so that it need not be all that is left: the 462 in the vault."""

FEW = 4
"""A whole with more parts than these is a list, which has words of its own."""


KNOWN = Pattern(r"(?<!of )\b(?:the|those|these)(?: (?!first|next|top|past)[a-z]+)? $", re.I)
"""Right before a count that was not told before these take it for known."""

GROWN = Pattern(r"\b(?:attain|reach|gr[eo]w|r[io]se|risen|swell|swollen)\w*(?: to)? the sum of [£$€]?$", re.I)
"""Right before a figure these make it what one thing grew to."""

AGAIN = Pattern(r"\b(?:the|that|this|those|these) (?:[£$€])?$", re.I)
"""Right before a figure told before it is that figure again: part of the 6 billion dollars."""

OF_THEM = Pattern(r"(?: [a-z]+)? of (?:them|those|these|the)\b", re.I)
TRIFLE = 20
"""What is so many times less than a whole is seldom a part that is told of."""

WORDS, TELLING = 12, 40
"""Numbers in words up to so many are no parts of a whole of which so many are left, or more."""


def resumed_sums(article: Article) -> Iterator[Relation]:
    """Yield each whole with its parts where one of them takes up the others: where they come to it."""
    for sentence in () if article.verb_last else article.body:
        for stated in sentence.of_kind("number|duration"):
            if is_plain(stated) and stated.size > 1 and not is_pronoun(stated):
                if met := _met(_left(article, stated)) or _met(_all(article, stated)):
                    yield met


def _met(ways: list[Reading]) -> Relation | None:
    """Return the first way in which parts come to their whole, as a relation."""
    told = (way.relation() for way in ways)
    return next((relation for relation in told if relation.meets()), None)


def _left(article: Article, stated: Mention) -> list[Reading]:
    before, behind = article.around(stated, LOOK)
    if OTHERWISE.search(before + behind) or PLACED.match(behind):
        return []
    left = LEFT_BEFORE.search(before) or LEFT_BEHIND.match(behind)
    if not left and (stated.kind != "count" or stated.size < LEAST):
        return []
    told = told_before(article, stated, _of_kind(stated))
    if AGAIN.search(before) and any(value(one) == value(stated) for one in told):
        return []
    ways = [_reading(told[at], told[at + 1 :], stated) for at in range(max(0, len(told) - FEW), len(told) - 1)]
    ways = [way for way in ways if len(way.parts) > 1 and value(way.whole) > max(map(value, way.parts[:-1]))]
    if not left:
        known = KNOWN.search(before) is not None
        firm = known and significant(stated) >= DIGITS and not DEFINED.match(behind)
        ways = [
            way
            for way in ways
            if _shared_out(article, way, known) or (len(way.parts) == 2 and (firm or _opposed(article, *way.parts)))
        ]
    return ways


def _reading(whole: Mention, between: list[Mention], stated: Mention) -> Reading:
    """Return a whole with what stands between it and a figure, as far as it is no trifle, and that figure as its parts."""
    return Reading(whole, [*(one for one in between if one.size * TRIFLE >= whole.size), stated], None)


def _shared_out(article: Article, way: Reading, known: bool) -> bool:
    """Tell whether the first part is so many of those told before, and the last is known or ends a list: 41 of them, 27 and 22."""
    first, *_, before, last = way.whole, *way.parts
    listed = article.document.text[before.span.end : last.span.start]
    listed_last = before.sentence == last.sentence and re.search(r"\band\b", listed) is not None
    return (
        (known or listed_last)
        and OF_THEM.match(article.around(way.parts[0], LOOK)[1]) is not None
        and first.sentence < last.sentence
    )


def _all(article: Article, stated: Mention) -> list[Reading]:
    before, behind = article.around(stated, LOOK)
    if not (ALL_BEFORE.search(before) or ALL_BEHIND.match(behind)) or OTHERWISE.search(before + behind):
        return []
    if GROWN.search(before):
        return []
    told = told_before(article, stated, _of_kind(stated))
    ways = [Reading(stated, told[-size:], None) for size in range(2, min(FEW, len(told)) + 1)]
    return [way for way in ways if value(stated) > max(map(value, way.parts))]


def _opposed(article: Article, one: Mention, other: Mention) -> bool:
    """Tell whether the words about two parts say that they are of two sorts that leave no third."""
    about_one, about_other = (
        set(re.findall(r"[a-z]+", " ".join(article.around(part, LOOK)).lower())) for part in (one, other)
    )
    return paired(about_one - about_other, about_other - about_one)


def _of_kind(stated: Mention) -> Callable[[Mention], bool]:
    like, large = family(stated), stated.size >= TELLING

    def takes(one: Mention) -> bool:
        small = one.kind == "count" and (one.size <= 2 or (large and one.size <= WORDS and one.text.isalpha()))
        return family(one) == like and one.upper is None and one.size > 0 and not small and not is_pronoun(one)

    return takes
