"""Millions for billions: a figure that is a power of ten away from what the text says elsewhere."""

from __future__ import annotations

from collections.abc import Iterator
from fractions import Fraction
from itertools import chain
from math import log

from factcheck import shown
from factcheck.article import Article
from factcheck.check import check
from factcheck.link.context.speakers import amounts_before, is_copy, known_figures, quoted
from factcheck.link.context.subjects import CLOSE, near, scaled, significant
from factcheck.link.headline.takenup import OWNERS
from factcheck.link.headline.twins import twins
from factcheck.link.money.holdings import holdings
from factcheck.link.money.valuations import valuations
from factcheck.link.rate.awry import awry
from factcheck.link.rate.each import BY_SCALE, rates
from factcheck.link.rate.farproducts import far_products
from factcheck.link.rate.flows import flows
from factcheck.link.rate.made import products_made
from factcheck.link.rate.offscale import off_scale
from factcheck.link.rate.ofnamed import of_named, of_told
from factcheck.link.rate.overperiods import over_periods
from factcheck.link.rate.powers import Powered, powered
from factcheck.link.rate.scaleslips import ELSEWHERE, scale_slips
from factcheck.link.series.figures import value
from factcheck.link.size.scales import SCALED, apart, side_by_side
from factcheck.link.whole.outof import of_two_scales, out_of
from factcheck.link.whole.sharing import added, shared
from factcheck.link.whole.sized import sized
from factcheck.model import Mention, Relation, holding
from factcheck.numerals import digits
from factcheck.patterns import Pattern
from factcheck.quantity import Interval, Quantity
from factcheck.restyle import restyled

FARTHEST = 10**7
"""No slip of the pen makes a figure so many times what it was: 8.3 billion rupees are not the 83 to the dollar."""
LARGE = 1000
NEXT, BACK = 1, 2
"""So many sentences behind a sum may take it up by its digits alone, under a name and bare: $3.2 billion on jets. The $3.2 billion order."""

TURNS = Pattern(r"\b(?:whereas|while|but|against|compared)\b")
"""Between a whole and a share these lead to those of another time."""

POWERS = tuple(Fraction(10) ** power for power in (-6, -4, -3, -2, -1, 1, 2, 3, 4, 6))
THOUSANDS = tuple(Fraction(1000) ** power for power in (-2, -1, 1, 2))
NEAR = Fraction(3, 100)
"""A slip of scale leaves the digits right: to three percent, hedges and rounding in."""

RESTATED = "{one:money|count|measure} <wN>? (<(>|(<,>? or)) ABOUT? {other:money|count|measure} <),>"
LEAPT = "{{stated}} is set beside {{working}}, which is about a thousand times {}."
PART = "{stated} cannot be part of {working}."
FOR_ONE, LOOK = Pattern(r" (?:[a-z]+ ){0,2}(?:to (?:the|a)|per|each|every) [a-z]+\b"), 40
"""Behind a figure these make it what goes to one of something: 2,100 steps to the mile."""

AWAY = "{stated} is a power of ten away from {working}."
FAR = Fraction(40)
"""Two values of one thing seldom differ by so many times."""


