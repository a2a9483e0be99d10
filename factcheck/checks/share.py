"""Shares: so many of so many, beside the percentage or the fraction that they are."""

from __future__ import annotations

from collections.abc import Iterator
from fractions import Fraction

from factcheck.article import BIT, Article, Said, Sentence
from factcheck.check import check
from factcheck.elsewhere import SHARE, Aim, beside, confirming, words_before
from factcheck.english.amounts import singular
from factcheck.model import Mention, Relation, Severity
from factcheck.phrase import phrase
from factcheck.quantity import Interval, Quantity
from factcheck.roles import grammar
from factcheck.series.breakdown import Slice, slices
from factcheck.series.figures import value
from factcheck.series.shares import agree, earlier, is_part, ratio, said, sharply

HEDGES = "<w>? (a <w>)? (ABOUT|NEARLY|BARELY|MORE|LESS|under|than|just|only|EXACTLY)*"
OR = f"(,? or | ,? <(> | , | — | - ) {HEDGES}"
THE = "(DETERMINER|ABOUT|NEARLY|MORE|than|SHIFT|TOTAL)*"
NOUN = "<wN'->? <wN'->? <wN'->? <wN'->?"
OWNER = "<wN'>? <wN'>? <wN'>?"
OF_WHAT = "of? <wN'->? <wN'->? <wN'->? <wN'->? (<(> {money} <)>)?"
GOAL = "<wN'>? <wN'>? <wN'>? of? DETERMINER? ABOUT?"
CLOSE = "<,.q·)\n;:—>"
ALL_OF = "(of (them|those|these|all | DETERMINER? TOTAL | the <wN>? <wN>?))"
ENDS = f"({CLOSE} | BE|HAVE|of|and|but)"
FIRM = (
    f"{{part:number}} <w>? out? of {THE} {OWNER} {{whole:number}} {NOUN} {OR} {{stated:share}} {CLOSE}",
    f"{{whole:number}} {NOUN} (and|but) <wN> {{part:number}} {NOUN} (,? or) {HEDGES} {{stated:share}} of (them|those|these) {CLOSE}",
    f"{{part:number}} <w>? out? of {THE} {OWNER} {{whole:number}} {NOUN} , (a|an) <w>? <w>? of {HEDGES} {{stated:share}} {CLOSE}",
    "{part:count} - for - {whole:count} <(> {stated:percent} <)>",
    f"{{whole:number}} {NOUN} , of (which|whom) {HEDGES} {{part:number}} {OR} {{stated:share}} {ENDS}",
    f"{{stated:percent}} of {THE} {{whole:number}} {NOUN} <(> {HEDGES} {{part:number}} <)>",
    f"{{stated:percent}} of {THE} {{whole:number}} {NOUN} , or {HEDGES} {{part:number}} {NOUN} {CLOSE}",
    f"{{part:number}} {OF_WHAT} (,? or | ,? <(> | , | BE | , which BE) {HEDGES} {{stated:share}} ,? of? {THE} {GOAL} {{whole:number}}",
    f"{{stated:share}} (<(> | , or) {HEDGES} {{part:number}} (<)> | ,) of {THE} {{whole:number}}",
    f"of {THE} {{whole:number}} <wN>? <wN>? <wN>? {{part:number}} <(> {HEDGES} {{stated:share}} <)>",
    f"of {THE} {{whole:number}} {{stated:percent}} BE {{part:number}}",
    f"{{stated:percent}} of {THE} {{whole:number}} {NOUN} AUXILIARY? BE {HEDGES} {{part:number}} {CLOSE}",
    f"{{part:number}} out? of {THE} {{whole:number}} {NOUN} <,(—-> {HEDGES} {{stated:share}} {ALL_OF} {CLOSE}",
    f"{{part:number}} {NOUN} (PER|a|an)? PERIOD? (against|versus|vs) {THE} <wN>? of? {THE} {{whole:number}} {NOUN} {OR} {{stated:share}} {CLOSE}",
    f"{{whole:number}} {NOUN} , of (which|whom) {NOUN} DETERMINER? {NOUN} {{stated:percent}} <(> {HEDGES} {{part:number}} <)>",
    f"{{stated:share}} of {THE} <wN> <wN>? <wN>? <,:;(—-> or? {HEDGES} {{part:number}} out? of {THE} {{whole:number}} {NOUN} {CLOSE}",
    f"out? of {THE} {{whole:number}} {NOUN} , {{part:number}} ... <;,—-> (that|which|or) BE? {HEDGES} {{stated:share}} {CLOSE}",
)
OPENED = (
    f"{{part:number}} {NOUN} {OR} {{stated:share}} {ENDS}",
    f"{{part:number}} ... (,? or | <(>) {HEDGES} {{stated:share}} {CLOSE}",
    f"{{part:number}} ... <,(—-> {HEDGES} {{stated:share}} {ALL_OF}? {CLOSE}",
)
OF_WHOLE = f"CONJUNCTION? out? of {THE} <wN>? {{whole:number}}"
OF_WHOLE_INSIDE = f"<,;:—> {OF_WHOLE}"
OF_THEM = (
    f"{{part:number}} of kin=them|those|these|the|its|that|this ... {OR} {{stated:share}} {ENDS}",
    f"{{part:number}} of kin=them|those|these ... <,(—-> {HEDGES} {{stated:share}} <,.q·)\n;:—>",
    f"{{stated:share}} of kin=them|those|these <,(—-> {HEDGES} {{part:number}} <,.q·)\n;:—>",
)
BESIDE = f"{{part:number}} <of>? ... (,? or | ,? <(> | ,) {HEDGES} {{stated:share}} {ENDS}"
WORTH = "{stated:percent} ... (,|or|<(>) ... {part:number}"
TWICE = (
    f"{{one:fraction}} (of? {NOUN}) (, or | <(>) {HEDGES} {{other:percent}} {CLOSE}",
    f"{{one:percent}} (of? {NOUN}) (, or | <(>) {HEDGES} {{other:fraction}} {CLOSE}",
)
MAJORITY = f"majority (of? {NOUN}) <(> {HEDGES} {{other:percent}} <)>"
BRACKETED = "{rough:count} <wN>? <wN>? <(> {exact:count} <)>"
SHARES = BIT["P"] | BIT["F"]
FAR = 12
QUOTA = frozenset("margin share proportion turnout quota portion".split())
KNOWN = frozenset({"the", "its"})
FARTHER = "the whole stands elsewhere"
SEVERAL = "several wholes are in reach"
MORE_THAN_HALF = Interval(Fraction(1, 2), Fraction(1))
NEARBY = Fraction(3, 20)
LEAST = 20
HEDGE_SAYS = "{stated} does not fit the exact figure beside it, {implied}."


