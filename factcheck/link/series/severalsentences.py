"""Shares of one whole that several sentences tell: 47% chose one. The other had 44%, and 9% had not made up their minds."""

from __future__ import annotations

import re
from collections.abc import Iterator
from fractions import Fraction
from operator import attrgetter

from factcheck.article import Article, Sentence
from factcheck.link.series.answers import may_overlap, undecided
from factcheck.link.series.figures import open_ended, value
from factcheck.link.series.onewhole import nested
from factcheck.link.series.runs import runs
from factcheck.link.series.shares import WHOLE
from factcheck.link.series.totals import is_left
from factcheck.model import Mention
from factcheck.patterns import Pattern
from factcheck.phrase import phrase
from factcheck.quantity import Quantity, total

MOST = 12
FAR_FROM_FULL = 0.2
"""No rounding of so few shares takes them so far from a hundred: seen before any exact arithmetic."""

LEAST, ACROSS = 3, 4
"""So many shares, and so many sentences back, may make up a hundred across a paragraph."""

FINE = Fraction(1, 1000)
NEARLY_ALL = Fraction(115, 100)
"""Shares that come to more are of several wholes, where only the last is told to close one."""

APART = "the shares stand in several sentences"
BEFORE = 6
GOING = frozenset("go goes went gone going move moves moved".split())
WAYS = frozenset({"up", "down", "from", "higher", "lower"})
"""Where a share goes, no way that it moves: the estate goes to the widow, but it went up."""

CHANGED = "RISE|FALL|CHANGE | by {percent}"
"""Beside these a percentage is a change, no share."""

ALL_OTHERS = Pattern(
    r"(?<!in )(?<!at )(?<!for )(?<!among )\b(?:all (?:the )?(?:other|rest)|every(?:one|thing|body|where) else)\b", re.I
)
"""Beside the last share these close its whole; but "45% in all other towns" is a rate that each of them has."""

ABOUT = 40

OF_SOME = Pattern(
    r"\b(?:among|men|women|aged|those|independents?|democrats who|compared|last|earlier|previous\w*|(?<!came )(?<!come )(?<!comes )(?<!coming )from|then|second)\b"
    r"|지지층|무당층|층에서|에서는|남성|여성|\d0대|지난|당시",
    re.I,
)
"""What tells that a share is of some of those asked, or of another time."""

THE_REST = Pattern(r'^"?(?:the|its|their) (?:rest|remainder|balance|remaining|other)\b', re.I)
"""How a sentence begins on what is left of a whole."""

SHARES_IT = Pattern(r"\b(?:and|but|while|for)\b")
"""Between the rest and a share these make the share one of several parts of it: the rest will come from A and, for a quarter, from B."""

Told = tuple[Sentence, list[Mention]]
"""A sentence with its shares."""


def of_a_paragraph(article: Article, told: list[Told]) -> Iterator[tuple[list[Mention], str | None]]:
    """Yield shares of one whole that several sentences tell, and why they need not be all of it."""
    for last, (sentence, figures) in enumerate(told):
        block, ends = article.block_at(figures[-1].span.start), figures[-1]
        earlier = told[max(0, last - ACROSS) : last]
        before = [one for one in earlier if article.block_at(one[1][0].span.start) == block]
        tried = [
            [share for _, some in [*before[first:], (sentence, figures)] for share in some]
            for first in range(len(before))
        ]
        tried = [parts for parts in tried if LEAST <= len(parts) <= MOST and not any(map(vague, parts))]
        closed = bool(tried) and (
            undecided(article, tried[0]) or is_left(article, sentence, ends) or _of_all_others(article, ends)
        )
        fitting = next((parts for parts in tried if full(parts) and (closed or _fine(parts))), None)
        if fitting:
            yield fitting, APART
        elif rest := _with_the_rest(article, sentence, figures, earlier):
            yield rest, None
        elif tried and _one_poll(article, [*before, (sentence, figures)], tried[0]):
            yield tried[0], None


