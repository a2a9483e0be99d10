"""Coordinations: figures of one family joined by commas, semicolons, brackets, dashes and "and"."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator
from fractions import Fraction
from itertools import pairwise

from factcheck.article import BIT, Article, Sentence
from factcheck.link.series.figures import family, value
from factcheck.model import Mention
from factcheck.patterns import Pattern
from factcheck.phrase import phrase, source
from factcheck.segment import vocabulary

LONGEST_GAP = 18
SHARED_OUT = ", with | , of which|whom | <:—>"
LENGTHS = BIT["L"]
SMALLER = {"year": ("month", 12), "week": ("day", 7), "hour": ("minute", 60), "minute": ("second", 60)}
JOINT = "<,;(—> | and|or|plus|but|another|while"
BREAK = "than|versus|vs | up|down to|from | but as"
BREAK_AT_END = "from|to|of|by|than|against|at|between (DETERMINER|ABOUT|NEARLY|over|under|MORE|LESS|than|just)*"

ENDS = Pattern(lambda: source(BREAK_AT_END) + "$")


def gap(article: Article, one: Mention, two: Mention) -> str:
    """Return the skeleton between two figures, left out what a particle behind the second makes of it: ... 280표로 모두."""
    start, stop = article.place(one), article.place(two)
    letters = vocabulary()[0]
    led = two.lead == letters["to"] or (article.verb_last and article.skeleton[stop - 2 : stop] == "w" + letters["of"])
    led = led or (two.kind == "percent" and article.word(start - 1) == article.word(stop - 1) == "of")
    return article.skeleton[start + 1 : stop - led]


def linked(between: str) -> bool:
    """Tell whether what stands between two figures joins them as equals."""
    return (
        len(between) <= LONGEST_GAP
        and phrase(JOINT).search(between) is not None
        and not breaks(between)
        and ENDS.search(between) is None
    )


def breaks(between: str) -> bool:
    """Tell whether what stands between two figures sets one against the other: "than", "up from"."""
    return phrase(BREAK).search(between) is not None


def families(sentence: Sentence) -> dict[str, list[Mention]]:
    """Return the figures of a sentence that can be added, in order, by what they can be added to.

    Lengths of time in two units are in the smaller: three years and 18 months are 36 and 18 months.
    """
    found: defaultdict[str, list[Mention]] = defaultdict(list)
    for mention in sentence.mentions:
        if name := family(mention):
            found[name].append(mention)
    if sentence.kinds & LENGTHS:
        for larger, (smaller, times) in SMALLER.items():
            if larger in found and smaller in found:
                alike = [_in_smaller(one, smaller, times) for one in found.pop(larger)]
                found[smaller] = sorted([*found[smaller], *alike], key=lambda one: one.first)
    return found


def _in_smaller(length: Mention, unit: str, times: int) -> Mention:
    return length.changed(unit=unit, number=length.number.times(Fraction(times)) if length.number else None)


def runs(article: Article, figures: list[Mention]) -> Iterator[list[Mention]]:
    """Yield the longest runs of figures, two or more, each joined to the next as an equal."""
    run = figures[:1]
    for one, two in pairwise(figures):
        if linked(gap(article, one, two)):
            run.append(two)
            continue
        if len(run) > 1:
            yield run
        run = [two]
    if len(run) > 1:
        yield run


def first_run(article: Article, figures: list[Mention]) -> list[Mention]:
    """Return the figures from the first on that are joined as equals."""
    run = figures[:1]
    for figure in figures[1:]:
        if not linked(gap(article, run[-1], figure)):
            break
        run.append(figure)
    return run


def last_run(article: Article, figures: list[Mention]) -> list[Mention]:
    """Return the figures up to the last that are joined as equals."""
    run = figures[-1:]
    for figure in reversed(figures[:-1]):
        if not linked(gap(article, figure, run[0])):
            break
        run.insert(0, figure)
    return run


def shared_out(article: Article, figures: list[Mention]) -> bool:
    """Tell whether the first of some figures is the largest and what follows is of it: ", with £3.1m from", ", of which"."""
    whole, *parts = figures
    opened = phrase(SHARED_OUT).search(article.skeleton, article.place(whole) + 1, article.place(parts[0]))
    opened = (
        None if opened and article.word(opened.start() - 1) == "which" else opened
    )  # Which, with the rest of 9, leaves 3.
    opened = opened or (phrase("of").match(article.skeleton, article.place(whole) - 1) if whole.lead else None)
    joined = not any(breaks(gap(article, one, two)) for one, two in pairwise(figures))
    return opened is not None and joined and all(value(part) < value(whole) for part in parts)
