"""Shares of a whole that the text only names, and numbers elsewhere: 1,858 students, or two-thirds of the enrolment."""

from __future__ import annotations

import re
from collections.abc import Iterator
from fractions import Fraction
from functools import cache

from factcheck.article import Article, Sentence
from factcheck.english.nouns import singular
from factcheck.link.context.subjects import near, stem
from factcheck.link.series.circumstances import without_circumstances
from factcheck.link.series.figures import SHARES, family, is_plain, value
from factcheck.link.series.shares import agree, is_part, ratio, said, sharply
from factcheck.model import Mention, Relation
from factcheck.patterns import Pattern

LOOK = 90
OPENING, BACK, ON = 5, 25, 6
"""The number of a whole stands in so many sentences at the opening, before the share or behind it."""

FARTHEST = Fraction(5, 2)
"""A share so many times off is of something that the text does not number."""

OF_ALL = Pattern(r"\bof all\b|\bin (?:all|total)\b", re.I)
OF_ANOTHER = Pattern(r"[\"“]?(?:In|On|At|By|For|Among|During|Upstairs|Elsewhere)\b")
"""With the first a sentence tells a share of all there are; one that opens with the others may tell of another place or day."""

LOOSELY = frozenset({"", "about", "nearly", "just-over"})
"""Hedges that leave a part near its figure."""

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
    r" of (?:all )?(?:those|people|everyone|everybody)?(?: (?:who|that))?(?: (?:had|have|were|was|are|is|on|in|at|the|been|be))* (?P<act>(?<=those )[a-z]{4,}|(?<=who )[a-z]{4,}|(?<=had )[a-z]{4,}|(?<=were )[a-z]{4,}|(?<=on the )[a-z]{4,})\b"
    r"| of (?:the|its|their|all(?: the| its)?|her|his)(?: (?:total|whole|entire|overall|full))? (?:(?P<noun>[a-z]{4,}(?: body)?)\b|(?P<number>(?=[£$€\d])))",
)
"""Behind a share these name its whole: the members, all those who voted, those on the list."""

PART_BEHIND = Pattern(r"(?:,| —| –| \(|:) ?(?:(?:or|that is|some|about|just|only|a total of) )*$", re.I)
IN_ALL = Pattern(r"(?: (?:of them|in all|in total|people|altogether|all told))?[,.;:)—]")
"""Between a named whole and a figure, and behind that, these make it the part."""

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
            part = _part(article, at, sentence, stated, behind) if behind else None
            if behind and part is not None:
                yield from _relation(article, stated, part, behind)


def _relation(article: Article, stated: Mention, part: Mention, behind: re.Match[str]) -> Iterator[Relation]:
    """Yield a share with the whole that it fits, or with the only one that is counted where it fits no figure at all.

    A noun alone tells that it is of all of them, and not of some, only where nothing else in the text could be that whole;
    a word for all of a thing tells it of the one in question, which need not be the one that is counted.
    """
    wholes = [one for one in _wholes(article, stated, part, behind) if is_part(part, one) and one is not part]
    fitting = [one for one in wholes if agree(stated, part, one)]
    tight = [one for one in fitting if sharply(stated, part, one)] or fitting
    tight = tight or (
        wholes[:1] if behind["noun"] not in _members() and _is_only(article, stated, part, wholes) else []
    )
    if tight:
        says = f"{part.text} of {tight[0].text} is {{implied}}, not {{stated}}."
        yield Relation(said(stated), ratio(part, tight[0]), says)


def _is_only(article: Article, stated: Mention, part: Mention, wholes: list[Mention]) -> bool:
    """Tell whether a share can be meant of one whole alone: it is the only one counted, and no figure of the text fits better."""
    others = (one for one in article.mentions if one.number and family(one) == family(part) and one is not part)
    sizes = {value(one) for one in wholes}
    plain = stated.upper is None and part.kind == "count" and part.hedge in LOOSELY and all(map(is_plain, wholes))
    words = article.words(article.sentences[stated.sentence])
    plain = plain and OF_ALL.search(words) is not None and OF_ANOTHER.match(words) is None
    return (
        len(sizes) == 1
        and plain
        and 1 / FARTHEST < value(part) / sizes.pop() / value(stated) < FARTHEST
        and not any(is_part(part, one) and agree(stated, part, one) for one in others)
    )


def _part(article: Article, at: int, sentence: Sentence, stated: Mention, behind: re.Match[str]) -> Mention | None:
    """Return the figure that a share puts in other terms: the last before it, or the only one that "that is" takes up."""
    before = article.around(stated, 10 * LOOK)[0]
    if (told := _told_behind(article, sentence, stated, behind)) is not None:
        return told
    if THAT_IS.match(before):
        last = article.body[at - 1] if at and article.body[at - 1].number == sentence.number - 1 else None
        figures = without_circumstances(article, last.of_kind("number")) if last else []
        figures = [one for one in figures if value(one) >= LEAST]
        return figures[0] if len(figures) == 1 and figures[0].upper is None else None
    figures = [one for one in sentence.of_kind("number") if one.first < stated.first]
    return figures[-1] if figures and APPOSED.search(before) and figures[-1].upper is None else None


def _told_behind(article: Article, sentence: Sentence, stated: Mention, behind: re.Match[str]) -> Mention | None:
    """Return the figure that is set off behind the whole that a share is said of: 55 per cent of the volunteers, 352 in all."""
    part = next((one for one in sentence.of_kind("number") if one.first > stated.first), None)
    if part is None or part.upper is not None or part.kind != "count":
        return None
    text, end = article.document.text, stated.span.end + behind.end()
    apart = PART_BEHIND.fullmatch(text[end : part.span.start])
    return part if apart and IN_ALL.match(text, part.span.end) else None


def _wholes(article: Article, stated: Mention, part: Mention, behind: re.Match[str]) -> list[Mention]:
    """Return the figure behind a share, or those of the text that count what its noun is for, or that it names: an investment of £4 million."""
    noun = behind["noun"] or behind["act"]
    if not noun:
        own = article.sentences[stated.sentence].of_kind("number")
        return [one for one in own if 0 <= one.span.start - stated.span.end - behind.end() <= 1]
    counted = {singular(noun), *_members().get(noun, ())}
    found = []
    start = max(OPENING, stated.sentence - BACK)
    about = (*article.sentences[:OPENING], *article.sentences[start : stated.sentence + ON])
    for sentence in about:
        for one in sentence.of_kind("number"):
            if family(one) != family(part) or value(one) < LEAST:
                continue
            if _is_whole(article, one, counted, behind):
                found.append(one)
    return found


def _is_whole(article: Article, one: Mention, counted: set[str], behind: re.Match[str]) -> bool:
    """Tell whether a figure counts what a share's whole is for, is told with its verb, or is called by it."""
    if behind["act"]:
        return stem(behind["act"]) in near(article, one)
    return one.noun in counted if one.kind == "count" else _is_called(article, one, behind["noun"])


@cache
def _members() -> dict[str, list[str]]:
    return {name: members.split() for names, members in COLLECTIVES.items() for name in names.split()} | {
        "student body": ["student", "pupil"]
    }


def _is_called(article: Article, one: Mention, noun: str) -> bool:
    before, behind = article.around(one, len(noun) + 14)
    told = re.search(rf"\b{noun} (?:of|is|was|at|worth|totall?ing|cost) (?:about |some )?$", before)
    return told is not None or re.match(rf" (?:[\w-]+ )?{noun}\b", behind) is not None
