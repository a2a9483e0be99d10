"""A rise over some years, or in so many steps, and the rise a year, or a step, that it is made of: 5% a year for 10 years, or 63%."""

from __future__ import annotations

import re
from collections.abc import Iterator
from fractions import Fraction

from factcheck import shown
from factcheck.article import Article, Sentence
from factcheck.link.change.paths import amounts_of
from factcheck.link.context.apposition import plain
from factcheck.link.context.ties import adjacent
from factcheck.link.rate.compounding import size
from factcheck.link.rate.formulas import power
from factcheck.link.rate.multiplying import YEARS
from factcheck.link.series.figures import value
from factcheck.model import Mention, Relation, Severity
from factcheck.patterns import Pattern
from factcheck.phrase import word_letters
from factcheck.quantity import Interval, Quantity

CLOSE = Fraction(3, 100)
"""How far a rate may be off for what it adds up to."""


def in_all(article: Article, rates: list[tuple[Mention, Sentence]]) -> Iterator[Relation]:
    """Yield a rise over some years that a yearly rate adds up to: 5% a year for 10 years, or 63%."""
    for rate, sentence in rates:
        totals = [one for one in sentence.of_kind("percent") if one is not rate]
        spans = {years for years in years_told(article, sentence) if years > 1}
        if len(totals) == len(spans) == 1 and len(amounts_of(article, sentence)) == 0 and rate in sentence.mentions:
            words = article.words(sentence)
            between = article.document.text[rate.span.end : totals[0].span.start]
            sure = (any(word in words for word in ADDING) or LEADS.search(between)) and "real" not in words
            falls = word_letters("FALL") & sentence.letters and not word_letters("RISE") & sentence.letters
            yield added_up(
                spans.pop(),
                "{each} a year for {times} years comes",
                rate,
                totals[0],
                None if sure else "another rise may be meant",
                falling=bool(falls),
            )


LEADS = Pattern(r"\bwhich,? (?:over|in|after) [^.;]{1,24}? (?:would|will|should|has|had|makes?|means?|comes?|adds?)\b")
"""Between a yearly rate and a whole these say that the one leads to the other."""

ADDING = (
    "모두 ",
    "통틀어 ",
    "compound",
    ", or ",
    "in all",
    "altogether",
    "adds up",
    "amounts to",
    "in total",
    "comes to",
)
OVER_A_YEAR = Pattern(
    r" (?:in all|(?:over|in|by the end of) (?:a|the|one) (?:full |whole )?year|(?:over|in) (?:12|twelve) months)\b"
)
TIMED = frozenset({"before", "earlier", "ago", "previously", "in"})
SHORTER = {"month": 12, "monthly": 12, "quarter": 4, "quarterly": 4}


def annualised(article: Article, rates: list[tuple[Mention, Sentence]]) -> Iterator[Relation]:
    """Yield a rate a month or a quarter beside the same a year: 3% a month is 42.6% a year."""
    yearly = {rate.first for rate, _ in rates}
    for sentence in article.holding("monthly", "quarterly"):
        percents = sentence.of_kind("percent")
        if len(percents) == 2 and (led := OF_SHORTER.search(article.around(percents[0], LOOK, 0)[0])):
            short, long = percents
            whole = COMPOUND.search(article.words(sentence)) or long.first in yearly
            if whole and LEADS_ON.fullmatch(article.document.text, short.span.end, long.span.start):
                many = Fraction(SHORTER[led[1].lower()])
                yield added_up(many, f"{{each}} a {led[1][:-2].lower()}, {{times}} times, comes", short, long, None)
    for said in article.match(
        "{short:percent} (PER|a|an|ANNUAL) period=<w\ue000-\uf8ff> ,? (or|PER|a|an)? ... {long:percent}"
    ):
        between = range(said.match.start("period") + 1, article.place(said.long))
        times = SHORTER.get(said.word("period")) if TIMED.isdisjoint(map(article.word, between)) else None
        over = said.long.first in yearly or OVER_A_YEAR.match(article.document.text, said.long.span.end)
        if times and over and said.short.first not in yearly:
            yield added_up(
                Fraction(times),
                f"{{each}} a {said.word('period').removesuffix('ly')}, {{times}} times, comes",
                said.short,
                said.long,
                None,
            )


OF_SHORTER = Pattern(r"\b(monthly|quarterly) (?:[a-z]+ ){1,3}of (?:about |around |just |only )?$", re.I)
LEADS_ON = Pattern(r"[^.;]*\b(?:compound\w*|adds? up|amounts?|comes?|works? out|equivalent|is|be)\b[^.;\d]*", re.I)
"""Before a rate the first makes it one of a month or a quarter; from there on the second makes another what it leads to."""

GROWTH = (
    r"(?: (?:an?|the|of|to|at|about|around|roughly|some|just|only|over|under|nearly|almost|more than|less than|compound(?:ed)?|annual(?:ised|ized)?|yearly"
    r"|average|mean|steady|growth|rates?|pace|rise|gain|increase|return|loss|fall|drop|decline|cut))* $"
)
SUMMED = Pattern(
    r"(?:^[\"“]?(?:that|this|it)(?: \w+)? (?:is|was|works? out|worked out|comes? to|came to|amounts? to|amounted to|equals|averages|averaged|means|makes|equates)"
    rf"|, (?:or|which (?:is|was|works out|comes to|amounts to|averages|means)|an?|equal to|equivalent to)){GROWTH}",
    re.I,
)
"""From the beginning of its sentence, or its last comma, up to a rate: words that make it that of the rise before."""

