"""One figure of one thing, told twice with two values."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import chain, pairwise

from factcheck.article import Article
from factcheck.check import check
from factcheck.document import Span
from factcheck.link.context.speakers import AMOUNTS, amounts_before, is_copy, is_known, known_figures
from factcheck.link.context.subjects import (
    TOLLS,
    comparable,
    concept,
    counted,
    modifiers,
    near,
    noun,
    topics,
    topics_of,
)
from factcheck.link.context.tense import TIMES
from factcheck.link.headline.accounts import Account, accounts
from factcheck.link.headline.agesagain import ages_again
from factcheck.link.headline.byaction import by_action
from factcheck.link.headline.byitsdigits import again_by_digits
from factcheck.link.headline.corroborated import corroborated
from factcheck.link.headline.excuses import TIMES_APART, may_differ, unsaid
from factcheck.link.headline.knownagain import known_again
from factcheck.link.headline.mustbegiven import DEFINING, must_be_given
from factcheck.link.headline.onlytwo import retold_otherwise
from factcheck.link.headline.rivals import akin
from factcheck.link.headline.takenup import (
    are_two_kinds,
    differ,
    is_named,
    just_told,
    of_another,
    set_off,
    singled_out,
    spelled,
    tells_a_margin,
    told_apart,
)
from factcheck.link.headline.toldtwice import told_again
from factcheck.link.headline.twins import twins
from factcheck.link.headline.twovalues import are_two_values
from factcheck.link.size.epithets import Epithet, epithets, of_a_size
from factcheck.model import Mention, Relation, holding
from factcheck.numerals import digits
from factcheck.patterns import Pattern
from factcheck.quantity import Interval, Quantity
from factcheck.slips import mistyped, retyped

CLOSE, STOPS = 4, frozenset(".!?\n")
PEOPLE = TOLLS | {"", "population", "person", "peopl", "victim"}
LARGE, DIGITS, LOOK = 1000, 3, 40
OF_A_YEAR = Pattern(
    r"\b(?:than|from|against|over|on|with|versus) (?:this|last|the (?:current|previous)) (?:year|season|month|quarter)['’]s (?:[A-Z]{0,2}[£$€₹])?$"
)
"""Before a figure these make it that of another year than the one that is told of."""

"""From here on a count is known again by the words about it, though another noun follows."""

TWO_WORDS = 2


@check("figure-conflict", says="{stated} here is {working} elsewhere in the text.", severity="warning")
def figure_conflict(article: Article) -> Iterator[Relation]:
    """A figure taken up again must be the figure that was given: 212 houses lost, the 221 homes destroyed.

    Only a figure that the text takes as known is asked, with "the", "these", "all" or "her" before it, and only one
    that differs as a slip does: a digit changed, dropped or swapped, the plainer a slip the less else ties the two.
    What is hedged, revised, quoted or of another period is left alone, and so is a set that a relative clause defines.

    Wrong: Inspectors confirmed [212] houses lost. / The [221] homes destroyed come to some $93 million.
    Wrong: At dusk [1.2 million] residents were ordered out. / The [1.4 million] under evacuation orders wait.
    Wrong: The state gave a credit of [$13,000]. / Families who took the [$131,000] credit were pleased.
    Wrong: The tower has [30] storeys. / Lifts serve all [36] floors.
    Wrong: The [18]-storey block is of steel. / All [16] floors were cleared.
    Wrong: 이번 산불로 주택 [212채]가 불탔다. / 산불로 탄 주택 [221채]의 피해액은 9300만 달러다.
    Right: 이번 산불로 주택 212채가 불탔다. / 산불로 탄 주택 212채의 피해액은 9300만 달러다.
    Wrong: The inquiry found that [62] of the 157 plants failed. / All [68] failing plants must be mended.
    Wrong: They paid [$415,000] for the house. / It fetched $520,000, far more than the [$405,000] they had paid.
    Skip: The inquiry found that 62 of the 157 plants failed. / All 68 ageing plants must be mended.
    Skip: Box A is $159.00. Box B is $172.00. Box C is $183.00. Box D is $194.00. Box E is $125.00. Box F is $236.00. Box G is $247.00. Box H is $258.00. Box I is $269.00. Box J is $281.00. Box K is $292.00. Box L is $314.00. Box M is $325.00. Box N is $336.00. Box O is $347.00. Box P is $358.00. Box Q is $369.00. Box R is $215.00.
    Skip: 이번 산불로 주택 212채가 불탔다. / 집을 잃은 주민 221명이 대피했다.
    Right: Inspectors confirmed 212 houses lost. / The 212 homes destroyed come to some $93 million.
    Skip: Yields on 30-year gilts touched 5.72% on Tuesday. / The ten-year yield rose as much as six points to 4.81%.
    Skip: Inspectors confirmed 1,116,932 votes. / The 1.12 million votes were counted by hand.
    Wrong: The blast killed [14] people. / Flags will fly at half-staff for the [17] people who died.
    Wrong: The blast killed [14] people. / The mayor named the [12] dead.
    Wrong: The storm killed [12] people. / Prayers were said for the [15] people killed by the storm.
    Skip: The blast killed 14 people. / The 12 people who died in the hall were named.
    Wrong: The tunnel is [4.2 miles] long. / Walkers may enter the [4.7-mile] tunnel from May.
    Wrong: Hale was sentenced to [11 years] in prison. / Hale's [12-year] sentence may be cut.
    Right: The tunnel is 4.2 miles long. / The 4.2-mile tunnel will be open from May.
    Skip: The flood closed 14 schools on Monday. / Of the 24 schools closed by floods this winter, two are new.
    Skip: The House passed the 20-week bill. / The 12-week bill was thrown out.
    Skip: The Star had a history of 126 years. / In its 34-year history the Sun never backed a party.
    Skip: The tunnel is 4.2 miles long. / The other tunnel, a 4.7-mile bore, was shut.
    Wrong: The choir has [64] singers. / Not one of the choir's [46] singers is over 30.
    Skip: Police arrested 214 people. / The 241 detained last week were freed.
    Skip: At least 12 people died. / The 14 dead were named on Friday.
    Skip: Police at first put the toll at 12 dead. / The 14 dead were named on Friday.
    Skip: The plant has 212 workers. / Its 221 customers are in Leeds.
    Skip: Each sends 5,000 letters. / Ten of them make a total of 50,000. Of those 50,000 letters few are read.
    Skip: He had no votes in 10 of the 15 Southern slave states. / Members from 11 slave states had left.
    Skip: Entry is for the period of five years. / The ships will not last beyond a period of six years.
    Skip: There is an expenditure of 553 million dollars for farms. / Included is an expenditure of 535 million dollars for schools.
    Skip: The expenditure of $20,000,000 on the canal was voted. / The expenditure of the $5,000,000 in the harbors was wise.
    Skip: In 2019 the town lost 212 homes. / The 221 homes destroyed in 2020 were newer.
    Skip: In 30 states bans are in force. / They will work in the 37 states that have no such law.
    Skip: There were 11 suicide watch cells. / Its 14 isolation cells were full.
    Wrong: The plant has [1,250] workers. / Its [1,520] employees are on strike.
    Wrong: Ruth Delgado, [74], was waiting for word. / Her sister rang Delgado, [75], at noon.
    Wrong: The council voted a [£4.2m] refit of the hall in March. / The [£4.6m] scheme begins in June.
    Wrong: The drug was tried on [1,206] women aged 50 to 64. / Most of the [1,260] participants slept better.
    Wrong: Hale was sentenced to [nine years] in prison. / His lawyers will fight the [eight-year] term.
    Wrong: The clerk took [£41,000] from the parish. / The theft of [£14,000] has ruined it, the priest said.
    Right: The council voted a £4.2m refit of the hall in March. / The £4.2m scheme begins in June.
    Skip: She left £640,000 to the school. / The £460,000 gift from her sister went to the church.
    Skip: The firm owns 34 shops. / The 43 branches of its rival are losing money.
    Skip: The fine was £850. / The £580 bill came on top.
    Skip: The prize is worth £85,000. / The £58,000 prize of last year was shared.
    Right: Ruth Delgado, 74, was waiting for word. / Her sister rang Delgado, 74, at noon.
    Skip: Ruth Delgado, 74, was waiting for word. / Her sister, Ana Delgado, 75, rang at noon.
    Wrong: The bridge cost [£318,450]. / A bridge for [£381,450] was a bargain, the mayor said.
    Wrong: At the peak the flow was [1.85 lakh cusecs]. / Had they acted, he said, the peak need never have reached [1.58 lakh cusecs].
    Wrong: The road took [Rs 2,340 crore]. / Of the [Rs 2,430 crore], half came from Delhi.
    Wrong: The bank holds reserves of [18.4 billion euros]. / “With reserves of [14.8 billion euros] we can wait,” she said.
    Wrong: 다리를 놓는 데 든 공사비는 [230억 원]이다. / 시의회는 공사비 [320억 원]이 많다고 꼬집었다.
    Wrong: 연구원은 동식물 [6168종]을 확인했다. / 확인된 [6186종]의 목록은 책으로 나온다.
    Skip: 연구원은 동식물 6168종을 확인했다. / 지난해 확인한 6186종보다 적다.
    Skip: 작년 공사비는 230억 원이었다. / 올해 공사비 320억 원은 시가 댄다.
    Skip: Mine lost by ten wickets. / Of the 30 wickets to fall 28 went to spin.
    Wrong: The barge held [3,416] crates. / A few of the [3,461] boxes were wet.
    Wrong: The hostel takes [54] hikers. / By noon all [45] of them had left.
    Wrong: The slide hit [37] huts, and the men have reached nine of the [73].
    Wrong: Hale, [38], was held at his farm on Monday. / The [83-year-old] will be in court in May.
    Wrong: Orr won [64 percent] of the poll. / Her [46 percent] was a record for the seat.
    Wrong: She won in [2 hours 9 minutes 41 seconds]. / The [2:09:14] was a record.
    Right: The slide hit 37 huts, and the men have reached nine of the 37.
    Skip: Hale, 38, was held with his father. / The 83-year-old was let go.
    Right: The bill fell by 41 votes to 37. / The Greens had 13 of their 14 in favour. Among the 41 were two of the whips.
    Skip: She wrote 38 plays. / The 83 short poems came later.
    Skip: The slide killed 57 people. / The 75 missing were named.
    Right: Some 300 people marched, the police said. Those who called the march speak of 450.
    Right: The firm puts the bill at $2.1 million. Its insurer makes it $1.7 million.
    Right: Some 486,000 people came to the museum last year. The tourist board, which leaves out school groups, credits it with 451,000.
    Right: The state wants to close 420 beds by May. A consultant hired by the union says 350.
    Skip: He said 46 percent of them left. / She claimed that 64 percent stayed.
    Skip: The shares closed at $12.34. / The $13.24 offer was rejected.
    Right: Sales were $2.45 billion. / Analysts had looked for $2.54 billion. / The $2.54 billion was an average.
    Wrong: The bridge at Elm carries [2,840] cars. / A weir is planned. / “If [2,480] cars go round by my door I shall move,” said Ann Orr.
    Wrong: The blast killed [14] people. / Of the [sixteen] who died, nine were clerks.
    Wrong: Ms Orr is [47]. / The [74-year-old] was made head in May.
    Wrong: The yard has [1,250] workers. / The workforce of [1,520] was told on Friday.
    Wrong: The weir cost [£32 million]. / Its cost of [£23 million] was too much, the mayor said.
    Wrong: The council will shed [240] jobs. / Unions say that the [420] cuts will hit schools.
    Skip: The firm earned $57 million. / It sold its mill at a gain of $75 million.
    Right: The bridge at Elm carries 2,840 cars. / A weir is planned. / “If 2,840 cars go round by my door I shall move,” said Ann Orr.
    Wrong: The town will borrow [$18.5 million] for a hall. / Foes of the hall say [$15.8 million] is too much debt.
    Wrong: There were [317] people on board. / Getting all [371] ashore took an hour.
    Skip: The fund is worth $18.5 million. / Last year it paid $15.8 million in fees.
    Skip: He batted on, resuming on 141. / The last five wickets fell for 114.
    Skip: He ran 3.42 km on the track. / She ran 3.24 km on the track.
    Skip: It sold 1,250 cars in May. / It built 1,520 cars in June.
    Skip: Ann Lee raised £1,340 for the ward. / Bo Day raised £1,430 for the ward.
    Skip: The lodge has 24 beds. / The 42 beds of the hostel are let by the week.
    Wrong: She leads a team of [1,340] people. / Its [1,430] employees will share the prize.
    Skip: The firm has a staff of 2,460 people. / Its 2,640 shareholders met on Friday.
    Skip: Councillors voted 22 to 14 for the plan, with three abstentions. / Two of the 41 members had sent apologies.
    Skip: They added 131 for the third wicket. / Wexcombe's own best anywhere is 311.
    Skip: The farm has 312 cows. / The 321 sheep were moved to higher ground.
    Skip: The fund took in £472 million. / Of the £427 million paid out, most went to farmers.
    Skip: The clerk stole £486,200 from the ward. / Her lawyer spoke. / Of the £468,200 left in the bank, half is in bonds.
    Skip: The fund paid out £6.72 million. / The £6.27 million handed out in the year before was never checked.
    Skip: The state sold a 10-year bond. / Demand was weak. / The 30-year bond drew more.
    Skip: A 40-foot ladder was brought. / It was too short. / The 60-foot ladder came at noon.
    Skip: The firm put its loss at €94 million. / Analysts had foreseen a loss of €49 million.
    Wrong: The lease takes in [340] flats. / Rents went up. / Of its [430] flats barely ten have heat.
    Wrong: A ring with a stone of [12.6 carats] is for sale. / Bids start at $900 for the [16.2-carat] stone.
    Wrong: Fires took [29] lives. / A bell was rung for each of the [92] whom they killed.
    Wrong: 병원은 병상 [420개]를 갖췄다. / 지금 쓰는 [240개] 병상으로는 모자란다.
    Wrong: Orr had taken part in [318] rescues. / She set down each of his [381] rescues in a book.
    Wrong: At [2,962 metres] the dome is the highest in the land. / Bo Lie has worked at the dome's [2,692 metres] for years.
    Skip: The council spent £640,000 on the park. / The £460,000 spent on paths came from the state.
    Skip: Ash & Co. has 45 shops. / Its rival has 54 shops.
    Skip: She won 52 of 60 games. / The 58 games at home were full.
    """
    related = [relation for relation in _related(article) if relation.doubt not in TIMES_APART]
    yield from related
    told = {frozenset(relation.stated.spans + relation.implied.spans) for relation in related}
    for account in accounts(article):
        if frozenset((account.again.span, account.first.span)) not in told:
            yield _told_by_two(account)


def _related(article: Article) -> Iterator[Relation]:
    named = (mention for mention in article.mentions if mention.kind in AMOUNTS and is_named(article, mention))
    shares = (mention for mention in article.mentions if mention.kind == "percent" and is_known(article, mention))
    for mention in chain(known_figures(article), *((named, shares) if article.has_articles else ())):
        sentence = article.sentences[mention.sentence]
        if is_copy(article, sentence) and must_be_given(article, mention):
            yield from _compared(article, mention)
    yield from _twins(article)
    yield from _ages(article)
    for found in epithets(article):
        yield from _called(article, found)
    for told in (*told_again(article), *again_by_digits(article), *by_action(article)):
        if told.again.size != told.first.size and are_two_values(article, told.again, told.first):
            continue
        yield _again(told.again, told.first)._replace(stated=_as_shown(told.again), implied=_as_shown(told.first))
    for told in retold_otherwise(article):
        again = _again(told.again, told.first)._replace(stated=_as_shown(told.again), implied=_as_shown(told.first))
        shown = digits(told.again.text), digits(told.first.text)
        alike = retyped(*shown) or (min(map(len, shown)) >= DIGITS and mistyped(*shown))
        apart = are_two_values(article, told.again, told.first)
        yield from [again] if alike and not apart else holding([again])


def _called(article: Article, found: Epithet) -> Iterator[Relation]:
    """Hold the figure that a thing is called by to the one that was said of it."""
    mention = found.mention
    same = next((other for other in found.given if _equal(mention, other)), None)
    if same is not None:
        yield _again(mention, same)
    elif len({other.quantity.interval for other in found.given}) == 1 and of_a_size(mention, found.given[0]):
        given = found.given[0]
        one, other = _as_shown(mention), _as_shown(given)
        if not one.rounded.interval.meets(other.rounded.interval):
            sure = found.sure and not of_another(article, article.place(mention) + 1)
            doubt = may_differ(article, mention, given, dated=True) if sure else "there may be two such things"
            yield Relation(one, other, doubt=doubt)


def _told_by_two(account: Account) -> Relation:
    """Show that two figures are two sources', so that neither is held to the other."""
    again, first = (Quantity.named("two accounts", one.text, one.span) for one in (account.again, account.first))
    return Relation(again, first, working=f"{first.working} and {again.working} are two accounts: “{account.why}”")


