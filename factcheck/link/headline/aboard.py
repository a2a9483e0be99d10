"""How many a headline has aboard, and the passengers and crew of the text: 177 aboard, 163 passengers and a crew of eight."""

from __future__ import annotations

from factcheck.article import Article, Sentence
from factcheck.link.headline.rivals import besides
from factcheck.link.series.figures import exactly
from factcheck.model import Mention
from factcheck.quantity import Quantity

CREWED = frozenset("crew crewmen staff drivers pilots sailors flight cabin attendants".split())
CARRIES = frozenset("had has carried carries carrying were".split())
"""Before passengers these say how many a craft held."""

OPENING, LED, APART = 5, 3, 6
"""So many sentences with figures are searched; so many words may lead to passengers, and part them from the crew."""


def is_aboard(article: Article, said: Mention) -> bool:
    """Tell whether a headline's figure counts all in a craft: 74 aboard, 74 on board, carrying 74."""
    place = article.place(said)
    words = [article.word(at) for at in range(place + 1, min(place + 4, len(article.skeleton) - 1))]
    return said.kind == "count" and ("aboard" in words or "board" in words or article.word(place - 1) == "carrying")


def on_board(article: Article, said: Mention, body: list[tuple[Mention, Sentence]]) -> Quantity | None:
    """Return the passengers and crew that the text's opening tells of a craft, those of one sentence that has no third count.

    None where the text has the headline's own figure too.
    """
    if not is_aboard(article, said) or any(one.size == said.size for one, _ in body if one.kind == "count"):
        return None
    for sentence in article.body[:OPENING]:
        counts = sentence.of_kind("count")
        dated = any(one.when is not None and one.when.month for one in sentence.mentions)
        if len(counts) == 2 and not dated and _carried(article, *counts) and not besides(article, sentence, counts[0]):
            riders, crew = map(exactly, counts)
            return riders + crew
    return None


def _carried(article: Article, riders: Mention, crew: Mention) -> bool:
    """Tell whether two counts are of all passengers and all crew of what carried them."""
    first, last = article.place(riders), article.place(crew)
    between = [article.word(at) for at in range(first + 1, last)]
    behind = {article.word(at) for at in range(last + 1, min(last + 3, len(article.skeleton) - 1))}
    led = {article.word(at) for at in range(max(0, first - LED), first)}
    crewed = between[-2:] == ["crew", "of"] or not CREWED.isdisjoint(behind)
    joined = "and" in between and len(between) <= APART and between[0] == "passengers"
    return joined and crewed and not CARRIES.isdisjoint(led)
