"""Shares of a whole that the text only names, and numbers elsewhere: 1,858 students, or two-thirds of the enrolment."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

from factcheck.article import BIT, Article, Sentence
from factcheck.english.nouns import singular
from factcheck.link.series.circumstances import without_circumstances
from factcheck.link.series.figures import family, value
from factcheck.link.series.shares import agree, is_part, ratio, said, sharply
from factcheck.model import Mention, Relation
from factcheck.patterns import Pattern

SHARES = BIT["P"] | BIT["F"]
LOOK = 90
OPENING, BACK, ON = 5, 25, 6
"""The number of a whole stands in so many sentences at the opening, before the share or behind it."""

LEAST = 50
"""Of fewer a share is told of what stands right before it."""

COLLECTIVES = {
    "enrolment enrollment roll": "student pupil child children",
    "workforce payroll headcount staff": "worker employee job person staff people",
    "electorate": "voter elector",
    "membership": "member",
    "population": "person people inhabitant resident",
    "sample": "adult person people respondent voter household",
    "fleet": "ship boat vessel plane aircraft bus truck ferry car van lorry",
    "collection": "book map painting work object item coin",
    "audience crowd": "person people spectator fan",
    "readership": "reader",
    "herd": "cow animal cattle",
}
"""Words for all of a thing, and how those are counted."""

OF_NAMED = Pattern(
    r" of (?:the|its|their|all(?: the| its)?|her|his)(?: (?:total|whole|entire|overall|full))? (?:(?P<noun>[a-z]{4,}(?: body)?)\b(?P<ends>(?= *[,.;:)—\n]|$))?|(?P<number>(?=[£$€\d])))",
)
APPOSED = Pattern(
    r"(?:,|\(|—|–|;)(?: (?:or|that is|which (?:is|was)|just|only|some|about|around|nearly|almost|roughly|barely|well|over|under|(?:more|less|fewer) than|at least|exactly))* ?$"
)
"""Right before a share these set it off from the figure that it puts in other terms."""

THAT_IS = Pattern(
    r"^[\"“]?(?:that|this|it)(?: (?:figure|number|sum|total))?(?:'s|’s| (?:is|was|makes|made|means|meant|amounts? to|represents|equals|works out at|comes to))"
    r"(?: (?:just|only|about|around|nearly|almost|roughly|barely|well|over|under|(?:more|less|fewer) than|at least|exactly|equal to))* $",
    re.I,
)
"""A sentence that opens so says what share the figure before it is."""


def named(article: Article) -> Iterator[Relation]:
    """Yield each share of a whole that is named, or that follows it, with the part that it puts in other terms."""
    for at, sentence in enumerate(article.body if not article.verb_last else ()):
        for stated in sentence.of_kind("share") if sentence.kinds & SHARES else ():
            behind = OF_NAMED.match(article.around(stated, LOOK)[1]) if 0 < value(stated) < 1 else None
            part = _part(article, at, sentence, stated) if behind else None
            if behind and part is not None:
                yield from _relation(article, stated, part, behind)


def _relation(article: Article, stated: Mention, part: Mention, behind: re.Match[str]) -> Iterator[Relation]:
    """Yield a share with the whole that it fits; a noun alone never tells that it is of all of them, and not of some."""
    wholes = [one for one in _wholes(article, stated, part, behind) if is_part(part, one) and one is not part]
    fitting = [one for one in wholes if agree(stated, part, one)]
    tight = [one for one in fitting if sharply(stated, part, one)] or fitting
    if tight:
        says = f"{part.text} of {tight[0].text} is {{implied}}, not {{stated}}."
        yield Relation(said(stated), ratio(part, tight[0]), says)


def _part(article: Article, at: int, sentence: Sentence, stated: Mention) -> Mention | None:
    """Return the figure that a share puts in other terms: the last before it, or the only one that "that is" takes up."""
    before = article.around(stated, 10 * LOOK)[0]
    if THAT_IS.match(before):
        last = article.body[at - 1] if at and article.body[at - 1].number == sentence.number - 1 else None
        told = without_circumstances(article, last.of_kind("number")) if last else []
        told = [one for one in told if value(one) >= LEAST]
        return told[0] if len(told) == 1 and told[0].upper is None else None
    told = [one for one in sentence.of_kind("number") if one.first < stated.first]
    return told[-1] if told and APPOSED.search(before) and told[-1].upper is None else None


def _wholes(article: Article, stated: Mention, part: Mention, behind: re.Match[str]) -> list[Mention]:
    """Return the figure behind a share, or those of the text that count what its noun is for, or that it names: an investment of £4 million."""
    noun = behind["noun"]
    if not noun:
        own = article.sentences[stated.sentence].of_kind("number")
        return [one for one in own if 0 <= one.span.start - stated.span.end - behind.end() <= 1]
    counted = {singular(noun), *_members().get(noun, ())}
    found = []
    start = max(OPENING, stated.sentence - BACK)
    near = (*article.sentences[:OPENING], *article.sentences[start : stated.sentence + ON])
    for sentence in near:
        for one in sentence.of_kind("number"):
            if family(one) != family(part) or value(one) < LEAST:
                continue
            if one.noun in counted if one.kind == "count" else _is_called(article, one, noun):
                found.append(one)
    return found


@cache
def _members() -> dict[str, list[str]]:
    return {name: members.split() for names, members in COLLECTIVES.items() for name in names.split()} | {
        "student body": ["student", "pupil"]
    }


def _is_called(article: Article, one: Mention, noun: str) -> bool:
    before, behind = article.around(one, len(noun) + 14)
    told = re.search(rf"\b{noun} (?:of|is|was|at|worth|totall?ing|cost) (?:about |some )?$", before)
    return told is not None or re.match(rf" (?:[\w-]+ )?{noun}\b", behind) is not None
