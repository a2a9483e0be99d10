"""Margins of error: of a sample by its size, of a part of it, of a lead, and of an estimate told with its range."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator, Sequence
from fractions import Fraction
from functools import cache
from math import sqrt
from operator import attrgetter

from factcheck import shown
from factcheck.article import BIT, Article, Sentence
from factcheck.document import Span
from factcheck.link.context.apposition import plain
from factcheck.model import Mention, Relation, Severity
from factcheck.numerals import digits
from factcheck.patterns import Pattern
from factcheck.quantity import Interval, Quantity
from factcheck.regexes import compiled
from factcheck.slips import mistyped

LEAST, MOST = Fraction(9, 10), Fraction(2)
"""A margin may lie so far below the one of a simple random sample (rounding), and above it (weights), unremarked."""

MOST_UNWEIGHTED = Fraction(13, 10)
"""The same where the law has pollsters tell the margin of a simple random sample, as in Korea."""

CLOSE = 0.04
"""How near to it a margin lies that is of ten times as few people."""

HALF_WIDTHS = {90: 0.8225, 95: 0.98, 99: 1.288}
"""The margin of a sample of one, by level of confidence; a larger one's is that over the root of its size."""

PLUS_REACH = 10
PLUS_OR_MINUS = ("±", "플러스마이너스", "플러스 마이너스")
SAMPLING_ERROR = Pattern(r"표본 ?오차|허용 ?오차|오차 ?(?:범위|한계)")
"""The name of a margin of error in Korean; within it (오차범위 내) no figure is one."""
HUNDRED = Fraction(100)
SMALLEST, LARGEST = 50, 200_000
POLLS = frozenset({"poll", "survey", "interview", "sampl", "respond", " replies"})
MARKS = frozenset(
    "error accurate correct reliable precise right off within trusted give uncertain plus ± +/- either each both margin wrong".split()
)
MARK = 56
"""So many characters before a margin of error stands what tells that it is one."""

OF_SAMPLE = (
    "word=DIFFERENCE ... for|of|among <w>? <w>? <w>? {size:count} <w>? BE|HAVE {margin:points}",
    "for|among DETERMINER? {size:count} ... it|that BE ABOUT? {margin:points}",
)
EITHER = Pattern(r"(?: points?| percentage points?)?,? (?:in )?either (?:way|direction|side)\b")
MARGIN = ("word=DIFFERENCE ... {margin:points|percent}", "{margin:points} word=DIFFERENCE of <w>")
SAMPLED = frozenset("adult voter person american respondent interview briton resident citizen participant people household "
                    "australian canadian parent worker owner consumer student reader republican democrat european "
                    "german french registered likely elector reply answer householder farmer man woman driver teenager pensioner".split())  # fmt: skip
WHOLE_SAMPLE = Pattern(
    r" ?(?:for|among|of|on|across)? ?(?:the |its )?(?:whole|full|entire|total|overall|all\b|complete)"
)
PART_OF_SAMPLE = Pattern(
    r"(?: points?| percentage points?)? ?(?:for|among|with|on) (?!the (?:whole|full|entire|total|overall))(?:the )?\w+"
)
POLLED = Pattern(r"\berror\b|\binterview|\b(?:survey|poll|sample|wave)\b(?!ed)")


def told_margins(article: Article) -> Iterator[Relation]:
    """Yield the margins of error that words in or beside their sentence tie to a sample, or to the margin of the whole sample."""
    text = article.document.text
    if "margin" in text or "오차" in text:
        yield from _margins(article)
    if "either" in text:
        yield from _either_way(article)
    if article.may_say(POLLS) and article.may_say(MARKS):
        yield from _in_other_words(article)
        yield from _of_groups(article)
    if "margin of" in text:
        yield from _of_leads(article)


CONTEXT = Pattern(
    r"\b(?:poll(?:s|ed|sters?|ing)?|survey\w*|interview\w*|sampl\w+|respondents?|repl(?:y|ies)|questioned)\b", re.I
)

MARKED = Pattern(
    r"\b(?:(?:sampling|statistical) error|error margin|error of|off by|out by|wrong by|(?:accurate|correct|reliable|precise|right)(?: to)?(?: within)?"
    r"|(?:true|real) (?:figure|value|number|share)[^.;\d\n]{0,30} within|trusted to(?: within)?|give or take|uncertainty|error)\b[^.;,\d\n]{0,40}$",
    re.I,
)
"""What stands before a margin of error that is not called so: accurate to, may be off by, within."""

