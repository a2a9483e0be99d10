"""Percentages of change: which are said to be so, how exactly, and for which time."""

from __future__ import annotations

from fractions import Fraction
from functools import cache, lru_cache

from factcheck.article import Article
from factcheck.link.chance.elsewhere import FALL, RISE, Aim, beside
from factcheck.link.change.bothends import signs
from factcheck.link.change.misprints import turned_about
from factcheck.link.change.nearby import headlines
from factcheck.link.context.operands import Ends, percent
from factcheck.link.context.roles import Role, grammar, verbal
from factcheck.link.rate.compounding import yearly
from factcheck.model import Mention, Severity
from factcheck.quantity import Quantity
from factcheck.segment import vocabulary

BEFORE, BEHIND, CLAUSE = 6, 4, 12
ALMOST = 1e-9
ABOUT = 60
"""So many places before and behind a percentage may stand the two that it is taken from."""

TENTH, HALF_POINT = Fraction(1, 10), Fraction(1, 200)
UNLIKE, SLIPPED = 4, (8, 12)
"""A change that is so many times another is of other figures; so many, one whose point has slipped."""

EITHER_WAY = "improv"
SEVERAL = "several figures may be meant"


@lru_cache(maxsize=2)
def changes(article: Article) -> tuple[Aim, ...]:
    """Return every percentage that is said to be of a change, with the way that it goes."""
    found: list[Aim] = []
    words, told = grammar(), signs(article)
    for sentence in (*headlines(article), *article.body):
        for stated in sentence.of_kind("share"):
            near = beside(article, stated, BEFORE, BEHIND)
            rises = not words.upward.isdisjoint(near)
            falls = not words.downward.isdisjoint(near) or not words.loss.isdisjoint(near)
            if sign := told.get(stated.first, rises - falls):
                ways = (
                    (RISE, FALL)
                    if not _better().isdisjoint(beside(article, stated, CLAUSE, BEHIND))
                    else (RISE,)
                    if sign > 0
                    else (FALL,)
                )
                found.append((percent(stated), stated, ways))
    return tuple(found)


@cache
def _better() -> frozenset[str]:
    """Return the letters of what may be less as well as more: a loss that improves, a profit that does."""
    return frozenset(letter for word, letter in vocabulary()[0].items() if word.startswith(EITHER_WAY))


def weight(stated: Quantity, implied: Quantity) -> Severity | None:
    """Return a note's weight for a miss of less than half the last digit: the figure was cut off, not rounded.

    What two figures as displayed give is then no farther off than a digit and a half.
    """
    width = stated.interval.high - stated.interval.low
    near = abs(implied.interval.middle - stated.interval.middle) <= width * 3 / 2
    cut = stated.interval.gap(implied.interval) < min(width / 2, HALF_POINT) and not turned_about(stated, implied)
    return Severity.NOTE if cut and near else None


STEPS = frozenset("cuts rises raises increases falls reductions hikes drops".split())

IN_TURN = frozenset("successive consecutive running".split())
"""A change told so is one of several: "three successive cuts of 10 percent", "by 10 percent two years running"."""


def _of_a_unit(fraction: Mention) -> tuple[str, ...]:
    """Return the words behind a fraction that make it one of a unit: half a cent, a tenth slower."""
    timed = fraction.text.endswith(("tenth", "tenths", "hundredth", "hundredths"))
    return ("a", "an", "slower", "faster", "quicker", "outside", "inside", "behind", "off") if timed else ("a", "an")


def per_period(article: Article, role: Role) -> str | None:
    """Return the doubt that "5% a year" casts on a change over many, and "half a cent" on one by half."""
    classes = vocabulary()[1]
    behind = article.after(role.mention, 2)
    if role.mention.kind == "fraction" and article.word(role.place + 1) in _of_a_unit(role.mention):
        return "the fraction may be of a unit"
    periodic = behind[:1] in classes["ANNUAL"] or behind[:1] in classes["PER"] if behind else False
    of_period = len(behind) == 2 and article.word(role.place + 1) in ("a", "an") and behind[1] in classes["PERIOD"]
    named = role.mention in yearly(article)
    steps = article.word(role.place - 2) in STEPS and article.word(role.place - 1) == "of"
    words = article.words(article.sentences[role.mention.sentence]).split() if role.mention.kind == "percent" else ()
    ranked = article.at.get(role.start - 1)  # "the third fall of half a point or more"
    steps = steps or (ranked is not None and ranked.kind == "ordinal")
    in_turn = steps or not IN_TURN.isdisjoint(words)
    return "the change is of each year" if periodic or of_period or named or in_turn else None


def misspelt(both: Ends, role: Role) -> bool:
    """Tell whether a noun gives just what parts two rounded percentages, far from their ratio: from 2% to 3%, a rise of 1%."""
    stated = role.mention
    if both.before.unit != "%" or stated.kind != "percent" or stated.number is None or verbal(role.link):
        return False
    middle = stated.number.middle
    return abs(both.gap.interval.middle) == middle and abs(both.share.interval.middle) > UNLIKE * middle
