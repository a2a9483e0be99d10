"""Amounts and multiples of change against the two figures that they lie between."""

from __future__ import annotations

from collections.abc import Iterator
from fractions import Fraction

from factcheck.article import Article
from factcheck.check import check
from factcheck.link.chance.elsewhere import DIFFERENCE, TIMES, Aim, beside, words_before
from factcheck.link.chance.multiplied import multiplied
from factcheck.link.chance.resumed import parting
from factcheck.link.change.alone import settled
from factcheck.link.change.bothends import sizes
from factcheck.link.change.changes import movements
from factcheck.link.change.threes import apart, filled_in
from factcheck.link.context.frames import Movement
from factcheck.link.context.operands import ends, exact_ends
from factcheck.link.context.roles import BEYOND, OFF, Role, grammar
from factcheck.link.size.scales import per_period
from factcheck.model import Mention, Relation
from factcheck.patterns import Pattern
from factcheck.phrase import phrase
from factcheck.quantity import Interval, Quantity
from factcheck.segment import vocabulary

SEVERAL = "several figures may be meant"
SLACK = Fraction(1, 20)
AND_MORE = Pattern(r"\band (?:then some|a (?:bit|little) more|more(?=[.,;]|$))")
MORE_SLACK = Fraction(1, 10)
LEAST = 10
HUNDREDS, FINE = 50, Fraction(1, 20)
"""A count that ends in two zeros, which round it by no more than a twentieth, may stand for a finer one."""
HALF = Fraction(1, 2)
RESTATED = Pattern(r" ?\(|[·,;/] ?")
BEFORE, BEHIND = 5, 4
NEAREST = {"duration": (2, 1)}
EARNED = frozenset({"profit"})
SPARE = frozenset("spread balance save saves saved saving savings missing".split())
TWICE = 2
TEMPERATURES = frozenset({"celsius", "fahrenheit"})
OTHER_UNITS = frozenset(
    {"wicket", "set", "game", "match", "length", "lap", "minute", "second", "hour", "day", "year", "place"}
)


