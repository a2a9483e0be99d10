"""Records that two others make up: 142-61 at one school, 611 won and 349 lost at the next, 753-410 in all."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import combinations

from factcheck.article import Article
from factcheck.document import Span
from factcheck.model import Relation
from factcheck.patterns import Pattern
from factcheck.quantity import Quantity
from factcheck.records import NamedTuple
from factcheck.slips import mistyped

WON_AND_LOST = Pattern(
    r"(?<![\d.,-])(?P<won>\d{1,4})[-–](?P<lost>\d{1,4})(?![\d-]|[.,]\d)"
    r"|\bwon (?P<wins>\d{1,4})(?: [a-z]+){0,3},? (?:and|but|while)? ?(?:lost|losing) (?P<losses>\d{1,4})\b"
)
WHOLE = Pattern(r"\b(?:career|overall|combined|all[- ]time|in all|altogether|in total|life ?time)\b", re.I)
"""Just before a record, or behind it, these make it that of all the others."""

CUES = ("career", "overall", "combined", "all-time", "in all", "altogether", "in total", "lifetime")
MOST, LEAST, BEFORE, BEHIND = 12, 20, 48, 24
"""So many records are tried, of so many games won; so many characters about one say that it is of all."""


class Record(NamedTuple):
    """Games won and lost, where they stand, in the words of the text."""

    won: int
    lost: int
    span: Span
    text: str


def careers(article: Article) -> Iterator[Relation]:
    """Hold each record that is said to be of all to the two that make up its games won, and its games lost but for a slip."""
    if article.verb_last or not any(cue in article.lowered for cue in CUES):
        return
    text = article.document.text
    records = [_record(found) for found in WON_AND_LOST.finditer(text)]
    for whole in records if len(records) <= MOST else ():
        said = text[max(0, whole.span.start - BEFORE) : whole.span.start], text[whole.span.end :][:BEHIND]
        if whole.won < LEAST or not any(map(WHOLE.search, said)):
            continue
        for one, other in combinations((each for each in records if each is not whole), 2):
            lost = one.lost + other.lost
            if one.won + other.won == whole.won and (lost == whole.lost or mistyped(str(lost), str(whole.lost))):
                yield _relation(whole, one, other)
                break


def _record(found: re.Match[str]) -> Record:
    won, lost = found["won"] or found["wins"], found["lost"] or found["losses"]
    return Record(int(won), int(lost), Span(*found.span()), found[0])


def _relation(whole: Record, one: Record, other: Record) -> Relation:
    made = f"{one.won + other.won}-{one.lost + other.lost}"
    told = f"{whole.won}-{whole.lost}"
    working = f"{one.won}-{one.lost} and {other.won}-{other.lost}"
    stated = Quantity.named(told, whole.text, whole.span)
    return Relation(stated, Quantity.named(made, working, one.span, other.span), instead=made)
