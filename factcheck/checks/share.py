"""Shares: so many of so many, beside the percentage or the fraction that they are."""

from __future__ import annotations

from collections.abc import Iterator

from factcheck.article import Article, Said, Sentence
from factcheck.check import check
from factcheck.document import Span
from factcheck.link.chance.elsewhere import confirming
from factcheck.link.chance.sought import parts_sought, shares_sought
from factcheck.link.change.threes import filled_in
from factcheck.link.context.frames import told_ago
from factcheck.link.rate.inthepound import in_the_pound
from factcheck.link.rate.proportions import proportions
from factcheck.link.series.breakdown import Slice, slices
from factcheck.link.series.circumstances import is_circumstance
from factcheck.link.series.figures import SHARES, value
from factcheck.link.series.shares import (
    agree,
    earlier,
    is_part,
    leaves_unit_to,
    may_be_of,
    of_one_kind,
    of_the_rest,
    ratio,
    said,
    sharply,
)
from factcheck.link.whole import ofanother
from factcheck.link.whole.counted import counted_as, of_kin
from factcheck.link.whole.named import named
from factcheck.link.whole.onlypair import only_pairs
from factcheck.link.whole.partitive import partitive
from factcheck.link.whole.portions import bound, is_topic, portions
from factcheck.link.whole.shareshapes import (
    BESIDE,
    FIRM,
    IN_CASES,
    OF_KIN,
    OF_THEM,
    OF_WHOLE,
    OF_WHOLE_INSIDE,
    OPENED,
    WORTH,
)
from factcheck.link.whole.tiedshares import tied_shares
from factcheck.link.whole.twofold import hedged, twice
from factcheck.model import Mention, Relation, Severity, holding
from factcheck.phrase import phrase

FAR = 12
CASES = frozenset("case cases instance instances occasion occasions".split())

NEAR = 2
FARTHER = "the whole stands elsewhere"
FOR_EACH = "the part may be for each one"
SOME_OTHER = "the part may be of something else"
SEVERAL = "several wholes are in reach"


