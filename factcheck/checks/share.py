"""Shares: so many of so many, beside the percentage or the fraction that they are."""

from __future__ import annotations

from collections.abc import Iterator
from fractions import Fraction

from factcheck.article import BIT, Article, Said, Sentence
from factcheck.check import check
from factcheck.elsewhere import SHARE, Aim, beside, confirming
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
OF_WHAT = "of? <wN'->? <wN'->? <wN'->? <wN'->? (<(> {money} <)>)?"
GOAL = "<wN'>? <wN'>? <wN'>? of? DETERMINER? ABOUT?"
CLOSE = "<,.q·)\n;:—>"
ENDS = f"({CLOSE} | BE|HAVE|of|and|but)"
FIRM = (
    f"{{part:number}} <w>? out? of {THE} {{whole:number}} {NOUN} {OR} {{stated:share}} {CLOSE}",
    f"{{part:number}} <w>? out? of {THE} {{whole:number}} {NOUN} , (a|an) <w>? <w>? of {HEDGES} {{stated:share}} {CLOSE}",
    f"{{part:count}} - for - {{whole:count}} <(> {{stated:percent}} <)>",
    f"{{whole:number}} {NOUN} , of (which|whom) {HEDGES} {{part:number}} {OR} {{stated:share}} {ENDS}",
    f"{{stated:percent}} of {THE} {{whole:number}} {NOUN} <(> {HEDGES} {{part:number}} <)>",
    f"{{stated:percent}} of {THE} {{whole:number}} {NOUN} , or {HEDGES} {{part:number}} {NOUN} {CLOSE}",
    f"{{part:number}} {OF_WHAT} (,? or | ,? <(> | , | BE | , which BE) {HEDGES} {{stated:share}} ,? of? {THE} {GOAL} {{whole:number}}",
    f"{{stated:share}} (<(> | , or) {HEDGES} {{part:number}} (<)> | ,) of {THE} {{whole:number}}",
    f"of {THE} {{whole:number}} <wN>? <wN>? <wN>? {{part:number}} <(> {HEDGES} {{stated:share}} <)>",
    f"of {THE} {{whole:number}} {{stated:percent}} BE {{part:number}}",
    f"{{stated:percent}} of {THE} {{whole:number}} {NOUN} AUXILIARY? BE {HEDGES} {{part:number}} {CLOSE}",
)
OPENED = f"{{part:number}} {NOUN} {OR} {{stated:share}} {ENDS}"
OF_WHOLE = f"of {THE} <wN>? {{whole:number}}"
OF_THEM = f"{{part:number}} of (them|those|these|the|its|that|this) ... {OR} {{stated:share}} {ENDS}"
BESIDE = f"{{part:number}} <of>? ... (,? or | ,? <(> | ,) {HEDGES} {{stated:share}} {ENDS}"
WORTH = f"{{stated:percent}} ... (,|or|<(>) ... {{part:number}}"
TWICE = (
    f"{{one:fraction}} (of? {NOUN}) (, or | <(>) {HEDGES} {{other:percent}} {CLOSE}",
    f"{{one:percent}} (of? {NOUN}) (, or | <(>) {HEDGES} {{other:fraction}} {CLOSE}",
)
MAJORITY = f"majority (of? {NOUN}) <(> {HEDGES} {{other:percent}} <)>"
BRACKETED = "{rough:count} <wN>? <wN>? <(> {exact:count} <)>"
SHARES = BIT["P"] | BIT["F"]
FAR = 12
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
    Skip: The court heard 43 of the 61 cases, 12% more than last year.
    Skip: Some 43 of the 61 men, and 25% of the women, agreed.
    Skip: The units rose C$3.85, or 35 percent, to C$14.90 from C$11.05.
    Skip: The firm cut 120 jobs, or 5% of its workforce.
    """
    yield from confirming(_shares(article), article, _unbound)


def _shares(article: Article) -> Iterator[Relation]:
    shared = [
        sentence for sentence in article.sentences if sentence.kinds & SHARES and sentence.block != "cell"
    ]
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
            if value(stated) < 1 and moves.isdisjoint(beside(article, stated, 5, 4)):
                yield said(stated), stated, (SHARE,)


def _firm(article: Article) -> Iterator[Relation]:
    """Part, whole and share in one phrase."""
    for found in article.match(*FIRM):
        if is_part(found.part, found.whole):
            yield from _held_to(article, found.sentence, found.stated, found.part, [found.whole], None)


def _loose(article: Article, sentence: Sentence) -> Iterator[Relation]:
    """Part and share side by side, the whole elsewhere."""
    opening = phrase(OF_WHOLE).match(article.skeleton, sentence.start)
    if opening:
        yield from _of_opened(article, sentence, article.at[opening.start("whole")], opening.end())
    for found in article.match_in(sentence, OF_THEM):
        yield from _of_them(article, found)
    for found in article.match_in(sentence, BESIDE, WORTH):
        place = article.place(found.part)
        if phrase("RISE|FALL|by").search(article.skeleton, max(sentence.start, place - 2), place):
            continue
        wholes = [
            whole for whole in earlier(article, sentence, found.part, FAR) if is_part(found.part, whole)
        ]
        near = [whole for whole in wholes if sharply(found.stated, found.part, whole)]
        yield from (_relation(found.stated, found.part, whole, FARTHER) for whole in near[:1])


def _of_opened(article: Article, sentence: Sentence, whole: Mention, start: int) -> Iterator[Relation]:
    """Parts of the whole that a sentence opens with: "Of the 1,240 replies, 719, or 58 percent, ..."."""
    for match in phrase(OPENED).finditer(article.skeleton, start, sentence.end + 1):
        part, stated = article.at[match.start("part")], article.at[match.start("stated")]
        between = [
            figure
            for figure in sentence.mentions
            if whole.first <= figure.first < part.first and is_part(part, figure)
        ]
        if between:
            yield from _held_to(
                article, sentence, stated, part, between, None if len(between) == 1 else SEVERAL
            )


def _of_them(article: Article, found: Said) -> Iterator[Relation]:
    """A part "of them", whom the sentence before counts."""
    if found.sentence.number == 0:
        return
    before = article.sentences[found.sentence.number - 1]
    wholes = [figure for figure in before.mentions if is_part(found.part, figure)]
    if wholes and article.block_at(before.mentions[0].span.start).kind == found.sentence.block:
        yield from _held_to(
            article, found.sentence, found.stated, found.part, wholes, None if len(wholes) == 1 else SEVERAL
        )


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
        is_part(part, other) and sharply(stated, part, other)
        for other in earlier(article, sentence, stated, 2)
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
