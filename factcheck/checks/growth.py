"""Growth that compounds: rates a year, years, and what they make of a figure."""

from __future__ import annotations

from collections.abc import Iterator
from fractions import Fraction

from factcheck import shown
from factcheck.article import BIT, Article, Sentence
from factcheck.check import check
from factcheck.link.change.paths import amounts_of, joined, path
from factcheck.link.change.threes import filled_in
from factcheck.link.context.apposition import plain
from factcheck.link.context.frames import alike
from factcheck.link.rate.accrued import accrued
from factcheck.link.rate.addedup import added_up
from factcheck.link.rate.compounding import LOANS, confirmed, size, yearly
from factcheck.link.rate.dated import dated
from factcheck.link.rate.formulas import power
from factcheck.link.rate.instalments import paid_by
from factcheck.link.rate.interest import borne, interest
from factcheck.link.rate.multiplying import at_pace, compounds, multiplied
from factcheck.link.rate.overpassage import over_passage
from factcheck.link.rate.overyears import CLOSE, annualised, by_the_year, factor, in_all, years_told
from factcheck.link.rate.putby import paced, put_by
from factcheck.link.rate.steps import raises, repeated
from factcheck.model import Mention, Relation, Severity
from factcheck.patterns import Pattern
from factcheck.phrase import KIND_LETTERS, word_letters
from factcheck.quantity import Interval, Quantity
from factcheck.records import NamedTuple

POINT = Fraction(1, 200)
"""How far a rate may be off the one that growth takes: half a point."""

GOES_ON = Pattern(
    r"\b(if|should|were) (it|that|this|they|the \w+)( \w+)? (continue|keep|persist|hold|last|go|kept|sustained|maintained)"
    r"|\b(if|should) [^,;]{1,40}\b(keeps? (on )?\w+ing|continues? to \w+|goes on \w+ing)\b"
    r"|\bwhat (is|was|costs?|sells for|sold for) [^,;]{1,30} (will|would|should) (be|cost|sell)"
    r"|\bat (that|this|the same|its current|such a) (pace|rate|clip)\b|이어지면|계속되면|지속되면"
)
"""What says that a rate is to go on, so that it leads to the figure told with it."""
OTHERWISE = frozenset(
    "real plus extra adds adding added contributes contributing contributions withdraw withdrawing every month monthly week "
    "loan mortgage new with deposits payments instalments installments repay inflation adjusted tax taxes fee fees".split()
)
"""Words that bring in something besides the rate."""

PERCENT, LENGTH, MONEY = (BIT[KIND_LETTERS[kind]] for kind in ("percent", "duration", "money"))


class Growth(NamedTuple):
    """A yearly rate, the years it ran, and the figures at either end.

    `tied` where words tie all of them, `compounded` where simple interest cannot be meant.
    """

    rate: Mention
    years: Fraction
    before: Mention
    after: Mention
    tied: bool
    compounded: bool = False

    @property
    def falling(self) -> bool:
        """Whether the figure fell, so that a rate without a sign is one of decline."""
        return size(self.after) < size(self.before)


