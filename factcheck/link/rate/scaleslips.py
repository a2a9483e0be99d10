"""Sums that so many at so much each come to, right but for their word of scale: 460 staff at an average of £41,000, £18.9bn.

In two thousand news stories no sum with a million or a billion was a thousand times off, in all its digits, what a number and a
figure for each of them near by come to.  So no word need tie the sum to the two where no figure near by is what they come to.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from fractions import Fraction
from itertools import product

from factcheck.article import Article, Sentence
from factcheck.link.rate.powers import Powered, is_round
from factcheck.link.series.figures import family, is_single, telling_digits, value
from factcheck.link.size.scales import SCALED
from factcheck.model import Mention
from factcheck.patterns import Pattern
from factcheck.quantity import Quantity
from factcheck.records import NamedTuple

BACK, LOOK, LEAST, MOST = 2, 45, 4, 16
"""So many sentences before a sum, or behind it, may tell what makes it; so many characters about a figure may say that it is
for each one; of fewer things, or among more figures, digits agree by chance."""

SCALES = {3: 1, -3: 1, 6: 2, -6: 2}
"""The powers of ten that one word of scale for another puts a sum off, and how many words lie between."""

COMES_TO = Pattern(
    r"\b(?:thus|so|therefore|hence|worth|value of|total\w*|in all|altogether|together|bill|takings|contract|the (?:\w+ )?(?:million|billion))\b",
    re.I,
)
ELSEWHERE = Pattern(
    r"\b(?:across|(?:over )?the whole(?: of)?|nationwide|national\w*|country|worldwide|extend\w*|would cost|every one|government|group['’]s|county['’]s|House)\b",
    re.I,
)
"""With the first a sentence tells what was told before comes to; with the others, what something larger does."""

EXACT, TELLING = Fraction(3, 100), 2
"""So near must a sum come, and so many digits must it show."""

LED = Pattern(r"\b(?:each|apiece|per|every|average of|averag\w+|mean of|paying|close of|price of)\b[^.;,]{0,20}$", re.I)
FOR_ONE = Pattern(
    r"[^.;,]{0,12}\b(?:each|apiece|(?:per|every)(?! (?:hundred|thousand|million|billion|\d)))\b| (?:for |on )?(?:an? (?:head|month|year|week|day|person|seat|ticket|ton(?:ne)?|share|home|pupil|unit|piece))\b|,? on average\b",
    re.I,
)
"""Before a figure, and behind it, these make it one for each of several."""


APPOSED = Pattern(
    r"(?:,| is| was|, which is|, or| –| —| \()(?: (?:or|just|only|over|under|about|around|nearly|almost|roughly|some|well))* ?",
    re.I,
)
"""Between a sum and a share these make the share that of the sum."""


def scale_slips(article: Article) -> Iterator[Powered]:
    """Yield every sum that a number and a figure for each near by would make with another word of scale."""
    for at, sentence in enumerate(article.body if not article.verb_last else ()):
        for total in sentence.of_kind("money|measure"):
            if SCALED.search(total.text) and is_single(total) and telling_digits(total) >= TELLING:
                yield from _slipped(article, total, article.body_about(at, BACK, BACK))


class Made(NamedTuple):
    """What two figures come to, as a number and with its working."""

    goal: Fraction
    quantity: Quantity


def _slipped(article: Article, total: Mention, near: list[Sentence]) -> Iterator[Powered]:
    figures = [one for part in near for one in part.of_kind("number") if one.first != total.first and is_single(one)]
    alike = [one for one in figures if family(one) == family(total)]
    made = [*_multiplied(article, total, alike, figures), *_shared(article, total, alike)]
    if len(figures) > MOST or not made:
        return
    told = [value(one) for one in (*alike, total)]
    if any(abs(one - found.goal) <= EXACT * found.goal for one in told for found in made):
        return
    for found, power in product(made, SCALES):
        if abs(value(total) - found.goal * Fraction(10) ** power) <= EXACT / TELLING * value(total):
            yield Powered(total, found.quantity.as_unit(total.unit), power)
            return


def _multiplied(article: Article, total: Mention, alike: list[Mention], figures: list[Mention]) -> Iterator[Made]:
    """Yield what each figure for one comes to with each number of things told in its sentence or beside it."""
    words = article.words(article.sentences[total.sentence])
    if ELSEWHERE.search(words):
        return
    rates = [one for one in alike if _is_for_one(article, one)]
    counts = [one for one in figures if one.kind == "count" and one.noun and value(one) >= LEAST]
    for rate, count in product(rates, counts):
        near = abs(rate.sentence - count.sentence) <= 1 and not is_round(value(count))
        near = near and (total.sentence in (rate.sentence, count.sentence) or COMES_TO.search(words) is not None)
        if near and telling_digits(rate) + telling_digits(count) > TELLING:
            yield Made(value(rate) * value(count), count.rounded * rate.rounded)


def _shared(article: Article, total: Mention, alike: list[Mention]) -> Iterator[Made]:
    """Yield what the share by which a sum is explained makes of each sum near by: £135m, just over 9 per cent of the costs."""
    shares = article.sentences[total.sentence].of_kind("share")
    share = next((one for one in shares if one.first > total.first), None)
    if share is None or not 0 < value(share) < 1 or is_round(value(share)) or share.upper is not None:
        return
    between = article.document.text[total.span.end : share.span.start]
    if APPOSED.fullmatch(between) and article.word(article.place(share) + 1) == "of":
        plain = share.changed(hedge="")
        own = [one for one in alike if one.sentence == share.sentence and one.first > share.first]
        yield from (Made(value(share) * value(one), one.rounded * plain.rounded) for one in own[:1])


def _is_for_one(article: Article, figure: Mention) -> bool:
    before, behind = article.around(figure, LOOK)
    return LED.search(before) is not None or FOR_ONE.match(behind) is not None
