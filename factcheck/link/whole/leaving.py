"""What is left of a whole, with what was named before it: "of the 41, 26 voted for it and the other 15 against"."""

from __future__ import annotations

from itertools import pairwise

from factcheck.article import Article, Sentence
from factcheck.link.series.figures import value
from factcheck.link.series.readings import NO_THIRD, Reading, is_elided, near_miss, neighbours, parts_may_overlap
from factcheck.link.series.runs import gap, shared_out
from factcheck.link.series.totals import is_left
from factcheck.model import Mention
from factcheck.phrase import phrase

OPENS_WHOLE = "<'\">? of DETERMINER? (ABOUT|NEARLY|MORE|than|ONLY|TOTAL)* <wN>? {whole:number}"
"""A sentence that opens with its whole."""

OF_THIS = "of this|that|these|those|which|whom|it|them"
"""What takes up the whole told before."""

OF_WHICH = "<wN'->? <wN'->? <wN'->? ,? of which|whom DETERMINER?"
"""Between a whole and some of it."""

PARTED = 3
MOST_PARTS = 40
"""So many figures about a whole are looked at for its parts."""


def left_in(article: Article, sentence: Sentence, figures: list[Mention]) -> Mention | None:
    """Return the figure of a sentence that is what is left: "the other 15", "640 beds, of which 480 are taken, leaving 160"."""
    if told := next((figure for figure in figures[1:] if is_left(article, sentence, figure)), None):
        return told
    left = figures[2] if len(figures) == PARTED and article.word(article.place(figures[2]) - 1) == "leaving" else None
    return left if left and _of_which(article, *figures[:2]) else None


def with_left(article: Article, sentence: Sentence, figures: list[Mention], left: Mention) -> list[Reading]:
    """What is left, with what was named before it, against the whole."""
    at = figures.index(left)
    before = figures[max(0, at - MOST_PARTS) : at]
    firm = left is figures[-1] and not parts_may_overlap(article, sentence, opened=True)
    opened = phrase(OPENS_WHOLE).match(article.skeleton, sentence.start)
    if opened and article.at.get(opened.start("whole")) is before[0] and len(before) > 1:
        firm = firm and value(before[0]) > value(left)
        return [Reading(before[0], [*before[1:], left], None if firm else "the parts may overlap")]
    if firm and len(before) > 1 and shared_out(article, before):
        return [Reading(before[0], [*before[1:], left], None)]
    if firm and len(before) == 2 and phrase("of DETERMINER? <wN'>? <wN'>? <wN'>?").fullmatch(gap(article, *before)):
        return [Reading(before[1], [before[0], left], None)]
    if left is figures[-1] and len(before) == 2 and _of_which(article, *before):
        return [Reading(before[0], [before[1], left], None)]
    earlier = [figure for figure in earlier_like(article, sentence, left) if value(figure) > value(left)]
    parts = [[*before[-size:], left] for size in range(1, len(before) + 1)]
    tried = [Reading(whole, some) for whole in [*before, *earlier] for some in parts if whole not in some]
    taken_up = phrase(OF_THIS).match(article.skeleton, sentence.start) is not None
    if firm and len(earlier) == 1 and (taken_up or _goes_on(article, sentence, earlier[0], figures)):
        tried.append(Reading(earlier[0], parts[-1], None))
    return tried


def _of_which(article: Article, whole: Mention, part: Mention) -> bool:
    """Tell whether a figure is some of the one before it: 640 beds, of which 480 are taken, or 480 of which are."""
    between = gap(article, whole, part)
    behind = phrase("of which|whom").match(article.skeleton, article.place(part) + 1) is not None
    return phrase(OF_WHICH).fullmatch(between) is not None or (
        behind and phrase("<wN'->? <wN'->? <wN'->? ,").fullmatch(between) is not None
    )


def _goes_on(article: Article, sentence: Sentence, whole: Mention, parts: list[Mention]) -> bool:
    """Tell whether parts, the first of which leaves unsaid what it counts, are of what was counted last: "Forty are women"."""
    joined = all(neighbours(article, one, two) for one, two in pairwise(parts))
    return joined and is_elided(article, sentence, parts[0]) and near_miss(whole, parts, NO_THIRD)


def earlier_like(article: Article, sentence: Sentence, like: Mention) -> list[Mention]:
    """Return the figures of one's kind and unit that the three sentences before it hold."""
    near = article.sentences[max(0, sentence.number - 3) : sentence.number]
    return [
        mention
        for other in near
        for mention in other.mentions
        if mention.kind == like.kind and mention.unit == like.unit
    ]
