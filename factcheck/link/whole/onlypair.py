"""A share told after the only part and whole of the lines before it, by words that name neither.

"A survey of 2,050 tenants found that 1,189 had damp. The charity said its 48% figure was too low": words for a share that
takes up two counts vary without end.  That just two counts of one thing stand before it, and that no figures about give it,
does not; in two thousand news stories such a share was of them, or words told of what else.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from fractions import Fraction
from itertools import pairwise

from factcheck.article import Article, Sentence
from factcheck.english.nouns import singular
from factcheck.link.context.subjects import stem, topics
from factcheck.link.series.circumstances import is_circumstance
from factcheck.link.series.figures import SHARES, family, value
from factcheck.link.series.partof import is_partitive
from factcheck.link.series.shares import agree, is_part
from factcheck.link.whole.tiedshares import TAKES_UP, held_to, is_of_another, is_set_apart
from factcheck.model import Mention, Relation
from factcheck.patterns import Pattern

BACK, LOOK, NEAR, TWO = 2, 60, 25, 2
"""So many sentences before a share may tell its part and whole; so many characters about it tell what it is of."""

LEAST, TWICE = 12, Fraction(2)
"""Of fewer a share is told in its own sentence; one that is so many times off is of something else."""

ASKED = Pattern(
    r"\b(?:requir\w+|need\w*|threshold|quorum|minimum|maximum|pledg\w+|goal|should|must|if|would|could|may|might|hop\w+|plan\w*|expect\w*|forecast\w*|aim\w*|promis\w+|reduction|rise|growth|risk)\b",
    re.I,
)
"""With these about it a share is one that is asked or looked for, or one of a change."""

THEN = Pattern(
    r"\b(?:in (?:19|20)\d\d|ago|earlier|previously|last (?:year|time|month|week|season)|a year before|that year)\b|^[\"“]?(?:Fewer|More|Less)\b",
    re.I,
)
"""With these a sentence tells a share of another time."""

OF_WHAT = Pattern(
    r"^ (?:of|in|among) (?:all |the |its |their |his |her |our |those |these |total |whole |entire )*(?P<noun>[a-z][\w-]*)",
    re.I,
)
OF_ALL = frozenset("them those these whom which what everyone everybody all people every each time".split())
"""Behind a share this names its whole, and these words name the one that was told."""

OF_KNOWN = Pattern(r"^ of (?:the|those|its|these|their) (?:[a-z-]+ )?(?P<noun>[a-z]{3,})\b", re.I)
"""Behind a figure this makes it a part of what was counted before."""

OWNED = Pattern(r"^ (?:of|in|among) (?:all )?(?:its|their|his|her|our|those)\b", re.I)
"""Behind a share these make its whole somebody's own."""

COMMON = frozenset(map(stem, "rate share figure number people person percent result case part half".split()))
LED_BY, SAID, BEING = 6, 8, frozenset("is are was were has have had".split())
"""So many words before a share may take up what was told, and so many behind its whole say what befell it."""

LED = Pattern(r"\b(?:from|by|than|another|own|nearer) (?:just |about |some )?[£$€]?$", re.I)
"""Right before a figure these make it what another came from, or by how much it moved, or one of another count."""


def only_pairs(article: Article) -> Iterator[Relation]:
    """Yield each share that stands alone in its sentence beside the only part and whole told in it and just before."""
    for at, sentence in enumerate(article.body if not article.verb_last else ()):
        told = sentence.of_kind("share") if sentence.kinds & SHARES else []
        if len(told) == 1 and _is_plain(article, sentence, told[0]):
            pair = _only_pair(article, at, told[0])
            if pair is None or is_set_apart(article, sentence, told[0], pair):
                continue
            if _is_theirs(article, told[0], pair) and not _is_told(article, at, told[0], pair):
                yield from held_to(article, sentence, told[0], *pair, farthest=TWICE)


def _is_plain(article: Article, sentence: Sentence, stated: Mention) -> bool:
    if stated.upper is not None or not 0 < value(stated) < 1 or is_of_another(article, stated):
        return False
    if THEN.search(article.words(sentence)):
        return False
    return ASKED.search(" ".join(article.around(stated, NEAR))) is None


