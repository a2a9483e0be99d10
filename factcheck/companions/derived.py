"""Figures that a writer works out from the source: differences, sums, changes, shares, ratios, years since."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from datetime import date
from fractions import Fraction
from functools import lru_cache, partial
from itertools import chain, combinations, permutations, product

from factcheck.companions.cells import series
from factcheck.companions.compare import Comparison
from factcheck.companions.facts import Fact, comparable
from factcheck.companions.ofrows import Derived, of_rows
from factcheck.companions.sides import direction
from factcheck.patterns import Pattern
from factcheck.quantity import Interval

MOST_PAIRS = 400
KEPT = 1024
"""So many figures are looked at once for all that a sentence makes of them."""

MOST_FACTS = 24
BESIDE = 4
PAIR = 2
VAGUER = 5
FEW_FACTS = 3
"""So few figures of one kind in a sentence give few results that could agree by chance."""

CHANCE = 3
"""Figures of more digits do not agree by chance."""

ONE = Interval.exactly(1)
HALF = Interval(Fraction(-1, 2), Fraction(1, 2))
FOR_EVERY = Pattern(r"\b(?:for (?:every|each)|per|to one|times|out of|in \d+|당|배)\b")
MULTIPLIED = Pattern(
    r"\b(?:each|apiece|average|altogether|together|total|combined|discount|in all|tenth|fifth|quarter|third|half)\b|%|percent|per cent"
    r"|모두|총|합쳐|합치면|할인|씩|꼴"
)
"""What a sentence says that tells a part of something, or so many of it."""

REDUCED = Pattern(r"\b(?:discount|rebate|reduc\w+|off|less|cheaper)\b|감면|할인|인하")
"""What the source says that tells what a share is taken off."""

MIDDLE = Pattern(r"\b(?:mid-?point|middle|mean|average|halfway)\b|중간|평균")
YEAR_DAYS = Fraction(1461, 4)
RATIOS = frozenset({"share", "multiple"})
LOOSE = Fraction(1, 20)
"""A figure known no better than this agrees with much by chance: only figures of its own sentence may make it."""

Operation = tuple[str, Callable[[Interval, Interval], Interval]]
DIFFERENCE: Operation = ("{0} - {1}", lambda a, b: a.minus(b).size())
SUM: Operation = ("{0} + {1}", lambda a, b: a.plus(b))
MEAN: Operation = ("({0} + {1}) / 2", lambda a, b: a.plus(b).times(Interval.exactly(Fraction(1, 2))))
CHANGE: Operation = ("{0} / {1} - 1", lambda a, b: a.over(b).minus(ONE).size())
RATIO: Operation = ("{0} / {1}", lambda a, b: a.over(b))
COMPARING = (DIFFERENCE, CHANGE)
CHANGING = (DIFFERENCE, SUM)
"""What says nothing of two figures where the one is lost in the digits of the other: 273.5 million less 5.2."""

PART: Operation = ("{0} × {1}", lambda a, b: a.times(b))
REST: Operation = ("{0} × (1 - {1})", lambda a, b: a.times(ONE.minus(b)))
FEW_OF = frozenset({"count", "months", "seconds"})
MOST_TIMES = 12
"""So many of one thing, or so many years, a writer multiplies or shares out in the head."""


def derive(comparison: Comparison, fact: Fact, published: date | None) -> Derived | None:
    """Return how the figure follows from figures near those that its sentence repeats; None if it does not."""
    if fact.sort in ("months", "age", "count") and (found := _since(comparison, fact, published)):
        return found
    anchors = _anchors(comparison, fact)
    meant = tuple(_widened(comparison, fact))
    ways = chain(of_rows(comparison, fact), _worked(comparison, fact, anchors))
    fitting = [_weighed(made, fact) for made in ways if any(made.value.meets(value) for value in meant)]
    way = direction(fact)
    likeliest = partial(_likelihood, anchors=frozenset(anchors), way=way)
    return max(fitting, key=likeliest, default=None)


def _likelihood(made: Derived, anchors: frozenset[Fact], way: int) -> tuple[bool, bool, int]:
    """Return what makes one of the ways to work out a figure likelier than another: firm, going its way, from what is told."""
    return made.firm, not way or made.way != -way, sum(one in anchors for one in made.facts)


def _weighed(made: Derived, fact: Fact) -> Derived:
    """Return a result that is far vaguer than the figure as no firm one: it would agree with many others."""
    widest = max(value.high - value.low for value in fact.values)
    return made._replace(firm=made.firm and made.value.high - made.value.low <= VAGUER * widest)


def share_of(comparison: Comparison, fact: Fact, whole: Fact) -> bool:
    """Tell whether a share told beside one of two figures, or of the same matter, makes the one of the other: 10% of 612."""
    part = fact.values[0].over(whole.values[0])
    numbers = {whole.passage - 1, whole.passage, whole.passage + 1, *comparison.partners[fact.passage]}
    spoken = [comparison.source.passages[n] for n in numbers if 0 <= n < len(comparison.source.passages)]
    told = [one for passage in spoken for one in passage.facts[:MOST_FACTS] if one.sort == "share" and one.column < 0]
    shares = [one for one in _beside(comparison, fact) if one.sort == "share"]
    return any(share.values[0].meets(part) for share in [*shares, *told])


def _anchors(comparison: Comparison, fact: Fact) -> list[Fact]:
    """The facts of the source that the sentence of a figure, and the one before it, repeat."""
    known = comparison.partners[fact.passage].keys() | (
        comparison.partners[fact.passage - 1].keys() if fact.passage else set()
    )
    found = [comparison.support(one)[:1] for one in _beside(comparison, fact)]
    return list(dict.fromkeys(other for others in found for other in others if other.passage in known))[:MOST_FACTS]


def _worked(comparison: Comparison, fact: Fact, anchors: list[Fact]) -> Iterator[Derived]:
    firm, way = len(fact.digits) > CHANCE, direction(fact)
    near = _reachable(comparison, fact, anchors)
    if fact.sort == "share":
        rests = [one for one in near if one.sort == "share"] + comparison.source.decimals
        yield from (_complement(one, _tight(fact)) for one in rests)
    yield from _reduced(comparison, fact, near)
    if MULTIPLIED.search(comparison.article.passages[fact.passage].text):
        yield from _products(fact, near, [one for one in _beside(comparison, fact) if one.sort == "share"])
    yield from _times_own(comparison, fact)
    tried = 0
    for one, other in _pairs(near, anchors):
        if not _one_unit(one, other):
            continue
        tried += 1
        if tried > MOST_PAIRS:
            return
        tied = firm or _belong(comparison, fact, one, other, anchors)
        for operation in _operations(fact, one, other):
            yield from _results(operation, one, other, tied and not (way and operation is SUM))


def _belong(comparison: Comparison, fact: Fact, one: Fact, other: Fact, anchors: list[Fact]) -> bool:
    """Tell whether two figures of the source belong to a figure's sentence, and not by their value alone."""
    if one.column >= 0 and other.column >= 0 and one.passage != other.passage and one.column != other.column:
        return False
    if one.column >= 0 and one.passage == other.passage:
        alike = series(comparison.source.head_text(one)) == series(comparison.source.head_text(other))
        return alike and comparison.names_row(fact, one)
    if one.passage == other.passage:
        crowd = sum(comparable(one, found) for found in comparison.source.passages[one.passage].facts)
        spoken_of = one.passage in comparison.partners[fact.passage]
        if (crowd <= FEW_FACTS and len(fact.digits) != 1) if spoken_of else (crowd == PAIR and fact.distinct):
            return True
    repeated = (one in anchors) + (other in anchors)
    if repeated != 1:
        return repeated == 2
    apart = other if one in anchors else one
    return one.passage == other.passage or comparison.closeness(fact, apart) > 0


