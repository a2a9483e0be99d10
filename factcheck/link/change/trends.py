"""Which way a row of figures goes, each with its own time, where one verb tells the way of them all.

"Complaints had been falling since the spring: to 830 in June, 785 in July and 710 in August."
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache
from itertools import pairwise

from factcheck.article import Article, Sentence, kind_bits
from factcheck.document import Span
from factcheck.link.change.bothends import DOWNWARD, UPWARD
from factcheck.link.change.waysaid import KINDS, Way, is_denied
from factcheck.link.context.directions import moves
from factcheck.link.context.frames import alike, clear
from factcheck.link.context.roles import grammar
from factcheck.model import Mention
from factcheck.patterns import Pattern
from factcheck.phrase import kind_letters, source
from factcheck.regexes import compiled

FIGURES, TIMES = kind_bits(KINDS), kind_bits("date|year|relative")
LEAST, TWO, MONTHS = 3, 2, 12
"""So many figures with their times make a row, and so many months a year."""

STEADY = Pattern(
    r"\b(?:each|every|steadily|without a break|running|in a row|on end|in succession|year (?:after|by|on) year|month (?:after|by) month)\b",
    re.I,
)
"""With these no step of a row may turn back; without them the way is that from the first to the last."""

BEHIND = Pattern(
    r"(?:으로|로)?(?: ?(?:\S{1,3} ?(?:달|년|개월|분기|주|해) ?(?:연속|째|내리)|꾸준히|줄곧|해마다|매년|매달)(?:으로)?) ?"
    rf"(?P<word>(?:(?P<up>{UPWARD})|(?P<down>{DOWNWARD}))[가-힣]*)"
)
"""Behind a row these say that no step of it turns back."""

LED, MARKS = (
    frozenset("to from at it they there was were is are stood standing reaching been".split()),
    frozenset(",:—"),
)
"""Between what parts a row from its verb and the row itself stand no other words: a second verb has its own figures."""


def trends(article: Article) -> Iterator[Way]:
    """Yield the ends of every row of figures that one verb is told of; of a row that turns back, the step that does."""
    for sentence in article.body:
        if article.verb_last and sentence.kinds & FIGURES and len(sentence.mentions) >= 2 * LEAST:
            if way := _steadily(article, sentence):
                yield way
        elif sentence.kinds & FIGURES and sentence.kinds & TIMES and len(sentence.mentions) >= 2 * LEAST:
            for row in _rows(article, sentence):
                if told := _told(article, sentence, row):
                    yield told


def _rows(article: Article, sentence: Sentence) -> Iterator[list[Mention]]:
    """Yield the figures of each row of three or more, in the order of their times."""
    for found in _row().finditer(article.skeleton, sentence.start, sentence.end):
        known = [article.at[at] for at in range(found.start(), found.end()) if at in article.at]
        figures, times = known[::2], known[1::2]
        whens = [_month(time) for time in times]
        alone = len([one for one in sentence.mentions if one.kind == figures[0].kind and one.unit == figures[0].unit])
        if all(alike(figures[0], one) and not one.upper for one in figures[1:]) and alone <= len(figures):
            if all(when is not None for when in whens) and _in_order([when for when in whens if when]):
                yield figures


def _steadily(article: Article, sentence: Sentence) -> Way | None:
    """Return the step that turns back, or both ends, of a row that a verb behind it says went one way: 석 달 연속 감소했다."""
    figures = sentence.of_kind(KINDS)
    times = [one for one in sentence.of_kind("date|year|relative") if figures and one.first < figures[-1].first]
    whens = [when for one in times if (when := _month(one))]
    told = BEHIND.match(article.document.text, figures[-1].span.end) if len(figures) >= LEAST else None
    if not told or len(whens) != len(figures) or is_denied(article.document.text, told.end("word")):
        return None
    in_turn = all(time.first < figure.first for time, figure in zip(times, figures, strict=True))
    one_kind = all(alike(figures[0], one) and not one.upper for one in figures[1:])
    if not in_turn or not one_kind or not _in_order(whens):
        return None
    sign, word = 1 if told["up"] else -1, Span(*told.span("word"))
    back = next((pair for pair in pairwise(figures) if _turns(*pair, sign=sign)), None)
    return Way(*(back or (figures[0], figures[-1])), sign, word)


@cache
def _row() -> re.Pattern[str]:
    """Compile a row: 412 in June, 397 in July and 371 in August."""
    figure, time = (f"[{kind_letters(kinds)}]" for kinds in (KINDS, "date|year|relative"))
    one = rf"{figure}w?(?:{source('in|on|for|by')}|,)?{time}"
    return compiled(rf"{one}(?:,?(?:{source('and|to')}){{0,2}}{one}){{{LEAST - 1},}}")


def _month(time: Mention) -> tuple[int, int] | None:
    when = time.when
    return (when.year or 0, when.month or 0) if when and (when.year or when.month) and not when.shift else None


def _in_order(whens: list[tuple[int, int]]) -> bool:
    """Tell whether times go forward: years, or months of which a year's end may part two."""
    yearless = not any(year for year, _ in whens)
    steps = [((two[1] - one[1]) % MONTHS, 1) if yearless else (two > one, 0) for one, two in pairwise(whens)]
    return all(step for step, _ in steps) and sum(step for step, months in steps if months) < MONTHS


def _told(article: Article, sentence: Sentence, row: list[Mention]) -> Way | None:
    """Return a row's ends with the one way that is told of it before its first figure, where no other is."""
    first, last = article.place(row[0]), article.place(row[-1])
    signed = [(sign, at) for at in range(sentence.start, last) if (sign := grammar().sign(article.skeleton[at]))]
    verbs = [(sign, at) for sign, at in signed if at < first and moves(article, at)]
    if len({sign for sign, _ in signed}) != 1 or len(verbs) != 1 or not _leads(article, verbs[0][1], first):
        return None
    sign, at = verbs[0]
    word = article.span(at, at + 1)
    if back := next((pair for pair in pairwise(row) if _turns(*pair, sign=sign)), None):
        whole = STEADY.search(article.words(sentence)) or all(_turns(*pair, sign=sign) for pair in pairwise(row))
        return Way(*back, sign, word) if whole else None
    return Way(row[0], row[-1], sign, word)


def _leads(article: Article, verb: int, first: int) -> bool:
    """Tell whether a verb is told of the row behind it: fell, to 412; "has been falling: it was 6.1"."""
    mark = next((at for at in range(first - 1, verb, -1) if article.skeleton[at] in MARKS), first - TWO)
    words = {article.word(at) for at in range(mark + 1, first)}
    return words <= LED and clear(article, verb, first)


def _turns(one: Mention, other: Mention, *, sign: int) -> bool:
    return (other.size - one.size) * sign < 0
