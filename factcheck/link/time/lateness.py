"""How late or early something was, told with the time that it was due and the time that it came: due at 5:05, at 5:40, 35 minutes late."""

from __future__ import annotations

import re
from collections.abc import Iterator

from factcheck.article import Article, Sentence
from factcheck.link.context.passages import widening
from factcheck.link.series.figures import is_plain, value
from factcheck.model import Mention, Relation
from factcheck.patterns import Pattern
from factcheck.quantity import Interval, Quantity

LATE = Pattern(
    r" (?:late|early|behind schedule|ahead of schedule|behind time|ahead of time|(?:later|earlier) than (?:before|until now|planned|scheduled|usual|it (?:did|used to)))\b(?! for\b)"
)
"""Behind a length of time these make it what parts a time from the one that was meant, or held before."""

DUE = Pattern(
    r"\b(?:due|scheduled|should have|supposed|planned|timetabled|booked|expected|until now|used to|instead of|rather than|when it (?:opened|closed|began|started|left|ran))\b[^.;,]{0,40}$"
)
"""Before one of two times these make it what was meant, or held before."""

ENDED = Pattern(r"\b(?:left|ended|closed|finish\w*|reach\w*|met|meet|fans?|both)\b[^.;]{0,40}$", re.I)
"""Before the other these make it of something else than what was late."""

SHARED = Pattern(r"\b(?:both|each|closed?) $")
"""Before a delay these make it that of more than one, or of an end."""

CALLED = Pattern(r" (?:trains?|bus|buses|flights?|services?|ferry|boat|tram|hearing|express|shuttle)\b")
"""Behind a time these are called by it, however late they were: the 8:15 train."""

MINUTES = {"minute": 1, "hour": 60}
HALF_DAY, PAIR, LOOK = 720, 2, 60


def lateness(article: Article) -> Iterator[Relation]:
    """Hold a delay to the only two times of its sentence, or of it and one beside it."""
    for sentence in article.holding("late", "early", "earlier", "behind", "ahead") if not article.verb_last else ():
        for length in sentence.of_kind("duration"):
            late = length.unit in MINUTES and is_plain(length) and LATE.match(article.around(length, 0, 40)[1])
            shared = SHARED.search(article.around(length, len("closed "))[0])
            if late and not shared and (times := _times_near(article, sentence)):
                yield _relation(length, *times)


def _times_near(article: Article, sentence: Sentence) -> tuple[Mention, Mention] | None:
    """Return the only two exact times of a sentence, or of it and one beside it, of which one is told as meant."""
    for near in widening(article, sentence):
        clocks = [one for part in near for one in part.of_kind("clock")]
        if len(clocks) == PAIR and all(one.clock and one.clock.exact and not one.hedge for one in clocks):
            ahead = [article.around(one, LOOK)[0] for one in clocks]
            if any(CALLED.match(article.around(one, 0, LOOK)[1]) for one in clocks):
                continue
            due = [DUE.search(words) is not None for words in ahead]
            if due.count(True) == 1 and ENDED.search(ahead[due.index(False)]) is None:
                return clocks[0], clocks[1]
    return None


def _relation(length: Mention, one: Mention, other: Mention) -> Relation:
    assert one.clock and other.clock
    apart = abs(one.clock.minute - other.clock.minute) % HALF_DAY
    many = value(length) * MINUTES[length.unit]
    ways = (apart, HALF_DAY - apart, HALF_DAY + apart, 2 * HALF_DAY - apart)
    minutes = min(ways, key=lambda way: abs(way - many))
    made = Quantity(Interval.exactly(minutes), "minute", f"{one.text} to {other.text}", (one.span, other.span))
    return Relation(Quantity(Interval.exactly(many), "minute", length.text, (length.span,)), made)
