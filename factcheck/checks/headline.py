"""The figures over an article against those in it."""

from __future__ import annotations

from collections.abc import Iterator
from fractions import Fraction

from factcheck.article import Article
from factcheck.check import check
from factcheck.link.context.directions import is_change
from factcheck.link.context.subjects import comparable, near, noun, topics_of
from factcheck.link.headline.aboard import on_board
from factcheck.link.headline.combined import follows, margin, told_apart
from factcheck.link.headline.heads import MEASURED, Body, Head, heads_of
from factcheck.link.headline.matching import meets, moved_by, of_two_things, same, same_age, stands_below
from factcheck.link.headline.nowhere import told_nowhere
from factcheck.link.headline.onlyone import only_rank
from factcheck.link.headline.otherwise import contradicted, doubt_of, in_place_of, told_otherwise
from factcheck.link.headline.redated import another_date
from factcheck.link.headline.repeated import repeated
from factcheck.link.headline.rivals import (
    SMALL,
    as_age,
    lead_rival,
    written_alike,
)
from factcheck.link.headline.sayings import sayings
from factcheck.link.headline.tallies import score_rival, vote_rival
from factcheck.link.headline.toldtwice import over_and_under
from factcheck.link.series.figures import value
from factcheck.model import Mention, Relation, Severity
from factcheck.numerals import digits
from factcheck.patterns import Pattern
from factcheck.quantity import Interval, Quantity

NEARLY = Fraction(1, 50)
"""So far a share in words may be off the percentage that it stands for."""

PAST_THE_HOUR = Pattern(r" (?:past|to|before|after) (?:midnight|noon|the hour|[a-z]+ o['’]clock)\b")
SOUGHT, SOUGHT_REACH = (
    Pattern(
        r"\badded $|\b(?:had|have|has) (?:wanted|sought|asked for|demanded|called for|recommended) (?:just |only |about |at least )?[£$€]?$"
    ),
    40,
)

MOST = 40


OPENING, DIGITS = 2, 3
"""In so many of the first sentences a bare number may be a headline's: narrows to four points; its lead has shrunk to four."""


