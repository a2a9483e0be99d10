"""From what to what a figure went over some years: the two amounts beside a yearly rate, in the order of their years."""

from __future__ import annotations

import re
from collections.abc import Iterator

from factcheck.article import Article, Sentence
from factcheck.document import Span
from factcheck.link.change.leadingon import leads_to, of_first
from factcheck.link.context.ties import adjacent
from factcheck.link.series.circumstances import is_circumstance
from factcheck.model import Mention
from factcheck.patterns import Pattern
from factcheck.phrase import phrase, source
from factcheck.records import NamedTuple

IN_YEAR = "<wN>? (in|by|for|at|of|since) (the <w\ue000-\uf8ff> of)? {year}"
YEAR_AT = "{year} ,? <w\ue000-\uf8ff>? <w\ue000-\uf8ff>? <w\ue000-\uf8ff>? <w\ue000-\uf8ff>? $"
"""A year before its amount: "2013 at 1,000", "by 2024 it ran 213"."""
FIRST = frozenset({"from", ",", "between"})
BECOMING = frozenset("become becomes became turning turned into reach reaching".split())
EQUAL = frozenset("equivalent equals".split())
INTERVAL = Pattern(
    r"(?:in|over|during|through|across) (?:the (?:intervening|interim|period|years? between)|(?:that|those)\b(?! case| sense| respect)|"
    r"between\b)",
    re.IGNORECASE,
)
"""What opens a sentence of the years between two figures: "In the intervening years"."""
FOLLOWED = Pattern(r"from \S+ [^.;]*?, (?:it|they)\b", re.IGNORECASE)
"""What opens a sentence that tells from what and to what something went at the rate before: "From 500 in 2020, it"."""
SINCE = Pattern(r"(?:it|they)\b.*\bsince (?:then|that)\b", re.IGNORECASE)
"""A sentence of how what was told moved from there on."""
GOING_ON = Pattern(r"(?:it|they) (?:is|are|was|were)(?: now| still)? \w+ing\b", re.IGNORECASE)
"""A sentence of how what was told moves now, or moved at some time."""
GOES = Pattern(r"(?:it|they)(?: \w+){1,3} (?:by )?(?:an average of )?$", re.IGNORECASE)
"""All that leads to a rate where a sentence says how what was told moved: "It returned"."""
PLAIN = frozenset(
    "a an the of at to by years year period time decade average averaging averaged annual growth rate rise gain was is it they".split()
)
"""Words that bring in nothing but the growth itself."""
TAKES = Pattern(
    r"\b(?:tak|brought|bring|lift|rais|push|cut|left|leav)\w* (?:it|them|that|this) (?:up |down |back )?to (?:\w+ )?$"
)
"""What leads on from the figure before: "would have taken them to"."""
COSTING = Pattern(r"\bwhat (?:cost|sold for|could be bought for)\b")
"""Of prices alone inflation is the growth."""
SUMMED = frozenset("is was means thus equates works worked amounts so".split())
TAKING_UP = frozenset("that this it they the".split())
"""A sentence behind the figures that opens so and sums up gives the rate that is theirs."""
PARTING = frozenset({"and", "but", "while", ";"})
PARTED = frozenset({"while", "whereas", "but"})
YEARLY_ENDS = "((PER|a|an|ANNUAL) <w\ue000-\uf8ff>?)? (on MEAN | over|in|during that|this|the|those ({duration}|<w\ue000-\uf8ff>))? ,? <.q\n;:)>"
"""Behind a rate: nothing that makes it one of other years."""
AHEAD = 9
LATER, LAST_YEAR = "{duration} later|on|after", 9999
"""A figure of some years after another's is dated too."""
PRONOUNS = frozenset({"it", "they", "he", "she", "its", "their"})
RATES = frozenset(
    "growth rate rates rise increase average pace clip decline fall drop return gain cagr by at averaged".split()
)
"""Before "of 12%": what a rate of growth is called; "inflation of 3%" is of something else."""
OTHERWISE = frozenset("forecast expected projected inflation outpacing outstripping than yield down target".split())
REACH, BACK = 25, 2
"""So many words of a rate's sentence are read, and so many sentences before it."""


