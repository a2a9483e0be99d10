"""How much later a clock is than another of its sentence, where verbs stand last: 9시에 떠나 세 시간 뒤인 12시."""

from __future__ import annotations

from collections.abc import Iterator
from fractions import Fraction

from factcheck.article import BIT, Article, Sentence
from factcheck.link.series.figures import is_plain, value
from factcheck.link.time.lateness import MINUTES
from factcheck.model import Relation
from factcheck.patterns import Pattern
from factcheck.quantity import Interval, Quantity

LATER = Pattern(r" ?(?:뒤|후|만)(?:인|에|이|)? ?")
HALF = 30


def later_clocks(article: Article) -> Iterator[Relation]:
    """Yield each length that parts two times of one sentence, told right before the later."""
    for sentence in article.body if article.verb_last else ():
        if sentence.kinds & BIT["H"] and sentence.kinds & BIT["L"]:
            yield from _later(article, sentence)


def _later(article: Article, sentence: Sentence) -> Iterator[Relation]:
    clocks, text = sentence.of_kind("clock"), article.document.text
    for length in sentence.of_kind("duration") if len(clocks) == 2 else ():
        first, last = clocks
        exact = all(one.clock and one.clock.exact and not one.hedge for one in clocks)
        led = first.first < length.first and LATER.fullmatch(text, length.span.end, last.span.start)
        if led and exact and length.unit in MINUTES and is_plain(length) and first.clock and last.clock:
            apart = (last.clock.minute - first.clock.minute) % 1440
            said = value(length) * MINUTES[length.unit]
            room = HALF - 1 if length.unit == "hour" else 0
            made = Quantity(
                Interval(Fraction(apart - room), Fraction(apart + room)),
                "minute",
                f"{first.text} to {last.text}",
                (first.span, last.span),
            )
            yield Relation(Quantity(Interval.exactly(said), "minute", length.text, (length.span,)), made)
