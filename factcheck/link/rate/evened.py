"""Rates that a total and a number told before them give without remainder, or would but for a slip of the pen.

"The hall needs £52,500. / There are 350 households in the parish. / It works out at £105 for each": that 52,500 over 350 is just
150 ties the two as words would, however far apart they stand, and that 105 is 150 with two digits changed about tells which is wrong.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from fractions import Fraction
from itertools import product

from factcheck import shown
from factcheck.article import HEADINGS, Article
from factcheck.link.chance.resumed import LOOK, slipped
from factcheck.link.context.apposition import said
from factcheck.link.rate.apiece import counted, in_full, matches, named, times
from factcheck.link.rate.apportion import in_its_unit, is_number, is_whole
from factcheck.link.rate.each import DAYS, Each
from factcheck.link.rate.periods import offered, takes_up, words_by
from factcheck.link.series.figures import significant, value
from factcheck.model import Mention, Relation
from factcheck.patterns import Pattern
from factcheck.quantity import Interval
from factcheck.records import NamedTuple
from factcheck.slips import swapped

REACH, MOST = 6, 6
"""So many sentences with figures back may stand what a rate is of, and so many totals or numbers are tried."""

SLACK = Fraction(3, 200)
TENS = tuple(Fraction(10) ** power for power in (-3, -2, -1, 1, 2, 3))
LEAST, TELLING = 10, 12
"""So much must come to one, and into so many shares, noughts left off, a total must be split for that to be no chance."""

FEW = 2
"""With so many totals and numbers about there is little choice of what a rate is of."""

COMES = frozenset("comes came works worked amounts amounted averages averaged means makes average mean".split())
"""Before a rate these say that it comes of other figures."""

ROUND = frozenset(10**power for power in range(7))
"""Of every $100, and per 1,000, tell shares."""

OTHERWISE = Pattern(
    r"\b(?:limit\w*|maximum|minimum|ceiling|capp?(?:ed|ing)?|at least|up to|no more|should|if|last (?:year|season|month|week)|ago|earlier|previous\w*|usual\w*|normal\w*|elsewhere|than|compared|against|another|rival\w*|new|others?|common|nation\w*)\b",
    re.I,
)
"""Beside a rate these make it one of another time, or of what ought to be."""

OF_SOME = Pattern(
    r"(?: (?:a|an|per|each|for|every|for each) \w+)? (?:(?:on|in|at|from) (?:the|its|their|some|a|his|her)|in (?!all\b|total\b)[a-z]+|who|whose|after|without|excluding|if|unless)\b",
    re.I,
)
"""Behind a rate these make it one of some alone: eight tonnes a hectare on the best land."""


class Even(NamedTuple):
    """A total and a number, and what comes to one."""

    total: Mention
    number: Mention
    exact: Fraction


def evened(article: Article, found: Sequence[Each]) -> Iterator[Relation]:
    """Yield each rate with the total and the number before it that give it evenly: it is that, or it is but for a slip."""
    for each in () if article.verb_last else found:
        rate = each.rate
        if (
            each.base is None
            and rate.number
            and rate.upper is None
            and rate.hedge in ("", "about")
            and value(rate) > 1
            and value(rate) not in ROUND
        ):
            before, behind = article.around(rate, LOOK)
            told_of_some = OTHERWISE.search(before + behind) or OF_SOME.match(behind)
            if not told_of_some and (relation := _evened(article, each)):
                yield relation


def _evened(article: Article, each: Each) -> Relation | None:
    told = _before(article, each.rate)
    totals = [one for one in (in_its_unit(each, figure) for figure in told) if is_whole(each, one) and _is_firm(one)]
    numbers = [one for one in told if is_number(each, one) and _is_firm(one)]
    pairs = [
        Even(total, number, _exact(each, total, number))
        for total, number in product(totals[-MOST:], numbers[-MOST:])
        if total.first != number.first
    ]
    for pair in pairs:
        if pair.exact == value(each.rate) and matches(each.noun, pair.number):
            return _relation(each, pair)
    if not _said_to_come(article, each):
        return None  # "The hall seats 240. / A coat costs £20 a pupil": so far apart figures meet but for a nought by chance.
    rounded = said(each.rate).interval
    if any(rounded.low <= pair.exact <= rounded.high and _is_sure(each, pair) for pair in pairs):
        return None  # It is what another total and number come to.
    elsewhere = {value(one) for one in told if one.kind == each.rate.kind and one is not each.rate}
    slips = [pair for pair in pairs if pair.exact not in elsewhere]
    slips = [pair for pair in slips if _is_even(each, pair) and _is_slip(each, pair)]
    if not slips and (alone := _only_pair(each, pairs)):
        return _relation(each, alone)
    return _relation(each, slips[0]) if len(slips) == 1 else None


def _is_sure(each: Each, pair: Even) -> bool:
    """Tell whether a pair gives a rate by no chance: by what it counts, or to the digit by figures of many."""
    fine = pair.exact == value(each.rate) and significant(pair.total) + significant(pair.number) > FEW
    return matches(each.noun, pair.number) or fine


def _said_to_come(article: Article, each: Each) -> bool:
    """Tell whether a rate is said to come of what was told before: that is, which works out at, or, an average of; a sentence opens "At"."""
    words = words_by(article, each.rate)
    opens = words[:1] == ["at"] and len(words) <= FEW
    told = opens or not COMES.isdisjoint(words)
    return told or offered(article, each.rate) or takes_up(article, each.sentence)


def _only_pair(each: Each, pairs: list[Even]) -> Even | None:
    """Return the only total with the number of what a rate is for one of, if the rate is a slip of theirs, rounded as it is."""
    alike = [pair for pair in pairs if pair.total.kind != "count" or pair.total.noun in ("", each.rate.noun)]
    told = [pair for pair in alike if named(each.noun, pair.number) and each.noun not in DAYS]
    if len(told) != 1 or len(pairs) > FEW or not each.rate.number:
        return None
    step = each.rate.number.half * 2 or Fraction(1)
    meant = round(told[0].exact / step) * step
    stated = each.rate.quantity
    return told[0] if slipped(stated, stated.changed(value=Interval.exactly(meant))) else None


def _before(article: Article, rate: Mention) -> list[Mention]:
    near = article.sentences[max(0, rate.sentence - REACH) : rate.sentence + 1]
    return [one for part in near if part.block not in HEADINGS for one in part.mentions if one.first < rate.first]


def _is_firm(figure: Mention) -> bool:
    return figure.upper is None and figure.hedge in ("", "about") and value(figure) > 1


def _exact(each: Each, total: Mention, number: Mention) -> Fraction:
    return value(total) / (value(number) * times(number, each.noun))


def _is_even(each: Each, pair: Even) -> bool:
    """Tell whether a total is shared out without remainder, to a figure as round as the rate."""
    digits = str(pair.exact.numerator).rstrip("0")
    told = str(value(each.rate).numerator).rstrip("0")
    fine = pair.exact.denominator in (1, value(each.rate).denominator)
    shares = int(str(value(pair.number).numerator).rstrip("0"))
    return fine and pair.exact >= LEAST and len(digits) <= max(len(told), 2) and shares >= TELLING


def _is_slip(each: Each, pair: Even) -> bool:
    """Tell whether a rate is a slip of what comes to one: of what it counts, any; of another thing, one that chance hardly makes."""
    rate, exact = each.rate, pair.exact
    if exact == value(rate) or rate.hedge:
        return False
    one, other = (str(number.numerator) for number in (value(rate), exact))
    sure = (len(one) == len(other) and swapped(one.rstrip("0"), other.rstrip("0"))) or (exact / value(rate) in TENS)
    ours = named(each.noun, pair.number) or (each.noun in DAYS and pair.number.kind == "duration") or (not each.noun)
    if sure:
        return len(one.rstrip("0")) > 1  # Of figures of one digit one in nine is another's by tens.
    stated = rate.quantity
    return (ours or matches(each.noun, pair.number)) and slipped(stated, stated.changed(value=Interval.exactly(exact)))


def _relation(each: Each, pair: Even) -> Relation:
    even = (in_full(pair.total) / counted(pair.number, each.noun)).as_unit(each.rate.unit)
    gives = shown.with_unit(pair.exact, each.unit or each.rate.unit)
    return Relation(
        said(each.rate),
        even.changed(value=even.interval.widened(SLACK)),
        says=f"{even.working} comes to {gives}, not {each.rate.text}.",
        working=f"{even.working} = {gives}; the text says {each.rate.text}",
    )
