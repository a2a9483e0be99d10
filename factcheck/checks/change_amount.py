"""Amounts of change against the two figures that they lie between."""

from __future__ import annotations

import re
from collections.abc import Iterator
from fractions import Fraction

from factcheck.article import Article
from factcheck.check import check
from factcheck.link.chance.carried import carried
from factcheck.link.chance.elsewhere import DIFFERENCE, Aim, anything, beside, confirming, words_before
from factcheck.link.chance.resumed import parting
from factcheck.link.chance.tradebalance import trade_balances
from factcheck.link.change.acrossnought import across_nought
from factcheck.link.change.alone import settled
from factcheck.link.change.bothends import sizes
from factcheck.link.change.changes import movements
from factcheck.link.change.gapbetween import gaps_between
from factcheck.link.change.misprints import unlike
from factcheck.link.change.nearby import is_cause
from factcheck.link.change.neargap import near_gaps
from factcheck.link.change.onlyalike import only_alike
from factcheck.link.change.otherwisemeant import of_other_things
from factcheck.link.change.sizes import is_of_some
from factcheck.link.change.takingup import sizes_of
from factcheck.link.change.targets import off_target
from factcheck.link.change.threes import apart, filled_in
from factcheck.link.context.asides import without_asides
from factcheck.link.context.frames import Movement
from factcheck.link.context.operands import exact_ends, in_unit, unhedged
from factcheck.link.context.roles import BEYOND, OFF, grammar
from factcheck.link.people.agegaps import age_gaps
from factcheck.link.rate.percentages import SEVERAL
from factcheck.link.size.scales import per_period
from factcheck.model import Mention, Relation
from factcheck.patterns import Pattern
from factcheck.phrase import phrase
from factcheck.quantity import Interval, Quantity
from factcheck.segment import vocabulary

OF_OTHERS = "the change is so far off that it is of other figures"
LEAST = 10
HUNDREDS, FINE = 50, Fraction(1, 20)
"""A count that ends in two zeros, which round it by no more than a twentieth, may stand for a finer one."""
HALF = Fraction(1, 2)
BEFORE, BEHIND = 5, 4
NEAREST = {"duration": (2, 1)}
EARNED = frozenset({"profit"})
SPARE = frozenset("spread balance save saves saved saving savings missing".split())
TWICE = 2
TEMPERATURES = frozenset({"celsius", "fahrenheit"})
THAN = Pattern(r"(?:보다|대비|비해) $")
OTHER_UNITS = frozenset(
    {"wicket", "set", "game", "match", "length", "lap", "minute", "second", "hour", "day", "year", "place"}
)

STRUCTURES = (age_gaps, gaps_between, off_target, apart, parting, carried, trade_balances)
LOOK = 30
STAGES = frozenset({"hole", "round", "lap", "over", "leg"})
"""So many of these are no score: 12 under, three better than the winner over the same 54 holes."""

WHICH = Pattern(r", which\b[^.;]*$")
ITS_OWN = Pattern(
    r" (?:and|but) [\w.,-]+ (?:more|fewer|less|better|worse) than (?:the |his |her |their )?$|,? who (?:have|has|had) (?:played|lost|drawn)(?: only| just)? $| (?:better|worse) than [^.;\d]{2,60}, who (?:was|were) $"
)
"""Between an amount and the second of two figures this tells another, which is theirs: best by two shots, and one more than the 64."""

SCORE_OF_PART = Pattern(
    r" (?:first|second|third|fourth|opening|closing|final|last) (?:half|quarter|period|set|session|innings?|third)\b",
    re.I,
)
"""Behind a score these make it that of a part of a match."""

PART_OF_MATCH = Pattern(r"\b(?:half|quarter|period|set|session|leg|innings?|third)\b[^.;,\d]{0,12}\bby (?:a )?$", re.I)