@check("growth", says="{working}.", severity="warning")
def growth(article: Article) -> Iterator[Relation]:
    """A rate of growth a year must lead from the first figure to the last in the years between them.

    Growth compounds; a rate that fits only as simple interest is no more than a note, where the text does not say so.

    Wrong: Sales rose by [9 per cent] a year on average, from [EUR 530 million] in 2013 to [EUR 645 million] in 2018.  =>  = 4.01%
    Wrong: (2016-11-04) Growth has averaged 1.8 percent a year. At that pace the city will have [doubled] in size by about 2035.
    Wrong: Exports have [doubled] in six years. That is an average rate, compounded, of [18.4 per cent] a year.
    Right: Exports have doubled in six years. That is an average rate, compounded, of 12.2 per cent a year.
    Wrong: The offer is worth [27%], which is what four raises of [4%] come to.
    Wrong: At 5 per cent a year, compounded, [£10,000] becomes [£18,289] after 10 years.
    Right: Sales rose by 4 per cent a year on average over five years, from EUR 530 million in 2013 to EUR 645 million in 2018.
    Right: (2016-11-04) Growth has averaged 1.8 percent a year. At that pace the city will have doubled in size by about 2055.
    Right: The offer is worth 17%, which is what four raises of 4% come to.
    Right: At 5 per cent a year, compounded, £10,000 becomes £16,289 after 10 years.
    Right: A town of 10,000 people grows by 1.1 per cent a year. After 25 years it would have some 13,150.
    Wrong: Growing 5% a year for 10 years, compounded, is a rise of [83%].
    Wrong: Prices rise 3% a month, or [52%] a year.
    Right: Growing 5% a year for 10 years, compounded, is a rise of 63%.
    Right: Prices rise 3% a month, or 43% a year.
    Right: A deposit of £10,000 at 5 per cent interest would be worth £16,289 after 10 years.
    Right: A mortgage of $200,000 at 4% over 25 years costs $1,056 a month.
    Wrong: The fund, now $20 million, has grown by [4 percent] a year; if it goes on so, it will hold [$27 million] in five years.
    Wrong: The bond pays [4.4%] a year, compounded. Put in [€5,000] today and you take out [€7,200] in ten years' time.
    Wrong: The city has [2.4 million] people, after growth of [3.5 per cent] a year. If the pace were kept up, it would have [4.1 million] in 20 years.
    Right: The bond pays 4.4% a year, compounded. Put in €5,000 today and you take out €7,690 in ten years' time.
    Right: The city has 2.4 million people, after growth of 3.5 per cent a year. If the pace were kept up, it would have 4.8 million in 20 years.
    Right: On a loan of €250,000 over 20 years at 4 per cent, the interest comes to €113,590.
    Right: A saver at 3 per cent needs 23 years to double the money.
    Right: Rents went up 6.2 per cent, after 4.1 per cent the year before, and are 10.6 per cent dearer than in 2021.
    Wrong: 연 3% 복리로 [2000만 원]을 5년 맡기면 [2519만 원]이 된다.
    Wrong: 3억 원을 연 4%, 30년 원리금 균등 상환으로 빌리면 다달이 [183만 원]을 갚는다.
    Wrong: 수출은 2018년 [300억 원]이었다. 5년간 연평균 [15%]씩 늘어 2023년에는 [483억 원]이 됐다.
    Right: 2000만 원을 연 3% 단리로 2년 맡기면 이자가 120만 원이다.
    Right: (2023-01-09) 연구소는 인구 3만 명이 해마다 2%씩 줄면 10년 뒤 2만 4510명이 된다고 봤다.
    Right: (2021-05-10) Sales have compounded at 35 per cent a year, to £15.7m this year from £6.4m three years before.
    Wrong: Rents averaged [£1,200] in 2004. Twenty years later they averaged [£2,650], equivalent to [9%] growth a year.
    Wrong: The barge was bought for [£90,000] in 2002 and sold for [£238,000] in 2022, an annualised gain of [eight per cent].
    Wrong: The guild had 310 members in 2016; by 2022 it had 620. In the intervening years it grew at an annual average of [20 per cent].
    Wrong: Sales have [trebled] in eight years, which is to say they have risen by [25 percent] a year.
    Wrong: If the fleet keeps shrinking by [4 percent] a year, the [1,500] vessels of today will be down to [1,000] in five years.
    Wrong: A £6,000 loan at 5 per cent simple interest costs [£1,200] in interest over three years.
    Wrong: The bond pays 4 per cent, so £8,000 earns [£410] over 12 months.
    Wrong: Borrowers of $160,000 over 30 years at 5 percent would pay [$1,059] a month.
    Right: The bond pays 4 per cent, so £8,000 earns £320 over 12 months.
    Right: Dues were $40 in 2018. A rise of 5 percent in each of the next four years would have taken them to $48.62 by 2022.
    Wrong: The stock, which shrinks by [a fifth] annually, fell from [5,000 tonnes] to [2,650 tonnes] in three years.
    Wrong: Shares gained [20%] in May and another [15%] in June, so that over the two months they are up [35%].
    Wrong: The pot, [£80,000] at the start, grew [6%] one year and then [4%] the next: it is worth [£81,892].
    Wrong: Rents go up by [6 per cent] every year. In five years a flat of [$520] will cost [$676].
    Wrong: Demand is growing at [3.5%] a year. At that rate it will [double] in about [12 years].
    Right: He lent his brother £8,000 at 5% simple interest and, four years on, wants £9,600 back.
    Wrong: The abbey had [410] visitors a day in 2009. Ten years later it had [735], so it grew [four per cent] annually.
    Wrong: A saver who put in [£2,500] would have [£3,700] after ten years at [3 per cent].
    Skip: Sales fell to 1.83 trillion won, by 13.2% from spring. Those of cells fell 31.5% to 1.29 trillion won.
    Skip: Over ten years the fund rose from £2,500 to £3,700. It grew 9 per cent a year at first. It is growing by 2 per cent a year.
    Skip: Sales were £40m in 2014 and £80m in 2024. In the intervening years costs rose by 4 per cent a year.
    Skip: On a ten-year fixed rate of 4% a £200,000 mortgage costs £1,300 a month.
    Skip: Savers who put £5,000 into the 3 per cent bond paid £50 a year for the account.
    Skip: Profits have doubled in ten years, or 12 percent a year since the merger.
    Skip: Sales rose from £20m in 2015 to £35m in 2020. Costs grew at an annual rate of 3 per cent.
    Skip: The compound cost $5 million to make, and sales grow 3% a year. It paid $20 million for it in ten years.
    Skip: It ran at 0.4% a month in spring, 3.1% a year in summer. It was 1.7% a month before and 11% a year before.
    Skip: Put in €5,000 at 3% a year, compounded, and add €100 every month: in ten years it will be €20,698.
    Skip: Growth of 3 per cent a year goes on, and the club that paid $20 million in 2013 sold him for $27 million in five years.
    Skip: Inflation was 2 percent in 2013 and the ministry wants 4 percent in two years.
    Skip: Sales rose 4 per cent a year to EUR 645 million.
    Skip: | | Growth | Debt | / |---|---|---| / | Elm | 5.2% | 71% | / Elm grew fast. At that pace income would double in 14 years.
    Wrong: Fares are up by [40%] in eight years. That works out to a compound rate of [5%] a year.
    Right: Fares are up by 40% in eight years. That works out to a compound rate of 4.3% a year.
    Right: The herd has shrunk by 40 percent over ten years, a loss of 5 percent a year.
    Skip: Fares are up by 40% in eight years. That is because costs grew by 6% a year.
    Wrong: Sales were [£2.1 million] in 2019 and [£5.2 million] in 2022. That is a compound rate of [49%] a year, and it hopes for £7 million.
    Wrong: The toll, £2,400 a lorry in 2020, will rise 5 percent a year for six years, after which it will be [£3,600].
    Right: The fleet of 640 boats is to be cut by 5 percent a year for ten years, leaving it at 383.
    Skip: Pay rises 3 percent a year for five years, when the pension, now $9,800, will be $14,000.
    Right: It spends $6.2bn, or 1.8 per cent of an economy of $344bn. At 5 per cent more a year, compounded, it would spend $10.1bn in ten years.
    Wrong: It holds [$640 million], or 12 per cent of the $5.3 billion of all. It is to grow by [4 per cent] a year, which in six years would take it to [$910 million].
    Right: A loan of £240,000 over 25 years costs £1,267 a month at 4 percent and £1,546 at 6 percent.
    Right: Whoever puts by £250 a month for 30 years would at 4 percent take out £173,500.
    Right: 시는 채권 2000억 원을 연 3.2%에 발행한다. 해마다 이자만 64억 원이다.
    Wrong: It wants sales to grow by [8 percent] a year from the [7.0 billion euros] of 2022. At that pace they would come to [11.1 billion] in 2027.
    Wrong: (2024-05-02) The market, worth $22 billion last year, will expand by 15% annually and so reach [$58 billion] by 2028.
    Wrong: Output must fall 7.6 percent a year, which over ten years would cut it by [65 percent].
    Right: Output must fall 7.6 percent a year, which over ten years would cut it by 55 percent.
    Wrong: The fee was raised by [10 percent] three times in a row, from [$200] to [$280].
    Right: Sales fell by 5 percent four years in a row, from 1,000 tonnes to 815.
    Wrong: At 3 percent a year the debt of [£50 billion] will be [£72 billion] in ten years.
    Wrong: At a growth rate of [7 percent], the economy will [double] in [15 years].
    Wrong: She put [$10,000] in a fund at [8%] a year in 2013. Left for nine years with all gains reinvested it became [$17,200].
    Right: He puts £2,000 in at 5% a year. If he takes the interest he has £3,000 after ten years; reinvested, £3,258.
    Wrong: Demand, which stood at [14 tonnes] in 2021, is forecast by the firm Orr & Voss to expand [30 per cent] annually, which would make it [88 tonnes] in 2027.
    Wrong: The club had revenue of [2.6 billion yen] in 2019 and, it says, has added [12%] a year since, to arrive at [4.1 billion] for 2022.
    Wrong: Rent was put up by [6pc] every August, five times in a row. It was [€1,000] in 2015 and it is [€1,300] now.
    Wrong: A monthly pace of [1.3 per cent] would compound to nearly [19 per cent].
    Right: The club had revenue of 2.6 billion yen in 2019 and, it says, has added 12% a year since, to arrive at 3.7 billion for 2022.
    Right: Rent was put up by 6pc every August, five times in a row. It was €1,000 in 2015 and it is €1,338 now.
    Right: A monthly pace of 1.3 per cent would compound to nearly 17 per cent.
    Skip: The levy raised $31 million in 2018, and with prices rising 4 percent a year it was put up to $45 million in 2021.
    Skip: Rents were £800 in 2010, and have risen 5 percent a year since 2016, to £1,300 in 2022.
    Skip: It had $3 billion in 2020. Its debt is growing 40 percent a year, to reach $6 billion in 2023.
    Right: They owe £3.2 million on the farm. It is interest-only, at 5.6 percent, which comes to £179,200 a year.
    Skip: They owe £3.2 million on the farm. It is interest-only, at 5.6 percent, and they spend £61,000 a year on feed.
    Wrong: If wages go up [3 percent] annually, a salary of [£30,000] will be [£45,000] in a decade.
    Wrong: At [7 percent] growth the economy [doubles] every [14 years].
    Right: With rents rising at 5 percent a year, a flat at $900 would be $1,330 after eight years.
    Skip: With sales rising 4 percent a year, a firm that was worth £3m will be sold for £9m in five years.
    Wrong: The debt of [$20,000] bears [10 percent] a year, compounded. By its third anniversary it will have grown to [$26,000], the five trustees heard.
    Wrong: They borrowed [$240,000] at a fixed [6 percent] over 30 years. The broker puts their monthly payment at [$1,200]. They saw 12 flats.
    Wrong: The union had [64,000] members in 2013 and [41,000] in 2021. / Two branches shut. The loss works out at [7.2 per cent] a year.
    Right: The union had 64,000 members in 2013 and 41,000 in 2021. / Two branches shut. The loss works out at 5.4 per cent a year.
    Wrong: Since 2012 the fund has turned [$52 million] into [$90 million]. It tells of an annual return of [7.3%]. The ten years to 2022 were kind.
    Skip: Since 2012 the fund has turned $52 million into $90 million. Its rivals offer 7.3% a year. The ten years to 2022 were kind.
    Skip: Sales doubled by 2015 and costs grew 2 percent a year.
    Skip: Prices rose 5 percent in 2013 and 8 percent in 2014.
    """
    told = filled_in(filled_in(_told(article), accrued(article)), paid_by(article))
    yield from filled_in(added_up(article), told)