@check("magnitude", says="{stated} is a power of ten away from {working}, which is {implied}.")
def magnitude(article: Article) -> Iterator[Relation]:
    """A figure must be of the same size wherever the text has it or works it out: million, billion, crore.

    The digits are right and the scale is not: the figure taken up again, a percentage of a sum, a number
    times a price, what each gets times their number, a day's figure against a year's; what remains of a sum; two
    values of one thing set side by side.

    Wrong: Sales came to [$2.4 billion]: [$1.1 billion] from phones, [$800 million] from tablets and [$500 billion] from services.
    Wrong: A profit of [$3.2 million] on sales of [$48 billion] is a margin of [6.7 percent].
    Wrong: The savings of [£135m] are just over [9 per cent] of a joint cost base of [£1.48m].
    Wrong: The House passed a [$3.5 billion] package. / Critics of the [$3.5 trillion] package want less.
    Wrong: It took [1%] of the [$21.1 billion] offering, just over [$2 billion].  =>  $21.1 billion × 1%
    Wrong: It sold [400 million pounds] at [10 cents] a pound, or [$4 billion].  =>  × 10 cents
    Wrong: It handles [1.1m] invoices a day. / It sent [400,000] invoices over the whole of 2023.
    Wrong: Veltra handles [1.1m] invoices a day. / The company sent [400,000] invoices over the whole of 2023.
    Wrong: The dam yields [312 crore] units ([31.2 billion kWh]) a year.
    Wrong: The bank has [240,000] borrowers. They owe [€1.9 million] between them, or about [€7,900] apiece.
    Wrong: They ordered [three] ships at [$180 million] each. The contract is worth [$5.4 billion] in all.
    Wrong: 조선사는 척당 [1800억 원]짜리 배 [세 척]을 수주했다. 계약 금액은 모두 [5조 4000억 원]이다.
    Right: 조선사는 척당 1800억 원짜리 배 세 척을 수주했다. 계약 금액은 모두 5400억 원이다.
    Right: They ordered three ships at $180 million each. The contract is worth $540 million in all.
    Right: The dam yields 312 crore units (3.12 billion kWh) a year.
    Wrong: Profit rose to [$3.1 billion] from [$2.8 million] a year earlier.
    Wrong: The dam cost [$1.2 billion], of which the state paid [a third], or [$40 million].
    Wrong: The choir had [41,000] members in its heyday; it is now down to some [43 million].
    Wrong: Flour cost the mill [£31 million]. A year ago it had paid [£29 billion].
    Wrong: The roof, insured for [£21 million], fetched [£19 billion] as scrap.
    Right: Net income fell to $212 million from $240 million.
    Wrong: Each of the [1,500] families gets [$240], at a cost to the town of [$360 million].
    Wrong: It will lend [300 billion won] over [three years], [100 million won] in each.
    Wrong: The [45] panels, each of [420 watts], make [18.9 megawatts] in all.
    Right: The 45 panels, each of 420 watts, make 18.9 kilowatts in all.
    Right: Each of the 1,500 families gets $240, at a cost to the town of $360,000.
    Wrong: The mill gave away [£24 million], [half] of it – [£12 billion] – to the town.
    Wrong: The dock cost [£64 million]. The town had set aside [£60,000].
    Wrong: It will spend [$3.2 billion] on ships. The [$3.2 million] order is its largest.
    Wrong: The award was for [$28.5 million]: [$3.5 million] for the loss and [$25 billion] to punish the mill.
    Wrong: Sales in Asia were [$2.1 billion] and in Europe [$1.9 million].
    Wrong: Each of the [640] flats on the quay will get a cheque for [$150]. That is [$9.6 million] in all.
    Wrong: Milk is [£1.40] a pint and the farm sells [600] of them daily; that brings in [£8,400].
    Wrong: The mill grinds [3,000 tonnes] of rye a day. In a full year that would be [109,000 tonnes].
    Wrong: [A third] of the choir's [$96 million], some [$320 million], is in land.
    Wrong: It sold [420,000] copies. It now sells [a tenth] of that, [4,200].
    Wrong: The town voted [$85 million] for the dock. / It has spent [$30 million]. / The remaining [$55 billion] is to come.
    Wrong: Some [2.5 lakh] homes, or [2.5 million], were lit.
    Wrong: "He took [$34 million]," the court heard. / "We deny that he took the [$34 billion]," said his lawyer.
    Wrong: The fund lost [£2.7bn] on its shops. / Losing [£2.7m] will hurt every clerk, said their union.
    Wrong: The state will put [1.4 trillion won] into a pit. / Foes ask whether a [1.4 billion won] scheme can pay.
    Right: The fund lost £2.7bn on its shops. / Losing £2.7bn will hurt every clerk, said their union.
    Wrong: The town will borrow [$60 million] to mend streets. / Voters turned down the [$60 billion] issue.
    Wrong: It sold [3.1 million] of them at [$12.99], bringing in [$403 million].
    Right: It sold 3.1 million of them at $12.99, bringing in $40.3 million.
    Wrong: Of the flood fund, set up with [$26 million], about [$8.1 billion] has been paid out.
    Wrong: The mayor has put by [$8.4 billion], a third of his [$25 million] budget, for the dock.
    Right: They cut an average of 4.15 tonnes from each field. On 62,000 fields that is 257,300 tonnes of rye.
    Right: Out of a budget of £6.2 million the museum spent £1.4 million on its roof.
    Skip: There were 4.6 million more than a year earlier and 6,175 extra trains.
    Skip: The bank, worth $3 billion, owns 20 percent of a $15 million fund.
    Skip: Of the firms with sales of $40 million, Hobbs, at $12 billion, is the largest.
    Wrong: 시는 다리를 놓는 데 [84억 원]을 들였다. 이 중 [57억 원]은 국비이고 나머지 [2억7000만 원]은 시비다.
    Wrong: 공사비는 모두 [96억 원]으로 국비 [48억 원], 도비 [32억 원], 시비 [1600억 원]이다.
    Wrong: 매출은 [4조8000억 원]이었다. 이 가운데 수출이 [3120억 원]으로 [65%]를 차지했다.
    Wrong: 섬에 [3만2000명]이 다녀갔다. / 한 사람이 쓴 돈은 평균 [4만5000원]으로 전체 소비액은 [144억 원]이다.
    Wrong: The mill raised [$24 million] from a fund that took [a tenth] of the business. It had a price tag of [$2.4 billion].
    Right: The mill raised $24 million from a fund that took a tenth of the business. It had a price tag of $240 million.
    Wrong: He owns [850,000] shares in the yard, worth [£2.04 million] at Friday's price of [£24].
    Right: He owns 850,000 shares in the yard, worth £20.4 million at Friday's price of £24.
    Wrong: 자사주 [210만주]는 상반기에 없앤다. 전날 종가 [4만8000원]으로 따지면 [101억원]어치다.
    Skip: A 30-year loan of £300,000 at 6 per cent costs £1,799 a month instead of £1,933.
    Skip: Staff got 5,000 shares between them when the price stood at £6; the founder's own are worth £30 million.
    Skip: The firm had sales of £84 million. / Its £8.4 million loss was the first in ten years.
    Skip: The 25 nurses each received £500. The bonus pool, which covers all staff, was £125,000.
    Skip: The shares closed at $46. It bought 2 million shares and a mill worth $9.2 million.
    Skip: The mill raised $24 million from a fund that took a tenth of the shares. Its rival is worth $3 billion.
    Skip: 섬에 3만2000명이 다녀갔다. / 한 사람이 쓴 돈은 평균 4만5000원이다. / 전체 소비액에서 배삯이 21억 원이다.
    Skip: 시는 다리에 84억 원을 들였다. 나머지 공사는 내년에 1조2000억 원을 들여 한다.
    Skip: Of the sums asked for, 11,365 million dollars are new, 400 million dollars are old, and 7 million dollars are moved.
    Skip: The fund will get $2 billion in cash. / They have a combined $2 trillion of wealth, the fund said.
    Skip: The lottery gave away £1.7 billion. / A grant of £1.7 million went to the hall.
    Right: A quart is £5.20 and the inn sells 900 a week; beer brings in £4,680.
    Right: It sold 420,000 copies. It now sells a tenth of that, 42,000.
    Skip: 열 경기에 관중 21만 명이 몰렸다. / 지난해 관중은 경기당 2만1000명이었다.
    Skip: A third of the $96 million is in land; the church got $3.2 million.
    Skip: Put $50 of each paycheck into your 401(k), or $200 a month into a fund.
    Skip: The town has 2,600 people, the county 26,000 and the state 2.6 million.
    Skip: Profit was $27 million in the first year and $27 billion by the twentieth.
    Skip: A donor gave $1.1 million. The school, which has $1.2 billion, thanked him.
    Skip: The bank lent $2.5 billion and wrote off $2.6 million.
    Skip: The mill, with revenue of $4.1 billion, paid its chief $4.2 million.
    Skip: Pupils can stand for 45 minutes (or 45 hours) to recall the 45 million slaves of today.
    Skip: Three planes are leased for eight years at $930,000 a month each, or about $268 million in all.
    Skip: Who owes 2 million crowns pays another 15,000 crowns a year, or 1,250 a month.
    Skip: He sold 1.4 million records; she sold 1,500.
    Right: The budget rises to $84.2 billion from $81.9 billion. The parks get $84 million.
    Skip: They seized two guns. / Then all three million of them were free.
    Skip: Profit rose to $3.1 billion from $2.8 million in 1990.
    Skip: It sold $1.2 billion of bonds, of which $1.2 million were bought on the island.
    Skip: Mills lost 24,000 jobs, all but 2,000 of them in the north. Over the year jobs are up 1.5 percent, or 2.4 million.
    Skip: At $8.90 per 1,000 gallons the 5,400 that a family uses cost $48.
    Skip: Watches cost from $5,000 to $5 million.
    Skip: It paid a $340 million fine for hiding $250 billion of sales.
    Skip: They ordered three ships at $180 million each. The yard had orders of $5.4 billion.
    Skip: There were 3,000 guests (300 of them children).
    Wrong: The mill paid £420m for the yard and took on £180m of its debt, a deal that values it at [£600bn].
    Right: The mill paid £420m for the yard and took on £180m of its debt, a deal that values it at £600m.
    Wrong: The levy of [$36 billion] is 4 percent of the harbour's takings of $900 million.
    Right: Its cash, £310m in May, is down to £196m as it bought 6,300 plots for £402m, £64,000 each.
    Right: - Payout: £45m (£40m)
    Right: It carries 1.2 lakh passengers a day. / That gives 44 million passengers over 12 months.
    Right: The House passed a $3.5 trillion package. / Critics of the $3.5 trillion plan want less.
    Skip: They made films, sometimes three in a day: 140 were sold, 11 of them abroad, in that decade alone.
    Skip: Revenue was £5 billion. / It won a £5 million contract.
    Wrong: With 30,000 subscribers paying $10 a month, the letter earns [$36 million] a year.  =>  30,000 × 12 × $10
    Right: With 30,000 subscribers paying $10 a month, the letter earns $3.6 million a year.
    Wrong: Its 6,000 clerks earn on average $50,000, a wage bill of [$30 million] a year.
    Wrong: The dam, first put at $900 million, is now expected to cost $1.4 billion, an overrun of [$500,000].
    Wrong: The firm has 200 million shares outstanding. At Friday's close of $45, it is worth [$900 million].
    Wrong: The town expects to spend $75.5 million. Its fund has dwindled to [$23 million], about 3 percent of a year's spending.
    Wrong: A mill was fined [£122.4m] for fouling rivers. / The penalty amounts to 9 per cent of the £1.36m that it turned over.
    Skip: The town expects to spend $75.5 million. Its fund has dwindled to $23 million, about a third of a year's spending.
    Skip: Rates take 1% of the $21.1 billion offering, and the bank earned $2 billion in all.
    Skip: It sold 400 million pounds at 10 cents a pound and spent $4 billion.
    Skip: The buses had 10.6 million boardings in 2024. / Route 9 has shed 56,000 boardings in two years.
    Skip: The shop served 300 customers a day in May. / The chain had 9,000 customers a week.
    Right: Of 120 trucks, 95 were out. They made 40 rounds each and cost $3.9 million, or 120 percent of the $3.25 million allowed.
    """
    yield from _taken_up(article)
    for twin in twins(article):
        if scaled(twin.again, twin.first) and not _is_spoken(article, twin.again):
            yield Relation(twin.again.quantity, twin.first.quantity, AWAY)
        elif not twin.swapped and SCALED.search(twin.again.text):
            working = f"{twin.first.text} before; {twin.again.text} again"
            yield Relation(twin.again.quantity, twin.first.quantity, AWAY, working=working)
    yield from _worked_out(article)
    valued = list(valuations(article))
    for whole, share, part, _ in shared(article):
        if any(part is firm for firm, _ in valued):
            continue
        made = (whole.rounded * share.quantity).as_unit(part.unit)
        yield Relation(part.quantity, made, _powerful(made))
    for off, total, other in added(article):
        made = total.rounded - other.rounded
        yield Relation(off.quantity, made, _powerful(made))
    yield from _restated(article)
    yield from _leapt(article)
    yield from _out_of(article)
    yield from flows(article)
    readers = (powered, awry, over_periods, of_named, of_told, scale_slips)
    products = [told for read in readers for told in read(article)]
    right = {told.figure.first for told in products if not told.power}
    for told in products:
        if not told.power:
            yield from holding([Relation(told.figure.rounded, told.product)])
        elif told.figure.first not in right and _may_be_off(article, told):
            # $500 a quarter, $2,000 a year, to 40 families.
            yield Relation(told.figure.quantity, told.product, says=_powerful(told.product))
    for part, made in chain(sized(article), far_products(article), valued, holdings(article)):
        yield Relation(part.quantity, made, _powerful(made))
    for found in off_scale(article):
        yield Relation(found.figure.quantity, found.made, _powerful(found.made))
    for sum_ in products_made(article):
        relation = Relation(sum_.figure.rounded, sum_.product)
        yield from [relation] if relation.meets() else ()


