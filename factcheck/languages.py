"""The languages that factcheck reads: each a package, and the script that it is known by.

A language gives the same tokens, letters and kinds of figure as any other, so that no check asks which it is.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from functools import cache
from importlib import import_module

from factcheck.document import Document
from factcheck.model import Mention
from factcheck.records import NamedTuple
from factcheck.regexes import compiled
from factcheck.segment import Tokens

DEFAULT = "en"
UNREAD = "und"
"""Any language that is not read, by the code that stands for an undetermined one (BCP 47)."""

PACKAGES = {"en": "factcheck.english", "ko": "factcheck.korean", UNREAD: "factcheck.unread"}
SCRIPTS = {"ko": "가-힣"}
"""The letters that tell a language from English, as the inside of a regex character set."""

SAMPLE = 1500
SHARE = 0.2
"""From this share of its letters on, a text is in the language of a script."""

LATIN = compiled("[A-Za-zÀ-ɏḀ-ỿ]")
ENGLISH = compiled(r"\b(?:the|and|of|that|from|with|this|which|were|are)\b")
FOREIGN = compiled(
    r"\b(?:der|das|und|ist|nicht|mit|von|ein|eine|auf|für|dem|sich|auch|wird|bei"
    r"|le|la|les|et|des|une|du|que|qui|dans|pour|est|sur|pas|aux|avec"
    r"|el|los|las|del|por|una|como|il|che|di|della|sono|gli|nel|os|da|em|não|uma|dos|ao"
    r"|het|een|dat|niet|voor|zijn|aan|bij|och|att|det|som|är|ett|för|til|ikke|af|på|og"
    r"|się|nie|jest|przez|oraz|że|dla|ja|ei|että|és|hogy|az|egy|nem|bir|ve|bu|için|ile"
    r"|yang|dan|untuk|dengan|dari|ini|itu|tidak|pada|și|este|din|của|và|là|không)\b"
)
"""The small words of English, and of a score of other languages in Latin letters, where they differ."""

USUAL = 100
"""English has one of its small words in so many characters at least."""

FEWEST_LETTERS, FEWEST_WORDS = 40, 8
"""With less than this to go by, a text is taken for English."""


class Language(NamedTuple):
    """How a language is read: its text cut into tokens, and its figures found among them."""

    code: str
    segment: Callable[[str], Tokens]
    extract: Callable[[Tokens], list[Mention]]


@cache
def language(code: str) -> Language:
    """Return the language of a code; ValueError for one that is not read."""
    if code not in PACKAGES:
        raise ValueError(f"no language {code!r}: there are {', '.join(PACKAGES)}")
    package = import_module(PACKAGES[code])
    return Language(code, package.segment, package.extract)


@cache
def gloss(code: str) -> dict[str, str]:
    """Return the English of the words of a language that checks look for."""
    found: dict[str, str] = getattr(import_module(PACKAGES[code]), "gloss", dict)()
    return found


@cache
def places(code: str) -> dict[str, str]:
    """Return the zones or places whose clocks a language names in words of its own; none where it has but names."""
    found: dict[str, str] = getattr(import_module(PACKAGES[code]), "places", dict)()
    return found


@cache
def stemmer(code: str) -> Callable[[str], str]:
    """Return what takes the endings off a word of a language, "" where it tells nothing of a subject."""
    found: Callable[[str], str] = import_module(PACKAGES[code]).stem
    return found


def language_of(document: Document) -> Language:
    """Return the language that a document names, or else the one that its letters and small words show."""
    named = document.meta.get("lang", "").lower()[:2]
    sample = document.text[:SAMPLE]
    return language(named if named in PACKAGES else detected(sample, foreign=bool(named)))


def detected(sample: str, *, foreign: bool = False) -> str:
    """Return the code of the language of a text; a `foreign` one is said to be in a language that is not read."""
    english = len(ENGLISH.findall(sample))
    if english * USUAL >= len(sample):
        return DEFAULT
    letters = sum(map(str.isalpha, sample))
    for code, script in SCRIPTS.items():
        if len(re.findall(f"[{script}]", sample)) > SHARE * letters:
            return code
    if letters >= FEWEST_LETTERS and 2 * len(LATIN.findall(sample)) < letters:
        return UNREAD
    words = len(FOREIGN.findall(sample.lower()))
    return UNREAD if foreign or (words >= FEWEST_WORDS and words > 2 * english) else DEFAULT
