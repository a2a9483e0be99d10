"""Three figures of one kind with nothing else of it near by: two, and what parts them.

"The roof came to $64,200. The parish had budgeted $58,000, which leaves a shortfall of $6,200": which verb sets the two
apart, and in which sentence, varies without end.  That there are three, that one is said to be a gap, and that it is the
gap but for a slip of the pen, does not.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from fractions import Fraction

from factcheck.article import Article
from factcheck.document import Span
from factcheck.link.series.complete import KINDS, Told, stroke, told
from factcheck.link.series.figures import counted, is_plain, significant, slip, swapped, value
from factcheck.link.series.readings import parts_may_overlap
from factcheck.link.series.totals import is_remainder, is_total
from factcheck.model import Mention, Relation
from factcheck.patterns import Pattern

BACK, THREE = 2, 3
"""So many sentences before the last of three figures may tell the others."""

FAR = 4
"""A gap that is so many times another is no slip for it, and one of other figures."""

FEW = 20
"""Below this counts are met by chance."""

LOOK = 90
"""So many characters about a figure may say that it is what parts two others."""

NOUN = (
    "difference|gap|margin|majority|surplus|deficit|shortfall|lead|profit|saving|overrun|overspend|excess|rise|increase|gain|jump|growth"
    "|fall|drop|decline|cut|reduction|loss|decrease|improvement|advantage|edge|premium|discount|cushion|hike"
)
MOVED = (
    r"w[io]n\w*|beat\w*|exceed\w*|top(?:s|ped)|surpass\w*|r[io]s\w*|f[ae]ll\w*|drop\w*|gr[eo]w\w*|cut\w*|reduc\w+|increas\w+|declin\w+|shr[aiu]nk\w*"
    r"|miss\w*|outnumber\w*|outscore\w*|lead\w*|led|trail\w*|overshot|undershot|up|down|ahead|behind|climb\w*|slip\w*|edg\w+|undercut\w*|pip\w+"
)
LED = Pattern(
    rf"(?:\b(?:{NOUN})s?(?:,? [^.;]{{0,80}}?)? (?:of|is|was|at|to)|\b(?:{NOUN}):|\b(?:{MOVED})(?: [\w']+){{0,6}} by|\b(?:lost|losing|shed|gained|added|risen|rose|grew|grown|fallen|fell"
    r"|dropped|climbed|pocket\w+|made|leaves?|leaving|left|so there are|so there were|which means|that means|they are|it is|it was|he is|she is))"
    r"(?: (?:it|them|us|him|her|a|an|the|just|only|some|about|with|still|now|final|slender|narrow|bare|mere|full|own|\w+s))* [£$€]?$",
    re.I,
)
"""Right before a figure these may say that it is what parts two others, or is left of one."""

END = Pattern(
    r"\b(?:rise|fall|increase|climb|advance|drop|decline|cut|slide|slump|dip|plunge)s? to (?:(?:just|only|about|some) )?[£$€]?$",
    re.I,
)
"""Right before a figure these make it the end of a way, and no part of it."""

NAMED = Pattern(rf"\b(?:{NOUN})s? of [£$€]?$", re.I)
FIRMLY = Pattern(
    rf"\b(?:{NOUN})s?\b[^;]{{0,90}}$|\bby [£$€]?$|\b(?:leav\w+|left|lost|losing|shed|gained|risen|fallen|pocket\w+|so there \w+)\b[^,;]{{0,20}}$",
    re.I,
)
FOLLOWED = Pattern(
    r"^(?! (?!ov|und|lat)\w+er (?!than\b|by\b|and\b|at\b|on\b)\w)(?:[ -](?!of\b|on\b|for\b|in\b|and\b|or\b|who\b|that\b|will\b|w[ae]s?\b|were\b|ha[ds]\b|have\b|men\b)[\w'-]+){0,2}? (?:more|fewer|less|higher|lower"
    r"|taller|shorter|longer|older|younger|heavier|lighter|faster|slower|cheaper|dearer|better|worse|larger|smaller|bigger|wider|deeper|clear|short|shy"
    r"|apart|ahead|behind|adrift|later,? in(?= \d)|to go|to spare|left(?! (?:a|an|the|it|him|her|them|alone|open)\b)|remain(?:s|ed|ing)?|in hand|too many|too few|withdrew|dropped out|pulled out"
    r"|(?:above|below|over|under|off)(?! the (?:year|weekend|week|month|period|season|summer|winter|past|last|course|next|coming|two|three|four|five|six)\b)(?= (?:the|its|his|her|their|last|a|budget|par|[£$€A-Z\d]))|(?:up|down)(?= (?:on|from)\b|[.,;]|$))(?![\w-])",
    re.I,
)
"""Right behind a figure these do."""

QUALIFIED = Pattern(
    r"^(?: (?!more|fewer|less)[\w'-]+){0,2} (?:on|for|of|in) (?:the |its |his |her |their |those |a )?[a-z]", re.I
)
"""A gap "on the family ticket" is one of something else."""

COUNTED = Pattern(r" (?:more|fewer) ([\w-]+) than ([\w-]+)", re.I)
THAN = Pattern(r"\b(?:than|above|below|over|under|ahead of|behind|short of|clear of)\b", re.I)
TAKEN_UP = Pattern(r"^[\"“]?(?:the|that|this|it|they|these|those|so|which|he|she|we|tonight|now|today)\b", re.I)
"""A sentence of which the gap is the only figure takes up what was told before it."""

HOPED = Pattern(
    r"\b(?:expected|expects|forecast\w*|predict\w+|hoped|feared|would|could|if|another|further|also|rivals?|ago|had been|stretch\w*|extend\w*)\b",
    re.I,
)
"""Beside a gap these make it one of other figures, or of none."""

TALLY = Pattern(r"\bby (?:a vote of )?[\w-]+ votes to [\w-]+", re.I)
"""How a vote went, which nothing parts: it fell by 28 votes to 20."""

OF = Pattern(r"\b(?:of (?:the|its|their|his|her|those|these)|all|total of) [£$€]?$", re.I)
OF_SOME = Pattern(
    r"^ (?:(?:more|fewer|less) (?:were|was|of)|dead|injured|wounded|hurt|homeless|missing|stranded|to (?:the|her|his|their|a) \w+)\b",
    re.I,
)
"""Behind a figure these make it one of some alone, or of a state: "eight fewer were fatal", "left 26 dead"."""

AT_WICKETS = Pattern(r"\d for (?:\d|one|two|three|four|five|six|seven|eight|nine)\b")
"""How an innings stands: 247 for six."""

AGAINST = Pattern(
    r"\b(?:then|each|every|apiece|per|average\w*|respectively|at least|up to|as (?:much|many) as|including|record|aged|wickets?|sets?|odds|half|third|quarter"
    r"|twice|double\w*|extra|else|of it|games?|draws?|drawn|matches|birdie\w*|(?:under|over) par|set \d+ to win|chasing|needing|(?:two|three|four|five|six|seven|eight) for \d+)\b|%|per ?cent",
    re.I,
)
"""With these there are other figures that one leaves unsaid."""


WHILE = Pattern(r"\b(?:while|whereas)\b")


def filled_in(proposed: Iterator[Relation], others: Iterator[Relation]) -> Iterator[Relation]:
    """Yield the relations that words propose, then the others of figures that those have left in doubt, or alone."""
    told_of: set[Span] = set()
    for relation in proposed:
        if relation.doubt is None or relation.meets():
            told_of.update(relation.stated.spans)
        yield relation
    yield from (relation for relation in others if told_of.isdisjoint(relation.stated.spans))


def apart(article: Article) -> Iterator[Relation]:
    """Yield what is said to part two figures, with the two, where the three stand alone: it does, or does but for a slip."""
    if article.verb_last:
        return
    for found in told(article, BACK, KINDS | {"points"}):
        if len(found.figures) == THREE and (relation := _read(article, found)):
            yield relation


def _read(article: Article, found: Told) -> Relation | None:
    figures = found.figures
    if not all(map(is_plain, figures)) or any(one.kind == "count" and value(one) <= 1 for one in figures):
        return None
    if figures[0].kind == "count" and any(one.kind != "count" for one in figures):
        return None  # A number leaves its unit unsaid behind one that tells it, never before: 12 down after 19 minutes.
    if len({one.kind for one in figures}) > 1 and len({one.sentence for one in figures}) > 1:
        return None  # Nor does it in a sentence of its own: 15 seconds after; of the 161, 143 remain.
    words = " ".join(article.words(sentence) for sentence in found.sentences)
    if (
        AGAINST.search(words)
        or TALLY.search(words)
        or any(parts_may_overlap(article, sentence) for sentence in found.sentences)
    ):
        return None
    gaps = [one for one in figures if _is_gap(article, one)]
    if len(gaps) != 1:
        return None
    gap = gaps[0]
    if _is_contrasted(article, gap, figures):
        return None
    if any(one.kind == "label" for one in article.sentences[gap.sentence].mentions):
        return None  # "Labour won 24, the Liberals 11, a margin of 13": what looks a name may be a figure
    one, other = sorted((figure for figure in figures if figure is not gap), key=value)
    if not _of_the_two(article, gap, (one, other)) or any(
        is_total(article, article.sentences[figure.sentence], figure) for figure in figures
    ):
        return None
    if value(gap) in (value(one), value(other)) or _is_range(article, one, other):
        return None
    few = gap.kind == "count" and value(other) < FEW
    if few and any(figure.sentence != gap.sentence for figure in (one, other)):
        return (
            None  # Of so few any two are apart by some third: he was president for 11 years; he won by three, of nine.
        )
    met = counted(gap).interval.meets((counted(other) - counted(one)).interval)
    parted = value(other) - value(one)
    near = len({figure.sentence for figure in figures}) == 1 and not AT_WICKETS.search(words)
    slip = _slipped(gap, one, other, parted) if near else _mistyped(gap, (one, other), parted)
    return Relation(counted(gap), counted(other) - counted(one)) if met or (slip and _of_one(one, other)) else None


def _is_contrasted(article: Article, gap: Mention, figures: list[Mention]) -> bool:
    """Tell whether a clause of its own sets a figure against the others: fiber 58,000, while copper lost 33,000."""
    before = [one.span.end for one in figures if one.first < gap.first and one.sentence == gap.sentence]
    between = article.document.text[max(before) : gap.span.start] if before else ""
    return WHILE.search(between) is not None


def _of_one(one: Mention, other: Mention) -> bool:
    """Tell whether two figures are of so much of one thing that a gap which they do not give is wrong: no four deaths and three lives."""
    return not one.noun or not other.noun or one.noun == other.noun or min(value(one), value(other)) >= FEW


def _is_range(article: Article, *both: Mention) -> bool:
    """Tell whether two figures are the ends of a range: between 148 million and 154 million pounds."""
    first, second = sorted(both, key=lambda one: one.first)
    places = article.place(first), article.place(second)
    return (
        article.word(places[0] - 1) == "between" and places[1] - places[0] == 2 and article.word(places[1] - 1) == "and"
    )


def _mistyped(gap: Mention, two: tuple[Mention, Mention], parted: Fraction) -> bool:
    """Tell whether a gap told with one of two figures behind the other's sentence has so many digits, and one of them wrong."""
    sentences = sorted(gap.sentence - figure.sentence for figure in two)
    return sentences == [0, 1] and significant(gap) >= THREE and (slip(gap, parted, THREE) or swapped(gap, parted))


