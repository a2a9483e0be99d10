"""A multiple that takes up the only two figures of one kind before it, though sentences of another matter stand between.

"The dust tail stretches 12 million kilometres. She has followed it since May. The gas tail, 30 million kilometres long, is five
times the length": that no third figure of the kind is told, and that no two about give the multiple, makes it theirs where its
own sentence names what they are of.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from fractions import Fraction

from factcheck.article import BIT, Article, Sentence
from factcheck.english.nouns import singular
from factcheck.link.chance.onlytwo import SCORED, are_given, as_multiple, has_it_changed, two_of_a_kind
from factcheck.link.context.subjects import topics
from factcheck.link.series.figures import is_plain
from factcheck.link.series.partof import is_partitive
from factcheck.model import Mention, Relation
from factcheck.patterns import Pattern

MULTIPLES = BIT["X"] | BIT["F"]
KINDS = frozenset({"money", "measure", "count"})
BACK, LOOK, NEAR, FEW = 2, 60, 30, Fraction(12)
"""So many sentences before a multiple may tell the two; so many characters about it tell what it is of."""

COMPARED = Pattern(
    r" (?:of )?(?:as (?P<how>long|much|large|high|big|great|heavy|deep|tall|wide|far|fast|dear|strong|many)(?! again| as the average)\b(?: (?P<noun>[a-z]+))?"
    r"|(?:that|those|what)(?=[ .,;:]| it)|the (?P<of>[a-z]+)\b(?! (?:from|in)\b)|last \w+’?'?s\b|its? (?:size|length|height|price|value)\b)",
    re.I,
)
"""Behind a multiple these set the one figure against the other."""

GONE_UP = Pattern(r"(?:ed|fold)$", re.I)
MOVED = Pattern(r"(?: (?:since|in|over|within|on|from|by|between|to)\b|[.,;:—–\"”]|$)")
"""Behind a verb of multiplying these leave its subject to be what was told."""

OTHERS = Pattern(
    r"\b(?:if|would|could|may|might|forecast|expect\w*|target|any|combined|together|ever|limit|odds|chances?|aged|plan\w*|hop\w+|wants?|risk|likely|need\w*|must|should|looked|over|nearly|record|planned|will|can|world)\b",
    re.I,
)
"""About a multiple these make it one of what no figure tells, or one that is hardly meant."""

ANOTHER = Pattern(r"\b(?:average|national|usual|other|elsewhere|expected|the old|next|rest|again|each)\b", re.I)
"""Behind a multiple these make it one of what was not told."""

A_THIRD = Pattern(r"\b(?:[Tt]hird|[Ff]ourth|[Aa]nother|[Tt]he (?:next|other)|[Nn]ext)\b")
"""In the sentence of a multiple these may name what neither figure is of."""

NEW = Pattern(r"[\"“]?(?:An?|Another|In)\b")
THEN = Pattern(
    r"\b(?:in (?:19|20)\d\d|ago|last (?:year|month|week|season|spring|summer|autumn|winter)|earlier|then|before|now|was|had been|that year|this year)\b",
    re.I,
)
"""A sentence that opens with the first tells of something else; with the others two figures are of two times."""

RANGE = Pattern(r" (?:to|and|or|of|out of) .{0,3}|[-–]")


def taking_up(article: Article) -> Iterator[Relation]:
    """Yield each multiple that its sentence tells of the only two figures of a kind in it and in those before."""
    for at, sentence in enumerate(article.body if not article.verb_last else ()):
        for stated in sentence.of_kind("multiple|fraction") if sentence.kinds & MULTIPLES else ():
            found = _compared(article, stated)
            pair = _pair(article, at, stated) if found else None
            if found and pair and _is_theirs(article, at, stated, found, pair):
                relation = as_multiple(article, stated, *pair)
                if relation and not relation.meets() and not are_given(article, sentence, stated):
                    yield relation


def _compared(article: Article, stated: Mention) -> re.Match[str] | None:
    """Return the words behind a multiple that make it one of two figures."""
    before, behind = article.around(stated, LOOK)
    if not is_plain(stated) or stated.size <= 0 or has_it_changed(article, stated) or SCORED.search(before):
        return None
    if OTHERS.search(before[-NEAR:]) or ANOTHER.search(behind[:NEAR]):
        return None
    if GONE_UP.search(stated.text) and stated.kind == "multiple":
        return MOVED.match(behind)
    return COMPARED.match(behind) if stated.kind == "multiple" or stated.text.lower().endswith("half") else None


def _pair(article: Article, at: int, stated: Mention) -> tuple[Mention, Mention] | None:
    for window in article.reaching_back(at, BACK):
        if pairs := two_of_a_kind(article, stated, window):
            return pairs[0] if len(pairs) == 1 and _may_be_set(article, *pairs[0]) else None
    return None


def _may_be_set(article: Article, small: Mention, large: Mention) -> bool:
    """Tell whether two figures can stand one against the other: of one thing, neither a range nor part and whole."""
    first, last = sorted((small, large), key=lambda one: one.first)
    between = article.document.text[first.span.end : last.span.start]
    worded = all(one.text.isalpha() for one in (small, large))
    named = {one.noun for one in (small, large) if one.noun}
    if {small.kind, large.kind} - KINDS or worded or len(named) > 1 or RANGE.fullmatch(between):
        return False
    return not is_partitive(article, small, large)


def _is_theirs(article: Article, at: int, stated: Mention, found: re.Match[str], pair: tuple[Mention, Mention]) -> bool:
    """Tell whether a multiple's sentence names what its two figures are of, and tells no more figures than theirs."""
    sentence = article.body[at]
    counted = found.groupdict().get("noun")
    pairs = {one.first for one in pair}
    own = [one for one in sentence.mentions if one.kind in KINDS and one.size > 1 and one.first not in pairs]
    noun = pair[0].noun or pair[1].noun
    words = article.words(sentence)
    two_times = THEN.search(" ".join(article.words(article.sentences[one.sentence]) for one in pair))
    if NEW.match(words) or (GONE_UP.search(stated.text) and two_times is None):
        return False
    if (
        A_THIRD.search(words)
        or own
        or (found.groupdict().get("how") == "many" and counted and noun and singular(counted) != noun)
    ):
        return False
    told = [article.sentences[one.sentence] for one in pair if one.sentence != sentence.number]
    return bool(_named(article, [sentence]) & _named(article, told))


def _named(article: Article, sentences: Sequence[Sentence]) -> frozenset[str]:
    """Return the stems of what some sentences name."""
    return frozenset().union(*(topics(article, range(one.start, one.end)) for one in sentences))
