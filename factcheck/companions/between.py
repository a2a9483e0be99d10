"""Two figures beside each other: the slip that would make the one of the other, and what speaks for their being one thing."""

from __future__ import annotations

from datetime import date
from fractions import Fraction

from factcheck.companions.clocks import DAY
from factcheck.companions.days import WEEK
from factcheck.companions.facts import WITH_UNITS, Fact, other_unit
from factcheck.companions.sides import direction
from factcheck.companions.slips import NONE, SCALED, Slip, slip, slip_of_clocks, slip_of_days, slip_of_units
from factcheck.companions.words import HEARD, counters, topics
from factcheck.link.context.subjects import stem

OTHER_PART, OTHER_WAY = 1.0, 3.0
"""What speaks against it that one figure is a change, and the other is not; and that one goes up and the other down."""

DURATIONS = frozenset({"seconds", "months"})
"""What a bare cell may repeat, and is no slip for: it may as well count people."""

UNSCALED = 2.5
"""The weight of a power of ten between figures of two digits that are no money, which is told in millions and billions."""

UNSCALED_MONEY = 100_000
"""Smaller sums are told in full, and nobody takes them for millions."""

NAME = 30
"""So many characters before an age may name whose it is."""


def slip_between(fact: Fact, other: Fact) -> Slip:
    """Return the slip that would explain the one figure by the other."""
    ours, theirs = fact.shown, nearest_shown(fact, other)
    if fact.sort == "day":
        return _slip_of_days(fact, other)
    if fact.sort == "clock":
        shift = fact.ahead[0] - other.ahead[0] if fact.unit and fact.ahead and other.ahead else 0
        return slip_of_clocks(int(ours), int(theirs + shift) % DAY)
    if fact.sort == "quarter":
        return Slip("altered", 1.0)
    if fact.sort in DURATIONS and other.sort == "count":
        return NONE
    if fact.sort == "age" and not _of_one_person(fact, other):
        return NONE
    if "fraction" in (fact.mention.kind, other.mention.kind):
        return NONE
    if other_unit(fact, other):
        made = slip_of_units(fact.digits)
        return made._replace(weight=made.weight + 1) if {fact.sort, other.sort} == {"share", "pp"} else made
    if fact.sort == "rank" and len(fact.digits) == 1:
        return NONE
    made = slip(fact.digits, ours / fact.factor, theirs / fact.factor)
    scaleless = fact.sort == "rank" or fact.sort == "share" != other.sort
    if made.name in ("digit", "swapped") and other.column < 0 and fact.factor != other.factor:
        return NONE
    if made.name == "digit" and (fact.is_round or (other.column >= 0 and not fact.distinct)):
        return NONE
    if made.name != "magnitude":
        return made if any(map(str.isdecimal, fact.mention.text)) else made._replace(name="altered")
    if scaleless or _no_scale(fact, other):
        return NONE
    return made if fact.sort == "money" or fact.distinct else made._replace(weight=min(made.weight, UNSCALED))


def _no_scale(fact: Fact, other: Fact) -> bool:
    """Tell whether no scale can have been mistaken: 31 years for 31,000 homes, 34 floors for 3.4 prisoners."""
    small, large = sorted(abs(one) for one in (fact.shown, nearest_shown(fact, other)))
    whole = small.denominator == 1
    if fact.sort == other.sort == "money":
        return small < UNSCALED_MONEY and large > SCALED * small
    bare = other.sort == "count" and fact.sort in ("count", "money")
    return bare and small < SCALED and (large >= SCALED * small or (not whole and fact.sort == "count"))


def _of_one_person(fact: Fact, other: Fact) -> bool:
    """Tell whether one name stands before two ages."""
    named = [topics(one.article.document.text[max(0, one.span.start - NAME) : one.span.start]) for one in (fact, other)]
    return any(word.startswith(HEARD) for word in named[0] & named[1])


def other_part(fact: Fact, other: Fact) -> float:
    """Return what it says against two figures that one is a change and the other is not, or goes the other way."""
    if not {fact.sort, other.sort} <= WITH_UNITS | {"count"}:
        return 0.0
    ways = (direction(fact), direction(other))
    return OTHER_WAY if 0 not in ways and ways[0] != ways[1] else OTHER_PART if bool(ways[0]) != bool(ways[1]) else 0.0


def apart(fact: Fact, other: Fact) -> float:
    """Return how far two figures that agree are apart, as a share of the one: rounded ones less than hedged ones."""
    if fact.mention.number is None or not fact.shown:
        return 0.0
    return float(abs(nearest_shown(fact, other) / fact.shown - 1))


def nearest_shown(fact: Fact, other: Fact) -> Fraction:
    """Return which of the values that a figure of the source may have is the nearest to the article's."""
    shown = [value.middle for value in other.beside(fact)] if other.column >= 0 else [other.shown]
    return min(shown, key=lambda value: abs(_size(value) - _size(fact.shown)))


def _slip_of_days(fact: Fact, other: Fact) -> Slip:
    """Return the slip between two days, of which the source's is at least as exact as the article's."""
    if other.unit != fact.unit and (other.unit != "day" or fact.unit == "period"):
        return NONE
    if fact.unit == "weekday" and all(abs(day.middle - other.values[0].middle) >= WEEK for day in fact.values):
        return NONE
    if fact.unit == "period" and not (fact.digits and other.digits):
        return NONE
    if fact.unit == "month" and other.mention.when and other.mention.when.month is None:
        return NONE
    if _on_two_weekdays(fact, other):
        return Slip("altered", 2.0)
    ours, theirs = (date.fromordinal(int(one.values[0].middle)) for one in (fact, other))
    return slip_of_days(ours, theirs, fact.unit)


def _on_two_weekdays(fact: Fact, other: Fact) -> bool:
    """Tell whether two texts give one day of a month two weekdays: Sunday, July 13, and Saturday 13 July."""
    ours, theirs = fact.mention.when, other.mention.when
    if ours is None or theirs is None or ours.day is None or None in (ours.weekday, theirs.weekday):
        return False
    return (ours.month, ours.day) == (theirs.month, theirs.day) and ours.weekday != theirs.weekday


def _size(value: Fraction) -> int:
    return abs(value.numerator).bit_length() - value.denominator.bit_length()


def noun_of(fact: Fact) -> frozenset[str]:
    return frozenset({stem(fact.mention.noun)}) if fact.mention.noun and fact.mention.noun != "thing" else frozenset()


def of_another_noun(fact: Fact, other: Fact) -> bool:
    """Tell whether two figures of one language count things by two names, neither of which counts anything: 2,136 officers."""
    ours, theirs = noun_of(fact), noun_of(other)
    one_language = fact.article.language == other.article.language
    return one_language and bool(ours and theirs) and (ours | theirs).isdisjoint(counters()) and not ours & theirs


def same_thing(fact: Fact, other: Fact) -> float:
    """Return how much their unit and what they count make two figures one."""
    if fact.sort == other.sort and fact.sort != "count":
        return 1.0
    ours, theirs = noun_of(fact), noun_of(other)
    if ours & theirs:
        return 1.0
    return -0.5 if ours and theirs and fact.article.language == other.article.language else 0.0
