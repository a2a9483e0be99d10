"""How money is written: which currency a sign or a name means.  Source: rules/currencies.toml."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from fractions import Fraction
from functools import cache, lru_cache
from typing import Any

from factcheck.records import NamedTuple
from factcheck.rulefiles import load_rules


class Name(NamedTuple):
    """A currency's ISO code, and how many of its units the named coin is: a cent is 1/100 dollar."""

    code: str
    factor: Fraction


def _split(words: str) -> list[str]:
    return [word for word in words.split(", ") if word]


def _named(code: str, rule: dict[str, Any]) -> Iterator[tuple[str, Name]]:
    for word in _split(rule.get("names", "")):
        yield word, Name(code, Fraction(1))
    for parts, words in rule.get("parts", {}).items():
        for word in _split(words):
            yield word, Name(code, Fraction(1, int(parts)))


@cache
def names(language: str = "en") -> dict[str, Name]:
    """Return every name of a currency in lower case, adjectives included, that means one currency alone."""
    rules = load_rules("currencies")
    if language != "en":
        return {w: Name(code, Fraction(1)) for code, rule in rules.items() for w in _split(rule.get(language, ""))}
    shared = Counter(word for code, rule in rules.items() for word, _ in _named(code, rule))
    found: dict[str, Name] = {}
    for code, rule in rules.items():
        bare = _split(rule.get("bare", ""))
        for word, name in _named(code, rule):
            if shared[word] == 1 or word in bare:
                found[word.lower()] = name
            for adjective in _split(rule.get("adjectives", "")):
                found[f"{adjective} {word}".lower()] = name
    return found


@cache
def symbols() -> dict[str, str]:
    """Return every sign of a currency as it stands, and every ISO code, that means one currency alone."""
    rules = load_rules("currencies")
    found = {code: code for code in rules}
    shared = Counter(sign for rule in rules.values() for sign in _split(rule.get("symbols", "")))
    for code, rule in rules.items():
        bare = _split(rule.get("bare", ""))
        found |= {sign: code for sign in _split(rule.get("symbols", "")) if shared[sign] == 1 or sign in bare}
    return found


@cache
def _shared() -> dict[str, tuple[str, ...]]:
    found: dict[str, tuple[str, ...]] = {}
    for code, rule in load_rules("currencies").items():
        for word in _split(rule.get("names", "")):
            found[word] = (*found.get(word, ()), code)
    return found


def sharing(word: str) -> tuple[str, ...]:
    """Return every currency that a word may name: Danish, Swedish, Czech crowns; none for any other word."""
    return _shared().get(word, ())


def called(code: str) -> str:
    """Return the name of one unit of a currency, its country before a name that others share; else the code."""
    name = next(iter(_split(load_rules("currencies").get(code, {}).get("names", ""))), "")
    if not name or (name in names() and names()[name].code == code):
        return name or code
    return f"{country(code)} {name}".strip()


def spoken(code: str) -> str:
    """Return the plural of a currency's own name: dollars, won."""
    names = _split(load_rules("currencies")[code].get("names", code))
    return names[1] if len(names) > 1 and names[1].startswith(names[0][:3]) else names[0]


def country(code: str) -> str:
    """Return the adjective of a currency's country, "" where it has none."""
    return next(iter(_split(load_rules("currencies")[code].get("adjectives", ""))), "")


@cache
def _homes(code: str) -> tuple[str, ...]:
    return (*_split(country(code)), *_split(load_rules("currencies")[code].get("places", "")))


@lru_cache(maxsize=64)
def told_in(code: str, text: str) -> bool:
    """Tell whether a text names the country of a currency, or one of its cities."""
    return any(home in text for home in _homes(code))


@cache
def plural(code: str) -> str:
    """Return the name of a currency for many of it, its country before a name that others share; else the code."""
    rule = load_rules("currencies").get(code, {})
    words = _split(rule.get("names", ""))
    if not words:
        return code
    name = words[1] if len(words) > 1 else words[0]
    adjectives = _split(rule.get("adjectives", ""))
    return name if (name in names() and names()[name].code == code) or not adjectives else f"{adjectives[0]} {name}"
