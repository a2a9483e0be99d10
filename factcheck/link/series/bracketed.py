"""Lists that a number announces from afar: Three estates will follow. The planned estates are A (812 homes), B (640), C (455)."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import pairwise

from factcheck.article import Article, Sentence
from factcheck.document import Span
from factcheck.model import Mention
from factcheck.phrase import phrase
from factcheck.records import NamedTuple

LEAST, MOST = 2, 15
BRACKETED = "<(> {part:number} <wN>? <)>"
OPEN = "INCLUDING"
STEM = 2
ENDING = 2
"""Two forms of a word share all but so many letters."""


class Announced(NamedTuple):
    """A number of things and how many are listed; `shown` is the list."""

    number: Mention
    size: int
    shown: Span


def announced(article: Article) -> Iterator[Announced]:
    """Yield every number whose list follows in the sentence behind it."""
    for sentence in article.sentences:
        yield from _taken_up(article, sentence)


def _taken_up(article: Article, sentence: Sentence) -> Iterator[Announced]:
    following = article.sentences[sentence.number + 1 : sentence.number + 2]
    if not following or following[0].start - sentence.end > 1 or len(following[0].mentions) < LEAST:
        return
    listing = following[0]
    found = list(phrase(BRACKETED).finditer(article.skeleton, listing.start, listing.end))
    parts = [article.at[match.start("part")] for match in found]
    alike = {(part.kind, part.counter) for part in parts}
    if len(found) < LEAST or len(alike) > 1 or phrase(OPEN).search(article.skeleton, listing.start, listing.end):
        return
    commas = all("," in article.skeleton[one.end() : two.start()] for one, two in pairwise(found))
    numbers = [mention for mention in sentence.mentions if _small(mention)]
    again = {place: number for number in numbers if (place := _named_again(article, number, listing, found[0].start()))}
    if commas and len(again) == 1:
        ((place, number),) = again.items()
        verb = phrase("BE").search(article.skeleton, place, found[0].start())
        yield Announced(number, len(found), article.span(verb.end() if verb else place + 1, found[-1].end()))


def _small(mention: Mention) -> bool:
    whole = mention.number is not None and mention.number.middle.denominator == 1 and not mention.hedge
    return mention.kind == "count" and mention.number is not None and whole and LEAST <= mention.number.middle <= MOST


def _named_again(article: Article, mention: Mention, listing: Sentence, before: int) -> int | None:
    """Return where what is counted is named before the list too: 세 개 단지가 ... 예정 단지는."""
    place = article.place(mention) + 1
    if article.skeleton[place : place + 1] not in ("w", "N"):
        return None
    word = article.word(place)
    named = (at for at in range(before - 1, listing.start - 1, -1) if article.skeleton[at] in "wN")
    return next((at for at in named if _one_word(word, article.word(at))), None)


def _one_word(one: str, other: str) -> bool:
    shared = next((n for n, (a, b) in enumerate(zip(one, other, strict=False)) if a != b), min(len(one), len(other)))
    return shared >= STEM and shared >= max(len(one), len(other)) - ENDING
