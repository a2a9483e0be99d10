"""What a rate is of by kind alone: tons and hectares beside tons a hectare, however the three are joined.

"The farm dug 540 tons of beet from 12 hectares. A yield of 54 tons a hectare is what it had hoped for": of all figures about
only one is of the kind of its total and one of the kind of its number, and these two stand together.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from fractions import Fraction
from functools import lru_cache
from itertools import combinations

from factcheck.article import HEADINGS, Article, Sentence
from factcheck.link.context.ties import adjacent
from factcheck.link.rate.apiece import PEOPLE, comes_to, named, same, times
from factcheck.link.rate.apportion import in_its_unit, is_scale, measures
from factcheck.link.rate.each import ANNUAL, DAYS, SCALES, Each, of_two, rates
from factcheck.link.series.circumstances import is_circumstance
from factcheck.link.series.figures import FOR_ONE, is_plain, swapped, value
from factcheck.link.series.shares import gives
from factcheck.model import Mention
from factcheck.patterns import Pattern

LOOK, AHEAD = 70, 30
"""So many characters before a rate and behind it tell whether it is of another matter."""

CLOSE, SHARP, TWICE = Fraction(1, 20), Fraction(1, 200), Fraction(21, 10)
"""So near is no conflict, of what is first added up or multiplied so near, and so many times off is another matter."""

KINDS = frozenset({"money", "count", "measure", "duration", "points"})
REACH, MOST, PAIR = 3, 12, 2
"""So many sentences about may tell another total or number that gives the rate; so many of them are tried."""

OTHER = Pattern(
    r"\b(?:limit\w*|maximum|minimum|ceiling|capped|at least|at most|up to|no more|should|would|could|can|may|might|must|if|unless|target|goal|last (?:year|season|month|week)|ago|earlier|previous\w*|once"
    r"|dearer|cheaper|usual\w*|normal\w*|typical\w*|elsewhere|than|compared|against|another|rival\w*|nation\w*|province\w*|region\w*|industry|league|career|record|peak|top|highest|lowest|common|others?"
    r"|first|last|final|next|then|but|while|whereas|although|though|from|rose|risen|fell|fallen|grew|grown|extra|further|additional|plus|tax\w*|loss\w*|profit\w*|net|fine[sd]?|penalt\w*|bonus|(?:in|since|by|until) (?:19|20)\d\d)\b",
    re.I,
)
"""Before a rate these make it one of another time, place or matter, or of what ought to be."""

OWED = Pattern(
    r"\b(?:mortgages?|loans?|borrow\w*|interest|instalments?|installments?|repa(?:y|id)\w*|lease[ds]?)\b", re.I
)
"""What is owed is paid back with interest."""

CLAUSES = Pattern(r"[;:.]")

OTHER_BEHIND = Pattern(
    r"^[^.,;\n]{0,30}?\b(?:last (?:year|season|month|week)|ago|earlier|before|elsewhere|in (?:19|20)\d\d|nation\w*|rather|instead|extra|if|unless|who|whose)\b"
    r"|^(?: (?:a|an|per|to the|each|for each|on average|apiece)(?: \w+)?)? (?:in|for|on|with|without|during|over|under|after) (?!which|that|this|all|average|an average|total)\w+",
    re.I,
)
SET_IN = Pattern(
    r"^ ?[\"“]?(?:and )?(?:on|in|during|with|without|after|before|over) (?!average)(?:the|an?|his|her|its|their) ", re.I
)
"""A clause that opens so tells of a part of what was told: on the motorway they averaged 65 miles an hour."""

CONCEDING = Pattern(r"^[\"“]?(?:though|although|while|but|then) ", re.I)
"""A sentence that opens so goes on from the one before."""

AND = Pattern(r"\b(?:and|but|while|then|only|else)\b")
"""Between a rate and a total behind it these make it another sum."""

OTHER_TOLD = Pattern(
    r"\b(?:at least|up to|at most|another|further|additional|the other|part of|remaining|rest of|half of|most of|including|excluding|profit|loss\w*|debt|deposit|fined?|tax\w*|aged?|target|plans?|hopes?|would|could|if|may|stake)\b",
    re.I,
)
"""In the sentence of the total and the number these make them of another matter than what is shared out."""

MEAN = Pattern(
    r"\b(?:average|mean) (?:gift |pay |price |cost |sum |bonus |grant |award )?(?:came to|was|is|works out at|worked out at|stood at|of) (?:about |around |just |some )?[£$€]?$",
    re.I,
)
PERIOD_OF = Pattern(
    r"\b(?P<how>annual|yearly|monthly|weekly|daily|hourly|nightly) [a-z-]+(?: [a-z-]+)? (?:of|was|is|comes to|came to|at) (?:about |around |just |some )?[£$€]?$",
    re.I,
)
ONE_OPENS = Pattern(
    r"^[\"“]?(?:an?|one|each|every) (?:[a-z-]+ ){0,2}?(?P<how>[a-z]+)(?: (?:of|that|who|which|in|at|from|there|there,|here)\b[^.;:,\d]{0,70})?"
    r" (?:costs?|brought|brings|fetche[ds]|took|takes|earn(?:ed|s)|g[eo]ts?|received?s?|sold for|sells for|went for|was worth|is worth|paid|pays|yield(?:ed|s)|gave|gives|raised|averaged)(?: the \w+)?"
    r" (?:about |around |just |some )?[£$€]?$",
    re.I,
)
"""A sentence opens so with what a figure is for one of."""

OTHER_THERE = Pattern(
    r"전국|업계|다른|지난해|작년|전년|보다|비해|목표|한도|최대|최저|최고|이상|까지|예상|정부|세계|국내|권장|정상|평소|원래|추가|나머지|남은|남기|돌려|별도"
)
"""The same where verbs stand last."""


def by_kind(article: Article, each: Each) -> tuple[Mention, Mention] | None:
    """Return the total and the number of a rate, if there are none but these of their kinds and nothing makes it another's."""
    rate = each.rate
    if not is_plain(rate.changed(hedge=rate.hedge.removeprefix("about"))) or each.sentence.block in HEADINGS:
        return None
    if of_two(article, rate) or (rate.kind == "count" and not (rate.noun or each.noun)):
        return None
    before, behind = article.around(rate, LOOK, AHEAD)
    behind = article.around(each.base, 0, AHEAD)[1] if each.base and each.base.first > rate.first else behind
    if article.verb_last:
        if OTHER_THERE.search(article.words(each.sentence)):
            return None
    elif _of_another(CLAUSES.split(before)[-1], behind):
        return None
    for told in _tellings(article, each.sentence):
        pair = _pair(article, each, told)
        if pair:
            return None if _given_by_others(article, each) else pair
    return None