SIGNED = Pattern(r"(?:plus or minus|plus-or-minus|±|\+/-)(?: just| about| only)? ?$", re.I)

OF_A_RATE, RARE = Pattern(r"\b(?:rates?|incidence|prevalence)\b", re.I), "what is rare is known more closely"

AROUND = Pattern(
    r"(?: percentage)?(?: points?)?(?: out| off)?,? (?:in |on )?(?:either|each|both) (?:way|direction|side)s?\b", re.I
)


def _is_signed(article: Article, figure: Mention) -> bool:
    before = article.document.text[max(0, figure.span.start - MARK) : figure.span.start]
    return SIGNED.search(before) is not None


def _is_marked(article: Article, figure: Mention) -> bool:
    """Tell whether a figure is said to be how far a poll may be off."""
    text, start = (
        article.document.text,
        article.span(article.sentences[figure.sentence].start, article.place(figure) + 1).start,
    )
    before = text[max(start, figure.span.start - MARK) : figure.span.start]
    signed = SIGNED.search(before) is not None
    if figure.kind == "count":
        return signed
    return signed or MARKED.search(before) is not None or AROUND.match(text, figure.span.end) is not None


def _in_other_words(article: Article) -> Iterator[Relation]:
    """Hold a margin that is not called so to its sample: 500 were asked, so it may be off by four points."""
    for sentence in article.body:
        figures = sentence.of_kind("points|percent|count")
        found = [one for one in figures if one.number and one.upper is None and _is_marked(article, one)]
        if len(found) != 1 or ("margin" in article.words(sentence) and not _is_signed(article, found[0])):
            continue
        near = [one for one in article.body[_at(article, sentence) :][:2] if one.block == sentence.block]
        samples = sizes(article, sentence) or [size for other in near for size in sizes(article, other)]
        samples = samples or _lone(article, near)
        if samples and any(CONTEXT.search(article.words(other)) for other in (sentence, *near)):
            relation = of_sample(found[0], samples, level(sentence))
            rare = OF_A_RATE.search(article.words(sentence)) and not relation.meets()
            yield relation._replace(doubt=RARE) if rare else relation


def _at(article: Article, sentence: Sentence) -> int:
    """Return the place, among the sentences of copy, of the one before a sentence."""
    return max(0, bisect_left(article.body, sentence.number, key=attrgetter("number")) - 1)


OWN_SHARE = Pattern(r" [\w-]+(?:, or|,| \(|, that is,)(?: about| some| nearly)? ?[\d.]+ ?(?:%|per ?cent)", re.I)
"""Right behind a number these make it that of some of those asked: 173 people, or 14.4 per cent, would not say."""


def sizes(article: Article, sentence: Sentence) -> list[Mention]:
    """Return the numbers of a sentence that can only be of a sample."""
    sizes = [one for one in sentence.of_kind("count") if _is_sample(one) or _is_named_sample(article, one)]
    text = article.document.text
    return [one for one in sizes if not (has_own(article, one) or OWN_SHARE.match(text, one.span.end))]


def _lone(article: Article, near: list[Sentence]) -> list[Mention]:
    """Return the only number near a margin that can be of a sample, whatever is counted: 600 fans answered."""
    counts = [one for sentence in near if ASKED.search(article.words(sentence)) for one in sentence.of_kind("count")]
    sizes = [one for one in counts if _in_size(one) and "." not in one.text and one.hedge in ("", "about")]
    return sizes if len(sizes) == 1 else []


ASKED = Pattern(r"\b(?:poll|survey|interview|sampl|question|answer|repl|respon|asked|took part|reach|spoke|talk|canvass)", re.I)  # fmt: skip


def _in_size(figure: Mention) -> bool:
    return figure.number is not None and SMALLEST <= figure.number.middle <= LARGEST and figure.upper is None


