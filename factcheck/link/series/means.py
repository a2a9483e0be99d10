"""Means: of a list that stands beside them, and of so few things counted that not every decimal is possible."""

from __future__ import annotations

import re
from collections.abc import Iterator
from fractions import Fraction
from itertools import pairwise, permutations, takewhile
from math import ceil, floor

from factcheck.article import BIT, Article, Sentence
from factcheck.link.series.figures import value
from factcheck.link.series.runs import gap, linked
from factcheck.model import Mention
from factcheck.numerals import digits
from factcheck.patterns import Pattern
from factcheck.phrase import phrase
from factcheck.quantity import Interval, Quantity
from factcheck.records import NamedTuple

LISTED = "MEAN ... {mean:count|age|measure|money} ... <:(—> ABOUT? {first:count|age|measure|money} <w>? <,>"
EACH = frozenset({"times", "each", "apiece"})
NEAR = 2
"""So many words behind a mean "apiece" may stand: 3.27 strokes apiece."""

AVERAGED = Pattern(r"\b(?:average|averages|averaged|averaging|mean)\b(?: \w+)?(?: of| was| is| exactly)* $")
REACH = 40
SHOWN = 2
"""So many digits a mean must show to be known from a total and a number by its value alone."""

ON_A_SCALE = Pattern(r"\bscale\b|\bwhole (?:numbers?|points?|marks?|stars?)\b|\bout of (?:five|ten|5|10)\b", re.I)
WHOLE_NUMBER = Pattern(r"\b(?:each|every(?:one|body)|all|they|the answers|replies)\b[^.;]*\bwhole numbers?\b", re.I)
MORE_THAN_ONE = Pattern(r"\b(?:questions|items|statements|days|weeks|months|visits|sessions|rounds)\b", re.I)
NOT_OUT = Pattern(r"(?: (?:of them|times?))? (?:unbeaten|not out|undefeated)\b")
TOGETHER = Pattern(r"\b(?:between them|in all|altogether|all told)\b")
ON_AVERAGE = Pattern(r" \w+ on average\b")
INDIVISIBLE = frozenset(
    "child son daughter sibling pet car book goal try wicket death mistake error friend guest egg chick puppy kitten".split()
)
"""Things that nobody has a half of."""
ENDS = Pattern(r"(?: (?:each|apiece))?[.;)\n]|$")
NUMBER_OF = Pattern(r"\b(?:average|mean) number of [^.;,\d\n]{1,48} (?:was|is|of|at|to) $", re.I)
A_TIME = Pattern(r" (?:an?|per|each|every) ")
PAIR = 2
BEFORE = 300
FEWEST = 3
FEW = 6
SMALLEST = 5


class Mean(NamedTuple):
    """A mean as said and as it follows; `could` names the means that so many whole numbers can have, "" for a list's."""

    stated: Quantity
    implied: Quantity
    could: str = ""

    def meets(self) -> bool:
        """Tell whether the mean can be what it is said to be."""
        return self.stated.interval.meets(self.implied.interval)


def means(article: Article) -> Iterator[Mean]:
    """Yield every mean of a list, and every mean of how often a few people did something."""
    for said in article.match(LISTED):
        run = _run(article, said.sentence, said.first)
        if len(run) >= FEWEST and not said.mean.hedge:
            yield _of_list(said.mean, run)
    for sentence in article.body:
        if sentence.kinds & BIT["K"] and phrase("MEAN").search(article.skeleton, sentence.start, sentence.end):
            yield from _of_times(article, sentence)
            yield from _of_those_before(article, sentence)
        for mean in _averaged(article, sentence):
            yield from (
                _at_the_wicket(article, sentence, mean)
                or _of_a_total(article, sentence, mean)
                or _on_a_scale(article, sentence, mean)
            )


def _averaged(article: Article, sentence: Sentence) -> list[Mention]:
    """Return the counts that are said to be a mean: averages exactly 64, a mean of 36.25."""
    text, counts = article.document.text, sentence.of_kind("count")
    return [one for one in counts if AVERAGED.search(text, max(0, one.span.start - REACH), one.span.start)]


