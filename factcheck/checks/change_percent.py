"""Percentages of change against the figures before and after, and percentages against percentage points."""

from __future__ import annotations

import re
from collections.abc import Iterator
from fractions import Fraction

from factcheck.article import Article
from factcheck.check import check
from factcheck.link.chance.elsewhere import FALL, RISE, Aim
from factcheck.link.change.alone import answered, settled, told_of_another
from factcheck.link.change.bothends import firmly, slipped
from factcheck.link.change.bothways import both_ways
from factcheck.link.change.changes import movements
from factcheck.link.change.onlyalike import only_alike
from factcheck.link.change.takingup import sized
from factcheck.link.change.threes import filled_in
from factcheck.link.context.asides import without_asides
from factcheck.link.context.frames import Movement
from factcheck.link.context.operands import Ends, as_sentence, ends, percent
from factcheck.link.context.roles import OFF, Role
from factcheck.link.rate.percentages import EITHER_WAY, SEVERAL, SLIPPED, UNLIKE, changes, misspelt, per_period, weight
from factcheck.model import Mention, Relation
from factcheck.patterns import Pattern
from factcheck.quantity import Quantity

SHARES = ("percent", "fraction")
WAYS = {1: (RISE,), -1: (FALL,), 0: (RISE, FALL)}


SETS = frozenset("top first last best biggest largest other".split())
"""Before a number these make it one of things, and no sum."""

LOOK = 40
LED_BY = Pattern(r"\b(?:led|driven|caused|explained) by [^.;]*\b(?:whom|which|whose)\b")
"""Between a change and two figures these make those the figures of some."""

FOR_ONE = Pattern(r" (?:an?|each|every|per) (?:hour|day|week|night|month|quarter|year)\b")
HAD_BEEN = Pattern(
    r"\bhad been $|\b(?:earlier|before|ago|previously),? (?:there|it|they|the \w+) (?:was|were|had|stood at)(?: only| just)? [£$€]?$",
    re.I,
)
"""Right before a level these tell that it is what there was at first."""

OF_THEM = Pattern(
    r" of (?:the |all |its |their |those )?(?:voters|members|people|respondents|residents|deputies|delegates|shareholders|workers|users|patients|adults|readers|polled|asked|voting)\b"
)
"""Behind a share these make it one of those who say so, and no change."""


