"""How many times as much one figure is as another: doubled, threefold, a third as many."""

from __future__ import annotations

from collections.abc import Iterator
from fractions import Fraction

from factcheck.article import Article, Sentence
from factcheck.check import check
from factcheck.document import Span
from factcheck.link.chance.compared import compared
from factcheck.link.chance.elsewhere import TIMES, Aim
from factcheck.link.chance.farther import taking_up
from factcheck.link.chance.multiplied import multiplied
from factcheck.link.chance.multipliedto import multiplied_to
from factcheck.link.chance.onlytwo import only_two
from factcheck.link.change.alone import settled
from factcheck.link.change.bothends import sizes
from factcheck.link.change.changes import movements
from factcheck.link.change.sizes import is_of_a_dimension, is_of_another
from factcheck.link.change.threes import filled_in
from factcheck.link.context.asides import without_asides
from factcheck.link.context.frames import Movement
from factcheck.link.context.operands import ends
from factcheck.link.context.roles import Role
from factcheck.link.context.tense import is_time
from factcheck.link.rate.percentages import SEVERAL
from factcheck.model import Mention, Relation
from factcheck.patterns import Pattern
from factcheck.phrase import phrase
from factcheck.quantity import DEEP, HUGE, Interval

SLACK = Fraction(1, 20)
AND_MORE = Pattern(r"\band (?:then some|a (?:bit|little) more|more(?=[.,;]|$))")
MORE_SLACK = Fraction(1, 10)
DONE = frozenset("scored struck netted hit won lost voted played met tried".split())
"""Behind what is done, "twice" says how often."""
FEW = 20
RESTATED = Pattern(r" ?\(|[·,;/] ?")


