"""Votes: tallies against the size of the body, turnout, majorities and thresholds."""

from __future__ import annotations

import re
from collections.abc import Iterator
from fractions import Fraction

from factcheck.article import BIT, Article, Sentence
from factcheck.check import check
from factcheck.link.series.ballots import cast, results_apart
from factcheck.link.series.bars import gaps, held, only_body
from factcheck.link.series.blocs import blocs
from factcheck.link.series.carried import ELSEWHERE, answered
from factcheck.link.series.composed import composed
from factcheck.link.series.decided import decided
from factcheck.link.series.figures import counted, halves, value
from factcheck.link.series.leads import between_two, leads, ties
from factcheck.link.series.outcomes import outcomes
from factcheck.link.series.passing import passings
from factcheck.link.series.polled import polls
from factcheck.link.series.polling import polling
from factcheck.link.series.returns import returns
from factcheck.link.series.shares import is_part, ratio
from factcheck.link.series.sidesagain import sides_again
from factcheck.link.series.tallies import Tally, all_voted, behind, bodies, handed_in, spoilt, tallies
from factcheck.link.series.thresholds import thresholds
from factcheck.link.series.turnouts import turnouts
from factcheck.link.series.validvotes import valid_votes
from factcheck.model import Mention, Relation
from factcheck.phrase import phrase
from factcheck.quantity import HUGE, Interval, Quantity, total

ABOUT_VOTES = tuple(
    "vote ballot turnout Turnout seat panel council majority juror senator delegate elector ratif oppos backed voting lawmaker yes 투표 -member -seat Senate bench board".split()
)
NEAR_SIZE = Fraction(3, 2)
NEAR, BARS = 3, frozenset({"short", "needed", "required", "needs"})
"""So many words before a majority these say that it is the bar: five short of a majority of 46."""
LEAST, TWO = 100, 2
FIGURES = 24
"""So many sentences or cells of a table back the results stand that make a majority."""

MAJORITY = "majority of {lead:count}"
RESULT = "({result:pair}|{yes:count} (-|to|against) {no:count})"
BY = "by {lead:count} votes"
MARGINS = (
    "by {lead:count} votes ,? <w>? {yes:count} to DETERMINER? {no:count}",
    f"by {{lead:count}} votes <,(:—>? {RESULT}",
    f"{RESULT} <,;(—> DETERMINER? <w>? margin|majority of {{lead:count}}",
)
LED = "{part:count} (SHARP|<w>)? , (<w> <w>? | with)? DETERMINER? <w>? majority of {lead:count} over"
THRESHOLD = "{part:count} of DETERMINER? {whole:count} ... {bar:fraction}"