@check("difference", says="{working} is {implied}, not {stated}.")
@without_asides
def difference(article: Article) -> Iterator[Relation]:
    """The stated difference of two figures must be what parts them.

    Wrong: Membership was up [40] from 210 to 260.  =>  260 - 210
    Wrong: The won rose [8.5 won] to 1,384.7 won from 1,393.6 won.
    Wrong: He won by [40] votes, 5,210 to 5,160.
    Wrong: Larkspur State owned the glass [41]-33, a [nine]-rebound edge that told.
    Wrong: The gap between the richest ward, at [$92,000], and the poorest, at [$38,000], is [$64,000].
    Skip: The gap between the richest ward, at $92,000, and the poorest, at $38,000, was $44,000 ten years ago.
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
    Skip: It takes in 30 and adds 70, instead of 40.
    Skip: The bill goes from £1,642.50 to £1,724.46, or about £1.58 more a week.
    Skip: The rate edged up by 0.05 to 0.81, still far from the 2.1 that are needed.
    Skip: Nurses number 780, 45 short of the plan; 60 are to come from abroad and 22 will retire.
    Skip: Profit fell to $181 million from $196 million, hurt by a $30 million charge.
    Skip: The airline will drop five routes, leaving it with 131 to 28 states. / The school had 1,010 pupils and has 1,240 now. The extra 320 places, up the hill, open in May.
    Skip: It has $150 million in gold as a reserve; in addition its cash comes to $167 million, an increase of $26 million over last year.
    Skip: Gold came to $33 million and silver to $28 million, $2 million less of gold and $8 million more of silver than before.
    Wrong: Planners allowed [£52m] for the tram. It came in at [£58m], [£9m] over.
    Wrong: There are [212] ewes and [146] rams, [76] more ewes than rams.
    Right: The result swung by €324 million, from a loss of €206 million to a profit of €118 million.
    Right: The lifeboat fund needs $90,000 and has $74,000. It is $16,000 short.
    Skip: The lifeboat fund needs $90,000 and has $74,000, $11,000 more than last year.
    Skip: Sales were $57bn, $10.3bn more than in the second quarter and 62 per cent more than the $35.1bn of a year before.
    Skip: Rebates rise: Austria's to €565m a year from €237m, the Netherlands' by €345m to €1.92 billion.
    Skip: Reserves, £21m in April, will be £13.8m next spring. He has one year left, since the grant goes down by £6m.
    Skip: The plan to raise the age failed by three to one, 74.7 to 25.3.
    Skip: The average stay fell from 5.6 to 5.3 days, which freed beds for 3,400 more patients.
    Skip: Jobs were off by 33,000: August had a loss of 4,000 revised from a gain of 22,000.
    Skip: Born the fourth of nine children, he left school at 14, and played his first match at 17.
    Wrong: The school had room for [600] pupils but took in [647], [37] over the limit.
    Wrong: The pay scales are [£41,300] for men and [£36,900] for women, a gap of [£5,400].
    Wrong: Wheat closed at [$5.82] a bushel, [41 cents] below Monday's [$5.96].
    Wrong: The members voted [212] to [187] on Tuesday. The motion was passed by [35] votes.
    Skip: The chamber divided 94 to 71 last year. The pact was carried by 230 votes this time.
    Wrong: The line goes from [$61.4m] to [$65.1m]. The chief, who had asked for $68m, is to get an extra [$4.7m].
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
    Wrong: The toll on fish stocks fell by [$14 million] to [52 million] in May from [61 million] a year ago.
    Right: Rainfall rose by 27 millimetres to 118 from 91 the month before.
    Skip: The trip lengthened to 61 days from 48, or by two weeks less one day.
    Skip: The motion needs five of the nine votes, and the chair counts six.
    Skip: The strike cost the port 40 sailings in March and 55 in April, 12 more of them cut short by fog.
    Skip: Of 340 flights 51 were late in May; in June 38 of 310 were, an improvement of three points.
    Wrong: 남자는 [320명], 여자는 [270명]으로 남자가 [70명] 많다.
    Wrong: 표차는 [331표]였다. 한 후보가 [1만840표], 남 후보가 [1만529표]를 얻었다.
    Wrong: 군 인구는 [4만8200명]이다. 작년 이맘때는 [4만9500명]이었다. 한 해 동안 [3100명]이 줄어든 것이다.
    Skip: 한 후보가 1만840표, 남 후보가 1만529표를 얻었다. 4년 전에는 표차가 631표였다.
    Skip: Her grandfather ran the club for 11 years, until 1974. He won by three votes, in a room of nine.
    Skip: Some 41,720 people counted. That is 35 birds apiece, two fewer than a year ago, when only 30,100 took part.
    Skip: They raised £2,140 at the fair and £1,890 at the sale, £200 more than they needed for the roof.
    Skip: A majority was 108, so Lacey dropped out and Kapoor won the run-off 109 to 101.
    Skip: Labour took 412 of 650 seats on a third of the vote, a majority of 174.
    Skip: 2월 할증료는 7500원∼5만7000원이다. 1월(1만2000원∼9만원)보다 4500∼3만3000원 싸다.
    Skip: 작년보다 품목 28개 가운데 14개가 내리고 11개가 올랐다.
    Skip: 지난해 30명, 올해 45명을 뽑았고 내년에는 20명을 더 뽑는다.
    Right: Exports came to $16.8 billion in April. Cars made up $5.6 billion of it. / Imports, hit by dear oil, fell 3 percent to $11.3 billion. / A trade surplus of $5.5 billion was left.
    Skip: Exports were worth $16.8 billion in April and imports $11.3 billion. The trade surplus with Spain was $2.1 billion.
    Skip: Exports came to $16.8 billion. Imports came to $11.3 billion. The trade surplus of $9.4 billion that he boasts of is what was built up since January.
    Wrong: The quay will cost [$84 million], [$19 million] more than planned. The estimate that voters saw in 2019 was [$68 million].
    Wrong: Rams at the spring sale averaged [4,260] crowns, up [380] on the year. In 2018, when 72 lots were shown, the average was [3,980].
    Right: Rams at the spring sale averaged 4,260 crowns, up 280 on the year. In 2018, when 72 lots were shown, the average was 3,980.
    Skip: Of 590 games they won 288, drew 170 and lost 132.
    Skip: There were six fires in May, three fewer than in April, when two people died.
    Skip: There were four homicides, two fewer than in 2017, when a single attack claimed three lives.
    Skip: Nine ships called, four fewer than in 2018, when seven were cruise liners.
    Skip: He was 15 seconds behind Orr, who took second. / Of the 161 who set out on Sunday, 143 remain.
    Skip: It was 1.1 degrees short of its record of 35.8C. By noon on Saturday it stood at 19.2C, a fall of 15.5 degrees, or 28 on the Fahrenheit scale.
    Skip: The vote was 34 to 19. An attempt to stop the rise in parking charges failed by a margin of 13.
    Skip: 배추는 포기당 3100원으로 지난주보다 400원, 지난해보다 900원 올랐다.
    Skip: 예산 412억 원은 지난해보다 41억 원 늘었으며 군비는 52억 원으로 9억 원 줄었다.
    Skip: Children make up 101 of the cases, including 44 younger than 5.
    Skip: Services will cost £96.5 million. That is £13.3 million more than this year. / A quarter of the £24.5 million for roads goes on potholes. Savings of £11.7 million include the loss of 85 posts.
    Right: 4월 수출액은 16억8000만 달러로 집계됐다. 작년에는 15억2000만 달러였다. / 수입은 유가가 내려 11억3000만 달러에 그쳤다. 무역수지는 5억5000만 달러 흑자였다.
    Skip: Exports were $16.8 billion and imports $11.3 billion in April. In the first four months the trade surplus was $20 billion.
    Skip: Exports of cars came to $16.8 billion. Imports were $11.3 billion. The trade surplus of $2 billion was a record.
    Skip: Tickets cost 110 kroner, 20 more than last year, or 80 for students and the over-67s.
    Skip: They were 12 down after 19 minutes and eight behind at the break.
    Skip: Only once in the cup's 36 years has a lead of five been lost over the last 12 laps.
    Wrong: Takings fell by [£14,000] across the 14 shops, officials said on Tuesday, to [£84,000] from [£96,000].
    Wrong: 6월 말 임직원은 [3480명]이다. 1년 전의 [3210명]과 비교하면 [370명] 많아졌고, 이 가운데 870명이 연구직이다.
    Wrong: The museum had [84,200] visitors in 2023. Last year the figure was [97,300], which is to say [18,100] more.
    Wrong: Ms Orr is [34], [nine years] younger than her husband, who is [45].  =>  45 - 34
    Right: Ms Orr is 34, ten years younger than her husband, who is 45.
    Skip: At 34 she looks nine years younger than the coach, who is 45.
    Wrong: The force should have [2,315] officers. It has [2,140]. Ms Reed said she could fill 60 posts this year; the [165] vacancies would stay.  =>  2,315 - 2,140
    Wrong: Ms Pym has [7,412] votes. Mr Orr got [6,316], and Ms Rao 2,954. / She is thus [1,196] clear of her nearest rival.
    """
    found = settled(_told(article), article, _unbound)
    for structure in (*STRUCTURES, _only_alike, near_gaps):
        found = filled_in(found, structure(article))
    yield from confirming(found, article, lambda article: anything(article, "money|measure|count", DIFFERENCE))


