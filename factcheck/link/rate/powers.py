"""Figures that two others near by make, or would make but for a power of ten: 1,200 homes, £250 each, £3 million in all.

Where so many digits agree, the product is what the third figure tells, right or a slip of scale off; what is for one of
something, or a share of another figure, says which is multiplied by which.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from fractions import Fraction
from functools import cache
from itertools import chain, product

from factcheck.article import Article, Sentence, kind_bits
from factcheck.link.context.adjuncts import operands
from factcheck.link.context.passages import going_on
from factcheck.link.context.roles import roles
from factcheck.link.context.ties import adjacent
from factcheck.link.rate.apiece import in_unit
from factcheck.link.rate.each import DAYS, Each, is_by_scale, of_two, rates
from factcheck.link.rate.factors import Factor, factors, is_each
from factcheck.link.series.figures import is_single, telling_digits, value
from factcheck.model import Mention
from factcheck.patterns import Pattern
from factcheck.phrase import phrase
from factcheck.quantity import Quantity
from factcheck.records import NamedTuple
from factcheck.segment import vocabulary

POWERS = (0, -1, 1, -2, 2, -3, 3, -4, 4, -6, 6)
"""Of ten, the likeliest slips first; 0 is none."""
EXACT, NEARLY = Fraction(6, 1000), Fraction(3, 100)
"""So far at most a figure is off the product that it tells: as it stands, and with its rounding or a hedge."""
BY_PERIOD = Fraction(15, 1000)
"""A month and a year are no whole numbers of weeks or days."""
ENOUGH = 4
"""So many digits three figures have among them before their agreement is more than chance."""
MOST = 9
"""Of more figures together any may be a product of others."""
LEFT = frozenset({"remaining", "rest", "balance"})
RESULTS = frozenset({"win", "draw", "defeat"})
"""Of a team's record: no number of games multiplies them."""
ANYTHING = frozenset({"one", "unit", "item", "piece", "device", "machine", "also"})
TWO, BACK, BEFORE = 2, 3, 4
IN_ALL = frozenset(
    "between all worth total altogether that this it which together overall cost bringing raising or".split()
)
"""These say that a sum is of all, or what was told before comes to."""
BESIDE = 8
"""So many places at the most part a share, its whole and what it comes to."""
OF = frozenset({"of", "that", "the"})
OF_IT = (["of", "it"], ["of", "that"], ["of", "this"])
KNOWN = frozenset({"that", "this", "those"})
"""Behind "9% of" these take up a sum that was told before: 9% of that turnover."""
LEAST, SET_OFF = 100, frozenset(",(:—-")
SUMS = frozenset({"money", "count", "measure"})
SHARES = kind_bits("percent|fraction|multiple")
ONE = "a|an <w> BE|HAVE? <w>? {rate:money}"
OF_ONE = Pattern(r"\d-")
"""A measure so written is that of the one thing behind it: a 300-tonne crane."""

LINKS = frozenset(
    "or the of equal to about nearly roughly some almost just over under more less than around which is was that a only "
    "equivalent representing i.e. approximately".split()
)
"""Between a sum and what share of another it is stand no other words."""
EQUALS = frozenset("is are was were equals represents".split())
"""Between the two they say outright that the one is the other: savings of £135m are just over 9% of it."""

SOLD = "at {rate:money} , ... {total:money}"
"""A price behind a number of what is sold, and what that brings in."""


PRICED = "how=<w\ue000-\uf8ff> of {rate:money} <,.;>"
PRICES = frozenset({"close", "price"})
"""What one share costs: at Friday's close of $45."""


class Powered(NamedTuple):
    """A figure, the product that it tells, and how many powers of ten it is too large."""

    figure: Mention
    product: Quantity
    power: int


def powered(article: Article) -> Iterator[Powered]:
    """Yield every figure that two others in its sentence, or the next, make but for its size, or make indeed."""
    for each in _ones(article):
        passage = _passage(article, each.sentence)
        if sum(len(part.mentions) for part in passage) <= MOST:
            yield from best_of_them(_made_of(article, each, passage))
    for sentence in article.body:
        if sentence.kinds & SHARES:
            yield from _portions(article, sentence)
    for sentence in article.holding("remaining", "the rest", "the balance"):
        yield from _left_over(article, sentence)


def _passage(article: Article, sentence: Sentence) -> list[Sentence]:
    """Return a sentence with those of its paragraph that stand beside it, and that tell sums over one that tells none."""
    near = [find(article, sentence, step) for step in (-1, 1) for find in (_beside, adjacent)]
    return sorted({part.number: part for part in (*near, sentence) if part}.values())


def _beside(article: Article, sentence: Sentence, step: int) -> Sentence | None:
    return going_on(article, sentence, step, _tells_sums)


