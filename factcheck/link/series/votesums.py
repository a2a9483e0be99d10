"""A vote whose two sides are told here and what they come to there: their sum, their lead, their share of the votes.

Two sides that stand together are looked for first; then, in the few sentences about them, what may be all who voted,
what one won by, or a share. What is so to the vote holds; what misses it by a slip of the pen, and no more, is wrong.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from fractions import Fraction
from itertools import combinations

from factcheck.article import Article, Sentence
from factcheck.link.series.figures import slip
from factcheck.link.series.shares import WHOLE
from factcheck.link.series.voteparts import ALL_BUT, VOTING, Part, is_away
from factcheck.model import Mention, Relation
from factcheck.patterns import Pattern
from factcheck.quantity import Interval, Quantity, total
from factcheck.records import NamedTuple

REACH, FURTHEST = 3, 600
"""So many sentences about two sides, and so many characters, tell of their vote."""

TWO, FEW, LEAST = 2, 3, 100
HALF_AGAIN = Fraction(3, 2)
SAYS = "{working} is {implied}, not {stated}."

CAST = Pattern(
    r"^ (?:[\w-]+ ){0,3}?(?:taken part|took part|voted\b|voting\b|turned out|valid|formal|present|(?:ballots?|votes|papers)\b)",
    re.I,
)
"""What makes a number that of all votes."""

VALID = Pattern(r" valid\b")
"""Behind votes it leaves out the papers that were spoilt, whose voters turned out too."""

OF_THE = Pattern(r"\bof (?:the|its|all) $", re.I)
OTHER_VOTE = Pattern(
    r"\b(?:ago|previous\w*|first (?:round|ballot|count|vote)|last (?:time|year|month|election)|in (?:19|20)\d\d|in committee|lower house|upper house|had (?:passed|rejected|approved|voted|led)|had been (?:ahead|behind)|was (?:ahead|behind) [^.]{0,20}?(?:on|at) |(?:election|polling|count) night|at first|before the recount|once \d+)\b",
    re.I,
)
FOR = Pattern(r"\b(?:vot\w+|for|in favou?r|back\w*|chose|yes|wanted|said)\b", re.I)
CONTRARY = Pattern(r"^ (?:\w+ ){0,2}?(?:against|no\b|oppos\w+|reject\w*|to \w+|for|wanted|chose|did not)", re.I)
TENTH = Fraction(1, 10)
ONE_ASIDE = Pattern(
    r"\b[A-Z][\w'’-]+(?:, [^.;]{0,60},)? (?:abstained|was absent|did not vote|stayed away|recused (?:him|her)self)\b"
)
"""Somebody who is named, and voted neither way."""

SINCE = Pattern(r"\b(?:down|up) (?:from|on) [^.;,]*", re.I)
OF_VOTES = Pattern(
    r"\b(?:of (?:those|the (?:valid )?(?:votes?|ballots?))|in favou?r|had been for|were for|voted for|backed|support)",
    re.I,
)


class Sides(NamedTuple):
    """Two sides of a vote, the larger first, and in which sentence of the copy they stand."""

    one: Part
    other: Part
    at: int


LOOK = 40
MOVED = Pattern(
    r"\b(?:fell|rose|went|grew|dropped|climbed|slid|up|down|cut|reduced|raised)?\b[^.;,\d]{0,12}\bfrom $", re.I
)
"""Before the first of two figures these make them the ends of a change: fell from 412 to 371."""


def votesums(article: Article, parts: list[list[Part]], done: set[Mention]) -> Iterator[Relation]:
    """Yield what two sides of a vote make of each figure near by that is all the votes, their lead, or a share of them."""
    sided = {at: part.mention.sentence for at, told in enumerate(parts) if _sides(parts, at) for part in told}
    for at in range(len(parts)):
        yield from _two_shares(article, parts[at])
        yield from _turnout(article, parts, at, done)
        sides = _sides(parts, at)
        first = min((sides.one.mention, sides.other.mention), key=lambda one: one.first) if sides else None
        if first and MOVED.search(article.around(first, LOOK)[0]):
            continue
        if sides:
            near = [part for part in _near(article, parts, at) if _of_a_vote(article, part, article.body[at])]
            others = {sided[n] for n in range(at - REACH, at + REACH + 1) if n != at and n in sided}
            neither = [part for part in near if part.role == "neither" and part.mention.sentence not in others]
            for part in near:
                if part.mention not in done and part not in sides and part not in neither:
                    wholes = [whole for whole in near if whole.role in ("whole", "cast")]
                    for relation in _held(article, sides, neither, part, wholes):
                        done.add(part.mention)
                        yield relation


def _two_shares(article: Article, parts: list[Part]) -> Iterator[Relation]:
    """Hold the shares of the two sides of a vote to the whole of it, which they are no more than."""
    shares = [part for part in parts if part.mention.kind == "percent"]
    if len(shares) != TWO or any(part.role != "share" for part in shares):
        return
    one, other = shares
    text = article.document.text
    between, behind = text[one.mention.span.end : other.mention.span.start], text[other.mention.span.end :][:40]
    left = WHOLE - one.quantity
    over = left.interval.high < other.quantity.interval.low < left.interval.high + TENTH
    if FOR.search(between) and CONTRARY.match(behind) and (over or left.interval.meets(other.quantity.interval)):
        yield Relation(other.quantity, left, SAYS)


NEARBY = 3
"""So many sentences before a turnout may stand another, which fits."""


def _turnout(article: Article, parts: list[list[Part]], at: int, done: set[Mention]) -> Iterator[Relation]:
    """Hold a turnout to the one number of ballots and the one roll that stand near it."""
    shares = [part for part in parts[at] if part.role == "turnout" and part.mention not in done]
    if len(shares) != 1:
        return
    near = _near(article, parts, at)
    rolls, cast = ([part for part in near if part.role == role] for role in ("roll", "cast"))
    cast = cast or [
        part
        for part in near
        if part.role == "whole" and CAST.match(article.document.text[part.mention.span.end :][:60])
    ]
    if len(rolls) == len(cast) == 1 and cast[0].votes < rolls[0].votes:
        made = (cast[0].quantity / rolls[0].quantity).as_unit("%")
        meets = made.interval.meets(shares[0].quantity.interval)
        near_by = (
            one
            for part in article.sentences[max(0, article.body[at].number - NEARBY) : article.body[at].number + 1]
            for one in part.of_kind("percent")
        )
        if not meets and any(one.quantity.interval.meets(made.interval) for one in near_by):
            return  # Turnout was 34.1 per cent, of which a press officer makes 35.
        all_of_them = not VALID.match(article.document.text, cast[0].mention.span.end)
        if meets or (all_of_them and slip(shares[0].mention, made.interval.middle, TWO)):
            done.add(shares[0].mention)
            yield Relation(shares[0].quantity, made, SAYS)


def _sides(parts: list[list[Part]], at: int) -> Sides | None:
    """Return the two sides of a vote that a sentence, or it and the next, tells."""
    own = [part for part in parts[at] if part.role in ("for", "against", "side", "candidate") and part.votes >= 1]
    told = {part.role for part in own}
    own = [
        part
        for part in own
        if part.role == "side" or (part.role != "candidate" and "side" not in told) or told == {"candidate"}
    ]
    if len(own) == 1 and at + 1 < len(parts):
        after = [part for part in parts[at + 1] if part.role in ("for", "against", "candidate")]
        own += after if len(after) == 1 else []
    if len(own) != TWO or {part.role for part in own} not in ({"for", "against"}, {"side"}, {"candidate"}, {"for"}):
        return None
    one, other = sorted(own, key=lambda part: part.votes, reverse=True)
    return Sides(one, other, at)


def _near(article: Article, parts: list[list[Part]], at: int) -> list[Part]:
    """Return the parts of a vote in the sentences about one, no farther than others of the same vote."""
    body, here, found = article.body, article.body[at].mentions[0].span.start, []
    for n in range(max(0, at - REACH), min(len(parts), at + REACH + 1)):
        told = body[n]
        away = abs(told.mentions[0].span.start - here) > FURTHEST or told.block != body[at].block
        if not away and (n == at or not OTHER_VOTE.search(SINCE.sub("", article.words(told)))):
            found += parts[n]
    return found


def _of_a_vote(article: Article, part: Part, sides: Sentence) -> bool:
    """Tell whether a whole in another paragraph than its sides is one of votes: not the nine deaths since 2022."""
    told = article.sentences[part.mention.sentence]
    same = article.block_of(told) == article.block_of(sides)
    return same or part.role != "whole" or VOTING.search(article.words(told)) is not None


def _held(article: Article, sides: Sides, neither: list[Part], part: Part, wholes: list[Part]) -> Iterator[Relation]:
    one, other, _ = sides
    if part.role in ("whole", "cast"):
        yield from _all_votes(article, sides, neither, part)
    elif part.role == "lead" and one.votes >= LEAST and part.votes < one.votes:
        apart = one.quantity - other.quantity
        if apart.interval.meets(part.quantity.interval) or slip(part.mention, apart.interval.middle, TWO):
            yield Relation(part.quantity, apart, SAYS)
    elif part.mention.kind == "percent" and part.role in ("share", "bare"):
        yield from _share(article, sides, part, [*neither, *wholes])


def _all_votes(article: Article, sides: Sides, neither: list[Part], whole: Part) -> Iterator[Relation]:
    one, other, _ = sides
    away = [part for part in neither if is_away(article, part.mention)]
    if whole.votes <= one.votes or whole.votes > HALF_AGAIN * (one.votes + other.votes):
        return
    made = [
        total([one.quantity, other.quantity, *(part.quantity for part in (*away, *some))])
        for size in range(min(len(neither), FEW) + 1)
        for some in combinations([part for part in neither if part not in away], size)
    ]
    fitting = next((cast for cast in made if cast.interval.meets(whole.quantity.interval)), None)
    if fitting:
        yield Relation(whole.quantity, fitting)
        return
    if _made_up_nearby(article, whole):
        return
    words = article.document.text[whole.mention.span.end :][:60]
    some = OF_THE.search(article.document.text, max(0, whole.mention.span.start - 12), whole.mention.span.start)
    of_all = whole.role == "cast" or (CAST.match(words) is not None and not some)
    told = made[0] if of_all else made[-1] if away or (neither and made[-1].interval.low > whole.votes) else None
    if (
        away
        and told
        and told.interval.low < whole.votes
        and not of_all
        and not ALL_BUT.search(_before(article, away[0]))
    ):
        return  # Others may have been silent: the mayor, who presides.
    needed = told.interval.middle if told else Fraction(0)
    off = whole.votes - needed
    if off == 1 and ONE_ASIDE.search(article.words(article.body[sides[-1]])):
        return
    small = abs(off) <= TWO and whole.votes < LEAST
    if told and (
        small
        or any(slip(part.mention, part.votes + step, TWO) for part, step in ((whole, -off), (one, off), (other, off)))
    ):
        yield Relation(whole.quantity, told)


def _made_up_nearby(article: Article, whole: Part) -> bool:
    """Tell whether two figures of the very sentence come to all the votes: they are of that vote, and the sides of another."""
    counts = [
        one.size for one in article.sentences[whole.mention.sentence].of_kind("count") if one is not whole.mention
    ]
    return any(one + other == whole.votes for one, other in combinations(counts, TWO))


def _before(article: Article, part: Part) -> str:
    start = part.mention.span.start
    return article.document.text[max(0, start - 8) : start]


def _share(article: Article, sides: Sides, part: Part, others: list[Part]) -> Iterator[Relation]:
    """Hold a share of those who voted to the side that has it; where `others` may count among them, only if it is so."""
    one, other, at = sides
    if part.mention.sentence == article.body[at].number or {one.role, other.role} == {"candidate"}:
        return
    cast = one.votes + other.votes
    made = Quantity(
        Interval.exactly(one.votes / cast), "%", f"{one.quantity.working} / ({one.quantity.working} + {other.quantity.working})",
        one.quantity.spans + other.quantity.spans,
    )  # fmt: skip
    said, words = part.quantity.interval, article.words(article.sentences[part.mention.sentence])
    slipped = cast > LEAST and said.low > Fraction(1, 2) and slip(part.mention, made.interval.low, TWO)
    if made.interval.meets(said) or (slipped and not others and OF_VOTES.search(words)):
        yield Relation(part.quantity, made, SAYS)
