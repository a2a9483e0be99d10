"""Names of an article beside those of its source: a slip away, or read otherwise from another script."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache
from itertools import pairwise

from factcheck.article import Article
from factcheck.companions.romanised import latin_names, nearly, person_names, possible_names, reads, revised
from factcheck.document import Span
from factcheck.link.context.names import SHORTEST, bare, full_names, lone_names, slip
from factcheck.patterns import Pattern
from factcheck.records import NamedTuple
from factcheck.rulefiles import load_rules

WORD = Pattern(r"[^\W\d_]+")
SHORTEST_WORD = 4
"""In a full name words of so many letters tell a slip from another word."""


class Spelling(NamedTuple):
    """A name of the article at `stated`, and what its source has for it at `right`; `fix` is what to write."""

    stated: Span
    text: str
    right: Span
    name: str
    fix: str
    alike: bool = False


def spellings(article: Article, source: Article) -> Iterator[Spelling]:
    """Yield the names of an article that its source has otherwise, and those from another script that it bears out."""
    file = source.document.path
    if article.language == source.language == "en":
        yield from _misspelt(article, source)
    elif source.language == "ko" and article.language == "en":
        for latin, name, hangul, sign, right in _across(article, source):
            said = sign if not right else f"{sign} ({right})"
            yield Spelling(latin, name, hangul._replace(file=file), said, right or name, not right)
    elif article.language == "ko" and source.language == "en":
        for latin, name, hangul, sign, right in _across(source, article):
            yield Spelling(hangul, sign, latin._replace(file=file), name, name, not right)


def _across(latin: Article, hangul: Article) -> Iterator[tuple[Span, str, Span, str, str]]:
    """Yield each Korean name in Latin letters with the one in Hangul that is meant, and how to spell that, "" if right.

    A name that nothing reads as is held against the one person who shares its surname and a syllable, and whom no
    other name stands for.
    """
    spelt = latin_names(latin.document.text)
    possible = possible_names(hangul.document.text)
    people = person_names(hangul.document.text)
    known = {sign for given, _ in spelt.values() for sign in possible.get(given.surname, ()) if reads(given, sign)}
    for name, (given, start) in spelt.items():
        span = Span(start, start + len(name))
        found = next((sign for sign in possible.get(given.surname, ()) if sign in known and reads(given, sign)), "")
        if found:
            yield span, name, _first(hangul, found), found, ""
            continue
        near = [sign for sign in people if sign not in known and nearly(given, sign)]
        if len(near) == 1:
            yield span, name, Span(people[near[0]], people[near[0]] + len(near[0])), near[0], revised(given, near[0])


def _first(article: Article, words: str) -> Span:
    start = article.document.text.find(words)
    return Span(start, start + len(words))


def _names(article: Article) -> dict[str, list[Span]]:
    """Return the names of a text, those of two words or more, with where each stands."""
    starts = article.tokens.starts
    return {
        name: [Span(starts[place], starts[place] + len(name)) for place in places]
        for name, places in full_names(article.tokens).items()
    }


def _misspelt(article: Article, source: Article) -> Iterator[Spelling]:
    """Yield the names of one language that are a slip away from one that the article has nowhere right."""
    theirs = _words_of(source.document.text)
    ours = frozenset(bare(word) for word in WORD.findall(article.document.text) if word[0].isupper())
    right = {name: spans[0] for name, spans in _names(source).items()}
    unknown = {name: spans[0] for name, spans in _names(article).items() if not _words_of(name) <= theirs}
    alone = {word: place for word, place in lone_names(article.tokens).items() if bare(word) not in theirs}
    beside: dict[tuple[str, int], dict[str, str]] = {}
    surnames: dict[str, list[str]] = {}
    for name in right:
        for word, neighbour in _neighbours(name):
            beside.setdefault(neighbour, {})[word] = name
        surnames.setdefault(name[name.rfind(" ") + 1 :][:1], []).append(name)
    for name, span in unknown.items():
        slips = {
            word: other
            for word, neighbour in _neighbours(name) if bare(word) not in theirs
            for meant, other in beside.get(neighbour, {}).items() if _mistaken(word, meant, SHORTEST_WORD, ours)
        }  # fmt: skip
        for other in dict.fromkeys(slips.values()):
            yield _misspelling(span, name, right[other], other, source)
    for word, place in alone.items():
        for other in surnames.get(word[0], ()):
            if _mistaken(word, other[other.rfind(" ") + 1 :], SHORTEST, ours):
                start = article.tokens.starts[place]
                yield _misspelling(Span(start, start + len(word)), word, right[other], other, source)
                break


def _misspelling(stated: Span, text: str, right: Span, name: str, source: Article) -> Spelling:
    fix = name if " " in text else name[name.rfind(" ") + 1 :]
    return Spelling(stated, text, right._replace(file=source.document.path), name, fix)


def _words_of(text: str) -> frozenset[str]:
    return frozenset(map(bare, WORD.findall(text)))


def _neighbours(name: str) -> Iterator[tuple[str, tuple[str, int]]]:
    """Yield each word of a name with a word beside it, and on which side that is."""
    for one, other in pairwise(name.split()):
        yield one, (bare(other), 1)
        yield other, (bare(one), -1)


def _mistaken(word: str, other: str, shortest: int, ours: frozenset[str]) -> bool:
    """Tell whether a word is a slip for one that the article does not have, and not the other English spelling of it."""
    if min(len(word), len(other)) < shortest or bare(other) in ours or _one_spelling(word) == _one_spelling(other):
        return False
    return slip(word.capitalize(), other.capitalize())


@cache
def _englishes() -> list[tuple[str, str]]:
    return [(pair.split()[0], pair.split()[1]) for pair in load_rules("sources")["englishes"].split(", ")]


def _one_spelling(word: str) -> str:
    """Return a word as American English has it, near enough to tell two spellings of one word from a slip."""
    word = bare(word)
    for british, american in _englishes():
        word = word.replace(british, american)
    return word
