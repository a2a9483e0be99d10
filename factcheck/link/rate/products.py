"""Three figures of which one is the others multiplied, with nothing else near by: how many, how much for each, and in all.

"Every one of the 2,150 runners paid the £24 fee, bringing in £51,600": a word that shares out stands somewhere among the
three, and they are all the figures there are.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from fractions import Fraction
from itertools import pairwise

from factcheck.article import Article, Sentence
from factcheck.link.rate.apiece import same
from factcheck.link.rate.each import DAYS
from factcheck.link.series.circumstances import is_circumstance
from factcheck.link.series.complete import next_to, stroke
from factcheck.link.series.figures import family, is_plain, last_place, swapped, value
from factcheck.model import Mention
from factcheck.patterns import Pattern
from factcheck.quantity import Interval, Quantity
from factcheck.records import NamedTuple

KINDS = frozenset({"money", "count", "measure", "duration"})
OTHERS = frozenset({"percent", "fraction", "multiple", "points", "age", "pair"})
"""Beside figures of these kinds three are not alone."""

THREE, TWICE_THREE = 3, 6
"""Of more figures than the second no three are left by those that only tell circumstances."""

CLOSE = Fraction(1, 100)
"""So far off is no more than rounding."""

SHARED = Pattern(
    r"\b(?:each|every|apiece|per|a head|average\w*|averaging|mean|typical|daily|weekly|monthly|annually|yearly|hourly|hours? at|at [£$€]\S+ an?"
    r"|an? (?:year|month|week|day|hour|minute|second|night|shift|game|match|tonne|ton|acre|hectare|gallon|litre|mile|kilomet\w+|square \w+))\b",
    re.I,
)
"""Among three figures these tell that one is for one of something."""

AGAINST = Pattern(
    r"\b(?:innings|neighbou?r\w*|nation\w*|target|record|up to|as (?:much|many) as|hoped for \w+ \w+ of|expected|forecast|if|would|could|rivals?|another(?! way)|further|other|profit"
    r"|tax|overtime|peak|normal|largest|smallest|best|worst|first|last(?! year)|former|only|than|from|out of|rose|fell|(?<!add )(?<!adds )(?<!added )up|down|instead|discount|plus|extra|interest|odds"
    r"|more|less|fewer|including|excluding|between(?! them)|ago|earlier|previous\w*|aged|old|score[sd]?|page|chapter|tour|route|number|no|wickets?|runs apiece|(?:each|apiece) for|and (?:sp[ea]n[dt]s?|pa(?:id|ys?)|owe[sd]?|ha[sd]|lo(?:st|ses?)))\b",
    re.I,
)
"""With these there is something besides the three."""

TAKEN_UP = Pattern(
    r"^[\"“]?(?:that|this|it|they|each|every|on average|put another way|so|which|one|an average|a typical|the (?:mean|average|cost|price|bill|rate|invoice|total|annual))\b",
    re.I,
)
"""Behind the other two, a figure's own sentence opens so."""

RANGE = Pattern(r" ?[-–—] ?| to ")
"""Between two figures it makes them the ends of one."""

LEAST, LARGEST = 20, 10**12


class Product(NamedTuple):
    """`total` is `number` times `rate`, or should be; `sure` where only a slip parts them."""

    total: Mention
    number: Mention
    rate: Mention


def in_words(rate: Mention, stated: Quantity) -> Quantity:
    """Return a rate in words as what rounds to it: one for every four square miles."""
    whole = rate.text.split()[0].isalpha() and value(rate).denominator == 1
    return stated.changed(value=Interval.around(value(rate), Fraction(1, 2))) if whole else stated


def products(article: Article) -> Iterator[Product]:
    """Yield every total with the number and the rate that make it, where the three stand alone and meet but for a slip."""
    if article.verb_last:
        return
    for at, sentence in enumerate(article.body):
        before = article.body[at - 1] if at and next_to(article, article.body[at - 1], sentence) else None
        for near in ([sentence], [before, sentence] if before else []):
            if near and (found := _alone(article, near)) and (product := _multiplied(*found)):
                yield from [product] if _fits_period(article, product) else []
                break


EACH = Pattern(r"\b(?:each|every|apiece|per)\b", re.I)


def _fits_period(article: Article, made: Product) -> bool:
    """Tell whether what a rate is multiplied by is time, and only if it is a rate a year or a week: no £780,000 a year by two lorries."""
    place = article.place(made.rate) + 1
    led = article.word(place) in ("a", "an", "per", "each", "every")
    timed = led and article.word(place + 1) in DAYS
    if led and not timed and made.number.kind == "duration":
        return False  # It cost £276m, or £30m a mile, and opened seven months late.
    each = EACH.search(article.words(article.sentences[made.rate.sentence])) is not None
    return not timed or each or made.number.kind == "duration"


def _alone(article: Article, near: list[Sentence]) -> tuple[Mention, Mention, Mention] | None:
    """Return the three figures of some sentences, if there are just so many and words share one of them out."""
    mentions = [one for sentence in near for one in sentence.mentions]
    figures = [one for one in mentions if one.kind in KINDS and value(one) > 1]
    if THREE <= len(figures) <= TWICE_THREE:
        figures = [one for one in figures if not is_circumstance(article, one)]
    if len(figures) != THREE or any(one.kind in OTHERS for one in mentions) or not all(map(is_plain, figures)):
        return None
    words = " ".join(article.words(sentence) for sentence in near)
    of_one = article.words(near[-1]).startswith("One ") and len(near) > 1
    if not (of_one or SHARED.search(words)) or AGAINST.search(words):
        return None
    if len(near) > 1 and not TAKEN_UP.match(article.words(near[-1])):
        return None
    one, two, three = figures
    if any(RANGE.fullmatch(article.document.text, low.span.end, high.span.start) for low, high in pairwise(figures)):
        return None
    clauses = article.document.text[one.span.end : three.span.start].split(";")[1:]
    return (one, two, three) if all(TAKEN_UP.match(clause.strip()) for clause in clauses) else None


def _multiplied(*figures: Mention) -> Product | None:
    """Return the product that three figures are, or are but for a slip."""
    total = max(figures, key=value)
    one, other = (figure for figure in figures if figure is not total)
    for number, rate in ((one, other), (other, one)):
        if _of_a_kind(total, rate) and number.kind != "money" and LEAST < value(total) < LARGEST:
            times = _times(number, rate)
            made = value(number) * value(rate)
            if times and (abs(made - value(total)) <= value(total) * CLOSE or _slipped(total, number, rate, made)):
                return Product(total, number, rate)
    return None


def _of_a_kind(total: Mention, rate: Mention) -> bool:
    """Tell whether a rate may be so much of a total: money of money, litres of litres, calls of calls."""
    if family(total) == family(rate):
        return total.kind != "count" or not rate.noun or same(rate.noun, total)
    return False


def _times(number: Mention, rate: Mention) -> bool:
    return number.kind == "count" or family(number) != family(rate) or number.unit in DAYS


def _slipped(total: Mention, number: Mention, rate: Mention, made: Fraction) -> bool:
    """Tell whether a slip in one of three figures explains why they do not make a product."""
    needed = ((total, made), (rate, value(total) / value(number)), (number, value(total) / value(rate)))
    whole = [(figure, right) for figure, right in needed if _shows(figure, right)]
    return any(swapped(*one) for one in whole) or any(stroke(*one) for one in whole[:2])


def _shows(figure: Mention, right: Fraction) -> bool:
    """Tell whether what a figure should be is a number that its digits could show."""
    step = last_place(figure)
    return (right / step).denominator == 1 or figure.kind == "money"
