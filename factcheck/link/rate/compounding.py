"""What rates make of figures: growth, loans and doubling times; figures found near by may confirm, never refute."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator
from fractions import Fraction
from functools import lru_cache
from itertools import permutations
from math import log

from factcheck import shown
from factcheck.article import BIT, HEADINGS, Article, Sentence
from factcheck.link.chance.elsewhere import ELSEWHERE
from factcheck.link.change.paths import amounts_of
from factcheck.link.context.apposition import plain
from factcheck.link.rate.formulas import (
    GROWN,
    INTEREST,
    MONTHLY,
    PAID,
    SHRUNK,
    YEARLY,
    Formula,
    is_compounded,
    power,
)
from factcheck.link.series.figures import slip, swapped
from factcheck.model import Mention, Relation
from factcheck.numerals import digits
from factcheck.phrase import KIND_LETTERS, word_letters
from factcheck.quantity import Interval, Quantity

YEARS = {"year": Fraction(1), "decade": Fraction(10), "century": Fraction(100), "month": Fraction(1, 12)}
PERCENT, TIMED = BIT[KIND_LETTERS["percent"]], BIT["L"] | BIT["Y"] | BIT["D"] | BIT["O"] | BIT["K"]
REACHES = (0, 1, 3, 8)
"""So many sentences before a figure hold what it was worked out from, the nearest sought first."""
MOST, LONGEST = 12, 80
"""So many figures of one kind and so many words of a sentence are looked at: prose has no more."""
SMALLEST = 100
"""A sum that grows is no less; fewer are of anything."""

TELLING = 4
"""So many digits of an amount make a wrong one among them no chance."""

CHANCE = 0.15
"""The most that unrelated figures may be expected to agree: words have told of a rate and of years already."""
LEAST, HIGHEST = Fraction(1, 1000), Fraction(3, 10)
"""Rates of growth and of interest lie between these."""
FINEST, COARSEST = 0.001, 0.015
"""No agreement tells more than the first, and a coarser figure ("1 lakh", put in) is as exact as the second."""
LOANS = frozenset("loan loans mortgage mortgages borrow borrowed borrowing repay repayment repayments instalment "
                  "instalments installment installments".split())  # fmt: skip
SAVINGS = frozenset(
    "compound compounded compounding deposit deposited invested invest saver savers saved savings lump certificates".split()
)
DOUBLING = frozenset("double doubled doubles doubling halve halved halves halving".split())
PACE = frozenset("pace compound compounds compounded compounding".split())
CUES = {
    "loan": ("loan", "mortgage", "borrow", "repa", "instal"),
    "pace": ("pace", "compound", "at that rate"),
    "double": ("doubl", "halv"),
}
"""The beginnings of those words, to be looked for before the words of any sentence are."""
LONG = ("decade", "century")
STEPS = frozenset("steps years rises raises increases instalments installments".split())
OF_YEAR = frozenset("year each compound annually yearly annum annual annualised annualized cagr".split())
YEARLY_RATE = (
    "{rate:percent} ,? (<w> | RISE|FALL)? (PER|a|an|ANNUAL) <w\ue000-\uf8ff>?",
    "ANNUAL {rate:percent}",
    "ANNUAL <w\ue000-\uf8ff>? <w\ue000-\uf8ff>? (of|by|at|averaged) (ABOUT|NEARLY|EXACTLY|ONLY)? {rate:percent}",
    "ANNUAL growth=<w\ue000-\uf8ff> over|in|during|for|since <w\ue000-\uf8ff> <w\ue000-\uf8ff>? <w\ue000-\uf8ff>? BE|averaged {rate:percent}",
    "<w> <w\ue000-\uf8ff>? of {rate:percent}",
    "{rate:percent} in each of DETERMINER (SHIFT)? {duration}",
    "ANNUAL growth=<w\ue000-\uf8ff> over the <w\ue000-\uf8ff> averaged {rate:percent}",
    "<N> of {rate:percent}",
    "ANNUAL growth=<w\ue000-\uf8ff> of about {rate:percent}",
)


@lru_cache(maxsize=2)
def yearly(article: Article) -> tuple[Mention, ...]:
    """Return every rate that is said to be of a year."""
    found: dict[int, Mention] = {}
    for said in article.match(*YEARLY_RATE):
        words = {article.word(place) for place in range(said.match.start(), said.match.end())}
        if words & OF_YEAR and article.word(said.match.end()) not in ("ago", "earlier", "before"):
            found[said.rate.first] = said.rate
    return tuple(found.values())


@lru_cache(maxsize=2)
def _yearly_tokens(article: Article) -> frozenset[int]:
    return frozenset(rate.first for rate in yearly(article))


def confirmed(article: Article) -> Iterator[Relation]:
    """Yield the figures that a rate and a number of years near by lead to, by what the words about them say."""
    if not _all_rates(article)[1]:
        return
    for sentence in article.sentences:
        if sentence.block not in HEADINGS and sentence.kinds & (TIMED | PERCENT):
            if rates := _rates(article, sentence):
                yield from _of_sentence(article, sentence, rates)
            if sentence.kinds & PERCENT:
                yield from _stacked(article, sentence)


def _of_sentence(article: Article, sentence: Sentence, rates: list[Mention]) -> Iterator[Relation]:
    if (
        sentence.kinds & BIT["L"]
        and "double" in _cues(article)
        and not _said(article, sentence.number).isdisjoint(DOUBLING)
    ):
        yield from _doubled(article, sentence, rates)
    spans = {years for years in spans_of(article, sentence) if years > 1 and years.denominator == 1}
    if not spans:
        return
    paced = [rate for rate in rates if rate.sentence <= sentence.number][:1]
    paced = paced if "pace" in _cues(article) and _at_pace(article, sentence) else []
    growing = list(dict.fromkeys([*(rate for rate in rates if _compounds(article, rate)), *paced]))
    for told in article.sentences[max(0, sentence.number - 2) : sentence.number + 2]:
        for stated in filter(size, amounts_of(article, told)[:MOST]):
            lent = (
                stated.kind == "money" and "loan" in _cues(article) and not _about(article, told, 1).isdisjoint(LOANS)
            )
            if lent and not any(_is_compounded(article, one.sentence, sentence.number) for one in growing):
                formulas = LENT[_per(article, stated)]
                yield from _worked(article, stated, rates, spans, formulas)
            elif growing:
                fell = any(
                    not word_letters("FALL").isdisjoint(article.sentences[rate.sentence].letters) for rate in growing
                )
                yield from _worked(article, stated, growing, spans, (GROWN, SHRUNK) if fell else (GROWN,))
    for stated in sentence.of_kind("percent"):
        for rate in growing:
            if rate.sentence == sentence.number:
                yield from _risen(stated, rate, spans)


@lru_cache(maxsize=2)
def _cues(article: Article) -> frozenset[str]:
    """Return of what an article has a word somewhere: loans, a pace, a doubling."""
    return frozenset(cue for cue, stems in CUES.items() if any(stem in article.lowered for stem in stems))


def _at_pace(article: Article, sentence: Sentence) -> bool:
    """Tell whether a sentence, or one of the two before it, goes on from a rate: "at that pace", "growth compounds"."""
    near = range(sentence.number - 2, sentence.number + 1)
    rate_again = any(
        "at that rate" in article.words(article.sentences[number]).lower()
        for number in near
        if number >= 0 and "rate" in _said(article, number)
    )
    return rate_again or any(not PACE.isdisjoint(_said(article, number)) for number in near)


def _compounds(article: Article, rate: Mention) -> bool:
    """Tell whether a rate is of a year, or one at which something is put by."""
    if rate.first in _yearly_tokens(article):
        return True
    led = article.word(article.place(rate) - 1) == "at"
    return led and not _said(article, rate.sentence).isdisjoint(SAVINGS)


def _about(article: Article, sentence: Sentence, reach: int) -> frozenset[str]:
    near = range(sentence.number - reach, sentence.number + reach + 1)
    return frozenset().union(*(_said(article, number) for number in near))


@lru_cache(maxsize=2)
def _all_rates(article: Article) -> tuple[list[int], list[Mention]]:
    """Return what may be a yearly rate, in order, and the number of the sentence of each."""
    found = [
        rate
        for sentence in article.sentences
        if sentence.kinds & PERCENT and sentence.block not in HEADINGS
        for rate in sentence.of_kind("percent")[:MOST]
        if rate.upper is None and LEAST <= size(rate) <= HIGHEST
    ]
    return [rate.sentence for rate in found], found


def _rates(article: Article, sentence: Sentence) -> list[Mention]:
    """Return what may be a yearly rate in a sentence and before it, the nearest first."""
    numbers, found = _all_rates(article)
    first = bisect_left(numbers, sentence.number - REACHES[-1])
    near = found[first : bisect_left(numbers, sentence.number + 2)]
    return sorted(near, key=lambda rate: abs(rate.sentence - sentence.number))[:MOST]


@lru_cache(maxsize=16)
def _said(article: Article, number: int) -> frozenset[str]:
    if not 0 <= number < len(article.sentences):
        return frozenset()
    sentence = article.sentences[number]
    return frozenset(
        article.word(place) for place in range(sentence.start, min(sentence.end, sentence.start + LONGEST))
    )


def spans_of(article: Article, sentence: Sentence) -> Iterator[Fraction]:
    """Yield every number of years that a sentence may speak of: 25 years, 25 such steps, the 15th birthday, in 2040."""
    for figure in sentence.mentions[: 3 * MOST]:
        if figure.kind == "duration" and figure.unit in YEARS and figure.number:
            yield figure.number.middle * YEARS[figure.unit]
        elif figure.number and figure.kind in ("count", "ordinal"):
            place = article.place(figure)
            behind = [article.word(at) for at in range(place + 1, min(place + 3, sentence.end))]
            counted = not STEPS.isdisjoint((figure.noun, f"{figure.noun}s", *behind))
            if counted or (figure.kind == "ordinal" and "birthday" in (figure.noun, *behind)):
                yield figure.number.middle
        elif figure.when and figure.when.year and article.published:
            yield Fraction(abs(figure.when.year - article.published.year))
    if not sentence.kinds & BIT["L"]:
        yield from (YEARS[word] for word in LONG if not word_letters(word).isdisjoint(sentence.letters))


def size(figure: Mention) -> Fraction:
    """Return the value that a figure displays."""
    return figure.number.middle if figure.number else Fraction(1)


def _per(article: Article, stated: Mention) -> str:
    """Return month or year where a figure is for one, interest where it is that, else ""."""
    place, sentence = article.place(stated), article.sentences[stated.sentence]
    behind = [article.word(at) for at in range(place + 1, min(place + 4, sentence.end))]
    before = [article.word(at) for at in range(max(sentence.start, place - 6), place)]
    around = [*before[-2:], *behind]
    if "monthly" in around or "month" in behind[:2] or ("instalment" in before or "payment" in before):
        return "month"
    if not {"annually", "yearly"}.isdisjoint(around) or "year" in behind[:2]:
        return "year"
    return "interest" if "interest" in (*before, *behind) else ""


LENT = {"month": (MONTHLY,), "year": (YEARLY,), "interest": (INTEREST,), "": (PAID,)}


def _worked(
    article: Article, stated: Mention, rates: list[Mention], spans: set[Fraction], formulas: tuple[Formula, ...]
) -> Iterator[Relation]:
    """Yield what an amount was worked out from, if so nearly that chance would hardly do as much."""
    alike = [figure for figure in _amounts_about(article, stated) if _alike(figure, stated)]
    for reach in REACHES:
        near = [figure for figure in alike if abs(figure.sentence - stated.sentence) <= reach]
        quoted = [rate for rate in rates if abs(rate.sentence - stated.sentence) <= max(reach, 1)]
        tries = [
            (figure, rate, years, formula)
            for figure in near
            for rate in quoted
            for years in spans
            for formula in formulas
        ]
        if sum(_width(stated) + _width(figure) for figure, *_ in tries) > CHANCE:
            return
        for figure, rate, years, formula in tries:
            made = _made((figure, rate, years, formula))
            if abs(made / float(size(stated)) - 1) <= _width(stated) + _width(figure):
                yield _relation(stated, figure, rate, years, formula, made)
                return
        off = [
            one
            for one in tries
            if _misprinted(stated, _made(one), alone=len(tries) == 1) or _taken_for_simple(article, stated, one)
        ]
        if len(off) == 1:
            told = _relation(stated, *off[0], _made(off[0]))
            comes = told.working.partition(";")[0].replace(" = ", " comes to ")
            yield told._replace(doubt=None, says=f"{comes}, not {stated.text}.")
            return


def _made(tried: tuple[Mention, Mention, Fraction, Formula]) -> float:
    figure, rate, years, formula = tried
    return float(size(figure)) * formula.factor(float(size(rate)), float(years))


def _misprinted(stated: Mention, made: float, alone: bool) -> bool:
    """Tell whether an amount is what was worked out but for two digits swapped, or, where there is one way to work it out, one digit."""
    needed = Fraction(made)
    telling = len(digits(stated.text).rstrip("0")) >= TELLING
    return telling and (swapped(stated, needed) or (alone and slip(stated, needed, TELLING)))


def _taken_for_simple(article: Article, stated: Mention, tried: tuple[Mention, Mention, Fraction, Formula]) -> bool:
    """Tell whether an amount is what simple interest makes, where the words about it say that the rate compounds."""
    figure, rate, years, formula = tried
    sign = {GROWN: 1, SHRUNK: -1}.get(formula, 0)
    made = float(size(figure)) * (1 + sign * float(size(rate)) * float(years))
    telling = min(size(figure), size(stated)) >= SMALLEST and len(digits(stated.text).rstrip("0")) > 1
    if not (sign and telling) or years <= 2 or abs(made / float(size(stated)) - 1) > FINEST + _width(stated) / 2:
        return False
    numbers = sorted(one.sentence for one in (figure, rate, stated))
    return _is_compounded(article, numbers[0], numbers[-1])


def _is_compounded(article: Article, first: int, last: int) -> bool:
    """Tell whether the sentences between two say that what a rate makes is added to what it is on, and no other way."""
    near = article.sentences[min(first, last) : min(max(first, last), min(first, last) + REACHES[-1]) + 1]
    return is_compounded(" ".join(article.words(one).lower() for one in near))


@lru_cache(maxsize=2)
def _amounts(article: Article) -> tuple[list[int], list[Mention]]:
    found = [
        figure
        for sentence in article.sentences
        if sentence.block not in HEADINGS
        for figure in amounts_of(article, sentence)
        if figure.number and figure.upper is None and figure.number.middle > 0
    ]
    return [figure.first for figure in found], found


def _amounts_about(article: Article, stated: Mention) -> list[Mention]:
    firsts, found = _amounts(article)
    at = bisect_left(firsts, stated.first)
    behind = [figure for figure in found[at + 1 : at + MOST] if figure.sentence == stated.sentence]
    return found[max(0, at - 2 * MOST) : at][::-1] + behind


def _alike(one: Mention, other: Mention) -> bool:
    return one.kind == other.kind and one.unit == other.unit and one.number != other.number


def _width(figure: Mention) -> float:
    """Return how far a figure may be off what it displays, as a share of it."""
    wide = plain(figure).interval
    return min(COARSEST, max(FINEST, float((wide.high - wide.low) / 2 / size(figure))))


def _relation(
    stated: Mention, first: Mention, rate: Mention, years: Fraction, formula: Formula, made: float
) -> Relation:
    words = formula.written.format(first=first.text, rate=rate.text, years=shown.number(years))
    exact = Fraction(made)
    reach = exact * Fraction(_width(stated) + _width(first))
    spans = (first.span, rate.span)
    working = f"{words} = {shown.with_unit(exact, stated.unit)}; the text says {stated.text}"
    implied = Quantity(Interval.around(exact, reach), stated.unit, words, spans)
    return Relation(plain(stated), implied, doubt=ELSEWHERE, working=working)


def _risen(stated: Mention, rate: Mention, spans: set[Fraction]) -> Iterator[Relation]:
    """Yield the rise over all the years that a yearly rate adds up to: 1.5 per cent for 25 years is 45 per cent."""
    for years in spans if stated is not rate and size(stated) > size(rate) else ():
        made = power(1 + size(rate), years) - 1
        interval = plain(stated).interval
        fine = interval.high - interval.low <= interval.high / 20
        if fine and len(spans) <= 2 and float(interval.low) <= made <= float(interval.high):
            words = f"(1 + {rate.text}) ^ {shown.number(years)} - 1"
            exact = Fraction(made)
            implied = Quantity(Interval.exactly(exact), "%", words, (rate.span,))
            working = f"{words} = {shown.with_unit(exact, '%')}; the text says {stated.text}"
            yield Relation(plain(stated), implied, doubt=ELSEWHERE, working=working)


def _stacked(article: Article, sentence: Sentence) -> Iterator[Relation]:
    """Yield two rises in turn that come to a third: 7.9 per cent after 6.1 is 14.5 per cent in all."""
    figures = [figure for figure in sentence.of_kind("percent")[:MOST] if figure.number and figure.upper is None]
    for total in figures if 3 <= len(figures) <= 5 else ():
        for first, then in permutations([figure for figure in figures if figure.first < total.first], 2):
            made = (1 + size(first)) * (1 + size(then)) - 1
            interval, simple = plain(total).interval, size(first) + size(then)
            fine = interval.high - interval.low <= made / 50
            if first.first < then.first and fine and interval.low <= made <= interval.high and simple < interval.low:
                words = f"(1 + {first.text}) × (1 + {then.text}) - 1"
                implied = Quantity(Interval.exactly(made), "%", words, (first.span, then.span))
                working = f"{words} = {shown.with_unit(made, '%')}; the text says {total.text}"
                yield Relation(plain(total), implied, doubt=ELSEWHERE, working=working)


def _doubled(article: Article, sentence: Sentence, rates: list[Mention]) -> Iterator[Relation]:
    """Yield the years in which something doubles or halves at a rate near by: 31 years at 2.25%."""
    for stated in sentence.of_kind("duration"):
        if stated.unit in YEARS and "-" not in stated.text and size(stated) * YEARS[stated.unit] > 2:
            years = float(size(stated) * YEARS[stated.unit])
            near = [rate for rate in rates if sentence.number - 1 <= rate.sentence <= sentence.number]
            led = [
                rate
                for rate in near
                if article.word(article.place(rate) - 1) == "at" or rate.first in _yearly_tokens(article)
            ]
            for rate in (led or (near if len(near) == 1 else []))[:2]:
                made = log(2) / log(1 + float(size(rate)))
                if abs(made / years - 1) <= max(0.5 / years, 0.02 if stated.hedge else 0.01):
                    exact = Fraction(made) / YEARS[stated.unit]
                    words = f"log 2 / log (1 + {rate.text})"
                    implied = Quantity(Interval.around(exact, exact / 20), stated.unit, words, (rate.span,))
                    working = f"{words} = {shown.number(Fraction(round(exact)))} years; the text says {stated.text}"
                    yield Relation(plain(stated), implied, doubt=ELSEWHERE, working=working)
                    return