@check("share", says="{working} is {implied}, not {stated}.")
def share(article: Article) -> Iterator[Relation]:
    """So many of so many must be the percentage or the fraction that the text gives.

    Held against the text only where grammar ties all three together; a whole that stands in another sentence
    can confirm a share but hardly refute it.

    Wrong: In all 271,259 people, or [4.2%] of the 64.6 million, voted.  =>  271,259 / 64.6 million
    Wrong: The court heard 43 of the 61 cases, [nine in ten], in a year.  =>  43 / 61
    Wrong: The survey drew 1,240 replies, of which 719, or [85 per cent], opposed it.
    Wrong: It costs 1% of the $21.1 billion offering, or [$2.11 billion].
    Wrong: About [one in five], or [25%], said no.
    Wrong: A [majority] of voters (48%) said no.
    Wrong: The union has 212 members. Only 61 of them, [two-thirds], came.
    Wrong: The union has 212 members. [Two-thirds] of them, 61, came.
    Wrong: He shot 26-for-61 ([24.6%]) in the series.
    Wrong: 검거된 [6648명] 중 마약 사범이 [5666명]([75%])이다.
    Wrong: 예산은 7억 1400만 원의 [20%]인 7140만 원이다.
    Wrong: The force held 9,498 people. Users made 7,007 (73.8%), sellers [1,457] ([25.3%]) and growers 1,025 (10.8%).
    Right: 검거된 6648명 중 마약 사범이 5666명(85%)이다.
    Right: 예산은 7억 1400만 원의 10%인 7140만 원이다.
    Skip: 검거된 6648명 중 남성이 5666명, 여성 비율은 20%다.
    Right: The court heard 43 of the 61 cases, seven in ten, in a year.
    Right: Detectives cleared 27 of the 38 cases, a clearance rate of 71 percent.
    Right: It holds 24.3 million cubic meters of water, or 28.6% of its capacity of 85 million.
    Right: The survey drew 1,240 replies, of which 719, or 58 per cent, opposed it.
    Right: The town has 202,650 people. Just 9,120 residents, 4.5 percent, walk to work.
    Right: The council marked 212 wells. It closed 61 of them, almost three in ten, in spring.
    Right: More than half (52%) of them agreed.
    Right: The fund is $350 billion. Equity may be 5% or less, which would be no more than $17.5 billion.
    Right: Spending stood at 2.43 trillion rupees ($45.51 billion), 47 percent of the target of 5.21 trillion rupees.
    Right: They last traded at $19.87, slightly more than half the $38 IPO price.
    Right: It deported 117,181 people, which is just three-quarters of the 157,365 of a year before.
    Wrong: Of the 912 homes inspected, [304] had faults in the wiring, nearly [half] of them.
    Wrong: The inspectors saw 840 homes and failed [210] of them, [one in three].
    Wrong: It carries 2.4 lakh riders a day against a forecast of 4.0 lakh, or just [75 per cent].
    Wrong: It cost $268,000, of which the state paid [40 percent] ([$127,200]).
    Right: Of the 912 homes inspected, 304 had faults in the wiring, a third of them.
    Right: Women make up 41 per cent of the force, 123 of 300 officers.
    Skip: The crop came from 22,734 acres. Some 12,600 of the members, or 68 per cent, have less than one.
    Skip: The court heard 43 of the 61 cases, 12% more than last year.
    Skip: Some 43 of the 61 men, and 25% of the women, agreed.
    Skip: The units rose C$3.85, or 35 percent, to C$14.90 from C$11.05.
    Skip: They ran from 3 km to 42.195 km, 9 percent more than the 21,200 of 2022.
    Skip: Of 1,200 homes, 40% are cheap; half of those, 240, are for rent.
    Skip: The firm cut 120 jobs, or 5% of its workforce.
    """
    yield from confirming(_shares(article), article, _unbound)


