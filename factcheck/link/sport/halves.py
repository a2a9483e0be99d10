"""Two halves and the score that they make: "31 at half-time, 40 after it, and won 71-64"; or four quarters.

Three scores, each of one side or of both, of which one is marked as the first half's, one as the second's and one as what
it ended in.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import product

from factcheck.article import Article, Sentence
from factcheck.link.context.scores import score
from factcheck.link.context.ties import adjacent
from factcheck.link.series.figures import is_plain, value
from factcheck.link.sport.telling import in_play
from factcheck.model import Mention, Relation
from factcheck.patterns import Pattern
from factcheck.quantity import Quantity
from factcheck.records import NamedTuple

BREAK = r"(?:break|half[- ]?time|half|interval|intermission|turnaround)"
FIRST = Pattern(
    rf"\b(?:in|of|after|taking|won|took) the (?:first|opening) half\b|\b(?:at|by|before|into) (?:the )?{BREAK}\b|\bin the first\b|\bhalf-time (?:lead|score|deficit)\b",
    re.I,
)
SECOND = Pattern(
    rf"\b(?:in|of|taking|won|took) the second(?: half)?\b|\bafter (?:it|that|the {BREAK}|{BREAK})\b|\bthe rest of the way\b|\bin the closing half\b",
    re.I,
)
ENDED = Pattern(
    r"\b(?:won|win|wins|winning|beat|beating|beaten|lost|lose|losing|total|totall?ed|victory|defeat(?:ed)?|loss|finish(?:ed|ing)?|final score|made it|make it|triumph\w*)\b",
    re.I,
)
QUARTERS = Pattern(r"\b(?:in )?(?:the )?(?:four )?quarters\b", re.I)
OTHERWISE = Pattern(
    r"\b(?:overtimes?|extra time|shoot-?out|penalt\w+|quarter|aggregate|leg|series|season|record|of the|unanswered|run|last|next)\b",
    re.I,
)
"""With these other parts of a match, or other matches, are told."""

LONGER = Pattern(r"\b(?:over-?times?|extra)\b", re.I)
EACH = Pattern(r"^[^,;.\d]{0,24}\b(?:in|before and after) (?:each|either) half\b", re.I)
THREE, QUARTERED = 3, 5


class Part(NamedTuple):
    """A score as the numbers that it may stand for: one side's, or both sides' either way round."""

    mention: Mention
    sides: tuple[tuple[int, ...], ...]


def halves(article: Article) -> Iterator[Relation]:
    """Yield what each match ended in with the halves, or the quarters, that it is told in."""
    if article.verb_last:
        return
    for sentence in article.holding("half", "break", "interval", "intermission", "quarters"):
        for near in (None, adjacent(article, sentence, 1), adjacent(article, sentence, -1)):
            pieces = sorted({one.number: one for one in (sentence, near) if one is not None}.values())
            told = [part for piece in pieces for part in _parts(article, piece)]
            found = _of_halves(article, told) or _of_quarters(article, told)
            if found is not None:
                yield found
                break


def _parts(article: Article, sentence: Sentence) -> list[Part]:
    """Return the scores of a sentence; none where another figure stands among them."""
    parts = []
    for one in in_play(article, sentence.mentions):
        if found := score(one):
            parts.append(Part(one, ((found.left, found.right), (found.right, found.left))))
        elif one.kind in ("count", "points") and is_plain(one) and value(one).denominator == 1:
            parts.append(Part(one, ((int(value(one)),),)))
    return parts


def _of_halves(article: Article, told: list[Part]) -> Relation | None:
    if len(told) == 2 and told[1].mention.kind == "pair":
        return _in_each(article, told)
    if len(told) != THREE:
        return None
    first, second, end = (
        [part for part in told if _marked(article, told, part, mark)] for mark in (FIRST, SECOND, ENDED)
    )
    end = [part for part in end if part not in first and part not in second]
    if not (len(first) == len(second) == len(end) == 1) or first == second or _is_more(article, told):
        return None
    return _added(end[0], [first[0], second[0]])


def _in_each(article: Article, told: list[Part]) -> Relation | None:
    many, end = told
    behind = article.document.text[many.mention.span.end : end.mention.span.start]
    ended = ENDED.search(article.words(article.sentences[end.mention.sentence]))
    return _added(end, [many], times=2) if EACH.match(behind) and ended and not _is_more(article, told) else None


def _of_quarters(article: Article, told: list[Part]) -> Relation | None:
    told = [part for part in told if article.word(article.place(part.mention) - 1) != "by"]
    if len(told) != QUARTERED:
        return None
    ends = [part for part in told if part.mention.kind == "pair"]
    words = article.words(article.sentences[told[0].mention.sentence])
    if LONGER.search(words):
        return None
    if len(ends) != 1 or ends[0] not in (told[0], told[-1]) or not QUARTERS.search(words) or not ENDED.search(words):
        return None
    return _added(ends[0], [part for part in told if part is not ends[0]])


def _marked(article: Article, told: list[Part], part: Part, mark: Pattern) -> bool:
    """Tell whether the words beside a score, up to the next ones, give it a part in the match."""
    text, at = article.document.text, told.index(part)
    sentence = article.sentences[part.mention.sentence]
    here = article.here(sentence)
    start = max(here.start, told[at - 1].mention.span.end if at else here.start)
    end = min(here.end, told[at + 1].mention.span.start if at + 1 < len(told) else here.end)
    before, behind = text[start : part.mention.span.start], text[part.mention.span.end : end]
    own = re.split(r"[,;]| and | (?=for a total)", behind)[0]
    led = re.split(r"[,;]| and | (?=for a total)", before)[-1]
    return mark.search(own) is not None or mark.search(led) is not None


def _is_more(article: Article, told: list[Part]) -> bool:
    numbers = {part.mention.sentence for part in told}
    return any(OTHERWISE.search(article.words(article.sentences[number])) for number in numbers)


def _added(end: Part, parts: list[Part], times: int = 1) -> Relation | None:
    """Return what a match ended in with what its parts come to; one side's where a part tells only that."""
    single = any(len(part.sides[0]) == 1 for part in parts) or len(end.sides[0]) == 1
    ways = {
        tuple(times * sum(sides) for sides in zip(*chosen, strict=False))
        for chosen in product(*(p.sides for p in parts))
    }
    if single:
        ways = {way[:1] for way in ways}
    ended = {side[:1] if single else side for side in end.sides}
    stated, implied = (frozenset("-".join(map(str, way)) for way in each) for each in (ended, ways))
    working = " + ".join([part.mention.text for part in parts] * times)
    spans = tuple(part.mention.span for part in parts)
    gives = "-".join(map(str, max(ways)))
    return Relation(
        Quantity.one_of(stated, end.mention.text, end.mention.span),
        Quantity.one_of(implied, working, *spans),
        says=f"{working} makes {gives}, not {{stated}}.",
        fix=gives if not single else f"another figure: {working} makes {gives}",
        working=f"{working} = {gives}; the text says {end.mention.text}",
    )