@check("share", says="{working} is {implied}, not {stated}.", far=4)
def share(article: Article) -> Iterator[Relation]:
    """So many of so many must be the percentage or the fraction that the text gives.

    Held against the text only where grammar ties all three together; a whole that stands in another sentence
    can confirm a share but hardly refute it.

    Wrong: In all 271,259 people, or [4.2%] of the 64.6 million, voted.  =>  271,259 / 64.6 million
    Wrong: The court heard 43 of the 61 cases, [nine in ten], in a year.  =>  43 / 61
    Wrong: The survey drew 1,240 replies, of which 719, or [85 per cent], opposed it.
    Wrong: It costs 1% of the $21.1 billion offering, or [$2.11 billion].
    Wrong: About [one in five], or [25%], said no.
    Wrong: A [majority] of voters (48%) said no.
    Wrong: The union has 212 members. Only 61 of them, [two-thirds], came.
    Wrong: The union has 212 members. [Two-thirds] of them, 61, came.
    Wrong: He shot 26-for-61 ([24.6%]) in the series.
    Wrong: 검거된 [6648명] 중 마약 사범이 [5666명]([75%])이다.
    Wrong: 예산은 7억 1400만 원의 [20%]인 7140만 원이다.
    Wrong: The force held 9,498 people. Users made 7,007 (73.8%), sellers [1,457] ([25.3%]) and growers 1,025 (10.8%).
    Right: 검거된 6648명 중 마약 사범이 5666명(85%)이다.
    Right: 예산은 7억 1400만 원의 10%인 7140만 원이다.
    Skip: The inn paid £148,000 in rent, £20,000 of it late. / The wing, a fifth of the floor, is to be shut.
    Skip: The flock stands at 976, so that 99 have been lost since May, about 9 per cent.
    Skip: The universe is 13.89 billion years old, plus or minus half a billion years. Only 4.8 percent of it is matter as we know it.
    Skip: Only five nations meet it, and Chile is not one of them, spending only 1.3 percent.
    Skip: Body parts (51 terms out of 253, 25 out of 100) come next.
    Skip: It cuts the rates from the five of today to four lower ones, 10 percent, 15, 25 and 33 percent.
    Skip: 검거된 6648명 중 남성이 5666명, 여성 비율은 20%다.
    Right: The court heard 43 of the 61 cases, seven in ten, in a year.
    Right: Detectives cleared 27 of the 38 cases, a clearance rate of 71 percent.
    Right: It holds 24.3 million cubic meters of water, or 28.6% of its capacity of 85 million.
    Right: The survey drew 1,240 replies, of which 719, or 58 per cent, opposed it.
    Right: The town has 202,650 people. Just 9,120 residents, 4.5 percent, walk to work.
    Right: The council marked 212 wells. It closed 61 of them, almost three in ten, in spring.
    Right: More than half (52%) of them agreed.
    Right: The fund is $350 billion. Equity may be 5% or less, which would be no more than $17.5 billion.
    Right: Spending stood at 2.43 trillion rupees ($45.51 billion), 47 percent of the target of 5.21 trillion rupees.
    Right: They last traded at $19.87, slightly more than half the $38 IPO price.
    Right: It deported 117,181 people, which is just three-quarters of the 157,365 of a year before.
    Wrong: Of the 912 homes inspected, [304] had faults in the wiring, nearly [half] of them.
    Wrong: The inspectors saw 840 homes and failed [210] of them, [one in three].
    Wrong: It carries 2.4 lakh riders a day against a forecast of 4.0 lakh, or just [75 per cent].
    Wrong: It cost $268,000, of which the state paid [40 percent] ([$127,200]).
    Right: Of the 912 homes inspected, 304 had faults in the wiring, a third of them.
    Right: Women make up 41 per cent of the force, 123 of 300 officers.
    Wrong: In all [42,610] people voted, 59% of the 72,220 registered. More than [half] of them, [18,240], did so by mail.
    Wrong: In spring [388] permits were sought. In [147] cases, or [48 per cent], nobody came to look.
    Wrong: The firm interviewed [756] residents by Friday. Of the interviews, [302] were done by text, or nearly [six in 10].
    Right: In spring 388 permits were sought. In 147 cases, or 38 per cent, nobody came to look.
    Right: The firm interviewed 756 residents by Friday. Of the interviews, 302 were done by text, or four in 10.
    Right: The hall cost £4,300 and the band £2,700; the bus took £3,000. Of the £10,000 spent, then, 30% went on the bus.
    Wrong: Nearly [half] of the [1,460] members, [512], voted.
    Wrong: [Three quarters] of the [84] pilots — [53] — have signed.
    Wrong: 신입생 [420명] 가운데 여학생은 [147명]으로 [45%]를 차지했다.
    Right: 신입생 420명 가운데 여학생은 147명으로 35%를 차지했다.
    Wrong: They lost 39 of the 65 games they played away, a failure rate of [70 percent].  =>  39 / 65
    Wrong: Thirty-six of the 80 boats did not come back. That is [55 percent], the harbour master said.
    Wrong: The library owns 6,000 maps. Some 900 are torn, [a quarter] of the collection.
    Wrong: The club's share of the $2.4 million debt is $600,000, or [40 percent].
    Wrong: Judges threw out 21 of the 28 claims they heard in May; that works out at [nine in 10].
    Right: They lost 39 of the 65 games they played away, a failure rate of 60 percent.
    Right: The library owns 6,000 maps. Some 900 are torn, 15 per cent of the collection.
    Wrong: The bench heard 40 of last month's 160 cases. The conviction rate, [35 per cent], is the lowest yet.
    Wrong: The lake holds 28 kinds of fish, and seven, [a third] of the total, live nowhere else.
    Wrong: Her party took 66 of the 110 seats, a [two-thirds] majority.
    Wrong: Fourteen of the 20 wells failed. That [80 percent] failure rate is the worst so far.
    Wrong: In a class of 30, [40%] — 18 children — had not eaten.
    Wrong: Of the 366 people who fell, 92 needed a doctor, so that [one in three] ended up in hospital.
    Wrong: The trust wanted £80m and has raised £52m, [75 per cent] of its target.
    Right: Sixty-six of those held were under 21, 33% of the 200 seized.
    Wrong: “We tested 500 samples and 35 came back positive,” she said. The positivity rate was [nine percent].
    Wrong: The firm said 300 of its 1,250 shops would close. The closures affect [42%] of its outlets.
    Skip: Of the 40 pupils, 12 were away, so that one in five classes was shut.
    Skip: Her party won 66 of the 110 seats, a share of 48 per cent of the vote.
    Skip: The library owns 6,000 maps. Some 900 are torn, and 40 per cent of its atlases.
    Skip: The plan drew 6,200 yes votes and 2,800 no. That is 68.9 percent, enough to pass.
    Skip: They lost 39 of the 65 games they played away, against an average of 45 percent.
    Skip: Half of the 40 members, 12 women and 9 men, spoke.
    Skip: In spring 388 permits were sought by 210 firms. In 147 cases, or 48 per cent of those about trees, nobody came.
    Skip: The crop came from 22,734 acres. Some 12,600 of the members, or 68 per cent, have less than one.
    Skip: The court heard 43 of the 61 cases, 12% more than last year.
    Skip: In 18 of the 33 markets rents rose, led by Elm, up 12.8%, and Ash, up 11%.
    Skip: Some 43 of the 61 men, and 25% of the women, agreed.
    Skip: The units rose C$3.85, or 35 percent, to C$14.90 from C$11.05.
    Skip: Of 52,150 who finished, a record for the race by some 3,500, 46% were women.
    Skip: They ran from 3 km to 42.195 km, 9 percent more than the 21,200 of 2022.
    Skip: We know 38,000, 11,000 of them wider than 140 meters. That is less than half of the 25,000 of that size.
    Skip: They settled for $32 million, or about $4.6 million for each death, half of the $64 million they had asked for.
    Skip: Of 1,200 homes, 40% are cheap; half of those, 240, are for rent.
    Skip: Those with at least $5,000 in it pay nothing, about 30 percent of the 1.4 million.
    Skip: Some 412,000 people earn less than 16.25 an hour, or 14 per cent of the 2.9 million at work.
    Wrong: We wrote to 500 patients and 325 of them replied. [Three-quarters], in other words, of those who were asked.
    Wrong: Of the [240] whose living depends on visitors, [96] favoured a limit, just over [a third].
    Right: Of the 240 whose living depends on visitors, 96 favoured a limit, two in five.
    Skip: Of the 60 pupils who sat the test in May, 24 passed it, a third of them girls.
    Skip: Of the 150 boats that put out, 105 came back with fish, half of it cod.
    Wrong: So far [26] of the [78] members have paid. "[One in four] is better than none," she said.
    Skip: So far 26 of the 78 members have paid. "One in four is a girl," she said.
    Skip: The firm cut 120 jobs, or 5% of its workforce.
    Skip: Cineo has 94m members. A year ago it had 86.2m. The cheap plan has 41m of them, 44 per cent of the total.
    Wrong: 주민 [400명] 중 [260명]이 찬성해 찬성률은 [72%]였다.
    Wrong: 시민 [1250명]에게 물었더니 [475명]([48%])이 만족했다.
    Wrong: 올해는 [2400명]이 응시해 [720명]이 합격했다. 합격률은 [40%]다.
    Right: 응답자 500명 가운데 210명이 반대했다. 전체의 42%다.
    Wrong: 공사비 [52억 원] 가운데 [절반]인 [260억 원]은 시가 댄다.
    Wrong: 정원 [80명]인 이 과에는 [52명]만 등록했다. 충원율이 [75%]에 머문 것이다.
    Right: 재적 156석의 과반은 79석, 3분의 2는 104석이다.
    Skip: The island holds about 42% of the nickel and dug 2.2 million of the 3.7 million tonnes mined in 2024.
    Skip: Half of the plant's output goes to the north, 28 tonnes to the south and 12 tonnes abroad.
    Wrong: Owed £300,000, the growers got back £36,000, or [21 pence] in the pound.
    Wrong: Of every dollar it raised [31 cents] went on wages: $65,000 of $500,000.
    Wrong: The rent of [£630] takes [52 per cent] of the pay of [£1,500].
    Wrong: The margin was [52 per cent]: profit of $630 on sales of $1,500.
    Wrong: The club has 960 members. Of these 240 row, or [35 per cent].
    Wrong: With 240 of its 960 members at sea, the club has [35 per cent] of them.
    Right: Owed £300,000, the growers got back £36,000, or 12 pence in the pound.
    Right: The rent of £630 takes 42 per cent of the pay of £1,500.
    Skip: A 12 cents on the dollar levy raised $500,000 from firms and $70,000 from farms.
    Skip: The rent of £630 has risen by 8 per cent of late, and the pay is £1,500.
    Skip: 주민 400명 중 260명이 서명했다. 이 지역의 투표율은 58%였다.
    Wrong: He hit [11] of his [17] shots, or [71%], four of them from afar.
    Wrong: Of the [340] deals that they went through, [51] were late, nearly [one in five].
    Wrong: The toll is opposed by [48 percent], nearly [three in five].
    Right: There were 96 of them, 81 of them women, which is better than five in six.
    Right: Nearly half, 49 percent, had asked for a raise.
    Skip: Some 58 percent were for it, about half, 29 percent, strongly so.
    Right: The plant has 4,120 workers. / Some 1,030, or 25 percent of the workforce, will go in May.
    Wrong: The [640] scouts walked at night. / Girls made up [45 per cent] of the scouts, [352] in all.
    Wrong: The list held [48,600] names. / Ophthalmology has [6,075], [one in six] of all those on the list.
    Right: The list held 48,600 names. / Ophthalmology has 6,075, one in eight of all those on the list.
    Wrong: The strike shut [138] of the [920] schools. / A closure rate of [18 per cent], said Ines Vale, was the highest since 2011.
    Wrong: The fire has taken [11,900] of the park's [34,000 acres]. / Nobody was hurt. / With [45%] of the park burned, she shut it.
    Right: The list held 12,900 jobs, of which 3,999, or 31%, were held by women. In 2011 the share was 27%.
    Skip: They made five steps of 75 points, then two of 50. Asked whether 7% was possible, he said no.
    Skip: The typical home uses 2,700 kWh of the first and 11,500 of the second. The fixed charge is £336 a year, a fifth of the whole.
    Skip: The university has 15,300 students. Some 1,240, or 11 per cent of the student body, will vote; part-timers cannot.
    Right: About 11,400 homes were without power. / That is 38 per cent of the 30,200 customers in the district, where 900 have moved.
    Skip: The firm employs 3,000 workers in Spain. / In France it will shed 600, or 40% of the staff.
    Right: 수주 잔고 1조2400억 원 가운데 국내 몫이 6400억 원으로 절반을 조금 넘는다.
    Wrong: 수주 잔고 [1조2400억 원] 가운데 국내 몫이 [5200억 원]으로 [절반]을 조금 넘는다.
    Wrong: 학생이 없는 학교가 [180곳]이다. 전체 [6000곳]의 [5%]에 해당한다.
    Wrong: The vet saw 480 calves in March. Ringworm was found in 84 cases, a rate of [13 percent], as against 9 percent in May.
    Wrong: Only 21 of the 84 locks along the canal are worked by hand. In other words, said Ida Holm, who has walked it since 2009, [35 percent] of them are.
    Wrong: [Three in five] of the foals born in spring are mares. The stud book lists 150 foals, 75 of them mares.
    Wrong: The inns have 2,400 beds, and 1,800 were taken on Friday. Owners call an occupancy of [66 percent] a start.
    Right: Only 21 of the 84 locks along the canal are worked by hand. At a quarter of the total it is fewer than ever.
    Right: 시는 놀이터 120곳을 살핀 결과 18곳에서 금 간 기구를 찾았다. 전체의 15%다.
    Skip: Of the 412 boats with licences, 286 are small. They will keep 65% of the total catch.
    Skip: Only 21 of the 84 locks along the canal are worked by hand. At 35 percent of its length it is dry.
    Right: In the first herd, 26 of 40 cows were ill; in the other, as large, 14 were, so the rates were 65 and 35 percent.
    Skip: 시는 놀이터 120곳을 살핀 결과 18곳에서 금 간 기구를 찾았다. 이용률은 58%였다.
    """
    told = filled_in(filled_in(_once(_shares(article)), proportions(article)), named(article))
    tied = tied_shares(article)
    told = filled_in(told, holding(tied) if article.verb_last else tied)
    told = filled_in(told, only_pairs(article))
    told = confirming(filled_in(told, in_the_pound(article)), article, shares_sought)
    yield from confirming(told, article, parts_sought)