@check("percent-change", says="{working} is {implied}, not {stated}.")
@without_asides
def percent_change(article: Article) -> Iterator[Relation]:
    """A percent change must follow from the figures before and after it.

    All are rounded for print, so the change is worked out for everything that they can stand for.

    Wrong: State aid fell from [$11.2 million] to [$9.8 million] over two budgets, a drop of [14.3%].  =>  11.7% to 13.3%
    Right: Arrests went from 1,120 to 960 after three bars closed, a fall of 14.3 per cent.
    Wrong: Profit rose [14%] from $2.1 billion to $2.6 billion.  =>  $2.6 billion / $2.1 billion - 1
    Wrong: Sales fell [3 percent] to 940 from 1,000.
    Wrong: Burglaries fell [25 percent] in 2021, to [1,284] from [1,605], the chief said.
    Wrong: The index was up 26.39 points, or [8.3%], at 3,195.12.
    Wrong: Revenue was $2.6 billion, up [34%] from $2.1 billion a year earlier.
    Wrong: It fell by [a third], to 8.4 from 11.2.
    Wrong: The fund had 2.3 million members, [27 per cent] more than last season's 2.03 million.
    Wrong: The herd numbered [2,410] in 2015 and [3,013] in 2020, growth of [31 per cent].
    Wrong: A year ago the firm had [4,100] staff. It now has [3,690], a drop of [25 per cent].
    Wrong: Tea exports brought in [61.6 million euros]. In the same months of last year they had brought in [48.2 million], so growth was [36 percent].
    Wrong: Rents averaged [$1,420] in June. That is [18%] above the [$1,310] of a year before.
    Wrong: Attendance, [39,800] last year, was [48,200] this time, a gain of [14 percent].
    Wrong: Turnover in the year to June climbed by [18 per cent] to [€84.6m]. In the year before, it had been [€74.2m].
    Wrong: Sales were [$5.1 million], against [$4.2 million] in the previous 12 months, an increase of [35%].
    Wrong: 작년 매출은 [400억 원]이었다. 올해는 [527억 원]으로 [45%] 늘었다.
    Wrong: The prize was worth [$32,000] last year and is to be [$24,000] in May. The chairman called the [33 percent] cut a pity.
    Wrong: There were [64] fires on the heath in 2019 and [48] in 2022. Wardens credit the new ponds for the decline of [a third].
    Wrong: Enrolment has shrunk [9 percent] since 2017, when the college had [6,200] students; this autumn it found [5,270].
    Wrong: Fares climbed to [1,320] pesos in June, a jump of [20 per cent] on the same month of 2021, when riders paid [1,056].
    Wrong: Rain came to [96mm] in May. The average is [80mm], so the month was [13 per cent] wetter than average.
    Wrong: Berth fees averaged [$1,450] in May. / The year before, owners had paid [$1,250]. The [26 percent] rise has emptied the quay.
    Right: The index ended at 4,812.6. A week ago it closed at 4,951.2. It is a fifth below its January peak of 6,016. To regain that it would have to climb by a quarter.
    Skip: An article said that loans fell by 40%, from 90,000 to 36,000. The first figure should have been 60,000.
    Skip: Gates open at 7.45 and shut at 10, two hours and a quarter later.
    Skip: The debt went from £10m to £8m, which the treasurer, who had promised a 40% reduction, called progress.
    Right: The prize was worth $32,000 last year and is to be $24,000 in May. The chairman called the 25 percent cut a pity.
    Right: Before the storm there were 400 elms. There are 280 of them left, so three in ten were lost.
    Skip: On its second weekend it fell 45 percent, to $22.7 million, and it has $88 million after 12 days.
    Skip: The zoo had 612,000 visitors, a tenth more than in 2023 and second only to 2016, when pandas drew 655,000.
    Skip: The 30-stock Dow has soared 2,500 points, or 13.5%, since the vote.
    Skip: Thefts of bicycles surged 67 percent in 2015. One cause was the near-tripling of gangs: from 34 in 2015 to 101 last year.
    Skip: Visits are to reach 150 million in 2020 from 117 million in 2015, with an average annual growth rate of about 5.1 percent.
    Right: Exports came to $29.7 billion in a quarter-to-quarter decrease of 30 percent, compared with $42.3 billion.
    Skip: The number who cannot walk is to rise from 9 to 11 million, making up 4.5 percent of all.
    Skip: "It is up 40 per cent," she said of the bill, which went from £200 to £260; the firm puts it at 30 per cent.
    Right: 매출이 527억 원으로 1년 전의 401억 원에 비해 31% 뛰었다.
    Right: The average was $352,400 in May. A year ago the figure was $326,600. That is a rise of 7.9 percent.
    Right: Profit rose 24% from $2.1 billion to $2.6 billion.
    Right: Shipments, at 3.1 million tonnes, were 24% up on the 2.5 million of a year ago.
    Right: They sold 12,410 boats in 2020, compared with 10,007 the year before: a 24% jump.
    Right: Revenue was $2.6 billion, up 24% from $2.1 billion a year earlier.
    Right: The index was up 26.39 points, or 0.83%, at 3,195.12.
    Right: It fell by a quarter, to 8.4 from 11.2.
    Right: Holders get EUR 31.50 a share, a premium of 26 per cent to Monday's closing price of EUR 25.00.
    Right: Shares rose 4.1%, or $5.12, to $130.00 in morning trading.
    Right: There were 611, 4% fewer than the 638 of April 2023.
    Right: Profit slid from $128.0 billion to up to $65 billion, a fall of 49.72 per cent.
    Right: Profit fell 5.8% to up to $1.3 million from $1,277,201.
    Right: The rate fell by a fifth, to 8% from 10%.
    Skip: A book of 10 tickets is £267.75, 15 percent less than ten singles.
    Skip: In early 2021 the payment was $1,391 a month. The difference is $749 now, an increase of 54 percent.
    Skip: The town had 6,847 births in 2024, 335 more than the year before. The gain of about 5 percent was welcome.
    Skip: In May 261,185 were on the list, 2 per cent fewer than twelve months earlier.
    Skip: Since 2019 the road has gained 26,600 visits. All told, there were 831,100 visits, down 6 per cent.
    Skip: Profit rose 24% from $2.1 billion to €2.6 billion.
    Wrong: Takings, which stood at [£412,000] in 2021, are forecast to rise [18 per cent] to [£461,000] as fares go up.
    Wrong: In May [1,240] people were out of work. In April there had been [1,550], so the drop was one of [a quarter].
    Wrong: Some [41,300] fans came in 2018, an increase of [20 percent] on the [37,200] of the season before.
    Wrong: The clinic opens for [168 hours] a week instead of [200], a cut of [26 percent].
    Wrong: Exports of wine were worth [€1.12bn], up by [a fifth] on 2019's [€1.01bn].
    Wrong: Shares in Orr Foods ended [15 per cent] lower at [£19], down [a pound].
    Wrong: The number of shops has gone from [96] to [84], [one in six].
    Right: The bill rises from £408 to £459, or an eighth.
    Right: The price of admission rose by a euro to 15 euros, or about 7 percent.
    Right: The theatre lost £6.4 million last year. That is an improvement on £8.1 million, by a little more than a fifth.
    Right: The club's revenue rose 16 percent to £33.9 million. The coach stays. A year earlier it had been £29.3 million.
    Skip: Ticket sales are 18 percent ahead of last year's; the 31,000 sold by May compare with 40,000 for all of 2018.
    Skip: The stock rose 5% to $41. A year earlier it was $30.
    Skip: Revenue at Ash was $410 million in 2018. Revenue at Elm was $612 million in 2019, a rise of 24%.
    Skip: Exports rose from $41 billion to $52 billion. The gain of 8% in volume was a record.
    Skip: The yard launched 15 boats in 1990 and 30 last year, and its payroll is up 60 percent.
    Skip: The price has come down from $80 to $72 since May, and is now 25 percent below its peak.
    Skip: Sales of tea rose 18 percent to $199 million, while those of coffee jumped 31 percent to $172 million.
    Skip: The firm sold $84 million in the quarter and $310 million in the year, up 20 percent.
    Skip: Sales dropped by a third in 2020, to $4.2 million, and climbed to $7.3 million by 2022.
    Right: The interest is £764 on the one and £1,297 on the other: about 70% more, for two-thirds more time.
    Wrong: 작년 손님은 [48만 명]이었다. 올해는 [36만 명]만 다녀가 감소율이 [15%]에 이른다.
    Skip: 이달 매출은 400억 원이었다. 다음 달에는 527억 원으로 45% 늘어난다.
    Skip: Sales rose 31% on the year to 154,711, against 146,610 in April.
    Skip: It lowered its forecast to growth of 5 to 9 per cent from 8 to 14.
    Skip: The trade body sees sales at $1.01 trillion to $1.02 trillion, growth of 3.7% to 4.2%.
    Skip: Profit was up by half at €426m, a margin of 16 per cent against 12.
    Skip: Profit was $40 million in 2018 and sales were $52 million in 2019, an increase of 12 percent.
    Skip: Exports rose 6.7% to $50.04 billion in 2024. Harwick was the largest port, with $14.2 billion, an increase of 9.8%.
    Skip: The shares closed up $4.72 at $19.61, helping push the bank index up 20.1 percent.
    Skip: Rent was £840 in 2018 and £905 in 2019, up 12 per cent from 2015.
    Wrong: Thefts of cars rose, by [211] to [1,377], or [28 per cent].
    Wrong: There were [640] members, [80] fewer than in 2019, a fall of [21 per cent].
    Right: There were 1,377 thefts, 211 (18 per cent) more than in 2020.
    Right: The dollar lost 12 won, or 0.9 percent, to close at 1,377 won.
    Skip: The fund has 1,377 members, 211 of whom, or 15 per cent, are new.
    Skip: Shipments fell 13.7% after a 22.1% fall in May.
    Skip: Like-for-like sales rose 3% to $2.6 billion from $2.1 billion.
    Skip: Sales in the six months to June fell 6 percent from the three months to March.
    Skip: It took £87 in the nine months to December, down 6 per cent on the same nine months of 2022.
    Skip: Revenue was down 11 percent from $2.6 billion a year ago but up 3 percent from $2.24 billion in the spring.
    Skip: Revenue rose 10.5% to $48.8 billion, beating forecasts of $44.6 billion by more than $4 billion.
    Right: At €8.20 a share it is worth €3.69, an 18% premium to its €3.13 in May, though just 3% above the last price of €3.58.
    Skip: Income rose 5% in the first half, to €2.1 billion, but fell 1.4% from the second half of last year.
    Right: It made £149.7m in the half-year to September, 17% less than the £180m a year before.
    Skip: July imports were 2.6 million boxes, 15% more than in July of 2023, and August's 2.34 million, up 19%.
    Skip: Demand is to grow by 128 gigawatts, or 15.8%, five times the 23 gigawatts that were foreseen two years ago.
    Skip: The rate drops by half a cent, to 53.5 cents from 54 cents.
    Skip: Sales grew 5% a year to $2.6 billion from $1.1 billion in 2003.
    Wrong: 신고는 [920건]이었다. 올해는 이보다 [40%] 많은 [1150건]이 들어왔다.
    Wrong: 이용자는 [640명]에서 [480명]으로 줄어 감소율이 [35%]였다.
    Wrong: 2016년 [512건]이던 민원이 지난해 [768건]에 이르러 4년 새 [70%] 늘었다.
    Right: 요금은 3800원에서 4800원으로 오른다. 인상률은 26%다.
    Skip: The Amazon had 39,194 fires this year, 77 per cent more than in 2018. In all Brazil there were 74,155, up 84 per cent.
    Skip: Calls rose by a third, and have since fallen by a fifth. It took 260 in May, against 150 in April.
    Skip: 물가 상승률은 2.2%로 금리 인상률 4%보다 낮다.
    Skip: The first estimate was $1,500,000. Then it came to $1,000,000, and receipts of the first two quarters have fallen short of it.
    Skip: In 1860 they were 31 million, up 700 percent on 1790. In 1869 they will be 38 million, or an increase of 868 percent.
    Wrong: 호가는 [12억원]에서 [9억6000만원]으로 내려 반년 만에 [35%] 하락했다.
    Wrong: 섬을 찾은 외국인은 [24만 명]이었다. 지난해에는 [20만 명]이었다. / 배가 늘었다. / 외국인이 1년 전보다 [25%] 늘어난 덕이다.
    Wrong: Police counted [1,100] offences last year. Offences have fallen [22 percent] since 2019, when there were [1,250].
    Skip: The toll is £3. Traffic has fallen by a fifth since 2019, when 14,000 cars a day used the bridge.
    Right: A crate made £6.30 at the docks, up from £5 in May. "A fifth less fish at a 26 per cent better price", a buyer said.
    Skip: The stock was up 2.9 per cent at 318.20 pence by noon, having opened at 311. It had ended the week before at 309.
    Right: The shares, up by a third since May, slipped 2,500 won to close at 128,500 won, a decline of 1.9%.
    Wrong: 배추 수확량은 [1만2600t]으로 집계됐다. [1만500t]에 그친 지난해와 견주면 [25%] 늘어난 셈이다.
    Wrong: The dig cost [$5.2 million], drawn from a fund set up in a 6-1 vote. "A [40 percent] jump is absurd," said Bo Ek, 61. Three winters ago the same crew, which owns 22 pumps, charged [$4.1 million].
    Wrong: Some pens now cost [$7.14], having cost [$4.20] in June. The yard, which has 19 clerks, blames ink for the [40 per cent] increase and for nine lost orders.
    Right: The dig cost $5.2 million, drawn from a fund set up in a 6-1 vote. "A 27 percent jump is absurd," said Bo Ek, 61. Three winters ago the same crew, which owns 22 pumps, charged $4.1 million.
    Skip: The dig cost $5.2 million. Three winters ago the crew charged $4.1 million. Ms Ek's rent went up by 40 percent.
    Skip: The reserve sold 31,000 tickets, 12 percent fewer than in 2021 and well short of the 44,000 that it had hoped for.
    Wrong: The deal values the firm at [$3.6 billion], a [25 percent] premium to its market value of [$3.05 billion].
    Wrong: The stock closed at [$48.40], down [$3.20] or [5 percent].
    Skip: Of 64 analysts asked, 34 expected no change. Traders had put the odds of a cut at about three in four.
    """
    told = filled_in(settled(_told(article), article, changes), _both_ways(article))
    for relation in filled_in(told, only_alike(article, _aims(article))):
        yield relation._replace(says=relation.says or as_sentence(relation.implied))


