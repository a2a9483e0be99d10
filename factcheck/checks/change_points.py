"""Changes of percentages: in points, not in percent."""

from __future__ import annotations

from collections.abc import Iterator
from fractions import Fraction

from factcheck import shown
from factcheck.article import Article
from factcheck.check import check
from factcheck.document import Span
from factcheck.link.chance.elsewhere import POINTS, RISE, Aim
from factcheck.link.chance.resumed import pointing
from factcheck.link.change.alone import settled
from factcheck.link.change.changes import movements
from factcheck.link.change.nearby import contrasted, headlines, two
from factcheck.link.change.onlyalike import gaps_in_percent, only_alike
from factcheck.link.change.parting import BACKING, parted
from factcheck.link.change.threes import filled_in
from factcheck.link.context.asides import without_asides
from factcheck.link.context.directions import is_change
from factcheck.link.context.frames import Movement
from factcheck.link.context.operands import Ends, ends, points
from factcheck.link.context.roles import Role, grammar
from factcheck.link.context.ties import gives_elsewhere
from factcheck.link.rate.percentages import ABOUT, ALMOST, SEVERAL, TENTH, changes, misspelt, per_period, weight
from factcheck.model import Mention, Relation
from factcheck.patterns import Pattern
from factcheck.phrase import kind_letters, phrase
from factcheck.quantity import Interval

LOOK = 60
"""So many characters before a percentage may say what it is of."""

FOLLOWED = Pattern(
    r",? so (?:that )?(?:(?:the|its|their|his|her) )?(?P<thing>[a-z]+)(?: there| here)?,? (?:[a-z]+ ){0,3}$"
)
SAME = frozenset(
    "it they this that decline fall drop cut rise increase gain growth gap difference has have had is was".split()
)
"""What takes up two percentages, and no thing of its own."""


FARTHEST = Fraction(7, 4)
"""Points that miss two percentages by more times are of another two."""

WHEN_IT_WAS = Pattern(
    r" (?:since|from|on|in the \w+ since) [^.;,\d]{1,30}, when (?:it|that|they|the (?:figure|rate|share|level)) (?:was|were|stood at|had (?:been|stood at)|came to) (?:just |only |about )?"
)
"""Between a change and a level these make that what the thing came from."""

IN_A_THING, REACH = Pattern(r" (?:in|of|for|to|on) (?!an?\b|one\b|just\b|only\b|barely\b|less\b)"), 30
"""Behind a change these say of what else it is: a cut of 1.5% in fuel duty."""

AIMS = frozenset({"target", "goal", "ceiling", "limit", "threshold", "objective", "aim", "targets"})
"""Behind a percentage these make it what was aimed at, and no change."""

CAUSES = frozenset({"since", "because", "as", "although", "though", "while", "whereas"})


