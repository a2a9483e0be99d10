"""Two figures and how many times one is the other, told as a comparison: "48, three times as many as the inn's 16".

The words of the two vary without end.  That there are two of one kind and one multiple, and that what it is of is one of the two
or left unsaid, does not; which of them is the base their sizes tell.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from fractions import Fraction

from factcheck.article import Article, Sentence
from factcheck.link.chance.multiplied import TOLD_OF
from factcheck.link.chance.resumed import LOOK
from factcheck.link.context.frames import alike
from factcheck.link.context.operands import ends, in_unit
from factcheck.link.series.complete import next_to
from factcheck.link.series.figures import family, is_plain
from factcheck.model import Mention, Relation
from factcheck.patterns import Pattern
from factcheck.phrase import phrase
from factcheck.quantity import Interval
from factcheck.records import NamedTuple

LOOSE, MORE_LOOSE = Fraction(1, 20), Fraction(1, 10)
"""So much less and so much more a multiple is said of, and a hedged one."""

BACK = 2
"""So many sentences before a share may give the whole that it is of."""

OFF, FAR = Fraction(15, 100), 4
"""A multiple that is wrong is off by more than this share, and by no more than so many times."""

MEASURE = r"(?:price|cost|number|figure|sum|amount|total|rate|size|length|height|width|weight|depth|area|time|distance|toll|speed|age|population|share|level)"
ADJECTIVE = r"(?:many|much|high|large|big|long|far|great|fast|common|often|likely|dear|heavy|deep|tall|old|wide|expensive|costly|quickly|well)"
COMPARING = Pattern(
    rf" (?:of )?(?:as (?P<how>{ADJECTIVE})(?P<again> again)?\b|(?:that|this)(?: {MEASURE})?(?= ?(?:[.,;:(—–]|$))|what\b|the (?:old |new |former |previous |original )?{MEASURE}\b|the (?=[£$€\d]))",
    re.I,
)
"""Right behind a multiple, or a fraction, these make it one of another figure."""

FORMER = Pattern(r" (?:of )?(?:the|its|their) (?:old|former|previous|original)\b", re.I)
TO = Pattern(r" to (?:[£$€]|US\$)?\d", re.I)
NAMED = Pattern(r" ([\w-]+) as ([\w-]+)(?=[.,;]|$)", re.I)
AMOUNT = Pattern(r" (?:more|fewer|less|higher|lower|up|down)\b", re.I)
"""Behind a figure these make it an amount of change."""

SET_OFF = Pattern(r" ?[,:(—–]")
BASE = Pattern(r"[^,;:(—–]*(?:[,:(—–] ?(?:(?:when|which|where|at|with) [^,;:(]*)?)?")
DIMENSION = Pattern(r"\b(?:long|wide|tall|high|deep|broad|thick|across)\b", re.I)
SHARED = Pattern(r" (?:of )?the [£$€\d]")
"""Behind a fraction these make it a share of what follows."""

RATED = frozenset({"likely", "common", "often"})
"""Of these there are shares, and no counts."""

MEASURED = frozenset("long far fast dear heavy deep tall old wide expensive costly quickly".split())
"""What is so is told in metres, hours or money, and not in numbers of things."""

UNSAID = Pattern(r" ?(?:[.,;:(—–]|$)")
TO_ONE = Pattern(r" to (?:one|1)\b(?=[.,:;]| —|$)", re.I)
OUTNUMBER = Pattern(
    r"\b(?:outnumber\w*|outsold?|outsell\w*|outpoll\w*|outvote\w*|(?:beats?|beat|leads?|led|lead|ahead|prefer\w*|favou?r\w*)\b[^.;]{0,30}\bby)\b",
    re.I,
)
TIMES = Pattern(r" times (?=as\b)", re.I)
ANOTHER = Pattern(
    r"(?:\b(?:and|but|while|whereas)|[;.]) (?:an?|the|its|his|her|their|each|every) (?:[\w-]+ ){0,2}?(?P<thing>[\w-]{3,}?)s? "
    r"(?:[\w-]+s|was|were|are|had|have|got|took|won|made|cost|paid|ran|sold|held|drew|gave|came|[\w-]+ed)\b",
    re.I,
)
"""Between two figures and a multiple these open a clause about a thing with a verb of its own."""

PARTED = Pattern(r"\b(?:and|but|while|whereas|as it|which)\b|;", re.I)
OTHERS = Pattern(
    r"\b(?:if|would|could|each|every|per(?! ?cent)|apiece|average\w*|usual\w*|normal\w*|national|elsewhere|forecast|expected|target|record|any|(?:neighbou?rs?|rivals?)(?!,? (?:with|at|on) [£$€\d])|respectively"
    r"|combined|together|including|ever|ago|last|previous\w*|best|worst|minimum|maximum|limit|another|twice weekly|odds|chances?)\b",
    re.I,
)
"""With these a multiple may be of what no figure tells."""


class Compared(NamedTuple):
    """How many times one figure is said to be another: `times` is over one for the larger, under one for the smaller."""

    stated: Mention
    times: Interval
    small: Mention
    large: Mention


def _is_part(article: Article, one: Mention, other: Mention) -> bool:
    """Tell whether one figure is some of the other: two of the three."""
    return (
        phrase("of DETERMINER?").fullmatch(article.skeleton, article.place(one) + 1, article.place(other)) is not None
    )


def compared(article: Article) -> Iterator[Relation]:
    """Yield each multiple that compares two figures told with it and nothing else: it is theirs, or off by far."""
    if article.verb_last:
        return
    for at, sentence in enumerate(article.body):
        before = article.body[at - 1] if at and next_to(article, article.body[at - 1], sentence) else None
        for near in ([sentence], [before, sentence] if before else []):
            if near and (found := _read(article, near)):
                if (relation := _relation(found)) and (relation.meets() or _may_refute(article, found)):
                    yield relation
                break


def _read(article: Article, near: list[Sentence]) -> Compared | None:
    mentions = [one for some in near for one in some.mentions if one.number is not None]
    multiples = [one for one in near[-1].mentions if one.number is not None and _multiple(article, one)]
    if len(multiples) != 1:
        return None
    stated = multiples[0]
    values = [one for one in mentions if one is not stated and not _is_one(one) and one.kind != "ordinal"]
    if len(values) != 2 or not all(map(is_plain, values)) or OTHERS.search(" ".join(map(article.words, near))):
        return None
    bare = [one for one in values if one.kind == "count" and not one.noun]
    same = family(values[0]) == family(values[1]) or (len(bare) == 1 and values[1] is bare[0])
    if not same or any(one.kind in ("points", "fraction", "multiple", "pair") for one in values):
        return None
    if any(AMOUNT.match(_behind(article, one)) for one in values) or _is_part(article, *values):
        return None
    values = [in_unit(values[0], values[1]), in_unit(values[1], values[0])]
    small, large = sorted(values, key=lambda one: one.size)
    if not 0 < small.size < large.size or not alike(small, large) or not _of_the_two(article, stated, values):
        return None
    return Compared(stated, _times(article, stated), small, large)


def _is_one(one: Mention) -> bool:
    return one.kind == "count" and one.text.lower() in ("one", "1")


def _behind(article: Article, stated: Mention) -> str:
    sentence = article.sentences[stated.sentence]
    return article.document.text[stated.span.end : article.here(sentence).end]


def _multiple(article: Article, one: Mention) -> bool:
    """Tell whether a figure says how many times one is another: three times as many, half that, five to one."""
    if not is_plain(one.changed(hedge="")):
        return False
    behind = _behind(article, one)
    if one.kind == "multiple" and one.text.lower().endswith("ed"):
        return TO.match(behind) is not None and TOLD_OF.search(article.around(one, LOOK)[0]) is not None
    if one.kind in ("multiple", "fraction"):
        verb = one.text.lower().endswith(("ing", "fold"))
        share = one.kind == "fraction" and SHARED.match(behind) is not None
        return not verb and not share and COMPARING.match(behind) is not None
    if one.kind != "count" or one.size <= 1:
        return False
    outnumbered = TO_ONE.match(behind) and OUTNUMBER.search(article.words(article.sentences[one.sentence]))
    return outnumbered is not None or TIMES.match(behind) is not None


def _of_the_two(article: Article, stated: Mention, values: list[Mention]) -> bool:
    """Tell whether what a multiple is of is one of two figures: told right behind it, or left unsaid behind both, or one."""
    behind = _behind(article, stated)
    if TO_ONE.match(behind) or TO.match(behind):
        return True
    found = COMPARING.match(TIMES.sub(" ", behind, count=1) if TIMES.match(behind) else behind)
    rest = behind[found.end() :] if found else ""
    how = (found["how"] or "").lower() if found else ""
    if of_a_whole_before(article, stated, values[1]):
        return False
    told = " ".join(article.words(article.sentences[number]) for number in {one.sentence for one in (stated, *values)})
    measured = {word.lower() for word in DIMENSION.findall(told)}
    counts = all(one.kind == "count" for one in values)
    if (
        (counts and how in MEASURED)
        or (how in RATED and values[0].kind != "percent")
        or (how in measured and len(measured) > 1)
    ):
        return False
    later = [one for one in values if one.sentence == stated.sentence and one.first > stated.first]
    if not later:
        return _names_both(rest, {one.noun for one in values if one.noun}) or UNSAID.match(rest) is not None
    between = article.document.text[stated.span.end : later[0].span.start]
    if found and not BASE.fullmatch(between.removeprefix(found[0])):
        return False
    taken_up = found is None or not found[0].strip().lower().startswith(("that", "this")) or SET_OFF.match(rest)
    return bool(taken_up) and PARTED.search(between) is None


def _names_both(behind: str, nouns: set[str]) -> bool:
    """Tell whether a multiple is said to be of what two figures count: twice as many ewes as rams."""
    named = NAMED.search(behind) if len(nouns) == 2 else None
    return named is not None and all(noun.startswith(tuple(nouns)) for noun in named.groups())


def _may_refute(article: Article, found: Compared) -> bool:
    """Tell whether two figures are so much of one thing that a multiple which they do not give is wrong: no 64 beds in 14 towns."""
    nouns = {one.noun for one in (found.small, found.large)} - {""}
    return (len(nouns) < 2 or _names_both(_behind(article, found.stated), nouns)) and not _of_a_third(article, found)


def _of_a_third(article: Article, found: Compared) -> bool:
    """Tell whether a clause gives a multiple to what neither figure is of: €90, up from €60, and a third offence costs three times as much."""
    text, values = article.document.text, sorted((found.small, found.large), key=lambda one: one.first)
    opened = ANOTHER.search(text, values[1].span.end, max(values[1].span.end, found.stated.span.start))
    return opened is not None and opened["thing"].lower() not in text[: values[1].span.end].lower()


def of_a_whole_before(article: Article, stated: Mention, part: Mention) -> bool:
    """Tell whether a part is the share that is told of it of what a sentence before gave: 180 came; 120 stayed, two-thirds of the original crowd."""
    if stated.size >= 1 or not FORMER.match(_behind(article, stated)):
        return False
    before = (
        one for told in article.sentences[max(0, stated.sentence - BACK) : stated.sentence] for one in told.mentions
    )
    wholes = (one for one in before if one.number and family(one) == family(part) and one.size > part.size)
    return any(
        (ends(one, part).after / ends(one, part).before).interval.meets(stated.quantity.interval) for one in wholes
    )


def _times(article: Article, stated: Mention) -> Interval:
    times = stated.quantity.interval
    found = COMPARING.match(_behind(article, stated))
    times = times.plus(Interval.exactly(1)) if found and found["again"] else times
    return Interval(times.low * (1 - LOOSE), times.high * (1 + (LOOSE if stated.hedge else MORE_LOOSE)))


def _relation(found: Compared) -> Relation | None:
    both = ends(found.small, found.large)
    ratio = both.after / both.before if found.times.middle > 1 else both.before / both.after
    ratio = ratio.as_unit("x")
    said = found.stated.quantity.changed(unit="x", value=found.times)
    if said.interval.meets(ratio.interval):
        return Relation(said, ratio)
    size = found.times.middle if found.stated.hedge == "" else Fraction(found.stated.size)
    less, more = sorted((size, ratio.interval.middle))
    off = less * (1 + OFF) < more < less * FAR
    return Relation(said, ratio) if off else None