@check("headline-body", says="The headline says {stated}, the text {working}.")
def headline_body(article: Article) -> Iterator[Relation]:
    """A figure of the headline, standfirst or a caption must be one that the text has too, or follow from it.

    It may be rounded, or be the sum, the difference or the ratio of figures of the text.  It is wrong only
    where the text has another value for the very same thing.

    Wrong: # Tule Fork Fire [35%] contained / The Tule Fork Fire ebbed. Containment stood at [25%].
    Wrong: # Okafor scores [31] as Larkspur wins / Chidi Okafor went 7-for-8 to finish with [29 points].
    Wrong: # Cabinet clears [Rs 16,500-crore] corridor / The cabinet cleared a corridor at [Rs 15,600 crore].
    Wrong: # Acme buys [80%] of Baker / Acme said it bought [81 percent] of Baker, a tool maker.
    Right: # Union authorizes strike by 93 percent / Members voted 93 percent in favor of a strike.
    Right: # Halden buys dairy for EUR 1.26 billion / Halden will pay EUR 1.258 billion for the dairy.
    Wrong: # [1.8 lakh] people in relief camps / About [1.2 lakh] people are in relief camps.
    Right: # Six in 10 put off care / Fifty-nine percent of adults put off care.
    Right: # Elm Street ban passes by four votes / The council passed the ban by 21 votes to 17 on Monday.
    Right: # Results due Nov. 7 / The firm reports results on Nov. 7.
    Wrong: # [Three] killed in bus crash / [Four] people were killed in a bus crash on Monday.
    Wrong: # Factory orders rebound in [March] / New orders to factories rebounded in [February], the government said.
    Right: # Factory orders may rebound in March / Factory orders fell in February. They may rebound in March.
    Right: # Bridge bill fails, 52-47 / There were 52 members for the bill and 47 against it.
    Right: # Moor fire tops 3,000 acres / The fire on the moor had burned 3,400 acres by noon.
    Wrong: # Mill profit up [42%] / First-quarter profit at the mill was up [24%], it said.
    Wrong: # Greens take [27] seats / The Greens will have [29] seats in the new house, 11 more than before.
    Wrong: # Orr holds Ash by majority of [1,318] / Orr held on in Ash. She has a majority of [1,381].
    Wrong: # Jobless rate falls to [4.1%] / The jobless rate in the state fell to [4.3%] in May.
    Wrong: # Teacher jailed for [four years] / A teacher who stole from her school was sent to prison for [six years].
    Wrong: # Sales at Hobbs climb [9 percent] / Hobbs, the grocer, said sales rose [6 percent] in the quarter.
    Wrong: # Farmer, [52], killed by bull / A farmer died in Coldale. John Prest, [57], had two sons.
    Wrong: # Museum visitors up by [a third] / The number of visitors to the museum grew by [a quarter].
    Wrong: # [Four] held over theft / Police have arrested [five] people over the theft of a Roman helmet.
    Wrong: # Hobbs lose [4-2] in cup / Hobbs were knocked out of the cup on Saturday, beaten [3-2].
    Wrong: # Poet dead at [77] / Hugh Orr, the poet, died on Thursday. He was [79].
    Wrong: # Bus fares to rise by [30p] / Bus fares will rise by [20 pence] from next month.
    Wrong: # [Two] dead in Coldale rockfall / [Three] hikers were killed by a rockfall near Coldale. A ranger found two of them.
    Wrong: # Rockfall leaves [six] injured / A rockfall at Coldale killed four people and left [five] injured, police said.
    Wrong: # Mayor signs [five] housing orders / The mayor of Coldale signed [four] housing orders on Monday.
    Wrong: # Hobbs to close Coldale mill with loss of [300] jobs / Hobbs will close its mill in Coldale with the loss of [200] jobs.
    Wrong: # Cellist Anna Prest dies at [81] / Anna Prest, the cellist, has died at her home at the age of [87].
    Wrong: # Coldale to vote on [April 9] / Coldale will vote on the new mill on [April 19], its council said.
    Wrong: # Barge goes down with [134] aboard / They looked for survivors of a barge. It had been carrying [143] people.
    Wrong: # Dam to hold [6 billion litres] / The wall above Coldale will hold back [600 million litres].
    Wrong: # Widow loses [£15,000] to crooks / A woman of Coldale was tricked out of [£50,000], a court heard.
    Wrong: # Retired baker, [68], swims lake / A baker from Coldale has swum it. Ann Prest, [63], came ashore at noon.
    Wrong: # Council votes [6-3] for ban / The council took the decision by [six] votes to [two] on Monday.
    Wrong: # Hobbs to close Coldale mill with loss of [2,300] jobs / The mill will go. / "We lose [3,200] good colleagues," she said.
    Wrong: # Fares to go up [14%] / A ride goes from £2.50 to £2.80, a rise of [12 per cent]. Some 6 per cent fewer ride.
    Wrong: # Winger out for [four months] / A scan has shown that he needs [four weeks] of rest.
    Wrong: # Poet sells [450,000] copies / Nobody would print it. Two years on the book has sold [45,000].
    Wrong: # Council votes [Tuesday] on dock / The council will vote on the dock on [Thursday].
    Wrong: # Fares to go up [6%] / Riders will pay [9 percent] more from May.
    Wrong: # Judge gives ex-clerk [8 years] / A clerk was sent to prison for [six years] on Tuesday.
    Skip: # Judge gives ex-mayor 8 years / A man was sent to prison for six years for theft and two for fraud.
    Wrong: # Theater asks for [2 million] / Without [3 million euros] the stage in Elm will go dark.
    Wrong: # Ann Orr takes [7th] title / On Sunday she beat a boy of 18. With it she has won [nine] titles.
    Skip: # Fast trains cut trip to 38 minutes / A trip on the slow train will be cut by 56 minutes when the line opens.
    Skip: # Storm due Friday / A storm will reach Coldale, the council said on Thursday.
    Wrong: # Rents in Coldale fall [6%] / Rents climbed by [6 per cent] in the year to May.
    Wrong: # Jobless rate falls to [4.3%] / The jobless rate edged up to [4.3 per cent] in May.
    Wrong: # Ferry fares up by [a third] / A ferry fare is [a third] lower than in spring.
    Right: # Dollar falls 2% against euro / The euro gained 2 per cent against the dollar.
    Right: # Hobbs sales fall 6% / Hobbs said costs had risen 6 per cent, and sales were lower.
    Right: # Sixty firms bid for plots / By Friday 61 firms had bid for the plots.
    Right: # Snow three metres deep shuts pass / The snow at the Elm pass is 3.1 metres deep, the road board said.
    Wrong: # Trust in council sinks to [27%] / The council has had a bad year. / Just [22 percent] of residents trust it, a survey found.
    Wrong: # Fees to end on [71%] of bridges / The city will end fees on [76 percent] of the bridges in its ring.
    Wrong: # Hobbs to shed [850] jobs in Elm / Hobbs, the grocer, said that it would lay off [350] workers at its yard.
    Wrong: # Zoo welcomes [482,600] / Some [428,600] people came to the zoo, a record.
    Wrong: # Ferry adrift for [46 minutes] / The ferry lost power at noon. / Those [56 minutes] cost the line its licence.
    Skip: # 60% of voters want a new mayor / Voters in Elm have had enough. / In all 45 percent of voters back the toll, a poll found.
    Skip: # Union votes 62-38 to strike / Members backed a walkout. / At a sister plant they voted 61-39 the week before.
    Right: # Town shuts three libraries / The council is closing the libraries at Ludd Street, Coldbeck and Penny Hill.
    Skip: # Flood closes two bridges / It closed the bridges at Elm, Ash and Yew Street on Monday, but by noon one had reopened.
    Skip: # Hobbs to shed 850 jobs / Hobbs said on Monday it would hire 350 workers at its yard in Elm.
    Skip: # Hikers, three of them children, saved / A party of eight hikers was winched to safety.
    Skip: # Chief constable, 52, to go two years early / The chief constable of Wessex is to retire 26 months before her contract ends and after 31 years as an officer.
    Skip: # Barge goes down with 134 aboard / A tug had 43 people in it. The other tug had 34 people.
    Skip: # Six killed in Coldale rockfall / The rockfall at Coldale killed a family, including three children.
    Skip: # Botanist Ines Orr dies at 90 / Ines Orr, a botanist who climbed ropes at the age of 71, died on Monday.
    Skip: # Ines Orr, 63, back on stage / Orr is back on stage, this time with her daughter, Ann Prest, 18.
    Skip: # Hobbs to shut 300 shops / Hobbs, which also runs 180 shops in Norway, will shut many of its shops.
    Skip: # Man held for the murder of 90-year-old in Coldale / A 26-year-old man has been held for the murder of a man in Coldale.
    Skip: # Coldale boy arrested after two people hurt / Police have arrested a boy of 17 in Coldale after people were hurt by a shot.
    Skip: # 350 jobs to come to Coldale and Elm / A shop will create 250 jobs in Coldale and Elm. A bank will hire 100 staff.
    Skip: # Hobbs go through 5-3 on aggregate / Hobbs lost 2-1 to Albion but went through.
    Right: # Six held after raids / Four men were arrested in Leeds and two in York.
    Skip: # Gilt yields hit 27-year high / Yields on 30-year gilts touched 5.72% on Tuesday, the highest since May 1998.
    Right: # Singer gets 5-year suspended term / A court gave the singer a five-year prison term, suspended. Her manager got four years.
    Skip: # Mine may owe $25 billion / The mine may be asked to bear half of an estimated $49 billion that the mine owes.
    Skip: # Six teams in new cup / The cup has been won. There will be eight teams and 56 games next year.
    Skip: # Factory confidence lowest since March / Factory confidence fell to its lowest in seven months in September.
    Skip: # Wife of 39 years fails in divorce appeal / She is to stay married. After five years of separation she could divorce.
    Skip: # Factory orders to rebound in March / Factory orders fell in February, the government said.
    Skip: # Three killed in bus crash / Two people were killed in a bus crash and one died later.
    Skip: # Six clubs, one bus / They voted to let others in, so there will be eight clubs next year.
    Skip: # Two held after raid / Police held a man and a woman.
    Right: # Acme sheds 100 jobs / Acme will cut 70 jobs in Leeds and 30 in York.
    Right: # Sales rise 15.6 million / Sales were 48.0 million, against 32.4 million.
    Skip: # Bank to lend $250 billion more / The bank can lend $1,000 billion, not $750 billion.
    Right: # A 12-year-old's summer / Leo Park, who turned 12 in July, saw 20 more than his sister, Mia, 15.
    Skip: # Twins, 90, meet their sister, who is 71 / The Finch twins met their sister, Carol Hobbs, 71, on Saturday.
    Wrong: # Plane with [74] aboard lands in field / It had [68] passengers and [four] crew members.
    Skip: # Ten questions on the new tax / Readers have asked. The form has 16 questions and a space for the bank.
    Wrong: # 창고 불로 [5명] 숨져 / 2일 새벽 창고에서 불이 나 [3명]이 숨지고 12명이 다쳤다.
    Right: # 아침 29.3도…15일째 열대야 / 항구의 아침 기온이 29.3도로 지난달 22일부터 15일 연속 열대야가 나타났다. 섬은 13일째다.
    Right: # 샛별 3호 위성 13기 싣고 발사 / 샛별 4차 발사가 27일 이뤄진다. 중형위성 3호 1기와 소형위성 12기 등 13기를 고도 600㎞에 올린다.
    Right: # 창고 불로 15명 사상 / 2일 새벽 창고에서 불이 나 3명이 숨지고 12명이 다쳤다.
    Wrong: # Otters win [third] straight / The Otters beat Elm on Sunday to win their [fourth] in a row.
    Wrong: # Mayor wins [third] term / Mayor Ann Orr won a [second] term on Tuesday with 54 percent of the vote.
    Wrong: # House prices drop for [fifth] month / House prices fell for a [fourth] month in May, the bank said.
    Wrong: # Demand at food bank [triples] / The food bank gave out [41,200] parcels in the year to August, twice the [20,600] of 2019.
    Wrong: # Profit at Hobbs [halves] / Hobbs said that profit fell by a third to [£40 million] from [£60 million].
    Wrong: # Oil above [$90] / Brent crude rose 2 percent to [$89.40] a barrel on Monday.
    Wrong: # Hobbs raises [$2bn] / Hobbs, the grocer, raised [£2bn] on Monday, it said.
    Wrong: # Elm tunnel to open in [2027] / The Elm tunnel will open in [2028], a year late, the ministry said.
    Wrong: # Sales [fall] at Hobbs / Hobbs' sales [rose] 4 percent in the year to May.
    Wrong: # Fares to rise [10%] / Fares will rise to [$2.75] from [$2.20] in July, the transit board decided.
    Wrong: # [Most] residents back tunnel / In the poll [44 percent] backed the tunnel and 51 percent were against it.
    Wrong: # Greens win [52 of 100] seats / The Greens took [48 of the 100] seats in Sunday's vote and will need a partner.
    Wrong: # Elm house prices [hit record] / The median price was $438,000 in June. It remains 3% [below the record] of last spring.
    Wrong: # [Seven] die in bus crash / [Six] people were killed and 20 hurt when a bus left the road near Ely on Sunday.
    Right: # Otters win third straight / The Otters beat Elm on Sunday for their third win in a row.
    Skip: # Otters win third straight / The Otters beat Elm on Sunday. They had lost four in a row.
    Skip: # Sales fall at Hobbs / Sales at Hobbs rose 4 percent in the year but fell 3 percent in the last quarter.
    Skip: # Wages fall in real terms / Wages rose 3 percent in the year to May, the office said.
    Right: # Oil above $90 / Brent crude rose to $89.40 a barrel on Monday, having touched $90.10.
    Right: # Hobbs raises $2bn / Hobbs raised £1.6bn ($2bn) on Monday.
    Right: # Profit at Hobbs halves / Profit fell 48 percent to £52 million from £100 million.
    Skip: # Trams took 2.3m in warm summer / Trams took 2.34m riders from May to July, more than the 2.2m of the summer before.
    Skip: # Storm kills 12 / The toll of the storm, earlier put at 10, may rise.
    """
    heads = heads_of(article)[:MOST]
    if heads:
        body = [(as_age(article, mention), sentence) for sentence in article.body for mention in sentence.mentions]
        for head in heads:
            yield from _told(article, head._replace(mention=as_age(article, head.mention)), body)
    yield from sayings(article, heads)
    for told in over_and_under(article):
        said, again = (Interval.exactly(value(one)) for one in (told.first, told.again))
        over = Quantity(said, told.first.unit, told.first.text, (told.first.span,))
        yield Relation(over, told.again.quantity.changed(value=again, coarse=None))
    yield from repeated(article)


