"""Yearly events that are counted: the 34th annual fair since 1990; the 51st running of the race, first held in 1974."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date
from fractions import Fraction

from factcheck.article import Article, Sentence
from factcheck.link.context.ties import adjacent
from factcheck.link.time.courses import clause
from factcheck.link.time.events import words
from factcheck.link.time.jubilees import Jubilee
from factcheck.model import Mention
from factcheck.patterns import Pattern
from factcheck.phrase import phrase
from factcheck.quantity import Interval, Quantity

FROM_YEAR = "(<w> | ANNUAL|PERIOD | ,)* since {since:year}"
COUNTED = Pattern(r" (?:annual|yearly)\b| (?:\w+ ){0,2}(?:edition|running|staging|renewal|instal?lment)s?\b", re.I)
"""Behind an ordinal these make it that of an event held every year."""

FIRST = Pattern(
    r"\bfirst (?:(?:fair|festival|race|show|event|one|edition|running|such \w+) )?(?:(?:was|had been|being|having been) )?"
    r"(?:held|staged|run|played|organi[sz]ed|put on|awarded|sailed|rowed|took place|taking place|came|was|fell)?(?: \w+){0,3}? (?:in|on)(?: the \w+ of)? \||\b(?:held|staged|run) (?:every|each) (?:year|\w+) since \|",
    re.I,
)
"""Before a year these make it that of the first."""

EVERY_YEAR = Pattern(r"\b(?:every|each) year\b|\bwithout (?:a )?(?:break|gap|interruption)\b|\bnever missed\b", re.I)
NOT_YEARLY = Pattern(
    r"\b(?:every (?:two|three|four|five|other|second|third|fourth)|biennial\w*|biennale|triennial\w*|quadrennial\w*|twice a year|two a year|pandemic|war(?:time)?"
    r"|skipp\w+|missed|cancel\w+|except|bar(?:ring)?|gap|break|suspend\w+|reviv\w+|relaunch\w+|not held)\b",
    re.I,
)
"""With these some years had none, or two."""

HELD_IN, LEAD = Pattern(r"(?<!not) in (?:[A-Z][a-z]+ )?$"), 24
"""Before another year these make it that of the event: the 12th edition of the race in 1985."""

SKIPPED, TEN = 3, 10
"""So many yearly events may have been left out since the first."""
FEWER = "some years may have had none"


def editions(article: Article, published: date) -> Iterator[Jubilee]:
    """Yield the yearly events that are counted from the year of the first."""
    for sentence in article.body if not article.verb_last else ():
        for mention in sentence.of_kind("ordinal"):
            if mention.number and (since := _since(article, sentence, mention)) and since.when and since.when.year:
                yield _counted(article, sentence, mention, since, published)


def _since(article: Article, sentence: Sentence, count: Mention) -> Mention | None:
    """Return the year that a count of yearly events starts with: "since 1990", or the only one told as that of the first."""
    match = phrase(FROM_YEAR).match(article.skeleton, article.place(count) + 1)
    if match:
        between = {article.word(at) for at in range(match.start(), match.end())}
        return None if words("yearly", "jubilees").isdisjoint(between) else article.at[match.start("since")]
    if not COUNTED.match(article.document.text, count.span.end):
        return None
    near = [sentence, adjacent(article, sentence, 1), adjacent(article, sentence, -1)]
    firsts = [year for one in near if one for year in one.of_kind("year|date") if FIRST.search(clause(article, year))]
    return firsts[0] if len(firsts) == 1 else None


def _counted(article: Article, sentence: Sentence, count: Mention, since: Mention, published: date) -> Jubilee:
    """Return a count of yearly events with how many there may have been; fewer, only where none was left out or a pen has slipped."""
    assert count.number and since.when and since.when.year
    years = [
        one for one in sentence.of_kind("year") if one is not since and HELD_IN.search(article.around(one, LEAD, 0)[0])
    ]
    others = {one.when.year for one in years if one.when and one.when.year}
    counted = [one for one in sentence.of_kind("ordinal") if COUNTED.match(article.document.text, one.span.end)]
    alone = len(counted) < 2  # The 29th edition of the contest was won by Orr, who won the 12th in 2001.
    year = others.pop() if len(others) == 1 else published.year
    passed, said = Fraction(year - since.when.year), count.number.middle
    told = " ".join(article.words(article.sentences[number]) for number in sorted({sentence.number, since.sentence}))
    whole = EVERY_YEAR.search(told) is not None and NOT_YEARLY.search(told) is None
    slipped = said == passed + 1 - TEN and NOT_YEARLY.search(article.document.text) is None
    stated = Quantity(Interval.exactly(said), "", count.text, (count.span,))
    fewer = said < passed - SKIPPED and not (whole or slipped)
    doubt = FEWER if fewer or not (alone or not years) else None
    return Jubilee(stated, since, Interval(passed - SKIPPED, passed + 1), year, doubt, "edition")
