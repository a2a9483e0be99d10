"""Growth that was added up where it compounds, and loans reckoned by their interest alone: what is told is just that sum.

"Three raises of 10 percent, 30 percent in all", "at 5 percent a year, compounded, $10,000 becomes $15,000 in ten years": which
other figures stand by, and in what order, varies without end.  That a figure is to the digit what simple addition gives, and
not what the rate makes of it, does not.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from fractions import Fraction
from itertools import permutations

from factcheck import shown
from factcheck.article import BIT, Article, Sentence
from factcheck.link.context.apposition import plain
from factcheck.link.context.operands import in_unit
from factcheck.link.rate.formulas import payment, power
from factcheck.link.rate.ratesalone import CLOSE, FALLING, as_shown
from factcheck.link.series.figures import AMOUNTS, is_plain, significant, slip, swapped, value
from factcheck.model import Mention, Relation
from factcheck.patterns import Pattern
from factcheck.quantity import Interval, Quantity
from factcheck.records import NamedTuple

YEARS = {"year": 1, "decade": 10}
EACH = Pattern(
    r"\b(?:(?:an?|each|every|per) (?:year|annum)|annual\w*|yearly|in each of|every year|year after year|years? (?:running|in a row|in succession)|(?:straight|successive|consecutive|such) years"
    r"|each (?:january|february|march|april|may|june|july|august|september|october|november|december)|compound\w*|reinvest\w*|and again in|pace|inflation)\b",
    re.I,
)
"""These say that a rate is one of each year."""

COMPOUND = Pattern(
    r"\b(?:compound\w*|reinvest\w*|interest on (?:the )?interest|(?:earns?|bears?|bearing|earning) interest (?:too|as well|itself|in turn|of its own))\b",
    re.I,
)
INTEREST = Pattern(
    r"\b(?:interest|loans?|bonds?|savers?|savings|account|coupon|deposit\w*|lent|lend\w*|debt|owe[sd]?|borrow\w*|invest\w*)\b",
    re.I,
)
SIMPLE = Pattern(
    r"\b(?:simple|interest-only|interest only|interest-free|0 ?%|0 per ?cent|no interest|without interest|percentage points?|of the original|no compounding|not compounded|without compounding|coupon)\b",
    re.I,
)
MONTH = Pattern(r"\b(?:a|per|each|every) month\b|\bmonthly\b", re.I)
PAID = Pattern(r"\b(?:a month|every month|each month|per month|monthly|instal\w+)\b", re.I)
LENT = Pattern(r"\b(?:mortgage|loan|borrow\w*|repa\w+|instal\w+|lent)\b", re.I)
RUN = Pattern(
    r"\b(two|three|four|five|six|seven|eight|nine|ten) (?:\w+ )?(?:years?|times|raises?|rises?|cuts?|increases?)\b",
    re.I,
)
RANKED = Pattern(
    r"\b(second|third|fourth|fifth|sixth|seventh|eighth|ninth|tenth) (?:raise|rise|anniversary|year|increase)\b", re.I
)
WORDS = {word: n for n, word in enumerate("zero one two three four five six seven eight nine ten".split())}
RANKS = {
    word: n for n, word in enumerate("zeroth first second third fourth fifth sixth seventh eighth ninth tenth".split())
}
LONGEST, MONTHS, BACK, FEW, ENOUGH = 60, 12, 2, 3, 4
OF_ONE_CHANGE, BEFORE = Pattern(r"\d, or $"), 12
"""Right before a percentage these make it what an amount just told is of: shorter by 1,375, or 6.8 per cent."""

CROWD, APART, PAIR, MOST = 24, 32, 2, 8
"""So many sums before one may be what it grew from, so far a sentence follows another; so few and so many sums are read together."""

FINE, TELLING, WIDE = 0.001, 0.02, 1.8
"""A sum that is so little off is right; one that words say is to become another is off by more, and by no more than so many times."""

BECOMES = Pattern(
    r"\b(?:becom\w+|be|been|yields?|reach\w*|grow\w* to|grown to|swell\w* to|passed|dwindled to|shr[aiu]nk\w* to|fall\w* to|ris\w+ to|climb\w* to|hit|brought [^.;]{1,50} to|take\w* it to|lift\w* it to)"
    r"(?: (?:about|around|some|nearly|almost|just|over|more than))* [£$€]?$",
    re.I,
)
BORROWED = Pattern(r"\b(?:loan|mortgage|borrow\w*|lent)(?: \w+){0,2} [£$€]?$", re.I)
ANOTHER = Pattern(r"\b(?:when|while|and|but|whereas)\b", re.I)
IN_ALL = Pattern(
    r"\b(?:total|in all|altogether|pays? back|goes back|interest)(?: (?:of|is|was|comes? to|bill|about))* [£$€]?$", re.I
)
AGAINST = Pattern(
    r"\b(?:real|inflation|adjusted|also|plus|extra|adding|every month|fees?|tax|deposits|further|rival|at first|until|then)\b",
    re.I,
)


class Made(NamedTuple):
    """A sum, what it is said to have become in so many years, and what it does become."""

    first: Mention
    last: Mention
    years: int
    worth: float


def added_up(article: Article) -> Iterator[Relation]:
    """Yield each figure that is what a rate comes to if its years are added up, beside what it does come to."""
    if article.verb_last or not any(sentence.kinds & BIT["P"] for sentence in article.body):
        return
    done: set[int] = set()
    for found in (*filter(None, (_read(article, near) for near in _near(article))), *_from_afar(article)):
        if found[0].first not in done:
            done.add(found[0].first)
            yield found[1]


def _near(article: Article) -> Iterator[list[Sentence]]:
    """Yield each sentence with a percentage, alone and with those beside it, the fewest first."""
    body = article.body
    for back in range(BACK + 1):
        for at in range(back, len(body)):
            near = body[at - back : at + 1]
            if all(map(_follows, near, near[1:])) and any(one.kinds & BIT["P"] for one in near):
                yield near


def _follows(one: Sentence, other: Sentence) -> bool:
    """Tell whether a sentence follows another with no more than a question, or a word or two, between them."""
    return other.start - one.end <= APART and one.block == other.block


def _from_afar(article: Article) -> Iterator[tuple[Mention, Relation]]:
    """Yield each sum of many digits that its sentence's rate, added up, makes of the only sum before it that it can be of."""
    told: list[Mention] = []
    for sentence in article.body:
        rates = [one for one in sentence.of_kind("percent") if is_plain(one) and 0 < value(one) < 1]
        sums = [one for one in sentence.of_kind("money") if is_plain(one)]
        words = article.words(sentence)
        if len(rates) == 1 and EACH.search(words) and not SIMPLE.search(words):
            years = _spans(article, [sentence], words, rates)
            for last in (one for one in sums if significant(one) > ENOUGH):
                near = [one for one in told[-CROWD:] if one.unit == last.unit and one.first < last.first]
                found = _sum([*near, last], rates, years, words)
                if found and found[0] is last:
                    yield found
        told += sums