@check("percent-points", says="{working} is {implied}, not {stated}.")
@without_asides
def percent_points(article: Article) -> Iterator[Relation]:
    """A change between two percentages is either their difference, in points, or a percentage of the first.

    Wrong: They cut the tariff by [10%] to 15% from 25%.  =>  1 - 15% / 25%
    Wrong: The levy falls to 15% from a threatened 25%, a [10%] reduction that officials praise.
    Wrong: The bank raised its main rate by [half of one percent] to 4% from 3.5% on Thursday.
    Wrong: Its share slipped [3 percent] to 11 percent from 14.
    Wrong: Support fell [27 points], from 52% to 38%.  =>  52% - 38%
    Wrong: Only 9 percent walk to work, compared with 12 percent in 2006, a decline of [1.6 percentage points].
    Wrong: The party had won 53.4 per cent here. Its 39.1 per cent means its support fell by [14.3 per cent] in a year.
    Wrong: The jobless rate peaked at [8.4 per cent] in 2020 and is now [6.2 per cent], a fall of [3.2 percentage points].
    Wrong: In spring [38 per cent] could climb the stairs; by autumn [57 per cent] could, an improvement of [19 per cent].
    Wrong: They cut the rate from [8.4%] to [6.9%]. "A cut of [1.5%] is welcome," she said.
    Wrong: It is [4.6%] now. It peaked at [7.4%] in May and has come down [2.8%] since then.
    Wrong: Labour took [41 per cent] of the vote. The Liberals had [34 per cent], leaving them [nine points] adrift.
    Wrong: In spring [49 per cent] trusted the council. A year earlier it had been [58 per cent]. The decline of [nine per cent] is the steepest of any.
    Wrong: "We were on [46 per cent] in March and are on [53 per cent] now," he said. "That is [nine points] in a month."
    Wrong: The yield on the bond was [4.52%] at noon, having opened at [4.47%]: a rise of [15 basis points].
    Right: The forecast is 3.2 percent, 0.3 of a percentage point below the 3.5 percent of February.
    Wrong: The levy goes from [2%] to [3%], a rise of [one per cent] that few noticed.
    Wrong: It closed at [3.92%], [0.18 of a point] higher than Thursday's [3.80%].
    Right: Its share was up a point and a half to 13.5 percent from 12 percent.
    Right: The bank moved its main rate, a quarter-point cut, to 4.75 percent from 5 percent.
    Right: The poll puts Ms Orr on 46 per cent and Mr Dodd on 38, a lead of eight points.
    Skip: Of 1,500 owners, 468 said so. The share, 31.2%, was up by five percentage points in a year.
    Skip: We wrote that the share of jobless had "risen 5%", when it had gone from 10 per cent to 15.
    Skip: She scored 12 of her 30 points in the fourth quarter, hitting 60 percent of her shots.
    Skip: A poll with a margin of error of 3.1 points found 46 percent in favour and 41 percent against.
    Skip: The levy on wine goes from 20 per cent to 24 per cent, adding 4 per cent to the price of a bottle.
    Skip: They cut the rate from 8.4% to 6.9%. A cut of 1.5% in fuel duty was announced too.
    Right: The rate slid to 4.6% last month from 4.7% in April, a tenth of a point.
    Right: The margin was 11.6 per cent a year ago and is 12.4 now, an improvement of 80 basis points.
    Right: It is 43% full. On the same date last year it was 28.6% full, so the level has risen by 14.4 points.
    Right: They cut the tariff by 10 percentage points to 15% from 25%.
    Right: The bank raised its main rate by half a point to 4% from 3.5% on Thursday.
    Right: Just 4.5 percent walk to work, compared with 6.1 percent in 2006, a decline of 1.6 percentage points.
    Wrong: In the east [62 percent] sort their waste and in the west [55 percent]. / Bins are few. / The [nine-point] gulf is old.
    Skip: Of 1,100 parents 64 percent said so, with a margin of error of 3 points, up from 52 percent in 2021.
    Skip: Faults were 930 of some 189,000 starts[1] or roughly 0.5% - better than the 1% before but still too many.
    Skip: The fund returned 6.2 percent last year, against 8.9 percent for its index, and lost 1.4 percent in 2022.
    Skip: The rate fell by a fifth, to 8% from 10%.
    Skip: Rates fell by half a point more than expected, to 9.25% from 10.5%.
    Skip: Men, 52% of the sample, answered less than women: a gain of six points against eight.
    Skip: Support stands at 42%, two points down on May, against 38% for the other side, two up.
    Skip: Orders by phone were up 11%, to 21% of the total from 20%.
    Skip: Futures put the odds of a quarter-point cut at 45%, down from 63% a day earlier.
    Right: The lake is 83 per cent full, 17 points better than three weeks ago and 41 points up on the low of 42 per cent.
    Skip: Sales at older stores rose 3%, with traffic up 1% and the average ticket up 2%, but freight cost more.
    Skip: Shares were up 3% to 11% in early trading.
    Wrong: Nausea was seen in [2.9 percent] of those on a dummy pill and in [4.2 percent] of those on the drug, an increase of [1.3 percent].
    Right: In a poll 58% wanted a longer ban and 30% did not. The ban's support is up 21 points from the 37% measured in 2014.
    Skip: Sales were up 3 percent in Ayr and 5 percent in Elm, a rise of 2 percent on the forecast of May.
    Skip: The tariff was 25% in May and is 15% now, so imports rose 10% in June.
    Wrong: This time [61%] said yes. A year ago it was [54%], so approval has risen [7%].
    Skip: The gap between the best ward, on 81 percent, and the worst, on 62, was 12 points five years ago.
    Skip: The index rose 26.39 points to 3,195.12 from 3,168.73.
    Wrong: 지지율은 5월 [52%]에서 7월 [44%]로 떨어졌다. 두 달 새 [6%포인트]가 빠진 셈이다.
    Skip: 지난해 원가율은 72.9%로 3.1%포인트 올랐다가 4분기 70.4%로 내렸다.
    Wrong: 김 후보는 [41%], 이 후보는 [33%]로 두 사람의 격차는 [6%포인트]였다.
    Right: In a poll 58% were for the farm, 33% against and 9% had no view. Support has dropped by six points since 2019, when it stood at 64%.
    Wrong: Some [42 per cent] of wells ran dry, the 900 farmers said. Ten years earlier it was [35 per cent]. Ada Roe, 58, with her 70 ewes, is one of those behind the [7 per cent] increase.
    Wrong: Cable reaches [88 percent] of farms. When work began in 2014, only [71 percent] had it. It has laid 950 km, and the [27-point] advance cost a fortune.
    Right: Cable reaches 88 percent of farms. When work began in 2014, only 71 percent had it. It has laid 950 km, and the 17-point advance cost a fortune.
    Skip: She won with 52.4 percent to 46.1. In her first race, in 2018, the gap was 2.1 points.
    Skip: Some 41 percent voted. Support has dropped by six points since 2019, when it stood at 64%.
    """
    told: set[Span] = set()
    found = filled_in(settled(_pointed(article), article, _gaps), pointing(article))
    for relation in filled_in(found, only_alike(article, _gaps(article))):
        told.update(() if relation.doubt else relation.stated.spans)
        yield relation
    yield from _misnamed(article, told)


