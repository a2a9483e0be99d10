"""A rate, a time and the two sums that they lead between, with nothing else near by: interest, rent, stocks that shrink.

"The stock, which shrinks by a fifth annually, fell from 5,000 tonnes to 2,560 in three years": nobody can say in how many
ways that is told, but with a rate for a period, a time and two sums there is one thing to reckon, or two.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from fractions import Fraction

from factcheck import shown
from factcheck.article import BIT, Article, Sentence
from factcheck.document import Span
from factcheck.link.context.apposition import plain
from factcheck.link.rate.compounding import YEARS, size
from factcheck.link.rate.formulas import REINVESTED, payment, power
from factcheck.link.rate.ratesalone import CLOSE, FALLING, RISING, TWICE, as_shown, by_the_month, doubling, stacked
from factcheck.link.series.circumstances import is_circumstance
from factcheck.link.series.complete import next_to, stroke
from factcheck.link.series.figures import AMOUNTS, family, is_plain, significant, swapped, value
from factcheck.model import Mention, Relation
from factcheck.patterns import Pattern
from factcheck.quantity import Interval, Quantity

RATES = BIT["P"] | BIT["F"]
OTHERS = frozenset({"points", "age", "pair"})
BACK, LONGEST, TELLING, LOOK = 2, 100, 3, 45
GROWING = Pattern(
    r"\b(?:an?|each|every|per|one|the past) (?:year|month|annum)|\b(?:annual\w*|yearly|monthly|compound\w*|interest|coupon|per annum|in each of|half-life|invested|over the two|on top of"
    r"|doubl\w+ (?:in (?:size|value) )?(?:every|in|within|after)|savers?|growth rate|rate of growth|in an? (?:savings )?account|combined|in the (?:first|second) (?:year|month|quarter|half)|and then|rounds|decade)\b",
    re.I,
)
AGAINST = Pattern(
    r"\b(?:tax|fees?|insurance|also|plus|extra|capital|repaying|rival\w*|nation\w*|until|already|so far|real|inflation-adjusted|against|since (?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)\w*"
    r"|waived|without|excluding|sold|bought|paid|pays? in|withdr\w+|deposits of|bonus|instead|average\w* (?!annual|of \d[\d.]* ?(?:%|per ?cent))|more than|less than|at least|up to|deal|fixed for|fix|penalt\w+ of|maturity|priced at|target|forecast|expected)\b",
    re.I,
)
SIMPLE = Pattern(r"\b(?:simple|interest|coupon|earn\w*|bond|penalt\w*|charges?|charging|loan|debt|owed?)\b", re.I)
MONTHLY = Pattern(r"\b(?:a|per|each|every) month\b|\bmonthly\b|\bmonth's\b", re.I)
LENT = Pattern(r"\b(?:repay\w*|repaid|instal\w+|monthly payments?|mortgage|borrow\w*)\b", re.I)
OF_THEM = Pattern(
    r"(?:(?:^|[,;:—–(] ?|\b(?:so|and|that|or|when|which means|while) )(?:it|they|which|this|these)(?: (?:has|have|had|thus|then|therefore))?"
    r" (?:r[io]sen?|rose|gr[eo]wn?|shr[aiu]nk|f[ae]ll(?:en)?|declined|increased|climbed|expanded|gained|lost|dropped|dwindled|compounded)"
    r"|(?:^|[,;:—–(] ?|\b(?:or|was|is|means|took) )(?:(?:an?|the|its|their|that is|which is|or|equal to) ){0,2}(?:(?:average|annual|yearly|mean|compound|annualised|annualized|steady) ){0,3}"
    r"(?:growth|rise|increase|decline|fall|drop|gain|loss|rate|return|pace)"
    r"|^(?:growing|shrinking|rising|falling)|\b(?:account|bond|fund|years|interest|savings|deposited|invested|put in [^,.;]{1,12})(?=,? at ))"
    r"(?:,? (?:at|by|of|an?|the|was|is|average|averaging|averaged|annual|yearly|steady|compound|growth|growing|rate|about|around|some|on|just|over|under|nearly))* $",
    re.I,
)
"""From the beginning of its sentence up to a rate: words that leave only what was told with it to have moved so."""

YEARLY = Pattern(r"\b(?:annual\w*|yearly|compound\w*|savers?|account|bond|interest|invested|deposited)\b", re.I)
BY_YEAR = Pattern(r" ?(?:(?:a|per|each|every) (?:year|annum)|annually|yearly|compound)\b", re.I)
"""Before a rate, and right behind it, these make it one of a year."""

IN_EACH, REACH = Pattern(r" ?in each of (?:the|those) (?:next|coming|past|last)\b", re.I), 80

OF_ALL = Pattern(
    r"(?: ?(?:(?:a|per|each|every) (?:year|annum)|annually|yearly|compound(?:ed)?))*(?: on average)?(?: ?[.,;:)—–]|$| (?:to|from|between|for \w+ years|after|in \w+ years|since \d|and by)\b)",
    re.I,
)
"""Behind a rate these leave it no other years than those told: no "at first", no "in the slump"."""

OTHER_RATES = 4
"""A rate that is told of two sums is misstated by so many times at the most."""

RESULT = Pattern(
    r"(?:\b(?:at the end of which|after which|by which time|by which point|by then|when|and (?:so|then|therefore|thus))(?: (?:the \w+|it|they|that|this))?"
    r"(?: (?:will|would|should|is to|are to))? (?:then |by then )?(?:be|stand at|cost|come to|reach|total|amount to|have (?:reached|risen to|grown to|fallen to))"
    r"|\b(?:tak|bring|lift|push|rais|leav|reduc|cutt)ing (?:it|them|that|this|the \w+)(?: to| at)?)(?: (?:about|around|some|nearly|almost|just|over|under))* [£$€¥₩]?$",
    re.I,
)
"""Right before a sum these make it what a rate has led to: "at the end of which it will be"."""

SEASON = Pattern(r"\b(?:next|this|last|each|every|in the|the) fall\b(?! in\b| of (?!\d))", re.I)
"""The autumn, in which nothing falls."""

AT_FIRST = Pattern(
    r"[\"“]?(?:(?:if|should|were|assuming(?: that)?|with) (?:[a-z]+ ){1,3}?(?:to )?(?:gr[eo]w\w*|ris\w+|rose|go\w* (?:up|down)|went (?:up|down)|increas\w+|climb\w*|f[ae]ll\w*|shr[aiu]nk\w*|declin\w+)"
    r"(?: on)?(?: by| at)?(?: a| an)?(?: steady| further)? $)|[\"“]?(?:growing |rising |compounding |shrinking |falling )?(?:at|with|by)(?: (?:an?|interest|growth|the|annual|yearly|steady|rate|of))* $",
    re.I,
)
"""A sentence that opens with a rate so tells what it makes of a sum."""

MAKES = Pattern(
    r"\b(?:(?:will|would|should)(?: have)?(?: (?:then|by then))? (?:be|cost|be worth|sell for|fetch|reach|become|come to|grow to|swell to|shrink to|fall to|rise to|make|stand at)"
    r"|becomes?|grows? (?:in)?to|shrinks? to|falls? to|rises? to|turns? into|swells? to)(?: (?:about|around|some|nearly|almost|just|over|under))* [£$€¥₩]?$"
)
"""Right before the second of two sums these make it what became of the first."""


IN_TURN = Pattern(r"\b(?:then|followed by|again|next|afterwards|later|another|further|in turn)\b", re.I)
"""With these two rates are of one sum, the later of what the earlier made of it."""


def accrued(article: Article) -> Iterator[Relation]:
    """Yield what rates lead to, beside what the text says, where the rest of the figures are all that it takes."""
    for at in range(len(article.body)) if not article.verb_last else ():
        near: list[Sentence] = []
        for back in range(BACK + 1):
            if at < back or (near and not next_to(article, article.body[at - back], near[0])):
                break
            near = [article.body[at - back], *near]
            if any(one.kinds & RATES for one in near) and (found := _read(article, near)):
                yield found
                break


def _read(article: Article, near: list[Sentence]) -> Relation | None:
    mentions = [one for some in near for one in some.mentions]
    percents = [one for one in mentions if one.kind == "percent"]
    rates = percents or [one for one in mentions if one.kind == "fraction"]
    amounts = [one for one in mentions if one.kind in AMOUNTS and one.number and value(one) > TWICE]
    if not 0 < len(rates) <= TWICE + 1 or any(one.kind in OTHERS for one in mentions):
        return None
    amounts = [one for one in amounts if not is_circumstance(article, one)]
    if not all(_is_rate(article, one, alone=len(rates) == 1) for one in rates):
        return None
    words = SEASON.sub("", " ".join(article.words(one) for one in near))
    if not GROWING.search(words) or AGAINST.search(words) or not all(map(is_plain, amounts)):
        return None
    years = _years(article, near)
    if not amounts and len(rates) == TWICE + 1:
        return stacked(article, rates, words)
    if not amounts and len(rates) == TWICE:
        return by_the_month(rates, words)
    if not amounts and len(rates) == 1:
        return doubling(article, near, rates[0], words)
    if len(amounts) != TWICE or not _alike(*amounts) or len(rates) > TWICE or len(years) > 1:
        return None
    length = years[0] if years else None
    return _led(rates, amounts, length, words) or _of_them(article, rates, amounts, length, words)


def _is_rate(article: Article, rate: Mention, alone: bool) -> bool:
    """Tell whether a share is a rate of change or of interest; one in words, "a fifth", only with its period beside it."""
    if not 0 < value(rate) < 1 or rate.upper or " in " in rate.text or (rate.kind == "fraction" and not alone):
        return False
    text = article.document.text
    beside = text[max(0, rate.span.start - LOOK) : rate.span.end + LOOK]
    return not alone or rate.kind == "percent" or GROWING.search(beside) is not None


def _alike(one: Mention, other: Mention) -> bool:
    bare = one.kind == other.kind == "count" and (not other.noun or one.noun == other.noun)
    return (one.kind != "count" != other.kind and family(one) == family(other)) or bare


def _years(article: Article, near: list[Sentence]) -> list[Fraction]:
    """Return the lengths of time that some sentences name, in years: three years, a decade, from 2015 to 2019."""
    mentions = [one for some in near for one in some.mentions]
    told = [value(one) * YEARS[one.unit] for one in mentions if one.kind == "duration" and one.unit in YEARS]
    named = sorted({year for one in mentions if (year := _year(article, one))})
    if not told and len(named) == TWICE:
        told = [Fraction(named[1] - named[0])]
    words = " ".join(article.words(one) for one in near).lower()
    if not told and re.search(r"\b(?:a|the) decade\b", words):
        told = [Fraction(10)]
    rounds = [one for one in mentions if one.kind == "count" and one.noun in ("round", "rise", "increase", "cut")]
    return told or [value(one) for one in rounds]


def _year(article: Article, one: Mention) -> int:
    """Return the year that a date or "last year" is in, 0 for none."""
    when = one.when
    if when and when.unit == "year" and article.published and when.shift in ("last", "this"):
        return article.published.year - (when.shift == "last")
    return (when.year or 0) if when else 0


def _led(rates: list[Mention], amounts: list[Mention], years: Fraction | None, words: str) -> Relation | None:
    """Return what one rate, or two in turn, make of one sum, beside the other."""
    first, last = amounts
    ways = [(factor, first, last) for factor in _factors(rates, years, words)]
    made = [(float(size(one)) * factor, one, other, text) for (factor, text), one, other in ways]
    for worth, one, other, text in made:
        if abs(worth / float(size(other)) - 1) <= CLOSE or _rounds_to(other, worth):
            return _relation(other, one, rates, worth, text)
    if any(_alone(rate, first, last) for rate in rates):
        return None
    for worth, one, other, text in made if len(rates) < TWICE or IN_TURN.search(words) else ():
        needed = as_shown(other, worth)
        if (
            needed != value(other)
            and (swapped(other, needed) or stroke(other, needed))
            and significant(other) >= TELLING
        ):
            return _relation(other, one, rates, worth, text)
    grown = made[0] if years and years >= TWICE and len(rates) == 1 and (made and not SIMPLE.search(words)) else None
    return (
        _relation(last, first, rates, grown[0], grown[3])
        if grown and _misreckoned(rates[0], first, last, years)
        else None
    )


def _of_them(
    article: Article, rates: list[Mention], amounts: list[Mention], years: Fraction | None, words: str
) -> Relation | None:
    """Return what one yearly rate that is said to be that of two sums makes of the first, where it is another's by far."""
    rate = rates[0]
    if len(rates) > 1 or not years or years < TWICE or MONTHLY.search(words):
        return None
    if not (_is_told_of(article, rate) or _leads_to(article, rate, *amounts)):
        return None
    falls, rises = FALLING.search(words) is not None, RISING.search(words) is not None
    if falls and rises:
        return None
    low, high = sorted(amounts, key=value)
    first, last, sign = (high, low, -1) if falls else (low, high, 1)
    needed = sign * (power(value(last) / value(first), 1 / years) - 1)
    if not float(value(rate)) / OTHER_RATES < needed < float(value(rate)) * OTHER_RATES:
        return None
    worth = float(value(first)) * power(1 + sign * value(rate), years)
    if amounts[0].first > rate.first and "interest" not in words.lower():  # A rate of growth was rounded for print.
        ends = [float(value(first)) * power(1 + sign * end, years) for end in plain(rate).interval]
        if min(ends) <= float(value(last)) <= max(ends):
            return None
    return _relation(last, first, rates, worth, f"in {shown.number(years)} years")


