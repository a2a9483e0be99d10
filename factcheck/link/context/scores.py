"""Scores and records: two numbers with a hyphen, alone and in lists."""

from __future__ import annotations

from collections.abc import Iterator

from factcheck.article import Article, Sentence
from factcheck.model import Mention
from factcheck.phrase import phrase
from factcheck.quantity import Quantity
from factcheck.records import NamedTuple

DOCKED = (
    r"deduct\w*|docked|penalt\w+ points?|points? penalt\w+"
    r"|(?:taken|took|taking|knocked) (?:(?!(?!points)\w+s )\w+ ){0,3}?(?:off|away)"
)
"""How points are said to have been lost otherwise than on the field: taken off, but no seconds taken off a record."""

TIE_BREAK = "(<(> {pair|count} <)>)?"
LIST = f"{{pair}} {TIE_BREAK} (,? (and|to)? {{pair}} {TIE_BREAK})+"


class Score(NamedTuple):
    """Two numbers with a hyphen: a score, or games won and lost."""

    mention: Mention
    left: int
    right: int

    @property
    def games(self) -> int:
        """What the two come to together."""
        return self.left + self.right


def score(mention: Mention) -> Score | None:
    """Return a pair of numbers as a score; None for any other figure."""
    if mention.kind != "pair" or mention.number is None or mention.upper is None:
        return None
    return Score(mention, int(mention.number.middle), int(mention.upper.middle))


def scores(sentence: Sentence) -> list[Score]:
    """Return the scores and records of a sentence."""
    return [found for mention in sentence.mentions if (found := score(mention))]


def lists(article: Article, sentence: Sentence) -> Iterator[list[Score]]:
    """Yield the scores that stand in one list, "6-4, 3-6, 7-6 (7-4)", tie-breaks in brackets left out."""
    for found in phrase(LIST).finditer(article.skeleton, sentence.start, sentence.end):
        places = [place for place in range(*found.span()) if article.skeleton[place - 1 : place + 2 : 2] != "()"]
        listed = [score(article.at[place]) for place in places if place in article.at]
        yield [each for each in listed if each]


def one_of(pairs: set[tuple[int, int]], working: str, mentions: list[Mention]) -> Quantity:
    """Return the scores that something may be."""
    names = frozenset(f"{left}-{right}" for left, right in pairs)
    return Quantity.one_of(names, working, *(mention.span for mention in mentions))


def stated(found: Score) -> Quantity:
    """Return a score as it stands."""
    return one_of({(found.left, found.right)}, found.mention.text, [found.mention])


def either_way(left: int, right: int) -> set[tuple[int, int]]:
    """Return a score from both sides' point of view."""
    return {(left, right), (right, left)}


def added_up(one: Score, other: Score) -> set[tuple[int, int]]:
    """Return what two scores come to, whichever side each of them names first."""
    ways = either_way(one.left + other.left, one.right + other.right)
    return ways | either_way(one.left + other.right, one.right + other.left)


def half_right(found: Score, ways: set[tuple[int, int]]) -> bool:
    """Tell whether one number of a score is right and the other is not."""
    return any((found.left == left) != (found.right == right) for left, right in ways)