def _shares(article: Article) -> Iterator[Relation]:
    shared = [sentence for sentence in article.sentences if sentence.kinds & SHARES and sentence.block != "cell"]
    if shared:
        yield from _firm(article)
        yield from _twice(article)
        for one in slices(article):
            yield _sliced(one)
        for sentence in shared:
            yield from _loose(article, sentence)
    yield from _hedged(article)


def _unbound(article: Article) -> Iterator[Aim]:
    """Yield every share that is said of something, and of no change."""
    moves = grammar().size | grammar().more | grammar().less
    for sentence in article.body:
        for stated in sentence.of_kind("share") if sentence.kinds & SHARES else ():
            near = beside(article, stated, 5, 4)
            if value(stated) < 1 and (moves.isdisjoint(near) or not QUOTA.isdisjoint(words_before(article, stated, 5))):
                yield said(stated), stated, (SHARE,)


def _firm(article: Article) -> Iterator[Relation]:
    """Part, whole and share in one phrase."""
    for found in article.match(*FIRM):
        if is_part(found.part, found.whole) and not _compared(article, found.stated):
            yield from _held_to(article, found.sentence, found.stated, found.part, [found.whole], None)


def _compared(article: Article, stated: Mention) -> bool:
    """Tell "9 percent more than the 21,200" from "9 percent of more than 21,200"."""
    return phrase("MORE|LESS than").match(article.skeleton, article.place(stated) + 1) is not None


def _loose(article: Article, sentence: Sentence) -> Iterator[Relation]:
    """Part and share side by side, the whole elsewhere."""
    ends = (sentence.start, sentence.end)
    opening = phrase(OF_WHOLE).match(article.skeleton, *ends) or phrase(OF_WHOLE_INSIDE).search(article.skeleton, *ends)
    if opening:
        yield from _of_opened(article, sentence, article.at[opening.start("whole")], opening.end())
    for found in article.match_in(sentence, *OF_THEM):
        yield from _of_them(article, found)
    for found in article.match_in(sentence, BESIDE, WORTH):
        place = article.place(found.part)
        if phrase("RISE|FALL|by").search(article.skeleton, max(sentence.start, place - 2), place):
            continue
        wholes = [whole for whole in earlier(article, sentence, found.part, FAR) if is_part(found.part, whole)]
        near = [whole for whole in wholes if sharply(found.stated, found.part, whole)]
        yield from (_relation(found.stated, found.part, whole, FARTHER) for whole in near[:1])


