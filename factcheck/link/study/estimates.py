"""Estimates of studies: each within its own confidence interval, and called significant only where its figures say so."""

from __future__ import annotations

import re
from collections.abc import Iterator
from fractions import Fraction
from functools import cache

from factcheck.article import Article, Sentence
from factcheck.document import Span
from factcheck.link.context.apposition import plain
from factcheck.model import Mention
from factcheck.numerals import digits, written
from factcheck.patterns import Pattern
from factcheck.quantity import Interval, Quantity
from factcheck.records import NamedTuple
from factcheck.regexes import compiled
from factcheck.slips import swapped

NUMBER = r"[-−+]?\d*\.?\d+"
LEVEL = Fraction(1, 20)
"""A result is called significant where chance alone would give it no more often than this."""

CHANCE = Pattern(r"\b[pP](?:[- ]values?)? ?(?P<sign>=|<|>|of|was|is|below|under|above) ?(?P<odds>0?\.\d+)")
LIMITS = frozenset({"orrelation", "value", "-squared", "appa"})
LEVEL_AHEAD = Pattern(r"\b(?P<name>confidence (?:level|interval))(?: of| is| was| at|:)? $", re.I)
LEVEL_BEHIND = Pattern(r"[ -](?P<name>confidence(?: (?:level|interval))?)\b", re.I)
USUAL, AHEAD = ("95", "99", "90"), 32
BELOW, ABOVE = ("<", "below", "under"), (">", "above")
RATIO = Pattern(r"\b(?:times|ratio|odds|hazard|relative risk)\b", re.I)
STRICTER = Pattern(r"\b(?:correct\w*|adjust\w*|Bonferroni|threshold|one-sided|clinically)\b", re.I)
CENT = Pattern(r" ?(?:%|per ?cent\b)")
LIMITED = Pattern(
    r"\b(?P<name>[Cc]orrelations?(?: coefficients?)?|[pP][- ]values?|R-squared|[Kk]appa)\b[^.;\d\n]{0,60}?(?:\b(?:of|was|is|were|at|to)|[,=:])"
    r" ?(?:just |only |about |a )?(?P<value>(?:[-−+]|minus |plus |negative )?\d*\.\d+)\b(?! ?(?:%|per ?cent|million|billion|times|points))"
)
"""What no number beyond one can be, with its number: the correlation between the two was 0.4."""
CENTRED = Fraction(1, 50)
"""So near to the middle of an interval, of its width, lies the estimate that it is of."""

FAR = 3
"""An estimate that lies farther off, by so many widths, is of something else than the interval."""


class Estimate(NamedTuple):
    """What a text says of a result, and what its figures say; `doubt` why they may be of another."""

    stated: Quantity
    implied: Quantity
    says: str
    doubt: str | None = None


@cache
def _interval() -> re.Pattern[str]:
    to = r"(?: ?(?:to|and|–|—|-) ?|, )"
    return compiled(
        rf"(?:95[ -]?(?:%|per ?cent)[ -](?:confidence (?:interval|range|limits)|CI)(?: \(CI\))?|(?P<bare>\b(?:the|its|an) (?:\w+ )?interval))"
        rf"[:,=]? ?(?:of |(?:was|is)(?: between| from)? |from |(?:ran|runs|running|went|goes|stretche[ds]|reache[ds]|extend(?:s|ed)|ranged?|ranges|spann?ed|spans)(?: from)? |(?:\\w+ )?between )?"
        rf"(?P<low>{NUMBER})(?:%| per ?cent)?{to}(?P<high>{NUMBER})",
        re.I,
    )


CALLED = Pattern(
    r"(?P<no>\b(?:not|no|n['’]t|never|nor|without|failed to reach|fell short of|short of|lacked)\b[^.;,\n]{0,24}?)?(?:\b(?P<non>in|non-?)?significan(?:t|tly|ce)\b)",
    re.I,
)


def estimates(article: Article) -> Iterator[Estimate]:
    """Yield every estimate with its confidence interval, and every "significant" with the p-value or interval beside it."""
    text = article.document.text
    intervals = "onfidence" in text or " CI" in text or "(CI" in text or "interval" in text
    called = "significan" in text
    if not (intervals or called):
        return
    for sentence in article.holding("onfidence", "% ci", "cent ci", "(ci", "significan", "interval"):
        here = article.here(sentence)
        found = list(_interval().finditer(text, here.start, here.end)) if intervals else []
        for one in found:
            yield from _inside(article, sentence, one)
        if called:
            yield from _significant(text, here, found[0] if len(found) == 1 else None)


