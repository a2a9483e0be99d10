"""Two figures that stand alone about a change: where no others could be meant, they refute it as they would confirm it.

"The grant, worth $36,000 last year, is to be $27,000. The director called the 35 percent cut a blow": no words tie the
three, but a time tells the two figures apart, nothing else near by is of their kind, and 35 is near to what they give.
"""

from __future__ import annotations

import itertools
from collections.abc import Callable, Iterator
from fractions import Fraction
from functools import cache

from factcheck.article import Article, Sentence
from factcheck.bases import based
from factcheck.document import Span
from factcheck.elsewhere import NUMBERS, Aim, Work, confirmed, figure
from factcheck.frames import alike
from factcheck.model import Mention, Relation
from factcheck.quantity import Quantity
from factcheck.operands import in_unit
from factcheck.quantity import Quantity
from factcheck.roles import Role, grammar, roles, verbal
from factcheck.segment import vocabulary
from factcheck.subjects import stem
from factcheck.ties import Tied, adjacent, contrasted, footing, one_thing, stands_alone, topics

NEAR_MISS = Fraction(8, 5)
"""By so many times a change is misstated at the most: figures of two things part by more, or by less than their rounding."""

TWO = 2
SET_APART = frozenset(",-:—(")
TAKEN_UP = frozenset("that its their his her as what".split())
GAPS = frozenset("difference gap margin majority surplus deficit shortfall lead profit saving".split())
LEADS = 7
"""So many places behind a change may stand the figure that it led to."""


def settled(
    proposed: Iterator[Relation], article: Article, aims: Callable[[Article], Iterator[Aim]]
) -> Iterator[Relation]:
    """Yield the relations that words propose; then, of the figures that they leave in doubt, those that figures settle."""
    told: set[Span] = set()
    for relation in proposed:
        if relation.doubt is None or relation.stated.interval.meets(relation.implied.interval):
            told.update(relation.stated.spans)
        yield relation
    for said, stated, works in aims(article):
        if stated.span not in told:
            found = list(confirmed(article, said, stated, *works))
            yield from found or refuted(article, said, stated, *works)


def refuted(article: Article, said: Quantity, stated: Mention, *works: Work) -> Iterator[Relation]:
    """Yield the relation of a stated figure with the only two that it can follow from, if it nearly does."""
    pair = None if article.verb_last else sole(article, stated)
    for work in works if pair else ():
        for one, other in (pair, pair[::-1]) if pair else ():
            aim, first, second = figure(stated), figure(one), figure(other)
            if work.takes(aim, first) and work.fits(aim, first, second):
                implied = work.gives(one, other)
                if _nearly(said, implied):
                    yield Relation(said, implied)
                    return


def _nearly(said: Quantity, implied: Quantity) -> bool:
    """Tell whether a change misses what two figures give by no more than a slip would."""
    one, other = said.interval.middle, implied.interval.middle
    low, high = sorted((one, other))
    return 0 < high <= low * NEAR_MISS and not said.interval.meets(implied.interval)


def sole(article: Article, stated: Mention, *, shares: bool = False) -> tuple[Mention, Mention] | None:
    """Return the only two figures near a change that it may part, in the order of the text; of `shares`, two percentages."""
    sentence = article.sentences[stated.sentence]
    pair = _two(article, sentence, stated, shares)
    if pair is None or _ranged(article, pair) or not footing(article, sentence):
        return None
    role = next((role for role in based(article, roles(article, sentence)) if role.mention is stated), None)
    if role is None or (shares and _are_rates(article, pair)) or (role.link == "by" and pair[1].first > stated.first) or not _sizes(article, role):
        return None
    if _led_on(article, role, pair) or _of_another(article, role, pair) or not stands_alone(article, role, pair):
        return None
    return pair if _compares(article, role) or contrasted(article, Tied(*pair)) else None


def _are_rates(article: Article, pair: tuple[Mention, Mention]) -> bool:
    """Tell whether two percentages are changes themselves: the 20 percent growth of one quarter, 42 percent of another."""
    read = {role.place: role.name for one in pair for role in roles(article, article.sentences[one.sentence])}
    return any(read.get(article.place(one)) in ("change", "rate") for one in pair)


def _compares(article: Article, role: Role) -> bool:
    """Tell whether a size itself sets two figures against each other: a lead of 12, three points ahead, five times that."""
    if role.mention.kind == "points" or article.word(role.start) in GAPS:
        return True
    if role.mention.kind == "multiple":
        return _multiplies(article, role)
    return grammar().compares(article.skeleton[role.place + 1 : role.place + 2] or ".") != 0


def _multiplies(article: Article, role: Role) -> bool:
    """Tell "twice the number", "five times that" and "That's double" from "twice won"."""
    at, behind = role.place + 1, article.word(role.place + 1)
    ends = article.skeleton[at : at + 1] in (".", "q", "\n", "") and role.mention.text.lower() not in ("twice", "thrice")
    return ends or article.skeleton[at] in grammar().known or behind in TAKEN_UP