def _tells_sums(sentence: Sentence) -> bool:
    return any(one.kind in SUMS and one.size >= LEAST for one in sentence.mentions)


def _ones(article: Article) -> Iterator[Each]:
    """Yield what is for one of something, and every sum of a sentence that says "each"."""
    seen: set[int] = set()
    known: set[int] = set()
    for each in rates(article):
        if each.base is None and is_single(each.rate) and each.rate.noun not in RESULTS:
            seen.add(each.rate.first)
            known.update([each.sentence.number] if each.noun and each.rate.kind == "money" else [])
            yield each
    for sentence in article.body if not article.verb_last else ():
        if sentence.number not in known and not is_each().isdisjoint(sentence.letters):
            sums = sentence.of_kind("money")
            sums = [one for one in sums if not _has_a_share(article, one) and not is_by_scale(article, one)]
            beside = [one for one in sums if article.after(one, 1) in is_each()]
            led = [one for one in sentence.of_kind("measure") if "each" in _led_by(article, one) and not one.upper]
            led = [
                one
                for one in led
                if article.after(one, 1) not in is_each() and article.word(article.place(one) + 1) != "a"
            ]
            for one in [*(beside or sums), *led]:
                if one.first not in seen and is_single(one) and not of_two(article, one) and not _of_many(article, one):
                    seen.add(one.first)
                    yield Each(one, _each_what(article, sentence, one), sentence)
    for said in article.match(PRICED):
        if said.word("how") in PRICES and said.rate.first not in seen and is_single(said.rate):
            seen.add(said.rate.first)
            yield Each(said.rate, "share", said.sentence)
    for said in article.match(ONE, SOLD):
        if said.rate.first not in seen and is_single(said.rate):
            yield Each(said.rate, "" if said.has("total") else article.word(said.match.start() + 1), said.sentence)


def _each_what(article: Article, sentence: Sentence, rate: Mention) -> str:
    """Return the noun that "each" has before a figure, "" where it has none: bus of "each bus costs $310", none of "each costs $85"."""
    place = article.place(rate)
    at = next((at for at in range(place - 1, sentence.start - 1, -1) if article.skeleton[at] in is_each()), place)
    led = (
        at < place
        and article.skeleton[at + 1] in "w" + vocabulary()[1]["LABEL"]
        and article.skeleton[at + 2] in _verbs()
    )
    return article.word(at + 1) if led and article.word(at + 1) not in ANYTHING else ""


@cache
def _verbs() -> frozenset[str]:
    """Return the letters of what may be a verb behind a noun."""
    return frozenset("w" + "".join(vocabulary()[1][name] for name in ("BE", "HAVE", "AUXILIARY")))


def _led_by(article: Article, mention: Mention) -> list[str]:
    """Return the few words before a figure, back to another or a sign: each rated at 15 megawatts."""
    place, words = article.place(mention), []
    for at in range(place - 1, place - 1 - BEFORE, -1):
        if at in article.at or article.skeleton[at] in ",;:()":
            break
        words.append(article.word(at))
    return words


def _of_many(article: Article, mention: Mention) -> bool:
    """Tell whether a sum is what so many cost together: $8.90 per 1,000 gallons."""
    behind = article.place(mention) + 1
    return article.skeleton[behind : behind + 1] in is_each() and behind + 1 in article.at


def _has_a_share(article: Article, mention: Mention) -> bool:
    """Tell whether a sum is what a percentage is of, and nothing that each has: 130 percent of the $4.2 million."""
    share, place = phrase("{percent} of DETERMINER?"), article.place(mention)
    return any(share.fullmatch(article.skeleton, max(0, place - back), place) for back in (TWO, BACK))


def _made_of(article: Article, each: Each, passage: list[Sentence]) -> Iterator[Powered]:
    """Yield the totals near a rate that it makes with a number of what it is for one of."""
    rate, loose = each.rate, BY_PERIOD if each.noun in DAYS else EXACT
    numbers = factors(article, each, passage)
    like = [
        in_unit(rate.unit, one) for part in passage for one in part.of_kind(rate.kind) if not OF_ONE.search(one.text)
    ]
    totals = [one for one in like if _may_be_total(article, one, rate)]
    alone = len(totals) == len(numbers) == 1
    for total, factor in product(totals, numbers):
        if total.span not in factor.quantity.spans:
            for found in told_as(total, rate, factor, loose, tied=each.noun in DAYS or alone):
                if not found.power or (
                    (alone or factor.named)
                    and _sums_up(article, total)
                    and not (_by_period(article, total) and _of_one_period(article, each, total, factor))
                ):
                    yield found


