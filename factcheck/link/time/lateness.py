"""How late or early something was, told with the time that it was due and the time that it came: due at 5:05, at 5:40, 35 minutes late."""

from __future__ import annotations

from collections.abc import Iterator

from factcheck.article import Article, Sentence
from factcheck.link.context.ties import adjacent
from factcheck.link.series.figures import is_plain, value
from factcheck.model import Mention, Relation
from factcheck.patterns import Pattern
from factcheck.quantity import Interval, Quantity

LATE = Pattern(
    r" (?:late|early|behind schedule|ahead of schedule|behind time|ahead of time|(?:later|earlier) than (?:before|until now|planned|scheduled|usual|it (?:did|used to)))\b"
)
"""Behind a length of time these make it what parts a time from the one that was meant, or held before."""

DUE = Pattern(
    r"\b(?:due|scheduled|should have|supposed|planned|timetabled|booked|expected|until now|used to|instead of|rather than|when it (?:opened|closed|began|started|left|ran))\b"
)
"""With these one of two times is what was meant, or held before."""

MINUTES = {"minute": 1, "hour": 60}
HALF_DAY, PAIR = 720, 2


def lateness(article: Article) -> Iterator[Relation]:
    """Hold a delay to the only two times of its sentence, or of it and one beside it."""
    for sentence in article.holding("late", "early", "earlier", "behind", "ahead") if not article.verb_last else ():
        for length in sentence.of_kind("duration"):
            late = length.unit in MINUTES and is_plain(length) and LATE.match(article.around(length, 0, 40)[1])
            if late and (times := _times_near(article, sentence)):
                yield _relation(length, *times)


def _times_near(article: Article, sentence: Sentence) -> tuple[Mention, Mention] | None:
    """Return the only two exact times of a sentence, or of it and one beside it, of which one is told as meant."""
    beside = [part for step in (-1, 1) if (part := adjacent(article, sentence, step))]
    for near in ([sentence], *([sentence, part] for part in beside)):
        clocks = [one for part in near for one in part.of_kind("clock")]
        if len(clocks) == PAIR and all(one.clock and one.clock.exact and not one.hedge for one in clocks):
            if any(DUE.search(article.words(part)) for part in near):
                return clocks[0], clocks[1]
    return None


def _relation(length: Mention, one: Mention, other: Mention) -> Relation:
    assert one.clock and other.clock
    apart = abs(one.clock.minute - other.clock.minute) % HALF_DAY
    minutes = min(apart, HALF_DAY - apart)
    many = value(length) * MINUTES[length.unit]
    made = Quantity(Interval.exactly(minutes), "minute", f"{one.text} to {other.text}", (one.span, other.span))
    return Relation(Quantity(Interval.exactly(many), "minute", length.text, (length.span,)), made)
