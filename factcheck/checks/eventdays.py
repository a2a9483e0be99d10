"""One event on two days."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator
from datetime import date

from factcheck.article import Article
from factcheck.check import check
from factcheck.dates import SOME_YEAR, nearest
from factcheck.document import Span
from factcheck.link.context.sameevent import Retelling, retellings
from factcheck.link.context.subjects import people_of
from factcheck.link.people.oneevent import loosely, of_the_same, one_day, recurs
from factcheck.link.time.daynames import WEEK, day_of, is_far
from factcheck.link.time.firstdays import Edge, edges, told_twice
from factcheck.link.time.happenings import events_words, of_root, wider
from factcheck.link.time.lapses import Lapse, lapses
from factcheck.link.time.namesakes import same_days
from factcheck.link.time.occasions import (
    LONGEST,
    Event,
    apart,
    occasions,
    other_days,
    said_again,
)
from factcheck.model import Relation, verbatim
from factcheck.patterns import Pattern
from factcheck.quantity import Quantity

IN_TURN = "{first:weekday} ... (ahead of|before) ... {then:weekday}"
AGAIN = "the words may be of two events"
TEN = 10
LATE = Pattern(
    r"\b(?:midnight|small hours|(?:11|23)[.:][0-5]\d ?(?:p\.?m)?|11 ?p\.?m|(?:12|1)(?:[.:][0-5]\d)? ?a\.?m)\b", re.I
)
"""So late, or so early, what begins on one day may go on upon the next."""


@check("event-day", says="The text puts it on {stated} here, but on {implied} elsewhere.", severity="warning")
def event_day(article: Article) -> Iterator[Relation]:
    """An event that a text takes up again must be on the day on which it was.

    Two mentions are of one event where the text has no third day for such an event, takes the second for known, and
    names the same people or places beside both.

    Wrong: Lee walks into the White House on [Monday] for his first summit with Trump. / A dinner will follow [Tuesday]'s meeting with Trump.
    Wrong: The funeral of Ann Orr will be held on [Friday] in Leeds. / Her family asked for no flowers at [Saturday]'s funeral in Leeds.
    Wrong: A clerk who robbed a chapel was jailed on Thursday for six years. / Passing sentence on [Wednesday] afternoon, the judge called it mean.
    Wrong: A coach left the rails near Hexby on Monday when the line collapsed. / Flowers were laid at Hexby for the dead of [Tuesday]'s collapse.
    Wrong: (2024-02-19) The Hayate rose from its pad at 9:22 a.m. on Feb. 17. / She could not watch when it left the pad on [Sunday].
    Wrong: The sheriff ordered all to get out of Bell Creek late Monday. / He said the [Tuesday] evacuation order had come late.
    Wrong: It begins on Wednesday, Oct. 8, with a keynote by Juno Abara. / The doors open for Abara's keynote at nine on [Tuesday].
    Wrong: (2024-02-19) A ferry ran aground off Ely on 3 January with 60 aboard. / A diver saw the hull after the [5 January] grounding off Ely.
    Wrong: Rovers beat City 3-1 on Sunday. / [Saturday]'s win over City lifts Rovers to fourth.
    Wrong: (2024-02-19) Orr was last seen in Ely on 3 January. / Orr's disappearance on [4 January] was a riddle.
    Wrong: Councillors threw out the plan on Monday. / The decision, taken on [Sunday], can be appealed.
    Wrong: The mill caught fire on Tuesday. / The [Thursday] fire at Patel's mill left 40 out of work.
    Wrong: The Academy told its nominees on Tuesday. / Left out of [Thursday]'s nominations, she shrugged.
    Wrong: Orr was last seen in Ely on 3 May. / A film from [13 May], the day Orr was last seen, shows her in Ely.
    Wrong: The mill opened its doors on 1 May. / On [2 May], opening day, it rained.
    Wrong: Orr was detained on 4 May. / At the time of his arrest, on [5 May], he had two passports.
    Wrong: Hackers broke into the net on April 7. / Nobody knew until a week after the [April 9] attack.
    Wrong: The bridge gave way before dawn on Monday. / Tests were due after [Sunday] night's collapse.
    Skip: In two states the fiscal year of the cities ends on December 31. Neither of these cities is on the July 1 to June 30 year.
    Skip: The National Park Service met the press on Friday. / At the Weather Service they said it fell to 26 on Tuesday.
    Skip: Thursday's blast follows others. / On February 17, the town suffered the deadliest attack in years.
    Wrong: A mill in Ely burned to the ground on Tuesday night. / Two men hurt in [Wednesday]'s inferno are well.
    Wrong: A boat capsized off Ely on Monday, killing nine. / Each family bereaved in [Sunday]'s tragedy would get £900.
    Wrong: The crash near Ely, on the evening of 4 March, killed a guard. / Seven of those hurt on [3 March] are in hospital.
    Wrong: (2025-01-24) The two were found guilty on 9 December last year. / They have been in jail since their conviction on [6 December].
    Wrong: The tanker Orla ran onto rocks off Ely on 2 April. / The beds have been shut since the grounding on [12 April].
    Wrong: A hillside gave way above Ely on Tuesday. / Forty were moved out after [Monday]'s landslide.
    Wrong: A Hove councillor quit on Tuesday after a row. / Al Roe's departure on [Monday] surprised nobody.
    Wrong: The launch of two rockets on Wednesday shook Ely. / The launches on [Tuesday] were the seventh this year.
    Skip: Al Roe on Sunday welcomed the coming vote. / He spoke before Monday's vote.
    Skip: Police seek two men over Wednesday's attack on an office in Ely. / A guard was killed in a shootout on Thursday.
    Right: (2025-11-14) ELY, Nov. 14 - A fire at a mill was put out. / The mill caught fire on Wednesday. Wednesday's blaze cost £9m.
    Wrong: Parliament voted down the budget on Monday. / It fell hours after the vote on [Tuesday].
    Skip: An avalanche killed three in Tyrol on Monday. / In Savoy, Sunday's avalanche buried a car.
    Skip: A jury found Pell guilty on Friday. / Thursday's verdict on his brother was the same.
    Right: A quake struck on Monday, followed on Tuesday by one of magnitude 5. / Tuesday's tremor broke a dam.
    Wrong: Orr was at the pub on Monday, where a man of 24 was stabbed. / The victim of [Sunday]'s stabbing is well.
    Right: In May a glider crashed on a Tuesday; a plane crashed on Monday. / Tuesday's crash was blamed on ice.
    Right: Six died on Monday in Ely. / Since a bombing on Thursday none had. Monday's attack was in a market.
    Skip: MPs rejected the deal on Monday. / Tuesday's vote on a delay will be close, and on Tuesday Orr goes.
    Skip: Nurses walked out on Monday. / The hospital's walkout on Tuesday was short.
    Right: (2024-02-19) The council approved the scheme on 3 January. / Since the approval on 3 January two have resigned.
    Skip: Rovers beat City 3-1 on Sunday. / Tuesday's win over Hull lifts Rovers to fourth.
    Skip: Smith died in Ely on Monday. / The death on Wednesday of his wife shocked all.
    Right: A jury in Ely convicted the clerk on Thursday. / The jurors were back with a verdict in Ely on Thursday.
    Right: A clerk who robbed a chapel was jailed on Thursday. / Passing sentence on Thursday afternoon, the judge called it mean.
    Right: Lee walks into the White House on Monday for his first summit with Trump. / A dinner will follow Monday's meeting with Trump.
    Right: He arrived in Washington on Sunday, leading a delegation, ahead of Monday's meeting.
    Skip: (2024-02-19) The Hayate left the pad on Feb. 17. / The Kestrel was lost when it left the pad on Sunday.
    Skip: (2024-02-19) The crash near Ely on May 3 killed two. / Monday's crash near Ely was worse.
    Wrong: A bus overturned near Hexby on Monday. / Flowers lay at the spot where the bus overturned on [Sunday].
    Skip: A bus overturned near Hexby on Monday. / It was near the bend where a van overturned on Sunday.
    Skip: Lee met Trump on Monday. / Trump's meeting with Xi is on Tuesday.
    Skip: Lee met Trump on Monday. / A second meeting with Trump follows on Tuesday.
    Skip: The board's meeting is on Monday. / Tuesday's meeting of ministers in Rome will be short.
    Skip: A clerk was jailed on Thursday for six years. / His brother was jailed on Wednesday for two.
    Skip: Orr was sentenced on Monday. / Lee was sentenced on Tuesday to four years.
    Skip: A bomb exploded in Kabul on Monday. / Tuesday's explosion in Kabul came a day after that blast.
    Wrong: The spire came down in a gale on Monday. / A choir was at practice when the spire came down on [Tuesday].
    Wrong: The clerk was arrested on Friday. / He was told of the arrest, made on [Thursday], by an aunt.
    Wrong: At a dinner in Ely on Tuesday she thanked the crew. / A cook wept at [Monday]'s dinner.
    Skip: The spire fell in the night of Monday. / A choir was at practice when the spire fell on Tuesday.
    Skip: Roe was found on 8 January. / It was on 10 January that a second cleaner found the purse.
    Skip: At a dinner in Ely on Tuesday she thanked the crew. / At the next, on Monday, no cook wept.
    Wrong: (2024-06-13) Sue Lee was buried [yesterday]. / Hundreds came to the funeral on [Tuesday].
    Right: (2024-06-13) The jury found him guilty yesterday. / The verdict, on 12 June, came after two hours.
    Skip: A clerk was sentenced on Thursday. / A man who hid him will be sentenced on Friday.
    Wrong: [3일] 두 회사는 합병 계약서에 서명했다. / 노조는 반발했다. / [4일] 체결된 합병 계약은 심사를 거친다.
    Right: 박 시장은 9일 사표를 냈다. / 박 시장이 사표를 낸 것은 9일이다.
    Skip: 3일 두 회사는 합병 계약서에 서명했다. / 4일 열린 노조 집회에는 300명이 모였다.
    Skip: Crews put out the blaze at Ely on Thursday. / The fire at Ely began on Wednesday, when a wire fell.
    Right: The council meets on Monday and Thursday. / The mayor will skip Thursday's meeting.
    Wrong: The bridge gave way on Sunday. / He died on Friday, [six days] after the collapse.  =>  5 days
    Right: Lee was arrested on Tuesday. / Three days after his arrest, on Friday, he was charged.
    Skip: Orr was robbed on Monday. / On Friday, two days after the murder of Lee, she spoke.
    Wrong: The bank left its rate at 4 per cent on Thursday. / Its governor, Ida Bo, said after [Wednesday]'s decision that it could wait.
    Skip: The bank left its rate at 4 per cent on Thursday. / Al Roe, an Ely broker, said after Wednesday's decision in Oslo that it could wait.
    Skip: A box of ballots burst on Monday in Leeds, and ballot boxes were short. / She took a tenth of the vote; on Sunday she had hoped for 28 per cent of the vote.
    Wrong: Ada Lund's set on Sunday night brings the fair to an end. / Those who want to be there for the farewell on [Saturday] should hurry.
    Wrong: The ferry left Hull on Monday with 60 aboard. / Contact was lost an hour after it set off on [Tuesday].
    Wrong: The mayor signed the order on Monday. / The order, signed [Friday] by the mayor, bans dogs.
    Wrong: (2024-03-14) A pier will open its gates on April 6. / Tickets for the [April 5] opening went on sale Monday.
    Wrong: (2024-03-14) Two leaders met in Ely on March 9. / The [March 8] talks in Ely lasted four hours.
    Wrong: The king died on Saturday. / Flags flew at half-mast for the king, whose death on [Friday] was sudden.
    Wrong: The king sacked his cook on Saturday. / The dismissal on [Friday] of the cook stunned the court.
    Skip: The king died on Saturday. / His brother, whose death on Friday came first, was 80.
    Skip: The strike began on Sunday at the port. / Teachers who walked out on Saturday will join.
    Skip: Ruiz left Labour on Monday. / Two others have gone since Okafor left Labour on Tuesday.
    Skip: Norway's bank raised its rate on Thursday. / Sweden's left its own alone, and Wednesday's decision was no surprise.
    Right: Lee was sentenced on Monday. / On Thursday, three days after the sentence, he appealed.
    Wrong: (2017-05-22) The pollster telephoned 1,040 adults from April 3 to April 21. / When interviewing began, on [April 10], it rained.
    Wrong: (2026-03-05) The pool opens its doors on Saturday, May 9. / Those who come to the opening on [Sunday, May 10], get a towel.
    Skip: (2026-03-05) The pool opens on Saturday, May 9. / Those at the opening of the slide on Sunday, May 10, get a towel.
    Skip: The gallery opens on Friday. / At the opening party on Thursday the mayor will cut a cake.
    Skip: The council met on Tuesday. / At the meeting on Thursday it will vote.
    Skip: The court ruled on Tuesday. / The ruling, published on Wednesday, is 90 pages long.
    Wrong: (2023-06-09) Trading opens on [Wednesday, June 14]. / Three coaches go to the City for the first day of trading on [Tuesday].
    Wrong: Workers at Ely walked out on Wednesday. / On [Thursday], when the strike began, pickets stood at both gates.
    Skip: The sale starts on Monday. / For members the sale starts on Saturday.
    Right: (2025-07-03) The fair runs from July 17 to July 20. / On the last day of the fair, July 20, a raft race is held.
    Skip: (2025-07-03) The fair runs from July 17 to July 20. / The book fair begins on July 25.
    Right: The fair opened with a breakfast on Thursday. / Thursday's one cheer was for the cook.
    Skip: The fair opened with a breakfast on Thursday. / It comes back next Thursday, and Thursday is market day.
    Wrong: 승용차가 [17일] 저녁 인도로 돌진해 두 사람이 다쳤다. / 사고가 난 [16일]에는 야시장이 열렸다.
    Wrong: 위원회는 [12일] 연금 법안을 의결했다. / [13일] 상임위 문턱을 넘은 법안은 본회의로 간다.
    Right: 승용차가 17일 저녁 인도로 돌진해 두 사람이 다쳤다. / 사고가 난 17일에는 야시장이 열렸다.
    """
    found: defaultdict[str, list[Event]] = defaultdict(list)
    for event in occasions(article):
        for family in event.families:
            if len(found[family]) < LONGEST:
                found[family].append(event)
    done: set[int] = set()
    for family, events in sorted(found.items(), key=lambda told: told[0] in wider()):
        if len(events) > 1:
            yield from _compared(article, family, events, done)
            if family in events_words("families"):
                yield from _once_only(article, family, events)
            if not (recurs(family) or family in events_words("frequent")):
                yield from _told_again(article, family, events)
    yield from _in_turn(article)
    for told in retellings(article):
        yield _again(told)
    for lapse in lapses(article):
        yield _apart(article, lapse)
    for edge in edges(article):
        yield _at_an_end(article, edge)
    yield from told_twice(article)
    for first, again in same_days(article):
        yield _again(Retelling(first, again), same=True)


def _at_an_end(article: Article, edge: Edge) -> Relation:
    """Hold the first or the last day of something to the ends that the text gives it."""
    end = edge.start if edge.first else edge.end
    days = [one.when._replace(weekday=None, until=None) for one in (edge.told, end) if one.when]
    told, given = (nearest(when, article.published or date(SOME_YEAR, 1, 1)) for when in days)
    whole = article.text(Span(edge.start.span.start, edge.end.span.end))
    stated = Quantity.named(str(told), edge.told.text, edge.told.span)
    implied = Quantity.named(str(given), whole, end.span)
    says = f"It {'begins' if edge.first else 'ends'} on {verbatim(edge.told.text)} here, but goes from {{working}} elsewhere."
    return Relation(stated, implied, says, fix="one day in both places")


def _apart(article: Article, lapse: Lapse) -> Relation:
    """Hold the days that a day is told to be away from an event to those that there are."""
    noun, on = article.word(lapse.event.at), lapse.event.mention
    days = "1 day" if lapse.days == 1 else f"{lapse.days} days"
    text = article.text(lapse.span).lower()
    working = f"{on.text} to {lapse.day.text} is {days}" if lapse.days else f"both are on {on.text}"
    stated = Quantity.named(str(lapse.said), text, lapse.span, lapse.day.span)
    implied = Quantity.named(str(lapse.days), working, on.span)
    return Relation(
        stated, implied, f"{{working}}, not {text} (“{noun}” is put on {on.text}).",
        doubt=None if lapse.sure else AGAIN, fix=days,
    )  # fmt: skip


def _again(told: Retelling, same: bool | None = None) -> Relation:
    """Hold the day of an event that is told again to that which it was first told with."""
    if same is None:
        same = bool(told.first.when and told.again.when and told.first.when.day == told.again.when.day)
    later = told.first.text if same else told.again.text
    stated = Quantity.named(later, later, told.again.span)
    implied = Quantity.named(told.first.text, told.first.text, told.first.span)
    working = (
        f"{later} is named in both places"
        if same
        else f"the event is on {told.first.text} in one place and on {later} in another"
    )
    return Relation(stated, implied, fix=f"{told.first.text}, or {later}, in both places", working=working)


def _in_turn(article: Article) -> Iterator[Relation]:
    """Say how far apart two days lie of which one is told to come before the other."""
    for said in article.match(IN_TURN):
        first, then = said.first.when, said.then.when
        if first and then and first.weekday is not None and then.weekday is not None and first.weekday != then.weekday:
            apart = Quantity.constant((then.weekday - first.weekday) % WEEK)
            later = "the day after" if apart.interval.low == 1 else f"{apart.working} days after"
            working = f"{said.first.text} comes before {said.then.text}, {later}"
            yield Relation(apart.changed(spans=(said.first.span, said.then.span)), apart, doubt=AGAIN, working=working)


def _compared(article: Article, family: str, events: list[Event], done: set[int]) -> Iterator[Relation]:
    """Hold every event that is taken for known against what is told of it elsewhere."""
    for taken in events:
        if not taken.definite or taken.mention.first in done:
            continue
        known = [one for one in events if one.at < taken.at or not loosely(article, family, one)]
        others = [one for one in known if one.sentence is not taken.sentence and one.day_beside(taken)]
        days = {one.day_beside(taken) for one in others}
        alike = [one for one in others if of_the_same(article, family, one, taken, len(days) == 1)]
        if alike:
            done.add(taken.mention.first)
            first = next((one for one in alike if one_day(one, taken)), alike[0])
            told = any(one_day(one, taken) for one in events if one is not taken and not one.definite)
            several = len(days | {taken.day_beside(first)}) > 2 or told
            several = several or (not taken.own and taken.day in _days_before(article, first))
            yield _relation(article, family, taken, first, several)


def _days_before(article: Article, first: Event) -> set[str]:
    """Return the days named by the end of an event's sentence: who takes one up may mean what was told of it."""
    dated = (one for near in article.sentences[: first.sentence.number + 1] for one in near.of_kind("weekday|date"))
    return {day_of(article, one) for one in dated if one.when and not is_far(article, one.when)}