def _by_period(article: Article, mention: Mention) -> bool:
    """Tell whether a figure is of one period: $2,500 a week."""
    place = article.place(mention) + 1
    return article.word(place) in ("a", "an", "per", "each", "every") and article.word(place + 1) in DAYS


def _of_one_period(article: Article, each: Each, total: Mention, factor: Factor) -> bool:
    """Tell whether a total by a period is none of the rate's: of a rate for no time, by a number told, or of the same period."""
    same = article.word(article.place(total) + 2) == each.noun
    return each.noun not in DAYS or same or bool(factor.quantity.spans)


def _may_be_total(article: Article, one: Mention, rate: Mention) -> bool:
    """Tell whether a figure may be what a rate comes to: it is of no single thing itself nor "of them", but may be of a period."""
    place = article.place(one) + 1
    each = article.skeleton[place : place + 1] in is_each() or article.word(place) in ("a", "an", "of")
    single = each and article.word(place + 1) not in DAYS
    return (
        one.unit == rate.unit
        and one.first != rate.first
        and is_single(one)
        and one.noun in ("", rate.noun)
        and not single
    )


def _sums_up(article: Article, total: Mention) -> bool:
    """Tell whether the words about a sum say that it is of all."""
    sentence, place = article.sentences[total.sentence], article.place(total)
    if article.word(place - 1) in ("had", "has", "saw"):
        return False
    about = range(max(sentence.start, place - BEFORE - 1), min(sentence.end, place + 1 + BEFORE))
    totals = vocabulary()[1]["TOTAL"]
    words = [at for at in about if at not in article.at and (article.word(at) != "all" or article.word(at - 1) == "in")]
    return any(article.word(at) in IN_ALL or article.skeleton[at] in totals for at in words)


def told_as(
    figure: Mention, other: Mention, factor: Factor, loose: Fraction = EXACT, *, tied: bool = False
) -> Iterator[Powered]:
    """Yield a figure if it is the product of two, or would be but for a power of ten."""
    made = value(other) * factor.size
    enough = factor.digits + telling_digits(other) + telling_digits(figure) >= ENOUGH - tied
    telling = not is_round(factor.size) or (tied and telling_digits(figure) >= TWO)
    powers = POWERS if enough and made and telling and value(figure) not in (factor.size, value(other)) else ()
    power = next((power for power in powers if _is(figure, made * Fraction(10) ** power, loose, slack=not power)), None)
    if power is not None:
        made_of = (factor.quantity * other.quantity).as_unit(figure.unit)
        yield Powered(figure, made_of, power)


def _is(figure: Mention, goal: Fraction, loose: Fraction, *, slack: bool) -> bool:
    """Tell whether a figure is what is expected, its few digits rounded only where there is `slack` for that."""
    off = abs(value(figure) - goal)
    rounded = bool(figure.hedge) or (figure.number is not None and off <= figure.number.half)
    return off <= loose * goal or (rounded and off <= NEARLY * goal and (slack or telling_digits(figure) > TWO))


def is_round(number: Fraction) -> bool:
    """Tell whether a number is one, ten, a hundred or a tenth, near enough: it leaves all digits as they are."""
    shown = f"{float(number):e}"
    return abs(float(shown[: shown.index("e")]) - 1) <= EXACT


def _portions(article: Article, sentence: Sentence) -> Iterator[Powered]:
    """Yield what a share or a multiple beside its whole comes to, where it stands next to the two."""
    figures = [one for one in operands(article, sentence.mentions) if one.number]
    changes = {role.mention.first for role in roles(article, sentence) if role.name in ("change", "rate")}
    before = _beside(article, sentence, -1)
    told = before.mentions if before else ()
    for n, share in enumerate(figures):
        if not (kind_bits(share.kind) & SHARES and is_single(share.changed(hedge=""))):
            continue
        behind = {article.word(article.place(share) + step) for step in (1, 2)}
        plainly = share.first not in changes or not behind.isdisjoint(OF)
        shown = telling_digits(share) if share.kind == "percent" else TWO
        factor = Factor(value(share), shown, share.changed(hedge="").quantity)
        ahead = figures[max(0, n - 1) : n] if n < TWO or not kind_bits(figures[n - TWO].kind) & SHARES else []
        wholes = [*ahead, *figures[n + 1 : n + 2], *(told if "that" in behind else ())]
        named = _named_first(article, share, factor, figures[:n], figures[n + 1 : n + 2], told)
        beside = _parts(article, share, factor, wholes, figures) if plainly else ()
        yield from best_of_them(chain(beside, named))


