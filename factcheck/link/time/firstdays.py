"""The first and the last day of what a text gives by both its ends: ran from 3 to 21 April; when it began, on 10 April."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import islice, pairwise
from typing import NamedTuple

from factcheck.article import BIT, Article, Sentence
from factcheck.link.context.subjects import stem
from factcheck.link.time.spells import stretches
from factcheck.model import Mention
from factcheck.patterns import Pattern

VERBS = frozenset(
    {
        " began",
        " begin",
        " begun",
        " start",
        " open",
        " kick",
        " ended",
        " ends",
        " clos",
        " finish",
        " conclud",
        " first",
        " last",
    }
)
LEAD = r"(?:^\W*|\b(?:[Tt]he|[Ii]ts|[Tt]heir|[Hh]er|[Hh]is|[Ww]hen|[Aa]s|[Oo]nce) )(?P<noun>[\w-]+)"
"""What begins, with nothing before it that makes it another: early voting, the film festival."""
FIRST = Pattern(
    LEAD
    + r" (?:will |is to |are to )?(?:beg[aiu]ns?|starts?|started|opens?|opened|kicks? off|kicked off|gets? under way|got under way)(?: here| again)?,?(?: on)? $"
    r"|\b(?:first|opening) (?:day|night|morning|evening) of (?:the |its |her |his )?(?P<of>[\w-]+)(?:,| is| was| falls| fell)*(?: on)? $"
)
LAST = Pattern(
    LEAD
    + r" (?:will |is to |are to )?(?:ends?|ended|closes?|closed|finish(?:es|ed)?|concludes?|concluded)(?: here)?,?(?: on)? $"
    r"|\b(?:last|final|closing) (?:day|night|morning|evening) of (?:the |its |her |his )?(?P<of>[\w-]+)(?:,| is| was| falls| fell)*(?: on)? $"
)
POLLED = frozenset(
    map(
        stem,
        "interviewing interviews interviewed fieldwork telephoned polled surveyed survey poll questioned canvassed".split(),
    )
)
"""One course by many names: who is polled is interviewed."""

VAGUE = frozenset("it that which who they he she this day play work door doors window and but".split())
ANOTHER = Pattern(
    r"\b(?:second|third|another|other|next|previous|last year|each|every|again|postponed|delayed|extended|early|moved)\b"
)
GOING = Pattern(
    r"(?:runs?|ran|lasts?|lasted|is|was|are|were|will|takes?|took|goes|went|stretch\w*|held|due|set|from|between|continue\w*|that|which|at|in)$"
)
"""Behind a course these lead to its ends: the fair, which is on from; the fair in Ely runs from."""
KNOWN = frozenset("the a an its their his her this".split())
WITHIN = frozenset("for near before after of at in to with by on during around about from under".split())
"""Before a course these make it no subject: tickets for the fair are on sale from."""
AROUND, MOST = 200, 20
"""So many characters before a day tell what begins then; a text that tells of more courses is a list of them."""


class Edge(NamedTuple):
    """The first or the last day of a course as a sentence tells it, and the two ends that another gives it."""

    told: Mention
    start: Mention
    end: Mention
    first: bool


def edges(article: Article) -> Iterator[Edge]:
    """Yield each first or last day that is told of a course whose two ends another sentence gives by their dates."""
    if article.language != "en" or not article.may_say(VERBS):
        return
    dated = [one for one in article.body if one.kinds & BIT["D"]]
    told = ((one, span) for one in dated for span in stretches(article, one) if _is_dated(span.start, span.end))
    spans = list(islice(told, MOST))
    for sentence in dated if spans else ():
        for mention in sentence.of_kind("date"):
            for shape in (FIRST, LAST):
                before, _ = article.around(mention, AROUND)
                said = shape.search(before)
                noun = (said["noun"] or said["of"]).lower() if said else ""
                if noun and noun not in VAGUE and not ANOTHER.search(article.words(sentence)):
                    of = [span for other, span in spans if other is not sentence and _is_of(article, other, noun)]
                    if len(of) == 1:
                        yield Edge(mention, of[0].start, of[0].end, shape is FIRST)


def _is_dated(*ends: Mention) -> bool:
    return all(one.when is not None and one.when.day is not None and one.when.month is not None for one in ends)


def _is_of(article: Article, sentence: Sentence, noun: str) -> bool:
    """Tell whether a sentence gives the ends of a course: its noun leads to them, or another word of who is polled."""
    words = article.words(sentence)
    if ANOTHER.search(words):
        return False
    told = [word.strip(";:()").lower() for word in words.split()]
    for at, (one, then) in enumerate(pairwise(told)):
        before = next((word for word in reversed(told[max(0, at - 2) : at]) if word not in KNOWN), "")
        if stem(one.rstrip(",")) == stem(noun) and GOING.match(then) and before not in WITHIN:
            return True
    return stem(noun) in POLLED and any(stem(word.rstrip(",.")) in POLLED for word in told)