def _of_opened(article: Article, sentence: Sentence, whole: Mention, start: int) -> Iterator[Relation]:
    """Parts of the whole that a sentence opens with: "Of the 1,240 replies, 719, or 58 percent, ..."."""
    told: set[int] = set()
    for pattern in OPENED:
        for match in phrase(pattern).finditer(article.skeleton, start, sentence.end + 1):
            part, stated = article.at[match.start("part")], article.at[match.start("stated")]
            between = [
                figure
                for figure in sentence.mentions
                if whole.first <= figure.first < part.first and is_part(part, figure)
            ]
            if between and stated.first not in told:
                told.add(stated.first)
                yield from _held_to(article, sentence, stated, part, between, None if len(between) == 1 else SEVERAL)


def _of_them(article: Article, found: Said) -> Iterator[Relation]:
    """A part "of them", whom the words before it count; "of the members" only of such as are counted by that name."""
    wholes = _counted(article, found)
    if wholes:
        shared = [one for one in found.sentence.of_kind("share") if wholes[0].first < one.first < found.stated.first]
        doubt = None if len(wholes) == 1 and not shared else SEVERAL
        yield from _held_to(article, found.sentence, found.stated, found.part, wholes, doubt)


def _counted(article: Article, found: Said) -> list[Mention]:
    """Return the figures that "them" or "the members" may stand for: of its own sentence, else of the one before."""
    own = [figure for figure in found.sentence.mentions if figure.first < found.part.first]
    number = found.sentence.number
    near = article.sentences[number - 1] if number else None
    before = near.mentions if near and near.block == found.sentence.block else ()
    if found.word("kin") in KNOWN:
        noun = singular(article.word(found.match.start("kin") + 1))
        named = [figure for figure in (*own, *earlier(article, found.sentence, found.part, FAR)) if figure.noun == noun]
        bare = [figure for figure in before if not figure.noun and figure.kind == found.part.kind]
        return [figure for figure in (named[:1] or bare) if is_part(found.part, figure)]
    return [figure for figure in own if is_part(found.part, figure)] or [
        figure for figure in before if is_part(found.part, figure)
    ]


def _sliced(one: Slice) -> Relation:
    """Return a slice against its whole; a note's weight where the share was cut off and not rounded."""
    stated, implied = said(one.share), ratio(one.part, one.whole)
    reach = (stated.interval.high - stated.interval.low) / 2
    cut_off = stated.interval.gap(implied.interval) <= reach
    return Relation(stated, implied, severity=Severity.NOTE if cut_off else None)


def _held_to(
    article: Article,
    sentence: Sentence,
    stated: Mention,
    part: Mention,
    wholes: list[Mention],
    doubt: str | None,
) -> Iterator[Relation]:
    """Yield the share against the first whole that fits it; against the first of all where none does, nor any near by."""
    fitting = next((whole for whole in wholes if agree(stated, part, whole)), None)
    if fitting:
        yield _relation(stated, part, fitting)
    elif not any(
        is_part(part, other) and sharply(stated, part, other) for other in earlier(article, sentence, stated, 2)
    ):
        yield _relation(stated, part, wholes[0], doubt)


def _relation(stated: Mention, part: Mention, whole: Mention, doubt: str | None = None) -> Relation:
    return Relation(said(stated), ratio(part, whole), doubt=doubt)


def _twice(article: Article) -> Iterator[Relation]:
    """One share said twice, in words and as a percentage; a majority is more than half."""
    for found in article.match(*TWICE):
        yield Relation(said(found.one), said(found.other), says="{stated} is not {implied}.")
    for found in article.match(MAJORITY):
        word = article.span(found.match.start(), found.match.start() + 1)
        most = Quantity(MORE_THAN_HALF, "%", article.text(word), (word,))
        yield Relation(most, said(found.other), says="{implied} is no majority.")


def _hedged(article: Article) -> Iterator[Relation]:
    """A hedged count with the exact one in brackets: "nearly 300 (312)"."""
    for found in article.match(BRACKETED):
        rough, exact = found.rough, found.exact
        close = value(rough) and abs(value(exact) / value(rough) - 1) <= NEARBY
        if rough.hedge and not exact.hedge and close and value(exact) >= LEAST:
            yield Relation(rough.quantity, exact.quantity, HEDGE_SAYS, Severity.NOTE, variant="hedge")