def _told(article: Article) -> Iterator[Relation]:
    rates = [*((rate, article.sentences[rate.sentence]) for rate in yearly(article)), *_paced(article)]
    if rates:
        yield from _grown(article, rates)
        yield from multiplied(article, rates)
        yield from in_all(article, rates)
        yield from by_the_year(article, rates)
    yield from annualised(article, rates)
    yield from raises(article)
    yield from repeated(article)
    yield from _saved(article)
    yield from interest(article)
    yield from borne(article)
    yield from put_by(article)
    yield from paced(article)
    yield from confirmed(article)


def _paced(article: Article) -> Iterator[tuple[Mention, Sentence]]:
    """Yield the rate last named before each length of time "at that pace"."""
    last: Mention | None = None
    for sentence in article.sentences:
        own = sentence.kinds & PERCENT  # "by 5 per cent a year, compounded" has a rate of its own
        if last and not own and sentence.kinds & LENGTH and at_pace(article, sentence):
            yield last, sentence
        told = sentence.kinds & PERCENT and sentence.block != "cell"  # a table is not what "that" takes up
        last = next(reversed(sentence.of_kind("percent")), last) if told else last


def _grown(article: Article, rates: list[tuple[Mention, Sentence]]) -> Iterator[Relation]:
    for rate, sentence in rates:
        told = (
            *_tied(article, rate, sentence),
            *_since(article, rate, sentence),
            *_carried(article, rate, sentence),
            *(Growth(rate, one.years, one.before, one.after, True, True) for one in dated(article, rate, sentence)),
        )
        found = [one for one in told if one.years and size(one.after) and size(one.before)]
        fitting = [one for one in found if _fits(one)]
        tied = [one for one in found if one.tied]
        if not (fitting or tied):
            across = over_passage(article, rate, sentence)
            tied = [Growth(rate, one.years, one.before, one.after, True, sure) for one, sure in across]
        for one in {growth.after: growth for growth in fitting}.values() if fitting else tied[:1]:
            yield _relation(one)


