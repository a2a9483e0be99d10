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
from factcheck.operands import in_unit
from factcheck.quantity import Quantity
from factcheck.roles import Role, grammar, roles, verbal
from factcheck.segment import vocabulary
from factcheck.subjects import stem
from factcheck.ties import LONGEST, TAIL, Tied, adjacent, closes, footing, is_time, one_thing, tenses, topics

NEAR_MISS = Fraction(7, 4)
"""By so many times a change is misstated at the most: figures of two things part by more, or by less than their rounding."""

ANSWERED = "another figure beside it fits"
Pair = tuple[Mention, Mention]
TWO = 2
COMPARES = frozenset("against versus compared while whereas where but than to for former old new previous".split())
"""Between two figures these set one against the other."""

BACK = 2
"""So many sentences before a change may hold the two figures, if nothing else of the kind stands there."""

CLAUSE = frozenset(",;:—(")
SET_APART = frozenset(",-:—(")
TAKEN_UP = frozenset("that its their his her as what".split())
GAPS = frozenset("difference gap margin majority surplus deficit shortfall lead profit saving".split())
FORMERLY = frozenset("former previous original old earlier".split())
ONE_OF_TWO = frozenset("first second former latter other".split())
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
            bound = next(only_two(article, said, stated, *works), None)
            if bound and bound.stated.interval.meets(bound.implied.interval):
                yield bound
            else:
                found = tuple(confirmed(article, said, stated, *works))
                yield from found or ((bound,) if bound else ())


def only_two(article: Article, said: Quantity, stated: Mention, *works: Work) -> Iterator[Relation]:
    """Yield the relation of a stated figure with the only two that it can follow from, if it does or nearly does."""
    pair = None if article.verb_last else two(article, stated)
    implied = _given(said, stated, pair, works) if pair else None
    if pair and implied and parted(article, stated, pair):
        yield Relation(said, implied, doubt=answered(article, stated, said, implied))


def _given(said: Quantity, stated: Mention, pair: Pair, works: tuple[Work, ...]) -> Quantity | None:
    """Return what one of several ways to work upon two figures gives, if that is near to the stated one."""
    aim = figure(stated)
    for work in works:
        for one, other in (pair, pair[::-1]):
            first, second = figure(one), figure(other)
            if work.takes(aim, first) and work.fits(aim, first, second):
                implied = work.gives(one, other)
                if _telling(implied) and (said.interval.meets(implied.interval) or _nearly(said, implied)):
                    return implied
    return None


def answered(article: Article, stated: Mention, said: Quantity, implied: Quantity) -> str | None:
    """Return the doubt that another figure of its sentence casts on a wrong one: "up 40%", he said; they put it at 30%."""
    if said.interval.meets(implied.interval):
        return None
    others = (
        one for one in article.sentences[stated.sentence].mentions if one is not stated and one.kind == stated.kind
    )
    return ANSWERED if any(one.quantity.interval.meets(implied.interval) for one in others) else None


def _nearly(said: Quantity, implied: Quantity) -> bool:
    """Tell whether a change misses what two figures give by no more than a slip would."""
    one, other = said.interval.middle, implied.interval.middle
    low, high = sorted((one, other))
    return 0 < high <= low * NEAR_MISS


def _telling(implied: Quantity) -> bool:
    """Tell whether what two figures give is exact enough for a change to miss it."""
    low, high = implied.interval
    return 0 < high - low <= (high + low) / 3 or low == high


def parted(article: Article, stated: Mention, pair: Pair, *, shares: bool = False) -> bool:
    """Tell whether the words about a change let it part two figures, and nothing else; of `shares`, two percentages."""
    sentence = article.sentences[stated.sentence]
    if any(_is_end_of_range(article, one) for one in pair) or not footing(article, sentence):
        return False
    role = next((role for role in based(article, roles(article, sentence)) if role.mention is stated), None)
    if role is None or not _sizes(article, role) or (role.link == "by" and pair[1].first > stated.first):
        return False
    if _led_on(article, role, pair) or _of_another(article, role, pair) or (shares and _are_rates(article, pair)):
        return False
    return _stands_alone(article, role, pair) and (_compares(article, role) or _contrasted(article, Tied(*pair)))


def _are_rates(article: Article, pair: Pair) -> bool:
    """Tell whether two percentages are changes themselves: the 20 percent growth of one quarter, 42 percent of another."""
    both = {one.first for one in pair}
    read = [
        role for one in pair for role in roles(article, article.sentences[one.sentence]) if role.mention.first in both
    ]
    return any(role.name == "rate" or (role.name == "change" and role.start == role.place) for role in read)