def _only_alike(article: Article) -> Iterator[Relation]:
    """Hold an amount to the only two figures of its kind near by."""
    told = (one for one in sizes_of(article, "number|duration") if _is_telling(one) and not per_period(article, one))
    yield from only_alike(article, ((_said(stated), stated, (DIFFERENCE,)) for stated in told))


def _told(article: Article) -> Iterator[Relation]:
    for move in movements(article):
        for role in move.stated:
            if is_cause(article, role) or (role.sign < 0 and not (move.link or move.sign)):
                continue
            if move.pair and article.word(role.place + 1) in ("more", "further", "others"):
                continue  # Two more tries put them 26-18 ahead.
            aged = article.word(role.place - 1) in ("under", "over", "aged") and role.start < role.place - 1
            aged = aged or is_of_some(article, role.mention) or _of_an_age(article, role.mention)
            apart = aged or _part_of(article, move) or _by_another_period(article, role.mention, move)
            apart = apart or _instead_of_itself(article, move, role.mention) or _than_then(article, move)
            apart = apart or _of_two_nouns(move) or _of_a_half(article, role.mention, move)
            apart = (
                apart or _before_another(article, role.mention, move) or of_other_things(article, role.mention, move)
            )
            apart = apart or (article.word(role.place + 1) == "earlier" and article.word(role.place + 2) == "in")
            if role.name == "change" and _same_measure(role.mention, move) and not apart:
                passed = across_nought(article, move)
                yield from [Relation(_said(role.mention), passed)] if passed else _difference(move, role.mention)


