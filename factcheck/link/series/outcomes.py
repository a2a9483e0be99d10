"""What a vote told near by makes of a figure: how far past the bar it went, the body that cast it, two votes that make a third."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import combinations

from factcheck.article import Article, Sentence
from factcheck.link.series.figures import counted, is_plain, value
from factcheck.link.series.tallies import Tally, behind, is_body, is_vote
from factcheck.model import Mention
from factcheck.patterns import Pattern
from factcheck.quantity import Interval, Quantity, total
from factcheck.records import NamedTuple

BACK, LOOK, MOST, LEAST = 2, 60, 12, 100
BAR = r"(?:it|that|the (?:bar|threshold|hurdle|mark|line|figure|quorum|minimum|majority|requirement))"
CLEARED = Pattern(
    rf"\b(?:cleared|passed|beat|topped|exceeded|(?P<below>missed|fell short of|undershot|short of)) {BAR}(?: \w+ly)? by (?:just |only )?$",
    re.I,
)
"""Right before a number it is how far a vote went past a bar told before, or stayed below it."""

TO_SPARE = Pattern(r" (?:votes? )?to spare\b", re.I)
ASKED_FOR = Pattern(r"\b(?:majority|need\w*|requir\w+|takes?|took|threshold|bar|hurdle|must|want(?:s|ed))\b", re.I)
MIGHT_VOTE = Pattern(
    r" (?:[\w-]+ ){0,2}?(?:(?:who (?:were|are) )?(?:entitled|eligible|qualified|allowed|able) to|on (?:the|its|their) (?:roll|register|books)|eligible|members|voters|electors)\b",
    re.I,
)
ANOTHER = Pattern(r"\b(?:ago|earlier|before|last|previous\w*|then|would|could|if|in \d{4})\b", re.I)
UNTOLD, ELSEWHERE = "the vote may be another", "the votes stand in several sentences"


class Outcome(NamedTuple):
    """A figure as said and as a vote makes it; `doubt` why it may be of another vote."""

    stated: Quantity
    implied: Quantity
    doubt: str | None = None


def outcomes(article: Article, told: list[Tally]) -> Iterator[Outcome]:
    """Yield every figure of an article that the votes told in it make."""
    for sentence in article.holding(" by ", "to spare") if told else ():
        for one in sentence.of_kind("count"):
            before = article.around(one, LOOK)[0]
            if (found := CLEARED.search(before)) or TO_SPARE.match(behind(article, one)):
                yield from _cleared(article, sentence, one, told, found is not None and found["below"] is not None)
    yield from _of_two(told[:MOST])
    yield from _of_a_body(article, told)
    yield from _turned_out(article, told)


def _cleared(article: Article, sentence: Sentence, gap: Mention, told: list[Tally], below: bool) -> Iterator[Outcome]:
    """Yield how far the vote told last lies from the one bar that its sentences tell, or from half of its body."""
    near = [tally for tally in told if 0 <= sentence.number - tally.sentence.number <= BACK]
    if not near or not is_plain(gap):
        return
    votes = (near[-1].yes, near[-1].no)
    reached = max(votes, key=lambda side: side.interval.low)
    bars = _bars(article, sentence, gap, near[-1])
    ways = [(reached - bar) if not below else (bar - near[-1].yes) for bar in bars]
    fitting = next((way for way in ways if way.interval.meets(counted(gap).interval)), None)
    if fitting or ways:
        firm = len(ways) == 1 and not ANOTHER.search(article.words(sentence))
        yield Outcome(counted(gap), fitting or ways[0], None if firm else UNTOLD)


def _bars(article: Article, sentence: Sentence, gap: Mention, tally: Tally) -> list[Quantity]:
    near = [
        one
        for one in article.sentences[tally.sentence.number : sentence.number + 1]
        if ASKED_FOR.search(article.words(one))
    ]
    counts = [one for other in near for one in other.of_kind("count") if one is not gap and is_plain(one)]
    sizes = [one for one in counts if is_body(article, one)]
    cast = {*tally.yes.spans, *tally.no.spans}
    bars = [one for one in counts if one.span not in cast and one not in sizes and value(one) > value(gap)]
    bars = [one for one in bars if not is_vote(article, one)]
    if bars or not any("majority" in article.words(one) for one in near):
        return list(map(counted, bars))
    return [
        Quantity(Interval.exactly(value(size) // 2 + 1), "", f"{value(size) // 2 + 1} of {size.text}", (size.span,))
        for size in sizes
    ]


def _of_two(told: list[Tally]) -> Iterator[Outcome]:
    """Yield votes of which two others make both sides: in one district 412 to 198 against, in the rest 1,086 to 695 for."""
    sides = [(tally.yes, tally.no) for tally in told]
    for whole in sides:
        parts = [
            one for one in sides if one is not whole and one[0].interval.low < max(side.interval.low for side in whole)
        ]
        for (yes, no), (aye, nay) in combinations(parts, 2):
            for ayes, noes in ((yes + aye, no + nay), (yes + nay, no + aye)):
                for one, other in ((ayes, noes), (noes, ayes)):
                    if one.interval == whole[0].interval and other.interval == whole[1].interval:
                        yield Outcome(whole[0], one, ELSEWHERE)
                        yield Outcome(whole[1], other, ELSEWHERE)
                        return


def _of_a_body(article: Article, told: list[Tally]) -> Iterator[Outcome]:
    """Yield a body named anywhere that a vote has all of."""
    counts = [one for other in article.body for one in other.of_kind("count")] if told else []
    sizes = {value(one): one for one in counts if is_plain(one) and is_body(article, one)}
    for tally in told if sizes else ():
        for others in ([], tally.others):
            cast = total([tally.yes, tally.no, *others])
            if (size := sizes.get(cast.interval.low)) and size.span not in cast.spans:
                yield Outcome(counted(size), cast, ELSEWHERE)
                break


def _turned_out(article: Article, told: list[Tally]) -> Iterator[Outcome]:
    """Yield the share of those who might have voted that a vote told before has: 71 per cent of the 3,900 entitled to."""
    for tally in told:
        near = article.sentences[tally.sentence.number : tally.sentence.number + BACK + 2]
        for sentence in near:
            wholes = [
                one
                for one in sentence.of_kind("count")
                if MIGHT_VOTE.match(behind(article, one)) and value(one) >= LEAST
            ]
            for whole in wholes:
                cast = total([tally.yes, tally.no, *tally.others])
                made = (cast / counted(whole)).as_unit("%") if cast.interval.high <= value(whole) else None
                for share in sentence.of_kind("share") if made else ():
                    if made and share.quantity.interval.meets(made.interval):
                        yield Outcome(share.quantity, made, ELSEWHERE)