def _compares(article: Article, role: Role) -> bool:
    """Tell whether a size itself sets two figures against each other: a lead of 12, three points ahead, five times that."""
    if role.mention.kind == "points" or article.word(role.start) in GAPS:
        return True
    if role.mention.kind == "multiple":
        return _multiplies(article, role)
    return grammar().compares(article.skeleton[role.place + 1 : role.place + 2] or ".") != 0


def _are_lost(article: Article, role: Role) -> bool:
    """Tell whether a share is said to be gone: four in ten were lost."""
    verb, been = role.place + TWO, article.skeleton[role.place + 1 : role.place + TWO]
    passive = been in grammar().be and grammar().sign(article.skeleton[verb : verb + 1]) < 0
    return bool(been) and passive and verbal(article.word(verb))


def _contrasted(article: Article, pair: Tied) -> bool:
    """Tell whether a time, a tense or a word of comparison tells two figures apart."""
    start, stop = article.sentences[pair.one.sentence].start, article.sentences[pair.other.sentence].end
    times = sum(is_time(article, place) for place in range(start, stop))
    if times or tenses(article, start, stop):
        return True
    between = range(article.place(pair.one), article.place(pair.other))
    return any(place not in article.at and article.word(place) in COMPARES for place in between)


def _stands_alone(article: Article, role: Role, pair: Pair) -> bool:
    """Tell whether a change has no base of its own but one of two figures."""
    places = [
        article.place(one) for one in pair if one.first > role.mention.first and one.sentence == role.mention.sentence
    ]
    opened = places and any(article.word(at) in ("when", "which") for at in range(role.place, places[0]))
    based = any(at - role.place <= (LONGEST if opened else TAIL) for at in places)
    return based or closes(article, role)


def _multiplies(article: Article, role: Role) -> bool:
    """Tell "twice the number", "five times that" and "That's double" from "twice won"."""
    at, behind = role.place + 1, article.word(role.place + 1)
    if article.word(at + 1) in ONE_OF_TWO or article.word(role.place - 1) == "by":
        return False
    ends = article.skeleton[at : at + 1] in (".", "q", "\n", "") and role.mention.text.lower() not in (
        "twice",
        "thrice",
    )
    grown = any(
        grammar().sign(article.skeleton[beside]) for beside in (role.place - 1, at) if beside < len(article.skeleton)
    )
    return grown or ends or article.skeleton[at] in grammar().known or behind in TAKEN_UP


def _sizes(article: Article, role: Role) -> bool:
    """Tell whether a figure is the size of a change, and no number of things lost or won, nor a share of a whole."""
    if role.mention.kind == "fraction" and article.word(role.place + 1) == "of":
        return article.word(role.place + 2) == "that" or article.word(role.place + 3) in FORMERLY
    if role.mention.kind in ("fraction", "percent") and role.name == "plain":
        return _are_lost(article, role)
    if role.mention.kind == "points":
        behind = article.word(role.place + 1)
        if article.word(role.start + TWO) == "error":
            return False
        return role.name == "change" or (
            role.name == "plain" and behind != "of" and article.word(role.place - 1) != "of"
        )
    if role.mention.kind == "multiple":
        return _moves(article, role) or _multiplies(article, role)
    if role.mention.kind not in ("count", "money", "measure", "duration"):
        return role.name == "change"
    words = grammar()
    letters = article.skeleton
    if role.name != "change":
        noun = letters[role.place - TWO] in words.nouns and not verbal(article.word(role.place - TWO))
        of_gap = article.word(role.place - 1) == "of" and (article.word(role.place - TWO) in GAPS or noun)
        return of_gap or not _left_over().isdisjoint(letters[role.place - 3 : role.place])
    noun = letters[role.start] in words.nouns | words.loss or article.word(role.start) in GAPS
    led = (
        role.start >= role.place - 1
        or article.word(role.start + 1) in ("of", "by")
        or letters[role.place - 1] in words.be
    )
    named = role.link == "by" or (noun and led)
    compared = words.compares(letters[role.place + 1 : role.place + 2] or ".") != 0
    compared = compared and letters[role.place + TWO] not in words.known
    return named or (compared and letters[role.place - 1] in SET_APART | words.be | frozenset(vocabulary()[1]["HAVE"]))


@cache
def _left_over() -> frozenset[str]:
    """Return the letters of words that lead to what is left of a figure."""
    return frozenset(vocabulary()[1]["REMAIN"])


