"""What comes to each one, told with the total and the number that it is worked out from, where verbs stand last.

"직원 240명이 한 해 480억 원을 번다. 한 사람이 2억 원을 버는 셈이다": what is for one (한 사람이, 가구마다, 하루 평균, 1㎡에서, 1000명에)
stands before its figure; the only total and the only number that it can be of stand before both, in its sentence or the
one before.
"""

from __future__ import annotations

from collections.abc import Iterator
from fractions import Fraction
from functools import cache

from factcheck import shown
from factcheck.article import Article, Sentence
from factcheck.link.change.bothends import OTHER_BASE, after_particle, firm, names_another, slipped
from factcheck.link.context.ties import adjacent
from factcheck.link.rate.each import DAYS
from factcheck.link.series.figures import operand, value
from factcheck.model import Mention, Relation
from factcheck.patterns import Pattern
from factcheck.quantity import Quantity
from factcheck.records import NamedTuple
from factcheck.reference.units import unit

BY_ONE = Pattern(
    r"(?P<of>[가-힣㎡㎢㎏㎥ℓ]+?)(?:마다|당) ?(?:평균|약)? ?$|(?P<time>하루|한 ?달|월|연|한 ?해|1년|시간)(?:에| ?평균)(?: ?평균)?(?:에)? ?(?:약|무려)? ?$"
)
TO_ONE = Pattern(
    r"^(?:이|가|은|는|을|를|에|에서|에게|로| ?앞에| ?앞으로|의|당|마다|꼴로)?(?: [가-힣]{1,5}(?:이|가|은|는|을|를))?(?: ?평균)? ?(?:약|무려)? ?$"
)
"""What parts one of something, or so many of them, from what comes to each."""

CLOSED = Pattern(
    r"^(?:어치)?(?:이|가|을|를|씩|의|인|꼴|이나)? ?(?:씩|꼴|셈|인 ?셈|[가-힣]+ ?[가-힣]* ?(?:것|셈|꼴))|^[^.\n]{0,14}(?:셈이|꼴이|것이|꼴로|씩|에 불과|에 그[친쳐치]|에 이[른르])"
)
"""What makes of a figure one that was worked out: 2억 원을 버는 셈이다, 600만 원씩."""

PERIOD = {"하루": "day", "월": "month", "한달": "month", "연": "year", "한해": "year", "1년": "year", "시간": "hour"}
SCALES = frozenset({100, 1000, 10_000, 100_000})
RATED = "count|money|measure"
SPENT = Pattern(r"(?:돈|예산|비용|사업비|액수|금액|재원|합계|총액)(?:은|는|이|가|만)? ?(?:모두 |총 |약 )?$")
NEEDED = Pattern(r"(?:이|가|을|를)? ?(?:필요|든다|들어|드는|소요|써야|쓴다|투입)")
EVENLY = Pattern(r"똑같이|고루|균등|나눠|나누어")
RATIO = "ratio"
CONTEST = Pattern(r"^(?:이로써 |결국 |따라서 |평균 )?경쟁률[은이]? ?(?:무려 |약 |평균 )?")
SOUGHT, WON = (
    Pattern(r"몰[렸려]|지원|신청|응시|도전|접수|참여|원서"),
    Pattern(r"뽑|모집|선발|채용|정원|공급|분양|자리"),
)


class Rate(NamedTuple):
    """A figure that is for one of something: so many of `base` it is for, and what counts or measures them."""

    figure: Mention
    base: Fraction
    counter: str
    unit: str
    start: int


def one_each(article: Article) -> Iterator[Relation]:
    """Yield what comes to each one against the only total and the only number that it can be of."""
    for sentence in article.body if article.verb_last else ():
        for figure in sentence.of_kind(RATED):
            if figure.number and not figure.upper and (rate := _rate(article, sentence, figure)):
                yield from _worked_out(article, sentence, rate)
        for pair in sentence.of_kind("pair"):
            if pair.unit == RATIO and pair.number:
                yield from _contest(article, sentence, pair)


def _rate(article: Article, sentence: Sentence, figure: Mention) -> Rate | None:
    text, start = article.document.text, article.here(sentence).start
    before = text[max(start, figure.span.start - 24) : figure.span.start]
    base = next((one for one in reversed(sentence.mentions) if one.first < figure.first), None)
    if (
        base
        and base.number
        and base.kind in ("count", "measure")
        and TO_ONE.match(text[base.span.end : figure.span.start])
    ):
        size = base.number.middle
        if size == 1 or (size in SCALES and base.kind == "count"):
            return Rate(figure, size, base.counter, base.unit, base.span.start)
    if text.startswith(("씩", " 씩"), figure.span.end) and EVENLY.search(before):
        numbers = [one for one in sentence.of_kind("count") if one.first < figure.first and one.size > 1]
        return Rate(figure, Fraction(1), numbers[0].counter, "", figure.span.start) if len(numbers) == 1 else None
    led = BY_ONE.search(before)
    if led and led["time"]:
        return Rate(figure, Fraction(1), "", PERIOD[led["time"].replace(" ", "")], figure.span.start - len(led[0]))
    if led and led["of"] in measured():
        return Rate(figure, Fraction(1), "", measured()[led["of"]], figure.span.start - len(led[0]))
    known = counters()
    counter = next((led["of"][at:] for at in range(len(led["of"])) if led["of"][at:] in known), "") if led else ""
    return Rate(figure, Fraction(1), counter, "", figure.span.start - len(led[0])) if led and counter else None


def counters() -> dict[str, str]:
    """Return what each counter of Korean counts; English copy needs none, and loads none."""
    from factcheck.korean.lexicon import section

    return section("counters")