def _aims(article: Article) -> Iterator[Aim]:
    """Yield every share that is said to be the size of a change, with the way that its words tell."""
    aims = {aim[1].first: aim for aim in changes(article)}
    for stated, way in sized(article):
        if way or stated.first not in aims:
            aims[stated.first] = (percent(stated), stated, WAYS[way])
    yield from aims.values()


def _both_ways(article: Article) -> Iterator[Relation]:
    """Hold a percentage to the amount that it is said to be, of what there was before."""
    for told in both_ways(article):
        stated, implied = percent(told.percent), _share_of_before(told.amount, told.level, told.sign)
        yield Relation(stated, implied, severity=weight(stated, implied))


def _told(article: Article) -> Iterator[Relation]:
    for move in movements(article):
        for role in move.stated:
            if OF_THEM.match(article.around(role.mention, LOOK)[1]):
                continue  # A plan to cut it from 151 seats to 101 was backed by 71.8% of voters.
            if (
                move.before
                and move.after.unit
                and not move.before.unit
                and article.word(article.place(move.before) - 1) in SETS
            ):
                continue  # Together they made $72.4 million, 18% less than the top five of 2017.
            if _is_led_by_another(article, move, role.mention):
                continue  # The decline of 12.5 per cent was led by motorcyclists, whose deaths halved from 22 to 11.
            if _leaves_its_sign(move, role.mention):
                continue  # In the six cities rents rose by 5.7 per cent, against 3.1 nationally.
            if role.mention.kind in SHARES and role.name == "change" and _signed(role) and not move.pair:
                yield from _percent(article, move, role)


