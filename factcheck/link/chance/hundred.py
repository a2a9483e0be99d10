"""Shares told one after the other of which the last closes the whole: "... and 24 per cent said no, while 18 per cent could not say".

That they are of one whole is seldom said.  It is told by what the last is: the rest, the undecided, the other of two sorts.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from fractions import Fraction
from operator import attrgetter

from factcheck.article import BIT, HEADINGS, Article
from factcheck.link.chance.remaining import LEFT_BEFORE, LEFT_BEHIND
from factcheck.link.chance.resumed import LOOK, slipped
from factcheck.link.series.answers import may_overlap, of_several
from factcheck.link.series.elided import may_share, shares
from factcheck.link.series.figures import is_plain, value
from factcheck.link.series.readings import paired
from factcheck.model import Mention
from factcheck.patterns import Pattern
from factcheck.quantity import Interval

FAR = Fraction(1, 4)
"""Shares that are farther off a hundred are of several wholes."""

BACK, LEAST, MOST = 2, 3, 6
"""So many sentences before a share may hold the others, and so few or so many may make up a whole."""

BEHIND = 20
"""So many characters behind the last share belong to it."""

AGAIN = Pattern(r"[^.;,(\d]{0,40}(?: \(|,? or )[\d.]+ ?(?:%|per ?cent)", re.I)
UNDECIDED = Pattern(
    r"\b(?:undecided|unsure|not sure|un(?:certain|committed)|no (?:opinion|answer|view|preference)|(?:do|did|does|could|would)(?: not|n't) (?:know|say|answer|care|decide)"
    r"|declined|abstain\w*|neither|none|not made up|ha(?:d|s|ve) yet to|had no|have no|other parties|others|every(?:one|body|thing|where) else|(?<!in )(?<!at )(?<!for )(?<!among )all other \w+)\b",
    re.I,
)
AGAINST = Pattern(
    r"\b(?:among|compared|against|than|respectively|last (?:year|month|week|season|time)|earlier|ago|each|also|both|rose|rise|f[ae]ll|(?:up|down) (?:from|to)|from [£$€\d]|more than one|as many|(?<!rest )of (?:them|these|those|that|this|it|which)(?=[ ,;.])|another|inst?al?lments?|chance|before|after|\d+ (?:out )?of \d+|year-on-year|growth|turnout|rate"
    r"|wom[ae]n|white|black|hispanic|approv\w*|likely|points?|average|record|while in|in \d{4})\b",
    re.I,
)
"""Beside shares these make them shares of several wholes, or of several times."""


def made_whole(article: Article) -> Iterator[list[Mention]]:
    """Yield shares that make up a hundred, or would but for a slip in one of them, the last of them the closing one."""
    for sentence in () if article.verb_last else article.body:
        figures = shares(article, sentence) if sentence.kinds & BIT["P"] else []
        if figures and (run := _closed(article, figures[-1])):
            yield run


def _closed(article: Article, last: Mention) -> list[Mention] | None:
    told = _told(article, last)
    if len(told) < 2 or not all(is_plain(one) and 0 < value(one) < 1 for one in told):
        return None
    ways = [told[at:] for at in range(len(told) - 1)][-MOST:]
    before, behind = article.around(last, LOOK)
    left = LEFT_BEFORE.search(before) or LEFT_BEHIND.match(behind)
    closes = left or UNDECIDED.search(behind[:40]) or UNDECIDED.search(before[-30:])
    two = len(told) == 2 and paired(*(_words(article, one) for one in told))
    if fitting := next(
        (way for way in ways if sum(map(value, way)) == 1 and (closes or two or len(way) >= LEAST)), None
    ):
        return fitting
    if AGAINST.search(_between(article, told)) or any(one.kind == "fraction" for one in told):
        return None
    whole = sum(map(value, told), Fraction(0))
    two = two and whole > 1 and told[0].sentence == last.sentence
    one_whole = (
        (closes or two) and not of_several(article, told) and not may_overlap(article, article.sentences[last.sentence])
    )
    few = len(told) > 2 and abs(whole - 1) <= FAR
    tried = told if one_whole and few else told[-1:] if one_whole else []
    return told if any(_slipped(one, value(one) + 1 - whole) for one in tried) else None


def _told(article: Article, last: Mention) -> list[Mention]:
    """Return the shares of the last sentences that tell of some, one straight behind the other, up to the last one."""
    found: list[Mention] = []
    for number in range(last.sentence, max(-1, last.sentence - 1 - BACK), -1):
        sentence = article.sentences[number]
        if sentence.block in HEADINGS:
            break
        told = [*sentence.of_kind("fraction"), *shares(article, sentence)] if may_share(sentence) else []
        told.sort(key=attrgetter("first"))
        found = [one for one in told if not _said_again(article, one)] + found
    return found


def _said_again(article: Article, one: Mention) -> bool:
    """Tell whether a share in words is told in figures right behind: slightly more than half of them (52 percent)."""
    return one.kind == "fraction" and AGAIN.match(article.around(one, LOOK)[1]) is not None


def _slipped(last: Mention, meant: Fraction) -> bool:
    return meant > 0 and slipped(last.quantity, last.quantity.changed(value=Interval.exactly(meant)))


def _words(article: Article, one: Mention) -> set[str]:
    before, behind = article.around(one, LOOK)
    return set(re.findall(r"[a-z]+", re.split(r"[,;:.]", behind)[0].lower())) | set(
        re.findall(r"[a-z]+", re.split(r"[,;:.]", before)[-1].lower())
    )


def _between(article: Article, told: list[Mention]) -> str:
    """Return the words from the first of some shares to a little behind the last."""
    return article.document.text[told[0].span.end : told[-1].span.end + BEHIND].partition("\n\n\n")[0]
