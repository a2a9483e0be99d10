"""An aim, what came of it and how far off that is: "It needs £40,000 and has £36,200, which leaves £3,800 to find".

How the three are told varies without end.  That they stand alone, that one is said to be what was aimed at or allowed and
another to be what is missing or too much, and that nothing else is what it is short of, does not.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from fractions import Fraction

from factcheck.article import Article
from factcheck.link.series.complete import Told, told
from factcheck.link.series.figures import counted, is_plain, value
from factcheck.model import Mention, Relation
from factcheck.patterns import Pattern
from factcheck.records import NamedTuple

BACK, THREE = 1, 3
"""So many sentences before the last of the three may tell the others."""

LOOK = 60
"""So many characters about a figure may say what it is."""

FAR, PLAUSIBLE = Fraction(2), 6
"""What came of an aim is within so many times of it; what is missing is misstated by so many times at the most."""

AIM = (
    "targets?|goals?|aims?|aimed|budget(?:ed)?|limit|quota|capacity|ceiling|cap|threshold|majority|objective|estimate|plan(?:ned)?"
    "|allowance|allotted|allocated|required|needed|wanted|agreed|promised|allowed|permitted|licensed|set aside"
)
AIMED_BEFORE = Pattern(
    rf"\b(?:{AIM}|needs?|need(?:ing)?|requires?|aim(?:s|ing)|hop(?:ed?|es|ing) (?:for|to)|wants?|set out to|asked for|supposed to|meant to|it takes|room for)"
    r"(?: (?!by\b|but\b|and\b)[\w'-]+){0,5} [£$€]?$|\bof (?:its|their|his|her) [£$€]?$|\b(?:rather than|instead of) [£$€]?$",
    re.I,
)
"""Right before a figure these make it what was aimed at or allowed."""

AIMED_BEHIND = Pattern(
    rf"^(?: (?!and\b|but\b|short\b|over\b|under\b|below\b|above\b|more\b|fewer\b|less\b|away\b)[\w'-]+)? (?:{AIM})\b"
    r"|^(?: [\w'-]+)?(?: that)? (?:it|he|she|they|the [\w'-]+) (?:needs?|needed|wants?|wanted|had (?:hoped|set|planned|promised|budgeted|allowed))\b|^ to spend\b",
    re.I,
)
"""Right behind one these do."""

GAP_BEFORE = Pattern(
    r"\b(?:shortfall|underspend|overspend|overrun|excess|surplus|deficit|gap)(?: \w+)? (?:of|is|was) [£$€]?$"
    r"|\b(?:miss|beat|exceed|surpass|fell|undershot|overshot|top)\w*(?: (?!and\b|but\b)[\w',£$€.-]+){0,6} by (?:just |only |some )?[£$€]?$"
    r"|\b(?:leav(?:es|ing)|left|fell|falls|falling|still needs?|still needed|lacks|is|are|was|were) (?:it |them |him |her |just |only |still )?[£$€]?$"
    r"|\bneeds? (?:just |only )?[£$€]?$|[,—–-] (?:or |which (?:is|was) |just |only |still |some )?[£$€]?$|\bso [£$€]?$|\bcame in [£$€]?$",
    re.I,
)
GAP_BEHIND = Pattern(
    r"^(?: (?!of\b|and\b|or\b)[\w'-]+)?? (?:short|shy|over|above|below|under|beyond|off|away|adrift|too (?:few|many|much|little)|more|fewer|less"
    r"|to (?:find|go|raise|make up)|still (?:needed|wanted|missing|to \w+)|(?:is|was|are|were) (?:still )?(?:needed|missing|wanted|lacking|left(?: over)?|unspent)"
    r"|left over|unspent)(?![\w-])(?P<rest>[^.;]*)",
    re.I,
)
"""Right before a figure, and right behind it, these make it what is missing or too much."""

NAMED = Pattern(
    r"\b(?:shortfall|underspend|overspend|overrun|excess)\b[^.;]*$|\bby (?:just |only |some )?[£$€]?$", re.I
)
"""Where these stand before a figure, nothing need stand behind it."""

BASE = Pattern(
    rf"^(?: (?:than|of|from))?(?: (?:the|its|their|his|her|a|an|what|that|it|they|he|she))?(?: [\w'-]+){{0,2}}? (?:{AIM}|hoped|planned)\b|^ ?[,.)!?]|^$",
    re.I,
)
"""Behind "more", "over" and "short" these leave only the aim to be meant."""

BETWEEN = Pattern(r"^[^,;.]{0,40}$")
OTHERS = Pattern(
    r"\b(?:last (?:month|week|season|year)|years? (?:ago|earlier|before)|previous\w*|each|every|apiece|per|average\w*|if|would|could|might|another|further|respectively"
    r"|record|aged|wickets?|sets?|goals|odds|half|third|quarter|twice|chasing|up to|at least|since|forecast|so far behind|games?|points?)\b|%|per ?cent",
    re.I,
)
"""With these there are other figures, or another time, that one leaves unsaid."""


class Aim(NamedTuple):
    """What was aimed at or allowed, what came of it, and how far off that is said to be."""

    aim: Mention
    reached: Mention
    off: Mention

    def relation(self) -> Relation:
        """How far off it is must be what parts the two."""
        low, high = sorted((self.aim, self.reached), key=value)
        return Relation(counted(self.off), counted(high) - counted(low))


def off_target(article: Article) -> Iterator[Relation]:
    """Yield how far off an aim something is said to be, with the two, where the three stand alone."""
    if article.verb_last:
        return
    for found in told(article, BACK):
        if len(found.figures) == THREE and (aim := _read(article, found)):
            yield aim.relation()


def _read(article: Article, found: Told) -> Aim | None:
    if not all(map(is_plain, found.figures)) or OTHERS.search(" ".join(map(article.words, found.sentences))):
        return None
    aims = [one for one in found.figures if _is_aim(article, one)]
    offs = [one for one in found.figures if one not in aims and _is_off(article, one, aims)]
    if len(aims) != 1 or len(offs) != 1:
        return None
    aim, off = aims[0], offs[0]
    reached = next(one for one in found.figures if one not in (aim, off))
    apart = abs(value(aim) - value(reached))
    near = value(aim) < FAR * value(reached) and value(reached) < FAR * value(aim)
    told_once = value(off) not in (value(aim), value(reached)) and apart > 0
    return (
        Aim(aim, reached, off) if near and told_once and apart < value(off) * PLAUSIBLE < apart * PLAUSIBLE**2 else None
    )


def _is_aim(article: Article, one: Mention) -> bool:
    before, behind = article.around(one, LOOK)
    missing = before.endswith(("need ", "needs ")) and GAP_BEHIND.match(behind) is not None
    return not missing and (AIMED_BEFORE.search(before) is not None or AIMED_BEHIND.match(behind) is not None)


def _is_off(article: Article, one: Mention, aims: list[Mention]) -> bool:
    """Tell whether a figure is said to be missing or too much, and of nothing but an aim told with it."""
    before, behind = article.around(one, LOOK)
    if GAP_BEFORE.search(before) is None and before.strip():
        return False
    found = GAP_BEHIND.match(behind)
    if found is None:
        return NAMED.search(before) is not None
    text = article.document.text
    at_aim = any(one.span.end <= aim.span.start and BETWEEN.match(text[one.span.end : aim.span.start]) for aim in aims)
    return at_aim or BASE.match(found["rest"]) is not None
