"""Changes told by half: from what and by how much, but not to what, which another sentence has.

"Delays have added $310 million to the $2,140 million foreseen. The bridge will cost $2,450 million."
"""

from __future__ import annotations

from collections.abc import Iterator

from factcheck.article import HEADINGS, Article, Sentence
from factcheck.frames import NEAR, Movement, alike, clear
from factcheck.model import Mention
from factcheck.roles import Role
from factcheck.series.figures import sum_slips, value

REACH = 3
"""So many sentences before and behind a change tell what it came to."""

AMOUNTS = frozenset({"money", "count", "measure"})
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