def _once(proposed: Iterator[Relation]) -> Iterator[Relation]:
    """Yield what is proposed of the same figures once, though several shapes tell it."""
    told: set[frozenset[Span]] = set()
    for relation in proposed:
        spans = frozenset(relation.stated.spans + relation.implied.spans)
        if spans not in told:
            told.add(spans)
            yield relation


def _shares(article: Article) -> Iterator[Relation]:
    shared = [sentence for sentence in article.sentences if sentence.kinds & SHARES and sentence.block != "cell"]
    if shared:
        yield from _firm(article)
        yield from twice(article)
        yield from map(_sliced, slices(article))
        for stated, part, whole, sentence in (*portions(article), *partitive(article)):
            if (
                ofanother.is_sized(article, part)
                or ofanother.is_one_of_several(article, stated, whole)
                or ofanother.takes_up_others(article, stated)
            ):
                continue
            yield from _held_to(article, sentence, stated, part, [whole], None)
        for sentence in shared:
            yield from _loose(article, sentence)
    yield from hedged(article)


def _firm(article: Article) -> Iterator[Relation]:
    """Part, whole and share in one phrase."""
    for found in article.match(*FIRM):
        if (
            is_topic(article, found.stated)
            or ofanother.is_compared(article, found.stated)
            or ofanother.is_one_of_several(article, found.stated, found.whole)
        ):
            continue
        if article.verb_last and of_one_kind(found.part, found.whole) and value(found.part) > value(found.whole):
            yield _relation(found.stated, found.part, found.whole)  # 5억 원 가운데 절반인 25억 원
        elif is_part(found.part, found.whole) and not bound(article, found.part):
            yield from _held_to(article, found.sentence, found.stated, found.part, [found.whole], None)


