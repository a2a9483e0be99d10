"""A whole, a part of it, and the other part, with no fourth figure near by: "bought 28 of the 74 boats. The rest, 46, ...".

Which of the three is the whole tells its size; which is the other part, a word right by it.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from fractions import Fraction

from factcheck.article import Article
from factcheck.link.series.complete import AGAINST, FAR, next_to, stroke, told
from factcheck.link.series.figures import counted, family, is_plain, swapped, value
from factcheck.link.series.readings import parts_may_overlap
from factcheck.model import Mention, Relation
from factcheck.patterns import Pattern
from factcheck.records import NamedTuple

BACK, THREE, LOOK, LEAST = 2, 3, 45, 10
"""So many sentences before one may tell the rest; so few figures there are; so many characters tell of one; fewer chance meets."""

LEADS = r"(?:(?:,|of|at|to|about|some|is|was|are|were|with|still|a|the|of the|being|in all|\w+) ){0,4}"
REST_BEFORE = Pattern(
    rf"(?:\b(?:the|its|their|his|her) (?:others?|rest|remaining|balance|remainder)|\bremaining|\bleav(?:es?|ing)|\b(?:is|was|are|were|had|has|have) left)"
    rf"[, (—:–-]{{1,3}}{LEADS}(?:of )?[£$€]?$",
    re.I,
)
"""Right before a figure these make it what another leaves of a whole."""

LEAVES = Pattern(r"\bleav(?:es?|ing)\b", re.I)
REST_BEHIND = Pattern(r"^ (?:[a-z]+ ){0,2}?(?:remain(?:s|ed|ing)?|(?:were|was|are|is) left|left)\b", re.I)
"""And these right behind one."""

ALL_BUT = Pattern(r"\ball (?:but|except|apart from|bar) (?:the )?[£$€]?$", re.I)
"""Before a part these leave the other part for the third figure."""

ELSEWHERE = Pattern(
    r"\b(?:others? (?:than|said|were also)|at least|so far|already|or so|more|fewer|less|including|among|per|most|some of|until|still to|left (?:the|his|her|its|for|a|in|to|on)|new|spare|hours?|minutes?|dead|killed|injured|hurt|wounded)\b",
    re.I,
)
"""With these a figure may be of another whole or left in another way."""


OF_SOME = Pattern(r" (?:\w+ )?(?:that|who|which|of)\b", re.I)
"""Behind the other part these make it one of some; behind a whole, "2,000 of the scooters", they make it a part."""

OF_LATE = Pattern(r"\b(?:last|past|first|next|previous|opening|final) $", re.I)
"""Right before a figure these make it a stretch of a season, and no whole: won 11 of their last 13."""

OF = Pattern(
    r"\b(?:of|all|total|cost\w*|worth|has|have|had|there (?:are|were))(?: (?:all|the|its|a|those|these|about|some))? ?[£$€]?$",
    re.I,
)
"""Before a whole, these let an "and" part it from its part."""


class Parted(NamedTuple):
    """A whole with a part of it and the other part."""

    whole: Mention
    part: Mention
    rest: Mention


def other_parts(article: Article) -> Iterator[Relation]:
    """Yield every whole against the part and the other part that it is told with, where they come to it or do but for a slip."""
    if article.verb_last:
        return
    for found in told(article, BACK):
        words = " ".join(article.words(sentence) for sentence in found.sentences)
        overlap = any(parts_may_overlap(article, sentence) for sentence in found.sentences)
        if len(found.figures) == THREE and not overlap and not AGAINST.search(words) and not ELSEWHERE.search(words):
            if (parted := _read(article, found.figures)) and (relation := _held_to(parted)):
                yield relation


def _read(article: Article, figures: list[Mention]) -> Parted | None:
    part, rest = sorted(figures, key=value)[:2]
    whole = next(one for one in figures if one is not part and one is not rest)
    if not all(map(is_plain, figures)) or value(whole) < LEAST or value(whole) == value(rest):
        return None
    excepted = [one for one in (part, rest) if ALL_BUT.search(_before(article, one))]
    marked = [one for one in (part, rest) if _is_rest(article, one)]
    if len(excepted) == 1 and not marked:
        marked = [one for one in (part, rest) if one is not excepted[0]]
    if len(marked) != 1:
        return None
    parted = Parted(whole, next(one for one in (part, rest) if one is not marked[0]), marked[0])
    if parted.rest.first < parted.part.first and LEAVES.search(_before(article, parted.rest)):
        return None  # It leaves one with 14 and the other with nine.
    text = article.document.text
    if OF_LATE.search(_before(article, whole)):
        return None
    some = any(OF_SOME.match(text, one.span.end) for one in (parted.whole, parted.rest))
    return None if some or _is_beside(article, parted) or _goes_on(article, figures) else parted


def _is_beside(article: Article, parted: Parted) -> bool:
    """Tell whether an "and" joins a whole with its part as equals: Lime has 2,000 and Bird 1,500; the other 1,000 are Veo's."""
    whole, part, _ = parted
    between = article.document.text[whole.span.end : part.span.start]
    return whole.sentence == part.sentence and " and " in between and not OF.search(_before(article, whole))


def _goes_on(article: Article, figures: list[Mention]) -> bool:
    """Tell whether the sentence before has a figure of the kind, so that the three need not be all."""
    first = article.sentences[figures[0].sentence]
    before = article.sentences[first.number - 1] if first.number else None
    near = before is not None and next_to(article, before, first)
    return near and before is not None and any(family(one) == family(figures[0]) for one in before.mentions)


def _before(article: Article, one: Mention) -> str:
    sentence = article.sentences[one.sentence]
    start = article.here(sentence).start
    last = max((other.span.end for other in sentence.mentions if other.first < one.first), default=start)
    return article.document.text[max(start, last, one.span.start - LOOK) : one.span.start]


def _is_rest(article: Article, one: Mention) -> bool:
    behind = article.document.text[one.span.end : one.span.end + LOOK]
    return REST_BEFORE.search(_before(article, one)) is not None or REST_BEHIND.match(behind) is not None


def _held_to(parted: Parted) -> Relation | None:
    whole, part, rest = parted
    short = value(whole) - value(part) - value(rest)
    needed = ((whole, value(whole) - short), (part, value(part) + short), (rest, value(rest) + short))
    slipped = any(swapped(*one) for one in needed) or any(stroke(*one) for one in needed)
    stated, implied = counted(whole), counted(part) + counted(rest)
    if stated.interval.meets(implied.interval) or (slipped and abs(short) <= value(whole) * Fraction(FAR)):
        return Relation(stated, implied)
    return None