def _of_an_age(article: Article, stated: Mention) -> bool:
    """Tell whether a number is of those below or above an age: 101 of the cases, including 44 younger than 5."""
    return (
        stated.kind == "count"
        and phrase("(younger|older) than").match(article.skeleton, article.place(stated) + 1) is not None
    )


def _instead_of_itself(article: Article, move: Movement, stated: Mention) -> bool:
    """Tell whether a change stands right before what it is told instead of: it imports 30 and adds 70, instead of 40."""
    if move.before is None or article.word(article.place(move.before) - 2) != "instead":
        return False
    return move.after.first < stated.first < move.before.first


def _of_a_half(article: Article, stated: Mention, move: Movement) -> bool:
    """Tell whether a part of a match was won by so many, or so: won the second half by eight for a final 29-25; four down before a 29-22 third quarter."""
    ends = max(one.span.end for one in (move.before, move.after) if one)
    part = SCORE_OF_PART.match(article.document.text, ends)
    return PART_OF_MATCH.search(article.around(stated, LOOK, 0)[0]) is not None or part is not None


def _before_another(article: Article, stated: Mention, move: Movement) -> bool:
    """Tell whether what moved between two figures is named only behind an amount, which is its own clause's: added 398 to the total, which rose from."""
    told = [one.first for one in (move.before, move.after) if one]
    ends = [first for first in told if first > stated.first]
    between = article.document.text[stated.span.end : article.tokens.starts[min(ends)]] if ends else ""
    return (ends == told and WHICH.search(between) is not None) or ITS_OWN.search(between) is not None