def _loose(article: Article, sentence: Sentence) -> Iterator[Relation]:
    """Part and share side by side, the whole elsewhere."""
    ends = (sentence.start, sentence.end)
    opening = phrase(OF_WHOLE).match(article.skeleton, *ends) or phrase(OF_WHOLE_INSIDE).search(article.skeleton, *ends)
    if opening:
        yield from _of_opened(article, sentence, article.at[opening.start("whole")], opening.end())
    for found in article.match_in(sentence, *OF_THEM):
        yield from _of_them(article, found)
    for found in article.match_in(sentence, BESIDE, WORTH):
        place = article.place(found.part)
        if ofanother.is_changed_by(article, sentence, place):
            continue
        wholes = [whole for whole in earlier(article, sentence, found.part, FAR) if is_part(found.part, whole)]
        bracketed = article.skeleton[article.place(found.stated) + 1 : article.place(found.part)] == "("
        tied = agree if bracketed else sharply
        near = [whole for whole in wholes if tied(found.stated, found.part, whole)]
        yield from (_relation(found.stated, found.part, whole, FARTHER) for whole in near[:1])
    yield from _of_named(article, sentence)


def _of_named(article: Article, sentence: Sentence) -> Iterator[Relation]:
    """Parts of what other sentences count: "In 173 cases, or 42 percent, ...", "Of the interviews, 342 ..."."""
    for found in article.match_in(sentence, IN_CASES):
        wholes = counted_as(article, found)
        if wholes and found.word("kin") in CASES:
            firm = len(wholes) == 1 and wholes[0].sentence < sentence.number
            yield from _held_to(article, sentence, found.stated, found.part, wholes, None if firm else SEVERAL)
    for found in article.match_in(sentence, OF_KIN):
        wholes = [whole for whole in of_kin(article, sentence, found.word("kin")) if is_part(found.part, whole)]
        if wholes:
            firm = len({value(whole) for whole in wholes}) == 1
            yield from _held_to(article, sentence, found.stated, found.part, wholes, None if firm else SEVERAL)