def _is_led_by_another(article: Article, move: Movement, stated: Mention) -> bool:
    """Tell whether a change was led by some of those it is of, whose own two figures follow."""
    before = move.before
    between = article.document.text[stated.span.end : before.span.start] if before else ""
    return LED_BY.search(between) is not None


def _leaves_its_sign(move: Movement, stated: Mention) -> bool:
    """Tell whether a base with a point, behind a percentage, is one too, since what it would be of is counted in whole things."""
    base = move.before
    pointed = base is not None and "." in base.text and base.text.replace(".", "").isdigit()
    bare = pointed and base is not None and base.size < 100 and base.kind == "count" and base.first > stated.first
    return bare and move.after.kind == "count" and bool(move.after.noun)


def vague(move: Movement, stated: Quantity, implied: Quantity) -> bool:
    """Tell whether figures told apart say too little of the change, or too different a one to be what it is of."""
    low, high = implied.interval
    times = low / stated.interval.middle if stated.interval.middle > 0 else Fraction(1)
    if move.link == "tied" and _unlike(times if times > 1 or times <= 0 else 1 / times):
        return True
    return move.link == "apart" and (
        stated.interval.high - stated.interval.low > 1 or (high - low) * 4 > abs(low + high)
    )


def _unlike(times: Fraction) -> bool:
    return times > UNLIKE and not SLIPPED[0] < times < SLIPPED[1]


