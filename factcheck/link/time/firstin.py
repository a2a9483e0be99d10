"""The first of a kind in so long, beside the last before it: their first title in 22 years: they last won it in 2001.

What was done is said in as many ways as there are things.  That it is the first in so long, that the one time near by is
that of the last, and that the text takes up what was done, does not vary.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from factcheck.article import BIT, Article, Sentence
from factcheck.dates import MONTHS_IN, Days, days_meant
from factcheck.link.context.ties import adjacent
from factcheck.link.time.courses import clause
from factcheck.link.time.parted import UNTIED
from factcheck.link.time.sofar import Lasting
from factcheck.link.time.spells import lasts
from factcheck.model import Mention
from factcheck.patterns import Pattern

FIRST = Pattern(
    r"\bfirst\b(?! (?:half|quarter|two|three|four|few|year|month|day|place|name)\b)[^.;:]{0,70}? in"
    r"(?: (?:about|around|some|nearly|almost|over|more than|just over|at least|exactly))? $"
)
"""Before a length these make it one in which there was none."""

OF_IT = Pattern(r" of\b| (?:ago|earlier|before|after|later|since)\b|[’']s?\b")
"""Behind one these make it another."""

LAST = Pattern(
    r"\b(?:(?:its|their|his|her|the|whose)(?: own)? (?:last|previous|preceding|most recent)(?: such)?(?: (?P<noun>[a-z-]+))?"
    r"|(?:last|previously) (?P<verb>[a-z]+)(?P<it> (?:so|it|one|this|that|there|them))?)\b(?P<more>[^.;:]{0,50})\|",
    re.I,
)
"""Before a time these make it that of the last before."""

TAKEN_UP = frozenset("one time occasion came was had happened having did done happen being occurred such".split())
"""These stand for what was the first: the last one came in 2001, it last did so in 2001."""

NARROWED = Pattern(r"\b(?:at|by|for|under|against|with|to|from|outside|away|home)\b|(?<!,) of\b|\bin (?!$)")
"""Between the last and its time these make it one of some: they last won at this ground in 1992."""

AT_ONCE = Pattern(r"(?:,? (?:back|way|in|on|the|early|late|far|autumn|spring|summer|winter of))* (?:[A-Z]\w+ )?")
"""Between "last did so" and its time no more than these: it last did so badly in 1975."""

TO_COME, LOOK = Pattern(r"\b(?:until|before|next|would|will)\b", re.I), 90


def first_in(article: Article, told: set[int]) -> Iterator[Lasting]:
    """Yield each length, those `told` by their first token left out, in which something was the first since the last told near by."""
    if article.published is None or article.verb_last:
        return
    today = Days(article.published, article.published)
    for sentence in article.holding("first"):
        lengths = sentence.of_kind("duration") if sentence.kinds & BIT["L"] else []
        if len(lengths) == 1 and lengths[0].number and lengths[0].unit in MONTHS_IN and lengths[0].first not in told:
            before, behind = article.around(lengths[0], LOOK)
            if FIRST.search(before) and not OF_IT.match(behind):
                yield from _read(article, sentence, lengths[0], today)


def _read(article: Article, sentence: Sentence, length: Mention, today: Days) -> Iterator[Lasting]:
    behind = adjacent(article, sentence, 1)
    near = [sentence, *([behind] if behind and not behind.of_kind("duration") else [])]
    times = [time for one in near for time in one.of_kind("date|year")]
    if len(times) != 1 or times[0].first < length.first or not (times[0].when and times[0].when.year):
        return
    since = days_meant(times[0].when, None)
    told = clause(article, times[0])
    last = LAST.search(told)
    if last is None or since is None or since.first > today.first or TO_COME.search(told):
        return
    lasted = lasts(length, (since, today))
    if lasted is not None:
        said = article.around(length, LOOK, 0)[0].lower()
        yield Lasting(
            lasted, length, times[0], None, None if _taken_up(said, last, lasted.low > length.size) else UNTIED
        )


def _taken_up(said: str, last: re.Match[str], longer: bool) -> bool:
    """Tell whether the last is of what was said to be the first, and of no more: a word for it, or the same noun or verb.

    Who reached a final for the first time in so long may have won it, last, longer ago.

    Of a first away win in so long the last win may be less far back, and no farther.
    """
    word = (last["noun"] or last["verb"] or "one").lower()
    again = word in said and (longer or f"first {word}" in said)
    if last["it"]:
        same = word in TAKEN_UP or word in said or "first time" not in said
        return same and AT_ONCE.fullmatch(last["more"]) is not None
    return not NARROWED.search(last["more"]) and (word in TAKEN_UP or again)