def _reachable(comparison: Comparison, fact: Fact, anchors: list[Fact]) -> list[Fact]:
    """The facts of the passages that speak of the same, and of those beside the ones repeated."""
    said = comparison.article.passages[fact.passage]
    rows = comparison.source.rows_named(said.words | said.context)
    numbers = dict.fromkeys([*comparison.partners[fact.passage], *(row.number for row in rows)])
    for anchor in anchors:
        numbers.update(dict.fromkeys(range(anchor.passage - BESIDE, anchor.passage + BESIDE + 1)))
    last = len(comparison.source.passages)
    passages = [comparison.source.passages[number] for number in numbers if 0 <= number < last]
    return [one for passage in passages for one in passage.facts[:MOST_FACTS]]


def _pairs(near: list[Fact], anchors: list[Fact]) -> Iterator[tuple[Fact, Fact]]:
    """Pairs of one passage, and of a repeated figure with any other near."""
    known = set(anchors)
    for one, other in combinations(near, 2):
        if one.passage == other.passage or one in known or other in known:
            yield one, other


def _one_unit(one: Fact, other: Fact) -> bool:
    ranges = one.mention.upper is not None and other.mention.upper is not None
    return not ranges and one.sort not in ("day", "clock", "rank", "quarter") and comparable(one, other)


