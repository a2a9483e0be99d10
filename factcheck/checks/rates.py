"""So much for each: totals, numbers, and what one comes to."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from fractions import Fraction
from functools import partial
from heapq import nsmallest
from itertools import product

from factcheck import shown
from factcheck.article import Article, Sentence
from factcheck.check import check
from factcheck.link.chance.elsewhere import PRODUCT, QUOTIENT, Aim, anything, confirming, words_before
from factcheck.link.change.threes import filled_in
from factcheck.link.context.apposition import is_round, plain, said
from factcheck.link.context.operands import in_unit
from factcheck.link.rate.agreeing import agreeing
from factcheck.link.rate.apiece import PEOPLE, counted, named
from factcheck.link.rate.apportion import COMING, in_its_unit, is_number, is_whole, tied_pair
from factcheck.link.rate.baskets import baskets
from factcheck.link.rate.batting import batting, earned, strike_rates
from factcheck.link.rate.bykind import by_kind, said_so
from factcheck.link.rate.each import DAYS, Each, rates, single_periods
from factcheck.link.rate.evened import evened
from factcheck.link.rate.frequencies import frequencies
from factcheck.link.rate.numbering import numbered
from factcheck.link.rate.oneeach import one_each
from factcheck.link.rate.onlypair import only_pair
from factcheck.link.rate.periods import offered, restated, words_by
from factcheck.link.rate.products import in_words, products
from factcheck.link.rate.slippedrates import slipped_rates
from factcheck.link.rate.speeds import speeds
from factcheck.link.rate.triples import Triple, settled
from factcheck.link.series.figures import value
from factcheck.link.series.totals import is_total
from factcheck.link.whole.contests import contests
from factcheck.model import Mention, Relation
from factcheck.patterns import Pattern

EXACT = Fraction(1, 100)
"""So far off is a product of three figures that stand alone still no conflict."""

BEFORE = 6
"""So many words before a sum may say what it came to."""

Figures = Sequence[Mention]
MOST_NEAR, MOST_MEANT = 48, 10
"""So many figures are looked at for what a rate follows from, and so many of them taken for its sum or its number."""

NEAR, FAR = 2, 12
"""So many sentences back a rate's total and number are sought, and one of them where the other is at hand."""

LOOK = 80
MEAN = Pattern(
    r"\b(?:average|mean)\b[^.;,]*\b(?:works? out at|worked out at|is|was|stands? at|stood at|came to|comes to) (?:about |around |some )?[£$€]?$",
    re.I,
)
MILLIONS = Pattern(r"illion$")
COMES = frozenset("comes works amounts average makes means".split())

BEHIND = 2
"""So many sentences behind a rate it may be shown what it comes to."""


OFF = frozenset({"below", "short"})
"""Behind a figure these make it how far something is off: 3 million below budget."""


TWO, OF_TWO = 2, Pattern(r"\b(?:twins|a pair|the pair|both|a couple)\b", re.I)
"""With these a rate is one of two: they are twins of 780 kilograms each."""