def _again(mention: Mention, told: Mention) -> Relation:
    """Hold a figure to the one that it takes up."""
    return Relation(mention.quantity, told.quantity, working=f"{told.text} before; {mention.text} again")


def _as_shown(mention: Mention) -> Quantity:
    """Return a length of time as no more than it shows: 11 years is not 12; any other figure with its rounding."""
    if mention.kind != "duration" or mention.number is None:
        return mention.quantity
    return mention.quantity.changed(value=Interval.exactly(mention.number.middle), coarse=None)


def _twins(article: Article) -> Iterator[Relation]:
    """Hold figures of one thing that have the same digits, two of them swapped, to each other."""
    done: set[int] = set()
    for again, first, swapped in chain(twins(article), known_again(article), corroborated(article)):
        if again.first in done:
            continue
        done.add(again.first)
        if swapped and not are_two_values(article, again, first):
            yield Relation(_as_shown(again), _as_shown(first))
        elif _equal(again, first):
            yield _again(again, first)


def _ages(article: Article) -> Iterator[Relation]:
    """Hold the ages of one person to each other: Ruth Delgado, 74, and Delgado, 75; Doyle, 47, and the 74-year-old."""
    for mention, other, named in ages_again(article):
        if not (_equal(mention, other) or STOPS & set(article.text(Span(other.span.end, mention.span.start)))):
            continue  # Tom Beale, 72, and Tom Beale, 44, father and son.
        again = _again(mention, other)
        if named:
            yield again._replace(doubt=may_differ(article, mention, other))
        else:
            yield again if _equal(mention, other) else again._replace(working="")