@cache
def measured() -> dict[str, str]:
    """Return the units that one of something may be of, by the signs that Korean writes for them."""
    found = {sign: unit(sign) for sign in "㎡㎢㎏㎥ℓ"}
    return {sign: one.name for sign, one in found.items() if one}


def _worked_out(article: Article, sentence: Sentence, rate: Rate) -> Iterator[Relation]:
    text, opened = article.document.text, article.here(sentence).start
    if not CLOSED.match(text[rate.figure.span.end : rate.figure.span.end + 30]):
        return
    own = [one for one in sentence.mentions if one.span.end <= rate.start]
    previous = adjacent(article, sentence, -1)
    earlier = list(previous.mentions) if previous else []
    yield from _told_later(article, sentence, rate, [*earlier, *own])
    for near in (own, [*earlier, *own]):
        if pair := _operands(article, rate, near):
            last = max(one.span.end for one in pair)
            lead, first = text[max(opened, last) : rate.start], min(one.span.start for one in near)
            known = text[max(0, first - 60) : max(opened, last)]
            if not OTHER_BASE.search(lead) and not names_another(lead[after_particle(lead) :], known, rate.counter):
                yield from _relation(rate, *pair)
            return


def _told_later(article: Article, sentence: Sentence, rate: Rate, before: list[Mention]) -> Iterator[Relation]:
    """Yield the total told behind what comes to each one of a number told before it: 24만 명 모두에게 15만 원씩 드립니다. 드는 돈은 360억 원."""
    behind = adjacent(article, sentence, 1)
    later = [one for one in sentence.mentions if one.first > rate.figure.first]
    numbers = [one for one in (*before, *later) if one.size > 1 and _counts(rate, one) and not one.upper]
    own = [one for one in later if (one.kind, one.unit) == (rate.figure.kind, rate.figure.unit)]
    totals = own or [
        one
        for one in (behind.mentions if behind else ())
        if (one.kind, one.unit) == (rate.figure.kind, rate.figure.unit)
    ]
    text = article.document.text
    if len(numbers) == 1 and totals and rate.base == 1 and totals[0].size > rate.figure.size and not totals[0].upper:
        opened = rate.figure.span.end if own or behind is None else article.span(behind.start, behind.end).start
        if not SPENT.search(text[opened : totals[0].span.start]) and not NEEDED.match(text, totals[0].span.end):
            return
        implied = (operand(numbers[0]).as_unit("") * operand(rate.figure)).as_unit(rate.figure.unit)
        stated = totals[0].rounded
        says = f"{implied.working} comes to {shown.with_unit(value(numbers[0]) * value(rate.figure), implied.unit)}, not {totals[0].text}."
        if stated.interval.meets(implied.interval) or slipped(totals[0].quantity, implied, near=1):
            yield Relation(stated, implied, says)


def _operands(article: Article, rate: Rate, near: list[Mention]) -> tuple[Mention, Mention] | None:
    """Return the only total and the only number among some figures that a rate can be of."""
    plain = [one for one in near if one.number and not one.upper and one.size > 0]
    totals = [
        one
        for one in plain
        if (one.kind, one.unit, one.counter) == (rate.figure.kind, rate.figure.unit, rate.figure.counter)
    ]
    numbers = [one for one in plain if one.size > 1 and _counts(rate, one)]
    if totals == numbers and len(totals) == 2 and rate.base > 1:
        low, high = sorted(totals, key=lambda one: one.size)
        return (low, high)
    if len(totals) != 1 or len(numbers) != 1 or totals[0] is numbers[0]:
        return None
    larger = rate.base > 1 or totals[0].size > rate.figure.size
    return (totals[0], numbers[0]) if larger else None


def _counts(rate: Rate, one: Mention) -> bool:
    """Tell whether a figure numbers what a rate is for one of: days, people, households, square metres."""
    if rate.unit in DAYS:
        return one.kind == "duration" and one.unit == rate.unit
    if rate.unit:
        return one.kind == "measure" and one.unit == rate.unit
    named = counters()
    return one.kind == "count" and bool(one.counter) and named.get(one.counter) == named.get(rate.counter)


def _relation(rate: Rate, total: Mention, number: Mention) -> Iterator[Relation]:
    implied = operand(total) / operand(number).as_unit("")
    implied = implied * Quantity.constant(int(rate.base)) if rate.base > 1 else implied
    implied = implied.as_unit(rate.figure.unit)
    stated, near = rate.figure.quantity, firm(implied)
    says = f"{implied.working} comes to {shown.with_unit(near.interval.middle, near.unit)}, not {rate.figure.text}."
    if stated.interval.meets(implied.interval):
        yield Relation(stated, implied, says)
    elif slipped(stated, near, single=True):
        yield Relation(stated, near, says)


def _contest(article: Article, sentence: Sentence, pair: Mention) -> Iterator[Relation]:
    """Yield a ratio that opens a sentence against the places and those who sought them, told in the one before."""
    text, opened = article.document.text, article.here(sentence).start
    previous = adjacent(article, sentence, -1)
    if previous is None or not CONTEST.fullmatch(text[opened : pair.span.start]) or pair.number is None:
        return
    counts = [one for one in previous.of_kind("count") if one.number and not one.upper and one.size > 0]
    if len(counts) != 2 or OTHER_BASE.search(text[opened : pair.span.start]):
        return
    few, many = sorted(counts, key=lambda one: one.size)
    behind = [text[one.span.end : one.span.end + 16] for one in (few, many)]
    about = text[max(0, few.span.start - 20) : few.span.start] + behind[0]
    if WON.search(about) and SOUGHT.search(behind[1]):
        stated = Quantity(pair.number.interval, "", pair.text, (pair.span,))
        implied = operand(many).as_unit("") / operand(few).as_unit("")
        if stated.interval.meets(implied.interval) or slipped(stated, implied):
            yield Relation(stated, implied)
