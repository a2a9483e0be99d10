"""The quick look before a regex never hides a match, whatever the text."""

from __future__ import annotations

import importlib
import pkgutil
from collections.abc import Iterator
from pathlib import Path

import pytest

import factcheck
from factcheck.patterns import Pattern
from factcheck.prefilter import may_match
from factcheck.regexes import compiled, needed

HOME = Path(__file__).parent.parent
EVERY = 15
COPY = (HOME / "docs/checks.md").read_text("utf-8").split("\n")[::EVERY]
"""Real sentences of every check; so many of them as can be read by all regexes in a few seconds."""


def patterns() -> Iterator[Pattern]:
    """Every regex of the project that is looked for with a quick look first, each once."""
    seen: set[tuple[str, int]] = set()
    for found in pkgutil.walk_packages(factcheck.__path__, "factcheck."):
        if not found.name.startswith(("factcheck.link.", "factcheck.checks.")):
            continue
        for thing in vars(importlib.import_module(found.name)).values():
            if isinstance(thing, Pattern) and (key := (thing.pattern, int(thing.flags))) not in seen:
                seen.add(key)
                yield thing


def test_no_match_of_any_regex_is_hidden() -> None:
    text, looked, matched = "\n".join(COPY), 0, 0
    for pattern in patterns():
        pieces = needed(pattern.pattern, pattern.flags)
        looked += bool(pieces)
        for match in pattern.compiled.finditer(text) if pieces else ():
            matched += 1
            assert may_match(pieces, match[0]), (pattern.pattern, match[0])
        assert [one.span() for one in pattern.finditer(text)] == [one.span() for one in pattern.compiled.finditer(text)]
    assert looked > 300
    assert matched > 1000


@pytest.mark.parametrize(
    ("source", "text", "pieces"),
    [
        (r"\b(?:turnout|ballots?)\b", "The Turnout was low.", {"turnout", "ballot"}),
        (r"\b(?:rise|fall)s? of \d+", "a rise of 12", {"rise", "fall"}),
        (r"(?:median |mean )?income", "their income", {"income"}),
        (r"\d+ (?:a|per) year", "12 a year", {" year"}),
        (r"(?:lead)?\d+", "12", set()),
        (r"of|in", "of it", set()),
    ],
)
def test_what_a_regex_cannot_do_without(source: str, text: str, pieces: set[str]) -> None:
    assert set(needed(source, 2)) == pieces
    assert compiled(source, 2).search(text)
    assert not pieces or may_match(needed(source, 2), text)


def test_a_text_without_its_pieces_is_left_to_itself() -> None:
    turnout = Pattern(r"\bturnout (?P<share>\d+)", 2)
    assert turnout.search("The vote was close.") is None
    assert list(turnout.finditer("The vote was close.")) == []
    assert turnout.search("TURNOUT 61, turnout 62", 8)["share"] == "62"  # type: ignore[index]