@check("vote", says="The votes come to {implied} ({working}), but the text says {stated}.")
def vote(article: Article) -> Iterator[Relation]:
    """Votes must fit the body that cast them, the turnout its ballots, a majority the votes that made it.

    A tally may fall short of its body, for some may be absent, but never exceed it.

    Wrong: Officials split 7-2. The governor outvoted two on the [eight]-member panel.  =>  7 + 2
    Wrong: Turnout stood at [63.2 percent]: 9,611 ballots from 18,204 registered voters.  =>  9,611 / 18,204
    Wrong: The bill passed [52]-35 with 10 Republicans, 44 Democrats and two independents.  =>  10 + 44 + two
    Wrong: The party holds 61 of the 116 seats, a majority of [nine] over all the others.
    Wrong: It won 204 of 300 votes, [short of two-thirds].
    Wrong: The bond drew 6,412 yes votes and 2,965 no. That is [64.8 percent].
    Wrong: The chamber, which has [180] seats, divided 94 to 71, with nine abstentions; four members stayed away.
    Right: Its 25 members rejected the cap by 14 votes to nine, two being absent.
    Right: The council has 200 seats. It passed by 104 to 90, with four abstentions and one absent; the mayor does not vote.
    Right: The vote was 31 to 17, with three abstentions. One of the council's 52 members was absent.
    Right: Officials split 7-2. The governor outvoted two on the nine-member panel.
    Right: Turnout stood at 63.2 percent: 9,611 ballots from 15,204 registered voters.
    Right: The party holds 61 of the 116 seats, a majority of six over all the others.
    Right: The bond drew 6,412 yes votes and 2,965 no. That is 68.4 percent.
    Right: Of 9,640 ballots returned, 8,965 were for it. Another 641 voted no, and 34 papers were spoiled.
    Right: It won 190 of 300 votes, short of two-thirds.
    Wrong: The motion drew 71 votes, [six] short of the 76 it needed.  =>  76 - 71
    Wrong: The bloc holds 24 of the chamber's 61 seats, [six] shy of a majority.  =>  31 - 24
    Wrong: The 150-seat house met on Monday. The coalition has 77 seats, a majority of [six] over all the others.
    Wrong: She held the seat by [a dozen] votes, 1,604-1,593.  =>  1,604 - 1,593
    Right: The alliance won 119 seats in the 243-member Assembly, three short of the majority mark of 122.
    Right: The bill had 272 votes, one more than the 271 required.
    Right: The motion won 71 votes in the 150-seat house. There were 75 votes against it and four abstentions.
    Right: The vote was 29 to 21 with three abstentions; four members of the 57-strong council were absent.
    Right: The 23,055 people who voted were less than a third of the 71,300 on the rolls.
    Right: The vote was 57 to 43, three short of the 60 needed.
    Right: They have three of the seven members from Aven, but 41 of all 90, five short of a majority of 46.
    Wrong: A two-thirds majority of the [120] members, or [90] votes, is needed.
    Wrong: The council has [33] seats; a simple majority is [16].
    Right: It takes 72 votes, a three-fifths majority in the 120-seat chamber.
    Skip: The plan got through by a majority of 12, with three of the 57 members sitting on their hands.
    Skip: The bill got 70 votes in a house of 120 that requires a two-thirds majority.
    Skip: The bill fell two votes short of the majority it needed.
    Wrong: 재적 300명 가운데 [272명]이 출석해 찬성 241표, 반대 17표, 기권 24표로 가결했다.  =>  241표 + 17표 + 24표
    Right: 재석 282명 중 찬성 241명, 반대 17명, 기권 24명으로 통과됐다.
    Skip: 재적 300명 가운데 찬성 241표, 반대 17표였다.
    Wrong: In all 8,204 people had voted for the levy and 5,118 against, so that it carried with [64.6 percent].
    Right: In all 8,204 people had voted for the levy and 5,118 against, so that it carried with 61.6 percent.
    Right: Of the 96 ballots handed in, 61 were for the move, 28 against and seven were left blank.
    Right: The motion passed by 96 votes to 48 in the 150-seat house. Five members were away and the Speaker did not vote.
    Right: The vote drew 2,316 of the 3,510 registered voters: 1,402 were in favour, 889 against and 25 papers were spoiled.
    Right: The party held the seat by 1,312 votes. After the count its candidate led by 19,604 to 18,292.
    Right: The vote went 31 to 24, with two abstentions. Three of the council's 60 members had sent apologies.
    Right: In all 8,204 people voted for it and 5,118 against. The ballots amounted to 44 percent of the town's 30,280 registered voters.
    Skip: Of the 96 ballots handed in, 61 were for the move and 28 against.
    Right: The roll has 9,400 names. Turnout, at 47 percent, pleased the clerk, who counted 4,418 ballots.
    Wrong: Hale won the recount with 4,418 votes, and Orr had 4,381. He is ahead by [73] votes.
    Right: Hale won the recount with 4,418 votes, and Orr had 4,381. He is ahead by 37 votes.
    Skip: Hale won the recount with 4,418 votes, and Orr had 4,381. On election night he had been ahead by 73 votes.
    Skip: In all 8,204 people had voted for the levy and 5,118 against, on a turnout of 57 percent.
    Skip: In all 8,204 people had voted for the levy and 5,118 against, short of the 66 percent it needed.
    Right: The bill needs 60 in the 100-seat chamber, and so it fell two short. It had 58 members in favor and 41 opposed.
    Wrong: It needed 60 votes and got 59, [two] short.
    Right: The House rejected it, 52-43. Nineteen Greens joined 33 Liberals to kill it. Nobody was surprised. Forty Tories and three independents voted yes.
    Wrong: Of the [204] ballots cast, 131 went to Lund, 58 to Orr and nine were spoilt.
    Wrong: Lund polled 12,455 and Orr 11,872, giving her a majority of [673].
    Wrong: She won by [412] votes, taking 5,906 to his 5,484.
    Wrong: Some 40 came; 3,118 of 5,204 members took part. / In all 3,118 of 5,204 members took part, a turnout of [66 per cent].
    Wrong: The motion needed 67 votes and got 61, [seven] short.
    Wrong: 투표율은 [62.4%]로, 유권자 4만 2000명 가운데 2만 1504명이 투표했다.
    Wrong: Of the votes [12,440] (41.2 percent) went to Lund, 9,120 (30.2 percent) to Orr, [4,560] ([16.1 percent]) to Vey and 4,076 (13.5 percent) to Tull.
    Right: Lund took 12,440 votes, or 41.2 percent, to 9,120 (30.2 percent) for Orr.
    Skip: Lund took 12,440 votes, or 41.2 percent. The turnout was 9,120 (34.2 percent) in the north.
    Skip: Lund polled 12,455 and Orr 11,872, while her party holds a majority of 14 in the council.
    Skip: Turnout was 62 percent, more than four years ago, when 21,430 of 41,900 members took part.
    Skip: Lund polled 12,455 to Orr's 11,872, overturning a majority of 2,673.
    Wrong: The parish council has [nine] seats. Six members were for the ramp and four wanted it left alone.
    Right: The parish council has ten seats. Six members were for the ramp and four wanted it left alone.
    Wrong: Two members of the [eight]-strong board declared an interest. The rest backed the lease by five votes to two.
    Wrong: By [a single vote], 17 to 14, the deans agreed to it.
    Right: By a single vote, 17 to 16, the deans agreed to it.
    Wrong: Sixteen voted for the ramp, 11 against. "That's carried by [four]," said the reeve.
    Wrong: # Reeve survives by [three] votes / Ellen Orr survived a vote of no confidence. Eight members wanted her out and 12 did not.
    Wrong: The ramp needed a two-thirds majority on the 12-seat board. Seven voted for it and five against, and so [it passed].
    Right: The ramp needed a two-thirds majority on the 12-seat board. Seven voted for it and five against, and so it failed.
    Wrong: He was elected with 72 of the 99 votes; two-thirds, or [60], were required.
    Wrong: The ramp required [40] votes in the 77-member house. It fell [six] short, with 37 members supporting it.
    Wrong: The bloc, which can call on 41 members, needs 45 in the 89-seat house and must find [five] more.
    Wrong: In Orrin, where [431] ballots were cast, the levy lost a vote by 208-202. Eleven ballots were left blank.
    Wrong: The reeve used her casting vote after the board had split [five] to three.
    Wrong: In the vote 60 per cent were for a strike on a turnout of 50 per cent, which is [half] of the whole membership.
    Wrong: The board has [21] seats. Labour has 11, the Greens five and the Tories three; the remaining three are vacant.
    Wrong: Thirty of the [59] delegates picked Hove and 31 picked Leigh.
    Right: Thirty-one of the 61 delegates picked Hove and 30 picked Leigh.
    Wrong: Sixteen of the [31] senators present raised a hand for it. Thirteen were against. Nobody abstained.
    Wrong: A majority in the 230-seat parliament is [118].
    Wrong: With 7,204 votes she beat Orr, who had 6,935, by a whisker of [169].
    Wrong: Orr took 14 of the [20] ballots and Ray seven.
    Wrong: The bench of seven sat. All took part: four were for the appeal and [four] to dismiss it.
    Wrong: Hove has 1,204 members and the clerk sent papers to all. She counted [1,004] ballots returned: 655 for the lease, 320 against and nine spoiled.
    Wrong: Orr took 6,120 votes. / Her rival, the farmer Pat Lowe, polled 5,480. / Her majority of [460] is the town's smallest.
    Right: Orr took 6,120 votes. / Her rival, the farmer Pat Lowe, polled 5,480. / Her majority of 640 is the town's smallest.
    Wrong: Six of the [ten] wardens wanted the ramp. The other five voted for a lift.
    Wrong: The lease needs a two-thirds majority in the 90-seat chamber. It got 58 votes and so [passed].
    Skip: Orr took 6,120 votes. Lowe polled 5,480. A year ago her majority was 460.
    Skip: Six of the council's members were for the rink in May, and four were against it in June. It has nine seats.
    Skip: The vote was 24 to 20. A like motion had been lost by three votes a week earlier.
    Skip: Two residents of eight were for the vote, and five opposed it. The board has five members.
    Skip: The board split five to four, the reeve using her casting vote.
    Wrong: Nineteen senators backed it and 23 were against. / Two of the chamber's [42] members were abroad.
    Right: Nineteen senators backed it and 21 were against. / Two of the chamber's 42 members were abroad.
    Wrong: The motion was voted down by [29] to [24]. / All but [two] of the [53] members were there.
    Wrong: They voted by [612] to [388] to walk out. / It said that [68 per cent] of those taking part were for it.
    Right: They voted by 612 to 388 to walk out, with 60 spoilt. / It said that 58 per cent of those taking part were for it.
    Wrong: In all [58.3 percent] voted to stay in the union and [42.7 percent] to leave.
    Wrong: The bill passed with [312] voting for and [104] against. / The Speaker said [426] had taken part.
    Wrong: It went through by 81 votes to 60. It takes 73 to pass it, so it cleared the bar by [ten].
    Right: It was passed by 74 votes to 61; it needed 70, with four to spare.
    Wrong: The [14]-member board backed it by eight votes to four with one abstention. Nobody was away.
    Wrong: The merger was backed by [1,204] members, with 702 against. It needed two thirds of the votes, and it has [got them].
    Right: Members approved it by 1,284 to 1,107. Three-quarters of the 3,188 entitled to vote took part.
    Right: The board approved it by 1,284 to 1,107. Elm turned it down by better than two to one, 412 to 198. In the rest it passed by 1,086 to 695.
    Skip: It was carried by 81 votes to 60. A week earlier the budget had needed 70 and cleared the bar by two.
    Skip: Officials split 5-2 on the nine-member panel.
    Skip: The House voted 223-189. A nine-member panel will review it.
    Skip: He lost the match 7-2 to a nine-member team.
    Wrong: A bill that would add 14 judges fell by 41 votes to 38. All [80] members voted, with two abstaining.
    Skip: It was adopted by 27 states to 14. A simple majority was enough. Later it will need two-thirds, and 27 of 41 is short of that.
    Skip: Ann Orr polled 9,120, Bo Pym 7,340 and Cy Roe 1,640 in Arle. With 53.4 per cent of the vote across both districts, Orr keeps the seat.
    Right: Ann Orr polled 9,120, Bo Pym 7,340 and Cy Roe 1,640. With 50.4 per cent of valid votes, Orr keeps the seat.
    Skip: In Arle Orr had 9,120 votes, in Benning 7,340 and in Cove 1,640, or 61 per cent of the vote there.
    Skip: # Orr takes Elm Bay by 1,240 votes / Ann Orr was ahead in all wards. A levy for schools passed too, 21,310 to 18,870.
    Skip: 의회는 재적 24명 가운데 22명이 나온 본회의에서 찬성 15명, 반대 5명, 기권 2명으로 안을 통과시켰다.
    Wrong: 재석 3분의 2 이상이 찬성해야 한다. 표결 결과 찬성 [182]표, 반대 [108]표, 기권 4표로 [통과]됐다.
    Right: 재석 3분의 2 이상이 찬성해야 한다. 표결 결과 찬성 202표, 반대 88표, 기권 4표로 통과됐다.
    Skip: 개헌에는 재석 3분의 2 이상의 찬성이 필요하다. 이날 일반 법안은 찬성 150표, 반대 120표로 통과됐다.
    Skip: 재석 3분의 2 이상이 찬성해야 한다. 법안은 앞서 찬성 160표, 반대 120표로 통과됐다.
    Wrong: 안건은 찬성 13표, 반대 16표로 [가결]됐다.
    """
    if article.verb_last:
        yield from (Relation(poll.voters, poll.cast) for poll in polls(article))
        yield from composed(article, votes=True)
        yield from decided(article)
    paired = any(sentence.kinds & BIT["S"] for sentence in article.sentences)
    if not paired and not any(word in article.document.text for word in ABOUT_VOTES):
        return
    told = list(tallies(article))
    for tally in told:
        yield from _fits_body(article, tally)
        yield from blocs(article, tally)
        yield from sides_again(article, tally)
        yield from answered(article, tally)
    for outcome in outcomes(article, told):
        yield Relation(outcome.stated, outcome.implied, "{working} is {implied}, not {stated}.", doubt=outcome.doubt)
    for lead in leads(article, told):
        yield Relation(lead.stated, lead.implied, "{working} is {implied}, not {stated}.", doubt=lead.doubt)
    for lead_told, apart in between_two(article):
        yield Relation(lead_told, apart, "{working} is {implied}, not {stated}.")
    for tie in ties(article, told):
        yield Relation(tie.tally.yes, tie.tally.no, "The sides of a tied vote are level, not {stated} to {implied}.")
    for passing in passings(article, told):
        yield Relation(passing.stated, passing.implied, passing.says)
    for share, made, doubt in turnouts(article, told):
        yield Relation(share, made, "{working} is {implied}, not {stated}.", doubt=doubt)
    for result in returns(article):
        yield Relation(result.stated, result.implied, "{working} is {implied}, not {stated}.")
    for told_share in valid_votes(article):
        yield Relation(told_share.stated, told_share.implied, "{working} is {implied}, not {stated}.")
    majorities = list(_majorities(article))
    yield from majorities
    yield from _margins(article)
    yield from _thresholds(article)
    for needed in thresholds(article):
        yield Relation(needed.stated, needed.implied, "{working} is {implied}, not {stated}.")
    for gap in gaps(article):
        says = f"The bar stands at {gap.bar}, and {{working}} is {{implied}}, not {{stated}}."
        yield Relation(gap.stated, gap.implied, says, doubt=gap.doubt)
    for one in cast(article):
        yield Relation(counted(one.whole), total([counted(part) for part in one.parts]), doubt=one.doubt)
    fitting = {relation.stated.spans for relation in majorities if relation.meets()}
    yield from (one for one in polling(article) if one.meets() or one.stated.spans not in fitting)