@check("rate", says="{working}.")
def rate(article: Article) -> Iterator[Relation]:
    """What one comes to must be the total over the number.

    The total and the number are sought in the rate's sentence and the one before.  Only where words tie all three
    together is a rate held against the text; profit over shares is no more than a note, for lawyers count both their way.

    Wrong: It paid $1.86 million to 31 victims, or [$90,000] per victim.  =>  $1.86 million / 31
    Wrong: The service costs £84,000 and made 3,500 stops (about [£34] a stop).
    Wrong: The firm has [$4.4 billion] in revenue and [31,000] workers, or about [$242,000] in revenue per employee.
    Wrong: The city, with 400,000 residents, had 12 deaths, or [30] per 100,000 residents.
    Wrong: They ordered 350 buses at $1.2 million apiece, or [$520 million] in all.
    Wrong: It adds 1,000 euros a year in interest, or about [93 euros] a month.
    Wrong: The rent is $1,500 each month, or [$16,000] a year.
    Wrong: He is hitting [.391] since May, with [22] hits in [69] at-bats.
    Wrong: The [148-km] line will open. / On the run of [55 minutes] trains will average [220 km per hour].
    Wrong: They found [£52,500] for the roof. / The parish has [350] households. / It works out at [£105] for each.
    Wrong: They spread [21 tonnes] of urea on [140 hectares], or [120 kg] to the hectare.
    Wrong: The choir cost [£1,344] to run for [12 weeks]. That is [£132] a week.
    Wrong: The [340] guests paid £12 each, a total of [£4,480].
    Wrong: They bought [96 hectares] for [$3.84 million], which is [$50,000] a hectare.
    Wrong: Fares bring in [Rs 62 lakh] daily. That is [Rs 226 lakh] in a full year.
    Right: They spread 21 tonnes of urea on 140 hectares, or 150 kg to the hectare.
    Right: He is hitting .319 since May, with 22 hits in 69 at-bats.
    Right: The trip of 300 km took two hours, an average of 150 kph.
    Right: They took 2,040 tonnes off 510 hectares, an average of 4 tonnes to the hectare in two generations.
    Right: It has spent $14.7 million so far, or just under $3 million for each of its first five days.
    Right: It paid $1.86 million to 31 victims, or $60,000 per victim.
    Right: The mobile library costs £84,000 a year and made 3,500 stops in 2023 (about £24 a stop).
    Right: It has about $4.4 billion in annual revenue and 31,000 workers, or about $142,000 in revenue per employee.
    Right: Net income was $286 million, or $2.60 a share on roughly 110 million shares.
    Right: They recorded 38 homicides. For a population of 402,000 that is a rate of 9.5 killings per 100,000 residents.
    Right: They ordered 350 buses at $1.2 million apiece, or $420 million in all.
    Right: The tax goes up an extra £90.44 a year, or about £1.74 a week.
    Right: It paid $136,851 to 13 victims, or more than $10,000 per victim.
    Right: They drew 187,000 for 55 dates, an average of 3,400.
    Wrong: The plant adds 160 megawatts to the grid. The bill came to [$58.4 million], which works out at [$265,000] for each megawatt.
    Right: The plant adds 160 megawatts to the grid. The bill came to $58.4 million, which works out at $365,000 for each megawatt.
    Right: It grew by 7,200 acres in the 24 hours before that, from 51,000, an average of 300 an hour.
    Right: The teams played 40 matches. Some ninety-two goals went in, 2.3 a game.
    Right: The teams played 40 matches. Nobody was hurt. It rained on May 3 and May 9. Then came the end. Some ninety-two goals went in, 2.3 a game.
    Right: The state has 6.2 million people. That is 496 people to each of its 12,500 square kilometres.
    Right: There are 18 on the main street, one for roughly every 400 of its 7,200 residents.
    Right: She has ordered 2.6 km of cable at $17 a metre. It will cost $44,200.
    Right: Each train has 34 wagons of 65 tonnes, or 2,210 tonnes in all.
    Right: The eight clubs play 14 matches each, 56 in all.
    Right: 마을 3200가구에 해마다 64억 원, 가구당 200만 원씩 돌아간다.
    Right: 인구는 2만 4500명이다. 군 예산 3920억 원은 주민 한 사람 앞에 1600만 원꼴이다.
    Right: 12.5MW급 발전기 24기를 세워 300MW를 채운다.
    Right: The clinic saw 24,310 patients last month, or 784 a day.
    Skip: Orr closed with a 71 for a six-under total of 274.
    Skip: That is above the rate for falls, 13.4 deaths per 100,000, or for car crashes, 11.1 deaths per 100,000 residents.
    Skip: It would save $4,500 for a family of four making $60,000 a year.
    Wrong: The plant adds 160 megawatts to the grid. The bill came to $58.4 million, which works out at [$240,000] for each megawatt.
    Right: The spill spread by 8,400 acres in 24 hours, from 30,000, an average of 350 an hour.
    Right: 4800가구에 해마다 48억 원, 가구당 100만 원을 준다.
    Wrong: The estate of $96,000 was split among eight nieces, each of whom received [$14,000].
    Wrong: A catch of 420 tonnes came from 70 boats, a yield of [eight tonnes] per boat.
    Wrong: At [$4.50] a bushel, the 6,000 bushels fetched $21,000.
    Wrong: Each of the 120 members will get [£450] out of the £48,000 left.
    Wrong: The average gift was [£45]: 800 donors gave £28,000.
    Wrong: The parish has 8,400 people on 70 square miles. That is [150] to the square mile.
    Wrong: The line used 64 drivers and 16 guards, a ratio of [six] to one.
    Wrong: In five months the clinic took 7,500 calls. On average there were [1,900] calls a month.
    Wrong: The bank has 30,000 savers. They hold [$60 million] between them, or about $3,000 apiece.
    Right: Rent for the 1,200-square-foot flat is $24,000 a year, $20 a square foot.
    Right: A herd of 60 cows gave 1,800 litres a day, or 30 litres per cow.
    Wrong: The force logged [14,400] offences among [320,000] people, which is [62] for every thousand.
    Right: She sold 26,400 bicycles over those 44 years, or 600 in each.
    Right: The club sold 13,200 tickets for its 11 matches, or 1,200 a time.
    Wrong: The farm sold for $1.8 million. It covers 200 acres, so the buyer paid [$11,000] an acre.
    Wrong: The bowler took 64 wickets for 1,408 runs, at [26] apiece.
    Wrong: The chapel has 90 pews, which cost £63,000. Each of them works out at [£900].
    Wrong: With [120] cells and a budget of [$18 million], the jail spends [$180,000] per cell.
    Wrong: Four heirs split the [£1.6 million] farm, walking away with [£500,000] apiece.
    Wrong: The county has [2.1 million] people and [5,250] dentists. There are [300] dentists for every 100,000 residents.
    Wrong: The average gate at the [12] home games was [9,400]. In all, [100,800] people came.
    Wrong: She swam the 8 miles in [four hours], a mile every [40 minutes].
    Wrong: The van went 600 kilometres on [45 litres], so it burned [9.5 litres per 100 kilometres].
    Wrong: The guards cost [$3.65 million] for the year, or about [$18,000] every day.
    Right: The 14 clerks lost 12 days each: 168 days were lost between them.
    Right: The festival took $63,000 over three nights. That is $21,000 a night.
    Right: The herd, 80 cows that give 2,400 litres a day, averages 30 litres a cow.
    Wrong: It pays 40,500 dollars a year for each of its 1,200 inmates, a bill of [$46.8 million].
    Wrong: Every one of the 2,150 runners paid the £24 fee, bringing in [£56,100] before costs.
    Wrong: Seven councillors between them claimed £9,940; the mean was [£1,240].
    Right: The hall's 16 radiators, all alike, give out 56 kilowatts. One radiator gives 3.5 kilowatts.
    Skip: The office of 1,500 square feet costs $36,000 a year; new ones go for $42 a square foot.
    Skip: The prize for the first two, £18,600 and £7,000, was pooled, giving £12,800 to each.
    Skip: They shared £1.6 million among four, receiving £300,000 apiece from the bank.
    Skip: The ride of 300 miles took six hours; on the motorway they averaged 65 miles an hour.
    Skip: The county has 2.1 million people and 5,250 dentists. There are 300 dentists for every 100,000 people nationally.
    Skip: It paid $1.8 million for 300 trucks, or $9,000 each for the old ones.
    Skip: A crop of 360 tonnes came off 60 hectares, a yield of eight tonnes per hectare on the best land.
    Skip: The farm sold for $1.8 million. It covers 200 acres, so the tax is $900 an acre.
    Skip: Each of the 120 members paid £40 out of the £900 they earn a month.
    Skip: The clinic took 7,500 calls over 50 days, up to 210 a day.
    Skip: They averaged 2.27 runs apiece in May and 1.5, or 24 in all, in June.
    Wrong: The estate has 40 blocks of 12 flats, 480 flats in all, and cost £96 million. That is [£250,000] a flat.
    Wrong: The town had [62] fires. In a town of [31,000] people that is [four] for every 1,000 residents; the county has few.
    Wrong: They sold [9.1 million] tickets to a city of [1.3 million], or [nine] apiece, and 240,000 people hold a pass.
    Right: The navy ordered six frigates for $4.5bn. At $750m a ship the price is well under the other.
    Right: The first A$3.6 million went to 1,200 farms in equal payments of A$3,000.
    Right: Reserves are put at 9.2 billion euros, enough for four and a half months of imports, which cost just over 2 billion a month.
    Right: It was signed by 48 boat owners, out of 64. They have been offered 2.4 million euros, or 37,500 euros a boat.
    Right: 달마다 1200만 원씩 30개월에 걸쳐 3억 6000만 원을 받았다.
    Wrong: They raised £18,600 from 310 people, [£50] on average.
    Skip: Profit was $3 million, or 40 cents a share.
    Wrong: The 40 nurses got [£500] each from a fund of £16,000.
    Skip: The four runners-up take €3,000 each, out of prize money of €40,000.
    Skip: The 25 who answered gave it, in marks out of ten, an average of 6.8.
    Skip: It sold 300 cars a day in May and 200 trucks.
    Skip: The charge is £1,800 a year, up from £1,700, or about £1.92 a week.
    Skip: The stall takes £720 in a good week; the average, £540, makes £28,080 a year.
    Right: Three taps, at £620 each, cost £1,860 plus £240 for a plumber: £2,100 all told.
    Skip: Each costs the city another $6.60 in subsidy, over $9 in all, and lines of 300 form on Sundays.
    Skip: Rooms are $40 a night, $250 a week, and $900 a month.
    Skip: They borrowed £200,000 at 5% over 25 years, which is £1,169 a month.
    Skip: The pass costs £480 a year, or £45 a month.
    Skip: It gave $650 million to 310,000 people, or $5,400 per household.
    Skip: The city of 400,000 had 12 deaths in three months, or 12 per 100,000 a year.
    Skip: Prices were $2.90, up from an average of $2.41 for each of 8 cars.
    Skip: He earned $50,000 a year ago and has 12 cars.
    Wrong: The wood has [2,800] oaks on [14 hectares], [260] oaks to the hectare.
    Wrong: Running [12 km an hour], he finished the [48 km] in [three hours].
    Wrong: A yield of seven tonnes a hectare on [12 hectares] gave [48 tonnes] of barley.
    Wrong: In [16] matches she scored [352 points], an average of [32].
    Wrong: The cutter drove [250 km] on [15 litres], which is [eight litres] for every 100 km.
    Wrong: With [36] fires in a county of [240,000] people, the rate was [51] per 100,000.
    Wrong: At [£6,000] a month she earns [£92,000] a year.
    Wrong: It serves [200] meals a day, or [4,100] a week.
    Wrong: It is to bring in [$2.7 million] annually, a sum that the treasurer likened to [$643] for each of the [3,260] children.
    Wrong: A ship of [14,000] boxes has a bill of [$1.12 million], which, if she is full, works out at [$110] for every box on board.
    Wrong: It will put up [212] units. The work costs [$74.2 million]. At roughly [$305,000] an apartment, it is cheap.
    Right: It is to bring in $2.7 million annually, a sum that the treasurer likened to $828 for each of the 3,260 children.
    Skip: The co-op paid out £84,000. / The village has 420 households. / Members get a voucher of £20 each.
    Skip: The park cost €42m. / The town has 21,000 households. / Shares are €500, with a ceiling of €20,000 a head.
    Wrong: He made [84] off [56] balls. That's a strike rate of [180].
    Wrong: Trams run every [seven and a half minutes], [ten] an hour.
    Wrong: A ship will call one every [five days], or [63] in the course of the year.
    Right: She was 66 not out from 93 balls, a strike rate of 71.
    Right: The wheel turns once every 40 seconds, or 90 times an hour.
    Right: Home attendance came to 161,250 over 30 dates, which makes 5,375 a night.
    Skip: The trust has £60,000 for 200 pupils, which means up to £500 each.
    Skip: They have 120 cows that give 2,400 litres a day, which makes 24 litres for each cow in milk.
    Skip: The tax brought in $31 million from 62,000 drivers, which comes to $450 for each of those who drive daily.
    Skip: A train leaves every 10 minutes, 12 an hour at peak.
    Right: At £6,000 a month she earns £72,000 a year.
    Right: He scored 352 points in 16 matches, or 22 a match.
    Right: The wood has 2,800 oaks on 14 hectares, 200 oaks to the hectare.
    Skip: The club sold 640 tickets at £15 each and spent £12,000 on its roof.
    Wrong: It ordered [12] buses at [$400,000] each and [four] trams at [$2.1 million] each, an order worth [$14.2 million].
    Wrong: Tickets are [£12] for adults and [£5] for children. A family of [two] adults and [three] children pays [£42].  =>  two × £12 + three × £5
    Right: Tickets are £12 for adults and £5 for children. A family of two adults and three children pays £39.
    Wrong: Income rose to [£9.1 million] from [140,000] seats. / People pay [£56] on average, said Ida Dahl.
    Skip: It ordered 12 buses at $400,000 each and four trams at $2.1 million each, plus parts, an order worth $14.2 million.
    Skip: The rate rose from 6.1 deaths per 100,000 people to 16.3 deaths per 100,000.
    Skip: A bed costs $78 a day for each of 160, or about $4.6 million a year.
    Skip: It serves 200 meals a day, or 1,000 a week.
    Wrong: The farm makes [3.9 terawatt-hours] a year. A household uses [4,000 kilowatt-hours], so it could supply some [795,000] of them.
    Wrong: 한 사람에게 25만 원씩 [40명]에게 [1200만 원]을 줬다.
    Skip: 아이들 15명에게 2만 원씩 20만 원을 주고 나머지는 돌려줬다.
    Wrong: 쌀 [20㎏]들이 [500포대], 모두 [15t]을 기부했다.
    Wrong: 그는 3시간에 42㎞를 달렸다. [시속 21㎞]꼴이다.
    Wrong: 동호회원 [60명]이 성금 [1800만 원]을 모았다. 한 사람이 [40만 원]씩 낸 셈이다.
    Wrong: 간호사 [40명]을 뽑는데 [640명]이 몰렸다. 경쟁률이 [26 대 1]까지 치솟았다.
    Skip: 직원 240명인 이 회사의 매출은 480억 원이다. 업계 평균은 1인당 3억 원이다.
    Wrong: 관람료는 1인당 9000원이다. 단체로 온 [30명]이 낸 돈은 모두 [37만원]이다.
    Wrong: The estate picked 360 tons of olives from 15 hectares. A crop of [42 tons a hectare] pleased Ines Rocha, who sells at 90 cents a kilo.
    Wrong: The choir shared out $9,600 among its 24 singers. The average came to [$450], more than the organist's fee of $300.
    Wrong: Each goat cost [$80]. The village paid $4,200 for the 60 goats, which graze above the mill of 1911.
    Wrong: The ferry took nine hours over the 189 nautical miles. An average of [12 knots] was a disgrace, said its captain, 58.
    Right: The estate picked 360 tons of olives from 15 hectares. A crop of 24 tons a hectare pleased Ines Rocha.
    Skip: The estate picked 360 tons of olives from 15 hectares. The national average is 42 tons a hectare.
    Skip: It was 280 miles to the cape and took eight hours, one of which they slept. He says they averaged 40 miles an hour.
    """
    marked = {each.rate.first: each for each in rates(article) if each.rate.unit != "knot"}
    found = list(({each.rate.first: each for each in said_so(article)} | marked).values())
    told = filled_in(filled_in(_told(article, found), _alone(article)), evened(article, found))
    for others in (agreeing(article, found), baskets(article), slipped_rates(article), numbered(article)):
        told = filled_in(told, others)
    told = confirming(told, article, lambda article: _unbound(article, found))
    yield from confirming(told, article, lambda article: anything(article, "money", PRODUCT, QUOTIENT))


