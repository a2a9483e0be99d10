"""Ballots against the votes that they held: for, against and neither, told in one sentence or in several."""

from __future__ import annotations

import re
from collections.abc import Iterator
from fractions import Fraction
from itertools import combinations

from factcheck.article import Article, Sentence
from factcheck.link.series.figures import family, value
from factcheck.link.series.tallies import behind, is_neither, is_vote, sizes
from factcheck.link.series.totals import is_total
from factcheck.model import Mention
from factcheck.patterns import Pattern
from factcheck.phrase import phrase
from factcheck.records import NamedTuple

LEAST = 100
MOST_PARTS = 6
REACH = 2
FEWEST = 3
NEARLY = Fraction(5, 4)
OPENING = "of DETERMINER? {whole:count}"
FOLLOWS = ", (so|which|meaning|making)"
"""Behind these stands what the votes lead to."""

ABSENT = "some may have been absent"
TELLING = 30
"""From so many on, two results that lie exactly so far apart in one sentence are no chance."""


class Cast(NamedTuple):
    """A number of votes and those that may make it up; `doubt` why there may have been others."""

    whole: Mention
    parts: list[Mention]
    doubt: str | None = ABSENT


BALLOTS = Pattern(r" (?:\w+ )?(?:ballots|votes|papers)\b", re.I)

OF_A_ROLL = Pattern(
    r" of (?:the |its |their )?[\d,]+ (?:[\w-]+ ){0,2}?(?:registered|eligible|entitled|voters|electors|members)\b", re.I
)
"""What follows the number of those who voted: 1,204 of the 1,846 registered voters."""

FOR_SOMEONE = Pattern(r" (?:votes? )?(?:(?:went|were cast|were) )?(?:to|for) (?:the )?[A-Z]")


def cast(article: Article) -> Iterator[Cast]:
    """Yield every number of ballots with votes near by that come to it, and one that must be all of its own votes."""
    for sentence in article.sentences:
        opened = _opened(article, sentence)
        if opened:
            yield opened
            continue
        if len(sentence.mentions) >= FEWEST:
            yield from _left_over(article, sentence)
            yield from _seats(article, sentence)
            yield from _shared_out(article, sentence)
        near = article.sentences[max(0, sentence.number - REACH) : sentence.number + REACH + 1]
        yield from _in_body(article, sentence, near)
        whole = next((one for one in sentence.of_kind("count") if _is_cast(article, sentence, one)), None)
        if whole is not None:
            figures = [one for other in near for one in other.mentions if family(one) == "count" and one is not whole]
            yield from _made_up(whole, [one for one in figures if not one.hedge and value(one) < value(whole)])


def _is_cast(article: Article, sentence: Sentence, mention: Mention) -> bool:
    if value(mention) < LEAST:
        return False
    words = behind(article, mention)
    named = BALLOTS.match(words) or OF_A_ROLL.match(words)
    return named is not None or is_total(article, sentence, mention)


def _opened(article: Article, sentence: Sentence) -> Cast | None:
    """Return the ballots that a sentence opens with, where it tells who was for, against and neither, and no more."""
    match = phrase(OPENING).match(article.skeleton, sentence.start)
    whole = article.at[match.start("whole")] if match else None
    if whole is None or not BALLOTS.match(behind(article, whole)):
        return None
    parts = [one for one in sentence.of_kind("count") if one is not whole]
    follows = phrase(FOLLOWS).search(article.skeleton, match.end(), sentence.end) if match else None
    parts = [one for one in parts if follows is None or article.place(one) < follows.start()]
    votes = [one for one in parts if is_vote(article, one) or FOR_SOMEONE.match(behind(article, one))]
    neither = [one for one in votes if is_neither(article, one)]
    plain = not any(one.hedge or one.upper for one in (whole, *parts))
    return Cast(whole, parts, None) if plain and len(votes) == len(parts) >= FEWEST and neither else None


def _in_body(article: Article, sentence: Sentence, near: list[Sentence]) -> Iterator[Cast]:
    """Yield the votes told in several sentences with the size of the body: 71 votes. 75 against it, four abstentions."""
    body = next((one for one in sizes(article, sentence) if value(one) >= LEAST), None)
    if body is not None:
        votes = [one for other in near for one in other.of_kind("count") if one is not body and is_vote(article, one)]
        yield from _made_up(body, votes)