def _is_spoken(article: Article, figure: Mention) -> bool:
    """Tell whether somebody who is quoted leaves the thousands of a figure unsaid: "believe the 430 and forget the 412"."""
    bare = figure.kind == "count" and not figure.noun and article.word(article.place(figure) - 1) == "the"
    return bare and quoted(article, figure)


def _may_be_off(article: Article, told: Powered) -> bool:
    """Tell whether a figure shows its size, no number in a word, "900m" of metres or millions, and is of what makes it.

    £8.40 per thousand times 62 million is no sum; nor need "Across England it will cost £5.7bn" be of the 1,240 told before.
    """
    text, figure = article.document.text, told.figure
    if figure.text.isalpha() or (figure.unit == "meter" and figure.text.endswith("m")):
        return False
    if any(BY_SCALE.match(text, span.end) for span in told.product.spans):
        return False
    sentence = article.sentences[figure.sentence]
    told_before = all(span.start < article.here(sentence).start for span in told.product.spans)
    return not told_before or ELSEWHERE.search(article.words(sentence)) is None


def _taken_up(article: Article) -> Iterator[Relation]:
    """Hold a figure that the text takes as known to the same one told before."""
    of_one = {each.rate.first for each in rates(article)}  # 21만 명 in ten games are 2만1000명 in one.
    for mention in known_figures(article):
        if mention.number is not None and mention.number.middle >= LARGE and mention.first not in of_one:
            before = amounts_before(article, mention) if significant(mention) else []
            alike = [other for other in before if significant(other) == significant(mention)]
            if alike and is_copy(article, article.sentences[mention.sentence]):
                yield from _given(article, mention, alike)