def _fits_body(article: Article, tally: Tally) -> Iterator[Relation]:
    """A tally against the size of the body that voted."""
    sums = [total([tally.yes, tally.no, *tally.others[:size]]) for size in range(len(tally.others) + 1)]
    used = {span for part in sums[-1:] for span in part.spans}
    sizes = [size for size in bodies(article, tally.sentence) if size.span not in used]
    for body in sizes:
        fitting = next((cast for cast in sums if cast.interval == counted(body).interval), None)
        if fitting:
            yield Relation(counted(body), fitting)
            return
    near = [body for body in sizes if abs(body.sentence - tally.sentence.number) <= 1]
    if len(near) == 1 and all_voted(article, tally):
        yield Relation(counted(near[0]), sums[-1])
        return
    papers = [body for body in near if handed_in(article, body)]
    if len(papers) == 1 and any(spoilt(article, part) for part in tally.others):
        yield Relation(counted(papers[0]), sums[-1])
        return
    for votes in sums if len(near) == 1 and value(near[0]) > TWO else ():
        if value(near[0]) < votes.interval.low <= value(near[0]) * NEAR_SIZE:
            yield Relation(counted(near[0]), votes)
            return


def _majorities(article: Article) -> Iterator[Relation]:
    """A majority against the seats or votes that make it: over the others, or over half."""
    majorities = list(article.match(MAJORITY))
    body = only_body(article) if majorities else None
    for found in majorities:
        sentence, lead = found.sentence, found.lead
        before = {
            article.word(at) for at in range(max(sentence.start, found.match.start() - NEAR), found.match.start())
        }
        if re.match(r" (?:of|the|to)\b|-", behind(article, lead)) or value(lead) < 1 or before & BARS:
            continue
        yield from _apart(article, lead)
        own = held(article, sentence) or _over_all(article, sentence, body)
        if own and is_part(*own) and lead not in own and 2 * value(own[0]) > value(own[1]):
            yield _majority(lead, *own)


