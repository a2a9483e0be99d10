"""What sums up a list that stands beside it, its mean, median or range, and a mean that lies beyond the least or greatest."""

from __future__ import annotations

import re
from collections.abc import Iterator
from fractions import Fraction
from functools import cache

from factcheck.article import Article, Sentence
from factcheck.link.context.frames import FAR_APART, alike
from factcheck.link.series.circumstances import without_circumstances
from factcheck.link.series.figures import bare, displayed, value
from factcheck.link.series.runs import gap, linked
from factcheck.model import Mention
from factcheck.patterns import Pattern
from factcheck.quantity import DEEP, HUGE, Interval, Quantity
from factcheck.records import NamedTuple
from factcheck.regexes import compiled

FIGURES = "number|age|duration|money|percent"
FEWEST = 3
SHORT = 3
"""No more letters of the skeleton part two items of a plain list."""

REACH, BESIDE = 60, 24
CURT = 7
"""A sentence of so few words and signs sums up the one before and nothing else: "The median was £260,000"."""
ENDS = "from {low:number|age|duration|money} to {high:number|age|duration|money} , DETERMINER word=<w> of {gap:number|age|duration|money}"
RANGES = frozenset({"range", "spread", "span"})
UNSURE = "the list may be of others"


class Summary(NamedTuple):
    """What a text says sums up a list, and what does; `doubt` why it may be of another list."""

    stated: Quantity
    implied: Quantity
    says: str
    doubt: str | None = None


@cache
def _word() -> re.Pattern[str]:
    """Compile what names a summary, before its figure: a mean of, averaging, the median of their times was."""
    cue = r"(?:of|was|is|were|at|to|therefore|exactly|only|just|a|came|comes|out|weighed|took|cost|made|scored|paid|lasted|measured|fetched|ran) "
    return compiled(
        rf"\b(?P<word>mean|median|average[sd]?|averaging)(?: [^.;:\n]{{0,40}}?(?<![\d ]) {cue}| (?:{cue})*)$", re.I
    )


WORD_APART = Pattern(
    r"\b(?P<word>mean|median|average)\b[^.;:\n]{0,120}?(?:,[^.;:\n]{1,40}){2,9}, (?:is|was|came to|works out at) $",
    re.I,
)
"""The same where the list stands between: the average age of the sisters, 61, 64 and 70, is."""

ON_AVERAGE = Pattern(r"(?: \w+)? on (?P<word>average)\b", re.I)

ELSEWHERE = Pattern(
    r"\b(?:compared|than|against|usual|usually|national|normal|seasonal|long-term|previous|last|weighted|above|below|historic\w*|moving|world|batting|highest|lowest|best|worst|top|bottom|first|latest)\b",
    re.I,
)
"""What sets a summary against the figures about it, or makes it one of others."""

SOME_LEFT_OUT = Pattern(
    r"\b(?:left out|leaving out|dropp\w+|discard\w*|exclud\w+|not count\w*|apart from|disregard\w*)\b", re.I
)
"""With these not all of a list counts."""

OF_THOSE = Pattern(
    r"\b(?:the(?:se|ir)?|those|its|them) (?:(?:mean|median|average)|(?:two|three|four|five|six|seven|eight|nine|ten|\d+)\b)|\bof (?:their|these|those|the)\b|^The (?:mean|median|average)\b|^(?:That|This|It) (?:is|was|makes|gives|comes to)\b",
    re.I,
)


def summaries(article: Article) -> Iterator[Summary]:
    """Yield every mean, median or range that a list in its sentence, or the one before, sums up to."""
    yield from _ends(article)
    for sentence in article.holding("mean ", "median", "averag"):
        told = _summary(article, sentence)
        if told is not None:
            yield from _of_list(article, sentence, *told)
            yield from _between(article, sentence, *told)


def _summary(article: Article, sentence: Sentence) -> tuple[Mention, str] | None:
    """Return the figure that a sentence calls a mean or median, and which it is called."""
    words = article.words(sentence)
    if not re.search(r"\b(?:mean|median|averag)", words, re.I):
        return None
    start, text = article.here(sentence).start, article.document.text
    for one in sentence.of_kind(FIGURES):
        found = _word().search(text, max(start, one.span.start - REACH), one.span.start)
        found = found or ON_AVERAGE.match(text, one.span.end) or WORD_APART.search(text, start, one.span.start)
        if found and one.number and not one.upper and not one.hedge:
            about = text[max(start, found.start() - BESIDE) : one.span.end + BESIDE]
            word = "median" if found["word"] and found["word"].lower() == "median" else "mean"
            return None if ELSEWHERE.search(about) or SOME_LEFT_OUT.search(words) else (one, word)
    return None


def _of_list(article: Article, sentence: Sentence, said: Mention, word: str) -> Iterator[Summary]:
    run, doubt = _run(article, sentence, said), None
    if len(run) < FEWEST and sentence.number and OF_THOSE.search(article.words(sentence)):
        before = article.sentences[sentence.number - 1]
        same = before.block == sentence.block and article.block_at(said.span.start) == article.block_at(
            before.mentions[0].span.start
        )
        run = _run(article, before, said) if same else []
        named = [
            one
            for one in (*before.of_kind("count"), *sentence.of_kind("count"))
            if value(one) == len(run) and one not in run
        ]
        alone = len(sentence.mentions) == 1 and sentence.end - sentence.start <= CURT
        doubt = None if named or (alone and article.word(sentence.start) == "the") else UNSURE
    if len(run) >= FEWEST:
        yield _made(said, word, run, doubt)


