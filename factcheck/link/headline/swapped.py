"""A headline's figure that the text tells in another unit, year or number of as many: $2bn and £2bn, 2027 and 2028, 52 and 48 of 100."""

from __future__ import annotations

from collections.abc import Iterator

from factcheck.article import BIT, Article, Sentence
from factcheck.document import Span
from factcheck.link.context.subjects import topics, topics_of
from factcheck.link.headline.heads import TOPS, Head
from factcheck.link.headline.rivals import opens
from factcheck.model import Mention, Relation
from factcheck.patterns import Pattern
from factcheck.phrase import KIND_LETTERS
from factcheck.quantity import Quantity

YEARS = BIT[KIND_LETTERS["year"]]
SIGNS = "$£€¥₩₹"
LED = frozenset({"in", "by", "until", "since", "from"})
PLANNED = Pattern(r"\b(?:had|was|were|planned|original\w*|first|once|meant|until)\b")
"""Before a year these make it one that is over, or was given up."""

BACK, LOOK = 5, 60
"""So many words before "in 2027" may say what is done then."""


def swapped_units(article: Article, heads: list[Head]) -> Iterator[Relation]:
    """Hold a sum of a headline to the same number of another money, where the text has none of its own."""
    for head in heads:
        said = head.mention
        if said.kind != "money" or not _sign(said):
            continue
        sums = [one for sentence in article.body for one in sentence.of_kind("money")]
        told = [one for one in sums if _sign(one) and one.size == said.size]
        if told and all(_sign(one) and _sign(one) != _sign(said) and one.unit != said.unit for one in sums):
            yield _told(head.places, said, told[0])


def _sign(mention: Mention) -> str:
    """Return the one sign of money that a sum is written with, "" for none or one that letters tell apart: NZ$."""
    first = mention.text[:1]
    return first if first in SIGNS else ""


def swapped_years(article: Article) -> Iterator[Relation]:
    """Hold the year of a headline to the only one of the first sentence that tells the same with another."""
    for head in article.sentences if not article.verb_last else ():
        if head.block in TOPS and head.kinds & YEARS and len(years := _years(article, head)) == 1:
            told = [one for sentence in article.body for one in sentence.of_kind("year|date")]
            opening = [
                one for sentence in article.body if opens(article, sentence) for one in _years(article, sentence)
            ]
            known = any(one.when and years[0].when and one.when.year == years[0].when.year for one in told)
            planned = len(opening) == 1 and PLANNED.search(article.around(opening[0], LOOK)[0])
            if not known and not planned and len(opening) == 1 and _is_one_act(article, head, years[0], opening[0]):
                yield _told((years[0].span,), years[0], opening[0])


def _years(article: Article, sentence: Sentence) -> list[Mention]:
    return [one for one in sentence.of_kind("year") if article.word(article.place(one) - 1) in LED]


def _is_one_act(article: Article, head: Sentence, over: Mention, under: Mention) -> bool:
    """Tell whether what is done in two years is told in a word of both, with another beside it."""
    acts = [topics(article, range(article.place(one) - BACK, article.place(one) - 1)) for one in (over, under)]
    shared = topics_of(article, head) & topics_of(article, article.sentences[under.sentence])
    return bool(acts[0] & acts[1]) and len(shared) > 1


def _told(places: tuple[Span, ...], said: Mention, told: Mention) -> Relation:
    over = Quantity.named(said.text, said.text, *places)
    under = Quantity.named(told.text, told.text, told.span)
    return Relation(over, under, working=f"{told.text} in the text; {said.text} over it", fix=told.text)