AMOUNTS = "money|count|measure"


class Path(NamedTuple):
    """The figure that was first and the one that came of it; `told` where words tie them to each other."""

    before: Mention
    after: Mention
    told: bool
    sentences: tuple[Sentence, ...]


def path(article: Article, rate: Mention, sentence: Sentence) -> Path | None:
    """Return the two figures of one kind that the rate's sentence tells, or tells with those just before; else None."""
    own = amounts_of(article, sentence)
    if _is_summed(article, sentence, rate):
        own = [one for one in own if one.first < rate.first]
    if len(own) == 2:
        return _ordered(article, own, (sentence,), _told_in_one(article, rate, own, sentence))
    if len(own) > 1 or len(sentence.of_kind("percent")) > 1:
        return None
    if not own and (behind := adjacent(article, sentence, 1)) and FOLLOWED.match(article.words(behind)):
        amounts = amounts_of(article, behind)
        if len(amounts) == 2 and not behind.of_kind("percent"):
            return _ordered(article, amounts, (sentence, behind), _of_growth(article, rate, sentence))
    block, told, amounts = article.block_at(rate.span.start), [sentence], own
    for before in reversed(article.sentences[max(0, sentence.number - BACK) : sentence.number]):
        shares = before.of_kind("percent")
        of_wholes = all(article.word(article.place(share) + 1) == "of" for share in shares)
        if len(amounts) >= 2 or before.mentions[0].span.start < block.start or not of_wholes:
            break
        stop = shares[0].first if shares else sentence.mentions[-1].first
        told, amounts = [before, *told], [*(one for one in amounts_of(article, before) if one.first < stop), *amounts]
    taken_up = _of_growth(article, rate, sentence) and _sums_up(article, sentence, rate)
    return _ordered(article, amounts, tuple(told), taken_up) if len(amounts) == 2 else None


def _told_in_one(article: Article, rate: Mention, amounts: list[Mention], sentence: Sentence) -> bool:
    """Tell whether one sentence ties two amounts to each other and to its rate."""
    first, last = (article.place(one) for one in amounts)
    between = {article.word(at) for at in range(first, last)}
    if rate not in sentence.mentions or not _of_growth(article, rate, sentence):
        return False
    place = article.place(rate)
    if place > last and not PARTED.isdisjoint(behind := [article.word(at) for at in range(last, place)]):
        if PRONOUNS.isdisjoint(behind):
            return False
    dated = all(_year_of(article, one, amounts) for one in amounts)
    if first < place < last and not PARTING.isdisjoint(between):
        return of_first(article, amounts[0], rate) and leads_to(article, rate, amounts[1])
    if dated and _set_off(article, last, place) and ends(article, rate):
        return True
    apart = PARTING & (between - {article.word(last - 1)})
    if apart and PRONOUNS.isdisjoint(between) and article.word(first - 1) != "between":
        return False
    told = article.word(first - 1) in FIRST or article.word(last - 1) == "from" or not BECOMING.isdisjoint(between)
    return (told or dated) and (place < last or ends(article, rate))


def ends(article: Article, rate: Mention) -> bool:
    """Tell whether nothing behind a rate makes it one of other years: "a year on average.", no "a year since the merger"."""
    return phrase(YEARLY_ENDS).match(article.skeleton, article.place(rate) + 1) is not None


def _set_off(article: Article, last: int, place: int) -> bool:
    """Tell whether a rate is set off behind two figures as theirs: ", an annualised gain of 5 per cent"."""
    words = [article.word(at) for at in range(last + 1, place) if at not in article.at]
    mark = next((n for n in range(len(words) - 1, -1, -1) if words[n] in (",", ":", "—", "or", "(")), len(words))
    led = words[mark + 1 :]
    return bool(led) and not RATES.isdisjoint(led) and led[0] in ("a", "an", "or", "the") and led[-1] == "of"