def _misnamed(article: Article, told: set[Span]) -> Iterator[Relation]:
    """Propose each percentage of change that is just the points between the only two percentages near it."""
    for said, stated, works in changes(article):
        if not _amid_percentages(article, stated):
            continue
        pair = two(article, stated, shares=True) if stated.kind == "percent" and stated.span not in told else None
        if pair and (_are_changes(article, stated, pair) or _is_of_what_followed(article, stated)):
            continue
        if pair and abs(abs(pair[0].size - pair[1].size) - stated.size) < ALMOST:
            low, high = sorted(pair, key=lambda one: one.size)
            both = ends(low, high) if works[0] is RISE else ends(high, low)
            slip = _told_before(article, stated, pair)
            tied = parted(article, stated, pair, shares=True, slip=slip) or _is_between(article, stated, pair)
            if tied and not both.share.interval.meets(said.interval):
                told.add(stated.span)
                yield _as_share(both, stated, None)
    for stated, pair in gaps_in_percent(article):
        if stated.span not in told:
            yield _as_share(ends(*pair), stated, None)


def _is_between(article: Article, stated: Mention, pair: tuple[Mention, Mention]) -> bool:
    """Tell whether a change leads to what the thing was, "since January, when it stood at 44%", or is set off from two to a tenth."""
    one, other = pair
    if one.first < stated.first < other.first:
        return WHEN_IT_WAS.fullmatch(article.document.text, stated.span.end, other.span.start) is not None
    fine = all("." in figure.text for figure in (stated, *pair)) and other.first < stated.first
    fine = fine and IN_A_THING.match(article.around(stated, REACH)[1]) is None
    return fine and contrasted(article, pair) and article.word(article.place(stated) - 1) == "of"


def _is_of_what_followed(article: Article, stated: Mention) -> bool:
    """Tell whether a percentage is of what two others led to, which is not told in percent: the tariff is 15%, so imports rose 10%."""
    led = FOLLOWED.search(article.around(stated, LOOK)[0])
    if led is None:
        return False
    thing, sentence = led["thing"].lower(), article.sentences[stated.sentence]
    told = article.document.text[article.here(sentence).start : stated.span.start].lower().split()
    of_another = not (BACKING - {thing}).isdisjoint(told)  # support is 57%, 48% before, so turnout rose 9%
    return thing not in BACKING | SAME or of_another


def _told_before(article: Article, stated: Mention, pair: tuple[Mention, Mention]) -> bool:
    """Tell whether two levels of one sentence stand before a size that is set off behind them: 2.1 percent of these and 3.2 of those, a rise of."""
    one, other = pair
    between = article.skeleton[article.place(other) : article.place(stated)]
    noun = article.word(article.place(stated) - 1) == "of"
    set_off = noun and one.sentence == stated.sentence and other.first < stated.first and "," in between
    return set_off and not any(is_change(article, level) for level in pair)


def _are_changes(article: Article, stated: Mention, pair: tuple[Mention, Mention]) -> bool:
    """Tell whether two percentages are changes, and no levels: both of them, one behind the size, or one that a word of change stands before."""
    told = [is_change(article, one) for one in pair]
    moved = (grammar().sign(article.skeleton[article.place(one) - 1]) for one in pair)
    return all(told) or any(moved) or (pair[0].first > stated.first and any(told))


def _gaps(article: Article) -> Iterator[Aim]:
    """Yield every number of points; those of an index have no percentages near them."""
    for sentence in (*headlines(article), *article.body):
        for stated in sentence.of_kind("points"):
            if stated.unit == "pp" or sentence.block == "headline" or _amid_percentages(article, stated):
                yield points(stated), stated, (POINTS,)


def _amid_percentages(article: Article, stated: Mention) -> bool:
    """Tell whether another percentage stands about a figure, so that it may be what parts two of them."""
    place, letter = article.place(stated), kind_letters("percent")
    return article.skeleton.count(letter, max(0, place - ABOUT), place + ABOUT) > (stated.kind == "percent")


def _pointed(article: Article) -> Iterator[Relation]:
    for move in movements(article):
        if move.before and {move.before.kind, move.after.kind} & {"percent"}:
            for role in move.stated:
                if role.name == "change":
                    yield from _points(article, move, role)


