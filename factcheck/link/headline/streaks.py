"""Which time in a row it is, over a text and in it: "Otters win third straight" over "won their fourth game in a row"."""

from __future__ import annotations

import re
from collections.abc import Iterator

from factcheck.article import Article, Sentence
from factcheck.link.context.roles import grammar
from factcheck.link.context.subjects import noun, stem, topics_of
from factcheck.link.headline.heads import Head
from factcheck.link.headline.rivals import opens
from factcheck.model import Mention, Relation
from factcheck.patterns import Pattern
from factcheck.quantity import Quantity

IN_A_ROW = Pattern(
    r"(?: [\w-]+){0,3}? (?:straight|consecutive|successive|running|in a row|in succession|on the trot|on the bounce)\b"
)
FOR_ONE = Pattern(r"\bfor (?:a|an|the|its|their|his|her)? ?$")
"""Before "fifth month" these make it one of a row."""

ONCE = frozenset(map(stem, "term title victory win defeat loss championship crown child medal".split()))
"""Of these a story's subject has one at a time, each with its number."""

SPELLS = frozenset(map(stem, "month year week day quarter season".split()))
WON = frozenset({"", *map(stem, "win victory game match time outing start".split())})
THINGS = (
    SPELLS | ONCE | (WON - {""}) | frozenset(map(stem, "meeting election night race round tournament year".split()))
)
ONE_OF_HIS = Pattern(r" [\w-]+(?=[.,;:]|$| (?:on|by|after|over|at)\b)")
"""Behind the number these leave no doubt of what, or with whom, it is: not her second child with her husband."""

COUNTED = 4
"""So many words behind a number may name what is in a row."""

ENDED = Pattern(
    r"\b(?:end\w*|snap\w*|halt\w*|broke|break\w*|stop\w*|after|before|until|since|follow\w*|previous\w*|first|not|never|had|would|could|seek\w*|chas\w*|bid\w*|look\w*)\b"
)
LOOK = 60
ROW = "row"


def streaks(article: Article, heads: list[Head]) -> Iterator[Relation]:
    """Hold which time in a row, or whose how-manieth term or title, a headline tells to what the opening of its text tells."""
    over = [(head, kind) for head in heads if not article.verb_last and (kind := _told(article, head.mention))]
    body = article.body if over else []
    numbers = [(one, sentence) for sentence in body for one in sentence.of_kind("ordinal|count")]
    rows = [(one, sentence, said) for one, sentence in numbers if (said := _told(article, one))]
    for head, kind in over:
        found = [(one, sentence) for one, sentence, said in rows if _is_like(kind, said)]
        sizes = {one.size for one, _ in found}
        again = next((one for one, _, said in rows if _agrees(head.mention, one, kind, said)), None)
        if again is not None:
            yield _relation(head, again)
        elif any(_names_it(article, head.mention, one) for one, _ in numbers):
            continue
        elif len(sizes) == 1 and opens(article, found[0][1]) and _is_of_it(article, head, *found[0]):
            yield _relation(head, found[0][0])


def _told(article: Article, mention: Mention) -> str:
    """Return what a number is the how-manieth of: a row, or a thing that is had one at a time; "" for none."""
    before, behind = article.around(mention, LOOK)
    if mention.kind not in ("ordinal", "count") or mention.size < 2:
        return ""
    named = noun(mention) or stem(article.word(article.place(mention) + 1))
    if said := IN_A_ROW.match(behind):
        counted = re.findall(r"\w+", f"{said[0]}{behind[said.end() :].partition('.')[0]}")
        return ROW + next((thing for word in counted[:COUNTED] if (thing := stem(word)) in THINGS), "")
    if mention.kind == "ordinal" and named in SPELLS and FOR_ONE.search(before):
        return ROW + named
    alone = ONE_OF_HIS.match(behind) is not None
    return named if mention.kind == "ordinal" and named in ONCE and alone else ""


def _agrees(over: Mention, under: Mention, kind: str, said: str) -> bool:
    """Tell whether a row is as long as the headline's, whatever it is of: for a third day, a third session running."""
    return over.size == under.size and (kind == said or (kind.startswith(ROW) and said.startswith(ROW)))


def _names_it(article: Article, over: Mention, one: Mention) -> bool:
    """Tell whether the headline's number stands in the text before what may be in a row: a third week of gains."""
    return one.kind == over.kind and one.size == over.size and stem(article.word(article.place(one) + 1)) in THINGS


def _is_like(one: str, other: str) -> bool:
    """Tell whether two rows may be of one thing: of the same, of wins and games, or of what one of them leaves unsaid."""
    if not one.startswith(ROW) or not other.startswith(ROW):
        return one == other
    things = {one.removeprefix(ROW), other.removeprefix(ROW)}
    return len(things) == 1 or things <= WON or ("" in things and things.isdisjoint(SPELLS))


def _is_of_it(article: Article, head: Head, mention: Mention, sentence: Sentence) -> bool:
    """Tell whether a row is the headline's by a word of it, and none that came to its end or that others had before."""
    shared = topics_of(article, head.sentence) & topics_of(article, sentence)
    ways = {_way(article, head.sentence, head.mention), _way(article, sentence, mention)} - {0}
    return bool(shared) and len(ways) < 2 and ENDED.search(article.around(mention, LOOK)[0]) is None


def _way(article: Article, sentence: Sentence, mention: Mention) -> int:
    """Return the way that the last word of change before a number goes."""
    places = range(article.place(mention) - 1, sentence.start - 1, -1)
    return next((way for at in places if (way := grammar().sign(article.skeleton[at]))), 0)


def _relation(head: Head, told: Mention) -> Relation:
    over, under = (Quantity.named(str(one.size), one.text, one.span) for one in (head.mention, told))
    return Relation(
        over.changed(spans=head.places), under, working=f"{told.text} in the text; {head.mention.text} over it"
    )