OF_THE_SAME = Pattern(
    r"^(?: compound(?:ed)?)?(?: (?:an?|each|every|per) (?:year|annum)| annually| yearly)?(?: compound(?:ed)?)?(?: on average)?(?:[,.;:)”\"—]|$| and\b| but\b)",
    re.I,
)
"""Behind a rate these leave it no other years."""

LOOK, LONGEST = 90, 100


def by_the_year(article: Article, rates: list[tuple[Mention, Sentence]]) -> Iterator[Relation]:
    """Yield the yearly rate that a rise over some years is said to come to: up 40% in six years. That is 5.8% a year."""
    for rate, sentence in rates if not article.verb_last else ():
        before, behind = article.around(rate, LOOK)
        led = SUMMED.search(before) if rate.sentence == sentence.number else None
        if not led or not OF_THE_SAME.match(behind) or rate.upper:
            continue
        own = [one for one in sentence.mentions if one.first < rate.first]
        near = sentence if own else adjacent(article, sentence, -1)
        told = [one for one in near.mentions if one.first < rate.first] if near else []
        wholes = [one for one in told if one.kind == "percent" and not one.upper]
        spans = {value(one) * YEARS[one.unit] for one in told if one.kind == "duration" and one.unit in YEARS}
        if len(wholes) == len(spans) == 1 and 1 < (years := spans.pop()) <= LONGEST and size(wholes[0]) > size(rate):
            yield _by_the_year(article, rate, wholes[0], years, COMPOUND.search(before + behind[:LOOK]) is not None)


COMPOUND = Pattern(r"\bcompound", re.I)


def _by_the_year(article: Article, rate: Mention, whole: Mention, years: Fraction, compound: bool) -> Relation:
    """Return the yearly rate that a whole comes to; what is only the whole over the years is right where nothing says "compound"."""
    falls = not word_letters("FALL").isdisjoint(article.before(whole, LOOK)) and size(whole) < 1
    sign = -1 if falls else 1
    ends = [sign * (power(1 + sign * end, 1 / years) - 1) for end in plain(whole).interval]
    simple = plain(whole).interval.times(Interval.exactly(1 / years))
    meant = Interval(*map(Fraction, sorted(ends)))
    if not compound and plain(rate).interval.meets(simple):
        meant = simple
    text = f"(1 {'-' if falls else '+'} {whole.text}) ^ (1/{shown.number(years)}) - 1"
    working = f"{whole.text} / {shown.number(years)}" if meant is simple else text
    gives = shown.with_unit(meant.middle, "%")
    return Relation(
        plain(rate),
        Quantity(meant.widened(CLOSE), "%", working, (whole.span,)),
        says=f"{whole.text} in {shown.number(years)} years is {gives} a year, not {rate.text}.",
        working=f"{working} = {gives}; the text says {rate.text}",
    )


def years_told(article: Article, sentence: Sentence) -> Iterator[Fraction]:
    """Yield every number of years that a sentence names: over five years, from 2013 to 2018, over the decade."""
    for figure in sentence.mentions:
        if figure.kind == "duration" and figure.unit in YEARS and figure.number:
            yield figure.number.middle * YEARS[figure.unit]
    if not any(figure.unit in YEARS for figure in sentence.mentions):
        yield from (Fraction(years) for word, years in YEARS.items() if years > 1 and word in article.words(sentence))
    named = [figure.when.year for figure in sentence.mentions if figure.when and figure.when.year]
    if len(named) == 2 and named[0] != named[1]:
        yield Fraction(abs(named[1] - named[0]))


def factor(rate: Interval, years: Fraction) -> Interval:
    return Interval(*sorted(Fraction(power(1 + end, years)) for end in rate))


def added_up(
    many: Fraction, often: str, each: Mention, stated: Mention, doubt: str | None, *, falling: bool = False
) -> Relation:
    """Return the whole of so many raises, or cuts, of so much against the one stated; the plain sum is no more than a note."""
    rate, times = plain(each).interval, shown.number(many)
    sign = -1 if falling else 1
    ends = [sign * max(rate.low, rate.middle * (1 - CLOSE)), sign * min(rate.high, rate.middle * (1 + CLOSE))]
    whole = factor(Interval(*sorted(ends)), many).minus(Interval.exactly(1))
    made = Interval(-whole.high, -whole.low) if falling else whole
    exact = sign * Fraction(power(1 + sign * size(each), many) - 1)
    simple = plain(stated).interval.meets(Interval.exactly(size(each) * many))
    working = f"1 - (1 - {each.text}) ^ {times}" if falling else f"(1 + {each.text}) ^ {times} - 1"
    gives = shown.with_unit(exact, "%")
    return Relation(
        plain(stated),
        Quantity(made, "%", working, (each.span,), printed=exact),
        says=f"{often.format(each=each.text, times=times)} to {gives}, not {stated.text}.",
        severity=Severity.NOTE if simple else None,
        doubt=doubt,
        working=f"{working} = {gives}; the text says {stated.text}",
    )
