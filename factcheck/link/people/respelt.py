"""A person told again with the forename spelt another way: Sarah Whitfield, Ms Whitfield, Sara Whitfield.

Where the surname alone was enough to say who is meant there is but one of that name; two of a family are introduced,
and who is quoted by name alone is known already.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from factcheck.article import Article
from factcheck.link.context.names import Places
from factcheck.link.people.personal import introduced
from factcheck.phrase import word_letters
from factcheck.regexes import compiled
from factcheck.segment import STOPS

SOUNDS = (
    ("ph", "f"),
    ("v", "f"),
    ("ck", "k"),
    ("c", "k"),
    ("ge", "je"),
    ("eo", "e"),
    ("ae", "e"),
    ("aw", "au"),
    ("h", ""),
    ("y", "i"),
    ("z", "s"),
)
"""Letters that writers of one forename differ over, each with what it sounds like."""

WOMENS = frozenset("ea")
"""Last letters, behind a consonant, in which two spellings of a woman's forename differ: Ilse, Ilsa."""
CONSONANTS = frozenset("bcdfghklmnprstvwxz")
TELLING = frozenset("told asked urged warned called wrote replied".split())
FEWEST, TWO = 3, 2
DOUBLED = compiled(r"(.)\1(?:e$)?")
KIN = compiled(
    r"\b(?:brothers?|sisters?|twins?|wife|husband|sons?|daughters?|father|mother|cousins?|nephew|niece|uncle|aunt|parents?|famil\w+|relat\w+|namesake|grand\w+|plays|played by|widow\w*)\b"
)


def forenames_respelt(article: Article, names: Places, surnames: dict[str, list[str]]) -> Iterator[tuple[str, str]]:
    """Yield two full names of one person, the first told first, whose forenames are spellings of one."""
    for surname, group in surnames.items():
        told = sorted((name for name in group if " " in name and "-" not in name), key=lambda name: names[name][0])
        if len(told) == TWO and len({_forename(name) for name in told}) == TWO and len(group) == TWO:
            first, second = told
            if respelt(_forename(first), _forename(second)) and _is_the_same(article, names, surname, first, second):
                yield first, second


def respelt(one: str, other: str) -> bool:
    """Tell whether two forenames are spellings of one, as they sound or by a woman's last vowel."""
    if min(len(one), len(other)) < FEWEST or one.isupper() or other.isupper():
        return False
    if _sound(one) == _sound(other):
        return True
    stem = one[:-1] == other[:-1] and len(one) > FEWEST and one[-2].lower() in CONSONANTS
    return stem and {one[-1], other[-1]} == WOMENS


def _sound(forename: str) -> str:
    sound = forename.lower()
    for written, said in SOUNDS:
        sound = sound.replace(written, said)
    return DOUBLED.sub(r"\1", sound)


def _forename(name: str) -> str:
    return name.split()[-2]


def _is_the_same(article: Article, names: Places, surname: str, first: str, second: str) -> bool:
    """Tell whether the second full name is quoted, bare and once, in a text that has the surname alone behind the first."""
    if len(names[second]) > 1:
        return False
    letters, starts, text = article.tokens.letters, article.tokens.starts, article.document.text
    place = names[second][0] + second.count(" ")
    said, opens = word_letters("SAY"), names[second][0]
    before, behind = letters[opens - 1 : opens], letters[place + 1 : place + 2]
    says = behind in (*said,) or article.tokens.word(place + 1) in TELLING
    quoted = (says and (not opens or before in (*STOPS, ",", '"'))) or before in (*said,)
    if not quoted or introduced(article, place):
        return False
    in_full = {starts[at] + len(name) - len(surname) for name in (first, second) for at in names[name]}
    alone = (found.start() for found in re.finditer(rf"\b{re.escape(surname)}\b", text))
    known = any(at > starts[names[first][0]] and at not in in_full for at in alone)
    paragraph = article.block_at(starts[names[second][0]])
    return known and not KIN.search(text, paragraph.start, paragraph.end)
