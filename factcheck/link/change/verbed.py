"""The word that moves a thing from one figure to another, and whether it is a verb at all."""

from __future__ import annotations

from factcheck.article import Article
from factcheck.link.change.changes import FAR
from factcheck.link.change.eitherway import BOTH, COMPARES, TOLD
from factcheck.link.change.waysaid import is_denied
from factcheck.link.context.directions import ADVERBS, moves, sole
from factcheck.link.context.frames import Movement
from factcheck.link.context.roles import verbal
from factcheck.patterns import Pattern
from factcheck.segment import vocabulary

STATES = frozenset("ill sick pregnant asleep silent victim prey foul apart vacant due".split())
"""What somebody falls or rises into, so that the verb tells of no size: 11 percent fell ill, against 7 percent."""


def with_way(article: Article, move: Movement) -> Movement:
    """Return a change with the way it goes where no word right beside its figures says so."""
    if move.before is None or move.stated or move.pair or article.verb_last or move.doubt not in (None, FAR):
        return move
    if move.link == "from" and (not move.sign or move.doubt == FAR or not is_moved(article, move)):
        sign, at = sole(article, move.sentence, move.before, move.after)
        return move._replace(sign=sign, said=at, doubt=None) if sign else move
    start = move.sentence.start
    sign = COMPARES.get(article.word(start), 0) if not move.sign else 0
    counted = sign and move.after.kind == "count" and len(move.sentence.of_kind("count")) == BOTH
    return move._replace(sign=sign, said=start) if counted else move


SINCE_WHEN = Pattern(r"\b(?:\w+est|worst|best|most|least)\b[^.;]*\bsince\b[^.;]*\bwhen\b")
"""Between two figures these make the second one of long ago, beyond the first: its lowest since 2008, when it was 3.9."""


def is_moved(article: Article, move: Movement) -> bool:
    """Tell a word that moves the figures (climbed to, is expected to fall to, up from) from a noun (tax increases)."""
    said, letters = article.word(move.said), article.skeleton
    if move.before is not None:
        first, last = sorted((move.before, move.after), key=lambda one: one.first)
        if SINCE_WHEN.search(article.document.text[first.span.end : last.span.start]):
            return False
    if article.verb_last and is_denied(article.document.text, article.span(move.said, move.said + 1).end):
        return False
    if article.word(move.said + 1) in STATES or (said == "hike" and letters[move.said - 1] == "K"):
        return False
    if move.link in TOLD or said in ADVERBS or said in COMPARES or (verbal(said) and not said.endswith("ing")):
        return True
    if said.endswith("ing") and (moves(article, move.said) or letters[move.said - 1] == ","):
        return True  # "had been falling", "kept rising", ", rising from"
    if letters[move.said - 1 : move.said] in {
        *vocabulary()[1]["PRONOUN"],
        *vocabulary()[1]["AUXILIARY"],
        *vocabulary()[1]["DO"],
        vocabulary()[0]["to"],
    }:
        return True
    if article.word(move.said - 1) == "the" and article.word(move.said - 2) == "on":
        return True
    if letters[move.said + 1] in vocabulary()[1]["DETERMINER"] and letters[move.said - 1] in "wN":
        return True  # "the government cut the grant"
    if article.word(move.said + 1) == "in" and letters[move.said - 1] in vocabulary()[1]["DETERMINER"]:
        return True  # "the increase in the fee, from"
    return said.endswith("s") and letters[move.said + 1] in {vocabulary()[0][link] for link in ("to", "from")}
