"""Sums of money beside their conversions."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import date
from fractions import Fraction
from itertools import islice
from math import inf, log

from factcheck import shown
from factcheck.article import Article, Sentence
from factcheck.check import check
from factcheck.currencies import spoken
from factcheck.dates import Days, days_meant
from factcheck.link.change.recast import recast
from factcheck.link.context.apposition import Apposed, apposed, for_one
from factcheck.link.money import market
from factcheck.link.money.conversions import CLOSE, Rate, Stated, Sum
from factcheck.link.money.denominations import (
    codes_of,
    is_foreign,
    is_named,
    is_overseas,
    is_stranger,
    other_dollars,
    own_dollars,
    with_name,
)
from factcheck.link.money.toldagain import told_again
from factcheck.link.money.worth import MONEY, at_a_rate, equated, equations, stated_rates
from factcheck.model import Mention, Relation, Severity
from factcheck.numerals import digits
from factcheck.quantity import Interval, Quantity
from factcheck.reference.units import convert, unit
from factcheck.restyle import restyled
from factcheck.slips import swapped

NOTABLE = Fraction(8, 100)
"""How far a sum may be off the market before that is more than a note."""

AGREE = Fraction(3, 200)
"""How far two conversions of one text may be off each other."""

LOOSE = Fraction(1, 10)
"""How far the market may have moved since the newest rates there are."""

POWERS = (-9, -6, -4, -3, -2, -1, 1, 2, 3, 4, 6, 9)
CLOSE_TO_POWER = Fraction(1, 20)
FAR = 30
"""Sums that differ by more, and by no power of ten, are hardly one sum said twice: a price a share and of the whole."""

TODAY = "the market was at {} in the ten days before"

SEVERAL = "several currencies have that name"
MOST_RATES = 20
"""No article states so many rates of its own: what has more is a list of them, and every sum would be held to each."""


@check("currency-conversion", says="{working}.", severity="warning")
def currency_conversion(article: Article) -> Iterator[Relation]:
    """A sum of money must be worth what its conversion beside it says, at the rate of the day.

    They stand side by side, or words tell that the one is worth the other.  The rate is one that the text states,
    else the market's in the ten days up to publication or at a time named nearby; without either, the conversions of
    one text must agree with each other.

    Wrong: (2025-08-25) Their commitments come to [126 trillion won] ([$9.12 billion]).  =>  the market was at
    Wrong: (2025-08-25) It paid [50 billion won] ([$36,000]) for the site.
    Wrong: (2019-05-14) The offer has a value of [EUR 1.26 billion] ([$1.12 billion]).
    Wrong: (2023-08-03) It agreed to buy the firm for [310 million euros], or [$440 million].
    Wrong: It is worth [486 trillion won], or about [$250 billion], at this week's rate of 1,390 won to the dollar.
    Wrong: One deal is worth 126 trillion won ($91.2 billion), another [30 trillion won] ([$24.7 billion]).
    Wrong: (2024-06-20) A cabin is [9,400 kroner] ([$1,120]).
    Right: (2024-06-20) A cabin is 9,400 kroner ($888), or R16,100.
    Wrong: (2024-03-12) He paid €50,000 ($54,700) for one and [€2.4 million] ([$2.9 million]) for the other.
    Wrong: (2013-01-18) They bought it for [20 pounds] ([$52.14]).
    Right: (2025-08-25) Their commitments come to 126 trillion won ($91.2 billion).
    Right: (2023-08-03) It agreed to buy the firm for 310 million euros ($340 million at Thursday's rate).
    Right: It is worth $350 billion, roughly 486 trillion won at this week's rate of about 1,390 to the dollar.
    Right: The record earned about 2.1 million Finnish markka, which at the fixed rate of 5.94573 comes to some 353,000 euros.
    Right: (2023-09-27) Prague will pay about 150 billion crowns ($6.5 billion) for the Czech jets.
    Right: (2022-03-10) The budget is Rs 4,860 crore (about $637 million).
    Right: (2012-11-02) A shirt goes for 20 pounds ($32.14).
    Right: (2021-03-01) In July 2008 the stake cost 50 million euros ($78.6 million).
    Right: One deal is worth 126 trillion won ($91.2 billion), another 30 trillion won ($21.7 billion).
    Right: (2010-06-21) It would raise 3.5 billion to 5 billion pounds ($5.19 billion to $7.42 billion).
    Right: (2010-06-11) Most save maybe 800 or 900 yuan ($117-$132) a month.
    Right: It would cost 200 million euros ($270 million). / ($1 = 0.7407 euros)
    Right: (2013-01-18) Shares fell. / ($1 = 0.7513 euros)
    Right: (2019-05-14) It cost more than 100 million yen (nearly $992,000).
    Right: (2023-08-17) The plant in South Australia cost $310 million (US$200 million).
    Right: (2019-05-14) Coffee was offered at $2,400 a tonne, or about 2.14 euros a kilo.
    Right: (2024-11-20) The old house by the harbour is 300 metres off and listed at $1.85 million (£950,000).
    Wrong: (2024-03-12) A berth costs [£300]. For Americans that means [$550].
    Wrong: (2024-03-12) They lent the port [40 billion yen]. The money ([$470 million]) is still owed.
    Wrong: (2024-03-12) In Oslo the fare is [1,040 kroner], just short of [$140], each way.
    Wrong: A euro fetches $1.10, so the [€30 million] that he paid is [$43 million].
    Wrong: The yen stood at 150 to the dollar, which makes the [6 billion yen] yacht worth [$60 million].
    Wrong: (2024-03-12) The ferry cost [90 billion won]. "That's [$682 million]," said its captain.
    Wrong: A porter earns [6,000 pesos] a month - about [$300]. A clerk gets [11,000 pesos], or [$1,500].
    Wrong: The sum, [4 million Norwegian kroner], comes to [$830,000] with the krone at 10.5 to the dollar.
    Wrong: (2021-02-03) The strike cost [C$10 million] a day, the mayor said, or [US$8.7 million].
    Wrong: With one euro worth 1,450 won, the [20 million euro] order comes to [2.9 billion won].
    Wrong: (2024-03-12) The yard won an order of [600 billion won] from a Greek owner for four tankers, or about [$640 million].
    Right: (2024-03-12) The yard won an order of 600 billion won from a Greek owner for four tankers, or about $457 million.
    Skip: (2024-03-12) Six ships were ordered for 2.1 trillion won, or about $267 million a ship.
    Skip: (2024-03-12) Bidders may offer 20 million euros for the mine, or $45 million for the whole firm.
    Right: (2020-01-15) In dollar terms the fee, 1.4 billion pounds, is about $1.8 billion.
    Right: (2024-03-12) The jury awarded her 30 million yen. In dollars, she got $203,000.
    Right: (2024-03-12) The order, 12 billion yen, translates into $81.3 million.
    Right: (2024-03-12) A prize of €50,000 was roughly £43,000.
    Skip: (2024-03-12) Britain gave £45 million. America's share, which was $100 million, came late.
    Skip: (2024-03-12) The firm raised €20 million and is worth $400 million.
    Skip: (2024-03-12) Duty on the £3 million house is $90,000.
    Skip: The fine is 500 euros or 5,000 dollars.
    Skip: It sold 300 million euros of bonds and $200 million of shares.
    Skip: It was worth 126 trillion won ($91.2 billion).
    Right: (2019-05-14) The barn was sold for $310,000 (US$230,300).
    Skip: (2019-05-14) The barn was sold for $310,000 (US$330,300).
    Skip: (2019-09-27) It will pay 500,000 rupees ($3,190) for each death and 100,000 rupees ($640) for each house.
    Skip: (2019-05-25) In Morocco a bus is 25 dirhams ($2.60).
    Skip: (2010-01-15) It may bid at least 800 pence to 820 pence, or $17.9 billion.
    Skip: (2019-05-14) Rooms go for $240 a night, or about 2.14 euros a sheet.
    Skip: (1987-03-03) It was worth 126 million marks ($91.2 million).
    Wrong: (2021-06-10) The ranch owes a bank [62 million rand]. It has 210 head of game. The debt, nearly [$46 million], is secured on land.
    Right: (2021-06-10) The ranch owes a bank 62 million rand. It has 210 head of game. The debt, nearly $4.6 million, is secured on land.
    Skip: (2021-06-10) It was bought for 62 million rand and is insured for ten times that, $46 million, the owner said.
    Skip: (2021-06-10) The fund owes 62 million rand in Durban. Its chief earns $2.1 million a year.
    Wrong: (2024-05-14) 그림은 [200만 달러]에 낙찰됐다. 우리 돈으로 약 [37억 원]이다.
    Right: (2024-05-14) 그림은 200만 달러에 낙찰됐다. 우리 돈으로 약 27억 원이다.
    Wrong: (2025-08-26) 회사는 [50억 달러]를 투자한다. 환율은 이날 1390원이었다. 우리 돈 [9조6500억 원]에 해당한다.
    """
    alone: list[Sum] = []
    missed: list[tuple[Sum, Relation, bool]] = []
    right: set[frozenset[str]] = set()
    stated: list[Stated] | None = None
    worded = [sentence for sentence in article.sentences if sentence.kinds & MONEY and len(sentence.mentions) > 1]
    equal = [pair for sentence in worded for pair in equations(article, sentence)]
    for pair in _pairs(article, equal, worded):
        likeliest, others, certain = _readings(article, pair)
        if likeliest is None:
            continue
        stated = list(islice(stated_rates(article, equal), MOST_RATES)) if stated is None else stated
        own = stated if pair not in equal else []
        told = any(rate.sentence == pair.sentence.number and rate.bands(likeliest, True) for rate in own)
        relation = _against_rates(article, likeliest, others, own, certain or told)
        if relation and not relation.doubt and not relation.meets():
            missed.append((likeliest, relation, bool(others)))
        elif relation:
            right.update([frozenset({likeliest.base, likeliest.quote})] if relation.meets() else [])
            yield relation
        elif pair.sure and own is stated and (certain or likeliest.times == 1):
            alone.append(likeliest)  # of kroner, whosever they are, two conversions tell each other
            yield from _unknown(article, likeliest) if certain else ()
    for sum_, relation, shared in missed:
        if shared and any(_at_one_rate(sum_, other) for other, _, shared in missed if shared):
            yield relation._replace(doubt=SEVERAL)
        else:
            yield relation._replace(severity=None) if _stands_out(sum_, relation, right) else relation
    yield from _against_each_other(alone)


def _pairs(article: Article, equal: list[Apposed], worded: list[Sentence]) -> list[Apposed]:
    """Return every two sums that may say one thing, those that words equate where grammar does not."""
    beside = [*apposed(article), *at_a_rate(article, worded), *equal]
    tied = {pair.second.first for pair in beside if pair.sure}
    worded_so = recast(article) if article.verb_last else equated(article)
    told = [pair for pair in worded_so if pair.second.first not in tied]
    sure = {pair.second.first for pair in told if pair.sure}
    near = [*(pair for pair in beside if pair.sure or pair.second.first not in sure), *told]
    known = {figure.first for pair in near for figure in pair.mentions}
    return near + [pair for pair in told_again(article) if known.isdisjoint(figure.first for figure in pair.mentions)]


def _stands_out(sum_: Sum, relation: Relation, right: set[frozenset[str]]) -> bool:
    """Tell whether a sum is well off what the market makes of it as it stands, in a text whose other conversion follows that."""
    said, worth = sum_.stated.interval, relation.implied.printed
    far = worth is not None and said.gap(Interval.exactly(worth)) > NOTABLE * worth
    return far and relation.severity is Severity.NOTE and {sum_.base, sum_.quote} in right


def _at_one_rate(one: Sum, other: Sum) -> bool:
    """Tell whether two sums of a text that miss the market agree with each other: the currency is another of that name."""
    if one is other or (one.base, one.quote) != (other.base, other.quote):
        return False
    first, second = (sum_.stated.interval.over(sum_.given.interval).widened(AGREE) for sum_ in (one, other))
    return first.meets(second)


def _readings(article: Article, pair: Apposed) -> tuple[Sum | None, list[Sum], bool]:
    """Return a conversion as likeliest meant, as it may be meant too, and whether the first is beyond doubt."""
    whole = not for_one(article, pair.second) or for_one(article, pair.first) != ""  # not: six for ..., or $257m a ship
    pair = Apposed(with_name(article, pair.first), with_name(article, pair.second), pair.sentence, pair.sure and whole)
    first, second = pair.mentions
    own, times = own_dollars(article, first, second), _times(article, first, second)
    if times is None or "money" not in (first.kind, second.kind) or (first.unit == second.unit and not own):
        return None, [], False
    ours, theirs = own or codes_of(article, first), codes_of(article, second)
    sums = [Sum(pair, base, quote, times) for base in ours for quote in theirs if base != quote]
    certain = (
        times == 1
        and (not own or is_named(article, own[0]))
        and all(figure.kind != "count" or len(codes) == 1 for figure, codes in ((first, ours), (second, theirs)))
    )
    return (sums[0] if sums else None), sums[1:], certain


def _times(article: Article, first: Mention, second: Mention) -> Fraction | None:
    """Return of how much more the first sum is than the second, both for one of something; None where nobody can tell."""
    ours, theirs = for_one(article, first), for_one(article, second)
    if not ours or not theirs or ours == theirs:
        return Fraction(1)
    answers = convert(Interval.exactly(1), ours, theirs) if unit(ours) and unit(theirs) else []
    return answers[0].middle if answers else None


def _against_rates(
    article: Article, likeliest: Sum, others: list[Sum], stated: list[Stated], certain: bool
) -> Relation | None:
    """Return the conversion against the first rate that it fits, else against the one that counts most."""
    tried: list[tuple[Sum, Rate]] = []
    for sum_ in (likeliest, *others):
        for rate in _rates(article, sum_, stated):
            if sum_.fits(rate):
                return _relation(sum_, rate)
            tried.append((sum_, rate))
    if not tried or tried[0][0] is not likeliest:
        return None
    maybe_others = not _is_power_off(*tried[0]) and is_overseas(article)
    for code, sum_ in other_dollars(article, likeliest):
        fitting = next((rate for rate in _rates(article, sum_, []) if sum_.fits(rate)), None)
        if fitting and (is_named(article, code) or (maybe_others and fitting.words.startswith(TODAY))):
            return _relation(sum_, fitting)
    if not certain and len(tried) > 1 and _all_rated(article, tried):
        certain = True
        tried.sort(key=lambda found: (is_stranger(article, found[0]), _miss(*found)))
    certain = certain and not any(is_foreign(article, sum_) for sum_ in others if sum_ not in (one for one, _ in tried))
    return _relation(*tried[0], doubt=_doubt(*tried[0], certain))


def _is_power_off(sum_: Sum, rate: Rate) -> bool:
    """Tell whether a sum is a power of ten off: rather than of the dollars of a country that nobody names, it is a slip."""
    return _power(sum_.stated.interval.middle, sum_.given.interval.middle * rate.band.middle) is not None


def _all_rated(article: Article, tried: list[tuple[Sum, Rate]]) -> bool:
    """Tell whether every currency that shares a name has been tried, so that the sum is wrong whichever was meant."""
    pair = tried[0][0].pair
    bases, quotes = ({sum_.base for sum_, _ in tried}, {sum_.quote for sum_, _ in tried})
    named = [set(codes_of(article, figure)) for figure in pair.mentions]
    return pair.sure and named[0] <= bases and named[1] <= quotes


def _miss(sum_: Sum, rate: Rate) -> float:
    """Return how far a sum is off what a rate makes of it, in powers of e; as far as can be where one is nothing."""
    worth, said = sum_.given.interval.middle * rate.band.middle, sum_.stated.interval.middle
    return abs(log(float(said / worth))) if said * worth > 0 else inf


def _doubt(sum_: Sum, rate: Rate, certain: bool) -> str | None:
    worth, said = sum_.given.interval.middle * rate.band.middle, sum_.stated.interval.middle
    far = said <= 0 or worth <= 0 or not 1 / FAR < said / worth < FAR
    slipped = _turned_about(sum_, worth) or _slip(sum_, rate, worth)[1]
    if (not sum_.pair.sure and not slipped) or (far and _power(said, worth) is None):
        return "the two sums may not stand for one thing"
    if not certain:
        return SEVERAL
    return None


def _turned_about(sum_: Sum, worth: Fraction) -> bool:
    """Tell whether a sum has two digits of what it should be the wrong way about: $83 billion for $38 billion."""
    second = sum_.pair.second
    text = restyled(second.text, sum_.stated.interval.middle, worth) if sum_.times == 1 else None
    return text is not None and swapped(digits(second.text), digits(text))


def _rates(article: Article, sum_: Sum, stated: list[Stated]) -> Iterator[Rate]:
    """Yield the rates that a conversion may follow, the one that counts most first."""
    own = sum_.pair.sentence.number
    for rate in stated:
        yield from (Rate(band, "the text's own rate is {}", AGREE) for band in rate.bands(sum_, rate.sentence == own))
    if article.published:
        slack = _slack(article)
        yield from _market(article, sum_, article.published, slack)
        for days, name in _times_named(article, sum_):
            if days.first <= article.published and (found := market.quoted(article, sum_.base, sum_.quote, *days)):
                yield Rate(found.band, f"the market was at {{}} in {name} ({market.sourced(found)})", slack)


def _slack(article: Article) -> Fraction:
    """Return how far a sum may be off the market unremarked, the house's word first."""
    return article.house.tolerances.get("currency-conversion", CLOSE) if article.house else CLOSE


def _market(article: Article, sum_: Sum, published: date, slack: Fraction) -> Iterator[Rate]:
    """Yield the market's rate in the ten days up to publication, else the newest there is."""
    if found := market.quoted(article, sum_.base, sum_.quote, published - market.WINDOW, published):
        source = ", ".join(filter(None, (market.sourced(found), market.age(found, published))))
        yield Rate(found.band, f"{TODAY} ({source})", slack)
    elif found := market.newest(article, sum_.base, sum_.quote, published):
        age = market.age(found, published)
        yield Rate(found.band, f"the newest rates known, {age}, are {{}} ({market.sourced(found)})", LOOSE)


def _times_named(article: Article, sum_: Sum) -> Iterable[tuple[Days, str]]:
    """Return the first so many times named in the sentence and in the two before it, each once."""
    last = sum_.pair.sentence.number
    near = article.sentences[max(0, last - 2) : last + 1]
    named = (figure for sentence in near for figure in sentence.mentions if figure.when)
    meant = ((days_meant(figure.when, article.published), figure.text) for figure in named if figure.when)
    told = {days: text for days, text in islice(meant, MOST_RATES) if days}
    return told.items()


def _relation(sum_: Sum, rate: Rate, doubt: str | None = None) -> Relation:
    first, second = sum_.pair.mentions
    middle = sum_.given.interval.middle * rate.band.middle
    worth = shown.with_unit(middle, sum_.quote)
    slip, variant, severity = _slip(sum_, rate, middle)
    allowed = Quantity(sum_.worth(rate), sum_.quote, first.text, (first.span,), printed=middle)
    return Relation(
        sum_.stated,
        allowed,
        says=f"{first.text} {_was(rate)} about {worth}, not {second.text}{slip}.",
        severity=severity,
        doubt=doubt,
        variant=variant,
        working=_working(sum_, rate),
    )


def _was(rate: Rate) -> str:
    return "is" if "own" in rate.words else "was"


def _working(sum_: Sum, rate: Rate) -> str:
    """Return the two rates side by side, both in the weaker currency for one of the stronger."""
    first, second = (figure.text for figure in sum_.pair.mentions)
    implied = sum_.stated.interval.over(Interval.exactly(sum_.given.interval.middle))
    band, unit, sides = rate.band, spoken(sum_.quote), (second, first)
    if band.middle < 1:
        implied, band = (Interval.exactly(1).over(side) for side in (implied, band))
        unit, sides = spoken(sum_.base), (first, second)
    return f"{sides[0]} / {sides[1]} = {_range(implied)} {unit}; {rate.words.format(_range(band))}"


def _range(value: Interval) -> str:
    low, high = (shown.number(end, 5) for end in value)
    return low if low == high else f"{low} to {high}"


def _slip(sum_: Sum, rate: Rate, worth: Fraction) -> tuple[str, str, Severity | None]:
    """Return what went wrong with a conversion that does not fit, in words and by name, and how much that weighs."""
    said, given = sum_.stated.interval.middle, sum_.given.interval.middle
    if min(said, given, worth) <= 0:
        return "", "", None
    if power := _power(said, worth):
        times = shown.number(Fraction(10) ** abs(power))
        return f": {times} times too {'large' if power > 0 else 'small'}", "magnitude", Severity.ERROR
    off = sum_.stated.interval.gap(sum_.given.interval.times(rate.band)) / worth
    if off > NOTABLE and abs(said * rate.band.middle / given - 1) <= CLOSE:
        return ": it was divided by the rate where it had to be multiplied", "divided", Severity.ERROR
    return "", "", Severity.NOTE if off <= NOTABLE and not _turned_about(sum_, worth) else None


def _power(said: Fraction, worth: Fraction) -> int | None:
    """Return by which power of ten a sum is off, None where by none or where it is worth nothing."""
    powers = POWERS if worth > 0 else ()
    return next((n for n in powers if abs(said / worth / Fraction(10) ** n - 1) <= CLOSE_TO_POWER), None)


def _unknown(article: Article, sum_: Sum) -> Iterator[Relation]:
    """Yield a relation that nobody can tell where a rate is wanting for the day of publication."""
    if article.published and (doubt := market.wanting((sum_.base, sum_.quote), article.published)):
        stated, implied = (Quantity.named(side, side) for side in ("stated", "unknown"))
        yield Relation(stated, implied, doubt=doubt)


def _against_each_other(sums: list[Sum]) -> Iterator[Relation]:
    """Yield each conversion that no rate could be found for against the first of the same two currencies."""
    first: dict[frozenset[str], Sum] = {}
    for sum_ in sums:
        other = first.setdefault(frozenset({sum_.base, sum_.quote}), sum_)
        if other is not sum_:
            yield _agreement(sum_, other)


def _agreement(sum_: Sum, other: Sum) -> Relation:
    ahead = other.base == sum_.base
    top, bottom = (other.stated, other.given) if ahead else (other.given, other.stated)
    band = top.interval.over(bottom.interval)
    rate = Rate(band, f"{top.working} / {bottom.working} = {{}}", 2 * AGREE)
    relation = _relation(sum_, rate)
    said = relation.implied.changed(spans=(*relation.implied.spans, *other.given.spans, *other.stated.spans))
    return relation._replace(implied=said)