def _compared(article: Article, mention: Mention) -> Iterator[Relation]:
    """Hold a figure taken up again against the place where it was given."""
    if article.verb_last and article.word(article.place(mention) - 1) == "from":
        return  # 축제 예산 18억 원을 깎겠다. 축제 예산은 올해 15억 원에서 20% 늘었다.
    if OF_A_YEAR.search(article.around(mention, LOOK)[0]):
        return
    own = [other for other in article.sentences[mention.sentence].mentions if other.first < mention.first]
    told_before = [other for other in amounts_before(article, mention) if other.number is not None and not other.upper]
    told_before = [other for other in told_before if not are_two_kinds(article, mention, other)]
    alike = [other for other in told_before if not tells_a_margin(article, other)]
    equal = [other for other in told_before if _equal(mention, other)]
    ahead = [other for other in own if comparable(mention, other) and set_off(article, other, mention)]
    taken = just_told(article, mention, [*alike, *ahead])
    if any(_equal(mention, other) for other in own):
        if taken and _equal(mention, taken.figure):
            yield _again(mention, taken.figure)
        return
    if taken and singled_out(article, mention, taken.figure):
        taken = None
    told = taken.figure if taken else None
    same = next((other for other in equal if other is told or _one_thing(article, mention, other)), None)
    if same is not None:
        yield _again(mention, same)
    if same is not None or any(mention.sentence - other.sentence <= 1 for other in equal):
        return  # A total of 50,000. Of those 50,000 letters, ...
    given = [
        other
        for other in (alike if mention.kind != "percent" and any(_slipped(mention, other) for other in alike) else ())
        if akin(mention, other) and _one_thing(article, mention, other)
        if not singled_out(article, mention, other)
    ]
    if len({other.quantity.interval for other in given}) == 1 and _slipped(mention, given[0]):
        unsure = unsaid if told is given[0] else may_differ
        yield Relation(mention.quantity, given[0].quantity, doubt=unsure(article, mention, given[0]))
    elif taken and not equal and differ(mention, taken, [*alike, *ahead]):
        doubt = unsaid(article, mention, taken.figure)
        yield Relation(_as_shown(mention), _as_shown(taken.figure), doubt=doubt)


