"""The hedge about an English amount: "about", "more than", "or so"."""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING

from factcheck.numerals import hedge_words, hedges, hedges_after
from factcheck.phrase import phrase
from factcheck.segment import Tokens, letters_of

if TYPE_CHECKING:
    from factcheck.english.amounts import Draft

FIGURE_END = "(<dygf%> | percent|pct|cent|times|points|point|twice|PART|SCALE)"
COMPARING = frozenset({"more", "less", "fewer", "greater", "better"})
FAR = 4
SHORTENED = "·"
"""The point of an abbreviation: approx. 300."""


def with_hedge(tokens: Tokens, draft: Draft) -> None:
    """Read "about", "more than", "or so": the longest phrase that ends or begins at the amount."""
    letters = tokens.letters
    last_words, first_words = hedge_words()
    before, behind = _hedging()
    first = draft.first - (draft.first > 1 and letters[draft.first - 1] == SHORTENED)
    last = draft.last + (letters[draft.last : draft.last + 1] == "-" and tokens.glued(draft.last))
    if first and letters[first - 1] in before and tokens.word(first - 1).lower() in last_words:
        if _compares(tokens, first) or _hands_over(tokens, first):
            return
        words = [tokens.word(at).lower() for at in range(max(0, first - FAR), first)]
        draft.hedge = _longest(hedges(), [words[-length:] for length in range(len(words), 0, -1)])
    if not draft.hedge and (
        letters[last : last + 1] in behind
        and letters[last + 1 : last + 2] != "d"
        and tokens.word(last).lower() in first_words
    ):
        words = [tokens.word(at).lower() for at in range(last, min(last + 3, len(letters)))]
        draft.hedge = _longest(hedges_after(), [words[:length] for length in range(len(words), 0, -1)])


@cache
def _hedging() -> tuple[frozenset[str], frozenset[str]]:
    """Return the letters of the words that can end a hedge before a figure, and of those that can begin one behind it."""
    before, behind = map(letters_of, hedge_words())
    return before, behind


def _longest(known: dict[str, str], phrases: list[list[str]]) -> str:
    return next((known[text] for words in phrases if (text := " ".join(words)) in known), "")


HANDING = frozenset("hand hands handed handing fork forked turn turns turned turning".split())
ADDING = frozenset("add adds added adding".split())


def _hands_over(tokens: Tokens, place: int) -> bool:
    """Tell "hand over $40" and "add up to $40", which are verbs, from "over $40" and "up to $40"."""
    words = [tokens.word(at).lower() for at in range(max(0, place - 3), place)]
    return (words[-1:] == ["over"] and words[-2:-1] != [] and words[-2] in HANDING) or (
        words[1:] == ["up", "to"] and words[0] in ADDING
    )


def _compares(tokens: Tokens, place: int) -> bool:
    """Tell "12% more than" and "40 fewer than" from a hedge: a figure ends where the two words begin."""
    if place < 3 or tokens.word(place - 1).lower() != "than":
        return False
    if tokens.word(place - 2).lower() not in COMPARING:
        return False
    return bool(phrase(FIGURE_END).match(tokens.letters, place - 3))
