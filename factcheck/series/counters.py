"""A whole and, in the sentence behind it, its parts, in a language that counts all with one counter: 340곳 ... 12곳, 45곳, 283곳."""

from __future__ import annotations

from collections.abc import Iterator

from factcheck.article import BIT, Article, Sentence
from factcheck.model import Mention, Relation
from factcheck.phrase import phrase
from factcheck.quantity import total
from factcheck.series.figures import counted, sum_slips, value
from factcheck.series.runs import runs

FEWEST = 3
RANKED = "RISE|MORE"
"""Words with which a list says that its parts stand in order of size, so that small ones may lack."""


def counted_out(article: Article) -> Iterator[Relation]:
    """Yield every whole with the parts that the next sentence lists, all with its counter; wrong only as by a slip."""
    for sentence in article.body if article.verb_last else ():
        if sentence.kinds & BIT["K"] and len(sentence.mentions) >= FEWEST and sentence.number:
            yield from _listed(article, sentence, article.sentences[sentence.number - 1])


def _listed(article: Article, sentence: Sentence, before: Sentence) -> Iterator[Relation]:
    alike = [one for one in sentence.of_kind("count") if one.counter]
    parts = next((run for run in runs(article, alike) if len(run) >= FEWEST), None)
    if parts is None or len({part.counter for part in parts}) > 1 or len(parts) != len(alike):
        return
    wholes = [one for one in before.of_kind("count") if one.counter == parts[0].counter and _plain(one)]
    if len(wholes) == 1 and all(map(_plain, parts)) and max(map(value, parts)) < value(wholes[0]):
        met = sum(map(value, parts)) == value(wholes[0])
        if met or sum_slips(parts, wholes[0]):
            ranked = phrase(RANKED).search(article.skeleton, sentence.start, sentence.end)
            doubt = "only the largest may be listed" if ranked else None
            yield Relation(counted(wholes[0]), total([counted(part) for part in parts]), doubt=doubt)


def _plain(mention: Mention) -> bool:
    return not mention.hedge and mention.upper is None and mention.number is not None
