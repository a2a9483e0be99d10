"""A record before a game and after it, which one win or one defeat parts: 4-2 before the game, 5-2 with the win."""

from __future__ import annotations

from collections.abc import Iterator

from factcheck.article import Article, Sentence
from factcheck.model import Mention, Relation
from factcheck.patterns import Pattern
from factcheck.quantity import OneOf, Quantity

AFTER = Pattern(
    r"\b(?:improv\w+|mov(?:ed|es|ing)|advanc\w+|took|takes|taking|fell|falls?|falling|dropp?\w*|slipp?\w*)(?: [\w'’-]+){0,3} to (?:an? )?$"
)
BEFORE_IT = Pattern(
    r"\b(?:carried|brought|took|had|with) an? $|\b(?:entered|came in(?:to)?|came into (?:the )?(?:game|night|day|week))(?: the (?:game|night|week|day))? (?:at |with an? )?$|\bcome into (?:the |this )?game (?:at |with an? )$",
)
INTO = Pattern(
    r"^(?: record| mark)?(?:,)? (?:in)?(?:to|before|entering|coming into|going into|ahead of) (?:the|this|that|[A-Z]\w+['’]s) (?:game|night|match|contest|meeting|matchup)\b"
)
LOOK, MOST, BACK = 60, 90, 1
"""So many games has a record at the most, and so many sentences before it may tell the other."""


def record_after(article: Article, sentence: Sentence) -> Iterator[Relation]:
    """Hold the record that a game led to against the one that a side took into it, in its sentence or the one before."""
    near = article.sentences[max(0, sentence.number - BACK) : sentence.number + 1]
    pairs = [one for part in near for one in part.of_kind("pair") if part.block == "paragraph"]
    before = [one for one in pairs if _is_before(article, one)]
    after = [one for one in pairs if AFTER.search(article.around(one, LOOK)[0])]
    if len(before) == len(after) == 1 and sentence.number in (before[0].sentence, after[0].sentence):
        own = max(before[0].sentence, after[0].sentence) == sentence.number
        one, other = _games(before[0]), _games(after[0])
        if own and max(sum(one), sum(other)) <= MOST and sum(other) != sum(one):
            yield _relation(before[0], after[0])


def _is_before(article: Article, one: Mention) -> bool:
    ahead, behind = article.around(one, LOOK)
    return INTO.match(behind) is not None or BEFORE_IT.search(ahead) is not None


def _games(one: Mention) -> tuple[int, int]:
    assert one.number and one.upper
    return int(one.number.middle), int(one.upper.middle)


def _relation(before: Mention, after: Mention) -> Relation:
    won, lost = _games(before)
    ways = frozenset({f"{won + 1}-{lost}", f"{won}-{lost + 1}"})
    said = "-".join(map(str, _games(after)))
    stated = Quantity(OneOf(frozenset({said})), "", after.text, (after.span,))
    made = Quantity(OneOf(ways), "", f"{before.text} and one game", (before.span,))
    says = f"{{working}} makes {' or '.join(sorted(ways))}, not {{stated}}."
    return Relation(stated, made, says=says)