def _alone(article: Article) -> Iterator[Relation]:
    """Yield totals with the number and the rate that make them, where the three are all the figures there are."""
    for total, number, rate in products(article):
        whole, many, one = total.quantity, number.quantity.as_unit(""), rate.quantity.as_unit(total.unit)
        last = total.span.start > rate.span.start
        stated, implied = (whole, many * one) if last else (in_words(rate, one), whole / many)
        gives = shown.with_unit(value(number) * value(rate) if last else value(total) / value(number), total.unit)
        yield Relation(
            stated,
            implied.changed(value=implied.interval.widened(EXACT)),
            says=f"{implied.working} comes to {gives}, not {stated.working}.",
            working=f"{implied.working} = {gives}; the text says {stated.working}",
        )


def _is_mean(article: Article, one: Mention) -> bool:
    """Tell whether a figure is itself an average, which nothing shares out: the average for the three months works out at 155,000."""
    return MEAN.search(article.around(one, LOOK, 0)[0]) is not None


def _unbound(article: Article, found: Sequence[Each]) -> Iterator[Aim]:
    """Yield every figure that is for one of something, to be sought as a total over a number."""
    for each in found:
        if each.base is None and each.noun not in DAYS:
            yield said(each.rate), each.rate, (QUOTIENT,)
    yield from _products(article, {each.rate.first for each in found})