def _operations(fact: Fact, one: Fact, other: Fact) -> Iterator[Operation]:
    if one.mention.upper is not None or other.mention.upper is not None:
        yield from (DIFFERENCE,) if comparable(fact, one) else ()
        return
    if _divisible(one, other) and (fact.sort in RATIOS or (fact.sort == "count" and not fact.distinct)):
        yield RATIO
        if fact.sort in RATIOS and one.sort != "share":
            yield CHANGE
    if comparable(fact, one) or (fact.sort == "pp" and one.sort == "share"):
        yield DIFFERENCE
        yield SUM
        if MIDDLE.search(fact.article.words(fact.article.sentences[fact.mention.sentence])):
            yield MEAN


def _beside(comparison: Comparison, fact: Fact) -> list[Fact]:
    """Return the other figures of a figure's sentence, and of the one before it."""
    passages = comparison.article.passages
    beside = [*passages[fact.passage].facts, *(passages[fact.passage - 1].facts if fact.passage else ())]
    return [one for one in beside if one is not fact]


def _times_own(comparison: Comparison, fact: Fact) -> Iterator[Derived]:
    """Yield what figures of the source that a sentence repeats come to by the number of units that it tells: 84 square metres."""
    beside = [one for one in comparison.article.passages[fact.passage].facts[:MOST_FACTS] if one is not fact]
    times = [one for one in beside if one.sort in ("count", "measure") and one.mention.number]
    for unit in (one for one in beside if comparable(fact, one)):
        for found in comparison.support(unit)[:1]:
            for one in times:
                number = one.mention.number.middle if one.mention.number and one is not unit else 0
                product = found.values[0].times(Interval.exactly(number))
                yield Derived(product, f"{unit.mention.text} × {one.mention.text}", (found,), firm=fact.distinct)


def _reduced(comparison: Comparison, fact: Fact, near: list[Fact]) -> Iterator[Derived]:
    """Yield what a price of the source comes to less the share that its sentence takes off: 1,540 less 30%."""
    shares = [one for one in near if one.sort == "share" and one.column < 0]
    for share in shares:
        passage = comparison.source.passages[share.passage]
        prices = [one for one in passage.facts[:MOST_FACTS] if one.sort == "money" and comparable(fact, one)]
        for one in prices if REDUCED.search(passage.text) else ():
            working = REST[0].format(one.mention.text, share.mention.text)
            yield Derived(REST[1](one.values[0], _exact(share)), working, (one, share), firm=True)


def _products(fact: Fact, near: list[Fact], shares: list[Fact]) -> Iterator[Derived]:
    """Yield a share of a figure of the fact's kind, what it leaves, and several times one, out of one passage."""
    tried = 0
    pairs = ((one, other) for one, other in permutations(near, 2) if one.passage == other.passage)
    for one, other in chain(((one, share) for one in near for share in shares), pairs):
        if one.column >= 0 or not comparable(fact, one) or one.sort == "share":
            continue
        tried += 1
        if tried > MOST_PAIRS:
            return
        for shown, work in (PART, REST) if other.sort == "share" else ():
            working = shown.format(one.mention.text, other.mention.text)
            yield Derived(work(one.values[0], _exact(other)), working, (one, other), firm=False)
        few = other.mention.number.middle if other.mention.number and other.sort in FEW_OF else Fraction(0)
        for shown, work in (PART, RATIO) if 1 < few <= MOST_TIMES else ():
            working = shown.format(one.mention.text, other.mention.text)
            yield Derived(work(one.values[0], Interval.exactly(few)), working, (one, other), firm=False)