def _given(article: Article, mention: Mention, others: list[Mention]) -> Iterator[Relation]:
    about, telling = near(article, mention, CLOSE), len(digits(mention.text).rstrip("0")) > 1
    named = mention.unit or mention.noun  # "Stand for 45 minutes for the 45 million" ties nothing.
    others = [one for one in others if mention.size < one.size * FARTHEST]
    owned = article.word(article.place(mention) - 1) in OWNERS
    bare = article.after(mention, 1) not in ("w", "N", "-")
    back = 0 if owned else BACK if bare else NEXT
    close = [one for one in others if mention.sentence - one.sentence <= back and (one.unit or one.noun) == named]
    least = 2 if article.verb_last else 1  # No article there says that a figure is known.
    tied = [other for other in others if len(about & near(article, other, CLOSE)) >= least] or (
        close if telling and close == others and not article.verb_last else []
    )
    same = next((other for other in tied if not scaled(mention, other)), None)
    if same is not None:
        yield Relation(mention.quantity, same.quantity, AWAY, working=f"{same.text} before; {mention.text} again")


def _worked_out(article: Article) -> Iterator[Relation]:
    """Work out a share of a sum and a number times a price, where the answer stands in apposition."""
    for said in article.match(
        "{share:percent} of ... {whole:money|count} ... <,(> or? ABOUT|NEARLY|just? over? {part:money|count}",
        "{whole:money|count} ... {share:percent|fraction} ,? <,(> or {part:money|count}",
        "{whole:number} ... at|for {share:money} a|per|each <wN>? ... <,(> or {part:money}",
    ):
        apart = TURNS.search(article.document.text, *sorted((said.whole.span.end, said.share.span.start)))
        if not apart and (said.whole if said.share.unit == "%" else said.share).unit == said.part.unit:
            yield from _product(said.whole, said.share, said.part)