def _told(article: Article, head: Head, body: Body) -> Iterator[Relation]:
    if head.mention.kind == "fraction":
        return _shared(article, head, body)
    return _measured(article, head, body) if head.mention.kind in MEASURED else _exact(article, head, body)


def _exact(article: Article, head: Head, body: Body) -> Iterator[Relation]:
    """Show that a date, a rank or a score of the headline stands in the text, or that the text has another month."""
    said = head.mention
    alike = next((mention for mention, _ in body if mention.kind == said.kind and same(said, mention)), None)
    if said.kind in ("date", "weekday") and (date := another_date(article, head)):
        yield in_place_of(head, date)._replace(severity=Severity.WARNING)
    elif told := (alike,) if alike else told_apart(said, body):
        whole, found = Interval.exactly(1), " and ".join(mention.text for mention in told)
        spans = tuple(mention.span for mention in told)
        yield Relation(
            Quantity(whole, working=said.text, spans=head.places),
            Quantity(whole, working=found, spans=spans),
            working=f"{found} in the text; {said.text} over it",
        )
    elif said.kind == "pair" and (score := score_rival(article, head, body)):
        yield in_place_of(head, score)
    elif said.kind == "ordinal" and (rank := only_rank(article, said, body)):
        yield in_place_of(head, rank)
    elif said.kind == "pair" and (votes := vote_rival(article, head, body)):
        yield in_place_of(head, *votes)


