"""Stretches of text with a sign for each name and each figure, so that what stands between them can be told by few words."""

from __future__ import annotations

from collections.abc import Iterable

from factcheck.article import Article
from factcheck.link.series.figures import is_plain, value
from factcheck.model import Mention
from factcheck.records import NamedTuple

NAME, FIGURE = "§", "¤"
"""Stand in a row for a name and for its figure."""

OPENING = frozenset("most only next behind no second third after from the in of among some with at".split())
"""A capital at the head of a sentence makes none of these a name."""


class Row(NamedTuple):
    """Figures of one kind in their order with the words about them, each name and figure a sign of its own."""

    figures: list[Mention]
    words: str
    places: list[tuple[int, int]]

    def place(self, offset: int) -> int:
        """Return the place of the skeleton that a character of the words stands for."""
        return next(at for begins, at in reversed(self.places) if begins <= offset)

    def figure(self, offset: int) -> Mention:
        """Return the figure that is the last before a character of the words."""
        return self.figures[self.words.count(FIGURE, 0, offset) - 1]


def row(article: Article, start: int, end: int, figures: list[Mention]) -> Row:
    """Write a stretch of the skeleton with signs for its names and for some of its figures."""
    signs = {article.place(one): FIGURE for one in figures}
    words, places = "", []
    for at in range(start, end):
        word = article.word(at)
        name = article.skeleton[at] == "N" and word not in OPENING
        shown = signs.get(at) or (NAME if name else article.at[at].text.lower() if at in article.at else word)
        if not (shown == NAME and words.endswith(f"{NAME} ")):
            places.append((len(words), at))
            words += f"{shown} "
    return Row(figures, words, places)


def are_alike(figures: list[Mention]) -> bool:
    """Tell whether figures are of one kind, unit and noun, bare numbers of whichever the first is."""
    first = figures[0]
    nouns = {one.noun for one in figures if one.noun}
    units = {one.unit for one in figures if one.kind != "count" or first.kind == "count"}
    bare = all(one.kind == first.kind or (one.kind == "count" and not one.noun) for one in figures)
    return len(nouns) <= 1 and len(units) == 1 and bare and _plain(figures)


def _plain(figures: Iterable[Mention]) -> bool:
    return all(is_plain(one) and value(one) > 0 for one in figures)