def _read(article: Article, near: list[Sentence]) -> tuple[Mention, Relation] | None:
    mentions = [one for some in near for one in some.mentions if is_plain(one) and one.number]
    rates = [one for one in mentions if one.kind == "percent" and 0 < value(one) < 1]
    if not rates or not PAIR <= sum(one.kind in AMOUNTS for one in mentions) <= MOST:
        return None
    words = article.document.text[article.here(near[0]).start : article.here(near[-1]).end]
    several = len(rates) > 1 and len({value(one) for one in rates}) == 1
    told = several or any(shape.search(words) for shape in (EACH, LENT, MONTH, COMPOUND))
    if not told or SIMPLE.search(words) or any(OF_ONE_CHANGE.search(article.around(rate, BEFORE)[0]) for rate in rates):
        return None
    spans = _spans(article, near, words, rates)
    return (_sum(mentions, rates, spans, words) or _payment(mentions, rates, spans, words)) if spans else None


def _spans(article: Article, near: list[Sentence], words: str, rates: list[Mention]) -> set[int]:
    """Return the numbers of years that some sentences tell in any way."""
    mentions = [one for some in near for one in some.mentions]
    found = {
        int(value(one) * YEARS[one.unit])
        for one in mentions
        if one.kind == "duration" and one.unit in YEARS and one.number
    }
    named = sorted({one.when.year for one in mentions if one.when and one.when.year})
    if len(named) == 2:
        found.add(named[1] - named[0])
    if named and article.published and re.search(r"\b(?:now|today|last year|this year)\b", words):
        found |= {abs(article.published.year - year) for year in named} | {
            abs(article.published.year - 1 - year) for year in named
        }
    found |= {WORDS[run[1].lower()] for run in RUN.finditer(words)} | {
        RANKS[rank[1].lower()] for rank in RANKED.finditer(words)
    }
    if re.search(r"\ba decade\b", words):
        found.add(10)
    if len(rates) > 1 and len({value(one) for one in rates}) == 1:
        found.add(len(rates))
    if re.search(r"\band again in\b", words):
        found.add(2)
    return {years for years in found if 1 < years <= LONGEST}


def _ways(rate: Mention, years: int, words: str) -> Iterator[tuple[Fraction, float]]:
    """Yield what a rate makes of 1 in so many years if it is added up, and if it compounds."""
    signs = [-1] if FALLING.search(words) or "minus" in words else [1]
    for sign in signs:
        yield 1 + sign * years * value(rate), power(1 + sign * value(rate), years)


