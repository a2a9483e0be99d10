"""What a rate is of where its words leave one total and one number: "The 48 nurses cost £91,200 to train, £1,900 a nurse".

How the three are joined varies without end.  That the rate is for one of the very thing that one figure counts, that the
other is so much of what the rate is so much of, and that there is no fourth figure, does not.
"""

from __future__ import annotations

import re

from factcheck.article import Article, Sentence
from factcheck.link.context.ties import adjacent
from factcheck.link.rate.apiece import PEOPLE, named, same
from factcheck.link.rate.apportion import (
    in_its_unit,
    is_number,
    is_of_all,
    is_scale,
    is_whole,
    measures,
    qualified,
    shares_all,
)
from factcheck.link.rate.each import DAYS, SCALES, Each, of_two, rates, single_periods
from factcheck.link.rate.periods import offered, words_by
from factcheck.link.series.circumstances import is_circumstance
from factcheck.link.series.figures import value
from factcheck.link.series.totals import is_total
from factcheck.model import Mention
from factcheck.patterns import Pattern

FIGURES = frozenset({"money", "count", "measure", "duration", "points"})
OTHERS = frozenset({"percent", "fraction", "multiple", "age", "pair"})
"""Beside figures of these kinds the three are not alone."""

OTHERWISE = Pattern(
    r"\b(?:neighbou?r\w*|nation(?:al|ally|wide)|target|record|as (?:much|many) as|at (?:least|most)|expect\w*|forecast|if|would|could|should|rivals?"
    r"|another(?! way)|further|others?|additional|profit|loss|tax|overtime|peak|normal(?:ly)?|(?:larg|small|high|low|old|young)est|best|worst|first|last(?! (?:year|month|week))|former|only"
    r"|than|r[io]se|f[ae]ll|gr[eo]w|(?<!add )(?<!adds )(?<!added )up|down|instead|discount|plus|extra|interest|odds|more|less|fewer|including|excluding|ago|earlier|previous\w*|compared|against"
    r"|but|whereas|although|though|while|(?:some|most|part|half|a third|a quarter) of|of (?:whom|which)|also|alone|until|still|remaining|limit|maximum|minimum"
    r"|shares?|stock|usual(?:ly)?|can|may|might|not|never|no|deposit|deficit|debt|salary)\b",
    re.I,
)
"""With these there is something besides the three."""

GOES_ON = Pattern(
    r"^[\"“]?(?:that|this|it|they|each|every|on average|put another way|so|which|one|an? (?:average|typical)|average|at|with|for|over|per|divided|shared|split|he|she|we"
    r"|(?:the|its|their|his|her) \w+)\b",
    re.I,
)
"""A sentence that goes on from the one before opens so."""

CAME = frozenset(
    "come comes came coming cost costs costing gross grosses fetch fetched fetching bring brings brought bringing make makes made making "
    "earn earns earned earning paying take takes took taking raise raises raised raising total totals totalled totalling bill reach reached finish finished cover covered "
    "gave give gives giving add adds added get gets altogether takings".split()
)
"""Before a total these say that it is what came of the number and the rate."""

BESIDES = Pattern(
    r"추가|이상|최대|까지|올해|지난해|작년|가운데| 중|등 |등에|할인|세금|이자|나머지|더 |별도|빼|제외|목표|예산|평균|약 |여 |정도|각각|부터|이르면|남은"
)
"""With these there is something besides a rate, a number and a total."""

HANDED = Pattern(
    r"씩?(?:에게|한테|에|이|가|을|를|간| 동안|분|치)?,? ?(?:모두|총|합쳐|합해|전부|통틀어|팔아|해서|모아)? ?"
)
GIVEN = Pattern(
    r"(?:을|를|이|가) (?:지급|줬|준다|주었|줄|냈|낸다|내|모았|모은|받|벌|거뒀|거둬|나눠|나누|기부|지원|걷|전달|썼|보냈|들었|든다|다녀|찾|왔)"
)
"""Between the last of the two and the total, and behind that, these make it what all of them come to."""

TWO, LEAD = 2, 5


def only_pair(article: Article, each: Each) -> tuple[int, int] | None:
    """Return where the total and the number of a rate stand, if there are no others that it can be of."""
    if of_two(article, each.rate) or each.rate.upper:
        return None
    if article.verb_last:
        return _handed_out(article, each)
    own = each.sentence
    before, behind = adjacent(article, own, -1), adjacent(article, own, 1)
    nearby = [[own]]
    if before and GOES_ON.match(article.words(own)):
        nearby.append([before, own])
    if behind and len(behind.of_kind("number")) == 1 and GOES_ON.match(article.words(behind)):
        nearby.append([own, behind])
    return next((pair for near in nearby if (pair := _pair(article, each, near))), None)


