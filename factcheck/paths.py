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
SUMMED = frozenset("that this thus equivalent equals works worked amounts so".split())
"""In the sentence behind the figures: what says that its rate is theirs."""
REACH = 12


class Path(NamedTuple):
    """The figure that was first and the one that came of it; `told` where words tie them to each other."""

    before: Mention
    after: Mention
    told: bool
    sentences: tuple[Sentence, ...]


def path(article: Article, rate: Mention, sentence: Sentence) -> Path | None:
    """Return the two figures of one kind that the rate's sentence tells, or tells with the one before; else None."""
    own = _amounts(sentence)
    if len(own) == 2:
        return _ordered(article, own, (sentence,), told=False)
    if len(own) > 1 or not sentence.number:
        return None
    before = article.sentences[sentence.number - 1]
    block = article.block_at(rate.span.start)
    if before.mentions[0].span.start < block.start or len(sentence.of_kind("percent")) > 1 or before.of_kind("percent"):
        return None
    words = {article.word(at) for at in range(sentence.start, min(sentence.end, sentence.start + REACH))}
    amounts = [*_amounts(before), *own]
    return _ordered(article, amounts, (before, sentence), bool(words & SUMMED)) if len(amounts) == 2 else None


def _amounts(sentence: Sentence) -> list[Mention]:
    return [one for one in sentence.of_kind("money|count|measure") if one.number]


def _ordered(article: Article, amounts: list[Mention], sentences: tuple[Sentence, ...], told: bool) -> Path | None:
    first, last = amounts
    if first.kind != last.kind or first.unit != last.unit:
        return None
    lead = [article.word(article.place(one) - 1) for one in amounts]
    years = [_year_behind(article, one) for one in amounts]
    if lead[1] == "from" or (0 not in years and years[0] > years[1]):
        return Path(last, first, True, sentences)
    becomes = any(article.word(at) in BECOMING for at in range(article.place(first), article.place(last)))
    return Path(first, last, told or becomes or lead[0] in FIRST or 0 not in years, sentences)


def _year_behind(article: Article, amount: Mention) -> int:
    """Return the year of "£40m in 2014", 0 for none."""
    match = phrase(IN_YEAR).match(article.skeleton, article.place(amount) + 1)
    when = article.at[match.end() - 1].when if match else None
    return (when.year or 0) if when else 0


def joined(sentences: tuple[Sentence, ...]) -> Iterator[Mention]:
    """Yield the figures of some sentences in order."""
    for sentence in sentences:
        yield from sentence.mentions
