"""Percentages of change against the figures before and after, and percentages against percentage points."""

from __future__ import annotations

from collections.abc import Iterator
from fractions import Fraction
from functools import lru_cache

from factcheck import shown
from factcheck.article import Article
from factcheck.check import check
from factcheck.document import Span
from factcheck.link.chance.elsewhere import FALL, POINTS, RISE, Aim, beside
from factcheck.link.change.alone import answered, settled, turned_about
from factcheck.link.change.bothends import firmly, signs, slipped
from factcheck.link.change.changes import movements
from factcheck.link.change.nearby import headlines, two
from factcheck.link.change.parting import parted
from factcheck.link.context.frames import Movement
from factcheck.link.context.operands import Ends, as_sentence, ends, percent, points
from factcheck.link.context.roles import Role, grammar, roles, verbal
from factcheck.link.context.ties import gives_elsewhere
from factcheck.link.rate.compounding import yearly
from factcheck.model import Mention, Relation, Severity
from factcheck.phrase import kind_letters
from factcheck.quantity import Interval, Quantity
from factcheck.segment import vocabulary

BEFORE, BEHIND = 6, 4
SHARES = ("percent", "fraction")
ALMOST = 1e-9
ABOUT = 60
"""So many places before and behind a percentage may stand the two that it is taken from."""
TENTH, HALF_POINT = Fraction(1, 10), Fraction(1, 200)
UNLIKE, SLIPPED = 4, (8, 12)
"""A change that is so many times another is of other figures; so many, one whose point has slipped."""

SEVERAL = "several figures may be meant"


