"""What a sum put by or borrowed costs or brings in, by the rate and the time that its sentence tells.

A loan may be paid back in equal instalments or its interest alone be paid; interest may be simple or compounded: a
figure that fits none of them is told, one that fits any is right.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from fractions import Fraction

from factcheck import shown
from factcheck.article import BIT, Article, Sentence, lowered
from factcheck.link.context.apposition import plain
from factcheck.link.rate.compounding import YEARS, size
from factcheck.link.rate.formulas import payment, power
from factcheck.model import Mention, Relation
from factcheck.patterns import Pattern
from factcheck.phrase import KIND_LETTERS
from factcheck.quantity import Interval, Quantity

MONEY, PERCENT = BIT[KIND_LETTERS["money"]], BIT[KIND_LETTERS["percent"]]
CLOSE = Fraction(3, 100)
"""How far a figure may be off what the rate makes of the sum: rates and sums were rounded, days were counted."""
DIGITS = Fraction(1, 20)
"""How far, at most, the sum may itself have been rounded."""
FACTOR = 3
"""A figure that is off by more is of something else."""

Way = Callable[[float, float], float]
"""What a rate makes in some years, as a share of the sum."""

INSTALMENT: tuple[Way, ...] = (lambda rate, years: payment(rate / 12, 12 * years), lambda rate, years: rate / 12)
INTEREST: tuple[Way, ...] = (
    lambda rate, years: rate * years,
    lambda rate, years: power(1 + rate, years) - 1,
    lambda rate, years: 12 * years * payment(rate / 12, 12 * years) - 1,
)
"""Ways of reckoning, the first taken for meant where none fits: equal instalments, and simple interest."""

LENT = Pattern(r"\b(?:loans?|mortgages?|borrow\w*|lend\w*|lent|debt)\b")
KEPT = Pattern(r"\b(?:interest|deposit\w*|savings?|saver\w*|saved|bonds?|account|coupon|certificate)\b")
EARNS = Pattern(
    r"(?:earns?|earned|earning|brings? in|brought in|yields?|yielded|pays?|paid|gets?|receives?|costs?|(?:that|which|this|it) (?:is|was|would be)|interest of|brought(?: her| him| them| it)?|comes? to|came to|amounts? to|"
    r"amounted to|makes?|in interest|interest (?:(?:for|over) (?:a|the|one) year )?(?:is|was|of|would be|will be)|is worth|means|charges?)\b[^.;]{0,25}$"
)
OF_INTEREST = Pattern(r"^\W*(?:in|of) interest\b")
MONTHLY = Pattern(r"\b(?:a|per|each|every) month\b|\bmonthly\b")
YEARLY = Pattern(
    r"\b(?:a|per|each|every|one|the) (?:full |first )?year\b|\bby (?:this time )?next year\b|\b(?:annually|yearly|per annum|12 months|twelve months)\b"
)
CLOSES = Pattern(
    r"^(?:[ -]*(?:in|of|interest|over|for|a|per|each|every|one|the|full|first|by|this|time|next|years?|months?|annually|yearly|annum|twelve|\d+|two|three|four|"
    r"five|ten))*(?: on [$£€]\S+(?: \w+)?)?\W*(?:[.,;:)]|$)"
)
"""Nothing behind a figure but how long it is for."""
EXTRA = Pattern(
    r"\b(?:tax\w*|fees?|insurance|extra|fixed?|deal|tracker|variable|inflation|down payment|tops?|first(?! year)|already|so far|so-called|"
    r"penalt\w*|bonus|more|less|save|saving up|rose|fell|rise|fall|risen|up|down|from)\b"
)
"""Words that bring in something besides a sum, a rate and a time."""
LONG_TERM = 15
"""The years of a loan, not those for which its rate is fixed."""

BACK, ABOUT, CHANCE, HIGHEST = 3, 60, 0.15, Fraction(1, 4)
"""So many sentences back stand a sum and its rate, and so many characters about a sum say that it is interest."""

NAMED = Pattern(r"\b[Ii]nterest\b|이자")
ELSEWHERE = "the sum and the rate it may follow from are not tied to it"


EVEN = Fraction(1, 20)
"""So near to its share of a sum a payment is no interest."""


def interest(article: Article) -> Iterator[Relation]:
    """Yield what a loan costs a month, and what a sum brings in or costs in interest, as one sentence tells it."""
    for sentence in article.sentences:
        if sentence.kinds & MONEY and sentence.kinds & PERCENT:
            rates = sentence.of_kind("percent")
            sums = sentence.of_kind("money")
            if len(rates) == 1 and len(sums) == 2 and sums[0].unit == sums[1].unit and rates[0].upper is None:
                yield from _told(article, sentence, rates[0], max(sums, key=size), min(sums, key=size))


def _told(article: Article, sentence: Sentence, rate: Mention, lump: Mention, part: Mention) -> Iterator[Relation]:
    words = lowered(article.words(sentence))
    start = article.here(sentence).start
    place, end = part.span.start - start, part.span.end - start
    lent = LENT.search(words) is not None
    if not (lent or KEPT.search(words)) or not 0 < size(rate) < 1 or not size(lump):
        return
    years = {one.number.middle * YEARS[one.unit] for one in _lengths(sentence) if one.number}
    if any(abs(size(part) * span / size(lump) - 1) < EVEN for span in years):
        return  # Paid back over 25 years, it costs £340,000 a year, or £8.5m in all.
    doubt = "other sums may be meant" if EXTRA.search(words) and not _lasting(words, years) else None
    monthly = MONTHLY.search(words[end : end + 15]) or MONTHLY.search(words[:place])
    if lent and monthly and len(years) == 1 and CLOSES.match(words[end:]):
        yield against(rate, lump, part, years.pop(), doubt, True)
    elif (
        not monthly
        and CLOSES.match(words[end:])
        and (OF_INTEREST.match(words[end:]) or EARNS.search(words[max(0, place - 60) : place]))
    ):
        once = YEARLY.search(words[end:]) or YEARLY.search(words[max(0, place - 25) : place])
        if years - {1} and len(years) == 1 and not once and (OF_INTEREST.match(words[end:]) or not lent):
            yield against(rate, lump, part, years.pop(), doubt or _unless("simple" in words), False)
        elif once:
            yield against(rate, lump, part, Fraction(1), doubt, False)


def _lasting(words: str, years: set[Fraction]) -> bool:
    """Tell whether a rate that is fixed is so for as long as the loan runs, or for what it brings in that year."""
    others = EXTRA.sub(lambda found: "" if found[0].startswith("fix") else found[0], words)
    return not EXTRA.search(others) and all(one >= LONG_TERM or one == 1 for one in years)


def _unless(simple: bool) -> str | None:
    return None if simple else "interest may be reckoned otherwise"


def _lengths(sentence: Sentence) -> list[Mention]:
    return [one for one in sentence.of_kind("duration") if one.unit in YEARS and one.number]


def against(
    rate: Mention, lump: Mention, stated: Mention, years: Fraction, doubt: str | None, instalments: bool
) -> Relation:
    """Return a monthly payment, or interest over some years, against the first way of reckoning that it fits."""
    ways = INSTALMENT if instalments else INTEREST
    way = next((way for way in ways if _made(rate, lump, years, way).meets(plain(stated).interval)), ways[0])
    exact = size(lump) * Fraction(way(float(size(rate)), float(years)))
    gives, period = shown.with_unit(exact, stated.unit), "a month" if instalments else "in interest"
    working = f"{lump.text} at {rate.text} over {shown.number(years)} year{'s' if years != 1 else ''}"
    near = Fraction(1, FACTOR) < size(stated) / exact < FACTOR
    return Relation(
        plain(stated),
        Quantity(_made(rate, lump, years, way), stated.unit, working, (lump.span, rate.span), printed=exact),
        says=f"{working} comes to {gives} {period}, not {stated.text}.",
        doubt=doubt if near else "another sum may be meant",
        working=f"{working} = {gives} {period}; the text says {stated.text}",
    )


def _made(rate: Mention, lump: Mention, years: Fraction, way: Way) -> Interval:
    """Return what comes of a sum at a rate for all that the two may stand for."""
    ends = sorted(Fraction(way(float(end), float(years))) for end in plain(rate).interval)
    return plain(lump, DIGITS).interval.times(Interval(*ends)).widened(CLOSE)


def borne(article: Article) -> Iterator[Relation]:
    """Yield what a sum near by bears in a year at a rate near by, if chance would hardly give as much: it may confirm, never refute."""
    for sentence in article.holding("interest", "이자"):
        near = article.sentences[max(0, sentence.number - BACK) : sentence.number + 1]
        rates = [one for part in near for one in part.of_kind("percent") if 0 < size(one) < HIGHEST and not one.upper]
        sums = [one for part in near for one in part.of_kind("money") if one.number and not one.upper]
        for stated in sentence.of_kind("money") if rates else ():
            before, behind = article.around(stated, ABOUT)
            if not NAMED.search(before + behind) or stated.upper or not size(stated):
                continue
            lumps = [one for one in sums if one.unit == stated.unit and size(one) > 2 * size(stated)]
            said = plain(stated).interval
            width = float((said.high - said.low) / size(stated))
            if width * len(lumps) * len(rates) > CHANCE:
                continue
            fits = [
                (lump, rate)
                for lump in lumps
                for rate in rates
                if said.low <= size(lump) * size(rate) <= said.high and lump is not stated
            ]
            if len(fits) == 1:
                lump, rate = fits[0]
                yield against(rate, lump, stated, Fraction(1), ELSEWHERE, False)
