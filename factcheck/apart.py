"""Changes told apart from their figures: "In 2006 it was 51 percent ... so turnout has risen by 12 points"."""

from __future__ import annotations

import re
from collections.abc import Iterator
from fractions import Fraction
from functools import cache
from itertools import islice

from factcheck.article import BIT, Article, Sentence
from factcheck.frames import Movement, alike
from factcheck.model import Mention
from factcheck.phrase import kind_letters
from factcheck.roles import Role, grammar
from factcheck.segment import charset, vocabulary

DOUBT = "the figures stand apart from the change"
LIKE_FIGURES = 3
"""So many figures of one kind before the change may be one of the two that it parts."""

STATED = frozenset({"percent", "points", "fraction", "money", "count", "measure", "duration"})
SHARES = sum(BIT[letter] for letter in kind_letters("percent|points|fraction"))
FEW = 6
AMOUNTS = frozenset({"money", "count", "measure"})


def apart(article: Article, sentence: Sentence, read: list[Role], framed: list[Movement]) -> Iterator[Movement]:
    """Yield, as doubtful, each change that no figures of its own clause explain, with the two figures before it."""
    if not any(role.name == "change" for role in read):
        return
    if not takes_up(sentence, article.skeleton[sentence.start : sentence.end]):
        return
    told = {role.place for move in framed for role in move.stated}
    for role in read:
        if role.name == "change" and role.place not in told and role.mention.kind in STATED and _of_size(article, role):
            yield from _explained(article, sentence, role)


def _of_size(article: Article, role: Role) -> bool:
    """Tell whether the words say a change or a gap, not a count of things won or gained."""
    return role.mention.kind not in AMOUNTS or role.link == "" or article.word(role.start) in GAPS


OPENLY = ("means", "meaning", "making")
GAPS = frozenset({"difference", "gap", "margin", "lead", "edge", "majority", "advantage", "saving", "shortfall"})


def _explained(article: Article, sentence: Sentence, role: Role) -> Iterator[Movement]:
    figures = list(islice(_earlier(article, sentence, role), LIKE_FIGURES))
    for other in figures[1:]:
        low, high = sorted((figures[0], other), key=_size)
        before, after = (high, low) if role.sign < 0 else (low, high)
        yield Movement(sentence, before, after, (role,), link="apart", doubt=DOUBT)


def _precise(stated: Mention) -> bool:
    """Tell whether a percentage shows three digits: few others equal it by chance."""
    share = stated.number.middle if stated.number else Fraction(0)
    return share >= Fraction(1, 10) and (share * 100).denominator > 1


def _size(mention: Mention) -> float:
    return float(mention.number.middle) if mention.number else 0.0


def _earlier(article: Article, sentence: Sentence, role: Role) -> Iterator[Mention]:
    """Yield the figures that a change may lie between, the nearest first, of this sentence and the one before."""
    previous = article.sentences[sentence.number - 1] if sentence.number else None
    nearest: Mention | None = None
    for part in (sentence, previous):
        for mention in reversed(part.mentions if part else ()):
            earlier = mention.first < role.mention.first and _measured(role.mention, mention)
            if earlier and (nearest is None or (alike(nearest, mention) and nearest.unit == mention.unit)):
                nearest = nearest or mention
                yield mention


def _measured(stated: Mention, mention: Mention) -> bool:
    """Tell whether a figure may be one of the two that the stated change parts."""
    if mention.number is None or mention.upper is not None or mention.hedge:
        return False
    if stated.kind == "points":
        return mention.kind == "percent"
    if stated.kind in ("percent", "fraction"):
        return mention.kind in AMOUNTS or (mention.kind == "percent" and _precise(stated))
    return mention.kind in AMOUNTS and (mention.unit == stated.unit or mention.number.middle.denominator > 1)


@cache
def _taking() -> re.Pattern[str]:
    """Compile how a sentence takes figures up: it begins with "That", goes on with "so", "which" or ", a gap of"."""
    letters, classes = vocabulary()
    openly = charset("".join(sorted(letters[word] for word in OPENLY)))
    set_off = charset("".join(sorted(set(classes["TAKING_UP"]) - {letters[word] for word in OPENLY})))
    gaps = charset("".join(sorted(letters[word] for word in GAPS)))
    return re.compile(f'[{openly}]|(?:^"?|[,;\\-])[{set_off}]|,.[{gaps}]')


def takes_up(sentence: Sentence, drawn: str) -> bool:
    """Tell whether a sentence takes up what was said before it, and has a word that sizes a change."""
    if len(sentence.mentions) > FEW or _taking_words().isdisjoint(drawn):
        return False
    sized = sentence.kinds & SHARES or not grammar().sizes.isdisjoint(drawn)
    return bool(sized) and _taking().search(drawn) is not None


@cache
def _taking_words() -> frozenset[str]:
    letters, classes = vocabulary()
    return frozenset(classes["TAKING_UP"]) | {letters[word] for word in GAPS}