def _signed(role: Role) -> bool:
    """Tell a change from a share: it has a direction, or is "by" so much."""
    return bool(role.sign) or role.link in ("by", "or")


def _percent(article: Article, move: Movement, role: Role) -> Iterator[Relation]:
    doubt = move.doubt or per_period(article, role)
    if move.before is None:
        yield from () if _had_been(article, move.after) else _by_amount(article, move, role, doubt)
        return
    stated = percent(role.mention)
    both = ends(move.before, move.after)
    if both.before.unit == "%":
        if both.share.interval.meets(stated.interval) and not misspelt(both, role):
            yield Relation(stated, both.share, doubt=doubt)
        return
    fitting = _fitting(move, stated, role)
    if vague(move, stated, both.share):
        return
    near = firmly(both.share, move.before, move.after) if fitting and article.verb_last else both.share
    if not fitting and (made := _of_its_amount(article, move, role, stated)):
        yield Relation(stated, made, doubt=doubt)
    elif fitting and (near.interval.meets(stated.interval) or not slipped(stated, near)):
        yield Relation(stated, fitting.share, doubt=doubt)
    else:
        yield Relation(
            stated,
            near,
            doubt=doubt
            or (SEVERAL if move.others else None)
            or answered(article, role.mention, stated, near)
            or told_of_another(article, role.mention, stated, move.before),
            severity=weight(stated, near),
        )


