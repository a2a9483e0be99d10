"""Votes as they are told: who was for and against, who was absent, and how large the body is."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache
from typing import NamedTuple

from factcheck.article import BIT, Article, Sentence
from factcheck.document import Span
from factcheck.model import Mention
from factcheck.phrase import phrase
from factcheck.quantity import Interval, Quantity
from factcheck.series.figures import counted, halves

AGAINST_EACH_OTHER = "{yes:count} SHARP? (to|against) {no:count}"
REACH = 40


class Tally(NamedTuple):
    """The votes for and against, with those that were neither."""

    sentence: Sentence
    yes: Quantity
    no: Quantity
    others: list[Quantity]
    last: Mention


@cache
def _voting() -> re.Pattern[str]:
    return re.compile(
        r"\b(?:vote[sd]?|voting|ballots?|split|ruled|ruling|passed|approved|rejected|backed|defeated|tally|division|decision"
        r"|majority|in favou?r|dissent\w*)\b",
        re.I,
    )


@cache
def _neither() -> re.Pattern[str]:
    return re.compile(
        r"^(?: \w+){0,2}? ?(?:abstention|abstain|absent|absence|did ?n.t vote|did not vote|not voting|spoil|blank|invalid|void|vacan|recus"
        r"|rejected|null|(?:was|were|is|are) (?:away|vacant))",
        re.I,
    )


@cache
def _some_of() -> re.Pattern[str]:
    """Return the shape of "four members of the 57-strong council were absent", no other verb or "and" between."""
    far = r"absent|absen[ct]\w*|abstained|did not vote|did ?n.t vote|not voting|(?:was|were) away|missing|recused|sent (?:their )?apologies|apologi[sz]ed"
    plain = r"(?:(?!\band\b|\bvot|\bback)[^;,.\n]){0,60}?"
    return re.compile(rf"(?: \w+)? of (?:the|its|their)\b{plain}(?:, [^,;\n]{{1,40}},{plain})?\b(?:{far})\b", re.I)


@cache
def _yes() -> re.Pattern[str]:
    return re.compile(
        r"^(?:(?: votes?)? (?:yes|for|in favou?r|ayes?|(?:were|was|voted) (?:for|yes|in favou?r))"
        r"|(?: \w+){1,2}?(?: had| have)? (?:voted|were) (?:for|yes|in favou?r))\b",
        re.I,
    )


@cache
def _no() -> re.Pattern[str]:
    return re.compile(
        r"^(?:(?: votes?)? (?:no|against|opposed|nays?|noes|(?:were|was|voted) (?:no|against|opposed))"
        r"|(?: \w+){1,2}?(?: had| have)? (?:voted|were) (?:no|against|opposed))\b",
        re.I,
    )


@cache
def _body() -> re.Pattern[str]:
    return re.compile(
        r"^(?:[- ](?:member|seat|strong|judge|justice|person|man)\b|(?: [\w-]+)? (?:members|seats|councill?ors|lawmakers|legislators"
        r"|senators|justices|judges|delegates|deputies|ballots|votes cast|cast|papers)\b)",
        re.I,
    )


def behind(article: Article, mention: Mention) -> str:
    """Return what follows a figure, up to the end of its line."""
    return article.document.text[mention.span.end : mention.span.end + REACH].split("\n")[0]


def tallies(article: Article) -> Iterator[Tally]:
    """Yield every count of votes for and against."""
    for sentence in article.sentences:
        if sentence.block == "cell" or not sentence.kinds & (BIT["S"] | BIT["K"]):
            continue
        pair = next((mention for mention in sentence.mentions if mention.kind == "pair"), None)
        counts = [mention for mention in sentence.mentions if mention.kind == "count" and not mention.hedge]
        if (pair or len(counts) > 1) and _voting().search(article.words(sentence)):
            yield from _told(article, sentence, pair, counts)


def _told(article: Article, sentence: Sentence, pair: Mention | None, counts: list[Mention]) -> Iterator[Tally]:
    if pair is not None:
        yes, no = halves(article, pair)
        yield Tally(sentence, yes, no, _others(article, sentence, [pair]), pair)
    elif match := phrase(AGAINST_EACH_OTHER).search(article.skeleton, sentence.start, sentence.end):
        yield _tally(article, sentence, article.at[match.start("yes")], article.at[match.start("no")])
    else:
        favor = next((mention for mention in counts if _yes().match(behind(article, mention))), None)
        against = next((mention for mention in counts if _no().match(behind(article, mention))), None)
        if favor and against and favor is not against:
            yield _tally(article, sentence, favor, against)


def _tally(article: Article, sentence: Sentence, yes: Mention, no: Mention) -> Tally:
    last = max(yes, no, key=lambda mention: mention.first)
    return Tally(sentence, counted(yes), counted(no), _others(article, sentence, [yes, no]), last)


def _others(article: Article, sentence: Sentence, told: list[Mention]) -> list[Quantity]:
    """Return those who were neither for nor against: abstentions, absences, spoilt papers, here or in the next sentence."""
    near = [
        *sentence.mentions,
        *(mention for later in article.sentences[sentence.number + 1 :][:1] for mention in later.mentions),
    ]
    counts = (mention for mention in near if mention.kind == "count" and mention not in told)
    return [*(counted(one) for one in counts if is_neither(article, one)), *_in_the_chair(article, sentence)]


@cache
def _silent() -> re.Pattern[str]:
    return re.compile(
        r"\bthe (?:speaker|chair\w*|president|mayor|presiding officer) (?:did not|does not|didn['’]t|abstained\b)(?: vote\b)?",
        re.I,
    )


def _in_the_chair(article: Article, sentence: Sentence) -> Iterator[Quantity]:
    """Yield the one who by custom does not vote, where the text says so: "and the Speaker did not vote"."""
    for near in article.sentences[sentence.number : sentence.number + 2]:
        start = article.span(near.start, near.end).start
        for found in _silent().finditer(article.words(near)):
            yield Quantity(Interval.exactly(1), "", found[0], (Span(start + found.start(), start + found.end()),))


@cache
def _known() -> re.Pattern[str]:
    """Compile what stands before the size of a body, and not before those of it who were away: "of the 52 members"."""
    return re.compile(r"(?:\bof|\bthe|['’]s?|\ball) $", re.I)


def _ahead(article: Article, mention: Mention) -> str:
    return article.document.text[max(0, mention.span.start - 6) : mention.span.start]


def is_neither(article: Article, mention: Mention) -> bool:
    """Tell whether a count is of abstentions, absences or spoilt papers; "One of the 52 members was absent" is one."""
    words = behind(article, mention)
    if _neither().match(words) and not (_body().match(words) and _known().search(_ahead(article, mention))):
        return True
    return _some_of().match(article.document.text, mention.span.end) is not None


def sizes(article: Article, sentence: Sentence | None = None) -> list[Mention]:
    """Return every size of a body that a sentence, or else the article, names."""
    told = article.sentences if sentence is None else [sentence]
    counts = (one for other in told for one in other.of_kind("count") if not one.hedge)
    return [one for one in counts if _seated().match(behind(article, one))]


@cache
def _seated() -> re.Pattern[str]:
    return re.compile(
        r"[- ](?:member|seat|strong|judge|justice|seater)\b| (?:[\w-]+ ){0,2}(?:in all|altogether)\b", re.I
    )


def is_vote(article: Article, mention: Mention) -> bool:
    """Tell whether a count is of votes for, against or neither."""
    words = behind(article, mention)
    if mention.kind != "count" or mention.hedge:
        return False
    return (
        re.match(r" votes?\b", words) is not None
        or bool(_yes().match(words) or _no().match(words))
        or is_neither(article, mention)
    )


def bodies(article: Article, sentence: Sentence, reach: int = 2) -> Iterator[Mention]:
    """Yield the sizes of bodies that vote, from the sentence and those about it."""
    near = article.sentences[max(0, sentence.number - reach) : sentence.number + reach + 1]
    for other in sorted(near, key=lambda found: abs(found.number - sentence.number)):
        for mention in other.mentions:
            if mention.kind == "count" and not mention.hedge and _body().match(behind(article, mention)):
                yield mention