@check("percent-change", says="{working} is {implied}, not {stated}.")
def percent_change(article: Article) -> Iterator[Relation]:
    """A percent change must follow from the figures before and after it.

    All are rounded for print, so the change is worked out for everything that they can stand for.

    Wrong: Profit rose [14%] from $2.1 billion to $2.6 billion.  =>  $2.6 billion / $2.1 billion - 1
    Wrong: Sales fell [3 percent] to 940 from 1,000.
    Wrong: Burglaries fell [25 percent] in 2021, to [1,284] from [1,605], the chief said.
    Wrong: The index was up 26.39 points, or [8.3%], at 3,195.12.
    Wrong: Revenue was $2.6 billion, up [34%] from $2.1 billion a year earlier.
    Wrong: It fell by [a third], to 8.4 from 11.2.
    Wrong: The fund had 2.3 million members, [27 per cent] more than last season's 2.03 million.
    Wrong: The herd numbered [2,410] in 2015 and [3,013] in 2020, growth of [31 per cent].
    Wrong: A year ago the firm had [4,100] staff. It now has [3,690], a drop of [25 per cent].
    Wrong: Tea exports brought in [61.6 million euros]. In the same months of last year they had brought in [48.2 million], so growth was [36 percent].
    Wrong: Rents averaged [$1,420] in June. That is [18%] above the [$1,310] of a year before.
    Wrong: Attendance, [39,800] last year, was [48,200] this time, a gain of [14 percent].
    Wrong: Turnover in the year to June climbed by [18 per cent] to [€84.6m]. In the year before, it had been [€74.2m].
    Wrong: Sales were [$5.1 million], against [$4.2 million] in the previous 12 months, an increase of [35%].
    Wrong: 작년 매출은 [400억 원]이었다. 올해는 [527억 원]으로 [45%] 늘었다.
    Wrong: The prize was worth [$32,000] last year and is to be [$24,000] in May. The chairman called the [33 percent] cut a pity.
    Wrong: There were [64] fires on the heath in 2019 and [48] in 2022. Wardens credit the new ponds for the decline of [a third].
    Wrong: Enrolment has shrunk [9 percent] since 2017, when the college had [6,200] students; this autumn it found [5,270].
    Wrong: Fares climbed to [1,320] pesos in June, a jump of [20 per cent] on the same month of 2021, when riders paid [1,056].
    Wrong: Rain came to [96mm] in May. The average is [80mm], so the month was [13 per cent] wetter than average.
    Wrong: Berth fees averaged [$1,450] in May. / The year before, owners had paid [$1,250]. The [26 percent] rise has emptied the quay.
    Skip: The debt went from £10m to £8m, which the treasurer, who had promised a 40% reduction, called progress.
    Right: The prize was worth $32,000 last year and is to be $24,000 in May. The chairman called the 25 percent cut a pity.
    Right: Before the storm there were 400 elms. There are 280 of them left, so three in ten were lost.
    Skip: On its second weekend it fell 45 percent, to $22.7 million, and it has $88 million after 12 days.
    Skip: The zoo had 612,000 visitors, a tenth more than in 2023 and second only to 2016, when pandas drew 655,000.
    Skip: The 30-stock Dow has soared 2,500 points, or 13.5%, since the vote.
    Skip: Thefts of bicycles surged 67 percent in 2015. One cause was the near-tripling of gangs: from 34 in 2015 to 101 last year.
    Skip: Visits are to reach 150 million in 2020 from 117 million in 2015, with an average annual growth rate of about 5.1 percent.
    Right: Exports came to $29.7 billion in a quarter-to-quarter decrease of 30 percent, compared with $42.3 billion.
    Skip: The number who cannot walk is to rise from 9 to 11 million, making up 4.5 percent of all.
    Skip: "It is up 40 per cent," she said of the bill, which went from £200 to £260; the firm puts it at 30 per cent.
    Right: 매출이 527억 원으로 1년 전의 401억 원에 비해 31% 뛰었다.
    Right: The average was $352,400 in May. A year ago the figure was $326,600. That is a rise of 7.9 percent.
    Right: Profit rose 24% from $2.1 billion to $2.6 billion.
    Right: Shipments, at 3.1 million tonnes, were 24% up on the 2.5 million of a year ago.
    Right: They sold 12,410 boats in 2020, compared with 10,007 the year before: a 24% jump.
    Right: Revenue was $2.6 billion, up 24% from $2.1 billion a year earlier.
    Right: The index was up 26.39 points, or 0.83%, at 3,195.12.
    Right: It fell by a quarter, to 8.4 from 11.2.
    Right: Holders get EUR 31.50 a share, a premium of 26 per cent to Monday's closing price of EUR 25.00.
    Right: Shares rose 4.1%, or $5.12, to $130.00 in morning trading.
    Right: There were 611, 4% fewer than the 638 of April 2023.
    Right: Profit slid from $128.0 billion to up to $65 billion, a fall of 49.72 per cent.
    Right: Profit fell 5.8% to up to $1.3 million from $1,277,201.
    Right: The rate fell by a fifth, to 8% from 10%.
    Skip: A book of 10 tickets is £267.75, 15 percent less than ten singles.
    Skip: In early 2021 the payment was $1,391 a month. The difference is $749 now, an increase of 54 percent.
    Skip: The town had 6,847 births in 2024, 335 more than the year before. The gain of about 5 percent was welcome.
    Skip: In May 261,185 were on the list, 2 per cent fewer than twelve months earlier.
    Skip: Since 2019 the road has gained 26,600 visits. All told, there were 831,100 visits, down 6 per cent.
    Skip: Profit rose 24% from $2.1 billion to €2.6 billion.
    Skip: The stock rose 5% to $41. A year earlier it was $30.
    Skip: Revenue at Ash was $410 million in 2018. Revenue at Elm was $612 million in 2019, a rise of 24%.
    Skip: Exports rose from $41 billion to $52 billion. The gain of 8% in volume was a record.
    Skip: The yard launched 15 boats in 1990 and 30 last year, and its payroll is up 60 percent.
    Skip: The price has come down from $80 to $72 since May, and is now 25 percent below its peak.
    Skip: Sales of tea rose 18 percent to $199 million, while those of coffee jumped 31 percent to $172 million.
    Skip: The firm sold $84 million in the quarter and $310 million in the year, up 20 percent.
    Wrong: 작년 손님은 [48만 명]이었다. 올해는 [36만 명]만 다녀가 감소율이 [15%]에 이른다.
    Skip: 이달 매출은 400억 원이었다. 다음 달에는 527억 원으로 45% 늘어난다.
    Skip: Sales rose 31% on the year to 154,711, against 146,610 in April.
    Skip: Profit was $40 million in 2018 and sales were $52 million in 2019, an increase of 12 percent.
    Skip: Exports rose 6.7% to $50.04 billion in 2024. Harwick was the largest port, with $14.2 billion, an increase of 9.8%.
    Skip: The shares closed up $4.72 at $19.61, helping push the bank index up 20.1 percent.
    Skip: Rent was £840 in 2018 and £905 in 2019, up 12 per cent from 2015.
    Skip: Shipments fell 13.7% after a 22.1% fall in May.
    Skip: Like-for-like sales rose 3% to $2.6 billion from $2.1 billion.
    Skip: Sales in the six months to June fell 6 percent from the three months to March.
    Skip: It took £87 in the nine months to December, down 6 per cent on the same nine months of 2022.
    Skip: Revenue was down 11 percent from $2.6 billion a year ago but up 3 percent from $2.24 billion in the spring.
    Skip: Revenue rose 10.5% to $48.8 billion, beating forecasts of $44.6 billion by more than $4 billion.
    Right: At €8.20 a share it is worth €3.69, an 18% premium to its €3.13 in May, though just 3% above the last price of €3.58.
    Skip: Income rose 5% in the first half, to €2.1 billion, but fell 1.4% from the second half of last year.
    Right: It made £149.7m in the half-year to September, 17% less than the £180m a year before.
    Skip: July imports were 2.6 million boxes, 15% more than in July of 2023, and August's 2.34 million, up 19%.
    Skip: Demand is to grow by 128 gigawatts, or 15.8%, five times the 23 gigawatts that were foreseen two years ago.
    Skip: The rate drops by half a cent, to 53.5 cents from 54 cents.
    Skip: Sales grew 5% a year to $2.6 billion from $1.1 billion in 2003.
    Wrong: 신고는 [920건]이었다. 올해는 이보다 [40%] 많은 [1150건]이 들어왔다.
    Wrong: 이용자는 [640명]에서 [480명]으로 줄어 감소율이 [35%]였다.
    Wrong: 2016년 [512건]이던 민원이 지난해 [768건]에 이르러 4년 새 [70%] 늘었다.
    Right: 요금은 3800원에서 4800원으로 오른다. 인상률은 26%다.
    Skip: The Amazon had 39,194 fires this year, 77 per cent more than in 2018. In all Brazil there were 74,155, up 84 per cent.
    Skip: Calls rose by a third, and have since fallen by a fifth. It took 260 in May, against 150 in April.
    Skip: 물가 상승률은 2.2%로 금리 인상률 4%보다 낮다.
    Wrong: 호가는 [12억원]에서 [9억6000만원]으로 내려 반년 만에 [35%] 하락했다.
    """
    for relation in settled(_told(article), article, _changes):
        yield relation._replace(says=relation.says or as_sentence(relation.implied))