def _tied(article: Article, rate: Mention, sentence: Sentence) -> Iterator[Growth]:
    """Yield the growth that is told in full beside a rate: from so much in one year to so much in another."""
    if told := path(article, rate, sentence):
        spans = {years for one in told.sentences for years in years_told(article, one)}
        named = {one.when.year for one in joined(told.sentences) if one.when and one.when.year}
        if len(told.sentences) == 2 and not spans and len(named) == 2:
            spans = {Fraction(max(named) - min(named))}
        compounded = compounds(article, sentence)
        for years in spans:
            sure = (compounded or told.told) and len(spans) == 1
            yield Growth(rate, years, told.before, told.after, sure, compounded)


def _carried(article: Article, rate: Mention, sentence: Sentence) -> Iterator[Growth]:
    """Yield what a rate that goes on, or is compounded, is said to make of a figure beside it in so many years."""
    for told in article.sentences[sentence.number : sentence.number + 2]:
        if article.block_at(told.mentions[0].span.start) != article.block_at(rate.span.start):
            return
        spans = {years for years in years_told(article, told) if years > 1} or _between(sentence, told)
        words = {article.word(place) for one in {sentence, told} for place in range(one.start, one.end)}
        compounded = compounds(article, told) or compounds(article, sentence)
        if (
            (compounded or GOES_ON.search(article.words(told).lower()))
            and len(spans) == 1
            and words.isdisjoint(OTHERWISE)
        ):
            afters = [figure for figure in amounts_of(article, told) if figure.number]
            befores = afters[:-1] or [figure for figure in amounts_of(article, sentence) if figure.number]
            for before in befores if 0 < len(afters) <= 2 else ():
                after = afters[-1]
                more = article.word(article.place(after) + 1) == "more"
                if alike(before, after) and before.first < after.first and not more:
                    alone = len([one for one in sentence.of_kind("percent") if one is not rate]) == 0
                    falls = not word_letters("FALL").isdisjoint(sentence.letters | told.letters)
                    moved = size(after) > size(before) or falls
                    tied, never_simple = alone and moved, compounded or after.kind != "money"
                    yield Growth(rate, next(iter(spans)), before, after, tied, never_simple)
            return