def _of_those_before(article: Article, sentence: Sentence) -> list[Mean]:
    """Hold a mean of "they" to those whom the sentence before begins with: Fourteen of them ... They averaged 3.27 apiece."""
    found = [one for one in sentence.of_kind("count") if _is_mean(article, one)][:1]
    before = (
        article.sentences[sentence.number - 1] if sentence.number and article.word(sentence.start) == "they" else None
    )
    if before is None or not found or before.block != sentence.block:
        return []
    size = before.mentions[0]
    opens = article.place(size) - before.start <= 1 and size.kind == "count"
    totals = [one for one in sentence.of_kind("count") if _is_total(article, one)]
    if opens and len(totals) == 1 and not size.hedge and not totals[0].hedge and value(size) > 1:
        even = Quantity(
            Interval.exactly(value(totals[0]) / value(size)),
            "",
            f"{totals[0].text} / {size.text}",
            (totals[0].span, size.span),
        )
        return [Mean(found[0].quantity, even)]
    return [possible(found[0], size)] if opens and _few(article, size, found[0], named=True) else []


def _is_total(article: Article, figure: Mention) -> bool:
    before = article.document.text[max(0, figure.span.start - REACH) : figure.span.start]
    return re.search(r"\btotal (?:was|is|of|came to|being) $", before) is not None


def _at_the_wicket(article: Article, sentence: Sentence, mean: Mention) -> list[Mean]:
    """Divide a batsman's runs by the innings in which he was out: 512 from 11 innings, three of them unbeaten, so 64."""
    counts = sentence.of_kind("count")
    runs = [one for one in counts if article.document.text.startswith(" runs", one.span.end)]
    played = [one for one in counts if one.noun in ("inning", "innings")]
    kept = [one for one in counts if NOT_OUT.match(article.document.text, one.span.end)]
    if not len(runs) == len(played) == len(kept) == 1 or value(played[0]) <= value(kept[0]):
        return []
    middle = value(runs[0]) / (value(played[0]) - value(kept[0]))
    working = f"{runs[0].text} / ({played[0].text} - {kept[0].text})"
    spans = (runs[0].span, played[0].span, kept[0].span)
    return [Mean(mean.quantity, Quantity(Interval.exactly(middle), "", working, spans))]


def _of_a_total(article: Article, sentence: Sentence, mean: Mention) -> list[Mean]:
    """Return a mean with a total and a number about it that give it: 12 people, 435 years between them, a mean of 36.25."""
    if len(digits(mean.text)) < SHOWN:
        return []
    near = article.sentences[max(0, sentence.number - 1) : sentence.number + 1]
    counts = [one for other in near for one in other.of_kind("count|duration") if one is not mean and value(one) > 1]
    if told := _between_them(article, sentence, mean):
        return told
    for total, number in permutations(counts[:FEW], 2):
        even = value(total) / value(number)
        if (
            number.kind == "count"
            and value(total) > value(number)
            and mean.quantity.interval.meets(Interval.exactly(even))
        ):
            implied = Quantity(Interval.exactly(even), "", f"{total.text} / {number.text}", (total.span, number.span))
            return [Mean(mean.quantity, implied)]
    return []


def _between_them(article: Article, sentence: Sentence, mean: Mention) -> list[Mean]:
    """Hold a mean that closes its sentence to the number and the total that this tells: 14 had 91 between them, an average of 6.5."""
    counts = [one for one in sentence.of_kind("count") if one is not mean]
    if len(counts) != PAIR or not ENDS.match(article.document.text, mean.span.end) or mean.hedge:
        return []
    number, total = counts
    between = article.document.text[total.span.end : mean.span.start]
    if not TOGETHER.search(between) or not 1 < value(number) < value(total) or number.hedge or total.hedge:
        return []
    even = Interval.exactly(value(total) / value(number))
    return [Mean(mean.quantity, Quantity(even, "", f"{total.text} / {number.text}", (total.span, number.span)))]


def _on_a_scale(article: Article, sentence: Sentence, mean: Mention) -> list[Mean]:
    """Hold a mean of marks on a scale to the few who gave them: just six took part, and the answers averaged 6.1."""
    place = article.here(sentence)
    block = article.block_at(place.start)
    words = article.document.text[max(block.start, place.start - BEFORE) : place.end]
    clause = article.skeleton.count(";", sentence.start, article.place(mean))
    counts = [one for one in sentence.of_kind("count") if one is not mean and one.noun and value(one) >= SMALLEST]
    counts = [one for one in counts if article.skeleton.count(";", sentence.start, article.place(one)) == clause]
    alone = all(one is mean for one in sentence.of_kind("count"))
    if alone and WHOLE_NUMBER.search(article.words(sentence)) and sentence.number:
        before = article.sentences[sentence.number - 1]
        counts = [one for one in before.of_kind("count") if one.noun and before.block == sentence.block]
    counts = [
        one for one in counts if article.word(article.place(one) - 2) != "of"
    ]  # Of the six cheeses one averaged 8.22.
    told = ON_A_SCALE.search(words) and not MORE_THAN_ONE.search(words) and not mean.hedge
    few = told and len(counts) == 1 and _few(article, counts[0], mean)
    return [possible(mean, counts[0])] if few else []


