"""Raises and cuts that are counted, and what they come to: four raises of 4%, up 10% three times running from $200."""

from __future__ import annotations

from collections.abc import Iterator
from fractions import Fraction

from factcheck import shown
from factcheck.article import Article, Sentence
from factcheck.link.change.paths import amounts_of
from factcheck.link.context.apposition import plain
from factcheck.link.context.frames import alike
from factcheck.link.context.operands import in_unit
from factcheck.link.context.ties import adjacent
from factcheck.link.rate.compounding import size
from factcheck.link.rate.overyears import CLOSE, added_up, factor
from factcheck.link.series.figures import value
from factcheck.model import Mention, Relation
from factcheck.patterns import Pattern
from factcheck.phrase import word_letters
from factcheck.quantity import Interval, Quantity

LOOK = 50


def raises(article: Article) -> Iterator[Relation]:
    """Yield what so many raises of so much come to: four raises of 4% are 17%."""
    for said in article.match("{many:count} <w>? raises=RISE|FALL of {each:percent}"):
        totals = [one for one in said.sentence.of_kind("percent") if one is not said.each]
        amounts = amounts_of(article, said.sentence)
        told = [one for one in amounts if one is not said.many]
        led = len(told) == 2 and article.word(article.place(told[0]) - 1) == "from"
        if said.word("raises") in RAISES | CUTS and led and not totals and 1 < size(said.many) <= 50:
            yield from _stepped(article, said.each, size(said.many), told, said.word("raises") in CUTS)
        if said.word("raises") in RAISES and len(totals) == 1 and 1 < size(said.many) <= 50:
            yield added_up(size(said.many), "{times} raises of {each} come", said.each, totals[0], None)


REPEATED = "way=RISE|FALL DETERMINER? <wN>? <wN>? by? {each:percent} ... {many:multiple|count|duration}"
EVERY = Pattern(r"(?: (?:every|each|per|an?) \w+| annually| yearly)?,?(?: for(?: the)?)? ?")
"""Between the size of a step and their number these say how often it is made."""

BEFORE = Pattern(
    r"\b(?:was|were|had been|stood at|cost|paid|started (?:at|on)|began (?:at|on)|used to be|from) [£$€¥₩]?$"
)
AFTER = Pattern(r"\b(?:is|are|is now|are now|stands at|stand at|costs|pay|pays|has reached|now|to) $")
"""Right before a sum these make it the one of then, and that of now."""

OF_SOME = frozenset({"for", "with", "without", "before", "after", "including", "excluding"})
"""Right behind a sum these make it one of two: £900 with bills, £1,010 without."""

IN_A_ROW = Pattern(r"(?:times|years|months|quarters)? ?(?:in (?:a row|succession)|running|straight)\b")


def repeated(article: Article) -> Iterator[Relation]:
    """Yield what a change that came so many times in a row makes of an amount: raised by 10% three times running, from $200."""
    for said in article.match(REPEATED):
        own = [one for one in amounts_of(article, said.sentence) if one is not said.many]
        told = own or _then_and_now(article, said.sentence)
        every = EVERY.fullmatch(article.document.text, said.each.span.end, said.many.span.start)
        many, cut = size(said.many), article.skeleton[said.match.start("way")] in word_letters("FALL")
        if (
            not every
            or len(told) != 2
            or len(said.sentence.of_kind("percent")) > 1
            or many.denominator > 1
            or not 1 < many <= LOOK
        ):
            continue
        between = [article.word(at) for at in range(*map(article.place, told))]
        row = IN_A_ROW.match(article.around(said.many, 0, LOOK)[1].lstrip()) is not None
        led = article.word(article.place(told[0]) - 1) == "from" and between[-1] == "to" and "and" not in between
        if row and (led or not own):
            yield from _stepped(article, said.each, many, told, cut)


def _then_and_now(article: Article, sentence: Sentence) -> list[Mention]:
    """Return the two sums of the sentence behind one, where it says what "it" was and what it is: it was €1,000, it is €1,300 now."""
    behind = adjacent(article, sentence, 1)
    told = (
        amounts_of(article, behind) if behind and article.word(behind.start) in ("it", "that", "they", "this") else []
    )
    both = len(told) == 2 and BEFORE.search(article.around(told[0], LOOK, 0)[0])
    of_two = any(article.word(article.place(one) + 1) in OF_SOME for one in told)
    return told if both and not of_two and AFTER.search(article.around(told[1], LOOK, 0)[0]) else []


CUTS = frozenset("cuts falls reductions drops".split())
RAISES = frozenset("raises rises increases hikes".split())


def _stepped(article: Article, each: Mention, many: Fraction, told: list[Mention], cut: bool) -> Iterator[Relation]:
    """Yield what so many steps of so much make of a first amount: three cuts of 10% take £100,000 to £72,900."""
    first, last = told[0], in_unit(told[1], told[0])
    if alike(first, last):
        rate = plain(each).interval
        step = Interval(-rate.high, -rate.low) if cut else rate
        made = plain(first).interval.times(factor(step, many)).widened(CLOSE / 10)
        stated = plain(last)
        if value(last) == value(first) * (1 + many * step.middle):  # What each step adds was taken of the first sum.
            made = first.quantity.interval.times(factor(Interval.exactly(step.middle), many)).widened(CLOSE / 10)
            stated = stated.changed(value=last.quantity.interval, coarse=None)
        working = f"{first.text} after {shown.number(many)} steps of {each.text}"
        gives = shown.with_unit(made.middle, last.unit)
        yield Relation(
            stated,
            Quantity(made, last.unit, working, (first.span, each.span)),
            says=f"{working} is {gives}, not {last.text}.",
            working=f"{working} = {gives}; the text says {last.text}",
        )
