"""The direction of a change against its two figures."""

from __future__ import annotations

from collections.abc import Iterator
from functools import partial

from factcheck.article import Article
from factcheck.check import check
from factcheck.document import Span
from factcheck.link.change.changes import movements
from factcheck.link.change.eitherway import either_way, loosely_told
from factcheck.link.change.gapsmoved import gaps_moved
from factcheck.link.change.otherwisemeant import is_otherwise_meant
from factcheck.link.change.themes import themed
from factcheck.link.change.trends import trends
from factcheck.link.change.turns import announced, turned
from factcheck.link.change.verbed import is_moved, with_way
from factcheck.link.change.waysaid import Way, ways
from factcheck.link.change.wrongside import wrong_sides
from factcheck.link.context.frames import Movement
from factcheck.link.context.operands import Ends, ends
from factcheck.link.size.bestever import beaten
from factcheck.link.size.comparisons import compared
from factcheck.link.size.extremes import extremes
from factcheck.link.size.followedby import followed_by
from factcheck.link.size.inthatorder import in_that_order
from factcheck.link.size.leaders import in_turn, leaders
from factcheck.link.size.measured import behind_all, by_size, in_order, ranked
from factcheck.link.size.ordered import listed
from factcheck.link.size.outranked import outranked
from factcheck.link.size.places import Climb, climbs, foremost, in_places, placings
from factcheck.link.size.ranges import backward
from factcheck.link.size.ranklists import ranked_by_year, ranked_in_lists
from factcheck.link.size.ranks import placed, ranks
from factcheck.link.size.saidfirst import said_first
from factcheck.link.size.setagainst import set_against
from factcheck.link.size.steps import steps
from factcheck.link.size.thanbehind import more_than
from factcheck.link.table.ranking import passings
from factcheck.model import Relation, holding
from factcheck.quantity import Quantity

RISE, FALL = frozenset({"a rise"}), frozenset({"a fall"})

LED = "the way is told sentences ahead of the figures"