def _is_named_sample(article: Article, figure: Mention) -> bool:
    """Tell whether a number is said to be of a sample: a sample of 800."""
    before = article.document.text[max(0, figure.span.start - MARK) : figure.span.start]
    if figure.size >= SMALLEST and re.match(r" (?:altogether|in all|all told)\b", article.around(figure, MARK)[1]):
        return True
    named = (
        re.search(
            r"\b(?:(?:sample(?: size)?|survey|poll)(?: \w+)? (?:of|was|is|among)|polled|interviewed|surveyed|questioned|canvassed|spoke to|talked to|interviews with)(?: just| only| some)? $",
            before,
            re.I,
        )
        is not None
    )
    return named and _in_size(figure)


def _of_groups(article: Article) -> Iterator[Relation]:
    """Hold the margin of a part of the sample to the size of that part: among the 200 women it is accurate to seven points."""
    text = article.document.text
    for sentence in article.body:
        if not sentence.kinds & (BIT["T"] | BIT["P"] | BIT["K"]):
            continue
        for size in sentence.of_kind("count"):
            if not (
                size.number and SMALLEST <= size.number.middle <= LARGEST and size.upper is None and not size.hedge
            ):
                continue
            group = GROUP.search(text, max(0, size.span.start - MARK), size.span.start)
            figures = sentence.of_kind("points|count") if group else []
            later = [one for one in figures if one.first > size.first]
            told = next((one for one in later if IT_IS.search(text, size.span.end, one.span.start)), None)
            told = told or next(
                (one for one in figures if FOR_GROUP.fullmatch(text, one.span.end, size.span.start)), None
            )
            before = article.body[_at(article, sentence) :][:2]
            if told and told.number and any(_any_margin(article, other, told) for other in before):
                yield of_sample(told, [size], level(sentence))


GROUP = Pattern(
    r"\b(?:among|for|with) (?:just |only |some )?(?:the |its )?(?:sub-?(?:group|sample|set) of (?:the )?)?$", re.I
)

FOR_GROUP = Pattern(r" (?:for|among) (?:the |its )?(?:sub-?(?:group|sample|set) of (?:the )?)?", re.I)

IT_IS = Pattern(
    r"[^.;\n]{0,60}?\b(?:it|that|the (?:figure|margin|error|range)|this) (?:is|was|rises? to|grows? to|widens? to|becomes)"
    r"(?: (?:accurate|correct|reliable|off|out|wrong))?(?: to| by| within)?(?: about| roughly)?(?: plus or minus| ±)? $",
    re.I,
)
"""What ties a margin to the part of a sample named before it: "it is", "the figure is accurate to"."""


def _any_margin(article: Article, sentence: Sentence, other: Mention) -> bool:
    """Tell whether a sentence gives a margin of error besides another figure."""
    figures = [one for one in sentence.of_kind("points|percent|count") if one is not other and one.number]
    shares = [one for one in figures if one.kind != "count"]
    return any(_is_marked(article, one) for one in figures) or ("margin" in article.words(sentence) and len(shares) > 0)


@cache
def _beyond() -> re.Pattern[str]:
    far = r"outside|beyond|exceed(?:s|ing|ed)|(?:greater|larger|bigger|more|wider) than|clear of|above"
    near = r"within|inside|less than|smaller than|under"
    return compiled(
        rf"\b(?:(?P<far>{far})|(?P<near>{near})) (?:the |its |their |a )?(?:\w+['’]s? )?margin of (?:\w+ )?error", re.I
    )


def _of_leads(article: Article) -> Iterator[Relation]:
    """Hold a lead that is said to be outside the margin of error, or inside it, to that margin; a lead's is up to twice as wide."""
    text = article.document.text
    for sentence in article.holding("margin of"):
        here = article.here(sentence)
        said = _beyond().search(text, here.start, here.end)
        if said is None:
            continue
        figures = [one for one in sentence.of_kind("points|percent|count") if one.number and one.upper is None]
        margin = next((one for one in figures if one.span.start >= said.end()), None)
        leads = [one for one in figures if one.span.end <= said.start() and one.kind == "points"]
        if margin is None or len(leads) != 1 or (margin.kind == "count" and not _is_marked(article, margin)):
            continue
        lead, reach = _points(leads[0]), _points(margin)
        allowed = Interval(reach.low, Fraction(1)) if said["far"] else Interval(Fraction(0), reach.high * 2)
        place = Span(said.start(), said.end())
        yield Relation(
            Quantity(allowed, "pp", text[place.start : place.end], (place,)),
            Quantity(lead, "pp", leads[0].text, (leads[0].span,)),
            says=f"{leads[0].text} is not “{text[place.start : place.end]}”, which is {margin.text}.",
            working=f"{leads[0].text} against {margin.text}",
        )