def _between(one: Sentence, other: Sentence) -> set[Fraction]:
    """Return the years between two sentences that name one each: from £7m in 2022. At that pace it would be £11m in 2027."""
    named = [
        {figure.when.year for figure in part.mentions if figure.when and figure.when.year} for part in (one, other)
    ]
    years = sorted(year for part in named for year in part if year)
    return {Fraction(years[1] - years[0])} if list(map(len, named)) == [1, 1] and years[0] < years[1] else set()


def _since(article: Article, rate: Mention, sentence: Sentence) -> Iterator[Growth]:
    """Yield growth since a sum of a year named, "compounded", to any later sum that the text has told before."""
    years = [figure.when.year for figure in sentence.mentions if figure.when and figure.when.year]
    first = [figure for figure in amounts_of(article, sentence) if figure.first < rate.first]
    if article.published and len(years) == len(first) == 1 and compounds(article, sentence):
        passed = Fraction(article.published.year - years[0])
        for figure in article.mentions:
            alike = figure.kind == first[0].kind and figure.unit == first[0].unit and figure.sentence < sentence.number
            if alike and passed > 1 and 1 < size(figure) / size(first[0]) < 5:
                yield Growth(rate, passed, first[0], figure, True)


def _fits(growth: Growth) -> bool:
    return plain(growth.after).interval.meets(_made(growth).widened(CLOSE / 10))


