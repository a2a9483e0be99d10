"""A record before a game and after it, which one win or one defeat parts: 4-2 before the game, 5-2 with the win."""

from __future__ import annotations

import re
from collections.abc import Iterator

from factcheck.article import Article, Sentence
from factcheck.link.context.passages import with_before
from factcheck.model import Mention, Relation
from factcheck.patterns import Pattern
from factcheck.quantity import Quantity

AFTER = Pattern(
    r"\b(?:improv\w+|mov(?:ed|es|ing)|advanc\w+|took|takes|taking|fell|falls?|falling|dropp?\w*|slipp?\w*)(?: [\w'’-]+){0,3} to (?:an? )?$"
)
BEFORE_IT = Pattern(
    r"\b(?:entered|came in(?:to)?|came into (?:the )?(?:game|night|day|week))(?: the (?:game|night|week|day))? (?:at |with an? )?$|\bcome into (?:the |this )?game (?:at |with an? )$",
)
INTO = Pattern(
    r"^(?: record| mark)?(?:,)? (?:in)?(?:to|before|entering|coming into|going into|ahead of) (?:the|this|that|[A-Z]\w+['’]s) (?:game|night|match|contest|meeting|matchup)\b"
)
HAD, RECORD = Pattern(r"\b(?:carried|brought|took|had|with) an? $"), Pattern(r"^ (?:record|mark)\b")
TWICE = Pattern(r"\b(?:double-?header|sw[eo]pt|sweep\w*|split|twin bill|both games)\b", re.I)
"""With these a side played more than one game."""

LOOK, MOST, FAR = 60, 90, 3
"""So many games has a record at the most; so many more won or lost are no slip."""


def record_after(article: Article, sentence: Sentence) -> Iterator[Relation]:
    """Hold the record that a game led to against the one that a side took into it, in its sentence or the one before."""
    near = with_before(article, sentence)
    pairs = [one for part in near for one in part.of_kind("pair") if part.block == "paragraph"]
    before = [one for one in pairs if _is_before(article, one)]
    after = [one for one in pairs if AFTER.search(article.around(one, LOOK)[0])]
    if len(before) == len(after) == 1 and sentence.number in (before[0].sentence, after[0].sentence):
        one, other = _games(before[0]), _games(after[0])
        more = [new - old for old, new in zip(one, other, strict=True)]
        several = any(TWICE.search(article.words(part)) for part in near)
        if sum(other) <= MOST and min(more) >= 0 and 0 < max(more) <= FAR and not several:
            yield _relation(before[0], after[0])


def _is_before(article: Article, one: Mention) -> bool:
    ahead, behind = article.around(one, LOOK)
    had = HAD.search(ahead) is not None and RECORD.match(behind) is not None
    return had or INTO.match(behind) is not None or BEFORE_IT.search(ahead) is not None


def _games(one: Mention) -> tuple[int, int]:
    assert one.number and one.upper
    return int(one.number.middle), int(one.upper.middle)


def _relation(before: Mention, after: Mention) -> Relation:
    won, lost = _games(before)
    ways = frozenset({f"{won + 1}-{lost}", f"{won}-{lost + 1}"})
    said = "-".join(map(str, _games(after)))
    stated = Quantity.named(said, after.text, after.span)
    made = Quantity.one_of(ways, f"{before.text} and one game", before.span)
    says = f"{{working}} makes {' or '.join(sorted(ways))}, not {{stated}}."
    return Relation(stated, made, says=says)
