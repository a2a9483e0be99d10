"""A mean of so few things counted that not every decimal is one: 12 teenagers cannot have had 3.45 attacks on average.

Whole numbers of n add up to a whole number, so that their mean is a whole number over n (Brown and Heathers, 2017).
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from factcheck.article import BIT, Article, Sentence
from factcheck.document import Span
from factcheck.english.amounts import PERIODS
from factcheck.link.people.unnamed import person_noun
from factcheck.link.series.figures import is_plain, value
from factcheck.model import Mention
from factcheck.patterns import Pattern

FEWEST = 5
"""Of fewer nobody tells a mean."""

WITH_MEAN = Pattern(
    r"\b(?:average[ds]?|averaging|mean)(?: (?:number|score|mark|rating|count|total))?(?: of)?(?:,? [a-z0-9'-]+){0,15}?,?(?: (?:of|was|is|were|at|to|had|held|took|made|scored|reported|gave))? ?$",
    re.I,
)
ON_AVERAGE = Pattern(r"^ (?:[a-z'-]+ ){0,4}(?:on average|each|apiece)\b|^ on average\b", re.I)
AVERAGE_LED = Pattern(r"\bon average,? (?:[a-z'0-9-]+ ){1,7}$", re.I)
NUMBER_OF = Pattern(r"\b(?:average|mean) number of\b", re.I)
WHOLE_MARKS = Pattern(r"\bwhole (?:points?|marks?|stars?)\b|\b(?:five|seven|ten|\d)-point scale\b", re.I)
AGAINST = Pattern(
    r"\b(?:per|a (?:day|week|month|year|game|match|head)|each (?:day|week|month|year)|every|times|percent|weighted|compared|than|nation\w*|usual|moving|adjusted"
    r"|median|half|between|among (?!the \d|\d))\b|%|per cent",
    re.I,
)
"""With these the mean may be of other numbers, of a time, or of none that are whole: then it is only shown that it can be."""

WHOLE = Pattern(r"\bwhole (?:numbers?|points?|marks?|stars?|scores?)\b", re.I)
MORE_MARKS = Pattern(
    r"\b(?:both|two|three|four|five|several|many|twice|nights|days|weeks|months|rounds|questions|items|sessions|each (?!of\b|judge|juror)[a-z]+|every (?!one\b)[a-z]+"
    r"|highest|lowest|best|worst|dropp\w+|weighted|adjusted|half|halves|median|nation\w*|other|compared|counting|including|and the|rest)\b",
    re.I,
)
"""With these each may have given more than one mark, or not all of them count."""

LEFT_OUT = Pattern(
    r"\b(?:highest|lowest|best|worst|dropp\w+|left out|leaving out|exclud\w+|discard\w*|weighted)\b", re.I
)
"""And with these not all of the marks count."""

OF_THE = Pattern(r"\bof (?:the |its |all )$", re.I)
"""Right before a number these make it what is marked sooner than who marks."""

SCALE = Pattern(r"\b(?:between|from|scale of) \w+(?:, \w+,)? (?:and|to) \w+\b|\bout of \w+\b|-point\b", re.I)
"""What tells how good a mark may be, and counts nothing."""

GROUPS = frozenset("family match game nest school household class litter team plant tree farm".split())
"""What is counted as people are, and may have so many of a thing each."""

HALVES = frozenset("point mark hour inch mile kilo kg meter metre litre liter tonne ton percent degree".split())
"""What there may be halves of."""


def whole_means(article: Article) -> Iterator[tuple[Mention, Mention, bool]]:
    """Yield each mean of things counted, with how few have them, and whether those words can mean nothing else.

    Those few stand in its sentence, or alone in the one before.
    """
    if article.verb_last:
        return
    for at, sentence in enumerate(article.body):
        if sentence.kinds & BIT["K"]:
            means = [one for one in sentence.of_kind("count") if _is_mean(article, sentence, one)]
            before = article.body[at - 1] if at else None
            if len(means) == 1 and (few := _few(article, sentence, before, means[0])):
                sure = len(few) == 1 and _surely(article, sentence, means[0])
                yield means[0], few[0], sure or _in_whole_marks(article, sentence, few[0])


def _is_mean(article: Article, sentence: Sentence, one: Mention) -> bool:
    if one.number is None or one.hedge or one.upper or "." not in one.text:
        return False
    before, behind = _sides(article, sentence, one)
    return bool(WITH_MEAN.search(before) or ON_AVERAGE.match(behind) or AVERAGE_LED.search(before))


def _sides(article: Article, sentence: Sentence, one: Mention) -> tuple[str, str]:
    here, text = article.here(sentence), article.document.text
    return text[here.start : one.span.start], text[one.span.end : here.end]


def _surely(article: Article, sentence: Sentence, one: Mention) -> bool:
    """Tell whether a mean is of whole numbers, one for each."""
    before, behind = (SCALE.sub("", side) for side in _sides(article, sentence, one))
    whole = WHOLE_MARKS.search(before + behind) is not None
    if (
        AGAINST.search(before[-90:] + behind[:30])
        or LEFT_OUT.search(before + behind)
        or (len(one.text.partition(".")[2]) < 2 and not whole)
    ):
        return False
    counted = bool(one.noun) and one.noun not in HALVES and one.noun not in PERIODS
    return counted or whole or NUMBER_OF.search(before) is not None


def _in_whole_marks(article: Article, sentence: Sentence, few: Mention) -> bool:
    """Tell whether words say that each of some few gave one whole mark, up to the sentence that tells the mean of all."""
    text, start = article.document.text, article.sentences[few.sentence]
    here = Span(article.span(start.start, start.end).start, article.here(sentence).end)
    words = SCALE.sub("", text[here.start : few.span.start] + text[few.span.end : here.end])
    marked = OF_THE.search(article.around(few, 12)[0]) is not None  # Of the six cheeses the winner averaged 8.22.
    return not marked and WHOLE.search(words) is not None and MORE_MARKS.search(words) is None


def _few(article: Article, sentence: Sentence, before: Sentence | None, mean: Mention) -> list[Mention]:
    """Return how many have what the mean counts, where one number near by is so small, with the others that there are."""
    here = article.here(sentence).start
    scale = [Span(here + found.start(), here + found.end()) for found in SCALE.finditer(article.words(sentence))]
    own = [
        one
        for one in sentence.of_kind("count")
        if one is not mean and not any(place.start <= one.span.start < place.end for place in scale)
    ]
    straight = before is not None and before.number == sentence.number - 1 and before.block == sentence.block
    told = before.of_kind("count") if before is not None and straight else []
    for counts, others in ((own, []), (told, own)):
        sizes = [one for one in counts if _is_size(article, one, mean)]
        if len(sizes) == 1:
            return [*sizes, *(one for one in (*counts, *others) if one is not sizes[0])]
    return []


def _is_size(article: Article, one: Mention, mean: Mention) -> bool:
    """Tell whether a count is of people or the like, and so small that it forbids some decimals of a mean."""
    if not is_plain(one) or mean.number is None or value(one).denominator != 1:
        return False
    of_people = one.noun in GROUPS or one.noun == "person" or person_noun(one.noun)
    of_people = of_people or (not one.noun and article.word(article.place(one) + 1) == "who")
    return bool(of_people) and FEWEST <= value(one) < 1 / (2 * mean.number.half)
