"""From what to what a figure went over some years: the two amounts beside a yearly rate, in the order of their years."""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from factcheck.article import Article, Sentence
from factcheck.model import Mention
from factcheck.phrase import phrase

IN_YEAR = "<wN>? (in|by|for) {year}"
FIRST = frozenset({"from", ",", "between"})
BECOMING = frozenset("become becomes became turning turned into reach reaching".split())
EQUAL = frozenset("equivalent equals".split())
SUMMED = frozenset("is was means thus equates works worked amounts so".split())
TAKING_UP = frozenset("that this it they the".split())
"""A sentence behind the figures that opens so and sums up gives the rate that is theirs."""
PARTING = frozenset({"and", "but", "while", ";"})
PRONOUNS = frozenset({"it", "they", "he", "she"})
RATES = frozenset(
    "growth rate rates rise increase average pace clip decline fall drop return gain cagr by at averaged".split()
)
"""Before "of 12%": what a rate of growth is called; "inflation of 3%" is of something else."""
OTHERWISE = frozenset("forecast expected projected inflation outpacing outstripping than yield down target".split())
REACH, BACK = 25, 2
"""So many words of a rate's sentence are read, and so many sentences before it."""


class Path(NamedTuple):
    """The figure that was first and the one that came of it; `told` where words tie them to each other."""

    before: Mention
    after: Mention
    told: bool
    sentences: tuple[Sentence, ...]


def path(article: Article, rate: Mention, sentence: Sentence) -> Path | None:
    """Return the two figures of one kind that the rate's sentence tells, or tells with those just before; else None."""
    own = _amounts(sentence)
    if len(own) == 2:
        return _ordered(article, own, (sentence,), _told_in_one(article, rate, own, sentence))
    if len(own) > 1 or len(sentence.of_kind("percent")) > 1:
        return None
    block, told, amounts = article.block_at(rate.span.start), [sentence], own
    for before in reversed(article.sentences[max(0, sentence.number - BACK) : sentence.number]):
        if len(amounts) >= 2 or before.mentions[0].span.start < block.start or before.of_kind("percent"):
            break
        told, amounts = [before, *told], [*_amounts(before), *amounts]
    taken_up = _of_growth(article, rate, sentence) and _sums_up(article, sentence)
    return _ordered(article, amounts, tuple(told), taken_up) if len(amounts) == 2 else None


def _told_in_one(article: Article, rate: Mention, amounts: list[Mention], sentence: Sentence) -> bool:
    """Tell whether one sentence ties two amounts to each other and to its rate."""
    first, last = (article.place(one) for one in amounts)
    between = {article.word(at) for at in range(first, last)}
    if rate not in sentence.mentions or not _of_growth(article, rate, sentence):
        return False
    apart = PARTING & (between - {article.word(last - 1)})
    if apart and PRONOUNS.isdisjoint(between) and article.word(first - 1) != "between":
        return False
    told = article.word(first - 1) in FIRST or article.word(last - 1) == "from" or not BECOMING.isdisjoint(between)
    return told or all(_year_behind(article, one) for one in amounts)


def _of_growth(article: Article, rate: Mention, sentence: Sentence) -> bool:
    place = article.place(rate)
    before = [article.word(at) for at in range(max(sentence.start, place - 4), place)]
    other = before[-1:] == ["of"] and RATES.isdisjoint(before)
    return not other and OTHERWISE.isdisjoint(
        article.word(at) for at in range(sentence.start, min(sentence.end, sentence.start + REACH))
    )


def _sums_up(article: Article, sentence: Sentence) -> bool:
    words = [article.word(at) for at in range(sentence.start, min(sentence.end, sentence.start + REACH))]
    return not EQUAL.isdisjoint(words) or (words[0] in TAKING_UP and not SUMMED.isdisjoint(words))


def _amounts(sentence: Sentence) -> list[Mention]:
    return [one for one in sentence.of_kind("money|count|measure") if one.number]


def _ordered(article: Article, amounts: list[Mention], sentences: tuple[Sentence, ...], told: bool) -> Path | None:
    first, last = amounts
    if first.kind != last.kind or first.unit != last.unit or min(first.size, last.size) <= 0:
        return None
    years = [_year_behind(article, one) for one in amounts]
    backward = article.word(article.place(last) - 1) == "from" or (0 not in years and years[0] > years[1])
    return Path(last, first, told, sentences) if backward else Path(first, last, told, sentences)


def _year_behind(article: Article, amount: Mention) -> int:
    """Return the year of "£40m in 2014", 0 for none."""
    match = phrase(IN_YEAR).match(article.skeleton, article.place(amount) + 1)
    when = article.at[match.end() - 1].when if match else None
    return (when.year or 0) if when else 0


def joined(sentences: tuple[Sentence, ...]) -> Iterator[Mention]:
    """Yield the figures of some sentences in order."""
    for sentence in sentences:
        yield from sentence.mentions