def _divisible(one: Fact, other: Fact) -> bool:
    """Tell whether a ratio of two figures says anything: ratios of small numbers turn up everywhere."""
    telling = max(len(one.digits), len(other.digits)) > 1 and "1" not in (one.digits, other.digits)
    return telling and _sharp(one) and _sharp(other)


@lru_cache(maxsize=KEPT)
def _sharp(fact: Fact) -> bool:
    value = _exact(fact)
    return value.high - value.low <= LOOSE * abs(value.middle)


@lru_cache(maxsize=KEPT)
def _exact(fact: Fact) -> Interval:
    """A count as people count it, to the last one; any other figure as it stands."""
    number = fact.mention.number
    plain = (
        number is not None and not fact.mention.hedge and fact.mention.upper is None and number.half == Fraction(1, 2)
    )
    return Interval.exactly(fact.values[0].middle) if plain else fact.values[0]


def _results(operation: Operation, one: Fact, other: Fact, firm: bool) -> Iterator[Derived]:
    shown, work = operation
    for first, second in ((one, other), (other, one)):
        for a, b in _values(first, second):
            made = work(a, b)
            if operation in CHANGING and (made.meets(a) or made.meets(b)):
                continue
            working = shown.format(first.mention.text, second.mention.text)
            yield Derived(made, working, (first, second), firm, operation in COMPARING)
        if operation in (DIFFERENCE, SUM, MEAN):
            return


def _values(one: Fact, other: Fact) -> Iterable[tuple[Interval, Interval]]:
    """The values of two figures, in each of the scales that a table may set for both."""
    if one.column >= 0 and other.column >= 0 and len(one.values) == len(other.values):
        return zip(one.values, other.values, strict=True)
    return product(_ends(one), _ends(other))


def _ends(fact: Fact) -> Iterable[Interval]:
    """Return both ends of a range, each of which another figure may lie off; any other figure as it is counted."""
    ends = (fact.mention.number, fact.mention.upper)
    if ends[1] is None:
        return [_exact(fact)]
    return [Interval.exactly(end.middle * fact.factor * fact.scale) for end in ends if end]


def _complement(fact: Fact, firm: bool) -> Derived:
    value = fact.values[0]
    return Derived(ONE.minus(value), f"1 - {fact.mention.text}", (fact,), firm)


def _widened(comparison: Comparison, fact: Fact) -> Iterator[Interval]:
    yield fact.values[0]
    if fact.sort == "count" and FOR_EVERY.search(comparison.article.around(fact)):
        yield fact.values[0].plus(HALF)


def _tight(fact: Fact) -> bool:
    value = fact.values[0]
    return value.high - value.low <= LOOSE * abs(value.middle) and len(fact.digits) > 1


def _since(comparison: Comparison, fact: Fact, published: date | None) -> Derived | None:
    """Years since a date of the source: "in eight years" of 2019, and 2011."""
    if published is None or (fact.sort == "count" and not 1 < fact.values[0].middle < 200):
        return None
    factor = Fraction(1) if fact.sort == "months" else Fraction(12)
    today = Interval.exactly(published.toordinal())
    for number in comparison.partners[fact.passage]:
        for other in comparison.source.passages[number].facts[:MOST_FACTS]:
            if other.sort == "day" and other.unit in ("day", "month", "period"):
                months = today.minus(other.values[0]).size().over(Interval.exactly(YEAR_DAYS / 12))
                stated = fact.values[0].times(Interval.exactly(factor))
                if months.meets(Interval(stated.low - 6, stated.high + 6)):
                    return Derived(
                        fact.values[0],
                        f"from {other.mention.text} to {published:%Y}",
                        (other,),
                        fact.sort == "months",
                    )
    return None