def _telling(move: Movement, role: Role, both: Ends) -> bool:
    """Tell whether a percentage of three digits is, to the digit, the difference of the two percentages before it."""
    stated = role.mention.number
    if stated is None or move.link != "apart" or both.before.unit != "%":
        return False
    exact = both.gap.interval.middle == stated.middle
    return exact and stated.middle >= TENTH and (stated.middle * 100).denominator > 1


def _points(article: Article, move: Movement, role: Role) -> Iterator[Relation]:
    if move.before is None or ({move.before.kind, move.after.kind} == {"percent", "count"} and _no_share(move)):
        return
    if _is_an_age(article, move):
        return
    both = ends(move.before, move.after)
    doubt = (
        (None if _telling(move, role, both) else move.doubt)
        or per_period(article, role)
        or ("the change is of another time" if _in_its_own_year(article, move, role.mention) else None)
        or ("the change is of something else" if gives_elsewhere(article, role) else None)
        or (SEVERAL if move.others or _behind_another(article, move, role, both) else None)
    )
    if role.mention.kind == "points":
        stated = points(role.mention)
        yield Relation(stated, both.gap.as_unit("pp"), doubt=doubt, severity=weight(stated, both.gap))
    elif (
        role.mention.kind == "percent"
        and role.sign
        and not move.pair
        and not _of_the_whole(article, move, role, both)
        and not _is_of_what_followed(article, role.mention)
        and not _gives_cause(article, move, role)
        and not _is_target(article, role.mention)
        and (not both.share.interval.meets(role.mention.quantity.interval) or misspelt(both, role))
    ):
        yield _as_share(both, role.mention, doubt, misspelt(both, role))


def _behind_another(article: Article, move: Movement, role: Role, both: Ends) -> bool:
    """Tell whether points set one percentage behind a rival's, untold, rather than apart from its own of another sentence: 32%, three points behind him."""
    place = article.place(role.mention)
    rival = article.word(place + 1) in ("behind", "ahead") and article.skeleton[place + 2 : place + 3] not in (
        ".",
        ",",
        "",
    )
    apart = move.before is not None and move.before.sentence != move.after.sentence
    gap, said = abs(both.gap).interval.middle, role.mention.size * Fraction(1, 100)
    return rival and apart and not FARTHEST * said > gap > said / FARTHEST


def _no_share(move: Movement) -> bool:
    """Tell whether an end that has no percent sign is too large for a share: 468 people, 31.2%."""
    return move.before is not None and max(move.before.size, move.after.size) > 100


def _is_an_age(article: Article, move: Movement) -> bool:
    """Tell whether an end is where a range of ages stops: 26% of those aged 18 to 34."""
    ends_of_it = (one for one in (move.before, move.after) if one is not None and one.kind == "count")
    return any("aged" in map(article.word, range(article.place(one) - 3, article.place(one))) for one in ends_of_it)


def _in_its_own_year(article: Article, move: Movement, stated: Mention) -> bool:
    """Tell whether a change that another verb adds has a year of its own: returned 6%, against 9%, and lost 1% in 2022."""
    place, last = article.place(stated), article.place(move.after)
    joined = phrase(", and").search(article.skeleton, last, place) is not None
    return joined and phrase("in {year|date}").match(article.skeleton, place + 1) is not None


def _gives_cause(article: Article, move: Movement, role: Role) -> bool:
    """Tell whether a percentage is told as why the two changed, of something else: it dropped from 84.1% to 83.4%, since seats rose by 3%."""
    between = range(article.place(move.after), role.place)
    return any(article.word(at) in CAUSES for at in between if at not in article.at)


def _is_target(article: Article, stated: Mention) -> bool:
    """Tell whether a percentage is what was aimed at: it slowed to 1.7%, dropping below the bank's 2% target."""
    return article.word(article.place(stated) + 1) in AIMS


def _of_the_whole(article: Article, move: Movement, role: Role, both: Ends) -> bool:
    """Tell whether a change that is no difference of two shares may be that of what they are: up 11%, to 21% of sales from 20%."""
    shared = article.word(article.place(move.after) + 1) == "of"
    return shared and not both.gap.interval.meets(role.mention.quantity.interval)


def _as_share(both: Ends, stated: Mention, doubt: str | None, alone: bool = False) -> Relation:
    """Propose a percentage as a share of the first of two percentages; where it is their difference, that is the fix."""
    meant = both.gap.interval.meets(stated.quantity.interval)
    fix = shown.with_unit(abs(both.gap).interval.middle, "pp") if meant else None
    says = f"From {both.before.working} to {both.after.working} is {fix}, not {{stated}}." if meant else None
    middle = Interval.exactly(both.share.interval.middle)
    implied = both.share.changed(value=middle, coarse=None) if alone else both.share
    return Relation(stated.quantity, implied, says, doubt=doubt, instead=fix or "")