@check("multiple", says="{working} is {implied}, not {stated}.", far=1.75)
@without_asides
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
    Wrong: There were [512] eels in the weir, [six times] as many as in 2008 ([126]).
    Wrong: He is the choice of [48%] of them and she of [35%], so that he beats her by [two] to one.
    Wrong: Voltaris has [168] on the payroll. Staff numbers have nearly [tripled] since May 2022, when there were [84].
    Wrong: Rooks outnumber daws [five] to one: [1,840] to [612].
    Skip: Half the 512 pupils have a dog and 300 have a cat.
    Skip: The barge is 24 metres long and 6 metres wide, twice as long as the punt. He has 48 caps, twice as many as anyone else, in 56 tests.
    Right: Ayr took £24m, twice the £9.9m of the year before and then some.
    Skip: The team has spent $42 million, twice what it had in 2019 and $13 million less than Orr's.
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
    Right: Deaths have more than halved since 2010, from 412 to 187, and thefts almost halved, from 412 to 227.
    Wrong: Deaths have more than [halved] since 2010, from 412 to 231.  =>  231 / 412
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
    Right: Sore arms were twice as common, 38 percent against 19. There were 14 serious events in each group.
    Right: It has 312 million users, 37 million more than in July and almost twice the 160 million of a year ago.
    Right: Cuts come to £20.25bn. One study puts the hole at £41bn, twice as much; it says a buffer needs £30bn on top.
    Right: 일꾼은 지난해 8명에서 올해 24명으로 세 배가 됐지만, 품삯도 11만원에서 13만2000원으로 올랐다.
    Skip: They doubled down on 2,270 from 1,120 in 2010.
    Wrong: The council was fined £42 million. The sum is three times the £14 million it saved and [twice] the previous record of [£28 million].
    Wrong: About [3,150] boats were moored there in spring; now there are [9,420], which means that the number has [quadrupled].
    Wrong: The deficit has [doubled] in a year: it was [$31 billion] and is now [$48 billion].
    Wrong: The herd has gone from [40] to [90] since May, and is now nearly [triple].
    Right: The law would triple the shortest sentence, from four years to 12.
    Right: It pumps more than double its old load, 31 cubic metres a second as against 14, and she lost 11 ewes to it.
    Right: Twice as many people name rents as name crime, 34 percent against 17.
    Skip: The pond holds 14 trout and she caught 11 perch there, double what she caught in May.
    Skip: A ward twice as large, with 64 beds, opened in 2019. Its matron, Ida Pell, who will be 50 in June, came from Leith.
    Skip: She beat him by 4,300 votes, twice the margin of 2016, with 31,200 to his 27,000.
    Wrong: In 2011 buses carried [1.4 million] people. Nobody hoped for more. The total has since [quadrupled], to [4.2 million].
    Right: The reserve had 140 storks in 1998. Their number has since trebled and stands at 420.
    Skip: A ticket was $15 in 2010. Prices have since doubled, and a good seat is $60.
    Skip: The rent was €400. Since 2010 it has doubled, and the mean wage is now €1,200.
    Skip: In 2016 it treated 1,600 people. Its staff has quadrupled, and now numbers 4,800.
    Skip: The fine is €90, up from €60, and a third offence costs three times as much.
    Skip: His first book sold 3,000 copies, his second 12,000. The third, twice as long, sold 9,000.
    Skip: Two sons got 40 acres and two daughters 120. A cousin got twice as much.
    Skip: The old ferry carried 60 cars and the new one 96; it is also twice as fast, crossing in 20 minutes.
    Skip: It cost £12m, against £9m for its twin, and seats 400, double the number in the old hall.
    Skip: Flights took 41 minutes longer than in May, 96 against 55, twice the delay that the rules allow.
    Skip: He was paid $310,000, six times what a nurse earns and more than his predecessor, who got $270,000.
    Wrong: 인구는 [6200명]에서 [1550명]으로 줄어 [5분의 1]이 됐다.
    Right: 인구는 6200명에서 1550명으로 줄어 4분의 1이 됐다.
    Wrong: 2014년 매출은 [130억원]이었다. 지난해에는 그 [다섯 배]인 [780억원]을 올렸다.
    Skip: It lowered the toll from 359 to 253, saying that some bodies had been counted twice.
    Skip: Demand rose by a third after the first lockdown. In May it took 260 calls, against 150 in a usual month.
    Skip: The $4.2 billion for rail was twice what was needed, while the $2.4 billion for ports fell short.
    Skip: The lake fell to 62 per cent from 71, and a second, half as big, to 55.
    Skip: It will mend 5,000 schools this year and build 6,000 more. I ask all of you to help me double our mentoring scheme.
    Skip: The hours of work have declined from 60 to 40 a week, and what is made in an hour has tripled.
    Wrong: 처음 [15명]이던 단원이 지금은 [45명]이다. [네 배]가 된 것이다.
    Skip: 유리는 가로 2.62m, 세로 2.29m로 6세대(1.5m×1.85m)의 2.2배다.
    Right: 완주한 사람은 새내기의 72.0%(36명)로 선배(24.0%·30명)의 3배였다.
    Skip: 단원은 15명에서 45명으로 늘었다. 그사이 공연은 네 배가 됐다.
    Skip: 지난해 사고는 45건이었는데 사흘 만에 그 4배가 넘었다.
    Skip: Output at Ayr slipped by half a point, while Elm gained nine. The distance between the two has doubled to 19 points from 9.5.
    Skip: A ward twice as large, with 64 beds, opened in 2019 in 14 districts.
    Skip: 병원 47곳 가운데 18곳이 제품을 쓴다. 점유율은 지난해 12%에서 올해 18%로 올랐다. 1년 새 1.5배가 된 것이지만 1위(41%)와는 격차가 크다.
    Wrong: The herd has [doubled] across the 14 districts, to [190] from [110].
    Wrong: Last week the yard had [940] workers. The number has [tripled] since 2016, when it was [410].
    Wrong: They have [tripled] since spring, from [8 percent] to [19 percent].
    Skip: The club has 3,900 members. Staff numbers have doubled since 2014, when there were 240.
    Skip: The average one cost three and a half times the average salary, compared with more than seven times now.
    Skip: The census counted 75,173 children, compared with 83,217 in 2015. Three-fifths of that fall has come since 2021.
    Skip: Rain stopped play twice: for an hour and 25 minutes at 4-5 in the first set, and for 40 minutes early in the third.
    Skip: The prize is worth £1,200. Entries have tripled since 2018, when there were 410.
    Skip: Spoilt votes went from 1,210 to 2,380, about four times the mayor's winning margin.
    Skip: Takings, down from $90 million a year ago, were still almost three times the $21 million of the spring.
    Skip: With £40 million of debt the bid comes to £310 million, or 12.4 times last year's profit before tax of £25 million.
    Wrong: A bed in the clinic costs [four times] as much, the ministry says. It puts one at [$900] a night, and one at home at [$300].
    Wrong: The north bank drains into a lake of 40 hectares. The one on the south bank covers [160], [three times] as much.
    Wrong: [Three times] as many swans as geese wintered there, with [24] swans and [12] geese on the pond.
    Wrong: The bell, [24 tons], is [four times] as heavy as that of the old church, a casting of [8 tons].
    Right: The north bank drains into a lake of 40 hectares. The one on the south bank covers 160, four times as much.
    Skip: Fertiliser has more than doubled; they bought half as much. The feed went from £310 to £385.
    Wrong: The comet's dust tail is [12 million kilometres] long. / She has followed it since May. / Its gas tail, at [30 million kilometres], is [four times] as long as the dust one.
    Skip: Jobs at agencies reached 910,000, triple the number from 2002. / Some 4.3 million had low wages.
    Skip: The city gives 240,000 francs, the canton half as much and sponsors 95,000.
    """
    told = settled(_multiplied(article), article, _multiples)
    for structure in (multiplied, multiplied_to, compared, only_two, taking_up):
        told = filled_in(told, structure(article))
    anew = {
        one.span: article.here(sentence).start
        for sentence in article.body
        if article.word(sentence.start) in ("a", "an")
        for one in sentence.mentions
    }
    yield from (one for one in told if one.meets() or not _is_of_one_new(one, anew))


def _is_of_one_new(relation: Relation, anew: dict[Span, int]) -> bool:
    """Tell whether a multiple is of something new, and of none told before: "A blue whale is twice as long"."""
    starts = [anew[span] for span in relation.stated.spans if span in anew]
    return bool(starts) and all(span.end <= starts[0] for span in relation.implied.spans)


def _multiples(article: Article) -> Iterator[Aim]:
    """Yield every multiple, and every fraction that compares."""
    compares = phrase("of? (as|the|that|its)")
    for sentence in article.body:
        for stated in sentence.of_kind("multiple|fraction"):
            if _turned_back(sentence, stated):
                continue
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
                if move.sign < 0 and role.mention.size > 1:
                    continue  # Hours fell from 60 to 40, and what is made in one tripled.
                if article.word(article.place(role.mention) - 1) in DONE:
                    continue  # Who "scored twice" did so two times.
                if any(article.word(article.place(end) + 1) == "times" for end in (move.before, move.after)):
                    continue  # One cost three and a half times the average salary, compared with seven times now.
                if move.pair and article.word(role.place + 1) != "as":
                    continue  # Rain stopped play twice: for an hour at 4-5.
                if move.link in ("from", "aside") or move.before.first < role.mention.first:
                    if _of_another(article, role.mention):
                        continue  # Of the 9,100, 1,270 were at weekends, twice as many as in 2024; twice that of the rest.
                lasting = (move.before.kind == "duration") != (move.after.kind == "duration")
                if lasting and move.link != "from":
                    continue  # At 3,170 miles an hour it lasts almost twice the two minutes of 2017.
                if not (
                    is_of_a_dimension(article, role.mention, move.before, move.after)
                    or is_of_another(article, role.mention)
                ):
                    yield _times(article, move, role)


def _turned_back(sentence: Sentence, stated: Mention) -> bool:
    """Tell whether a multiple is undone by one behind it: prices doubled in a year and have since halved, to $120 from $238."""
    later = (other for other in sentence.of_kind("multiple") if other.first > stated.first)
    return any((other.size < 1) != (stated.size < 1) for other in later)


def _of_another(article: Article, stated: Mention) -> bool:
    """Tell whether a multiple is of what a time behind it had, or another thing: twice as many as in 2024, twice that of the rest."""
    if phrase("(that|those) (of|in|for)").match(article.skeleton, article.place(stated) + 1):
        return True
    compared = phrase("as <w\ue000-\uf8ff> as PREPOSITION?").match(article.skeleton, article.place(stated) + 1)
    if compared is None:
        return False
    stop = phrase("<,.;>").search(article.skeleton, compared.end())
    return any(is_time(article, at) for at in range(compared.end(), stop.start() if stop else compared.end()))


def _sides(article: Article, move: Movement) -> bool:
    """Tell whether a figure is a side of a thing: 1.5m×1.85m."""
    text, spans = article.document.text, [end.span for end in (move.before, move.after) if end]
    return any("×" in text[span.start - 2 : span.start] + text[span.end : span.end + 3] for span in spans)


def _times(article: Article, move: Movement, role: Role) -> Relation:
    assert move.before is not None
    both = ends(move.before, move.after)
    ratio = (both.after / both.before).as_unit("x")
    mention = role.mention.changed(hedge="more") if _and_more(article, move.before, role.mention) else role.mention
    exact = mention.quantity
    if mention.kind == "multiple" and mention.number and mention.number.middle < 1:
        exact = exact.changed(value=_turned(exact.interval, mention.number.middle))
    first, last = _restated(article, move.before), _restated(article, move.after)
    if first and last and first.unit == last.unit and first.number and last.number:
        other = (last.quantity / first.quantity).as_unit("x")
        ratio = other if _loosely(exact.interval, mention.hedge).meets(other.interval) else ratio
    said = exact.changed(unit="x", value=_loosely(exact.interval, mention.hedge))
    more = said.changed(value=_loosely(exact.interval.plus(Interval.exactly(1)), mention.hedge))
    if article.word(role.place + 1) in ("more", "higher", "larger", "bigger", "greater") and more.interval.meets(
        ratio.interval
    ):
        said = more
    return Relation(said, ratio, doubt=move.doubt or (SEVERAL if move.others else None))


def _turned(interval: Interval, middle: Fraction) -> Interval:
    """Return what a hedged division leaves: what more than halves comes to less than half, what almost does to more."""
    low = DEEP if interval.high >= HUGE else 2 * middle - interval.high
    return Interval(low, 2 * middle - interval.low)


def _restated(article: Article, figure: Mention) -> Mention | None:
    """Return the figure that one in brackets says again in another kind: 81.1%(335명), (26.1%·54명)."""
    text = article.document.text
    if not text.startswith(")", figure.span.end):
        return None
    beside = (one for one in article.sentences[figure.sentence].mentions if one.kind != figure.kind)
    return next((one for one in beside if RESTATED.fullmatch(text, one.span.end, figure.span.start)), None)


def _and_more(article: Article, base: Mention, stated: Mention) -> bool:
    """Tell whether a multiple is said to fall short behind its base: twice the £9bn of May, and then some."""
    sentence = article.sentences[base.sentence]
    end = article.here(sentence).end
    text = article.document.text
    return (
        AND_MORE.search(text[base.span.end : end]) is not None
        or AND_MORE.match(text[stated.span.end :][:FEW].lstrip()) is not None
    )


def _loosely(interval: Interval, hedge: str) -> Interval:
    upward = SLACK if hedge else MORE_SLACK
    downward = 0 if hedge == "more" else SLACK
    return Interval(interval.low * (1 - downward), interval.high * (1 + upward))
