"""What a sum put by or borrowed comes to, where verbs stand last: 연 4% 복리로 1000만 원을 3년 맡기면 1125만 원.

A sentence tells one rate, one time and two sums, and its words say how the second comes of the first: compounded (복리),
as interest (이자가), or paid back month by month in equal parts (원리금 균등, 다달이).
"""

from __future__ import annotations

from collections.abc import Iterator
from fractions import Fraction

from factcheck import shown
from factcheck.article import Article, Sentence
from factcheck.link.change.bothends import after_particle, names_another, slipped
from factcheck.link.context.apposition import plain
from factcheck.link.context.frames import alike
from factcheck.link.context.ties import adjacent
from factcheck.link.rate.compounding import YEARS, size
from factcheck.link.rate.formulas import power
from factcheck.link.rate.interest import CLOSE, DIGITS, against
from factcheck.model import Mention, Relation
from factcheck.patterns import Pattern
from factcheck.quantity import Interval, Quantity

LENT, KEPT = (
    Pattern(r"대출|빌리|빌려|빌린|융자|주담대"),
    Pattern(r"예금|적금|맡기|맡겨|예치|묻어|넣어|넣으면|투자|굴리|단리|복리"),
)
COMPOUNDED, SIMPLE = "복리", "단리"
MONTHLY = Pattern(r"(?:다달이|매달|매월|한 ?달에|월 ?상환액은?|월)(?: ?약)? ?$")
EQUAL = Pattern(r"원리금 ?균등|원리금을? ?나눠")
INTEREST = Pattern(r"이자(?:가|는|만|로|수익은)?(?: ?(?:약|모두|총))? ?$")
OTHERWISE = Pattern(r"세금|세후|우대|거치|변동|중도|수수료|매달 ?\d|매월 ?\d|적금")
"""What brings in something besides a sum, a rate and a time."""

EACH_YEAR = Pattern(r"(?:연평균|해마다|매년|한 ?해 평균)(?: ?약| ?평균)? ?$")
GROWING = Pattern(r"(?:씩|의)? ?(?:꼴로 )?(?:복리로 )?(?:자라|자란|늘|성장|커|불어|증가|올라|오른|올랐|줄|감소|떨어)")


def put_by(article: Article) -> Iterator[Relation]:
    """Yield what one sentence says to come of a sum at a rate over some years."""
    for sentence in article.body if article.verb_last else ():
        rates, sums = sentence.of_kind("percent"), sentence.of_kind("money")
        spans = [one for one in sentence.of_kind("duration") if one.unit in YEARS and one.number]
        if len(rates) == len(spans) == 1 and len(sums) == 2 and sums[0].unit == sums[1].unit and 0 < rates[0].size < 1:
            years = spans[0].number.middle * YEARS[spans[0].unit] if spans[0].number else Fraction(0)
            yield from _told(article, sentence, rates[0], years, sums)


def _told(
    article: Article, sentence: Sentence, rate: Mention, years: Fraction, sums: list[Mention]
) -> Iterator[Relation]:
    text, words = article.document.text, article.words(sentence)
    lump, part = sums
    before = text[max(0, part.span.start - 14) : part.span.start]
    if OTHERWISE.search(words) or years <= 0:
        return
    if LENT.search(words) and MONTHLY.search(before) and EQUAL.search(words):
        yield against(rate, lump, part, years, None, True)
    elif KEPT.search(words) and INTEREST.search(before):
        told = SIMPLE in words or COMPOUNDED in words
        yield against(rate, lump, part, years, None if told else "interest may be reckoned otherwise", False)
    elif COMPOUNDED in words and part.size > lump.size:
        yield _grown(rate, lump, part, years)


def _grown(rate: Mention, lump: Mention, part: Mention, years: Fraction) -> Relation:
    ends = [Fraction(power(1 + end, years)) for end in plain(rate).interval]
    made = plain(lump, DIGITS).interval.times(Interval(*sorted(ends))).widened(CLOSE / 10)
    exact = size(lump) * Fraction(power(1 + size(rate), years))
    working = f"{lump.text} at {rate.text} over {shown.number(years)} years"
    gives = shown.with_unit(exact, part.unit)
    return Relation(
        plain(part),
        Quantity(made, part.unit, working, (lump.span, rate.span)),
        says=f"{working} comes to {gives}, not {part.text}.",
        working=f"{working} = {gives}; the text says {part.text}",
    )


def paced(article: Article) -> Iterator[Relation]:
    """Yield every rate of growth a year with the only two figures and years that it can be of: 연평균 10%씩 늘었다."""
    text = article.document.text
    for sentence in article.body if article.verb_last else ():
        for rate in sentence.of_kind("percent"):
            led = EACH_YEAR.search(text[max(0, rate.span.start - 16) : rate.span.start])
            if not led or rate.hedge or not GROWING.match(text, rate.span.end):
                continue
            before = adjacent(article, sentence, -1)
            opened, own = (
                article.here(sentence).start,
                [one for one in sentence.mentions if one.first < rate.first],
            )
            lead = text[own[-1].span.end if own else opened : rate.span.start]
            if names_another(lead[after_particle(lead) if own else 0 :], article.words(before) if before else ""):
                continue
            for near in ([sentence], [before, sentence] if before else []):
                if told := _path(near):
                    yield from _each_year(rate, *told)
                    break


def _path(near: list[Sentence]) -> tuple[Mention, Mention, Fraction] | None:
    """Return the only two figures of some sentences that are of one kind, and the years between them."""
    mentions = [one for sentence in near for one in sentence.mentions]
    amounts = [one for one in mentions if one.kind in ("money", "count", "measure") and one.number and not one.upper]
    years = [one.when.year for one in mentions if one.when and one.when.year and not one.when.unit]
    spans = {one.number.middle for one in mentions if one.kind == "duration" and one.unit == "year" and one.number}
    if len(years) == 2 and years[0] != years[1]:
        spans = {Fraction(abs(years[1] - years[0]))}
    if len(amounts) != 2 or len(spans) != 1 or not alike(*amounts):
        return None
    first, last = amounts if len(years) != 2 or years[0] < years[1] else amounts[::-1]
    return (first, last, spans.pop()) if first.size != last.size else None


def _each_year(rate: Mention, first: Mention, last: Mention, years: Fraction) -> Iterator[Relation]:
    ratio = plain(last).interval.over(plain(first).interval)
    ends = [abs(Fraction(power(end, 1 / years) - 1)) for end in ratio]
    needed = Interval(*sorted(ends))
    working = f"({last.text} / {first.text}) ^ (1/{shown.number(years)}) - 1"
    gives = shown.with_unit(needed.middle, "%")
    stated = plain(rate)
    implied = Quantity(needed.widened(CLOSE), "%", working, (first.span, last.span))
    if stated.interval.meets(implied.interval) or slipped(stated, implied, near=2):
        yield Relation(
            stated,
            implied,
            says=f"From {first.text} to {last.text} in {shown.number(years)} years is {gives} a year, not {rate.text}.",
            working=f"{working} = {gives}; the text says {rate.text}",
        )
