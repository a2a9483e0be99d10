"""Sums of several lots, each so many at so much: 12 buses at $400,000 each and four trams at $2.1 million, worth $13.2 million.

The prices may stand in a list of their own, by what they are for: £12 for adults and £5 for children; two adults and
three children pay £39.
"""

from __future__ import annotations

from collections.abc import Iterator
from itertools import pairwise

from factcheck.article import Article, Sentence
from factcheck.link.context.passages import with_before
from factcheck.link.context.subjects import stem
from factcheck.link.series.figures import bare, exactly, is_plain
from factcheck.link.size.scales import SCALED
from factcheck.model import Mention, Relation
from factcheck.patterns import Pattern
from factcheck.quantity import Quantity, total
from factcheck.records import NamedTuple

AT = Pattern(r"(?: [a-z][\w'’-]*){0,3},? (?:at|for|costing|priced at|which cost)(?: just| about| only)? (?:[£$€₹¥])?")
"""Between a number and a sum these make that what each of them costs."""

IN_ALL = Pattern(
    r"\b(?:total\w*|in all|altogether|together|worth|tak(?:es?|ing)|took|takings|rais(?:es?|ed|ing)|pa(?:y|ys|id|ying)|com(?:es?|ing) to|came to|cost\w*|bill|br(?:ings?|inging|ought)"
    r"|sp(?:ends?|ent|ending)|earn\w*|made|making|makes|for|of|order|deal)\b[^.;\d]{0,120}$"
)
"""Before a sum these make it that of all lots."""

ONE_EACH = Pattern(r"^ ?(?:each|apiece|a (?:head|piece|time)|per|with|over|before|after|on top)\b")
FOR_WHOM = Pattern(r"^ (?:for |per |a |an |each |for an? |for each )(?P<noun>[a-z]+)")
PAYS = Pattern(r"\b(?P<noun>[A-Za-z]+)(?: (?:pay|pays|cost|costs|are|is|were|at))? (?:[£$€₹¥])?$")
OTHERWISE = Pattern(
    r"\b(?:if|would|could|plus|tax|VAT|fee|fees|discount|off|less|minus|deposit|tip|save|saving|instead|usual\w*|until|from £|including|extra|further|another|first|free|pass|family (?:ticket|pass|rate)|package|bundle|weekend|with an?)\b"
)
FAR, LEAST = 3, 2


class Lot(NamedTuple):
    """So many things at so much each."""

    number: Mention
    price: Mention


def baskets(article: Article) -> Iterator[Relation]:
    """Hold the sum that is told of several lots to what they come to."""
    for sentence in article.body if not article.verb_last else ():
        if len(sentence.of_kind("money")) and OTHERWISE.search(article.words(sentence)) is None:
            yield from _added(article, sentence, _lots(article, sentence))
            if lots := _listed(article, sentence):
                yield from _added(article, sentence, lots)


def _lots(article: Article, sentence: Sentence) -> list[Lot]:
    text = article.document.text
    beside = [
        (one, other) for one, other in pairwise(sentence.mentions) if one.kind == "count" and other.kind == "money"
    ]
    return [
        Lot(one, other)
        for one, other in beside
        if is_plain(one) and is_plain(other) and AT.fullmatch(text, one.span.end, other.span.start)
    ]


def _listed(article: Article, sentence: Sentence) -> list[Lot]:
    """Return the numbers of a sentence with the prices that it, or the sentence before, lists for what they count."""
    near = with_before(article, sentence)
    told = [one for part in near for one in part.of_kind("money")]
    prices = {noun: one for one in reversed(told) if (noun := _for_whom(article, one))}
    counted = [one for one in sentence.of_kind("count") if one.noun and is_plain(one)]
    lots = [Lot(one, prices[stem(one.noun)]) for one in counted if stem(one.noun) in prices]
    return lots if len(lots) == len(counted) and len({stem(one.number.noun) for one in lots}) == len(lots) else []


def _for_whom(article: Article, price: Mention) -> str:
    """Return the stem of those who pay a price, or of what is had for it, "" where nothing says so."""
    before, behind = article.around(price, 40)
    said = FOR_WHOM.match(behind) or PAYS.search(before)
    return stem(said["noun"].lower()) if said and is_plain(price) else ""


def _added(article: Article, sentence: Sentence, lots: list[Lot]) -> Iterator[Relation]:
    prices = {lot.price.first for lot in lots}
    if len(lots) < LEAST or len({lot.price.unit for lot in lots}) > 1:
        return
    last = max(max(lot.number.span.end, lot.price.span.end) for lot in lots if lot.number.sentence == sentence.number)
    sums = [one for one in sentence.of_kind("money") if one.first not in prices and one.span.start > last - 1]
    text = article.document.text
    told = [one for one in sums if IN_ALL.search(text[min(last, one.span.start) : one.span.start])]
    if len(sums) != 1 or not told or not is_plain(told[0]) or ONE_EACH.match(article.around(told[0], 0, 20)[1]):
        return
    whole, made = told[0], total([_worth(lot) for lot in lots])
    at_once = total([lot.price.quantity for lot in lots])
    if at_once.interval.meets(whole.quantity.interval):
        return  # Two coats for £90 and a hat for £20, £110.
    if (
        whole.unit == lots[0].price.unit
        and made.interval.low <= whole.size * FAR
        and whole.size <= made.interval.high * FAR
    ):
        yield Relation(whole.quantity, made)


def _worth(lot: Lot) -> Quantity:
    """Return what a lot costs: a price that is no round sum is exact."""
    price = lot.price.quantity
    if not SCALED.search(lot.price.text):
        price = exactly(lot.price)
    return (bare(lot.number) * price).as_unit(lot.price.unit)