def _parts(
    article: Article, share: Mention, factor: Factor, wholes: list[Mention], figures: list[Mention]
) -> Iterator[Powered]:
    for whole in wholes:
        last = max(share.first, whole.first)
        part = next((one for one in figures if one.first > last), None)
        if part is None or whole.kind not in SUMS or not is_single(whole) or not is_single(part):
            continue
        alike = (whole.kind, whole.unit) == (part.kind, part.unit) and part.noun in ("", whole.noun, "person")
        alike = alike and (whole.kind != "count" or whole.size >= LEAST)
        latest = max(article.place(share), article.place(whole) if whole.sentence == share.sentence else 0)
        if alike and _apposed(article, latest, article.place(part)):
            slips = not _at_interest(article, share, part)
            yield from (one for one in told_as(part, whole, factor, tied=True) if slips or not one.power)
            yield from (one for one in told_as(whole, part, factor, tied=True) if not one.power)


def _at_interest(article: Article, share: Mention, part: Mention) -> bool:
    """Tell whether a percentage is a rate at which a sum is lent, and a figure behind it an instalment: at 6% costs £1,799 a month."""
    return article.word(article.place(share) - 1) == "at" or _by_period(article, part)


def _named_first(
    article: Article,
    share: Mention,
    factor: Factor,
    ahead: list[Mention],
    behind: list[Mention],
    told: Sequence[Mention],
) -> Iterator[Powered]:
    """Yield the sum that a share tells again: $120 million, or nearly 6% of the $2.1 billion; £48 million of it, two-fifths."""
    for part in ahead[-1:]:
        if article.word(article.place(share) + 1) == "of":
            wholes = [one for one in behind if article.place(one) - article.place(share) <= BESIDE]
            known = article.word(article.place(share) + 2) in KNOWN
            wholes = [*ahead[:-1], *told] if known and not wholes else wholes
        elif [article.word(article.place(part) + step) for step in (1, 2)] in OF_IT:
            wholes = [*ahead[:-1], *told]
        else:
            continue
        alike = [
            one for one in wholes if (part.kind, part.unit) == (one.kind, one.unit) and part.noun in ("", one.noun)
        ]
        if is_single(part) and part.kind in SUMS and tells_share(article, part, share):
            for whole in filter(is_single, alike):
                yield from told_as(part, whole, factor, NEARLY * (1 + bool(share.hedge)), tied=True)


def tells_share(article: Article, part: Mention, share: Mention) -> bool:
    """Tell whether a share is set off behind a sum, but for what that is for, as what the sum is: £8 million on cranes, a third."""
    place = article.place(part) + 1
    between = [article.word(at) for at in range(place, article.place(share))]
    mark = next((n for n, word in enumerate(between[:BEFORE]) if word in SET_OFF), None)
    led = not mark or article.skeleton[place] in vocabulary()[1]["PREPOSITION"]
    if between[:1] and between[0] in EQUALS:
        return LINKS.issuperset(between[1:])
    return mark is not None and led and LINKS.issuperset(between[mark + 1 :])


def _left_over(article: Article, sentence: Sentence) -> Iterator[Powered]:
    """Yield what remains of a sum when the other one told before it is taken away: the remaining $45 million."""
    for left in sentence.of_kind("money|count"):
        place = article.place(left)
        ahead = {article.word(at) for at in range(max(sentence.start, place - BEFORE), place)}
        if LEFT.isdisjoint(ahead) or not is_single(left):
            continue
        before = article.sentences[max(0, sentence.number - BACK) : sentence.number + 1]
        told = [one for part in before for one in part.of_kind(left.kind) if one.first < left.first and is_single(one)]
        sums = {
            one.size: one for one in told if (one.unit, one.noun or left.noun) == (left.unit, left.noun or one.noun)
        }
        if len(sums) == TWO and sum(map(telling_digits, (left, *sums.values()))) >= ENOUGH:
            less, whole = sorted(sums.values(), key=value)
            rest = value(whole) - value(less)
            power = next(
                (power for power in POWERS if _is(left, rest * Fraction(10) ** power, EXACT, slack=False)), None
            )
            if power is not None:
                yield Powered(left, whole.quantity - less.quantity, power)


def _apposed(article: Article, first: int, last: int) -> bool:
    """Tell whether a figure stands by what it is worked out from, set off from it in the same clause."""
    between = article.skeleton[first + 1 : last]
    set_off = not SET_OFF.isdisjoint(between) or article.word(last - 1) == "or" or len(between) <= TWO
    return len(between) <= BESIDE and ";" not in between and set_off


def best_of_them(found: Iterator[Powered]) -> Iterator[Powered]:
    """Yield the figures that are what others make; where none is, the one that would be but for its size."""
    known = list(found)
    fitting = [one for one in known if one.power == 0]
    slipped = {one.figure.first: one for one in known if one.power}
    held = [one for one in fitting if one.figure.rounded.interval.meets(one.product.interval)]
    yield from held[:1] if fitting else list(slipped.values()) if len(slipped) == 1 else []