def _products(article: Article, rates: set[int]) -> Iterator[Aim]:
    """Yield every sum that something is said to come to, to be sought as a price or a size times a number."""
    for sentence in article.body:
        for stated in map(partial(_in_its_money, sentence), sentence.of_kind("money|measure|count")):
            if stated.kind == "count" or stated.first in rates:
                continue
            coming = bool(rates) and not COMING.isdisjoint(words_before(article, stated, BEFORE))
            if coming or is_total(article, sentence, stated):
                yield plain(stated), stated, (PRODUCT,)


def _in_its_money(sentence: Sentence, stated: Mention) -> Mention:
    """Return a number of millions as the sum that it is where a sentence tells another: 15 euros each, or 5.1 million altogether."""
    if stated.kind != "count" or stated.noun or not MILLIONS.search(stated.text):
        return stated
    sums = sentence.of_kind("money")
    return in_unit(stated, sums[0]) if len({one.unit for one in sums}) == 1 else stated


def _told(article: Article, found: Sequence[Each]) -> Iterator[Relation]:
    for each in found:
        yield from settled([one for one in _triples(article, each) if not _told_by_period(one, found)])
    yield from (Relation(one.stated, one.implied, doubt=one.doubt) for one in contests(article))
    yield from restated(article, found)
    yield from batting(article)
    yield from earned(article)
    yield from speeds(article)
    yield from frequencies(article)
    yield from strike_rates(article)
    yield from one_each(article)