def _told(article: Article) -> Iterator[Relation]:
    for move in movements(article):
        for role in move.stated:
            if role.mention.kind in SHARES and role.name == "change" and _signed(role) and not move.pair:
                yield from _percent(article, move, role)


@lru_cache(maxsize=2)
def _changes(article: Article) -> tuple[Aim, ...]:
    """Return every percentage that is said to be of a change, with the way that it goes."""
    found: list[Aim] = []
    words, told = grammar(), signs(article)
    for sentence in (*headlines(article), *article.body):
        for stated in sentence.of_kind("share"):
            near = beside(article, stated, BEFORE, BEHIND)
            rises = not words.upward.isdisjoint(near)
            falls = not words.downward.isdisjoint(near) or not words.loss.isdisjoint(near)
            if sign := told.get(stated.first, rises - falls):
                found.append((percent(stated), stated, (RISE if sign > 0 else FALL,)))
    return tuple(found)


def vague(move: Movement, stated: Quantity, implied: Quantity) -> bool:
    """Tell whether figures told apart say too little of the change, or too different a one to be what it is of."""
    low, high = implied.interval
    times = low / stated.interval.middle if stated.interval.middle > 0 else Fraction(1)
    if move.link == "tied" and times > UNLIKE and not SLIPPED[0] < times < SLIPPED[1]:
        return True
    return move.link == "apart" and (
        stated.interval.high - stated.interval.low > 1 or (high - low) * 4 > abs(low + high)
    )


def _signed(role: Role) -> bool:
    """Tell a change from a share: it has a direction, or is "by" so much."""
    return bool(role.sign) or role.link in ("by", "or")