def _of_another(article: Article, role: Role, pair: Pair) -> bool:
    """Tell whether the words that lead to a change give it to something else: "and its workforce has tripled"."""
    sentence = article.sentences[role.mention.sentence]
    start = max([sentence.start, *(article.place(one) + 1 for one in pair if one.first < role.mention.first)])
    others = (article.sentences[one.sentence] for one in pair if one.sentence != sentence.number)
    known = frozenset(stem(article.word(at)) for at in range(sentence.start, start)).union(
        *(topics(article, other) for other in others)
    )
    marks = (at for at in range(role.start - 1, start - 1, -1) if article.skeleton[at] in CLAUSE)
    start = max(start, next(marks, start))
    strange = [
        at for at in range(start, min(role.start, role.place))
        if article.skeleton[at] in "wN" and at not in article.at and stem(article.word(at)) not in known
    ]  # fmt: skip
    if any(article.skeleton[at] == "N" and at > sentence.start for at in strange):
        return True
    if strange and role.name != "times" and strange[-1] == min(role.start, role.place) - 1:
        return True
    return _moves(article, role) and bool(strange) and pair[0].first < role.mention.first


def _moves(article: Article, role: Role) -> bool:
    """Tell whether a change is told by a verb, which has a subject: it fell 5%, it doubled; not a fall of 5%, 5% less."""
    if role.name == "times":
        return article.word(role.place).endswith(("ed", "ing"))
    return role.start < role.place and verbal(article.word(role.start))


def _led_on(article: Article, role: Role, pair: Pair) -> bool:
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


def two(article: Article, stated: Mention, *, shares: bool = False) -> Pair | None:
    """Return the only two figures near a change that it may part, in the order of the text; of `shares`, two percentages."""
    sentence = article.sentences[stated.sentence]
    own = _likes(sentence, stated, shares)
    told = [one for one in own if one.first < stated.first]
    if len(told) == TWO or len(own) == TWO:
        return _paired(told if len(told) == TWO else own)
    near = [one for one in own if one.first < stated.last + TAIL]
    tried = (_reaching(article, sentence, stated, shares, found) for found in ((own,) if near == own else (own, near)))
    return next(filter(None, tried), None)


def _reaching(article: Article, sentence: Sentence, stated: Mention, shares: bool, own: list[Mention]) -> Pair | None:
    """Return two figures of which one sentence, or those before or behind it, has no others."""
    found, ahead, behind = own, adjacent(article, sentence, -1), adjacent(article, sentence, 1)
    for _ in range(BACK):
        found = [*(_likes(ahead, stated, shares) if ahead else ()), *found]
        if len(found) >= TWO:
            pair = _paired(found)
            near = not pair or sentence.number - pair[0].sentence < TWO
            return (
                pair
                if pair and (near or one_thing(article, Tied(*pair), least=1) or _nameless(article, pair))
                else None
            )
        ahead = adjacent(article, ahead, -1) if ahead else None
    return _paired([*found, *_likes(behind, stated, shares)]) if behind and found == own else None


def _nameless(article: Article, pair: Pair) -> bool:
    """Tell whether no name stands between two figures, and a time does, so that both are of what was spoken of."""
    between = article.skeleton[article.place(pair[0]) : article.place(pair[1])]
    return "N" not in between and _contrasted(article, Tied(*pair))


def _paired(likes: list[Mention]) -> Pair | None:
    if len(likes) != TWO:
        return None
    one, other = likes
    nouns = {one.noun, other.noun} - {""}
    elided = one.kind != "count" or other.kind in ("count", "percent")
    if (
        one.kind == other.kind == "money"
        and len({text.partition("$")[0] for text in (one.text, other.text) if "$" in text}) > 1
    ):
        return None
    return (in_unit(one, other), in_unit(other, one)) if elided and alike(one, other) and len(nouns) < TWO else None


def _is_end_of_range(article: Article, mention: Mention) -> bool:
    """Tell whether a figure is an end of a range: 13 to 17 basis points."""
    place = article.place(mention)
    low, high = (place - TWO, place) if article.word(place - 1) in ("to", "and") else (place, place + TWO)
    joined = article.word(low + 1) == "to" or (article.word(low + 1) == "and" and article.word(low - 1) == "between")
    return joined and low in article.at and high in article.at and article.word(low - 1) != "from"


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
    if stated.kind == "duration" and one.kind != "duration" and one.text.isalpha():
        return False
    return one.unit == stated.unit or (one.kind == "count" and not one.noun)
