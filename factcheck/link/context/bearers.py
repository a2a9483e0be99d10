"""People named with their office, as Korean does: 박도현 해송스포츠 대표, 박도현 대표; and names that differ by one letter."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache
from itertools import combinations

from factcheck.article import Article
from factcheck.document import Span
from factcheck.patterns import Pattern
from factcheck.records import NamedTuple
from factcheck.regexes import compiled
from factcheck.rulefiles import load_rules

FIRST, VOWELS, FINALS = 0xAC00, 21, 28
"""Where the syllables of Korean begin, and how they are made of a first letter, a vowel and a last."""

AGED = Pattern(r"(?<![가-힣])(?P<name>[가-힣]{3})(?: [가-힣]{2,5})?\(\d{2}\)")
SUBJECT = Pattern(r"(?<![가-힣])(?P<name>[가-힣]{3})(?=(?:은|는|이|가|씨|의)[ ,.])")
MOST, TWO = 12, 2
"""So many bearers of one office are compared at the most."""


class Bearer(NamedTuple):
    """A name, the office it is told with, and the places where it stands with that."""

    name: str
    office: str
    spans: tuple[Span, ...]


@cache
def _named() -> re.Pattern[str]:
    """Compile a name with an office behind, or up to two words on, found from each word that may be a name."""
    rules = load_rules("korean")["people"]
    surnames, offices = rules["surnames"], "|".join(sorted(rules["offices"].split(), key=len, reverse=True))
    name, between = (
        rf"(?<![가-힣])(?=(?P<name>[{surnames}][가-힣]{{2}})",
        "(?: [가-힣A-Z]{1,12}){0,2}? (?:[가-힣A-Z]{2,8})??",
    )
    return compiled(rf"{name}{between}(?P<office>{offices})(?=[은는이가을를의도와과께에,. ·()]|$))")


def bearers(article: Article) -> list[Bearer]:
    """Return everybody whom an article names with an office, in order: the nearest name before each office."""
    text = article.document.text
    nearest = {said.start("office"): said for said in _named().finditer(text)} if article.verb_last else {}
    found: dict[tuple[str, str], list[Span]] = {}
    for said in nearest.values():
        found.setdefault((said["name"], said["office"]), []).append(Span(*said.span("name")))
    return [Bearer(name, office, tuple(spans)) for (name, office), spans in found.items()]


def mistaken(article: Article, known: list[Bearer]) -> Iterator[tuple[Bearer, Bearer]]:
    """Yield the pairs whose names differ by one letter of one syllable, that no sentence tells apart and that one office ties.

    They have it both, or the second's stood already behind the surname alone: 윤태성 전 위원이 ... 윤 원장은 ... 윤태상 원장.
    """
    offices: dict[str, list[Bearer]] = {}
    for one in known:
        offices.setdefault(one.office, []).append(one)
    for group in offices.values():
        for one, other in combinations(group[:MOST], 2):
            slip = one_letter(one.name, other.name) or (_near(one.name, other.name) and _taken_up(article, one, other))
            if slip and not _side_by_side(article, one, other):
                yield one, other
    by_surname: dict[str, list[Bearer]] = {}
    for one in known:
        by_surname.setdefault(one.name[0], []).append(one)
    for group in by_surname.values():
        names = list(dict.fromkeys(one.name for one in group))
        if len(names) == TWO and one_letter(*names):
            one, other = (next(one for one in group if one.name == name) for name in names)
            if one.office != other.office and _taken_up(article, one, other) and not _side_by_side(article, one, other):
                yield one, other
    yield from _retold_alone(article)


def _retold_alone(article: Article) -> Iterator[tuple[Bearer, Bearer]]:
    """Yield each name told with an age, 정해윤(44), with a subject that differs from it by one letter, where no sentence has both."""
    text = article.document.text
    aged = {said["name"]: Span(*said.span("name")) for said in AGED.finditer(text)} if article.verb_last else {}
    if not 0 < len(aged) <= MOST:
        return
    told: dict[str, list[Span]] = {}
    for said in SUBJECT.finditer(text):
        told.setdefault(said["name"], []).append(Span(*said.span("name")))
    for name, span in aged.items():
        for other, spans in told.items():
            if other not in aged and other[0] == name[0] and one_letter(name, other):
                one, another = Bearer(name, "", (span,)), Bearer(other, "", tuple(spans))
                if not _side_by_side(article, one, another):
                    yield one, another


def _taken_up(article: Article, one: Bearer, other: Bearer) -> bool:
    """Tell whether the second's office stands behind the surname alone, after the first name and before the second."""
    between = article.document.text[one.spans[0].end : max(one.spans[0].end, other.spans[0].start)]
    return re.search(rf"(?<![가-힣]){other.name[0]} {other.office}(?![가-힣]{{2}})", between) is not None


def one_letter(one: str, other: str) -> bool:
    """Tell whether two names, that begin alike and are as long, differ by one letter of one syllable."""
    changed = [(a, b) for a, b in zip(one, other, strict=True) if a != b]
    if len(changed) != 1 or one[0] != other[0]:
        return False
    left, right = (_letters(syllable) for syllable in changed[0])
    return sum(a != b for a, b in zip(left, right, strict=True)) == 1


def _near(one: str, other: str) -> bool:
    """Tell whether two names differ in one syllable alone, the last letters of which are others: 은혁, 은혜."""
    changed = [(a, b) for a, b in zip(one, other, strict=True) if a != b]
    return len(changed) == 1 and one[0] == other[0] and _letters(changed[0][0])[0] == _letters(changed[0][1])[0]


def _letters(syllable: str) -> tuple[int, int, int]:
    at = ord(syllable) - FIRST
    return at // (VOWELS * FINALS), at // FINALS % VOWELS, at % FINALS


def _side_by_side(article: Article, one: Bearer, other: Bearer) -> bool:
    """Tell whether a sentence names both."""
    text = article.document.text
    ends = [".", "\n"]
    for span in other.spans:
        start = max(text.rfind(end, 0, span.start) for end in ends)
        stop = min((at for end in ends if (at := text.find(end, span.end)) >= 0), default=len(text))
        if one.name in text[start + 1 : stop]:
            return True
    return False