def _signed(text: str) -> Fraction:
    middle = written(text.lstrip("+-−")).middle
    return -middle if text[0] in "-−" else middle


def _inside(article: Article, sentence: Sentence, found: re.Match[str]) -> Iterator[Estimate]:
    """Hold the estimate that stands last before an interval to its ends: 2.3 times (95% CI 1.1 to 2.2)."""
    low, high = _signed(found["low"]), _signed(found["high"])
    before = [one for one in sentence.mentions if one.span.end <= found.start() and one.number and not one.upper]
    if low >= high:
        return
    if not before:
        yield from _told_before(article, sentence, low, high, Span(found.start("low"), found.end("high")))
        return
    one, kinds = before[-1], ("multiple", "percent", "points", "duration", "measure", "money")
    decimal = one.kind == "count" and "." in one.text
    if one.kind not in kinds and not decimal:
        return
    if found["bare"] and not (one.kind == "percent" and CENT.match(article.document.text, found.end())):
        return  # buses ran at an interval of 12 to 15 minutes
    value = _displayed(one)
    ways = [value, -value]
    if one.kind == "percent":
        ways += [value / 100, 1 - value / 100, 1 + value / 100]
    width = high - low
    fits = any(low <= way <= high for way in ways)
    if not fits and min(max(low - way, way - high) for way in ways) > FAR * width:
        return
    place = Span(found.start("low"), found.end("high"))
    shown = article.text(place)
    half = (
        one.number.half * (100 if one.kind in ("percent", "points") and one.unit != "pt" else 1)
        if one.number
        else Fraction(0)
    )
    stated = Quantity(Interval.around(low if fits else value, half), "", one.text, (one.span,))
    made = Quantity(Interval(low, high), "", shown, (place,))
    clean = found["bare"] or ";" not in article.document.text[one.span.end : found.start()]
    yield Estimate(
        stated, made, f"{{stated}} lies outside its own interval, {shown}.", None if clean else "of another estimate"
    )


def _told_before(
    article: Article, sentence: Sentence, low: Fraction, high: Fraction, place: Span
) -> Iterator[Estimate]:
    """Show an estimate of the sentence before in the middle of its interval: "3.4 points higher. The interval ran from 0.6 to 6.2"."""
    near = article.sentences[sentence.number - 1] if sentence.number else sentence
    for one in near.mentions if near.block == sentence.block and near is not sentence else ():
        if one.number and not one.upper and abs(_displayed(one) * 2 - low - high) <= (high - low) * CENTRED:
            made = Quantity(Interval(low, high), "", article.text(place), (place,))
            yield Estimate(
                Quantity(Interval.exactly(_displayed(one)), "", one.text, (one.span,)),
                made,
                "{stated} lies outside its own interval, {working}.",
                "told in another sentence",
            )
            return


def _displayed(figure: Mention) -> Fraction:
    """Return the number as its digits stand: 12 for 12 percent."""
    middle = plain(figure).interval.middle
    return middle * 100 if figure.unit in ("%", "pp") else middle


def _significant(text: str, here: Span, interval: re.Match[str] | None) -> Iterator[Estimate]:
    """Hold "significant" to the one p-value of its sentence, or to an interval that leaves out no effect, or does not."""
    said = list(CALLED.finditer(text, here.start, here.end))
    odds = list(CHANCE.finditer(text, here.start, here.end))
    if len(said) != 1 or STRICTER.search(text, here.start, here.end):
        return
    negative = bool(said[0]["no"] or said[0]["non"])
    place = Span(*said[0].span())
    if len(odds) == 1:
        chance, sign = written(odds[0]["odds"].lstrip("0")).middle, odds[0]["sign"]
        high = chance if sign not in ABOVE else Fraction(1)
        low = chance if sign not in BELOW else Fraction(0)
        level = _level(text, here)
        allowed = Interval(level, Fraction(1)) if negative else Interval(Fraction(0), level)
        span = Span(*odds[0].span())
        says = f"{odds[0][0]} is {'' if high <= level else 'not '}significant at the {float(level * 100):g} per cent level, and the text says “{{stated}}”."
        made = Quantity(Interval(low, high), "", odds[0][0], (span,))
        yield Estimate(Quantity(allowed, "", text[place.start : place.end], (place,)), made, says)
    elif interval is not None and not odds and "statistically" in text[here.start : here.end]:
        low, high = _signed(interval["low"]), _signed(interval["high"])
        none = Fraction(1) if low > 0 and RATIO.search(text, here.start, here.end) else Fraction(0)
        inside = low < none < high
        span = Span(interval.start("low"), interval.end("high"))
        shown = text[span.start : span.end]
        truth = Interval.exactly(1 if inside else 0)
        stated = Quantity(Interval.exactly(1 if negative else 0), "", text[place.start : place.end], (place,))
        says = f"An interval of {shown} {'holds' if inside else 'leaves out'} {float(none):g}, no effect, and the text says “{{stated}}”."
        doubt = None if none or low < 0 else "the interval may be of a ratio"
        yield Estimate(stated, Quantity(truth, "", shown, (span,)), says, doubt)