def _of_another(before: str, behind: str) -> bool:
    """Tell whether the words about a rate make it one of another matter."""
    return any(map(bool, (OTHER.search(CONCEDING.sub("", before)), SET_IN.match(before), OTHER_BEHIND.match(behind))))


def said_so(article: Article) -> Iterator[Each]:
    """Yield rates that no word beside them marks: the average came to $2,800, an annual retreat of 33 metres, an acre brought $60,000."""
    for sentence in () if article.verb_last else article.body:
        for figure in sentence.of_kind("money|measure"):
            before = article.around(figure, LOOK * 2, 0)[0]
            if figure.unit == "knot":
                if "averag" in before:
                    yield Each(figure.changed(unit="nautical_mile"), "hour", sentence, None, figure.unit)
            elif MEAN.search(before):
                yield Each(figure, "", sentence)
            elif found := PERIOD_OF.search(before):
                yield Each(figure, ANNUAL.get(found["how"].lower(), "night"), sentence)
            elif figure is sentence.mentions[0] and (found := ONE_OPENS.match(before)):
                yield Each(figure, found["how"].lower(), sentence)


def _tellings(article: Article, sentence: Sentence) -> Iterator[list[Sentence]]:
    """Yield the sentences that may tell what a rate is of: its own, the one before, the one behind, its own with each of them."""
    near = [one for step in (-1, 1) if (one := adjacent(article, sentence, step)) and one.block not in HEADINGS]
    yield from ([one] for one in (sentence, *near))
    yield from ([sentence, one] for one in near)


