"""Changes told by half: from what and by how much, but not to what, which another sentence has.

"Delays have added $310 million to the $2,140 million foreseen. The bridge will cost $2,450 million."
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator
from fractions import Fraction
from itertools import pairwise
from operator import attrgetter

from factcheck.article import HEADINGS, Article, Sentence
from factcheck.link.context.frames import NEAR, Movement, alike, clear
from factcheck.link.context.roles import Role, grammar
from factcheck.link.context.ties import adjacent, closes
from factcheck.link.series.figures import AMOUNTS, slip, sum_slips, value
from factcheck.model import Mention
from factcheck.numerals import digits
from factcheck.segment import vocabulary

REACH = 3
"""So many sentences before and behind a change tell what it came to."""

WINDOW = 60
"""So many figures before and behind a change may tell what came of it."""

TELLING, SURE = 3, 4
"""So many digits of an amount tell that two others give it; so many, that they miss it by a slip of the pen."""

FINE = Fraction(1, 200)
"""Half of a percentage's last digit, where that is the first decimal or a later one."""

ELSEWHERE = "what it came to is not tied to it"


def by_half(article: Article, sentence: Sentence, read: list[Role], used: set[int]) -> Iterator[Movement]:
    """Yield each change from a figure with what came of it elsewhere: met, or missed by a slip of the pen."""
    for n, change in enumerate(read):
        if change.name == "change" and change.sign and change.mention.kind in AMOUNTS and not change.mention.hedge:
            before = _base(article, read, n, used)
            ends = list(_ends(article, sentence, before, change)) if before else []
            met = (
                next((end for end in ends if _apart(before, end, change) == value(change.mention)), None)
                if before
                else None
            )
            slipped = next((end for end in ends if before and _slips(before, end, change)), None)
            if before and (met or slipped):
                doubt = ELSEWHERE if met else None
                yield Movement(sentence, before, met or slipped or before, (change,), link="half", doubt=doubt)


def by_far(article: Article, sentence: Sentence, read: list[Role], told: set[int]) -> Iterator[Movement]:
    """Yield each amount of change that nothing near explains, with a base beside it and what came of that further off.

    The amounts show so many digits that chance would hardly make the three agree, or miss each other by one digit.
    """
    for change in read:
        if change.place not in told and _telling(article, change) and (base := _beside(article, sentence, change)):
            ends = [end for end in _about(article, base) if end.sentence not in (sentence.number, base.sentence)]
            gaps = [(abs(value(end) - value(base)), end) for end in ends]
            met = next((end for gap, end in gaps if gap == value(change.mention)), None)
            slipped = [end for gap, end in gaps if slip(change.mention, gap, SURE)]
            if met or (slipped and len({value(end) for end in slipped}) == 1):
                doubt = ELSEWHERE if met else None
                yield Movement(sentence, base, met or slipped[0], (change,), link="half", doubt=doubt)


def by_points(article: Article, sentence: Sentence, read: list[Role], told: set[int]) -> Iterator[Movement]:
    """Yield each share by which a rate has changed since, where the rate it came to is so many points away to the digit.

    "It peaked at 7.4% in January and has come down 2.8% since then": what it is now, 4.6%, another sentence says.
    """
    for one, change in pairwise(read):
        since = article.after(change.mention, 1) == vocabulary()[0]["since"]
        share = change.name == "change" and change.sign != 0 and change.mention.kind in ("percent", "points")
        if since and share and change.place not in told and one.name != "change" and one.mention.kind == "percent":
            about = article.sentences[max(0, sentence.number - REACH) : sentence.number + REACH + 1]
            ends = (end for part in about if part.block == sentence.block for end in part.of_kind("percent"))
            gap = next((end for end in ends if _points_off(one.mention, end, change)), None)
            if gap is not None:
                yield Movement(sentence, one.mention, gap, (change,), change.sign, link="half")


