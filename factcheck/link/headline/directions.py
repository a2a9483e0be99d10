"""Which way, and by how much, a headline says that something went, against the ends that its text tells of it.

"Sales fall at Tarn" has no figure: the noun before its verb is the one before the text's own.  "Fares to rise 10%" has
one that the text leaves to its reader: from $2.20 to $2.75.
"""

from __future__ import annotations

from collections.abc import Iterator
from fractions import Fraction

from factcheck.article import Article, Sentence
from factcheck.document import Block
from factcheck.link.change.changes import movements
from factcheck.link.context.frames import OTHER_BASIS, Movement
from factcheck.link.context.operands import ends
from factcheck.link.context.roles import grammar
from factcheck.link.context.subjects import stem, topics_of
from factcheck.link.headline.heads import TOPS, Head
from factcheck.link.headline.rivals import leads
from factcheck.link.headline.ways import UNDONE, sign_at, way_of
from factcheck.model import Mention, Relation
from factcheck.patterns import Pattern
from factcheck.quantity import Quantity

WAYS = {1: "up", -1: "down"}
HUNDRED = 100
OTHER_TIME = Pattern(
    r"\b(?:last (?:week|month|night|quarter|decade|century)|earlier|previous\w*|in the \d{4}s|(?:on|since) (?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day|between \d{4} and|from \d{4})\b"
)
PARTS = frozenset("online total overall mortgage home export domestic retail wholesale".split())
SHORTEST = 4
"""A shorter word before a verb is no noun that tells what moved."""

PLACED = frozenset({"in", "at", "of", "across"})
MARGIN = Fraction(3, 20)
"""By this share of it at the least a percentage misses what the ends come to, if it is no other way to round them."""


def directions(article: Article) -> Iterator[Relation]:
    """Hold the way that a headline without figures says its subject went to the one that the opening tells, where nothing tells of another."""
    numbered = {article.block_of(one).start for one in article.sentences if one.block in TOPS}
    for block in article.document.blocks if not article.verb_last else ():
        if block.kind in TOPS and block.start not in numbered and (said := _moved(article, _places(article, block))):
            yield from _against(article, said)


def _places(article: Article, block: Block) -> range:
    return range(article.place_at(block.start), article.place_at(block.end))


def _moved(article: Article, places: range) -> int | None:
    """Return where a word of change stands behind a noun, if the words have but one and nothing undoes it."""
    ways = [at for at in places if grammar().sign(article.skeleton[at])]
    undone = any(article.word(at) in UNDONE | OTHER_BASIS for at in places)
    return ways[0] if len(ways) == 1 and ways[0] > places.start and not undone and _thing(article, ways[0]) else None


def _thing(article: Article, verb: int) -> str:
    """Return the stem of the noun before a verb, a place that it is told with passed over: the rents of "rents in Elm fell"."""
    at = verb
    while article.skeleton[at - 1] == "N":
        at -= 1
    at = at - 1 if at < verb and article.word(at - 1) in PLACED else verb
    word = article.word(at - 1)
    return stem(word) if len(word) >= SHORTEST and word.isalpha() else ""


def _against(article: Article, said: int) -> Iterator[Relation]:
    thing, sign = _thing(article, said), grammar().sign(article.skeleton[said])
    told: list[int] = []
    for sentence in article.body:
        if thing in topics_of(article, sentence):
            signs = {at: way for at in range(sentence.start, sentence.end) if (way := sign_at(article, at))}
            if sign in signs.values():
                return
            first = leads(article, sentence)
            told += [
                at for at in signs if first and _thing(article, at) == thing and not _is_other(article, sentence, at)
            ]
    if told:
        over, under = (article.span(at, at + 1) for at in (said, told[0]))
        yield Relation(
            Quantity.named(WAYS[sign], article.text(over), over),
            Quantity.named(WAYS[-sign], article.text(under), under),
            says=f"The headline says that it went {WAYS[sign]}, the text says “{{working}}”.",
            fix=f"a word for {WAYS[-sign]} over the text, or for {WAYS[sign]} in it",
        )


def _is_other(article: Article, sentence: Sentence, verb: int) -> bool:
    """Tell whether a move is of another time, or of some: stocks fell on Friday, total sales rose."""
    return OTHER_TIME.search(article.words(sentence)) is not None or article.word(verb - 2) in PARTS


def worked_out(article: Article, heads: list[Head]) -> Iterator[Relation]:
    """Hold the percentage of a headline's change to the ends of the only change in the opening, where the text has no percentage."""
    if article.verb_last or any(
        one.kind in ("percent", "fraction", "points") for part in article.body for one in part.mentions
    ):
        return
    for head in heads:
        said, way = head.mention, way_of(article, head.sentence, head.mention)
        if said.kind != "percent" or said.number is None or way is None or way[1]:
            continue
        told = [
            move
            for move in movements(article)
            if move.before and not (move.pair or move.doubt) and leads(article, move.sentence)
        ]
        if len(told) == 1 and _in_points(said, told[0]):
            continue
        if len(told) == 1 and topics_of(article, head.sentence) & topics_of(article, told[0].sentence):
            yield _percent(head, told[0].before, told[0].after)


def _in_points(said: Mention, move: Movement) -> bool:
    """Tell whether a percentage is by how much a bare number moved, as of a rate: cut by 0.25% to 4.25 from 4.5."""
    before = move.before
    return before is not None and abs(abs(before.size - move.after.size) - said.size * HUNDRED) < 1e-6


def _percent(head: Head, before: Mention | None, after: Mention) -> Relation:
    assert before is not None and head.mention.number is not None
    share = ends(before, after).share
    middle, half = head.mention.number.middle, MARGIN * head.mention.number.middle
    said = Quantity(share.interval.around(middle, half), "%", head.mention.text, head.places)
    return Relation(said, share)
