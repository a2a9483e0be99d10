"""Ages of one person that are told twice: Ruth Delgado, 74, and Delgado, 75; Doyle, 47, and the 74-year-old."""

from __future__ import annotations

from collections.abc import Iterator

from factcheck.article import Article
from factcheck.link.context.speakers import is_copy
from factcheck.link.headline.rivals import as_age
from factcheck.link.headline.takenup import exchanged
from factcheck.link.people.unnamed import is_person
from factcheck.model import Mention
from factcheck.records import NamedTuple

CLOSE, NEAR = 4, 2
"""So many ages are kept; so many sentences on one may be told again under no name."""


class Aged(NamedTuple):
    """An age that is told again, and the one told first; `named` where both stand behind one name."""

    again: Mention
    first: Mention
    named: bool


def ages_again(article: Article) -> Iterator[Aged]:
    """Yield each age that stands behind a name with the first behind that name, and each that "the" leads to with the only one before."""
    told: dict[str, tuple[Mention, str]] = {}
    last: list[Mention] = []
    for mention in (as_age(article, one) for one in article.mentions):
        place = article.place(mention) if mention.kind == "age" else 0
        if mention.kind == "age" and article.word(place - 1) == "the" and article.skeleton[place + 1] not in "wN":
            yield from _under_no_name(article, mention, last)
        last = [*last[-CLOSE:], mention] if mention.kind == "age" else last
        if place < 3 or article.skeleton[place - 2 : place] != "N,":
            continue
        forename = article.word(place - 3) if article.skeleton[place - 3] == "N" else ""
        other, known = told.setdefault(article.word(place - 2), (mention, forename))
        if other is not mention and forename in ("", known):
            yield Aged(mention, other, named=True)


def _under_no_name(article: Article, mention: Mention, before: list[Mention]) -> Iterator[Aged]:
    """Yield "the 74-year-old" with the one age told just before, if it is that or has its digits swapped, and nobody else is named."""
    copy = is_copy(article, article.sentences[mention.sentence])
    close = [other for other in before if copy and 0 < mention.sentence - other.sentence <= NEAR]
    same = next((other for other in close if mention.size == other.size), None)
    if same is not None:
        yield Aged(mention, same, named=False)
    elif close and len({other.size for other in close}) == 1 and exchanged(mention, close[-1]):
        between = range(article.place(close[-1]), article.place(mention))
        if not any(is_person(article, at) for at in between):
            yield Aged(mention, close[-1], named=False)
