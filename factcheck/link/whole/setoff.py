"""Figures set off from what they follow from: ", or 35 per cent", "— 55 a day —", ", a yield of six tonnes", "That is 29".

A mark, "or", or words that take up the sentence before stand between; what leads from there to the figure says no more
than that it is the same in other terms.
"""

from __future__ import annotations

from factcheck.article import Article, Sentence
from factcheck.link.context.ties import adjacent
from factcheck.model import Mention

LEADS = frozenset(
    "or so that this it which is was 's means meaning makes making make made up giving gives representing equivalent equal "
    "equals to works worked out comes came amounts amounting at namely about around roughly approximately some nearly "
    "almost over under more less fewer than just only exactly precisely barely scarcely hardly a an the mere full whole "
    "well close slightly little".split()
)
"""What may lead from a part to the same in other terms."""

RATES = frozenset(
    "rate share proportion ratio percentage fraction average mean yield speed pace density price cost consumption stake holding".split()
)
"""Before "of" these say what a figure is, in other terms than those before it: "giving a pass rate of 40 per cent"."""

TAKING_UP = frozenset({"that", "this", "it", "which"})
RESULTS = frozenset({"so", "meaning", "giving", "making", "each", "every", "averaging"})
"""These open a clause that follows from the one before, whatever its verb: ", so each of them got $40"."""

UP_TO = ["up", "to"]
ON_AVERAGE = ["on", "average"]
LEAD, RESULT = 9, 7
"""So many places may part the mark from its figure, and so many words may stand in a clause that follows."""


def set_off(
    article: Article, sentence: Sentence, stated: Mention, results: bool = False
) -> tuple[Sentence, int] | None:
    """Return the sentence, and the place in it, that a figure is set off from; None where it goes with what stands before.

    With `results` a clause that follows from the one before sets it off too: ", so each of them got $40".
    """
    place = article.place(stated)
    first = max(sentence.start, place - LEAD)
    mark = next((at for at in range(place - 1, first - 1, -1) if _marks(article, at)), sentence.start - 1)
    words = [article.word(at) for at in range(mark + 1, place) if at not in article.at]
    if len(words) != place - mark - 1 or not (_leads(words) or (results and _follows(words))):
        return None
    if mark > sentence.start:
        return (sentence, mark) if article.skeleton[mark] != ";" or (words[:1] and words[0] in TAKING_UP) else None
    near = adjacent(article, sentence, -1)
    return (near, near.end) if near and words and (words[0] in TAKING_UP or words[:2] == ON_AVERAGE) else None


def _marks(article: Article, at: int) -> bool:
    letter = article.skeleton[at]
    if letter == "-":
        return article.document.text[article.tokens.starts[article.token(at)] - 1].isspace()
    return letter in ',(—:;"' or (at not in article.at and letter >= "\ue000" and article.word(at) == "or")


def _leads(words: list[str]) -> bool:
    """Tell whether words lead to a figure as to the same in other terms."""
    if len(words) > 1 and words[-1] == "of" and words[-2] in RATES:
        opens = next((n for n in range(len(words) - 2, -1, -1) if words[n] in ("a", "an", "the")), len(words))
        words = words[:opens]
    return all(word in LEADS for word in words) and words[-2:] != UP_TO


def _follows(words: list[str]) -> bool:
    return 0 < len(words) <= RESULT and (words[0] in RESULTS or words[:2] == ON_AVERAGE)


def aside(article: Article, figure: Mention, mark: int) -> bool:
    """Tell whether a figure stands in brackets that close before a mark: "$108,000 (about US$80,400), or"."""
    place = article.place(figure)
    opened = article.skeleton.rfind("(", max(0, place - LEAD), place)
    return opened >= 0 and ")" in article.skeleton[place:mark] and ")" not in article.skeleton[opened:place]