def _of_opened(article: Article, sentence: Sentence, whole: Mention, start: int) -> Iterator[Relation]:
    """Parts of the whole that a sentence opens with: "Of the 1,240 replies, 719, or 58 percent, ..."."""
    yield from _told_before(article, sentence, whole)
    told: set[int] = set()
    for pattern in OPENED:
        for match in phrase(pattern).finditer(article.skeleton, start, sentence.end + 1):
            part, stated = article.at[match.start("part")], article.at[match.start("stated")]
            if ofanother.begins_a_clause(article, part, stated) or bound(article, part):
                continue
            between = [
                figure
                for figure in sentence.mentions
                if whole.first <= figure.first < part.first and is_part(part, figure)
            ]
            if not between and sharply(stated, part, whole):
                yield _relation(stated, part, whole, FARTHER)
            if between and stated.first not in told:
                told.add(stated.first)
                yield from _held_to(article, sentence, stated, part, between, None if len(between) == 1 else SEVERAL)


def _told_before(article: Article, sentence: Sentence, whole: Mention) -> Iterator[Relation]:
    """A share of the whole that a sentence opens with, whose part was told just before: "The bus took £3,600. Of ..."."""
    told = [one for one in earlier(article, sentence, whole, NEAR) if is_part(one, whole) and value(one) < value(whole)]
    for stated in sentence.of_kind("share") if told else ():
        part = next((one for one in told if sharply(stated, one, whole)), None)
        if part is not None and stated.first > whole.first:
            yield _relation(stated, part, whole, FARTHER)


