"""What happens when: the time beside each word that tells of a beginning, an end, a birth, a death."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache, lru_cache
from itertools import groupby

from factcheck.article import BIT, Article, Sentence
from factcheck.model import Mention
from factcheck.records import NamedTuple
from factcheck.rulefiles import load_rules

BEFORE, BEHIND = 12, 8
"""So many tokens before a time, and so many behind it, may lie the word for what happened then."""
PARTICLE = 3
SECTION = {"clock": "clock", "year": "year", "date": "year"}
TIMES = BIT["H"] | BIT["Y"] | BIT["D"]
EDGES = ";:"


class Act(NamedTuple):
    """Something that happens at a time: its `family` in the rules, its word's token, where it is said."""

    family: str
    token: int
    mention: Mention
    sentence: Sentence


Particles = tuple[tuple[str, str], ...]


@cache
def _words(section: str) -> dict[str, Particles]:
    """Return for each first word, as a piece with its blank or without, the words behind it and families."""
    known: dict[str, list[tuple[str, str]]] = {}
    for family, phrases in load_rules("events")[section].items():
        for said in phrases.split("|"):
            first, _, second = said.partition(" ")
            for form in (first, first.capitalize()):
                for piece in (form, f"{form} "):
                    known.setdefault(piece, []).append((second, family))
    return {piece: tuple(families) for piece, families in known.items()}


@cache
def words(name: str, section: str = "spells") -> frozenset[str]:
    """Return a list of words of the rules for lengths of time, or of another section of theirs."""
    return frozenset(load_rules("events")[section][name].split())


@cache
def numbered(name: str) -> dict[str, int]:
    """Return a list of words of the rules that each stand for a number of years."""
    return {word: int(years) for word, _, years in (pair.partition("=") for pair in words(name))}


@lru_cache(maxsize=2)
def acts(article: Article) -> tuple[Act, ...]:
    """Return what the article says happened at a time of day, in a year or on a date."""
    return tuple(act for sentence in article.sentences if sentence.kinds & TIMES for act in _acts(article, sentence))


@lru_cache(maxsize=2)
def acts_by_sentence(article: Article) -> dict[int, tuple[Act, ...]]:
    """Return what happened at a time, by the number of the sentence that says so."""
    return {number: tuple(said) for number, said in groupby(acts(article), key=lambda act: act.sentence.number)}


def acts_near(article: Article, sentence: Sentence, before: int = 0, behind: int = 0) -> list[Act]:
    """Return what is said to have happened in a sentence and in so many before it and behind it."""
    known = acts_by_sentence(article)
    return [
        act for number in range(sentence.number - before, sentence.number + behind + 1) for act in known.get(number, ())
    ]


@lru_cache(maxsize=2)
def founding(article: Article) -> Act | None:
    """Return the one act of founding that an article tells of; None where it tells of none or several."""
    founded = [act for act in acts(article) if act.family == "founded"]
    return founded[0] if len(founded) == 1 else None


def _acts(article: Article, sentence: Sentence) -> Iterator[Act]:
    first, last = article.token(sentence.start), article.token(max(sentence.start, sentence.end - 1)) + 1
    low = first
    mentions = sentence.mentions
    for at, mention in enumerate(mentions):
        if section := SECTION.get(mention.kind):
            high = min(mentions[at + 1].first if at + 1 < len(mentions) else last, mention.last + BEHIND)
            before = range(mention.first - 1, max(low, mention.first - BEFORE) - 1, -1)
            found = _found(article, section, before) or _found(article, section, range(mention.last, high))
            if found:
                yield Act(found[0], found[1], mention, sentence)
            low = mention.last


def families(article: Article, section: str, places: range) -> set[str]:
    """Return the families of the words at some tokens."""
    known, pieces = _words(section), article.tokens.pieces
    return {family for place in places if place < len(pieces) for _, family in known.get(pieces[place], ())}


def _found(article: Article, section: str, places: range) -> tuple[str, int] | None:
    known, pieces = _words(section), article.tokens.pieces
    for place in places:
        piece = pieces[place]
        if piece[0] in EDGES:
            return None
        for second, family in known.get(piece, ()):
            behind = [word.rstrip() for word in pieces[place + 1 : place + PARTICLE]]
            rest = second.split(" ")
            whole = len(rest) > 1 and [word.rstrip() for word in pieces[place + 1 : place + 1 + len(rest)]] == rest
            if not second or second in behind or whole:
                return family, place
    return None
