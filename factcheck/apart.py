"""Changes told apart from their figures: "In 2006 it was 51 percent ... so turnout has risen by 12 points"."""

from __future__ import annotations

from collections.abc import Iterator
from fractions import Fraction
from functools import cache
from itertools import islice

from factcheck.article import BIT, Article, Sentence
from factcheck.frames import Movement, alike
from factcheck.model import Mention
from factcheck.phrase import kind_letters
from factcheck.roles import Role, grammar
from factcheck.segment import vocabulary

DOUBT = "the figures stand apart from the change"
LIKE_FIGURES = 3
"""So many figures of one kind before the change may be one of the two that it parts."""

STATED = frozenset({"percent", "points", "fraction", "money", "count", "measure", "duration"})
SHARES = sum(BIT[letter] for letter in kind_letters("percent|points|fraction"))
FEW = 6
AMOUNTS = frozenset({"money", "count", "measure"})


def apart(article: Article, sentence: Sentence, read: list[Role], framed: list[Movement]) -> Iterator[Movement]:
    """Yield, as doubtful, each change that no figures of its own clause explain, with the two figures before it."""
    if not any(role.name == "change" for role in read) or not taken_up(article, sentence):
        return
    told = {role.place for move in framed for role in move.stated}
    for role in read:
        if role.name == "change" and role.place not in told and role.mention.kind in STATED and _of_size(article, role):
            yield from _explained(article, sentence, role)


def _of_size(article: Article, role: Role) -> bool:
    """Tell whether the words say a change or a gap, not a count of things won or gained."""
    return role.mention.kind not in AMOUNTS or role.link == "" or article.word(role.start) in GAPS


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


def taken_up(article: Article, sentence: Sentence) -> bool:
    """Tell whether a sentence takes up figures: it begins with "That", goes on with "so", "which" or ", a gap of"."""
    if len(sentence.mentions) > FEW:
        return False
    words = article.skeleton[sentence.start : sentence.end]
    taking, openly, gaps = _taking()
    sizes = grammar().cues if sentence.kinds & SHARES else grammar().more | grammar().less | gaps
    if taking.isdisjoint(words) or sizes.isdisjoint(words):
        return False
    for at, letter in enumerate(words):
        if letter in openly or (letter in taking and letter not in gaps and (at == 0 or words[at - 1] in ",;-\"")):
            return True
        if letter in gaps and words[max(0, at - 2) : at - 1] == ",":
            return True
    return False


@cache
def _taking() -> tuple[frozenset[str], frozenset[str], frozenset[str]]:
    """Return the letters of words that take figures up, of those that do so anywhere, and of gaps."""
    letters, classes = vocabulary()
    gaps = frozenset(letters[word] for word in GAPS)
    openly = frozenset(letters[word] for word in ("means", "meaning", "making"))
    return frozenset(classes["TAKING_UP"]) | gaps, openly, gaps
