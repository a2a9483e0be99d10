"""What a rate is of: the one total and the one number that words tie it to.

A rate set off from the two ("$84,000 to 12 people, or $7,000 each", "400 spills, so each cost $5,000"), one that opens
with its price ("At $3 a sack, the 400 sacks fetched $1,200"), that shares out what is named behind it ("£40 each out of
the £2,000") or that is shown what it is of behind a colon.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from fractions import Fraction
from functools import partial

from factcheck.article import Article
from factcheck.link.context.apposition import said
from factcheck.link.context.subjects import stem
from factcheck.link.context.ties import adjacent
from factcheck.link.rate.apiece import comes_to, in_unit, named, same, times
from factcheck.link.rate.each import DAYS, POINT, Each, of_two, single_periods
from factcheck.link.rate.periods import offered, takes_up, words_by
from factcheck.link.rate.reached import fronted, goes_on, reached
from factcheck.link.series.circumstances import is_circumstance
from factcheck.link.series.figures import value
from factcheck.link.series.totals import is_total
from factcheck.link.whole.setoff import ON_AVERAGE, aside, set_off
from factcheck.model import Mention
from factcheck.patterns import Pattern
from factcheck.phrase import phrase
from factcheck.quantity import Interval
from factcheck.reference.units import convert, unit

COMING = frozenset("come comes came cost costs worth gross fetch fetched pay pays paid amount amounts bring brings brought make "
                   "makes earn earns earned take takes raise raised total bill cheque check add adds added".split())  # fmt: skip
"""Before a sum of money: it may be a price times a number."""

GIVING = frozenset("mean means meant gives give produces produce implies".split())
"""Between a rate and a total: the total follows."""
THEY = frozenset({"they", "it", "these", "those", "between", "each"})
LEVELS = frozenset({"from", "to", "than"})
COME = frozenset("come comes came coming amount amounts amounted add adds added".split())
"""Behind these a figure is what something rose from or to, not how much was shared out."""

OUT_OF = ["out", "of", "the"]
"""Between a rate and a total these say that it is what is shared out."""

POOL = Pattern(r"\b(?:out of|from)(?: (?:an?|the|its|their|his|her|this|that))?(?: [a-z-]+){0,3} [£$€₩]?$", re.I)
"""Right before a sum these say that what is told is taken out of it, all of it or a part."""

SCALE, LOOK = Pattern(r"\bout of $", re.I), 40
"""Right before a bare number these make it the end of a scale: 8.5 out of ten."""

CLOSE = "<,.q·)\n;:—>"
MARKERS = frozenset("per a an each every apiece".split())
QUALIFYING = frozenset(
    "for on when if without excluding before after with where unless while once who whose others other rest".split()
)
KNOWN = frozenset("all total the a an its their his her this that each every".split())
"""Behind "in" a word that is none of these tells of which kind alone a rate is: for each cow in milk."""

CAPPED = Pattern(
    r"\b(?:up to|at (?:the )?most|no more than|as much as|a maximum of|at least|a minimum of) $"
    r"|\b(?:after|before|net of|without|including|less) [a-z ]{2,24},(?: to| at| is| was)? $",
    re.I,
)
"""Right before a rate these make it a limit, or one of another sum, and no average: a sum that comes, after tax, to."""
OF_ALL = (ON_AVERAGE, ["on", "board"])
"""Behind a rate these make it one of no fewer."""

SIDEWAYS = frozenset("when where while but though although whereas until before after ;".split())
"""Between a total and a rate these turn to another time or matter."""
LEAD = 9
TWICE = 2
BEFORE = 6


def tied_pair(article: Article, each: Each) -> tuple[int, int] | None:
    """Return where the one total and the one number stand that can make the rate, if words tie the three."""
    if article.verb_last and each.noun and (pair := _charged(article, each)):
        return pair
    sentence, rate = each.sentence, each.rate
    before = article.sentences[sentence.number - 1].mentions if sentence.number else ()
    led = reached(article, sentence, rate)
    if len(before) + len(sentence.mentions) < TWICE or (rate.kind == "count" and value(rate) <= 1 and not led):
        return None
    apart = set_off(article, sentence, rate, results=True)
    near = adjacent(article, sentence, -1) is not None
    goes_on_so = near and goes_on(article, sentence, each.base is not None) and is_of_all(article, each)
    taken_up = takes_up(article, sentence) or goes_on_so
    elsewhere = taken_up or (apart is not None and apart[0] is not sentence)
    figures = [*before, *sentence.mentions] if elsewhere else [*sentence.mentions]
    ahead = [one for one in figures if one.first < rate.first]
    totals, numbers = _operands(article, each, ahead) if offered(article, rate) else ([], [])
    if len(totals) != 1 or len(numbers) != 1:
        totals, numbers = _operands(article, each, figures)
    if len(totals) != 1 or len(numbers) != 1 or totals[0].first == numbers[0].first:
        return None
    total, number = totals[0], numbers[0]
    if total.first < rate.first < number.first and not named(each.noun, number):
        return None
    if total.first > rate.first:
        sure = _shown_behind(article, each, total)
    else:
        grown = any(one.kind == "percent" and total.first < one.first < rate.first for one in figures)
        tied = taken_up or offered(article, rate) or set_off(article, sentence, rate) is not None
        follows = led or fronted(article, sentence, rate, (total, number))
        loosely = (apart is not None or follows) and is_of_all(article, each)
        sure = (tied or (loosely and _of_its_size(each, total, number))) and not grown
    sure = sure and shares_all(article, each, total, number) and not _pooled(figures, each, total, number)
    return (total.first, number.first) if sure and not qualified(article, each) else None


def shares_all(article: Article, each: Each, total: Mention, number: Mention) -> bool:
    """Tell whether a total may be all that is shared out: of the three one says what it counts, and it is no fund to draw on.

    What each gets may be taken out of a sum that is large enough for more: £4,000 each from a fund of £20,000.
    """
    if all(one.kind == "count" and not one.noun for one in (total, number, each.rate)):
        return False
    pool = total.first > each.rate.first and POOL.search(article.around(total, LOOK)[0]) is not None
    return not pool or value(total) <= value(number) * times(number, each.noun) * value(each.rate)


def _pooled(figures: list[Mention], each: Each, total: Mention, number: Mention) -> bool:
    """Tell whether a total makes the rate together with the other sums told ahead: £600 and £400, so £500 to each of two."""
    sums = [
        value(one)
        for one in figures
        if one.first < each.rate.first
        and (one.kind, one.unit) == (total.kind, total.unit)
        and one.first != number.first
    ]
    share = sum(sums, Fraction(0)) / (value(number) * times(number, each.noun))
    return len(sums) > 1 and total.first < each.rate.first and said(each.rate).interval.meets(Interval.exactly(share))


def is_scale(article: Article, figure: Mention) -> bool:
    """Tell whether a bare number is the end of a scale and counts nothing: marks out of ten."""
    bare = figure.kind == "count" and not figure.noun
    return bare and SCALE.search(article.around(figure, LOOK)[0]) is not None


def _charged(article: Article, each: Each) -> tuple[int, int] | None:
    """Return the one sum and the one number of the next sentence, where a price opens both: 1인당 9000원이다. 30명이 모두 27만원."""
    behind = adjacent(article, each.sentence, 1)
    if behind is None or len(each.sentence.of_kind("number")) > TWICE:
        return None
    sums = [one for one in behind.of_kind("money|measure") if is_whole(each, one)]
    numbers = [one for one in behind.of_kind("count") if is_number(each, one) and named(each.noun, one)]
    told = len(sums) == len(numbers) == 1 and is_total(article, behind, sums[0])
    return (sums[0].first, numbers[0].first) if told else None


def _operands(article: Article, each: Each, figures: list[Mention]) -> tuple[list[Mention], list[Mention]]:
    """Return the figures that may be the total of a rate, and those that may be its number."""
    told = [one for one in figures if not aside(article, one, article.place(each.rate)) and not is_scale(article, one)]
    told = [one for one in told if named(each.noun, one) or not is_circumstance(article, one)]
    shared = [in_its_unit(each, one) for one in told if not (_level(article, one) or _is_rate(article, one))]
    totals = [one for one in shared if is_whole(each, one)]
    if each.base is not None and each.base.kind != "measure":
        several = len(totals) == 2 and not each.sentence.of_kind("duration")
        return ([min(totals, key=value)], [max(totals, key=value)]) if several else ([], [])
    numbers = [
        one for one in told if is_number(each, one) and same(each.noun, one) and not _is_its_size(article, each, one)
    ]
    if len(numbers) > 1:
        numbers = [one for one in numbers if is_total(article, article.sentences[one.sentence], one)] or numbers
    if not numbers and len(totals) == 1:
        numbers = list(single_periods(article, each.noun, article.sentences[totals[0].sentence]))[:1]
    if not numbers and len(totals) == 1:
        counts = [one for one in _told_before(article, each) if one.kind == "count" and one.noun and not each.noun]
        numbers = [one for one in counts if is_number(each, one)]
    if not numbers and len(totals) == 1 and each.noun not in DAYS and offered(article, each.rate):
        near = adjacent(article, each.sentence, -1)
        counts = near.of_kind("count") if near else []
        numbers = [one for one in counts if one.noun and named(each.noun, one) and is_number(each, one)]
    if not totals and len(numbers) == 1:
        about = [*_told_before(article, each), *_summed_behind(article, each)]
        totals = [one for one in map(partial(in_its_unit, each), about) if is_whole(each, one)]
    counted = {one.first for one in numbers}
    if len(totals) == 2 and len(numbers) == 1:
        totals = [one for one in totals if one.first not in counted]
    if len(totals) == 2 and not each.noun and {one.first for one in numbers} == {one.first for one in totals}:
        return [max(totals, key=value)], [min(totals, key=value)]
    return totals, [one for one in numbers if len(totals) != 1 or one.first != totals[0].first]


def _is_rate(article: Article, one: Mention) -> bool:
    """Tell whether a figure is of a rate, or what one is for: 13.4 deaths per 100,000."""
    place = article.place(one)
    beside = (article.word(place - 1), article.word(place + 1), article.word(place + 2))
    return one.kind == "count" and "per" in beside


def _is_its_size(article: Article, each: Each, number: Mention) -> bool:
    """Tell whether a number is how many make one of what a rate is for: "$4,500 for a family of four"."""
    place = article.place(number)
    return bool(each.noun) and article.word(place - 1) == "of" and stem(article.word(place - 2)) == stem(each.noun)


def qualified(article: Article, each: Each) -> bool:
    """Tell whether a rate is said to be of some alone: "$8,000 each for the old ones", "eight tonnes on the best land"."""
    place = article.place(each.rate) + 1
    if of_two(article, each.rate) or CAPPED.search(article.around(each.rate, LOOK, 0)[0]):
        return True
    stop = phrase(CLOSE).search(article.skeleton, place)
    words = [article.word(at) for at in range(place, stop.start() if stop else place) if at not in article.at]
    marked = next((n + 1 for n, word in enumerate(words) if word in MARKERS), 0)
    behind = [] if words[marked:] == ON_AVERAGE else words[marked:]
    of_kind = any(
        word == "in" and behind[n + 1 : n + 2] and behind[n + 1] not in KNOWN for n, word in enumerate(behind)
    )
    return of_kind or any(word in QUALIFYING and behind[n : n + 2] not in OF_ALL for n, word in enumerate(behind))


def is_of_all(article: Article, each: Each) -> bool:
    """Tell whether nothing about a rate makes it one of some alone, or of another time: no "$25,000 a show in America"."""
    place = article.place(each.rate)
    stop = phrase(CLOSE).search(article.skeleton, place + 1)
    behind = [article.word(at) for at in range(place + 1, stop.start() if stop else place + 1)]
    behind = behind[: behind.index("and")] if "and" in behind else behind
    marked = next((n + 1 for n, word in enumerate(behind) if word in MARKERS), 0)
    words = behind[marked:]
    words = words[: -len(ON_AVERAGE)] if words[-len(ON_AVERAGE) :] == ON_AVERAGE else words
    lead = words_by(article, each.rate, LEAD)
    noun = (each.base.noun if each.base else each.noun) or "one"
    most = (1 + noun.count("_") + (each.base is not None)) if marked else int(bool(each.rate.noun))
    return len(words) <= most and SIDEWAYS.isdisjoint(lead)


def _of_its_size(each: Each, total: Mention, number: Mention) -> bool:
    """Tell whether a rate is near enough to what it would come to for a looser tie: another thing is dearer or cheaper."""
    exact = comes_to(each, total, number)
    return value(each.rate) / TWICE < exact < value(each.rate) * TWICE


def _level(article: Article, figure: Mention) -> bool:
    """Tell whether a figure is what something rose from or to, not how much was shared out; "came to" is no rise."""
    before = words_by(article, figure, 2)
    return before[-1:] != [] and before[-1] in LEVELS and not (before[-1] == "to" and before[0] in COME)


def _told_before(article: Article, each: Each) -> tuple[Mention, ...]:
    """Return the figures of the sentence before, where a pronoun takes it up: "They owe £4m between them, or £20 apiece"."""
    near = adjacent(article, each.sentence, -1) if article.word(each.sentence.start) in THEY else None
    return near.mentions if near else ()


def _summed_behind(article: Article, each: Each) -> Iterator[Mention]:
    """Yield what the sentence behind an average says is the total: "The average gate was 24,600. In all, 467,400 came"."""
    near = adjacent(article, each.sentence, 1) if "average" in article.words(each.sentence).lower() else None
    yield from (one for one in near.mentions if is_total(article, near, one)) if near else ()


def in_its_unit(each: Each, figure: Mention) -> Mention:
    """Return a figure in the unit of the rate; what comes in a period as what comes: 2,000 litres a day in litres."""
    if figure.unit == POINT and each.rate.kind == "count":
        return figure.changed(kind="count", unit="", noun="point")
    thing, per, _ = figure.unit.partition("_per_")
    joint = figure.kind == "measure" and per and thing == each.rate.unit
    return figure.changed(unit=thing) if joint else in_unit(each.rate.unit, figure)


def _shown_behind(article: Article, each: Each, total: Mention) -> bool:
    """Tell whether a total behind its rate is what the rate comes to, or is shared out: "at $3 apiece, or $90"."""
    before = words_by(article, each.rate)
    opened = "at" in before[-2:]
    if is_total(article, each.sentence, total) or (offered(article, total) and "at" in before):
        return True
    fetched = opened and not COMING.isdisjoint(words_by(article, total, BEFORE))
    leads = total.sentence == each.rate.sentence and not GIVING.isdisjoint(words_by(article, total, 3))
    return fetched or leads or _out_of(article, total) or _explained(article, each, total)


def _out_of(article: Article, total: Mention) -> bool:
    words = words_by(article, total, 3)
    alone = phrase(f"(<wN>|REMAIN)? <wN>? {CLOSE}").match(article.skeleton, article.place(total) + 1) is not None
    return alone and words == OUT_OF


def _explained(article: Article, each: Each, total: Mention) -> bool:
    """Tell whether an average is worked out behind a colon: "The average gift was £25: 2,000 people gave £50,000"."""
    between = article.skeleton[article.place(each.rate) + 1 : article.place(total)]
    averaged = "average" in words_by(article, each.rate)
    mark = next((at for at, letter in enumerate(between) if letter in ":;—"), -1)
    start = article.place(each.rate) + 1
    return averaged and mark >= 0 and all(article.word(start + at) in MARKERS for at in range(mark))


def is_whole(each: Each, figure: Mention) -> bool:
    """Tell whether a figure may be the total that a rate is of."""
    rate = each.rate
    elided = rate.kind == "count" and not rate.noun and figure.kind == "measure"
    alike = (elided or (figure.kind == rate.kind and figure.unit == rate.unit)) and figure.number and rate.number
    larger = each.base is not None or value(figure) > value(rate) or each.noun in DAYS
    return bool(alike) and figure.first != rate.first and figure is not each.base and larger


def is_number(each: Each, figure: Mention) -> bool:
    """Tell whether a figure may be the number of things that a rate is for one of."""
    if (
        figure.number is None
        or figure.first == each.rate.first
        or figure is each.base
        or figure.number.middle <= (figure.kind != "duration")
        or figure.noun == "inning"  # An average of runs is over those that ended in a dismissal.
    ):
        return False
    if each.base is not None and each.base.kind == "money":
        return figure.kind == "money" and figure.unit == each.base.unit
    if figure.kind == "duration":
        return figure.unit == each.noun or (each.noun in DAYS and figure.unit in DAYS)
    if figure.kind == "measure":
        return measures(each, figure)
    return figure.kind == "count" and each.noun not in DAYS and figure.number.middle.denominator == 1


def measures(each: Each, figure: Mention) -> bool:
    """Tell whether a measure is in what a rate is for one of: hectares of so much a hectare, acres too."""
    measure = unit(each.noun.replace("_", " ")) if each.noun else None
    return measure is not None and bool(convert(Interval.exactly(1), figure.unit, measure.name))