def _of_growth(article: Article, rate: Mention, sentence: Sentence) -> bool:
    place = article.place(rate)
    before = [article.word(at) for at in range(max(sentence.start, place - 4), place)]
    other = before[-1:] == ["of"] and RATES.isdisjoint(before)
    words = {article.word(at) for at in range(sentence.start, min(sentence.end, sentence.start + REACH))}
    strange = words & OTHERWISE
    return not other and (not strange or (strange == {"inflation"} and bool(COSTING.search(article.words(sentence)))))


def _sums_up(article: Article, sentence: Sentence, rate: Mention) -> bool:
    words = [article.word(at) for at in range(sentence.start, min(sentence.end, sentence.start + REACH))]
    lead = article.text(Span(article.span(sentence.start, sentence.start + 1).start, rate.span.start))
    own = amounts_of(article, sentence)
    if GOING_ON.match(lead):
        return False
    if own and TAKES.search(article.text(Span(rate.span.end, max(rate.span.end, own[-1].span.start)))):
        return True
    if SINCE.match(lead) or (SINCE.match(article.words(sentence)) and len(own) == 1):
        return True
    if ends(article, rate):
        opened = INTERVAL.match(lead)
        known = set(re.findall(r"[a-z]+", lead[opened.end() :].lower())) if opened else set()
        if GOES.match(lead) or not PRONOUNS.isdisjoint(known) or (opened and known <= PLAIN):
            return True
    return not EQUAL.isdisjoint(words) or (words[0] in TAKING_UP and not SUMMED.isdisjoint(words))


def _is_summed(article: Article, sentence: Sentence, rate: Mention) -> bool:
    """Tell whether a sentence sums up what came before it and then goes on to another matter: That is 4 per cent a year, and."""
    place, behind = article.place(rate), [one for one in amounts_of(article, sentence) if one.first > rate.first]
    stop = article.place(behind[0]) if behind else place
    led = [article.word(at) for at in range(sentence.start, place)]
    parted = {article.word(at) for at in range(place, stop)}
    return led[:1] != [] and led[0] in TAKING_UP and not SUMMED.isdisjoint(led) and not PARTING.isdisjoint(parted)


def amounts_of(article: Article, sentence: Sentence) -> list[Mention]:
    """Return the amounts of a sentence that may grow: no number that only tells circumstances."""
    return [one for one in sentence.of_kind(AMOUNTS) if one.number and not is_circumstance(article, one)]


def _ordered(article: Article, amounts: list[Mention], sentences: tuple[Sentence, ...], told: bool) -> Path | None:
    first, last = amounts
    if last.kind == "count" and not last.noun and first.kind == "measure":
        last = last.changed(kind=first.kind, unit=first.unit)
    if first.kind != last.kind or first.unit != last.unit or min(first.size, last.size) <= 0:
        return None
    years = [_year_of(article, one, amounts) for one in amounts]
    backward = article.word(article.place(last) - 1) == "from" or (0 not in years and years[0] > years[1])
    return Path(last, first, told, sentences) if backward else Path(first, last, told, sentences)


def _year_of(article: Article, amount: Mention, amounts: list[Mention]) -> int:
    """Return the year of "£40m in 2014" or "2014 at £40m", 0 for none; no year is that of two amounts."""
    place = article.place(amount)
    if match := phrase(IN_YEAR).match(article.skeleton, place + 1):
        return _year(article, match.end() - 1)
    if phrase(LATER).match(article.skeleton, place + 1):
        return LAST_YEAR
    start = article.sentences[amount.sentence].start
    taken = {
        found.end() - 1 for one in amounts if (found := phrase(IN_YEAR).match(article.skeleton, article.place(one) + 1))
    }
    ahead = YEAR_AHEAD.search(article.skeleton, max(start, place - AHEAD), place)
    return _year(article, ahead.start()) if ahead and ahead.start() not in taken else 0


YEAR_AHEAD = Pattern(lambda: source(YEAR_AT.removesuffix("$")) + r"\Z")


def _year(article: Article, place: int) -> int:
    when = article.at[place].when
    return (when.year or 0) if when else 0


def joined(sentences: tuple[Sentence, ...]) -> Iterator[Mention]:
    """Yield the figures of some sentences in order."""
    for sentence in sentences:
        yield from sentence.mentions
