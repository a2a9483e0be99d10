"""Changes that were only hoped for, asked or promised, and not made: "the chairman, who had promised a 40% reduction"."""

from __future__ import annotations

from factcheck.article import Article
from factcheck.link.context.roles import Role

HOPED = frozenset(
    "promised promising pledged pledging sought seeking wanted wants demanded demanding asked expected expecting "
    "forecast forecasting predicted hoped hoping feared threatened targeted".split()
)
REACH = 4
"""So many places before a change may stand the word that says it was only hoped for."""


def hoped_for(article: Article, role: Role) -> bool:
    """Tell whether a change was only hoped for: its verb stands just before it, no figure or comma between the two."""
    start = min(role.start, role.place)
    for at in range(start - 1, max(-1, start - 1 - REACH), -1):
        if at in article.at or article.skeleton[at] in ",.;:\n":
            return False
        if article.word(at) in HOPED:
            return True
    return False