def _made(said: Mention, word: str, run: list[Mention], doubt: str | None) -> Summary:
    values, size = sorted(map(displayed, run)), len(run)
    shown = ", ".join(one.text for one in run)
    if word == "median":
        middle, working = (values[(size - 1) // 2] + values[size // 2]) / 2, f"the middle of {shown}"
    else:
        middle, working = sum(values, Fraction(0)) / size, f"({' + '.join(one.text for one in run)}) / {size}"
    stated = _as_shown(said)
    made = Quantity(Interval.exactly(middle), stated.unit, working, tuple(one.span for one in run))
    other = UNSURE if not values[0] <= displayed(said) <= values[-1] else None
    return Summary(stated, made, f"The {word} of {shown} is {{implied}}, not {{stated}}.", doubt or other)


def _as_shown(figure: Mention) -> Quantity:
    times = 100 if figure.unit in ("%", "pp") else 1
    half = figure.number.half * times if figure.number else Fraction(0)
    unit = "" if times > 1 else figure.unit
    return Quantity(Interval.around(displayed(figure), half), unit, figure.text, (figure.span,))


def _run(article: Article, sentence: Sentence, said: Mention) -> list[Mention]:
    """Return the longest plain list of a sentence: 21, 24, 23 and 22 degrees."""
    best: list[Mention] = []
    run: list[Mention] = []
    for one in without_circumstances(article, sentence.of_kind(FIGURES)):
        if one is said or not one.number:
            continue
        between = gap(article, run[-1], one) if run else ""
        run = [*run, one] if run and len(between) <= SHORT and linked(between) else [one]
        best = run if len(run) > len(best) else best
    if best and best[0].noun and value(best[0]) == len(best) - 1:
        best = best[1:]  # "the five marks, 31, 34, ..." begins with how many there are.
    units = {one.unit for one in best if one.unit}
    plain = len(units) <= 1 and not any(one.hedge or one.upper for one in best)
    return best if plain and _joins(article, sentence, best, said) else []


def _joins(article: Article, sentence: Sentence, run: list[Mention], said: Mention) -> bool:
    """Tell whether a list is of one scale, and no other figure stands between it and a mean told before it."""
    sizes = [abs(value(one)) for one in run if value(one)]
    between = [one for one in sentence.mentions if run and said.first < one.first < run[0].first]
    return len(sizes) > 1 and max(sizes) <= FAR_APART * min(sizes) and not between


def _ends(article: Article) -> Iterator[Summary]:
    """Yield a range with its two ends: from 19 to 84, a range of 65 years."""
    for said in article.match(ENDS):
        if said.word("word") in RANGES:
            made = Interval.exactly(abs(value(said.high) - value(said.low)))
            working = f"{said.high.text} - {said.low.text}"
            stated = bare(said.gap)
            yield Summary(
                stated,
                Quantity(made, "", working, (said.low.span, said.high.span)),
                "{working} is {implied}, not {stated}.",
            )


@cache
def _least() -> re.Pattern[str]:
    low = r"lowest|smallest|cheapest|youngest|shortest|lightest|slowest|minimum|weakest"
    high = r"highest|largest|biggest|dearest|oldest|longest|heaviest|fastest|maximum|tallest|most expensive"
    return compiled(
        rf"\b(?:(?P<low>{low})|(?P<high>{high}))\b(?:[^.;,\n]{{0,32}}?\b(?:was|is|were|at|of|for|weighed|cost|went for|made|fetched|took|measured|scored))?(?: just| only)? $",
        re.I,
    )


def _bare(one: Mention, other: Mention) -> bool:
    """Tell whether two numbers may be of one thing because one leaves it unsaid: 9,000 guineas, 2,200."""
    return (
        not one.noun
        if one.kind == "count" and other.kind != "count"
        else one.kind == other.kind and not (one.noun and other.noun)
    )


FAR = 20
"""An extreme so many times off a mean is of something else."""

OF_OTHERS = Pattern(r"[^.;\n]{0,40}\b(?:in|at|for|among|their|other|opponents?|rivals?)\b", re.I)
"""What makes a mean, or an extreme, one of a place or of others: in the south, of their opponents."""

NONE = Pattern(
    r"\b(?:no(?:ne|body|t one)?)\b[^.;,\n]{0,40}\b(?P<side>less|fewer|under|below|lighter|shorter|younger|more|over|above|heavier|longer|older)(?: than)? $",
    re.I,
)


LESS = frozenset({"less", "fewer", "under", "below", "lighter", "shorter", "younger"})


def _between(article: Article, sentence: Sentence, said: Mention, word: str) -> Iterator[Summary]:
    """Yield a mean with the least or the greatest of what it is of, told in its sentence or the one before."""
    text, block = article.document.text, article.block_at(said.span.start)
    near = article.sentences[max(0, sentence.number - 1) : sentence.number + 1]
    figures = [
        one for other in near for one in other.of_kind(FIGURES) if one is not said and one.number and not one.upper
    ]
    for one in figures:
        apart = max(one.size, said.size) > FAR * min(one.size, said.size)
        if one.span.start < block.start or apart or not (alike(one, said) or _bare(one, said)):
            continue
        start = max(block.start, one.span.start - REACH)
        extreme = _least().search(text, start, one.span.start)
        bound = NONE.search(text, start, one.span.start)
        low = extreme["low"] is not None if extreme else bound is not None and bound["side"].lower() in LESS
        if (extreme and not one.hedge) or bound:
            allowed = Interval(displayed(one), HUGE) if low else Interval(DEEP, displayed(one))
            stated = _as_shown(said)
            side = "below the least" if low else "above the greatest"
            made = Quantity(allowed, stated.unit, one.text, (one.span,))
            others = OF_OTHERS.search(text, max(block.start, said.span.start - REACH), said.span.start)
            others = others or OF_OTHERS.match(text, one.span.end)
            yield Summary(
                stated, made, f"A {word} of {{stated}} would lie {side}, {{working}}.", UNSURE if others else None
            )
