"""Who was on a side, told beside the tally: nine Democrats and five Republicans in favor of what passed by 12 to ten; the three dissenters.

No more can have been on a side than it had votes.  Fewer may be told of, unless "the three who dissented" takes them for known.
"""

from __future__ import annotations

from collections.abc import Iterator
from itertools import takewhile

from factcheck.article import Article, Sentence
from factcheck.link.series.blocs import PARTY
from factcheck.link.series.figures import counted, is_plain
from factcheck.link.series.tallies import Tally, behind
from factcheck.model import Mention, Relation
from factcheck.patterns import Pattern
from factcheck.quantity import Quantity, total

IN_FAVOUR = Pattern(
    r" [A-Z]\w+s (?:were (?:all )?(?:in favou?r|for (?:it|the \w+))|voted (?:yes|aye|for|in favou?r)|backed|supported|said (?:yes|aye))\b"
)
"""Behind the last of some parties these make them all those who were for it."""

OPPOSED = r"(?:objected|opposed (?:it|the \w+)|dissented|disagreed|voted (?:against|no)|were against)"
OF_THEM = Pattern(rf"\b[Oo]f (?:those who {OPPOSED}|the (?:dissenters|objectors|opponents|minority)),? ")
"""Behind these stand some of those who were against it."""

THE_ONES = Pattern(rf" (?:dissenters|objectors|dissenting (?:\w+ )?(?:judges|justices|members)|who {OPPOSED})\b")
THE = Pattern(r"\b[Tt]he $")
HOPED = Pattern(r"\b(?:had (?:promised|said|pledged)|would|will|could|might|earlier|last|previous\w*|committee)\b")
LOOK, OFF, TWO, NEXT = 40, 3, 2, 2
"""So far off at most is one mistyped; so many parts has a side; in so many sentences is it told, that of the tally the first."""


def sides_again(article: Article, tally: Tally) -> Iterator[Relation]:
    """Yield the votes of one side with those told to be on it, where they are too many, or taken for known and other."""
    votes = {*tally.yes.spans, *tally.no.spans}
    for sentence in article.sentences[tally.sentence.number : tally.sentence.number + NEXT]:
        counts = [one for one in sentence.of_kind("count") if is_plain(one) and one.span not in votes]
        if HOPED.search(article.words(sentence)) is None:
            yield from _in_favour(article, tally, counts)
            yield from _of_those_against(article, tally, sentence, counts)
            yield from _the_ones_against(article, tally, counts)


def _in_favour(article: Article, tally: Tally, counts: list[Mention]) -> Iterator[Relation]:
    parties = list(takewhile(lambda one: PARTY.match(behind(article, one)), counts))
    if len(parties) == TWO and IN_FAVOUR.match(article.around(parties[-1], LOOK)[1]):
        yield from _too_many(tally.yes, parties)


def _of_those_against(article: Article, tally: Tally, sentence: Sentence, counts: list[Mention]) -> Iterator[Relation]:
    here = article.here(sentence)
    if led := OF_THEM.search(article.document.text, here.start, here.end):
        told = [one for one in counts if one.span.start >= led.end()]
        if len(told) == TWO:
            yield from _too_many(tally.no, told)


def _the_ones_against(article: Article, tally: Tally, counts: list[Mention]) -> Iterator[Relation]:
    for one in counts:
        before, after = article.around(one, LOOK)
        if one.first > tally.last.first and THE.search(before) and THE_ONES.match(after):
            yield Relation(tally.no, counted(one))


def _too_many(side: Quantity, parts: list[Mention]) -> Iterator[Relation]:
    made = total([counted(part) for part in parts])
    over = made.interval.low - side.interval.high
    if over == 0 or 0 < over <= OFF:
        yield Relation(side, made)