def _apart(article: Article, lead: Mention) -> Iterator[Relation]:
    """A majority in votes against two results that are so far apart, in the text or a table beside it."""
    if value(lead) < LEAST or lead.hedge:
        return
    near = article.sentences[max(0, lead.sentence - FIGURES) : lead.sentence + 3]
    results = {value(one): one for other in near for one in other.of_kind("count") if value(one) > value(lead)}
    first = next((one for size, one in results.items() if size - value(lead) in results), None)
    if first:
        yield Relation(counted(lead), counted(first) - counted(results[value(first) - value(lead)]), doubt=ELSEWHERE)


def _over_all(article: Article, sentence: Sentence, body: Mention | None) -> tuple[Mention, Mention] | None:
    """Return the seats held and the body, where a majority over all others stands behind the seats alone."""
    match = phrase(LED).search(article.skeleton, sentence.start, sentence.end) if body else None
    return (article.at[match.start("part")], body) if match and body else None


def _margins(article: Article) -> Iterator[Relation]:
    """The votes by which a seat was won against its two results: by a dozen votes, 1,604-1,592; or told elsewhere."""
    for found in article.match(BY):
        if results := results_apart(article, found.lead, FIGURES):
            yield Relation(counted(found.lead), counted(results[0]) - counted(results[1]), doubt=ELSEWHERE)
    for found in article.match(*MARGINS):
        yes, no = halves(article, found.result) if found.has("result") else (counted(found.yes), counted(found.no))
        yield Relation(counted(found.lead), abs(yes - no))


