"""Ranks beside those that are said to stand ahead: "That puts it third, behind jobs (31 percent) and the schools (17 percent)".

How a rank is told varies without end; that what it is behind has more, or less where the rank is one of the least, does not.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from factcheck.article import BIT, Article, Sentence
from factcheck.link.context.ties import adjacent
from factcheck.link.series.figures import is_plain
from factcheck.link.size.comparisons import ANY, COMPARATIVES, Compared, alike_to, levels
from factcheck.link.size.extremes import SUPERLATIVES
from factcheck.link.size.leaders import STROKES
from factcheck.link.size.ranks import MADE, Placed
from factcheck.model import Mention
from factcheck.patterns import Pattern

BEHIND = frozenset("behind trailing chasing below".split())
AFTER = frozenset({"after", "following"})
"""Behind a rank by size these too list those ahead; behind another they tell what came before it."""

TURNS = frozenset("ahead but compared against versus up down though although when while and".split())
"""Behind these a list tells of others, but for an "and" before its last."""

RELATIVE = frozenset("per basis rate relative adjusted average averaged share head capita".split())
"""With these a rank may be by another measure than its figure."""

ASIDE = frozenset("as for in at by of".split())
"""Between two figures of a list these lead to a figure of something else."""

HAS = frozenset("has have had with on won took got".split())
BASE = Pattern(
    r"\b(?:from|against|than|compared (?:with|to)|up on|down on|versus|(?:beat|beating|topp\w+) (?:the )?)(?: the| about| just| some)? ?[£$€]?$",
    re.I,
)
LOW = Pattern(
    r"\b(?:lowest|cheapest|smallest|fewest|least|fastest|quickest|slowest|worst|youngest|shortest|time|times|unemploy\w*|inflation|deaths?|errors?|faults?|deficit|losses)\b",
    re.I,
)
"""With these, or with strokes, the fewest may be the first."""

REACH, FEW, LOOK = 14, 9, 24
"""So many places behind a rank may stand what it is behind; of so many ranks one is told."""


def outranked(article: Article) -> Iterator[tuple[Placed, Compared]]:
    """Yield each rank with its own figure and those of all that are told beside it, and the same with those said to stand ahead."""
    if article.verb_last:
        return
    for sentence in article.holding(*BEHIND, *AFTER):
        ranks = [one for one in sentence.of_kind("ordinal") if 1 < one.size < FEW] if sentence.kinds & BIT["O"] else []
        if len(ranks) == 1 and (found := _behind(article, sentence, ranks[0])):
            yield found


def _behind(article: Article, sentence: Sentence, rank: Mention) -> tuple[Placed, Compared] | None:
    place = article.place(rank)
    largest = superlative_of(article, place)
    cues = BEHIND | AFTER if largest else BEHIND
    reach = range(place + 1, min(place + REACH, sentence.end))
    cue = next((at for at in reach if article.word(at) in cues), -1)
    if cue < 0 or any(at in article.at and _is_level(article.at[at]) for at in range(place + 1, cue)):
        return None
    sign = COMPARATIVES[SUPERLATIVES[largest]][0] if largest else 1
    listed, named = _listed(article, sentence, cue)
    own = _own(article, sentence, place, listed[0]) if listed else None
    if own is None or _of_other(article, sentence, own, cue, [*listed, *named]):
        return None
    if not all(map(is_plain, (own, *listed, *named))):
        return None
    words = article.words(sentence) + article.words(article.sentences[own.sentence])
    if not largest and (LOW.search(words) or STROKES.search(words)):
        return None
    everyone = (*listed, *named) if sign > 0 else ()
    return Placed(rank, own, everyone), Compared(own, tuple(listed), -sign, cue)


def _of_other(article: Article, sentence: Sentence, own: Mention, cue: int, others: list[Mention]) -> bool:
    """Tell whether the rank may be of another time or measure than its figure, or has one of its own behind the list."""
    rank = max(article.place(one) for one in sentence.of_kind("ordinal"))
    start = rank if own.sentence == sentence.number else sentence.start
    told = [article.place(one) for one in sentence.mentions if start < article.place(one) < cue and one.when]
    earlier = any(article.word(at - 1) != "since" for at in told)
    behind = [one for one in levels(article, sentence) if one.first > others[-1].first and one.kind in ANY]
    of_its_own = any(alike_to(article, own, one) for one in behind)
    words = {article.word(at) for at in range(sentence.start, article.place(others[-1]))}
    change = article.word(article.place(own) - 1) == "by"
    return earlier or of_its_own or change or not RELATIVE.isdisjoint(words)


def _is_level(one: Mention) -> bool:
    """Tell whether a figure is more than the number of those that are ranked: the big three."""
    return one.kind in ANY and (one.size > FEW or bool(one.unit))


def superlative_of(article: Article, place: int) -> str:
    """Return the superlative of a rank: the second-largest, the third biggest."""
    at = place + 1 + (article.skeleton[place + 1 : place + 2] == "-")
    word = article.word(at)
    return word if word in SUPERLATIVES and word not in ("best", "latest") else ""


def _listed(article: Article, sentence: Sentence, cue: int) -> tuple[list[Mention], list[Mention]]:
    """Return the figures of those said to stand ahead, and those of others by name behind them."""
    behind = [one for one in levels(article, sentence) if article.place(one) > cue and one.kind in ANY]
    listed: list[Mention] = []
    named: list[Mention] = []
    start, goes_on = cue + 1, True
    for one in behind:
        place = article.place(one)
        if listed and not (alike_to(article, listed[0], one) or alike_to(article, one, listed[0])):
            break
        between = [article.word(at) for at in range(start, place)]
        turned = [word for word in between if word in TURNS]
        set_off = article.skeleton[place - 2] == "," and between[-1:] == ["at"]  # Gannet, at 1,200
        if ";" in article.skeleton[start:place] or (
            listed and not ASIDE.isdisjoint(between[:-1] if set_off else between)
        ):
            break
        bracketed = article.skeleton[place - 1] == "("
        has = bracketed or set_off or not HAS.isdisjoint(between[-2:])
        if not has or not any(article.skeleton[at] in "wND" or at in article.at for at in range(start, place)):
            break
        goes_on = goes_on and (not turned or (turned == ["and"] and bool(listed)))
        by_name = any(article.skeleton[at] == "N" for at in range(start, place))
        if goes_on:
            listed.append(one)
        elif by_name and listed:
            named.append(one)
        else:
            break
        start = place + 1
    return listed, named


def _own(article: Article, sentence: Sentence, place: int, other: Mention) -> Mention | None:
    """Return the one figure that a rank rests on: before it in its sentence, or in the one that it takes up."""
    ahead = [one for one in levels(article, sentence) if article.place(one) < place]
    own = _of(article, ahead, other)
    if not ahead and _takes_up(article, sentence.start, place):
        own = _of(article, levels(article, adjacent(article, sentence, -1)), other)
    behind = [one for one in levels(article, sentence) if place < article.place(one) <= place + 3]
    return own[0] if len(own) == 1 and not behind else None


def _takes_up(article: Article, start: int, rank: int) -> bool:
    """Tell whether a rank is said of what the sentence before told of: that puts it third, big as it was, it is the third."""
    at = next((at for at in range(rank - 1, start - 1, -1) if article.word(at) in MADE), -1)
    return at >= 0 and "N" not in article.skeleton[at:rank]


def _of(article: Article, figures: list[Mention], other: Mention) -> list[Mention]:
    like = [one for one in figures if alike_to(article, one, other) or alike_to(article, other, one)]
    return [one for one in like if not BASE.search(article.around(one, LOOK, 0)[0])]