def _slipped(gap: Mention, one: Mention, other: Mention, parted: Fraction) -> bool:
    """Tell whether a slip in a gap, or in what it parts, explains why it is another."""
    if max(value(gap), parted) > FAR * min(value(gap), parted):
        return False  # A majority of 108 is half the votes, and no gap between 109 and 101.
    if stroke(gap, parted) or swapped(gap, parted):
        return True
    ends = ((one, value(other) - value(gap)), (one, value(other) + value(gap)), (other, value(one) + value(gap)))
    return any(swapped(end, needed) or slip(end, needed) for end, needed in ends)


def _is_gap(article: Article, figure: Mention) -> bool:
    before, behind = article.around(figure, LOOK)
    led = LED.search(before)
    if figure.kind in ("measure", "duration") and behind.startswith(" apart"):
        return False  # So far from each other are two places, not two figures.
    rest = is_remainder(article, article.sentences[figure.sentence], figure) and not NAMED.search(before)
    if OF.search(before) or rest or END.search(before):
        return False  # A whole, or what is left of one: those are for the parts; nor where a thing is to fall to.
    return FOLLOWED.match(behind) is not None or (led is not None and FIRMLY.search(before) is not None)


def _of_the_two(article: Article, gap: Mention, two: tuple[Mention, Mention]) -> bool:
    """Tell whether a gap is that of two figures, as far as its words say: no "than the spire", no "on the family ticket"."""
    before, behind = article.around(gap, LOOK)
    if HOPED.search(re.split(r"[,;—–]", before)[-1]) or HOPED.search(behind) or OF_SOME.match(behind):
        return False
    sentence = article.sentences[gap.sentence]
    own = [one for one in two if one.sentence == gap.sentence]
    if not own and not TAKEN_UP.match(article.words(sentence)):
        return False
    if _between_their_nouns(behind, two):
        return True
    based = THAN.search(behind)
    later = any(one.first > gap.first for one in own)
    if (based and based[0].lower() == "than" and not later) or _opens_anew(article, gap, own):
        return False
    both_before = len(own) == 2 and all(one.first < gap.first for one in own)
    if based and not both_before and not later and re.match(r" (?:the|its|his|her|their|[A-Z])", behind[based.end() :]):
        return False
    return QUALIFIED.match(behind) is None or before.rstrip().endswith(("so there are", "so there were"))


def _between_their_nouns(behind: str, two: tuple[Mention, Mention]) -> bool:
    """Tell whether a gap is said to be that of what two figures count: 48 more boys than girls."""
    nouns = COUNTED.match(behind)
    own = {one.noun for one in two if one.noun}
    return nouns is not None and len(own) == 2 and all(noun.startswith(tuple(own)) for noun in nouns.groups())


def _opens_anew(article: Article, gap: Mention, own: list[Mention]) -> bool:
    """Tell whether a gap has a clause of its own behind a semicolon, and what it is of is not taken up there."""
    before = [one for one in own if one.first < gap.first]
    if not before or len(before) < len(own):
        return False
    between = article.document.text[before[-1].span.end : gap.span.start].rpartition(";")
    return bool(between[1]) and not TAKEN_UP.match(between[2].strip())