def _once_only(article: Article, family: str, events: list[Event]) -> Iterator[Relation]:
    """Hold against each other the two days of what one person has but once: a sentence, a funeral."""
    told = [
        event
        for event in events
        if not apart(article, event.sentence) and not (event.mention.when and event.mention.when.day)
    ]
    if told and len({event.day for event in told}) == len({event.day for event in events}) <= 2:
        first = told[0]
        later = next((event for event in told if event.day != first.day), told[-1])
        one, other = people_of(article, first.sentence, first.names), people_of(article, later.sentence, later.names)
        tied = not one or not other or one & other
        if later.sentence is not first.sentence and not later.definite and tied:
            yield _relation(article, family, later, first, several=False)


def _told_again(article: Article, family: str, events: list[Event]) -> Iterator[Relation]:
    """Say that an event is on one day in two sentences, of which one names nobody or both name the same."""
    first = events[0]
    for event in events[1:]:
        tied = event.names & first.names or not event.names or not first.names
        if event.sentence is not first.sentence and one_day(event, first) and tied and not event.definite:
            yield _relation(article, family, event, first, several=False)
            return


def _relation(article: Article, family: str, taken: Event, first: Event, several: bool) -> Relation:
    told_again = said_again(article, taken) or said_again(article, first)
    far = _far_apart(article, taken, first, recurs(family) or family in events_words("frequent"))
    unsure = (
        several
        or told_again
        or far
        or _over_midnight(article, taken, first)
        or not {taken.day, first.day}.isdisjoint(other_days(article))
    )
    later, earlier = taken.day_beside(first), first.day_beside(taken)
    stated = Quantity.named(later, later, taken.mention.span)
    implied = Quantity.named(earlier, earlier, first.mention.span)
    named = article.word(taken.at) if of_root(family) or family in wider() or family.endswith("s") else family
    working = f"the {named} is on {earlier} in one place and on {later} in another"
    return Relation(
        stated, implied, f"The {named} is on {later} here, but on {earlier} elsewhere.", doubt=AGAIN if unsure else None,
        fix=f"{earlier}, or {later}, in both places",
        working=f"the {named} is on {later} in both places" if later == earlier else working,
    )  # fmt: skip


def _over_midnight(article: Article, taken: Event, first: Event) -> bool:
    """Tell whether one of two days follows on the other, and their sentences tell of the hours about midnight."""
    days = [event.mention.when.weekday for event in (first, taken) if event.mention.when]
    follows = None not in days and len(days) == 2 and (days[1] or 0) - (days[0] or 0) in (1, 1 - WEEK)
    return follows and any(LATE.search(article.words(event.sentence)) for event in (taken, first))


def _far_apart(article: Article, taken: Event, first: Event, again: bool) -> bool:
    """Tell whether two dates are so far apart that no slip of a day, a month or a digit explains it.

    Of such events as may come `again` a digit is no proof.
    """
    if not (taken.dated and first.dated):
        return False
    near = article.published or date(SOME_YEAR, 1, 1)
    one, other = (nearest(event.mention.when, near) for event in (taken, first) if event.mention.when)
    if not one or not other or one.day == other.day or abs((one - other).days) <= WEEK:
        return False
    digit = abs(one.day - other.day) % TEN == 0 or f"{one.day}" == f"{other.day}"[::-1]
    return again or one.month != other.month or not digit