def _of_them(article: Article, found: Said) -> Iterator[Relation]:
    """A part "of them", whom the words before it count; "of the members" only of such as are counted by that name."""
    own = phrase("of DETERMINER? {money|count|measure}").match(article.skeleton, article.place(found.stated) + 1)
    denied = article.word(article.place(found.part) - 1) == "not"
    wholes = [] if own or denied else counted_as(article, found)
    if wholes and not agree(found.stated, found.part, wholes[0]) and _fits_another(article, found, wholes):
        return
    if wholes:
        shared = [one for one in found.sentence.of_kind("share") if wholes[0].first < one.first < found.stated.first]
        doubt = None if len(wholes) == 1 and not (shared or told_ago(article, wholes[0])) else SEVERAL
        yield from _held_to(article, found.sentence, found.stated, found.part, wholes, doubt)


NEARBY = 60
"""So many sentences about may stand what a part is really of."""


def _fits_another(article: Article, found: Said, wholes: list[Mention]) -> bool:
    """Tell whether a part "of the homes sold" is its share of another number of the text: of the 742 that were sold, not of 1,632 listed."""
    first = max(0, found.sentence.number - NEARBY)
    near = article.sentences[first : found.sentence.number + NEARBY]
    told = (one for part in near for one in part.of_kind(found.part.kind) if one not in wholes)
    return any(value(one) > value(found.part) and sharply(found.stated, found.part, one) for one in told)


def _sliced(one: Slice) -> Relation:
    """Return a slice against its whole; a note's weight where the share was cut off and not rounded."""
    found = _relation(one.share, one.part, one.whole)
    low, high = found.stated.interval
    cut_off = found.stated.interval.gap(found.implied.interval) <= (high - low) / 2
    return found._replace(severity=Severity.NOTE if cut_off else None)


def _held_to(
    article: Article,
    sentence: Sentence,
    stated: Mention,
    part: Mention,
    wholes: list[Mention],
    doubt: str | None,
) -> Iterator[Relation]:
    """Yield the share against the first whole that fits it; against the first of all where none does, nor any near by."""
    fitting = next(
        (whole for whole in (*wholes, *ofanother.come_from(article, stated)) if agree(stated, part, whole)), None
    )
    if (
        is_circumstance(article, part)
        or leaves_unit_to(article, wholes[0], stated)
        or ofanother.is_set_against(article, part)
    ):
        return
    if fitting:
        yield _relation(stated, part, fitting)
    elif article.word(article.place(part) - 1) == "another" and (rest := of_the_rest(stated, part, wholes[0])):
        yield rest
    elif not any(is_part(part, one) and sharply(stated, part, one) for one in earlier(article, sentence, stated, FAR)):
        apiece = phrase("for? PER").match(article.skeleton, article.place(part) + 1)
        doubt = doubt or (None if may_be_of(article, stated, part, wholes[0]) else SOME_OTHER)
        yield _relation(stated, part, wholes[0], doubt or (FOR_EACH if apiece else None))


def _relation(stated: Mention, part: Mention, whole: Mention, doubt: str | None = None) -> Relation:
    return Relation(
        said(stated), ratio(part, whole), f"{part.text} of {whole.text} is {{implied}}, not {{stated}}.", doubt=doubt
    )
