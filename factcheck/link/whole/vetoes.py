"""What forbids holding a sum against a text: a part taken off and not added, one that is some of another, one of another order.

Whoever found whole and parts, by whichever words: these stand beside a part and say that it is none.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import pairwise

from factcheck.article import Article
from factcheck.document import Span
from factcheck.link.series.figures import is_of_each, value
from factcheck.link.series.wanting import told_as_one, told_beside
from factcheck.link.sport.wickets import tells_of_cricket
from factcheck.model import Mention, Relation
from factcheck.patterns import Pattern

NO_PART = "one of the figures is no part"
LOOK = 16
TAKEN_OFF = Pattern(
    r"\b(?:before|after|less|minus|excluding|without|net of|not counting|apart from|owes?|owed)(?: an?| the| some)? (?:[£$€]|US\$)?$",
    re.I,
)
"""Right before a figure these say that it is taken off what is told."""

OF_ANOTHER = Pattern(
    r"\bof (?:whom|which|those|these|them|the (?:rest|others|remainder))(?:,| some| about| only| just)? (?:[£$€]|US\$)?$",
    re.I,
)
"""And these that it is some of what was told last."""

SOME_OF_IT = Pattern(r" of (?:whom|which)\b")
"""Right behind a later part these make it some of the one before: 71 came, nine of whom were sent home."""

LEAVES = Pattern(r"\bleav(?:es?|ing)\b[^.;]{0,12}$", re.I)
TO = Pattern(r",? to (?:[£$€])?")
CLAUSE_END = Pattern(r"[.;!?](?=\s)")
SINGLY, FEW = 2, 25
"""So many of so few may have been taken away one by one, each in a clause without a number."""

REST, NEAR = Pattern(r"\bother $", re.I), 2
"""Before a part this makes it of the others, beside a whole of more told so many sentences before at the most."""

EARLIER = Pattern(r"\b(?:last year|a year (?:earlier|ago|before)|the year before|last (?:month|season|week))\b", re.I)
"""In the sentence of some parts, and not of the others, these make them parts of another whole."""

MAKING, IN_ALL = Pattern(r"\bmaking $"), Pattern(r"[^.;]{0,25}\bin (?:all|total)\b")
"""Before a part and behind it these make it a whole of its own."""

FAR = 200
INNINGS = Pattern(r"\b\d{1,3} for (?:\w+)")
"""What a side made at cricket."""

WORDS, TELLING = 12, 100
"""A number in words up to so many is hardly a part of so many."""


def doubted(proposed: Iterator[Relation], article: Article) -> Iterator[Relation]:
    """Yield the sums proposed; those that miss with a doubt where one of the parts is none, or all figures are parts of a sum that holds."""
    told = [relation for relation in proposed if relation.meets() or not _are_innings(article, relation)]
    held = [frozenset(relation.implied.spans) for relation in told if relation.meets()]
    figures = {one.span: one for one in article.mentions} if len(held) < len(told) else {}
    for relation in told:
        misses = relation.doubt is None and not relation.meets()
        none = misses and (_among(relation, held) or _is_none(article, figures, relation))
        yield relation._replace(doubt=NO_PART) if none else relation


def _among(relation: Relation, held: list[frozenset[Span]]) -> bool:
    spans = {*relation.stated.spans, *relation.implied.spans}
    return any(spans <= parts for parts in held)


def _is_none(article: Article, figures: dict[Span, Mention], relation: Relation) -> bool:
    parts = [figures[span] for span in relation.implied.spans if span in figures]
    wholes = [figures[span] for span in relation.stated.spans if span in figures]
    if not (parts and wholes):
        return False
    if (
        _are_of_more(article, wholes[0], parts)
        or _says_nothing([*wholes, *parts])
        or _taken_singly(article, wholes[0], parts)
        or _moves(article, [*wholes, *parts])
        or told_beside(article, short := value(wholes[0]) - sum(map(value, parts)), wholes[0], parts)
        or told_as_one(article, short, parts)
    ):
        return True
    then = sum(EARLIER.search(article.words(article.sentences[one.sentence])) is not None for one in parts)
    if 0 < then < len(parts) and not EARLIER.search(article.words(article.sentences[wholes[0].sentence])):
        return True
    if 0 < sum(is_of_each(article, one) for one in parts) < len(parts):
        return True
    if any(
        MAKING.search(article.around(one, LOOK)[0]) and IN_ALL.match(article.document.text, one.span.end)
        for one in parts
    ):
        return True
    large = any(value(whole) >= TELLING and not whole.text.isalpha() for whole in wholes)
    return any(
        (large and part.kind == "count" and part.text.isalpha() and value(part) <= WORDS)
        or TAKEN_OFF.search(before := article.around(part, LOOK)[0])
        or (later and (OF_ANOTHER.search(before) or SOME_OF_IT.match(article.document.text, part.span.end)))
        for later, part in enumerate(parts)
    )


def _are_of_more(article: Article, whole: Mention, parts: list[Mention]) -> bool:
    """Tell whether the others are those beside a whole, of more told before: 22 were hurt; 14 are in hospital, four badly; the other eight went home."""
    near = article.sentences[max(0, whole.sentence - NEAR) : whole.sentence + 1]
    told = {value(one) for sentence in near for one in sentence.of_kind(whole.kind) if one.first < whole.first}
    return any(REST.search(article.around(one, LOOK)[0]) and value(whole) + value(one) in told for one in parts)


def _are_innings(article: Article, relation: Relation) -> bool:
    """Tell whether figures are runs and wickets of two innings: made 179 for six, in reply to 178 for six."""
    spans = relation.stated.spans + relation.implied.spans
    first = min(span.start for span in spans)
    told = article.document.text[first : first + FAR] if tells_of_cricket(article) else ""
    return len(INNINGS.findall(told)) > 1 and "wicket" in told


def _says_nothing(figures: list[Mention]) -> bool:
    """Tell whether no figure says what it counts, and all are small and in words: two and two make five."""
    return all(one.text.isalpha() and one.noun in ("", "make") and value(one) <= WORDS for one in figures)


def _moves(article: Article, figures: list[Mention]) -> bool:
    """Tell whether "to" joins two of some figures, as the ends of a way: it went from 96 to 84; it grew by 7, to 93."""
    text, told = article.document.text, sorted(figures, key=lambda one: one.first)
    return any(TO.fullmatch(text, one.span.end, other.span.start) for one, other in pairwise(told))


def _taken_singly(article: Article, whole: Mention, parts: list[Mention]) -> bool:
    """Tell whether clauses without a number may tell of the few that are wanting: the 8th was a holiday ... That leaves nine."""
    short, last = value(whole) - sum(map(value, parts)), parts[-1]
    if not 0 < short <= SINGLY or value(whole) > FEW or not LEAVES.search(article.around(last, LOOK)[0]):
        return False
    start = whole.span.end
    ends = [start + mark.end() for mark in CLAUSE_END.finditer(article.document.text[start : last.span.start])]
    return sum(not any(one <= part.span.start < other for part in parts) for one, other in pairwise(ends)) >= short