def _points_off(before: Mention, end: Mention, change: Role) -> bool:
    """Tell whether two rates, written to one decimal, are so many points apart as a change says."""
    fine = all(mention.number and mention.number.half < FINE for mention in (before, end))
    size = value(change.mention) / (100 if change.mention.unit == "pt" else 1)
    return fine and (value(end) - value(before)) * change.sign == size


def _telling(article: Article, change: Role) -> bool:
    """Tell whether an exact amount of three digits is said to be more or fewer, and not than what."""
    mention = change.mention
    gap = article.verb_last and article.after(mention, 1) in grammar().gaps and article.after(mention, 1) != ""
    if (
        change.name != "change"
        or not (change.sign or gap)
        or mention.kind not in AMOUNTS
        or mention.hedge
        or mention.upper
    ):
        return False
    telling = digits(mention.text).rstrip("0")
    letter = article.skeleton[change.place + 1 : change.place + 2]
    compared = letter != "" and (gap or grammar().compares(letter) != 0 or change.link == "by")
    return len(telling) >= TELLING and compared and closes(article, change)


def _beside(article: Article, sentence: Sentence, change: Role) -> Mention | None:
    """Return the nearest like figure before a change, in its sentence or, where that has none, the one before."""
    for part in (sentence, adjacent(article, sentence, -1)):
        like = [
            mention
            for mention in (part.mentions if part else ())
            if mention.first < change.mention.first and _comparable(mention, change.mention)
        ]
        if like:
            return like[-1]
    return None


def _comparable(mention: Mention, change: Mention) -> bool:
    same = mention.kind == change.kind and mention.unit == change.unit and not mention.hedge and mention.upper is None
    return same and value(mention) > value(change) and not (change.noun and mention.noun not in ("", change.noun))


def _about(article: Article, base: Mention) -> list[Mention]:
    """Return the figures of the copy about another that may be of the same thing."""
    place = bisect_left(article.mentions, base.first, key=attrgetter("first"))
    window = article.mentions[max(0, place - WINDOW) : place + WINDOW]
    blocks = article.sentences
    return [
        mention
        for mention in window
        if mention is not base
        and (mention.kind, mention.unit, mention.hedge, mention.upper) == (base.kind, base.unit, "", None)
        and (not mention.noun or not base.noun or mention.noun == base.noun)
        and blocks[mention.sentence].block not in HEADINGS
    ]


def _base(article: Article, read: list[Role], n: int, used: set[int]) -> Mention | None:
    """Return the known figure that a change starts from: "by $5 from the $40 foreseen", "added $5 to the $40"."""
    if n + 1 >= len(read) or n + 1 in used:
        return None
    change, base = read[n], read[n + 1]
    begins = (base.name == "before" and base.link == "from") or (
        base.name == "after" and article.word(change.start).startswith("add")
    )
    near = base.start - change.place <= NEAR and clear(article, change.place, base.start)
    known = article.word(base.start + 1) in ("the", "its", "an", "a", "last")
    alone = sum(alike(role.mention, base.mention) for role in read) <= 2
    same = base.mention.kind == change.mention.kind and base.mention.unit == change.mention.unit
    return base.mention if begins and near and known and alone and same and not base.mention.hedge else None


def _ends(article: Article, sentence: Sentence, before: Mention, change: Role) -> Iterator[Mention]:
    """Yield the figures near by that the change may have led to, the nearest sentence first."""
    about = article.sentences[max(0, sentence.number - REACH) : sentence.number + REACH + 1]
    for other in sorted(about, key=lambda one: abs(one.number - sentence.number)):
        for mention in other.mentions if other is not sentence and other.block not in HEADINGS else ():
            exact = (
                mention.upper is None
                and not mention.hedge
                and mention.kind == before.kind
                and mention.unit == before.unit
            )
            if exact and (value(mention) > value(before)) == (change.sign > 0) and value(mention) < 2 * value(before):
                yield mention


def _apart(before: Mention | None, end: Mention, change: Role) -> object:
    return abs(value(end) - value(before)) if before else None


def _slips(before: Mention, end: Mention, change: Role) -> bool:
    low, high = sorted((before, end), key=value)
    return sum_slips([low, change.mention], high)