OTHERS = Pattern(r"\b(?:remaining|other|last|rest,?(?: of the)?) $", re.I)

PLACES = Pattern(r"[- ](?:seats?|places|members?)\b", re.I)


def _left_over(article: Article, sentence: Sentence) -> Iterator[Cast]:
    """Yield the seats that the sentence before tells with those of each party, down to the remaining two."""
    text, parts = article.document.text, sentence.of_kind("count")
    closes = len(parts) >= FEWEST and OTHERS.search(text, max(0, parts[-1].span.start - TELLING), parts[-1].span.start)
    before = article.sentences[sentence.number - 1] if closes and sentence.number else None
    if before is None or before.block != sentence.block or any(one.hedge or one.upper for one in parts):
        return
    wholes = before.of_kind("count")
    if len(wholes) == 1 and not wholes[0].hedge and PLACES.match(text, wholes[0].span.end):
        if max(map(value, parts)) < value(wholes[0]):
            yield Cast(wholes[0], parts, None)


CHANGING = Pattern(
    r"\b(?:short|shy|majority|mark|need\w*|requir\w*|lost|los\w+|gain\w*|from|up|down|ago|before|last|previous\w*|more|fewer|than)\b",
    re.I,
)
"""What makes a number of seats a distance, or one of another time."""


def _seats(article: Article, sentence: Sentence) -> Iterator[Cast]:
    """Yield the seats of the parties in one body, which are no more than its own: 33, 21 and seven in the 61-seat house."""
    text, counts = article.document.text, sentence.of_kind("count")
    whole = next((one for one in counts if PLACES.match(text, one.span.end) and text[one.span.end] == "-"), None)
    parts = [one for one in counts if one is not whole]
    named = any(one.noun == "seat" for one in parts)
    if (
        whole is None
        or not named
        or CHANGING.search(article.words(sentence))
        or len(parts) < 2
        or any(one.hedge or one.upper for one in counts)
    ):
        return
    added, most = sum(map(value, parts)), max(map(value, parts))
    if len(parts) >= FEWEST and added == 2 * most:
        parts = [one for one in parts if value(one) < most]  # 167 seats, after winning 152 and 15
        added = most
    if value(whole) <= added <= value(whole) * NEARLY and max(map(value, parts)) < value(whole):
        yield Cast(whole, parts, None if len(parts) >= FEWEST else ABSENT)


SOME_OF = "{part:count} of DETERMINER? <w>? {whole:count} <w>"


def _shared_out(article: Article, sentence: Sentence) -> Iterator[Cast]:
    """Yield the ballots that two had between them, which are no more than all: 13 of the 20 ballots and Orr seven."""
    match = phrase(SOME_OF).search(article.skeleton, sentence.start, sentence.end)
    whole = article.at[match.start("whole")] if match else None
    if match is None or whole is None or not BALLOTS.match(behind(article, whole)):
        return
    part, later = article.at[match.start("part")], [one for one in sentence.of_kind("count") if one.first > whole.first]
    plain = [one for one in later if not one.noun and not one.hedge and article.before(one, 1) in ("N", "C")]
    if len(plain) == len(later) == 1 and value(part) < value(whole):
        added = value(part) + value(later[0])
        if value(whole) <= added <= value(whole) * NEARLY:
            yield Cast(whole, [part, later[0]], None)


def _made_up(whole: Mention, figures: list[Mention]) -> Iterator[Cast]:
    for size in range(2, MOST_PARTS):
        for first in range(len(figures) - size + 1):
            parts = figures[first : first + size]
            if sum(map(value, parts)) == value(whole):
                yield Cast(whole, parts)
                return


def results_apart(article: Article, lead: Mention, reach: int) -> tuple[Mention, Mention] | None:
    """Return two results of one sentence that lie as far apart as a majority said elsewhere, the larger first."""
    if value(lead) < TELLING or lead.hedge:
        return None
    for sentence in article.sentences[max(0, lead.sentence - reach) : lead.sentence + reach]:
        results = [one for one in sentence.of_kind("count") if value(one) > value(lead)][:MOST_PARTS]
        for one, other in combinations(results, 2):
            if abs(value(one) - value(other)) == value(lead):
                return (one, other) if value(one) > value(other) else (other, one)
    return None
