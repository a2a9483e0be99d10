"""What was done with that of which a figure is, told by a word behind it: the £468,200 taken, the 1,830 dismissed."""

from __future__ import annotations

from factcheck.article import Article

IRREGULAR = frozenset(
    "taken stolen spent paid lost given lent sold won made got held found put set cut sent bought brought caught fought sought "
    "built burnt dealt drawn driven drunk eaten fed flown forgone grown hit hidden known laid led let met run said seen shot "
    "shown slain struck sunk sworn thrown told torn withdrawn withheld written".split()
)
NOUNS = frozenset("bed seed shed feed speed need deed breed weed reed steed creed hundred kindred".split())
"""What ends as a participle and is none."""


def is_participle(word: str) -> bool:
    """Tell whether a word is the form of a verb that says what was done, as far as its ending tells."""
    return word in IRREGULAR or (word.endswith("ed") and word not in NOUNS)


def ends_in_participle(article: Article, place: int) -> bool:
    """Tell whether a participle stands at a place with no noun behind it, which it would be of: no "stolen goods"."""
    return is_participle(article.word(place)) and article.skeleton[place + 1] not in ("w", "N", "-")
