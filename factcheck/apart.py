"""Changes told apart from their figures: "In 2006 it was 51 percent ... so turnout has risen by 12 points"."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import islice

from factcheck.article import Article, Sentence
from factcheck.frames import Movement, alike
from factcheck.model import Mention
from factcheck.roles import Role, grammar
from factcheck.segment import vocabulary

DOUBT = "the figures stand apart from the change"
LIKE_FIGURES = 3
"""The two figures must be the only ones of their kind so near, or the words take them up ("so", "that")."""

STATED = frozenset({"percent", "points", "fraction", "money", "count", "measure"})
AMOUNTS = frozenset({"money", "count", "measure"})


def apart(article: Article, sentence: Sentence, read: list[Role], framed: list[Movement]) -> Iterator[Movement]:
    """Yield, as doubtful, each change that no figures of its own clause explain, with the two figures before it."""
    told = {role.place for move in framed for role in move.stated}
    for role in read:
        if role.name == "change" and role.place not in told and role.mention.kind in STATED and _of_size(article, role):
            yield from _explained(article, sentence, role)


def _of_size(article: Article, role: Role) -> bool:
    """Tell whether the words say a change or a gap, not a count of things won or gained."""
    return role.mention.kind not in AMOUNTS or role.link == "" or article.word(role.start) in GAPS


GAPS = frozenset({"difference", "gap", "margin", "lead", "edge", "majority", "advantage", "saving", "shortfall"})


def _explained(article: Article, sentence: Sentence, role: Role) -> Iterator[Movement]:
    figures = list(islice(_earlier(article, sentence, role), LIKE_FIGURES))
    if len(figures) < 2:
        return
    taken = _taken_up(article, sentence, role)
    if len(figures) == 2 or taken:
        for other in figures[1:]:
            low, high = sorted((figures[0], other), key=_size)
            before, after = (high, low) if role.sign < 0 else (low, high)
            yield Movement(sentence, before, after, (role,), link="apart", doubt=DOUBT)


def _size(mention: Mention) -> float:
    return float(mention.number.middle) if mention.number else 0.0


def _earlier(article: Article, sentence: Sentence, role: Role) -> Iterator[Mention]:
    """Yield the figures that a change may lie between, the nearest first, of this sentence and the one before."""
    previous = article.sentences[sentence.number - 1] if sentence.number else None
    nearest: Mention | None = None
    for part in (sentence, previous):
        for mention in reversed(part.mentions if part else ()):
            if mention.first < role.mention.first and _measured(role.mention, mention):
                if nearest is None or (alike(nearest, mention) and nearest.unit == mention.unit):
                    nearest = nearest or mention
                    yield mention


def _measured(stated: Mention, mention: Mention) -> bool:
    """Tell whether a figure may be one of the two that the stated change parts."""
    if mention.number is None or mention.upper is not None:
        return False
    if stated.kind == "points":
        return mention.kind == "percent"
    if stated.kind in ("percent", "fraction"):
        return mention.kind in AMOUNTS or (stated.kind == "percent" and mention.kind == "percent")
    return mention.kind in AMOUNTS and (mention.unit == stated.unit or mention.number.middle.denominator > 1)


def _taken_up(article: Article, sentence: Sentence, role: Role) -> bool:
    """Tell whether "so", "that" or "which" takes up what was said before."""
    letters = vocabulary()[0]
    words = article.skeleton[max(sentence.start, role.place - 10) : role.place]
    return any(letters[word] in words for word in ("so", "that", "which") if word in letters)


def lone(article: Article, sentence: Sentence) -> bool:
    """Tell whether a sentence of one figure is a share or points and has a word of change."""
    if len(sentence.mentions) != 1 or sentence.mentions[0].kind not in ("percent", "points", "fraction"):
        return False
    return not grammar().cues.isdisjoint(article.skeleton[sentence.start : sentence.end].replace("F", ""))
