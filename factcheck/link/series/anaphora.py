"""Parts of what the sentence before counts: "It runs 19 depots. Eleven of them are in the north, five in ..."."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import pairwise

from factcheck.article import BIT, Article, Sentence
from factcheck.link.series.figures import ADDABLE, sum_slips, value
from factcheck.link.series.readings import (
    NO_THIRD,
    OPEN_LIST,
    Reading,
    complementary,
    fits,
    follows,
    gapped,
    is_elided,
    near_miss,
    neighbours,
    parts_may_overlap,
)
from factcheck.link.series.runs import families
from factcheck.link.series.totals import TOLD, is_remainder
from factcheck.model import Mention
from factcheck.patterns import Pattern
from factcheck.phrase import phrase

VOTED = Pattern(r"\b(?:in favou?r|against|abst(?:ain|ent)\w*|voted|yes|no)\b", re.I)
"""Of those who may vote some may be away, whom nobody tells of."""

OF_THEM = "{part:number} <wN>? of (them|these|those|which|whom|it|this|that|the)"
OF_THESE = "of (them|these|those|this|that|the)"
SOME_OF_THEM = frozenset("in with without who that which under over aged from at on still already".split())
"""Behind what was named these make it some of it."""

SHARED = "of (which|whom|it|them|this|that) | {percent}"


def of_the_one_before(article: Article) -> Iterator[Reading]:
    """Yield the figures of each sentence as the parts of one that the sentence just before it tells."""
    for before, sentence in pairwise(article.sentences):
        near = sentence.start - before.end <= 1 and before.block == sentence.block != "cell"
        if near and before.kinds & sentence.kinds & ADDABLE:
            for name, told in families(sentence).items():
                wholes = families(before).get(name, [])
                parts = [one for one in told if article.word(article.place(one) + 1) != "times"]
                if wholes and parts and parts[0].kind in ("money", "count", "measure"):
                    yield from _read(article, sentence, parts, before, wholes)


def _read(
    article: Article, sentence: Sentence, parts: list[Mention], before: Sentence, figures: list[Mention]
) -> Iterator[Reading]:
    if len(parts) == 1:
        yield from _rest(article, sentence, parts[0], before, figures)
        return
    wholes = [figure for figure in figures if all(value(part) < value(figure) for part in parts)]
    fitting = next((figure for figure in wholes if fits(figure, parts)), None)
    taken_up = _takes_up(article, sentence, parts[0])
    if fitting and (taken_up or len(parts) > 2):
        yield Reading(fitting, parts)
    elif not fitting and len(figures) == len(wholes) == 1 and _closed(article, sentence, wholes[0], parts, taken_up):
        yield Reading(wholes[0], parts, None)


def _takes_up(article: Article, sentence: Sentence, first: Mention) -> bool:
    """Tell whether the first figure of a sentence is a part of what was named before it: "Eleven of them", "Of these"."""
    opened = phrase(OF_THESE).match(article.skeleton, sentence.start)
    if opened and article.word(opened.end() + 1) in SOME_OF_THEM:
        return False  # Of the cows in milk.
    of_them = opened or phrase(OF_THEM).match(article.skeleton, sentence.start)
    return of_them is not None or is_elided(article, sentence, first)


def _closed(article: Article, sentence: Sentence, whole: Mention, parts: list[Mention], taken_up: bool) -> bool:
    """Tell whether parts that miss their whole must be all of it: taken up and nearly all, or one digit off.

    Parts that have their percentages beside them are held against those.
    """
    if any(figure.hedge or figure.upper for figure in (whole, *parts)) or parts_may_overlap(article, sentence):
        return False
    if sentence.kinds & BIT["P"] or follows(article, parts):
        return False
    if not gapped(article, sentence, parts) or not all(neighbours(article, one, two) for one, two in pairwise(parts)):
        return False
    if taken_up and complementary(article, parts):
        return near_miss(whole, parts, NO_THIRD)
    if taken_up and len(parts) > 2:
        return near_miss(whole, parts) and VOTED.search(article.words(sentence)) is None
    counted_alike = bool(whole.counter) and not phrase("INCLUDING|among").search(
        article.skeleton, sentence.start, sentence.end
    )
    return len(parts) > 2 and (sum_slips(parts, whole) or (counted_alike and near_miss(whole, parts)))


def _opening(article: Article, sentence: Sentence) -> int:
    """Return where the first word of a sentence stands, a quotation mark passed over."""
    return sentence.start + (article.skeleton[sentence.start : sentence.start + 1] == '"')


def _rest(
    article: Article, sentence: Sentence, rest: Mention, before: Sentence, figures: list[Mention]
) -> Iterator[Reading]:
    """Yield what opens a sentence as the rest of the whole before it: "..., of which X. The other Y is"."""
    opens = is_remainder(article, sentence, rest)
    if len(figures) == 2 and opens and value(figures[0]) > max(value(figures[1]), value(rest)):
        shared = phrase(SHARED).search(article.skeleton, article.place(figures[0]) + 1, before.end) is not None
        taken = rest.kind == "count" and bool(figures[0].noun) and not figures[1].noun and not rest.noun
        firm = (shared or (taken and article.word(_opening(article, sentence)) in TOLD)) and not any(
            figure.hedge or figure.upper for figure in (*figures, rest)
        )
        yield Reading(figures[0], [figures[1], rest], None if firm else OPEN_LIST)