def _slipped(mention: Mention, other: Mention) -> bool:
    """Tell whether two figures differ as a slip of the pen does, and not by rounding."""
    one, two = (spelled(each) if each.kind == "count" else digits(each.text) for each in (mention, other))
    return mistyped(one, two) and not mention.rounds(other)


def _equal(one: Mention, other: Mention) -> bool:
    return one.number is not None and other.number is not None and one.number.middle == other.number.middle


def _one_thing(article: Article, mention: Mention, other: Mention) -> bool:
    """Tell whether two figures are of one thing: the same noun, or a word that both have beside them."""
    if not article.has_articles:
        beside = near(article, mention, CLOSE) & near(article, other, CLOSE)
        return mention.counter == other.counter and len(beside) > 1 and "_per_" not in mention.unit
    thing, given = noun(mention), counted(article, other)
    if _of_one_toll(article, mention, other) and {thing, given} <= PEOPLE:
        return not _told_apart(article, mention, other)
    if mention.kind == "count" and thing and given and thing != given:
        return False
    if thing and thing == given:
        if mention.noun != other.noun and told_apart(article, article.place(mention) + 1):
            return False
        sorts = modifiers(article, mention), modifiers(article, other)
        few = mention.number is not None and mention.number.middle < LARGE
        return not all(sorts) or (sorts[0] == sorts[1] if few else bool(sorts[0] & sorts[1]))
    shared = near(article, mention, CLOSE) & near(article, other, CLOSE)
    if mention.kind == "money" and of_another(article, article.place(mention) + 1):
        return False
    large = mention.number is not None and mention.number.middle >= LARGE
    return bool(shared) and (mention.kind != "count" or large)


def _told_apart(article: Article, mention: Mention, other: Mention) -> bool:
    """Tell whether the words behind a toll say which one it is: the 13 dead of Sunday's raid, the 241 held last week.

    What the sentence of the other toll names too tells nothing: the storm killed 12, the 15 people killed by the storm.
    """
    place = article.place(mention) + 1
    if not TIMES.isdisjoint(article.after(mention, CLOSE)):
        return True
    last = min(place + CLOSE, len(article.skeleton) - 1)
    behind = [article.word(at) for at in range(place, last)]
    if all(concept(word) not in TOLLS and word != "of" for word in behind):
        return False
    defined = any(
        one == "of" or (one in DEFINING and concept(before) in TOLLS) for before, one in pairwise(["", *behind])
    )
    named = topics(article, range(last - 1, min(last + TWO_WORDS, article.sentences[mention.sentence].end)))
    return defined and not (named and named <= topics_of(article, article.sentences[other.sentence]))


def _of_one_toll(article: Article, mention: Mention, other: Mention) -> bool:
    """Tell whether two counts are of those who died, or of those who were hurt."""
    shared = near(article, mention) & near(article, other) & TOLLS
    return mention.kind == other.kind == "count" and bool(shared)
