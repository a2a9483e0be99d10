"""Millions for billions: a figure that is a power of ten away from what the text says elsewhere."""

from __future__ import annotations

import re
from collections.abc import Iterator
from fractions import Fraction
from typing import NamedTuple

from factcheck.article import Article
from factcheck.check import check
from factcheck.model import Mention, Relation
from factcheck.phrase import phrase
from factcheck.quantity import Interval, Quantity
from factcheck.speakers import amounts_before, is_copy, known_figures, quoted, revised
from factcheck.subjects import CLOSE, digits, near, scaled, stem

LARGE = 1000
POWERS = tuple(Fraction(10) ** power for power in (-6, -4, -3, -2, -1, 1, 2, 3, 4, 6))
NEAR = Fraction(3, 100)
"""A slip of scale leaves the digits right: to three percent, hedges and rounding in."""

YEAR = 365
DAYS = {"day": Fraction(1), "week": Fraction(7), "month": Fraction(YEAR, 12), "year": Fraction(YEAR)}
FLOW = (
    "{count} <wN>? <wN>? <wN>? a|per|each|every unit=day|week|month|year",
    "{count} <wN>? <wN>? over|in|during|for (the <w> of)? {year}",
    "{count} <wN>? <wN>? over|in|during|for (the <w> of)? {span:duration}",
)
GENERAL = frozenset({"person", "population", "man", "woman", "child", "case", "time"})
"""What people and things are called whatever they do; two such counts may be of different ones."""

ALLOWED = Fraction(1, 4)
"""A year of working days, or a year with growth in it, is so far from 365 days of one day's figure."""


@check("magnitude", says="{stated} is a power of ten away from {working}: {implied}.")
def magnitude(article: Article) -> Iterator[Relation]:
    """A figure must be of the same size wherever the text has it or works it out: million, billion, crore.

    The digits are right and the scale is not: the figure taken up again, a percentage of a sum, a number
    times a price, a day's figure against a year's.

    Wrong: The House passed a [$3.5 billion] package. / Critics of the [$3.5 trillion] package want less.
    Wrong: It took [1%] of the [$21.1 billion] offering, just over [$2 billion].  =>  $21.1 billion × 1%
    Wrong: It sold [400 million pounds] at [10 cents] a pound, or [$4 billion].  =>  × 10 cents
    Wrong: It handles [1.1m] invoices a day. / It sent [400,000] invoices over the whole of 2023.
    Right: It carries 1.2 lakh passengers a day. / That gives 44 million passengers over 12 months.
    Right: The House passed a $3.5 trillion package. / Critics of the $3.5 trillion plan want less.
    Skip: Revenue was £5 billion. / It won a £5 million contract.
    Skip: Rates take 1% of the $21.1 billion offering, and the bank earned $2 billion in all.
    Skip: It sold 400 million pounds at 10 cents a pound and spent $4 billion.
    Skip: The shop served 300 customers a day in May. / The chain had 9,000 customers a week.
    """
    yield from _taken_up(article)
    yield from _worked_out(article)
    yield from _flows(article)


def _taken_up(article: Article) -> Iterator[Relation]:
    """Compare figures of the same digits but another scale, where the text takes the later one as known."""
    for mention in known_figures(article):
        if mention.number is not None and mention.number.middle >= LARGE:
            mantissa = digits(mention).rstrip("0")
            before = amounts_before(article, mention)
            alike = [other for other in before if digits(other).rstrip("0") == mantissa]
            if alike and is_copy(article, article.sentences[mention.sentence]):
                yield from _given(article, mention, alike)


def _given(article: Article, mention: Mention, others: list[Mention]) -> Iterator[Relation]:
    about = near(article, mention, CLOSE)
    tied = [other for other in others if about & near(article, other, CLOSE)]
    same = next((other for other in tied if not scaled(mention, other)), None)
    if same is not None:
        yield Relation(mention.quantity, same.quantity, working=f"{same.text} before; {mention.text} again")
    elif tied and len(digits(mention).rstrip("0")) > 1:
        yield Relation(mention.quantity, tied[0].quantity, doubt=_doubt(article, mention, tied[0]))


def _doubt(article: Article, *mentions: Mention) -> str | None:
    if any(quoted(article, mention) for mention in mentions):
        return "one of the figures is quoted"
    if any(revised(article, mention) for mention in mentions):
        return "the text speaks of another figure"
    return None


def _worked_out(article: Article) -> Iterator[Relation]:
    """Work out a share of a sum and a number times a price, where the answer stands in apposition."""
    for said in article.match(
        "{share:percent} of ... {whole:money|count} ... <,(> or? ABOUT|NEARLY|just? over? {part:money|count}",
        "{whole:number} ... at|for {share:money} a|per|each <wN>? <,(> or {part:money}",
    ):
        if (said.whole if said.share.kind == "percent" else said.share).unit == said.part.unit:
            yield from _product(said.whole, said.share, said.part)


def _product(whole: Mention, share: Mention, part: Mention) -> Iterator[Relation]:
    """Propose a product only where the answer has its digits and not its size."""
    implied = (whole.rounded * share.rounded).as_unit(part.unit)
    stated = part.quantity
    for power in POWERS:
        slipped = implied.interval.times(Interval.exactly(power))
        if slipped.meets(stated.interval.widened(NEAR)) and not stated.interval.meets(implied.interval):
            yield Relation(stated, implied)
            return


class Flow(NamedTuple):
    """A count of things in a time: 1.1m invoices a day."""

    mention: Mention
    noun: str
    days: Fraction


def _flows(article: Article) -> Iterator[Relation]:
    """Compare how many of one thing there are in a day and in a year."""
    by_noun: dict[str, Flow] = {}
    for flow in _flows_in(article):
        other = by_noun.setdefault(flow.noun, flow)
        if other.days != flow.days:
            short, long = sorted((flow, other), key=lambda either: either.days)
            yield _compared(short, long)


def _flows_in(article: Article) -> Iterator[Flow]:
    for shape in FLOW:
        for match in phrase(shape).finditer(article.skeleton):
            mention = article.at[match.start()]
            days = _days(article, match)
            if days and mention.noun and is_copy(article, article.sentences[mention.sentence]):
                yield Flow(mention, stem(mention.noun), days)


def _days(article: Article, match: re.Match[str]) -> Fraction | None:
    """Return how many days a flow is counted over."""
    groups = match.groupdict()
    if "unit" in groups:
        return DAYS.get(article.word(match.start("unit")))
    return _length(article.at[match.start("span")]) if "span" in groups else DAYS["year"]


def _length(mention: Mention) -> Fraction | None:
    if mention.number is None or mention.unit not in DAYS:
        return None
    return mention.number.middle * DAYS[mention.unit]


def _compared(short: Flow, long: Flow) -> Relation:
    """Hold a year's figure against a day's: it must be as many times more, and never less than one day's."""
    ratio = long.days / short.days
    daily, stated = short.mention.rounded, long.mention.quantity
    exact = daily * Quantity.constant(ratio, f"{round(ratio)}")
    implied = exact.changed(value=exact.interval.widened(ALLOWED))
    impossible = stated.interval.high < daily.interval.low and short.noun not in GENERAL
    return Relation(stated, implied, doubt=None if impossible else "the figures may be of two things")