def _run(article: Article, sentence: Sentence, first: Mention) -> list[Mention]:
    """Return the figures that commas and "and" join from `first` on."""
    after = [one for one in sentence.mentions if one.first >= first.first]
    pairs = pairwise(after)
    joined = takewhile(lambda pair: len(gap(article, *pair)) <= FEWEST and linked(gap(article, *pair)), pairs)
    return [first, *(later for _, later in joined)]


def _of_list(mean: Mention, run: list[Mention]) -> Mean:
    middle = sum(map(value, run), Fraction(0)) / len(run)
    working = f"({' + '.join(one.text for one in run)}) / {len(run)}"
    half = mean.number.half if mean.number else Fraction(0)
    stated = Quantity(Interval.around(value(mean), half), mean.unit, mean.text, (mean.span,))
    return Mean(stated, Quantity(Interval.exactly(middle), mean.unit, working, tuple(one.span for one in run)))


def _of_times(article: Article, sentence: Sentence) -> Iterator[Mean]:
    """Hold a mean to the number of people in its clause: the 14 users, 2.41 times."""
    clauses: dict[int, list[Mention]] = {}
    for one in sentence.of_kind("count"):
        clauses.setdefault(article.skeleton.count(";", sentence.start, article.place(one)), []).append(one)
    for clause in clauses.values():
        found = [one for one in clause if _is_mean(article, one)]
        sizes = [one for one in clause if one not in found]
        if len(found) == len(sizes) == 1 and _few(article, sizes[0], found[0]):
            yield possible(found[0], sizes[0])


def _is_mean(article: Article, figure: Mention) -> bool:
    decimal = figure.number is not None and figure.number.half < Fraction(1, 2)
    place = article.place(figure) + 1
    words = {article.word(at) for at in range(place, min(place + NEAR, len(article.skeleton)))}
    return decimal and not figure.hedge and (not EACH.isdisjoint(words) or _of_a_number(article, figure))


def _of_a_number(article: Article, figure: Mention) -> bool:
    """Tell whether a figure is the mean of how many there were: the average number of attacks fell to 3.47."""
    text = article.document.text
    told = NUMBER_OF.search(text, max(0, figure.span.start - BEFORE // 4), figure.span.start)
    if told is None and figure.noun in INDIVISIBLE:
        told = AVERAGED.search(text, max(0, figure.span.start - REACH), figure.span.start)
        told = told or ON_AVERAGE.match(text, figure.span.end)
    return told is not None and not A_TIME.search(text, figure.span.end, figure.span.end + REACH)


def _few(article: Article, size: Mention, mean: Mention, named: bool = False) -> bool:
    """Tell whether people are so few that their mean can only have some decimals."""
    named = named or bool(size.noun) or article.after(size, 1) in ("w", "N")
    few = mean.number is not None and mean.number.half > 0 and SMALLEST <= value(size) < 1 / (2 * mean.number.half)
    return named and few and not size.hedge and value(size).denominator == 1 and size.first < mean.first


def nearest_of(many: Fraction, told: Fraction) -> tuple[Fraction, list[Fraction]]:
    """Return the share, or mean, nearest to a told one that so many whole things can have, and it with the other next to it."""
    near = sorted({Fraction(whole, many) for whole in (floor(told * many), ceil(told * many))})
    return min(near, key=lambda one: abs(one - told)), near


def possible(mean: Mention, size: Mention) -> Mean:
    """Return a mean with the nearest one that so many whole numbers can have."""
    best, near = nearest_of(value(size), value(mean))
    places = len(mean.text.partition(".")[2])
    could = " or ".join(f"{float(one):.{places}f}" for one in near)
    return Mean(mean.quantity, Quantity(Interval.exactly(best), "", size.text, (size.span,)), could)