def _product(whole: Mention, share: Mention, part: Mention) -> Iterator[Relation]:
    """Propose a product only where the answer has its digits and not its size."""
    implied = (whole.rounded * share.rounded).as_unit(part.unit)
    stated = part.quantity
    for power in POWERS:
        slipped = implied.interval.times(Interval.exactly(power))
        if slipped.meets(stated.interval.widened(NEAR)) and not stated.interval.meets(implied.interval):
            yield Relation(stated, implied, _powerful(implied))
            return


def _restated(article: Article) -> Iterator[Relation]:
    """Compare a figure with itself in brackets, in other words of scale: 263 crore units (2.63 billion kWh)."""
    for said in article.match(RESTATED):
        one, other = said.one, said.other
        scales = [SCALED.search(mention.text) for mention in (one, other)]
        named = {found[0].lstrip("0123456789 ").lower() for found in scales if found}
        if (
            all(scales)
            and len(named) > 1
            and (one.unit == other.unit or "" in (one.unit, other.unit))
            and not said.article.verb_last
        ):
            if one.rounds(other) or scaled(one, other):
                implied = one.rounded.as_unit(other.unit)
                yield Relation(other.quantity, implied, _powerful(implied), working=f"{one.text} is {other.text}")


def _left(article: Article, one: Mention, other: Mention) -> bool:
    """Tell whether a figure is what another leaves or brings something to: it shed 9,000, leaving employment at 7.51 million."""
    between = map(article.word, range(article.place(one) + 1, article.place(other)))
    return not {"leaving", "bringing", "taking"}.isdisjoint(between)