def _handed_out(article: Article, each: Each) -> tuple[int, int] | None:
    """Return the sum and the number of a sentence that hands out so much to each, 25만 원씩 40명에게 1000만 원, with no other figure."""
    others = [one for one in each.sentence.mentions if one.first != each.rate.first and value(one) != 1]
    words = article.words(each.sentence)
    if len(others) != TWO or not article.document.text.startswith("씩", each.rate.span.end) or BESIDES.search(words):
        return None
    numbers = [one for one in others if one.kind in ("count", "duration") and is_number(each, one) and not one.upper]
    totals = [one for one in others if is_whole(each, one) and not one.upper and not one.hedge]
    if len(numbers) != 1 or len(totals) != 1 or totals[0].first < max(each.rate.first, numbers[0].first):
        return None
    text, last = article.document.text, max(each.rate, numbers[0], key=lambda one: one.first)
    if not HANDED.fullmatch(text, last.span.end, totals[0].span.start) or not GIVEN.match(text, totals[0].span.end):
        return None
    fits = each.noun in ("", numbers[0].noun, numbers[0].unit) or named(each.noun, numbers[0])
    return (totals[0].first, numbers[0].first) if fits else None


def _pair(article: Article, each: Each, near: list[Sentence]) -> tuple[int, int] | None:
    told = [one for sentence in near for one in sentence.mentions]
    mentions = [one for one in told if named(each.noun, one) or not is_circumstance(article, one)]
    own = {each.rate.first, each.base.first if each.base else -1}
    others = [one for one in mentions if one.kind in FIGURES and value(one) > 1 and one.first not in own]
    if any(one.kind in OTHERS or one.upper for one in mentions):
        return None
    if not others or OTHERWISE.search(" ".join(article.words(sentence) for sentence in near)):
        return None
    if any(_is_rate(article, one) or is_scale(article, one) for one in others):
        return None
    if each.base is not None and each.base.kind != "measure":
        return _of_so_many(article, each, others)
    if len(others) == 1 and each.noun in DAYS:
        others += list(single_periods(article, each.noun, article.sentences[others[0].sentence]))[:1]
    if len(others) != TWO:
        return None
    for total, number in (others, others[::-1]):
        if _is_of(article, each, total) and _numbers(each, number) and _follows(article, each, total):
            last = each.rate.first > max(total.first, number.first)
            partly = last and (qualified(article, each) or not is_of_all(article, each))
            partly = partly or not shares_all(article, each, total, number)
            return None if partly else (total.first, number.first)
    return None


def _of_so_many(article: Article, each: Each, others: list[Mention]) -> tuple[int, int] | None:
    """Return the few and the many of which a rate is so many to a thousand, where there are only those two."""
    counts = sorted((one for one in others if one.kind == "count"), key=value)
    if len(others) != TWO or len(counts) != TWO or value(counts[0]) == value(counts[1]) or each.base is None:
        return None
    few, many = counts
    base = each.base.noun or "person"
    known = value(many) not in SCALES and (
        not many.noun or same(base, many) or {base, many.noun} <= PEOPLE or _is_verb(article, many)
    )
    return (few.first, many.first) if known and same(each.rate.noun, few) else None


def _is_of(article: Article, each: Each, figure: Mention) -> bool:
    """Tell whether a rate is so much of what a figure is a total of: pounds of pounds, trees of trees."""
    rate, total = each.rate, in_its_unit(each, figure)
    elided = rate.kind == "count" and not rate.noun
    if elided and total.kind == "measure":
        return value(total) > value(rate)
    counted = total.kind == "count" and not (elided or same(rate.noun, total) or _is_verb(article, figure))
    return total.kind == rate.kind and total.unit == rate.unit and value(total) > value(rate) and not counted


def _is_rate(article: Article, figure: Mention) -> bool:
    """Tell whether a figure is for one of something itself; "96 murders in a city" are not."""
    words = [article.word(article.place(figure) + n) for n in (1, 2, 3)]
    return "in" not in words and any(figure.first == each.rate.first for each in rates(article))


def _is_verb(article: Article, figure: Mention) -> bool:
    """Tell whether what stands behind a number of things is none of them, for it is no plural: "96,000 live there"."""
    return bool(figure.noun) and article.word(article.place(figure) + 1) == figure.noun


def _numbers(each: Each, number: Mention) -> bool:
    """Tell whether a figure counts, or measures, what a rate is for one of."""
    if each.noun in DAYS:
        return number.kind == "duration" and number.unit in DAYS
    if number.kind == "measure":
        return measures(each, number)
    return number.kind == "count" and (named(each.noun, number) or (not each.noun and value(number).denominator == 1))


def _follows(article: Article, each: Each, total: Mention) -> bool:
    """Tell whether nothing parts a rate from its total: an "and" only where the one behind is said to come of the other."""
    one, other = sorted((each.rate, total), key=lambda figure: figure.first)
    parting = article.document.text[one.span.end : other.span.start]
    if not parting.strip(" -–—"):
        return False  # From 60 - 80 is a range.
    if not all(GOES_ON.match(clause.strip()) for clause in parting.split(";")[1:]):
        return False
    between = [article.word(at) for at in range(article.place(one) + 1, article.place(other))]
    led = not CAME.isdisjoint(words_by(article, other, LEAD)) or offered(article, other)
    return "and" not in between or led or is_total(article, article.sentences[total.sentence], total)