def _level(text: str, here: Span) -> Fraction:
    found = re.search(
        r"\b(?:at|the) (?:the )?(?P<level>10|ten|1|one|5|five)(?:%| per ?cent)[ -](?:level|significance)",
        text[here.start : here.end],
        re.I,
    )
    return {"10": Fraction(1, 10), "ten": Fraction(1, 10), "1": Fraction(1, 100), "one": Fraction(1, 100)}.get(
        found["level"].lower() if found else "", LEVEL
    )


RANGE = Pattern(r"\b(?:central|best|point|middle) (?:estimate|guess)(?: of| was| is|,)? $", re.I)


def central(article: Article) -> Iterator[Estimate]:
    """Yield every central estimate with the range told with it, whose middle it is: between 46 and 52, a best guess of 49."""
    text = article.document.text
    for sentence in article.holding("central est", "best est", "point est", "middle est", "guess"):
        said = [
            one
            for one in sentence.mentions
            if one.number and RANGE.search(text, max(0, one.span.start - 24), one.span.start)
        ]
        ranges = [one for one in sentence.mentions if one.number and one.upper]
        if len(said) == len(ranges) == 1 and ranges[0].number and ranges[0].upper:
            low, high = (
                end.middle * (100 if ranges[0].unit == "%" else 1) for end in (ranges[0].number, ranges[0].upper)
            )
            value = _displayed(said[0])
            made = Quantity(Interval(low, high), "", ranges[0].text, (ranges[0].span,))
            stated = Quantity(Interval.exactly(value), "", said[0].text, (said[0].span,))
            yield Estimate(stated, made, "{stated} lies outside its own range, {working}.")


def limited(article: Article) -> Iterator[Estimate]:
    """Yield every correlation and p-value with what such a one can be: no correlation is beyond one, no chance below nought."""
    text = article.document.text
    for found in LIMITED.finditer(text) if article.may_say(LIMITS) else ():
        chance, value = found["name"][0] in "pP", found["value"]
        number = written(value.lstrip("+-−minuspltgave "))
        negative = value[0] in "-−mn"
        name, place = Span(*found.span("name")), Span(*found.span("value"))
        low = Fraction(0) if chance else Fraction(-1)
        made = Quantity(Interval(low, Fraction(1)), "", found["name"], (name,))
        stated = number.interval.negative() if negative else number.interval
        says = f"{found['name']} cannot be {{stated}}: it lies between {low} and 1."
        yield Estimate(Quantity(stated, "", value, (place,)), made, says[:1].upper() + says[1:])


def levels(article: Article) -> Iterator[Estimate]:
    """Yield every level of confidence that is a usual one with two digits swapped: 59 percent, for 95."""
    text = article.document.text
    for sentence in article.holding("confidence"):
        for one in sentence.of_kind("percent"):
            start = max(0, one.span.start - AHEAD)
            named = LEVEL_AHEAD.search(text, start, one.span.start) or LEVEL_BEHIND.match(text, one.span.end)
            meant = next((level for level in USUAL if swapped(digits(one.text), level)), None)
            if named and meant:
                made = Quantity(Interval.exactly(int(meant)), "", named["name"], (Span(*named.span("name")),))
                stated = Quantity(Interval.exactly(_displayed(one)), "", one.text, (one.span,))
                yield Estimate(stated, made, f"A level of confidence of {{stated}} is unusual; {meant}% may be meant.")