@check("order", says="“{stated}” is said, but {working} is {implied}.")
def order(article: Article) -> Iterator[Relation]:
    """What is said to rise must end higher than it began, and what is said to fall, lower; ranks must fit their list.

    Wrong: The gap between the two parties has ^widened^ from [11 points] to [9].
    Wrong: Waiting times in the county ^fell^ from [12 weeks] to [15].
    Skip: The party's lead has shrunk from six percentage points to four.
    Wrong: Housing, crime and schools came next, in that order, at [24%], [14%] and [17%].
    Wrong: Banks did best, up [3.1%], then insurers ([2.2%]), builders ([2.6%]) and shops ([1.4%]), in that order.
    Skip: Ann, Bo and Cy scored the most, with 12, 15 and 9, in that order.
    Wrong: Backing for the tie-up [climbed] from [51%] in October to [48%] this month.
    Wrong: The firm [raised] its stake to 5.25 million shares from 5.97 million shares.
    Wrong: Output fell to 1,605 tonnes from 1,284 tonnes.
    Wrong: The queue [fell] from [1,298] at the end of June to [1,463] a month later.
    Wrong: Membership, [410] in 2010, has [fallen] to [440].
    Wrong: The mill [raised] its dividend from [12p] to [11p].
    Wrong: It was the [third]-highest peak on record. The river reached [9.3 metres]; it had stood at [10.2 metres] in 1974, [9.6] in 1990 and [9.4] in 2011.
    Wrong: Asia is the [second]-largest market. Europe brought in [4.1 billion] crowns, North America [2.95 billion] and Asia [1.52 billion].
    Wrong: Shares in the mill, which opened at [412p], closed 14p [higher] at [398p].
    Skip: Elm is the second-smallest town in the county. Ash has 48,000 people, Oak 41,000 and Elm 36,000.
    Skip: Shares in the mill closed 14p higher at 398p. Those of Elm stood at 412p, and at 384p on Monday.
    Right: Backing for the tie-up slipped from 51% in October to 48% this month.
    Right: Sterling fell as low as $1.2245, from $1.2375 before the announcement.
    Wrong: That makes it the state's [third]-largest city. Ahead of it are Sumner (312,400), Elm (251,900) and Ty (228,300).
    Wrong: Opposition is strongest among the over-65s, at [48 percent], followed by the 50-to-64 group at [53 percent].
    Wrong: It was the [third]-highest peak on record, after 10.2 metres in 1974, 9.6 in 1990 and 9.4 in 2011.
    Right: It is the state's third-largest city, behind Sumner (312,400) and Grand Isle (251,900).
    Wrong: Bryce Pits, [second] among them by output, dug 5,200 tons; Coldwell's dug 8,300 and Marsh Lane 6,100.  =>  8,300 and 6,100 are more than
    Right: Bryce Pits, third among them by output, dug 5,200 tons; Coldwell's dug 8,300 and Marsh Lane 6,100.
    Wrong: Soy led with $4.1 billion, followed by corn ([$2.2 billion]) and beef ($3.4 billion).
    Wrong: Ash had the lowest rate, 3.9%. Next came Elm, where [5.2%] were idle, then Oak with [4.4%].
    Wrong: 주택 부족(46%), 교통(27%), 교육(31%) 순이었다.
    Right: 주택 부족(46%), 교통(27%), 교육(21%) 순이었다.
    Wrong: 공단은 경기가 320곳으로 가장 많았고 충남이 [210곳], 경남이 [280곳]으로 뒤를 이었다.
    Wrong: 손님은 작년 [310명], 올해 [280명]으로 1년 새 [늘었다].
    Skip: Accidents told in the first half dropped to 128, or 37 fewer than a year earlier.
    Skip: 지난달 104였던 지수는 이달 97까지 밀렸다가 월말에 다시 올랐다.
    Right: Soy led with $4.1 billion, followed by corn ($3.2 billion) and beef ($2.4 billion).
    Right: Use of gas will surge to 510 billion tonnes by 2030 and 710 billion tonnes by 2050.
    Skip: He faces 10 years on each of the five most serious counts and five on each of the others, or 70 in all.
    Skip: The ratio of assets to capital increased from 18 to 1, to over 25 to 1.
    Right: Sales will increase to 5.2 billion yuan in 2018, 13.6 billion yuan in 2020 and 30 billion yuan by 2023.
    Skip: The balloons stay down if steady winds reach 23 mph or gusts exceed 34 mph.
    Skip: The scheme is expected to exceed the estimate of £1.1 billion at current prices by some £800 million.
    Skip: The balances are put at $14,636,062, exceeding by $9,636,062 what will be left in the banks.
    Right: (2017-03-14) It employed 177,000 people. At the end of 2008, that number fell to 86,000. It was at 56,000 by last year.
    Skip: It is the second-largest port, after Leeds (52) and ahead of Hull (40).
    Skip: It is the second-largest port, ahead of Hull (40) and Ely (31).
    Skip: The motion got 12 votes. It was backed up by clerks from 28 towns.
    Skip: It expects to dig 228,000 tonnes at the middle of its new range, 5,500 more than that of the old one.
    Skip: Elm had the highest rate, one of every 204, followed by Oak with one of every 282.
    Skip: The biggest rise was of 5% in May, followed by 2% in June and 3% in July.
    Wrong: They climbed [four] places to sixth from 11th.
    Right: 11위에서 6위로 다섯 계단 올랐다.
    Wrong: The village hall has room for [140], more than Elm, which has room for [155].
    Wrong: The hens laid [212] eggs. That was fewer than the week before, when they laid [190].
    Right: The turnout of 37 percent was lower than at the last election, when 44 percent voted.
    Wrong: "We [cut] our emissions from [61,000 tonnes] to [67,000 tonnes]," the manager said.
    Wrong: His blood pressure came [down] after the treatment, from [142] to [156].
    Wrong: The deficit [widened] to [$3.1 billion] from [$3.6 billion] a year earlier.
    Wrong: [Fewer] babies were born this year, [1,204] compared with [1,177] last year.
    Right: More babies were born this year, 1,204 compared with 1,177 last year.
    Skip: Online was 18% of sales. That is three points more than last year, a 29% rise in dollars.
    Skip: The cup was shared by two. Orr's 66 in May, the lowest round, stood for weeks. Of 152 who began, 74 went on.
    Right: 가장 큰 몫은 도로로 320억 원이다. 학생 9만 명에게 12만 원씩 주는 108억 원, 공원에 90억 원이 그 뒤를 이었다.
    Wrong: Support for the levy had been [rising] all winter, from [41 percent] in November to [37 percent] in February.
    Wrong: Complaints have [fallen] every year, to 412 in 2019, [371] in 2020 and [388] in 2021.
    Right: Complaints had been falling since the spring: to 830 in June, 785 in July and 710 in August.
    Skip: After rents fell the yard sold 14 boats in 2009, 19 in 2010 and 25 in 2011.
    Wrong: Wool tops the list at $48 million; timber, at [$38 million], followed, with fish on [$44 million].
    Right: The north led with 412 sites; the west, 388, followed, then the south with 371. The east came last, on 290.
    Wrong: The play took [$4.6 million]. It had the year's strongest start for a thriller, ahead of the [$4.9 million] of "Fog".
    Wrong: The song sold [412,000] copies in a week. That is the best start of the year, ahead of the [431,000] of "Glass".
    Skip: The van cost £41,000. It is the best seller in the county, ahead of the £44,000 Elm.
    Wrong: | Town | 2019 | 2024 | / |---|---|---| / | Elm | 310 | [372] | / | Ash | 340 | [388] | / | Oak | 280 | 260 | / Elm has [overtaken] Ash.
    Right: | Town | 2019 | 2024 | / |---|---|---| / | Elm | 310 | 402 | / | Ash | 340 | 388 | / | Oak | 280 | 260 | / Elm has overtaken Ash.
    Skip: | Town | 2019 | 2024 | / |---|---|---| / | Elm | 310 | 372 | / | Ash | 340 | 388 | / | Oak | 280 | 260 | / In wages Elm has overtaken Ash.
    Wrong: Then came the Blues with [14] seats, the Greens with [12] and the Farmers with nine. / The Greens [climbed past] the Blues to become the opposition.
    Wrong: She was the [sixth] of [five] children.
    Right: She was the fourth of five children.
    Right: With the win he climbs from 118th to 61st in the world.
    Wrong: With the win he [climbs] from [61st] to [118th] in the world.
    Right: Some 34 percent named housing and 17 crime. Schools came second with 21 and roads fourth with 12.
    Wrong: 컨테이너선이 [12척]으로 가장 많고 LNG선이 [15척], 탱커가 8척이다.
    Right: 컨테이너선이 18척으로 가장 많고 LNG선이 15척, 탱커가 8척이다.
    Skip: 지원자는 남성이 18명으로 가장 많고 전체는 41명이다.
    Wrong: The Reds finished fourth with [61 points], above the Blues, who had [64].
    Wrong: Gates [slipped] for the third year running, from 8,140 in 2021 to [8,020] in 2022 and [8,310] in 2023.
    Right: With 312 votes Orr came third, behind Voss on 390 and Pike on 451.
    Skip: They won 40 seats, more than analysts expected; the Greens took 55.
    Skip: About 46 percent of it was for sea trade, more than the three next largest put together.
    Wrong: Two cows were weighed. The heavier of the two, Daisy, was [610 kg]; Bess was [655 kg].
    Right: At 655 metres, Beinn Ruadh is the highest hill on the island, ahead of Carn Dubh, which reaches 612 metres.
    Wrong: It has [540] nurses in Leeds, its largest hospital, and [610] in Hull.
    Skip: The largest gift, of $2 million, came from a widow; the state gave $5 million.
    Wrong: The wait has [shortened] to [212 minutes]. A year ago it stood at [187 minutes].
    Wrong: The rent, [$4,100] a month when the lease was signed, has since [risen] to [$3,850].
    Right: Sales of flutes, which had totalled 6,100 in 2021, fell to 5,850 in 2022.
    Wrong: Fares have gone [up] again. A return to Elm cost [£8.60], against [£9.10] last year.
    Wrong: The fishing fleet is [shrinking]: it numbers [64] boats, compared with [58] a decade ago.
    Wrong: Loans to farmers [eased] to [8,120] in May (April: [7,960]).
    Wrong: A turnout of [41%] beat the [44%] of 2019.
    Wrong: The school's roll stands at 312, a slight [rise] on the [330] recorded in 2020.
    Wrong: The wait is longer in Elm, at [38 days], than in Ash, where it is [45 days].
    Wrong: The rate stands at [6.2 percent], its highest since 2015, when it was [5.9 percent].
    Right: It was colder than usual on Sunday: 4C, when the average for the day is 7C.
    Right: Fares have gone up again. A return to Elm cost £9.10, against £8.60 last year.
    Wrong: Bread is dearer than a year ago: a loaf now sells for [£1.28], having cost [£1.39] last June.
    Wrong: Receipts undershot the forecast, coming in at [$5.2 million] where the town had looked for [$4.9 million].
    Wrong: The share of renters has [crept] up; it is [29.8 percent] today and was [30.4 percent] in 2001.
    Wrong: The port [cut] the fee from [£4.1m] to [£4.6m].
    Wrong: The [increase] in the toll, from [£95] to [£80], is due in June.
    Wrong: The tank is fuller than a year ago: [62 percent] of its room, against [71 percent].
    Wrong: The barn is smaller than the one it replaces: it holds [31,000], where the old barn held [27,500].
    Wrong: The room is cheaper than it was, at [£145] a night; two years ago it cost [£120].
    Wrong: Where [340] hands worked in 2015, [512] do now, so the yard has [shrunk].
    Wrong: He ran the second half slower than the first: [1:04:10] after [1:05:32].
    Right: The pound strengthened against the dollar, from $1.2715 to $1.2840.
    Right: He hit two sixes in his 187. It was his highest score in 11 seasons, beating the 176 he made in 2019.
    Skip: New cars let out 98.4 grams, 8.1 fewer, 4.9 above the limit of 93.5.
    Right: Some 36,300 were in hotels, 13 per cent more than in June (32,100) and 35 per cent fewer than the peak of 56,000.
    Right: Elm sold 4,120 homes, 6 per cent fewer than the 4,383 of a year earlier, at an average of £318,000, up from £312,000.
    Skip: The index was lower than both the 75.0 forecast and an early reading of 75.2.
    Skip: Dahlman Rose cut its forecast to 25 cents a share from 50 cents.
    Skip: The club's debts have come down. It paid £2.4 million in wages this year, compared with £2.1 million last year.
    Skip: Of those who have signed up, 54 percent are women and 46 percent are men.
    Skip: The deficit narrowed to -2.1% of output from -3.4%.
    Skip: Shares in the mill slid after profit came in at $3.2 million, against $2.9 million a year ago.
    Skip: The mill shed 690 jobs in May, up from the 470 lost in April.
    Skip: Bryce was second on 270; Coldwell had 272 and Marsh 274.
    Skip: It is the state's third-largest city, behind Sumner and Grand Isle (251,900).
    Right: Some 61 percent of the girls read well, nine points more than the district's 52.
    Skip: In 2024 sales fell to $32.4 billion, and in the first half of this year they were 2% less than last year, at $15.9 billion.
    Skip: Of the night nurses 11 percent fell ill, against 7 percent of the others.
    Skip: Waits at the clinic have shortened. / In May a patient sat 41 minutes; in June it was 48.
    Right: Waits at the clinic have shortened. / In May a patient sat 41 minutes; in June it was 38.
    Skip: The lake stood at 61 per cent in May. / Ash has cut its use. By autumn the storage had shrunk to 67 per cent.
    Skip: # Gate falls at Elm Park / The gate averaged 7,410 there last season. This term it is 7,640.
    Skip: # Shares slide at Elm / The mill earned $3.2 million this year. Last year it was $2.9 million.
    Right: From 8 percent it went to 19 percent. That puts crime third, behind jobs (31 percent) and the schools (27 percent).
    Right: Its orders reach $7.1 billion. That leaves it second among the big three, chasing Elm, which has taken $7.9 billion, while Oak Yards has $6.4 billion.
    Skip: Norway has 39 medals. It is second in the table, behind Germany, with 31, because golds are counted first.
    Skip: The museum drew 310,000 visitors. It is third in the ratings for value, behind the castle (280,000 visitors) and the zoo (120,000).
    Skip: Of the 4 GWh missing, about 2.5 were lost when the grid operator cut output on 41 days.
    Skip: The city ranks third for rents, behind Oslo, where a flat costs €1,400. It is cheaper than Malmö, at €1,100.
    Wrong: That is [43 per cent], the poorest showing in the four contests: turnout was 47.9 per cent in 2013, 45.2 per cent in 2016 and [41.8 per cent] in 2019.
    Wrong: It was the biggest crowd the ground has had, [3,412], since the [3,150] who saw the final of 2009.
    Wrong: She is the [third] most capped player, behind Orr on [112], Pike on [98] and Voss on [91].
    Right: The dam holds 61 million cubic metres, the second-largest reservoir after Elm Water, with 92 million.
    Right: It was the biggest crowd the ground has had, 3,412, since the 3,650 who saw the final of 2009.
    Skip: The fire burned 80 homes. It was the third of the year, after one in May (40 homes) and one in June (61 homes).
    Skip: The party won 31 percent in May. It came third in June, behind Labour (28 percent) and the Greens (25 percent), with 19.
    Skip: It spent $31 million, second behind Elm on a per-head basis ($12 million).
    Right: A house costs £312,000. It is the third-dearest town, behind Elm (£402,000) and Ash (£388,000).
    Wrong: 부품이 [5억4000만달러]로 전체의 32%를 차지했다. 엔진([3억1000만달러])과 화학([3억9000만달러])이 그 뒤를 이었다.
    Wrong: Turnout, at [58 percent], was down on the [54 percent] of four years ago.
    Wrong: The town spends more on roads ([£3.1m]) than on schools ([£4.2m]).
    Wrong: The film made [$31m] in its first weekend, beating the [$36m] of the one before it.
    Wrong: Imports outstripped exports, at [$4.1bn] and [$4.4bn].
    Wrong: No county has more pubs than Elmshire, with [412]; Ashshire has [436].
    Wrong: The biggest of them, the Orr, carries [310] passengers, the Pike [340] and the Voss 212.
    Wrong: The firm's margin [fell] from [11.2] to [11.9 percent].
    Right: The number of teachers has come down more slowly than that of pupils: there are now 4,982, compared with 5,187 in 2015.
    Skip: The stock is put at 84,000 tonnes. It was 52,000 in 2014 and has been above the 70,000 at which it is in danger since 2019.
    Right: Turnout, at 58 percent, was up on the 54 percent of four years ago.
    Right: They won more games in May (12) than in all of June (9).
    Skip: No town has more pubs per head than Elm, with 412; Ash has 436.
    Skip: The biggest problem of the 310 staff was noise, as in Area 51 and Room 400.
    Skip: Indexes fell from 1.2 to 1.4 percent.
    Skip: Shipments were down on the year, at 310,000, after 290,000 in May.
    Skip: There is less agreement on the reserves. The clerk says that they will be £12.1m; they were £10.2m.
    Wrong: Orr was out for [118]. It is the highest score of the year, ahead of the [124] that Ray made.
    Wrong: At [43.0 per cent], turnout was the best of the three: in Elm it was 38.6 per cent, in Ash [45.2].
    Wrong: Elm was second with [46] medals, behind Ash with [38].
    Wrong: Ash led with 52 medals. Elm was second with [46] and Oak third with [49].
    Wrong: The largest group, [31], came from Ash, [38] from Elm and 12 from Oak.
    Wrong: Ash has 520 members, Elm 460 and Oak [480], the fewest of the three.
    Right: Elm was second with 38 medals, behind Ash with 46.
    Right: No town won more medals than Ash, 46; Elm won 38 and Oak 12.
    Wrong: The fair drew [2,140] people, beating the record of [2,310] set in 2016.
    Wrong: It was [38.9C] on Sunday. The old record, from 1976, was [39.4C].
    Wrong: She ran it in [52.9 seconds], inside her previous best of [52.2 seconds].
    Right: The fair drew 2,310 people, beating the record of 2,140 set in 2016.
    Skip: Though 2,140 came to the fair, the previous record, 2,310, still stands.
    Wrong: Last year the singer went in the charts from [48th] to [61st], her steepest [climb] yet.
    Wrong: The bridge is 1,240 metres long. That makes it the [third]-longest in the region, where Elm has 1,310 metres, Ash 1,275 and Oak 1,252.
    Wrong: Elm sold 410 boats, Ash [380] and Oak 290. Ash leads.
    Skip: Elm sold 410 boats, Ash 380 and Oak 290. Ash leads in small ones.
    Wrong: 손님은 8월 31만 명, 9월 [28만 명], 10월 [29만 명]으로 석 달 연속 [감소했다].
    Wrong: 새 다리는 길이 [820m]로, [760m]인 옛 다리보다 짧다.
    Wrong: 2위와 3위는 다라(370명)와 마바([390명])다.
    Wrong: Pay in Elm lags the county average of [$11,900], at [$12,450].
    Skip: The fee will rise to 15.60 dollars in May and to 16.25 in July.
    Skip: Elm was second on 272, behind Ash on 270, in the first round of golf.
    Skip: The count gave Ash 112, the first recount 97 and the second and third 106.
    Skip: She rose to 3rd from 5th in the rankings.
    Skip: Shares fell from 2 to 10 percent.
    Skip: The river rose to 12 feet below flood stage from 15 feet below.
    Right: The count has since risen by half, but not to what it was: it had gone from 500 to 200, and is now 300.
    Skip: Many of us ran Elmscript 3.7, so it had the fewest faults. We took more pains with Elmscript 3.5.
    Skip: They had forts along the coast by 1415 and occupied most of Albany by 1431.
    Skip: The largest ports near by are Elm (165 km from Ash) and Oak (215 km from Ash).
    Skip: Play in the Bad Beat Draw for $2,000 at least, with $100 added each day.
    Right: There were 900 law students last year. This year their number is down to 800, although a new course has drawn 200 students.
    Skip: The debt was reduced, reaching a low point of $251 million in June 1949 and ending up at $257 million in June 1950.
    Right: Interest rates are down to 15 3/4 percent, but must still fall. Inflation is down from 12.4 percent to 8.9 percent.
    Skip: The increase of all revenue for the year 1867 was $850,040. The increase of revenue from stamps was $783,404.
    Skip: # Many came, but fewer paid / The Arden had 1,420,000, the Hall of Ships 840,000, the Loom 510,000 and the Mint 330,000.
    Skip: The reservoir has lost more than a quarter of its depth to mud: divers met 41 feet of water where there were once 66.
    Wrong: 매출은 가나([820억원]), 다라([910억원]), 마바(640억원) 순으로 많았다.
    Wrong: 시민이 가장 많은 시는 청주(86만 명)다. 이어 충주([200만 명]), 제천([13만 명]) 순이다.
    Right: 가장 많이 팔린 차는 쏘렌토로 8200대였다. 수입차는 테슬라 9100대, 페라리 620대, 벤츠 590대 순이었다.
    Wrong: Lamp oil is dearer than gas on the island, at [1.42] a litre against [1.57].
    Wrong: The margin widened to [5.1 percent] in spring, after [5.7 percent] in winter.
    Right: The margin widened to 5.7 percent in spring, after 5.1 percent in winter.
    Wrong: Ridership is put at between 96,000 and [88,000] a day.
    Wrong: The fee is between $40 and [$30], by size.
    Wrong: Growth is seen at between 4.5 and [3.5 percent].
    Skip: It is the difference between £750 and £150. The yard is open between 10 and 4. Between five and three years ago it was shut.
    Skip: Unemployment fell to 4.1 percent, its lowest since 2008, when it was 3.9.
    """
    yield from backward(article)
    told: set[Span] = set()
    for relation in _by_words(article):
        if relation.doubt is None:
            told.update(relation.stated.spans + relation.implied.spans)
        yield relation
    for two in set_against(article):
        if told.isdisjoint((two.own.span, two.others[0].span)):
            yield by_size(article, two)