def _of_its_amount(article: Article, move: Movement, role: Role, stated: Quantity) -> Quantity | None:
    """Return the share that the amount of change makes of what was just before it, if that is the stated one: £5, fell 6p to 41p, or by 12.8%."""
    place = article.place(move.after) - 1
    amount = next((other.mention for other in move.stated if other is not role), article.at.get(place - 1))
    if amount is None or article.word(place) != "to" or not _amount_of(amount, move.after):
        return None
    made = _share_of_before(amount, move.after, role.sign or move.sign)
    return made if made.interval.meets(stated.interval) else None


def _fitting(move: Movement, stated: Quantity, role: Role) -> Ends | None:
    """Return the first reading of the sentence by which the stated change is right; what is better may be less or more."""
    if move.before is None:
        return None
    readings = [ends(move.before, after) for after in (move.after, *move.others)]
    if role.link.startswith(EITHER_WAY) and move.link == "tied":
        readings.append(ends(move.after, move.before))
    return next((both for both in readings if both.share.interval.meets(stated.interval)), None)


def _had_been(article: Article, level: Mention) -> bool:
    """Tell whether a figure is what a thing had been before it changed: there had been 18,940, so the town added 2,437, or 12.9%."""
    return HAD_BEEN.search(article.around(level, LOOK, 0)[0]) is not None


def _by_amount(article: Article, move: Movement, role: Role, doubt: str | None) -> Iterator[Relation]:
    """Propose the percentage that an amount of change makes of what was before it: $5.12 of $130.00 less $5.12."""
    amount = next((other.mention for other in move.stated if other is not role), None)
    if amount is None or not _amount_of(amount, move.after) or article.word(article.place(amount) + 1) in OFF:
        return  # Up 23.9 per cent, or 3p under the offer.
    if article.word(article.place(amount) - 1) in ("take", "minus") or FOR_ONE.match(
        article.around(move.after, LOOK)[1]
    ):
        return  # Down 4.2%, give or take nine.  A gain of $155,000, or 22.5 per cent, works out at $425 a day.
    stated, implied = percent(role.mention), _share_of_before(amount, move.after, role.sign)
    yield Relation(stated, implied, doubt=doubt, severity=weight(stated, implied))


def _share_of_before(amount: Mention, after: Mention, way: int) -> Quantity:
    """Return what an amount of change is of what there was before, in percent; the way is 1 for up, -1 for down."""
    change, now, one = amount.rounded, after.quantity, Quantity.constant(1)
    ratio = now / change
    size = one / (ratio - one if way > 0 else ratio + one)
    working = f"{change.working} / ({now.working} {'-' if way > 0 else '+'} {change.working})"
    return size.changed(unit="%", working=working)


def _amount_of(amount: Mention, after: Mention) -> bool:
    index = after.kind == "count" and not after.noun and amount.unit == "pt"
    return index or (amount.unit == after.unit and amount.kind == after.kind and amount.kind != "percent")
