"""How many times as much a headline says that a thing became, against the two values that its text tells: "triples", twice the 20,600."""

from __future__ import annotations

import re
from collections.abc import Iterator
from fractions import Fraction
from itertools import combinations

from factcheck.article import Article, Sentence
from factcheck.link.change.changes import movements
from factcheck.link.context.frames import Movement, alike
from factcheck.link.context.operands import ends
from factcheck.link.context.subjects import topics, topics_of
from factcheck.link.headline.heads import TOPS
from factcheck.link.headline.rivals import leads
from factcheck.model import Mention, Relation
from factcheck.patterns import Pattern
from factcheck.quantity import Quantity

VERB = Pattern(r"(?:doubl|tripl|trebl|quadrupl|halv)(?:es?|ed)$", re.I)
"""What a headline says of a thing that became so many times as much."""

LED = Pattern(r"\b(?:to|may|could|will|would|almost|nearly|about|plans?|not|never|than|half|if|set to|seen?) $", re.I)
TURNS = frozenset("as while and but after despite though although".split()) | frozenset(",;:")
"""Behind these a headline tells of something else."""

LOOK, NEAR = 30, Fraction(1, 5)
"""A headline's multiple may be off what it rounds by so much of it."""


def multiplied(article: Article) -> Iterator[Relation]:
    """Hold a headline's "triples" to the one change that the opening of the text tells with both its ends."""
    found: dict[str, list[tuple[Sentence, Mention]]] = {}
    for head in article.sentences if not article.verb_last else ():
        for said in head.of_kind("multiple|fraction") if head.block in TOPS else ():
            if VERB.search(said.text) and not LED.search(article.around(said, LOOK)[0]):
                found.setdefault(said.text.lower(), []).append((head, said))
    for (head, said), *others in found.values():
        told = [move for move in movements(article) if _may_be(article, move, head, said)]
        wanted = said.number.middle if said.number else Fraction(0)
        if len(told) == 1 and not _is_told(article, said, wanted):
            yield _relation((said, *(one for _, one in others)), told[0], wanted)


def _may_be(article: Article, move: Movement, head: Sentence, said: Mention) -> bool:
    """Tell whether a change is of what a headline says was multiplied, in its clause: profit slides as energy bill doubles."""
    whole = move.before is not None and not (move.doubt or move.pair)
    place = article.place(said)
    turns = (at + 1 for at in range(head.start, place) if article.word(at) in TURNS)
    subject = topics(article, range(max(turns, default=head.start), place))
    return leads(article, move.sentence) and whole and bool(subject & topics_of(article, move.sentence))


def _is_told(article: Article, said: Mention, wanted: Fraction) -> bool:
    """Tell whether a text has the headline's multiple too, or two figures near each other that give it."""
    own = [one for sentence in article.body for one in sentence.mentions if one.number is not None]
    if any(one.kind in ("multiple", "fraction") and one.size == said.size for one in own):
        return True
    if any(one.kind == "percent" and abs(one.number.middle - abs(wanted - 1)) <= NEAR / 2 for one in own if one.number):
        return True
    pairs = (
        sorted((one.size, other.size))
        for one, other in combinations(own, 2)
        if other.sentence - one.sentence <= 1 and alike(one, other)
    )
    times = max(wanted, 1 / wanted)
    return any(low and abs(high / low - times) <= NEAR / 2 * times for low, high in pairs)


def _relation(said: tuple[Mention, ...], move: Movement, wanted: Fraction) -> Relation:
    assert move.before is not None
    both = ends(move.before, move.after)
    made = both.after / both.before
    near = made.interval.low <= wanted * (1 + NEAR) and made.interval.high >= wanted * (1 - NEAR)
    told = "the same" if near else f"{move.before.text} to {move.after.text}"
    over = Quantity.named("the same", said[0].text, *(one.span for one in said))
    under = Quantity.named(told, f"{move.before.text} to {move.after.text}", *made.spans)
    return Relation(over, under, working=f"{move.before.text} to {move.after.text} in the text; {said[0].text} over it")