def _by_words(article: Article) -> Iterator[Relation]:
    """Yield what words tie to its figures, one shape after another."""
    for move in (with_way(article, found) for found in movements(article)):
        if move.before is not None and move.sign and move.said >= 0 and not move.pair:
            yield from _directed(article, move)
    based = [move for move in movements(article) if move.before is not None]
    told, signed = (frozenset(move.after.first for move in moves) for moves in (based, [m for m in based if m.sign]))
    bases = frozenset(move.before.first for move in based if move.sign and move.before)
    led = (move._replace(doubt=LED) for move in themed(article, signed | bases))
    for move in (*turned(article, told), *announced(article, signed), *led):
        yield from _directed(article, move)
    for rank, ahead in ranks(article):
        yield behind_all(rank, ahead)
    for found in (*placed(article), *ranked_in_lists(article), *ranked_by_year(article)):
        yield from ranked(found)
    yield from holding(_outranked(article))
    yield from placings(article)
    yield from map(partial(_climbed, article), climbs(article))
    for two in (
        *compared(article),
        *extremes(article),
        *leaders(article),
        *foremost(article),
        *followed_by(article),
        *more_than(article),
    ):
        yield by_size(article, two)
    for two in said_first(article):
        most = "most" if two.sign > 0 else "least"
        beyond = max(two.others, key=lambda one: two.sign * one.size).text
        says = f"{{stated}} is said to be the {most} of them, but {beyond} is {'more' if two.sign > 0 else 'less'}."
        yield by_size(article, two)._replace(says=says)
    for two in beaten(article):
        says = f"{{stated}} does not beat {two.others[0].text}, the record before it."
        yield by_size(article, two)._replace(says=says, fix="another figure, or the two swapped")
    for figures in dict.fromkeys((*listed(article), *in_turn(article), *in_that_order(article))):
        if len({one.kind for one in figures}) > 1:
            continue  # Germany (19 percent), followed by France with 7: what leaves its unit unsaid is of another size.
        yield in_order(figures, down=figures[0].quantity.interval.middle >= figures[-1].quantity.interval.middle)
    yield from (in_order(figures, down=True) for figures in in_places(article))
    yield from steps(article)
    yield from passings(article)
    yield from map(
        partial(_gone, article), (*ways(article), *trends(article), *gaps_moved(article), *wrong_sides(article))
    )


