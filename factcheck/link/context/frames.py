"""A change as a frame: one thing at two values and what is said to part them; and when two figures may fill it."""

from __future__ import annotations

import re
from functools import cache

from factcheck.article import Article, Sentence
from factcheck.link.context.roles import Role, grammar, roles
from factcheck.model import Mention
from factcheck.patterns import Pattern
from factcheck.phrase import phrase
from factcheck.records import NamedTuple
from factcheck.segment import vocabulary

BREAK_WORDS = "and but while whereas though although because if"
NEAR = 14
FAR_APART = 40
"""Two values of one thing rarely differ by so many times; two things often do."""

SHOWN, FIGURES = frozenset({"that", "this"}), frozenset({"figure", "number", "total", "sum", "amount", "share"})
"""A sentence that begins with these goes on about the figure before it."""

OTHER_BASIS = frozenset({
    "like-for-like", "organic", "organically", "comparable", "excluding", "annualized",
    "annualised", "inflation-adjusted", "real", "seasonally", "compounded", "same-store",
    "stripping", "yielding", "yield", "yields", "constant", "usual", "normal", "typical", "ordinary",
})  # fmt: skip
"""Beside these a change may be of another footing than the figures about it."""

LOCAL = Pattern(r"\b(?:local|own|same|reported) (?=currenc)", re.I)
"""Before currencies these make them a footing; what is hedged or dealt in is none."""

YIELDS = frozenset({"yield", "yields", "yielding"})
"""These are percentages themselves, and one that is so many points higher than another is on one footing with it."""


def basis_words(text: str) -> list[str]:
    """Return the words of a text in lower case, without their marks, a local currency told as a constant one."""
    return [word.strip(",.()") for word in LOCAL.sub("constant ", text).lower().split()]


class Movement(NamedTuple):
    """One thing at two values, and the change between them as stated: none or several figures.

    `sign` is +1 where the words say that it rose, -1 where it fell, 0 where they do not; `said` the place of that word
    or -1.  `before` is missing where only the change and what it led to are told.  `others` are further figures that
    `after` might be.  `pair` marks two figures set side by side ("5,210 to 5,160"), neither the earlier one.
    """

    sentence: Sentence
    before: Mention | None
    after: Mention
    stated: tuple[Role, ...]
    sign: int = 0
    said: int = -1
    link: str = ""
    doubt: str | None = None
    others: tuple[Mention, ...] = ()
    pair: bool = False


FAR_SPELL = 20
"""By so many times a bare number may be more or less than a length of time that leaves its unit to it: no 4,769.83 and twelve months."""

BETWEEN_YEARS = "between {year|date} and {year|date}"


@cache
def _breaks() -> frozenset[str]:
    letters = vocabulary()[0]
    return frozenset(letters[word] for word in BREAK_WORDS.split() if word in letters) | {";"}


def clear(article: Article, start: int, end: int) -> bool:
    """Tell whether no word between two places opens another clause; the "and" of two years opens none."""
    between = article.skeleton[start:end]
    return _breaks().isdisjoint(between) or _breaks().isdisjoint(phrase(BETWEEN_YEARS).sub("", between))


def told_of_then(article: Article, start: int, end: int) -> bool:
    """Tell whether a clause between two places goes back to the time of the figures before it: when a gain of $5 had swelled it."""
    return any(article.word(at) == "when" for at in range(start, end))


def told_ago(article: Article, mention: Mention) -> bool:
    """Tell whether a time ago stands ahead of a figure in its sentence: three weeks ago, when he spoke, it was 9 points."""
    start = article.sentences[mention.sentence].start
    return any(article.word(at) == "ago" for at in range(start, article.place(mention)))


def alike(one: Mention, other: Mention) -> bool:
    """Tell whether two figures may be values of one thing: one unit, or a bare number beside a figure of any unit."""
    if one.number is None or other.number is None or "pair" in (one.kind, other.kind):
        return False
    if one.counter != other.counter:
        return False
    if one.unit != other.unit or one.kind == "multiple":
        return _bare(one, other) or _bare(other, one)
    if one.kind == "duration" and one.number.middle == other.number.middle:
        return False
    if _counts_of_two(one, other) or _counts_of_two(other, one):
        return False
    low, high = sorted((abs(one.number.middle), abs(other.number.middle)))
    return low > 0 and high <= low * FAR_APART


def _counts_of_two(one: Mention, other: Mention) -> bool:
    """Tell whether one figure counts things, told in a word, and the other is no count: two banks, and 43.10."""
    few = one.kind == "count" and bool(one.noun) and one.text.isalpha()
    return few and not other.noun and other.number is not None and other.number.middle.denominator > 1


def _bare(mention: Mention, other: Mention) -> bool:
    """Tell whether a figure may leave the unit, and the scale, of another unsaid: to 73.2 percent from 73.0."""
    if mention.kind != "count" or mention.noun or mention.number is None or other.number is None:
        return False
    if other.kind not in ("percent", "money", "measure") and not _spelt_out(mention, other):
        return False
    if other.kind == "duration" and not 1 / FAR_SPELL < mention.size / (other.size or 1) < FAR_SPELL:
        return False
    hundred = 100 * other.number.middle
    return other.kind != "percent" or hundred < mention.number.middle * FAR_APART < hundred * FAR_APART**2


def _spelt_out(mention: Mention, other: Mention) -> bool:
    """Tell whether a length of time is no adjective, and the bare number is in digits: 41 minutes, against 29."""
    return other.kind == "duration" and "-" not in other.text and mention.text[:1].isdigit()


def attributed(article: Article, role: Role) -> bool:
    """Tell whether a change is what something else is of, or rests on: the odds of a quarter-point cut are at 45%."""
    place = role.place - 1 - (article.skeleton[role.place - 1] in vocabulary()[1]["DETERMINER"])
    return role.link == "" and article.word(place) in ("of", "on") and article.after(role.mention, 1) in grammar().nouns


def of_its_own(article: Article, sentence: Sentence, pair: list[Mention]) -> bool:
    """Tell whether two figures have a change of their own in their sentence, or are what that of the one before grew to."""
    read = roles(article, sentence)
    claimed = any(role.name in ("change", "times") and role.mention not in pair for role in read)
    return claimed or of_that_figure(article, sentence)


def of_that_figure(article: Article, sentence: Sentence) -> bool:
    """Tell whether a sentence is about the figure told before it, which is then no change: "That figure grows to 21 million"."""
    places = range(sentence.start, sentence.end - 2)
    said = (article.word(at) in SHOWN | {"the"} and article.word(at + 1) in FIGURES for at in places)
    goes_on = article.word(sentence.start) in SHOWN and article.word(sentence.start + 1) in FIGURES
    moves = {"would", "will", "to"} & {article.word(at) for at in places if at not in article.at}
    return goes_on or (bool(moves) and any(said))