def _only_pair(article: Article, at: int, stated: Mention) -> tuple[Mention, Mention] | None:
    """Return the part and the whole of the fewest sentences, up to that of a share, that have two figures which may be."""
    for back, window in enumerate(article.reaching_back(at, BACK)):
        figures = [one for part in window for one in _figures(article, part) if one.first != stated.first]
        pairs = [pair for one in figures if (pair := _of_known(article, one))]
        pairs = pairs or [
            pair for pair in pairwise(figures) if _may_be(article, *pair) and is_partitive(article, *_in_size(*pair))
        ]
        if len(pairs) == 1:
            return _in_size(*pairs[0])
        if pairs:
            return None
        for kind in {family(one): None for one in figures}:
            alike = [one for one in figures if family(one) == kind]
            if len({value(one) for one in alike}) == TWO:
                return _as_pair(article, alike, back)
    return None


def _is_theirs(article: Article, stated: Mention, pair: tuple[Mention, Mention]) -> bool:
    """Tell whether the words of a share take up those of its part and whole: of them all, of the seats, a closure rate."""
    first = article.sentences[min(one.sentence for one in pair)]
    place = article.place(stated)
    told = topics(article, range(first.start, min(place, first.end))) - COMMON
    before, behind = article.around(stated, LOOK)
    whole = OF_WHAT.match(behind)
    if whole is not None:
        named = whole["noun"].lower()
        of_them = named in OF_ALL or (stem(named) in told and OWNED.match(behind) is None)
        return of_them and _befell_the_part(article, stated, named, pair[0])
    return not told.isdisjoint(
        topics(article, range(max(article.sentences[stated.sentence].start, place - LED_BY), place))
    ) and (stated.sentence != first.number or TAKES_UP.search(before) is not None)


def _befell_the_part(article: Article, stated: Mention, named: str, part: Mention) -> bool:
    """Tell whether what is said of a share of the whole was said of its part: "a fifth of the cars had no insurance", of 48 with knives."""
    place, sentence, own = article.place(stated), article.sentences[stated.sentence], article.sentences[part.sentence]
    behind = next((at + 1 for at in range(place + 1, sentence.end) if article.word(at).lower() == named), sentence.end)
    said = topics(article, range(behind, min(behind + SAID, sentence.end))) - COMMON
    with_it = article.word(place - 1).lower() == "with"
    plainly = behind == sentence.end or article.word(behind) not in BEING
    return (
        with_it or (not said and plainly) or not said.isdisjoint(topics(article, range(own.start, min(own.end, place))))
    )


def _is_told(article: Article, at: int, stated: Mention, pair: tuple[Mention, Mention]) -> bool:
    """Tell whether another share near by is that of the pair, so that this one is of something else."""
    near = article.body[max(0, at - BACK) : at + BACK + 1]
    others = [one for part in near for one in part.of_kind("share") if one.first != stated.first]
    return any(agree(one, *pair) for one in others)


def _figures(article: Article, sentence: Sentence) -> list[Mention]:
    kinds = sentence.of_kind("count|measure|money")
    return [one for one in kinds if value(one) > 1 and not is_circumstance(article, one)]


def _in_size(*both: Mention) -> tuple[Mention, Mention]:
    return min(both, key=value), max(both, key=value)


def _may_be(article: Article, *both: Mention) -> bool:
    """Tell whether of two figures one can be a part of the other, with nothing open on either side."""
    part, whole = _in_size(*both)
    bounded = any(one.hedge in ("more", "less") or LED.search(article.around(one, LOOK)[0]) for one in both)
    named = whole.kind != "count" or whole.noun or part.noun
    return bool(named) and is_part(part, whole) and value(whole) >= LEAST and not bounded


def _of_known(article: Article, part: Mention) -> tuple[Mention, Mention] | None:
    """Return a part of things that were counted once before, with that count: 94 of the homes visited."""
    named = OF_KNOWN.match(article.around(part, LOOK)[1]) if part.kind == "count" else None
    if named is None:
        return None
    counted = [
        one
        for sentence in article.body
        for one in sentence.of_kind("count")
        if one.noun.split(" ")[-1] == singular(named["noun"]) and one.first < part.first and not one.hedge
    ]
    alone = len({value(one) for one in counted}) == 1 and _may_be(article, part, counted[-1])
    return (part, counted[-1]) if alone and value(part) < value(counted[-1]) else None


def _as_pair(article: Article, alike: list[Mention], back: int) -> tuple[Mention, Mention] | None:
    part, whole = _in_size(*alike)
    if part.kind != "count" or not whole.noun or not _may_be(article, part, whole):
        return None
    named = OF_WHAT.match(article.around(part, LOOK)[1])
    of_them = named is not None and (named["noun"] in OF_ALL or singular(named["noun"]) == whole.noun)
    beside = part.sentence == whole.sentence and part.noun in ("", whole.noun)
    alike_named = part.noun == whole.noun and part.sentence != whole.sentence
    return (part, whole) if (back < BACK and (of_them or beside)) or alike_named else None