def _of_two_nouns(move: Movement) -> bool:
    """Tell whether the ends count two things, which no size parts: in 48 editions a lead of seven was lost over 18 holes."""
    nouns = {end.noun for end in (move.before, move.after) if end is not None and end.kind == "count" and end.noun}
    return (len(nouns) > 1 and move.link != "from") or (len(nouns) == 1 and not nouns.isdisjoint(STAGES))


def _than_then(article: Article, move: Movement) -> bool:
    """Tell whether a figure is itself how much more than then, its verb left to the next: 지난주보다 400원, 지난해보다 900원 올랐다."""
    ends = (end for end in (move.before, move.after) if end is not None)
    return article.verb_last and any(THAN.search(article.around(end, BEFORE, 0)[0]) for end in ends)


def _by_another_period(article: Article, stated: Mention, move: Movement) -> bool:
    """Tell whether a change is told by another period than its ends: $12 a month, up from $9, or $36 more a year."""
    mine = per_period(article, stated)
    ends = {per_period(article, end) for end in (move.before, move.after) if end} - {""}
    return bool(mine) and mine not in ends


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
        whole = phrase(", of DETERMINER? {count}").search(article.skeleton, sentence.start, sentence.end)
        said = remain if whole or article.word(sentence.start) == "of" else cues  # Of the 24, 17 did worse, six better.
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
    if stated.unit == "pt" and not near:
        return False  # No index moves so far: 51 of 310, an improvement of three points.
    beyond = not stated.unit and stated.size > max(move.before.size, move.after.size)
    if len(units) > 1 and (beyond or stated.unit not in (units if near else units - {""})):
        return False  # "41,300 megawatts, over the record of 40,150 by 1,150", not 40 milligrams and 8.4 days
    if move.link == "apart" and units == {""}:
        return True
    bare = units == {""} and (stated.unit in ("pt", "") or _elided(stated, move))
    return stated.unit in units or bare or (stated.unit == "degree" and units <= TEMPERATURES)


def _elided(stated: Mention, move: Movement) -> bool:
    """Tell whether two figures leave the unit of what parts them unsaid: by 77 million euros to 345 million from 412 million."""
    told = move.link in ("from", "aside") and stated.kind in ("money", "measure")
    return told and move.before is not None and not (move.before.noun or move.after.noun)


def _difference(move: Movement, stated: Mention) -> Iterator[Relation]:
    if move.before is None:
        return
    said = _said(stated)
    before, *afters = (in_unit(one, stated) for one in (move.before, move.after, *move.others))
    readings = [exact_ends(before, after, stated).gap for after in afters]
    fitting = next((gap for gap in readings if gap.interval.meets(said.interval)), None)
    several = move.others or stated.upper
    doubt = move.doubt or (SEVERAL if several and fitting is None else None)
    doubt = doubt or (OF_OTHERS if fitting is None and unlike(said, readings[0]) else None)
    yield Relation(said, fitting or readings[0], doubt=doubt)


def _said(stated: Mention) -> Quantity:
    """Return a stated count as exactly that, a round one of thousands as rounded; any other figure as shown."""
    stated = unhedged(stated)
    whole = stated.kind in ("count", "points") and stated.number and stated.number.half == HALF and not stated.hedge
    if whole and stated.number:
        if HUNDREDS <= stated.number.coarse <= stated.number.middle * FINE:
            return stated.quantity.rounded
        return stated.quantity.changed(value=Interval.exactly(stated.number.middle), coarse=None)
    return stated.quantity
