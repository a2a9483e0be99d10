"""One rate given for two periods, "X a year, or Y a month", and what ties a figure to the words before it."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from fractions import Fraction
from itertools import pairwise

from factcheck import shown
from factcheck.article import Article, Sentence
from factcheck.link.context.apposition import said
from factcheck.link.rate.each import DAYS, Each
from factcheck.link.series.figures import value
from factcheck.model import Mention, Relation
from factcheck.patterns import Pattern
from factcheck.quantity import Interval, Quantity

CLOSE = Fraction(1, 20)
"""How far one may be off the other: months and years have no like number of days."""

WORKED = Fraction(7, 20)
"""A year of working days is so far from 365."""

UNLIKE = 5
"""A period that brings so many times as much as it could brings it for others too: "$78 a day for each, or $4.6 million a year"."""

BETWEEN = "another figure stands between the two"
OPENS = frozenset({",", "(", "or", "-", "—", "is", "about"})
RESTATED = Pattern(
    r"(?:,|\b(?:an?|the) (?:sum|figure|bill|total|amount|cost|price|number)) (?:which|that)\b(?:,[^,;]{1,40},)?(?: [\w'&.-]+){0,8}?"
    r" (?:puts?|reckon\w*|liken\w*|equat\w+|translat\w+|works?|worked|comes?|came|amount\w*|means?|meant|makes?|made|calculat\w+|is|was|equals?)"
    r"(?: (?:at|to|as|out at|out to|out as|into))?(?: (?:about|around|roughly|nearly|almost|just|some|over|under|more|less|than))* $",
    re.I,
)
"""Right before a figure these say what a sum, or what a clause has told, comes to: a sum that the treasurer likened to."""

LESS = Pattern(r"\b(?:after|before|with|without|including|excluding|net|less|plus|once)\b", re.I)
"""Among those words these make it something else: a figure that with heating was, a sum that comes, after tax, to."""

EACH = Pattern(
    r"(?: (?:an?|per|each|every) \w+| \w+ly)?,? (?:for (?:each|every|one)\b|(?:per|a) (?:head|person|\w+(?= a))|each\b|apiece\b)",
    re.I,
)
"""Behind a rate these make it one for each of some."""

SAME, TOGETHER = (
    Pattern(r"\bthe same\b"),
    Pattern(r"^ (?:a |per )?\w+,? (?:in all|together|between them|altogether|combined)\b"),
)
"""Between two rates, and behind the second, these add up what several give."""

QUARTER_OF = Pattern(
    r"[^.;]{0,60}?\b(?:each|every|an?|per) quarter(?:[ -](?:of an?)?)? ?(?:percentage |nautical |per ?cent )?(?:points?|miles?|hours?|pounds?|turns?|cent)\b",
    re.I,
)

LOOK, APART = 110, 40
FOLLOWS = frozenset("is comes works amounts makes means equals".split())
TAKEN_UP = (
    ["that", "means"],
    ["this", "means"],
    ["that", "is"],
    ["that", "comes"],
    ["which", "means"],
    ["that", "works"],
    ["this", "is"],
    ["it", "means"],
    ["that", "amounts"],
)
WORKED_OUT = tuple(
    (joint, *verb.split())
    for joint in ("and", ",", "which", "that")
    for verb in ("works out", "comes to", "amounts to", "adds up", "work out")
)
PRICES = frozenset("charge charges charged cost costs fee fees ticket tickets subscription subscriptions subscribers price "
                   "priced prices instalments installments pay paying membership pass plan".split())  # fmt: skip


def words_by(article: Article, figure: Mention, most: int = 5) -> list[str]:
    """Return so many words before a figure, within its sentence."""
    place = article.place(figure)
    start = max(article.sentences[figure.sentence].start, place - most)
    return [article.word(at) for at in range(start, place)]


def offered(article: Article, figure: Mention) -> bool:
    """Tell whether a figure is offered as following from those before: ", or about", "(about", "an average of"."""
    words = words_by(article, figure)
    if "average" in words:
        words = words[: words.index("average")]
        return bool(words) and (
            words[-1] in OPENS or (words[-1] in ("a", "an") and words[-2:-1] != [] and words[-2] in OPENS)
        )
    if found := RESTATED.search(article.around(figure, LOOK, 0)[0]):
        return LESS.search(found[0]) is None
    if words[-1:] == [","] and article.after(figure, 1) not in ("", ","):
        return True
    follows = any(one in ("which", "that") and other in FOLLOWS for one, other in pairwise(words))
    return follows or "(" in words or ("or" in words and "," in words[: words.index("or")])


def restated(article: Article, found: Sequence[Each]) -> Iterator[Relation]:
    """Yield "X a year, or Y a month"."""
    for one, other in pairwise(each for each in found if each.noun in DAYS and not _is_part(article, each)):
        alike = one.rate.unit == other.rate.unit or (one.rate.kind, other.rate.kind) == ("measure", "count")
        apiece = EACH.match(article.around(other.rate, LOOK)[1]) and not EACH.match(article.around(one.rate, LOOK)[1])
        two_things = len({one.rate.noun, other.rate.noun} - {""}) > 1
        two_things = two_things or _is_of_several(article, one, other)
        if alike and one.noun != other.noun and not (apiece or two_things) and _given_again(article, one, other):
            times = DAYS[other.noun] / DAYS[one.noun]
            meant = said(one.rate).interval.times(Interval.exactly(times))
            between = _between(one, other)
            priced = not PRICES.isdisjoint(article.words(one.sentence).lower().split())
            yield _yearly(one, other, Quantity(meant, one.rate.unit, one.rate.text, (one.rate.span,)), priced, between)


def _is_part(article: Article, each: Each) -> bool:
    """Tell whether a quarter is one of a point or a mile, and no part of a year."""
    return each.noun == "quarter" and QUARTER_OF.match(article.around(each.rate, LOOK)[1]) is not None


def _is_of_several(article: Article, one: Each, other: Each) -> bool:
    """Tell whether others give as much as the first: £250 a month and your employer the same, £6,000 a year in all."""
    between = article.document.text[one.rate.span.end : other.rate.span.start]
    return SAME.search(between) is not None or TOGETHER.search(article.around(other.rate, LOOK)[1][:APART]) is not None


def _between(one: Each, other: Each) -> bool:
    """Tell whether a figure of the unit stands between two rates of a sentence: the second may be of that, or of a change."""
    figures = [*one.sentence.mentions, *(() if one.sentence is other.sentence else other.sentence.mentions)]
    alike = (figure for figure in figures if (figure.kind, figure.unit) == (one.rate.kind, one.rate.unit))
    return any(one.rate.first < figure.first < other.rate.first for figure in alike)


def _given_again(article: Article, one: Each, other: Each) -> bool:
    """Tell whether one rate is given again for another period: "£48 a month, or £576 a year", "... That means ..."."""
    if words_by(article, other.rate, 1) == ["and"]:
        return False
    if one.sentence is other.sentence:
        return offered(article, other.rate) or "," in words_by(article, other.rate, 3) or _opens(article, one)
    follows = other.sentence.number == one.sentence.number + 1
    return follows and (takes_up(article, other.sentence) or _works_out(article, other))


def _works_out(article: Article, other: Each) -> bool:
    """Tell whether a sentence about what was told works it out in the end: that is twice as many, and works out to 8 million a year."""
    before = words_by(article, other.rate)
    worked = any(pair in WORKED_OUT for pair in zip(before, before[1:], before[2:], strict=False))
    return worked and article.word(other.sentence.start) in ("that", "this", "it", "they")


def _opens(article: Article, one: Each) -> bool:
    """Tell whether a rate opens a sentence as the one that another is worked out by: "At £8,000 a month he earns ..."."""
    return article.word(one.sentence.start) == "at" and article.place(one.rate) == one.sentence.start + 1


def takes_up(article: Article, sentence: Sentence) -> bool:
    """Tell whether a sentence begins with "That is" and its like, in quotation marks or not."""
    start = sentence.start + (article.skeleton[sentence.start : sentence.start + 1] == '"')
    return [article.word(at) for at in (start, start + 1) if at not in article.at] in TAKEN_UP


def _yearly(one: Each, other: Each, yearly: Quantity, priced: bool, between: bool) -> Relation:
    gives = shown.with_unit(value(one.rate) * DAYS[other.noun] / DAYS[one.noun], one.rate.unit)
    longer = DAYS[other.noun] > DAYS[one.noun]
    ratio = value(other.rate) / yearly.interval.middle
    cheaper = priced and Fraction(1, 2) < (ratio if longer else 1 / ratio) < 1
    slipped = any(abs(ratio / Fraction(10) ** power - 1) <= WORKED for power in (-3, -2, -1, 1, 2, 3))
    days = {"day", "hour", "minute", "second"} & {one.noun, other.noun} and not _beyond(longer, ratio)
    return Relation(
        said(other.rate),
        yearly.changed(value=yearly.interval.widened(CLOSE)),
        says=f"{one.rate.text} a {one.noun} is about {gives} a {other.noun}, not {other.rate.text}.",
        doubt=BETWEEN if between else None if slipped else _other_than_all(bool(days), cheaper),
        variant="magnitude" if slipped else "",
        working=f"{one.rate.text} a {one.noun} = {gives} a {other.noun}; the text says {other.rate.text}",
    )


def _beyond(longer: bool, ratio: Fraction) -> bool:
    """Tell whether the longer of two periods has more than all the days and hours that it is made of could bring."""
    return 1 + CLOSE * 2 < (ratio if longer else 1 / ratio) < UNLIKE


def _other_than_all(days: bool, cheaper: bool) -> str | None:
    """Return why one period need not be so many of the other: the days at work, a price for the year."""
    return "a day may be a working day" if days else "a year may come cheaper" if cheaper else None