def _told_by_period(triple: Triple, found: Sequence[Each]) -> bool:
    """Tell whether a total stands behind a rate for the very period it is of so many of: £17 a week and, over 38 weeks, £646."""
    each, number = triple.each, triple.number
    return number.kind == "duration" and any(
        one.noun == number.unit != each.noun and each.rate.first < one.rate.first < triple.total.first for one in found
    )


def _triples(article: Article, each: Each) -> Iterator[Triple]:
    near = [*_before(article, each.sentence, NEAR), *each.sentence.mentions]
    near = [one for one in near if article.word(article.place(one) + 1) not in OFF and not _is_mean(article, one)]
    about = article.sentences[max(0, each.sentence.number - 1) : each.sentence.number + 1] if each.noun in DAYS else ()
    single = [period for one in about for period in single_periods(article, each.noun, one)]
    behind = _behind(article, each.sentence)
    tied, offered_so = tied_pair(article, each) or only_pair(article, each), _said_so(article, each)
    shown_later = _operands(each, behind, [*near, *behind])
    charged = _charged(article, each, tied) if article.verb_last and tied else ()
    of_two = OF_TWO.search(article.words(each.sentence)) is not None
    for total, number in [*_operands(each, near, [*near, *single]), *_far(article, each), *shown_later, *charged]:
        other = of_two and number.size != TWO
        if total.first != number.first and counted(number, each.noun).interval.low > 0 and not other:
            yield Triple(each, total, number, tied == (total.first, number.first), offered_so)
    alone = by_kind(article, each) if tied is None else None
    if alone and not (of_two and alone[1].size != TWO):
        yield Triple(each, *alone, True, offered_so)


