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
    r"|adjourn\w*|recess\w*|lunch|pauses?|paused|wait\w*|held up)\b",
    re.I,
)
"""Near a length these make it one that is taken out of a stretch."""
PAUSE = Pattern(r"\b(?:lunch|breaks?|recess\w*|adjourn\w*|intervals?|(?:hour|half-hour|minutes) off)\b", re.I)
LEFT_OUT = "a pause that is told may be left out"
PAUSED, BESIDE = 120, 12
"""So many characters about a length may tell of a pause; in so few behind it that it is the pause."""
NEAR = 50
"""So many characters about a length tell whether it was lost."""


def lost_between(article: Article, lasting: Lasting) -> Mention | None:
    """Return the length near by that was lost between two times and by which just another misses them; None for none."""
    length, between = lasting.length, lasting.interval
    if between is None or length.unit not in MINUTES_IN or length.quantity.interval.high >= between.low:
        return None
    for sentence in article.sentences[max(0, length.sentence - 1) : length.sentence + 2]:
        for lost in sentence.of_kind("duration"):
            if lost is length or lost.unit not in MINUTES_IN or not LOST.search("|".join(article.around(lost, NEAR))):
                continue
            if length.quantity.interval.meets(between.minus(in_unit(lost, length.unit))):
                return lost
    return None


def paused(article: Article, lasting: Lasting) -> str | None:
    """Return why a length of hours shorter than its stretch may leave out a pause that is told near by without its length."""
    length, between = lasting.length, lasting.interval
    if between is None or length.unit not in MINUTES_IN or length.quantity.interval.high >= between.low:
        return None
    words = article.around(length, PAUSED)
    return LEFT_OUT if PAUSE.search(words[0]) or PAUSE.search(words[1][BESIDE:]) else None


def in_unit(length: Mention, unit: str) -> Interval:
    """Return a length of minutes or hours in another such unit."""
    return length.quantity.interval.times(Interval.exactly(MINUTES_IN[length.unit] / MINUTES_IN[unit]))
