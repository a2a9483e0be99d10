"""Korean names in Latin letters: whether a spelling can be read as a name in Hangul, by any of the usual ways."""

from __future__ import annotations

import re
from functools import cache, lru_cache

from factcheck.patterns import Pattern
from factcheck.records import NamedTuple
from factcheck.regexes import compiled
from factcheck.rulefiles import load_rules

FIRST_SYLLABLE, PER_INITIAL, PER_FINAL = ord("가"), 588, 28
HANGUL_WORD = Pattern("[가-힣]+")
PARTED = Pattern(r"[-‐’' ]")
LENGTHS = (3, 2)
"""Syllables of a Korean name, the surname counted."""

LONGEST_TITLE = 6


class Latin(NamedTuple):
    """A name in Latin letters, taken for Korean: "Lee Jae-myung", "Jae-myung Lee"."""

    surname: str
    given: str


@cache
def _rules() -> dict[str, list[tuple[str, ...]]]:
    rules = load_rules("romanisation")
    return {
        part: [tuple(way.replace("-", "") for way in ways.split()) for ways in rules[part]]
        for part in ("initials", "vowels", "finals")
    }


@cache
def _surnames() -> dict[str, frozenset[str]]:
    """Return the usual spellings of each surname."""
    return {sign: frozenset(ways.split()) for sign, ways in load_rules("romanisation")["surnames"].items()}


@cache
def _titles() -> tuple[str, ...]:
    return tuple(load_rules("romanisation")["titles"].split())


def _parts(syllable: str) -> tuple[tuple[str, ...], tuple[str, ...], tuple[str, ...]]:
    place, rules = ord(syllable) - FIRST_SYLLABLE, _rules()
    vowel, final = place % PER_INITIAL // PER_FINAL, place % PER_FINAL
    return rules["initials"][place // PER_INITIAL], rules["vowels"][vowel], rules["finals"][final]


@lru_cache(maxsize=4096)
def _pattern(syllables: str) -> re.Pattern[str]:
    """Return what matches any spelling of syllables."""
    spelt = ("".join(f"(?:{'|'.join(ways)})" for ways in _parts(one)) for one in syllables)
    return re.compile(f"{PARTED.pattern}?".join(spelt), re.IGNORECASE)


def reads(latin: Latin, hangul: str) -> bool:
    """Tell whether a name in Latin letters is a name in Hangul, by any of the usual spellings."""
    return _bears(latin, hangul) and bool(_pattern(hangul[1:]).fullmatch(latin.given))


def spells(latin: str, hangul: str) -> bool:
    """Tell whether Latin letters are Hangul by any of the usual spellings."""
    return bool(_pattern(hangul).fullmatch(latin))


def nearly(latin: Latin, hangul: str) -> bool:
    """Tell whether the two share their surname and one of the two syllables of the given name, and not the other."""
    parts = PARTED.split(latin.given)
    if not _bears(latin, hangul) or len(hangul) != max(LENGTHS) or len(parts) != len(hangul) - 1:
        return False
    return sum(bool(_pattern(sign).fullmatch(part)) for sign, part in zip(hangul[1:], parts, strict=True)) == 1


def _bears(latin: Latin, hangul: str) -> bool:
    return latin.surname in _surnames().get(hangul[0], ())


def revised(latin: Latin, hangul: str) -> str:
    """Return a name in Hangul with the surname as it is spelt and the rest in Revised Romanisation."""
    given = "-".join("".join(ways[0] for ways in _parts(sign)) for sign in hangul[1:])
    return f"{latin.surname} {given.capitalize()}"


@cache
def _latin() -> tuple[re.Pattern[str], ...]:
    """Return how names look: surname first, as Koreans write them, or last."""
    surname = f"(?P<surname>{'|'.join(frozenset().union(*_surnames().values()))})"
    given = r"(?P<given>[A-Z][a-zŏŭ]+(?:[-‐’'][A-Za-z][a-zŏŭ]+| [A-Z][a-zŏŭ]+)?)"
    return compiled(rf"\b{surname} {given}\b"), compiled(rf"\b{given} {surname}\b(?![-‐’'])")


def latin_names(text: str) -> dict[str, tuple[Latin, int]]:
    """Return what may be Korean names in Latin letters, Lee Jae-myung or Jae-myung Lee, and where each stands first."""
    found: dict[str, tuple[Latin, int]] = {}
    for pattern in _latin():
        for match in pattern.finditer(text):
            found.setdefault(match[0], (Latin(match["surname"], match["given"]), match.start()))
    return found


def person_names(text: str) -> dict[str, int]:
    """Return the names that a title marks as a person's in a Korean text, 김민수 대표 or 이영희씨가, and where each stands."""
    found: dict[str, int] = {}
    for word in HANGUL_WORD.finditer(text):
        if word[0][0] in _surnames():
            behind = text[word.end() + 1 : word.end() + 1 + LONGEST_TITLE]
            for length in LENGTHS:
                if len(word[0]) >= length and (word[0][length:] or behind).startswith(_titles()):
                    found.setdefault(word[0][:length], word.start())
                    break
    return found


def possible_names(text: str) -> dict[str, list[str]]:
    """Return what may be a name in a Korean text by the usual spellings of its surname: how a word begins."""
    found: dict[str, dict[str, None]] = {}
    for word in dict.fromkeys(HANGUL_WORD.findall(text)):
        for surname in _surnames().get(word[0], ()):
            found.setdefault(surname, {}).update((word[:length], None) for length in LENGTHS if len(word) >= length)
    return {surname: list(names) for surname, names in found.items()}
