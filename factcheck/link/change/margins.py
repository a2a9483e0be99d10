"""Margins: two figures set side by side, and by how much one is said to beat the other."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import pairwise

from factcheck.article import Article, Sentence
from factcheck.link.context.frames import NEAR, Movement, clear
from factcheck.link.context.roles import Role, grammar
from factcheck.link.series.figures import sides_of
from factcheck.model import Mention
from factcheck.records import NamedTuple
from factcheck.segment import vocabulary

SET_APART = 4
BEHIND = 6
SCORED = frozenset("penalty try conversion kick wicket catch touchdown basket free".split())
"""What is scored adds to a side's points and parts no two sides: added three penalties, 23-9."""

ADDING = frozenset({"added", "adding", "adds"})
"""What is added later to a score is no margin of it: led 21-14, added ten points."""

RUNS = frozenset({"run", "spurt", "burst", "surge"})
CRICKET, WICKETS = frozenset({"wicket", "overs", "innings", "bowled", "lbw", "stumps"}), 10
"""What an article of cricket may say, in which two numbers are runs and wickets."""

OF_ITS_OWN = frozenset("the what its their his her any".split())
SET_OFF = frozenset(",-")


class Pair(NamedTuple):
    """Two figures side by side ("5,210 to 5,160", "36-34"): roles `first` to `last` of the sentence."""

    one: Mention
    other: Mention
    first: int
    last: int


def margins(article: Article, sentence: Sentence, read: list[Role], used: set[int]) -> Iterator[Movement]:
    """Yield each pair of figures with the margin said of it: won by two, 36-34; scores of many sets are left alone."""
    pairs = [pair for n in range(len(read)) if (pair := _pair(article, read, n))]
    places = [read[pair.last].place for pair in pairs]
    used.update(n for pair in pairs for n in (pair.first, pair.last))
    if any(later - earlier <= SET_APART for earlier, later in pairwise(places)):
        return
    told = [(margin, pair) for pair in pairs if (margin := _margin(article, read, pair))]
    for margin, pair in told:
        rivals = [other for one, other in told if one.place == margin.place]
        if pair is next((one for one in rivals if _parts(margin, one)), rivals[-1]):
            yield Movement(sentence, pair.other, pair.one, (margin,), pair=True)


def _parts(margin: Role, pair: Pair) -> bool:
    """Tell whether a margin that stands between two pairs is that of one of them: won 61-48, having led by seven, 31-24."""
    return abs(pair.one.size - pair.other.size) == margin.mention.size


def _pair(article: Article, read: list[Role], n: int) -> Pair | None:
    """Return the two figures that stand side by side up to `n`."""
    role, mention = read[n], read[n].mention
    if mention.kind == "pair" and mention.upper is not None:
        return (
            None
            if _bracketed(article, role.place) or _is_of_a_part(article, role.place, mention)
            else Pair(*sides_of(article, mention), n, n)
        )
    apart = role.start - read[n - 1].place if n else 0
    named = (
        apart == 2
        and read[n - 1].mention.kind == "count"
        and article.skeleton[role.start - 1] in "w" + vocabulary()[1]["SHARP"]
    )
    verbs = {*vocabulary()[1]["BE"], *vocabulary()[1]["HAVE"]}.isdisjoint(article.skeleton[role.start : role.place])
    if (apart != 1 and not named) or read[n - 1].name != "plain" or not verbs:
        return None  # "On the last 10 visits to Hove they have won five" sets nothing side by side.
    return Pair(read[n - 1].mention, mention, n - 1, n) if _opposed(read[n - 1].mention, role) else None


def _bracketed(article: Article, place: int) -> bool:
    return article.skeleton[place - 1] == "(" or article.skeleton[place + 1 : place + 2] == ")"


def _is_of_a_part(article: Article, place: int, mention: Mention) -> bool:
    """Tell whether two numbers are of a part of a game, or runs and wickets: closed on a 21-6 run; were 161-9."""
    wickets = mention.upper is not None and mention.upper.middle <= WICKETS < mention.size
    wickets = wickets and (mention.size >= WICKETS**2 or article.may_say(CRICKET))
    return wickets or article.word(place + 1) in RUNS


def _opposed(one: Mention, role: Role) -> bool:
    """Tell "5,210 to 5,160" and "25% against 12%" from a range, which climbs."""
    other, kinds = role.mention, {one.kind, role.mention.kind}
    if one.number is None or other.number is None or one.upper or other.upper:
        return False
    sides = kinds <= {"count", "percent"} and (len(kinds) == 1 or not one.noun)
    priced = kinds == {"money"} and one.unit == other.unit and role.link == "against"
    return (sides or priced) and role.link in ("to", "against") and one.number.middle > other.number.middle


def _margin(article: Article, read: list[Role], pair: Pair) -> Role | None:
    """Return the change that is said of a pair: the one before it, or the one apposed behind."""
    start, end = read[pair.first].place, read[pair.last].place + 1
    for role in reversed(read[: pair.first]):
        if role.mention.kind not in ("fraction", "duration", "pair") and role.mention.noun not in SCORED:
            between = article.skeleton[role.place + 1 : start]
            near = len(between) <= NEAR and clear(article, role.place, start) and grammar().win.isdisjoint(between)
            if role.name == "times" and not grammar().gaps.isdisjoint(
                article.skeleton[max(0, role.start - BEHIND) : start]
            ):
                return None  # "her lead has halved: she is on 47% to his 44%"; "twice the margin of 2016, with 312 to his 271"
            if near and _widened(article, role):
                return role._replace(name="change")
            return role if near and role.name in ("change", "times") and _is_margin(role, pair) else None
    for role in read[pair.last + 1 : pair.last + 2]:
        behind = article.skeleton[end : role.place]
        adding = any(article.word(at) in ADDING for at in range(end, role.place))
        return (
            role
            if not (adding or _has_a_base(article, role))
            and role.name in ("change", "times")
            and len(behind) <= BEHIND
            and _is_margin(role, pair)
            and not SET_OFF.isdisjoint(behind)
            else None
        )
    return None


def _has_a_base(article: Article, role: Role) -> bool:
    """Tell whether a size is measured from what words name: 96 against 55, twice the delay allowed; 61 to 39, 10 more than the 51 needed."""
    if role.name == "times":
        return article.word(role.place + 1) in OF_ITS_OWN and role.place + 2 not in article.at
    return any(article.word(at) == "than" for at in range(role.place + 1, role.place + SET_APART))


def _is_margin(role: Role, pair: Pair) -> bool:
    """Tell a margin from another score, "lost the second 30-22", and of whole numbers from "below .500 at 25-26"; none exceeds its score."""
    whole = all(one.number and one.number.middle.denominator == 1 for one in (pair.one, pair.other))
    size = role.mention
    fine = size.number is not None and size.number.middle.denominator > 1
    most = max(one.size for one in (pair.one, pair.other))
    return (
        size.kind != "pair"
        and (size.kind != "count" or size.size <= most)
        and not (whole and fine and size.kind == "count")
    )


def _widened(article: Article, role: Role) -> bool:
    """Tell whether the figure is what a gap or a lead has come to: the gap widened to 12 points."""
    words = article.skeleton[max(0, role.start - BEHIND) : role.start]
    return role.name == "after" and role.link == "to" and not grammar().gaps.isdisjoint(words)
