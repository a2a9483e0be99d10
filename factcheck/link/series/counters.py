"""A whole and its parts in a language that counts all with one counter: 340곳 ... 12곳, 45곳, 283곳.

The parts are listed in the sentence behind the whole, are said to be of it (이 가운데 900명은 ..., 400명은 ...), or are the
dead and the injured whom one word takes together (사상자).
"""

from __future__ import annotations

from collections.abc import Iterator

from factcheck.article import BIT, Article, Sentence
from factcheck.link.series.figures import counted, is_plain, sum_slips, value
from factcheck.link.series.runs import runs
from factcheck.model import Mention, Relation
from factcheck.phrase import phrase
from factcheck.quantity import total

FEWEST = 3
RANKED = "RISE|MORE"
"""Words with which a list says that its parts stand in order of size, so that small ones may lack."""

TOPIC = ("은", "는")
"""Behind each of several figures this sets one against the other: 900명은 ..., 400명은 ...."""

DEAD, HURT, BOTH = ("숨", "사망", "목숨"), ("다치", "다쳐", "다쳤", "부상"), ("사상",)
TOLD = 2
"""So many words behind a figure, or before it, tell what became of those whom it counts."""


def counted_out(article: Article) -> Iterator[Relation]:
    """Yield every whole with its parts, all with its counter; those listed in the next sentence wrong only as by a slip."""
    for sentence in article.body if article.verb_last else ():
        if sentence.kinds & BIT["K"] and len(sentence.mentions) > 1:
            alike = [one for one in sentence.of_kind("count") if one.counter]
            if len(alike) >= FEWEST:
                yield from _casualties(article, alike)
            if sentence.number:
                before = article.sentences[sentence.number - 1]
                yield from _listed(article, sentence, before) if len(alike) >= FEWEST else ()
                yield from _of_these(article, sentence, before, alike)


def _casualties(article: Article, alike: list[Mention]) -> Iterator[Relation]:
    """Yield the dead and the injured of a sentence against both: 2명이 숨지고 7명이 다쳐 9명의 사상자가 났다."""
    wholes = [one for one in alike if _says(article, one, BOTH)]
    dead, hurt = ([one for one in alike if _says(article, one, words)] for words in (DEAD, HURT))
    if len(wholes) == len(dead) == len(hurt) == 1 and all(map(is_plain, (*wholes, *dead, *hurt))):
        if len({one.counter for one in (*wholes, *dead, *hurt)}) == 1 and len({id(one) for one in alike}) == FEWEST:
            yield Relation(counted(wholes[0]), total([counted(dead[0]), counted(hurt[0])]))


def _says(article: Article, mention: Mention, words: tuple[str, ...]) -> bool:
    place = article.place(mention)
    behind = article.word(place + 1)
    before = article.word(place - 1) if not behind.startswith((*DEAD, *HURT, *BOTH)) else ""
    return behind.startswith(words) or before.startswith(words)


def _of_these(article: Article, sentence: Sentence, before: Sentence, parts: list[Mention]) -> Iterator[Relation]:
    """Yield the parts that "이 가운데" opens, set one against the other, which are no more than their whole."""
    opened = phrase("these of").match(article.skeleton, sentence.start)
    text = article.document.text
    if opened is None or len(parts) < TOLD or not all(text[one.span.end : one.span.end + 1] in TOPIC for one in parts):
        return
    wholes = [one for one in before.of_kind("count") if one.counter == parts[0].counter and is_plain(one)]
    if len(wholes) == 1 and all(map(is_plain, parts)) and len({one.counter for one in parts}) == 1:
        added = sum(map(value, parts))
        if added >= value(wholes[0]) and max(map(value, parts)) < value(wholes[0]):
            yield Relation(counted(wholes[0]), total([counted(part) for part in parts]))


def _listed(article: Article, sentence: Sentence, before: Sentence) -> Iterator[Relation]:
    alike = [one for one in sentence.of_kind("count") if one.counter]
    parts = next((run for run in runs(article, alike) if len(run) >= FEWEST), None)
    if parts is None or len({part.counter for part in parts}) > 1 or len(parts) != len(alike):
        return
    wholes = [one for one in before.of_kind("count") if one.counter == parts[0].counter and is_plain(one)]
    if len(wholes) == 1 and all(map(is_plain, parts)) and max(map(value, parts)) < value(wholes[0]):
        met = sum(map(value, parts)) == value(wholes[0])
        if met or sum_slips(parts, wholes[0]):
            ranked = phrase(RANKED).search(article.skeleton, sentence.start, sentence.end)
            doubt = "only the largest may be listed" if ranked else None
            yield Relation(counted(wholes[0]), total([counted(part) for part in parts]), doubt=doubt)