def _sizes(article: Article, role: Role) -> bool:
    """Tell whether a figure is the size of a change, and no number of things lost or won, nor a share of a whole."""
    if role.mention.kind == "fraction" and article.word(role.place + 1) == "of":
        return article.word(role.place + 2) in TAKEN_UP
    if role.mention.kind == "points":
        behind = article.word(role.place + 1)
        return role.name == "change" or (role.name == "plain" and behind != "of" and article.word(role.place - 1) != "of")
    if role.mention.kind == "multiple":
        return _moves(article, role) or _multiplies(article, role)
    if role.mention.kind not in ("count", "money", "measure"):
        return role.name == "change"
    words = grammar()
    letters = article.skeleton
    if role.name != "change":
        return not _left_over().isdisjoint(letters[role.place - 3 : role.place])
    noun = letters[role.start] in words.nouns | words.loss or article.word(role.start) in GAPS
    led = role.start >= role.place - 1 or article.word(role.start + 1) in ("of", "by") or letters[role.place - 1] in words.be
    named = role.link == "by" or (noun and led)
    compared = words.compares(letters[role.place + 1 : role.place + 2] or ".") != 0
    return named or (compared and (letters[role.place - 1] in SET_APART or letters[role.place - 1] in words.be))


@cache
def _left_over() -> frozenset[str]:
    """Return the letters of words that lead to what is left of a figure."""
    return frozenset(vocabulary()[1]["REMAIN"])


def _of_another(article: Article, role: Role, pair: tuple[Mention, Mention]) -> bool:
    """Tell whether the words that lead to a change give it to something else: "and its workforce has tripled"."""
    sentence = article.sentences[role.mention.sentence]
    start = max([sentence.start, *(article.place(one) + 1 for one in pair if one.first < role.mention.first)])
    known = topics(article, article.sentences[pair[0].sentence]) | topics(article, article.sentences[pair[1].sentence])
    strange = [
        at for at in range(start, min(role.start, role.place))
        if article.skeleton[at] in "wN" and at not in article.at and stem(article.word(at)) not in known
    ]  # fmt: skip
    named = any(article.skeleton[at] == "N" and at > sentence.start for at in strange)
    return named or (_moves(article, role) and bool(strange))


def _moves(article: Article, role: Role) -> bool:
    """Tell whether a change is told by a verb, which has a subject: it fell 5%, it doubled; not a fall of 5%, 5% less."""
    if role.name == "times":
        return article.word(role.place).endswith(("ed", "ing"))
    return role.start < role.place and verbal(article.word(role.start))


def _ranged(article: Article, pair: tuple[Mention, Mention]) -> bool:
    """Tell whether two figures are the ends of a range: earnings of $3 to $3.15."""
    first, last = map(article.place, pair)
    return last == first + TWO and article.word(first + 1) in ("to", "and") and article.word(first - 1) != "from"


def _led_on(article: Article, role: Role, pair: tuple[Mention, Mention]) -> bool:
    """Tell whether a change leads to a figure, or trails one, so that its base is left unsaid: rose 2.7% to $31; at $23, up 4%."""
    places = range(role.place + 1, role.place + 1 + LEADS)
    clause = itertools.takewhile(lambda at: article.skeleton[at : at + 1] not in (",", ".", "q", "\n", ""), places)
    leads = next((at for at in clause if article.word(at) in ("to", "at")), None)
    leading = leads is not None and any(0 < article.place(one) - leads <= LEADS for one in pair)
    trailed = role.link in ("up", "down") and role.start - article.place(pair[1]) == TWO
    if (leading or trailed) and not one_thing(article, Tied(*pair)):
        return True
    ahead = range(role.place + 1, article.place(pair[0]))
    return any(grammar().sign(article.skeleton[at]) and verbal(article.word(at)) for at in ahead)


def _two(article: Article, sentence: Sentence, stated: Mention, shares: bool) -> tuple[Mention, Mention] | None:
    own = _likes(sentence, stated, shares)
    behind = adjacent(article, sentence, 1)
    ahead = adjacent(article, sentence, -1)
    if len(own) > TWO:
        return None
    if len(own) == TWO:
        return _paired(own)
    for part in (ahead, behind):
        if part and (more := _likes(part, stated, shares)):
            return _paired(sorted((*own, *more), key=lambda one: one.first))
    return None


def _paired(likes: list[Mention]) -> tuple[Mention, Mention] | None:
    if len(likes) != TWO:
        return None
    one, other = likes
    nouns = {one.noun, other.noun} - {""}
    elided = one.kind != "count" or other.kind in ("count", "percent")
    return (in_unit(one, other), in_unit(other, one)) if elided and alike(one, other) and len(nouns) < TWO else None


def _likes(sentence: Sentence, stated: Mention, shares: bool) -> list[Mention]:
    """Return the figures of a sentence that a change may be of."""
    return [one for one in sentence.mentions if one is not stated and _may_part(stated, one, shares)]


def _may_part(stated: Mention, one: Mention, shares: bool) -> bool:
    if one.kind not in NUMBERS or one.upper is not None or one.hedge or one.size <= 0 or one.text.lower() == "one":
        return False
    if shares or stated.kind == "points":
        return one.kind == "percent" or (one.kind == "count" and not one.noun)
    if stated.kind in ("percent", "fraction", "multiple"):
        return one.kind not in ("percent", "duration")
    return one.unit == stated.unit or (one.kind == "count" and not one.noun)