def _outranked(article: Article) -> Iterator[Relation]:
    """Yield each rank, and its figure, beside those said to stand ahead; a rank by value, or by gold medals, may be of none of them."""
    for place, two in outranked(article):
        yield from ranked(place)
        yield by_size(article, two)


def _gone(article: Article, way: Way) -> Relation:
    """Hold the verb behind two figures, of then and of now, or ahead of a row of them, to the way that they go."""
    both, word = ends(way.before, way.after), article.text(way.word)
    stated = Quantity.one_of(RISE if way.sign > 0 else FALL, word, way.word)
    made = f"{way.before.text} to {way.after.text}"
    implied = Quantity.one_of(RISE if both.grows else FALL, made, *both.before.spans + both.after.spans)
    return Relation(stated, implied, fix=_turned(word, both))


def _climbed(article: Article, move: Climb) -> Relation:
    """Hold a verb to two places: a rise ends nearer to the first."""
    word, rises = article.span(move.word, move.word + 1), move.after.size < move.before.size
    made = f"{move.before.text} to {move.after.text}"
    stated = Quantity.one_of(RISE if move.sign > 0 else FALL, article.text(word), word)
    spans = move.before.quantity.spans + move.after.quantity.spans
    implied = Quantity.one_of(RISE if rises else FALL, made, *spans)
    fix = f"a word for a {'rise' if rises else 'fall'} in place of “{article.text(word)}”, or the two places swapped"
    return Relation(stated, implied, fix=fix, doubt=move.doubt)


def _directed(article: Article, move: Movement) -> Iterator[Relation]:
    if move.before is None or not is_moved(article, move) or is_otherwise_meant(article, move):
        return
    both, word = ends(move.before, move.after), article.span(move.said, move.said + 1)
    stated = Quantity.one_of(RISE if move.sign > 0 else FALL, article.text(word), word)
    spans: tuple[Span, ...] = both.before.spans + both.after.spans
    implied = Quantity.one_of(RISE if both.grows else FALL, f"{move.before.text} to {move.after.text}", *spans)
    yield Relation(
        stated,
        implied,
        doubt=move.doubt or either_way(article, move) or loosely_told(article, move),
        fix=_turned(article.text(word), both),
    )


def _turned(word: str, both: Ends) -> str:
    """Return what would be right, in words."""
    way = "rise" if both.grows else "fall"
    return f"a word for a {way} in place of “{word}”, or the two figures swapped"