def _sum(mentions: list[Mention], rates: list[Mention], spans: set[int], words: str) -> tuple[Mention, Relation] | None:
    """Return a sum that a rate added up makes of another, or that it is said to become: 20 percent three times, from 1,000 to 1,600."""
    several = len({value(one) for one in rates}) > 1
    if (INTEREST.search(words) and not COMPOUND.search(words)) or several or MONTH.search(words):
        return None
    amounts = [one for one in mentions if one.kind in AMOUNTS and value(one) >= 1]
    pairs = [two for one, other in permutations(amounts, 2) if (two := _alike(one, other))]
    slips: list[Made] = []
    for first, last in pairs:
        for years in spans:
            for simple, made in _ways(rates[0], years, words):
                true, interval = float(value(first)) * made, plain(last).interval
                if float(interval.low) * (1 - FINE) <= true <= float(interval.high) * (1 + FINE):
                    return None
                if _is_added(last, value(first) * simple):
                    slips.append(Made(first, last, years, true))
    if not slips and len(spans) == 1 and not AGAINST.search(words):
        slips = [one for first, last in pairs for one in _said_to_become(first, last, rates[0], spans, words)]
    if len(slips) != 1:
        return None
    first, last, years, true = slips[0]
    text = f"{first.text} at {rates[0].text} in {years} years"
    return last, _relation(last, (first, rates[0]), Fraction(true), last.unit, text)


def _is_added(last: Mention, simple: Fraction) -> bool:
    """Tell whether a sum is what simple addition gives, to the last of its digits, which are many where that was rounded."""
    half = last.number.half if last.number else Fraction(0)
    return value(last) == simple or (significant(last) > ENOUGH and abs(value(last) - simple) <= half)


def _said_to_become(first: Mention, last: Mention, rate: Mention, spans: set[int], words: str) -> Iterator[Made]:
    """Yield what a rate makes of a sum where words right before the other say that it is to become that."""
    at = words.find(last.text)
    of = rate.first > first.first or not ANOTHER.search(words[words.find(rate.text) : words.find(first.text)])
    led = at >= 0 and of and first.first < last.first and BECOMES.search(words[:at]) is not None
    for years in spans if led else ():
        for _, made in _ways(rate, years, words):
            if not made:
                continue
            ratio = float(value(last)) / (float(value(first)) * made)
            if 1 / WIDE < ratio < WIDE and abs(ratio - 1) > TELLING and (value(last) > value(first)) == (made > 1):
                yield Made(first, last, years, float(value(first)) * made)


def _payment(
    mentions: list[Mention], rates: list[Mention], spans: set[int], words: str
) -> tuple[Mention, Relation] | None:
    """Return a monthly payment that pays a loan's interest alone, or the loan alone, or has one digit wrong."""
    money = [one for one in mentions if one.kind == "money" and value(one) > 0]
    if not (LENT.search(words) and PAID.search(words)) or len(rates) > 2:
        return None
    slips: list[tuple[Mention, Mention, Mention, int, float]] = []
    for loan, paid in permutations(money, 2):
        if loan.unit != paid.unit or _is_in_all(loan, words) or not 20 < value(loan) / value(paid) < 400:
            continue
        for rate in rates:
            for years in spans:
                true = float(value(loan)) * payment(float(value(rate)) / MONTHS, MONTHS * years)
                if abs(true / float(value(paid)) - 1) < 4 * float(CLOSE):
                    return None
                if len(rates) == 1 and _is_misreckoned(loan, paid, rate, years, true, words):
                    slips.append((loan, paid, rate, years, true))
    if len(slips) != 1:
        return None
    loan, paid, rate, years, true = slips[0]
    text = f"{loan.text} at {rate.text} over {years} years, paid off month by month,"
    return paid, _relation(paid, (loan, rate), Fraction(true), paid.unit, text)


def _is_in_all(loan: Mention, words: str) -> bool:
    """Tell whether a sum is what a loan costs in all, and not what was lent."""
    before, _, behind = words.partition(loan.text)
    return IN_ALL.search(before) is not None or behind.startswith((" in all", " altogether", " in total"))


def _is_misreckoned(loan: Mention, paid: Mention, rate: Mention, years: int, true: float, words: str) -> bool:
    """Tell whether a payment is a loan's interest alone, or a part of the loan alone, or the right one but for one digit."""
    lent = BORROWED.search(words.partition(loan.text)[0]) is not None
    alone = (value(loan) * value(rate) / MONTHS, value(loan) / (MONTHS * years) if lent else -value(loan))
    needed = as_shown(paid, true)
    misprint = significant(paid) >= FEW and (slip(paid, needed) or swapped(paid, needed))
    return misprint or any(abs(one - value(paid)) * 2 < 1 for one in alone)


def _alike(first: Mention, last: Mention) -> tuple[Mention, Mention] | None:
    """Return two figures of one kind, a bare number behind one of a unit in that."""
    if first.kind == last.kind:
        same = (first.unit, first.counter) == (last.unit, last.counter) and len({first.noun, last.noun} - {""}) < 2
        return (first, last) if same else None
    bare = last.kind == "count" and not last.noun and first.first < last.first and first.kind != "count"
    return (first, in_unit(last, first)) if bare else None


def _relation(stated: Mention, of: tuple[Mention, ...], true: Fraction, unit: str, text: str) -> Relation:
    gives = shown.with_unit(true, unit)
    spans = tuple(one.span for one in of)
    return Relation(
        plain(stated),
        Quantity(Interval.around(true, abs(true) * Fraction(FINE)), unit, text, spans),
        says=f"{text[0].upper()}{text[1:]} comes to {gives}, not {stated.text}.",
        working=f"{text} = {gives}; the text says {stated.text}",
    )