def _measured(article: Article, head: Head, body: Body) -> Iterator[Relation]:
    """Hold an amount of the headline against the amounts of the text."""
    said = head.mention
    if said.number is None or any(written_alike(said, mention) for mention, _ in body):
        return
    bare = (one for near in article.body[:OPENING] for one in near.of_kind("count"))
    if said.kind == "points" and any(one.size == said.size for one in bare):
        return  # Its lead narrows to four points, and has shrunk to four.
    if said.unit == "year" and any(one.noun == "anniversary" and one.size == said.size for one, _ in body):
        return  # Thirty years of ties, on their 30th anniversary.
    if apart := margin(article, said, body):
        yield Relation(said.quantity.changed(spans=head.places), apart)
        return
    if carried := on_board(article, said, body):
        yield Relation(said.quantity.changed(spans=head.places), carried)
        return
    body = [found for found in body if not _was_sought(article, found[0])]
    alike = [found for found in body if _alike(article, said, found[0])]
    size = abs(float(said.number.middle))
    close = [
        mention for mention, _ in alike if mention.number and size <= 2 * abs(float(mention.number.middle)) <= 4 * size
    ]
    matching = [mention for mention in close if meets(said, mention)]
    told = told_otherwise(article, head, alike, len(matching))
    if told and not (told.doubt and matching):
        yield told
    elif not matching and any(one.size == said.size and _is_out_of(article, one) for one, _ in body):
        return
    elif (
        not matching
        and not _stands_as_points(said, body)
        and not (len(digits(said.text)) >= DIGITS and stands_below(article, said))
    ):
        told_instead = [*contradicted(article, head, alike, body)]
        yield from told_instead or (in_place_of(head, one) for one in told_nowhere(article, head, body))
    elif found := _found(article, head, matching):
        working = f"{found.text} in the text; {said.text} over it"
        yield Relation(head.beside(found), found.quantity, working=working)