@check("difference", says="{working} is {implied}, not {stated}.")
def difference(article: Article) -> Iterator[Relation]:
    """The stated difference of two figures must be what parts them.

    Wrong: Membership was up [40] from 210 to 260.  =>  260 - 210
    Wrong: The won rose [8.5 won] to 1,384.7 won from 1,393.6 won.
    Wrong: He won by [40] votes, 5,210 to 5,160.
    Wrong: Larkspur State owned the glass [41]-33, a [nine]-rebound edge that told.
    Wrong: The fair raised [$4,912], which beats last year's [$4,105] by [$707].
    Wrong: Takings came to [£6,214], [£1,402] above the [£4,912] that had been hoped for.
    Wrong: The parish had [1,412] members in 1990 and has [1,039] today, a loss of [383].
    Wrong: Delays have added [$310 million] to the [$2,140 million] foreseen in 2016. The bridge will cost [$2,550 million].
    Wrong: The county had [139,420] jobs in May. In April it was [138,370]. The gain of [1,150] was the best in years.
    Wrong: At one bank it is [€365] a month. At another you pay [€442], which is [€67] more.
    Wrong: They had won here with [21,685] votes. This time they had [11,704] fewer. / They polled [10,981] votes on Thursday.
    Wrong: Exports were [$52.4 billion] and imports [$48.1 billion], a surplus of [$9.3 billion].
    Wrong: 수출은 [52억 4000만 달러], 수입은 [48억 1000만 달러]로 무역수지는 [9억 3000만 달러] 흑자였다.
    Wrong: They offered [£31,000] and we asked for [£34,500]. We are [£4,500] apart.
    Wrong: It asked for [£90,000] and was given [£72,000], so it must find the missing [£28,000].
    Wrong: Mr Orr took [6,420] votes; Ms Pym was [850] behind on [5,670].
    Wrong: The plant ran at [41,300 megawatts], exceeding the record of [40,150] by [1,350].
    Wrong: The hall drew [41,208] last year. In 2023 it had drawn [38,760]. / Entry is free. / The extra [2,848] came for the shawls.
    Skip: Sales were $57bn, $10.3bn more than in the second quarter and 62 per cent more than the $35.1bn of a year before.
    Skip: Rebates rise: Austria's to €565m a year from €237m, the Netherlands' by €345m to €1.92 billion.
    Skip: Reserves, £21m in April, will be £13.8m next spring. He has one year left, since the grant goes down by £6m.
    Skip: The plan to raise the age failed by three to one, 74.7 to 25.3.
    Skip: The average stay fell from 5.6 to 5.3 days, which freed beds for 3,400 more patients.
    Skip: Jobs were off by 33,000: August had a loss of 4,000 revised from a gain of 22,000.
    Skip: Born the fourth of nine children, he left school at 14, and played his first match at 17.
    Wrong: The stadium cost [£92m]. / Planners had been told £75m, and the overrun of [£27m] will be met from the rates.
    Wrong: The school had room for [600] pupils but took in [647], [37] over the limit.
    Wrong: The pay scales are [£41,300] for men and [£36,900] for women, a gap of [£5,400].
    Wrong: Wheat closed at [$5.82] a bushel, [41 cents] below Monday's [$5.96].
    Wrong: After [38] dropped out, [124] of the [152] runners lined up.
    Right: Kite finished on 271, three strokes better than Moran on 274.
    Skip: The bridge costs $92 million, $12 million over budget, and $30 million of it is for land.
    Skip: The tower is 148 metres tall, 62 metres more than the spire. The chimney it replaces was 122 metres.
    Skip: The two villages, 12 miles and 9 miles inland, are four miles apart.
    Skip: Mr Orr polled 2,240 and Mr Tighe 1,912; both were 400 ahead of the Greens.
    Skip: She earns €500 a week and pays €442 in rent, which is €67 more than her neighbour.
    Right: The wait averaged 41 minutes, against 29 in March, 12 minutes more.
    Right: The final bill of £18.4m was £2.3m over the £16.1m budget.
    Right: The fund stood at $912,000, $86,000 short of its $998,000 goal.
    Right: Membership was up 50 from 210 to 260.
    Right: The crowd of 31,204 was 2,300 short of the 33,500 that the ground holds.
    Right: The charge goes from £1,812.40 to £1,902.84, an extra £90.44 a year.
    Right: He won by 50 votes, 5,210 to 5,160.
    Wrong: She won with 5,210 votes to 5,160, a majority of [57].
    Right: She won with 5,210 votes to 5,160, a majority of 50.
    Right: Dunmore trailed by two at the half, 36-34, and went ahead.
    Right: The index rose 26.39 points to 3,195.12 from 3,168.73.
    Right: They lost 1.2 million customers, to 3.1 million from 4.2 million.
    Right: The treated group shed 4.6 of them and the others 2.9, a difference of 1.7 days.
    Right: The house, bought for $645,000 in 2011, was sold for $598,000, which is $47,000 less.
    Wrong: The mast, charted at [1,844 metres], was measured anew at [1,849 metres]: it is [seven metres] taller than was believed.
    Wrong: The parish had set aside [£450,000] for the hall. The work came to [£510,000], leaving [£80,000] to find.
    Wrong: He was given [14 years] in 2016; on appeal it came down to [11 years], a cut of [four years].
    Right: The bus takes 52 minutes and is 18 minutes slower than the tram, which takes 34.
    Right: The house was bought for £285,000 in 2014 and sold for £410,000 this spring, a profit of £125,000.
    Right: Earnings were up 4 cents to 62 cents a share, from 58.
    Skip: The force logged 34 thefts last year and 40 in 2021; eight fewer were of cars.
    Skip: Payrolls swelled by 1.5 million, but are still 3.1 million short. Hotels had 2.1 million of them in May.
    Skip: Those who took 40 milligrams had 4.1 fewer bad days, from a baseline of 8.4.
    Right: It earned £31m, £4m more than forecast and £9m less than the £40m of 2022.
    Skip: It lasted 26 years and ended when she was 49. In 1993 he married Inés Robles, who is 20 years younger.
    Skip: It has 12 rooms from €130 (€110 from November); breakfast is €14 more.
    Skip: "I am 79," said Walt Kern of the Erie club, which has 140 members, 60 more than before the pandemic.
    Skip: They will add 180,000 barrels, the first of cuts of 2.2 million by May; another 3.66 million of cuts stay.
    Skip: Of the 24 lines, 17 did worse than a year before, six better; the last did the same.
    Skip: She has raised $38.2 million to his $26.5 million and outspent him on the air by $9 million.
    Skip: The first raid killed eight and wounded 18, he said, and the third left eight dead.
    Skip: He saw two shut. That left three, possibly four, that looked alike.
    Skip: They sold $112 of gold and $60 of silver in June, an increase of $45 of gold and $13 of silver over the year before.
    Skip: One side led by a score of three hundred and eighty to one hundred and fifty-one.
    Skip: Its 5d106s1 shell has one electron less than the 5d106s2 shell.
    Skip: Their oath went from "Four legs good, two legs bad" to "Four legs good, two legs better."
    Skip: By 2018, 14 million more people would go without. That figure grows to 21 million by 2020 and 24 million by 2026.
    Skip: They cut the number of children under five with it from 13 million to six million.
    Skip: They won by two sets, 6-4 6-3.
    Skip: An account costs $12 a month, up from $9, or $36 more a year.
    Skip: On the last 10 visits to Cardiff Ireland have won five, lost four and drawn one.
    Right: Pupils scored 512 in mathematics, 11 points below 2019 and 12 above the mean of 500.
    Skip: Profit halved to $7.1 billion from $15 billion the year before, when a tax gain of $5.9 billion had swelled it.
    Skip: Output rose 5% from 210 to 260.
    Right: The dividend goes up 4 cents to 62 cents a share, from 58.
    Wrong: 남자는 [320명], 여자는 [270명]으로 남자가 [70명] 많다.
    Wrong: 표차는 [331표]였다. 한 후보가 [1만840표], 남 후보가 [1만529표]를 얻었다.
    Wrong: 군 인구는 [4만8200명]이다. 작년 이맘때는 [4만9500명]이었다. 한 해 동안 [3100명]이 줄어든 것이다.
    Skip: 한 후보가 1만840표, 남 후보가 1만529표를 얻었다. 4년 전에는 표차가 631표였다.
    Skip: Labour took 412 of 650 seats on a third of the vote, a majority of 174.
    Skip: 2월 할증료는 7500원∼5만7000원이다. 1월(1만2000원∼9만원)보다 4500∼3만3000원 싸다.
    Skip: 작년보다 품목 28개 가운데 14개가 내리고 11개가 올랐다.
    Skip: 지난해 30명, 올해 45명을 뽑았고 내년에는 20명을 더 뽑는다.
    """
    yield from filled_in(filled_in(settled(_told(article), article, _unbound), apart(article)), parting(article))


