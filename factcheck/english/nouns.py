"""The noun behind an English count, and its singular."""

from __future__ import annotations

from factcheck.segment import Tokens

NOUN_WINDOW = 4
IRREGULAR = {
    "people": "person",
    "men": "man",
    "women": "woman",
    "children": "child",
    "feet": "foot",
    "lives": "life",
} | {f"{word}es": word for word in ("bus", "virus", "campus", "bonus", "census", "chorus", "circus", "surplus", "gas")}

NO_NOUNS = frozenset(
    "even again got found took went came won lost sold told gave held kept paid ran sat sent stood chose drew drove fell flew grew "
    "rose saw spoke everywhere anywhere elsewhere apiece today yesterday already instead still everything everybody everyone anything".split()
)
"""These go on about a number and do not say what it counts: of the 640, eighty got places."""


ADDED = frozenset({"further", "additional", "extra", "surplus"})
"""Between a number and what it counts these say that there are others."""


def counted_noun(tokens: Tokens, place: int) -> str:
    """Return the noun counted: the first plural of the next few plain words, else the first word."""
    if place < len(tokens.letters) and tokens.letters[place] == "w" and tokens.word(place).lower() in NO_NOUNS:
        return ""
    place += place < len(tokens.letters) and tokens.word(place).lower() in ADDED
    first = ""
    for at, letter in enumerate(tokens.letters[place : place + NOUN_WINDOW], place):
        if letter not in "wN":
            break
        word = tokens.word(at).lower()
        if is_plural(word):
            return singular(word)
        first = first or word
    return singular(first)


def is_plural(word: str) -> bool:
    """Tell whether a word in lower case looks like an English plural."""
    return word in IRREGULAR or (word.endswith("s") and not word.endswith(("ss", "us", "is")))


def singular(word: str) -> str:
    """Return the singular of an English noun, well enough to tell two counts of one thing."""
    if word in IRREGULAR:
        return IRREGULAR[word]
    if word.endswith("ies") and len(word) > 4:
        return word[:-3] + "y"
    if word.endswith(("sses", "xes", "ches", "shes")):
        return word[:-2]
    return word[:-1] if is_plural(word) else word