def _majority(lead: Mention, part: Mention, whole: Mention) -> Relation:
    held, size = value(part), value(whole)
    readings = [held - (size - held), held - size / 2, held - size // 2, held - size // 2 - 1]
    fitting = value(lead) if value(lead) in readings else readings[0]
    working = (
        f"{part.text} - ({whole.text} - {part.text})" if fitting == readings[0] else f"{part.text} - {whole.text} / 2"
    )
    implied = Quantity(Interval.exactly(fitting), "", working, (part.span, whole.span))
    return Relation(counted(lead), implied, "A majority of {stated} should be {implied}: {working}.")


def _thresholds(article: Article) -> Iterator[Relation]:
    """Votes against a bar that they clear or miss: "204 of 300, short of two-thirds"."""
    for found in article.match(THRESHOLD):
        start, stop = found.match.end("whole"), found.match.start("bar")
        words = article.text(article.span(start, stop)).lower() if stop > start else ""
        side = re.search(r"\b(short|shy|past|above|clear\w*|exceed\w*|surpass\w*)\b[^,;]*$", words)
        if side and is_part(found.part, found.whole):
            yield _threshold(article, found.part, found.whole, found.bar, side[1], start + _offset(words, side.start()))


def _offset(words: str, start: int) -> int:
    return len(re.findall(r"[\w'-]+|[^\w\s]", words[:start]))


def _threshold(article: Article, part: Mention, whole: Mention, bar: Mention, side: str, place: int) -> Relation:
    below = side in ("short", "shy")
    limit = value(bar)
    allowed = Interval(Fraction(0), limit - Fraction(1, 10**6)) if below else Interval(limit, HUGE)
    span = article.span(place, article.place(bar) + 1)
    stated = Quantity(allowed, "%", article.text(span), (span,))
    return Relation(stated, ratio(part, whole), "{working} is {implied}, which is not “{stated}”.", fix=None)