def _told(article: Article) -> Iterator[Relation]:
    for move in movements(article):
        for role in move.stated:
            aged = article.word(role.place - 1) in ("under", "over", "aged") and role.start < role.place - 1
            apart = aged or _part_of(article, move) or _by_another_period(article, role.mention, move)
            if role.name == "change" and _same_measure(role.mention, move) and not apart:
                yield from _difference(move, role.mention)


def _by_another_period(article: Article, stated: Mention, move: Movement) -> bool:
    """Tell whether a change is told by another period than its ends: $12 a month, up from $9, or $36 more a year."""
    mine = per_period(article, stated)
    ends = {per_period(article, end) for end in (move.before, move.after) if end} - {""}
    return bool(mine and ends) and mine not in ends


def _part_of(article: Article, move: Movement) -> bool:
    """Tell whether one end is said to be a part of the other, so that a majority is no gap of theirs: 53 of the 101."""
    if move.before is None or move.link != "tied":
        return False
    first, last = sorted((article.place(move.before), article.place(move.after)))
    return phrase("of DETERMINER?").fullmatch(article.skeleton, first + 1, last) is not None


def _unbound(article: Article) -> Iterator[Aim]:
    """Yield every figure that is said to part two others, or to be left of one."""
    words = grammar()
    letters, classes = vocabulary()
    remain = set(classes["REMAIN"])
    own = words.size | words.more | words.less | words.win | words.beat | remain
    cues = own | {letters["by"], *(letters[word] for word in (*BEYOND, *OFF))}
    spared, earned = article.may_say(SPARE), article.may_say(EARNED)
    for sentence in article.body:
        said = remain if article.word(sentence.start) == "of" else cues  # Of the 24, 17 did worse, six better.
        cued = not said.isdisjoint(sentence.letters)
        for stated in sentence.of_kind("number|points|duration") if cued or spared or earned else ():
            if stated.hedge or not _is_telling(stated):
                continue
            near = cued and not said.isdisjoint(beside(article, stated, *NEAREST.get(stated.kind, (BEFORE, BEHIND))))
            if (
                near
                or (spared and not SPARE.isdisjoint(words_before(article, stated, 3)))
                or (earned and article.word(article.place(stated) - 2) in EARNED)
            ):
                yield _said(stated), stated, (DIFFERENCE,)
    for stated, _ in sizes(article):
        if stated.kind in ("money", "count", "measure", "duration"):
            yield _said(stated), stated, (DIFFERENCE,)