def _with_the_rest(article: Article, sentence: Sentence, figures: list[Mention], before: list[Told]) -> list[Mention]:
    """Return the shares of the sentences just before with the rest of their whole: "The rest, 32 per cent, is traded"."""
    led = len(figures) == 1 and sentence.mentions[0].first == figures[0].first
    rest = THE_REST.match(article.words(sentence))
    if not before or not led or not rest or SHARES_IT.search(article.around(figures[0], ABOUT * 4)[0], rest.end()):
        return []
    last = article.place(figures[0]) + 1
    of_them = phrase("of those|them|these|that|which|whom|it").match(article.skeleton, last) is not None
    straight = before[-1][0].number == sentence.number - 1
    ways = [] if of_them or not straight or vague(figures[0]) else list(_joined(article, before))
    ways = [[*shares, *figures] for shares in ways]
    if fitting := next((way for way in ways if sum(map(value, way)) == 1), None):
        return fitting
    if len(ways) > 1:  # Which of them the rest is left of, only too much tells.
        ways = [way for way in ways if 1 < sum(map(value, way)) <= NEARLY_ALL]
    return ways[-1] if ways else []


def _joined(article: Article, before: list[Told]) -> Iterator[list[Mention]]:
    """Yield the shares of the last of some sentences, of the last two, and so on, while none is a change or of a share."""
    found: list[Mention] = []
    number = before[-1][0].number
    for near, figures in reversed(before):
        worded = [one for one in near.of_kind("fraction") if one.size < 1]
        shares = sorted([*worded, *figures], key=attrgetter("first"))
        joined = len(shares) == 1 or list(runs(article, shares)) == [shares]
        apart = near.number != number or nested(article, near, shares) or changes(article, near, shares)
        if apart or not joined or any(map(vague, shares)) or len(found) + len(shares) >= MOST:
            return
        found = [*shares, *found]
        yield found
        number -= 1


def _fine(parts: list[Mention]) -> bool:
    """Tell whether shares are so many and so finely told that it is no chance if they come to a hundred."""
    return len(parts) > LEAST and all(part.number is not None and part.number.half < FINE for part in parts)


def _one_poll(article: Article, told: list[Told], parts: list[Mention]) -> bool:
    """Tell whether the last share is of the undecided or of all others, and all before it of the same people, none twice."""
    if sum(part.size for part in parts) <= 1 or not (undecided(article, parts) or _of_all_others(article, parts[-1])):
        return False
    words = " ".join(article.words(sentence) for sentence, _ in told)
    over = added(parts).interval.low > 1 and sum(map(value, parts)) <= NEARLY_ALL
    apart = any(_opens_on_some(article, sentence) for sentence, _ in told[1:])
    other = apart or OF_SOME.search(words) or any(changes(article, sentence, some) for sentence, some in told)
    return over and not other and not may_overlap(article, told[-1][0])


def _of_all_others(article: Article, share: Mention) -> bool:
    before, behind = article.around(share, ABOUT)
    return (
        ALL_OTHERS.search(re.split(r"[,;:—]", before.rstrip(" ,(—"))[-1] + "|" + re.split(r"[,;:—]", behind)[0])
        is not None
    )


def _opens_on_some(article: Article, sentence: Sentence) -> bool:
    """Tell whether a sentence turns to some of those asked: "Of Democrats, 14% ...", "14% of Democrats"."""
    opens = phrase("PREPOSITION").match(article.skeleton, sentence.start) is not None
    return opens or re.search(r"\bof (?:the )?[A-Z]", article.words(sentence)) is not None


def vague(part: Mention) -> bool:
    """Tell whether a share is no one number: up to 40%, 30% to 40%."""
    return open_ended(part) or part.upper is not None


def added(parts: list[Mention]) -> Quantity:
    """Return what some figures come to."""
    return total([part.quantity for part in parts])


def full(parts: list[Mention]) -> bool:
    """Tell whether shares come to a hundred but for a last digit here and there."""
    if abs(sum(part.size for part in parts) - 1) > FAR_FROM_FULL:
        return False
    steps = [part.number.half * 2 for part in parts if part.number]
    off = abs(sum(map(value, parts), Fraction(0)) - 1)
    rounded = len(parts) > 2 and off <= max(steps) * (len(parts) // 3) and added(parts).interval.meets(WHOLE.interval)
    return off == 0 or rounded


def changes(article: Article, sentence: Sentence, run: list[Mention]) -> bool:
    """Tell whether the percentages are changes rather than shares; "make up" is no rise, "went for" a choice."""
    start = max(sentence.start, article.place(run[0]) - BEFORE)
    stop = article.place(run[-1])
    found = (match.start() for match in phrase(CHANGED).finditer(article.skeleton, start, stop))
    return any(
        article.word(place + 1) != "for"
        and (
            article.word(place) not in GOING
            or article.word(place + 1) in WAYS
            or (place + 1 in article.at and article.word(place + 2) != "to")
        )
        for place in found
    )