def _pair(article: Article, each: Each, told: list[Sentence]) -> tuple[Mention, Mention] | None:
    """Return the one total and the one number of some sentences that the rate can be of."""
    if any(OTHER_TOLD.search(article.words(one)) for one in told if one is not each.sentence):
        return None
    if any(OWED.search(article.words(one)) for one in told):
        return None
    mentions = [one for sentence in told for one in sentence.mentions if one is not each.base]
    figures = [one for one in mentions if one.first != each.rate.first and value(one) > 1 and one.kind in KINDS]
    figures = [one for one in figures if not is_scale(article, one) and not _for_one(article, one)]
    named_ones = {one.first for one in figures if each.noun and one.kind == "count" and named(each.noun, one)}
    figures_of = [one for one in figures if one.first not in named_ones]
    totals = [total for one in figures_of if _is_total(each, total := in_its_unit(each, one))]
    if each.rate.kind == "count" and (len(totals) > 1 or not each.rate.noun):
        totals = [one for one in totals if one.kind != "count" or one.noun]
    if each.base is not None and each.base.kind == "count":
        return _of_so_many(article, each, figures)
    shared = {one.first for one in totals}
    numbers = [one for one in figures if one.first not in shared and _is_number(each, one)]
    numbers = [one for one in numbers if named(each.noun, one) or not is_circumstance(article, one)]
    if len(totals) != 1 or len(numbers) != 1 or not (is_plain(totals[0]) and is_plain(numbers[0])):
        return None
    parting = article.document.text[each.rate.span.end : totals[0].span.start]
    if totals[0].sentence == each.rate.sentence and AND.search(parting):
        return None
    exact = comes_to(each, totals[0], numbers[0])
    if not value(each.rate):
        return None
    off = exact / value(each.rate)
    near = 1 / TWICE < off < TWICE or swapped(each.rate, exact) or off in (10, Fraction(1, 10))
    return (totals[0], numbers[0]) if near else None


def _of_so_many(article: Article, each: Each, figures: Sequence[Mention]) -> tuple[Mention, Mention] | None:
    """Return the few and the many of which a rate is so many to a thousand, where no others are counted."""
    counts = sorted((one for one in figures if one.kind == "count" and not is_circumstance(article, one)), key=value)
    if len(counts) != PAIR or not all(map(is_plain, counts)) or each.base is None or value(each.base) not in SCALES:
        return None
    few, many = counts
    fits = same(each.base.noun or "person", many) or {each.base.noun or "person", many.noun} <= PEOPLE
    off = comes_to(each, few, many) / value(each.rate)
    return (few, many) if fits and same(each.rate.noun, few) and 1 / TWICE < off < TWICE else None


def _for_one(article: Article, figure: Mention) -> bool:
    return (
        "per_" in figure.unit or figure.first in _marked(article) or article.word(article.place(figure) + 1) in FOR_ONE
    )


@lru_cache(maxsize=2)
def _marked(article: Article) -> frozenset[int]:
    """Return where the rates of an article stand, and what they are for so many of."""
    return frozenset(one.first for each in rates(article) for one in (each.rate, each.base) if one)


def _is_total(each: Each, figure: Mention) -> bool:
    rate = each.rate
    if figure.kind == rate.kind == "measure" and each.base is not None:
        return figure.unit == rate.unit
    if figure.kind != rate.kind or value(figure) <= value(rate):
        return each.noun in DAYS and figure.kind == rate.kind == "measure" and figure.unit == rate.unit
    if rate.kind == "count":
        return not rate.noun or not figure.noun or same(rate.noun, figure)
    return figure.unit == rate.unit


def _is_number(each: Each, figure: Mention) -> bool:
    if each.noun in DAYS:
        return figure.kind == "duration" and figure.unit in DAYS
    if figure.kind == "measure":
        return bool(each.noun) and "-" not in figure.text and measures(each, figure)
    if figure.kind != "count" or value(figure).denominator != 1 or not figure.noun:
        return False
    return named(each.noun, figure) or not each.noun


def _given_by_others(article: Article, each: Each) -> bool:
    """Tell whether any other two or three figures about give the rate: then it is theirs."""
    at = each.sentence.number
    near = [one for part in article.sentences[max(0, at - REACH) : at + 1 + REACH] for one in part.mentions]
    figures = [
        in_its_unit(each, one) for one in near if one.kind in KINDS and value(one) >= 1 and one.first != each.rate.first
    ]
    if each.base is not None:
        nouns = {"", each.rate.noun, each.base.noun} | PEOPLE
        figures = [one for one in figures if one.kind != "count" or one.noun in nouns]
    totals = [value(one) for one in figures if one.kind == each.rate.kind and one.unit == each.rate.unit][:MOST]
    counts = [value(one) * times(one, each.noun) for one in figures if one.kind != "measure" or measures(each, one)]
    made = [one * other for one, other in combinations(counts[:MOST], 2)] + _joined(counts[:MOST])
    joined = _joined(totals)
    stated = value(each.rate) / (value(each.base) if each.base else 1)
    return gives(totals, counts, stated, CLOSE) or any(
        gives(*two, stated, SHARP) for two in ((totals, made), (joined, counts))
    )


def _joined(figures: Sequence[Fraction]) -> list[Fraction]:
    """Return every two of some figures added up, and one without the other."""
    return [way for one, other in combinations(figures, 2) for way in (one + other, abs(one - other))]