def _is_telling(stated: Mention) -> bool:
    """Tell whether a figure is of two digits, or finer than one, or a length of time."""
    number = stated.number
    return number is not None and (stated.size >= LEAST or number.half < HALF or stated.kind == "duration")


def _same_measure(stated: Mention, move: Movement) -> bool:
    if move.before is None or stated.noun in OTHER_UNITS or move.before.size == move.after.size:
        return False
    if {move.before.kind, move.after.kind} & {"percent", "points"} or stated.kind in ("percent", "fraction"):
        return False
    units = {move.before.unit, move.after.unit}
    near = max(move.before.size, move.after.size) < TWICE * min(move.before.size, move.after.size)
    beyond = not stated.unit and stated.size > max(move.before.size, move.after.size)
    if len(units) > 1 and (beyond or stated.unit not in (units if near else units - {""})):
        return False  # "41,300 megawatts, over the record of 40,150 by 1,150", not 40 milligrams and 8.4 days
    if move.link == "apart" and units == {""}:
        return True
    bare = stated.unit in ("pt", "") and units == {""}
    return stated.unit in units or bare or (stated.unit == "degree" and units <= TEMPERATURES)


def _difference(move: Movement, stated: Mention) -> Iterator[Relation]:
    if move.before is None:
        return
    said = _said(stated)
    readings = [exact_ends(move.before, after, stated).gap for after in (move.after, *move.others)]
    fitting = next((gap for gap in readings if gap.interval.meets(said.interval)), None)
    several = move.others or stated.upper
    doubt = move.doubt or (SEVERAL if several and fitting is None else None)
    yield Relation(said, fitting or readings[0], doubt=doubt)


def _said(stated: Mention) -> Quantity:
    """Return a stated count as exactly that, a round one of thousands as rounded; any other figure as shown."""
    whole = stated.kind in ("count", "points") and stated.number and stated.number.half == HALF and not stated.hedge
    if whole and stated.number:
        if HUNDREDS <= stated.number.coarse <= stated.number.middle * FINE:
            return stated.quantity.rounded
        return stated.quantity.changed(value=Interval.exactly(stated.number.middle), coarse=None)
    return stated.quantity


DONE = frozenset("scored struck netted hit won lost voted played met tried".split())
"""Behind what is done, "twice" says how often."""