def _stands_as_points(said: Mention, body: Body) -> bool:
    """Tell whether a bare number of a headline is so many points in the text: Okafor's 41."""
    return said.kind == "count" and any(one.kind == "points" and one.size == said.size for one, _ in body)


def _was_sought(article: Article, one: Mention) -> bool:
    """Tell whether a figure is what somebody had asked for, what one cause added, or a time of day: had wanted nine years."""
    before, behind = article.around(one, SOUGHT_REACH)
    return SOUGHT.search(before) is not None or PAST_THE_HOUR.match(behind) is not None


def _is_out_of(article: Article, one: Mention) -> bool:
    """Tell whether a number leaves its unit to the whole behind it: 11 of the 31 nights."""
    place = article.place(one)
    return one.kind == "count" and article.word(place + 1) == "of" and place + 3 in article.at


def _alike(article: Article, said: Mention, mention: Mention) -> bool:
    if (
        said.size != mention.size
        and moved_by(article, said)
        and not (moved_by(article, mention) or is_change(article, mention))
    ):
        return False
    if comparable(said, mention):
        return said.size == mention.size or not of_two_things(article, said, mention)
    if same_age(said, mention):
        return True
    scored = {said.kind, mention.kind} == {"count", "points"} and "pt" in (said.unit, mention.unit)
    bare = said if said.kind == "count" else mention
    return scored and mention.number is not None and "scoring" in near(article, bare)