def _is_told_of(article: Article, rate: Mention) -> bool:
    sentence = article.sentences[rate.sentence]
    start = article.span(sentence.start, sentence.start + 1).start
    before, behind = (
        article.document.text[start : rate.span.start],
        article.document.text[rate.span.end : rate.span.end + LOOK],
    )
    return (
        OF_THEM.search(before) is not None
        and OF_ALL.match(behind) is not None
        and (YEARLY.search(before) is not None or BY_YEAR.match(behind) is not None)
    )


def _leads_to(article: Article, rate: Mention, first: Mention, last: Mention) -> bool:
    """Tell whether the second of two sums is said to be what a yearly rate makes of the first, told before it."""
    before, behind = article.around(last, REACH)[0], article.around(rate, 0, LOOK)[1]
    yearly = BY_YEAR.match(behind) is not None or IN_EACH.match(behind) is not None
    if rate.first < first.first:
        opening = article.around(rate, REACH)[0]
        alone = first.sentence == rate.sentence == last.sentence
        return yearly and alone and AT_FIRST.fullmatch(opening) is not None and MAKES.search(before) is not None
    return yearly and first.first < rate.first < last.first and RESULT.search(before) is not None


def _alone(rate: Mention, first: Mention, last: Mention) -> bool:
    """Tell whether one rate of several leads from the one sum to the other by itself: the rest are of something else."""
    less, more = sorted((float(size(first)), float(size(last))))
    step = float(value(rate))
    return any(abs(made / more - 1) <= CLOSE for made in (less * (1 + step), less / (1 - step) if step < 1 else 0))