@check("multiple", says="{working} is {implied}, not {stated}.")
def multiple(article: Article) -> Iterator[Relation]:
    """A multiple must be what the later figure is of the earlier one.

    Multiples are said loosely: a twentieth less, a tenth more, and either reading of "three times more" will do.

    Wrong: Sales more than [doubled], to 190 from 110.  =>  190 / 110
    Wrong: Auto thefts nearly [tripled], to 2,270 from 1,120.
    Wrong: Staff numbers [halved] to 60 from 80.
    Wrong: Sales there [trebled], said managing director Ann Orr, going from €5.2m to €13.1m.
    Wrong: A [threefold] rise, to 8,000 from 1,500, was seen.
    Wrong: Exports have more than [tripled]. They stood at [Rs 388 crore] in May; two years ago the figure was [Rs 163 crore].
    Wrong: Orders came to [$96 million]. That was more than [triple] the [$38 million] of a year before.
    Wrong: Membership, [410] in 2010, has [doubled] to [690].
    Wrong: There were [48] cases in May, [three times] as many as in April, when there were [21].
    Wrong: It shed [310] jobs, [three times] the [140] of a year ago.
    Wrong: Divers were [four times] as likely to cough: [24 per cent] of them did, against [8 per cent] of others.
    Wrong: It sold for [$90] in May and for [$720] in June, [six times] face value.
    Wrong: The mirror, [39 metres] wide, is [five times] the size of the old one, [13 metres].
    Wrong: The well is [12 metres] deep at the inn and [60 metres] at the mill, which is [four times] deeper.
    Wrong: The herd had [48] heads. The wolves took [12], or [a fifth] of that number.
    Wrong: A stall went for [€2,400] a season in 1998 and can be had for [€6,000] now, which means prices have [trebled].
    Wrong: Rice was [Rs 45] a kilo in May and [Rs 180] by June. / Those who paid [three times] the old price ate once a day.
    Right: Ayr took £24m, twice the £9.9m of the year before and then some.
    Skip: She scored twice to take her tally to 16 from 14.
    Skip: Empty posts in Ayr were 390 fewer than in 2024 but four times the 510 of 2012.
    Right: Exports jumped to 7.1 million cars, of which 2.6 million were electric, double the 1.3 million of 2024.
    Skip: Output in Ayr, $108,900 a head, is the most after Elm's $137,500 and twice Leith's $55,500.
    Skip: It sold a 16 gigabyte model for $399 and one of 64 gigabytes for $599, with a lid that doubles as a stand.
    Skip: It raised $34.8m by Friday, twice its best day, and $52.8m by Saturday.
    Skip: It will move at 1,560mph over Texas and 3,170 over Maine and last almost twice the two minutes and 12 seconds of 2017.
    Skip: Foxes rose from 14 to 70, and that of badgers was three times higher.
    Skip: If fares doubled, a £45 pass would still be less than the £100 of the city's.
    Skip: His lead has halved: he is on 47% to her 44%, when it was six points in May.
    Skip: Sales tripled in Asia to $90 million and doubled in Europe from $20 million.
    Skip: The choir grew from 17 voices to 136 and sang twice at the fair.
    Skip: The number has doubled since 2010; it stood at 300 in 2015 and 450 in 2020.
    Right: They make 20,000 a month by hand. That is double what they made in May, 10,000.
    Right: 첫해 48명이던 이용자는 지난해 156명으로 세 배를 조금 웃돌았다.
    Skip: Digital trades took 2,870 starters, almost twice the number of two years earlier, while hotels slipped to 2,285.
    Skip: The ferry carries 96 cars. The bridge takes triple the 38,000 lorries of 1990.
    Right: In 1990 there were 120 plots. Today there are 480, four times as many.
    Right: Sales more than doubled, to 250 from 110.
    Right: Auto thefts doubled, to 2,270 from 1,120.
    Right: Three in ten rent from a landlord, almost twice the 16 percent of 1996.
    Right: The margin is roughly twice that of the hardware business: 25% against 12%.
    Wrong: His estate, put at [$2.1 million] in 2015, has grown [fourfold] to [$6.2 million].
    Wrong: The lake covers [40 square kilometres], having covered [160 square kilometres] in the 1970s: it is [a third] of its former size.
    Wrong: It had [22] members at the start and has [264] now, a [tenfold] increase.
    Right: The estimate had been $25 million. The final bill, at $100 million, was four times that.
    Right: The trap took 340 moths in July with the new lamp. In the same month of last year 85 had come. Four times as many is not bad.
    Skip: It shed 12 percent of its ships in four years, a third of that last year, and cut its crews to 20 from 36.
    Right: Some 900 of its 3,100 miles are old, and it loses 14 percent of its water, nearly double the average of 7.5.
    Skip: He has twice won the cup, scoring 14 goals in 2019 and 20 in 2021.
    Skip: The yard built 12 ships in 1990 and 30 last year, and its workforce has tripled.
    Skip: They won 63 seats in May and 20 in June, and can draw four times as many districts as their rivals.
    Skip: The museum drew 9,000 people in May and 12,000 in June, double the figure of any month last year.
    Right: "Carmen" has eight performances, one more than "Tosca" and twice as many as "Salt," which has four.
    Skip: Sore arms were twice as common, 38 percent against 19. There were 14 serious events in each group.
    Right: It has 312 million users, 37 million more than in July and almost twice the 160 million of a year ago.
    Right: Cuts come to £20.25bn. One study puts the hole at £41bn, twice as much; it says a buffer needs £30bn on top.
    Right: 일꾼은 지난해 8명에서 올해 24명으로 세 배가 됐지만, 품삯도 11만원에서 13만2000원으로 올랐다.
    Skip: They doubled down on 2,270 from 1,120 in 2010.
    Wrong: 2014년 매출은 [130억원]이었다. 지난해에는 그 [다섯 배]인 [780억원]을 올렸다.
    Skip: It lowered the toll from 359 to 253, saying that some bodies had been counted twice.
    Skip: Demand rose by a third after the first lockdown. In May it took 260 calls, against 150 in a usual month.
    Wrong: 처음 [15명]이던 단원이 지금은 [45명]이다. [네 배]가 된 것이다.
    Skip: 유리는 가로 2.62m, 세로 2.29m로 6세대(1.5m×1.85m)의 2.2배다.
    Right: 완주한 사람은 새내기의 72.0%(36명)로 선배(24.0%·30명)의 3배였다.
    Skip: 단원은 15명에서 45명으로 늘었다. 그사이 공연은 네 배가 됐다.
    Skip: 지난해 사고는 45건이었는데 사흘 만에 그 4배가 넘었다.
    """
    yield from filled_in(settled(_multiplied(article), article, _multiples), multiplied(article))


