"""The languages that factcheck reads: each a package, and the script that it is known by.

A language gives the same tokens, letters and kinds of figure as any other, so that no check asks which it is.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from functools import cache
from importlib import import_module
from typing import NamedTuple

from factcheck.document import Document
from factcheck.model import Mention
from factcheck.segment import Tokens

DEFAULT = "en"
PACKAGES = {"en": "factcheck.english", "ko": "factcheck.korean"}
SCRIPTS = {"ko": "가-힣"}
"""The letters that tell a language from English, as the inside of a regex character set."""

SAMPLE = 1500
SHARE = 0.2
"""From this share of its letters on, a text is in the language of a script."""


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
    """Return the language that a document names, or else the one that its letters show."""
    named = document.meta.get("lang", "").lower().replace("_", "-").partition("-")[0]
    return language(named if named in PACKAGES else detected(document.text))


def detected(text: str) -> str:
    """Return the code of the language that the letters of a text show."""
    if text.isascii():
        return DEFAULT
    sample = text[:SAMPLE]
    for code, script in SCRIPTS.items():
        found = len(re.findall(f"[{script}]", sample))
        if found and found >= SHARE * sum(map(str.isalpha, sample)):
            return code
    return DEFAULT