def _points(figure: Mention) -> Interval:
    """Return percentage points as they are displayed, as shares of one, however they are written."""
    middle = abs(plain(figure).interval.middle)
    return Interval.exactly(middle if figure.kind == "percent" or figure.unit == "pp" else middle / 100)


OF_EVERYBODY = Pattern(r"\b(?:whole|full|entire|overall|total) (?:sample|survey|poll|panel)\b|\bsample as a whole\b")
"""With these a margin is that of everybody asked, whatever group has one of its own beside it."""


def _margins(article: Article) -> Iterator[Relation]:
    apart = list(article.match(*OF_SAMPLE))
    named = {said.size.first for said in apart}
    for said in article.match(*MARGIN):
        if said.word("word") == "margin":
            words = article.words(said.sentence).lower()
            told = _samples(article, said.sentence, "error" in words)
            samples = [one for one in told if one.first not in named] or _lone(article, [said.sentence])
            if OF_EVERYBODY.search(words):
                every = [one for sentence in article.body for one in sizes(article, sentence)]
                samples = [max(every, key=lambda one: one.size)] if every else samples
            if samples and POLLED.search(words) and "by a margin" not in words:
                yield of_sample(said.margin, samples, level(said.sentence))
    for sentence in article.body if "오차" in article.document.text else ():
        margins = [one for one in sentence.of_kind("points|percent") if one.text.startswith("±") or _plus(article, one)]
        near = article.sentences[max(0, sentence.number - 2) : sentence.number + 3]
        samples = [one for other in near for one in other.of_kind("count") if _is_sample(one)]
        if len(margins) == 1 and samples and SAMPLING_ERROR.search(article.words(sentence)):
            shares = [one for other in near for one in other.of_kind("percent") if one is not margins[0]]
            yield of_sample(margins[0], samples, level(sentence), shares, MOST_UNWEIGHTED)
    for said in apart:
        before = article.sentences[max(0, said.sentence.number - 1) : said.sentence.number + 1]
        margin = any("margin" in article.words(sentence) for sentence in before)
        if margin and SMALLEST <= plain(said.size).interval.middle <= LARGEST:
            yield of_sample(said.margin, [said.size], level(said.sentence))
    for sentence in article.holding("margin"):
        yield from _part_of_sample(article, sentence)


def _plus(article: Article, figure: Mention) -> bool:
    return (
        article.document.text[max(0, figure.span.start - PLUS_REACH) : figure.span.start]
        .rstrip()
        .endswith(PLUS_OR_MINUS)
    )


def _either_way(article: Article) -> Iterator[Relation]:
    """Hold how far an estimate may be off to the range that is told with it: out by 0.3 either way, between 5.1 and 5.7."""
    text = article.document.text
    for sentence in article.body:
        ranges = [one for one in sentence.of_kind("number|percent|points") if one.number and one.upper]
        offs = [one for one in sentence.mentions if one.number and EITHER.match(text, one.span.end)]
        if len(ranges) == len(offs) == 1 and ranges[0].kind == offs[0].kind and ranges[0].upper and ranges[0].number:
            low, high = ranges[0].number.interval, ranges[0].upper.interval
            apart = high.minus(low).times(Interval.exactly(Fraction(1, 2)))
            working = f"half of {ranges[0].text}"
            yield Relation(
                plain(offs[0]),
                Quantity(apart, offs[0].unit, working, (ranges[0].span,)),
                says=f"{{stated}} either way does not give {ranges[0].text}.",
            )


