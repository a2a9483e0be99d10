"""Names of one word that differ as a slip of the fingers makes them: Barrowmere, Barowmere; Okonkwo, Okonkow."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterable, Iterator
from itertools import pairwise

from factcheck.article import Article
from factcheck.link.context.names import DEEP, LONG, Places, lone_names, of_one_stem, shared
from factcheck.segment import STOPS

TYPED = 6
"""A slip of the fingers in a shorter word may make another name."""
SPELLINGS = frozenset({"re", "er", "le", "el"})
NAMESAKES = frozenset(
    "Colombia/Columbia Shaanxi/Shanxi Paktia/Paktika Mauretania/Mauritania Douglas/Douglass Johnson/Johnston Freedman/Freeman Thompson/Thomson "
    "Gardiner/Gardner Phillips/Philips Theresa/Teresa Gerard/Gerhard Robinson/Robison Stephens/Stevens Andersen/Anderson "
    "Petersen/Peterson Matthews/Mathews Reynolds/Reynold Nicolas/Nicholas Jonathan/Johnathan Stewart/Steward Michele/Michelle "
    "Hanson/Hansson Philipp/Philips Catherine/Catharine Patterson/Paterson Bennett/Bennet Barrett/Barret Elliott/Elliot".split()
)
"""Two names that differ by a letter and are both borne by many."""
VOWELS = frozenset("io")
"""Last letters in which two long words are one, and none is an inflection of the other: Bracciolini, Bracciolino."""
ALTERNATES = ({"s", "z"}, {"c", "k"}, {"i", "y"})
"""Letters by which two countries spell a word differently: centre, organisation."""

PARTICLES = frozenset("al el bin ibn bint abu de van von da du".split())
"""Behind a forename these lead to the name of a family."""
PLACED = frozenset({"at", "in", "near", "to", "from"})
"""Behind these a name is as likely a place's as a person's: the pier at Marchetto."""
TOWNS = frozenset("town village city county state hamlet port district parish borough island river".split())
ENDINGS = frozenset("ing ion ive ity ist ism ent ant ate ers ors".split())
CROWD = 120
"""Among more names of one word two that differ by a letter are as likely two: lists of books, of gods, of towns."""
SELDOM = 2
"""Two names that both stand there more often are two."""

Word = tuple[str, int]
"""A word, and the token that it is."""


def of_one_root(word: str, other: str) -> bool:
    """Tell whether two words are made of one by other endings: Protecting the Nation, Border Protection."""
    return word[-3:] != other[-3:] and {word[-3:], other[-3:]} <= ENDINGS


def typed_twins(article: Article, names: Places) -> Iterator[tuple[Word, Word]]:
    """Yield each name of one word that is mistyped with the name that it is, alone or part of a longer one.

    The one that stands there less often is in question, of two as frequent the later.
    """
    lone, text, letters = lone_names(article.tokens), article.document.text, article.tokens.letters
    parts: dict[str, int] = {}
    for name, places in names.items():
        start = article.tokens.starts[places[0]]
        for word in name.split():
            parts.setdefault(word, bisect_left(article.tokens.starts, start + name.index(word)))
    common = sorted({piece.rstrip() for piece in set(article.tokens.pieces) if piece[:1].islower()})
    alone = [word for word in lone if word not in parts and _is_name(word, common)]
    if len(alone) > CROWD:
        return
    known = {**{word: lone[word] for word in alone}, **parts}
    for word, other in mistyped_pairs(alone, [word for word in known if _is_name(word, common)]):
        place = lone[word]
        opens = not place or letters[place - 1] in STOPS + ":"
        often = _count(text, word, other), _count(text, other, word)
        both = (word, place), (other, known[other])
        sure = not opens or (other in parts and len(word) != len(other)) or _swaps(word, other)
        if word[-1] != other[-1] and article.tokens.word(place - 1) in PLACED:
            continue
        if of_one_root(word, other):
            continue
        if min(often) > SELDOM or not sure or _denied(article, place):
            continue
        if other in parts:
            yield both if often[0] <= often[1] else both[::-1]
        elif (often[0], -place) < (often[1], -known[other]):
            yield both


def _count(text: str, word: str, other: str) -> int:
    """Return how often a word stands in a text, not as part of another."""
    return text.count(word) - (text.count(other) if word in other else 0)


def _is_name(word: str, common: list[str]) -> bool:
    """Tell whether a capitalised word of letters is not shouted, nor begins one of the text's common words, which are sorted."""
    if not (word.isascii() and word.isalpha() and word[1:].islower()):
        return False
    low = word.lower()
    at = bisect_left(common, low)
    return at == len(common) or not common[at].startswith(low)


def _denied(article: Article, place: int) -> bool:
    """Tell whether a word is said to be another's name, or leads to one: not Gardner; the town of Orr; Abdallah al-Amin."""
    token = article.tokens.word
    before = token(place - 1) if place else ""
    town = before == "of" and place > 1 and token(place - 2) in TOWNS
    return town or before == "not" or token(place + 1).lower() in PARTICLES


def _swaps(one: str, other: str) -> bool:
    return len(one) == len(other) and sorted(one) == sorted(other)


def mistyped_pairs(suspects: Iterable[str], known: Iterable[str]) -> Iterator[tuple[str, str]]:
    """Yield each of some words with those that are the same but for a typing slip: two letters swapped, one doubled or dropped.

    A slip leaves the first letter, and two more at one end at least: only what agrees there is looked at.
    """
    ends: dict[str, dict[str, None]] = {}
    for word in known:
        for key in _ends(word) if len(word) >= TYPED else ():
            ends.setdefault(key, {})[word] = None
    for word in suspects:
        likely = {other: None for key in _ends(word) for other in ends.get(key, ())} if len(word) >= TYPED else {}
        for other in likely:
            if (
                other != word
                and NAMESAKES.isdisjoint((f"{word}/{other}", f"{other}/{word}"))
                and _mistyped(word, other)
            ):
                yield word, other


def _ends(word: str) -> tuple[str, str]:
    return (word[:3], f"{word[:1]} {word[-2:]}")


def _undoubled(word: str) -> str:
    """Return a word with no letter twice in a row."""
    return word[:1] + "".join([letter for before, letter in pairwise(word) if letter != before])


def _mistyped(one: str, other: str) -> bool:
    """Tell whether two words differ as by a slip of the fingers, and not as words of one stem, or two names, do."""
    short, long = sorted((one, other), key=len)
    start, end = shared(one, other)
    if not start or of_one_stem(one, other):
        return False
    if _undoubled(one) == _undoubled(other):
        return len(short) > TYPED
    left, right = one[start : len(one) - end], other[start : len(other) - end]
    if len(one) == len(other):
        if len(left) == 2:
            return left == right[::-1] and not (end == 0 and one[-2:] in SPELLINGS)
        if start >= DEEP and len(one) > TYPED and sorted(left) == sorted(right):
            return True
        if start == len(one) - 1 >= LONG and {left, right} <= VOWELS:
            return True
        deep = len(one) >= LONG and start >= DEEP and end >= DEEP - 1
        return len(left) == 1 and deep and left.islower() and right.islower() and {left, right} not in ALTERNATES
    if len(long) - len(short) != 1 or start + end < len(short):
        return False
    silent = start == len(short) > LONG - 1 and long.endswith("e")
    return silent or (1 < start < len(long) - 2 and long[start].islower())
