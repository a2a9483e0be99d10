"""Which way a change went over a text, and which way in it: "House prices fall 6%" over "prices climbed by 6 per cent".

The words differ, and so may what is said to have changed; that one figure ends or measures a change of one way over the
text and of the other way wherever the text has it does not.
"""

from __future__ import annotations

from collections.abc import Iterator

from factcheck.article import BIT, Article, Sentence
from factcheck.link.context.roles import grammar, roles
from factcheck.link.context.subjects import EDGES, clause_of, topics
from factcheck.link.headline.heads import TOPS, Head
from factcheck.link.headline.rivals import NEUTRAL
from factcheck.model import Mention, Relation
from factcheck.quantity import Quantity
from factcheck.segment import vocabulary

KINDS = "money|percent|points|count|measure|fraction"
REACH = 6
"""So many places before a figure may stand the word that says which way the change went."""

SMALL = 5
"""A count up to this may be of anything."""

UNDONE = frozenset(
    "not never no without despite after following before until halts halt halted ends end ended stops reverses reverse erases erase wipes wiped offset "
    "claw claws back offsets recoup recoups recovers recover recovered rejects reject rejected denies denied if unless instead after than against would could might may "
    "claw claws back plan plans proposed proposes fears feared warns warned threat but while though although whereas bid calls call called demand demands demanded seek seeks wants want".split()
)
"""Before a change these tell of one that is undone, or that did not come to pass."""


AGAINST = frozenset("against versus than from to while as".split())
"""Behind these stands what a thing is compared with."""


UP_DOWN = ("up", "down")


def turned(article: Article, heads: list[Head]) -> Iterator[Relation]:
    """Hold the figures over a text whose change went the other way wherever the text tells of it."""
    if article.verb_last:
        return
    moved = [(head, way) for head in heads if (way := way_of(article, head.sentence, head.mention))]
    if not moved:
        return
    for head, (sign, link) in moved:
        told = list(_told(article, head, link))
        ways = {one for one, _ in told}
        if ways == {-sign} and (mention := _of_one(article, head, [one for _, one in told])):
            yield _other_way(head, mention, sign)


def _other_way(head: Head, mention: Mention, sign: int) -> Relation:
    """Hold the way of a change over a text to the way in it."""
    over, under = UP_DOWN if sign > 0 else UP_DOWN[::-1]
    return Relation(
        Quantity.named(over, f"{over} {head.mention.text}", *head.places),
        Quantity.named(under, f"{under} {mention.text}", mention.span),
        fix=under,
    )


def _told(article: Article, head: Head, link: str) -> Iterator[tuple[int, Mention]]:
    """Yield each place under a headline where a change led to its figure, or was so much, with the way of it; 0 for none."""
    said = head.mention
    for sentence in article.sentences:
        if sentence.block not in TOPS and sentence.block != "cell":
            for one in sentence.mentions:
                if one.upper is None and _is_same(said, one):
                    way = way_of(article, sentence, one)
                    yield (way[0] if way and way[1] == link else 0), one


def _is_same(said: Mention, one: Mention) -> bool:
    """Tell whether two figures are one; points of a headline may be the text's percentage points."""
    points = said.kind == one.kind == "points" and one.size * 100 == said.size
    return points or (one.kind, one.unit, one.size) == (said.kind, said.unit, said.size)


def _of_one(article: Article, head: Head, told: list[Mention]) -> Mention | None:
    """Return the first of some figures that is of what the headline says moved, at no other time."""
    theme = _theme(article, head)
    for one in told:
        sentence = article.sentences[one.sentence]
        clause = clause_of(article, one, AGAINST)
        said = not sentence.letters.isdisjoint(vocabulary()[1]["SAY"])
        earlier = bool(sentence.kinds & BIT["Y"]) or (not said and "had" in map(article.word, clause))
        if theme and not earlier and theme & topics(article, clause):
            return one
    return None


def _theme(article: Article, head: Head) -> frozenset[str]:
    """Return the noun that a headline says moved: the rents of "Rents in Elm fall 6%"; of "5% rise in pay", pay."""
    sentence, place = head.sentence, article.place(head.mention)
    moved = next((at for at in range(sentence.start, place) if sign_at(article, at)), place)
    ahead = [
        at
        for at in range(sentence.start, moved)
        if article.skeleton[at] in vocabulary()[1]["PREPOSITION"] or article.skeleton[at] in EDGES
    ]
    for last in (*ahead, moved):
        for at in range(last - 1, sentence.start - 1, -1):
            if found := topics(article, range(at, at + 1)) - NEUTRAL:
                return found
    return topics(article, range(place + 1, min(sentence.end, place + REACH)))


def sign_at(article: Article, at: int) -> int:
    """Return which way a word goes that is no figure: up, down, or 0 for neither."""
    letter = article.skeleton[at]
    return 0 if at in article.at else grammar().sign(letter) or grammar().compares(letter)


def way_of(article: Article, sentence: Sentence, mention: Mention) -> tuple[int, str] | None:
    """Return the sign of the change that a figure is, or is the end of ("to"), None where no word tells it or two differ."""
    if mention.kind not in KINDS.split("|") or mention.number is None or mention.upper:
        return None
    if mention.kind == "count" and mention.size <= SMALL:
        return None
    place = article.place(mention)
    before = range(max(sentence.start, place - REACH), place)
    if not UNDONE.isdisjoint(article.word(at) for at in before if at not in article.at):
        return None
    signs = {sign for sign in (_before(article, sentence, place), _behind(article, sentence, mention)) if sign}
    link = "to" if vocabulary()[0]["to"] == article.skeleton[place - 1] else ""
    return (signs.pop(), link) if len(signs) == 1 else None


def _before(article: Article, sentence: Sentence, place: int) -> int:
    """Return the sign of the last word of change before a figure, in its clause."""
    for at in range(place - 1, max(sentence.start, place - REACH) - 1, -1):
        letter = article.skeleton[at]
        if at in article.at or letter in ",;:(—":
            return 0
        if sign := grammar().sign(letter):
            return sign
    return 0


def _behind(article: Article, sentence: Sentence, mention: Mention) -> int:
    """Return the sign of what a figure is: 6 per cent higher, a 6 per cent increase."""
    role = next((role for role in roles(article, sentence) if role.mention is mention), None)
    if role and role.name == "change":
        return role.sign
    return grammar().compares(article.skeleton[article.place(mention) + 1])