def _percent(article: Article, move: Movement, role: Role) -> Iterator[Relation]:
    doubt = move.doubt or _per_period(article, role)
    if move.before is None:
        yield from _by_amount(move, role, doubt)
        return
    stated = percent(role.mention)
    both = ends(move.before, move.after)
    if both.before.unit == "%":
        if both.share.interval.meets(stated.interval) and not _misspelt(both, role):
            yield Relation(stated, both.share, doubt=doubt)
        return
    fitting = _fitting(move, stated)
    if vague(move, stated, both.share):
        return
    near = firmly(both.share, move.before, move.after) if fitting and article.verb_last else both.share
    if fitting and (near.interval.meets(stated.interval) or not slipped(stated, near)):
        yield Relation(stated, fitting.share, doubt=doubt)
    else:
        yield Relation(
            stated,
            near,
            doubt=doubt or (SEVERAL if move.others else None) or answered(article, role.mention, stated, near),
            severity=_weight(stated, near),
        )


def _fitting(move: Movement, stated: Quantity) -> Ends | None:
    """Return the first reading of the sentence by which the stated change is right."""
    if move.before is None:
        return None
    readings = (ends(move.before, after) for after in (move.after, *move.others))
    return next((both for both in readings if both.share.interval.meets(stated.interval)), None)


def _weight(stated: Quantity, implied: Quantity) -> Severity | None:
    """Return a note's weight for a miss of less than half the last digit: the figure was cut off, not rounded."""
    reach = min((stated.interval.high - stated.interval.low) / 2, HALF_POINT)
    cut = stated.interval.gap(implied.interval) < reach and not turned_about(stated, implied)
    return Severity.NOTE if cut else None


def _by_amount(move: Movement, role: Role, doubt: str | None) -> Iterator[Relation]:
    """Propose the percentage that an amount of change makes of what was before it: $5.12 of $130.00 less $5.12."""
    amount = next((other.mention for other in move.stated if other is not role), None)
    if amount is None or not _amount_of(amount, move.after):
        return
    change, after, one = amount.rounded, move.after.quantity, Quantity.constant(1)
    ratio = after / change
    size = one / (ratio - one if role.sign > 0 else ratio + one)
    sign = "-" if role.sign > 0 else "+"
    working = f"{change.working} / ({after.working} {sign} {change.working})"
    stated = percent(role.mention)
    implied = size.changed(unit="%", working=working)
    yield Relation(stated, implied, doubt=doubt, severity=_weight(stated, implied))


def _amount_of(amount: Mention, after: Mention) -> bool:
    index = after.kind == "count" and not after.noun and amount.unit == "pt"
    return index or (amount.unit == after.unit and amount.kind == after.kind and amount.kind != "percent")


STEPS = frozenset("cuts rises raises increases falls reductions hikes drops".split())
IN_TURN = frozenset("successive consecutive running".split())
"""A change told so is one of several: "three successive cuts of 10 percent", "by 10 percent two years running"."""


def _of_a_unit(fraction: Mention) -> tuple[str, ...]:
    """Return the words behind a fraction that make it one of a unit: half a cent, a tenth slower."""
    timed = fraction.text.endswith(("tenth", "tenths", "hundredth", "hundredths"))
    return ("a", "an", "slower", "faster", "quicker", "outside", "inside", "behind", "off") if timed else ("a", "an")


def _per_period(article: Article, role: Role) -> str | None:
    """Return the doubt that "5% a year" casts on a change over many, and "half a cent" on one by half."""
    classes = vocabulary()[1]
    behind = article.after(role.mention, 2)
    if role.mention.kind == "fraction" and article.word(role.place + 1) in _of_a_unit(role.mention):
        return "the fraction may be of a unit"
    periodic = behind[:1] in classes["ANNUAL"] or behind[:1] in classes["PER"] if behind else False
    of_period = len(behind) == 2 and article.word(role.place + 1) in ("a", "an") and behind[1] in classes["PERIOD"]
    named = role.mention in yearly(article)
    steps = article.word(role.place - 2) in STEPS and article.word(role.place - 1) == "of"
    words = article.words(article.sentences[role.mention.sentence]).split() if role.mention.kind == "percent" else ()
    in_turn = steps or not IN_TURN.isdisjoint(words)
    return "the change is of each year" if periodic or of_period or named or in_turn else None