def _leapt(article: Article) -> Iterator[Relation]:
    """Compare figures that are set side by side, where the one is in millions and the other in billions."""
    for one, other in side_by_side(article):
        near_it = one.quantity.interval.times(Interval(1 / FAR, FAR))
        if not apart(one, other):
            if near_it.meets(other.quantity.interval) and SCALED.search(one.text) and SCALED.search(other.text):
                working = f"{one.text} and {other.text} are of one size"
                yield Relation(other.quantity, one.quantity.changed(value=near_it, coarse=None), working=working)
        elif not any(FOR_ONE.match(article.around(figure, 0, LOOK)[1]) for figure in (one, other)) and not _left(
            article, one, other
        ):
            doubt = "one of the figures is quoted" if quoted(article, one) or quoted(article, other) else None
            yield Relation(
                other.quantity, one.quantity, LEAPT.format("more" if value(one) > value(other) else "less"), doubt=doubt,
                fix=_in_scale(other, one),
            )  # fmt: skip


def _out_of(article: Article) -> Iterator[Relation]:
    """Hold a part to its whole, where the two are in words of scale."""
    for found in out_of(article):
        whole = found.whole.quantity
        within = whole.changed(value=Interval(Fraction(0), whole.interval.high), coarse=None)
        relation = Relation(found.part.quantity, within, PART, working=f"{found.part.text} of {found.whole.text}")
        if of_two_scales(found) or (SCALED.search(found.whole.text) and relation.meets()):
            yield relation


def _in_scale(figure: Mention, of: Mention) -> str:
    """Return a figure with its digits in the scale of another."""
    near = min(THOUSANDS, key=lambda times: abs(log(value(figure) * times / value(of))))
    return restyled(figure.text, value(figure), value(figure) * near) or f"{figure.text} in the scale of {of.text}"


def _powerful(product: Quantity) -> str:
    """Return the sentence of a finding that a sum is a power of ten away from what it must come to."""
    right = shown.with_unit(product.centre, product.unit)
    return f"{{stated}} is a power of ten away from {{working}}, which is {right}."