def _misreckoned(rate: Mention, first: Mention, last: Mention, years: Fraction | None) -> bool:
    """Tell whether a sum was made to grow by simple interest, or for a year too many or too few."""
    ratio, one, times = float(size(last) / size(first)), float(value(rate)), float(years or 0)
    ways = [sign * one for sign in (1, -1)]
    likely = [made for way in ways for made in (1 + way * times, power(1 + way, times + 1), power(1 + way, times - 1))]
    return any(abs(ratio / made - 1) <= CLOSE / 2 for made in likely if made > 0)


def _factors(rates: list[Mention], years: Fraction | None, words: str) -> list[tuple[float, str]]:
    """Return what the rates may make of a sum of 1, each with the way in words."""
    rate = float(value(rates[0]))
    falls, rises = FALLING.search(words) is not None, RISING.search(words) is not None
    signs = [-1] if falls and not rises else [1] if rises and not falls else [1, -1]
    if len(rates) == TWICE:
        other = float(value(rates[1]))
        return [((1 + one * rate) * (1 + one * other), f"{rates[0].text} and then {rates[1].text}") for one in signs]
    found: list[tuple[float, str]] = []
    monthly, simple = MONTHLY.search(words) is not None, _may_be_simple(words)
    if years and 1 < years <= LONGEST:
        count, told = float(years), shown.number(years)
        if LENT.search(words) and monthly:
            return [(payment(rate / 12, 12 * count), f"over {told} years")]
        if "simple" not in words:
            found += [(power(1 + sign * rate, count), f"in {told} years") for sign in signs]
        if simple:
            flat = rate * count
            found += [(flat, f"over {told} years"), (1 + flat, f"over {told} years, and the sum itself")]
    elif simple and (not years or years == 1):
        found += [(rate, "in one period")]
        found += [(rate / 12, "in a month")] if monthly else []
    return found


def _may_be_simple(words: str) -> bool:
    """Tell whether interest may be on the first sum alone: of a loan, and not where it is added to that."""
    return SIMPLE.search(words) is not None and REINVESTED.search(words) is None


def _rounds_to(figure: Mention, worth: float) -> bool:
    return plain(figure).interval.low <= worth <= plain(figure).interval.high


def _relation(stated: Mention, first: Mention, rates: list[Mention], worth: float, text: str) -> Relation:
    exact = Fraction(worth)
    told = " and ".join(rate.text for rate in rates[:1])
    working = f"{first.text} at {told} {text}" if len(rates) == 1 else f"{first.text} after {text}"
    gives = shown.with_unit(exact, stated.unit)
    spans: tuple[Span, ...] = (first.span, *(rate.span for rate in rates))
    return Relation(
        plain(stated),
        Quantity(Interval.around(exact, exact * CLOSE), stated.unit, working, spans),
        says=f"{working} comes to {gives}, not {stated.text}.",
        working=f"{working} = {gives}; the text says {stated.text}",
    )