@check("percent-points", says="{working} is {implied}, not {stated}.")
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
    Skip: Of 1,100 parents 64 percent said so, with a margin of error of 3 points, up from 52 percent in 2021.
    Skip: The rate fell by a fifth, to 8% from 10%.
    Skip: Rates fell by half a point more than expected, to 9.25% from 10.5%.
    Skip: Support stands at 42%, two points down on May, against 38% for the other side, two up.
    Skip: Sales at older stores rose 3%, with traffic up 1% and the average ticket up 2%, but freight cost more.
    Skip: Shares were up 3% to 11% in early trading.
    Skip: The index rose 26.39 points to 3,195.12 from 3,168.73.
    Wrong: 지지율은 5월 [52%]에서 7월 [44%]로 떨어졌다. 두 달 새 [6%포인트]가 빠진 셈이다.
    Wrong: 김 후보는 [41%], 이 후보는 [33%]로 두 사람의 격차는 [6%포인트]였다.
    """
    told: set[Span] = set()
    for relation in settled(_pointed(article), article, _gaps):
        told.update(() if relation.doubt else relation.stated.spans)
        yield relation
    yield from _misnamed(article, told)


def _misnamed(article: Article, told: set[Span]) -> Iterator[Relation]:
    """Propose each percentage of change that is just the points between the only two percentages near it."""
    for said, stated, works in _changes(article):
        if not _amid_percentages(article, stated):
            continue
        pair = two(article, stated, shares=True) if stated.kind == "percent" and stated.span not in told else None
        if pair and all(_is_change(article, one) for one in pair):
            continue
        if pair and abs(abs(pair[0].size - pair[1].size) - stated.size) < ALMOST:
            low, high = sorted(pair, key=lambda one: one.size)
            both = ends(low, high) if works[0] is RISE else ends(high, low)
            if not both.share.interval.meets(said.interval) and parted(article, stated, pair, shares=True):
                yield _as_share(both, stated, None)


def _is_change(article: Article, stated: Mention) -> bool:
    """Tell whether a percentage is itself of a change, and no level: rose 3%, with traffic up 1%."""
    read = roles(article, article.sentences[stated.sentence])
    return any(role.name == "change" and role.mention.span == stated.span for role in read)


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
    if move.before is None:
        return
    both = ends(move.before, move.after)
    doubt = (
        (None if _telling(move, role, both) else move.doubt)
        or _per_period(article, role)
        or ("the change is of something else" if gives_elsewhere(article, role) else None)
        or (SEVERAL if move.others else None)
    )
    if role.mention.kind == "points":
        stated = points(role.mention)
        yield Relation(stated, both.gap.as_unit("pp"), doubt=doubt, severity=_weight(stated, both.gap))
    elif (
        role.mention.kind == "percent"
        and role.sign
        and not move.pair
        and (not both.share.interval.meets(role.mention.quantity.interval) or _misspelt(both, role))
    ):
        yield _as_share(both, role.mention, doubt, _misspelt(both, role))


def _misspelt(both: Ends, role: Role) -> bool:
    """Tell whether a noun gives just what parts two rounded percentages, far from their ratio: from 2% to 3%, a rise of 1%."""
    stated = role.mention
    if both.before.unit != "%" or stated.kind != "percent" or stated.number is None or verbal(role.link):
        return False
    middle = stated.number.middle
    return abs(both.gap.interval.middle) == middle and abs(both.share.interval.middle) > UNLIKE * middle


def _as_share(both: Ends, stated: Mention, doubt: str | None, alone: bool = False) -> Relation:
    """Propose a percentage as a share of the first of two percentages; where it is their difference, that is the fix."""
    meant = both.gap.interval.meets(stated.quantity.interval)
    fix = shown.with_unit(abs(both.gap).interval.middle, "pp") if meant else None
    says = f"From {both.before.working} to {both.after.working} is {fix}, not {{stated}}." if meant else None
    middle = Interval.exactly(both.share.interval.middle)
    implied = both.share.changed(value=middle, coarse=None) if alone else both.share
    return Relation(stated.quantity, implied, says, doubt=doubt, instead=fix or "")