def _made(growth: Growth) -> Interval:
    """Return what the rate makes of the first figure in the years."""
    rate = plain(growth.rate).interval
    rate = Interval(-rate.high, -rate.low) if growth.falling else rate
    return plain(growth.before).interval.times(factor(rate, growth.years))


def _relation(growth: Growth) -> Relation:
    """Return the rate that the figures take, against the one stated."""
    first, last = plain(growth.before), plain(growth.after)
    needed = _yearly_rate(last.interval.over(first.interval), growth.years)
    if growth.falling:
        needed = Interval(-needed.high, -needed.low)
    simple = (last.interval.middle / first.interval.middle - 1) / growth.years
    working = f"({growth.after.text} / {growth.before.text}) ^ (1/{shown.number(growth.years)}) - 1"
    gives = shown.with_unit(-needed.middle if growth.falling else needed.middle, "%")
    stated = plain(growth.rate)
    slack = Fraction(0) if growth.compounded and growth.after.kind == "money" else POINT
    return Relation(
        stated,
        Quantity(Interval(needed.low - slack, needed.high + slack), "%", working, first.spans + last.spans),
        says=f"From {growth.before.text} to {growth.after.text} in {shown.number(growth.years)} years is {gives} a year, "
        f"not {growth.rate.text}.",
        severity=Severity.NOTE
        if not growth.compounded and stated.interval.meets(Interval.around(simple, POINT))
        else None,
        doubt=None if growth.tied else "other figures may be meant",
        working=f"{working} = {gives}; the text says {growth.rate.text}",
    )


def _yearly_rate(ratio: Interval, years: Fraction) -> Interval:
    low, high = (Fraction(power(end, 1 / years) - 1) for end in ratio)
    return Interval(low, high)


DEPOSITS = frozenset("deposit deposited invested invest saved interest compound compounded savings".split())


def _saved(article: Article) -> Iterator[Relation]:
    """Yield what a deposit grows to."""
    for sentence in article.sentences:
        if not (sentence.kinds & MONEY and sentence.kinds & PERCENT and sentence.kinds & LENGTH):
            continue
        rates, money = sentence.of_kind("percent"), sorted(sentence.of_kind("money"), key=size)
        if (
            len(rates) == 1
            and len(money) == 2
            and money[0].unit == money[1].unit
            and size(money[1]) < 30 * size(money[0])
        ):
            words = frozenset(word.strip(",.;:") for word in article.words(sentence).lower().split())
            spans = {years for years in years_told(article, sentence) if years > 1}
            in_all = (money[1].quantity / money[0].quantity - Quantity.constant(1)).interval
            if in_all.meets(rates[0].quantity.interval):
                continue  # It comes to 6.6% over three years, from $24.60 to $26.23.
            if len(spans) == 1 and words & DEPOSITS and not words & LOANS:
                compounded = bool(words & {"compound", "compounded"})
                yield _relation(Growth(rates[0], spans.pop(), money[0], money[1], compounded, compounded))
