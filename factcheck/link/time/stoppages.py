"""Time taken out of a stretch: "from 2:10 to 6:21; less the 34 minutes lost to rain, they played for 3 hours 37".

A length of minutes or hours that misses its two times by just what the text says was lost between them holds.
"""

from __future__ import annotations

import re

from factcheck.article import Article
from factcheck.link.time.sofar import Lasting
from factcheck.link.time.spells import MINUTES_IN
from factcheck.model import Mention
from factcheck.patterns import Pattern
from factcheck.quantity import Interval

LOST = Pattern(
    r"\b(?:tak(?:e|es|ing|en) (?:away|out|off)|less|minus|without|exclud\w+|leaving (?:out|aside)|not counting|discount\w+"
    r"|deduct\w+|subtract\w+|apart from|net of|los[est]\w*|stopp\w+|delay\w*|interrupt\w*|intervals?|breaks?|halt\w*"
    r"|adjourn\w*|recess\w*|lunch|pauses?|paused|wait\w*|held up|ke(?:pt|eps?|eping) \w+ (?:off|out)|rain\w*|showers?|bad light)\b"
    r"|중단|멈췄|멈춘|멈추|쉬었|지연",
    re.I,
)
"""Near a length these make it one that is taken out of a stretch."""
STOPPED = Pattern(r"\b(?:stopp|halt|interrupt|delay|held up|los[te]|suspend)\w*(?: \w+){0,3} for $", re.I)
"""Before a length this makes it that of a stop: rain stopped play for 38 minutes."""
OFFICIAL = Pattern(r"\b(?:official|net|actual|playing)\b[^.;]*$", re.I)
PAUSE = Pattern(
    r"\b(?:subtract|take away|deduct|not counting|exclud|discount)\w*\b|\b(?:supper|dinner|power cut|lunch|breaks?|recess\w*|adjourn\w*|intervals?|(?:hour|half-hour|minutes) off)\b",
    re.I,
)
LEFT_OUT = "a pause that is told may be left out"
PAUSED, BESIDE = 120, 12
"""So many characters about a length may tell of a pause; in so few behind it that it is the pause."""
NEAR = 50
"""So many characters about a length tell whether it was lost."""


def lost_between(article: Article, lasting: Lasting) -> list[Mention]:
    """Return the lengths near by that were lost between two times and by which just another misses them; [] for none."""
    length, between = lasting.length, lasting.interval
    if between is None or length.unit not in MINUTES_IN or length.quantity.interval.high >= between.low:
        return []
    near = article.sentences[max(0, length.sentence - 1) : length.sentence + 2]
    lost = [
        one for sentence in near for one in sentence.of_kind("duration") if one is not length and is_lost(article, one)
    ]
    for some in (*([one] for one in lost), lost):
        left = between
        for one in some:
            left = left.minus(in_unit(one, length.unit))
        if some and length.quantity.interval.meets(left):
            return some
    return []


def is_lost(article: Article, length: Mention) -> bool:
    """Tell whether a length is said to be taken out of something."""
    return length.unit in MINUTES_IN and LOST.search("|".join(article.around(length, NEAR))) is not None


SPENT_ON = Pattern(r" (?:over|on) (?:the|an?|its|his|her|their) [a-z]")
"""Behind a length these make it that of a part: 70 minutes over the budget."""


def paused(article: Article, lasting: Lasting) -> str | None:
    """Return why a length of hours shorter than its stretch may leave out a pause that is told near by without its length."""
    length, between = lasting.length, lasting.interval
    if between is None or length.unit not in MINUTES_IN or length.quantity.interval.high >= between.low:
        return None
    before, behind = article.around(length, PAUSED)
    block = article.block_at(length.span.start)
    near = article.document.text[max(block.start, length.span.start - PAUSED) : length.span.start]
    told = PAUSE.search(near) or PAUSE.search(behind[BESIDE:]) or SPENT_ON.match(behind)
    return LEFT_OUT if told or STOPPED.search(before[-NEAR:]) or OFFICIAL.search(before[-NEAR:]) else None


def in_unit(length: Mention, unit: str) -> Interval:
    """Return a length of minutes or hours in another such unit."""
    return length.quantity.interval.times(Interval.exactly(MINUTES_IN[length.unit] / MINUTES_IN[unit]))