def _charged(article: Article, each: Each, tied: tuple[int, int]) -> Iterator[tuple[Mention, Mention]]:
    """Yield the sum and the number of the sentence behind a price, if those are what words tie to it."""
    following = {one.first: one for part in article.sentences[each.sentence.number + 1 :][:1] for one in part.mentions}
    if following.keys() >= {*tied}:
        yield following[tied[0]], following[tied[1]]


def _operands(each: Each, totals: Figures, numbers: Figures) -> Iterator[tuple[Mention, Mention]]:
    """Yield every total with every number that may be meant."""
    about = partial(_nearest, each)
    wholes = [figure for figure in map(partial(in_its_unit, each), about(totals, MOST_NEAR)) if is_whole(each, figure)]
    counts = [figure for figure in about(numbers, MOST_NEAR) if is_number(each, figure)]
    return product(about(wholes, MOST_MEANT), about(counts, MOST_MEANT))


def _nearest(each: Each, figures: Figures, most: int) -> list[Mention]:
    """Return so many of the figures, in their order, that stand nearest to the rate."""
    if len(figures) <= most:
        return list(figures)
    kept = nsmallest(most, figures, key=lambda figure: abs(figure.first - each.rate.first))
    return sorted(kept, key=lambda figure: figure.first)


def _far(article: Article, each: Each) -> Iterator[tuple[Mention, Mention]]:
    """Yield the sentence's own total or number with another of the text, if the rate is said to come of them."""
    own = each.sentence.mentions
    if _said_so(article, each) and not (is_round(each.rate) and each.noun not in PEOPLE):
        far = _before(article, each.sentence, FAR)
        counts = [one for one in far if named(each.noun, one) or {one.noun, each.noun} <= PEOPLE]
        own_numbers = [figure for figure in own if not is_round(figure)]
        yield from _operands(each, own, counts)
        yield from _operands(each, far, own_numbers)


def _said_so(article: Article, each: Each) -> bool:
    """Tell whether a rate is said to come of other figures."""
    return not COMES.isdisjoint(words_by(article, each.rate)) or offered(article, each.rate)


def _before(article: Article, sentence: Sentence, most: int) -> list[Mention]:
    """Return the figures of so many sentences before; beyond the next few, of any paragraph."""
    previous = article.sentences[max(0, sentence.number - most) : sentence.number]
    return [figure for one in previous if one.block == sentence.block for figure in one.mentions]


def _behind(article: Article, sentence: Sentence) -> list[Mention]:
    """Return the figures of the sentences behind that something is said to come to."""
    following = article.sentences[sentence.number + 1 : sentence.number + 1 + BEHIND]
    figures = ((one, figure) for one in following if one.block == sentence.block for figure in one.mentions)
    return [
        figure
        for one, figure in figures
        if not COMING.isdisjoint(words_before(article, figure, BEFORE)) or is_total(article, one, figure)
    ]