def _found(article: Article, head: Head, matching: list[Mention]) -> Mention | None:
    """Return the figure of the text that is the headline's: the same value of what seems the same thing."""
    said = head.mention
    small = said.kind == "count" and said.number is not None and said.number.middle <= SMALL
    if len(matching) == 1 and not small:
        return matching[0]
    about = near(article, said) | topics_of(article, head.sentence)
    shared = [(len(about & near(article, found)), found) for found in matching]
    if small:
        shared = [(many, found) for many, found in shared if many or noun(found) == noun(said)]
    return max(shared, key=lambda found: found[0], default=(0, None))[1]


def _shared(article: Article, head: Head, body: Body) -> Iterator[Relation]:
    """Hold a share in words to the text's, in words or percent: six in 10, 59 percent."""
    said = head.mention
    alike = [found for found in body if found[0].kind in ("percent", "fraction") and found[0].number]
    for mention, _ in alike:
        if mention.number and said.number and abs(mention.number.middle - said.number.middle) <= NEARLY:
            yield Relation(said.quantity.changed(value=mention.quantity.interval, spans=head.places), mention.quantity)
            return
    rival = lead_rival(article, said, head.sentence, alike) if body else None
    if rival and not follows(said, alike, body):
        yield Relation(head.beside(rival.mention), rival.mention.quantity, doubt=doubt_of(article, head, rival.mention))