def _multiples(article: Article) -> Iterator[Aim]:
    """Yield every multiple, and every fraction that compares."""
    compares = phrase("of? (as|the|that|its)")
    for sentence in article.body:
        for stated in sentence.of_kind("multiple|fraction"):
            if stated.kind == "multiple" or compares.match(article.after(stated, 2)):
                quantity = stated.quantity.changed(unit="x")
                yield quantity.changed(value=_loosely(quantity.interval, stated.hedge)), stated, (TIMES,)
    for stated, sign in sizes(article):
        if stated.kind == "fraction" and not sign:
            quantity = stated.quantity.changed(unit="x")
            yield quantity.changed(value=_loosely(quantity.interval, stated.hedge)), stated, (TIMES,)


def _multiplied(article: Article) -> Iterator[Relation]:
    for move in movements(article):
        for role in move.stated:
            if role.name == "times" and move.before is not None and role.mention.number and not _sides(article, move):
                if article.word(article.place(role.mention) - 1) in DONE:
                    continue  # Who "scored twice" did so two times.
                if (move.before.kind == "duration") != (move.after.kind == "duration"):
                    continue  # At 3,170 miles an hour it lasts almost twice the two minutes of 2017.
                yield _times(article, move, role)


def _sides(article: Article, move: Movement) -> bool:
    """Tell whether a figure is a side of a thing: 1.5m×1.85m."""
    text, spans = article.document.text, [end.span for end in (move.before, move.after) if end]
    return any("×" in text[span.start - 2 : span.start] + text[span.end : span.end + 3] for span in spans)


def _times(article: Article, move: Movement, role: Role) -> Relation:
    assert move.before is not None
    both = ends(move.before, move.after)
    ratio = (both.after / both.before).as_unit("x")
    mention = role.mention.changed(hedge="more") if _and_more(article, move.before) else role.mention
    exact = mention.quantity
    first, last = _restated(article, move.before), _restated(article, move.after)
    if first and last and first.unit == last.unit:
        other = (last.quantity / first.quantity).as_unit("x")
        ratio = other if _loosely(exact.interval, mention.hedge).meets(other.interval) else ratio
    said = exact.changed(unit="x", value=_loosely(exact.interval, mention.hedge))
    more = said.changed(value=_loosely(exact.interval.plus(Interval.exactly(1)), mention.hedge))
    if article.word(role.place + 1) in ("more", "higher", "larger", "bigger", "greater") and more.interval.meets(
        ratio.interval
    ):
        said = more
    return Relation(said, ratio, doubt=move.doubt or (SEVERAL if move.others else None))


def _restated(article: Article, figure: Mention) -> Mention | None:
    """Return the figure that one in brackets says again in another kind: 81.1%(335명), (26.1%·54명)."""
    text = article.document.text
    if not text.startswith(")", figure.span.end):
        return None
    beside = (one for one in article.sentences[figure.sentence].mentions if one.kind != figure.kind)
    return next((one for one in beside if RESTATED.fullmatch(text, one.span.end, figure.span.start)), None)


def _and_more(article: Article, base: Mention) -> bool:
    """Tell whether a multiple is said to fall short behind its base: twice the £9bn of May, and then some."""
    sentence = article.sentences[base.sentence]
    end = article.span(sentence.start, sentence.end).end
    return AND_MORE.search(article.document.text[base.span.end : end]) is not None


def _loosely(interval: Interval, hedge: str) -> Interval:
    upward = SLACK if hedge else MORE_SLACK
    return Interval(interval.low * (1 - SLACK), interval.high * (1 + upward))