def _part_of_sample(article: Article, sentence: Sentence) -> Iterator[Relation]:
    """Hold the margin of a part of the sample to that of the whole, which is the least of all."""
    margins = [one for one in sentence.of_kind("points|percent") if one.number and "margin" in article.words(sentence)]
    text = article.document.text
    wholes = [one for one in margins if WHOLE_SAMPLE.match(text, one.span.end)]
    parts = [one for one in margins if one not in wholes and PART_OF_SAMPLE.match(text, one.span.end)]
    if len(wholes) != 1 or len(margins) != 1 + len(parts):
        return
    for part in parts:
        least = plain(wholes[0])
        yield Relation(
            plain(part),
            least.changed(value=Interval(least.interval.low, Fraction(1) if least.unit != "pt" else HUNDRED)),
            says=f"A part of the sample cannot have a smaller margin than the whole, {wholes[0].text}: {{stated}}.",
            fix=f"more than {wholes[0].text}",
            working=f"{wholes[0].text} for the whole; the text says {part.text} for a part",
        )


def _samples(article: Article, sentence: Sentence, near: bool) -> list[Mention]:
    """Return what may be the size of the sample: in the sentence, else in one beside it."""
    start = max(0, sentence.number - 1)
    beside = [size for other in article.sentences[start : sentence.number + 2] for size in sizes(article, other)]
    return sizes(article, sentence) or (beside if near else [])


def has_own(article: Article, size: Mention) -> bool:
    """Tell whether a number of people has a margin of its own: 5.6 points for the 310 voters under 35; for the 310 it is 5.6 points."""
    text, figures = article.document.text, article.sentences[size.sentence].of_kind("points|percent")
    more = [one for one in figures if FOR_GROUP.fullmatch(text, one.span.end, size.span.start)]
    group = GROUP.search(text, max(0, size.span.start - MARK), size.span.start)
    own = group and any(IT_IS.search(text, size.span.end, one.span.start) for one in figures if one.first > size.first)
    return bool(own) or (len(figures) > 1 and bool(more))


def _is_sample(figure: Mention) -> bool:
    size = figure.number.middle if figure.number else Fraction(0)
    return figure.noun in SAMPLED and SMALLEST <= size <= LARGEST and figure.upper is None


def level(sentence: Sentence) -> float:
    """Return the margin of a sample of one at the level of confidence that the sentence names."""
    named = [one.number.middle * 100 for one in sentence.of_kind("percent") if one.number]
    return next((HALF_WIDTHS[int(one)] for one in named if one in HALF_WIDTHS), HALF_WIDTHS[95])


def of_sample(
    margin: Mention, samples: list[Mention], of_one: float, shares: Sequence[Mention] = (), most: Fraction = MOST
) -> Relation:
    """Return a margin against the least of all samples near it, the greatest alone where it is beyond doubt.

    Where it is that of one of the `shares` told there, it may be as small as that: of 94.1% it is less than of a half.
    """
    size = max(samples, key=lambda one: one.number.middle if one.number else 0)
    least = Fraction(of_one / sqrt(float(plain(size).interval.middle)))
    value = plain(margin).interval.size()
    bare = margin.unit == "pt" or margin.kind == "count"
    points = value.over(Interval.exactly(100)) if bare else value
    narrower = (least * Fraction(2 * sqrt(one.size * (1 - one.size))) for one in shares if 0 < one.size < 1)
    least = next((one for one in narrower if points.low <= one <= points.high), least)
    large = points.low > least * most
    gives = shown.number(least * 100, 2)
    return Relation(
        Quantity(points, "pp", margin.text, (margin.span,)),
        Quantity(Interval(least * LEAST, least * most), "pp", size.text, (size.span,)),
        says=f"A sample of {size.text} has a margin of error of {gives} points {'' if large else 'or more'}, not {margin.text}.",
        severity=Severity.NOTE if large and most == MOST and not _miswritten(margin, points.middle, least) else None,
        doubt="of a part of the sample" if large and len(samples) > 1 else None,
        instead=f"{gives} percentage points",
        working=f"{shown.number(Fraction(round(of_one * 100)))} / root of {size.text} = {gives} points; the text says {margin.text}",
    )


def _miswritten(margin: Mention, points: Fraction, least: Fraction) -> bool:
    """Tell whether a margin too wide for its sample is the right one but for a slip of the pen in it, or a nought in the sample."""
    places = len(margin.text.partition(".")[2].rstrip(" abcdefghijklmnopqrstuvwxyz"))
    return mistyped(digits(margin.text), digits(f"{float(least * 100):.{places}f}")) or (
        abs(float(points / least) / sqrt(10) - 1) < CLOSE
    )
