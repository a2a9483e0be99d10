"""Whether a text gives what its headline tells without telling it: parts that come to it, two figures apart, two times apart."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import chain, combinations, permutations

from factcheck.link.headline.heads import Body
from factcheck.model import Mention

MOST, FEW, ADDED, READ = 24, 12, 5, 80
"""So many figures are tried for shares and products; of so many in two sentences on end, up to five are added up, and no figure is read behind the first so many."""

NEAR, FINE, EXACT = 0.01, 0.006, 1e-9
"""So near comes what two figures give: a share of the headline's, or of a whole; what adds up to the last digit."""

AMOUNTS = frozenset({"count", "money", "measure", "duration", "multiple", "fraction"})
TELLING = 100
"""A smaller figure is what others come to by chance."""

EARLIEST = 1990
"""No paper that is read is older."""

TIMES = frozenset({"date", "weekday", "year", "clock", "relative"})


def is_given(said: Mention, body: Body) -> bool:
    """Tell whether figures of the text, or its times, give what a headline tells."""
    told = [found for found in body if found[0].number and found[0].number.middle > 0]
    alike = [found for found in told if is_like(found[0], said)]
    amounts = [mention.size for mention, _ in told if mention.kind in AMOUNTS][:MOST]
    if said.kind == "percent":
        left = (1 - mention.size for mention, _ in alike)
        return any(abs(made - said.size) <= FINE for made in chain(_shares(amounts), left, _together(alike)))
    made = chain(_together(alike), _products(amounts))
    return any(abs(one - said.size) <= NEAR * said.size for one in made) or _is_run_through(said, body)


def is_listed(said: Mention, body: Body) -> bool:
    """Tell whether figures of one sentence, or the next, come to a headline's to the last digit: a small one takes a whole list."""
    told = [found for found in body if found[0].number and found[0].number.middle > 0 and is_like(found[0], said)]
    made = chain(_lists(told), _together(told) if said.size >= TELLING else ())
    return any(abs(one - said.size) < EXACT * said.size for one in made)


def is_like(one: Mention, said: Mention) -> bool:
    """Tell whether a figure of the text may be a part of what the headline tells."""
    bare = one.kind == "count" and not one.noun
    return one.kind == said.kind or bare or (said.kind == "percent" and one.kind == "fraction")


def _is_run_through(said: Mention, body: Body) -> bool:
    """Tell whether a length may be that from one time of the text to another, or of years from one of the text to now."""
    if said.kind != "duration":
        return False
    times = [mention for mention, _ in body if mention.kind in TIMES]
    if said.unit == "year":
        return any(when.year and when.year + said.size >= EARLIEST for when in (time.when for time in times) if when)
    return len(times) > 1


def _lists(found: Body) -> Iterator[float]:
    """Yield what all figures of a sentence come to, where it has three or more."""
    found = found[:READ]
    for at in dict.fromkeys(sentence.number for _, sentence in found):
        sizes = [mention.size for mention, sentence in found if sentence.number == at]
        yield from [sum(sizes)] if len(sizes) > 2 else []


def _together(found: Body) -> Iterator[float]:
    """Yield what figures of two sentences on end come to, and lie apart."""
    found = found[:READ]
    for at in dict.fromkeys(sentence.number for _, sentence in found):
        sizes = [mention.size for mention, sentence in found if 0 <= sentence.number - at <= 1][:FEW]
        yield from (abs(one - other) for one, other in combinations(sizes, 2))
        yield from (sum(parts) for many in range(2, ADDED + 1) for parts in combinations(sizes, many))


def _shares(sizes: list[float]) -> Iterator[float]:
    return (share for one, other in permutations(sizes, 2) for share in (one / other, abs(one - other) / other))


def _products(sizes: list[float]) -> Iterator[float]:
    return (made for one, other in permutations(sizes, 2) for made in (one * other, one / other))
