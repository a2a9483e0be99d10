"""Shapes of phrases, written in words and compiled to regexes over skeletons.

    "RISE|FALL {stated:percent} ... from {before:amount} ... to {after:amount}"

A CAPITAL name is a class of the lexicon, a lower-case word itself; {name:kind} a figure of that kind, {kind} one that
is not named; `...` up to eight words, commas or dates; punctuation stands for itself, `<dy>` for raw letters;
( | ) ? * group and repeat what they follow.
"""

from __future__ import annotations

import re
from functools import cache

from factcheck.regexes import compiled
from factcheck.segment import charset, vocabulary

KIND_LETTERS = {
    "money": "M", "percent": "P", "points": "T", "count": "K", "measure": "U", "multiple": "X", "fraction": "F",
    "date": "D", "year": "Y", "weekday": "W", "relative": "R", "clock": "H", "duration": "L", "age": "A",
    "pair": "S", "ordinal": "O", "label": "I",
}  # fmt: skip
KIND_GROUPS = {
    "amount": "MKUPTL",
    "figure": "MKUPTLXFSA",
    "number": "MKU",
    "time": "DYWR",
    "share": "PF",
    "any": "".join(KIND_LETTERS.values()),
}
PART = compiled(
    r"(?:(?P<label>\w+)=)?(?:\{(?:(?P<name>\w+):)?(?P<kind>[\w|]+)\}|<(?P<raw>[^>]+)>|(?P<gap>\.\.\.)|(?P<group>[()?*+])"
    r"|(?P<words>[A-Za-z'][\w']*(?:\|[A-Za-z']+)*)|(?P<bar>\|)|(?P<mark>\S))"
)
FIGURES = frozenset(KIND_LETTERS.values())
DATES = "DYWRO"
GAP_LENGTH = 8


@cache
def kind_letters(kinds: str) -> str:
    """Return the letters of kinds or groups of kinds joined by bars."""
    return "".join(KIND_LETTERS.get(kind) or KIND_GROUPS[kind] for kind in kinds.split("|"))


def word_letters(names: str) -> frozenset[str]:
    """Return the letters of words and classes joined by bars; ValueError for one that the lexicon lacks."""
    letters, classes = vocabulary()
    chosen: set[str] = set()
    for name in names.split("|"):
        if name in classes:
            chosen.update(classes[name])
        elif name in letters:
            chosen.add(letters[name])
        else:
            raise ValueError(f"the lexicon has no word or class {name!r}: add it to rules/words.toml")
    return frozenset(chosen)


def _words(names: str) -> str:
    return f"[{charset(''.join(sorted(word_letters(names))))}]"


@cache
def _gap() -> str:
    _, classes = vocabulary()
    every = sorted({letter for letters in classes.values() for letter in letters})
    return f"[wNC,'\"·\\-{DATES}{charset(''.join(every))}]{{0,{GAP_LENGTH}}}?"


def _element(found: re.Match[str]) -> str:
    if found["kind"]:
        return f"[{kind_letters(found['kind'])}]"
    if found["raw"]:
        return f"[{found['raw']}]"
    if found["gap"]:
        return _gap()
    if found["words"]:
        return _words(found["words"])
    return {"(": "(?:"}.get(found[0], found["group"] or found["bar"] or re.escape(found["mark"] or ""))


def source(pattern: str) -> str:
    """Return a phrase as the source of a regex over skeletons."""

    def part(found: re.Match[str]) -> str:
        label = found["label"] or found["name"]
        body = _element(found)
        return f"(?P<{label}>{body})" if label else body

    return "".join(map(part, PART.finditer(pattern)))


@cache
def phrase(pattern: str) -> re.Pattern[str]:
    """Compile a phrase; ValueError for a word that the lexicon lacks."""
    return compiled(source(pattern))


@cache
def needs(pattern: str) -> tuple[frozenset[str], ...]:
    """Return what a phrase cannot do without: sets of letters, one of each of which must be there, words before figures."""
    groups: list[list[list[frozenset[str]]]] = [[[]]]
    for part in PART.finditer(pattern):
        found: list[frozenset[str]] = []
        if part["group"] == "(":
            groups.append([[]])
            continue
        if part["bar"]:
            groups[-1].append([])
        elif part["group"] == ")":
            found = _common(groups.pop())
        elif part["kind"]:
            found = [frozenset(kind_letters(part["kind"]))]
        elif part["words"]:
            found = [word_letters(part["words"])]
        elif part["mark"]:
            found = [frozenset(part["mark"])]
        if pattern[part.end() : part.end() + 1] not in ("?", "*"):
            groups[-1][-1] += found
    return tuple(
        sorted(dict.fromkeys(_common(groups.pop())), key=lambda need: (not need.isdisjoint(FIGURES), len(need)))
    )


def _common(choices: list[list[frozenset[str]]]) -> list[frozenset[str]]:
    """Return what one of several choices needs, whichever it is."""
    if len(choices) == 1:
        return choices[0]
    return [frozenset().union(*(min(choice, key=len) for choice in choices))] if all(choices) else []
