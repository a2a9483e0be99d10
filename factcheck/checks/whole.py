"""Parts against the whole that they make up."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import pairwise

from factcheck.article import BIT, Article, Sentence
from factcheck.check import check
from factcheck.link.chance.elsewhere import DIFFERENCE, SUM, Aim, confirming
from factcheck.link.chance.remaining import resumed_sums
from factcheck.link.change.threes import filled_in as taken_up
from factcheck.link.context.apposition import for_one
from factcheck.link.context.roles import grammar
from factcheck.link.series.across import across_sentences
from factcheck.link.series.circumstances import without_circumstances
from factcheck.link.series.complete import filled_in
from factcheck.link.series.composed import composed
from factcheck.link.series.counters import counted_out
from factcheck.link.series.figures import counted, value
from factcheck.link.series.readings import (
    NEAR_MISS,
    NO_THIRD,
    Reading,
    beyond_doubt,
    complementary,
    fits,
    in_places,
    listed_alike,
    may_be_whole,
    near_miss,
    neighbours,
    of_larger,
    segment,
    settled,
    stretches,
)
from factcheck.link.series.runs import breaks, families, first_run, gap, last_run
from factcheck.link.series.totals import counts_more, is_remainder, is_total
from factcheck.link.whole.fellows import is_base, listed_itself
from factcheck.link.whole.leaving import MOST_PARTS, OPENS_WHOLE, left_in, with_left
from factcheck.link.whole.otherpart import other_parts
from factcheck.link.whole.sums import adds_up_to
from factcheck.link.whole.vetoes import doubted
from factcheck.model import Mention, Relation
from factcheck.phrase import phrase

ADDABLE = BIT["M"] | BIT["K"] | BIT["U"] | BIT["P"] | BIT["L"]
APPOSED = "<,:(—;>"
HAD = "<wN>? <wN>? (HAVE|BE|of|with)"
CONSISTING = "of all"
CLOSING = (":", "(", CONSISTING)
"""Behind these all parts follow; behind a comma, a dash or a semicolon it may be some."""
COMPARED = ("from", "than", "by", "against", "versus")
"""Behind these a figure is what another is compared with, and nothing that follows makes it up."""
DISTANT = frozenset("ahead behind clear adrift".split())
MADE = frozenset({"made", "make", "makes", "making"})
CONSISTS = frozenset("comprising comprises comprised consisting consists consist split divided".split())
"""These open the parts of what stands before them, all of them: "made up of", "is split between"."""
NEAREST, LEAST, CLOSE = 3, 10, 12


@check("part-whole", says="The parts come to {implied} ({working}), not {stated}.", far=2.1)
def part_whole(article: Article) -> Iterator[Relation]:
    """Parts that a text sets beside their total must add up to it.

    Every total that the sentence may mean is tried, and the parts are held against one only where they are all of it:
    a cue closes the list ("in all", "the remaining"), the parts leave no third (men and women), or one digit is at fault.

    Wrong: They put [96] flats into its six storeys: [34] with one bedroom, [48] with two, [12] with three, and [four] lofts.
    Right: They put 98 flats into its six storeys: 34 with one bedroom, 48 with two, 12 with three, and four lofts.
    Wrong: A dealer took 31 of the [87] boats. The rest, [65] in all, went to families.
    Wrong: The bridge cost £87 million. The town gave [£31 million], and the state paid the balance of [£65 million].
    Wrong: All but 31 of the [87] boats, that is [65], are steel.
    Wrong: With 31 boats of wood and 56 of steel, the fleet has [78].
    Skip: It was backed by 165 Labour peers, 93 Liberal Democrats and 78 others.
    Skip: One raid killed eight people and wounded 18, and the next left eight dead.
    Skip: Rowan runs 2,000 of the scooters and Finch 1,500; the other 1,000 are the town's.
    Wrong: The two towns cast 463,000 ballots and 654,000, [1.16 million] in all.  =>  463,000 + 654,000
    Wrong: Of the [120] delegates, 45 were men and 65 women.  =>  45 + 65
    Wrong: The city has [202,650] people: 98,400 men and boys, and 106,250 women and girls.
    Wrong: Of the [$350 billion], $150 billion is for ships and the remaining $300 billion for chips.
    Wrong: The bank made loans of $43 million and $31 million, for a total of [$84 million].
    Wrong: Halden employs 8,400 people and Brisbourne 3,150. / The merger makes a group with a combined workforce of [11,050].
    Wrong: The road costs [£5.2m], with £3.1m coming from the state and the remaining £1.9m from the council.
    Wrong: The club raised [£4,310], made up of £2,980 in gifts and £1,230 from the raffle.
    Wrong: The firm runs [eighteen] depots. Eleven of them are in the north, five in the south and three abroad.
    Wrong: The grader cost [$268,000], of which the state paid $107,200. The other $150,800 came from the road fund.
    Right: It will buy jets for $36.2 billion and spend $13.7 billion on engines, nearly $50 billion together.
    Right: The figure is $350 billion. Of this, $150 billion is for ships and the other $200 billion for chips.
    Right: Another 214 ballots carried write-in names, beside 4,702 and 4,551. That made 9,467 votes for mayor.
    Wrong: The figure is [$350 billion]. Of this, $150 billion is for ships and the other $250 billion for chips.
    Wrong: The study lost [70] people dropped out, 37 from the drug arm and 35 from the other.
    Wrong: The force bought [14] jets (12 single-seat versions and three trainers).
    Wrong: There is a gap of [£6.2m] over three years: £2.1m in 2024, £1.9m in 2025 and £2.6m in 2026.
    Wrong: 참가한 회사는 [340곳]이다. 대기업이 12곳, 중견기업이 45곳이며 중소기업은 293곳이다.  =>  12곳 + 45곳 + 293곳
    Right: 참가한 회사는 340곳이다. 대기업이 12곳, 중견기업이 45곳이며 중소기업은 283곳이다.
    Wrong: The north took $420m of it. The south took $390m, the east $310m and the west $280m. These four bought [$1.31bn].
    Wrong: The wall will cost [£8.6m]. The state gives £4.7m. The county has promised £2.1m, and a levy brought £950,000. That leaves £1.05m to borrow.
    Right: The wall will cost £8.8m. The state gives £4.7m. The county has promised £2.1m, and a levy brought £950,000. That leaves £1.05m to borrow.
    Wrong: 미국이 4억 2000만 달러를 샀다. 중국은 3억 9000만 달러, 유럽은 3억 1000만 달러를 샀다. 이들 세 곳이 산 것만 [12억 2000만 달러]다.
    Wrong: The north holds $420m of it. The south holds $390m and the east $310m. Together the three hold [$1.02bn].
    Skip: The north took $420m of it. The south took $390m and the east $310m. These three bought $905m a year earlier.
    Right: The wall will cost £8.6m. The state gives £4.7m, after £2.1m for the gate. That leaves £3.9m to borrow.
    Wrong: Its [63] shops — 31 in Kent, 21 in Surrey and 14 in Sussex — are for sale.
    Wrong: The [240]-strong staff is made up of 150 drivers, 60 clerks and 50 cooks.
    Wrong: The hoard, [4,200] pieces in all, is split between 2,900 coins and 1,500 rings.
    Wrong: The farm has [48] hives. Thirty are in the orchard and the other 28 on the moor.
    Wrong: There are [180] seats, of which 110 are in the stalls and the remaining 90 upstairs.
    Wrong: Of the [46] posts to go, 25 are in Perth and 24 in Dundee.
    Wrong: He got two years for the theft and nine months for the lie, making [three years] in all.
    Wrong: They landed 31 pike, 12 carp and four eels, a haul of [57] fish.
    Wrong: The first stage costs 30 million euros and the second 20 million euros. Together they add up to [55 million euros].
    Wrong: She had [20] geese and a fox took six. That left her with 17.
    Right: He got two years for the theft and nine months for the lie, making 33 months in all.
    Wrong: Women hold 310 of the firm's [800] posts and men the other 520.
    Wrong: The party has [48] seats: 31 in Kent, 19 in Sussex.
    Wrong: It flew 2.1 million people at home and 1.6 million abroad: [3.9 million] people.
    Right: He got £437,000 in pay and a £195,000 bonus, £632,000 in all; in a full year he could make £2.3m.
    Wrong: The town has [six] mills. / Four are of brick. / Money was found to mend the other three.
    Wrong: The boat had [214] aboard. / A tug took off 187. / They looked all night for the 37 others.
    Wrong: A total of [640] farms answered. / More than half, 352, were content. / The 298 who were not blamed the rain.
    Wrong: The firm cut [1,150] posts. / Of those, 700 went in Ely. / Another 250 went in Hull. / The last 300 were in York.
    Wrong: There are 22 lambs in one and 19 in the other. / The boy who feeds those [43] lambs is ten.
    Right: The fair raised £46,000. / A further £12,500 came by post. / The bishop said the £58,500 would mend the roof.
    Wrong: [Twelve] jurors were sworn in. / Seven were men. / The four women took longer to choose.
    Right: The town has 14 mills. / Nine are of brick. / Five are of stone.
    Wrong: Repairs cost $340,000 and fees $85,000. That brought the bill to [$452,000].
    Wrong: Twelve men and [fifteen] boys made up the party of 28.
    Wrong: Police seized [63] guns. There were 28 pistols, 24 rifles and 12 shotguns.
    Wrong: They sold 2,300 tickets on Friday and 1,900 on Saturday, [4,400] over the weekend.
    Right: Altogether 1,265 people left. Some 840 went to the school, 310 to the hall and 115 to friends.
    Wrong: Of the [four] men, [one] was freed; the other [two] were charged.
    Skip: A man, two women and two children were hurt, five people in all.
    Skip: Elm will overspend by £18.4m. Its savings bring that down to £11.2m, and a freeze on hiring, worth £4m, to £7.2m.
    Skip: Without pensions 28.7 million more would be poor; without credits, 6.8 million. / Some 92% are insured, leaving 27.1 million, or 8.0%, without.
    Skip: Police get $271 million (32%), fire $148 million (18%), parks $64 million (8%) and libraries $39 million (5%).
    Skip: The Tories have 31 seats to Hearth's 17, up one, with eight others.
    Skip: The trust has 17 farms, ten in the dale. Eight of the others may be sold.
    Skip: Twelve jurors were sworn in. / Seven were men. / Four women had served before.
    Skip: Forty boats set out. / Six sank. / The 30 survivors were in port by dusk.
    Skip: She sold 20 works. / Eight went to dealers. / The other ten that hang here are not for sale.
    Skip: Subscriptions rose to 10.8 million, 220,000 of them digital, beating the 9.9 million goal by far.
    Skip: The county is 62% white, 21% Black, 11% Hispanic and 6% Asian.
    Skip: She won 12 seats in the north and 15 in the south, so 30 more are needed.
    Skip: Ten planes and 12 ships took part. All 24 crew members were safe.
    Skip: Of the 46 posts, 25 are in Perth and 24 are part-time.
    Skip: It wants a school at Arle ($29 million), works at Ben ($14 million) and Cove ($10 million), and a roof ($7 million).
    Skip: Sixty goals went in. Nine of them were by Dray, who let in 22 and lost to the other five.
    Skip: Foreigners made up 620,000 of them; 186,000 came from Japan, 124,000 from Taiwan and 71,000 from Peru.
    Skip: There were 171 people aboard, including 160 passengers and six crew.
    Skip: Of the 120 delegates, 45 spoke and 90 voted.
    Skip: Revenue rose to $43 million from $31 million, a total of 12 offices.
    Skip: Wind's share rose four points from 42% in 2022; biomass gave 24%, gas 14%, and solar 7%.
    Skip: He kicked every point but the five for their try: a conversion and five penalties, 17 in all.
    Skip: Lots two and three go on Friday and the last four on Saturday: 259 things in all.
    Skip: They put up 140 people, 52 of them children, in a gym built for 90.
    Skip: Orr came first with 6,200 votes, ahead of Ray (5,756) and Lowe (4,430). The six others shared the rest.
    Skip: The loan of $5,000 costs $235.37 a month, $5,649 in all.
    Skip: Some 60,000 came on the first day and 85,000 on the second, but as 20,000 came twice there were 125,000 in all.
    Skip: They flew 14 sorties on Monday, 9 on Tuesday and none since, and dropped 61 bombs in all.
    Skip: In July 38 of the 41 voted: 26 said go and 12 said stay.
    Skip: It cost this: plums at £1.50 a kilo, £3; sugar at £1.10 a kilo, £1.65; a lemon, 35p. That makes £5.
    Right: She swam 2 km, rode 80 and ran 20, 102 in all.
    Right: Of the entries 206 were from abroad, from 16 countries; 96 of those were Dutch (31), Irish (29), German (20) or Danish (16).
    Right: Of 11 orders made after a fire which killed two, seven were carried out, two in part and two not at all.
    Right: It drew 21,640, down on last year's 22,310 but up on the 17,900 of Wednesday, making 39,540 in the two days.
    Skip: Orr began on seven under, three ahead of Mack and two others.
    Skip: She celebrated turning 21 on board, on day 20. / Of the 37 crews that set off together 23 are home.
    Skip: There were 131 guests. Eleven have been on twice and one, Marge, four times, so 117 different people.
    Skip: The flood killed 18 tourists, 14 of them students, and three guides.
    Skip: The gale hit 103 buildings, 62 of them homes and 34 shops.
    Skip: A 29-member council is composed of a chairman, five deputy chairmen and 23 other members.
    Skip: The valley is 75% beech, 15% oak and 10% other trees.
    Right: A day costs $29: it is split into $10.50 for meals, $9.50 for a bed, $7 for fuel, and $2 for tips.
    Skip: There came 24 cutters, 22 sloops, 12 yawls, and other craft, making 98 vessels of all kinds.
    Skip: Most of the town's 11,000 Danes live in Ash (6,200) and Oak (3,800).
    Skip: Five clubs have joined the league and two have left, making the current total 16.
    Right: This year 68 projects will end; another 577 projects will begin, and plans for 310 more will be drawn. These 955 projects cost $2 billion.
    Wrong: Hale employs [8,400] people and Brisk [3,150]. / No plant will close. / She wrote to the [11,050] members of the workforce.
    Skip: The debt of $75m had been cut to $45m when war came. By 1816 it had attained the sum of $127m.
    Skip: There are four basic types of tissue. Muscle comes in three main types; the last lies between the other two.
    Right: She had fourteen children (all grown), seven male and seven female, while Ann had only two.
    Skip: It has 16 heavy engines (pumps, ladders and four-wheel trucks), 4 light ones (cars and vans), and 4 ambulances.
    Skip: The museum owns 1,240 coins. On show are 780, in two rooms. The 462 in the vault are from one hoard found in 1931.
    Skip: Some of the $22 billion will never be spent. Another $6 billion is set aside. Part of the $6 billion will remain.
    Skip: Twelve boys and their coach were got out over three days: four on Sunday, four on Monday and five on Tuesday.
    Skip: Two and two is going to make five.
    Skip: Term had 13 school days. The 8th was polling day; on three others the boiler failed. That leaves nine.
    Skip: The list had 88 names. Seventy-one came, nine of whom had colds or, in one case, a dog.
    Skip: New cases did it: 191,000. The heap grew by 7,000, to 93,000, though it remains below the 121,000 of May.
    Skip: The house showed 112 lots, and 104 found buyers. The seven that did not come again in May, and one was withdrawn.
    Skip: Four teams are tied. Despite having come through in two of the last three seasons, one may go down.
    Skip: She came home with a 74 and a 72-hole total of 280.
    Skip: Work began on 37 bridges, eight others were surveyed, and twenty other plans were drawn.
    Skip: In addition they are casting fifty guns, twenty-seven mortars and sixty-six shells; in all, 428 pieces.
    Skip: Veera won 500 MW, Udayan 300, Norr of Sweden 250 and Sona the remaining 150. Udayan had asked for 450.
    Skip: The region has 300 parks: 120 in the north, and 45 are closed.
    Skip: The request is for four works: a school at Elm ($29.5 million), halls at Ash ($14 million) and Oak ($10.3 million), and a roof for Yew ($7.2 million).
    Wrong: 버스가 굴러 [4명]이 숨지고 [18명]이 다치는 등 [24명]의 사상자가 났다.
    Wrong: 정원은 [1200명]이다. 이 가운데 [900명]은 수시로, [400명]은 정시로 뽑는다.
    Wrong: 대표단은 [30명]으로 남성 [17명], 여성 [15명]이다.
    Wrong: 사상자는 모두 [31명]. 숨진 사람이 [3명], 다친 사람이 [18명]이다.
    Wrong: 옮기는 공무원은 [147명]이다. / 승진자는 [62명]이다. / 나머지 [95명]은 전보 인사다.
    Right: 운전자 1명이 숨지고 승객 12명, 행인 4명 등 16명이 다쳤다.
    Skip: 그는 54경기 중 51경기에 나와 평균 21.4점, 8.9리바운드, 1.6블록슛을 올렸다.
    Skip: 샛별은 44점(14승 8패), 한들은 1점을 보태 47점이 됐다.
    Skip: 승객 31명이 다쳤다. 이 중 남성 12명, 여성 9명이 입원했다.
    Skip: 주민은 1200명이다. 이 가운데 900명이 여성이고 400명은 노인이다.
    Wrong: The fine of [$840,000] and costs of [$112,000] bring the sum that he owes to [$962,000].
    Wrong: The grant is worth [7.5 million euros] (£6.4 million). Out of it 4.1 million euros will pay for the pool, 2.2 million for the gym and 1.5 million for the park.
    Wrong: The mill shed [96] jobs. The loom shed loses 41. Weavers hired this spring account for 28, and the office has the last 37.
    Right: The mill shed 106 jobs. The loom shed loses 41. Weavers hired this spring account for 28, and the office has the last 37.
    Right: The ferry has room for 450 cars. The upper deck takes 210 of them, the middle one 150 and the ramp 90.
    Skip: The ferry has room for 420 cars. The upper deck takes 210 of them, and the line also carries 150 carts and 90 coaches.
    Right: She spent 15 years in office, six as reeve, five in the senate and four as governor.
    Right: In a budget of £91.4 million the largest item is schools, at £41.2 million. Care takes £28.6 million, roads £12.1 million and everything else £9.5 million.
    Skip: Sales came to $310 million abroad and $190 million at home, before $40 million between its units: $460 million in total.
    Wrong: The ship weighs [2,860 tonnes], of which 1,720 is fuel and 1,240 everything else.
    Right: It pays 9.4 pence in May. With the 4.1 pence handed out in January that makes 13.5 pence, 8 percent more than last year.
    Skip: The club has 960 members, of whom 310 are women and 640 pay the full fee.
    Skip: Twenty-two houses flooded in the village of Orme, nine in Elm Bridge and four elsewhere.
    Skip: Her best team played 36 matches and won 26, drew 5 and lost 5, which at two points for a win made 57.
    Wrong: The roof cost [£118,000]. The bells came to [£46,500]. Paint took [£23,200]. Altogether, said Ann Orr, it has spent [£197,700].
    Right: The north has 312 boats. The south has 241. The isles have 98. Together that makes 651.
    Skip: The roof cost £118,000. The windows cost £23,200. Altogether it has spent £151,200 since May, more than last year.
    Wrong: 군은 소 31만 마리와 돼지 46만 마리를 묻었다. 모두 [87만 마리]로, 기르던 가축 312만 마리의 4분의 1이다.
    Right: 그는 1억 2000만 원을 빼냈다. 또 달마다 300만 원씩 6000만 원을 받았다. 이를 모두 더한 1억 8000만 원을 갚았다.
    """
    yield from confirming(doubted(_filled_in(article), article), article, _unbound)


def _filled_in(article: Article) -> Iterator[Relation]:
    summed = taken_up(filled_in(_told(article), article), resumed_sums(article))
    yield from taken_up(summed, other_parts(article))


def _unbound(article: Article) -> Iterator[Aim]:
    """Yield every figure that is said to be a total, or what is left of one."""
    for sentence in article.body:
        for stated in sentence.of_kind("number") if sentence.kinds & ADDABLE else ():
            if stated.size >= LEAST and not stated.hedge:
                if is_total(article, sentence, stated):
                    yield counted(stated), stated, (SUM,)
                elif is_remainder(article, sentence, stated):
                    yield counted(stated), stated, (DIFFERENCE,)


def _told(article: Article) -> Iterator[Relation]:
    for sentence in article.sentences:
        if len(sentence.mentions) > 1 and sentence.kinds & ADDABLE and sentence.block != "cell":
            for figures in families(sentence).values():
                if len(told := without_circumstances(article, figures)) > 1:
                    yield from _in_sentence(article, sentence, told)
    yield from across_sentences(article)
    yield from counted_out(article)
    yield from composed(article)


def _in_sentence(article: Article, sentence: Sentence, figures: list[Mention]) -> Iterator[Relation]:
    left = left_in(article, sentence, figures)
    if left is not None and (read := settled(with_left(article, sentence, figures, left))):
        yield read.relation()
    if len(figures) < 3:
        return
    parts: set[int] = set()
    for at, whole in enumerate(figures):
        readings = [*_marked(article, sentence, figures, at), *_apposed(article, sentence, figures, at)]
        if at == 0:
            readings += _opened(article, sentence, figures)
        readings = [one for one in readings if may_be_whole(article, one)]
        if whole.first not in parts and (read := settled(readings)):
            read = of_larger(read, sentence.of_kind("money|measure|count"))
            yield read.relation()
            parts.update(part.first for part in (read.parts if fits(read.whole, read.parts) else ()))


def _marked(article: Article, sentence: Sentence, figures: list[Mention], at: int) -> list[Reading]:
    """Parts about a figure that is said to be a total."""
    whole = figures[at]
    said = is_total(article, sentence, whole)
    if not said and not _follows_from(article, figures, at):
        return []
    before, behind = figures[max(0, at - MOST_PARTS) : at], _behind(figures, at)
    nearest = [Reading(whole, reading.parts[::-1]) for reading in stretches(whole, before[::-1])]
    pairs = [Reading(whole, [one, before[-1]]) for one in before[:-1] if fits(whole, [one, before[-1]])]
    readings = nearest + pairs + stretches(whole, behind)
    run = last_run(article, before)
    and_so_on = article.verb_last and "등" in article.document.text[(run or [whole])[-1].span.end : whole.span.start]
    if len(run) > 1 and not (behind or and_so_on) and whole.kind != "percent" and (said or near_miss(whole, run)):
        if adds_up_to(article, sentence, run, whole):
            readings.append(Reading(whole, run, None))
    return readings


def _behind(figures: list[Mention], at: int) -> list[Mention]:
    """Return the figures behind a whole that may be its parts, but for how many those are: 86,000 in four counties: 41,300 ..."""
    behind = figures[at + 1 :]
    numbered = len(behind) > NEAREST and behind[0].kind == "count" and value(behind[0]) == len(behind) - 1
    return behind[numbered : numbered + MOST_PARTS]


def _follows_from(article: Article, figures: list[Mention], at: int) -> bool:
    """Tell whether a figure stands in a clause that follows from two before it: ", so that 420 were sold"."""
    if at < 2 or at + 1 < len(figures):
        return False
    found = phrase("<,;—> so|making | :").search(
        article.skeleton, article.place(figures[at - 1]), article.place(figures[at])
    )
    follows = found is not None and phrase("MORE|LESS").match(article.skeleton, article.place(figures[at]) + 1) is None
    return follows and bool(figures[at].noun or (found and found[0] == ":"))


def _apposed(article: Article, sentence: Sentence, figures: list[Mention], at: int) -> list[Reading]:
    """Parts that follow their whole behind a comma, a colon, a dash or a bracket."""
    whole, later = figures[at], _behind(figures, at)
    if (
        article.word(max(0, article.place(whole) - 1)) in COMPARED
        or is_base(article, whole)
        or counts_more(article, whole)
    ):
        return []
    if later and grammar().sign(article.skeleton[article.place(later[0]) - 1]):
        return []  # By so many it moved: to Labour's 17, up one, with eight others.
    if later and article.word(article.place(later[0]) - 1) == "from":
        return []  # From there it came: 35%, up from 28% in 2015 and 9% at first.
    if len(later) > 1 and listed_alike(article, whole, later[0]):
        return []  # One of the listed itself: a school ($29 million), a hall ($14 million) and a roof ($7 million).
    mark = (_opening(article, whole, later[0]) or "of" * _had(article, whole, later)) if len(later) > 1 else ""
    if mark == "—" and _dashed_off(article, sentence, later[-1]):
        mark = ":"
    if not mark:
        return []
    run = first_run(article, later)
    if any(article.word(article.place(one) + 1) in DISTANT for one in run):
        return []  # On seven under, three ahead of Mack and two others.
    if any(not grammar().beat.isdisjoint(gap(article, one, two)) for one, two in pairwise(run)):
        return []  # What is beaten is no part: 220,000 of them digital, beating the 9.9 million goal.
    readings = stretches(whole, run)
    last = phrase("and|&").search(gap(article, run[-2], run[-1])) is not None if readings else False
    closed = mark in CLOSING and (last or in_places(article, sentence, run))
    off = NO_THIRD if mark == CONSISTING else NEAR_MISS
    alike = len({bool(for_one(article, part)) for part in run}) == 1
    alone = mark == "(" and article.skeleton[article.place(run[0]) + 1] == ")"
    apart = whole.kind == "percent" and (mark in ",;" or alone)  # 62% white, 21% Black; cars 62%, ships (21%)
    firm = alike and len(run) == len(later) and not apart and not listed_itself(article, sentence, whole, run)
    if readings and firm and beyond_doubt(article, sentence, readings[0], closed, off):
        readings.append(Reading(whole, run, None))
    return readings


def _opening(article: Article, whole: Mention, first: Mention) -> str:
    """Return the mark or word behind which the parts begin, "" where none opens them."""
    start, stop = article.place(whole) + 1, article.place(first)
    near = [article.word(at) for at in range(max(start, stop - NEAREST), stop) if at not in article.at]
    made_up = any(word == "up" and made in MADE for made, word in pairwise(near))
    if stop - start <= CLOSE and (made_up or not CONSISTS.isdisjoint(near)):
        return CONSISTING
    if article.skeleton[start - 2 : start + 1 : 2] == "()":
        return ""
    found = phrase(APPOSED).search(article.skeleton, max(start, stop - NEAREST), stop)
    return found[0] if found else ""


def _dashed_off(article: Article, sentence: Sentence, last: Mention) -> bool:
    """Tell whether a list that a dash opened is closed by another: "52 stores — 29 in Kent and 23 in Surrey — will go"."""
    stop = segment(article, sentence, last)[1]
    return article.skeleton[stop : stop + 1] == "—"


def _had(article: Article, whole: Mention, later: list[Mention]) -> bool:
    """Tell whether a whole "has" or is "of" two parts that leave no third: a jury of 12 had eight women and four men."""
    start, stop = article.place(whole) + 1, article.place(later[0])
    if len(later) != 2 or not complementary(article, later):
        return False
    if article.verb_last:
        return stop - start <= NEAREST and not breaks(article.skeleton[start:stop])
    return phrase(HAD).fullmatch(article.skeleton, start, stop) is not None


def _opened(article: Article, sentence: Sentence, figures: list[Mention]) -> list[Reading]:
    """Parts of a whole that the sentence opens with: "Of the 120 delegates, ..."."""
    match = phrase(OPENS_WHOLE).match(article.skeleton, sentence.start)
    if match is None or article.at.get(match.start("whole")) is not figures[0]:
        return []
    whole, parts = figures[0], figures[1:]
    readings = stretches(whole, parts)
    joined = all(neighbours(article, one, two) for one, two in pairwise(parts))
    placed = len(parts) > 1 and sum(map(value, parts)) > value(whole) and in_places(article, sentence, parts)
    if readings and joined and beyond_doubt(article, sentence, readings[0], placed):
        readings.append(Reading(whole, parts, None))
    return readings
