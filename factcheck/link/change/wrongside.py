"""Levels that lie as far apart as a text says, but the other way round: opened at 412p and "closed 14p higher at 398p".

Where the level of before is told as such, and differs from the new one by just the change that is told with its way, no other
level is meant: in four thousand stories none lay so far off on the wrong side by chance.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import pairwise

from factcheck.article import Article
from factcheck.document import Span
from factcheck.link.change.waysaid import Way
from factcheck.link.series.figures import family, is_plain, value
from factcheck.model import Mention
from factcheck.numerals import digits
from factcheck.patterns import Pattern
from factcheck.records import NamedTuple

UP = r"higher|dearer|stronger|costlier|heavier|longer|up|more"
DOWN = r"lower|cheaper|weaker|lighter|shorter|down|less|fewer"
ROSE = r"r[io]se[ns]?|gain(?:ed|s)?|gr[eo]w[ns]?|climb(?:ed|s)?|add(?:ed|s)?|jump(?:ed|s)?|advanced?|put on|up|went up|goes up"
FELL = (
    r"f[ae]ll(?:en|s)?|lost|loses|drop(?:ped|s)?|slip(?:ped|s)?|shed|slid|sank|down|went down|goes down|eased|declined"
)

BEHIND = Pattern(
    rf" (?:points? |cents? |pence )?(?:(?P<up>{UP})|(?P<down>{DOWN}))\b[^.;:,\d]{{0,20}}? at (?:[A-Z]{{0,2}}[£$€₹])?$",
    re.I,
)
"""Between a change and what it led to stands its way: 14p higher at 398p."""

BETWEEN = Pattern(r"[^.;:,\d]{0,30} to (?:[A-Z]{0,2}[£$€₹])?$", re.I)
BEFORE = Pattern(
    rf"\b(?:(?P<up>{ROSE})|(?P<down>{FELL}))(?: by)?(?: just| only| a further| another)? (?:[A-Z]{{0,2}}[£$€₹])?$", re.I
)
"""Before a change its way may be told by a verb: rose 14p to 398p."""

AFTER = Pattern(
    r",? (?:a share |an ounce |a barrel |on \w+,? )?(?:(?P<up>up|a (?:rise|gain) of)|(?P<down>down|a (?:fall|loss|drop) of)) (?:[A-Z]{0,2}[£$€₹])?$",
    re.I,
)
"""Between a level and the change that led to it: 398p, up 14p."""

EARLIER = Pattern(
    r"\b(?:opened|began|begun|started|had (?:been|stood|closed|ended|opened|reached)|was|were|stood|from|after) [^.;:,\d]{0,30}$",
    re.I,
)
"""Before a figure these tell it as the level of before."""

THAN = Pattern(r"\b(?:with|against|from|than|versus) (?:just |only )?(?:[A-Z]{0,2}[£$€₹])?$", re.I)
"""Right before a level this tells it as the one of before: 88.4 percent, compared with 87.1, a gain of 1.3 points."""

DIGITS = 2
"""A change of fewer may part two levels by chance."""

LOOK, KINDS = 60, "money|count|measure|percent|points|duration"


class Told(NamedTuple):
    """A change and the level that it led to, the sign of its word and where that stands."""

    change: Mention
    after: Mention
    sign: int
    word: Span


def wrong_sides(article: Article) -> Iterator[Way]:
    """Yield the level of before and the new one with the word for the way that they do not go."""
    for at, sentence in enumerate(article.body if not article.verb_last else ()):
        figures = [one for one in sentence.of_kind(KINDS) if is_plain(one)]
        for one, other in pairwise(figures):
            told = _told(article, one, other)
            before = _before(article, at, told) if told else None
            if told and before:
                yield Way(before, told.after, told.sign, told.word)


def _told(article: Article, one: Mention, other: Mention) -> Told | None:
    """Return a change with the level that it led to, where two figures are those."""
    text, start, end = article.document.text, one.span.end, other.span.start
    if said := BEHIND.fullmatch(text, start, end):
        return _read(one, other, said, 0)
    if said := AFTER.fullmatch(text, start, end):
        return _read(other, one, said, 0)
    before = article.around(one, LOOK)[0]
    said = BEFORE.search(before) if BETWEEN.fullmatch(text, start, end) else None
    return _read(one, other, said, one.span.start - len(before)) if said else None


def _read(change: Mention, after: Mention, said: re.Match[str], start: int) -> Told:
    name = "up" if said["up"] else "down"
    word = Span(start + said.start(name), start + said.end(name))
    return Told(change, after, 1 if name == "up" else -1, word)


def _before(article: Article, at: int, told: Told) -> Mention | None:
    """Return the level of before on the wrong side of the new one, where no figure about is on the right side."""
    if THAN.search(article.around(told.after, LOOK)[0]) or len(digits(told.change.text)) < DIGITS:
        return None
    near = [one for part in article.body_about(at, 1, 1) for one in part.of_kind(KINDS) if one is not told.change]
    levels = [one for one in near if family(one) == family(told.after) and one is not told.after]
    apart = [one for one in levels if abs(value(one) - value(told.after)) == value(told.change)]
    wrong = [one for one in apart if (value(told.after) > value(one)) != (told.sign > 0)]
    return wrong[0] if len(apart) == len(wrong) == 1 and _is_earlier(article, wrong[0]) else None


def _is_earlier(article: Article, one: Mention) -> bool:
    return is_plain(one) and EARLIER.search(article.around(one, LOOK)[0]) is not None
