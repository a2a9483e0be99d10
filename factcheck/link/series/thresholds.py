"""How many votes a share of a body is: "a two-thirds majority of the 90 members, or 60 votes, is needed".

A share of half or more, or the word majority, and two counts: the larger is the body, and the other is said to be what
is needed.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from fractions import Fraction
from math import ceil

from factcheck.article import Article, Sentence
from factcheck.link.series.complete import next_to
from factcheck.link.series.figures import counted, is_plain, value
from factcheck.model import Mention
from factcheck.patterns import Pattern
from factcheck.quantity import Interval, Quantity
from factcheck.records import NamedTuple

HALF, TWO, LOOK = Fraction(1, 2), 2, 40
NEEDED = Pattern(
    r"\b(?:majorit(?:y|ies)|need\w*|requir\w+|takes|must|override|amend\w*|threshold|quorum|supermajority)\b",
    re.I,
)
BODY = Pattern(
    r"^[ -](?:[a-z]+[ -]){0,2}?(?:seats?|members?|votes?|delegates?|deput\w+|lawmakers?|senators?|councill?ors?|legislators?|mps?|strong|states?|judges|directors"
    r"|chamber|house|assembly|parliament|council|senate|board)\b",
    re.I,
)
"""Behind a count these make it a body's size, or part of one."""

OF_BODY = Pattern(r"(?:\d of|\b(?:house|chamber|assembly|council|senate|parliament|total) of) $", re.I)
"""Before one these do."""

BAR = Pattern(
    r"(?:\b(?:needs?|needed|takes|requires?|required|or|that is|meaning|means|is|majority(?: of)?|at least|thirds|fifths|quarters)[,:]?|[,(—–:])"
    r"(?: (?:at least|a minimum of|about|namely))? ?$",
    re.I,
)
"""Right before a count these make it what is needed."""

NEXT = Pattern(
    r"(?: \w+)?, (?:a|the) (?:simple |two-thirds |three-fifths |three-quarters )?majority\b| (?:\w+ )?(?:must|for a majority)\b",
    re.I,
)
"""Right behind one these do."""

RESULT = Pattern(
    r"\b(?:short|shy|got|gets|received|won|wins|fell|fail\w*|voted|cast|defeat\w*|passed|approved|has|have|had|holds|backed|reject\w*|against|present|turnout"
    r"|more than|per ?cent|only|so far|abstain\w*|already)\b|%",
    re.I,
)
"""Where these are told a count may be of votes that were cast."""

SIZED = Pattern(
    r"\b(?:it|chamber|house|assembly|parliament|council|senate|board|congress|union|league|party) (?:has|had|have|holds)\b",
    re.I,
)
"""Tells a size of a body, and no result."""


class Threshold(NamedTuple):
    """How many votes are said to be needed, and how many the share of the body is."""

    stated: Quantity
    implied: Quantity


def thresholds(article: Article) -> Iterator[Threshold]:
    """Yield every number of votes that is said to be a share of a body, or its majority."""
    for sentence in article.holding("majorit", "thirds", "fifths", "quarters") if not article.verb_last else ():
        before = article.sentences[sentence.number - 1] if sentence.number else None
        before = before if before is not None and next_to(article, before, sentence) else None
        pieces = [sentence] if len(sentence.of_kind("count")) == TWO else [one for one in (before, sentence) if one]
        found = _read(article, pieces)
        if found is not None:
            yield found


def _read(article: Article, pieces: list[Sentence]) -> Threshold | None:
    words = " ".join(map(article.words, pieces))
    counts = [one for piece in pieces for one in piece.of_kind("count")]
    counts = [one.changed(hedge="") if one.hedge == "more" else one for one in counts]  # "At least 60" are 60.
    shares = [one for piece in pieces for one in piece.of_kind("fraction")]
    others = sum(len(piece.mentions) for piece in pieces) - len(counts) - len(shares)
    if len(counts) != TWO or len(shares) > 1 or others or not all(map(is_plain, counts)) or not NEEDED.search(words):
        return None
    bar, body = sorted(counts, key=value)
    if value(bar) * 3 < value(body) or value(bar) == value(body) or not _is_bar(article, bar):
        return None
    if not _is_body(article, body) or RESULT.search(SIZED.sub("", words)):
        return None
    share = value(shares[0]) if shares else HALF
    if (
        share < HALF
        or (shares and not is_plain(shares[0]))
        or (not shares and "simple" not in words and "majority" not in words)
    ):
        return None
    least = Fraction(ceil(value(body) * share))
    most = Fraction(int(value(body) * share) + 1) if share == HALF else least
    named = shares[0].text if shares else "a majority"
    spans = (body.span, *(one.span for one in shares))
    return Threshold(counted(bar), Quantity(Interval(least, most), "", f"{named} of {body.text}", spans))


def _is_body(article: Article, body: Mention) -> bool:
    text, place = article.document.text, body.span
    led = OF_BODY.search(text, max(0, place.start - LOOK), place.start)
    return led is not None or BODY.match(text[place.end : place.end + LOOK]) is not None


def _is_bar(article: Article, bar: Mention) -> bool:
    text, place = article.document.text, bar.span
    return (
        BAR.search(text, max(0, place.start - LOOK), place.start) is not None or NEXT.match(text, place.end) is not None
    )
